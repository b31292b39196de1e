"""What a ledger holds, in the formats of others. One module a format."""
