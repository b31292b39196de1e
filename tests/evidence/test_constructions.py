from __future__ import annotations

import pytest

from claims import read


def rows(notation: str) -> list[tuple[str, str, str]]:
    text, claims = read(notation)
    return [(c.speaker.text, c.cue.of(text), c.content.of(text)) for c in claims]


def test_the_phrase_after_the_preposition_is_called_for() -> None:
    assert rows(
        "Oman/PROPN/2/nsubj called/call/VERB/0/root for/ADP/4/case talks/talk/NOUN/2/obl"
    ) == [("Oman", "called for", "talks")]


def test_whoever_is_called_on_belongs_to_what_is_asked() -> None:
    assert rows(
        "Oman/PROPN/2/nsubj called/call/VERB/0/root on/ADP/4/case Iran/PROPN/2/obl "
        "to/PART/6/mark stop/VERB/2/advcl"
    ) == [("Oman", "called on", "Iran to stop")]


def test_an_urged_party_belongs_to_what_is_urged() -> None:
    assert rows(
        "Oman/PROPN/2/nsubj urges/urge/VERB/0/root Iran/PROPN/2/obj to/PART/5/mark stop/VERB/2/xcomp"
    ) == [("Oman", "urges", "Iran to stop")]


def test_whoever_is_told_is_no_content() -> None:
    assert rows(
        "Oman/PROPN/2/nsubj told/tell/VERB/0/root reporters/reporter/NOUN/2/obj it/PRON/5/nsubj "
        "paid/pay/VERB/2/ccomp"
    ) == [("Oman", "told", "it paid")]


def test_what_something_is_called_goes_with_it() -> None:
    assert rows(
        "Oman/PROPN/2/nsubj called/call/VERB/0/root the/DET/4/det raid/NOUN/2/obj a/DET/6/det "
        "crime/NOUN/2/xcomp"
    ) == [("Oman", "called", "the raid a crime")]


def test_calling_somebody_is_no_claim() -> None:
    assert rows("Oman/PROPN/2/nsubj called/call/VERB/0/root Iran/PROPN/2/obj") == []


def test_an_object_is_cited() -> None:
    assert rows(
        "Oman/PROPN/2/nsubj cited/cite/VERB/0/root delays/delay/NOUN/2/obj"
    ) == [("Oman", "cited", "delays")]  # fmt: skip


def test_a_pronoun_says_nothing_of_what_is_denied() -> None:
    assert rows("Oman/PROPN/2/nsubj denied/deny/VERB/0/root it/PRON/2/obj") == []


def test_an_adjective_of_the_mind_takes_a_clause() -> None:
    assert rows(
        "Oman/PROPN/3/nsubj is/AUX/3/cop worried/ADJ/0/root that/SCONJ/6/mark talks/talk/NOUN/6/nsubj "
        "failed/fail/VERB/3/ccomp"
    ) == [("Oman", "is worried", "that talks failed")]


def test_a_noun_of_saying_belongs_to_its_owner() -> None:
    ((speaker, cue, content),) = rows(
        "Oman/PROPN/3/nmod:poss ’s/PART/1/case claim/NOUN/7/nsubj that/SCONJ/6/mark it/PRON/6/nsubj "
        "paid/pay/VERB/3/acl surprised/surprise/VERB/0/root Iran/PROPN/7/obj"
    )
    assert (cue, content) == ("claim", "that it paid")
    assert speaker.startswith("Oman")


def test_a_noun_of_saying_is_voiced_by_the_subject() -> None:
    assert rows(
        "Oman/PROPN/2/nsubj voiced/voice/VERB/0/root concern/NOUN/2/obj about/ADP/6/case the/DET/6/det "
        "plan/NOUN/3/nmod"
    )[0] == ("Oman", "voiced concern about", "the plan")


