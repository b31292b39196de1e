"""Dragoman reads news reports and rebuilds the system of states that they describe.

>>> import dragoman
>>> reading = dragoman.read("Iran accused Israel of the attack.")  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.alphabet.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.workflow.explaining import Explanation, explain
    from dragoman.workflow.ledger import Ledger, open  # noqa: A004  (the front door's own word)
    from dragoman.workflow.reading import Reading, read, relate

__version__ = "0.1.0"
__all__ = [
    "DragomanError",
    "Explanation",
    "Ledger",
    "Reading",
    "__version__",
    "explain",
    "open",
    "read",
    "relate",
]


def __getattr__(name: str) -> Any:
    # Late, so that the command line's --help does not wait for the reading stages.
    if name in ("Reading", "read", "relate"):
        from dragoman.workflow import reading

        return getattr(reading, name)
    if name in ("Explanation", "explain"):
        from dragoman.workflow import explaining

        return getattr(explaining, name)
    if name in ("Ledger", "open"):
        from dragoman.workflow import ledger

        return getattr(ledger, name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
