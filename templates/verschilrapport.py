"""The order of the report on two rounds: cover, what changed in words, the scores, the norms."""

from templates.building_blocks import (
    COMPACT,
    block,
    column,
    figure,
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


def document() -> str:
    """The body of the template."""
    return "".join(
        (
            opening(),
            heading(1, text("Wat er is veranderd")),
            tags("Kader", "samenvatting.tekst"),
            heading(2, text("Let op bij het vergelijken")),
            tags("ListBullet", "let_op.tekst"),
            heading(2, text("De score toen en nu")),
            paragraph(
                "Tabelinleiding", text("Toen: "), tag("naam_toen"), text(". Nu: "), tag("naam_nu"), text(".")
            ),
            scores(),
            figure("verloop"),
            heading(2, text("Per stap en thema")),
            labelled("ListBullet", "per_onderdeel"),
            heading(1, text("De normen die veranderden")),
            tags("Normal", "normen_inleiding"),
            groups(),
            section(),
        )
    )
