# How far an event's confidence can be believed, and what a better one is made of.
# Rule 1: three kinds of text are told apart. Reports are read as they come; proofs are what
#   senses were written for, and read too well; quiet news holds nothing, so all is wrong there.
# Rule 2: what nobody has judged is left out: the other events of a proof's sentence are neither
#   right nor wrong.
# Rule 3: folds are made of texts, not of events, so that no sentence judges itself.
"""Compare confidence with rightness.

python tests/quality/confidence.py          reliability by bins of confidence
python tests/quality/confidence.py --fit    and a logistic regression on the features below
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))

import dragoman
from dragoman.alphabet.errors import ReportError
from dragoman.archive.gather import gather
from dragoman.clauses.clause import Sentence
from dragoman.clauses.inflection import lemmas
from dragoman.clauses.parser import Parser, Words
from dragoman.clauses.parsers import load_parser
from dragoman.events.event import Event
from dragoman.events.senses import Sense, load_lexicon
from quality.matching import match
from quality.measure import EXAMPLES, GOLD, Row, parties_agree, prepared, same_parties, same_type
from quality.proofs import ParsedBefore

QUIET = Path(__file__).parent / "quiet.txt"
BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
SOURCES = ("report", "proof", "quiet")
FOLDS = 5
#: Weight of the squares of the coefficients (not of the intercepts), as in a prior of N(0, 1).
RIDGE = 1.0
_FIRST = frozenset({"i", "we", "us", "me"})
_PRONOUNS = _FIRST | {"he", "she", "it", "they", "him", "her", "them", "who", "which", "that"}


@dataclass(frozen=True, slots=True)
class Judged:
    """One event that somebody has judged."""

    source: str  #: one of SOURCES
    text: int  #: number of its text; folds are made of these
    confidence: float
    features: tuple[float, ...]  #: in the order of FEATURES
    type_right: bool
    parties_right: bool  #: type and both sides


class Listening:
    """A parser that keeps the sentences of the text that it parsed last."""

    name = "listening"

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self.sentences: list[Sentence] = []

    def parse(self, passages: Iterable[Words]) -> Iterator[tuple[Sentence, ...]]:
        """Yield the sentences of each passage."""
        self.sentences = []
        for sentences in self._parser.parse(passages):
            self.sentences += sentences
            yield sentences


# --- features ---------------------------------------------------------------------------
def _known(event: Event, sense: Sense) -> tuple[bool, bool]:
    actors = [p for p in event.actor if p.known]
    if sense.reciprocal:
        return bool(actors), len(actors) > 1
    return bool(actors), any(p.known for p in event.recipient)


def _kind(event: Event, kind: str) -> float:
    return float(any(p.known and p.kind == kind for p in (*event.actor, *event.recipient)))


def _pronoun(event: Event, words: frozenset[str]) -> float:
    return float(any(p.text.lower() in words for p in (*event.actor, *event.recipient)))


#: Name → value of an event, its sense, and how many verbs stand above it.
FEATURES: dict[str, Callable[[Event, Sense, int], float]] = {
    "demands": lambda e, s, d: min(s.demands, 3) / 3,
    "actor known": lambda e, s, d: float(_known(e, s)[0]),
    "recipient known": lambda e, s, d: float(_known(e, s)[1]),
    "both known": lambda e, s, d: float(all(_known(e, s))),
    "asks no recipient": lambda e, s, d: float(not s.recipient and not s.reciprocal),
    "reciprocal": lambda e, s, d: float(s.reciprocal),
    "a side is an owner": lambda e, s, d: _kind(e, "owner"),
    "a side is a place": lambda e, s, d: _kind(e, "place"),
    "more on a side": lambda e, s, d: float(max(len(e.actor), len(e.recipient)) > 1),
    "unnamed party": lambda e, s, d: float(any(not p.known for p in (*e.actor, *e.recipient))),
    "pronoun": lambda e, s, d: _pronoun(e, _PRONOUNS - _FIRST),
    "first person": lambda e, s, d: _pronoun(e, _FIRST),
    "not actual": lambda e, s, d: float(e.status != "actual"),
    "noun": lambda e, s, d: float(s.kind == "noun"),
    "adjective": lambda e, s, d: float(s.kind == "adjective"),
    "verbs above": lambda e, s, d: min(d, 3) / 3,
    "wide evidence": lambda e, s, d: min(e.span.end - e.span.start, 200) / 200,
}

#: Those that are kept: with the others added, unseen reports are judged no better (Brier score).
#: Chosen on the same folds that the reliability is shown for, which flatters it a little.
CHOSEN = ("both known", "unnamed party", "asks no recipient", "wide evidence")


def _depth(sentences: Sequence[Sentence], event: Event) -> int:
    """How many verbs stand above the trigger."""
    for sentence in sentences:
        if sentence.span.holds(event.trigger):
            i = next(t.i for t in sentence.tokens if t.span.end > event.trigger.start)
            return sum(above.pos == "VERB" for above in sentence.path_up(i))
    return 0


# --- judging ----------------------------------------------------------------------------
def judged() -> Iterator[Judged]:
    """Every judged event of the reports, the almanac's proofs and the quiet news."""
    senses = {s.id: s for s in load_lexicon().senses}

    def made(source: str, text: int, sentences: list[Sentence], e: Event, *right: bool) -> Judged:
        sense, depth = senses[e.rule], _depth(sentences, e)
        values = tuple(f(e, sense, depth) for f in FEATURES.values())
        return Judged(source, text, e.confidence, values, right[0], right[1])

    number = 0
    listening = Listening(load_parser())
    for gold, published, text in _reports():
        reading = dragoman.read(text, published=published, parser=listening)
        found = reading.to_dict()["events"]
        rows = prepared(gold, reading.text)["events"]
        typed = set(match(rows, found, same_type).values())
        full = set(match(rows, found, same_parties).values())
        for k, event in enumerate(reading.events):
            yield made("report", number, listening.sentences, event, k in typed, k in full)
        number += 1
    quiet = [q for q in QUIET.read_text(encoding="utf-8").splitlines() if q and q[0] != "#"]
    proofs = [(s, *y) for s in senses.values() for y in s.yes]
    counter = [(s, text) for s in senses.values() for text in s.no]
    texts = [*quiet, *(p[1] for p in proofs), *(c[1] for c in counter)]
    listening = Listening(ParsedBefore(texts))
    for text in quiet:
        for event in dragoman.read(text, parser=listening).events:
            yield made("quiet", number, listening.sentences, event, False, False)
        number += 1
    for sense, text, actor, recipient in proofs:
        for event in dragoman.read(text, parser=listening).events:
            if event.type == sense.type or _speaks_of(sense, event, text):
                right = event.type == sense.type
                full_ = right and _agrees(sense, event, actor, recipient)
                yield made("proof", number, listening.sentences, event, right, full_)
        number += 1
    for sense, text in counter:
        for event in dragoman.read(text, parser=listening).events:
            if event.rule == sense.id:
                yield made("proof", number, listening.sentences, event, False, False)
        number += 1


