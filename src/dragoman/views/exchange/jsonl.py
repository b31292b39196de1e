# One object a line and event, in the names of PLOVER 2.0 (chapter on the JSON format).
# Rule 1: a key of PLOVER means what PLOVER says; what PLOVER has no name for stands under the
#   one key "dragoman": who says it, how firmly, and where it stands in the report.
# Rule 2: a code is split as PLOVER splits it, country or kind of organisation beside sector;
#   the code as the ledger has it stands under "dragoman".
"""Events as JSON lines with PLOVER's names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dragoman.ledger.query import Reader
from dragoman.views.exchange.told import events, iso, known

Plain = dict[str, Any]
#: PLOVER's codes of actors that are no country.
_INTERNATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
#: Codes of ours beside PLOVER's, and what they are there.
_KINDS = {"NATO": "IGO", "ICC": "IGO", "ISIL": "IMG"}
_OWN = (
    "report", "report_id", "text_id", "happening_id", "status", "historical", "date",
    "date_precision", "rule", "confidence", "reciprocal", "verdict",
)  # fmt: skip


def write_jsonl(reader: Reader, path: Path) -> int:
    """Write all events, a line each; return how many."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in events(reader):
            file.write(json.dumps(record(row), ensure_ascii=False) + "\n")
            count += 1
    return count


def record(row: Plain) -> Plain:
    """One event (``told.events``) as PLOVER's object; what is unknown is left out, but not who
    acts, when, and what: those keys PLOVER requires.
    """
    day, last = row["day"] or row["last_day"] or row["published"], row["last_day"]
    made = {
        "id": row["id"], "date": iso(day), "actor": [_entity(p) for p in row["actor"]],
        "event": [row["type"]],
    }  # fmt: skip
    return (
        made
        | known(
            {
                "enddate": iso(last) if last and last != day else None,
                "recipient": [_entity(p) for p in row["recipient"]],
                "mode": row["mode"],
                "context": row["contexts"],
                "quad_code": row["quad"],
                "event_scale": row["score"],
                "event_loc": known({"extracted_place": row["location"]}),
                "event_text": [row["trigger"]] if row["trigger"] else None,
                "text": row["evidence"],
                "text_info": known({"start": row["start"], "end": row["end"]}),
                "link": row["url"],
                "cite_info": known(
                    {
                        "url": row["url"],
                        "title": row["title"],
                        "language": row["language"],
                        "publication": row["outlet"],
                        "coder": _coder(row),
                        "codebook": "PLOVER",
                        "version": "2.0",
                    }
                ),
                "coder": _coder(row),
            }
        )
        | {"dragoman": _own(row)}
    )


def _coder(row: Plain) -> str:
    return f"Dragoman {row['version']}" if row["version"] else "Dragoman"


def _entity(party: Plain) -> Plain:
    code = party["code"] or ""
    head = code.split("-", maxsplit=1)[0]
    if party["country"] is None:
        plover = _KINDS.get(head, head if head in _INTERNATIONAL else None)
    else:
        plover = party["country"] if code else None
    return known(
        {
            "code": plover,
            "sector": party["sector"],
            "entity_text": party["text"],
            "identifier_text": party["name"],
        }
    )


def _own(row: Plain) -> Plain:
    """What PLOVER has no name for."""
    claim = {
        "id": row["claim_id"],
        "stance": row["stance"],
        "speaker": {
            "text": row["speaker"], "name": row["speaker_name"], "code": row["speaker_code"],
        },
        "cue": row["cue"],
        "content": {
            "text": row["content"], "start": row["content_start"], "end": row["content_end"],
        },
        "quoted": row["quoted"],
    }  # fmt: skip
    return {key: row[key] for key in _OWN} | {
        "published": iso(row["published"]),
        "trigger": {
            "text": row["trigger"], "start": row["trigger_start"], "end": row["trigger_end"],
        },
        "actor": row["actor"],
        "recipient": row["recipient"],
        "claim": claim if row["claim_id"] else None,
    }  # fmt: skip
