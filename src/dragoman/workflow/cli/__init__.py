"""The command line: a command is one call of the API."""
