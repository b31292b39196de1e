# Which name of the register covers which word.
# Rule 1: a word has at most one name, found once for the whole report.
# Rule 2: an office-holder's bare surname inside another person's name ("Ilya Voronin")
#   is not his, and from there on the surname is the other's, unless the office-holder
#   was named in full as well.
"""The register's names, by the words that they cover."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dragoman.alphabet.calendar import MONTHS, WEEKDAYS
from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Mention
from dragoman.entities.register import Register

# Capitalised words that may stand before a surname and are no given name.
_NO_GIVEN_NAME = frozenset(
    (
        "mr mrs ms miss dr sir lord lady dame saint st pope madam comrade team camp ex post pro anti "
        "christmas easter ramadan"
    ).split()
) | {name.lower() for name in (*MONTHS, *WEEKDAYS)}


@dataclass
class Names:
    """The mentions of one report, by character."""

    mentions: Sequence[Mention]
    _covering: dict[int, Mention] = field(default_factory=dict, init=False)
    _named: dict[int, tuple[tuple[Token, Mention], ...]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for mention in self.mentions:
            for offset in range(mention.span.start, mention.span.end):
                self._covering[offset] = mention

    @cached_property
    def speak_of_union(self) -> bool:
        """Whether the report names Belgium by nothing but Brussels, and others than Belgium."""
        belgian = any(m.country == "BEL" and m.text != "Brussels" for m in self.mentions)
        return not belgian and any(m.code and m.text != "Brussels" for m in self.mentions)

    def at(self, token: Token) -> Mention | None:
        """The mention that covers a token, if one does."""
        return self._covering.get(token.span.start)

    def named(self, sentence: Sentence) -> tuple[tuple[Token, Mention], ...]:
        """The words of a sentence that a mention covers, in order; looked for once."""
        at = sentence.tokens[0].span.start
        if at not in self._named:
            found = ((t, self._covering.get(t.span.start)) for t in sentence.tokens)
            self._named[at] = tuple([(t, m) for t, m in found if m is not None])
        return self._named[at]

    @cached_property
    def countries(self) -> Counter[str]:
        """How often the report names each state."""
        return Counter(m.country for m in self.mentions if m.country)

    def split_head(self, sentence: Sentence, i: int) -> int:
        """The head of a phrase whose last word is a name that the parser broke at its hyphen.

        "Soldiers in Guinea-Bissau": where "Bissau" governs "soldiers" and these govern
        "Guinea", the soldiers are the head.
        """
        token = sentence.tokens[i]
        mention = self.at(token)
        if mention is None or "-" not in mention.text:
            return i
        for child in sentence.children(i):
            if child.i < i and any(
                self.at(below) is mention for below in sentence.children(child.i, "nmod")
            ):
                return child.i
        return i

    def without_namesakes(self, sentences: Iterable[Sentence], register: Register) -> Names:
        """The names without the surnames that other people carry."""
        taken: dict[str, str] = {}  # surname → the register's name of the office-holder
        known: set[str] = set()
        dropped = set()
        for sentence in sentences:
            for mention, token in self._persons(sentence):
                if " " in mention.text:
                    known.add(mention.name)
                    continue
                before = self._given_name(sentence, token, register)
                if before is not None:
                    if before in register.name_words(mention.name):
                        known.add(mention.name)
                    elif mention.name not in known:
                        taken[mention.text] = mention.name
                        dropped.add(mention)
                    else:
                        dropped.add(mention)
                elif taken.get(mention.text) == mention.name and mention.name not in known:
                    dropped.add(mention)
        return Names([m for m in self.mentions if m not in dropped]) if dropped else self

    def _persons(self, sentence: Sentence) -> Iterator[tuple[Mention, Token]]:
        last = None
        for token, mention in self.named(sentence):
            if mention.kind == "person" and mention is not last:
                last = mention
                yield mention, token

    def _given_name(self, sentence: Sentence, token: Token, register: Register) -> str | None:
        """The given name right before a surname, if the two are one name."""
        if token.i == 0:
            return None
        before = sentence.tokens[token.i - 1]
        joined = before.head == token.i or token.head in (before.i, before.head)
        naming = "flat", "compound"
        if not joined or (token.relation not in naming and before.relation not in naming):
            return None
        word = before.text.rstrip(".")
        if before.pos != "PROPN" or not word[:1].isupper() or not word.isalpha():
            return None
        titled = word.lower() in register.roles or word.lower() in _NO_GIVEN_NAME
        if titled or self.at(before) is not None or before.span.end + 1 < token.span.start:
            return None
        return word
