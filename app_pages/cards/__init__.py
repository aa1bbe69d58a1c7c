"""What is filled in: a card per norm, action, process step, and one for the particulars."""
