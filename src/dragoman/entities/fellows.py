# The other owners of a phrase that several share.
# Rule: only of a plural, or where a hyphen joins two names: "an A-B plan".
"""Fellow owners: "the presidents of A [and B]", "Thai [and Cambodian] soldiers"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.hyphens import partners
from dragoman.entities.actor import Party
from dragoman.entities.names import Names
from dragoman.entities.phrases import is_plural
from dragoman.entities.roles import Roles


@dataclass(frozen=True)
class Fellows:
    """Finds who else owns what one party owns, in one report."""

    names: Names
    roles: Roles

    def of(self, sentence: Sentence, i: int, one: Party) -> tuple[Party, ...]:
        """The others of "the presidents of A and B", "Thai and Cambodian soldiers", "an A-B plan"."""
        if one.country is None:
            return ()
        found: dict[str, Party] = {}
        for other in self._other_owners(sentence, sentence.tokens[i]):
            mention = self.names.at(other)
            country = mention.country if mention is not None else None
            if mention is None or country is None or country in (one.country, *found):
                continue
            sector = one.sector
            code = f"{country}-{sector}" if sector else country
            found[country] = Party(
                mention.span, mention.text, mention.name, code, country, sector, one.kind
            )
        return tuple(found.values())

    def _other_owners(self, sentence: Sentence, noun: Token) -> Iterator[Token]:
        role = self.roles.of(sentence, noun)
        if role is None or role.kind != "person":
            # "Chinese-American scholars" are Americans.
            before = (t.i for t in sentence.children(noun.i, "amod", "compound"))
            yield from (sentence.tokens[k] for k in partners(sentence, before))
        if not is_plural(noun):
            return
        for child in sentence.children(noun.i, "amod", "compound", "nmod:poss", "nmod"):
            if child.dep == "nmod" and not any(
                c.text.lower() in ("of", "from", "in") for c in sentence.children(child.i, "case")
            ):
                continue
            if child.i > 0 and sentence.tokens[child.i - 1].text in (",", "and"):
                yield child  # "US, [French] and British ships"
            yield from sentence.children(child.i, "conj")
