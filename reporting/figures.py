"""Results as plotly figures for the screen. Colour is never the only sign: bars carry patterns and numbers."""

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from questionnaire.scoring import SectionResult

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
            orientation="h",
            marker={
                "color": colour,
                "pattern": {"shape": pattern, "fgcolor": "#dfae72", "size": 9, "solidity": 0.2},
                "line": {"color": INK, "width": 1},
            },
            text=[
                label[place] if value >= NARROWEST_LABELLED else ""
                for label, value in zip(labels, values, strict=False)
            ],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": PAPER if part == "behaald" else INK, "size": 14},
            hovertemplate=f"%{{y}}: %{{x:.0f}}% {part}<extra></extra>",
        )
    figure.update_layout(
        barmode="stack",
        height=110 + 46 * len(names),
        xaxis={"range": [0, 100.5], "ticksuffix": "%", "gridcolor": GRID, "fixedrange": True},
        yaxis={"autorange": "reversed", "automargin": True, "fixedrange": True},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "traceorder": "normal"},
        **_common(),
    )
    return figure


def step_profile(steps: Sequence[SectionResult]) -> "Figure":
    """Profile over the steps: the certain part as a line, the possible part (all open in order) as dashes.

    A step with too few applicable norms for a percentage has no point. The names are short, so that they fit on a
    telephone; the table beside the figure has them in full.
    """
    from plotly import graph_objects as go

    shown = [(f"Stap {step.section.number}", band) for step in steps if (band := step.band) is not None]
    names = [name for name, _ in shown]
    low = [float(100 * band.low) for _, band in shown]
    high = [float(100 * band.high) for _, band in shown]
    figure = go.Figure()
    if any(not band.is_exact for _, band in shown):
        figure.add_scatterpolar(
            name="mogelijk, als alles wat open is in orde blijkt",
            r=[*high, *high[:1]],
            theta=[*names, *names[:1]],
            mode="lines+markers",
            line={"color": "#863d15", "dash": "dash", "width": 2},
            marker={"symbol": "diamond-open", "size": 10, "color": "#863d15"},
            hovertemplate="%{theta}: hoogstens %{r:.0f}%<extra></extra>",
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
        hovertemplate="%{theta}: %{r:.0f}%<extra></extra>",
    )
    figure.update_layout(
        height=460,
        polar={
            "radialaxis": {"range": [0, 100], "ticksuffix": "%", "gridcolor": GRID, "angle": 90, "tickangle": 90},
            "angularaxis": {"direction": "clockwise", "rotation": 90, "gridcolor": GRID},
            "bgcolor": PAPER,
        },
        legend={"orientation": "h", "y": -0.12},
        **_common(),
    )
    return figure


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
    band = section.band
    if band is None:
        return ("", "", "")
    low = math.floor(100 * band.low + (Fraction(1, 2) if band.is_exact else 0))
    high = low if band.is_exact else math.ceil(100 * band.high)
    return (f"{low}%", f"{100 - high}%", f"{high - low}%")


def _common() -> dict[str, object]:
    return {
        "font": {"color": INK, "size": 14, "family": "sans-serif"},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "separators": ",.",
        "margin": {"l": 10, "r": 20, "t": 40, "b": 40},
        "dragmode": False,
    }
