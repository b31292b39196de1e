"""Measure whom marked phrases are taken to mean, and pin it.

python tests/quality/actors.py             measure, print a table by kind
python tests/quality/actors.py --misses    also print each phrase that is read otherwise
python tests/quality/actors.py --pin       raise actors_floors.json
python tests/quality/actors.py --pin --allow-regression "reason"    let floors sink, for a reason
"""
# Rule 1: a label is what a careful reader of the report on its day would answer; null
#   where two actors could be meant, or none.
# Rule 2: a nation's name for its people ("Hondurans") is the nation, without a sector.
# Rule 3: silence and a wrong answer are told apart, since a wrong actor costs more.

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence
from dragoman.clauses.parser import Parser
from dragoman.entities.find import find_mentions
from dragoman.entities.parties import Resolver
from dragoman.events.dates import find_times
from dragoman.relations.relation import place
from dragoman.workflow.reading import prepare
from quality import floors
from quality.proofs import ParsedBefore

HERE = Path(__file__).parent
CASES = HERE / "actors.json"
FLOORS = HERE / "actors_floors.json"
COMMAND = "python tests/quality/actors.py --pin"
KINDS = (
    "name", "demonym", "metonym", "role", "group", "leader", "apposition", "pronoun", "homonym",
    "spelling",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """A short text with one marked phrase."""

    kind: str
    published: date
    text: str
    span: Span  #: the phrase, in characters of the text
    codes: frozenset[str]  #: whom it means; empty where a careful reader would name nobody

    @property
    def phrase(self) -> str:
        """The marked characters."""
        return self.span.of(self.text)


@dataclass(frozen=True, slots=True)
class Answer:
    """Whom the resolver names for the phrase of a case."""

    case: Case
    codes: frozenset[str]

    @property
    def right(self) -> bool:
        """Whether the codes are the same, with their sectors."""
        return self.codes == self.case.codes

    @property
    def right_country(self) -> bool:
        """Whether the countries and organisations are the same."""
        return {place(c) for c in self.codes} == {place(c) for c in self.case.codes}

    @property
    def wrong(self) -> bool:
        """Whether somebody is named who is not meant; silence is not wrong."""
        return bool(self.codes) and not self.right


def load(path: Path = CASES) -> list[Case]:
    """Read the cases; ``nth`` says which occurrence of the phrase is marked, from 1."""
    return [_case(**row) for row in json.loads(path.read_text(encoding="utf-8"))]


def _case(
    kind: str, published: str, text: str, phrase: str, code: str | list[str] | None, nth: int = 1
) -> Case:
    start = -1
    for _ in range(nth):
        start = text.index(phrase, start + 1)
    codes = frozenset([code] if isinstance(code, str) else code or ())
    day = date.fromisoformat(published)
    return Case(kind, day, text, Span(start, start + len(phrase)), codes)


def answers(cases: Iterable[Case]) -> list[Answer]:
    """Resolve the phrase of each case; the texts are parsed in one batch."""
    kept = list(cases)
    parser = ParsedBefore(case.text for case in kept)
    return [Answer(case, _resolved(case, parser)) for case in kept]


def _resolved(case: Case, parser: Parser) -> frozenset[str]:
    body, words = prepare(case.text, [])
    sentences = [s for part in parser.parse(words) for s in part]
    mentions = find_mentions(body.text, case.published, body.cuts)
    times = find_times(body.text, case.published, [p.span for p in body.passages])
    dates = frozenset(k for t in times for k in range(t.span.start, t.span.end))
    resolver = Resolver(body.text, mentions, times=dates)
    resolver.learn(sentences)
    for sentence in sentences:
        head = head_of(sentence, case.span)
        if head is not None:
            parties = resolver.parties(sentence, head)
            return frozenset(p.code for p in parties if p.code is not None)
    return frozenset()


def head_of(sentence: Sentence, span: Span) -> int | None:
    """The token that heads the phrase, or None if the sentence holds no token of it.

    Of the tokens whose governor is outside the phrase, the one nearest to the root.
    """
    inside = {t.i for t in sentence.tokens if t.span.start < span.end and span.start < t.span.end}
    tops = [
        i
        for i in sorted(inside)
        if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i
    ]
    return min(tops, key=lambda i: len(list(sentence.path_up(i))), default=None)


def shares(found: Iterable[Answer]) -> dict[str, float]:
    """Three shares in [0, 1] for each kind and for all: right, right country, not wrong."""
    by_kind: dict[str, list[Answer]] = defaultdict(list)
    for answer in found:
        by_kind[answer.case.kind].append(answer)
        by_kind["all"].append(answer)
    made = {}
    for kind in (*KINDS, "all"):
        group = by_kind[kind]
        if group:
            made[f"{kind}.right"] = _share(a.right for a in group)
            made[f"{kind}.country"] = _share(a.right_country for a in group)
            made[f"{kind}.not_wrong"] = _share(not a.wrong for a in group)
    return made


def _share(marks: Iterable[bool]) -> float:
    kept = list(marks)
    return round(sum(kept) / len(kept), 4)


def corpus_hash() -> str:
    """SHA-256 of the cases."""
    return hashlib.sha256(CASES.read_bytes()).hexdigest()


def table(measured: Mapping[str, float], cases: Iterable[Case]) -> str:
    """Lines of kind, number of cases, and the three shares; the last as a share of wrong ones."""
    kinds = [case.kind for case in cases]
    lines = [f"{'kind':12}{'n':>5}{'right':>9}{'country':>9}{'wrong':>9}"]
    for kind in (*KINDS, "all"):
        if f"{kind}.right" not in measured:
            continue
        n = len(kinds) if kind == "all" else kinds.count(kind)
        right, country = measured[f"{kind}.right"], measured[f"{kind}.country"]
        wrong = 1 - measured[f"{kind}.not_wrong"]
        lines.append(f"{kind:12}{n:5}{right:9.4f}{country:9.4f}{wrong:9.4f}")
    return "\n".join(lines)


def told(answer: Answer) -> str:
    """One line: kind, phrase, whom it means, whom it was taken for, and the text."""
    case = answer.case
    meant, taken = (" + ".join(sorted(codes)) or "nobody" for codes in (case.codes, answer.codes))
    mark = "WRONG " if answer.wrong else "silent"
    day = case.published.isoformat()
    return (
        f"{mark} {case.kind:10} “{case.phrase}”: {meant}, not {taken} ({day})\n       {case.text}"
    )


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 if floors would sink without a reason."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", action="store_true", help="print what is read otherwise")
    parser.add_argument("--pin", action="store_true", help="raise the floors")
    parser.add_argument("--allow-regression", metavar="REASON", help="why floors may sink")
    chosen = parser.parse_args(arguments)
    cases = load()
    found = answers(cases)
    measured = shares(found)
    if chosen.misses:
        print("\n".join(told(a) for a in found if not a.right), end="\n\n")
    print(table(measured, cases))
    if not chosen.pin:
        return 0
    before = floors.load(FLOORS)
    try:
        after = floors.raised(before, measured, corpus_hash(), chosen.allow_regression)
    except floors.LowerFloorError as refusal:
        print(str(refusal).replace(floors.COMMAND, COMMAND), file=sys.stderr)
        return 1
    floors.save(after, FLOORS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
