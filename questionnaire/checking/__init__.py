"""What an editor of the content is told about it."""
