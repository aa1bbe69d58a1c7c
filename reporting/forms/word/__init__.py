"""The list to fill in with Word: made, and read back."""
