from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dragoman.ledger.disputes import Dispute, find_disputes
from dragoman.ledger.entry import Entry
from ledger.synthetic import claim, event, ledger, party, sale, told

SAID = "Kyiv said Iran armed Russia."
DENIED = "Tehran denied Iran armed Russia."


def account(
    text: str, speaker: str | None, code: str | None, cue: str, stance: str = "asserts", **more: Any
) -> Entry:
    """A report in which somebody (None: it itself) tells of "Iran armed Russia"."""
    published = more.pop("published", "2022-10-18")
    claims = []
    if speaker:
        claims = [claim(text, speaker, code, cue, "Iran armed Russia", stance=stance)]
    given = {"actor": [party(text, "Iran", "IRN")], "recipient": [party(text, "Russia", "RUS")]}
    one = event(
        text, "Iran armed Russia", **(given | more), claim_id=claims[0]["id"] if claims else None
    )
    return told(text, one, claims=claims, published=published)


def said(**more: Any) -> Entry:
    return account(SAID, "Kyiv", "UKR", "said", **more)


def denied(**more: Any) -> Entry:
    return account(DENIED, "Tehran", "IRN", "denied", "denies", **more)


def disputes(folder: Path, *entries: Entry, within: int = 30, **wanted: Any) -> list[Dispute]:
    return find_disputes(ledger(folder, *entries), wanted, within)


def test_who_asserts_and_who_denies_are_on_two_sides(tmp_path: Path) -> None:
    (dispute,) = disputes(tmp_path, said(), denied())
    assert (dispute.source, dispute.target, dispute.type, dispute.reports) == (
        "IRN",
        "RUS",
        "AID",
        2,
    )
    assert [c["speaker"]["code"] for c in dispute.claims_for] == ["UKR"]
    assert [c["speaker"]["code"] for c in dispute.claims_against] == ["IRN"]


def test_both_sides_may_stand_in_one_report(tmp_path: Path) -> None:
    (dispute,) = disputes(tmp_path, sale())
    assert dispute.reports == 1


def test_a_dispute_holds_the_words_of_both_sides(tmp_path: Path) -> None:
    (dispute,) = disputes(tmp_path, sale())
    values = json.loads(json.dumps(dispute.to_dict()))
    assert values["for"][0]["speaker"]["text"] == "Ukraine"
    assert values["for"][0]["content"]["text"] == "Iran sold drones to Russia in July"
    assert values["against"][0]["speaker"]["text"] == "Tehran"
    assert values["against"][0]["stance"] == "denies"
    assert [c["side"] for c in values["claims"]] == ["for", "against"]


NO_DISPUTE: Mapping[str, Any] = {
    "nobody denies": [said(), account("Berlin said Iran armed Russia.", "Berlin", "DEU", "said")],
    "nobody asserts": [denied()],
    "prediction": [account(SAID, "Kyiv", "UKR", "said", "predicts"), denied()],
    "demand": [said(), account(DENIED, "Tehran", "IRN", "denied", "demands")],
    "only possible": [said(status="possible"), denied()],
    "another type": [said(type="CONSULT"), denied()],
    "another pair": [said(recipient=[party(SAID, "Russia", "BLR")]), denied()],
    "the other way": [
        said(actor=[party(SAID, "Russia", "RUS")], recipient=[party(SAID, "Iran", "IRN")]),
        denied(),
    ],
    "years apart": [said(date="2015"), denied(date="2022")],
    "published long apart": [said(published="2022-05-01"), denied()],
    "undated": [said(published=None), denied(published=None)],
    "one speaker": [
        said(),
        account("Kyiv denied Iran armed Russia.", "Kyiv", "UKR", "denied", "denies"),
    ],
    "two reports' own words": [
        account("Iran armed Russia.", None, None, ""),
        account("No: Iran armed Russia.", None, None, "", status="negated"),
    ],
}


@pytest.mark.parametrize("entries", NO_DISPUTE.values(), ids=NO_DISPUTE.keys())
def test_what_is_no_dispute(tmp_path: Path, entries: list[Entry]) -> None:
    assert disputes(tmp_path, *entries) == []


