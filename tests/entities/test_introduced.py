from __future__ import annotations

from dragoman.entities.find import find_mentions
from dragoman.entities.introduced import Introduced

TEXT = "Emmanuel Macron met NATO and Hezbollah envoys. Later Hamas joined."


def introduced() -> Introduced:
    from datetime import date

    return Introduced(find_mentions(TEXT, date(2022, 5, 3)))


def test_the_surname_of_a_known_leader_is_his() -> None:
    party = introduced().named("Macron")
    assert party is not None
    assert party.code == "FRA"


def test_a_first_name_alone_is_nobodys() -> None:
    assert introduced().named("Emmanuel") is None


def test_a_title_means_the_one_who_was_introduced_by_it() -> None:
    known = introduced()
    macron = known.named("Macron")
    assert macron is not None
    known.title("president", 9, macron)
    assert known.titled("president", 60) == macron
    assert known.titled("president", 0) is None, "nobody was introduced before"


def test_a_title_of_two_people_of_two_states_is_nobodys() -> None:
    from dataclasses import replace

    known = introduced()
    macron = known.named("Macron")
    assert macron is not None
    known.title("president", 1, macron)
    known.title("president", 5, replace(macron, code="DEU"))
    assert known.titled("president", 60) is None


def test_the_alliance_is_the_only_one_named() -> None:
    party = introduced().taken_up("alliance", len(TEXT))
    assert party is not None
    assert party.code == "NATO"


def test_the_group_is_nobody_once_two_were_named() -> None:
    known = introduced()
    first = known.taken_up("group", TEXT.index("Later"))
    assert first is not None
    assert first.code == "LBN-REB"
    assert known.taken_up("group", len(TEXT)) is None


def test_nothing_is_taken_up_before_it_is_named() -> None:
    assert introduced().taken_up("alliance", 10) is None


def test_an_office_holder_named_is_meant_by_the_bare_title() -> None:
    party = introduced().titled("president", 30)
    assert party is not None
    assert party.code == "FRA"


def test_of_two_presidents_named_a_bare_title_means_neither() -> None:
    from datetime import date

    found = find_mentions("Emmanuel Macron met Vladimir Putin.", date(2022, 5, 3))
    assert Introduced(found).titled("president", 60) is None
