"""Rows as an old list has them, in somebody else's words, each with the norm that it is about.

Written from the norms by hand: other words, another order, shorter, with the kind of "was" that people write.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OldRow:
    """One row; `norm_id` is "" when no norm is about it."""

    norm_id: str
    wanted: str
    was: str = ""
    action: str = ""
    step: int | None = None


PARAPHRASED = (
    OldRow(
        "elk-loket-zet-signaal-door", "Alle balies en teams weten waar ze heen moeten met een signaal.", step=1
    ),
    OldRow(
        "meldpunt-voor-zorgen-over-een-ander",
        "Eén telefoonnummer voor wie zich zorgen maakt over een buur",
        step=1,
    ),
    OldRow(
        "meldroute-voor-betrokken-professional",
        "Huisartsen en wijkverpleegkundigen weten hoe ze bij ons kunnen melden",
        "Professionals bellen wie ze toevallig kennen",
        step=1,
    ),
    OldRow("bevestiging-van-de-melding", "Inwoner ontvangt een ontvangstbevestiging", "Geen bevestiging", step=1),
    OldRow(
        "inwoner-kent-zijn-rechten-bij-melding",
        "Bij elke melding vertellen over onafhankelijke cliëntondersteuning en persoonlijk plan",
        step=1,
    ),
    OldRow("check-op-veiligheid-en-basis", "Standaard vragen naar veiligheid, inkomen en onderdak", step=1),
    OldRow("spoedroute-bij-gevaar", "Route naar Veilig Thuis bij acuut gevaar bij iedereen bekend", step=1),
    OldRow(
        "uitleg-over-gegevens-in-eerste-gesprek",
        "In gesprek 1 zeggen we wat we noteren en met wie we het delen",
        "Wisselt per consulent",
        step=1,
    ),
    OldRow(
        "samen-breed-kijken-in-eerste-gesprek",
        "Brede uitvraag op alle leefgebieden",
        "Alleen de Wmo-vraag",
        step=1,
    ),
    OldRow(
        "gezin-in-het-eerste-gesprek", "Ook naar de kinderen vragen en naar de rest van het huishouden", step=1
    ),
    OldRow("alleen-noteren-wat-van-belang-is", "Niet meer opschrijven dan nodig is voor de vraag", step=1),
    OldRow(
        "niet-vooraf-zoeken-in-andere-systemen",
        "Consulenten kijken niet van tevoren in het systeem van Participatie",
        step=1,
    ),
    OldRow("vaste-omschrijving-meervoudige-problematiek", "Definitie van multiproblematiek vastgesteld", step=1),
    OldRow("uitkomst-van-stap-1-in-dossier", "Besluit wel/niet meervoudig staat met reden in dossier", step=1),
    OldRow("onderzoek-samen-met-de-inwoner", "Onderzoek doen we mét de inwoner, niet over de inwoner", step=2),
    OldRow("instemming-per-persoon-vastgelegd", "Akkoord van ieder gezinslid apart noteren", step=2),
    OldRow(
        "strenge-route-zonder-medewerking",
        "Als iemand niet wil meewerken: altijd collega laten meekijken en opschrijven waarom",
        step=2,
    ),
    OldRow("alleen-nodige-partijen-in-onderzoek", "Per casus kiezen wie er meedoet met het onderzoek", step=2),
    OldRow("toets-per-wet-voor-gebruik-van-gegevens", "Eerst nagaan welke wet het delen toestaat", step=2),
    OldRow("opvragen-met-doel-en-reden", "Bij een verzoek om informatie noemen we doel en noodzaak", step=2),
    OldRow("lopende-hulp-in-beeld", "Overzicht van alle hulpverleners die al in het gezin komen", step=2),
    OldRow(
        "onderzoek-op-tijd-klaar", "Binnen 6 weken klaar", "Duurt soms drie maanden", "Termijn bewaken", step=2
    ),
    OldRow("uitkomst-onderzoek-op-papier", "Inwoner krijgt brief met conclusie en kan reageren", step=2),
    OldRow(
        "vervolg-zonder-gecoordineerde-aanpak",
        "Ook als er geen regie nodig is weet de inwoner bij wie hij terechtkan",
    ),
    OldRow("onderzoeksgegevens-opruimen", "Gegevens wissen als er geen aanpak volgt", step=2),
    OldRow("doelen-van-de-inwoner", "Doelen in de woorden van de cliënt", "Doelen in vaktaal", step=3),
    OldRow("wie-doet-wat-en-wanneer", "Plan met taakverdeling en planning", "Afspraken blijven vaag", step=3),
    OldRow("alleen-direct-betrokken-partijen", "Kleine kring: alleen wie echt iets doet in het plan", step=3),
    OldRow("een-aangewezen-coordinator", "Iedere casus heeft 1 vaste regisseur met naam en nummer", step=3),
    OldRow("coordinator-uit-logisch-domein", "Regisseur komt uit het team waar het zwaartepunt ligt", step=3),
    OldRow("aanpak-niet-zonder-coordinator", "Vervanging bij ziekte en vakantie geregeld", step=3),
    OldRow("partij-verantwoordelijk-voor-eigen-deel", "Regisseur neemt de taken van partners niet over", step=3),
    OldRow("functieprofiel-coordinator", "Profiel regisseur beschreven in HR21", step=3),
    OldRow("coordinator-heeft-genoeg-tijd", "Caseload maximaal 12", "Regisseur doet 30 casussen tegelijk", step=3),
    OldRow("coordinator-houdt-kennis-bij", "Elk jaar training en intervisie voor regisseurs", step=3),
    OldRow("eerste-aanspreekpunt-voor-inwoner", "Cliënt belt altijd als eerste de regisseur", step=3),
    OldRow("voortgang-op-vaste-momenten", "Elke zes weken evalueren of afspraken lopen", step=3),
    OldRow("wie-hakt-de-knoop-door", "Escalatie: vastleggen wie beslist bij onenigheid", step=3),
    OldRow("professionals-hebben-mandaat", "Deelnemers mogen namens hun organisatie toezeggingen doen", step=3),
    OldRow("twee-rollen-twee-dossiers", "Hulpverlener die ook regie doet heeft aparte mappen", step=3),
    OldRow("toegang-tot-coordinatiedossier", "Autorisaties regiedossier beperken tot betrokkenen", step=3),
    OldRow("inzage-in-dossier-wordt-bijgehouden", "Logging: wie heeft het regiedossier geopend", step=3),
    OldRow("vernietiging-coordinatiedossier-bepaald", "Bewaartermijn regiedossier + wie gooit het weg", step=3),
    OldRow("casusoverleg-heeft-vooraf-doel", "Geen overleg zonder vraag op papier", step=4),
    OldRow("inwoner-weet-vooraf-van-casusoverleg", "Cliënt zit aan tafel of weet ervan", step=4),
    OldRow(
        "casusoverleg-heeft-vaste-opbouw",
        "Technisch voorzitter, werken volgens beeld-oordeel-besluit",
        "Iedereen praat door elkaar",
        step=4,
    ),
    OldRow("ruimte-voor-beroepsgeheim-in-overleg", "GGZ en huisarts mogen zwijgen", step=4),
    OldRow("advies-vragen-zonder-naam", "Anoniem casus inbrengen voor consultatie", step=4),
    OldRow("inwoner-hoort-uitkomst-casusoverleg", "Terugkoppeling aan cliënt binnen een week", step=4),
    OldRow(
        "stukken-overleg-via-veilig-systeem",
        "Beveiligd mailen",
        "Agenda's en verslagen gaan via Outlook en WhatsApp",
        step=4,
    ),
    OldRow("werkproces-bij-en-terugschalen", "Proces op- en afschalen beschreven", step=5),
    OldRow("landelijke-criteria-zorg-veiligheidshuis", "Triage ZVH volgens landelijke criteria", step=5),
    OldRow("aanmelder-krijgt-bericht-terug", "Melder wordt teruggebeld over wat ermee gebeurt", step=5),
    OldRow("warme-overdracht-bij-terugschalen", "Bij afschalen persoonlijke overdracht naar het wijkteam", step=5),
    OldRow("slotgesprek-en-nazorg", "Afsluitend gesprek en na drie maanden nog eens bellen", step=5),
    OldRow("doorbraakroute-bij-vastlopen", "Vastgelopen casus via manager naar de wethouder", step=5),
    OldRow("dpia-voor-aanpak-dossier-en-overleg", "DPIA uitvoeren", "Nooit gedaan", "FG vragen"),
    OldRow("eigen-dossier-per-gezinslid", "Geen gezinsmap maar een dossier per persoon"),
    OldRow("bewaarlijst-per-soort-dossier", "Bewaartermijnen per dossiersoort op een rij"),
    OldRow("inwoners-denken-mee-over-werkwijze", "Cliëntenraad en ervaringsdeskundigen praten mee"),
    OldRow("weg-bij-klacht-of-bezwaar", "Folder waar je een klacht kunt indienen"),
    OldRow("opdracht-van-college-met-verantwoordelijke", "B en W wijst een opdrachtgever aan"),
    OldRow("scholing-over-gesprek-regie-en-gegevens", "Training privacy en regie voor wijkteams en partners"),
    OldRow("convenant-met-vaste-partners", "Convenant ondertekend door alle partners"),
    OldRow("overzicht-van-partners-en-contactpersonen", "Sociale kaart bijwerken"),
    OldRow("afspraken-met-zorgverzekeraars-en-zorg", "Afspraken met de zorgverzekeraar over GGZ"),
    OldRow("cijfers-om-de-aanpak-te-sturen", "Dashboard met aantallen casussen"),
    OldRow("jaarlijkse-steekproef-van-dossiers", "Jaarlijks 20 dossiers lichten"),
    OldRow("leren-van-wat-misging", "Evalueren van casussen die fout liepen"),
)
FOREIGN = (
    OldRow("", "Nieuwe website voor de gemeente", "Site is verouderd", "Offerte vragen"),
    OldRow("", "Parkeren bij het gemeentehuis oplossen", step=1),
    OldRow("", "Meer vergaderruimte", "Altijd vol", step=4),
    OldRow("", "Subsidie aanvragen bij de provincie", step=2),
    OldRow("", "Secretariaat uitbreiden met 0,5 fte", step=3),
    OldRow("", "Laptops vervangen", "Oude laptops", "ICT bellen"),
    OldRow("", "n.v.t.", step=5),
    OldRow("", "Zie bijlage 3", step=2),
    OldRow("", "Kick-off bijeenkomst organiseren met lunch", step=1),
    OldRow("", "Communicatieplan voor de lokale krant"),
    OldRow("", "Begroting 2027 voorbereiden", "Nog niet gestart", "Met financiën overleggen"),
    OldRow("", "Verkeersveiligheid rond scholen"),
)
HELD_OUT = (
    OldRow(
        "elk-loket-zet-signaal-door",
        "Klantcontactcentrum herkent signalen en zet ze door",
        "KCC verbindt door",
        step=1,
    ),
    OldRow("samen-breed-kijken-in-eerste-gesprek", "Vraag achter de vraag ophalen op leefgebieden", step=1),
    OldRow("gezin-in-het-eerste-gesprek", "Kinderen en huisgenoten in beeld", "Alleen de aanvrager", step=1),
    OldRow("vaste-omschrijving-meervoudige-problematiek", "Iedereen bedoelt hetzelfde met meervoudig", step=1),
    OldRow("onderzoek-of-aanpak-nodig-is-en-helpt", "Altijd afwegen of regie meerwaarde heeft", step=2),
    OldRow("delen-van-gegevens-vastleggen", "Noteren wat we met wie gedeeld hebben en waarom", step=2),
    OldRow("onderzoek-laat-samenhang-zien", "Analyse: hoe hangen schulden, zorg en wonen samen", step=2),
    OldRow("toets-per-wet-voor-gebruik-van-gegevens", "Check AVG voordat we iets delen", "Op gevoel", step=2),
    OldRow("inwoner-op-de-hoogte-en-stuurt-mee", "Inwoner houdt zelf de regie en is op de hoogte", step=3),
    OldRow("niet-nagekomen-afspraak-krijgt-vervolg", "Aanspreken als een partner zijn afspraak niet doet", step=3),
    OldRow("een-aangewezen-coordinator", "1 aanspreekpunt, 1 coördinator", "Drie regisseurs naast elkaar", step=3),
    OldRow("coordinatiedossier-alleen-wat-nodig-is", "Niet alles in het coördinatiedossier zetten", step=3),
    OldRow("casusoverleg-als-het-nodig-is", "Coördinator roept overleg bijeen wanneer nodig", step=3),
    OldRow(
        "alleen-nodige-partijen-aan-tafel", "Kleine tafel: alleen wie nodig is", "15 mensen in overleg", step=4
    ),
    OldRow("afspraken-overleg-wie-wat-wanneer", "Actielijst na elk casusoverleg", step=4),
    OldRow("grond-vaste-deelnemers-vastgelegd", "Per deelnemer opschrijven op welke grondslag", step=4),
    OldRow("regie-duidelijk-bij-schalen", "Vastleggen wie regie voert bij op- en afschalen", step=5),
    OldRow("vaste-aanmeldroute-zorg-veiligheidshuis", "Aanmelden ZVH via vast formulier", step=5),
    OldRow("vast-aanspreekpunt-na-bijschalen", "Na opschalen blijft één contactpersoon", step=5),
    OldRow("coordinatiedossier-sluit-na-einde", "Dossier afsluiten na afronding", step=5),
    OldRow("overzicht-delen-per-wet-en-partij", "Matrix: welke partij mag wat delen volgens welke wet"),
    OldRow("coordinatie-apart-in-register", "Verwerkingsregister bijwerken"),
    OldRow("clientondersteuning-gratis-onafhankelijk", "Onafhankelijke ondersteuning aanbieden"),
    OldRow("ervaring-van-inwoners-gevraagd", "Klanttevredenheid meten", "Niet bekend", "Vragenlijst uitzetten"),
    OldRow("zelfevaluatie-leidt-tot-verbeterplan", "Elk jaar verbeterplan naar de raad"),
    OldRow("", "Nieuwe huisstijl voor brieven", "Oud logo", step=2),
    OldRow("", "Bezoek aan andere gemeente plannen"),
    OldRow("", "Personeelsuitje", step=4),
    OldRow("", "Reiskosten declareren via nieuwe app", step=3),
)
"""Written after the way of matching was chosen, to measure it on rows that it was not chosen with."""
