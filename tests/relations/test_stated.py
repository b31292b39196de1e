from __future__ import annotations

import pytest

import dragoman
from dragoman.alphabet.span import Span
from dragoman.events.event import QUADS, Event
from dragoman.evidence.claim import Claim, Speaker
from dragoman.relations.stated import find_statements, without_former
from dragoman.relations.statement import Statement
from reports import Report

ALLY = "Iran/PROPN/2/nsubj armed/arm/VERB/0/root its/PRON/4/nmod:poss ally/NOUN/2/obj Syria/PROPN/4/appos"
APPOSED = (
    "Chad/PROPN/9/nsubj ,/PUNCT/5/punct a/DET/5/det close/ADJ/5/amod partner/NOUN/1/appos "
    "of/ADP/7/case France/PROPN/5/nmod ,/PUNCT/1/punct agreed/agree/VERB/0/root"
)
TIES = (
    "Ties/tie/NOUN/7/nsubj between/ADP/3/case Moscow/PROPN/1/nmod and/CCONJ/5/cc "
    "Berlin/PROPN/3/conj are/be/AUX/7/cop {}/ADJ/0/root"
)
BACKED = (
    "The/DET/5/det Iran/PROPN/4/obl:unmarked -/PUNCT/4/punct backed/back/VERB/5/amod "
    "Houthis/PROPN/6/nsubj fired/fire/VERB/0/root"
)

WAS = (
    "Egypt/PROPN/5/nsubj was/be/AUX/5/cop an/DET/5/det close/ADJ/5/amod ally/NOUN/{} "
    "of/ADP/7/case Sudan/PROPN/5/nmod"
)


def ally(before: str = "an/DET/4/det", adverb: str = "") -> str:
    """ "Egypt is an ally of Sudan", with another word before or an adverb."""
    return (
        f"Egypt/PROPN/4/nsubj is/be/AUX/4/cop {before} ally/NOUN/0/root of/ADP/6/case "
        f"Sudan/PROPN/4/nmod {adverb}"
    ).strip()


def stated(*notations: str, claims: tuple[Claim, ...] = (), year: int | None = None) -> list[str]:
    """Each statement as "A B +1 actual", the codes in the order of the alphabet."""
    report = Report(*notations)
    found, _ = find_statements(report.sentences, report.resolver, claims, year)
    return [shown(s) for s in found]


def support(trigger: Span) -> Event:
    return Event(
        id="e", type="SUPPORT", mode=None, quad=QUADS["SUPPORT"], score=5.0, actor=(), recipient=(),
        status="actual", historical=False, date=None, date_precision=None, location=None,
        trigger=trigger, span=trigger, rule="test", confidence=0.5,
    )  # fmt: skip


def shown(s: Statement) -> str:
    codes = " ".join(sorted((s.a.code or "", s.b.code or "")))
    return f"{codes} {s.sign:+d} {s.status}"


def test_whose_ally_a_possessor_says_and_who_it_is_the_next_name() -> None:
    assert stated(ALLY) == ["IRN SYR +1 actual"]


def test_who_is_a_partner_stands_before_the_comma() -> None:
    assert stated(APPOSED) == ["FRA TCD +1 actual"]


def test_a_copula_says_who_is_an_ally() -> None:
    assert stated(ally()) == ["EGY SDN +1 actual"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        pytest.param(ally(before="never/ADV/4/advmod"), "negated", id="never"),
        pytest.param(ally(before="former/ADJ/4/amod"), "former", id="former"),
        pytest.param(ally(before="potential/ADJ/4/amod"), "possible", id="potential"),
        pytest.param(ally(adverb="not/PART/4/advmod"), "negated", id="not"),
    ],
)
def test_what_is_not_so_now_is_told_as_such(sentence: str, status: str) -> None:
    assert stated(sentence)[-1].endswith(status)


def test_what_is_not_so_now_is_listed_among_what_was_passed_over() -> None:
    report = Report(ally(before="former/ADJ/4/amod"))
    _, skipped = find_statements(report.sentences, report.resolver)
    assert [s.reason for s in skipped] == ["former, not so now: stated.ally"]


def test_an_ally_without_a_name_is_passed_over_and_listed() -> None:
    report = Report("Iran/PROPN/2/nsubj armed/arm/VERB/0/root its/PRON/4/nmod:poss ally/NOUN/2/obj")
    found, skipped = find_statements(report.sentences, report.resolver)
    assert (found, [s.reason for s in skipped]) == ((), ["one side not known: stated.ally"])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("tense", ["DEU RUS -1 actual"]),
        ("excellent", ["DEU RUS +1 actual"]),
        ("historic", []),
    ],
)
def test_ties_are_what_is_said_of_them(word: str, expected: list[str]) -> None:
    assert stated(TIES.format(word)) == expected


