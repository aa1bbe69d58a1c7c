"""From results to a document as data, a part of the report per file."""
