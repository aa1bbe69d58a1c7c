"""A chart as Word keeps it: a DrawingML part, its workbook, and the drawing in the text that shows it."""

from dataclasses import dataclass

from reporting.charts import marks
from reporting.charts.model import Chart, ChartKind
from reporting.charts.plot import plot_area
from reporting.charts.text import attribute, label
from reporting.charts.workbook import DECLARATION, workbook

WORKBOOK_RELATIONSHIP = "rId1"
"""The id under which the chart part must be related to its workbook (type `…/relationships/package`)."""
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PLACE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class ChartPart:
    """The two files of one chart: `word/charts/chartN.xml`, and the .xlsx that belongs to it."""

    xml: bytes
    workbook: bytes


def chart_part(chart: Chart) -> ChartPart:
    """Write a chart with its workbook; equal charts give equal bytes."""
    return ChartPart(_chart_space(chart).encode(), workbook(chart))


def drawing_xml(relationship_id: str, shape_id: int, chart: Chart, width_emu: int, height_emu: int) -> str:
    """The `w:drawing` for a run, in line with the text, with the alternative text.

    `relationship_id` leads from the document to the chart part; `shape_id` is unique in the document, header and
    footer included.
    """
    return (
        f'<w:drawing xmlns:w="{WORD}" xmlns:wp="{PLACE}" xmlns:a="{DRAWING}">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width_emu}" cy="{height_emu}"/>'
        f'<wp:docPr id="{shape_id}" name="Grafiek {shape_id}" descr={attribute(chart.alt_text)}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{CHART}">'
        f'<c:chart xmlns:c="{CHART}" xmlns:r="{RELATIONSHIPS}" r:id={attribute(relationship_id)}/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _chart_space(chart: Chart) -> str:
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}">'
        '<c:date1904 val="0"/><c:lang val="nl-NL"/><c:roundedCorners val="0"/>'
        f'<c:chart>{_title(chart.title)}<c:autoTitleDeleted val="0"/>{plot_area(chart)}{_legend(chart)}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{marks.solid(marks.PAPER)}<a:ln><a:noFill/></a:ln></c:spPr>{marks.text_looks()}"
        f'<c:externalData r:id="{WORKBOOK_RELATIONSHIP}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _title(title: str) -> str:
    size = marks.TITLE_SIZE
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{marks.letters(size, bold=True)}</a:pPr>"
        f"<a:r>{marks.letters(size, bold=True, tag='a:rPr')}<a:t>{label(title)}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )


def _legend(chart: Chart) -> str:
    """A legend where there is something to tell apart; above bars, which may be many, below lines."""
    if len(chart.series) == 1:
        return ""
    place = "t" if chart.kind in {ChartKind.SHARES, ChartKind.LEVELS} else "b"
    return f'<c:legend><c:legendPos val="{place}"/><c:overlay val="0"/>{marks.text_looks()}</c:legend>'
