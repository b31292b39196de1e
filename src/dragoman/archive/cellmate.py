# Runs in a process of its own, which `cell` starts and may kill at any moment. It gives up
# what it does not need before it touches foreign bytes: memory, files to write, the network.
"""The inside of the cell: reads what it is told to, and says what it found."""

from __future__ import annotations

import gc
import io
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.alphabet.errors import ReportError
from dragoman.archive.formats import items_in
from dragoman.archive.part import Part
from dragoman.archive.wire import PLACE, BrokenWireError, packed, receive, values_of

#: Bytes of a file that may be written: the language model is unpacked through one without a name.
SCRATCH = 500_000_000
#: Bytes of answers, and seconds, for which they are held back until there is more to say.
MOST_HELD, HELD = 1 << 16, 0.02
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
        seconds, post = int(first["seconds"]), _Post(answers)
        post.add(packed({"ready": True}), now=True)
        while True:
            message, data = receive(read)
            for number, job in enumerate(message["jobs"]):
                if job["several"]:
                    post.send()
                os.pwrite(first["slate"], PLACE.pack(number), 0)
                _allow(seconds)
                for answer in _answers(number, job, data):
                    post.add(packed(answer), ended="done" in answer, now=job["several"])
                    if "passed" in answer:
                        _allow(seconds)
            post.send()
            gc.collect(1)
    except (BrokenWireError, BrokenPipeError, KeyboardInterrupt):
        return


def _answers(number: int, job: dict[str, Any], data: bytes) -> Iterator[dict[str, Any]]:
    refusal: ReportError | None = None
    try:
        with io.BytesIO(data) if job["path"] is None else Path(job["path"]).open("rb") as file:
            yield from _found(number, job, file)
    except OSError as error:
        reason = f"cannot be read: {error.strerror or type(error).__name__}."
        refusal = ReportError(job["name"], reason, "Check its permissions.")
    except MemoryError:
        reason = "takes more memory than a report may."
        refusal = ReportError(job["name"], reason, "Split it, or save it as plain text.")
    if refusal is not None:
        yield {"job": number, **values_of(refusal)}
    yield {"job": number, "done": True}


def _found(number: int, job: dict[str, Any], data: BinaryIO) -> Iterator[dict[str, Any]]:
    part = Part(job["name"], data, media=job["media"], charset=job["charset"], url=job["url"])
    for place, item in items_in(part, job["skip"]):
        if item is None:
            yield {"job": number, "passed": place}
        else:
            yield {"job": number, **values_of(item)}


def _wires() -> tuple[BinaryIO, int]:
    """The two pipes, moved away from where a library might write to them."""
    asked = os.fdopen(os.dup(0), "rb")
    answers = os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    return asked, answers


class _Post:
    """Sends answers, small ones of quick documents together: each wakes the other side."""

    def __init__(self, wire: int) -> None:
        self._wire, self._held, self._sent = wire, bytearray(), time.monotonic()

    def add(self, answer: bytes, *, ended: bool = False, now: bool = False) -> None:
        """Send *answer*, or keep it for a moment unless it must go out *now*.

        What is said of one document goes out together, when it has *ended*: half of it would be
        said twice, should the next document kill this process.
        """
        self._held += answer
        late = len(self._held) > MOST_HELD or time.monotonic() - self._sent > HELD
        if now or (ended and late):
            self.send()

    def send(self) -> None:
        """Send what is held back."""
        at = 0
        with memoryview(self._held) as view:
            while at < len(view):
                at += os.write(self._wire, view[at:])
        self._held.clear()
        self._sent = time.monotonic()


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
