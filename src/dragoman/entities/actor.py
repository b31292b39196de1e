"""Mentions and parties: the characters that name an actor, and whom they name."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.alphabet.span import Span

#: Code of "I" and "we" until it is known who speaks (evidence/first_person.py); never in a Reading.
SPEAKER = "@speaker"
#: Ends of the codes of who stands apart from a state, or against it: what they do or suffer is no
#: tie of it.
APART = ("-CRM", "-OPP", "-PRE", "-REB", "-REF", "-UAF")
#: Ends of the codes of people who do not act for their state: what they do is no tie of it. What
#: is done to them is done to its people.
PRIVATE = ("-AGR", "-CVL", "-EDU", "-ELI", "-JRN", "-LAB", "-MED")


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an event: a noun phrase, and whom it means if that is known."""

    span: Span
    text: str
    name: str | None = None
    code: str | None = None
    country: str | None = None
    sector: str | None = None
    kind: str = "actor"  #: actor (acts itself) | owner (a thing of its) | place (a site in it)

    @property
    def known(self) -> bool:
        """Whether it has a code."""
        return self.code is not None


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters of the report that the register knows as a name."""

    span: Span
    text: str
    name: str  #: the register's own name: "Russia" for "Kremlin"
    code: str | None  #: "RUS", "IRN-MIL", "UNO", "LBN-REB"; None for a known name without one
    country: str | None  #: alpha-3
    sector: str | None  #: PLOVER sector
    kind: str  #: state adjective people capital city metonym, or a kind of organisation
    office: str = ""  #: of a person in office: "president", "foreign minister"

    def party(self, kind: str = "actor") -> Party:
        """The mention as one side of an event."""
        return Party(self.span, self.text, self.name, self.code, self.country, self.sector, kind)
