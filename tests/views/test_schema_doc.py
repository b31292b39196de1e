from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dragoman.alphabet.skipped import Skipped
from dragoman.alphabet.span import Span
from dragoman.body.passage import Noise
from dragoman.entities.actor import Mention, Party
from dragoman.entities.register import load_register
from dragoman.events.dates import Time
from dragoman.events.event import QUADS, STATUSES, TYPES, Event
from dragoman.evidence.agreements import Agreement
from dragoman.evidence.claim import STANCES, Claim, Speaker
from dragoman.evidence.transfers import CLASSES, Transfer
from dragoman.relations.relation import Relation
from dragoman.views import plain
from dragoman.workflow.reading import Reading

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "schema.md"
TEXT = "He armed Russia."
SPAN = Span(9, 15)
PARTY = Party(SPAN, "Russia", "Russia", "RUS", "RUS", None)
SPEAKER = Speaker("Mr. Lee", Span(0, 2), "Lee", None)
CLAIM = Claim(id="claim-1", speaker=SPEAKER, cue=SPAN, content=SPAN, stance="asserts", quoted=False)
EVENT = Event(
    id="event-1", type="AID", mode=None, quad=QUADS["AID"], score=10.0, actor=(PARTY,),
    recipient=(PARTY,), status="actual", historical=False, date=None, date_precision=None,
    location=None, trigger=SPAN, span=SPAN, rule="aid.arm", confidence=0.9, counts=False,
)  # fmt: skip
MENTION = Mention(SPAN, "Russia", "Russia", "RUS", "RUS", None, "state")
READING = Reading(
    text=TEXT,
    published=None,
    outlet=None,
    url=None,
    mentions=(MENTION,),
    events=(EVENT,),
    claims=(CLAIM,),
    transfers=(Transfer("IRN", "RUS", "drones", "arms", "actual", SPAN, None),),
    agreements=(Agreement("the pact", (), (), (), None, SPAN),),
    relations=(Relation("IRN", "RUS", 1, 0.7, ("event-1",)),),
    times=(Time(SPAN, "Monday", None, None),),
    noise=(Noise(SPAN, "Russia", "garbled", None),),
    skipped=(Skipped("body", "no letters", SPAN, "Russia"),),
)


@cache
def sections() -> Mapping[str, Mapping[str, str]]:
    """Heading → key → what the page says of it."""
    made: dict[str, dict[str, str]] = {}
    for part in re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        found = re.findall(r"^\| `(\w+)` \| (.+) \|$", part, flags=re.MULTILINE)
        made[part.partition("\n")[0]] = dict(found)
    return made


def produced() -> dict[str, Iterable[str]]:
    """Heading → keys that views/plain.py and Reading.to_dict() produce."""
    values: dict[str, Any] = READING.to_dict()
    made: dict[str, Iterable[str]] = {key: v[0] for key, v in values.items() if isinstance(v, list)}
    return {
        "reading": ["report", *values],
        "party": values["events"][0]["actor"][0],
        "span": values["events"][0]["trigger"],
        "speaker": values["claims"][0]["speaker"],
        **made,
    }


@pytest.mark.parametrize("heading", produced())
def test_the_page_has_the_keys_that_are_produced_in_their_order(heading: str) -> None:
    assert list(sections().get(heading, ())) == list(produced()[heading])


def test_the_page_has_no_section_of_what_is_not_produced() -> None:
    assert set(sections()) == set(produced())


def test_every_function_of_plain_is_tried_here() -> None:
    made = {
        name
        for name, value in vars(plain).items()
        if getattr(value, "__module__", "") == plain.__name__
    }
    of_sections = {
        heading if heading in made else heading.removesuffix("s") for heading in produced()
    }
    assert made <= of_sections


@pytest.mark.parametrize(
    ("heading", "key", "values"),
    [
        ("events", "type", TYPES),
        ("events", "status", STATUSES),
        ("claims", "stance", STANCES),
        ("transfers", "class", CLASSES),
    ],
)
def test_the_page_names_every_value(heading: str, key: str, values: Iterable[str]) -> None:
    assert re.findall(r"`([\w-]+)`", sections()[heading][key]) == list(values)


def test_the_page_names_every_sector_and_kind_of_the_register() -> None:
    register = load_register()
    entries = [entry for found in register.entries.values() for entry in found]
    sectors = {e.sector for e in entries if e.sector}
    sectors |= {role.sector for role in register.roles.values() if role.sector}
    assert sectors <= set(re.findall(r"`([A-Z]{3})`", sections()["party"]["sector"]))
    assert {e.kind for e in entries} == set(
        re.findall(r"`([a-z]+)`", sections()["mentions"]["kind"])
    )


def test_a_pronouns_speaker_shows_the_name_and_a_span_shows_the_text() -> None:
    speaker = READING.to_dict()["claims"][0]["speaker"]
    assert (speaker["text"], speaker["start"], speaker["end"]) == ("Mr. Lee", 0, 2)
    assert plain.span(TEXT, Span(0, 2)) == {"text": "He", "start": 0, "end": 2}


def test_what_the_stages_read_otherwise_is_shown_as_it_was_passed() -> None:
    text = "Rus\u00adsia\r\nleft"
    assert plain.span(text, Span(0, 13), "Rus\u00adsia \nleft")["text"] == text
    assert plain.time(text, Time(Span(7, 13), " \nleft", None, None))["text"] == "\r\nleft"


def test_nobody_has_no_place() -> None:
    assert plain.span(TEXT, None) == {"text": "", "start": None, "end": None}
