# What follows from all acts of a ledger: who stands how to whom, and why. The database weighs and
# chooses, and only the few rows that are shown are fetched, so that a question about one report and
# about ten million is the same code.
# Rule: one value has one figure. alignment(), relations(), why() and the network behind blocs() all
#   take it from relations/weigh.sql over the same window.
"""The questions to a ledger that structure answers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dragoman.alphabet.errors import LedgerError
from dragoman.entities.actor import APART, PRIVATE
from dragoman.ledger import filters, keys
from dragoman.ledger.disputes import find_disputes
from dragoman.ledger.pieces import claims_of, events_of
from dragoman.ledger.query import Reader, Rows
from dragoman.relations.kept import ALIGNMENTS, chosen
from dragoman.relations.signs import Tally, tallied
from dragoman.relations.strongest import strongest
from dragoman.relations.weigh import Alignment, statement
from dragoman.structure.balance import Triads, triads, walk_balance
from dragoman.structure.blocs import Blocs, find_blocs
from dragoman.structure.frustration import Frustration, frustration
from dragoman.structure.graph import THRESHOLD, SignedGraph, graph_from
from dragoman.structure.tensions import Tension, tensions
from dragoman.structure.turns import Turn, turning_points
from dragoman.structure.whatif import WhatIf, parse_question, what_if
from dragoman.structure.why import EVENTS, SHARED_EVENTS, SHARED_SHOWN, Why, shared_places, why
from dragoman.workflow.threats import threats

Day = date | str | None
#: Disputes shown of a pair; the newest.
DISPUTES = 10
#: Acts of the window: undated ones only where it is open on both sides.
_INSIDE = """(
    (day IS NULL AND $first::DATE IS NULL AND $after::DATE IS NULL)
    OR (day >= coalesce($first::DATE, day) AND day < coalesce($after::DATE, day + 1))
)"""
_BETWEEN = f"""
    SELECT * FROM acts
    WHERE ((source = $a AND target = $b) OR (source = $b AND target = $a)) AND {_INSIDE}
"""  # noqa: S608  (constants)
_CHOSEN = """
    WITH chosen AS (SELECT unnest($ids::VARCHAR[]) AS event_id)
    SELECT acts.* FROM acts SEMI JOIN chosen USING (event_id)
    WHERE (source IN ($a, $b)) <> (target IN ($a, $b))
"""
_COLUMNS = '"start", "end", alignment, low, high, events, texts'


@dataclass(frozen=True, slots=True)
class Balance:
    """How far the network of a ledger is in structural balance."""

    places: int  #: with a tie
    ties: int
    triads: Triads
    frustration: Frustration
    walks: float  #: 0 to 1; 1 is full balance

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        found, left = self.triads, self.frustration
        return {
            "places": self.places,
            "ties": self.ties,
            "triads": {
                "friends": found.friends,
                "one_hostile": found.one_hostile,
                "two_hostile": found.two_hostile,
                "foes": found.foes,
                "balanced": found.degree,
                "weighted": found.weighted,
            },
            "frustration": {
                "index": left.index,
                "bound": left.bound,
                "exact": left.exact,
                "normalised": left.normalised,
                "camps": [sorted(camp) for camp in left.camps],
                "frustrated": [list(pair) for pair in left.frustrated],
            },
            "walks": self.walks,
        }


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time."""

    first: date | None  #: None is open
    after: date | None  #: first day no longer inside

    def bounds(self) -> dict[str, Any]:
        """As relations/ takes them."""
        return {"since": self.first, "until": self.after}

    def values(self) -> dict[str, Any]:
        """As bound values of the queries here."""
        return {"first": self.first, "after": self.after}


def window(since: Day, until: Day) -> Window:
    """The days from *since* to *until*, both included.

    Raises: DateError if one is no day.
    """
    last = filters.day(until, last=True) if until is not None else None
    first = filters.day(since) if since is not None else None
    filters.in_order(first, last)
    return Window(first, last + timedelta(1) if last is not None and last < date.max else None)


def places(a: str, b: str) -> tuple[str, str]:
    """Two places by code or by the name of a state; a part of a state (IRN-MIL) is the state.

    Raises: LedgerError if they are one, or one of them is none.
    """
    first, second = _place(a), _place(b)
    if first == second:
        raise LedgerError(f"{a} and {b}", "are one place.", "Name two.")
    return first, second


