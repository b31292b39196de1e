from __future__ import annotations

from dragoman.body.clean import clean

FIRST = "Iran denied on Monday that it had sold any drones to the army of Russia."
LAST = "Ukraine asked the bloc to impose sanctions on Tehran at once."


def read(text: str) -> tuple[list[str], list[tuple[str, str]]]:
    body = clean(text)
    return [p.span.of(body.text) for p in body.passages], [(n.kind, n.text) for n in body.noise]


def test_a_prompt_between_two_sentences_is_cut_out() -> None:
    prompt = "Sign up for our newsletter."
    assert read(f"{FIRST} {prompt} {LAST}") == ([FIRST, LAST], [("boilerplate", prompt)])


def test_a_label_between_two_sentences_is_a_word_of_the_story() -> None:
    text = f"{FIRST} Share. {LAST}"
    assert read(text) == ([text], [])


def test_a_sentence_twice_in_a_row_is_a_duplicate() -> None:
    assert read(f"{FIRST} {FIRST} {LAST}") == ([FIRST, LAST], [("duplicate", FIRST)])


def test_a_long_sentence_of_an_earlier_paragraph_is_a_duplicate() -> None:
    passages, noise = read(f"{FIRST} {LAST}\n\nTalks failed. {FIRST} All left.")
    assert passages == [f"{FIRST} {LAST}", "Talks failed.", "All left."]
    assert noise == [("duplicate", FIRST)]


def test_a_short_sentence_may_come_again() -> None:
    text = f"{FIRST} He said no. {LAST} He said no."
    assert read(text) == ([text], [])


def test_a_title_with_the_name_of_the_site_is_a_copy_of_the_title() -> None:
    title = "Iran denies the sale of drones"
    assert read(f"{title}\n\n{title} | Baltic Wire\n\n{FIRST}")[1] == [
        ("duplicate", f"{title} | Baltic Wire")
    ]


def test_a_teaser_that_breaks_off_is_a_copy_of_the_paragraph() -> None:
    teaser = f"{FIRST[:50]}…"
    assert read(f"{teaser}\n\n{FIRST}\n\n{LAST}") == ([FIRST, LAST], [("duplicate", teaser)])


def test_a_mark_of_a_cut_text_is_no_story() -> None:
    assert read(f"{FIRST} Ukraine asked [+1234 chars]")[1] == [("boilerplate", "[+1234 chars]")]
