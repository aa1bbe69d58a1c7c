"""The one place that leans on the structure of Streamlit's page: autosave while typing, Dutch built-in words."""
