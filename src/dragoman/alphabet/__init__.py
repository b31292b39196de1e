"""What every later folder is spelled in: spans, dates, ids, errors, limits, "skipped, because"."""
