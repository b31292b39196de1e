# GEXF 1.3 (gexf.net), which Gephi opens with its time line.
# Rule 1: a tie is there in the months in which an act of the pair counts: a spell each. Spells
#   are closed on both sides in 1.3, so a month ends on its last day.
# Rule 2: what changes by month (alignment, events) is a dynamic attribute with the same bounds;
#   what is said of all time is static. A tie of which no act has a date has no spell, which in
#   GEXF means always.
"""The network of a ledger as GEXF, with its ties in time."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TextIO

from dragoman.ledger.query import Reader
from dragoman.relations.weigh import Alignment
from dragoman.views.exchange.markup import line, tag
from dragoman.views.exchange.network import Place, Tie, network

_NODE = {"kind": "string", "ties": "integer"}
_EDGE = {
    "sign": "integer", "alignment": "double", "low": "double", "high": "double",
    "a_to_b": "double", "b_to_a": "double", "events": "integer", "texts": "integer",
}  # fmt: skip
_MONTHLY = {"alignment_of_month": "double", "events_of_month": "integer"}


def write_gexf(reader: Reader, path: Path) -> int:
    """Write places and ties, undirected; return how many ties.

    ``weight`` is 0 to 1, the attribute ``sign`` -1, 0 or 1.
    """
    places, ties = network(reader)
    months = [month for tie in ties for month in tie.months]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        line(file, 0, '<?xml version="1.0" encoding="UTF-8"?>')
        line(file, 0, tag("gexf", {"xmlns": "http://gexf.net/1.3", "version": "1.3"}))
        line(file, 1, "<meta>")
        line(file, 2, "<creator>Dragoman</creator>")
        line(
            file, 2, "<description>How places stand to each other, as reports tell it</description>"
        )
        line(file, 1, "</meta>")
        line(file, 1, tag("graph", _graph(months)))
        _attributes(file, "node", "static", _NODE)
        _attributes(file, "edge", "static", _EDGE)
        _attributes(file, "edge", "dynamic", _MONTHLY)
        line(file, 2, tag("nodes", {"count": len(places)}))
        for place in places:
            _node(file, place)
        line(file, 2, "</nodes>")
        line(file, 2, tag("edges", {"count": len(ties)}))
        for tie in ties:
            _edge(file, tie)
        line(file, 2, "</edges>")
        line(file, 1, "</graph>")
        line(file, 0, "</gexf>")
    return len(ties)


def _graph(months: list[Alignment]) -> dict[str, object]:
    made: dict[str, object] = {
        "mode": "dynamic", "defaultedgetype": "undirected", "idtype": "string",
        "timeformat": "date", "timerepresentation": "interval",
    }  # fmt: skip
    if months:
        made["start"] = min(_first(month) for month in months)
        made["end"] = max(_last(month) for month in months)
    return made


def _first(month: Alignment) -> date:
    return month.start or date.min


def _last(month: Alignment) -> date:
    return (month.end or date.max) - timedelta(1)


def _attributes(file: TextIO, side: str, mode: str, kinds: dict[str, str]) -> None:
    line(file, 2, tag("attributes", {"class": side, "mode": mode}))
    for name, kind in kinds.items():
        line(file, 3, tag("attribute", {"id": name, "title": name, "type": kind}, empty=True))
    line(file, 2, "</attributes>")


def _value(file: TextIO, name: str, value: object, month: Alignment | None = None) -> None:
    if value is None:
        return
    bounds = {"start": _first(month), "end": _last(month)} if month else {}
    line(file, 5, tag("attvalue", {"for": name, "value": value, **bounds}, empty=True))


def _node(file: TextIO, place: Place) -> None:
    line(file, 3, tag("node", {"id": place.code, "label": " ".join(place.name.split())}))
    line(file, 4, "<attvalues>")
    _value(file, "kind", place.kind)
    _value(file, "ties", place.ties)
    line(file, 4, "</attvalues>")
    line(file, 3, "</node>")


def _edge(file: TextIO, tie: Tie) -> None:
    whole = tie.whole
    given = {
        "id": f"{whole.a} {whole.b}",
        "source": whole.a,
        "target": whole.b,
        "weight": tie.weight,
    }
    line(file, 3, tag("edge", given))
    line(file, 4, "<attvalues>")
    _value(file, "sign", tie.sign)
    for name in list(_EDGE)[1:]:
        _value(file, name, getattr(whole, name))
    for month in tie.months:
        _value(file, "alignment_of_month", month.alignment, month)
        _value(file, "events_of_month", month.events, month)
    line(file, 4, "</attvalues>")
    if tie.months:
        line(file, 4, "<spells>")
        for month in tie.months:
            line(file, 5, tag("spell", {"start": _first(month), "end": _last(month)}, empty=True))
        line(file, 4, "</spells>")
    line(file, 3, "</edge>")