DISPUTE: Mapping[str, Any] = {
    "a denial of a negation asserts": [
        account(DENIED, "Tehran", "IRN", "denied", "denies", status="negated"),
        account("Kyiv said no: Iran armed Russia.", "Kyiv", "UKR", "said", status="negated"),
    ],
    "said not to be so": [
        said(),
        account("Moscow said no: Iran armed Russia.", "Moscow", "RUS", "said", status="negated"),
    ],
    "boast": [account(SAID, "Kyiv", "UKR", "said", "boasts"), denied()],
    "the report's own words": [account("Iran armed Russia.", None, None, ""), denied()],
    "help under another name": [said(type="AID"), denied(type="AID")],
    "parts of the same states": [said(actor=[party(SAID, "Iran", "IRN-MIL")]), denied()],
    "dates that overlap": [said(date="2022-07"), denied(date="2022-07-10", published="2023-10-18")],
    "a denial without a date": [said(date="2022-07"), denied()],
    "two of one state": [
        account("Fars said Iran armed Russia.", "Fars", "IRN-JRN", "said"),
        denied(),
    ],
}


@pytest.mark.parametrize("entries", DISPUTE.values(), ids=DISPUTE.keys())
def test_what_is_a_dispute(tmp_path: Path, entries: list[Entry]) -> None:
    assert len(disputes(tmp_path, *entries)) == 1


def answered(stance: str = "denies") -> Entry:
    """A report whose denial says nothing of its own and points at what somebody else said."""
    text = "Kyiv said Iran armed Russia. Tehran denied the charge."
    said = claim(text, "Kyiv", "UKR", "said", "Iran armed Russia")
    no = claim(text, "Tehran", "IRN", "denied", "the charge", stance=stance)
    sides: dict[str, Any] = {
        "actor": [party(text, "Iran", "IRN")], "recipient": [party(text, "Russia", "RUS")],
    }  # fmt: skip
    act = event(text, "Iran armed Russia", claim_id=said["id"], **sides)
    said["event_ids"] = no["event_ids"] = [act["id"]]
    return told(text, act, claims=[said, no], published="2022-10-18")


def test_a_denial_of_what_another_claim_tells_is_the_other_side(tmp_path: Path) -> None:
    (dispute,) = disputes(tmp_path, answered())
    assert [c["speaker"]["text"] for c in dispute.claims_for] == ["Kyiv"]
    (against,) = dispute.claims_against
    assert (against["speaker"]["code"], against["stance"]) == ("IRN", "denies")
    assert against["content"]["text"] == "the charge"


def test_who_only_speaks_of_what_another_told_denies_nothing(tmp_path: Path) -> None:
    assert disputes(tmp_path, answered("questions")) == []


def test_many_accounts_are_one_dispute(tmp_path: Path) -> None:
    several = [
        account(f"Kyiv said Iran armed Russia. {n}.", "Kyiv", "UKR", "said") for n in range(9)
    ]
    (dispute,) = disputes(tmp_path, *several, denied())
    assert (len(dispute.claims_for), len(dispute.claims_against), dispute.reports) == (9, 1, 10)


def test_two_happenings_are_two_disputes(tmp_path: Path) -> None:
    later = {"date": "2023-09-01", "published": "2023-09-02"}
    first, second = disputes(
        tmp_path, said(date="2022-10-01"), denied(date="2022-10-01"),
        account("Kyiv has said Iran armed Russia.", "Kyiv", "UKR", "said", **later),
        account("Tehran has denied Iran armed Russia.", "Tehran", "IRN", "denied", "denies", **later),
    )  # fmt: skip
    assert first.until is not None
    assert second.since is not None
    assert first.until < second.since


def test_who_does_not_say_to_whom_means_the_one_of_the_same_act(tmp_path: Path) -> None:
    entry = sale()
    entry.reading["events"][1]["recipient"] = []
    (dispute,) = disputes(tmp_path, entry)
    assert dispute.target == "RUS"


