# The other side may have been taken over by what it read. So nothing but plain values crosses,
# and they are looked at here before anything is made of them: no pickle, no classes.
"""Reports as messages between two processes: a length, JSON, and perhaps bytes behind it."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, TypeAlias

from dragoman.alphabet.errors import ReportError
from dragoman.archive.report import Custody, Report

#: Bytes of one message. A report is 2 million characters at most, six bytes each as JSON.
LONGEST = 64_000_000
#: The number of the job at hand, as it is written on a slate that outlives its writer.
PLACE = struct.Struct("<I")
_HEAD = struct.Struct("<II")
_ENCODER = json.JSONEncoder(separators=(",", ":"))
#: What is said of a job: its number in its batch, and a report or refusal, the number of a place
#: in it that is passed, or None where it is done.
Answer: TypeAlias = "tuple[int, Report | ReportError | int | None]"
_TEXTS = ("outlet", "url", "title", "language", "author", "dated_by")


class BrokenWireError(Exception):
    """The other side has ended, or said something that is no message."""


def packed(values: dict[str, Any], data: bytes = b"") -> bytes:
    """Return one message."""
    text = _ENCODER.encode(values).encode("ascii")  # half characters survive so
    return _HEAD.pack(len(text), len(data)) + text + data


def receive(
    read: Callable[[int], bytes | bytearray],
) -> tuple[dict[str, Any], bytes | bytearray]:
    """Read one message by *read*, which returns exactly as many bytes as it is asked for.

    Raises: BrokenWireError.
    """
    size, more = _HEAD.unpack(read(_HEAD.size))
    if size > LONGEST or more > LONGEST:
        raise BrokenWireError
    try:
        values = json.loads(read(size))
    except (ValueError, RecursionError) as error:
        raise BrokenWireError from error
    if not isinstance(values, dict):
        raise BrokenWireError
    return values, read(more) if more else b""


def bundle(answers: Iterable[Answer]) -> dict[str, Any]:
    """Return *answers* as one message's values."""
    return {
        "answers": [
            [number, found if found is None or isinstance(found, int) else values_of(found)]
            for number, found in answers
        ]
    }


def answers_in(values: dict[str, Any]) -> Iterator[Answer]:
    """Yield what :func:`bundle` was given.

    Raises: BrokenWireError if *values* are of another kind.
    """
    answers = values.get("answers")
    if not isinstance(answers, list):
        raise BrokenWireError
    for answer in answers:
        match answer:
            case [int(number), None | int() as said]:
                yield number, said
            case [int(number), dict() as said]:
                yield number, item_of(said)
            case _:
                raise BrokenWireError


def values_of(item: Report | ReportError) -> dict[str, Any]:
    """Return *item* as plain values."""
    if isinstance(item, ReportError):
        return {"refused": [item.name, item.reason, _hint(item)]}
    custody = item.custody
    return {
        "name": item.name,
        "text": item.text,
        "published": item.published.isoformat() if item.published else None,
        "notes": list(item.notes),
        "custody": [custody.sha256, custody.record, custody.offset] if custody else None,
        **{key: getattr(item, key) for key in _TEXTS},
    }


def item_of(values: dict[str, Any]) -> Report | ReportError:
    """Return what :func:`values_of` made values of.

    Raises: BrokenWireError if they are of other kinds.
    """
    try:
        if "refused" in values:
            name, reason, hint = map(_text, values["refused"])
            return ReportError(name, reason, hint)
        published, custody = values["published"], values["custody"]
        fields = {key: values[key] for key in _TEXTS}
        texts = (values["name"], values["text"], *values["notes"])
        told = (one for one in fields.values() if one is not None)
        if not all(isinstance(one, str) for one in (*texts, *told)):
            raise TypeError
        return Report(
            name=texts[0],
            text=texts[1],
            published=date.fromisoformat(published) if published else None,
            notes=texts[2:],
            custody=_custody(*custody) if custody else None,
            **fields,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenWireError from error


def _hint(refusal: ReportError) -> str:
    """What the message says behind the reason."""
    said = str(refusal).removeprefix(f"{refusal.name}: {refusal.reason}")
    return said.removesuffix(f"[{refusal.code}]").strip()


def _custody(sha256: object, record: object, offset: object) -> Custody:
    return Custody(_text(sha256), _number(record), _number(offset))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: object) -> int | None:
    if value is not None and not isinstance(value, int):
        raise TypeError
    return value
