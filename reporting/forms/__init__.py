"""Forms of the was-wordt list: written, filled in elsewhere, and read back."""
