"""Terms, partners and sources."""
