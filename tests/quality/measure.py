# What counts as found is written here and nowhere else: one small predicate a measure.
# Rule 1: codes count by country or organisation; sectors are not compared.
# Rule 2: a party without a code is nobody: it neither helps nor harms.
# Rule 3: no figure asks for more of a reading than to_dict() says.
"""Measure readings of the example reports against their annotation by hand."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import dragoman
from dragoman.alphabet.errors import ReportError
from dragoman.alphabet.span import Span
from dragoman.archive.gather import gather
from dragoman.body.split import sentence_spans
from dragoman.relations.relation import place
from quality.matching import Tally, match

Row = dict[str, Any]
Fits = Callable[[Row, Row], bool]

HERE = Path(__file__).parent
GOLD = HERE / "gold"
EXAMPLES = HERE.parents[1] / "examples"
SENTENCES = HERE / "sentences.json"
#: Word F1 from which two contents of a claim are the same.
CONTENT = 0.6
#: Share of a longer speaker's words from which it is the same speaker.
SPEAKER = 0.5

_WORD = re.compile(r"\w+")
_ARTICLES = frozenset({"a", "an", "the", "s"})


def overlaps(gold: Row, found: Row) -> bool:
    """Whether the found row shares a character with a place where the annotation stands."""
    return any(start < found["end"] and found["start"] < end for start, end in gold["places"])


def same_type(gold: Row, found: Row) -> bool:
    """Events: type and overlapping evidence."""
    return bool(gold["type"] == found["type"]) and overlaps(gold, found)


def same_parties(gold: Row, found: Row) -> bool:
    """Events: type, evidence, and who acts on whom."""
    if not same_type(gold, found):
        return False
    actors, recipients = ([p["code"] for p in found[side]] for side in ("actor", "recipient"))
    return parties_agree(gold["actor"], gold["recipient"], actors, recipients)


def parties_agree(
    actors: list[str],
    recipients: list[str],
    found_actors: list[str | None],
    found_recipients: list[str | None],
) -> bool:
    """Whether both sides name the same places; where either is reciprocal, all together do.

    >>> parties_agree(["IRN-MIL"], ["IRQ"], ["IRN"], ["IRQ", None])
    True
    >>> parties_agree(["FRA", "DEU"], [], ["DEU"], ["FRA"])
    True
    """
    reciprocal = any(
        len(acting) > 1 and not acted_on
        for acting, acted_on in ((actors, recipients), (found_actors, found_recipients))
    )
    if reciprocal:
        return places(actors + recipients) == places(found_actors + found_recipients)
    same = places(actors) == places(found_actors)
    return same and places(recipients) == places(found_recipients)


def places(codes: Iterable[str | None]) -> frozenset[str]:
    """The countries and organisations of codes."""
    return frozenset(place(code) for code in codes if code)


def same_status(gold: Row, found: Row) -> bool:
    """Events: type, evidence, parties and status."""
    return bool(gold["status"] == found["status"]) and same_parties(gold, found)


def same_claim(gold: Row, found: Row) -> bool:
    """Claims: who says it, and most of the words of what is said."""
    if not same_speaker(gold["speaker"], found["speaker"]["text"]):
        return False
    return word_f1(gold["content"], found["content"]["text"]) >= CONTENT


def same_stance(gold: Row, found: Row) -> bool:
    """Claims: speaker, content and stance."""
    return bool(gold["stance"] == found["stance"]) and same_claim(gold, found)


def same_speaker(one: str, other: str) -> bool:
    """Whether one name holds the other, or they share half the words of the longer.

    >>> same_speaker("Ri", "Ri Myong-su, a spokesman"), same_speaker("Ri", "Riga")
    (True, False)
    """
    short, long = sorted(
        ([w for w in words(s) if w not in _ARTICLES] for s in (one, other)), key=len
    )
    if not short:
        return False
    shared = sum((Counter(short) & Counter(long)).values())
    return _within(short, long) or shared >= SPEAKER * len(long)


def word_f1(one: str, other: str) -> float:
    """Harmonic mean of the shares of words, counted as often as they occur, that are common."""
    first, second = Counter(words(one)), Counter(words(other))
    return Tally((first & second).total(), first.total(), second.total()).f1


def words(text: str) -> list[str]:
    """Words in lower case, without marks."""
    return _WORD.findall(text.lower())


def _within(short: list[str], long: list[str]) -> bool:
    return any(long[k : k + len(short)] == short for k in range(len(long) - len(short) + 1))


def same_relation(gold: Row, found: Row) -> bool:
    """Relations: pair in any order, and sign."""
    pair = places([gold["a"], gold["b"]]) == places([found["a"], found["b"]])
    return pair and bool(gold["sign"] == found["sign"])


def same_transfer(gold: Row, found: Row) -> bool:
    """Transfers: supplier, recipient and class."""
    ends = all(places([gold[end]]) == places([found[end]]) for end in ("supplier", "recipient"))
    return ends and bool(gold["class"] == found["class"])


def same_time(gold: Row, found: Row) -> bool:
    """Times: value, and one text inside the other ("Monday", "late on Monday")."""
    if gold["value"] != found["value"]:
        return False
    short, long = sorted((words(gold["text"]), words(found["text"])), key=len)
    return _within(short, long)


#: Measure → part of a reading, and what makes two of its rows one.
MEASURES: dict[str, tuple[str, Fits]] = {
    "events.type": ("events", same_type),
    "events.parties": ("events", same_parties),
    "events.status": ("events", same_status),
    "claims.said": ("claims", same_claim),
    "claims.stance": ("claims", same_stance),
    "relations.sign": ("relations", same_relation),
    "transfers.class": ("transfers", same_transfer),
    "times.value": ("times", same_time),
    "noise.found": ("noise", overlaps),
}


def read_examples() -> Iterator[tuple[Row, Row]]:
    """Yield annotation and reading of each example, as the command line reads it.

    The annotated day of publication stands for ``--published``: it counts only where
    the report itself names none.
    Raises: ReportError if an example is missing or cannot be read.
    """
    for path in sorted(GOLD.glob("*.json")):
        gold: Row = json.loads(path.read_text(encoding="utf-8"))
        report = next(gather(sorted(EXAMPLES.glob(f"{path.stem}.*")) or [EXAMPLES / path.stem]))
        if isinstance(report, ReportError):
            raise report
        published = report.published or gold["published"]
        reading = dragoman.read(report.text, published=published, outlet=report.outlet)
        yield prepared(gold, reading.text), comparable(reading.to_dict())


def prepared(gold: Row, text: str) -> Row:
    """The annotation, its events and noise with the places in *text* where they stand.

    Noise that the page's reader has left out already is nobody's to find.
    """
    made = dict(gold)
    for part, key in (("events", "evidence"), ("noise", "text")):
        made[part] = [{**row, "places": standing(row[key], text)} for row in gold[part]]
    made["noise"] = [row for row in made["noise"] if row["places"]]
    return made


def comparable(reading: Row) -> Row:
    """The reading without the times that have no value: the annotation leaves them out."""
    return {**reading, "times": [row for row in reading["times"] if row["value"]]}


def standing(quote: str, text: str) -> list[tuple[int, int]]:
    """Half-open spans of *text* where *quote* stands, whatever white space is between its words.

    >>> standing("two ships", "two\\n ships, two ships")
    [(0, 10), (12, 21)]
    """
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    return [found.span() for found in re.finditer(pattern, text)]


def compare(gold: Row, reading: Row) -> dict[str, Tally]:
    """Count each measure for one report."""
    made = {}
    for name, (part, fits) in MEASURES.items():
        hits = len(match(gold[part], reading[part], fits))
        made[name] = Tally(hits, len(gold[part]), len(reading[part]))
    return made


def split_share() -> float:
    """Share of the sentences whose both ends are found when their paragraph is split."""
    right = total = 0
    for paragraph in json.loads(SENTENCES.read_text(encoding="utf-8")):
        text = " ".join(paragraph)
        expected = []
        at = 0
        for sentence in paragraph:
            expected.append(Span(at, at + len(sentence)))
            at += len(sentence) + 1
        right += len(set(expected) & set(sentence_spans(text, Span(0, len(text)))))
        total += len(expected)
    return right / total


def measure() -> dict[str, float]:
    """Return every figure by name, shares in [0, 1] of four decimals.

    ``PART.WHAT.precision``, ``.recall`` and ``.f1`` for the measures above, over all
    reports together; ``sentences.split``; and the proofs (see proofs.py).
    """
    from quality.proofs import proof_shares

    totals = dict.fromkeys(MEASURES, Tally())
    for gold, reading in read_examples():
        for name, counted in compare(gold, reading).items():
            totals[name] += counted
    figures = {}
    for name, total in totals.items():
        figures[f"{name}.precision"] = total.precision
        figures[f"{name}.recall"] = total.recall
        figures[f"{name}.f1"] = total.f1
    figures["sentences.split"] = split_share()
    figures |= proof_shares()
    return {name: round(value, 4) for name, value in figures.items()}
