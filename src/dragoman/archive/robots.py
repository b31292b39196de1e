"""What a host asks of programs, by the rules of RFC 9309; read by the standard library."""

from __future__ import annotations

from collections.abc import Callable
from urllib.robotparser import RobotFileParser

#: Bytes of such a file that are read; what stands behind them is left out (RFC 9309, 2.5).
LONGEST_RULES = 512_000
#: From an agent's name and an address to whether it may be fetched.
Rules = Callable[[str, str], bool]


def rules_of(data: bytes) -> Rules:
    """Return the rules that a robots.txt states.

    >>> rules_of(b"User-agent: *\\nDisallow: /private/")("Dragoman/0.1", "https://a.example/private/x")
    False
    """
    parser = RobotFileParser()
    parser.parse(data[:LONGEST_RULES].decode("utf-8-sig", "replace").splitlines())
    return parser.can_fetch


def allow_all(agent: str, address: str) -> bool:
    """No rules: everything may be fetched."""
    del agent, address
    return True


def allow_none(agent: str, address: str) -> bool:
    """A host that cannot tell its rules: nothing may be fetched."""
    del agent, address
    return False
