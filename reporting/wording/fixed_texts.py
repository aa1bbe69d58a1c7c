"""Longer texts of the report that are the same for everybody."""

AID = (
    "Dit rapport is een hulpmiddel om te praten en te verbeteren. Het is geen audit, geen ranglijst en geen "
    "juridisch advies. Een norm is een praktische vertaling, niet de letterlijke plicht."
)
SELF_ASSESSED = (
    "De organisatie heeft zelf per norm een niveau gekozen en in eigen woorden opgeschreven hoe het nu gaat. "
    "Niemand van buiten heeft de antwoorden gecontroleerd."
)
OURS = (
    "Gewichten, streefniveaus, rollen en adviezen zijn een voorstel van de makers van deze lijst. Ze staan niet "
    "in de bronnen. U kunt ervan afwijken."
)
CORE_LIST = (
    "De kernlijst bevat alleen wat de twee basisdocumenten zelf zeggen. Scores van de kernlijst zijn niet te "
    "vergelijken met scores van de volledige lijst."
)
READING_GUIDE = (
    (
        "Stap 1 tot en met 3 volgen op elkaar. Stap 4 en 5 kunnen op elk moment nodig zijn. In de tabel per stap "
        "staat wat de versterkte aanpak vraagt ('wordt'), met daarnaast hoe het nu gaat ('was')."
    ),
    (
        "Het niveau loopt van 0 (niet geregeld) tot 4 (geborgd). De kloof is het aantal niveaus onder het "
        "streefniveau. Is er een kloof, dan is het advies een eerste stap. Is het streefniveau gehaald, dan gaat "
        "het advies over borgen. Is het niveau nog niet bekend, dan staat er een vraag, met de rol die het "
        "meestal weet."
    ),
)
SHORT_GUIDE = (
    "Links staat hoe het nu gaat (‘was’), daarnaast wat de versterkte aanpak vraagt (‘wordt’). De kloof is het "
    "aantal niveaus tot het streefniveau. Het advies is een voorstel."
)
DECISIONS_INTRODUCTION = "Deze besluiten volgen uit de antwoorden. Het is een voorstel; u besluit zelf."
IMPROVEMENT_ORDER = "Hoe verder een norm van het streefniveau ligt en hoe zwaarder die telt, hoe hoger die staat."
IMPROVEMENT_RULE = (
    "De volgorde van de verbeterpunten: eerst komen de normen die op geldende regels rusten, daarna de andere. "
    "Binnen elke groep gaat een grote kloof voor een kleine, en telt een norm met meer gewicht zwaarder. "
    "De som is: gewicht × ((1 + kloof)² − 1). "
    "Is de uitkomst gelijk, dan geldt de volgorde van de lijst. Deze regel is een voorstel; u kunt ervan afwijken."
)
CALCULATION_RULE = (
    "Elke norm is 12 punten waard, keer zijn gewicht. Het gewicht is 1, 2 of 3.",
    (
        "Behaald = gewicht × 12 × niveau ÷ streefniveau. Een niveau boven het streefniveau telt als het "
        "streefniveau."
    ),
    "Ontbreekt = de punten van de norm min wat behaald is.",
    (
        "Open = alle punten van de norm, zolang er geen niveau is: niet beantwoord, weet ik niet, of niet van "
        "toepassing zonder reden. Niet van toepassing met een reden telt nergens mee."
    ),
    (
        "De score is behaald ÷ alle punten. Is er nog iets open, dan is de laagste score behaald ÷ alle punten en "
        "de hoogste (behaald + open) ÷ alle punten. De laagste is naar beneden afgerond, de hoogste naar boven. "
        "Er staat alleen 0% of 100% als dat precies zo is."
    ),
    (
        "Met minder dan drie normen is er geen percentage. Het gemiddelde over de stappen telt elke stap even "
        "zwaar; de thema's tellen daarin niet mee."
    ),
)
CERTAINTY = (
    "Niet elke norm volgt even zeker uit de bronnen. Hieronder staat wat letterlijk volgt en wat is afgeleid. "
    "Controleer een artikel in de actuele wettekst voordat u zich erop beroept."
)
WARNINGS = (
    "Een aantal normen heeft een waarschuwing, zoals dat het artikel in een oudere tekst is gelezen. De "
    "waarschuwingen staan in de vragenlijst en in de interne bijlage. Het gaat om:"
)
SOURCES_INTRODUCTION = (
    "Hier staan alleen de bronnen die dit rapport gebruikt. Elke bron is een link. Bij elke bron staat hoe ver "
    "die is gelezen: een pagina waarvan alleen het begin is gelezen, kan verderop iets anders zeggen."
)
INTERNAL = (
    (
        "Deze bijlage is voor de mensen die aan de zelfbeoordeling werken. Hier staat elk antwoord met bewijs, "
        "vindplaats en opmerking. Die staan niet in het openbare rapport."
    ),
    (
        "Deel deze bijlage alleen met wie haar nodig heeft. Kijk voor het delen of er niets in staat over een "
        "inwoner of een medewerker."
    ),
)
NOTE_EFFECT = (
    "De gemeente weet waar de eigen aanpak afwijkt van de versterkte aanpak, en werkt in een vaste volgorde aan "
    "verbetering, te beginnen met wat op geldende regels rust."
)
NOTE_REMARK = (
    "De antwoorden zijn van de organisatie zelf en zijn niet van buiten gecontroleerd. Gewichten en streefniveaus "
    "zijn een voorstel van de makers van de lijst."
)
NOTE_FINANCE = "In te vullen: wat de verbeterpunten kosten, in geld en in uren, en waaruit dat wordt betaald."
NOTE_COMMUNICATION = (
    "De teams en de partners horen de uitkomst als eerste. In te vullen: wanneer en hoe de raad dit hoort."
)
NOTE_ATTACHED = (
    "Rapport van de zelfbeoordeling.",
    "Niet bijgevoegd: de interne bijlage met alle antwoorden, bewijs en opmerkingen.",
)
ACTION_ORDER = (
    "De acties staan in de volgorde van de verbeterpunten. Wat klaar of vervallen is, staat onderaan. De eigenaar "
    "is een rol."
)
EFFECT = (
    "De grafiek laat per stap zien wat de acties samen opleveren als ze op tijd lukken. Is een score een marge, "
    "dan staat er de ondergrens: wat zeker is. Het is een verwachting en geen belofte."
)
NO_EFFECT = (
    "Er is nog geen verwachting te tonen. Die komt er als een actie bij een norm hoort die nog kan stijgen, en "
    "een datum heeft."
)
EXPECTATION_RULES = (
    "Een norm stijgt naar de ambitie. Is er geen ambitie gekozen, dan stijgt de norm naar het streefniveau.",
    "Dat gebeurt in het kwartaal waarin de laatste actie voor die norm klaar moet zijn.",
    (
        "Heeft een actie geen datum, dan geldt het kwartaal van de ambitie. Is dat er ook niet, dan telt de actie "
        "niet mee."
    ),
    (
        "Een kleine actie met effect is een actie van omvang klein die een norm laat stijgen, zonder dat er voor "
        "die norm ook een grotere actie nodig is."
    ),
    "Niemand weet of een actie lukt. Na de acties volgt daarom een nieuwe zelfbeoordeling.",
)
DONE_COUNTS = "Wat klaar is, telt in beide mee."
NO_QUICK_WINS = "Geen kleine actie laat op zichzelf een norm stijgen."
OTHER_DEPTH = (
    "De ene ronde is ingevuld met de kernlijst en de andere met de volledige lijst. De scores zijn niet te "
    "vergelijken. De niveaus van normen die in beide lijsten staan wel."
)
OTHER_LIST = (
    "De twee rondes hadden niet precies dezelfde normen. Een score kan ook daardoor anders zijn. Wat nieuw of weg "
    "is, staat in de tabellen."
)
DONE_MAY_HAVE = (
    "Bij een norm staan de acties die klaar zijn. Zij kunnen de verandering hebben gebracht; zeker is dat niet."
)
DELTA_GROUPS = "Hieronder staat elke norm die veranderde, met het niveau van toen en van nu."
NOTHING_MOVED = "Geen enkele norm veranderde van niveau."
FIND_OUT_FIRST = "deze antwoorden tellen zwaar en zijn nog niet zeker."
