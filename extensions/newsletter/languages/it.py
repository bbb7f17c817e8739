# SPDX-License-Identifier: EUPL-1.2
"""Italian."""

from __future__ import annotations

from newsletter.languages.language import Language, by_code, split

LANGUAGE = Language(
    common=split("di e che per il alla della dei degli delle nel nella sono dal dalle gli anche"),
    months={"febbr": 2},
    fillers=split("il l lo i gli la nel nell nella nei in di del dell giorno giorni mese anno"),
    openers=split("dal dall dalla da"),
    connectors=split("al all alla a ad"),
    before_connectors=split("fino sino"),
    conjunctions=split("e ed"),
    companions=("con", "insieme a"),
    received=tuple(
        f"{verb}{ending} {agent}"
        for verb in split("accolt ricevut ospitat")
        for ending in "oaie"
        for agent in split("da dal dall' dalla dallo dai dagli dalle")
    ),
    first=("primo",),
    ordinals=("o",),
    undecided=split("definire definirsi destinarsi confermare stabilire comunicare prossimamente"),
    recurring=split("ogni tutti tutte"),
    vague=split("fine inizio inizi meta primi ultimi circa verso settimana weekend primavera estate autunno inverno"),
    alternatives=split("o oppure"),
    relative=split("domani dopodomani oggi ieri"),
    called_off=split("annullato annullata annullati annullate cancellato cancellata"),
    formerly=split("era erano già prima anziché invece spostato spostata rinviato rinviata"),
    hour="ore ",
    clock_words=split("ore ora h alle all"),
    clock_openers=split("dalle dall dal da"),
    clock_connectors=split("alle all al a fino"),
    clock_names={"mezzogiorno": "12:00", "mezzanotte": "00:00"},
    elisions=split("un l d dell all dall nell sull coll quell"),
    articles=split("il lo la i gli le l'"),
    countries={
        "AE": ("Emirati", "Emirati Arabi", "EAU"),
        "AG": ("Antigua",),
        "BA": ("Bosnia", "BiH", "Bosnia Herzegovina", "Bosnia e Erzegovina"),
        "BF": ("Burkina",),
        "BO": ("Stato Plurinazionale di Bolivia",),
        "BY": ("Bielorussia",),
        "CD": ("Congo Kinshasa", "Repubblica democratica del Congo", "Congo democratico", "RDC", "RD Congo"),
        "CF": ("Centrafrica",),
        "CG": ("Congo", "Repubblica del Congo", "Congo Brazzaville"),
        "CH": ("Confederazione elvetica",),
        "CI": ("Costa d'Avorio",),
        "CN": ("Repubblica Popolare Cinese", "Cina Popolare", "RPC"),
        "CV": ("Capo Verde",),
        "CZ": ("Repubblica Ceca", "Rep. Ceca", "Boemia"),
        "DE": ("Repubblica Federale Tedesca", "Germania Ovest", "Germania Occidentale", "RFT"),
        "EU": ("UE",),
        "FM": ("Micronesia",),
        "FO": ("Isole Faroe", "Isole Faroer", "Faroe"),
        "GB": ("Gran Bretagna", "Inghilterra", "Scozia", "Galles", "Irlanda del Nord"),
        "HK": ("Hong Kong",),
        "IE": ("Eire", "Repubblica d'Irlanda"),
        "IR": ("Persia",),
        "KG": ("Kirghizia",),
        "KP": ("Corea del Nord", "RPDC"),
        "KR": ("Corea", "Corea del Sud", "Repubblica di Corea"),
        "LC": ("Santa Lucia",),
        "LK": ("Ceylon",),
        "LY": ("Stato della Libia",),
        "MD": ("Moldavia", "Repubblica di Moldova"),
        "MK": ("Macedonia",),
        "MM": ("Birmania",),
        "MO": ("Macao",),
        "NL": ("Olanda",),
        "PS": ("Palestina", "Territori palestinesi occupati"),
        "RU": ("Federazione Russa",),
        "ST": ("São Tomé",),
        "SY": ("Siria", "Repubblica Araba Siriana"),
        "SZ": ("Swaziland",),
        "TH": ("Siam",),
        "TL": ("Timor Est",),
        "TR": ("Turchia",),
        "TT": ("Trinidad",),
        "TW": ("Taiwan", "Formosa"),
        "TZ": ("Tanzania",),
        "UN": ("ONU",),
        "US": ("USA", "America", "Stati Uniti d'America", "Stati Uniti"),
        "VA": ("Santa Sede", "Vaticano"),
        "ZA": ("Sud Africa",),
        "SU": ("URSS", "CCCP", "Unione delle Repubbliche Socialiste Sovietiche"),
        "YU": ("Iugoslavia",),
        "CS": ("Repubblica Socialista Cecoslovacca",),
        "DD": ("DDR", "RDT", "Germania Est", "Germania Orientale"),
        "RH": ("Rhodesia del Sud",),
    },
    former_countries={
        "SU": "Unione Sovietica",
        "YU": "Jugoslavia",
        "CS": "Cecoslovacchia",
        "DD": "Repubblica Democratica Tedesca",
        "ZR": "Zaire",
        "AN": "Antille Olandesi",
        "DY": "Dahomey",
        "HV": "Alto Volta",
        "RH": "Rhodesia",
        "VD": "Vietnam del Nord",
        "YD": "Yemen del Sud",
    },
    roles=split(
        "ambasciat assess capo commissari consigli consol coordinat delegat dirett dirigent funzionari governa minist "
        "president profess prefett referent responsabil rett segretari sindac vice"
    ),
    offices=split(
        "ambasciatore ambasciatrice assessora assessore console direttore direttrice ministra ministro presidente "
        "sindaca sindaco"
    ),
    groups=split(
        "alunni alunne cittadini classe comitiva coniugi delegati delegazione docenti gruppo giunta insegnanti "
        "personale rappresentanti squadra staff studenti studentesse tecnici ufficio uffici volontari"
    ),
    role_grades=split("aggiunta aggiunto generale onoraria onorario"),
    role_links=split("di del della delle dei degli dell' al alla alle ai agli all' per"),
    kinds={
        "event": ("evento", "appuntamento"),
        "delegation": ("delegazione",),
        "mission": ("missione",),
        "news": ("notizia", "notizie"),
    },
    headings={
        "event": ("appuntamenti", "eventi", "agenda", "prossimi appuntamenti", "calendario"),
        "delegation": ("delegazioni", "delegazioni ricevute", "visite ricevute"),
        "mission": ("missioni", "missioni all'estero"),
        "news": ("in primo piano", "notizie", "altre notizie", "primo piano"),
    },
    options={
        "date": ("data", "giorno", "giorni", "quando", "periodo", "dal", "nuova data"),
        "time": ("ora", "orario", "ore"),
        "place": ("luogo", "sede", "dove", "citta", "posto"),
        "country": ("paese", "paesi", "nazione", "stato"),
        "people": ("persone", "persona", "partecipanti", "ospiti", "delegati", "relatori"),
        "hosts": ("accoglie", "accolti da", "accolta da", "ricevuti da", "padroni di casa", "ospitanti"),
        "partners": ("enti", "organizzazioni", "collaborazioni", "organizzatori"),
        "topics": ("tema", "temi", "argomento", "argomenti"),
        "url": ("sito", "indirizzo", "collegamento", "fonte"),
        "image": ("immagine", "foto", "figura"),
        "alt": ("testo alternativo", "alternativo", "didascalia"),
        "credit": ("credito", "crediti", "autore", "fotografo"),
        "status": ("condizione", "conferma"),
        "id": ("identificativo", "codice", "nome"),
        "updated": ("aggiornato", "aggiornamento", "modificato", "corretto"),
        "correction": ("correzione", "rettifica", "errata corrige"),
        "was": ("era", "data precedente", "prima"),
        "lang": ("lingua",),
    },
    working_notes=(
        *split("bozza bozze provvisorio"),
        *("da completare", "da confermare", "da controllare", "da correggere", "da fare", "da rivedere"),
        *("da scrivere", "da verificare", "in bozza", "non pubblicare", "da non pubblicare"),
    ),
    unfinished=split("bozza bozze copia"),
    to_fill_in=split(
        "aggiungere aggiungi chiedere chiedi completare inserire inserisci mettere metti scrivere verificare"
    ),
    mail_fields=split("da a cc ccn inviato oggetto"),
    samples=(
        *("titolo dell'appuntamento", "titolo della gara", "nome della sede", "nome dell'impianto", "nome cognome"),
        *("citta o istituzione in visita", "una o due frasi: che cosa succede e per chi."),
        "scrivi qui il testo; poi togli queste righe e le opzioni rimaste vuote.",
    ),
    nothing=(
        *split("altri altre ecc eccetera nessuno nessuna niente nulla nd na vari varie"),
        *("da confermare", "da decidere", "da definire", "da definirsi", "da individuare", "da stabilire"),
        *("non definito", "non disponibile", "non noto", "non previsto"),
    ),
    text_names=split("contenuto descrizione dettagli informazioni nota note sintesi sommario testo"),
    title_names=split("evento oggetto titolo"),
    listing_options={
        "kind": ("tipo", "tipi"),
        "country": ("paese", "paesi"),
        "person": ("persona", "persone"),
        "topic": ("tema", "temi"),
        "issue": ("numero",),
        "year": ("anno",),
        "from": ("dal", "da"),
        "to": ("al", "a"),
        "upcoming": ("futuri", "in arrivo", "prossimi"),
        "past": ("passati",),
        "group-by": ("gruppi", "raggruppa"),
        "order": ("ordine",),
        "limit": ("limite", "massimo"),
        "layout": ("aspetto", "forma"),
    },
    statuses={
        "confirmed": ("confermato", "confermata"),
        "tentative": ("provvisorio", "provvisoria", "da confermare"),
        "postponed": (
            *split("rinviato rinviata rinviati rinviate rimandato rimandata rimandati rimandate"),
            *split("posticipato posticipata posticipati posticipate"),
            *("nuova data", "nuove date"),
        ),
        "cancelled": (
            *split("annullato annullata cancellati cancellate sospeso sospesa"),
            *("non si tiene", "non si terra", "non si svolge", "non si svolgera", "non ha luogo", "non avra luogo"),
        ),
    },
    moved=split("spostato spostata spostati spostate anticipato anticipata anticipati anticipate"),
    happened=(
        *split("è e' sono viene vengono sara saranno"),
        *("è stato", "è stata", "e' stato", "e' stata", "sono stati", "sono state"),
    ),
    reasons=split("per causa"),
    relatives=("che",),
    apart=split(
        "se caso qualora termine termini scadenza scadenze bando consegna iscrizione iscrizioni domanda domande "
        "prenotazione prenotazioni adesioni candidature ingresso biglietti servizio traffico circolazione"
    ),
    front_matter={
        "draft": ("bozza", "bozze", "in bozza"),
        "published": ("pubblicato", "pubblicazione", "data"),
    },
    yes=("sì", "si", "vero"),
    no=("no", "falso"),
    stop_words=split(
        "a ad al all alla alle allo ai agli da dal dall dalla dalle dallo dai dagli di d del dell della delle dello "
        "dei degli in nel nell nella nelle nello nei negli su sul sull sulla sulle sullo sui sugli con col per tra "
        "fra il lo la i gli le l un uno una e ed o od che chi cosa c come quando dove quale quali qual perche quanto "
        "quanti quante cui ci si ne non piu anche se ma mi ti vi ho hai ha abbiamo avete hanno e sono siamo siete era "
        "erano stato stata stati state fatto fatta fatti fatte fa quest questo questa questi queste quell quello "
        "quella quelli quelle tutti tutte tutto tutta riguardo riguardato riguarda riguardano riguardanti sta stanno "
        "successo nostro nostra nostri"
    ),
    demonyms=by_code(
        "AD andorrano; AE emiratino; AF afghano; AL albanese; AM armeno; AO angolano; AR argentino; AT austriaco; AU "
        "australiano; AZ azero; BA bosniaco; BD bengalese; BE belga; BF burkinabe; BG bulgaro; BI burundese; BJ "
        "beninese; BO boliviano; BR brasiliano; BW botswano; BY bielorusso; CA canadese; CD congolese; CG congolese; "
        "CH svizzero; CI ivoriano; CL cileno; CM camerunese; CN cinese; CO colombiano; CR costaricano; CS "
        "cecoslovacco; CU cubano; CV capoverdiano; CY cipriota; CZ ceco; DE tedesco; DJ gibutiano; DK danese; DO "
        "dominicano; DZ algerino; EC ecuadoriano; EE estone; EG egiziano; ER eritreo; ES spagnolo; ET etiope; FI "
        "finlandese; FR francese; GA gabonese; GB britannico inglese scozzese gallese; GE georgiano; GH ghanese; GM "
        "gambiano; GN guineano; GR greco; GT guatemalteco; HK hongkonghese; HN honduregno; HR croato; HT haitiano; HU "
        "ungherese magiaro; ID indonesiano; IE irlandese; IL israeliano; IN indiano; IQ iracheno; IR iraniano; IS "
        "islandese; IT italiano; JM giamaicano; JO giordano; JP giapponese nipponico; KE keniota keniano; KG "
        "kirghiso; KH cambogiano; KP nordcoreano coreano; KR sudcoreano coreano; KW kuwaitiano; KZ kazako; LA "
        "laotiano; LB libanese; LI liechtensteinese; LK srilankese; LR liberiano; LT lituano; LU lussemburghese; LV "
        "lettone; LY libico; MA marocchino; MC monegasco; MD moldavo; ME montenegrino; MG malgascio; MK macedone; ML "
        "maliano; MM birmano; MN mongolo; MR mauritano; MT maltese; MU mauriziano; MX messicano; MY malese; MZ "
        "mozambicano; NA namibiano; NE nigerino; NG nigeriano; NI nicaraguense; NL olandese neerlandese; NO "
        "norvegese; NP nepalese; NZ neozelandese; OM omanita; PA panamense; PE peruviano; PH filippino; PK pakistano; "
        "PL polacco; PS palestinese; PT portoghese; PY paraguaiano; QA qatariota; RO rumeno romeno; RS serbo; RU "
        "russo; RW ruandese; SA saudita; SD sudanese; SE svedese; SG singaporiano; SI sloveno; SK slovacco; SM "
        "sammarinese; SN senegalese; SO somalo; SU sovietico; SV salvadoregno; SY siriano; TD ciadiano; TG togolese; "
        "TH thailandese; TJ tagico; TM turkmeno; TN tunisino; TR turco; TW taiwanese; TZ tanzaniano; UA ucraino; UG "
        "ugandese; US americano statunitense; UY uruguaiano; UZ uzbeco; VA vaticano; VE venezuelano; VN vietnamita; "
        "XK kosovaro; YE yemenita; YU jugoslavo; ZA sudafricano; ZM zambiano; ZW zimbabwese; EU europeo"
    ),
    movements={
        "mission": split("andato andata andati andate andare viaggio viaggiato trasferta"),
        "delegation": split("venuto venuta venuti venute arrivato arrivata arrivati arrivate ricevuto ospite"),
    },
    public_offices={
        "mayor": split("sindaco sindaca"),
        "deputy mayor": split("vicesindaco vicesindaca"),
        "councillor": split("assessore assessora consigliere consigliera"),
        "ambassador": split("ambasciatore ambasciatrice"),
        "consul": ("console",),
        "minister": split("ministro ministra"),
        "president": ("presidente",),
        "rector": split("rettore rettrice"),
        "director": split("direttore direttrice"),
    },
    recent=split("ultimo ultima ultimi ultime"),
    weeks={"questa settimana": 0, "prossima settimana": 1, "settimana prossima": 1},
    feasts={"capodanno": "01-01", "natale": "12-25"},
    years=split("anno anni"),
    numbers=split(
        "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
        "diciassette diciotto diciannove venti ventuno ventidue ventitre ventiquattro venticinque ventisei ventisette "
        "ventotto ventinove trenta trentuno"
    ),
)
