"""What stands around every page: navigation, theme, Dutch of Streamlit's own words, loading ahead."""
