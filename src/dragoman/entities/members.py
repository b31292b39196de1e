# Whom a phrase names by its members: "neighbours, including Greece and Cyprus".
# Rule 1: after "such as", "including" and their like stand members of the last plural before;
#   the words decide, since trees hang members on the noun, on the verb or on each other.
# Rule 2: only nouns for actors and places have members that stand for them: who discusses
#   "issues such as Syria" does not meet Syria.
"""Members that a phrase gives for the actors it means."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.phrases import is_plural
from dragoman.entities.roles import Roles

_MARKS = (
    ("such", "as"),
    ("among", "them"),
    ("including",),
    ("like",),
    ("namely",),
    ("notably",),
    ("especially",),
)
# Nouns, beside roles, whose members act, or are places where something is done to them.
_ACTING = frozenset(
    "actor adversary ally backer city colleague counterpart creditor critic donor economy enemy entity faction foe friend front group "
    "island member movement neighbour neighbor network opponent organisation organization outfit "
    "partner player power province region rival sponsor supporter territory town village".split()
)
_FRIENDS = frozenset({"ally", "colleague", "counterpart", "friend", "partner"})
_AMONG = frozenset({"at", "in", "with"})
_BODIES = frozenset({"alliance", "bloc", "igo"})
_BETWEEN = ("ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "CCONJ")
_JOINING = ("compound", "amod", "flat", "nmod:poss", "nmod:desc", "det", "nummod")
_REACH = 8  #: words between a noun and the mark: "foes in the region, such as …"


@dataclass(frozen=True)
class Members:
    """Finds the members of phrases, in one report."""

    roles: Roles

    def of(self, sentence: Sentence, i: int) -> tuple[int, ...]:
        """The heads of the members that follow the phrase headed by token *i*, in order."""
        if not self._can_have(sentence, sentence.tokens[i]):
            return ()
        after = self._after_mark(sentence, i)
        if after is None:
            return self._by_seat(sentence, i)
        if sentence.tokens[after : after + 1] and sentence.tokens[after].text.lower() == "those":
            return self._in_body(sentence, i, after + 1)
        first = _first_head(sentence, after)
        if first is None:
            return ()
        listed = (k for k in sentence.conjuncts(first) if k >= after)
        return tuple(dict.fromkeys((*listed, *_placed(sentence, first))))

    def _by_seat(self, sentence: Sentence, i: int) -> tuple[int, ...]:
        """ "Our friends in Vienna and Prague": friends of states, named by their capitals."""
        if sentence.tokens[i].lemma.lower() not in _FRIENDS:
            return ()
        for phrase in sentence.children(i, "nmod"):
            if any(t.text.lower() == "in" for t in sentence.children(phrase.i, "case")):
                heads = sentence.conjuncts(phrase.i)
                seats = [self.roles.names.at(sentence.tokens[k]) for k in heads]
                if all(m is not None and m.kind in ("capital", "state") for m in seats):
                    return tuple(heads)
        return ()

    def _in_body(self, sentence: Sentence, i: int, start: int) -> tuple[int, ...]:
        """ "Our partners, including those in NATO": friends in a body are the body; those in Libya need not be Libya."""
        if sentence.tokens[i].lemma.lower() not in _FRIENDS:
            return ()
        first = _first_head(sentence, start)
        if first is None or sentence.tokens[start].text.lower() not in _AMONG:
            return ()
        named = self.roles.names.at(sentence.tokens[first])
        return (first,) if named is not None and named.kind in _BODIES else ()

    def _can_have(self, sentence: Sentence, token: Token) -> bool:
        opening = token.i == 0 and token.pos == "PROPN"  # its capital says nothing
        if not is_plural(token) or not (token.pos == "NOUN" or opening):
            return False
        role = self.roles.of(sentence, token)
        return token.lemma.lower() in _ACTING or (role is not None and role.kind != "thing")

    @staticmethod
    def _after_mark(sentence: Sentence, i: int) -> int | None:
        """The first word after the mark, if nothing but the phrase itself stands before it."""
        own = frozenset(sentence.subtree(i))
        tokens = sentence.tokens
        for k in range(i + 1, min(i + 2 + _REACH, len(tokens))):
            for mark in _MARKS:
                words = tuple(t.text.lower() for t in tokens[k : k + len(mark)])
                if words == mark and not (mark == ("like",) and tokens[k].pos != "ADP"):
                    return k + len(mark)
            token = tokens[k]
            if token.text in (",", "most"):
                continue
            if token.pos in ("NOUN", "PROPN") and is_plural(token):
                return None
            if token.pos not in _BETWEEN and not (k in own and token.relation.startswith("acl")):
                return None
        return None


def _placed(sentence: Sentence, first: int) -> tuple[int, ...]:
    """Who is named behind "and in", "and with" right after the first member."""
    reach = max(sentence.subtree(first))
    words = sentence.tokens[reach + 1 : reach + 3]
    if [t.text.lower() for t in words[:1]] != ["and"] or words[-1].text.lower() not in _AMONG:
        return ()
    second = _first_head(sentence, reach + 2)
    return (second,) if second is not None else ()


def _first_head(sentence: Sentence, start: int) -> int | None:
    """The noun that heads the first phrase from word *start* on."""
    if sentence.tokens[start].text.lower() in _AMONG:
        start += 1  # "including at the United Nations"
    for token in sentence.tokens[start : start + 5]:
        if token.pos in ("NOUN", "PROPN"):
            above = token
            while above.relation in _JOINING and above.head > above.i:
                above = sentence.tokens[above.head]
            return above.i if above.pos in ("NOUN", "PROPN") else token.i
        if token.pos not in ("DET", "ADJ", "NUM"):
            return None
    return None
