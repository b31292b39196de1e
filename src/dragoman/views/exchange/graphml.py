# GraphML 1.0 (graphml.graphdrawing.org). It knows no time: a tie has its first and last month.
"""The network of a ledger as GraphML."""

from __future__ import annotations

from pathlib import Path

from dragoman.ledger.query import Reader
from dragoman.views.exchange.markup import escaped, line, tag
from dragoman.views.exchange.network import Tie, network

_NODE = {"label": "string", "kind": "string", "ties": "int"}
_EDGE = {
    "weight": "double", "sign": "int", "alignment": "double", "low": "double", "high": "double",
    "a_to_b": "double", "b_to_a": "double", "events": "int", "texts": "int", "first": "string",
    "last": "string",
}  # fmt: skip


def write_graphml(reader: Reader, path: Path) -> int:
    """Write places and ties, undirected; return how many ties.

    ``weight`` is 0 to 1, ``sign`` -1, 0 or 1; ``a_to_b`` is from source to target.
    """
    places, ties = network(reader)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        line(file, 0, '<?xml version="1.0" encoding="UTF-8"?>')
        line(file, 0, tag("graphml", {"xmlns": "http://graphml.graphdrawing.org/xmlns"}))
        for side, keys in (("node", _NODE), ("edge", _EDGE)):
            for name, kind in keys.items():
                given = {"id": f"{side}_{name}", "for": side, "attr.name": name, "attr.type": kind}
                line(file, 1, tag("key", given, empty=True))
        line(file, 1, tag("graph", {"id": "ledger", "edgedefault": "undirected"}))
        for place in places:
            line(file, 2, tag("node", {"id": place.code}))
            for name, value in {
                "label": place.name,
                "kind": place.kind,
                "ties": place.ties,
            }.items():
                line(file, 3, f"{tag('data', {'key': f'node_{name}'})}{escaped(value)}</data>")
            line(file, 2, "</node>")
        for tie in ties:
            line(file, 2, tag("edge", {"source": tie.whole.a, "target": tie.whole.b}))
            for name, value in _values(tie).items():
                if value is not None:
                    line(file, 3, f"{tag('data', {'key': f'edge_{name}'})}{escaped(value)}</data>")
            line(file, 2, "</edge>")
        line(file, 1, "</graph>")
        line(file, 0, "</graphml>")
    return len(ties)


def _values(tie: Tie) -> dict[str, object]:
    whole = tie.whole
    made: dict[str, object] = {"weight": tie.weight, "sign": tie.sign}
    made |= {name: getattr(whole, name) for name in _EDGE if hasattr(whole, name)}
    if tie.months:
        made["first"], made["last"] = (f"{m.start:%Y-%m}" for m in (tie.months[0], tie.months[-1]))
    return made
