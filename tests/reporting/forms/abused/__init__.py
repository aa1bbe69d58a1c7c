"""Forms as they really come back, each with what must be read from it and told about it."""
