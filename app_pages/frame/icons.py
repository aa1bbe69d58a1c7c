"""The signs beside messages; from the font that comes with Streamlit, so they need none of the visitor's."""

INFO = ":material/info:"
WARNING = ":material/warning:"
ERROR = ":material/block:"
DONE = ":material/check_circle:"
PRIVATE = ":material/lock:"