def test_a_compound_that_names_nobody_owns_no_noun() -> None:
    assert (
        rows(
            "A/DET/3/det conference/NOUN/3/compound call/NOUN/6/nsubj for/ADP/5/case talks/talk/NOUN/3/nmod "
            "ended/end/VERB/0/root"
        )
        == []
    )


def test_adding_goes_on_with_the_first_speaker_and_ends_his_words() -> None:
    assert rows(
        "Oman/PROPN/2/nsubj said/say/VERB/0/root Iran/PROPN/4/nsubj paid/pay/VERB/2/ccomp ,/PUNCT/6/punct "
        "adding/add/VERB/4/advcl that/SCONJ/9/mark talks/talk/NOUN/9/nsubj failed/fail/VERB/6/ccomp"
    ) == [("Oman", "said", "Iran paid"), ("Oman", "adding", "that talks failed")]


def test_a_second_act_of_saying_ends_the_first_one() -> None:
    made = rows(
        "Oman/PROPN/2/nsubj said/say/VERB/0/root;Tense=Past talks/talk/NOUN/5/nsubj will/AUX/5/aux "
        "fail/VERB/2/ccomp and/CCONJ/7/cc warned/warn/VERB/5/conj;Tense=Past|VerbForm=Fin of/ADP/9/case "
        "reprisals/reprisal/NOUN/7/obl"
    )
    assert made[0][2].startswith("talks will fail")
    assert "reprisals" not in made[0][2]


def test_a_relative_clause_speaks_for_its_noun() -> None:
    text, claims = read(
        "Voters/voter/NOUN/6/nsubj who/PRON/3/nsubj say/VERB/1/acl:relcl he/PRON/5/nsubj won/win/VERB/3/ccomp "
        "waited/wait/VERB/0/root"
    )
    (claim,) = claims
    assert claim.speaker.text == "Voters"
    assert claim.speaker.span is not None
    assert claim.speaker.span.of(text) == "who"


def test_what_a_speaker_says_of_his_own_mind_is_one_claim() -> None:
    assert rows(
        "Oman/PROPN/2/nsubj said/say/VERB/0/root “/PUNCT/5/punct I/PRON/5/nsubj think/VERB/2/ccomp "
        "talks/talk/NOUN/7/nsubj failed/fail/VERB/5/ccomp badly/ADV/7/advmod ”/PUNCT/5/punct"
    ) == [("Oman", "said", "I think talks failed badly")]


def test_continuing_to_say_is_one_cue() -> None:
    assert rows(
        "Oman/PROPN/2/nsubj continued/continue/VERB/0/root to/PART/4/mark insist/VERB/2/xcomp it/PRON/6/nsubj "
        "paid/pay/VERB/4/ccomp"
    ) == [("Oman", "continued to insist", "it paid")]


@pytest.mark.parametrize("kind", ["sees", "regards"])
def test_what_something_is_seen_as_goes_with_it(kind: str) -> None:
    lemma = kind.rstrip("s")
    assert rows(
        f"Oman/PROPN/2/nsubj {kind}/{lemma}/VERB/0/root Iran/PROPN/2/obj as/ADP/6/case a/DET/6/det threat/NOUN/2/obl"
    ) == [("Oman", kind, "Iran as a threat")]


def test_seeing_somebody_is_no_claim() -> None:
    assert rows("Oman/PROPN/2/nsubj sees/see/VERB/0/root Iran/PROPN/2/obj") == []


def test_a_second_act_of_saying_has_the_first_ones_speaker() -> None:
    made = rows(
        "Oman/PROPN/2/nsubj said/say/VERB/0/root;Tense=Past talks/talk/NOUN/5/nsubj will/AUX/5/aux "
        "fail/VERB/2/ccomp and/CCONJ/7/cc warned/warn/VERB/5/conj;Tense=Past|VerbForm=Fin of/ADP/9/case "
        "reprisals/reprisal/NOUN/7/obl"
    )
    assert made[1] == ("Oman", "warned of", "reprisals")
