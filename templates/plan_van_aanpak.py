"""The chapter with the plan: actions, what they bring, and what stays open; left out while there is no action."""

from templates.building_blocks import (
    COMPACT,
    block,
    column,
    figure,
    heading,
    heading_below,
    labelled,
    paragraph,
    table,
    tag,
    tags,
    text,
)


def plan() -> str:
    """The whole chapter."""
    return block(
        "plan",
        heading_below(text("Plan van aanpak")),
        tags("Tabelinleiding", "acties_inleiding.tekst"),
        actions(),
        heading(2, text("Wat de acties naar verwachting opleveren")),
        tags("Tabelinleiding", "effect.tekst"),
        effects(),
        figure("effect"),
        points("zonder_actie", "Wat open blijft"),
    )


def actions() -> str:
    """Every action with who, when, how much and how far."""
    what = tags("Tabeltekst", "acties.actie") + tags("Tabelnoot", "acties.verwachting.tekst")
    when = tags("Tabeltekst", "acties.datum") + tags("Tabelnoot", "acties.omvang")
    how_far = tags("Tabeltekst", "acties.status") + tags("Tabelnoot", "acties.prioriteit.tekst")
    return table(
        "Acties",
        "Per actie: nummer, wat er gebeurt, normen, eigenaar, datum en omvang, status en prioriteit",
        [
            column(0.9, "Nr.", "acties.nr"),
            (5.1, "Actie", what),
            column(2.1, "Normen", "acties.normen"),
            column(3.5, "Eigenaar", "acties.eigenaar"),
            (2.6, "Wanneer en omvang", when),
            (2.4, "Status en prioriteit", how_far),
        ],
    )


def effects() -> str:
    """The scores beside each other: now, with the small actions with effect, and with everything."""
    return table(
        "Verwachte score",
        "Per stap of thema: de score van nu, met alleen de kleine acties met effect, en met alle acties",
        [
            column(5.2, "Onderdeel", "effecten.naam", "Tabelnorm"),
            (3.8, text("Nu (") + tag("diepte") + text(")"), tags("Tabeltekst", "effecten.nu")),
            column(3.8, "Alleen kleine acties met effect", "effecten.quick_wins"),
            (3.8, "Alle acties", paragraph("Tabeltekst", tag("effecten.alles", "Strong"))),
        ],
        look=COMPACT,
    )


def points(name: str, words: str) -> str:
    """A list with its heading, or nothing."""
    return block(
        name,
        heading(2, text(words)),
        tags("Tabelinleiding", "inleiding"),
        labelled("Notapunt", "punten"),
    )
