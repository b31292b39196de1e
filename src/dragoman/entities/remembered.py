# Whose an institution or a ship is that a report has named in full before: "the Syrian army … the army".
# Rule: nouns of one sort stand for one another ("the regime", "the junta"; "a frigate", "the ship"). Where
#   a report has named two of a sort, neither is meant.
"""Sorts of institutions and things by which a report takes up an owner that it has named."""

from __future__ import annotations

_SORTS = {
    "rule": "government regime junta administration leadership cabinet authority",
    "arms": "army military soldier troop trooper",
    "fleet": "navy coastguard",
    "police": "police policeman gendarmerie",
    "house": "parliament legislature assembly lawmaker legislator parliamentarian deputy",
    "opposition": "opposition",
    "band": "rebel militant insurgent guerrilla jihadist islamist extremist separatist militiaman insurgency",
    "ship": "ship vessel boat frigate destroyer tanker warship freighter trawler corvette cutter submarine gunboat",
    "craft": "aircraft plane jet drone warplane airliner helicopter bomber airplane",
}
_SORT_OF = {noun: sort for sort, nouns in _SORTS.items() for noun in nouns.split()}
_THINGS = frozenset({"ship", "craft"})


def sort_of(lemma: str) -> str | None:
    """The sort of a noun, if it is one by which reports take up whose it is."""
    return _SORT_OF.get(lemma.lower())


def is_thing(lemma: str) -> bool:
    """Whether a noun means a ship or an aircraft: its owner acts with it, and does not suffer as it."""
    return _SORT_OF.get(lemma.lower()) in _THINGS
