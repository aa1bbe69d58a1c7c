"""All that knows Streamlit: a file is a page, but session, widgets, texts and browser/ are not."""
