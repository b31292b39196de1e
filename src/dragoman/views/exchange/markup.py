"""XML, written as it goes: every name is ours, every value is escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TextIO

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}  # fmt: skip
_SPECIAL = re.compile(r'[&<>"\t\n\r]')
#: Characters that no XML 1.0 document may hold, not even as references.
_NONE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escaped(value: object) -> str:
    """*value* as text of an element or an attribute; what XML cannot hold is U+FFFD.

    >>> escaped('<"&">'), escaped(0.5), escaped(True)
    ('&lt;&quot;&amp;&quot;&gt;', '0.5', 'true')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    text = _NONE.sub("\ufffd", str(value))
    return _SPECIAL.sub(lambda found: _ESCAPES[found.group()], text)


def tag(name: str, attributes: Mapping[str, object] | None = None, *, empty: bool = False) -> str:
    """The tag that opens an element, or a whole *empty* one; attributes that are None are left out."""
    made = "".join(
        f' {key}="{escaped(value)}"'
        for key, value in (attributes or {}).items()
        if value is not None
    )
    return f"<{name}{made}{'/' if empty else ''}>"


def line(file: TextIO, depth: int, text: str) -> None:
    """Write one line, indented."""
    file.write(f"{'  ' * depth}{text}\n")
