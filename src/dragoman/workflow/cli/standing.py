"""``dragoman why``, ``relations``, ``blocs``, ``turns`` …: ask a ledger who stands how to whom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.alphabet.errors import DragomanError
from dragoman.workflow.cli.options import (
    FILTERS,
    JSON,
    LEDGER,
    LIMIT,
    OBJECT,
    SHOWN,
    opened,
    print_json,
    several,
)

if TYPE_CHECKING:
    from dragoman.workflow.ledger import Ledger

#: Windows, at most, in a picture of how a pair changed; longer ones where there are more.
MOST_WINDOWS = 60
_TIME = (FILTERS["since"], FILTERS["until"], FILTERS["at"])
_SURE = click.option("--sure", is_flag=True, help="Only ties whose 95 % interval leaves out 0.")
_ONE = click.option("--actor", metavar="CODE", help="Only where this place stands.")


def _asks(*options: Callable[..., Any], one: bool = True) -> Callable[[Any], click.Command]:
    """A command with its own options, the window of time, --json and --ledger.

    *one*: its answer is one object; else rows, with --limit.
    """
    shared = (OBJECT, LEDGER) if one else (LIMIT, JSON, LEDGER)

    def made(function: Callable[..., None]) -> click.Command:
        return click.command()(several(function, *options, *_TIME, *shared))

    return made


def _ask(folder: Path, options: dict[str, Any], question: Callable[[Ledger, Any], Any]) -> Any:
    """What *question* answers of the ledger, given the options that were used."""
    try:
        ledger = opened(folder, options.pop("at"))
        return question(ledger, {name: value for name, value in options.items() if value})
    except DragomanError as error:
        raise click.ClickException(str(error)) from error


def _table(name: str, rows: list[dict[str, Any]], limit: int | None) -> None:
    from dragoman.views.tables import draw
    from dragoman.workflow.cli.consoles import consoles

    out, _ = consoles()
    shown = limit or SHOWN
    draw(out, name, rows[:shown], more=len(rows) > shown)


def _names() -> dict[str, str]:
    from dragoman.entities.register import load_register

    return load_register().names


def _names_of_all() -> dict[str, str]:
    """Names of states and of bodies of several."""
    from dragoman.entities.register import load_register

    return load_register().bodies | _names()


@_asks(click.argument("a"), click.argument("b"))
def why(folder: Path, a: str, b: str, as_json: bool, **options: Any) -> None:
    """Explain how A and B stand: what shows it, who denies it, whom they share.

    A and B are codes (IRN, IGO-OPEC) or names of states.

    \b
    Examples:
        dragoman why IRN RUS
        dragoman why Iran Russia --since 2022 --json
    """
    found = _ask(folder, options, lambda ledger, given: _explained(ledger, a, b, given))
    values, history = found
    if as_json:
        print_json([values])
        return
    from dragoman.views.why import show
    from dragoman.workflow.cli.consoles import consoles

    out, _ = consoles()
    show(out, values, history=history, names=_names())


def _explained(
    ledger: Ledger, a: str, b: str, given: dict[str, Any]
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Why two stand as they do, and the finest series of it that fits a line."""
    history: list[dict[str, Any]] = []
    for every in ("month", "quarter", "year"):
        history = ledger.rows(ledger.alignment(a, b, every=every, **given))
        if not history or _windows(history) <= MOST_WINDOWS:
            break
    return ledger.why(a, b, **given).to_dict(), history


def _windows(history: list[dict[str, Any]]) -> int:
    """How many windows there are from the first to the last, silent ones too."""
    first, last = history[0], history[-1]
    return int((last["end"] - first["start"]) / (first["end"] - first["start"]) + 0.5)


