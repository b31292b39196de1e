# How fast files become reports, beside the libraries that the readers are built on.
# Rule 1: no page is read twice: paragraphs are rotated and numbered, so no cache helps.
# Rule 2: the bare library does less: it finds no date, no author, checks no language and keeps
#   no sum of the bytes. The difference is what those cost.
# Rule 3: only the ratio to the bare library, both in one run, can be carried to another machine.
# Rule 4: times are of the processor, so that what else runs on the machine counts little; the
#   start of the cell's process does not count, for it is paid once in a run over thousands of files.
"""Reports a second of each format, the bare library's, and what the cell costs.

python benchmarks/readers.py
python benchmarks/readers.py --count 320
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from archive.layouts import LAYOUTS, made
from archive.making import STORY, answer, parquet, pdf
from dragoman.archive.cell import BATCH, Cell, Job
from dragoman.archive.formats import reports_in
from dragoman.archive.report import Report

#: How often each reads all files.
ROUNDS = 3
#: What the cell may cost, as a share of what reading costs.
MOST_TAX = 0.1
#: From one file to how many reports, or pieces of text, are in it.
Reader = Callable[[str, bytes], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 1 if a file gave no report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=320, help="reports of each format (320)")
    count = parser.parse_args(arguments).count
    pages = [page(number) for number in range(count)]
    print(f"{count} reports a format; a page has {len(pages[0]) / 1e3:.0f} kB\n")
    print("                reports/s   MB/s   bare library            reports/s   here : bare")
    good = True
    for name, files, library, bare in cases(pages):
        sizes = sum(map(len, files))
        own = theirs = 0
        seconds = other = float("inf")
        for _ in range(ROUNDS):  # in turns: what else the machine does falls on both
            own, once = timed(read, name, files)
            seconds = min(seconds, once)
            theirs, once = timed(bare, name, files)
            other = min(other, once)
        good = good and own == theirs == count
        print(
            f"{name:14} {own / seconds:10,.0f} {sizes / 1e6 / seconds:6.1f}   {library:20} "
            f"{theirs / other:12,.0f} {other / seconds:13.3f}"
        )
    print()
    good = tax(pages) and good
    return 0 if good else 1


def read(name: str, data: bytes) -> int:
    """How many reports are in a file, read in this process."""
    return sum(isinstance(one, Report) for one in reports_in(name, io.BytesIO(data)))


def cases(pages: list[bytes]) -> list[tuple[str, list[bytes], str, Reader]]:
    """Name, files, the library, and what is done by it alone."""
    rows = [
        {"title": f"Drones {n}", "text": story(n), "date": "2022-10-18"} for n in range(len(pages))
    ]
    warc = b"".join(gzip.compress(answer(one)) for one in pages)
    return [
        ("a.txt", [story(n).encode() for n in range(len(pages))], "decode", lambda _, d: bool(d.decode())),
        ("a.html", pages, "trafilatura fast", lambda _, d: bare_page(d, fast=True)),
        ("a.html", pages, "trafilatura", lambda _, d: bare_page(d, fast=False)),
        ("a.pdf", [printed(n) for n in range(len(pages))], "pypdfium2", bare_pdf),
        ("a.warc.gz", [warc], "fastwarc", bare_warc),
        ("a.rss", [feed(len(pages))], "feedparser", bare_feed),
        ("a.jsonl", [b"\n".join(json.dumps(row).encode() for row in rows)], "json", lambda _, d: sum(bool(json.loads(x)) for x in d.splitlines())),
        ("a.parquet", [parquet(rows)], "pyarrow", bare_parquet),
    ]  # fmt: skip


def tax(pages: list[bytes]) -> bool:
    """Print what reading in the cell costs beside reading here; whether it is a tenth or less."""
    layouts = list(LAYOUTS)
    mixed = [made(layouts[n % len(layouts)], n // len(layouts)).data for n in range(len(pages))]
    prints = [printed(n) for n in range(len(pages) // 4)]
    good = True
    for what, files in (
        ("pages, all evident", pages),
        ("pages, all layouts", mixed),
        ("PDFs", prints),
    ):
        with tempfile.TemporaryDirectory() as folder, Cell() as cell:
            jobs = written(Path(folder), "a.pdf" if what == "PDFs" else "a.html", files)
            here, there = compared(cell, jobs)
        cost = there / here - 1
        good = good and cost <= MOST_TAX
        print(
            f"{what:18} by {BATCH}: {here / len(jobs) * 1e3:.2f} ms of a processor each here, "
            f"{there / len(jobs) * 1e3:.2f} in the cell: {cost:+.1%}"
        )
    return good


def written(folder: Path, name: str, files: list[bytes]) -> list[Job]:
    """The files on disk, as the cell is asked to read them."""
    jobs = []
    for number, data in enumerate(files):
        path = folder / f"{number}{name}"
        path.write_bytes(data)
        jobs.append(Job(str(path), str(path), size=len(data)))
    return jobs


def compared(cell: Cell, jobs: list[Job]) -> tuple[float, float]:
    """Seconds of processor time that reading takes here, and in *cell* with what it takes here."""
    read_here(jobs[:BATCH])
    list(cell.read(jobs[:BATCH]))  # libraries load
    assert cell._process is not None
    other = cell._process.pid
    here = there = 0.0
    for _ in range(ROUNDS):
        for at in range(0, len(jobs), BATCH):  # in turns: what else the machine does falls on both
            batch = jobs[at : at + BATCH]
            start = time.process_time()
            read_here(batch)
            here += time.process_time() - start
            start = time.process_time() + spent(other)
            list(cell.read(batch))
            time.sleep(0.002)  # until it has swept up behind itself
            there += time.process_time() + spent(other) - start
    return here / ROUNDS, there / ROUNDS


def spent(process: int) -> float:
    """Seconds of processor time that another process has used, as clock_getcpuclockid(3) has it."""
    return time.clock_gettime(~process << 3 | 2)


def read_here(jobs: list[Job]) -> None:
    """Read all files in this process."""
    for job in jobs:
        with Path(str(job.path)).open("rb") as file:
            list(reports_in(job.name, file))


def timed(reader: Reader, name: str, files: list[bytes]) -> tuple[int, float]:
    """What *reader* finds in all files, and the seconds that takes."""
    reader(name, files[0])  # libraries load
    start = time.process_time()  # of this process alone: others may be at work
    found = sum(reader(name, data) for data in files)
    return found, time.process_time() - start


def story(number: int) -> str:
    """A report of twelve paragraphs, no two alike."""
    words = STORY.split()
    turn = number % len(words)
    one = " ".join(words[turn:] + words[:turn])
    return "\n\n".join(
        f"The report of day {number} in part {part} said: {one}" for part in range(12)
    )


def page(number: int) -> bytes:
    """A page as news sites make them: links, scripts and legends around the story."""
    links = "".join(
        f'<li><a class="nav-{n}" href="/s/{n}">Section {n}</a></li>' for n in range(150)
    )
    data = json.dumps({"items": [{"id": n, "teaser": "x" * 60} for n in range(250)]})
    body = "".join(f"<p>{paragraph}</p>" for paragraph in story(number).split("\n\n"))
    return f"""<!DOCTYPE html><html lang="en"><head><title>Drones {number}</title>
