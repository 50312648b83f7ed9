"""One screen a file: ask, find, show, offer downloads."""
