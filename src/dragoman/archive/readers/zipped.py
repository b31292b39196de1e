# Nothing is ever written to disk: a member's name is a label, so "../../etc/passwd" leads nowhere.
"""Zip archives: members, each of them anything."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.alphabet.errors import ReportError
from dragoman.archive.limits import MEMBERS, Budget, Counted
from dragoman.archive.part import Part, label

#: Bytes of the list of members. zipfile makes objects of all of it before anything is read.
LARGEST_LIST = 32_000_000
#: Members that make a zip something else than an archive of reports.
_OFFICE = {
    "[Content_Types].xml": "a Word or Excel file",
    "mimetype": "an e-book or OpenDocument file",
    "META-INF/MANIFEST.MF": "a Java archive",
}
_PASSWORD = 0x1


def read(name: str, file: BinaryIO, budget: Budget) -> Iterator[Part | ReportError]:
    """Yield the members of an archive, in the order in which it lists them.

    Raises: ReportError if it is no archive, or one of something else.
    """
    _refuse_long_list(name, file)
    try:
        with zipfile.ZipFile(file) as archive:
            members = [one for one in archive.infolist() if not _passed_over(one.filename)]
            _refuse(name, members)
            for number, member in enumerate(members, 1):
                budget.enter()
                yield from _member(name, archive, member, number, budget)
    except (zipfile.BadZipFile, EOFError, OSError, struct.error, ValueError, KeyError) as error:
        raise _damaged(name) from error


def _member(
    name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, number: int, budget: Budget
) -> Iterator[Part | ReportError]:
    shown = f"{name}#{label(member.filename)}"
    if member.flag_bits & _PASSWORD:
        yield ReportError(shown, "is locked with a password.", "Unlock it first.")
        return
    try:
        inner = archive.open(member)
    except NotImplementedError:
        yield ReportError(shown, "is packed in a way that is not known here.", "Pack it anew.")
        return
    except (zipfile.BadZipFile, EOFError, OSError, zlib.error, RuntimeError) as error:
        yield ReportError(shown, f"is damaged: {label(str(error))}.", "Fetch it again.")
        return
    with inner:
        stream = io.BufferedReader(Counted(shown, inner, member.compress_size, budget), 1 << 16)
        yield Part(shown, stream, record=number, offset=member.header_offset)


def _passed_over(name: str) -> bool:
    """Folders, hidden files, and what Apple's archiver adds."""
    last = name.rstrip("/").rpartition("/")[2]
    return name.endswith("/") or last.startswith(".") or name.startswith("__MACOSX/")


def _refuse(name: str, members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MEMBERS:
        raise ReportError(name, f"has more than {MEMBERS:,} members.", "Split it.")
    for member in members[:10]:
        if member.filename in _OFFICE:
            hint = "Save it as PDF, HTML or plain text."
            raise ReportError(name, f"is {_OFFICE[member.filename]}.", hint)
    if not members:
        raise ReportError(name, "is empty.", "Pass an archive that holds reports.")


def _refuse_long_list(name: str, file: BinaryIO) -> None:
    """Look at the end of the archive, which tells how long the list of its members is."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - 66_000))
    tail = file.read(66_000)
    file.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 22:
        raise _damaged(name)
    count, length = struct.unpack_from("<HI", tail, at + 10)
    longer = tail.rfind(b"PK\x06\x06", 0, at)
    if longer >= 0 and len(tail) >= longer + 48:
        count, length = struct.unpack_from("<QQ", tail, longer + 32)
    if count > 2 * MEMBERS or length > LARGEST_LIST:
        raise ReportError(name, f"has more than {MEMBERS:,} members.", "Split it.")


def _damaged(name: str) -> ReportError:
    return ReportError(name, "is a damaged zip archive.", "Fetch it again.")
