"""Readings by hand, as ``Reading.to_dict()`` gives them, and ledgers made of them; no model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dragoman.ledger.enter import Versions, Writer
from dragoman.ledger.entry import Entry
from dragoman.ledger.folder import open_folder
from dragoman.ledger.query import Reader

Plain = dict[str, Any]
VERSIONS = Versions(model="m1", almanac="a1", code="0.1")
_QUADS = {
    "AID": (2, 10.0),
    "ASSAULT": (4, -10.0),
    "CONSULT": (1, 2.5),
    "ACCUSE": (3, -5.0),
    "COERCE": (4, -7.0),
}


def span(text: str, words: str, nth: int = 0) -> Plain:
    """The *nth* place of *words*."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return {"text": words, "start": start, "end": start + len(words)}


def party(text: str, words: str, code: str | None, nth: int = 0) -> Plain:
    country = code[:3] if code else None
    sector = code.partition("-")[2] or None if code else None
    return span(text, words, nth) | {
        "name": words,
        "code": code,
        "country": country,
        "sector": sector,
    }


def event(
    text: str,
    evidence: str,
    *,
    type: str = "AID",  # noqa: A002
    actor: Sequence[Plain] = (),
    recipient: Sequence[Plain] = (),
    **more: Any,
) -> Plain:
    where = span(text, evidence)
    quad, score = _QUADS[type]
    return {
        "id": f"event-{where['start']:04x}{where['end']:08x}", "type": type, "mode": None,
        "contexts": ["military"], "quad": quad, "score": score, "actor": list(actor),
        "recipient": list(recipient), "status": "actual", "historical": False, "date": None,
        "date_precision": None, "location": None, "trigger": span(text, evidence.split()[1]),
        "evidence": evidence, "start": where["start"], "end": where["end"], "rule": "aid.sell-arms",
        "confidence": 0.8, "claim_id": None, "reciprocal": False,
    } | more  # fmt: skip


def claim(text: str, speaker: str, code: str | None, cue: str, content: str, **more: Any) -> Plain:
    said = span(text, content)
    return {
        "id": f"claim-{said['start']:04x}{said['end']:08x}",
        "speaker": span(text, speaker) | {"name": speaker, "code": code},
        "cue": span(text, cue), "content": said, "stance": "asserts", "quoted": False,
        "parent_id": None, "event_ids": [],
    } | more  # fmt: skip


def reading(**parts: Any) -> Plain:
    empty: Plain = {
        "published": "2022-10-18", "outlet": "The Courier", "url": None, "events": [],
        "claims": [], "transfers": [], "agreements": [], "relations": [], "times": [],
        "mentions": [], "noise": [], "skipped": [],
    }  # fmt: skip
    return empty | parts


def sale(number: int = 0, **parts: Any) -> Entry:
    """Ukraine says that Iran sold drones to Russia; Iran denies it. Each *number* another report."""
    text = (
        f"Iran sold drones to Russia in July, Ukraine said on Monday. Tehran denied that it "
        f"had sold drones to Moscow. Turkey and Russia met in Sochi. Wire number {number}."
    )
    iran, russia = party(text, "Iran", "IRN"), party(text, "Russia", "RUS")
    said = claim(text, "Ukraine", "UKR", "said", "Iran sold drones to Russia in July")
    denied = claim(
        text, "Tehran", "IRN", "denied", "that it had sold drones to Moscow", stance="denies"
    )
    told = event(
        text,
        "Iran sold drones to Russia",
        actor=[iran],
        recipient=[russia],
        date="2022-07",
        date_precision="month",
        claim_id=said["id"],
    )
    not_so = event(
        text,
        "it had sold drones to Moscow",
        actor=[party(text, "it", "IRN")],
        recipient=[party(text, "Moscow", "RUS")],
        claim_id=denied["id"],
    )
    met = event(
        text,
        "Turkey and Russia met",
        type="CONSULT",
        actor=[party(text, "Turkey", "TUR"), party(text, "Russia", "RUS", 1)],
        reciprocal=True,
        trigger=span(text, "met"),
    )
    said["event_ids"], denied["event_ids"] = [told["id"]], [not_so["id"]]
    transfer = {
        "supplier": "IRN", "recipient": "RUS", "item": "drones", "class": "arms", "status": "alleged",
        "evidence": "Iran sold drones to Russia", "start": 0, "end": 26, "claim_id": said["id"],
    }  # fmt: skip
    pact = {
        "name": "Montreux Convention", "parties": ["TUR", "RUS"], "withdrawn": [], "negotiating": ["UKR"],
        "date": "1936", "evidence": "Turkey and Russia met in Sochi.",
    } | {k: v for k, v in span(text, "Turkey and Russia met in Sochi.").items() if k != "text"}  # fmt: skip
    values = reading(
        events=[told, not_so, met], claims=[said, denied], transfers=[transfer], agreements=[pact],
        relations=[{"a": "IRN", "b": "RUS", "sign": 1, "score": 0.7, "event_ids": [told["id"]]}],
        times=[span(text, "in July") | {"value": "2022-07", "precision": "month"}],
        mentions=[party(text, "Iran", "IRN") | {"kind": "state"}],
        noise=[span(text, f"Wire number {number}.") | {"kind": "boilerplate", "fixed": None}],
        skipped=[{"stage": "body", "reason": "nothing", "text": "", "start": None, "end": None}],
        **parts,
    )  # fmt: skip
    return Entry(
        name=f"wire/{number}.txt", text=text, reading=values, title="Drones", language="en"
    )


def told(text: str, *events: Plain, claims: Sequence[Plain] = (), **parts: Any) -> Entry:
    """A report of *text* with these events and claims."""
    return Entry(
        name="told.txt",
        text=text,
        reading=reading(events=list(events), claims=list(claims), **parts),
    )


def ledger(folder: Path, *entries: Entry) -> Reader:
    """A ledger with these reports, entered in one batch."""
    writer = Writer(open_folder(folder))
    writer.enter(entries, writer.start_run(VERSIONS))
    return Reader(folder)
