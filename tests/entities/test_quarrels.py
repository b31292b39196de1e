"""Which two or three "the two", "both sides" and "all three" take up, where several states are named."""

from __future__ import annotations

from dragoman.workflow.reading import read


def test_all_three_need_not_be_the_subject() -> None:
    text = "Serbia, Kenya and Togo refused to recognise the vote. Guinea expelled the diplomats of all three."
    (expelled,) = (e for e in read(text).events if e.type == "SANCTION")
    assert {p.code for p in expelled.recipient} == {"SRB", "KEN", "TGO"}


def test_two_who_urge_a_third_are_no_two_sides() -> None:
    text = "Kenya and Uganda urged Sudan to pull out. Both sides refused."
    codes = {p.code for e in read(text).events if e.type == "REJECT" for p in e.actor}
    assert codes <= {None}


def test_the_two_may_stand_in_a_clause_and_the_one_it_hangs_on() -> None:
    text = "Oman says that Qatar let the rebels in, which Doha denies. The two have quarrelled for years."
    signs = {(r.a, r.b): r.sign for r in read(text).relations}
    assert signs == {("OMN", "QAT"): -1}


def test_the_neighbours_are_each_others() -> None:
    text = (
        "Ethiopia and Eritrea met in Nairobi. The neighbours, who fought a war in 1998, want peace."
    )
    (war,) = (e for e in read(text).events if e.type == "ASSAULT")
    assert {p.code for p in war.actor} == {"ETH", "ERI"}
