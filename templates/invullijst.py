"""The order of the form: whose it is and how to fill it in, then every norm with a table to write in."""

from questionnaire.comparison.form_fields import FormField
from reporting.forms.layout import LABELS, NORM_LABEL, PLACEHOLDERS
from templates.building_blocks import (
    CENTIMETRE,
    block,
    cell,
    contents_field,
    control_numbers,
    explained,
    heading,
    heading_below,
    labelled,
    paragraph,
    section,
    section_end,
    tag,
    tags,
    text,
)
from templates.front import levels_table

WIDTHS = (4.3, 12.3)
"""Of the labels and of what is filled in, in centimetres."""
HEIGHTS = {
    FormField.REASON: 0.7,
    FormField.PRACTICE: 1.6,
    FormField.EVIDENCE: 0.7,
    FormField.REMARK: 0.7,
    FormField.ACTION: 0.9,
}
"""Room to write on paper, in centimetres."""


def fillable(field: FormField) -> str:
    """A control that stays one in the form, with the text that it has while it is empty."""
    name = f"invul:{field.value}"
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="{name}"/><w:id w:val="{next(control_numbers)}"/>'
        '<w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
        f"<w:t>{PLACEHOLDERS[field]}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def kept(style: str, *runs: str, is_last: bool = False) -> str:
    """A paragraph that stays on the page of the next row."""
    keep = "" if is_last else "<w:keepNext/>"
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>{"".join(runs)}</w:p>'


def field_row(field: FormField) -> str:
    """A label with its field."""
    is_last = field is tuple(FormField)[-1]
    height = HEIGHTS.get(field, 0)
    room = f'<w:trHeight w:val="{round(height * CENTIMETRE)}" w:hRule="atLeast"/>' if height else ""
    return (
        f"<w:tr><w:trPr><w:cantSplit/>{room}</w:trPr>"
        f"{cell(WIDTHS[0], kept('Invullabel', text(LABELS[field]), is_last=is_last))}"
        f"{cell(WIDTHS[1], kept('Invulveld', fillable(field), is_last=is_last))}</w:tr>"
    )


def norm_table() -> str:
    """What is filled in at one norm."""
    widths = [round(width * CENTIMETRE) for width in WIDTHS]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = cell(WIDTHS[0], kept("Tabelkop", text(NORM_LABEL)))
    head += cell(WIDTHS[1], kept("Tabelkop", tag("code"), text(" · "), tag("titel")))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="WasWordtInvul"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="In te vullen bij deze norm"/>'
        '<w:tblDescription w:val="Links wat er wordt gevraagd, rechts het veld om in te vullen"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
        f"{''.join(map(field_row, FormField))}</w:tbl>"
    )


def norm() -> str:
    """One norm: what is asked, what shows it, and the table to fill in."""
    return block(
        "normen",
        heading(2, tag("code"), text(" "), tag("titel")),
        tags("Invulnorm", "wordt"),
        paragraph("Invulnoot", text("Te zien aan:", "Strong")),
        tags("Invulpunt", "te_zien_aan.tekst"),
        labelled("Invulnoot", "bijzonderheden"),
        tags("Invulnoot", "andere_acties.tekst"),
        norm_table(),
    )


def front() -> str:
    """What the form is, how to fill it in, and the levels."""
    return "".join(
        (
            tags("Notatitel", "rapporttitel"),
            paragraph("Invulnorm", tag("organisatie", "Strong")),
            explained(
                "Gegevens van deze lijst",
                "Per kenmerk de waarde, zoals organisatie, ronde en formuliernummer",
                (WIDTHS[0], "Kenmerk"),
                (WIDTHS[1], "Deze lijst"),
                "kenmerken",
            ),
            heading_below(text("Zo vult u de lijst in")),
            tags("Notapunt", "uitleg.tekst"),
            heading_below(text("De niveaus")),
            levels_table(*WIDTHS),
            paragraph("Natabel", tag("hulpmiddel")),
            block(
                "inhoudsopgave",
                heading_below(text("Inhoud"), style="TOCHeading"),
                contents_field().replace('"1-2"', '"1-1"'),
            ),
        )
    )


