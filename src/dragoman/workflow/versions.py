"""What reads here: if one of these changes, a report may be read otherwise."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from dragoman.alphabet.lexfile import ALMANAC
from dragoman.ledger.enter import Versions


@cache
def versions() -> Versions:
    """Hashes of the model and of the almanac's files, and the version of the code.

    Raises: ModelError if the model is not the released one.
    """
    from dragoman import __version__
    from dragoman.clauses.spacy_parser import MODEL, check_model

    digest = sha256()
    for path in sorted(p for p in ALMANAC.rglob("*") if p.suffix in (".csv", ".toml", ".txt")):
        digest.update(path.relative_to(ALMANAC).as_posix().encode() + b"\0" + path.read_bytes())
    return Versions(check_model(MODEL)[:16], digest.hexdigest()[:16], __version__)
