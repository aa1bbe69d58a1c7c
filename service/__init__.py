"""Addresses beside Streamlit: what the browser saves and asks by itself. No Streamlit inside."""
