"""The annexes of the report: how the score comes about, certainty, sources and glossary."""

from templates.building_blocks import (
    COMPACT,
    block,
    column,
    explained,
    heading,
    labelled,
    paragraph,
    section_end,
    table,
    tag,
    tags,
    text,
)


def calculation_annex() -> str:
    """How the score comes about; the tables stand in two columns."""
    numbers = (
        ("gewicht", "Gewicht", 1.4),
        ("streefniveau", "Streef", 1.1),
        ("niveau", "Niveau", 1.45),
        ("behaald", "Behaald", 1.35),
        ("mist", "Mist", 0.9),
        ("open", "Open", 0.95),
    )
    described = "Per norm: gewicht, streefniveau, niveau en punten"
    columns = [
        column(0.9, "Nr.", "rekenregels.code", "Tabelnorm"),
        *(column(width, words, f"rekenregels.{name}", "Tabelgetal") for name, words, width in numbers),
    ]
    return "".join(
        (
            heading(2, text("A. Hoe de score ontstaat")),
            tags("ListBullet", "berekening.tekst"),
            section_end(),
            block(
                "rekentabellen",
                tags("Tabeltitel", "titel"),
                table("Punten per norm", described, columns, look=COMPACT),
                tags("Uitkomst", "uitkomst"),
            ),
            section_end(columns=2),
        )
    )


def source_annexes() -> str:
    """Where the norms rest on, sources and glossary."""
    return "".join(
        (
            heading(2, text("B. Hoe zeker de normen zijn")),
            tags("Tabelinleiding", "zekerheid"),
            labelled("Uitkomst", "zekerheden"),
            heading(2, text("C. Bronnen")),
            tags("Tabelinleiding", "bronnen_inleiding"),
            table(
                "Bronnen",
                "Per bron: nummer, omschrijving als link, en hoe ver de bron is gelezen",
                [
                    column(0.9, "Nr.", "bronnen.nr"),
                    (12.9, "Bron", paragraph("Tabeltekst", tag("bronnen.omschrijving", "Hyperlink"))),
                    column(2.8, "Gelezen", "bronnen.gelezen"),
                ],
                look=COMPACT,
            ),
            heading(2, text("D. Begrippen")),
            explained(
                "Begrippen",
                "Elk begrip met zijn uitleg",
                (3.2, "Begrip"),
                (13.4, "Uitleg"),
                "begrippen",
            ),
        )
    )
