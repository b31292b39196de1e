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
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import IO, Any

from dragoman.alphabet.errors import ReportError
from dragoman.archive import limits
from dragoman.archive.report import Report
from dragoman.archive.wire import PLACE, BrokenWireError, answers_in, packed, receive

#: Bytes of memory that one process may have.
MEMORY = 3_000_000_000
#: Seconds for one report, and for each of its bytes.
SECONDS, A_BYTE = 20.0, 1e-6
#: Seconds that a process may take to start on a machine that is busy.
START = 120.0
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

    def __init__(self, message: str, place: int) -> None:
        super().__init__(message)
        self.place = place  #: the number, in its batch, of the document that it was at


class Cell:
    """A process that reads; started when it is first needed. Use it in a ``with``."""

    def __init__(
        self, *, memory: int = MEMORY, seconds: float = SECONDS, a_byte: float = A_BYTE
    ) -> None:
        self._memory, self._seconds, self._a_byte = memory, seconds, a_byte
        self._process: subprocess.Popen[bytes] | None = None
        self._slate: IO[bytes] | None = None  #: on which the process notes where it is
        self._count = 0
        self.deaths = 0  #: processes that did not end by themselves

    def __enter__(self) -> Cell:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process, whatever it does."""
        process, self._process = self._process, None
        slate, self._slate = self._slate, None
        if slate is not None:
            slate.close()
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
                before = min(max(progress.done, death.place), len(batch) - 1)
                # Read, but not sent yet when another one killed the process.
                lost = batch[progress.done : before]
                for place, item in self.read([one for _, one in lost]):
                    yield lost[place][0], item
                number, job = batch[before]
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
                for number, found in answers_in(values):
                    if number != progress.done or progress.done == len(progress.jobs):
                        raise BrokenWireError
                    if found is None:
                        progress.done, progress.passed = progress.done + 1, -1
                        progress.begin()
                    elif isinstance(found, int):
                        progress.passed = found
                    else:
                        yield progress.done, found
        except (BrokenWireError, BrokenPipeError) as error:
            raise self._died() from error

    def _send(self, jobs: Sequence[Job]) -> None:
        if self._count > RECYCLED:
            self.close()
        process = self._process or self._started()
        self._count += len(jobs)
        values = [
            {
                "name": job.name, "path": job.path, "media": job.media,
                "charset": job.charset, "url": job.url, "skip": job.skip, "several": job.several,
            }
            for job in jobs
        ]  # fmt: skip
        assert process.stdin is not None and self._slate is not None  # noqa: PT018
        os.pwrite(self._slate.fileno(), PLACE.pack(0), 0)
        process.stdin.write(packed({"jobs": values}, jobs[0].data))
        process.stdin.flush()

    def _started(self) -> subprocess.Popen[bytes]:
        """A process that is ready to read: no document is blamed for how long that took."""
        process = self._start()
        assert process.stdin is not None
        process.stdin.flush()
        if "ready" not in self._receive(START)[0]:
            raise BrokenWireError
        return process

    def _start(self) -> subprocess.Popen[bytes]:
        self._slate = _slate()
        self._process = process = subprocess.Popen(  # noqa: S603  our own interpreter
            self._command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            pass_fds=(self._slate.fileno(),),
        )
        self._count = 0
        assert process.stdin is not None and process.stdout is not None  # noqa: PT018
        _enlarge(process.stdout.fileno())
        limits_ = {
            "memory": self._memory,
            "seconds": int(2 * (self._seconds + self._a_byte * limits.RECORD)),
            "slate": self._slate.fileno(),
        }
        process.stdin.write(packed(limits_))
        return process

    def _command(self) -> list[str]:
        # -P: no module is taken from the folder that dragoman happens to be called in.
        return [sys.executable, "-P", "-B", "-W", "ignore", "-m", "dragoman.archive.cellmate"]

    def _receive(self, seconds: float) -> tuple[dict[str, Any], bytes | bytearray]:
        """One message, for which this side waits while no document takes longer than *seconds*."""
        left, place = seconds, self._at_hand()

        def read(size: int) -> bytearray:
            nonlocal left, place
            data = bytearray(size)
            rest = memoryview(data)
            while rest:
                start = time.monotonic()
                got = self._read_into(rest, left)
                left -= time.monotonic() - start
                if got is None and (at := self._at_hand()) > place:  # others were read meanwhile
                    left, place = seconds, at
                    continue
                if got is None:
                    self.deaths += 1
                    self.close()
                    raise _DeathError(f"took longer than {seconds:.0f} s to read", place)
                if not got:
                    raise BrokenWireError
                rest = rest[got:]
            return data

        return receive(read)

    def _read_into(self, room: memoryview, seconds: float) -> int | None:
        """How many bytes were read into *room*; 0 at the end, None if none came in time."""
        assert self._process is not None
        assert self._process.stdout is not None
        wire = self._process.stdout.fileno()
        poll = select.poll()
        poll.register(wire, select.POLLIN)
        if seconds <= 0 or not poll.poll(seconds * 1_000):
            return None
        return os.readv(wire, [room])

    def _at_hand(self) -> int:
        """The number, in its batch, of the document that the process is at, or was last."""
        if self._slate is None:
            return 0
        number: int = PLACE.unpack(os.pread(self._slate.fileno(), PLACE.size, 0))[0]
        return number

    def _died(self) -> _DeathError:
        """Why the process ended."""
        process, place = self._process, self._at_hand()
        self.deaths += 1
        code: int | None = None
        if process is not None:
            try:
                code = process.wait(1)
            except subprocess.TimeoutExpired:
                code = None  # it lives, and talks nonsense
        self.close()
        return _DeathError(_cause(code), place)


def _cause(code: int | None) -> str:
    """Why a process ended with *code*; None: it had to be stopped."""
    if code == -signal.SIGXCPU:
        return "took too long to read"
    if code == -signal.SIGKILL:
        return "made the system end its reader: there was no memory left"
    if code is not None and code < 0:
        return f"crashed its reader ({signal.strsignal(-code) or -code})"
    return "made its reader stop"


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


def _slate() -> IO[bytes]:
    """A file without a name, of which what is written last can be read when its writer is dead."""
    slate = os.fdopen(os.memfd_create("slate"), "w+b", 0) if hasattr(os, "memfd_create") else None
    slate = slate or tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  closed with the process
    os.pwrite(slate.fileno(), PLACE.pack(0), 0)
    return slate


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
