# SPDX-License-Identifier: EUPL-1.2
"""English."""

from __future__ import annotations

from newsletter.languages.language import Language, by_code, split

LANGUAGE = Language(
    common=split("the of and to with from for by our at is are"),
    weekdays={"weds": 2, "thurs": 3},
    fillers=split("on of the day days month year"),
    openers=("from",),
    connectors=split("to until till through"),
    conjunctions=("and",),
    companions=("with",),
    received=("hosted by", "received by", "welcomed by"),
    first=("first",),
    ordinals=split("st nd rd th"),
    undecided=split("tba tbc tbd"),
    recurring=split("every each"),
    vague=split("early late mid end beginning around about week weekend spring summer autumn fall winter"),
    alternatives=("or",),
    relative=split("today tomorrow yesterday"),
    called_off=split("cancelled canceled"),
    formerly=split("formerly was instead moved postponed"),
    clock_words=("at",),
    clock_openers=("from",),
    clock_connectors=split("to until till"),
    clock_names={"noon": "12:00", "midnight": "00:00"},
    articles=("the",),
    countries={
        "AE": ("Emirates", "UAE"),
        "CD": ("DRC", "DR Congo"),
        "CI": ("Ivory Coast",),
        "CN": ("PRC",),
        "CV": ("Cape Verde",),
        "CZ": ("Czech Republic",),
        "DE": ("West Germany",),
        "GB": ("UK", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland"),
        "IE": ("Republic of Ireland",),
        "KP": ("North Korea", "DPRK"),
        "KR": ("Korea", "South Korea", "ROK"),
        "LA": ("Lao PDR",),
        "MD": ("Moldova",),
        "MK": ("FYROM",),
        "MM": ("Burma",),
        "MO": ("Macau",),
        "NL": ("Holland",),
        "PS": ("Palestine",),
        "SY": ("Syria",),
        "TL": ("East Timor",),
        "TR": ("Turkey",),
        "US": ("United States of America",),
        "VA": ("Vatican", "Holy See"),
        "SU": ("USSR", "Union of Soviet Socialist Republics"),
        "DD": ("GDR", "East Germany"),
        "RH": ("Southern Rhodesia",),
    },
    former_countries={
        "SU": "Soviet Union",
        "YU": "Yugoslavia",
        "CS": "Czechoslovakia",
        "DD": "German Democratic Republic",
        "ZR": "Zaire",
        "AN": "Netherlands Antilles",
        "DY": "Dahomey",
        "HV": "Upper Volta",
        "RH": "Rhodesia",
        "VD": "North Vietnam",
        "YD": "South Yemen",
    },
    roles=split("ambassador ceo consul councillor delegat deputy direct head manager mayor rector"),
    offices=split("ambassador director mayor minister president"),
    groups=split("delegates delegation group office pupils representatives staff students teachers team volunteers"),
    role_grades=("general",),
    role_links=("of", "for"),
    headings={
        "event": ("top news", "events"),
        "delegation": ("delegations received", "delegations"),
        "mission": ("missions abroad", "missions"),
        "news": ("in the foreground",),
    },
    options={
        "date": ("when",),
        "time": ("hour", "hours"),
        "place": ("location", "where"),
        "country": ("countries",),
        "people": ("person",),
        "hosts": ("host",),
        "partners": ("partner",),
        "topics": ("topic", "tag", "tags"),
        "url": ("link", "web", "source"),
        "image": ("picture",),
        "credit": ("credits",),
        "id": ("name",),
        "lang": ("language",),
    },
    mail_fields=split("from to cc bcc sent subject date"),
    working_notes=(*split("draft fixme todo xxx"), "do not publish", "to be checked", "to do"),
    unfinished=split("copy draft"),
    to_fill_in=split("add ask check fill insert todo"),
    nothing=(
        *split("etc nobody none others nothing na tba tbc tbd unknown"),
        "not known",
        "to be announced",
        "to be confirmed",
    ),
    samples=("write the text here, and take out these lines and the options that stay empty.",),
    text_names=split("abstract body content description info summary text"),
    title_names=("title",),
    listing_options={"person": ("people",), "topic": ("topics",)},
    statuses={"cancelled": ("canceled", "called off"), "postponed": ("rescheduled", "new date")},
    moved=("moved",),
    happened=(*split("is are was were"), "has been", "have been", "will be"),
    reasons=split("because due for"),
    relatives=split("that which who"),
    apart=split(
        "if case deadline deadlines booking bookings registration applications admission tickets service traffic"
    ),
    front_matter={"draft": ("drafts",), "published": ("date", "publish")},
    yes=("true", "yes"),
    no=("no", "false"),
    stop_words=split(
        "a an the and or of to in on at by for from with about into over under as is are was were be been being am do "
        "does did done has have had will would can could should must who whom whose which what when where why how "
        "that this these those there here it its he she they we you i me us our your their his her him them all any "
        "some not no if than then so s t concern concerned concerning regarding"
    ),
    demonyms=by_code(
        "AD andorran; AE emirati; AF afghan; AL albanian; AM armenian; AO angolan; AR argentine argentinian; AT "
        "austrian; AU australian; AZ azerbaijani; BA bosnian; BD bangladeshi; BE belgian; BG bulgarian; BO bolivian; "
        "BR brazilian; BY belarusian; CA canadian; CD congolese; CG congolese; CH swiss; CI ivorian; CL chilean; CM "
        "cameroonian; CN chinese; CO colombian; CR costarican; CS czechoslovak; CU cuban; CV capeverdean; CY cypriot; "
        "CZ czech; DE german; DK danish dane; DO dominican; DZ algerian; EC ecuadorian; EE estonian; EG egyptian; ER "
        "eritrean; ES spanish; ET ethiopian; FI finnish finn; FR french; GA gabonese; GB british english scottish "
        "welsh; GE georgian; GH ghanaian; GM gambian; GN guinean; GR greek; GT guatemalan; HN honduran; HR croatian; "
        "HT haitian; HU hungarian; ID indonesian; IE irish; IL israeli; IN indian; IQ iraqi; IR iranian; IS "
        "icelandic; IT italian; JM jamaican; JO jordanian; JP japanese; KE kenyan; KG kyrgyz; KH cambodian; KP "
        "korean; KR korean; KW kuwaiti; KZ kazakh; LA lao laotian; LB lebanese; LK srilankan; LR liberian; LT "
        "lithuanian; LU luxembourgish; LV latvian; LY libyan; MA moroccan; MC monegasque; MD moldovan; ME "
        "montenegrin; MG malagasy; MK macedonian; ML malian; MM burmese; MN mongolian; MR mauritanian; MT maltese; MU "
        "mauritian; MX mexican; MY malaysian; MZ mozambican; NA namibian; NG nigerian; NI nicaraguan; NL dutch; NO "
        "norwegian; NP nepalese; NZ newzealander; OM omani; PA panamanian; PE peruvian; PH filipino philippine; PK "
        "pakistani; PL polish pole; PS palestinian; PT portuguese; PY paraguayan; QA qatari; RO romanian; RS serbian; "
        "RU russian; RW rwandan; SA saudi; SD sudanese; SE swedish swede; SG singaporean; SI slovenian slovene; SK "
        "slovak; SM sammarinese; SN senegalese; SO somali; SU soviet; SV salvadoran; SY syrian; TD chadian; TG "
        "togolese; TH thai; TJ tajik; TM turkmen; TN tunisian; TR turkish; TW taiwanese; TZ tanzanian; UA ukrainian; "
        "UG ugandan; US american; UY uruguayan; UZ uzbek; VE venezuelan; VN vietnamese; XK kosovar; YE yemeni; YU "
        "yugoslav; ZA southafrican; ZM zambian; ZW zimbabwean; EU european"
    ),
    movements={
        "mission": split("go goes going gone went travel travelled trip"),
        "delegation": split("come comes came coming arrived received guest visitor"),
    },
    public_offices={
        "mayor": ("mayor",),
        "deputy mayor": split("vicemayor deputy"),
        "councillor": split("councillor councilor alderman"),
        "ambassador": ("ambassador",),
        "consul": ("consul",),
        "minister": ("minister",),
        "president": ("president",),
        "rector": ("rector",),
        "director": ("director",),
    },
    recent=split("last past"),
    weeks={"this week": 0, "next week": 1, "coming week": 1},
    feasts={"new year": "01-01", "christmas": "12-25"},
    years=split("year years"),
    numbers=split("one two three four five six seven eight nine ten"),
)
