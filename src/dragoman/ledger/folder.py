# A ledger is a folder with one marker file and one Delta Lake table a sub-folder.
# Rule 1: the marker is written first, in one rename, before any table: a process that dies
#   while it makes a ledger leaves an empty folder or a ledger, never something between.
# Rule 2: a folder that holds anything else is never made a ledger.
# Rule 3: a layout that this code does not know is refused. Older ones are brought up to date when
#   they are opened, by a function for each layout that ever was (migrations.py).
"""The folder of a ledger, and the number of its layout."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deltalake.exceptions import DeltaError

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger.commit import wait_for
from dragoman.ledger.migrations import MIGRATIONS

#: The layout that this code writes; raised when columns come or change their meaning.
LAYOUT = 2
MARKER = "dragoman.json"
_LOCK = ".dragoman.lock"
#: Characters that the tables' own library cannot have in a path.
_ODD = frozenset("[]|\\^*?")
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")


def open_folder(path: Path, *, make: bool = True) -> Path:
    """Return the absolute path of a sound ledger.

    Args:
        path: its folder.
        make: make one where there is none.
    Raises: LedgerError if there is none and none can be made, if the folder holds something
        else, or if its layout is not known here.
    """
    folder = Path(os.path.abspath(path))  # noqa: PTH100  (a link stays the name the user knows)
    odd = sorted(_ODD & set(str(folder))) + _ENCODED.findall(str(folder))
    if odd or not _printable(str(folder)):
        raise LedgerError(
            _printable(str(folder)) or ascii(str(folder)),
            f"a ledger's path cannot hold {' '.join(odd) or 'bytes that are no text'}.",
            "Give the folder another name.",
        )
    try:
        marker = folder / MARKER
        if not marker.is_file():
            _make(folder, make)
        layout = _layout(marker)
    except OSError as error:
        reason = f"cannot be opened: {error.strerror or error}."
        raise LedgerError(str(folder), reason, "Check path and permissions.") from error
    if layout < LAYOUT:
        _migrate(folder)
    return folder


def _migrate(folder: Path) -> None:
    """Bring a ledger of an older layout up to date.

    Raises: LedgerError if there is no way from its layout, or it cannot be written.
    """
    try:
        with alone(folder):
            while (layout := _layout(folder / MARKER)) < LAYOUT:
                if layout not in MIGRATIONS:
                    reason = f"has layout {layout}, which is no longer read (this is {LAYOUT})."
                    hint = "Enter its reports again in a new folder."
                    raise LedgerError(str(folder), reason, hint)
                MIGRATIONS[layout](folder)
                _mark(folder, layout + 1)
    except (OSError, DeltaError) as error:
        told = next(iter(str(error).splitlines()), type(error).__name__)[:200]
        reason = f"is of an older layout and cannot be brought to layout {LAYOUT}: {told}."
        hint = "Open it where it may be written, or open a copy of it."
        raise LedgerError(str(folder), reason, hint) from error


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other process does what cannot be done by two; not held after a kill.

    Entering reports needs no lock: this is for making a table and for compaction.
    """
    if sys.platform == "win32":  # without locks of this kind; Delta's own checks must do
        yield
        return
    import fcntl

    with (folder / _LOCK).open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make(folder: Path, make: bool) -> None:
    """Make *folder* a ledger.

    Raises: LedgerError if that is not wanted, or it holds something else.
    """
    if folder.exists() and not folder.is_dir():
        raise LedgerError(str(folder), "is a file, and a ledger is a folder.", "Name a folder.")
    held = sorted(p.name for p in folder.iterdir() if not p.name.startswith("."))[:3] if folder.exists() else []  # fmt: skip
    if (folder / MARKER).is_file():  # another process was faster
        return
    if held:
        reason = f"is no ledger: it holds {', '.join(held)} and no {MARKER}."
        raise LedgerError(str(folder), reason, "Name a ledger, or a new folder.")
    if not make:
        hint = f"Make one: dragoman read PATHS --into {folder.name}"
        raise LedgerError(str(folder), "is no ledger: nothing was entered there.", hint)
    folder.mkdir(parents=True, exist_ok=True)
    _mark(folder, LAYOUT)


def _mark(folder: Path, layout: int) -> None:
    """Name the layout, in one rename."""
    draft = folder / f".{MARKER}.{os.getpid()}"
    with draft.open("w", encoding="utf-8") as file:
        json.dump({"format": "dragoman ledger", "layout": layout}, file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / MARKER)
    wait_for(folder)


def _layout(marker: Path) -> int:
    """The layout that the marker names.

    Raises: LedgerError if it names none, or one of a later Dragoman.
    """
    try:
        found = json.loads(marker.read_text(encoding="utf-8"))["layout"]
    except (ValueError, KeyError, TypeError):
        found = None
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        hint = f'Restore it from a copy, or write {{"layout": {LAYOUT}}} into it.'
        raise LedgerError(str(marker), "is damaged: it names no layout.", hint)
    if found > LAYOUT:
        reason = f"has layout {found}; this Dragoman knows up to {LAYOUT}."
        raise LedgerError(str(marker.parent), reason, "Install a newer Dragoman.")
    return found


def _printable(path: str) -> str:
    """*path* itself if it is text, else an empty string."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return ""
    return path
