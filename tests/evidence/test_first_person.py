from __future__ import annotations

from dataclasses import replace

from dragoman.alphabet.span import Span
from dragoman.entities.actor import SPEAKER, Party
from dragoman.events.event import Event
from dragoman.evidence.claim import Claim, Speaker
from dragoman.evidence.first_person import settle

TEXT = "“We condemn Chad,” a Nigerien minister said."
WE = Party(Span(1, 3), "We", code=SPEAKER)
CHAD = Party(Span(12, 16), "Chad", "Chad", "TCD", "TCD")
MINISTER = Speaker("a Nigerien minister", Span(19, 38), "Niger", "NER-MIL")
EVENT = Event(
    id="e1", type="ACCUSE", mode=None, quad=3, score=-3.0, actor=(WE,), recipient=(CHAD,),
    status="actual", historical=False, date=None, date_precision=None, location=None,
    trigger=Span(4, 11), span=Span(1, 16), rule="accuse.condemn", confidence=0.8, claim_id="c1",
)  # fmt: skip
CLAIM = Claim(
    id="c1",
    speaker=MINISTER,
    cue=Span(39, 43),
    content=Span(1, 16),
    stance="asserts",
    quoted=True,
    event_ids=("e1",),
)


def test_we_in_a_quotation_is_the_speaker() -> None:
    (event,), skipped = settle(TEXT, [CLAIM], [EVENT])
    (actor,) = event.actor
    assert (actor.text, actor.name, actor.code) == ("We", "Niger", "NER-MIL")
    assert (actor.country, actor.sector) == ("NER", "MIL")
    assert skipped == ()


def test_we_outside_a_quotation_is_nobody() -> None:
    told = replace(CLAIM, quoted=False, cue=Span(0, 0))  # "said [we condemn Chad]"
    (event,), _ = settle(TEXT, [told], [EVENT])
    assert [p.code for p in event.actor] == [None]
    assert [p.code for p in event.recipient] == ["TCD"]


def test_words_without_marks_before_their_cue_are_the_speakers() -> None:
    (event,), _ = settle(TEXT, [replace(CLAIM, quoted=False)], [EVENT])
    assert [p.code for p in event.actor] == ["NER-MIL"]


def test_the_quotation_may_lie_around_an_inner_claim() -> None:
    inner = replace(
        CLAIM, id="c2", quoted=False, parent_id="c1", speaker=Speaker("we", None, None, None)
    )
    (event,), _ = settle(TEXT, [CLAIM, inner], [replace(EVENT, claim_id="c2")])
    assert [p.code for p in event.actor] == ["NER-MIL"]


def test_an_act_without_anybody_known_is_passed_over_with_its_reason() -> None:
    lonely = replace(EVENT, recipient=(), claim_id=None)
    events, (skipped,) = settle(TEXT, [CLAIM], [lonely])
    assert events == ()
    assert (skipped.stage, skipped.text) == ("evidence", "condemn")


def test_the_speaker_does_nothing_to_himself() -> None:
    himself = replace(EVENT, recipient=(CHAD, replace(WE, text="us")))
    (event,), _ = settle(TEXT, [CLAIM], [himself])
    assert [p.code for p in event.recipient] == ["TCD"]


def test_other_events_stay_as_they_are() -> None:
    other = replace(EVENT, actor=(CHAD,), recipient=())
    assert settle(TEXT, [CLAIM], [other]) == ((other,), ())


ASKED = replace(
    EVENT, actor=(Party(EVENT.trigger, "condemn", code=SPEAKER),), type="REQUEST", rule="request.x"
)


def test_a_deed_of_words_is_done_by_whoever_says_it_quoted_or_not() -> None:
    (event,), _ = settle(TEXT, [replace(CLAIM, quoted=False)], [ASKED])
    (actor,) = event.actor
    assert (actor.code, actor.text, actor.span) == ("NER-MIL", MINISTER.text, MINISTER.span)


def test_a_deed_of_words_that_nobody_known_says_is_passed_over() -> None:
    unknown = replace(CLAIM, speaker=Speaker("a voice", Span(19, 38), None, None))
    for claims in ([unknown], []):
        events, (skipped,) = settle(TEXT, claims, [ASKED])
        assert events == ()
        assert skipped.reason == "who says it is not known, for request.x"


def test_a_statement_behind_a_colon_goes_on_over_paragraphs() -> None:
    text = "The Nigerien minister said:\nIt was late.\nWe condemn Chad."
    at = text.index("We")
    claim = replace(
        CLAIM,
        speaker=replace(MINISTER, span=Span(4, 21)),
        cue=Span(22, 26),
        content=Span(at, at + 16),
        quoted=False,
    )
    said = replace(
        EVENT, actor=(replace(WE, span=Span(at, at + 2)),), trigger=Span(at + 3, at + 10)
    )
    (event,), _ = settle(text, [claim], [said])
    assert [p.code for p in event.actor] == ["NER-MIL"]
