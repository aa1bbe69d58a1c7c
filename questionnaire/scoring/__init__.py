"""From answers to scores, gaps, readiness, expectation and difference. Pure."""
