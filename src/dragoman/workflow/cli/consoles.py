# Rule 1: NO_COLOR, or an output that is no terminal, gets no escape code of any kind.
# Rule 2: one thing told is one line, however narrow the terminal: people grep it.
# Rule 3: names of files are as foreign as reports: what could move the cursor is shown.
"""Where the command line prints: data to stdout, talk to stderr."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from rich.console import Console


def consoles() -> tuple[Console, Console]:
    """Return the consoles for data (stdout) and for talk (stderr)."""
    from rich.console import Console

    for stream in (sys.stdout, sys.stderr):
        # A terminal of another language must not end a run of ten thousand reports.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    colours: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    return (
        Console(color_system=colours, highlight=False),
        Console(color_system=colours, highlight=False, stderr=True),
    )


def tell(talk: Console, sign: str, message: str, colour: str = "") -> None:
    """Print one line: a *sign* such as "not read", then *message*."""
    from rich.text import Text

    from dragoman.views.terminal import visible

    line = Text(visible(message))
    if sign:
        line = Text.assemble((sign, colour), " ", line)
    talk.print(line, soft_wrap=True)
