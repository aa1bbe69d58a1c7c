"""What is asked, answered and planned, as immutable values; no rules across them."""
