"""A ledger of a small system of states by hand: two camps, one place between them, told in reports."""

from __future__ import annotations

from pathlib import Path

from dragoman.events.senses import score_of
from dragoman.ledger.entry import Entry
from dragoman.ledger.query import Reader
from ledger.synthetic import Plain, claim, event, ledger, party, reading, span

#: Who does what to whom, when, in whose words. Iran and Russia against the United States and Israel;
#: Saudi Arabia is a friend of Russia and of the United States.
ACTS = (
    ("Iran", "AID", "Russia", "2022-07-04"),
    ("Iran", "COOPERATE", "Russia", "2022-08-11"),
    ("Russia", "SUPPORT", "Iran", "2022-09-01"),
    ("Russia", "ACCUSE", "Iran", "2022-09-20"),
    ("America", "SANCTION", "Iran", "2022-07-20"),
    ("America", "SANCTION", "Russia", "2022-07-21"),
    ("Iran", "THREATEN", "America", "2022-08-02"),
    ("Russia", "ACCUSE", "America", "2022-08-05"),
    ("Israel", "ASSAULT", "Iran", "2022-08-20"),
    ("America", "AID", "Israel", "2022-08-21"),
    ("Saudi", "COOPERATE", "Russia", "2022-10-05"),
    ("Saudi", "COOPERATE", "America", "2022-05-05"),
)
#: What else the reports tell: no two are copies of one text.
AROUND = (
    "Rain fell on the harbour all morning.", "Bakers in the old town went on strike over flour.",
    "A museum of clocks opened its doors.", "The ferry was late for the third day running.",
    "Two goals settled the derby.", "Farmers expect a poor olive harvest this autumn.",
    "The choir sang in the ruined abbey.", "Engineers drained the lower lock.",
    "Nobody claimed the lottery's first prize.", "A stray goat delayed the night train.",
    "Snow closed four mountain passes.", "The poet read to a full hall.",
)  # fmt: skip
CODES = {
    "Iran": "IRN", "Russia": "RUS", "America": "USA", "Israel": "ISR", "Saudi": "SAU",
}  # fmt: skip


def told(number: int, actor: str, type_: str, recipient: str, day: str) -> Entry:
    """One report of one act."""
    words = f"{actor} dealt with {recipient}"
    around = AROUND[number % len(AROUND)]
    text = f"{around} {words} again, officials said. If talks fail, more follows."
    sides = [party(text, name, CODES[name]) for name in (actor, recipient)]
    act = event(text, words, actor=sides[:1], recipient=sides[1:], date=day, date_precision="day")
    act |= {"type": type_, "score": score_of(type_, None)}
    values = reading(events=[act]) | {"published": day, "outlet": f"Courier {number}"}
    return Entry(name=f"wire/{number}.txt", text=text, reading=values)


def denial() -> Entry:
    """Ukraine says that Iran armed Russia; Iran denies it; an analyst calls them allies."""
    text = (
        "Iran armed Russia in July, Ukraine said. Tehran denied that it armed Moscow. "
        "Iran and its ally Russia are close."
    )
    said = claim(text, "Ukraine", "UKR", "said", "Iran armed Russia in July")
    no = claim(text, "Tehran", "IRN", "denied", "that it armed Moscow", stance="denies")
    sides: Plain = {
        "actor": [party(text, "Iran", "IRN")], "recipient": [party(text, "Russia", "RUS")],
    }  # fmt: skip
    yes = event(text, "Iran armed Russia", date="2022-07-04", claim_id=said["id"], **sides)
    not_so = event(text, "it armed Moscow", claim_id=no["id"], **sides)
    said["event_ids"], no["event_ids"] = [yes["id"]], [not_so["id"]]
    stated: Plain = span(text, "Iran and its ally Russia") | {
        "sign": 1, "strength": 6.0, "status": "actual",
    }  # fmt: skip
    relation = {
        "a": "IRN",
        "b": "RUS",
        "sign": 1,
        "score": 0.7,
        "event_ids": [],
        "statements": [stated],
    }
    values = reading(events=[yes, not_so], claims=[said, no], relations=[relation])
    return Entry(name="wire/denial.txt", text=text, reading=values | {"outlet": "The Gazette"})


def network(folder: Path) -> Reader:
    """A ledger of all of them."""
    entries = [told(number, *act) for number, act in enumerate(ACTS)]
    return ledger(folder, *entries, denial())
