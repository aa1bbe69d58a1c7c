"""The list to fill in with Excel: made, and read back."""
