"""How a plotly chart is shown."""

CHART_SETTINGS = {"displayModeBar": False, "scrollZoom": False}
