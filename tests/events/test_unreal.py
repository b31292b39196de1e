from __future__ import annotations

import pytest

from dragoman.entities.find import find_mentions
from dragoman.entities.parties import Resolver
from dragoman.events.code import code_events
from trees import text_of, tree


def read(notation: str) -> tuple[list[str], list[str]]:
    """Types of the events, and why others were passed over."""
    sentence = tree(notation)
    text = text_of(sentence)
    resolver = Resolver(text, find_mentions(text))
    resolver.learn([sentence])
    events, skipped = code_events([sentence], resolver)
    return [e.type for e in events], [s.reason for s in skipped]


FILM = "told of in a work of fiction"
NOTHING = "nothing of the kind happened"


@pytest.mark.parametrize(
    ("notation", "reason"),
    [
        pytest.param(
            "film/NOUN/2/nsubj shows/show/VERB/0/root Germany/PROPN/5/nmod:poss 's/PART/3/case "
            "invasion/NOUN/2/obj of/ADP/7/case Norway/PROPN/5/nmod",
            FILM,
            id="what-a-film-shows",
        ),
        pytest.param(
            "Italy/PROPN/2/nsubj attacked/attack/VERB/0/root Turkey/PROPN/2/obj in/ADP/6/case brutal/ADJ/6/amod "
            "rugby/NOUN/2/obl",
            "a match",
            id="nations-that-are-teams",
        ),
        pytest.param(
            "In/ADP/3/case the/DET/3/det game/NOUN/5/obl Italy/PROPN/5/nsubj attacks/attack/VERB/0/root "
            "Turkey/PROPN/5/obj",
            FILM,
            id="in-a-game",
        ),
        pytest.param(
            "no/DET/2/det one/PRON/4/nsubj:pass was/be/AUX/4/aux:pass arrested/arrest/VERB/0/root "
            "in/ADP/6/case Germany/PROPN/4/obl",
            NOTHING,
            id="no-one-was-arrested",
        ),
        pytest.param(
            "There/PRON/2/expl was/be/VERB/0/root no/DET/4/det attack/NOUN/2/nsubj on/ADP/6/case Chad/PROPN/4/nmod",
            NOTHING,
            id="there-was-no-attack",
        ),
    ],
)
def test_what_did_not_happen_is_no_event(notation: str, reason: str) -> None:
    types, reasons = read(notation)
    assert types == []
    assert reason in reasons


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(
            "film/NOUN/2/nsubj sparked/spark/VERB/0/root Iran/PROPN/5/nmod:poss 's/PART/3/case "
            "attack/NOUN/2/obj on/ADP/7/case Iraq/PROPN/5/nmod",
            id="what-a-film-leads-to",
        ),
        pytest.param(
            "Russia/PROPN/2/nsubj attacked/attack/VERB/0/root no/DET/4/det village/NOUN/2/obj in/ADP/6/case "
            "Poland/PROPN/4/nmod",
            id="a-known-doer-is-denied",
        ),
        pytest.param(
            "In/ADP/3/case a/DET/3/det series/NOUN/7/obl of/ADP/5/case raids/raid/NOUN/3/nmod "
            "Israel/PROPN/7/nsubj attacked/attack/VERB/0/root Syria/PROPN/7/obj",
            id="a-series-of-raids-is-no-film",
        ),
        pytest.param(
            "Chadian/ADJ/2/amod rebels/rebel/NOUN/3/nsubj attacked/attack/VERB/0/root a/DET/5/det "
            "singer/NOUN/3/obj in/ADP/7/case Niger/PROPN/3/obl",
            id="a-singer-can-be-attacked",
        ),
        pytest.param(
            "Chadian/ADJ/2/amod rebels/rebel/NOUN/3/nsubj attacked/attack/VERB/0/root Niger/PROPN/3/obj before/ADP/7/case "
            "the/DET/7/det tournament/NOUN/3/obl",
            id="rebels-play-no-match",
        ),
        pytest.param(
            "The/DET/3/det puppet/NOUN/3/compound army/NOUN/4/nsubj attacked/attack/VERB/0/root Chad/PROPN/4/obj",
            id="a-puppet-army-is-no-toy",
        ),
    ],
)
def test_what_is_told_of_real_actors_stays(notation: str) -> None:
    types, _ = read(notation)
    assert types == ["ASSAULT"]


@pytest.mark.parametrize(
    ("doer", "events"),
    [
        pytest.param("Republicans/PROPN/2/nsubj", [], id="a-party-attacks-in-words"),
        pytest.param("Mali/PROPN/2/nsubj", ["ASSAULT"], id="a-state-attacks"),
    ],
)
def test_parties_fight_with_words(doer: str, events: list[str]) -> None:
    types, _ = read(f"{doer} attacked/attack/VERB/0/root Chad/PROPN/2/obj")
    assert types == events
