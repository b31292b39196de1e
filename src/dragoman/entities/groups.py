# Whom "the three countries" and "all three" stand for.
# Rule: as many actors of as many states as the report has last set side by side; nothing else, but
#   for regions that are named for their states.
"""Three and more actors that one phrase takes up together."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party
from dragoman.entities.names import Names
from dragoman.entities.phrases import is_definite, is_plural
from dragoman.entities.pronouns import Resolve
from dragoman.entities.spoken_of import SpokenOf

_NEIGHBOURS = frozenset({"neighbor", "neighbour"})
_NUMBERS = {"three": 3, "3": 3, "four": 4, "five": 5, "six": 6}
# Nouns for states, whoever of theirs was named, and nouns for whoever was named.
_STATES = frozenset(
    "ally capital country government junta nation neighbour neighbor power regime state".split()
)
_SEVERAL = _STATES | frozenset("foe leader minister president rival side".split())
# Regions that are called by their states together.
_REGIONS = {"Baltic": ("EST", "LVA", "LTU"), "Benelux": ("BEL", "NLD", "LUX")}
# Who rules in a region that is not named again: "the governments of the region".
_RULING = frozenset({"authority", "capital", "country", "government", "nation", "state"})
_JUST = 2  #: sentences before this one that name those of a region
_MOST = 4  #: more states than this are no few that are told of
_SENTENCES = 6  #: sentences before this one in which they are looked for


@dataclass(frozen=True)
class Groups:
    """Finds the actors of a phrase that counts them, in one report."""

    spoken: SpokenOf
    names: Names

    def of(self, sentence: Sentence, token: Token, resolve: Resolve) -> tuple[Party, ...]:
        """Those that "the three governments" or "all three" stand for, or nobody."""
        if token.lemma.lower() in _STATES and (region := self._region(sentence, token)):
            return region
        if token.lemma.lower() in _RULING and _of_the_region(sentence, token):
            return self._just_named(sentence)
        if token.lemma.lower() in _NEIGHBOURS and is_plural(token):
            return self._neighbours(sentence, token, resolve)
        number = _number(sentence, token)
        if number is None or self._says_whose(sentence, token):
            return ()
        for before in self.spoken.before(sentence, _SENTENCES):
            for members in self._side_by_side(before, token.span.start, number):
                parties = (resolve(before, i) for i in members)
                known = tuple(p for p in parties if p is not None and p.known and p.country)
                if len({p.country for p in known}) != number:
                    continue
                if token.lemma.lower() in _STATES:
                    return tuple(Party(p.span, p.text, p.name, p.country, p.country) for p in known)
                return known
        return ()

    def _region(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        """ "The Baltic states": each of them."""
        if not is_plural(token):
            return ()
        usual = self.spoken.roles.register.names
        for word in sentence.children(token.i, "amod", "compound"):
            if codes := _REGIONS.get(word.text, ()):
                return tuple(Party(token.span, token.text, usual[c], c, c) for c in codes)
        return ()

    def _neighbours(self, sentence: Sentence, token: Token, resolve: Resolve) -> tuple[Party, ...]:
        """ "Its neighbours": the states that have just acted together, if whose they are is none of them."""
        whose = sentence.child(token.i, "nmod:poss")
        owner = resolve(sentence, whose.i) if whose is not None else None
        if owner is None or owner.country is None:
            return ()
        for before in self.spoken.before(sentence, 1)[1:]:
            for subject in before.tokens:
                members = before.conjuncts(subject.i)
                if subject.relation != "nsubj" or not 1 < len(members) <= _MOST:
                    continue
                named = [self.names.at(before.tokens[i]) for i in members]
                states = [m for m in named if m is not None and m.kind in ("state", "capital")]
                codes = {m.country for m in states}
                if len(codes) == len(members) and owner.country not in codes:
                    return tuple(
                        Party(m.span, m.text, m.name, m.country, m.country) for m in states
                    )
        return ()

    def _just_named(self, sentence: Sentence) -> tuple[Party, ...]:
        """The states that were just told to act: of "Oman and Yemen shut their ports", both."""
        found: dict[str, Party] = {}
        for before in self.spoken.before(sentence, _JUST)[1:]:
            for other in before.tokens:
                mention = self.names.at(other)
                acts = mention is not None and self.spoken.leads(mention)
                if mention is not None and acts and mention.country:
                    name = mention.name
                    party = Party(
                        mention.span, mention.text, name, mention.country, mention.country
                    )
                    found.setdefault(mention.country, party)
        own = {m.country for t in sentence.tokens if (m := self.names.at(t)) is not None}
        states = tuple(p for code, p in found.items() if code not in own)
        return states if 1 < len(states) <= _MOST else ()

    def _side_by_side(self, sentence: Sentence, until: int, number: int) -> list[list[int]]:
        found = (
            sentence.conjuncts(token.i)
            for token in sentence.tokens
            if token.span.start < until and token.pos in ("PROPN", "NOUN")
        )
        return [members for members in found if len(members) == number]

    def _says_whose(self, sentence: Sentence, token: Token) -> bool:
        """Whether the phrase has a state of its own: "the three Russian ministers"."""
        before = sentence.children(token.i, "amod", "compound", "nmod:poss")
        found = [m for word in before if (m := self.names.at(word)) is not None]
        return any(m.country is not None for m in found)


def _of_the_region(sentence: Sentence, token: Token) -> bool:
    """ "The governments of the region", "regional governments", "the region's governments"."""
    if not is_plural(token):
        return False
    before = sentence.children(token.i, "amod", "nmod:poss")
    if any(t.text.lower() in ("regional", "region") for t in before):
        return True
    # "Urged governments in the region to act": parsers hang the place on the verb.
    behind = [t for t in sentence.children(token.head, "obl") if t.i - token.i in (2, 3)]
    return any(
        t.text.lower() == "region" and is_definite(sentence, t)
        for t in (*sentence.children(token.i, "nmod"), *behind)
    )


def _number(sentence: Sentence, token: Token) -> int | None:
    """How many a phrase takes up: "the three leaders", "all three"; bare numbers must be subjects, or all."""
    word = token.text.lower()
    every = any(t.text.lower() == "all" for t in sentence.children(token.i))
    if word in _NUMBERS and (token.relation == "nsubj" or every):
        if any(sentence.children(token.i, "nmod", "acl", "amod")):
            return None
        return _NUMBERS[word] if every or is_definite(sentence, token) else None
    if token.lemma.lower() not in _SEVERAL or not is_definite(sentence, token):
        return None
    words = (t.text.lower() for t in sentence.children(token.i, "nummod", "amod"))
    return next((_NUMBERS[w] for w in words if w in _NUMBERS), None)
