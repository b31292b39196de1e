"""The register's data: forms, dates, and no name that means two actors on one day."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

import pytest

from dragoman.alphabet.lexfile import ALMANAC, many, rows

FOLDER = ALMANAC / "entities"
STATE_COLUMNS = (
    "code",
    "name",
    "from",
    "until",
    "names",
    "adjectives",
    "people",
    "capital",
    "metonyms",
    "cities",
)
ORGANISATION_COLUMNS = ("code", "name", "names", "kind", "country", "sector", "from", "until")
ROLE_COLUMNS = ("noun", "sector", "kind")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SECTORS = _words(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL "
    "SOC"
)
KINDS = _words("igo alliance ngo armed agency company outlet party movement bloc name")
UN_MEMBERS = _words(
    "AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA "
    "BRB BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK "
    "DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY "
    "HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO "
    "LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ "
    "MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY "
    "QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD "
    "TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB "
    "ZWE"
)
FORMER = ("SUN", "YUG", "SCG", "CSK", "DDR", "RVN", "YMD")
#: Words that open sentences or serve as first names: as a city they would be read everywhere.
COMMON_WORDS = _words(
    "Nice Reading Split Mobile Orange Bath Bend Male Victoria Florence Charlotte Virginia Cork Nancy "
    "Essen Pole March May Union State Government Congress Senate Army Police IS"
)
#: Surfaces that two states may carry on one day: none so far.
SHARED: frozenset[str] = frozenset()

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_CODE = re.compile(r"[A-Z]{3}(-[A-Z]{3})?|NATO|ISIL|(IGO|NGO|IMG|ISM|MNC)-[A-Z0-9]+")


class Named(NamedTuple):
    """A surface form, its row, and the days on which it is carried, both ends included."""

    surface: str
    code: str
    line: int
    first: str
    last: str


STATES = tuple(rows(FOLDER / "states.csv", STATE_COLUMNS))
ORGANISATIONS = tuple(rows(FOLDER / "organisations.csv", ORGANISATION_COLUMNS))
ROLES = tuple(rows(FOLDER / "roles.csv", ROLE_COLUMNS))
STATE_CODES = {row["code"] for _, row in STATES}


def _surfaces(row: dict[str, str]) -> Iterator[str]:
    yield row["name"]
    for column in ("names", "adjectives", "people", "capital", "cities"):
        yield from many(row.get(column, ""))
    for value in many(row.get("metonyms", "")):
        yield value.partition(":")[0]


def _named(table: Iterable[tuple[int, dict[str, str]]]) -> list[Named]:
    return [
        Named(
            surface,
            row["code"],
            line,
            row["from"] + "0000-00-00"[len(row["from"]) :],
            row["until"] + "9999-99-99"[len(row["until"]) :],
        )
        for line, row in table
        for surface in dict.fromkeys(_surfaces(row))
    ]


def _clashes(table: list[Named], other: list[Named]) -> list[str]:
    by_surface: defaultdict[str, list[Named]] = defaultdict(list)
    for entry in other:
        by_surface[entry.surface].append(entry)
    return [
        f"{one.surface}: {one.code} (line {one.line}) and {two.code} (line {two.line})"
        for one in table
        for two in by_surface[one.surface]
        if one is not two
        and (table is not other or one.line < two.line)
        and one.first <= two.last
        and two.first <= one.last
        and one.surface not in SHARED
    ]


def test_every_member_of_the_united_nations_is_a_state() -> None:
    assert len(UN_MEMBERS) == 193
    assert sorted(UN_MEMBERS - STATE_CODES) == []


def test_the_other_rows_are_the_ones_that_the_readme_lists() -> None:
    others = STATE_CODES - UN_MEMBERS
    assert others == {"VAT", "PSE", "KOS", "HKG", "TWN", *FORMER}


def test_a_state_stands_once() -> None:
    assert [code for code, n in Counter(row["code"] for _, row in STATES).items() if n > 1] == []


@pytest.mark.parametrize("code", FORMER)
def test_a_former_state_has_an_end(code: str) -> None:
    assert next(row["until"] for _, row in STATES if row["code"] == code)


def test_state_codes_are_three_capitals() -> None:
    assert [c for c in STATE_CODES if not re.fullmatch(r"[A-Z]{3}", c)] == []


def test_organisation_codes_have_a_known_form() -> None:
    wrong = [r["code"] for _, r in ORGANISATIONS if r["code"] and not _CODE.fullmatch(r["code"])]
    assert wrong == []


def test_a_code_agrees_with_its_country_and_sector() -> None:
    wrong = []
    for line, row in ORGANISATIONS:
        head, _, tail = row["code"].partition("-")
        if head in STATE_CODES and head != row["country"]:
            wrong.append((line, row["code"], row["country"]))
        if head in STATE_CODES and tail != row["sector"]:
            wrong.append((line, row["code"], row["sector"]))
    assert wrong == []


def test_only_fixed_names_have_no_code() -> None:
    assert [r["name"] for _, r in ORGANISATIONS if (r["kind"] == "name") != (r["code"] == "")] == []


def test_countries_of_organisations_are_states() -> None:
    assert {r["country"] for _, r in ORGANISATIONS} - STATE_CODES == {""}


@pytest.mark.parametrize("table", [STATES, ORGANISATIONS], ids=["states", "organisations"])
def test_dates_are_dates_and_run_forward(table: tuple[tuple[int, dict[str, str]], ...]) -> None:
    wrong = []
    for line, row in table:
        for value in (row["from"], row["until"]):
            if value and not _DATE.fullmatch(value):
                wrong.append((line, value))
            elif value:
                date.fromisoformat(value + "0000-01-01"[len(value) :])
        if row["from"] and row["until"] and not row["from"] < row["until"]:
            wrong.append((line, f"{row['from']}..{row['until']}"))
    assert wrong == []


def test_no_surface_means_two_states_on_one_day() -> None:
    named = _named(STATES)
    assert _clashes(named, named) == []


def test_no_surface_means_two_organisations_on_one_day() -> None:
    named = _named(ORGANISATIONS)
    assert _clashes(named, named) == []


def test_no_surface_means_a_state_and_an_organisation_on_one_day() -> None:
    assert _clashes(_named(ORGANISATIONS), _named(STATES)) == []


def test_a_clash_would_be_found() -> None:
    one = [Named("Aden", "YEM", 1, "0000-00-00", "9999-99-99")]
    two = [Named("Aden", "YMD", 2, "1967-11-30", "1990-05-21")]
    assert len(_clashes(one, two)) == 1
    assert _clashes([one[0]._replace(first="1990-05-22")], two) == []


@pytest.mark.parametrize(
    "column", ["names", "adjectives", "people", "capital", "metonyms", "cities"]
)
def test_no_cell_repeats_or_leaves_out_a_value(column: str) -> None:
    wrong = []
    for line, row in (*STATES, *ORGANISATIONS):
        cell = row.get(column, "")
        parts = cell.split("|") if cell else []
        if len(set(parts)) != len(parts) or any(not p or p != p.strip() for p in parts):
            wrong.append((line, cell))
    assert wrong == []


def test_every_row_has_a_name() -> None:
    assert [line for line, row in (*STATES, *ORGANISATIONS) if not row["name"]] == []


def test_no_name_opens_with_a_lower_case_article() -> None:
    surfaces = [entry.surface for entry in (*_named(STATES), *_named(ORGANISATIONS))]
    assert [s for s in surfaces if s.startswith("the ")] == []


def test_no_name_is_a_common_word() -> None:
    surfaces = {entry.surface for entry in (*_named(STATES), *_named(ORGANISATIONS))}
    assert surfaces & COMMON_WORDS == set()


def test_a_lower_case_name_is_longer_than_one_common_word() -> None:
    """A bare lower-case word would be found in running prose; these are no words of prose."""
    allowed = {
        "eurozone", "peshmerga", "janjaweed", "colectivos", "dpa", "teleSUR", "al-Qaeda", "al-Qaida",
        "al-Shabaab", "al-Shabab", "el-Fasher", "el-Arish", "i24NEWS", "al-Udeid", "al-Arabiya",
        "al-Masirah", "al-Ahram", "al-Manar", "al-Akhbar", "al-Jazeera", "al-Fatah", "al-Fashir",
        "al-Tanf", "eSwatini",
    }  # fmt: skip
    surfaces = {entry.surface for entry in (*_named(STATES), *_named(ORGANISATIONS))}
    single = {s for s in surfaces if s[0].islower() and " " not in s and not s.startswith("anti-")}
    assert single - allowed == set()


def test_metonym_sectors_are_plovers() -> None:
    found = {v.partition(":")[2] for _, row in STATES for v in many(row["metonyms"])}
    assert found - SECTORS == {""}


def test_organisation_sectors_are_plovers() -> None:
    assert {row["sector"] for _, row in ORGANISATIONS} - SECTORS == {""}


def test_organisation_kinds_are_known() -> None:
    assert {row["kind"] for _, row in ORGANISATIONS} == KINDS


def test_there_are_enough_organisations_and_outlets() -> None:
    kinds = Counter(row["kind"] for _, row in ORGANISATIONS)
    assert kinds.total() - kinds["name"] >= 250
    assert kinds["outlet"] >= 60


@pytest.mark.parametrize(
    ("day", "code"),
    [
        pytest.param("1995-06-01", "AFG-REB", id="before-it-took-the-capital"),
        pytest.param("1999-06-01", "AFG", id="first-rule"),
        pytest.param("2010-06-01", "AFG-REB", id="insurgency"),
        pytest.param("2021-08-14", "AFG-REB", id="last-day-of-it"),
        pytest.param("2021-08-15", "AFG", id="second-rule"),
    ],
)
def test_the_taliban_are_rebels_or_the_state_by_the_day(day: str, code: str) -> None:
    carried = [
        n.code for n in _named(ORGANISATIONS) if n.surface == "Taliban" and n.first <= day <= n.last
    ]
    assert carried == [code]


@pytest.mark.parametrize(
    ("day", "code"), [pytest.param("1991-12-25", "SUN", id="last-day"), ("1991-12-26", "RUS")]
)
def test_the_kremlin_passes_from_one_state_to_the_next(day: str, code: str) -> None:
    carried = [
        n.code for n in _named(STATES) if n.surface == "Kremlin" and n.first <= day <= n.last
    ]
    assert carried == [code]


def test_roles_are_many_and_stand_once() -> None:
    nouns = Counter(row["noun"] for _, row in ROLES)
    assert len(nouns) >= 300
    assert [noun for noun, n in nouns.items() if n > 1] == []


def test_role_nouns_are_lower_case_and_at_most_two_words() -> None:
    nouns = [row["noun"] for _, row in ROLES]
    assert [n for n in nouns if not n or n != n.lower() or len(n.split()) > 2] == []


def test_role_sectors_are_plovers() -> None:
    assert {row["sector"] for _, row in ROLES} - SECTORS == {""}


def test_role_kinds_are_known() -> None:
    assert {row["kind"] for _, row in ROLES} == {"person", "group", "body", "thing", "league"}
