"""An assessment as a JSON file, and back."""
