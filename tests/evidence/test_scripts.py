from __future__ import annotations

from dragoman.alphabet.span import Span
from dragoman.body.passage import Passage
from dragoman.entities.parties import Resolver
from dragoman.evidence.claim import Speaker
from dragoman.evidence.page import Page
from dragoman.evidence.quotes import find_quotes
from dragoman.evidence.scripts import introduced, stated, title, transcript
from dragoman.evidence.speakers import Speakers
from dragoman.workflow.reading import read


def page(*lines: str) -> Page:
    text = "\n".join(lines)
    passages, at = [], 0
    for line in lines:
        passages.append(Passage(Span(at, at + len(line)), "paragraph"))
        at += len(line) + 1
    quotes = [find_quotes(text, p.span) for p in passages]
    return Page(text, passages, quotes, Speakers(text, Resolver(text, ())))


def said(made: Page) -> list[tuple[str, str]]:
    return [(c.speaker.text, c.content.of(made.text)) for c in made.made]


def test_each_turn_of_a_transcript_is_its_speakers() -> None:
    made = page("LAVROV: We will talk.", "HOST: When?", "LAVROV: In May.")
    transcript(made)
    assert said(made) == [("LAVROV", "We will talk"), ("HOST", "When?"), ("LAVROV", "In May")]


def test_questions_and_answers_name_nobody() -> None:
    made = page("Q. When?", "A. In May.", "Q. Where?")
    transcript(made)
    assert [c.speaker.name for c in made.made] == [None, None, None]


def test_one_heading_in_capitals_is_no_transcript() -> None:
    made = page("SANCTIONS: What we know.", "Talks went on.")
    transcript(made)
    assert made.made == []


def test_a_title_speaks_for_whoever_speaks_in_the_report() -> None:
    made = page("Lavrov: Talks have failed", "Talks have failed, Sergei Lavrov said.")
    who = Span(made.text.index("Sergei"), made.text.index(" said"))
    cue = Span(who.end + 1, who.end + 5)
    start = made.passages[1].span.start
    speaker = Speaker("Sergei Lavrov", who, "Sergei Lavrov", None)
    made.claim(speaker, cue, Span(start, who.start), "asserts", False)
    title(made)
    assert said(made)[-1] == ("Lavrov", "Talks have failed")
    assert made.made[-1].speaker.name == "Sergei Lavrov"


def test_a_title_with_a_subject_before_its_colon_says_nothing() -> None:
    made = page("Energy: Prices have risen", "Prices rose.")
    title(made)
    assert made.made == []


def test_a_name_a_colon_and_a_quotation_are_a_claim() -> None:
    made = page("The ministry: “We will not go.”")
    introduced(made)
    assert said(made) == [("The ministry", "We will not go")]
    assert made.made[0].quoted


WONG = Speaker("Penny Wong", Span(0, 10), "Penny Wong", "AUS")
CUE = Span(11, 15)


def test_a_statement_behind_a_colon_goes_on_over_its_paragraphs() -> None:
    made = page(
        "Penny Wong said:",
        "We saw what happened.",
        "It was unlawful.",
        "Background",
        "The strait is narrow.",
    )
    made.leads[0] = WONG, CUE
    stated(made)
    assert said(made) == [
        ("Penny Wong", "We saw what happened"),
        ("Penny Wong", "It was unlawful"),
    ]


def test_where_nobody_speaks_of_himself_only_the_first_paragraph_is_said() -> None:
    made = page("Penny Wong said:", "It was unlawful.", "The strait is narrow.")
    made.leads[0] = WONG, CUE
    stated(made)
    assert said(made) == [("Penny Wong", "It was unlawful")]


def test_a_quotation_behind_a_colon_ends_with_its_marks() -> None:
    made = page("Penny Wong said:", "“We saw it.”", "We have asked Beijing.")
    made.leads[0] = WONG, CUE
    stated(made)
    assert said(made) == [("Penny Wong", "We saw it")]


def test_whoever_asks_in_a_transcript_questions() -> None:
    made = page("Q. When?", "A. In May.", "Q. Where?")
    transcript(made)
    assert [c.stance for c in made.made] == ["questions", "asserts", "questions"]


STATED = (
    "James Cleverly said: The UK has agreed these sanctions on Belarus. We will ban exports to Belarus.\n\n"
    "We will go on until it frees its prisoners.\n"
)


def test_a_statement_without_marks_goes_on_while_somebody_speaks_of_himself() -> None:
    claims = read(STATED, published="2023-03-01").claims
    said = [c.content.of(STATED) for c in claims if c.speaker.text == "James Cleverly"]
    assert any("ban exports" in words for words in said)
    assert any("frees its prisoners" in words for words in said)


def test_a_report_that_tells_on_after_a_colon_is_nobodys_statement() -> None:
    text = "James Cleverly said: The UK has agreed these sanctions. Belarus called them illegal.\n"
    claims = read(text, published="2023-03-01").claims
    assert not any(
        c.speaker.text == "James Cleverly" and "illegal" in c.content.of(text) for c in claims
    )
