# Rule 1: what a user passes reaches the database as a bound value and in no other way. The
#   SQL of a filter is a constant in ALLOWED; a filter that is not there is refused.
# Rule 2: a code stands for its parts: IRN finds IRN and IRN-MIL, IRN-MIL finds itself alone.
"""What a question can be narrowed by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from dragoman.alphabet.errors import DateError, LedgerError
from dragoman.events.calendar.values import end_of, start_of
from dragoman.events.event import STATUSES, TYPES
from dragoman.ledger import keys

Values = dict[str, Any]


def _side(column: str, name: str) -> str:
    """A column of codes, of the actor that *name* asks for."""
    return f"({column} = ${name} OR starts_with({column}, ${name} || '-'))"


def _among(column: str, name: str) -> str:
    """A list of codes that holds the actor that *name* asks for."""
    test = f"one = ${name} OR starts_with(one, ${name} || '-')"
    return f"len(list_filter({column}, lambda one: {test})) > 0"


def _party(role: str, name: str) -> str:
    """Events in which an actor stands on that side; who act on each other stand on both."""
    found = _among("e.actors" if role == "actor" else "e.recipients", name)
    return found if role == "actor" else f"({found} OR (e.reciprocal AND {_party('actor', name)}))"


def _events_of(clause: str) -> str:
    """Claims of which an event is so."""
    return f"e.id IN (SELECT claim_id FROM events_told e WHERE {clause})"  # noqa: S608  (constants)


_EVENT: Mapping[str, str] = {
    "actor": _party("actor", "actor"),
    "recipient": _party("recipient", "recipient"),
    "pair": (
        f"(({_party('actor', 'a')} AND {_party('recipient', 'b')})"
        f" OR ({_party('actor', 'b')} AND {_party('recipient', 'a')}))"
    ),
    "type": "list_contains($type, e.type)",
    "status": "list_contains($status, e.status)",
    "outlet": "lower(e.outlet) = lower($outlet)",
    "since": "coalesce(e.last_day, e.happened) >= $since",
    "until": "e.happened <= $until",
    "report": "e.report_id = $report",
}
_PUBLISHED = {
    "outlet": "lower(e.outlet) = lower($outlet)",
    "since": "e.published >= $since",
    "until": "e.published <= $until",
    "report": "e.report_id = $report",
}
#: Question → filter → its condition on a row, which is called "e".
ALLOWED: Mapping[str, Mapping[str, str]] = {
    "events": _EVENT,
    "claims": {
        **{k: _events_of(_EVENT[k]) for k in ("actor", "recipient", "pair", "type", "status")},
        "speaker": _side("e.speaker_code", "speaker"),
        "stance": "list_contains($stance, e.stance)",
        **_PUBLISHED,
    },
    "transfers": {
        "actor": _side("e.supplier", "actor"),
        "recipient": _side("e.recipient", "recipient"),
        "pair": f"(({_side('e.supplier', 'a')} AND {_side('e.recipient', 'b')})"
        f" OR ({_side('e.supplier', 'b')} AND {_side('e.recipient', 'a')}))",
        "type": "list_contains($type, e.class)",
        "status": "list_contains($status, e.status)",
        **_PUBLISHED,
    },
    "agreements": {
        "actor": " OR ".join(_among(f"e.{c}", "actor") for c in ("parties", "withdrawn", "negotiating")),
        **_PUBLISHED,
    },
    "search": _PUBLISHED,
    "copies": _PUBLISHED,
}  # fmt: skip
STANCES = (
    "asserts", "denies", "predicts", "demands", "threatens", "accuses", "boasts", "promises",
    "questions", "declines",
)  # fmt: skip
CLASSES = ("arms", "money", "energy", "humanitarian", "technology", "people", "other")
TRANSFER_STATUSES = ("actual", "denied", "alleged", "planned", "requested", "refused")
#: Kinds of names that say whom a question is about; of many people one could be meant.
_NAMED = ("state", "igo", "alliance", "bloc", "armed", "movement", "ngo", "agency")
_NAME = re.compile(r"[^\W\d_][\w .'’-]*")
_WRITE = "Write one such as IRN, IRN-MIL or Iran."
#: Question → filter → the words that it knows.
_WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "events": {"type": TYPES, "status": STATUSES},
    "claims": {"type": TYPES, "status": STATUSES, "stance": STANCES},
    "transfers": {"type": CLASSES, "status": TRANSFER_STATUSES},
}


def conditions(question: str, filters: Mapping[str, Any]) -> tuple[str, Values]:
    """Return the condition of the rows that are asked for, and its values.

    Args:
        question: a key of ALLOWED.
        filters: name → what was passed; None is no filter.
    Raises: LedgerError if a filter, or a word in it, is not known; DateError if a day is none.
    """
    clauses: list[str] = []
    values: Values = {}
    for name, value in filters.items():
        if value is None:
            continue
        if name not in ALLOWED[question]:
            known = ", ".join(ALLOWED[question])
            raise LedgerError(question, f"cannot be narrowed by {name!r}.", f"Known: {known}.")
        clauses.append(f"({ALLOWED[question][name]})")
        values |= _value(question, name, value)
    in_order(values.get("since"), values.get("until"))
    return " AND ".join(clauses) or "true", values


def _value(question: str, name: str, value: Any) -> Values:
    """What is bound for one filter."""
    if name in ("since", "until"):
        return {name: day(value, last=name == "until")}
    if name == "pair":
        first, second = pair(value)
        return {"a": first, "b": second}
    if name in ("type", "status", "stance"):
        return {name: words(name, value, _WORDS[question][name])}
    if name in ("actor", "recipient", "speaker"):
        return {name: code(value)}
    return {name: str(value)}


def words(name: str, value: Any, known: tuple[str, ...]) -> list[str]:
    """One word or several of *known*, however they are capitalised.

    Raises: LedgerError if one is not known.
    """
    given = [value] if isinstance(value, str) else list(value)
    by_fold = {word.casefold(): word for word in known}
    for one in given:
        if not isinstance(one, str) or one.casefold() not in by_fold:
            raise LedgerError(name, f"{one!r} is not known.", f"Known: {', '.join(known)}.")
    return [by_fold[one.casefold()] for one in given]


def code(value: Any) -> str:
    """A code as it is stored, of a code however it is written or of a name: "Iran", "NATO".

    Raises: LedgerError if it is no text, empty, or a word that is neither.
    """
    if not isinstance(value, str) or not value.strip():
        raise LedgerError("code", f"{value!r} is none.", _WRITE)
    given = value.strip()
    upper = given.upper()
    if given == upper and " " not in given:  # of other coders, too
        return upper
    by_name, heads = _register()
    if named := by_name.get(given.casefold()):
        return named
    if given != upper and upper.split("-")[0] not in heads and _NAME.fullmatch(given):
        raise LedgerError(given, "is no code and no name that is known.", _WRITE)
    return upper


@cache
def _register() -> tuple[Mapping[str, str], frozenset[str]]:
    """The codes of states and bodies by their folded names, where one alone has it; heads of codes."""
    from dragoman.entities.register import load_register

    register = load_register()
    found = {
        surface.casefold(): {entry.code for entry in entries if entry.code}
        for surface, entries in register.entries.items()
        if all(entry.kind in _NAMED for entry in entries)
    }
    by_name = {surface: next(iter(codes)) for surface, codes in found.items() if len(codes) == 1}
    by_name |= {name.casefold(): state for state, name in register.names.items()}
    codes = {code for codes in found.values() for code in codes} | register.names.keys()
    return by_name, frozenset(code.split("-")[0] for code in codes) | keys.WHOLE


def pair(value: Any) -> tuple[str, str]:
    """Two codes.

    Raises: LedgerError if it is not two.
    """
    if isinstance(value, str) or len(value) != 2:
        raise LedgerError("pair", f"{value!r} is none.", "Write two codes: ('IRN', 'RUS').")
    return code(value[0]), code(value[1])


def day(value: Any, *, last: bool = False) -> date:
    """The first day, or the *last* one, of ``"2022"``, ``"2022-01"``, ``"2022-01-05"`` or a date.

    Raises: DateError if it is none of these.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        found = (end_of if last else start_of)(str(value))
    except (ValueError, IndexError):
        found = None
    if found is None:
        raise DateError(f"{value!r} is no date. Write YYYY, YYYY-MM or YYYY-MM-DD.")
    return found


def in_order(since: date | None, until: date | None) -> None:
    """Raise DateError if a window ends before it begins."""
    if since and until and since > until:
        raise DateError(f"since {since} is after until {until}. Write the earlier one first.")


def moment(value: str) -> date | datetime:
    """A moment (``"2022-05-03T10:00"``), or the last day of what :func:`day` reads.

    Raises: DateError if it is neither.
    """
    if "T" not in value:
        return day(value, last=True)
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        raise DateError(f"{value!r} is no moment. Write YYYY-MM-DDTHH:MM.") from None
