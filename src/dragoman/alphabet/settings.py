"""Limits, each with its reason. Times and sizes are for one report."""

from __future__ import annotations

#: Characters of one report. Longer files are no news report (a book is 500,000).
LONGEST_REPORT = 2_000_000
#: Bytes of one file that is opened at all.
LARGEST_FILE = 20_000_000
#: Words that are parsed in one piece; a longer "sentence" is a table or noise.
LONGEST_SENTENCE = 250
#: Characters without white space before a run is no word any more.
LONGEST_RUN = 400
#: Characters of a passed-over text that are kept in ``Skipped``.
SHOWN = 80
#: Days before publication from which an event counts as history.
HISTORICAL_AFTER_DAYS = 365
