"""Native Word charts: results → `Chart` (what it shows, in values and in words) → chart part with its workbook.

Everything here is pure: no file, no Word package. Who puts a chart in a document does three things: add
`chart_part(chart).xml` as a part whose relationship `WORKBOOK_RELATIONSHIP` leads to `.workbook`, relate the
document to that part, and place `drawing_xml(...)` in a run.
"""

from reporting.charts.model import Chart, ChartKind, Series
from reporting.charts.over_time import expected_chart, trend_chart
from reporting.charts.part import WORKBOOK_RELATIONSHIP, ChartPart, chart_part, drawing_xml
from reporting.charts.results import level_chart, profile_chart, score_chart, theme_chart

__all__ = [
    "WORKBOOK_RELATIONSHIP",
    "Chart",
    "ChartKind",
    "ChartPart",
    "Series",
    "chart_part",
    "drawing_xml",
    "expected_chart",
    "level_chart",
    "profile_chart",
    "score_chart",
    "theme_chart",
    "trend_chart",
]
