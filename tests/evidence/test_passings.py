from __future__ import annotations

from dragoman.entities.find import find_mentions
from dragoman.entities.parties import Resolver
from dragoman.evidence.passings import passings
from dragoman.evidence.transfers import load_items
from trees import text_of, tree


def passing(notation: str) -> list[tuple[str, str, str, str]]:
    sentence = tree(notation)
    text = text_of(sentence)
    resolver = Resolver(text, find_mentions(text))
    resolver.learn([sentence])
    found = passings(sentence, resolver, load_items())
    return [(p.supplier or "", p.recipient or "", p.kind, p.status) for p in found]


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


def test_whose_good_it_is_gives_where_nobody_else_does() -> None:
    assert passing(
        "Chinese/ADJ/2/amod chips/chip/NOUN/6/nsubj sold/sell/VERB/2/acl;Tense=Past|VerbForm=Part|Voice=Pass to/ADP/5/case "
        "Chad/PROPN/3/obl failed/fail/VERB/0/root"
    ) == [("CHN", "TCD", "technology", "actual")]


def test_a_sale_that_is_approved_is_planned() -> None:
    assert passing(
        "Turkey/PROPN/2/nsubj approved/approve/VERB/0/root the/DET/4/det sale/NOUN/2/obj of/ADP/6/case "
        "tanks/tank/NOUN/4/nmod to/ADP/8/case Chad/PROPN/4/nmod"
    ) == [("TUR", "TCD", "arms", "planned")]


def test_sales_that_are_halted_are_refused() -> None:
    assert passing(
        "Turkey/PROPN/2/nsubj halted/halt/VERB/0/root arms/NOUN/4/compound sales/sale/NOUN/2/obj "
        "to/ADP/6/case Chad/PROPN/4/nmod"
    ) == [("TUR", "TCD", "arms", "refused")]


def test_whoever_criticises_sales_does_not_sell() -> None:
    assert (
        passing(
            "Turkey/PROPN/2/nsubj criticised/criticise/VERB/0/root arms/NOUN/4/compound sales/sale/NOUN/2/obj "
            "to/ADP/6/case Chad/PROPN/4/nmod"
        )
        == []
    )


def test_a_sum_in_aid_is_money() -> None:
    assert passing(
        "Turkey/PROPN/2/nsubj pledged/pledge/VERB/0/root $/SYM/2/obj 5/NUM/5/compound billion/NUM/3/nummod "
        "in/ADP/7/case aid/NOUN/3/nmod to/ADP/9/case Chad/PROPN/7/nmod"
    ) == [("TUR", "TCD", "money", "planned")]


def test_a_million_doses_are_no_money() -> None:
    assert passing(
        "Turkey/PROPN/2/nsubj sent/send/VERB/0/root a/DET/4/det million/NUM/5/nummod doses/dose/NOUN/2/obj "
        "to/ADP/7/case Chad/PROPN/2/obl"
    ) == [("TUR", "TCD", "humanitarian", "actual")]


def test_ministers_of_oil_are_no_oil() -> None:
    assert (
        passing(
            "Turkey/PROPN/2/nsubj sent/send/VERB/0/root oil/NOUN/4/compound ministers/minister/NOUN/2/obj "
            "to/ADP/6/case Chad/PROPN/2/obl"
        )
        == []
    )


def test_whoever_arms_gives_arms() -> None:
    assert passing("Turkey/PROPN/2/nsubj armed/arm/VERB/0/root Chad/PROPN/2/obj") == [
        ("TUR", "TCD", "arms", "actual")
    ]


def test_a_request_that_is_turned_down_is_refused() -> None:
    assert passing(
        "Turkey/PROPN/2/nsubj rejected/reject/VERB/0/root Chad/PROPN/5/nmod:poss 's/PART/3/case "
        "request/NOUN/2/obj for/ADP/7/case tanks/tank/NOUN/5/nmod"
    ) == [("TUR", "TCD", "arms", "refused")]


def test_a_supplier_gives_to_whosever_he_is() -> None:
    assert passing(
        "Turkey/PROPN/6/nsubj is/be/AUX/6/cop Chad/PROPN/6/nmod:poss 's/PART/3/case main/ADJ/6/amod "
        "supplier/NOUN/0/root of/ADP/8/case arms/NOUN/6/nmod"
    ) == [("TUR", "TCD", "arms", "actual")]


def test_a_supplier_of_nobody_named_gives_nothing() -> None:
    assert (
        passing(
            "Turkey/PROPN/5/nsubj is/be/AUX/5/cop a/DET/5/det main/ADJ/5/amod supplier/NOUN/0/root of/ADP/7/case "
            "arms/NOUN/5/nmod"
        )
        == []
    )