def test_who_is_backed_stands_well_with_the_backer_and_keeps_its_full_code() -> None:
    assert stated(BACKED) == ["IRN YEM-REB +1 actual"]


def test_no_ally_is_a_hostile_word_of_its_own() -> None:
    assert stated(ally(before="no/DET/4/det")) == ["EGY SDN -1 actual"]


def test_of_three_who_quarrel_it_is_not_said_who_quarrels_with_whom() -> None:
    three = (
        "Tensions/tension/NOUN/7/nsubj between/ADP/3/case China/PROPN/1/nmod ,/PUNCT/5/punct "
        "Japan/PROPN/3/conj Russia/PROPN/3/conj rose/rise/VERB/0/root"
    )
    assert stated(three) == []


def test_rivals_on_a_field_are_none() -> None:
    match = f"{ALLY} in/ADP/7/case football/NOUN/2/obl"
    assert stated(match) == []


def test_a_war_of_a_year_long_past_says_nothing_of_today() -> None:
    war = (
        "War/NOUN/8/nsubj between/ADP/3/case Ethiopia/PROPN/1/nmod and/CCONJ/5/cc Eritrea/PROPN/3/conj "
        "in/ADP/7/case {}/NUM/1/nmod hurt/VERB/0/root"
    )
    assert stated(war.format(1999), year=2024) == ["ERI ETH -1 former"]
    assert stated(war.format(2024), year=2024) == ["ERI ETH -1 actual"]


def test_what_a_speaker_denies_is_not_so() -> None:
    report = Report(ally())
    nobody = Speaker("officials", None, None, None)
    whole = Span(0, len(report.text))
    denial = Claim(
        id="c", speaker=nobody, cue=Span(0, 1), content=whole, stance="denies", quoted=False
    )
    (found,), _ = find_statements(report.sentences, report.resolver, (denial,))
    assert found.status == "negated"


def test_our_ally_is_the_speakers_inside_a_quotation_and_nobodys_outside() -> None:
    ours = "Japan/PROPN/4/nsubj is/be/AUX/4/cop our/PRON/4/nmod:poss ally/NOUN/0/root"
    report = Report(ours)
    speaker = Speaker("the American envoy", None, "United States", "USA")
    whole = Span(0, len(report.text))
    quotation = Claim(
        id="c", speaker=speaker, cue=Span(0, 1), content=whole, stance="asserts", quoted=True
    )
    (found,), _ = find_statements(report.sentences, report.resolver, (quotation,))
    assert shown(found) == "JPN USA +1 actual"
    assert find_statements(report.sentences, report.resolver)[0] == ()


def test_evidence_reaches_from_the_first_to_the_last_of_word_and_parties() -> None:
    report = Report(APPOSED)
    (found,), _ = find_statements(report.sentences, report.resolver)
    assert found.span.of(report.text) == "Chad , a close partner of France"
    assert found.trigger.of(report.text) == "partner"


def test_was_an_ally_is_over_and_not_where_somebody_says_so() -> None:
    assert stated(WAS.format("0/root")) == ["EGY SDN +1 former"]
    said = "Officials/NOUN/9/nsubj said/say/VERB/0/root"
    assert stated(WAS.format("9/ccomp") + " " + said) == ["EGY SDN +1 actual"]


def test_what_was_coded_from_the_words_of_a_friendship_that_is_over_counts_no_more() -> None:
    report = Report(WAS.format("0/root"))
    (over,), _ = find_statements(report.sentences, report.resolver)
    events = [support(over.trigger), support(Span(0, 1))]
    assert [e.counts for e in without_former(events, (over,))] == [False, True]


def test_the_sponsor_of_its_foes_is_no_friend() -> None:
    foes = (
        "Ethiopia/PROPN/4/nsubj is/be/AUX/4/cop a/DET/4/det sponsor/NOUN/0/root of/ADP/8/case "
        "Kenya/PROPN/8/nmod:poss 's/PART/6/case foes/foe/NOUN/4/nmod"
    )
    assert stated(foes) == ["ETH KEN -1 actual"]


def test_the_aim_of_an_act_says_how_its_doer_stands() -> None:
    aim = (
        "Japan/PROPN/2/nsubj acted/act/VERB/0/root to/to/PART/4/mark counter/VERB/2/advcl "
        "Russia/PROPN/4/obj"
    )
    assert stated(aim) == ["JPN RUS -1 actual"]


@pytest.mark.model
def test_whoever_has_drifted_apart_was_a_friend_before() -> None:
    text = "Ethiopia and Eritrea, allies in the Tigray war, have drifted apart."
    (relation,) = dragoman.read(text, published="2024-01-30").relations
    assert relation.sign == -1
