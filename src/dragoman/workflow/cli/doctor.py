"""``dragoman doctor``: which model, almanac and versions are in use."""

from __future__ import annotations

import platform
import sys

import click


@click.command()
@click.option("--json", "as_json", is_flag=True, help="The same as one JSON object.")
def doctor(as_json: bool) -> None:
    """Say which model, almanac and versions are in use, and whether they are sound.

    \b
    Example:
        dragoman doctor
    """
    import json

    facts, faults = examine()
    if as_json:
        click.echo(json.dumps({**facts, "faults": faults}, ensure_ascii=False))
    else:
        for name, value in facts.items():
            click.echo(f"{name:<12} {value}")
        for fault in faults:
            click.echo(f"fault: {fault}", err=True)
    if faults:
        sys.exit(1)


def examine() -> tuple[dict[str, str], list[str]]:
    """Return the facts by name, and what is wrong."""
    from importlib.metadata import version

    from dragoman import __version__
    from dragoman.alphabet.errors import DragomanError
    from dragoman.clauses.parsers import load_parser
    from dragoman.clauses.spacy_parser import MODEL, SpacyParser, check_model
    from dragoman.entities.register import load_register
    from dragoman.events.senses import load_lexicon
    from dragoman.evidence.cues import load_cues

    faults: list[str] = []
    facts = {
        "dragoman": __version__,
        "python": f"{platform.python_version()} ({platform.machine()}, {platform.system()})",
        "spacy": version("spacy"),
    }
    if sys.version_info < (3, 12):
        facts["python"] += ": 3.12 or later parses up to twice as fast"
    try:
        facts["model"] = f"English, {check_model(MODEL)[:12]}"
        parser = load_parser()
        if isinstance(parser, SpacyParser):
            facts["arithmetic"] = f"{parser.arithmetic} (the faster of numpy and blis here)"
    except DragomanError as error:
        faults.append(str(error))
    try:
        register, lexicon = load_register(), load_lexicon()
        lemmas = sum(len(s.lemmas) for s in lexicon.senses)
        facts["almanac"] = (
            f"{len(register.names)} states, {len(register.entries):,} names, {len(register.roles)} roles, "
            f"{lemmas:,} senses in {len(lexicon.senses)} entries, {len(load_cues())} words of saying"
        )
    except DragomanError as error:
        faults.append(str(error))
    return facts, faults