def test_who_does_not_say_to_whom_means_nothing_of_another_act(tmp_path: Path) -> None:
    entry = sale()
    entry.reading["events"][1] |= {"recipient": [], "rule": "aid.lend"}
    assert disputes(tmp_path, entry) == []


def two_accounts(accuser: str, victim: str, **more: Any) -> Entry:
    """*accuser* says that Morocco bombed *victim*; Rabat denies that it bombed the trucks."""
    text = f"{accuser} said Morocco bombed {victim}. Rabat denied that it had bombed the trucks."
    yes = claim(text, accuser, CODES[accuser], "said", f"Morocco bombed {victim}")
    no = claim(text, "Rabat", "MAR", "denied", "it had bombed the trucks", stance="denies")
    fell = [party(text, victim, CODES[victim])] if CODES.get(victim) else []
    bombed: dict[str, Any] = {"type": "ASSAULT", "actor": [party(text, "Morocco", "MAR")]}
    first = event(
        text, f"Morocco bombed {victim}", **bombed, recipient=fell, claim_id=yes["id"],
        rule="assault.kill",
    )  # fmt: skip
    second = event(
        text, "it had bombed the trucks", **bombed, recipient=[], claim_id=no["id"],
        **({"rule": "assault.bomb"} | more),
    )  # fmt: skip
    return told(text, first, second, claims=[yes, no])


CODES = {"Algeria": "DZA", "Tunisia": "TUN"}


def test_who_denies_what_the_other_side_accuses_it_of_need_not_name_it(tmp_path: Path) -> None:
    (dispute,) = disputes(tmp_path, two_accounts("Algeria", "Algeria"))
    assert (dispute.source, dispute.target) == ("MAR", "DZA")


def test_a_third_sides_account_of_another_act_is_not_what_is_denied(tmp_path: Path) -> None:
    assert disputes(tmp_path, two_accounts("Tunisia", "Algeria")) == []


def test_a_quarrel_over_an_act_on_nobody_known_is_that_of_doer_and_accuser(tmp_path: Path) -> None:
    entry = two_accounts("Algeria", "villages", rule="assault.kill")
    (dispute,) = disputes(tmp_path / "a", entry, pair=("DZA", "MAR"))
    assert (dispute.source, dispute.target) == ("MAR", None)
    assert disputes(tmp_path / "b", entry, pair=("TUN", "MAR")) == []


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({"pair": ("RUS", "IRN")}, 1),
        ({"pair": ("RUS", "TUR")}, 0),
        ({"actor": "IRN-MIL"}, 1),
        ({"actor": "RUS"}, 0),
        ({"recipient": "RUS", "type": "AID"}, 1),
        ({"type": ["ASSAULT", "COERCE"]}, 0),
        ({"since": "2022-10"}, 1),
        ({"since": "2023"}, 0),
        ({"until": "2022-06"}, 0),
        ({"within": 5}, 1),
    ],
)
def test_disputes_can_be_narrowed(tmp_path: Path, wanted: Mapping[str, Any], count: int) -> None:
    assert len(disputes(tmp_path, said(), denied(), **wanted)) == count


def test_how_far_apart_accounts_may_lie_can_be_chosen(tmp_path: Path) -> None:
    assert len(disputes(tmp_path, said(published="2022-05-01"), denied(), within=200)) == 1


def test_ids_of_disputes_stay(tmp_path: Path) -> None:
    first = disputes(tmp_path / "a", said(), denied())
    second = disputes(tmp_path / "b", denied(), said())
    assert [d.to_dict() for d in first] == [d.to_dict() for d in second]


def test_reports_of_one_text_are_one_text(tmp_path: Path) -> None:
    again = replace(said(), reading=said().reading | {"outlet": "The Gazette"})
    (dispute,) = disputes(tmp_path, said(), again, denied())
    assert (dispute.reports, dispute.texts) == (3, 2)
    assert dispute.to_dict()["texts"] == 2
