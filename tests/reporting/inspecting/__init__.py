"""A finished Word file as a reader meets it: its text, looks, pages, and whether everybody can read it."""
