"""Event tables of others, entered in a ledger. One module a layout."""
