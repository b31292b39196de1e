from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from dragoman.ledger.query import Reader
from dragoman.views.exchange.export import export
from dragoman.views.exchange.markup import escaped, tag
from ledger.synthetic import event, ledger, party, span, told

networkx = pytest.importorskip("networkx")
GEXF = "{http://gexf.net/1.3}"
SCHEMA = Path(__file__).parent / "gexf.xsd"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    text = "Iran armed Russia. Israel hit Iran. OPEC met Iran. Israel hit OPEC long ago."

    def act(
        actor: str, code: str, verb: str, other: str, to: str, type_: str, **more: Any
    ) -> dict[str, Any]:
        sides = {"actor": [party(text, actor, code)], "recipient": [party(text, other, to)]}
        given = {"trigger": span(text, verb)} | more
        return event(text, f"{actor} {verb} {other}", type=type_, **sides, **given)

    return ledger(
        tmp_path_factory.mktemp("network") / "l",
        told(
            text,
            act("Iran", "IRN", "armed", "Russia", "RUS", "AID", date="2022-02"),
            act("Israel", "ISR", "hit", "Iran", "IRN", "ASSAULT", date="2022-04-30"),
            act("OPEC", "IGO-OPEC", "met", "Iran", "IRN", "CONSULT"),
        ),
        told(
            f"{text} Later.",
            act("Israel", "ISR", "hit", "Iran", "IRN", "ASSAULT", date="2022-12-31"),
        ),
        told(
            f"{text} Some day.",
            act("Israel", "ISR", "hit", "OPEC", "IGO-OPEC", "ASSAULT"),
            published=None,
        ),
    )


@pytest.fixture(scope="module")
def gexf(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gexf") / "out.gexf"
    assert export(reader, "gexf", path) == 4
    return path


def test_gexf_keeps_to_the_schema(gexf: Path) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    schema.assertValid(etree.parse(gexf))


def test_an_empty_network_keeps_to_the_schema(tmp_path: Path) -> None:
    export(ledger(tmp_path / "l"), "gexf", tmp_path / "out")
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(etree.parse(tmp_path / "out"))


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('weight="0', 'weight="-0'), ('version="1.3"', 'version="1.2"'), ('source="IRN"', 'source="XXX"'),
        ('<attvalue for="sign"', '<attvalue for="sing"'), ("<spell ", "<slice "), ('mode="dynamic"', 'mode="moving"'),
    ],
)  # fmt: skip
def test_the_schema_finds_what_is_wrong(gexf: Path, good: str, bad: str) -> None:
    """A schema that finds nothing would hold nothing."""
    text = gexf.read_text(encoding="utf-8")
    assert good in text
    broken = etree.fromstring(text.replace(good, bad, 1).encode())
    assert not etree.XMLSchema(etree.parse(SCHEMA)).validate(broken)


def test_spells_are_whole_months_closed_on_both_sides(gexf: Path) -> None:
    edges = {e.get("id"): e for e in etree.parse(gexf).iter(f"{GEXF}edge")}
    spells = {
        name: [(s.get("start"), s.get("end")) for s in edge.iter(f"{GEXF}spell")]
        for name, edge in edges.items()
    }
    assert spells == {
        "IGO-OPEC IRN": [("2022-10-01", "2022-10-31")],
        "IGO-OPEC ISR": [],
        "IRN ISR": [("2022-04-01", "2022-04-30"), ("2022-12-01", "2022-12-31")],
        "IRN RUS": [("2022-02-01", "2022-02-28")],
    }
    graph = next(etree.parse(gexf).iter(f"{GEXF}graph"))
    assert (graph.get("start"), graph.get("end")) == ("2022-02-01", "2022-12-31")


def test_networkx_reads_gexf(reader: Reader, gexf: Path) -> None:
    graph = networkx.read_gexf(gexf, version="1.3")
    assert set(graph) == {"IRN", "RUS", "ISR", "IGO-OPEC"}
    assert graph.nodes["IRN"]["label"] == "Iran"
    assert graph.nodes["IGO-OPEC"]["kind"] == "organisation"
    hostile, friendly = graph.edges["IRN", "ISR"], graph.edges["IRN", "RUS"]
    assert (hostile["sign"], friendly["sign"]) == (-1, 1)
    assert hostile["weight"] == -hostile["alignment"] > 0
    months = hostile["alignment_of_month"]
    assert [(start, end) for _, start, end in months] == [
        ("2022-04-01", "2022-04-30"),
        ("2022-12-01", "2022-12-31"),
    ]
    assert all(float(value) < 0 for value, _, _ in months)


def test_networkx_reads_graphml(reader: Reader, tmp_path: Path) -> None:
    export(reader, "graphml", tmp_path / "out")
    graph = networkx.read_graphml(tmp_path / "out")
    assert not graph.is_directed()
    assert graph.number_of_edges() == 4
    hostile = graph.edges["IRN", "ISR"]
    assert (hostile["sign"], hostile["events"]) == (-1, 2)
    assert hostile["weight"] == -hostile["alignment"]
    assert (hostile["first"], hostile["last"]) == ("2022-04", "2022-12")
    assert "first" not in graph.edges["IGO-OPEC", "ISR"]
    assert all(0 <= weight <= 1 for _, _, weight in graph.edges(data="weight"))


def test_markup_is_escaped_and_what_xml_cannot_hold_replaced() -> None:
    words = "<&>\"'\t\n\r\x00\x0b\ud800\uffff🚀"
    made = tag("a", {"b": words, "c": None}, empty=True)
    found = etree.fromstring(made.encode())
    assert found.get("b") == "<&>\"'\t\n\r����🚀"
    assert found.get("c") is None
    assert escaped(words) in made
