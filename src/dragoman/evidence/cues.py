"""The almanac's words of saying, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.alphabet.errors import AlmanacError
from dragoman.alphabet.lexfile import ALMANAC, rows
from dragoman.clauses.clause import Clause
from dragoman.evidence.claim import STANCES


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying: its stance, and what may stand as its content.

    *takes* holds words of the almanac: "clause", "infinitive", "object", "small" (an
    object with what it is called), "as", or prepositions whose phrase is the content.
    """

    stance: str
    takes: frozenset[str]
    mind: bool = False  #: what somebody thinks, wants or plans: nobody need have said it


@cache
def load_cues() -> dict[tuple[str, str], Cue]:
    """Words of saying by (kind, lemma).

    Raises: AlmanacError for a stance that is none, and where nothing may be the content.
    """
    path = ALMANAC / "evidence" / "reporting.csv"
    made = {}
    for line, row in rows(path, ("cue", "kind", "act", "stance", "takes")):
        if row["stance"] not in STANCES:
            raise AlmanacError(
                path, line, f"stance is {row['stance']!r}.", f"Use {', '.join(STANCES)}."
            )
        if row["act"] not in ("speech", "mind"):
            raise AlmanacError(path, line, f"act is {row['act']!r}.", "Use speech or mind.")
        if not row["takes"]:
            raise AlmanacError(path, line, "takes nothing.", "Write clause, object or infinitive.")
        made[row["kind"], row["cue"]] = Cue(
            row["stance"], frozenset(row["takes"].split()), row["act"] == "mind"
        )
    return made


@cache
def load_openings() -> frozenset[tuple[str, str]]:
    """By kind: all words of saying, and what those of several words begin with."""
    return frozenset(
        (kind, " ".join(words[:k]))
        for kind, cue in load_cues()
        for words in (cue.split(),)
        for k in range(1, len(words) + 1)
    )


def is_felt(clause: Clause) -> bool:
    """ "Was surprised that": a participle that tells of somebody's mind, and no act upon him."""
    return clause.passive and ("adjective", clause.token.text.lower()) in load_cues()


def cue_of(clause: Clause) -> Cue | None:
    """The word of saying that *clause* is, with its preposition or particle; None if it is none."""
    cues, openings, kind = load_cues(), load_openings(), clause.kind
    if not is_felt(clause) and not any((kind, lemma) in openings for lemma in clause.lemmas):
        return None
    sentence = clause.sentence
    # "called for ending the war": the preposition leads a clause.
    gerunds = sentence.children(clause.head, "advcl")
    ties = [m.lemma for t in gerunds for m in sentence.children(t.i, "mark")]
    # "made clear that": the adjective belongs to the verb.
    below = sentence.children(clause.head, "xcomp", "obj")
    ties += [t.lemma for t in below if t.pos == "ADJ" or t.lemma == "it"]  # "as he put it"
    if is_felt(clause):
        return cues["adjective", clause.token.text.lower()]
    for lemma in clause.lemmas:
        for preposition in (*clause.slots, *ties):
            if (found := cues.get((clause.kind, f"{lemma} {preposition}"))) is not None:
                return found
        if (found := cues.get((clause.kind, lemma))) is not None:
            return found
    return None
