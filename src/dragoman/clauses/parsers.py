"""The list of parsers. Plug-ins add to it and cannot shadow what is built in."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import entry_points

from dragoman.alphabet.errors import UnknownParserError
from dragoman.clauses.parser import Parser

PARSERS: Mapping[str, str] = {"spacy": "dragoman.clauses.spacy_parser:SpacyParser"}
_loaded: dict[str, Parser] = {}


def load_parser(name: str = "spacy") -> Parser:
    """Return the parser called *name*, loading it once per process.

    Raises: UnknownParserError, naming those that are known.
    """
    if name not in _loaded:
        plugged = {p.name: p.value for p in entry_points(group="dragoman.parsers")}
        known = plugged | dict(PARSERS)
        if name not in known:
            raise UnknownParserError(
                f"No parser called {name!r}. Known: {', '.join(sorted(known))}."
            )
        module, _, attribute = known[name].partition(":")
        parser: Parser = getattr(import_module(module), attribute)()
        _loaded[name] = parser
    return _loaded[name]
