"""Judgements as JSON lines, to be replayed in another ledger; docs/reference/judgements.md."""

from __future__ import annotations

import json
from pathlib import Path

from dragoman.ledger.query import Reader
from dragoman.ledger.review import judgements


def write_judgements(reader: Reader, path: Path) -> int:
    """Write all judgements, a line each, in order of time; return how many."""
    made = judgements(reader)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for one in made:
            file.write(json.dumps(one.line(), ensure_ascii=False) + "\n")
    return len(made)
