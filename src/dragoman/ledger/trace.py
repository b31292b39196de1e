"""From anything in a ledger back to the characters of the report that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dragoman.alphabet.errors import LedgerError
from dragoman.alphabet.span import Span
from dragoman.body.split import sentence_spans
from dragoman.ledger.query import Reader
from dragoman.ledger.rows import Plain

#: Beginning of an id → view that has it, and what it shows: text, start, end.
_KINDS = {
    "event": ("events", ("evidence", "start", "end")),
    "claim": ("claims", ("content", "content_start", "content_end")),
    "transfer": ("transfers", ("evidence", "start", "end")),
    "agreement": ("agreements", ("evidence", "start", "end")),
}
_REPORT = """
    SELECT report_id AS id, name, title, outlet, published, url, text, sha256, source_sha256, taken,
        entered, run_id
    FROM reports WHERE report_id = $id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What stands behind one event, claim, transfer or agreement."""

    id: str
    kind: str  #: event, claim, transfer or agreement
    row: Plain  #: as it is kept
    claims: tuple[Plain, ...]  #: who says it: the innermost claim first, then the one around it
    evidence: str
    start: int  #: characters of the report's text
    end: int
    sound: bool  #: whether these characters are the evidence, and the text has its old hash
    sentence: str  #: the sentence, or sentences, in which it stands
    report: Plain  #: name, title, outlet, day, address and hashes; not the text
    judgements: tuple[Plain, ...] = ()  #: of the event, the newest first; "holds" says which counts

    def to_dict(self) -> Plain:
        """Plain JSON values."""
        return {
            "id": self.id,
            "kind": self.kind,
            self.kind: _plain(self.row),
            "claims": [_plain(claim) for claim in self.claims],
            "evidence": self.evidence,
            "start": self.start,
            "end": self.end,
            "sound": self.sound,
            "sentence": self.sentence,
            "report": _plain(self.report),
            "judgements": [_plain(one) for one in self.judgements],
        }


def trace(reader: Reader, identity: str) -> Trace:
    """Follow *identity* (``report-…/event-…``) back to its report.

    Raises: LedgerError if the ledger has nothing of that id.
    """
    report_id, _, local = identity.partition("/")
    kind = local.partition("-")[0]
    if kind not in _KINDS:
        hint = "Take one from the column id, which --json shows."
        raise LedgerError(identity, "is no id of an event, claim, transfer or agreement.", hint)
    view, shown = _KINDS[kind]
    found = reader.dicts(f"SELECT * FROM {view} WHERE id = $id", {"id": identity})  # noqa: S608
    reports = reader.dicts(_REPORT, {"id": report_id})
    if not found or not reports:
        raise LedgerError(
            identity, "is not in this ledger.",
            "Another reading may have dropped it, or a judgement: see --as-read, as_read().",
        )  # fmt: skip
    row, report = found[0], reports[0]
    text = report.pop("text")
    evidence, start, end = (row[column] for column in shown)
    return Trace(
        id=identity,
        kind=kind,
        row=row,
        claims=tuple(_claims(reader, row["parent_id" if kind == "claim" else "claim_id"]))
        if kind != "agreement"
        else (),
        evidence=evidence,
        start=start,
        end=end,
        sound=text[start:end] == evidence and _sha256(text) == report["sha256"],
        sentence=sentence_at(text, start, end).of(text),
        report=report,
        judgements=tuple(_judged(reader, identity)),
    )


def _claims(reader: Reader, identity: str | None) -> list[Plain]:
    """A claim, then the one in whose content it stands, and so on."""
    chain: list[Plain] = []
    seen: set[str] = set()
    while identity and identity not in seen:
        seen.add(identity)
        found = reader.dicts("SELECT * FROM claims WHERE id = $id", {"id": identity})
        if not found:
            break
        chain.append(found[0])
        identity = found[0]["parent_id"]
    return chain


def _judged(reader: Reader, identity: str) -> list[Plain]:
    """What people said of an event."""
    columns = 'id, made, "by", verdict, why, change, holds'
    query = (
        f"SELECT {columns} FROM judgements WHERE $id IN (subject, event_id) ORDER BY made DESC, id"  # noqa: S608
    )
    return reader.dicts(query, {"id": identity})


def _sha256(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()


def sentence_at(text: str, start: int, end: int) -> Span:
    """Where the sentences of *text* stand that hold the characters from *start* to *end*."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    paragraph = Span(first, last if last >= 0 else len(text))
    touched = [s for s in sentence_spans(text, paragraph) if s.start < end and s.end > start]
    if not touched:
        return Span(start, end)
    return Span(touched[0].start, touched[-1].end)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.isoformat() if hasattr(value, "isoformat") else value
