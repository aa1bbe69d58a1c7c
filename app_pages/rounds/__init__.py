"""Settling a round, beginning the next, and what moved between them."""
