# The entities of money.py taken apart: a row for each value, with the report that it comes from
# in "origin". Columns and the key of a statement are FollowTheMoney's.
# No guard against formulas here: other programs read this file by its columns, and a changed
# value would have another key. commas.py is what people open.
"""A ledger as statements, in the layout that OpenSanctions publishes."""

from __future__ import annotations

import csv
from hashlib import sha1
from pathlib import Path

from dragoman.ledger.query import Reader
from dragoman.views.exchange.money import PROPERTIES, entities

COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin",
    "lang", "original_value", "external", "first_seen", "last_seen", "id",
)  # fmt: skip
DATASET = "dragoman"


def write_statements(reader: Reader, path: Path) -> int:
    """Write all statements as CSV; return how many."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, dialect=csv.unix_dialect)
        writer.writerow(COLUMNS)
        for made, where in entities(reader):
            kinds = PROPERTIES[made["schema"]]
            said = [("id", "id", made["id"])]
            said += [(p, kinds[p], v) for p, vs in made["properties"].items() for v in vs]
            for name, kind, value in said:
                seen = where["seen"] or ""
                row = {
                    "canonical_id": made["id"], "entity_id": made["id"], "prop": name,
                    "prop_type": kind, "schema": made["schema"], "value": value,
                    "dataset": DATASET, "origin": where["origin"] or "", "lang": "",
                    "original_value": "", "external": "f", "first_seen": seen, "last_seen": seen,
                    "id": key(made["id"], name, value),
                }  # fmt: skip
                writer.writerow([row[column] for column in COLUMNS])
                count += 1
    return count


def key(entity: str, name: str, value: str) -> str:
    """The id of a statement: SHA-1 of dataset, entity, property and value."""
    words = f"{DATASET}.{entity}.{name}.{value}"
    return sha1(words.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
