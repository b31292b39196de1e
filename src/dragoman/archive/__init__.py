"""What was published, byte for byte: reports, and how files become reports."""
