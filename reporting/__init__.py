"""From results to something to read: Word report, tables, figures; knows no Streamlit."""
