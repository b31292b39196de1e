# What follows from one state of a ledger and takes long to work out. Kept as Parquet files in the
# ledger's folder "derived" (shelf.py), and worked out in steps (steps.py): of a new state only what
# its new reports and judgements touch.
# Rule 1: it is never the truth. The folder can be deleted at any moment, by anybody: it is made
#   again from the tables, and without it (a read-only folder, a full disk) all questions have the
#   same answers, later.
# Rule 2: three kinds. Rows follow from one reading at a time, and those of a reading take the place of
#   its older ones. Cells follow from all rows of one key, and are worked out again for keys that rows
#   came to or left. Wholes are short, and are asked anew for each state; what differs in one says
#   which readings are touched.
# Rule 3: what is kept is the result of a query, named: nothing here knows what it means. Other
#   layers add their own (relations/kept.py).
"""Results of queries that are kept for one state of a ledger: which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

#: The folder, inside that of the ledger.
FOLDER = "derived"
#: Tables of the ledger from which all of it follows.
SOURCES = ("reports", "events", "parties", "claims", "acts", "copies", "judgements")
#: Raised when what is kept changes its meaning by more than the queries say.
RULES = 3
#: Events from which it is worth while: less is worked out in the time of a breath.
LEAST = 50_000
#: Columns that accounts have and events have not.
SAID = "said, speaker_name, content, content_start, content_end, cue, quoted"


@dataclass(frozen=True, slots=True)
class Rows:
    """A result that follows from each reading by itself.

    Where it is kept, the view ``<name>_read`` shows it with ``reading_id``, and ``<name>`` without.
    """

    name: str
    query: str  #: its rows have ``reading_id``
    order: str  #: in which they lie
    shows: Mapping[str, str] = field(default_factory=dict)  #: view → its query, where this is kept
    early: bool = False  #: *shows* holds while the next ones of a step are worked out


@dataclass(frozen=True, slots=True)
class Cells:
    """A result that follows, key by key, from rows that are kept.

    *query* reads them from the view ``some_<of>``, which may hold those of some keys alone; what it
    reads from elsewhere is *standing*.
    """

    name: str
    query: str
    of: str  #: name of the Rows
    key: Mapping[str, str]  #: column of the result → the expression of a row that is equal to it
    order: str
    values: Mapping[str, Any] = field(default_factory=dict)
    standing: str = ""  #: a query; where its answer is another one, all keys are touched


@dataclass(frozen=True, slots=True)
class Whole:
    """A short result, asked anew for each state."""

    name: str
    query: str
    order: str
    #: The readings that are touched where the view ``changed`` has rows: these differ from the state before.
    touches: str = ""
    shown: str = ""  #: "VIEW" or "TABLE": it takes the place of the one of that name


Derived = Rows | Cells | Whole


@cache
def sql(name: str) -> str:
    """The text of one of the .sql files beside this module."""
    return (files("dragoman.ledger") / "sql" / f"{name}.sql").read_text(encoding="utf-8")


_OF_TEXTS = "SELECT reading_id FROM raw_reports SEMI JOIN changed USING (text_id)"
_OF_READINGS = "SELECT reading_id FROM changed"
#: What judgements and the merging of actors make of readings.
_JUDGED = (
    Whole("judged_readings", "SELECT * FROM judged_readings", "ALL", _OF_READINGS),
    Whole("merged", "SELECT * FROM merged", "ALL", sql("merged_readings")),
)
#: What stands in the place of tables of current.sql, and so before the views.
GROUNDS: tuple[Derived, ...] = (
    Whole(
        "current_readings", "SELECT reading_id FROM current_readings", "reading_id", _OF_READINGS,
        shown="TABLE",
    ),
    Whole("links", "SELECT * FROM links", "ALL", shown="VIEW"),
    Whole("text_groups", "SELECT * FROM text_groups", "text_id", shown="VIEW"),
    Whole("told_on", "SELECT * FROM told_on", "text_id", _OF_TEXTS),
    *_JUDGED,
    Rows("happened", sql("happened"), "block"),
    Cells(
        "event_happenings", sql("happenings"), "happened", {"block": "block"},
        "reading_id, event_id",
    ),
)  # fmt: skip
#: What stands in the place of views, or beside them.
VIEWS: tuple[Derived, ...] = (
    Whole("seen_readings", "SELECT reading_id FROM current_readings", "reading_id", _OF_READINGS),
    Whole("seen_groups", "SELECT * FROM text_groups", "text_id", _OF_TEXTS),
    Whole(
        "seen_happenings", "SELECT reading_id, event_id, found_id FROM event_happenings",
        "reading_id, event_id", _OF_READINGS,
    ),
    *_JUDGED,
    Rows("acts", "SELECT * FROM acts_read", "source, target, day"),
    Rows(
        "accounts_by_pair", sql("accounts_by_pair"), "a, b, happened, id",
        {"accounts_read": "SELECT * EXCLUDE (a, b, nth) FROM {rows} WHERE nth = 1"}, early=True,
    ),
    # Those that reach over months lie apart, so that a month is found without them.
    Rows(
        "positions", "SELECT * FROM positions_read",
        "published IS NULL OR latest - earliest > 62, earliest, event_id",
    ),
    Rows(
        "accounts_by_day", "SELECT * FROM accounts_read", "happened, id",
        {
            "accounts_read": "SELECT * FROM {rows}",
            "events_told": f"SELECT * EXCLUDE ({SAID}) FROM accounts",  # noqa: S608
        },
    ),
)  # fmt: skip
