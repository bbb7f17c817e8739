# SPDX-License-Identifier: EUPL-1.2
"""Words of roles, offices and callings in the languages of old newsletters."""

from __future__ import annotations

import re

from newsletter.tools.importer.wording import vocabulary

ROLES = vocabulary(
    """amb cons ass pres dir hon sindaco sindaca vicesindaco vicesindaca vice-sindaco vice-sindaca assessore
    assessora console viceconsole vice-console ambasciatore ambasciatrice presidente vicepresidente
    presidentessa ministro ministra viceministro viceministra sottosegretario sottosegretaria governatore
    governatrice direttore direttrice rettore rettrice prorettore prorettrice prefetto prefetta segretario
    segretaria consigliere consigliera delegato delegata borgomastro borgomastra intendente addetto addetta
    responsabile capo commissario commissaria comandante dirigente professore professoressa coordinatore
    coordinatrice deputato deputata senatore senatrice portavoce rappresentante vescovo cardinale mayor
    ambassador consul president minister commissioner councillor cllr alderman secretary governor director
    professor chancellor rector chair chairman chairwoman head member attaché executive commander interpreter
    interprete interprète
    officer prime-minister deputy manager coordinator envoy planner leader curator clerk treasurer engineer
    warden pastor reverend rev canon dean bishop archbishop cardinal rabbi imam captain colonel headmistress
    headmaster headteacher teacher coach insegnante docente allenatore allenatrice master harbourmaster
    principal judge baroness soprano singer conductor pianist violinist scrittore
    scrittrice poeta poetessa regista maestro maestra attore attrice cantante pittore pittrice scultore
    scultrice architetto architetta ingegnere musicista pianista violinista fotografo fotografa storico storica
    giornalista artista autore autrice traduttore traduttrice parroco pastora rabbino preside capitano
    colonnello magistrato maire maire-adjoint maire-adjointe adjoint adjointe ambassadeur ambassadrice consule
    préfet préfète directeur directrice président présidente ministre conseiller conseillère professeur
    professeure recteur rectrice bourgmestre échevin échevine élu élue sénateur sénatrice lord-maire
    gouverneur gouverneure medico medica cuoco cuoca avvocato avvocata
    giudice geometra doctor nurse lawyer médecin avocat avocate juge trésorier trésorière infirmier infirmière
    vice-maire vice-président vice-présidente ministre-président provost
    soprintendente sovrintendente ingegnera bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin
    alcalde alcaldesa provveditore provveditrice esperto esperta expert experte chargé chargée
    historian architect author poet writer researcher scientist economist
    historien historienne écrivain écrivaine poète musicien musicienne chercheur chercheuse"""
)
BEFORE_ROLES = vocabulary(
    """vice ex deputy lord lady high trade cabinet chief honorary acting former primo prima first second metropolitan
    depute associate assistant senior"""
)
COURTESY = vocabulary(
    """ms mr mrs miss prof profssa dr dott dott.ssa dottor dottoressa signor signora sig sig.ra his her excellency sua
    eccellenza sir dame alderman councillor cllr ald on onorevole
    shri smt herr frau señor señora don doña m mme monsieur madame avv ing arch"""
)
KINDS_OF_ROLE = vocabulary(
    """generale onorario onoraria aggiunto aggiunta vicario vicaria metropolitano metropolitana comunale regionale
    provinciale esecutivo esecutiva federale general municipale culturale
    municipal général générale honoraire régional régionale culturel culturelle commerciale militare scientifico
    scientifica plenipotenziario plenipotenziaria"""
)
OF = vocabulary(
    """a ad al allo alla all' ai agli alle di del dello della dell' dei degli delle per presso con of for at à au aux
    aux du des chargé chargée d'"""
)
BODIES = vocabulary(
    """regione città comune università consiglio provincia repubblica camera new san santa santo los las saint north
    south united republic city council university region ministry chamber foundation
    fondazione camera associazione museo istituto teatro scuola piazza palazzo"""
)
SHORT_ROLES = vocabulary("amb cons cllr ass pres dir rev hon")
"""Roles that are cut short, with a full stop."""
_CALLING = re.compile(
    r"\w{2,}(?:tore|trice|ista|[oò]log[oa]|iere|iera|graf[oa]|nom[oa]|[aie]essa|aio|aia|ario|aria|ente|ante"
    r"|er|or|ist|ian|ess|eer|wright|smith|grapher|man|woman|ien|ienne|eur|euse|rice|logue|iste|ecte|aire)"
)
"""Endings of words for what people do: behind a name and a comma only, where few other words stand alone."""
_PLAIN_CALLING = re.compile(
    r"(?!(?:inter|ri|pre)?(?:vista|lista|pista)$)\w{3,}(?:[oò]log[oa]|(?<!para)graf[oa]|ista|[au]t(?:ore|rice))"
)
"""Those that no other word has: behind an article and before a name, “il politologo Ugo Prova”."""


def is_role(word: str) -> bool:
    """Tell whether *word*, in small letters, is that of an office, or of who stands in for it."""
    return word in ROLES or (word.startswith("vice") and word.removeprefix("vice").lstrip("-") in ROLES)


def is_plain_calling(word: str) -> bool:
    """Tell whether *word*, in small letters, can be nothing but what somebody does."""
    return _PLAIN_CALLING.fullmatch(word) is not None


def is_calling(word: str) -> bool:
    """Tell whether *word*, in small letters, says what somebody does: “enologa”, “beekeeper”."""
    return word in ROLES or _CALLING.fullmatch(word) is not None