<meta property="og:site_name" content="The Courier"><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2022-10-18T10:00:00Z"></head><body>
<nav><ul>{links}</ul></nav><script>var data = {data};</script><article><h1>Drones {number}</h1>
<p class="byline">By Ann Lee</p>{body}</article><aside><ul>{links}</ul></aside></body></html>""".encode()


def printed(number: int) -> bytes:
    """A report of one page in two columns."""
    words = story(number).split()
    lines = [" ".join(words[at : at + 6]) for at in range(0, len(words), 6)][:90]
    return pdf(
        [[(60 + 260 * (n // 45), 740 - 14 * (n % 45), line) for n, line in enumerate(lines)]]
    )


def feed(count: int) -> bytes:
    """A feed of whole reports."""
    entries = "".join(
        f"<item><title>Drones {n}</title><pubDate>Tue, 18 Oct 2022 10:00:00 GMT</pubDate>"
        f"<description>&lt;p&gt;{story(n)}&lt;/p&gt;</description></item>"
        for n in range(count)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{entries}</channel></rss>'.encode()


def bare_page(data: bytes, *, fast: bool) -> int:
    """What trafilatura does alone, told to find the fields that a report has."""
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        data, fast=fast, include_comments=False, include_tables=False, with_metadata=True
    )
    return bool(found and found.text)


def bare_pdf(_: str, data: bytes) -> int:
    """What pypdfium2 does alone."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    text = "".join(one.get_textpage().get_text_range() for one in document)
    document.close()
    return bool(text)


def bare_warc(_: str, data: bytes) -> int:
    """What FastWARC does alone."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    records = ArchiveIterator(
        io.BytesIO(data), record_types=WarcRecordType.response, parse_http=True
    )
    return sum(bool(record.reader.read()) for record in records)


def bare_feed(_: str, data: bytes) -> int:
    """What feedparser does alone."""
    import feedparser

    return len(feedparser.parse(io.BytesIO(data)).entries)


def bare_parquet(_: str, data: bytes) -> int:
    """What pyarrow does alone."""
    import pyarrow.parquet as pq

    return len(pq.read_table(io.BytesIO(data)).to_pylist())


if __name__ == "__main__":
    sys.exit(main())
