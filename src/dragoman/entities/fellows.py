# The other owners of a phrase that several share.
# Rule: only of a plural, of what is of both ("the accession of A and B"), or where a hyphen joins two names: "an A-B plan".
"""Fellow owners: "the presidents of A [and B]", "Thai [and Cambodian] soldiers"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.hyphens import partners
from dragoman.entities.actor import Mention, Party
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
        if not one.known:
            return ()
        found: dict[str, Party] = {}
        for other in self._other_owners(sentence, sentence.tokens[i]):
            mention = self.names.at(other)
            if mention is None or one.country in (mention.country, mention.code):
                continue
            fellow = self._fellow(mention, one)
            if fellow.code is not None and fellow.code != one.code:
                found.setdefault(fellow.code, fellow)
        return tuple(found.values())

    def _fellow(self, mention: Mention, one: Party) -> Party:
        """An organisation as it is: "British and EU negotiators"; a state in the one's role."""
        if mention.country is None or mention.sector is not None:
            return mention.party(one.kind)
        sector = one.sector if one.country is not None else None
        code = f"{mention.country}-{sector}" if sector else mention.country
        return replace(mention.party(one.kind), code=code, sector=sector)

    def _other_owners(self, sentence: Sentence, noun: Token) -> Iterator[Token]:
        role = self.roles.of(sentence, noun)
        if role is None or role.kind != "person":
            # "Chinese-American scholars" are Americans.
            before = (t.i for t in sentence.children(noun.i, "amod", "compound"))
            yield from (sentence.tokens[k] for k in partners(sentence, before))
        if not is_plural(noun):
            if role is None:
                # "The accession of A [and B]"
                for child in sentence.children(noun.i, "nmod"):
                    if any(c.text.lower() == "of" for c in sentence.children(child.i, "case")):
                        yield from sentence.children(child.i, "conj")
            return
        for child in sentence.children(noun.i, "amod", "compound", "nmod:poss", "nmod"):
            if child.dep == "nmod" and not any(
                c.text.lower() in ("of", "from", "in") for c in sentence.children(child.i, "case")
            ):
                continue
            beside = sentence.children(child.i, "conj")
            if beside or (child.i > 0 and sentence.tokens[child.i - 1].text in (",", "and")):
                yield child  # "US, [French] and British ships"
            yield from beside
