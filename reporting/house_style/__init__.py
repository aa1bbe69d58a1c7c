"""What must be mended in somebody's template, and what will look different."""
