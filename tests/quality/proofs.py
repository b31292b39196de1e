# The almanac's own proofs: each sense says which sentences it reads, and which it must not.
# Rule: results are those of dragoman.read(). Only the parsing is done for all sentences
# at once, since a batch costs a fraction of as many single calls.
"""Read the proof sentences of all senses, and count those that are read right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import dragoman
from dragoman.clauses.clause import Sentence
from dragoman.clauses.parser import Words
from dragoman.clauses.parsers import load_parser
from dragoman.events.event import TYPES
from dragoman.events.senses import Sense, load_lexicon
from dragoman.workflow.reading import prepare
from quality.measure import parties_agree


class ParsedBefore:
    """A parser that knows the trees of some texts already."""

    name = "parsed-before"

    def __init__(self, texts: Iterable[str]) -> None:
        passages = list(dict.fromkeys(p for text in texts for p in prepare(text, [])[1]))
        self._trees = dict(zip(passages, load_parser().parse(passages), strict=True))

    def parse(self, passages: Iterable[Words]) -> Iterator[tuple[Sentence, ...]]:
        """Yield the sentences of each passage.

        Raises: KeyError for a passage of another text.
        """
        for words in passages:
            yield self._trees[words]


def read_events(texts: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """The events of each text, as ``dragoman.read(text).to_dict()`` has them."""
    kept = list(dict.fromkeys(texts))
    parser = ParsedBefore(kept)
    return {text: dragoman.read(text, parser=parser).to_dict()["events"] for text in kept}


def proves(sense: Sense, actor: str, recipient: str, events: list[dict[str, Any]]) -> bool:
    """Whether an event of the sense's type with these parties (codes joined by +) is there."""
    sides = ([code for code in side.split("+") if code] for side in (actor, recipient))
    actors, recipients = sides
    if sense.reciprocal:
        actors, recipients = [*actors, *recipients], []
    return any(
        event["type"] == sense.type
        and parties_agree(
            actors,
            recipients,
            [party["code"] for party in event["actor"]],
            [party["code"] for party in event["recipient"]],
        )
        for event in events
    )


def proof_shares() -> dict[str, float]:
    """Shares in [0, 1] of the proofs that are read right.

    ``proofs.yes`` over all proofs, ``proofs.yes.TYPE`` over those of one type, and
    ``proofs.no``: counter-proofs in which the sense that names them does not fire.
    """
    senses = load_lexicon().senses
    events = read_events(text for s in senses for text in (*(y[0] for y in s.yes), *s.no))
    read: dict[str, list[bool]] = defaultdict(list)
    quiet: list[bool] = []
    for sense in senses:
        for text, actor, recipient in sense.yes:
            read[sense.type].append(proves(sense, actor, recipient, events[text]))
        quiet += [all(event["rule"] != sense.id for event in events[text]) for text in sense.no]
    everything = [right for marks in read.values() for right in marks]
    by_type = {f"proofs.yes.{type_}": _share(read[type_]) for type_ in TYPES if type_ in read}
    return {"proofs.yes": _share(everything), **by_type, "proofs.no": _share(quiet)}


def _share(marks: list[bool]) -> float:
    return sum(marks) / len(marks)
