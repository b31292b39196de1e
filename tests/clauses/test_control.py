from __future__ import annotations

from functools import partial

import trees
from dragoman.clauses.control import control

hung = partial(trees.hung, control)


def test_what_somebody_is_urged_to_do_is_a_complement() -> None:
    found = hung(
        "Oman/PROPN/2/nsubj urged/urge/VERB/0/root allies/NOUN/2/iobj to/PART/5/mark "
        "help/help/VERB/2/advcl"
    )
    assert found["help"] == ("urged", "xcomp")


def test_an_order_that_hangs_on_the_noun_goes_to_the_verb() -> None:
    found = hung(
        "Oman/PROPN/2/nsubj ordered/order/VERB/0/root troops/NOUN/2/obj to/PART/5/mark "
        "return/return/VERB/3/acl"
    )
    assert found["return"] == ("ordered", "xcomp")


def test_a_plan_to_act_stays_with_its_noun() -> None:
    found = hung(
        "Oman/PROPN/2/nsubj announced/announce/VERB/0/root plans/NOUN/2/obj to/PART/5/mark "
        "return/return/VERB/3/acl"
    )
    assert found["return"] == ("plans", "acl")


def test_a_tool_does_not_do_what_it_is_used_for() -> None:
    found = hung(
        "Police/NOUN/2/nsubj fired/fire/VERB/0/root gas/NOUN/2/obj to/PART/5/mark "
        "disperse/disperse/VERB/2/xcomp"
    )
    assert found["disperse"] == ("fired", "advcl")


def test_a_time_that_is_given_is_an_object() -> None:
    found = hung(
        "Mali/PROPN/2/nsubj gave/give/VERB/0/root envoy/NOUN/2/iobj 72/NUM/5/nummod "
        "hours/hour/NOUN/2/obl:unmarked to/PART/7/mark leave/leave/VERB/5/acl"
    )
    assert found["hours"] == ("gave", "obj")


def test_what_is_sent_to_strike_is_nobody_who_is_struck() -> None:
    found = hung(
        "Chad/PROPN/2/nsubj sent/send/VERB/0/root drones/NOUN/2/iobj to/PART/5/mark "
        "strike/strike/VERB/2/xcomp towns/NOUN/5/obj"
    )
    assert found["drones"] == ("sent", "obj")
    assert found["strike"] == ("sent", "advcl")


def test_what_somebody_is_warned_against_goes_to_the_verb() -> None:
    found = hung(
        "Oman/PROPN/2/nsubj warned/warn/VERB/0/root Chad/PROPN/2/obj against/SCONJ/5/mark "
        "closing/close/VERB/3/acl ports/NOUN/5/obj"
    )
    assert found["closing"] == ("warned", "advcl")


def test_no_meeting_is_for_not_doing_something() -> None:
    found = hung(
        "Oman/PROPN/2/nsubj warned/warn/VERB/0/root Chad/PROPN/2/obj at/ADP/5/case talks/NOUN/2/obl "
        "not/PART/8/advmod to/PART/8/mark attack/attack/VERB/5/acl"
    )
    assert found["attack"] == ("warned", "xcomp")


def test_whose_efforts_are_praised_makes_them() -> None:
    found = hung(
        "Oman/PROPN/2/nsubj praised/praise/VERB/0/root efforts/effort/NOUN/2/obj of/ADP/5/case "
        "Chad/PROPN/3/nmod to/PART/7/mark help/help/VERB/2/advcl"
    )
    assert found["help"] == ("efforts", "acl")


def test_whoever_is_warned_not_to_act_is_the_one_who_would() -> None:
    found = hung(
        "Oman/PROPN/2/nsubj warned/warn/VERB/0/root Chad/PROPN/2/iobj not/PART/6/advmod to/PART/6/mark "
        "sell/sell/VERB/2/ccomp arms/arm/NOUN/6/obj"
    )
    assert found["sell"] == ("warned", "xcomp")


def test_a_complement_with_a_subject_stays_one() -> None:
    found = hung(
        "Oman/PROPN/2/nsubj warned/warn/VERB/0/root Chad/PROPN/2/iobj it/PRON/6/nsubj would/AUX/6/aux "
        "sell/sell/VERB/2/ccomp arms/arm/NOUN/6/obj"
    )
    assert found["sell"] == ("warned", "ccomp")


def test_what_follows_from_a_charge_is_part_of_it() -> None:
    found = hung(
        "Mali/PROPN/2/nsubj accused/accuse/VERB/0/root Chad/PROPN/2/obj of/SCONJ/5/mark firing/fire/VERB/2/advcl "
        ",/PUNCT/7/punct wounding/wound/VERB/2/advcl two/NUM/7/obj",
    )
    assert found["wounding"] == ("firing", "advcl")


def test_what_somebody_does_while_accusing_stays_his() -> None:
    found = hung(
        "Mali/PROPN/2/nsubj accused/accuse/VERB/0/root Chad/PROPN/2/obj ,/PUNCT/5/punct citing/cite/VERB/2/advcl "
        "reports/NOUN/5/obj",
    )
    assert found["citing"] == ("accused", "advcl")


def test_what_somebody_is_called_to_do_is_what_is_called_for() -> None:
    found = hung(
        "Oman/PROPN/2/nsubj called/call/VERB/0/root for/ADP/4/case rebels/rebel/NOUN/2/obl "
        "to/PART/6/mark leave/VERB/4/acl"
    )
    assert found["leave"] == ("called", "xcomp")


def test_a_plan_that_is_called_for_keeps_its_infinitive() -> None:
    found = hung(
        "Oman/PROPN/2/nsubj called/call/VERB/0/root for/ADP/4/case plans/plan/NOUN/2/obl "
        "to/PART/6/mark leave/VERB/4/acl"
    )
    assert found["leave"] == ("plans", "acl")


def test_what_a_company_trades_is_its_own_doing() -> None:
    found = hung(
        "Peru/PROPN/2/nsubj fined/fine/VERB/0/root companies/company/NOUN/2/obj "
        "supplying/supply/VERB/2/advcl oil/NOUN/4/obj"
    )
    assert found["supplying"] == ("companies", "acl")


def test_what_others_do_meanwhile_is_the_subjects_doing() -> None:
    found = hung(
        "Peru/PROPN/2/nsubj fined/fine/VERB/0/root companies/company/NOUN/2/obj "
        "citing/cite/VERB/2/advcl law/NOUN/4/obj"
    )
    assert found["citing"] == ("fined", "advcl")
