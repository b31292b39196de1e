# Who exists, from when to when, under which names. Read once from the almanac.
# Rule 1: no fuzzy look-up. A name is in the files or it is unknown.
# Rule 2: one surface may belong to several entries if their intervals differ;
#   the report's date decides, and without a date the latest entry does.
"""The register of states, organisations and roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property

from dragoman.alphabet.errors import AlmanacError
from dragoman.alphabet.lexfile import ALMANAC, many, rows

FOLDER = ALMANAC / "entities"
_STATE_COLUMNS = (
    "code", "name", "from", "until", "names", "adjectives", "people", "capital", "metonyms", "cities",
)  # fmt: skip
_TITLE_COLUMNS = "title", "code", "unless"
_FIGURE_COLUMNS = "name", "names", "code", "from", "until"
_ORGANISATION_COLUMNS = (
    "code", "name", "names", "kind", "country", "sector", "from", "until",
)  # fmt: skip

# Names of states and capitals that are words of English in small letters.
_WORDS = frozenset(
    "berne bern bonn chad china freetown guinea japan jordan kingston lima manila mali muscat panama "
    "paris praia sucre togo turkey washington wellington".split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of one actor, and the interval in which it carries it."""

    surface: str
    name: str
    code: str | None
    country: str | None
    sector: str | None
    kind: str
    since: str  #: ISO date or year; "" for always
    until: str
    office: str = ""  #: of a person who holds one


@dataclass(frozen=True, slots=True)
class Role:
    """A noun by which news names actors of a state: "soldier", "ministry"."""

    sector: str  #: PLOVER sector; "" for the state as such
    kind: str  #: person group body thing league


@dataclass(frozen=True)
class Register:
    """All that the almanac knows of names."""

    entries: dict[str, tuple[Entry, ...]]  #: by surface, as written
    roles: dict[str, Role]  #: by lemma, lower case, up to two words
    names: dict[str, str]  #: the usual name of each state, by code
    #: of one state → its code, and the states that have such a title too
    titles: dict[str, tuple[str, frozenset[str]]] = field(default_factory=dict)

    @cached_property
    def single_names(self) -> frozenset[str]:
        """One-word names of states and seats of power, which bad scraping glues to their neighbours."""
        kinds = ("state", "capital", "metonym")
        return frozenset(
            surface
            for surface, entries in self.entries.items()
            if " " not in surface
            and not surface.islower()
            and any(e.kind in kinds for e in entries)
        )

    @cached_property
    def bodies(self) -> dict[str, str]:
        """The name of each body of several states or none, by code: that which is listed first."""
        made: dict[str, str] = {}
        for entries in self.entries.values():
            for entry in entries:
                if entry.code and entry.kind not in ("person", "name"):
                    made.setdefault(entry.code, entry.name)
        return made

    @cached_property
    def role_ends(self) -> frozenset[str]:
        """What roles of two words end in: "minister" of "prime minister"."""
        return frozenset(role[k + 1 :] for role in self.roles for k in _joints(role))

    @cached_property
    def role_starts(self) -> frozenset[str]:
        """What roles of two words begin with: "attorney" of "attorney general"."""
        return frozenset(role[:k] for role in self.roles for k in _joints(role))

    @cached_property
    def role_words(self) -> frozenset[str]:
        """All words of which one must be a form of any word that names a role, alone or with another."""
        return frozenset({"member", *self.roles, *self.role_ends, *self.role_starts})

    @cached_property
    def _name_words(self) -> dict[str, frozenset[str]]:
        made: dict[str, set[str]] = defaultdict(set)
        for surface, entries in self.entries.items():
            for entry in entries:
                if entry.kind == "person":
                    made[entry.name].update(surface.replace(".", "").split())
        return {name: frozenset(words) for name, words in made.items()}

    def name_words(self, person: str) -> frozenset[str]:
        """All words of the names of an office-holder, as the register writes them."""
        return self._name_words.get(person, frozenset())

    def entry(self, surface: str, on: date | None) -> Entry | None:
        """The entry that carries *surface* on that day; without a day, the latest."""
        found = self.entries.get(surface, ())
        if on is not None:
            day = on.isoformat()
            then = tuple(e for e in found if _padded(e.since, "0") <= day <= _padded(e.until, "9"))
            # A report of today may speak of the Soviet Union: what has ended keeps its name. Who has
            # left office keeps it too, and speaks for the state no more.
            ended = (e for e in found if _padded(e.until, "9") < day)
            last = max(ended, key=lambda e: _padded(e.until, "9"), default=None)
            if not then:
                return _retired(last) if last is not None else None
            found = then
        return max(found, key=_weight, default=None)


def _joints(role: str) -> list[int]:
    """Where one word of a role ends and the next begins."""
    return [k for k, letter in enumerate(role) if letter in " -"]


def _weight(entry: Entry) -> tuple[bool, str]:
    """The latest entry counts, but whoever holds an office of state speaks for the state."""
    return entry.kind == "person" and entry.sector is None, _padded(entry.until, "9")


