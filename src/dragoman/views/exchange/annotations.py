# Web Annotation Data Model (W3C, 2017), as JSON-LD: where in a report each event and claim stands.
# Rule 1: the target is the text that was read, a resource of its own with the name urn:dragoman:
#   and the report's id: positions count its characters (code points, as the model wants), and not
#   those of the page that it came from. Where that page is known it is the text's dcterms:source.
# Rule 2: every target has two selectors: the place, and the words with 32 characters around
#   them, which find it again in another copy of the text.
# Rule 3: only terms of the standard's own context, so that nothing is lost to a JSON-LD program.
"""Events and claims as Web Annotations."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.ledger.outgoing import rows
from dragoman.ledger.query import Reader
from dragoman.views.exchange.told import claims, events, iso, known

Plain = dict[str, Any]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_COUNT = "SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM claims) AS n"


def write_annotations(reader: Reader, path: Path) -> int:
    """Write one AnnotationCollection whose first page holds all; return how many annotations."""
    total = next(rows(reader, _COUNT))["n"]
    head = {
        "@context": CONTEXT, "id": "urn:dragoman:annotations", "type": "AnnotationCollection",
        "label": "Events and claims", "total": total,
    }  # fmt: skip
    page = {"id": "urn:dragoman:annotations:1", "type": "AnnotationPage", "startIndex": 0}
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{_open(head)}, "first": {_open(page)}, "items": [')
        for made in made_of(reader):
            file.write(("," if count else "") + "\n" + json.dumps(made, ensure_ascii=False))
            count += 1
        file.write("\n]}}\n")
    return count


def made_of(reader: Reader) -> Iterator[Plain]:
    """Yield an annotation for each event, then for each claim."""
    for row in events(reader):
        parties = [p["code"] for side in ("actor", "recipient") for p in row[side]]
        tags = [row["type"], row["mode"], row["status"], *row["contexts"], *parties]
        yield _annotation(row, row["evidence"], tags, _event(row))
    for row in claims(reader):
        yield _annotation(row, row["content"], [row["stance"], row["speaker_code"]], _claim(row))


def _open(values: Plain) -> str:
    """An object without the brace that closes it."""
    return json.dumps(values, ensure_ascii=False)[:-1]


def _annotation(row: Plain, words: str, tags: list[str | None], facts: Plain) -> Plain:
    bodies: list[Plain] = [
        {"type": "TextualBody", "purpose": "tagging", "value": tag}
        for tag in dict.fromkeys(filter(None, tags))
    ]
    bodies.append(
        {
            "type": "TextualBody", "purpose": "describing", "format": "application/json",
            "value": json.dumps(facts, ensure_ascii=False),
        }
    )  # fmt: skip
    quote = {"type": "TextQuoteSelector", "exact": words}
    place = {"type": "TextPositionSelector", "start": row["start"], "end": row["end"]}
    around = known({"prefix": row["before"] or None, "suffix": row["after"] or None})
    return {
        "id": f"urn:dragoman:{row['id']}", "type": "Annotation", "motivation": "classifying",
        "generator": {
            "id": "urn:dragoman:software", "type": "Software",
            "name": f"Dragoman {row['version'] or ''}".strip(),
        },
        "created": f"{iso(row['entered'])}Z",
        "body": bodies,
        "target": {"source": _source(row), "selector": [quote | around, place]},
    }  # fmt: skip


def _source(row: Plain) -> Plain:
    return {
        "id": f"urn:dragoman:{row['report_id']}",
        "type": "Text",
        "format": "text/plain",
    } | known(
        {
            "language": row["language"],
            "dcterms:source": {"id": row["url"]} if row["url"] else None,
            "dcterms:title": row["title"],
            "dcterms:publisher": row["outlet"],
            "dcterms:issued": iso(row["published"]),
        }
    )


def _event(row: Plain) -> Plain:
    names = (
        "type", "mode", "contexts", "quad", "score", "status", "date", "location", "confidence",
        "rule", "stance", "speaker", "speaker_code",
    )  # fmt: skip
    made = known({name: row[name] for name in names})
    for side in ("actor", "recipient"):
        made[side] = [known({k: p[k] for k in ("text", "name", "code")}) for p in row[side]]
    return made


def _claim(row: Plain) -> Plain:
    names = ("stance", "speaker", "speaker_name", "speaker_code", "cue", "quoted", "event_ids")
    return known({name: row[name] for name in names})
