"""The order of the building blocks for a note to the executive: one page."""

from templates.building_blocks import heading, paragraph, section, tag, tags, text

BLOCKS = (
    ("Aanleiding", "aanleiding", "Notatekst"),
    ("Beoogd effect", "effect", "Notatekst"),
    ("Argumenten", "argumenten", "Notapunt"),
    ("Kanttekeningen", "kanttekeningen", "Notapunt"),
    ("Financiën", "financien", "Notatekst"),
    ("Communicatie", "communicatie", "Notatekst"),
    ("Vervolg", "vervolg", "Notatekst"),
    ("Bijlagen", "bijgevoegd", "Notapunt"),
)
"""Heading, tag and style of each block, in order."""


def document() -> str:
    """The body of the template."""
    subject = paragraph("Notatekst", tag("organisatie", "Strong"), text(" · peildatum "), tag("peildatum"))
    return "".join(
        (
            tags("Notatitel", "rapporttitel"),
            subject,
            tags("Notatekst", "kenmerkregel"),
            heading(1, text("Samenvatting en beslispunten")),
            tags("Notatekst", "samenvatting.tekst"),
            tags("Notabesluit", "besluiten.tekst"),
            *(heading(1, text(words)) + tags(style, f"{name}.tekst") for words, name, style in BLOCKS),
            section(),
        )
    )


def looks(styles: str) -> str:
    """The styles of the report with a small heading 1 that stays on the page."""
    start = styles.index('<w:style w:type="paragraph" w:styleId="Heading1">')
    end = styles.index("</w:style>", start)
    small = styles[start:end].replace("<w:pageBreakBefore/>", "").replace('w:val="36"', 'w:val="21"')
    small = small.replace('w:before="0" w:after="160"', 'w:before="110" w:after="20"')
    return styles[:start] + small + styles[end:]
