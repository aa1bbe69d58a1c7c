"""A .docx with content controls, compiled, and filled in."""
