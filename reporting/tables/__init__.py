"""Answers and actions as Excel, CSV and a calendar."""
