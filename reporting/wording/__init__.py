"""Dutch, and how one answer, score, action or change reads."""
