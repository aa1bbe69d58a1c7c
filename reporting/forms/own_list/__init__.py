"""Somebody's own was-wordt list: its rows, and which norm each may be about."""
