"""The plot area of each kind of chart: series with the values last seen, labels and axes."""

from collections.abc import Iterable

from reporting.charts import marks
from reporting.charts.model import EMU_PER_CM, Chart, ChartKind, Series
from reporting.charts.text import attribute, label, number_text
from reporting.charts.workbook import name_reference, value_reference

CATEGORY_AXIS, VALUE_AXIS = 111111111, 222222222
AXES = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
BAR_KINDS = {ChartKind.SHARES, ChartKind.LEVELS}
SHARE_LABEL = '[>=5]" "0"% ";""'
"""A bar of less than 5% is too narrow for its number; as a number format this also holds after an edit."""
LEVEL_LABEL = '" "0" "'
SHARE_AXIS = "0%"
LEVEL_AXIS = '[=0]"0 niet geregeld";[=4]"4 geborgd";0'
PROFILE_AXIS = '[=50]0"%";[=100]0"%";""'
"""Only these two: the other numbers would stand behind the lines."""
MOST_LABELLED_LINES = 2
NO_MARGINS = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
"""So that the box around a number stays within its bar."""
UPRIGHT = '<a:bodyPr rot="0" vert="horz"/>'
"""Says in so many words what is usual; without it LibreOffice leaves out names that come close to each other."""
LABEL_SHARE_PER_CHARACTER, LABEL_MARGIN, LARGEST_LABEL_SHARE = 0.009, 0.03, 0.55
"""Width of the names of norms as a share of a chart on A4 portrait; with room for a wider font than ours."""
TITLE_AND_LEGEND_CM, AXIS_CM = 2.0, 0.8


def plot_area(chart: Chart) -> str:
    """The series in the form of their kind, with axes."""
    form = {
        ChartKind.SHARES: _bars,
        ChartKind.LEVELS: _bars,
        ChartKind.PROFILE: _radar,
        ChartKind.LINES: _lines,
    }[chart.kind]
    return f"<c:plotArea>{_layout(chart)}{form(chart)}{_category_axis(chart)}{_value_axis(chart)}</c:plotArea>"


def _layout(chart: Chart) -> str:
    """Long names of norms get the room they need on one line; elsewhere Word divides the room itself."""
    if chart.kind is not ChartKind.LEVELS:
        return "<c:layout/>"
    height_cm = chart.height_emu / EMU_PER_CM
    left = min(LARGEST_LABEL_SHARE, LABEL_MARGIN + LABEL_SHARE_PER_CHARACTER * max(map(len, chart.categories)))
    top = TITLE_AND_LEGEND_CM / height_cm
    places = {"x": left, "y": top, "w": 0.95 - left, "h": 1 - top - AXIS_CM / height_cm}
    sizes = "".join(f'<c:{name} val="{share:.4f}"/>' for name, share in places.items())
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{sizes}</c:manualLayout></c:layout>"
    )


def _bars(chart: Chart) -> str:
    grouping = "percentStacked" if chart.kind is ChartKind.SHARES else "stacked"
    looks = (
        f'{marks.bar_looks(n)}<c:invertIfNegative val="0"/>{_bar_labels(chart, n)}'
        for n in range(len(chart.series))
    )
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>'
        f'{_all_series(chart, looks)}<c:gapWidth val="45"/><c:overlap val="100"/>{AXES}</c:barChart>'
    )


def _radar(chart: Chart) -> str:
    series = _all_series(chart, map(marks.line_looks, range(len(chart.series))))
    return f'<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>{series}{AXES}</c:radarChart>'


def _lines(chart: Chart) -> str:
    looks = (marks.line_looks(n) + _line_labels(chart, n) for n in range(len(chart.series)))
    series = _all_series(chart, looks, after='<c:smooth val="0"/>')
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/>{AXES}</c:lineChart>'
    )


def _all_series(chart: Chart, looks: Iterable[str], after: str = "") -> str:
    """Every series with its looks and the categories, which are the same for all."""
    rows = len(chart.categories)
    categories = f"<c:cat>{_texts(value_reference(-1, rows), chart.categories)}</c:cat>"
    return "".join(
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>'
        f"<c:tx>{_texts(name_reference(place), (series.name,))}</c:tx>{look}{categories}"
        f"<c:val>{_numbers(value_reference(place, rows), series, chart.number_format)}</c:val>{after}</c:ser>"
        for place, (series, look) in enumerate(zip(chart.series, looks, strict=True))
    )


