from __future__ import annotations

import pytest

from dragoman.alphabet.span import Span
from dragoman.body.repair import always_capital, faults

NAMES = frozenset(
    "Iran Russia Putin Assad Oman Niger Mali Chile Iraq Kuwait China India Ukraine Guinea "
    "Macron Korea Tehran Santos America DeSantis Paris Modi".split()
)


def read(text: str) -> tuple[list[tuple[str, str, str | None]], list[int]]:
    noise, cuts = faults(text, Span(0, len(text)), NAMES)
    return [(n.kind, n.text, n.fixed) for n in noise], cuts


@pytest.mark.parametrize(
    ("word", "fixed", "cuts"),
    [
        ("Putindeployed", "Putin deployed", [5]),
        ("Tehransaid", "Tehran said", [6]),
        ("ArabiaIran", "Arabia Iran", [6]),
        ("ArabiaIran's", "Arabia Iran's", [6]),
        ("IranRussiaChina", "Iran Russia China", [4, 10]),
        ("inIran", "in Iran", [2]),
        ("Koreaand", "Korea and", [5]),
    ],
)
def test_a_known_name_is_cut_from_the_word_it_is_glued_to(
    word: str, fixed: str, cuts: list[int]
) -> None:
    assert read(word) == ([("glued", word, fixed)], cuts)


@pytest.mark.parametrize(
    "word",
    [
        "McDonald",
        "YouTube",
        "iPhone",
        "DeSantis",
        "al-Assad",
        "MacArthur",
        "Iranian",
        "Russians",
        "Ukrainegate",
        "Chinatown",
        "Indiana",
        "Omani",
        "Romania",
        "Nigeria",
        "Malicious",
        "Guineans",
        "Chilean",
        "Iraqis",
        "Kuwaitis",
        "Americanized",
        "Parish",
        "RussiaGate",
        "PetroChina",
        "IranAir",
        "Chinaware",
        "Koreas",
        "Putinism",
        "Modified",
        "McIran",
        "Maliki",
        "#FreeIran",
        "@IranNow",
        "IRAN",
        "Santosh",
        "Putin's",
    ],
)
def test_a_word_of_its_own_is_left_whole(word: str) -> None:
    assert read(f"They named {word} again.") == ([], [])


def test_an_article_is_cut_off_only_before_what_articles_stand_before() -> None:
    assert read("Assada former ally")[1] == [5]
    assert read("Lyudmila Putina left")[1] == []


def test_nothing_is_cut_without_known_names() -> None:
    assert faults("Putindeployed ArabiaIran", Span(0, 24), frozenset()) == ([], [])


@pytest.mark.parametrize(
    ("text", "found", "fixed"),
    [
        ("He said ““no” today", "““", "“"),
        ('He said ""no" today', '""', '"'),
        ("They left. . The end", ". .", "."),
        ("They left.. The end", "..", "."),
    ],
)
def test_doubled_and_broken_marks_are_garbled(text: str, found: str, fixed: str) -> None:
    assert read(text) == ([("garbled", found, fixed)], [])


@pytest.mark.parametrize("text", ["Well... so", "Well . . . so", "a “b ‘c’” d", "rose 5. .7 fell"])
def test_an_ellipsis_is_not_garbled(text: str) -> None:
    assert read(text) == ([], [])


def test_faults_outside_the_span_are_not_seen() -> None:
    text = "Putindeployed troops. Putinwarned them."
    assert faults(text, Span(22, len(text)), NAMES)[1] == [27]


def test_a_name_of_the_text_is_cut_off_behind_another_part_of_a_name() -> None:
    text = "The envoy, Adam Moranwarned Oman. Moran left on Monday."
    noise, cuts = faults(text, Span(0, len(text)), frozenset(), always_capital(text))
    assert ([n.fixed for n in noise], cuts) == (["Moran warned"], [21])


@pytest.mark.parametrize(
    "text",
    [
        "The envoy Adam Blackmore left. Black smoke rose, and black rain fell.",
        "He met Moranwarned people. Moran left on Monday.",
        "Ann Moranwith and Bob Moranwith left. Moran stayed.",
    ],
)
def test_a_longer_name_is_left_whole(text: str) -> None:
    assert faults(text, Span(0, len(text)), frozenset(), always_capital(text))[1] == []
