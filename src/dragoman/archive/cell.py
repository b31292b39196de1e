# Rule 1: foreign bytes meet foreign parsers in a process that may die. Its death is a value
#   among the reports; what came after is read in a fresh one.
# Rule 2: the clock runs only while this side waits. Who takes a minute over each report must
#   not be told that the file was slow.
# No multiprocessing.Pool: it waits for ever for a worker that the system killed.
"""Reading in a process of its own, with limits on memory and time."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dragoman.alphabet.errors import ReportError
from dragoman.archive import limits
from dragoman.archive.report import Report
from dragoman.archive.wire import BrokenWireError, item_of, packed, receive

#: Bytes of memory that one process may have.
MEMORY = 3_000_000_000
#: Seconds for one report, and for each of its bytes.
SECONDS, A_BYTE = 20.0, 1e-6
#: Files that are sent at a time.
BATCH = 32
#: Files after which a process is replaced: libraries keep a little of each.
RECYCLED = 20_000
#: Deaths in one file after which the rest of it is left.
MOST_DEATHS = 10
_PIPE = 1 << 20
_SET_PIPE_SIZE = 1031  # F_SETPIPE_SZ, Linux


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read: on disk at *path*, or its bytes."""

    name: str
    path: str | None = None
    data: bytes = b""
    size: int = 0  #: bytes, for the time it may take
    several: bool = False  #: whether it may hold several reports
    media: str | None = None
    charset: str | None = None
    url: str | None = None
    skip: int = 0  #: places in it that are passed over


class _DeathError(Exception):
    """The process is gone; the message says why, as the end of a sentence."""


