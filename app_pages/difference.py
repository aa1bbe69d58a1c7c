"""What moved since the round before."""

import streamlit as st


def show() -> None:
    """Draw the page."""
    st.title("Verschil met de vorige ronde")
