"""What is said to have happened: PLOVER events, each with the sense that made it."""
