# What bytes say of themselves comes before what is said about them: a byte order mark, then
# flawless UTF-8, then the encoding that was declared if it fits, then what the letters look like.
"""Bytes of unknown encoding become text, and say what had to be assumed."""

from __future__ import annotations

import codecs
import re

from dragoman.alphabet.errors import ReportError

#: Share of characters that no text has, above which a file is no text.
MOST_UNREADABLE = 0.3
#: Share of NUL bytes at every second place that makes UTF-16 without its mark.
UTF16_NULS = 0.4
#: Share of bytes beyond ASCII above which an alphabet other than the Latin one is looked for,
#: and how many of them there must be: of a few, every guess is as good as any other.
FOREIGN, FEWEST = 0.1, 50
#: Share of signs that fit no encoding, above which a declared encoding is a wrong one.
WRONG = 0.01

_MARKS = (  # UTF-32 first: its mark begins like the one of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ud800-\udfff]")
#: Bytes of UTF-8 that are unreadable or begin what may be.
_ODD = bytes((*range(9), *range(14, 32), 127, 0xC2, 0xED, 0xEF))
_BEYOND_ASCII = bytes(range(128))
_LOOKED_AT = 4_000
_SAMPLE = 50_000
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)


def decode(name: str, data: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """Return the text of *data*, and what had to be assumed about it.

    Args:
        declared: the encoding that a header, a page or a mail names; it may be wrong.

    Raises: ReportError if the bytes are no text.
    """
    encoding, mark = encoding_of(data)
    note = None
    if encoding:
        text = data[mark:].decode(encoding, "replace")
    elif b"\0" in data:
        raise _binary(name)
    else:
        text, note = _guessed(data, declared)
    if _is_noise(text):
        raise _binary(name)
    if note is None and "\ufffd" in text:
        note = "some bytes are no characters and are read as \ufffd"
    return text, note


def encoding_of(data: bytes) -> tuple[str | None, int]:
    """Return the encoding that the bytes themselves tell, and the length of their mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    head = data[:_LOOKED_AT]
    if len(head) >= 4:
        for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
            half = head[first::2]
            other = head[1 - first :: 2]
            if half.count(0) >= UTF16_NULS * 2 * len(half) and not other.count(0):
                return encoding, 0
    return None, 0


def declared_in(data: bytes) -> str | None:
    """Return the encoding that a page or an XML file names in its first lines."""
    match = _DECLARED.search(data[:_LOOKED_AT])
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def likely(data: bytes, declared: str | None = None) -> str:
    """Return the encoding of a stream of which *data* is the beginning; its end may be cut."""
    encoding, mark = encoding_of(data)
    if encoding:
        return (
            {"utf-8": "utf-8-sig", "utf-16-le": "utf-16"}.get(encoding, encoding)
            if mark
            else encoding
        )
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return _known(declared) or _looks_like(data) or "cp1252"
    return "utf-8"


def _guessed(data: bytes, declared: str | None) -> tuple[str, str | None]:
    """Text of bytes without a mark, and a note unless it is clear what they are."""
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    good = sum(1 for character in text if character > "\x7f" and character != "\ufffd")
    if good > text.count("\ufffd"):  # mostly UTF-8: cut off, or damaged in places
        return text, "damaged UTF-8: bytes that are no characters are read as \ufffd"
    named = _known(declared)
    if named and named != "utf-8":
        text = data.decode(named, "replace")
        if text.count("\ufffd") <= WRONG * len(text):
            return text, None
    encoding = _looks_like(data)
    if encoding:
        return data.decode(encoding, "replace"), f"no UTF-8: read as {encoding}"
    return data.decode("cp1252", "replace"), "no UTF-8: read as Windows-1252"


def _known(declared: str | None) -> str | None:
    """Python's name of a declared encoding that makes text of bytes; None for any other."""
    try:
        found = codecs.lookup(declared) if declared else None
    except (LookupError, ValueError):
        return None
    if found is None or not getattr(found, "_is_text_encoding", True):
        return None
    # As browsers do: pages that say Latin-1 or ASCII mean Windows-1252. UTF-16 would have shown
    # itself; UTF-7 and the escapes of Python are ways to hide things.
    if found.name in ("iso8859-1", "ascii"):
        return "cp1252"
    if found.name.startswith(
        ("utf-16", "utf-32", "utf-7", "unicode", "raw", "idna", "puny", "undef")
    ):
        return None
    return found.name


def _looks_like(data: bytes) -> str | None:
    """The encoding of bytes that are mostly another alphabet; None if they are mostly Latin."""
    sample = data[:_SAMPLE]
    if len(sample.translate(None, _BEYOND_ASCII)) < max(FEWEST, FOREIGN * len(sample)):
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(sample, explain=False).best()
    found = _known(best.encoding) if best else None
    return None if found in (None, "utf-8", "cp1252") else found


def _is_noise(text: str) -> bool:
    """Whether too many characters are none that a text has."""
    data = text.encode("utf-8", "surrogatepass")
    if len(data) - len(data.translate(None, _ODD)) <= MOST_UNREADABLE * len(text):
        return False
    return len(_UNREADABLE.findall(text)) > MOST_UNREADABLE * len(text)


def _binary(name: str) -> ReportError:
    return ReportError(name, "is no text.", "Save it as plain text (UTF-8) or HTML.")
