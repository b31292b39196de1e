# What people are shown is only worth something if it is what stands at that place. So reports are
# made by the thousand, with all that goes wrong on the way to a reader in them, packed in every
# format, read back, and each span that is shown is compared with the characters it names.
"""Generated reports in every format that is read, and what a reading shows beside its text."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from html import escape
from random import Random
from typing import Any

from archive.layouts import LAYOUTS, made
from archive.making import answer, parquet, pdf, zipped
from dragoman.archive.formats import reports_in
from dragoman.archive.report import Report
from newsdesk import filled, story

DAY = date(2022, 10, 18)
_DENSE = (
    "{S} accused {S} on {day} of sending drones to {T}, and its foreign minister, {P}, denied it.",
    "“We have sold nothing to {S},” {P}, a spokesman for the defence ministry, told reporters.",
    "{S} imposed sanctions on {S} in July 2015, but lifted them {n} days later.",
    "Troops from {S} and {S} held a joint exercise near {T} last week, {S} said.",
    "He said that {S} would not attack {S} unless {S} withdrew from the treaty.",
    "{S} may send {n} tanks to {S}, according to two officials who asked not to be named.",
    "The president of {S} met his counterpart from {S} in {T} on {day}, the Kremlin said.",
    "{S} expelled {n} diplomats of {S} after an explosion killed {n} people in {T} on March 4.",
    "Neither {S} nor {S} has signed the agreement, which {S} left in 2018.",
    "If {S} closes the border, {P} warned, {S} will cut the supply of gas to {S}.",
)
_FURNITURE = (
    "Advertisement", "Share this article", "READ MORE: {S} and {S} quarrel over {noun}",
    "Sign up for our newsletter", "By {P}", "(Photo: {P}/NW)", "Published: October 18, 2022",
    "© 2022 The Courier. All rights reserved.", "Related Articles",
)  # fmt: skip
#: Signs that a text gathers on its way, and what they are put in place of.
_SIGNS = (
    (" ", "\u00a0"), (" ", "  "), ("e", "e\u00ad"), (" ", " \u200b"), ("“", '"'), (" ", "\u202f"),
    (". ", ".\u2028"), (". ", "."), ("s", "s\u0301"), (" ", " \u202e"), ("S", "\U0001d4e2"), (" ", "\t"),
)  # fmt: skip
_PRONOUNS = frozenset("he she they it we i his her their who".split())


@dataclass(frozen=True, slots=True)
class Written:
    """A report before it is packed."""

    title: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The paragraphs, a blank line between them."""
        return "\n\n".join(self.paragraphs)


def written(random: Random) -> Written:
    """One report, with furniture and odd signs in it."""
    title, *paragraphs = story(random, random.randint(3, 8))
    paragraphs += [filled(random.choice(_DENSE), random) for _ in range(random.randint(3, 7))]
    random.shuffle(paragraphs)
    for _ in range(random.randint(0, 3)):
        line = filled(random.choice(_FURNITURE), random)
        paragraphs.insert(random.randrange(len(paragraphs) + 1), line)
    return Written(title, tuple(_worn(one, random) for one in paragraphs))


def _worn(text: str, random: Random) -> str:
    if random.random() < 0.4:
        plain, odd = random.choice(_SIGNS)
        places = text.split(plain)
        for _ in range(random.randint(1, 4)):
            if len(places) > 1:
                at = random.randrange(len(places) - 1)
                places[at : at + 2] = [places[at] + odd + places[at + 1]]
        text = plain.join(places)
    return text


def _row(one: Written) -> dict[str, object]:
    return {"title": one.title, "text": one.text, "date": DAY.isoformat(), "source": "The Courier"}


def _lines(one: Written, random: Random) -> bytes:
    break_ = random.choice(("\n", "\r\n"))
    text = f"{one.title}\n\n{one.text}".replace("\n", break_)
    encoding = random.choice(("utf-8", "utf-8-sig", "utf-16"))
    return text.encode(encoding)


def _page(one: Written, random: Random) -> bytes:
    body = "".join(f"<p>{escape(line)}</p>\n" for line in one.paragraphs)
    return f"<!DOCTYPE html><html><head><title>{one.title}</title></head><body><article><h1>{one.title}</h1>{body}</article></body></html>".encode()


def _layout(one: Written, random: Random) -> bytes:
    layout = random.choice([name for name in LAYOUTS if name != "front"])
    return made(layout, random.randrange(10**6)).data


