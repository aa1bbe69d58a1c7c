"""Results as plotly figures for the screen. Colour is never the only sign: bars carry patterns and numbers."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from questionnaire.model.plan import Quarter
from questionnaire.scoring.delta import SectionMove
from questionnaire.scoring.percentages import whole_percentages
from questionnaire.scoring.projection import Projection
from questionnaire.scoring.score import SectionResult

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

INK = "#001a40"
PAPER = "#ffffff"
GRID = "#c5cfdb"
NARROWEST_LABELLED = 6
"""A part below this percentage is too narrow for its number; the table beside the chart has it."""
PARTS = (
    ("behaald", "#00568b", ""),
    ("ontbreekt", "#f3d9b8", "/"),
    ("nog open", "#ffffff", ""),
)
"""Name, colour and pattern of the three parts of a score, in the order in which they are stacked."""
LINES = (
    ("#00568b", "solid", "circle"),
    ("#863d15", "dash", "square"),
    ("#105f26", "dot", "diamond"),
    ("#5b2a86", "dashdot", "triangle-up"),
    ("#41506a", "longdash", "x"),
)
"""Colour, dashes and marker of the lines of a chart, one per step."""
POLAR = {
    "radialaxis": {"range": [0, 100], "ticksuffix": "%", "gridcolor": GRID, "angle": 90, "tickangle": 90},
    "angularaxis": {"direction": "clockwise", "rotation": 90, "gridcolor": GRID},
    "bgcolor": PAPER,
}
"""The axes of a profile: the first step on top, the others clockwise."""
ROUNDS = (("#ffffff", "/", INK), ("#00568b", "", PAPER))
"""Colour, pattern and colour of the text of the bars of an earlier and a later round."""
WIDE_ENOUGH = 8
"""A bar from this percentage on has room for its number; the table beside the chart has it in any case."""


def score_parts(sections: Sequence[SectionResult]) -> "Figure":
    """Reached, missing and open per section as stacked bars of 100%; a section without score has no bar."""
    from plotly import graph_objects as go

    figure = go.Figure()
    names = [section.section.name for section in sections]
    shares = [_shares(section) for section in sections]
    labels = [_labels(section) for section in sections]
    for place, (part, colour, pattern) in enumerate(PARTS):
        values = [share[place] for share in shares]
        figure.add_bar(
            name=part,
            y=names,
            x=values,
            text=[
                label[place] if value >= NARROWEST_LABELLED else ""
                for label, value in zip(labels, values, strict=False)
            ],
            insidetextanchor="middle",
            **_bar_looks(
                colour,
                {"shape": pattern, "fgcolor": "#dfae72", "solidity": 0.2},
                PAPER if part == "behaald" else INK,
            ),
            customdata=[label[place] for label in labels],
            hovertemplate=f"%{{y}}: %{{customdata}} {part}<extra></extra>",
        )
    return _across(figure, barmode="stack", height=110 + 46 * len(names))


def step_profile(steps: Sequence[SectionResult]) -> "Figure":
    """Profile over the steps: the certain part as a line, the possible part (all open in order) as dashes.

    A step with too few applicable norms for a percentage has no point. The names are short, so that they fit on a
    telephone; the table beside the figure has them in full.
    """
    from plotly import graph_objects as go

    shown = [(step, band) for step in steps if (band := step.band) is not None]
    names = [f"Stap {step.section.number}" for step, _ in shown]
    low = [float(100 * band.low) for _, band in shown]
    high = [float(100 * band.high) for _, band in shown]
    whole = [whole_percentages(step.score) for step, _ in shown]
    figure = go.Figure()
    if any(not band.is_exact for _, band in shown):
        figure.add_scatterpolar(
            name="mogelijk, als alles wat open is in orde blijkt",
            r=[*high, *high[:1]],
            theta=[*names, *names[:1]],
            mode="lines+markers",
            line={"color": "#863d15", "dash": "dash", "width": 2},
            marker={"symbol": "diamond-open", "size": 10, "color": "#863d15"},
            customdata=[f"{100 - missing}%" for _, missing, _ in (*whole, *whole[:1])],
            hovertemplate="%{theta}: hoogstens %{customdata}<extra></extra>",
        )
    figure.add_scatterpolar(
        name="zeker behaald",
        r=[*low, *low[:1]],
        theta=[*names, *names[:1]],
        mode="lines+markers",
        fill="toself",
        fillcolor="rgba(0, 86, 139, 0.15)",
        line={"color": "#00568b", "width": 3},
        marker={"symbol": "circle", "size": 9, "color": "#00568b"},
        customdata=[f"{reached}%" for reached, _, _ in (*whole, *whole[:1])],
        hovertemplate="%{theta}: %{customdata}<extra></extra>",
    )
    figure.update_layout(
        height=460,
        polar=POLAR,
        legend={"orientation": "h", "y": -0.12},
        **_common(),
    )
    return figure


def expected_scores(projection: Projection) -> "Figure":
    """What is certain to be reached per step, now and at the end of each quarter, as lines.

    A step with too few applicable norms for a percentage has no line. The year stands below its first quarter
    only, so that twelve quarters fit on a telephone.
    """
    from plotly import graph_objects as go

    results = [projection.now, *(expected.result for expected in projection.quarters)]
    quarters = [expected.quarter for expected in projection.quarters]
    said = ["nu", *(f"eind {quarter.text}" for quarter in quarters)]
    figure = go.Figure()
    for place, step in enumerate(projection.now.steps):
        if step.band is None:
            continue
        bands = [result.steps[place].band for result in results]
        colour, dash, symbol = LINES[place % len(LINES)]
        figure.add_scatter(
            name=f"Stap {step.section.number}",
            x=list(range(len(results))),
            y=[float(100 * band.low) for band in bands if band],
            customdata=[
                f"{moment}: {whole_percentages(result.steps[place].score)[0]}%"
                for moment, result in zip(said, results, strict=True)
            ],
            mode="lines+markers",
            line={"color": colour, "dash": dash, "width": 2.5},
            marker={"symbol": symbol, "size": 9, "color": colour},
            hovertemplate=f"Stap {step.section.number}, %{{customdata}}<extra></extra>",
        )
    figure.update_layout(
        height=420,
        xaxis=_quarter_axis(quarters),
        yaxis={"range": [-2, 102], "ticksuffix": "%", "gridcolor": GRID, "fixedrange": True, "automargin": True},
        showlegend=True,
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
        **_common(),
    )
    return figure


def two_rounds(moves: Sequence[SectionMove], rounds: tuple[str, str]) -> "Figure":
    """What is certain per section in two rounds, beside each other, with a thin line up to what is possible.

    Args:
        moves: the sections; one without a percentage has no bar.
        rounds: names of the earlier and the later round.
    """
    from plotly import graph_objects as go

    figure = go.Figure()
    for place, (name, (colour, pattern, ink)) in enumerate(zip(rounds, ROUNDS, strict=True)):
        bands = [entry.bands[place] for entry in moves]
        results = [(entry.before, entry.after)[place] for entry in moves]
        low = [float(100 * band.low) if band else None for band in bands]
        labels = [_labels(result)[0] if result else "" for result in results]
        figure.add_bar(
            name=name,
            y=[entry.section.name for entry in moves],
            x=low,
            error_x={
                "array": [float(100 * (band.high - band.low)) if band else None for band in bands],
                "arrayminus": [0] * len(bands),
                "color": INK,
                "thickness": 2,
            },
            text=[
                label if value and value >= WIDE_ENOUGH else "" for label, value in zip(labels, low, strict=True)
            ],
            insidetextanchor="start",
            **_bar_looks(colour, {"shape": pattern, "fgcolor": GRID, "solidity": 0.3}, ink),
            hovertext=[band.text if band else "" for band in bands],
            hovertemplate=f"%{{y}}, {name.lower()}: %{{hovertext}}<extra></extra>",
        )
    return _across(figure, barmode="group", height=110 + 62 * len(moves))


def _bar_looks(colour: str, pattern: Mapping[str, object], ink: str) -> dict[str, object]:
    """A lying bar with an edge, a pattern and its number inside."""
    return {
        "orientation": "h",
        "marker": {"color": colour, "pattern": {"size": 9, **pattern}, "line": {"color": INK, "width": 1}},
        "textposition": "inside",
        "textangle": 0,
        "textfont": {"color": ink, "size": 14},
    }


def _across(figure: "Figure", *, barmode: str, height: int) -> "Figure":
    """The same figure with its bars below each other, on a scale of percents."""
    figure.update_layout(
        barmode=barmode,
        height=height,
        xaxis={"range": [0, 100.5], "ticksuffix": "%", "gridcolor": GRID, "fixedrange": True},
        yaxis={"autorange": "reversed", "automargin": True, "fixedrange": True},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "traceorder": "normal"},
        **_common(),
    )
    return figure


def _quarter_axis(quarters: Sequence[Quarter]) -> dict[str, object]:
    labels = [
        f"K{quarter.number}<br>{quarter.year}" if quarter.number == 1 else f"K{quarter.number}"
        for quarter in quarters
    ]
    return {
        "tickvals": list(range(len(labels) + 1)),
        "ticktext": ["nu", *labels],
        "tickangle": 0,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
    }


def _shares(section: SectionResult) -> tuple[float, float, float]:
    score = section.score
    if not section.has_percentage or not score.total:
        return (0.0, 0.0, 0.0)
    return (
        100 * score.reached / score.total,
        100 * score.missing / score.total,
        100 * score.open / score.total,
    )


def _labels(section: SectionResult) -> tuple[str, str, str]:
    """Whole percents that agree with the band in words, and together make 100."""
    if not section.has_percentage:
        return ("", "", "")
    reached, missing, still_open = whole_percentages(section.score)
    return (f"{reached}%", f"{missing}%", f"{still_open}%")


def _common() -> dict[str, object]:
    return {
        "font": {"color": INK, "size": 14, "family": "sans-serif"},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "separators": ",.",
        "margin": {"l": 10, "r": 20, "t": 40, "b": 40},
        "dragmode": False,
    }
