"""A ledger whose reports hold what breaks formats: quotes, markup, formulas, marks and emoji."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dragoman.ledger.query import Reader
from ledger.synthetic import claim, event, ledger, party, sale, span, told

#: Names of outlets and titles, each of which some format takes for its own.
WORDS = (
    '=HYPERLINK("http://x.example","a")', "+1", "-2 dead", "@home", "\ttab", "'quoted'", "",
    '</script><b>&amp;"', "a,b;c\r\nd", "＝1", "zero\x00byte", "🚀 émigré", "\u2028line",
)  # fmt: skip
TEXT = (
    "🚀🚀 Iran <attacked> \"Israel\" & 'Syria'; +1 on Monday, Moscow said. "
    "-Turkey- armed Israel. It is =SUM(A1) for Iran & Turkey that met."
)


def nasty(folder: Path) -> Reader:
    """Two plain reports, one for each of WORDS, and one dated by nothing."""
    entries = [sale(0), sale(1)]
    for number, words in enumerate(WORDS):
        entries.append(_report(f"{TEXT} {number}", outlet=words))
    entries.append(_report(f"{TEXT} undated", published=None))
    return ledger(folder, *entries)


def _report(text: str, **parts: Any) -> Any:
    iran, israel = party(text, "Iran", "IRN-MIL"), party(text, '"Israel"', "ISR")
    said = claim(text, "Moscow", "RUS", "said", "Iran <attacked> \"Israel\" & 'Syria'", quoted=True)
    hit = event(
        text, 'Iran <attacked> "Israel"', type="ASSAULT", actor=[iran], recipient=[israel],
        claim_id=said["id"], status="possible", location="Aleppo, <Syria>",
    )  # fmt: skip
    armed = event(
        text, "-Turkey- armed Israel", actor=[party(text, "-Turkey-", "TUR")],
        recipient=[party(text, "Israel", "ISR", 1)], date="2022-02/..", date_precision="interval",
        trigger=span(text, "armed"),
    )  # fmt: skip
    met = event(
        text, "Iran & Turkey that met", type="CONSULT", reciprocal=True,
        actor=[party(text, "Iran", "IRN", 1), party(text, "Turkey", "TUR", 1)],
        trigger=span(text, "met"),
    )  # fmt: skip
    said["event_ids"] = [hit["id"]]
    nobody = event(
        text, "=SUM(A1) for Iran", type="ACCUSE", actor=[party(text, "It", None)], trigger=span(text, "for"),
    )  # fmt: skip
    return told(text, hit, armed, met, nobody, claims=[said], **parts)
