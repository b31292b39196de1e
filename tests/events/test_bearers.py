from __future__ import annotations

from dragoman.clauses.clause import Sentence
from dragoman.entities.actor import Party
from dragoman.entities.find import find_mentions
from dragoman.entities.parties import Resolver
from dragoman.events.bearers import borne_by
from dragoman.events.match import Scene
from dragoman.events.senses import load_lexicon
from trees import text_of, tree


def borne(notation: str) -> list[tuple[str, str | None]]:
    """Words and code of the recipients of the one act of a sentence."""
    sentence: Sentence = tree(notation)
    text = text_of(sentence)
    lexicon = load_lexicon()
    resolver = Resolver(text, find_mentions(text, None))
    resolver.learn([sentence])
    (made,) = Scene(sentence, resolver, lexicon).drafts().values()
    found: tuple[Party, ...] = borne_by(sentence, resolver, lexicon, made)
    return [(p.text, p.code) for p in found]


def test_whoever_is_held_is_named_by_the_words_of_the_report() -> None:
    assert borne(
        "Chile/PROPN/2/nsubj detained/detain/VERB/0/root several/ADJ/4/amod suspects/suspect/NOUN/2/obj"
    ) == [("several suspects", None)]


def test_a_measure_bears_nothing() -> None:
    assert (
        borne(
            "Chile/PROPN/2/nsubj lifted/lift/VERB/0/root some/DET/4/det "
            "restrictions/restriction/NOUN/2/obj"
        )
        == []
    )


def test_a_known_recipient_stays() -> None:
    assert borne("Chile/PROPN/2/nsubj condemned/condemn/VERB/0/root Peru/PROPN/2/obj") == [
        ("Peru", "PER")
    ]


def test_an_act_is_not_who_bears_the_blame() -> None:
    bombing = (
        "India/PROPN/2/nsubj condemned/condemn/VERB/0/root the/DET/5/det Kabul/PROPN/5/compound "
        "bombing/NOUN/2/obj"
    )
    sentence = tree(bombing)
    resolver = Resolver(text_of(sentence), find_mentions(text_of(sentence), None))
    resolver.learn([sentence])
    lexicon = load_lexicon()
    drafts = Scene(sentence, resolver, lexicon).drafts().values()
    (condemned,) = (d for d in drafts if d.sense.type == "ACCUSE")
    assert borne_by(sentence, resolver, lexicon, condemned) == ()
