"""Assessments and questionnaires to make documents of."""