class Standing:
    """How places stand to each other, and what follows from it.

    Places are states and organisations, by their codes; "Iran" is understood as well. *since* and
    *until* are days (``"2022"``, ``"2022-01"``, ``"2022-01-05"``), both included; acts without a
    day count where neither is given.
    """

    def __init__(self, reader: Reader) -> None:
        """Take what reads the ledger."""
        self._reader = reader

    def alignment(
        self, a: str, b: str, *, every: str | None = None, since: Day = None, until: Day = None
    ) -> Rows:
        """Return how two places stood, from -1 (hostile) to 1 (friendly).

        Args:
            every: ``"month"``, ``"quarter"``, ``"year"``, or None for all time in one row.
        Returns: columns start, end (the first day after), alignment, low, high, events, texts,
            a_to_b, b_to_a; a window in which no act counts has no row.
        Raises: LedgerError, DateError, WindowError: what was asked is not understood.
        """
        pair = places(a, b)
        sql, values = self._statement(pair=pair, every=every, **window(since, until).bounds())
        turned = "b_to_a AS a_to_b, a_to_b AS b_to_a" if pair[0] > pair[1] else "a_to_b, b_to_a"
        query = f'SELECT {_COLUMNS}, {turned} FROM ({sql}) ORDER BY "start"'  # noqa: S608
        return self._reader.run(query, values)

    def relations(
        self,
        actor: str | None = None,
        *,
        since: Day = None,
        until: Day = None,
        limit: int | None = None,
    ) -> Rows:
        """Return how all pairs stand, the strongest first.

        Args:
            actor: only pairs in which this place stands.
            limit: rows at most.
        Returns: columns a, b (in the order of the alphabet) and those of :meth:`alignment`.
        Raises: LedgerError, DateError: what was asked is not understood.
        """
        only = [_place(actor)] if actor else None
        sql, values = self._statement(places=only, **window(since, until).bounds())
        query = (
            f"SELECT a, b, {_COLUMNS}, a_to_b, b_to_a FROM ({sql}) "  # noqa: S608  (constants)
            "ORDER BY abs(alignment) DESC, events DESC, a, b"
        )
        return self._reader.run(query, values, limit)

    def why(self, a: str, b: str, *, since: Day = None, until: Day = None) -> Why:
        """Explain how two places stand: what shows it, who denies it, whom they share.

        Returns: at most 20 acts for the tie and 20 against it, as events with their sentence and
            report, and 10 disputes; third places all, the acts of the nearest ten of each kind.
        Raises: LedgerError, DateError: what was asked is not understood.
        """
        pair, span = places(a, b), window(since, until)
        rows = self._alignments(list(pair), span)
        sql, values = strongest(
            pair, _nearest(rows, pair), most=EVENTS, most_others=SHARED_EVENTS // 2,
            **span.bounds(),
        )  # fmt: skip
        best = self._reader.dicts(sql, values)
        ids = [row["event_id"] for row in best]
        ends = {"a": pair[0], "b": pair[1]}
        acts = self._reader.dicts(_BETWEEN, ends | span.values())
        acts += self._reader.dicts(_CHOSEN, ends | {"ids": ids})
        own = {row["event_id"].split("/")[0] for row in best if {row["a"], row["b"]} == {*pair}}
        wanted = {"pair": pair, "since": since, "until": until}
        return why(
            acts, *pair, rows=rows, last=self._last(span), events=events_of(self._reader, ids),
            claims=claims_of(self._reader, own),
            disputes=[d.to_dict() for d in find_disputes(self._reader, wanted)[:DISPUTES]],
            others=self._others(pair, span),
        )  # fmt: skip

    def blocs(
        self, *, since: Day = None, until: Day = None, most: int | None = None, sure: bool = False
    ) -> Blocs:
        """Return who stands together, the largest bloc first.

        Args:
            most: blocs at most in each connected part; 2 looks for two camps.
            sure: only ties whose 95 % interval leaves out 0.
        Returns: an iterable of sets of codes, which also says how good a partition it is
            (``objective``, ``exact``), what it leaves unexplained and the next best ones.
        Raises: LedgerError, DateError: what was asked is not understood.
        """
        if most is not None and most < 1:
            raise LedgerError("blocs", f"at most {most} are none.", "Write 1 or more.")
        return find_blocs(self._graph(window(since, until), sure), most=most)

    def turns(self, a: str, b: str, *, since: Day = None, until: Day = None) -> list[Turn]:
        """Return the days on which two turned to or against each other, by day.

        Raises: LedgerError, DateError: what was asked is not understood.
        """
        pair, span = places(a, b), window(since, until)
        ends = {"a": pair[0], "b": pair[1]}
        acts = self._reader.dicts(_BETWEEN, ends | span.values())
        return turning_points(acts, *pair, others=self._others(pair, span))

    def tensions(
        self,
        actor: str | None = None,
        *,
        since: Day = None,
        until: Day = None,
        sure: bool = False,
    ) -> list[Tension]:
        """Return the triads that are out of balance, the strongest first.

        Args:
            actor: only those in which this place stands.
            sure: as for :meth:`blocs`.
        Raises: LedgerError, DateError: what was asked is not understood.
        """
        only = [_place(actor)] if actor else None
        return tensions(self._graph(window(since, until), sure), places=only)

    def balance(self, *, since: Day = None, until: Day = None, sure: bool = False) -> Balance:
        """Return how far the enemy of an enemy is a friend here.

        Args:
            sure: as for :meth:`blocs`.
        Raises: LedgerError, DateError: what was asked is not understood.
        """
        graph = self._graph(window(since, until), sure)
        tied = sum(bool(near) for near in graph.near.values())
        return Balance(
            tied, len(graph.ties), triads(graph), frustration(graph), walk_balance(graph)
        )

    def what_if(self, question: str, *, since: Day = None, until: Day = None) -> WhatIf:
        """Return what a made-up event would do to the ties around it: the model, no forecast.

        Args:
            question: ``"ISR AID UKR"``: actor, type of PLOVER, recipient.
        Raises: WhatIfError if it cannot be read; LedgerError, DateError.
        """
        asked, span = parse_question(question), window(since, until)
        ends = {"a": keys.place(asked.actor), "b": keys.place(asked.recipient)}
        warnings = threats(self._reader, ends | span.values())
        return what_if(self._alignments(None, span), question, warnings=warnings)

    def _alignments(self, only: list[str] | None, span: Window) -> list[Alignment]:
        """All pairs, or those in which one of *only* stands, in one window."""
        sql, values = self._statement(places=only, **span.bounds())
        return [Alignment(**row) for row in self._reader.dicts(sql, values)]

    def _others(self, pair: tuple[str, str], span: Window) -> list[Tally]:
        """The signs of the pairs in which one of two places stands."""
        sql, values = tallied(pair, **span.bounds())
        return [Tally(**row) for row in self._reader.dicts(sql, values)]

    def _statement(self, **asked: Any) -> tuple[str, dict[str, Any]]:
        """The SQL of alignments, from what is kept where that holds them."""
        found = chosen(**asked) if self._reader.has(ALIGNMENTS) else None
        return found or statement(**asked)

    def _graph(self, span: Window, sure: bool) -> SignedGraph:
        return graph_from(self._alignments(None, span), threshold=THRESHOLD, sure=sure)

    def _last(self, span: Window) -> date | None:
        """The last day of the window."""
        if span.after is not None:
            return span.after - timedelta(1)
        ((last,),) = self._reader.rows_of("SELECT max(day) FROM acts")
        return last  # type: ignore[no-any-return]


def _place(value: str) -> str:
    code = filters.code(value)
    if code.endswith(APART + PRIVATE):
        hint = "Name a state or an organisation."
        raise LedgerError(code, "stands apart from its state, whose ties it has no part in.", hint)
    return keys.place(code)


def _nearest(rows: list[Alignment], pair: tuple[str, str]) -> list[str]:
    """The third places whose acts are shown."""
    told: Counter[tuple[bool, ...]] = Counter()
    made = []
    for code, first, second in shared_places(rows, *pair):
        kind = tuple(sorted((first > 0, second > 0)))
        told[kind] += 1
        if told[kind] <= SHARED_SHOWN:
            made.append(code)
    return made
