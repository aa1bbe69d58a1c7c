"""The parts of an Office file, and how a file tells what it is."""