def _reports() -> Iterator[tuple[Row, str | None, str]]:
    for path in sorted(GOLD.glob("*.json")):
        gold: Row = json.loads(path.read_text(encoding="utf-8"))
        report = next(gather(sorted(EXAMPLES.glob(f"{path.stem}.*"))))
        if isinstance(report, ReportError):
            raise report
        day = report.published.isoformat() if report.published else gold["published"]
        yield gold, day, report.text


def _speaks_of(sense: Sense, event: Event, text: str) -> bool:
    """Whether the event's trigger is a word of the sense."""
    word = event.trigger.of(text).split()[0]
    return bool(set(lemmas(word, word)) & {lemma.split()[0] for lemma in sense.lemmas})


def _agrees(sense: Sense, event: Event, actor: str, recipient: str) -> bool:
    actors, recipients = ([c for c in side.split("+") if c] for side in (actor, recipient))
    if sense.reciprocal:
        actors, recipients = [*actors, *recipients], []
    return parties_agree(
        actors, recipients, [p.code for p in event.actor], [p.code for p in event.recipient]
    )


# --- reliability ------------------------------------------------------------------------
def reliability(values: Sequence[float], right: Sequence[tuple[bool, bool]]) -> str:
    """Lines of a bin, its events, their mean confidence, and the shares that are right."""
    lines = ["confidence    events   mean   type   with parties"]
    for low, high in pairwise(BINS):
        inside = [k for k, v in enumerate(values) if low <= v < high]
        if not inside:
            continue
        mean = sum(values[k] for k in inside) / len(inside)
        typed, full = (sum(right[k][n] for k in inside) / len(inside) for n in (0, 1))
        lines.append(
            f"{low:.1f} to {min(high, 1):.1f}  {len(inside):7}   {mean:.2f}   {typed:.2f}   {full:.2f}"
        )
    return "\n".join(lines)


