from __future__ import annotations

from dragoman.alphabet.span import Span
from dragoman.body.passage import Passage
from dragoman.entities.parties import Resolver
from dragoman.evidence.claim import Speaker
from dragoman.evidence.direct import lone_quotes
from dragoman.evidence.page import Page
from dragoman.evidence.quotes import find_quotes
from dragoman.evidence.scripts import signed
from dragoman.evidence.speakers import Speakers


def page(*lines: str) -> Page:
    text = "\n".join(lines)
    passages, at = [], 0
    for line in lines:
        passages.append(Passage(Span(at, at + len(line)), "paragraph"))
        at += len(line) + 1
    quotes = [find_quotes(text, p.span) for p in passages]
    return Page(text, passages, quotes, Speakers(text, Resolver(text, ())))


def said(made: Page, words: str, cue: str, who: str) -> None:
    at, by = made.text.index(words), made.text.index(cue)
    name = made.text.index(who)
    speaker = Speaker(who, Span(name, name + len(who)), who, None)
    made.claim(speaker, Span(by, by + len(cue)), Span(at, at + len(words)), "asserts", quoted=True)


def test_a_quotation_that_its_cue_breaks_is_one_claim() -> None:
    made = page("“We will stay,” Lavrov said. “We have all the time in the world.”")
    said(made, "We will stay", "said", "Lavrov")
    lone_quotes(made)
    (claim,) = made.made
    assert claim.content.of(made.text) == "We have all the time in the world"
    assert [piece.of(made.text) for piece in claim.more] == ["We will stay"]


def test_a_paragraph_of_its_own_is_a_claim_of_its_own() -> None:
    made = page("“We will stay,” Lavrov said.", "“We have all the time in the world.”")
    said(made, "We will stay", "said", "Lavrov")
    lone_quotes(made)
    assert [c.content.of(made.text) for c in made.made] == [
        "We will stay",
        "We have all the time in the world",
    ]
    assert {c.speaker.text for c in made.made} == {"Lavrov"}


def test_a_quotation_left_open_belongs_to_whoever_ends_it() -> None:
    made = page("“Nobody asked us about the dam.", "“We will stay,” Lavrov said.")
    said(made, "We will stay", "said", "Lavrov")
    lone_quotes(made)
    (claim,) = made.made
    assert claim.content.of(made.text) == "Nobody asked us about the dam"


def test_a_name_after_a_dash_signs_the_quotation() -> None:
    made = page("“Nobody asked us about the dam.” — Ann Lee")
    signed(made)
    assert [(c.speaker.text, c.content.of(made.text)) for c in made.made] == [
        ("Ann Lee", "Nobody asked us about the dam")
    ]
