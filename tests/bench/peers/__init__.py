"""Measurements beside other packages, which the product does not need."""
