"""Options that several commands share."""

from __future__ import annotations

from datetime import date

import click


def day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """The day that was typed; anything else ends the command with exit code 2."""
    try:
        return date.fromisoformat(value) if value is not None else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date. Write YYYY-MM-DD.") from None
