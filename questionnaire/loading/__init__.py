"""From YAML files to the model, or every mistake at once."""
