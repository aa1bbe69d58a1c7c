"""The plan: actions, and what they will bring."""
