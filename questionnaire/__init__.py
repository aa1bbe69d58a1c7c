"""What is asked, what is answered and what follows from it; knows no Streamlit, no Word and no data frame."""
