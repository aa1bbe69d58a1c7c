"""Files that come back, compared and taken in."""
