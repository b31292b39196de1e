# Who acts in the tables of others, in our codes.
# Rule 1: a country alone is its state. A country with a group, a people, a faith or a role that
#   is not known here is not: insurgents of Iraq are not Iraq. Such a party keeps its words and
#   its country, and has no code.
# Rule 2: regions are nobody. CAMEO's EUR is the continent; the Union is EEC there.
# Rule 3: dependencies fold into the state that they belong to, as PLOVER has it.
"""Codes of actors: CAMEO's, ICEWS's names and PLOVER's, as parties of the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dragoman.entities.register import load_register
from dragoman.ledger import keys

#: Codes of CAMEO for countries that are not ISO's of today, and dependencies by their sovereign.
_COUNTRIES: Mapping[str, str] = {
    "ROM": "ROU", "TMP": "TLS", "MTN": "MNE", "KSV": "KOS", "ZAR": "COD", "WSB": "PSE",
    "GZS": "PSE",
    "ALA": "FIN", "ASM": "USA", "AIA": "GBR", "ABW": "NLD", "BMU": "GBR", "VGB": "GBR",
    "CYM": "GBR", "COK": "NZL", "FRO": "DNK", "FLK": "GBR", "GUF": "FRA", "PYF": "FRA",
    "GIB": "GBR", "GRL": "DNK", "GLP": "FRA", "GUM": "USA", "IMY": "GBR", "IMN": "GBR",
    "MAC": "CHN", "MTQ": "FRA", "MYT": "FRA", "MSR": "GBR", "ANT": "NLD", "NCL": "FRA",
    "NIU": "NZL", "NFK": "AUS", "MNP": "USA", "PCN": "GBR", "PRI": "USA", "REU": "FRA",
    "SHN": "GBR", "SPM": "FRA", "SJM": "NOR", "TKL": "NZL", "TCA": "GBR", "VIR": "USA",
    "WLF": "FRA",
}  # fmt: skip
#: Organisations of CAMEO that the register has.
_GROUPS: Mapping[str, str] = {
    "UNO": "UNO", "EEC": "EUR", "NAT": "NATO", "ICC": "ICC", "ICJ": "IGO-ICJ", "OPC": "IGO-OPEC",
    "ARL": "IGO-ARABLEAGUE", "ASN": "IGO-ASEAN", "IAE": "IGO-IAEA", "IMF": "IGO-IMF",
    "WBK": "IGO-WORLDBANK", "WTO": "IGO-WTO", "GCC": "IGO-GCC", "SCE": "IGO-OSCE",
    "OAS": "IGO-OAS", "CIS": "IGO-CIS", "SAA": "IGO-SAARC",
    "WHO": "UNO", "HCR": "UNO", "WFP": "UNO", "FAO": "UNO", "ILO": "UNO",
}  # fmt: skip
#: Roles of CAMEO → sectors of PLOVER. In CAMEO MED are the media and HLH is health.
_ROLES: Mapping[str, str] = {
    **{same: same for same in (
        "COP", "GOV", "JUD", "MIL", "OPP", "REB", "SPY", "UAF", "AGR", "BUS", "CRM", "CVL", "EDU",
        "ELI", "JRN", "LAB", "LEG", "PTY", "REF", "REL", "PRM",
    )},
    "MED": "JRN", "HLH": "MED", "INS": "REB",
}  # fmt: skip
#: Sectors of PLOVER, for tables that have them.
SECTORS = frozenset({*_ROLES.values(), "UNK", "PRE", "SOC", "MED"})
#: Roles that stand apart from the state: one of them decides.
_APART = ("REB", "INS", "UAF", "OPP", "SEP", "RAD")
#: Words of ICEWS's sectors → sector; the first that is found decides. None: not to be placed.
_WORDS: Sequence[tuple[str, str | None]] = (
    ("rebel", "REB"), ("insurgents", "REB"), ("unidentified forces", "UAF"),
    ("separatists", None), ("radicals / extremists / fundamentalists", None), ("dissident", None),
    ("exiles", None), ("criminals / gangs", "CRM"), ("opposition", "OPP"), ("police", "COP"),
    ("military", "MIL"), ("judicial", "JUD"), ("legislative / parliamentary", "LEG"),
    ("government", "GOV"), ("executive", "GOV"), ("media", "JRN"), ("business", "BUS"),
    ("education", "EDU"), ("refugees", "REF"), ("labor", "LAB"), ("parties", "PTY"),
    ("general population / civilian / social", "CVL"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """One party of a row of a table."""

    text: str  #: the words or the code of the table
    code: str | None = None
    name: str | None = None
    country: str | None = None
    sector: str | None = None


@cache
def country(code: str) -> str | None:
    """The state of a code of CAMEO or ISO; None for regions and what is not known.

    >>> country("ROM"), country("EUR"), country("GRL")
    ('ROU', None, 'DNK')
    """
    code = _COUNTRIES.get(code, code)
    return code if code in load_register().names else None


@lru_cache(maxsize=100_000)
def from_cameo(
    text: str, state: str, group: str, roles: tuple[str, ...], *, others: bool = False
) -> Side | None:
    """A party of a table that is coded by CAMEO; None where there is none.

    Args:
        text: the table's words for it.
        state: CAMEO's code of a country, or "".
        group: CAMEO's code of an organisation or group, or "".
        roles: codes of roles, the first one first.
        others: whether there is more to it that is not known here (a people, a faith).
    """
    text = " ".join(text.split())
    if not (text or state or group or any(roles)):
        return None
    text = text or " ".join(filter(None, (state, group, *roles)))
    if group in _GROUPS and country(state) is None:
        return named(Side(text, code=_GROUPS[group]))
    where = country(state)
    if where is None:
        code = "WST" if state == "WST" and not group and not roles and not others else None
        return Side(text, code=code)
    if not roles:
        alone = not group and not others
        return named(Side(text, code=where if alone else None, country=where))
    decisive = next((role for role in roles if role in _APART), roles[0])
    sector = _ROLES.get(decisive)
    return placed(Side(text, country=where, sector=sector)) if sector else Side(text, country=where)


@lru_cache(maxsize=100_000)
def from_name(text: str, state: str, sectors: str) -> Side | None:
    """A party of ICEWS: its name, the name of its country, and its sectors, with commas."""
    text = " ".join(text.split())
    if not text and not state:
        return None
    own = by_name(text)
    where = by_name(state)
    if where is None or where.code != where.country:
        return own or Side(text or state)
    if own is not None and own.code == where.code:
        return own
    words = {word.strip().casefold() for word in sectors.split(",")}
    for word, sector in _WORDS:
        if word in words or (word == "opposition" and any(word in one for one in words)):
            side = Side(text or state, country=where.country, sector=sector)
            return placed(side) if sector else side
    return Side(text or state, country=where.country)


@lru_cache(maxsize=100_000)
def from_plover(text: str, code: str, sector: str) -> Side | None:
    """A party of a table with PLOVER's codes of countries and sectors."""
    text = " ".join(text.split())
    if not text and not code:
        return None
    own = by_name(text)
    where = country(code) if code != "EUR" else None
    if where is None:
        if code in ("UNO", "EUR"):
            return named(Side(text or code, code=code))
        return own if own and own.country is None else Side(text or code)
    if sector in SECTORS:
        return placed(Side(text or code, country=where, sector=sector))
    if own is not None and own.code == where:
        return own
    # Neither a sector nor the state by name: somebody of that country.
    known = None if text else where
    return named(Side(text or code, code=known, country=where))


@lru_cache(maxsize=100_000)
def by_name(text: str) -> Side | None:
    """The state or organisation of exactly this name; None if there is none."""
    entry = load_register().entry(text, None)
    if (
        entry is None
        or entry.code is None
        or entry.kind not in ("state", "igo", "alliance", "bloc")
    ):
        return None
    return named(Side(text, entry.code, None, entry.country, entry.sector))


def placed(side: Side) -> Side:
    """A party of a country with its sector: the government is the state itself."""
    code = side.country if side.sector == "GOV" else f"{side.country}-{side.sector}"
    return named(replace(side, code=code))


def named(side: Side) -> Side:
    """With the usual name of its state, where it is the state."""
    name = load_register().names.get(side.code or "")
    return replace(side, name=name) if name else side


def place(side: Side) -> str | None:
    """The place of its code."""
    return keys.place(side.code) if side.code else None
