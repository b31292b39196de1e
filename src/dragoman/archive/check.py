"""What every report must be, whatever format it came in."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.alphabet import settings
from dragoman.alphabet.errors import ReportError
from dragoman.archive.language import language_of
from dragoman.archive.report import Report

#: Characters in which some sentence must have ended.
LONGEST_WITHOUT_STOP = 100_000
#: Share of unreadable characters above which a report says so.
UNREADABLE = 0.05

_STOP = re.compile(r"[.!?…。]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def checked(report: Report) -> Report:
    """Return *report* with its language, no half character, and fields that can be printed.

    Raises: ReportError if it is empty, not English, no prose, or too long for a report.
    """
    if not report.text.strip():
        raise ReportError(report.name, "is empty.", "Pass a file that holds a report.")
    text = _SURROGATE.sub("\ufffd", report.text)
    language = language_of(text)
    if language not in (None, "en"):
        hint = "Only English is read."
        raise ReportError(report.name, f"is in another language ({language}).", hint)
    length = len(text)
    if length > LONGEST_WITHOUT_STOP and _STOP.search(text) is None:
        reason = f"no sentences: {length:,} characters without a full stop."
        raise ReportError(report.name, reason, "Pass the text of a report.")
    if length > settings.LONGEST_REPORT:
        reason = f"is longer than {settings.LONGEST_REPORT:,} characters."
        raise ReportError(report.name, reason, "Split it into one file a report.")
    lost = text.count("\ufffd")
    notes = report.notes
    if lost > UNREADABLE * length:
        notes += (f"{lost / length:.0%} of its characters could not be read",)
    return replace(
        report,
        text=text,
        language=language,
        notes=notes,
        title=_shown(report.title),
        author=_shown(report.author),
        outlet=_shown(report.outlet),
        url=_shown(report.url),
    )


def _shown(field: str | None) -> str | None:
    """A field on one line, without signs that are not seen or turn what follows around."""
    if field is None or field.isprintable():
        return field
    return "".join(c for c in " ".join(field.split()) if c.isprintable()) or None
