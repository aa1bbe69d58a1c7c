"""Lists to fill in elsewhere, and who has what."""