def _retired(entry: Entry) -> Entry:
    if entry.kind != "person":
        return entry
    if entry.sector is not None or entry.country is None:
        # A rebel who laid down his arms: what he is now, his row does not say.
        return replace(entry, code=None, country=None, sector=None, office="")
    return replace(entry, code=f"{entry.country}-ELI", sector="ELI", office="")


def _padded(value: str, fill: str) -> str:
    """An ISO prefix as a comparable day: "1991" → "1991-00-00" or "1991-99-99"."""
    template = "0000-00-00" if fill == "0" else "9999-99-99"
    return value + template[len(value) :]


@cache
def load_register() -> Register:
    """Read the register once.

    Raises: AlmanacError naming file and line.
    """
    entries: dict[str, list[Entry]] = defaultdict(list)
    names: dict[str, str] = {}
    for entry in (*_states(names), *_organisations(), *_office_holders(names), *_figures(names)):
        for surface in _spellings(entry):
            entries[surface].append(entry)
            if entry.kind == "person" and " " in surface and not surface.islower():
                # "the president donald trump": machines that rewrite reports lose capitals.
                entries[surface.lower()].append(entry)
    titles = {
        row["title"]: (row["code"], frozenset(many(row["unless"])))
        for _, row in rows(FOLDER / "titles.csv", _TITLE_COLUMNS)
    }
    return Register({k: tuple(v) for k, v in entries.items()}, _roles(), names, titles)


def _spellings(entry: Entry) -> Iterator[str]:
    """A name as written, with the other apostrophe, in capitals, in small letters, with "al-"."""
    surface = entry.surface
    yield surface
    if "'" in surface:
        yield surface.replace("'", "’")
    if surface.startswith(("Al-", "El-")) and surface[3:4].isupper():
        yield surface[0].lower() + surface[1:]
    if len(surface) > 4 and surface.upper() != surface:
        # Headlines shout; short names would become other abbreviations.
        yield surface.upper()
    if surface.lower() not in _WORDS and len(surface) > 3:
        usual = entry.kind == "state" and surface == entry.name
        if usual or (entry.kind == "capital" and surface.isalpha()):
            yield surface.lower()


def _states(names: dict[str, str]) -> list[Entry]:
    made = []
    for _, row in rows(FOLDER / "states.csv", _STATE_COLUMNS):
        code, name = row["code"], row["name"]
        names[code] = name

        def entry(surface: str, kind: str, sector: str = "", row: dict[str, str] = row) -> Entry:
            full = f"{row['code']}-{sector}" if sector else row["code"]
            return Entry(
                surface, row["name"], full, row["code"], sector or None, kind, row["from"], row["until"]
            )  # fmt: skip

        made += [entry(s, "state") for s in (name, *many(row["names"]))]
        made += [entry(s, "adjective") for s in many(row["adjectives"])]
        made += [
            entry(s, "people") for s in many(row["people"]) if s not in many(row["adjectives"])
        ]
        made += [entry(s, "capital") for s in many(row["capital"])]
        made += [entry(s, "city") for s in many(row["cities"])]
        for value in many(row["metonyms"]):
            surface, _, sector = value.partition(":")
            made.append(entry(surface, "metonym", sector))
    return made


def _organisations() -> list[Entry]:
    return [
        Entry(
            surface,
            row["name"],
            row["code"] or None,
            row["country"] or None,
            row["sector"] or None,
            row["kind"],
            row["from"],
            row["until"],
        )
        for _, row in rows(FOLDER / "organisations.csv", _ORGANISATION_COLUMNS)
        for surface in dict.fromkeys((row["name"], *many(row["names"])))
    ]


def _office_holders(names: dict[str, str]) -> list[Entry]:
    """Leaders and ministers: the state as such while in office (one entry a term)."""
    made = []
    for path in sorted(FOLDER.glob("offices_*.csv")):
        for _, row in rows(path, ("name", "names", "country", "office", "from", "until")):
            state = row["country"] if row["country"] in names else None
            made += [
                Entry(
                    surface,
                    row["name"],
                    row["country"],
                    state,
                    None,
                    "person",
                    row["from"],
                    row["until"],
                    row["office"],
                )
                for surface in dict.fromkeys((row["name"], *many(row["names"])))
            ]
    return made


def _figures(names: dict[str, str]) -> list[Entry]:
    """Leaders of armed groups, oppositions and the like (one entry a time)."""
    made = []
    for _, row in rows(FOLDER / "figures.csv", _FIGURE_COLUMNS):
        country, _, sector = row["code"].partition("-")
        state = country in names
        made += [
            Entry(
                surface,
                row["name"],
                row["code"],
                country if state else None,
                sector if state and sector else None,
                "person",
                row["from"],
                row["until"],
            )
            for surface in dict.fromkeys((row["name"], *many(row["names"])))
        ]
    return made


def _roles() -> dict[str, Role]:
    made = {}
    path = FOLDER / "roles.csv"
    for line, row in rows(path, ("noun", "sector", "kind")):
        if row["kind"] not in ("person", "group", "body", "thing", "league"):
            raise AlmanacError(
                path,
                line,
                f"kind is {row['kind']!r}.",
                "Write person, group, body, thing or league.",
            )
        made[row["noun"]] = Role(row["sector"], row["kind"])
    return made
