"""The full report with every chart beside docxtpl with matplotlib pictures: the same texts, tables and charts.

Both start from the same assessment. The peer fills the same template, its controls turned into Jinja, and draws
the same values. It is spared what it does not do by itself: a filled table of contents, bookmarks, links, data
behind the charts. The product needs neither package: `pip install -r tests/bench/peers/requirements.txt`, then
`python -m tests.bench.peers.bench_word`.
"""

import io
import sys
from datetime import date
from typing import Any

from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.scoring.score import score_assessment
from reporting.charts import Chart, ChartKind
from reporting.composing.report import compose
from reporting.report import STANDARD_TEMPLATE, make_report
from tests.bench.measuring import medians, show
from tests.bench.peers.jinja_template import as_context, as_jinja

ROUNDS = 5
LEAST_TIMES_FASTER = 10
PRINTED_ON = date(2026, 12, 1)
NOT_INSTALLED = (
    "docxtpl and matplotlib are not installed, so there is nothing to compare with: "
    "pip install -r tests/bench/peers/requirements.txt\n"
)


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """Medians in milliseconds of processor time, `report_ms` and `peer_ms`, their `ratio`, and the sizes in kB.

    Raises:
        ImportError: the peers are not installed.
        AssertionError: the two documents do not hold the same rows and pictures.
    """
    content = questionnaire()
    assessment = load_example(content)
    template = as_jinja(STANDARD_TEMPLATE.read_bytes())

    def ours() -> bytes:
        return make_report(score_assessment(content, assessment), PRINTED_ON)

    def theirs() -> bytes:
        return _peer_report(template, compose(score_assessment(content, assessment), PRINTED_ON))

    assert _content(ours()) == _content(theirs())
    report_ms, peer_ms = medians(lambda _: ours(), lambda _: theirs(), rounds=rounds)
    sizes = {"report_kb": len(ours()) / 1000, "peer_kb": len(theirs()) / 1000}
    return {"report_ms": report_ms, "peer_ms": peer_ms, "ratio": peer_ms / report_ms, **sizes}


def _peer_report(template: bytes, content: object) -> bytes:
    from docx.shared import Cm
    from docxtpl import DocxTemplate, InlineImage  # type: ignore[import-not-found,unused-ignore]

    document = DocxTemplate(io.BytesIO(template))
    context = as_context(content, lambda chart: InlineImage(document, _picture(chart), width=Cm(16.6)))
    document.render(context, autoescape=True)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _picture(chart: Chart) -> io.BytesIO:
    """The chart as PNG at 200 dpi: bars or a radar with title, names and legend."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # type: ignore[import-not-found,unused-ignore]
    from matplotlib.figure import Figure  # type: ignore[import-not-found,unused-ignore]

    figure = Figure(figsize=(6.5, chart.height_emu / 914_400), dpi=200, layout="constrained")
    FigureCanvasAgg(figure)
    if chart.kind is ChartKind.PROFILE:
        _draw_radar(figure, chart)
    else:
        _draw_bars(figure, chart)
    figure.legend(loc="outside lower center", ncols=3, fontsize=8)
    target = io.BytesIO()
    figure.savefig(target, format="png")
    target.seek(0)
    return target


def _draw_bars(figure: Any, chart: Chart) -> None:
    axes = figure.add_subplot()
    left = [0.0] * len(chart.categories)
    for series, hatch in zip(chart.series, ("", "///", ""), strict=True):
        values = [value or 0 for value in series.values]
        axes.barh(chart.categories, values, left=left, label=series.name, hatch=hatch, edgecolor="black")
        left = [start + value for start, value in zip(left, values, strict=True)]
    axes.invert_yaxis()
    axes.set_title(chart.title, fontsize=11)
    axes.tick_params(labelsize=8)


def _draw_radar(figure: Any, chart: Chart) -> None:
    from math import pi

    axes = figure.add_subplot(projection="polar")
    angles = [2 * pi * place / len(chart.categories) for place in range(len(chart.categories))]
    for series, line in zip(chart.series, ("-o", "--D"), strict=False):
        values = [value or 0 for value in series.values]
        axes.plot([*angles, angles[0]], [*values, values[0]], line, label=series.name)
    axes.set_xticks(angles, chart.categories, fontsize=8)
    axes.set_title(chart.title, fontsize=11)


def _content(document: bytes) -> dict[str, int]:
    """How many table rows and pictures a document holds, and how many characters its tables."""
    from tests.reporting.inspecting.outline import W, body_of

    body = body_of(document)
    rows = list(body.iter(f"{W}tr"))
    characters = sum(len(str(text.text or "")) for row in rows for text in row.iter(f"{W}t"))
    return {"rows": len(rows), "pictures": len(list(body.iter(f"{W}drawing"))), "characters": characters}


def main() -> int:
    """Print the numbers; 1 when we are not so much faster, 0 also when there is nothing to compare with."""
    try:
        found = measure()
    except ImportError:
        sys.stdout.write(NOT_INSTALLED)
        return 0
    show(found)
    return int(found["ratio"] < LEAST_TIMES_FASTER)


if __name__ == "__main__":
    sys.exit(main())
