# How the readers take damage: valid files of every format, changed at random, read in the cell.
# Rule 1: what counts is that every file ends in a report or a line that says why not, in time
#   and within memory; what is read is not looked at.
# Rule 2: a seed gives the same files again, so a death can be looked at alone.
# Rule 3: files are sent as they are in use, many at a time, so that what is measured is reading
#   and not waiting; after a death each file of its batch is read alone, to know which it was.
"""Damaged files of every format: reports, refusals, deaths, the slowest and the largest.

python benchmarks/fuzz_readers.py
python benchmarks/fuzz_readers.py --count 100000 --seed 7 --only a.pdf
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from archive.making import samples
from dragoman.alphabet.errors import ReportError
from dragoman.archive.cell import BATCH, Cell, Job
from dragoman.archive.formats import FORMS, HEAD, form_of

#: Bytes that make trouble: lengths, marks, brackets, the first bytes of other formats.
TROUBLE = (
    b"\0", b"\xff" * 4, b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\0" * 64, b"<" * 40, b"[" * 200, b"(" * 200,
    b'"', b"\r\n\r\n", b"%PDF-", b"PK\x03\x04", b"\x1f\x8b\x08", b"WARC/1.0\r\n", b"9999999999",
    b"-1", b"<!--", b"<![CDATA[", b"&#x110000;", b"\xed\xa0\x80", b"/Kids[1 0 R]", b"obj", b"endstream",
)  # fmt: skip
#: Memory, in bytes, and seconds, that a small file may take at most.
MEMORY, SECONDS = 500_000_000, 10.0
#: Files after which the command says how far it is.
STEP = 10_000


@dataclass(slots=True)
class Tally:
    """What became of the files of one format."""

    files: int = 0
    reports: int = 0
    refusals: Counter[str] = field(default_factory=Counter)
    deaths: int = 0
    slowest: float = 0.0  #: seconds between two answers


@dataclass(frozen=True, slots=True)
class Damaged:
    """One file, and how it was made."""

    name: str
    seed: str
    path: Path

    def job(self) -> Job:
        """What the cell is asked to read."""
        with self.path.open("rb") as file:
            several = not FORMS[form_of(self.name, file.read(HEAD))].single
        size = self.path.stat().st_size
        return Job(self.name, str(self.path), size=size, several=several)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 1 if a reader died, or a file was not accounted for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=20_000, help="damaged files (20,000)")
    parser.add_argument("--seed", type=int, default=0, help="of the damage (0)")
    parser.add_argument("--only", help="one sample, such as a.pdf")
    chosen = parser.parse_args(arguments)
    made = {name: data for name, data in samples().items() if chosen.only in (None, name)}
    tallies = {name: Tally() for name in made}
    names = sorted(made)
    start = time.perf_counter()
    lost = 0
    with Cell(seconds=SECONDS) as cell, tempfile.TemporaryDirectory(dir=memory()) as folder:
        for first in range(0, chosen.count, BATCH):
            numbers = range(first, min(first + BATCH, chosen.count))
            batch = [
                Damaged(
                    names[one % len(names)], f"{chosen.seed} {one}", Path(folder, str(one - first))
                )
                for one in numbers
            ]
            for one in batch:
                one.path.write_bytes(damaged(made, one.name, random.Random(one.seed)))
            lost += read(cell, batch, tallies)
            if first // STEP != numbers.stop // STEP:
                print(f"{numbers.stop:,} …", file=sys.stderr, flush=True)
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1_024
    for name, tally in tallies.items():
        print(
            f"{name:12} {tally.files:7,} files {tally.reports:7,} reports "
            f"{sum(tally.refusals.values()):7,} refusals {tally.deaths:3} deaths, slowest {tally.slowest:.2f} s"
        )
    deaths = sum(tally.deaths for tally in tallies.values())
    print(
        f"{chosen.count:,} files in {time.perf_counter() - start:.0f} s: {deaths} deaths, "
        f"{lost} not accounted for, largest process {largest / 1e6:.0f} MB"
    )
    return 0 if not deaths and not lost and largest < MEMORY else 1


def read(cell: Cell, batch: Sequence[Damaged], tallies: dict[str, Tally]) -> int:
    """Read some files in one go; of how many nothing was said."""
    jobs = [one.job() for one in batch]
    before = cell.deaths
    told = set()
    start = time.perf_counter()
    for number, item in cell.read(jobs):
        tally = tallies[batch[number].name]
        tally.slowest = max(tally.slowest, time.perf_counter() - start)
        start = time.perf_counter()
        told.add(number)
        if isinstance(item, ReportError):
            tally.refusals[item.reason] += 1
        else:
            tally.reports += 1
    for one in batch:
        tallies[one.name].files += 1
        if cell.deaths > before:
            blame(one, tallies[one.name])
    return len(batch) - len(told)


def blame(one: Damaged, tally: Tally) -> None:
    """Read one file of a batch in which a process died in a process of its own."""
    with Cell(seconds=SECONDS) as cell:
        found = [item for _, item in cell.read([one.job()])]
    if cell.deaths:
        tally.deaths += 1
        print(f"death: {one.name}, seed {one.seed}: {found[-1]}", flush=True)


def memory() -> str | None:
    """Where files are kept that no disk need hold."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def damaged(made: dict[str, bytes], name: str, chance: random.Random) -> bytes:
    """A file with some bytes flipped, cut, doubled, or taken from another file."""
    data = bytearray(made[name])
    for _ in range(chance.choice((1, 1, 2, 4, 16, 64))):
        at = chance.randrange(len(data) + 1)
        kind = chance.randrange(7)
        if kind == 0 and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        elif kind == 1 and at < len(data):
            data[at] = chance.randrange(256)
        elif kind == 2:
            del data[at : at + chance.choice((1, 4, 64, 1_000))]
        elif kind == 3:
            piece = data[at : at + chance.choice((1, 16, 256))]
            data[at:at] = piece * chance.choice((1, 2, 50))
        elif kind == 4:
            data[at:at] = chance.choice(TROUBLE)
        elif kind == 5:
            piece = bytearray(chance.choice(TROUBLE))
            data[at : at + len(piece)] = piece
        else:
            other = made[chance.choice(sorted(made))]
            start = chance.randrange(len(other))
            data[at : at + 64] = other[start : start + chance.choice((8, 64, 512))]
    return bytes(data)


if __name__ == "__main__":
    sys.exit(main())
