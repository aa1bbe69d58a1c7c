"""Documents as data: every text of a report, no looks."""
