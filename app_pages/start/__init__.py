"""Choosing or starting an assessment."""
