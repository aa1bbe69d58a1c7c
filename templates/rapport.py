"""The order of the report: cover, management page, scores in pictures, chapters, annexes.

In a block stands what depends on the choice of what goes in, with the page section that it ends.
"""

from templates.bijlagen import calculation_annex, source_annexes
from templates.building_blocks import (
    COMPACT,
    block,
    column,
    figure,
    heading,
    heading_below,
    labelled,
    paragraph,
    section,
    section_end,
    table,
    tag,
    tags,
    text,
)
from templates.front import contents, cover, levels_table
from templates.plan_van_aanpak import plan


def score_table(collection: str, kind: str) -> str:
    """Scores side by side."""
    return table(
        f"Score per {kind}",
        f"Per {kind} de score, hoeveel normen een niveau hebben, en hoeveel op geldende regels te laag zijn",
        [
            column(5.5, kind.capitalize(), f"{collection}.naam"),
            (
                4.6,
                text("Score (") + tag("diepte") + text(")"),
                paragraph("Tabeltekst", tag(f"{collection}.score", "Strong")),
            ),
            column(3.3, "Met een niveau", f"{collection}.normen"),
            column(3.2, "Op geldende regels, onder streefniveau", f"{collection}.onder", "Tabelgetal"),
        ],
    )


def summary() -> str:
    """The management page."""
    return "".join(
        (
            heading(1, text("Samenvatting voor het management")),
            tags("Kader", "eindoordeel.tekst"),
            tags("Inleiding", "samenvatting.tekst"),
            heading(2, text("Wat al goed gaat")),
            tags("ListBullet", "sterk_kort.tekst"),
            heading(2, text("Wat het eerst aandacht vraagt")),
            tags("ListBullet", "aandacht_kort.tekst"),
            heading(2, text("Voorgestelde besluiten")),
            tags("Tabelinleiding", "besluiten_inleiding"),
            tags("ListNumber", "besluiten.tekst"),
            heading(2, text("Wat van wie wordt gevraagd")),
            labelled("ListBullet", "gevraagd"),
        )
    )


def pictures() -> str:
    """The scores in pictures, each beside its table or its sentence."""
    return "".join(
        (
            heading(2, text("Score per stap")),
            score_table("stapscores", "stap"),
            figure("score"),
            heading(2, text("Score per thema")),
            score_table("themascores", "thema"),
            figure("themas"),
            heading(2, text("Profiel over de stappen")),
            tags("Tabelinleiding", "gemiddelde"),
            figure("profiel"),
        )
    )


def levels() -> str:
    """The level of every norm, step by step."""
    return heading(2, text("Niveau per norm")) + block(
        "stappen", heading(3, tag("naam")), tags("Tabelinleiding", "niveaus"), figure("niveaus")
    )


def method() -> str:
    """How the assessment was made and how much was filled in."""
    counts = (
        ("leeg", "Niet beant\u00adwoord", 2.0),
        ("weet_niet", "Weet ik niet", 1.7),
        ("zonder_reden", "N.v.t. zonder reden", 2.1),
        ("nvt", "N.v.t. met reden", 2.0),
    )
    steps, themes = (
        [
            column(5.3, "Onderdeel", f"{collection}.naam"),
            column(3.5, "Met een niveau", f"{collection}.normen"),
            *(column(width, words, f"{collection}.{name}", "Tabelgetal") for name, words, width in counts),
        ]
        for collection in ("stapscores", "themascores")
    )
    return "".join(
        (
            heading(1, text("Hoe deze zelfbeoordeling is gemaakt")),
            tags("Normal", "werkwijze.tekst"),
            heading(2, text("Hoeveel is ingevuld")),
            tags("Tabelinleiding", "dekking.tekst"),
            table(
                "Ingevuld per stap en thema",
                "Per onderdeel hoeveel normen een niveau hebben, en hoeveel er open of niet van toepassing zijn",
                steps,
                themes,
            ),
            heading(2, text("Hoe het met de wet staat")),
            tags("Normal", "wetstand.tekst"),
            heading(2, text("Waar een norm op rust")),
            labelled("ListBullet", "statussen"),
        )
    )


def was_wordt_table() -> str:
    """The was-wordt table, over the width of a landscape page."""
    statement = paragraph("Tabeltekst", tag("normen.titel", "Strong"), text(". "), tag("normen.wordt"))
    norm = statement + paragraph("Tabelnoot", tag("normen.status"), text(" · "), tag("normen.bron"))
    was = tags("Tabeltekst", "normen.was") + labelled("Tabelnoot", "normen.bijzonderheden")
    gap = paragraph("Tabelnoot", text("kloof: "), tag("normen.kloof"))
    level = paragraph("Tabeltekst", tag("normen.niveau", "Strong")) + tags("Tabelnoot", "normen.streefniveau")
    level += gap + tags("Tabelnoot", "normen.plan_bij_norm.tekst")
    return table(
        "Was en wordt",
        "Per norm: nummer, wat de versterkte aanpak vraagt, hoe het nu gaat, niveau, kloof en advies",
        [
            column(1.1, "Nr.", "normen.code", "Tabelnorm"),
            (8.1, "Wordt: wat de versterkte aanpak vraagt", norm),
            (7.8, "Was: hoe het nu gaat", was),
            (2.8, "Niveau en kloof", level),
            column(7.3, "Advies (voorstel)", "normen.advies"),
        ],
    )


