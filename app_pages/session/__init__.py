"""What this browser has open."""