# --- fitting ----------------------------------------------------------------------------
def fit(rows: NDArray[np.float64], right: NDArray[np.float64], free: int) -> NDArray[np.float64]:
    """Logistic regression by Newton's method.

    Args:
        rows: shape (events, columns); the first *free* columns are intercepts, not shrunk.
        right: shape (events,), 0 or 1.
    Returns: shape (columns,).
    """
    weights = np.zeros(rows.shape[1])
    penalty = np.full(rows.shape[1], RIDGE)
    penalty[:free] = 1e-3
    for _ in range(40):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chance) - penalty * weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def design(events: Sequence[Judged], names: Sequence[str]) -> NDArray[np.float64]:
    """Shape (events, sources and features): an intercept a source, then the features named.

    A source's intercept takes up that proofs are read better than reports; the features'
    weights are common. For a report the intercept of "report" counts.
    """
    columns = [list(FEATURES).index(name) for name in names]
    return np.array(
        [
            [*(float(e.source == s) for s in SOURCES), *(e.features[k] for k in columns)]
            for e in events
        ]
    )


def crossed(
    rows: NDArray[np.float64], right: NDArray[np.float64], texts: Sequence[int]
) -> NDArray[np.float64]:
    """The chance of each event by a fit that has not seen its text; shape (events,)."""
    fold = np.array(texts) % FOLDS
    chances = np.zeros(len(right))
    for k in range(FOLDS):
        weights = fit(rows[fold != k], right[fold != k], len(SOURCES))
        chances[fold == k] = 1 / (1 + np.exp(-rows[fold == k] @ weights))
    return chances


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--fit", action="store_true", help="fit the features to rightness too")
    chosen = parser.parse_args(arguments)
    events = list(judged())
    for source in SOURCES:
        some = [e for e in events if e.source == source]
        print(f"\n{source}: {len(some)} events")
        marks = [(e.type_right, e.parties_right) for e in some]
        print(reliability([e.confidence for e in some], marks))
    if chosen.fit:
        print(fitted(events))
    return 0


def fitted(events: Sequence[Judged]) -> str:
    """The coefficients for type and parties, of all features and of the chosen, and reliability."""
    marks = [(e.type_right, e.parties_right) for e in events]
    right = np.array([float(full) for _, full in marks])
    lines = [f"\nfit on {len(events)} events: type and parties right"]
    for names in (tuple(FEATURES), CHOSEN):
        rows = design(events, names)
        labels = [*(f"intercept, {s}" for s in SOURCES), *names]
        weights = fit(rows, right, len(SOURCES))
        lines += [f"{label:20} {w:6.2f}" for label, w in zip(labels, weights, strict=True)]
        chances = [float(c) for c in crossed(rows, right, [e.text for e in events])]
        for source in SOURCES:
            some = [k for k, e in enumerate(events) if e.source == source]
            loss = sum((chances[k] - right[k]) ** 2 for k in some) / max(len(some), 1)
            lines.append(f"\n{source}: {len(some)} events, {FOLDS} folds, Brier score {loss:.3f}")
            lines.append(reliability([chances[k] for k in some], [marks[k] for k in some]))
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