def scale() -> str:
    """The levels and what they mean, beside the tables that use them."""
    return heading(2, text("De niveaus")) + levels_table(4.4, 22.7)


def chapter(collection: str) -> str:
    """One step or theme."""
    return block(
        collection,
        heading(2, tag("titel")),
        tags("Tabelinleiding", "inleiding"),
        tags("Kader", "oordeel.tekst"),
        was_wordt_table(),
        block(
            "uitzoeken",
            heading(3, text("Uit te zoeken")),
            tags("Tabelinleiding", "inleiding"),
            labelled("ListBullet", "punten"),
        ),
        block(
            "eerst_uitzoeken",
            paragraph("Tabelinleiding", text("Eerst uitzoeken: ", "Strong"), tag("inleiding")),
            labelled("ListBullet", "punten"),
        ),
        block(
            "werkproces",
            heading(3, text("Het werkproces van nu, naast de versterkte aanpak")),
            tags("Tabelinleiding", "inleiding"),
            process_table(),
        ),
        block(
            "ontbreekt",
            heading(3, text("Ontbreekt in de bron")),
            tags("Tabelinleiding", "inleiding"),
            labelled("ListBullet", "onderdelen"),
        ),
    )


def process_table() -> str:
    """The two columns of a process card; inside its block the one row is that of the card itself."""
    now, norms = labelled("Uitkomst", "werkproces.nu"), labelled("Tabeltekst", "werkproces.aanpak")
    return table(
        "Werkproces van nu en versterkte aanpak",
        "Links de stappen van nu met wie, overdracht, wachtpunt en verschil; rechts de normen van dit onderdeel",
        [
            (14.3, "Zo gaat het nu", paragraph("Tabelnoot", text("In de volgorde van nu:")) + now),
            (12.8, "De versterkte aanpak", paragraph("Tabelnoot", text("De normen van dit onderdeel:")) + norms),
        ],
    )


def improvements() -> str:
    """Improvement points, the first with their first step, and strong points."""
    return "".join(
        (
            heading(1, text("Verbeterpunten en sterke punten")),
            heading(2, text("Wat eerst aandacht vraagt")),
            tags("Tabelinleiding", "volgorde.tekst"),
            table(
                "De eerste verbeterpunten",
                "Per verbeterpunt: plaats, norm, niveau nu en straks, en de eerste stap",
                [
                    column(1.0, "Nr.", "eerste_verbeterpunten.nr"),
                    (5.4, "Norm", improvement("eerste_verbeterpunten")),
                    column(2.1, "Niveau", "eerste_verbeterpunten.kloof"),
                    column(8.1, "Eerste stap (voorstel)", "eerste_verbeterpunten.advies"),
                ],
            ),
            heading(2, text("Alle verbeterpunten in volgorde")),
            table(
                "Alle verbeterpunten in volgorde",
                "Per verbeterpunt: plaats, norm, wie het weet, en niveau nu en straks",
                [
                    column(0.9, "Nr.", "verbeterpunten.nr"),
                    column(1.1, "Norm", "verbeterpunten.code", "Tabelnorm"),
                    column(7.7, "Titel", "verbeterpunten.titel"),
                    column(4.9, "Wie het weet", "verbeterpunten.wie"),
                    column(2.0, "Niveau", "verbeterpunten.kloof"),
                ],
                look=COMPACT,
            ),
            heading(2, text("Sterke punten")),
            tags("Tabelinleiding", "sterk_inleiding"),
            table(
                "Sterke punten",
                "Normen op of boven het streefniveau, met hun niveau",
                [
                    column(1.2, "Nr.", "sterke_punten.code", "Tabelnorm"),
                    column(9.4, "Norm", "sterke_punten.titel"),
                    column(3.6, "Niveau", "sterke_punten.niveau"),
                    column(2.4, "Streefniveau", "sterke_punten.streefniveau", "Tabelgetal"),
                ],
                look=COMPACT,
            ),
        )
    )


def improvement(collection: str) -> str:
    """The norm of an improvement point with what it rests on."""
    norm = paragraph("Tabelnorm", tag(f"{collection}.code"), text(" "), tag(f"{collection}.titel"))
    return norm + tags("Tabelnoot", f"{collection}.status")


def document() -> str:
    """The body of the template."""
    chapters = (
        block("overzicht", method()),
        section_end(),
        heading(1, text("De stappen: was en wordt")),
        tags("Normal", "leeswijzer.tekst"),
        scale(),
        chapter("stappen"),
        block(
            "overzicht",
            heading_below(text("De thema’s: was en wordt")),
            tags("Normal", "themas_inleiding"),
            chapter("themas"),
        ),
        section_end(landscape=True),
        improvements(),
        plan(),
    )
    return "".join(
        (
            cover(),
            section_end(first=True),
            block("uitwerking", contents()),
            block("overzicht", summary()),
            heading(1, text("De score in beeld")),
            block("overzicht", pictures()),
            levels(),
            block("uitwerking", *chapters),
            block("bijlagen", heading(1, text("Bijlagen")), calculation_annex(), source_annexes()),
            section(),
        )
    )
