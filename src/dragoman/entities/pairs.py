# Whom "both countries" and "the two leaders" stand for.
# Rule: two actors of two states that the report has just set side by side; nothing else.
"""Pairs of actors that one phrase takes up together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party
from dragoman.entities.names import Names
from dragoman.entities.phrases import is_definite
from dragoman.entities.pronouns import Resolve
from dragoman.entities.spoken_of import SpokenOf

# Nouns for two states, whoever of theirs was named, and nouns for whoever was named.
_STATES = frozenset(
    "ally army capital country government nation neighbour neighbor power state".split()
)
_PAIRS = _STATES | frozenset(
    "chief foe general leader man minister premier president rival side woman".split()
)
_EACH_OTHERS = frozenset({"neighbors", "neighbours"})
# Of a quarrel: those who side by side do something to a third are on one side of it.
_SIDES = frozenset("foe rival side".split())
_SENTENCES = 6  #: sentences before this one in which a pair is looked for
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nmod"})
#: Words for the first and the second of two.
ORDER = frozenset({"former", "latter"})
_TWO = ("both", "two", "pair", "duo")
_WHERE = frozenset({"at", "during", "in", "near", "since"})
_TALKS = frozenset(
    {"consultation", "conversation", "meeting", "negotiation", "summit", "talk", "talks"}
)
# Nations that are two states.
_DIVIDED = {"Koreas": ("KOR", "PRK"), "Sudans": ("SDN", "SSD"), "Congos": ("COD", "COG")}


@dataclass(frozen=True)
class Pairs:
    """Finds the two actors of a phrase, in one report."""

    spoken: SpokenOf
    names: Names
    # Heads that stand together in a whole sentence, by its first character: asked by each later phrase.
    _together: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)

    def of(self, sentence: Sentence, token: Token, resolve: Resolve) -> tuple[Party, ...]:
        """The two that "both countries" or "the two governments" stand for, or nobody."""
        taking_up = token.lemma.lower() in _PAIRS or token.text in _DIVIDED
        if not taking_up and token.text.lower() not in _TWO:
            return ()
        if not (_says_two(sentence, token) or _is_bare(sentence, token)):
            return ()
        if self._says_whose(sentence, token):
            return ()
        if token.text in _DIVIDED:
            usual = self.spoken.roles.register.names
            return tuple(
                Party(token.span, token.text, usual[code], code, code)
                for code in _DIVIDED[token.text]
            )
        bare = _is_bare(sentence, token)
        if token.lemma.lower() not in _PAIRS and not bare:
            return ()
        found = self._last(sentence, token, resolve)
        if found and token.lemma.lower() in _STATES:
            return tuple(replace(p, code=p.country, sector=None) if p.country else p for p in found)
        return found

    def _last(self, sentence: Sentence, token: Token, resolve: Resolve) -> tuple[Party, ...]:
        """The last two set side by side before *token*; further back the two that mostly are.

        Where none are, the two of the sentence before if one does something to the other there.
        """
        bare = _is_bare(sentence, token)
        # "Praised the ties of the two countries": whoever praises may be one of them.
        whole = token.relation != "nmod"
        # "Urged Mali and Chad to meet, and asked [the two countries] to …": told once more of both.
        # "Mali has drawn closer to Chad, and the two …": a clause with a subject is one of its own.
        alone = token.relation == "nsubj" or sentence.tokens[token.head].relation == "conj"
        apart = self.spoken.facing(sentence, token, alone=alone) if whole else frozenset()
        if not whole:
            # "Oman's envoy visited Doha and praised the ties of the two countries"
            here = self._pairs_in(sentence, token, apart, resolve, facing=True)
            if here:
                return here[-1][:2]
        near = self.spoken.before(sentence, _SENTENCES)
        for before in near:
            found = self._pairs_in(before, token, apart, resolve)
            if bare and token.relation == "nsubj":
                # "The two agreed"; but "is friends [with both]" goes back to whoever stood side by side.
                found = [p for p in found if p[2]]
            if found:
                return found[-1][:2]
            if (
                bare
                and before is not sentence
                and before is near[min(1, len(near) - 1)]
                and (two := self._told_of(before, resolve))
            ):
                return two
        if most := self._dominant(sentence, token, apart, resolve):
            return most
        for before in near[:2]:
            faced = self._pairs_in(before, token, apart, resolve, facing=True)
            # "Mali says Chad has sent arms to Niger; both countries deny it"
            if faced and (len(self._states_in(before)) == 2 or before is sentence):
                return faced[-1][:2]
        return ()

    def _told_of(self, sentence: Sentence, resolve: Resolve) -> tuple[Party, ...]:
        """The subjects of its clauses, if they are two: "Oman says that Qatar let them in, which Doha denies"."""
        heads = [
            t
            for t in sentence.tokens
            if t.relation == "nsubj" and t.text.lower() not in ("which", "who", "that")
        ]
        named = [resolve(sentence, head.i) for head in heads]
        found = {_side(p): p for p in named if p is not None and _side(p) and p.kind == "actor"}
        if len(found) == 2 and all(p is not None and _side(p) for p in named):
            return tuple(found.values())
        return ()

    def _dominant(
        self, sentence: Sentence, token: Token, apart: frozenset[str], resolve: Resolve
    ) -> tuple[Party, ...]:
        """The two whom the report before *token* sets side by side far more often than any others."""
        every = self.spoken.before(sentence, len(self.spoken.sentences))
        pairs = [p for before in every for p in self._pairs_in(before, token, apart, resolve)]
        counts = Counter(frozenset((_side(one), _side(other))) for one, other, _ in pairs)
        ranked = counts.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return ()
        top = ranked[0][0]
        return next(p[:2] for p in pairs if {_side(p[0]), _side(p[1])} == top)

    def _facing(self, sentence: Sentence, until: int) -> Iterator[tuple[int, int]]:
        """Subjects of some state and objects that are names: "Mali accused Niger"."""
        for verb in sentence.tokens:
            subjects = list(sentence.children(verb.i, "nsubj")) if verb.pos == "VERB" else []
            objects = list(sentence.children(verb.i, "obj"))
            if not any(self.names.at(o) for o in objects):  # "delivered missiles to Algiers"
                objects = [o for o in sentence.children(verb.i, "iobj", "obl") if self.names.at(o)]
            if len(subjects) == len(objects) == 1 and objects[0].span.start < until:
                named = self.names.at(subjects[0]) is not None or subjects[0].pos == "NOUN"
                # "Kenya and Uganda urged Sudan": of three no two stand against each other.
                alone = len(sentence.conjuncts(subjects[0].i)) == 1
                if named and alone and self.names.at(objects[0]) is not None:
                    yield subjects[0].i, objects[0].i

    def _states_in(self, sentence: Sentence) -> set[str]:
        return {m.country for _, m in self.names.named(sentence) if m.country}

    def _pairs_in(
        self,
        sentence: Sentence,
        token: Token,
        apart: frozenset[str],
        resolve: Resolve,
        *,
        facing: bool = False,
    ) -> list[tuple[Party, Party, bool]]:
        """Two actors of two sides each, none of them *apart*, in order; and whether a clause is about them."""
        made = []
        until = token.span.start
        states = token.lemma.lower() in _STATES
        heads = self._facing(sentence, until) if facing else self._beside(sentence, until)
        sides = token.lemma.lower() in _SIDES and not facing
        for one, other in heads:
            if sides and self._is_team(sentence, one):
                continue
            first, second = resolve(sentence, one), resolve(sentence, other)
            if first is None or second is None:
                continue
            kept = (p.country if states else _side(p) for p in (first, second))
            both = {side for side in kept if side}
            if len(both) == 2 and not both & apart and first.kind == second.kind == "actor":
                about = sentence.tokens[one].relation.startswith("nsubj")
                made.append((first, second, about))
        return made

    def _is_team(self, sentence: Sentence, one: int) -> bool:
        """Whether two do something to a third together: "[Chad and Mali] called on Niger to leave"."""
        subject = sentence.tokens[one]
        if subject.relation != "nsubj" or len(sentence.conjuncts(one)) < 2:
            return False
        phrases = sentence.children(subject.head, "obj", "iobj", "obl")
        heads = (k for t in phrases for k in (t, *sentence.children(t.i, "amod", "compound")))
        return any(self.names.at(t) is not None for t in heads)

    def one_of(self, sentence: Sentence, token: Token, resolve: Resolve) -> Party | None:
        """Whom "the former" or "the latter" means: of two actors just named the first or the second."""
        word = token.text.lower()
        if word not in ORDER or not is_definite(sentence, token):
            return None
        if token.relation not in _ARGUMENTS or any(sentence.children(token.i, "amod", "compound")):
            return None
        for before in self.spoken.before(sentence, 2)[1:]:
            actors = list(self._actors(before, resolve))
            if word == "latter" and len(actors) > 1:
                return actors[-1]
            if word == "former" and len(actors) == 2:
                return actors[0]
            pair = self._last(sentence, token, resolve)
            if pair:
                return pair[0 if word == "former" else 1]
            if word == "latter" and actors:
                return actors[-1]
        return None

    def _actors(self, sentence: Sentence, resolve: Resolve) -> Iterator[Party]:
        """The actors that a sentence names as sides of what it tells, each state once, in order."""
        seen: set[str] = set()
        for token in sentence.tokens:
            top = sentence.tokens[token.head] if token.relation == "conj" else token
            if token.pos not in ("NOUN", "PROPN", "DET", "NUM") or top.relation not in _ARGUMENTS:
                continue
            case = sentence.child(token.i, "case")
            if top.relation == "obl" and case is not None and case.text.lower() in _WHERE:
                continue
            pair = self.of(sentence, token, resolve)
            one = resolve(sentence, token.i)
            for party in pair or ((one,) if one is not None else ()):
                code = party.country or party.code
                if code and party.kind == "actor" and code not in seen:
                    seen.add(code)
                    yield party

    def _says_whose(self, sentence: Sentence, token: Token) -> bool:
        """Whether the phrase has a state of its own: "the two Russian ministers"."""
        before = sentence.children(token.i, "amod", "compound", "nmod:poss")
        return any(self.names.at(word) is not None for word in before)

    def _beside(self, sentence: Sentence, until: int) -> Iterable[tuple[int, int]]:
        """As :meth:`_side_by_side`; of a sentence that lies wholly before, found once."""
        span = sentence.span
        if span.end > until:
            return self._side_by_side(sentence, until)
        if span.start not in self._together:
            self._together[span.start] = tuple(self._side_by_side(sentence, until))
        return self._together[span.start]

    def _side_by_side(self, sentence: Sentence, until: int) -> Iterator[tuple[int, int]]:
        """Heads of two phrases that stand together: "A and B", or "A met with B"."""
        for token in sentence.tokens:
            if token.span.start >= until:
                return
            if token.pos in ("PROPN", "NOUN"):
                members = sentence.conjuncts(token.i)
                if len(members) == 2 and sentence.tokens[members[1]].pos in ("PROPN", "NOUN"):
                    yield members[0], members[1]
                elif self._joined(sentence, token):
                    yield token.i, token.i + 2
            if token.pos == "VERB" or sentence.child(token.i, "cop") is not None:
                for one, other in _subject_and_partner(sentence, token):
                    # "Chad punished Mali for its ties with Niger": these are no pair.
                    borne = sentence.children(token.i, "obj")
                    if not any(t.i != other and self.names.at(t) is not None for t in borne):
                        yield one, other

    def _joined(self, sentence: Sentence, token: Token) -> bool:
        """Whether "A and B" are two bare names, whatever the tree says, and no third precedes."""
        words = sentence.tokens[token.i : token.i + 3]
        if len(words) < 3 or words[1].text.lower() != "and":
            return False
        first, second = self.names.at(words[0]), self.names.at(words[2])
        if first is None or second is None or first.kind != "state" or second.kind != "state":
            return False
        return token.i == 0 or sentence.tokens[token.i - 1].text != ","


def _subject_and_partner(sentence: Sentence, verb: Token) -> Iterator[tuple[int, int]]:
    """The subject and its partner: "Russia signed a treaty with China", "A met B"."""
    subjects = list(sentence.children(verb.i, "nsubj"))
    if not subjects and verb.relation == "advcl":
        # "Speaking after talks with his Danish counterpart, [the minister] said …"
        subjects = list(sentence.children(verb.head, "nsubj"))
    objects = list(sentence.children(verb.i, "obj"))
    # "Spoke [after talks with his Danish counterpart]": so says the phrase of an occasion.
    talks = [t for t in sentence.children(verb.i, "obl", "obj") if t.lemma in _TALKS]
    after = [sentence.children(t.i, "nmod") for t in (*objects, *talks)]
    after.append(sentence.children(verb.i, "obl", "nmod"))
    partners = [
        t
        for phrases in after
        for t in phrases
        if any(c.text.lower() == "with" for c in sentence.children(t.i, "case"))
    ]
    if verb.lemma.lower() == "meet" and not partners:
        partners = objects
    if len(subjects) == len(partners) == 1:
        subject, partner = subjects[0].i, partners[0].i
        if len(sentence.conjuncts(subject)) == len(sentence.conjuncts(partner)) == 1:
            yield subject, partner


def _side(party: Party) -> str | None:
    return party.country or party.code


def _is_bare(sentence: Sentence, token: Token) -> bool:
    """ "The two agreed", "Both deny it": no noun says what they are, so they must be subjects."""
    if token.text.lower() not in _TWO or token.relation not in _ARGUMENTS:
        return False
    if any(sentence.children(token.i, "nmod", "acl", "amod")):
        return False
    return token.text.lower() == "both" or is_definite(sentence, token)


def _says_two(sentence: Sentence, token: Token) -> bool:
    """Whether a phrase takes up two: "both countries", "the two leaders"."""
    words = {
        t.text.lower() for t in sentence.children(token.i, "det", "det:predet", "nummod", "amod")
    }
    two = bool(words & {"two", "2"}) and is_definite(sentence, token)
    # "The neighbours have massed troops": of each other, for no noun says whose.
    each = token.text.lower() in _EACH_OTHERS and words == {"the"} and token.relation == "nsubj"
    each = each and not sentence.children(token.i, "nmod", "nmod:poss", "compound")
    return "both" in words or two or each