def _texts(reference: str, texts: tuple[str, ...]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{label(text)}</c:v></c:pt>' for n, text in enumerate(texts))
    count = f'<c:ptCount val="{len(texts)}"/>'
    return f"<c:strRef><c:f>{reference}</c:f><c:strCache>{count}{points}</c:strCache></c:strRef>"


def _numbers(reference: str, series: Series, number_format: str) -> str:
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{number_text(value)}</c:v></c:pt>'
        for n, value in enumerate(series.values)
        if value is not None
    )
    return (
        f"<c:numRef><c:f>{reference}</c:f><c:numCache><c:formatCode>{label(number_format)}</c:formatCode>"
        f'<c:ptCount val="{len(series.values)}"/>{points}</c:numCache></c:numRef>'
    )


def _bar_labels(chart: Chart, place: int) -> str:
    """Shares carry their percentage; of the levels only the level itself, at the start of the bar."""
    if chart.kind is ChartKind.SHARES:
        return _labels(SHARE_LABEL, "ctr")
    return _labels(LEVEL_LABEL, "inBase", marks.SMALL_SIZE) if place == 0 else ""


def _line_labels(chart: Chart, place: int) -> str:
    """The first line has its numbers below, the second above; with more lines they would cover each other."""
    if len(chart.series) > MOST_LABELLED_LINES:
        return ""
    return _labels(chart.number_format, "b" if place == 0 and len(chart.series) > 1 else "t")


def _labels(number_format: str, position: str, size: int = marks.BODY_SIZE) -> str:
    return (
        f'<c:dLbls><c:numFmt formatCode={attribute(number_format)} sourceLinked="0"/>'
        f"<c:spPr>{marks.solid(marks.PAPER)}<a:ln><a:noFill/></a:ln></c:spPr>{marks.text_looks(size, NO_MARGINS)}"
        f'<c:dLblPos val="{position}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _category_axis(chart: Chart) -> str:
    """Bars read from top to bottom; every category is named."""
    is_bars = chart.kind in BAR_KINDS
    size = marks.SMALL_SIZE if chart.kind is ChartKind.LEVELS else marks.BODY_SIZE
    grid = _gridlines() if chart.kind is ChartKind.PROFILE else ""
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/>'
        f'<c:scaling><c:orientation val="{"maxMin" if is_bars else "minMax"}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"l" if is_bars else "b"}"/>{grid}<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{marks.stroke(marks.INK, 9_525)}</c:spPr>{marks.text_looks(size, UPRIGHT)}"
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _value_axis(chart: Chart) -> str:
    """From 0 to `axis_top` in four parts; below the bars, although they are drawn from the top."""
    is_bars = chart.kind in BAR_KINDS
    top = chart.axis_top
    end = "" if top is None else f'<c:max val="{number_text(top)}"/>'
    steps = "" if top is None else f'<c:majorUnit val="{number_text(top / 4)}"/>'
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{end}<c:min val="0"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{"b" if is_bars else "l"}"/>{_gridlines()}'
        f'<c:numFmt formatCode={attribute(_axis_format(chart))} sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{marks.stroke(marks.GRID, 6_350)}</c:spPr>{marks.text_looks(marks.SMALL_SIZE)}"
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="{"max" if is_bars else "autoZero"}"/>'
        f'<c:crossBetween val="between"/>{steps}</c:valAx>'
    )


def _axis_format(chart: Chart) -> str:
    """Bars of 100% count in fractions; levels have a name at both ends."""
    return {
        ChartKind.SHARES: SHARE_AXIS,
        ChartKind.LEVELS: LEVEL_AXIS,
        ChartKind.PROFILE: PROFILE_AXIS,
        ChartKind.LINES: chart.number_format,
    }[chart.kind]


def _gridlines() -> str:
    return f"<c:majorGridlines><c:spPr>{marks.stroke(marks.GRID, 6_350)}</c:spPr></c:majorGridlines>"