def test_what_arrives_comes_from_whoever_made_it() -> None:
    assert passing(
        "Turkish/ADJ/2/amod tanks/tank/NOUN/3/nsubj arrived/arrive/VERB/0/root;VerbForm=Fin in/ADP/5/case Chad/PROPN/3/obl"
    ) == [("TUR", "TCD", "arms", "actual")]


def test_planes_are_no_gift_where_they_land() -> None:
    assert (
        passing(
            "Turkish/ADJ/2/amod planes/plane/NOUN/3/nsubj landed/land/VERB/0/root;VerbForm=Fin in/ADP/5/case Chad/PROPN/3/obl"
        )
        == []
    )


def test_captives_go_back_to_their_own() -> None:
    assert passing(
        "Turkey/PROPN/2/nsubj released/release/VERB/0/root Chadian/ADJ/4/amod prisoners/prisoner/NOUN/2/obj"
    ) == [("TUR", "TCD", "people", "actual")]


def test_who_swaps_prisoners_gives_and_takes() -> None:
    assert passing(
        "Turkey/PROPN/4/nsubj and/CCONJ/3/cc Chad/PROPN/1/conj swapped/swap/VERB/0/root prisoners/prisoner/NOUN/4/obj"
    ) == [("TUR", "TCD", "people", "actual"), ("TCD", "TUR", "people", "actual")]


def test_trainers_sent_to_a_town_are_sent_to_nobody_named() -> None:
    assert (
        passing(
            "Turkey/PROPN/2/nsubj sent/send/VERB/0/root trainers/trainer/NOUN/2/obj to/ADP/5/case Aleppo/PROPN/2/obl"
        )
        == []
    )


def test_whoever_depends_on_a_good_takes_it() -> None:
    assert passing(
        "Chad/PROPN/2/nsubj depends/depend/VERB/0/root on/ADP/5/case Turkish/ADJ/5/amod gas/NOUN/2/obl"
    ) == [("TUR", "TCD", "energy", "actual")]


def test_an_army_that_uses_anothers_arms_was_given_them() -> None:
    assert (
        passing(
            "Chad/PROPN/3/nmod:poss 's/PART/1/case use/NOUN/6/nsubj of/ADP/5/case drones/drone/NOUN/3/nmod "
            "grew/grow/VERB/0/root"
        )
        == []
    )
    assert passing(
        "Chad/PROPN/3/nmod:poss 's/PART/1/case use/NOUN/7/nsubj of/ADP/6/case Turkish/ADJ/6/amod "
        "drones/drone/NOUN/3/nmod grew/grow/VERB/0/root"
    ) == [("TUR", "TCD", "arms", "actual")]


def test_a_make_of_missile_is_arms() -> None:
    assert passing(
        "Turkey/PROPN/2/nsubj sold/sell/VERB/0/root Chad/PROPN/2/iobj F-16s/PROPN/2/obj"
    ) == [("TUR", "TCD", "arms", "actual")]


def test_a_club_of_states_is_no_make() -> None:
    assert (
        passing("Turkey/PROPN/2/nsubj sold/sell/VERB/0/root Chad/PROPN/2/iobj G-20/PROPN/2/obj")
        == []
    )


def test_missile_technology_is_technology() -> None:
    assert passing(
        "Turkey/PROPN/2/nsubj gave/give/VERB/0/root Chad/PROPN/2/iobj missile/NOUN/5/compound technology/NOUN/2/obj"
    ) == [("TUR", "TCD", "technology", "actual")]


def test_a_plant_built_abroad_is_energy() -> None:
    assert passing(
        "Turkey/PROPN/2/nsubj built/build/VERB/0/root a/DET/4/det reactor/NOUN/2/obj in/ADP/6/case Chad/PROPN/4/nmod"
    ) == [("TUR", "TCD", "energy", "actual")]


def test_exports_that_somebody_agreed_to_increase_are_planned() -> None:
    assert passing(
        "Turkey/PROPN/2/nsubj agreed/agree/VERB/0/root to/PART/4/mark increase/VERB/2/xcomp oil/NOUN/6/compound "
        "exports/export/NOUN/4/obj to/ADP/8/case Chad/PROPN/6/nmod"
    ) == [("TUR", "TCD", "energy", "planned")]


def test_what_is_bought_for_a_sum_is_not_the_sum() -> None:
    assert (
        passing(
            "Turkey/PROPN/2/nsubj bought/buy/VERB/0/root $/SYM/2/obj 5/NUM/5/compound billion/NUM/3/nummod "
            "from/ADP/7/case Chad/PROPN/2/obl"
        )
        == []
    )