def document() -> str:
    """The body of the template."""
    chapters = block("onderdelen", heading_below(tag("titel")), tags("Invulnorm", "inleiding"), norm())
    return "".join((front(), section_end(), chapters, section()))


def looks(styles: str) -> str:
    """The styles of the report with smaller headings, and styles for what is filled in."""
    styles = _resized(styles, "Heading1", {'w:val="36"': 'w:val="28"', "<w:pageBreakBefore/>": ""})
    styles = _resized(styles, "Heading1", {'w:before="0" w:after="160"': 'w:before="240" w:after="80"'})
    styles = _resized(styles, "Heading2", {'w:val="28"': 'w:val="23"', 'w:before="220"': 'w:before="260"'})
    styles = _resized(styles, "TOCHeading", {"<w:pageBreakBefore/>": "", 'w:val="40"': 'w:val="28"'})
    styles = _resized(styles, "TOCHeading", {'w:after="200"': 'w:before="240" w:after="80"'})
    styles = _resized(styles, "TOC1", {'w:before="100" w:after="10"': 'w:before="20" w:after="10"'})
    styles = _resized(styles, "TOC1", {"<w:rPr><w:b/><w:bCs/></w:rPr>": ""})
    return styles.replace("</w:styles>", f"{STYLES}</w:styles>")


def _resized(styles: str, style_id: str, changes: dict[str, str]) -> str:
    start = styles.index(f'w:styleId="{style_id}"')
    end = styles.index("</w:style>", start)
    style = styles[start:end]
    for old, new in changes.items():
        assert old in style, old  # noqa: S101 - our own styles
        style = style.replace(old, new)
    return styles[:start] + style + styles[end:]


def _paragraph_style(style_id: str, name: str, based_on: str, layout: str, looks: str = "") -> str:
    characters = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:qFormat/><w:pPr>{layout}</w:pPr>{characters}</w:style>'
    )


SIZE = '<w:sz w:val="19"/><w:szCs w:val="19"/>'
LINES = 'w:line="240" w:lineRule="auto"'
BORDER = 'w:val="single" w:sz="4" w:space="0" w:color="586C88" w:themeColor="accent6"'
STYLES = "".join(
    (
        _paragraph_style(
            "Invulnorm",
            "Invul norm",
            "Normal",
            f'<w:keepNext/><w:spacing w:before="0" w:after="60" {LINES}/>',
            '<w:sz w:val="20"/><w:szCs w:val="20"/>',
        ),
        _paragraph_style(
            "Invulnoot",
            "Invul noot",
            "Normal",
            f'<w:keepNext/><w:spacing w:before="50" w:after="50" {LINES}/>',
            SIZE,
        ),
        _paragraph_style(
            "Invulpunt",
            "Invul punt",
            "Invulnoot",
            '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:before="0" w:after="10"/>'
            '<w:ind w:left="284" w:hanging="284"/>',
        ),
        _paragraph_style("Invullabel", "Invul label", "Tabeltekst", '<w:spacing w:before="20" w:after="20"/>'),
        _paragraph_style("Invulveld", "Invul veld", "Tabeltekst", '<w:spacing w:before="20" w:after="20"/>', SIZE),
        '<w:style w:type="table" w:customStyle="1" w:styleId="WasWordtInvul"><w:name w:val="Was-wordt invul"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/><w:tblPr><w:tblBorders>'
        + "".join(f"<w:{side} {BORDER}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
        + '</w:tblBorders><w:tblCellMar><w:top w:w="10" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="10" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" '
        'w:fill="E3F3FD" w:themeFill="background2"/></w:tcPr></w:tblStylePr></w:style>',
    )
)
"""Styles that only the form has."""
