"""The order of the report on two rounds: cover, the page that decides, the scores, the norms."""

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
from templates.front import contents, cover


def scores() -> str:
    """The scores of both rounds beside each other."""
    return table(
        "Score per stap en thema, toen en nu",
        "Per onderdeel de score in beide rondes, het verschil, en hoeveel normen omhoog en omlaag gingen",
        [
            column(4.7, "Onderdeel", "scores.naam", "Tabelnorm"),
            column(3.0, "Toen", "scores.toen"),
            (3.0, "Nu", paragraph("Tabeltekst", tag("scores.nu", "Strong"))),
            column(2.9, "Verschil (procentpunt)", "scores.verschil"),
            column(1.5, "Omhoog", "scores.omhoog", "Tabelgetal"),
            column(1.5, "Omlaag", "scores.omlaag", "Tabelgetal"),
        ],
        look=COMPACT,
    )


def groups() -> str:
    """The norms, by what happened to them."""
    return block(
        "groepen",
        heading(2, tag("titel")),
        tags("Tabelinleiding", "inleiding"),
        table(
            "Normen die veranderden",
            "Per norm: nummer, titel, niveau in beide rondes, en de acties die klaar zijn",
            [
                column(1.2, "Nr.", "normen.code", "Tabelnorm"),
                column(5.2, "Norm", "normen.titel"),
                column(2.6, "Toen", "normen.toen"),
                (2.8, "Nu", paragraph("Tabeltekst", tag("normen.nu", "Strong"))),
                column(4.8, "Acties die klaar zijn", "normen.gedaan"),
            ],
        ),
    )


def what_changed() -> str:
    """The page that decides: what changed in words, and what that asks."""
    return "".join(
        (
            heading(1, text("Wat er is veranderd")),
            tags("Kader", "samenvatting.tekst"),
            heading(2, text("Wat het meest vooruitging")),
            labelled("ListBullet", "vooruitgang"),
            heading(2, text("Wat het meest achteruitging")),
            labelled("ListBullet", "achteruitgang"),
            heading(2, text("Wat dit vraagt")),
            tags("ListNumber", "gevraagd_besluit.tekst"),
            heading(2, text("Let op bij het vergelijken")),
            tags("ListBullet", "let_op.tekst"),
        )
    )


def document() -> str:
    """The body of the template."""
    return "".join(
        (
            cover(),
            section_end(first=True),
            what_changed(),
            contents(),
            heading_below(text("De score toen en nu")),
            paragraph(
                "Tabelinleiding", text("Toen: "), tag("naam_toen"), text(". Nu: "), tag("naam_nu"), text(".")
            ),
            scores(),
            figure("verloop"),
            heading(1, text("De normen die veranderden")),
            tags("Normal", "normen_inleiding"),
            groups(),
            section(),
        )
    )
