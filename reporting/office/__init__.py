"""LibreOffice, when present: .odt, PDF and page numbers."""
