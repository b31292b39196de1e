# Rule 1: a judgement is never changed or taken away; what is mistaken is answered by a further one.
# Rule 2: it names its event by what a newer reading keeps: the report, the characters, the type as
#   read. The id of that day stands beside them. verdicts.py finds the event again.
# Rule 3: its own id is made of everything that it says. So the same line can be replayed any
#   number of times, in any ledger, and a line that was changed by hand cannot pass for the old one.
# docs/reference/judgements.md describes a line for who writes them with other programs.
"""What people say of single events and actors: judgements, and the lines they are kept in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from dragoman.events.event import STATUSES, TYPES
from dragoman.events.senses import load_scores

Plain = dict[str, Any]
#: Verdict → what a line of it holds besides id, made, by, why and verdict.
VERDICTS: Mapping[str, tuple[str, ...]] = {
    "accept": ("event",),
    "reject": ("event",),
    "correct": ("event", "change"),
    "merge": ("code", "into"),
    "split": ("mention", "code", "into"),
    "undo": ("of",),
}
#: What can be corrected of an event.
CHANGES = ("type", "mode", "status", "actor", "recipient")
#: Characters of a line at most.
LONGEST = 100_000
_EVENT = {
    "report_id": str, "id": str, "type": str, "status": str, "start": int, "end": int,
    "trigger_start": int, "trigger_end": int, "actor": list, "recipient": list, "evidence": str,
}  # fmt: skip
_MENTION = {"report_id": str, "start": int, "end": int, "text": str}
_CODE = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*")
_IDS = {
    "report_id": re.compile(r"report-[0-9a-f]{16}"),
    "id": re.compile(r"event-[0-9a-f]{12}"),
    "of": re.compile(r"judgement-[0-9a-f]{16}"),
}
_MOST_CODES = 100
_MOST_WORDS = 10_000


class BadJudgementError(ValueError):
    """A judgement that says something no ledger can use; the message is one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One verdict of one person at one moment; :func:`checked` makes them of foreign values."""

    verdict: str  #: a key of VERDICTS
    by: str  #: who says it
    made: datetime  #: when, with a time zone
    why: str | None = None
    event: Plain | None = None  #: the event as it was read: accept, reject, correct
    change: Plain | None = None  #: what is right instead, by the names in CHANGES
    mention: Plain | None = None  #: the characters that do not mean *code*
    code: str | None = None  #: the actor that is another one, or is not meant
    into: str | None = None  #: the actor that it is; None, for a mention: nobody that is known
    of: str | None = None  #: the judgement that this one undoes

    @property
    def id(self) -> str:
        """``"judgement-"`` and 16 hexadecimal digits, of all that it says."""
        said = json.dumps(self._said(), sort_keys=True, ensure_ascii=True)
        return f"judgement-{blake2b(said.encode(), digest_size=8).hexdigest()}"

    @property
    def subject(self) -> str:
        """What it is about: an event by its id in the ledger, characters, a code or a judgement."""
        if self.event is not None:
            return f"{self.event['report_id']}/{self.event['id']}"
        if self.mention is not None:
            return f"{self.mention['report_id']}/{self.mention['start']}-{self.mention['end']}"
        return self.code or self.of or ""

    def line(self) -> Plain:
        """The object of its line: plain JSON values."""
        return {"id": self.id} | self._said()

    def row(self, entered: datetime) -> Plain:
        """Its row in the table of judgements."""
        event, mention = self.event or {}, self.mention or {}
        place = event or mention
        return {
            "id": self.id, "made": self.made, "by": self.by, "verdict": self.verdict,
            "why": self.why, "subject": self.subject, "report_id": place.get("report_id"),
            "start": place.get("start"), "end": place.get("end"),
            "words": event.get("evidence", mention.get("text")), "event_id": event.get("id"),
            "type": event.get("type"), "status": event.get("status"),
            "trigger_start": event.get("trigger_start"), "trigger_end": event.get("trigger_end"),
            "actor": event.get("actor"), "recipient": event.get("recipient"),
            "change": json.dumps(self.change, sort_keys=True) if self.change else None,
            "code": self.code, "other": self.into, "replaces": self.of, "entered": entered,
        }  # fmt: skip

    def _said(self) -> Plain:
        made = self.made.astimezone(UTC).isoformat(timespec="microseconds")
        own = {name: getattr(self, name) for name in VERDICTS[self.verdict]}
        return {"made": made, "by": self.by, "verdict": self.verdict, "why": self.why} | own


def of_row(row: Mapping[str, Any]) -> Judgement:
    """The judgement that a row of the table holds; its times are UTC."""
    place = {key: row[key] for key in ("report_id", "start", "end")}
    event = place | {
        "id": row["event_id"], "type": row["type"], "status": row["status"],
        "trigger_start": row["trigger_start"], "trigger_end": row["trigger_end"],
        "actor": row["actor"], "recipient": row["recipient"], "evidence": row["words"],
    }  # fmt: skip
    held = VERDICTS[row["verdict"]]
    return Judgement(
        verdict=row["verdict"], by=row["by"], made=row["made"].replace(tzinfo=UTC),
        why=row["why"], event={key: event[key] for key in _EVENT} if "event" in held else None,
        change=json.loads(row["change"]) if "change" in held else None,
        mention=place | {"text": row["words"]} if "mention" in held else None,
        code=row["code"], into=row["other"], of=row["replaces"],
    )  # fmt: skip


def standing(made: Iterable[Judgement]) -> list[Judgement]:
    """Return those that hold, the newest first: all that no later one undoes.

    What undoes can be undone: then what it undid holds again.
    """
    undone: set[str | None] = set()
    held = []
    for one in sorted(made, key=lambda each: (each.made, each.id), reverse=True):
        if one.id in undone:
            continue
        if one.verdict == "undo":
            undone.add(one.of)
        else:
            held.append(one)
    return held


def parsed(text: str) -> Judgement:
    """The judgement of one line of judgements.jsonl.

    Raises: BadJudgementError, saying what is wrong with it.
    """
    if len(text) > LONGEST:
        raise BadJudgementError(f"is longer than {LONGEST:,} characters.")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise BadJudgementError("is no JSON.") from None
    return checked(value)


def checked(value: Any) -> Judgement:
    """The judgement that *value*, an object as :meth:`Judgement.line` gives it, says.

    Raises: BadJudgementError, saying what is wrong with it.
    """
    _need(isinstance(value, dict), "is no object.")
    verdict = value.get("verdict")
    known = isinstance(verdict, str) and verdict in VERDICTS
    _need(known, f"verdict is {_shown(verdict)}. Known: {', '.join(VERDICTS)}.")
    held = VERDICTS[verdict]
    for key in value:
        _need(key in ("id", "made", "by", "why", "verdict", *held), f"{_shown(key)} is no key of {verdict}.")  # fmt: skip
    parts: Plain = {
        "verdict": verdict, "by": _words(value, "by"), "made": _moment(value.get("made")),
        "why": _words(value, "why") if value.get("why") is not None else None,
    }  # fmt: skip
    if "event" in held:
        parts["event"] = _event(value.get("event"))
    if "change" in held:
        parts["change"] = _change(value.get("change"), parts["event"])
    if "mention" in held:
        parts["mention"] = _place(value.get("mention"), "mention", _MENTION)
    if "code" in held:
        parts["code"] = _code(value.get("code"), "code")
        another = value.get("into")
        nobody = another is None and verdict == "split"
        parts["into"] = None if nobody else _code(another, "into")
        _need(parts["into"] != parts["code"], f"{_shown(another)} is what it was already.")
    if "of" in held:
        parts["of"] = _identity(value.get("of"), "of")
    made = Judgement(**parts)
    told = value.get("id")
    _need(
        told in (None, made.id),
        f"id is {_shown(told)}, and what it says has {made.id}. Leave the id out of a changed line.",
    )
    return made


def _need(right: bool, otherwise: str) -> None:
    if not right:
        raise BadJudgementError(otherwise)


def _shown(value: Any) -> str:
    """A foreign value in a message: one line, no control characters."""
    text = ascii(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _words(value: Mapping[str, Any], key: str) -> str:
    text = value.get(key)
    _need(isinstance(text, str) and text.strip() != "", f"{key} is {_shown(text)}. Write words.")
    assert isinstance(text, str)
    _need(len(text) <= _MOST_WORDS, f"{key} is longer than {_MOST_WORDS:,} characters.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadJudgementError(f"{key} holds half a character.") from None
    return text


def _moment(text: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        zone = moment.utcoffset()
        made = moment.astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        zone = None
    if zone is None:
        hint = "Write a time with its zone: 2024-05-03T10:00:00+00:00."
        raise BadJudgementError(f"made is {_shown(text)}. {hint}")
    return made


def _code(text: Any, key: str) -> str:
    fits = isinstance(text, str) and len(text) <= 60 and _CODE.fullmatch(text)
    _need(bool(fits), f"{key} is {_shown(text)}. Write a code such as IRN or IRN-MIL.")
    return str(text)


def _identity(text: Any, key: str) -> str:
    fits = isinstance(text, str) and _IDS[key].fullmatch(text)
    _need(bool(fits), f"{key} is {_shown(text)}, which is none.")
    return str(text)


def _place(value: Any, what: str, keys: Mapping[str, type]) -> Plain:
    """An object of *keys* that names characters of a report."""
    _need(isinstance(value, dict), f"{what} is {_shown(value)}. Write an object.")
    for key in value:
        _need(key in keys, f"{_shown(key)} is no key of {what}.")
    for key, kind in keys.items():
        found = value.get(key)
        right = isinstance(found, kind) and not isinstance(found, bool)
        _need(right, f"{what}: {key} is {_shown(found)}.")
        if kind is int:
            _need(0 <= found < 2**31, f"{what}: {key} is {_shown(found)}.")
    _identity(value["report_id"], "report_id")
    _need(value["start"] < value["end"], f"{what} ends at or before its start.")
    words = "evidence" if "evidence" in keys else "text"
    return {key: value[key] for key in keys} | {words: _words(value, words)}


def _event(value: Any) -> Plain:
    made = _place(value, "event", _EVENT)
    _identity(made["id"], "id")
    _need(made["trigger_start"] < made["trigger_end"], "event: its trigger is empty.")
    _among(made["type"], "type", TYPES)
    _among(made["status"], "status", STATUSES)
    return made | {side: _codes(made[side], side) for side in ("actor", "recipient")}


def _among(word: Any, what: str, known: tuple[str, ...]) -> str:
    _need(
        isinstance(word, str) and word in known,
        f"{what} is {_shown(word)}. Known: {', '.join(known)}.",
    )
    return str(word)


def _codes(value: Any, side: str) -> list[str]:
    _need(isinstance(value, list), f"{side} is {_shown(value)}. Write a list of codes.")
    _need(len(value) <= _MOST_CODES, f"{side} has more than {_MOST_CODES} codes.")
    return list(dict.fromkeys(_code(one, side) for one in value))


def _change(value: Any, event: Plain) -> Plain:
    _need(isinstance(value, dict) and bool(value), f"change is {_shown(value)}. Say what is right.")
    made: Plain = {}
    for key in value:
        _need(key in CHANGES, f"{_shown(key)} cannot be corrected. Known: {', '.join(CHANGES)}.")
    if "type" in value:
        made["type"] = _among(value["type"], "type", TYPES)
    if "mode" in value:
        type_ = made.get("type", event["type"])
        modes = tuple(mode for known, mode in load_scores() if known == type_ and mode)
        mode = value["mode"]
        made["mode"] = None if mode is None else _among(mode, f"mode of {type_}", modes)
    if "status" in value:
        made["status"] = _among(value["status"], "status", STATUSES)
    for side in ("actor", "recipient"):
        if side in value:
            made[side] = _codes(value[side], side)
    sides = [made.get(side, event[side]) for side in ("actor", "recipient")]
    _need(any(sides), "change leaves nobody: an event has an actor or a recipient.")
    return made
