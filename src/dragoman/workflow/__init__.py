"""How it runs: one report, many reports, the command line."""
