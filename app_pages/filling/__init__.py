"""Filling in a step or theme, and the overview."""
