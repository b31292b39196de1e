# Which state a report speaks of where a sentence stands, for "the government", "police", "the country".
# Rule 1: a state counts by where it was named (subjects most), and less with each sentence since.
# Rule 2: whom a phrase's own clause names on the other side is not its state: "the army shelled
#   Sudanese villages" is not Sudan's.
# Rule 3: the first must lead the second clearly, or nobody is meant.
"""The state that a report is speaking of."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Mention
from dragoman.entities.names import Names
from dragoman.entities.register import Role

_KINDS = frozenset({"state", "capital", "metonym", "people", "adjective", "city", "person"})
_REACH = 8  #: sentences back that count
_FADING = 0.65  #: what a mention is worth a sentence later
_LEAD = 2.2  #: by how much the first must lead the second
_LEVEL_LEAD = 1.5  #: the same for "the country", where all places count alike
_SUBJECT, _OBJECT, _OTHER, _PLACE = 3.0, 1.5, 1.0, 1.5
_MEETING = frozenset("arrive confer convene meet negotiate sign speak talk".split())
_WHERE = frozenset({"in", "across", "at", "near", "outside", "throughout"})
_HOME = frozenset({"border", "riot", "security"})
# Sectors that act in other states too.
_ABROAD = frozenset({"", "MIL", "SPY", "PRM"})
_INSIDE = frozenset({"compound", "amod", "flat", "nmod", "appos", "conj", "det"})
# Nouns for whom a sentence speaks to as often as for whom it is about: all places count the same.
_LEVEL = frozenset({"country", "kingdom", "nation", "republic", "state"})
_FORCES = frozenset(
    "army convoy force garrison government military officer patrol police policeman soldier troop".split()
)
_AWAITING = frozenset({"until", "unless"})
_FACING = frozenset({"obj", "iobj", "obl", "nsubj"})


@dataclass
class Topics:
    """States in the order of one report, each with the weight of its place."""

    sentences: Sequence[Sentence]
    names: Names
    passed_over: Callable[[Mention], bool]  #: names that only tell whose proxies somebody is
    _starts: list[int] = field(init=False)
    _weighed: list[list[tuple[Mention, float]]] = field(init=False)

    def __post_init__(self) -> None:
        self._starts = [s.span.start for s in self.sentences]
        self._weighed = [list(self._of(s).values()) for s in self.sentences]

    def _of(self, sentence: Sentence) -> dict[int, tuple[Mention, float]]:
        found: dict[int, tuple[Mention, float]] = {}
        for token, mention in self.names.named(sentence):
            if mention.kind not in _KINDS or not mention.country:
                continue
            if mention.span.start not in found and not self.passed_over(mention):
                found[mention.span.start] = (mention, _weight(sentence, token, mention))
        return found

    def leads(self, mention: Mention) -> bool:
        """Whether a state is named as one that acts: as a subject, or before one."""
        at = bisect_left(self._starts, mention.span.end) - 1
        return any(m is mention and w >= _SUBJECT for m, w in self._weighed[at])

    def state(self, sentence: Sentence, token: Token) -> Mention | None:
        """The last mention before *token* of the one state that is spoken of most, or None.

        Where a clause has its two sides, a third of an earlier sentence has no part in it: "Chad left
        Mali when protesters stormed its embassy".
        """
        facing = self.facing(sentence, token)
        found = self._leading(sentence, token, facing)
        if found is None or (len(facing) > 1 and not sentence.span.holds(found.span)):
            return None
        return found

    def besides(self, sentence: Sentence, token: Token, apart: frozenset[str]) -> Mention | None:
        """The last mention before *token* of the one state that is spoken of most besides those *apart*."""
        return self._leading(sentence, token, apart)

    def _leading(self, sentence: Sentence, token: Token, facing: frozenset[str]) -> Mention | None:
        at = bisect_left(self._starts, sentence.span.start)
        level = token.lemma.lower() in _LEVEL
        scores: dict[str, float] = defaultdict(float)
        last: dict[str, Mention] = {}
        for back in range(min(at, _REACH) + 1):
            for mention, weight in self._weighed[at - back]:
                country = mention.country or ""
                if mention.span.start >= token.span.start or country in facing:
                    continue
                scores[country] += (1.0 if level else weight) * _FADING**back
                if country not in last or last[country].span < mention.span:
                    last[country] = mention
        ranked = sorted(scores, key=lambda c: scores[c], reverse=True)
        lead = _LEVEL_LEAD if level else _LEAD
        if not ranked or (len(ranked) > 1 and scores[ranked[0]] < lead * scores[ranked[1]]):
            return None
        return last[ranked[0]]

    def site(self, sentence: Sentence, token: Token, role: Role) -> Mention | None:
        """The state in which a clause is set, for those who act at home: "police arrested ten in Dakar"."""
        secure = any(
            t.text.lower() in _HOME for t in sentence.children(token.i, "compound", "amod")
        )
        abroad = role.sector in _ABROAD and not secure
        found: dict[str, Mention] = {}
        verbs = (sentence.tokens[token.head], token, *sentence.children(token.head, "obj"))
        if verbs[0].lemma.lower() in _MEETING:
            return None  # "met rebels in Doha": where guests meet, they are not at home
        for verb in verbs if not abroad or token.relation == "nsubj" else ():
            for phrase in sentence.children(verb.i, "obl", "nmod"):
                if abroad and not (phrase.i < token.i and verb.relation == "root"):
                    continue  # "In Mali, the army …": whoever acts is at home there
                case = sentence.child(phrase.i, "case")
                mention = self.names.at(phrase)
                if case is None or case.text.lower() not in _WHERE or mention is None:
                    continue
                if mention.country and mention.kind in ("state", "capital", "city"):
                    found.setdefault(mention.country, mention)
        return next(iter(found.values())) if len(found) == 1 else None

    def fought(self, sentence: Sentence, token: Token, role: Role) -> Mention | None:
        """The state whose men rebels fight, which is their own: "the rebels who killed Malian soldiers"."""
        if role.sector != "REB":
            return None
        verbs = list(sentence.children(token.i, "acl"))
        if token.relation == "nsubj":
            verbs.append(sentence.tokens[token.head])
        found: dict[str, Mention] = {}
        for verb in verbs:
            for phrase in sentence.children(verb.i, "obj", "obl"):
                if phrase.lemma.lower() not in _FORCES:
                    continue
                for word in sentence.children(phrase.i, "amod", "compound", "nmod:poss"):
                    mention = self.names.at(word)
                    if mention is not None and mention.country:
                        found.setdefault(mention.country, mention)
        return next(iter(found.values())) if len(found) == 1 else None

    def facing(self, sentence: Sentence, token: Token, *, alone: bool = False) -> frozenset[str]:
        """The states on the other side of what the clause of *token* tells, and what it says of them.

        *alone*: nothing is asked of the clauses above and beside it: "closed the border, accusing its neighbour".
        """
        while token.relation in ("conj", "appos", "nmod", "compound") and token.head != token.i:
            token = sentence.tokens[token.head]
        verb = sentence.tokens[token.head]
        if verb.i == token.i:
            return frozenset()
        verbs = [verb, *sentence.children(verb.i, "ccomp", "xcomp")]
        beside = sentence.children(verb.i, "conj")
        # "The two were punished, and Chad left": another clause with a subject of its own.
        verbs += [t for t in beside if not alone or sentence.child(t.i, "nsubj") is None]
        first = verb
        while first.relation == "conj" and first.head != first.i:
            first = sentence.tokens[first.head]
        awaited = first.relation == "advcl" and any(
            m.text.lower() in _AWAITING for m in sentence.children(first.i, "mark")
        )
        found: set[str] = set()
        if awaited and not alone:
            # "Will press Chad until the army leaves": only whoever waits is on the other side.
            for subject in sentence.children(first.head, "nsubj"):
                found |= self._countries(sentence, subject)
        elif not alone and verb.relation in ("xcomp", "conj", "ccomp", "acl", "advcl"):
            verbs.append(sentence.tokens[verb.head])
        own = set(sentence.subtree(token.i))
        if verb.dep == "acl:relcl" and token.relation not in ("nsubj", "nmod"):
            # "Oman, which urged both sides": it is neither.
            for k in sentence.conjuncts(verb.head):
                found |= self._countries(sentence, sentence.tokens[k])
        for other in verbs:
            for phrase in sentence.children(other.i):
                if phrase.relation in _FACING and phrase.i != token.i and phrase.i not in own:
                    found |= self._countries(sentence, phrase)
        return frozenset(found)

    def named_by(self, sentence: Sentence, verb: Token) -> set[str]:
        """The states of a verb's subjects."""
        subjects = sentence.children(verb.i, "nsubj")
        return {c for subject in subjects for c in self._countries(sentence, subject)}

    def telling(self, sentence: Sentence, token: Token) -> frozenset[str]:
        """The states that say what the clause of *token* tells: "Chad said Mali had invaded its neighbour"."""
        found: set[str] = set()
        for above in (token, *sentence.path_up(token.i)):
            if above.relation == "ccomp":
                for subject in sentence.children(above.head, "nsubj"):
                    found |= self._countries(sentence, subject)
        return frozenset(found)

    def _countries(self, sentence: Sentence, phrase: Token) -> set[str]:
        """Whose a phrase is: by its head and what stands before it."""
        found = set()
        for word in (phrase, *sentence.children(phrase.i, *_INSIDE, "nmod:poss")):
            mention = self.names.at(word)
            if mention is not None and mention.code and mention.kind not in ("people", "city"):
                found.add(mention.country or mention.code)
        return found


def _weight(sentence: Sentence, token: Token, mention: Mention) -> float:
    """What a mention is worth by its place in its sentence."""
    top = token
    for _ in sentence.tokens:
        if top.relation not in _INSIDE and top.dep != "nmod:poss":
            break
        if top.head == top.i:
            break
        top = sentence.tokens[top.head]
    if top.relation in ("nsubj", "root"):
        return _SUBJECT if top.i == token.i or token.relation != "nmod" else _OBJECT
    if mention.kind == "city":
        return _PLACE
    return _OBJECT if top.relation in ("obj", "iobj") else _OTHER
