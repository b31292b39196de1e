# A floor is a promise: no change may read worse than this. It rises by itself and sinks
# only with a reason, which is kept beside it.
"""The pinned figures: kept in floors.json, compared, raised."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.measure import EXAMPLES, GOLD, HERE, SENTENCES

FILE = HERE / "floors.json"
#: How far a figure may fall below its floor: about the rounding of both.
SLACK = 0.0005
COMMAND = "python tests/quality/pin.py"


class LowerFloorError(Exception):
    """Floors would sink, and nobody says why."""

    def __init__(self, falls: str) -> None:
        super().__init__(f'{falls}\nNothing is pinned. Mend it, or: {COMMAND} --allow-regression "reason"')  # fmt: skip


@dataclass(frozen=True, slots=True)
class Floors:
    """What floors.json holds."""

    corpus: str  #: SHA-256, see corpus_hash()
    figures: dict[str, float]  #: name → share in [0, 1], four decimals
    lowered: tuple[dict[str, Any], ...] = ()  #: figure, before, after, reason; oldest first


def load(path: Path = FILE) -> Floors:
    """Read the floors; without a file there are none yet."""
    if not path.is_file():
        return Floors("", {})
    kept = json.loads(path.read_text(encoding="utf-8"))
    return Floors(kept["corpus"], kept["figures"], tuple(kept["lowered"]))


def save(floors: Floors, path: Path = FILE) -> None:
    """Write the floors."""
    kept = {"corpus": floors.corpus, "figures": floors.figures, "lowered": list(floors.lowered)}
    path.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def corpus_hash() -> str:
    """SHA-256 over what is measured on: annotation, examples and sentences, by name."""
    digest = hashlib.sha256()
    for path in sorted(_corpus()):
        digest.update(path.name.encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _corpus() -> Iterator[Path]:
    yield SENTENCES
    for path in GOLD.glob("*.json"):
        yield path
        yield from EXAMPLES.glob(f"{path.stem}.*")


def falls(floors: Mapping[str, float], measured: Mapping[str, float]) -> list[str]:
    """The names of the figures that are below their floor, or are no longer measured."""
    return [name for name, floor in floors.items() if measured.get(name, -1.0) < floor - SLACK]


def told(names: list[str], floors: Mapping[str, float], measured: Mapping[str, float]) -> str:
    """One line a figure: before → after.

    >>> told(["sentences.split"], {"sentences.split": 0.99}, {"sentences.split": 0.9812})
    'sentences.split  0.9900 → 0.9812  (-0.0088)'
    """
    width = max(map(len, names), default=0)
    lines = []
    for name in names:
        before, after = floors.get(name), measured.get(name)
        change = f"({after - before:+.4f})" if before is not None and after is not None else ""
        lines.append(f"{name:{width}}  {_figure(before)} → {_figure(after)}  {change}".rstrip())
    return "\n".join(lines)


def _figure(value: float | None) -> str:
    return "none" if value is None else f"{value:.4f}"


def raised(
    floors: Floors, measured: Mapping[str, float], corpus: str, reason: str | None = None
) -> Floors:
    """Return the floors after a measurement: each figure's floor, or the figure if higher.

    Args:
        reason: why floors may sink; without it they may not. A figure that is no longer
            measured sinks too.
    Raises: LowerFloorError, naming the figures.
    """
    sunk = falls(floors.figures, measured)
    if sunk and not (reason and reason.strip()):
        raise LowerFloorError(told(sunk, floors.figures, measured))
    figures = {
        name: value if name in sunk else max(value, floors.figures.get(name, value))
        for name, value in measured.items()
    }
    notes = tuple(
        {
            "figure": name,
            "before": floors.figures[name],
            "after": measured.get(name),
            "reason": reason,
        }
        for name in sunk
    )
    return Floors(corpus, figures, (*floors.lowered, *notes))
