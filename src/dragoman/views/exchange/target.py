# Where an export goes.
# Rule 1: one file, the one that was named. Until it is whole it lies beside that name under one
#   that begins with a dot; a run that fails or is stopped by an error leaves nothing behind.
# Rule 2: what is there already is left as it is unless the user says otherwise, also if it
#   appears while the export runs. A link is replaced, never written through.
"""The file that an export writes: whole or not at all, and never over another one unasked."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dragoman.alphabet.errors import LedgerError

_OTHER = "Name another file, or write over it with --force."


@contextmanager
def target(path: Path, *, force: bool = False) -> Iterator[Path]:
    """Give a path to write to; on success the file takes the name *path*.

    Args:
        path: where the file shall be; its folder must be there.
        force: take the place of a file that is there.
    Raises: LedgerError if *path* is taken or its folder cannot be written.
    """
    _check(path, force=force)
    draft = path.parent / f".{path.name[:100]}.{secrets.token_hex(6)}.part"
    try:
        yield draft
        _settle(draft, path, force=force)
    except OSError as error:
        reason = f"cannot be written: {error.strerror or error}."
        raise LedgerError(str(path), reason, "Check path, permissions and space.") from error
    finally:
        for left in (draft, Path(f"{draft}-journal"), Path(f"{draft}.wal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _check(path: Path, *, force: bool) -> None:
    if not path.parent.is_dir():
        raise LedgerError(str(path.parent), "is no folder.", "Make it first, or name another.")
    if path.is_dir():
        raise LedgerError(str(path), "is a folder, and an export is a file.", "Name a file in it.")
    if os.path.lexists(path):
        if not force:
            raise LedgerError(str(path), "is there already.", _OTHER)
        if not path.is_file() and not path.is_symlink():
            raise LedgerError(str(path), "is no plain file.", "Name another file.")


def _settle(draft: Path, path: Path, *, force: bool) -> None:
    """Give the finished file its name."""
    if force:
        draft.replace(path)
        return
    try:
        os.link(draft, path)  # fails if the name was taken meanwhile; rename would not
    except FileExistsError:
        raise LedgerError(str(path), "is there already.", _OTHER) from None
    except OSError:  # a file system without links
        if os.path.lexists(path):
            raise LedgerError(str(path), "is there already.", _OTHER) from None
        draft.rename(path)