def _printed(one: Written, random: Random) -> bytes:
    spaced = " ".join(one.text.replace("\n\n", " \0 ").split())  # its letters have no odd spaces
    plain = spaced.encode("ascii", "ignore").decode().replace(" \0 ", "\n\n")
    lines: list[str] = []
    for paragraph in plain.split("\n\n"):
        words = paragraph.split()
        lines += [" ".join(words[at : at + 11]) for at in range(0, len(words), 11)]
        lines.append("")
    shown = [(60.0, 760.0 - 13 * n, line) for n, line in enumerate(lines[:55]) if line]
    return pdf([shown])


def _feed(one: Written, random: Random, atom: bool) -> bytes:
    body = escape("".join(f"<p>{escape(line)}</p>" for line in one.paragraphs))
    title = escape(one.title)
    if atom:
        return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title><entry><title>{title}</title><updated>{DAY}T10:00:00Z</updated><content type="html">{body}</content></entry></feed>'.encode()
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>C</title><item><title>{title}</title><pubDate>Tue, 18 Oct 2022 10:00:00 GMT</pubDate><description>{body}</description></item></channel></rss>'.encode()


def _table(one: Written, random: Random, between: str) -> bytes:
    quoted = one.text.replace('"', '""')
    return f'title{between}text{between}date\n"{one.title}"{between}"{quoted}"{between}{DAY}\n'.encode()


def _mail(one: Written, random: Random) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = one.title, "The Courier <news@courier.example>"
    mail["Date"] = "Tue, 18 Oct 2022 10:00:00 +0000"
    mail.set_content(one.text.replace("\u2028", "\n"))
    return mail.as_bytes()


Packed = Callable[[Written, Random], bytes]
#: How a report is packed, by the name of the file.
FORMATS: Mapping[str, Packed] = {
    "a.txt": _lines,
    "a.md": lambda one, random: f"# {one.title}\n\n{one.text}".encode(),
    "a.html": _page,
    "layout.html": _layout,
    "a.pdf": _printed,
    "a.rss": lambda one, random: _feed(one, random, atom=False),
    "a.atom": lambda one, random: _feed(one, random, atom=True),
    "a.warc": lambda one, random: answer(_page(one, random)),
    "a.warc.gz": lambda one, random: gzip.compress(answer(_layout(one, random))),
    "a.jsonl": lambda one, random: json.dumps(_row(one)).encode() + b"\n",
    "a.json": lambda one, random: json.dumps({"articles": [_row(one)]}).encode(),
    "a.csv": lambda one, random: _table(one, random, ","),
    "a.tsv": lambda one, random: _table(one, random, "\t"),
    "a.parquet": lambda one, random: parquet([_row(one)]),
    "a.eml": _mail,
    "a.zip": lambda one, random: zipped({"a.txt": _lines(one, random)}),
    "a.txt.gz": lambda one, random: gzip.compress(_lines(one, random)),
}


def published(seed: int, name: str) -> list[Report]:
    """The reports in a generated file; the same *seed* makes the same file."""
    random = Random(f"{name} {seed}")
    data = FORMATS[name](written(random), random)
    found = reports_in(name.replace("layout", "a"), io.BytesIO(data))
    return [one for one in found if isinstance(one, Report)]


@dataclass(slots=True)
class Compared:
    """What was shown, and what of it is not what stands there."""

    shown: int = 0
    resolved: int = 0  #: pronouns that are shown as the name they stand for
    wrong: list[str] | None = None

    def add(self, text: str, values: Mapping[str, Any]) -> None:
        """Compare all that one reading shows of *text*."""
        for where, words, start, end in spans("", values):
            own = text[start:end] if 0 <= start < end <= len(text) else None
            self.shown += 1
            if own == words:
                loose = own != own.strip() and not where.endswith("noise")
                if loose or _cuts(text, start) or _cuts(text, end):
                    near = text[max(0, start - 10) : end + 10]
                    self.wrong = [*(self.wrong or ()), f"{where}: {own!r} is cut out of {near!r}"]
                continue
            if where.endswith(".speaker") and own is not None and own.lower() in _PRONOUNS:
                self.resolved += 1
                continue
            self.wrong = [*(self.wrong or ()), f"{where}: {words!r} is shown for {own!r}"]


def _cuts(text: str, at: int) -> bool:
    """Whether a place is inside a word: what is shown from there has slipped."""
    return 0 < at < len(text) and text[at - 1].isalpha() and text[at].islower()


def spans(where: str, values: Any) -> Iterator[tuple[str, str, int, int]]:
    """All (place in the reading, words, start, end) that plain values show, at any depth."""
    if isinstance(values, list):
        for one in values:
            yield from spans(where, one)
    if isinstance(values, dict):
        start, end = values.get("start"), values.get("end")
        words = values.get("evidence", values.get("text"))
        if isinstance(start, int) and isinstance(end, int) and isinstance(words, str):
            yield where, words, start, end
        for key, value in values.items():
            yield from spans(f"{where}.{key}", value)
