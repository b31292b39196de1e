"""The one rule of the folders: a module imports only from its own folder or one above it in the alphabet."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "dragoman"
LAYERS = (
    "alphabet", "archive", "body", "clauses", "entities", "events", "evidence",
    "ledger", "relations", "structure", "views", "workflow",
)  # fmt: skip
#: Third parties and the one folder each may be imported in; numpy comes with spaCy and with scipy.
HOMES = {
    "spacy": "clauses", "thinc": "clauses", "numpy": "clauses structure",
    "deltalake": "ledger", "duckdb": "ledger",
    "networkx": "structure", "scipy": "structure",
    "rich": "views", "click": "workflow", "trafilatura": "archive", "htmldate": "archive",
    "py3langid": "archive", "pypdfium2": "archive", "feedparser": "archive", "fastwarc": "archive",
    "charset_normalizer": "archive", "lxml": "archive", "rensa": "body", "ahocorasick_rs": "entities",
}  # fmt: skip


def modules() -> list[Path]:
    return sorted(p for p in SOURCE.rglob("*.py") if p.parent != SOURCE)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield node.module or ""


def layer(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0]


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_point_up_the_list(path: Path) -> None:
    for name in imports(path):
        if name == "dragoman":
            assert layer(path) == "workflow", f"{path} imports the front door"
            continue
        if name.startswith("dragoman."):
            target = name.split(".")[1]
            assert target in LAYERS, f"{path} imports {name}, which is no layer"
            assert LAYERS.index(target) <= LAYERS.index(layer(path)), f"{path} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SOURCE)))
def test_third_parties_stay_in_their_place(path: Path) -> None:
    for name in imports(path):
        home = HOMES.get(name.split(".")[0])
        rooms = [*home.split(), *(["workflow"] if home == "views" else [])] if home else []
        assert home is None or layer(path) in rooms, f"{path} imports {name}, which lives in {home}"


def test_every_folder_is_a_layer() -> None:
    folders = {p.name for p in SOURCE.iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert folders <= {*LAYERS, "almanac"}


def test_the_almanac_holds_no_python() -> None:
    assert not list((SOURCE / "almanac").rglob("*.py"))


def test_no_room_for_leftovers() -> None:
    names = {p.stem for p in modules()} | {p.parent.name for p in modules()}
    assert not names & {"utils", "helpers", "common", "base", "misc"}
