"""Who stands how to whom."""
