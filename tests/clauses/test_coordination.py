from __future__ import annotations

from dragoman.clauses.coordination import coordinate
from trees import tree

PAST = "Tense=Past|VerbForm=Fin"
PRESENT = "Person=3|Tense=Pres|VerbForm=Fin"
ACCUSED = (
    f"Mali/PROPN/2/nsubj accused/accuse/VERB/0/root;{PAST} Niger/PROPN/2/obj of/SCONJ/5/mark "
    "arming/arm/VERB/2/advcl;VerbForm=Ger rebels/rebel/NOUN/5/obj and/CCONJ/8/cc "
)


def governor(notation: str, word: str) -> str:
    tokens = coordinate(tree(notation).tokens)
    return next(tokens[t.head].text for t in tokens if t.text == word)


def test_a_finite_verb_is_joined_to_the_finite_verb_above_a_gerund() -> None:
    notation = ACCUSED + f"threatened/threaten/VERB/5/conj;{PAST} war/NOUN/8/obj"
    assert governor(notation, "threatened") == "accused"


def test_a_gerund_stays_joined_to_a_gerund() -> None:
    notation = ACCUSED + "hiding/hide/VERB/5/conj;VerbForm=Ger arms/arm/NOUN/8/obj"
    assert governor(notation, "hiding") == "arming"


def test_a_verb_with_a_subject_of_its_own_stays() -> None:
    notation = ACCUSED + f"left/leave/VERB/5/conj;{PAST} Oman/PROPN/8/nsubj"
    assert governor(notation, "left") == "arming"


def test_nothing_is_joined_across_a_relative_clause() -> None:
    notation = (
        f"Mali/PROPN/2/nsubj met/meet/VERB/0/root;{PAST} men/man/NOUN/2/obj "
        "hoping/hope/VERB/3/acl:relcl;VerbForm=Ger "
        f"fled/flee/VERB/4/conj;{PAST}"
    )
    assert governor(notation, "fled") == "hoping"


def test_a_verb_with_an_auxiliary_is_joined_to_one_with_an_auxiliary() -> None:
    notation = (
        "Mali/PROPN/3/nsubj has/have/AUX/3/aux;VerbForm=Fin refused/refuse/VERB/0/root;VerbForm=Part "
        "to/PART/5/mark sell/VERB/3/xcomp;VerbForm=Inf and/CCONJ/8/cc has/have/AUX/8/aux;VerbForm=Fin "
        "bought/buy/VERB/5/conj;VerbForm=Part"
    )
    assert governor(notation, "bought") == "refused"


def test_what_would_be_done_takes_no_past_beside_it() -> None:
    notation = (
        "Mali/PROPN/3/nsubj would/AUX/3/aux;VerbForm=Fin refuse/VERB/0/root;VerbForm=Inf to/PART/5/mark "
        f"sell/VERB/3/xcomp;VerbForm=Inf and/CCONJ/7/cc bought/buy/VERB/5/conj;{PAST}"
    )
    assert governor(notation, "bought") == "sell"


def test_what_somebody_waits_for_is_joined_to_the_verb_behind_until() -> None:
    notation = (
        "Oman/PROPN/3/nsubj will/AUX/3/aux wait/VERB/0/root until/SCONJ/6/mark Chad/PROPN/6/nsubj "
        f"frees/free/VERB/3/advcl;{PRESENT} them/PRON/6/obj and/CCONJ/9/cc "
        f"holds/hold/VERB/3/conj;{PRESENT} talks/NOUN/9/obj"
    )
    assert governor(notation, "holds") == "frees"


def test_an_infinitive_is_joined_to_the_infinitive_before_it() -> None:
    notation = (
        "Oman/PROPN/2/nsubj offered/offer/VERB/0/root;VerbForm=Fin to/PART/4/mark talk/VERB/2/xcomp "
        "and/CCONJ/7/cc to/PART/7/mark leave/VERB/2/conj"
    )
    assert governor(notation, "leave") == "talk"
