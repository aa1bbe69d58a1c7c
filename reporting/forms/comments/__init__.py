"""Comments that colleagues placed in a report."""
