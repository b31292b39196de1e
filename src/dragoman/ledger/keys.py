# What makes two reports one.
# The same words under another address or from another outlet are another report: a hundred
# sites that carry one story are a hundred publications of one text, and which of them did is
# worth knowing. The same file under another name, or a copy of it, is the same report: where
# a file lies says nothing about who published it. So the name takes no part in the id, nor
# does the day: what is told of it may be mended later without making a second report.
#
# 48 bits, enough inside one reading, are too few here: of ten million reports some two would
# share an id with a chance of one in six, and one of them would be lost. 64 bits: 3 in a million.
"""Ids of reports, texts, readings and happenings; all but a reading's are made of content alone."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b

_WORD = re.compile(r"\w+")
#: What codes begin with that are not parts of what they begin with.
WHOLE = frozenset({"IGO", "NGO", "UNK", "IMG", "MARK"})


def report_id(text: str, *, url: str | None, outlet: str | None) -> str:
    """``"report-"`` and 16 hexadecimal digits, of the words and of who published them where.

    >>> report_id("A", url=None, outlet="X") == report_id("A", url=None, outlet="Y")
    False
    """
    return f"report-{_digest(text, url or '', outlet or '')}"


@lru_cache(maxsize=4)  # asked several times for one report, and texts are long
def text_id(text: str) -> str:
    """``"text-"`` and 16 hexadecimal digits, the same for texts of the same words.

    >>> text_id("Iran denies it.") == text_id("IRAN  DENIES IT")
    True
    """
    return f"text-{_digest(*_WORD.findall(text.casefold()))}"


def reading_id(report: str, batch: str) -> int:
    """The number of one reading of a report, 0 to 2^63 - 1: other in each batch."""
    return int(_digest(report, batch), 16) >> 1


def happening_id(*parts: object) -> str:
    """``"happening-"`` and 16 hexadecimal digits."""
    return f"happening-{_digest(*(str(p) for p in parts))}"


def place(code: str) -> str:
    """The country or organisation of a code, as relations count it.

    >>> place("IRN-MIL"), place("IGO-OPEC")
    ('IRN', 'IGO-OPEC')
    """
    head = code.split("-", maxsplit=1)[0]
    return code if head in WHOLE else head


def _digest(*parts: str) -> str:
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(joined, digest_size=8).hexdigest()
