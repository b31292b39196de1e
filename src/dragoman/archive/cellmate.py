# Runs in a process of its own, which `cell` starts and may kill at any moment. It gives up
# what it does not need before it touches foreign bytes: memory, files to write, the network.
"""The inside of the cell: reads what it is told to, and says what it found."""

from __future__ import annotations

import gc
import io
import mmap
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.alphabet.errors import ReportError
from dragoman.archive.formats import items_in
from dragoman.archive.part import Part
from dragoman.archive.report import Report
from dragoman.archive.wire import PLACE, Answer, BrokenWireError, bundle, packed, receive

#: Bytes of a file that may be written: the language model is unpacked through one without a name.
SCRATCH = 500_000_000
#: Characters of reports, and seconds, for which they are held back until there is more to say.
MOST_HELD, HELD = 1 << 18, 0.05
#: Seconds after which this process is allowed some more of them: asking takes time, too.
ALLOWED = 1.0
#: What a reader of documents has no business with.
_FORBIDDEN = frozenset(
    "socket.connect socket.bind socket.getaddrinfo socket.gethostbyname socket.sendto subprocess.Popen "
    "os.system os.exec os.posix_spawn os.fork os.rename os.mkdir os.rmdir".split()
)


def main() -> None:
    """Answer messages from standard input on standard output until there are no more."""
    asked, answers = _wires()

    def read(size: int) -> bytes:
        data = asked.read(size)
        if len(data) != size:
            raise BrokenWireError
        return data

    try:
        first, _ = receive(read)
        _give_up(first["memory"])
        post, leave = _Post(answers), _Leave(int(first["seconds"]))
        post.say({"ready": True})
        with mmap.mmap(first["slate"], PLACE.size) as slate:
            while True:
                message, data = receive(read)
                for number, job in enumerate(message["jobs"]):
                    PLACE.pack_into(slate, 0, number)
                    _read(number, job, data, post, leave)
                post.send()
                gc.collect(1)
    except (BrokenWireError, BrokenPipeError, KeyboardInterrupt):
        return


def _read(
    number: int, job: dict[str, Any], data: bytes | bytearray, post: _Post, leave: _Leave
) -> None:
    """Read one job, and say what it holds; of one that may hold several, without delay."""
    several = bool(job["several"])
    if several:
        post.send()
    leave.renew()
    for found in _found(job, data):
        post.add((number, found), now=several)
        if isinstance(found, int):
            leave.renew()
    post.add((number, None), now=several)


def _found(job: dict[str, Any], data: bytes | bytearray) -> Iterator[Report | ReportError | int]:
    """Reports, refusals, and the places in *job* that are passed."""
    refusal: ReportError | None = None
    try:
        with io.BytesIO(data) if job["path"] is None else Path(job["path"]).open("rb") as file:
            part = Part(
                job["name"], file, media=job["media"], charset=job["charset"], url=job["url"]
            )
            for place, item in items_in(part, job["skip"]):
                yield place if item is None else item
    except OSError as error:
        reason = f"cannot be read: {error.strerror or type(error).__name__}."
        refusal = ReportError(job["name"], reason, "Check its permissions.")
    except MemoryError:
        reason = "takes more memory than a report may."
        refusal = ReportError(job["name"], reason, "Split it, or save it as plain text.")
    if refusal is not None:
        yield refusal


def _wires() -> tuple[BinaryIO, int]:
    """The two pipes, moved away from where a library might write to them."""
    asked = os.fdopen(os.dup(0), "rb")
    answers = os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    return asked, answers


class _Post:
    """Sends answers, those of quick documents together: each message wakes the other side, and
    what is written at once is written by warm code.
    """

    def __init__(self, wire: int) -> None:
        self._wire, self._sent = wire, time.monotonic()
        self._held: list[Answer] = []
        self._size = 0  #: characters of the reports among them

    def add(self, answer: Answer, *, now: bool = False) -> None:
        """Send *answer*, or keep it for a moment unless it must go out *now*.

        What is said of one document goes out together, when it has ended: half of it would be
        said twice, should the next document kill this process.
        """
        found = answer[1]
        self._held.append(answer)
        if isinstance(found, Report):
            self._size += len(found.text)
        late = self._size > MOST_HELD or time.monotonic() - self._sent > HELD
        if now or (found is None and late):
            self.send()

    def send(self) -> None:
        """Send what is held back."""
        if self._held:
            self.say(bundle(self._held))
            self._held, self._size = [], 0
        self._sent = time.monotonic()

    def say(self, values: dict[str, Any]) -> None:
        """Send one message."""
        with memoryview(packed(values)) as view:
            at = 0
            while at < len(view):
                at += os.write(self._wire, view[at:])


class _Leave:
    """How long this process may still work: it ends of itself, should nobody else end it."""

    def __init__(self, seconds: int) -> None:
        self._seconds, self._renewed = seconds, float("-inf")

    def renew(self) -> None:
        """Allow as many seconds of work as one document may take, and what has passed unasked."""
        if time.monotonic() - self._renewed > ALLOWED:
            _allow(self._seconds + int(ALLOWED))
            self._renewed = time.monotonic()


def _give_up(memory: int) -> None:
    """Set the limits of this process; none of them can be lifted again."""
    import resource

    for limit, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, SCRATCH),
    ):
        try:
            resource.setrlimit(limit, (value, value))
        except (ValueError, OSError):
            continue  # a stricter limit is set already

    def refuse(event: str, _: tuple[object, ...]) -> None:
        if event in _FORBIDDEN:
            raise PermissionError(event)

    sys.addaudithook(refuse)


def _allow(seconds: int) -> None:
    """Let this process work for *seconds* more, then end it, should nobody else."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main()
