"""The script that Streamlit runs for every page; see app_pages/main.py, which stays loaded."""

from app_pages.main import main

main()
