# The main clause of what is said: its subject, its verb, and whose they are.
# Rule 1: of several clauses the first that has a subject of its own decides.
# Rule 2: what is the speaker's own ("our units", "his army") acts for him.
"""What the stance of a claim is read from."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from dragoman.alphabet.lexfile import ALMANAC, kinds
from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.inflection import bases

_KINDS = (
    "accusing", "condemning", "wronging", "denying", "striking", "harming", "grave", "boasting",
    "implicated", "likely", "unjust",
)  # fmt: skip
SELF = frozenset({"i", "we"})
MINE = frozenset({"my", "our"})
HIS = frozenset({"his", "her", "its", "their"})
_BODIES = frozenset("country government army state nation administration party troops".split())
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "nothing", "neither", "nor"})


@cache
def load_stances() -> dict[str, str]:
    """Words of content by lemma and what they make of it.

    Raises: AlmanacError for a kind that is none.
    """
    return dict(kinds(ALMANAC / "evidence" / "stances.csv", _KINDS))


class Said:
    """The main clause of what is said."""

    def __init__(
        self,
        sentence: Sentence,
        said: list[Token],
        direct: bool,
        subject: tuple[int, ...],
        same: Callable[[int], bool] | None,
    ) -> None:
        inside = {t.i for t in said}
        tops = [
            t
            for t in said
            if (t.head not in inside or t.head == t.i) and t.relation not in ("cc", "mark")
        ]
        own = [t for t in tops if sentence.child(t.i, "nsubj") is not None]
        self.top = (own or [t for t in tops if t.pos == "VERB"] or tops or said)[0]
        self.direct = direct  #: in the speaker's own words, in which "we" is he
        self.said = said
        self.text = " ".join(t.text for t in said)
        self.first = said[0]
        below = list(sentence.children(self.top.i))
        self.aux = {t.text.lower() for t in below if t.relation == "aux" and t.i in inside}
        self.negated = any(t.text.lower() in _NOT for t in below if t.i in inside)
        found = next((t for t in below if t.relation == "nsubj"), None)
        self.of = sentence
        self.after = [t for t in said if t.i > self.top.i]
        self.his_own = any(t.text.lower() in HIS | MINE for t in said)
        self.seat = found if found is not None and found.i in inside else None  #: its subject
        self.subject = self.seat.text.lower() if self.seat is not None else ""
        self.passive = found is not None and found.dep == "nsubj:pass"
        one = (
            found is not None
            and found.pos in ("NOUN", "PROPN")
            and "Number=Plur" not in found.feats
        )
        self.wished = one and not self.aux and is_bare(self.top)
        marks = [t for t in below if t.relation == "mark" and t.i in inside]
        self.told_to = any(t.text.lower() == "to" for t in marks)
        self.perfect = "have" in {t.lemma for t in below if t.relation == "aux"}
        self._own(found, subject, same)

    def _own(
        self, found: Token | None, subject: tuple[int, ...], same: Callable[[int], bool] | None
    ) -> None:
        """Whether the clause is about the speaker, or what is his."""
        sentence = self.of
        plural = any("Number=Plur" in sentence.tokens[i].feats for i in subject)
        conjoined = any(sentence.child(i, "conj") is not None for i in subject)
        many = plural or conjoined
        pronouns = {"they", "we"} if many else {"it", "he", "she", "we", "i"}
        self.himself = self.subject in (SELF if self.direct else pronouns)
        owner = sentence.child(found.i, "nmod:poss") if found is not None else None
        #: what is his: "our units", "its aircraft"
        self.owned = owner is not None and owner.text.lower() in (MINE if self.direct else HIS)
        if found is not None and found.lemma.lower() in _BODIES:  # "his country would"
            self.himself |= self.owned
        if self.seat is not None and same is not None and same(self.seat.i):
            self.himself = True
        self.same = same

    def has(self, kind: str, words: list[Token] | None = None) -> bool:
        """Whether one of *words*, or of all that is said, is of a kind of the almanac."""
        known = load_stances()
        for token in words if words is not None else self.said:
            low = token.text.lower()
            if any(known.get(form) == kind for form in (low, *bases(token.text))):
                return True
        return False


def is_bare(token: Token) -> bool:
    """ "Stop the bombing": a verb without an ending, at the head of a quotation or after "that"."""
    return token.pos == "VERB" and token.text.lower() == token.lemma.lower()
