# The tree of errors. Each class is named for the fact and carries a short code.
#
#   DragomanError
#     AlmanacError        a data file of ours says something unusable
#     ReportError         a report cannot be read (missing, binary, too long, …)
#     MarkError           relate() was given spans that mark no words
#     UnknownParserError  no parser of that name
#     ModelError          the model's files are missing or were changed
#     DateError           a date that is no date was passed in
#     WindowError         a window of time that is none ("every fortnight")
#     WhatIfError         a what-if that is not "A TYPE B"
#     LedgerError         a ledger cannot be opened, read or written; or was asked what it cannot tell
"""Errors that Dragoman raises on purpose; anything else is a defect."""

from __future__ import annotations

from pathlib import Path


class DragomanError(Exception):
    """Something that the caller can mend; the message says what and how."""

    code = "dragoman"

    def __init__(self, message: str) -> None:
        super().__init__(f"{message} [{self.code}]")


class AlmanacError(DragomanError):
    """An almanac file says something Dragoman cannot use."""

    code = "almanac"

    def __init__(self, path: Path, line: int, found: str, hint: str) -> None:
        super().__init__(f"{path.name}:{line}: {found} {hint}")


class ReportError(DragomanError):
    """A report cannot be read. *name* is its path or address."""

    code = "report"

    def __init__(self, name: str, reason: str, hint: str = "") -> None:
        super().__init__(f"{name}: {reason}" + (f" {hint}" if hint else ""))
        self.name = name
        self.reason = reason


class MarkError(DragomanError):
    """A marked span covers no characters of the text."""

    code = "mark"


class UnknownParserError(DragomanError):
    """No parser of that name is known."""

    code = "parser"


class ModelError(DragomanError):
    """The shipped model is missing or not the one that was released."""

    code = "model"


class DateError(DragomanError):
    """A publication date that is no calendar date."""

    code = "date"


class LedgerError(DragomanError):
    """A ledger cannot be opened, read or written. *name* is its folder, a file or an id in it."""

    code = "ledger"

    def __init__(self, name: str, reason: str, hint: str = "") -> None:
        super().__init__(" ".join(f"{name}: {reason} {hint}".split()))
        self.name = name
        self.reason = reason


class WindowError(DragomanError):
    """A kind of window that is none of month, quarter and year."""

    code = "window"


class WhatIfError(DragomanError):
    """A what-if that cannot be read as "A TYPE B"."""

    code = "what-if"