class Cell:
    """A process that reads; started when it is first needed. Use it in a ``with``."""

    def __init__(
        self, *, memory: int = MEMORY, seconds: float = SECONDS, a_byte: float = A_BYTE
    ) -> None:
        self._memory, self._seconds, self._a_byte = memory, seconds, a_byte
        self._process: subprocess.Popen[bytes] | None = None
        self._unread = bytearray()
        self._count = 0
        self.deaths = 0  #: processes that did not end by themselves

    def __enter__(self) -> Cell:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process, whatever it does."""
        process, self._process = self._process, None
        self._unread.clear()
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()

    def read(self, jobs: Sequence[Job]) -> Iterator[tuple[int, Report | ReportError]]:
        """Yield (number of the job, what was found), in the order of *jobs*. Nothing is raised."""
        waiting = list(enumerate(jobs))
        deaths = 0
        while waiting:
            number, job = waiting[0]
            # Bytes are sent one job at a time: both sides would wait for the other to read.
            batch = waiting[:1] if job.path is None else _on_disk(waiting)
            progress = _Progress(batch)
            finished = False
            try:
                for place, item in self._answers(progress):
                    yield batch[place][0], item
                finished = True
                waiting = waiting[len(batch) :]
            except _DeathError as death:
                finished = True
                before, (number, job) = progress.done, batch[progress.done]
                deaths = deaths + 1 if before == 0 else 1
                # The archive's own reader dies, not that of a record in it: it would die again.
                stuck = deaths > 1 and progress.passed < job.skip
                last = stuck or deaths == MOST_DEATHS
                yield number, _refusal(job, progress.passed + 1, str(death), last)
                waiting = waiting[before:]
                if job.several and not last:
                    again = replace(job, skip=max(progress.passed + 2, job.skip + 1))
                    waiting[0] = (number, again)
                else:
                    waiting = waiting[1:]
                    deaths = 0
            finally:
                if not finished:  # nobody listens any more: what is in the pipe is of no use
                    self.close()

    def _answers(self, progress: _Progress) -> Iterator[tuple[int, Report | ReportError]]:
        """What the process says of a batch.

        Raises: _DeathError if it ends before it is done.
        """
        try:
            self._send(progress.jobs)
            while progress.done < len(progress.jobs):
                job = progress.jobs[progress.done]
                size = min(job.size or len(job.data), limits.RECORD)
                values, _ = self._receive(self._seconds + self._a_byte * size)
                if values.get("job") != progress.done:
                    raise BrokenWireError
                if "passed" in values:
                    progress.passed = int(values["passed"])
                elif "done" in values:
                    progress.done, progress.passed = progress.done + 1, -1
                    progress.begin()
                else:
                    yield progress.done, item_of(values)
        except (BrokenWireError, BrokenPipeError, TypeError, ValueError) as error:
            raise self._died() from error

    def _send(self, jobs: Sequence[Job]) -> None:
        if self._count > RECYCLED:
            self.close()
        process = self._process or self._start()
        self._count += len(jobs)
        values = [
            {
                "name": job.name, "path": job.path, "media": job.media,
                "charset": job.charset, "url": job.url, "skip": job.skip,
            }
            for job in jobs
        ]  # fmt: skip
        assert process.stdin is not None
        process.stdin.write(packed({"jobs": values}, jobs[0].data))
        process.stdin.flush()

    def _start(self) -> subprocess.Popen[bytes]:
        self._process = process = subprocess.Popen(  # noqa: S603  our own interpreter
            self._command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        self._count = 0
        assert process.stdin is not None and process.stdout is not None  # noqa: PT018
        _enlarge(process.stdout.fileno())
        limits_ = {
            "memory": self._memory,
            "seconds": int(2 * (self._seconds + self._a_byte * limits.RECORD)),
        }
        process.stdin.write(packed(limits_))
        return process

    def _command(self) -> list[str]:
        # -P: no module is taken from the folder that dragoman happens to be called in.
        return [sys.executable, "-P", "-B", "-W", "ignore", "-m", "dragoman.archive.cellmate"]

    def _receive(self, seconds: float) -> tuple[dict[str, Any], bytes]:
        """One message, for which this side waits for *seconds* at most."""
        left = seconds

        def read(size: int) -> bytes:
            nonlocal left
            while len(self._unread) < size:
                start = time.monotonic()
                data = self._more(left)
                left -= time.monotonic() - start
                if data is None:
                    self.deaths += 1
                    self.close()
                    raise _DeathError(f"took longer than {seconds:.0f} s to read")
                if not data:
                    raise BrokenWireError
                self._unread += data
            piece = bytes(self._unread[:size])
            del self._unread[:size]
            return piece

        return receive(read)

    def _more(self, seconds: float) -> bytes | None:
        """Some bytes; b"" at the end, None if none came in time."""
        assert self._process is not None
        assert self._process.stdout is not None
        wire = self._process.stdout.fileno()
        poll = select.poll()
        poll.register(wire, select.POLLIN)
        if seconds <= 0 or not poll.poll(seconds * 1_000):
            return None
        return os.read(wire, _PIPE)

    def _died(self) -> _DeathError:
        """Why the process ended."""
        process = self._process
        self.deaths += 1
        code: int | None = None
        if process is not None:
            try:
                code = process.wait(1)
            except subprocess.TimeoutExpired:
                code = None  # it lives, and talks nonsense
        self.close()
        if code == -signal.SIGXCPU:
            return _DeathError("took too long to read")
        if code == -signal.SIGKILL:
            return _DeathError("made the system end its reader: there was no memory left")
        if code is not None and code < 0:
            return _DeathError(f"crashed its reader ({signal.strsignal(-code) or -code})")
        return _DeathError("made its reader stop")


class _Progress:
    """How far a batch is."""

    def __init__(self, batch: Sequence[tuple[int, Job]]) -> None:
        self.jobs = [job for _, job in batch]
        self.done = 0  #: jobs that are finished
        self.passed = -1  #: the last place that is finished in the job at hand
        self.begin()

    def begin(self) -> None:
        """Enter the next job."""
        if self.done < len(self.jobs):
            self.passed = self.jobs[self.done].skip - 1


def _on_disk(waiting: Sequence[tuple[int, Job]]) -> list[tuple[int, Job]]:
    """The first jobs that need no bytes sent."""
    batch: list[tuple[int, Job]] = []
    for number, job in waiting[:BATCH]:
        if job.path is None:
            break
        batch.append((number, job))
    return batch


def _refusal(job: Job, place: int, death: str, last: bool) -> ReportError:
    if not job.several:
        return ReportError(job.name, f"{death}.", "Save it as plain text.")
    if last:
        hint = "What came before is read; split it to read the rest."
        return ReportError(job.name, f"{death}, more than once.", hint)
    hint = "It is left out."
    return ReportError(job.name, f"has a record, the {place + 1}. of it, that {death}.", hint)


def _enlarge(wire: int) -> None:
    """Let the other side work ahead: a pipe holds 64 kB unless told otherwise."""
    try:
        import fcntl

        fcntl.fcntl(wire, _SET_PIPE_SIZE, _PIPE)
    except (ImportError, OSError):
        return
