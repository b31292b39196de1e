"""The table of names that changed owner, in the almanac's README, is what the resolver answers."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dragoman.alphabet.lexfile import ALMANAC
from dragoman.clauses.clause import Sentence
from dragoman.entities.find import find_mentions
from dragoman.entities.parties import Resolver
from trees import text_of, tree

README = (ALMANAC / "entities" / "README.md").read_text(encoding="utf-8")
SECTION = "## Ten names that changed owner by date"
_ROW = re.compile(r"\| (?P<phrase>[^|]+) \| (?P<day>\d{4}-\d{2}-\d{2}) \| (?P<code>[A-Z-]+) \|")


def table() -> list[tuple[str, str, str]]:
    """The rows of the README's table: phrase, day of the report, code."""
    section = README.partition(SECTION)[2].partition("\n## ")[0]
    return [(m["phrase"], m["day"], m["code"]) for m in _ROW.finditer(section)]


def sentence_of(phrase: str) -> tuple[Sentence, int]:
    """ "… replied", and the head of the phrase: its last word if that is a noun, else its first name."""
    words = phrase.split()
    head = len(words) if words[-1].islower() else 1 + (words[0] == "the")
    notation = []
    for n, word in enumerate(words, 1):
        if word == "the":
            notation.append(f"the/DET/{head}/det")
        elif n == head:
            tag = "NOUN" if word.islower() else "PROPN"
            notation.append(f"{word}/{tag}/{len(words) + 1}/nsubj")
        else:
            notation.append(f"{word}/PROPN/{head}/{'compound' if n < head else 'flat'}")
    return tree(" ".join((*notation, "replied/reply/VERB/0/root"))), head - 1


def code_of(phrase: str, day: str) -> str | None:
    sentence, head = sentence_of(phrase)
    text = text_of(sentence)
    resolver = Resolver(text, find_mentions(text, date.fromisoformat(day)))
    resolver.learn([sentence])
    party = resolver.party(sentence, head)
    return party.code if party else None


@pytest.mark.parametrize(("phrase", "day", "code"), table())
def test_a_phrase_means_who_bore_it_on_that_day(phrase: str, day: str, code: str) -> None:
    assert code_of(phrase, day) == code


def test_the_table_has_ten_names_and_each_changes_its_owner() -> None:
    owners: dict[str, set[str]] = {}
    for phrase, _, code in table():
        owners.setdefault(phrase, set()).add(code)
    assert len(owners) == 10
    assert {phrase for phrase, codes in owners.items() if len(codes) < 2} == set()


@pytest.mark.parametrize(
    ("phrase", "code"),
    [("Zaire", "COD"), ("Burma", "MMR"), ("the Soviet Union", "SUN"), ("Yugoslavia", "YUG")],
)
def test_what_is_gone_keeps_its_name_in_a_report_of_today(phrase: str, code: str) -> None:
    assert code_of(phrase, "2024-05-01") == code


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        pytest.param("Kaja Kallas", "2005-05-01", id="before-any-office"),
        pytest.param("the Rapid Support Forces", "2005-05-01", id="before-it-was-founded"),
    ],
)
def test_a_name_means_nobody_before_its_time(phrase: str, day: str) -> None:
    assert code_of(phrase, day) is None


@pytest.mark.parametrize(
    ("phrase", "day", "code"),
    [
        pytest.param("President Park", "1975-05-01", "KOR", id="the-father"),
        pytest.param("President Bush", "1991-05-01", "USA", id="the-father-too"),
        pytest.param("President Bush", "1997-05-01", "USA-ELI", id="between-father-and-son"),
        pytest.param("Prime Minister Singh", "2010-05-01", "IND", id="a-common-surname"),
        pytest.param("President Abbas", "2012-05-01", "PSE", id="a-first-name-elsewhere"),
        pytest.param("President Park Geun-hye", "2014-05-01", "KOR", id="with-the-given-name"),
    ],
)
def test_a_title_with_a_surname_is_whoever_held_it(phrase: str, day: str, code: str) -> None:
    assert code_of(phrase, day) == code