@_asks(_ONE, one=False)
def relations(folder: Path, limit: int | None, as_json: bool, **options: Any) -> None:
    """List how all pairs stand, from -1 (hostile) to 1 (friendly), the strongest first.

    \b
    Examples:
        dragoman relations
        dragoman relations --actor IRN --since 2022 --limit 10
    """
    most = limit if as_json else (limit or SHOWN) + 1
    rows = _ask(
        folder, options, lambda ledger, given: ledger.rows(ledger.relations(**given, limit=most))
    )
    if as_json:
        print_json(rows)
        return
    from dragoman.views.network import relation_rows
    from dragoman.workflow.cli.consoles import consoles

    _table("relations", relation_rows(rows, _names_of_all(), consoles()[0].width), limit)


@_asks(_SURE)
def blocs(folder: Path, as_json: bool, **options: Any) -> None:
    """List who stands together: friends kept in one bloc, foes apart, as far as it goes.

    \b
    Example:
        dragoman blocs --since 2022
    """
    found = _ask(folder, options, lambda ledger, given: ledger.blocs(**given).to_dict())
    if as_json:
        print_json([found])
        return
    from dragoman.views.network import bloc_line, bloc_rows

    names = _names_of_all()
    _table("blocs", bloc_rows(found, names), len(found["blocs"]) or None)
    if found["blocs"]:
        click.echo(bloc_line(found, names))
        if not options.get("sure"):
            click.echo(
                "Single acts make ties too; --sure leaves out those that may be of either sign."
            )


@_asks(click.argument("a"), click.argument("b"), one=False)
def turns(folder: Path, a: str, b: str, limit: int | None, as_json: bool, **options: Any) -> None:
    """List the days on which A and B turned to or against each other.

    \b
    Example:
        dragoman turns SAU IRN
    """
    found = _ask(
        folder, options,
        lambda ledger, given: [turn.to_dict() for turn in ledger.turns(a, b, **given)],
    )  # fmt: skip
    if as_json:
        print_json(found[:limit])
        return
    from dragoman.views.network import no_turn, turn_rows

    if found:
        _table("turns", turn_rows(found, _names_of_all()), limit)
    else:
        click.echo(no_turn(a, b, _names_of_all()))


@_asks(_ONE, _SURE, one=False)
def tensions(folder: Path, limit: int | None, as_json: bool, **options: Any) -> None:
    """List the triads out of balance: who is pulled between two foes, the strongest first.

    \b
    Example:
        dragoman tensions --actor TUR
    """
    found = _ask(
        folder, options,
        lambda ledger, given: [one.to_dict() for one in ledger.tensions(**given)],
    )  # fmt: skip
    if as_json:
        print_json(found[:limit])
        return
    from dragoman.views.network import tension_rows

    _table("tensions", tension_rows(found, _names_of_all()), limit)


@_asks(_SURE)
def balance(folder: Path, as_json: bool, **options: Any) -> None:
    """Say how far the enemy of an enemy is a friend here (structural balance).

    \b
    Example:
        dragoman balance --until 2022
    """
    found = _ask(folder, options, lambda ledger, given: ledger.balance(**given).to_dict())
    if as_json:
        print_json([found])
        return
    from dragoman.views.network import balance_rows

    _table("balance", balance_rows(found, _names_of_all()), None)


@_asks(click.argument("event", nargs=-1, required=True))
def whatif(folder: Path, event: tuple[str, ...], as_json: bool, **options: Any) -> None:
    """Say which ties a made-up EVENT would move, by the model of balance; no forecast.

    EVENT is "A TYPE B": who does what of PLOVER's types to whom.

    \b
    Examples:
        dragoman whatif "ISR AID UKR"
        dragoman whatif RUS ASSAULT/aerial UKR --json
    """
    words = " ".join(event)
    found = _ask(folder, options, lambda ledger, given: ledger.what_if(words, **given).to_dict())
    if as_json:
        print_json([found])
        return
    from dragoman.views.tables import warning_rows
    from dragoman.views.whatif import by_name, headline, whatif_rows

    names = _names_of_all()
    click.echo(f"{headline(found, names)}\n{found['note']}\n")
    _table("whatif", whatif_rows(found, names), None)
    if found["warnings"]:
        click.echo()
        _table("warnings", warning_rows(by_name(found["warnings"], names)), None)


#: Every command of this module.
COMMANDS = (why, relations, blocs, turns, tensions, balance, whatif)
