"""Files beside an assessment: what they offer, what differs, what is chosen."""
