"""Mail: newsletters and alerts, as they are saved; by Python's own reader."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any, BinaryIO

from dragoman.alphabet.errors import ReportError
from dragoman.archive.dates import day_of
from dragoman.archive.decoding import decode
from dragoman.archive.limits import RECORD, Budget, whole
from dragoman.archive.markup import is_markup, text_of
from dragoman.archive.part import Part, label
from dragoman.archive.report import Custody, Report

#: Parts of one mail.
MOST_PARTS = 1_000
#: Attachments that can be reports.
_ENDINGS = (".txt", ".md", ".html", ".htm", ".pdf", ".eml")


def read(name: str, file: BinaryIO, budget: Budget) -> Iterator[Report | ReportError | Part]:
    """Yield the mail itself, then what is attached to it and can be a report.

    Raises: ReportError if it is no mail.
    """
    data = whole(name, file, RECORD)
    try:
        message = message_from_bytes(data, policy=policy.default)
        parts = _parts(name, message)
        if not message.keys():
            raise ReportError(name, "is no mail.", "Pass one message with its head.")
        yield _body(name, message, parts, data)
        for number, part in enumerate(parts, 1):
            budget.enter()
            attached = _attached(name, part, number)
            if attached is not None:
                yield attached
    except ReportError:
        raise
    # Foreign bytes make the standard library raise almost anything here.
    except Exception as error:
        reason = f"is damaged: {label(str(error), 80)}."
        raise ReportError(name, reason, "Save it again as .eml.") from error


def _parts(name: str, message: EmailMessage) -> list[EmailMessage]:
    """All parts that hold something, however deep they are nested."""
    found: list[EmailMessage] = []
    waiting: list[EmailMessage] = [message]
    while waiting:
        part = waiting.pop()
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            waiting.extend(reversed(part.get_payload()))  # type: ignore[arg-type]
        else:
            found.append(part)
        if len(found) + len(waiting) > MOST_PARTS:
            raise ReportError(name, f"has more than {MOST_PARTS:,} parts.", "Split it.")
    return found


def _body(
    name: str, message: EmailMessage, parts: list[EmailMessage], data: bytes
) -> Report | ReportError:
    texts = [part for part in parts if not part.get_filename()]
    plain = next((one for one in texts if one.get_content_type() == "text/plain"), None)
    page = next((one for one in texts if one.get_content_type() == "text/html"), None)
    text = ""
    notes: tuple[str, ...] = ()
    for part in (plain, page):
        if part is not None and not text.strip():
            try:
                text, note = decode(name, _payload(part), part.get_content_charset())
            except ReportError as refusal:
                return refusal
            notes = (note,) if note else ()
            text = text_of(text) if part is page or is_markup(text) else text
    if not text.strip():
        return ReportError(name, "has no text in it.", "Pass a mail that holds a report.")
    published = day_of(_head(message, "date"))
    who, address = parseaddr(_head(message, "from"))
    return Report(
        name=name,
        text=text.replace("\r\n", "\n"),
        published=published,
        outlet=label(who or address) or None,
        title=label(" ".join(_head(message, "subject").split()), 500) or None,
        notes=notes,
        dated_by="metadata" if published else None,
        custody=Custody(hashlib.sha256(data).hexdigest()),
    )


def _attached(name: str, part: EmailMessage, number: int) -> Part | None:
    filename = part.get_filename() or ""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        if isinstance(inner, list) and inner:
            return Part(f"{name}#{number}.eml", _whole(inner[0]), record=number)
    if not filename.lower().endswith(_ENDINGS):
        return None
    return Part(
        f"{name}#{label(filename)}",
        _payload(part),
        record=number,
        charset=part.get_content_charset(),
    )


def _whole(message: Any) -> bytes:
    data: bytes = message.as_bytes()
    return data


def _payload(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _head(message: EmailMessage, key: str) -> str:
    """A line of the head as it is written; "" if it cannot be read at all."""
    try:
        return str(message.get(key) or "")
    except Exception:  # noqa: BLE001  the standard library raises many things on foreign heads
        return ""
