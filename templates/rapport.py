"""The order of the report: cover, the page that decides, the scores, the chapters, and annexes when asked for.

In a block stands what depends on the choice of what goes in, with the page section that it ends.
"""

from templates.bijlagen import calculation_annex, method_annex, source_annexes
from templates.building_blocks import (
    COMPACT,
    Column,
    block,
    column,
    figure,
    heading,
    heading_below,
    kept_column,
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
from templates.samenvatting import summary


def scores() -> str:
    """The scores of all steps and themes."""
    return "".join(
        (
            tags("Tabelinleiding", "gemiddelde"),
            table(
                "Score per stap en thema",
                "Per onderdeel de score, hoeveel normen een niveau hebben, en hoeveel op geldende regels te laag",
                *(score_row(collection) for collection in ("stapscores", "themascores")),
                look=COMPACT,
            ),
        )
    )


def levels() -> str:
    """What a report about one step has beside its contents: the level of every norm."""
    return heading_below(text("De stap in beeld")) + block(
        "stappen", tags("Tabelinleiding", "niveaus"), figure("niveaus")
    )


def score_row(collection: str) -> list[Column]:
    """One step or theme."""
    return [
        column(5.5, "Stap of thema", f"{collection}.naam"),
        (
            4.6,
            text("Score (") + tag("diepte") + text(")"),
            paragraph("Tabeltekst", tag(f"{collection}.score", "Strong")),
        ),
        column(3.3, "Met een niveau", f"{collection}.normen"),
        column(3.2, "Op geldende regels, onder streefniveau", f"{collection}.onder", "Tabelgetal"),
    ]


def of_the_summary() -> str:
    """What a report with only the summary has beside the scores."""
    return (
        figure("score")
        + figure("themas")
        + heading(2, text("Wat van wie wordt gevraagd"))
        + labelled("ListBullet", "gevraagd")
    )


def was_wordt_table() -> str:
    """The was-wordt table, over the width of a landscape page."""
    was = tags("Tabeltekst", "normen.was") + labelled("Tabelnoot", "normen.bijzonderheden")
    statement = paragraph("Tabeltekst", tag("normen.titel", "Strong"), text(". "), tag("normen.wordt"))
    level = paragraph("Tabeltekst", tag("normen.niveau", "Strong")) + tags("Tabelnoot", "normen.afstand")
    level += tags("Tabelnoot", "normen.plan_bij_norm.tekst")
    return table(
        "Was en wordt",
        "Per norm: nummer, hoe het nu gaat, wat de versterkte aanpak vraagt, niveau met kloof, en advies",
        [
            column(1.1, "Nr.", "normen.code", "Tabelnorm"),
            (7.4, "Was: hoe het nu gaat", was),
            (7.6, "Wordt: wat de versterkte aanpak vraagt", statement + tags("Tabelnoot", "normen.rust_op")),
            (3.0, "Niveau en kloof", level),
            column(8.0, "Advies (voorstel)", "normen.advies"),
        ],
    )


def strip() -> str:
    """A step or theme on one row."""
    columns = (
        ("score", "Score", 6.3),
        ("gehaald", "Op of boven het streefniveau", 5.8),
        ("eronder", "Onder het streefniveau", 5.0),
        ("geldende_regels", "Daarvan op geldende regels", 5.6),
        ("nog_open", "Nog open", 4.4),
    )
    return table(
        "Dit onderdeel op een rij",
        "De score, en hoeveel normen het streefniveau halen, eronder liggen of nog open zijn",
        [kept_column(width, words, f"in_een_rij.{name}", "Tabelnorm") for name, words, width in columns],
    )


def chapter(collection: str) -> str:
    """One step or theme: how it stands on one row, in three sentences, and then norm by norm."""
    return block(
        collection,
        heading(2, tag("titel")),
        strip(),
        tags("Kader", "conclusie.tekst"),
        was_wordt_table(),
        block(
            "eerst_uitzoeken",
            paragraph("Tabelinleiding", text("Eerst uitzoeken: ", "Strong"), tag("inleiding")),
            labelled("ListBullet", "punten"),
        ),
        block(
            "werkproces",
            heading(3, text("Het werkproces van nu")),
            tags("Tabelinleiding", "inleiding"),
            labelled("Uitkomst", "nu"),
        ),
        block(
            "ontbreekt",
            heading(3, text("Ontbreekt in de bron")),
            tags("Tabelinleiding", "inleiding"),
            labelled("ListBullet", "onderdelen"),
        ),
    )


def improvements() -> str:
    """The improvement points in order, with who knows, and the strong points."""
    return "".join(
        (
            heading(1, text("Verbeterpunten en sterke punten")),
            heading(2, text("Alle verbeterpunten in volgorde")),
            tags("Tabelinleiding", "volgorde.tekst"),
            table(
                "Alle verbeterpunten in volgorde",
                "Per verbeterpunt: plaats, norm, wie het weet, en niveau nu en straks",
                [
                    column(0.9, "Nr.", "verbeterpunten.nr"),
                    column(1.1, "Norm", "verbeterpunten.code", "Tabelnorm"),
                    column(7.0, "Titel", "verbeterpunten.titel"),
                    column(5.6, "Wie het weet", "verbeterpunten.wie"),
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


def about() -> str:
    """How to read this, and how it came about: short, and last."""
    return "".join(
        (
            heading_below(text("Over dit rapport")),
            tags("Notatekst", "over_dit_rapport.tekst"),
            levels_table(4.0, 12.6),
        )
    )


def document() -> str:
    """The body of the template."""
    elaboration = (
        section_end(),
        heading(1, text("De stappen: was en wordt")),
        block("overzicht", figure("score")),
        tags("Tabelinleiding", "leesregel"),
        chapter("stappen"),
        block(
            "overzicht",
            heading_below(text("De thema’s: was en wordt")),
            tags("Tabelinleiding", "themas_inleiding"),
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
            summary(),
            block("uitwerking", contents(), block("overzicht", heading_below(text("De scores op een rij")))),
            block("een_stap", levels()),
            block("alleen_samenvatting", heading(1, text("De scores op een rij"))),
            block("overzicht", scores()),
            block("alleen_samenvatting", of_the_summary()),
            block("uitwerking", *elaboration),
            about(),
            block("bijlagen", heading(1, text("Bijlagen")), method_annex(), calculation_annex(), source_annexes()),
            section(),
        )
    )
