from __future__ import annotations

from dragoman.entities.find import find_mentions
from dragoman.entities.parties import Resolver
from dragoman.evidence.goods import passings
from dragoman.evidence.transfers import load_items
from trees import text_of, tree


def passing(notation: str) -> list[tuple[str, str, str, str]]:
    sentence = tree(notation)
    text = text_of(sentence)
    resolver = Resolver(text, find_mentions(text))
    resolver.learn([sentence])
    found = passings(sentence, resolver, load_items())
    return [(p.supplier, p.recipient, p.kind, p.status) for p in found]


def test_whoever_buys_takes() -> None:
    assert passing(
        "Chad/PROPN/2/nsubj bought/buy/VERB/0/root tanks/tank/NOUN/2/obj from/ADP/5/case Turkey/PROPN/2/obl"
    ) == [("TUR", "TCD", "arms", "actual")]


def test_whoever_ships_gives() -> None:
    assert passing(
        "Chad/PROPN/2/nsubj ships/ship/VERB/0/root oil/NOUN/2/obj to/ADP/5/case Turkey/PROPN/2/obl"
    ) == [("TCD", "TUR", "energy", "actual")]


def test_what_will_be_shipped_is_planned() -> None:
    assert passing(
        "Chad/PROPN/3/nsubj will/AUX/3/aux ship/VERB/0/root oil/NOUN/3/obj to/ADP/6/case Turkey/PROPN/3/obl"
    ) == [("TCD", "TUR", "energy", "planned")]


def test_what_is_not_shipped_is_refused() -> None:
    assert passing(
        "Chad/PROPN/4/nsubj will/AUX/4/aux not/PART/4/advmod ship/VERB/0/root oil/NOUN/4/obj to/ADP/7/case "
        "Turkey/PROPN/4/obl"
    ) == [("TCD", "TUR", "energy", "refused")]


def test_what_is_asked_for_is_requested() -> None:
    assert passing(
        "Chad/PROPN/2/nsubj asked/ask/VERB/0/root Turkey/PROPN/2/obj for/ADP/5/case tanks/tank/NOUN/2/obl"
    ) == [("TUR", "TCD", "arms", "requested")]


def test_aid_passes_without_a_verb() -> None:
    assert passing(
        "Turkish/ADJ/3/amod military/ADJ/3/amod aid/NOUN/6/nsubj to/ADP/5/case Chad/PROPN/3/nmod "
        "grew/grow/VERB/0/root"
    ) == [("TUR", "TCD", "arms", "actual")]


def test_troops_are_no_goods() -> None:
    assert (
        passing(
            "Chad/PROPN/2/nsubj sent/send/VERB/0/root troops/troop/NOUN/2/obj to/ADP/5/case Turkey/PROPN/2/obl"
        )
        == []
    )


def test_a_deal_does_not_say_who_gives() -> None:
    assert (
        passing(
            "Chad/PROPN/2/nsubj signed/sign/VERB/0/root a/DET/5/det arms/NOUN/5/compound deal/NOUN/2/obj "
            "with/ADP/7/case Turkey/PROPN/5/nmod"
        )
        == []
    )
