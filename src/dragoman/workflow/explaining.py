# Why a sentence was coded as it was, or not at all: the tool for writing senses.
# Rule 1: it shows what the coder does, by calling the coder; it decides nothing.
"""``explain``: the parse, the mentions, every sense tried and what became of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from dragoman.clauses.clause import Clause, Sentence
from dragoman.clauses.parser import Parser
from dragoman.events.draft import Draft, Trial
from dragoman.events.match import Scene
from dragoman.events.senses import load_lexicon
from dragoman.workflow.reading import Reading, lay_ground, read_on


@dataclass(frozen=True, slots=True)
class TriedSense:
    """One sense of a clause's word. *verdict* says in words what became of it."""

    rule: str
    type: str
    lemma: str
    fits: bool
    verdict: str
    actor: tuple[str, ...]  #: codes, or the text of who has none
    recipient: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExplainedClause:
    """A predicate with its slots, as words of the sentence, and the senses tried on it."""

    word: str
    kind: str  #: verb | noun | adjective
    slots: dict[str, tuple[str, ...]]
    signs: tuple[str, ...]  #: "passive", "negated", "could", "if"
    senses: tuple[TriedSense, ...]


@dataclass(frozen=True, slots=True)
class ExplainedWord:
    """A word of the tree: number from 1, and the number of its governor (0 for the root)."""

    number: int
    text: str
    lemma: str
    pos: str
    head: int
    dep: str


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """One sentence: its tree and its clauses in the order of their words."""

    text: str
    words: tuple[ExplainedWord, ...]
    clauses: tuple[ExplainedClause, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What :func:`explain` found. ``reading`` is what :func:`read` makes of the same text."""

    sentences: tuple[ExplainedSentence, ...]
    reading: Reading

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "sentences": [asdict(s) for s in self.sentences],
            "reading": self.reading.to_dict(),
        }


def explain(
    text: str, *, published: date | str | None = None, parser: Parser | None = None
) -> Explanation:
    """Return how *text* is parsed, which senses are tried on it, and why each fits or not.

    Args and errors: as :func:`dragoman.read`. Meant for a sentence or a few.
    """
    ground = lay_ground(text, published, parser)
    reading = read_on(ground)
    told: list[Draft] = []
    explained = []
    for sentence in ground.sentences:
        scene = Scene(sentence, ground.resolver, load_lexicon(), told)
        drafts = scene.drafts()
        told += (made for _, made in sorted(drafts.items()))
        clauses = (_clause(scene, clause, drafts, reading) for clause in sentence.clauses)
        shown = tuple(c for c in clauses if c.kind != "noun" or c.senses)
        words = sentence.span.of(ground.body.text)
        explained.append(ExplainedSentence(words, _words(sentence), shown))
    return Explanation(tuple(explained), reading)


def _words(sentence: Sentence) -> tuple[ExplainedWord, ...]:
    return tuple(
        ExplainedWord(t.i + 1, t.text, t.lemma, t.pos, 0 if t.head == t.i else t.head + 1, t.dep)
        for t in sentence.tokens
    )


def _clause(
    scene: Scene, clause: Clause, drafts: dict[int, Draft], reading: Reading
) -> ExplainedClause:
    tokens = clause.sentence.tokens
    signs = [*clause.modals]
    signs += ["passive"] * clause.passive
    signs += ["negated"] * clause.negated
    signs += ["conditional"] * clause.conditional
    chosen = drafts.get(clause.head)
    passed = next((s.reason for s in reading.skipped if s.span == clause.token.span), None)
    return ExplainedClause(
        word=clause.token.text,
        kind=clause.kind,
        slots={slot: tuple(tokens[i].text for i in heads) for slot, heads in clause.slots.items()},
        signs=tuple(signs),
        senses=tuple(
            _sense(trial, chosen, scene, clause.head, passed) for trial in scene.trials(clause)
        ),
    )


def _sense(
    trial: Trial, chosen: Draft | None, scene: Scene, head: int, passed: str | None
) -> TriedSense:
    """What became of a sense; *passed* is why the reading passed the clause's act over."""
    draft = trial.draft
    chose = chosen is not None and trial.sense.id == chosen.sense.id and draft is not None
    fits = chose and passed is None
    verdict = "made the event" if fits else passed if chose else None
    return TriedSense(
        rule=trial.sense.id,
        type=trial.sense.type,
        lemma=trial.frame.lemma,
        fits=fits,
        verdict=verdict or _why_not(trial, chosen, scene, head),
        actor=tuple(p.code or p.text for p in draft.actor) if draft else (),
        recipient=tuple(p.code or p.text for p in draft.recipient) if draft else (),
    )


def _why_not(trial: Trial, chosen: Draft | None, scene: Scene, head: int) -> str:
    if trial.unmet:
        return "; ".join(_unmet(trial, slot, scene) for slot in trial.unmet)
    if trial.draft is None:
        return "the doer that is named is no actor"
    if not trial.draft.has_needed:
        return f"its {trial.sense.needs} is not known"
    if chosen is not None:
        return f"{chosen.sense.id} came first"
    carrier = next((d for h, d in scene.seen.items() if h != head and _covers(d, head)), None)
    if carrier is not None:
        return f"the word is part of {carrier.sense.id}"
    if not trial.draft.has_known_party:
        return "nobody in it has a code"
    return "another sense took its word"


def _unmet(trial: Trial, slot: str, scene: Scene) -> str:
    heads = trial.frame.slots.get(slot, ())
    if not heads:
        return f"no {slot}"
    words = ", ".join(scene.sentence.tokens[i].text for i in heads)
    return f"{slot} “{words}” is not what it asks for"


def _covers(draft: Draft, head: int) -> bool:
    asked = {slot for slot, wanted, _ in draft.sense.where if wanted}
    return any(head in draft.frame.slots.get(slot, ()) for slot in asked)
