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


def method_annex() -> str:
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
            heading(2, text("A. Hoe deze zelfbeoordeling is gemaakt")),
            tags("Notatekst", "werkwijze.tekst"),
            tags("Tabelinleiding", "dekking.tekst"),
            table(
                "Ingevuld per stap en thema",
                "Per onderdeel hoeveel normen een niveau hebben, en hoeveel er open of niet van toepassing zijn",
                steps,
                themes,
                look=COMPACT,
            ),
            heading(3, text("Waar een norm op rust")),
            labelled("Notapunt", "statussen"),
            block(
                "plan",
                heading(3, text("Hoe de verwachte score ontstaat")),
                tags("Notapunt", "effectregels.tekst"),
            ),
        )
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
            heading(2, text("B. Hoe de score ontstaat")),
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
            heading(2, text("C. Waar elke norm op rust")),
            tags("Tabelinleiding", "zekerheid"),
            table(
                "Waar elke norm op rust",
                "Per norm: nummer, artikel, bronnen en hoe zeker de norm eruit volgt",
                [
                    column(1.2, "Norm", "artikelen.code", "Tabelnorm"),
                    column(8.6, "Artikel", "artikelen.artikel"),
                    column(3.4, "Bronnen", "artikelen.nummers"),
                    column(3.4, "Zekerheid", "artikelen.zekerheid"),
                ],
                look=COMPACT,
            ),
            heading(2, text("D. Bronnen")),
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
            heading(2, text("E. Begrippen")),
            explained(
                "Begrippen",
                "Elk begrip met zijn uitleg",
                (3.2, "Begrip"),
                (13.4, "Uitleg"),
                "begrippen",
            ),
        )
    )
