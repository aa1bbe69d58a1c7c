"""The order of the internal annex: cover, then every answer on landscape pages, warnings and sources."""

from templates.building_blocks import (
    COMPACT,
    block,
    column,
    explained,
    heading,
    labelled,
    paragraph,
    section,
    table,
    tag,
    tags,
    text,
)
from templates.front import opening


def answers() -> str:
    """Every answer of one step or theme."""
    norm = tags("Tabelnorm", "antwoorden.titel") + paragraph(
        "Tabelnoot", tag("antwoorden.niveau"), text(" · "), tag("antwoorden.wie")
    )
    norm += tags("Tabelnoot", "antwoorden.plan_bij_norm.tekst")
    was = tags("Tabeltekst", "antwoorden.was") + labelled("Tabelnoot", "antwoorden.bijzonderheden")
    return block(
        "onderdelen",
        heading(2, tag("titel")),
        table(
            "Antwoorden",
            "Per norm: nummer, titel met niveau en rol, hoe het nu gaat, bewijs met vindplaats, en opmerking",
            [
                column(1.2, "Nr.", "antwoorden.code", "Tabelnorm"),
                (6.1, "Norm, niveau en wie het weet", norm),
                (8.1, "Was: hoe het nu gaat", was),
                column(6.3, "Bewijs en vindplaats", "antwoorden.bewijs"),
                column(5.4, "Opmerking", "antwoorden.opmerking"),
            ],
        ),
    )


def actions() -> str:
    """The actions with names and notes, when there are any."""
    what = tags("Tabeltekst", "acties.actie") + tags("Tabelnoot", "acties.verwachting.tekst")
    when = tags("Tabeltekst", "acties.datum") + tags("Tabelnoot", "acties.omvang")
    return block(
        "plan",
        heading(1, text("Plan van aanpak: alle acties")),
        table(
            "Acties",
            "Per actie: nummer, wat er gebeurt, normen, eigenaar met naam, datum en omvang, status, en notitie",
            [
                column(1.0, "Nr.", "acties.nr"),
                (8.6, "Actie", what),
                column(3.4, "Normen", "acties.normen"),
                column(4.4, "Eigenaar", "acties.eigenaar_met_naam"),
                (2.9, "Wanneer en omvang", when),
                column(2.2, "Status", "acties.status"),
                column(4.6, "Notitie", "acties.notitie"),
            ],
        ),
    )


def references() -> str:
    """Warnings and sources in full."""
    source = tags("Tabeltekst", "bronnen.omschrijving") + paragraph("Tabelnoot", tag("bronnen.url", "Hyperlink"))
    return "".join(
        (
            heading(1, text("Waarschuwingen en bronnen")),
            heading(2, text("Waarschuwingen bij de normen")),
            explained(
                "Waarschuwingen",
                "Per norm of groep normen waar u op moet letten",
                (5.0, "Norm"),
                (22.1, "Let op"),
                "waarschuwingen",
            ),
            heading(2, text("Bronnen met hun adres")),
            tags("Tabelinleiding", "bronnen_inleiding"),
            table(
                "Bronnen",
                "Per bron: nummer, omschrijving met webadres, en hoe ver de bron is gelezen",
                [
                    column(1.0, "Nr.", "bronnen.nr"),
                    (22.6, "Bron", source),
                    column(3.5, "Gelezen", "bronnen.gelezen"),
                ],
                look=COMPACT,
            ),
        )
    )


def document() -> str:
    """The body of the template."""
    return "".join(
        (
            opening(),
            heading(1, text("Alle antwoorden")),
            tags("Kader", "uitleg.tekst"),
            answers(),
            actions(),
            references(),
            section(landscape=True),
        )
    )
