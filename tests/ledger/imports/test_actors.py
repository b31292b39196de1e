from __future__ import annotations

import pytest

from dragoman.ledger.imports.actors import country, from_cameo, from_name, from_plover


@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("IRN", "IRN"), ("ROM", "ROU"), ("TMP", "TLS"), ("MTN", "MNE"), ("GRL", "DNK"),
        ("PRI", "USA"), ("HKG", "HKG"), ("PSE", "PSE"), ("EUR", None), ("AFR", None),
        ("WST", None), ("ESH", None), ("", None), ("XXX", None),
    ],
)  # fmt: skip
def test_countries_are_states_and_regions_are_nobody(code: str, state: str | None) -> None:
    assert country(code) == state


@pytest.mark.parametrize(
    ("state", "group", "roles", "others", "code"),
    [
        pytest.param("IRN", "", (), False, "IRN", id="state"),
        pytest.param("IRN", "", ("GOV",), False, "IRN", id="government-is-the-state"),
        pytest.param("IRN", "", ("MIL",), False, "IRN-MIL", id="army"),
        pytest.param("IRQ", "", ("INS",), False, "IRQ-REB", id="insurgents-are-rebels"),
        pytest.param("IRQ", "", ("GOV", "REB"), False, "IRQ-REB", id="rebels-stand-apart"),
        pytest.param("IRQ", "", ("SEP",), False, None, id="separatists-are-not-their-state"),
        pytest.param("IRQ", "", ("MOD",), False, None, id="an-unknown-role-is-not-the-state"),
        pytest.param("IRQ", "", (), True, None, id="a-people-is-not-the-state"),
        pytest.param("LBN", "HEZ", (), False, None, id="a-group-is-not-the-state"),
        pytest.param("USA", "", ("MED",), False, "USA-JRN", id="med-are-the-media"),
        pytest.param("", "UNO", ("IGO",), False, "UNO", id="united-nations"),
        pytest.param("", "EEC", ("IGO",), False, "EUR", id="the-union-is-eec"),
        pytest.param("EUR", "", (), False, None, id="eur-is-a-continent"),
        pytest.param("WST", "", (), False, "WST", id="the-west"),
        pytest.param("", "ALQ", (), False, None, id="unknown-group"),
    ],
)  # fmt: skip
def test_parties_of_cameo(
    state: str, group: str, roles: tuple[str, ...], others: bool, code: str | None
) -> None:
    side = from_cameo("words", state, group, roles, others=others)
    assert side is not None
    assert (side.text, side.code) == ("words", code)


def test_a_party_without_a_code_keeps_its_words_and_country() -> None:
    side = from_cameo("KURDISH  REBELS", "IRQ", "", ("RAD",))
    assert side is not None
    assert (side.text, side.country, side.code) == ("KURDISH REBELS", "IRQ", None)


def test_nothing_is_nobody() -> None:
    assert from_cameo("", "", "", ()) is None
    assert from_name("", "", "") is None
    assert from_plover("", "", "") is None


@pytest.mark.parametrize(
    ("name", "state", "sectors", "code"),
    [
        ("Iran", "Iran", "", "IRN"),
        ("Police (Iran)", "Iran", "Government,Police", "IRN-COP"),
        ("Head of Government (Turkey)", "Turkey", "Executive,Government", "TUR"),
        ("Rebel Group (Syria)", "Syria", "Dissident,Rebel", "SYR-REB"),
        ("Separatist (Iraq)", "Iraq", "Dissident,Separatists", None),
        ("Somebody", "Iran", "", None),
        (
            "Somebody",
            "Russian Federation",
            "National Major Party,Opposition Major Party",
            "RUS-OPP",
        ),
        ("North Atlantic Treaty Organization", "", "IGO", "NATO"),
        ("Somebody", "Atlantis", "Government", None),
    ],
)
def test_parties_of_icews(name: str, state: str, sectors: str, code: str | None) -> None:
    side = from_name(name, state, sectors)
    assert side is not None
    assert side.code == code


@pytest.mark.parametrize(
    ("name", "state", "sector", "code"),
    [
        ("Iran", "IRN", "", "IRN"), ("Iran", "IRN", "GOV", "IRN"), ("Army", "IRN", "MIL", "IRN-MIL"),
        ("Jane Roe", "USA", "", None), ("United Nations", "IGO", "", "UNO"),
        ("European Union", "EUR", "", "EUR"), ("Walkers", "NGO", "", None), ("", "IRN", "", "IRN"),
        ("Crowd", "IRN", "XXX", None),
    ],
)  # fmt: skip
def test_parties_of_polecat(name: str, state: str, sector: str, code: str | None) -> None:
    side = from_plover(name, state, sector)
    assert side is not None
    assert side.code == code
