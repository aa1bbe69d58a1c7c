"""Versions of the content, and what happens to answers from one to the next."""
