"""Hostile and broken files, made in code."""
