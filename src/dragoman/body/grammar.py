# What is wrong by its neighbours: forms that no grammar joins, words of like sound, names that a
# word-swapping copy has put into other words. Rule 1: the rules are data, almanac/body/grammar.toml;
# here is only how they are applied. Rule 2: a rule is tried where one of its words stands, so that
# a good passage costs one look at its words.
"""Sequences of words that nobody writes on purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.alphabet.lexfile import ALMANAC, table
from dragoman.alphabet.span import Span
from dragoman.body.passage import Noise

#: Characters before a match in which a rule's "unless" is looked for.
LOOK_BACK = 60
_WORD = re.compile(r"[^\W\d_]+")
_PLURALS = {"country": "countries"}
_NUMBER = {"has": "have", "was": "were", "is": "are", "does": "do", "have": "has", "are": "is"}


@dataclass(frozen=True, slots=True)
class _Rule:
    """One pattern, what it stands for, and what must not stand before it."""

    wrong: re.Pattern[str]
    fixed: str | None
    unless: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class _Grammar:
    """``almanac/body/grammar.toml``, made ready once."""

    rules: tuple[_Rule, ...]
    on: Mapping[str, tuple[int, ...]]  #: the rules that a word calls for, by their numbers
    bases: Mapping[str, str]  #: form → the verb's base
    names: Mapping[str, str]


@cache
def _grammar() -> _Grammar:
    """Read the almanac on first use."""
    data = table(ALMANAC / "body" / "grammar.toml")
    lists: dict[str, str] = {}
    for name, words in data["lists"].items():
        joined = " ".join(words.split())
        for other, choice in lists.items():
            joined = joined.replace(f"{{{other}}}", choice.replace("|", " "))
        lists[name] = "|".join(joined.split())
    on: dict[str, list[int]] = {}
    rules = []
    alike = (
        dict(zip(("on", "wrong", "fixed"), one, strict=False)) for one in data["sounds"]["alike"]
    )
    for number, one in enumerate([*data["rule"], *alike]):
        for word in one["on"].split():
            on.setdefault(word, []).append(number)
        rules.append(_rule(one, lists))
    bases = {past(verb): verb for verb in lists["base"].split("|")}
    bases |= {form: _plain(form, bases.values()) for form in lists["third"].split("|")}
    calls = {word: tuple(numbers) for word, numbers in on.items()}
    return _Grammar(tuple(rules), calls, bases, data["names"])


def _rule(values: Mapping[str, Any], lists: Mapping[str, str]) -> _Rule:
    def pattern(text: str) -> re.Pattern[str]:
        for name, choice in lists.items():
            text = text.replace(f"{{{name}}}", choice)
        return re.compile(text)

    unless = values.get("unless")
    return _Rule(pattern(values["wrong"]), values.get("fixed"), pattern(unless) if unless else None)


def slips_of_grammar(text: str, span: Span) -> list[Noise]:
    """Return the sequences of words inside *span* that are wrong in every reading.

    >>> told = "Iran has warn the envoys, said the Overseas Ministry."
    >>> [(n.text, n.fixed) for n in slips_of_grammar(told, Span(0, len(told)))]
    [('has warn', 'has warned'), ('Overseas Ministry', 'Foreign Ministry')]
    """
    known = _grammar()
    words = {word.lower() for word in _WORD.findall(text, span.start, span.end)}
    called = sorted({number for word in words & known.on.keys() for number in known.on[word]})
    found = sorted(
        (one for number in called for one in _broken(known.rules[number], text, span)),
        key=lambda one: one.span,
    )
    kept: list[Noise] = []
    for one in found:
        if not kept or kept[-1].span.end <= one.span.start:
            kept.append(one)
    return kept


def _broken(rule: _Rule, text: str, span: Span) -> Iterator[Noise]:
    """The places in *span* that break one rule."""
    for match in rule.wrong.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - LOOK_BACK) : match.start()]
        if rule.unless is None or rule.unless.search(before) is None:
            yield Noise(Span(*match.span()), match.group(), "garbled", _fixed(rule, match))


def _fixed(rule: _Rule, match: re.Match[str]) -> str | None:
    """What a match stands for; None if that is not told, or not known of its verb."""
    if rule.fixed is None:
        return None
    known = _grammar()
    unknown = False

    def put(mark: re.Match[str]) -> str:
        nonlocal unknown
        if mark["name"]:
            return _WORD.sub(lambda one: known.names.get(one[0], one[0]), match.group())
        word = match.group(int(mark["group"] or mark["form"]))
        forms: dict[str, Mapping[str, str]] = {
            "base": known.bases, "are": _NUMBER, "is": _NUMBER, "many": _PLURALS,
        }  # fmt: skip
        match mark["how"]:
            case None:
                return word or ""
            case "past":
                return past(word)
            case "many":
                return _PLURALS.get(word, f"{word}s")
            case how:
                unknown = unknown or word not in forms[how]
                return forms[how].get(word, word)

    made = re.sub(
        r"\\(?P<group>\d)|\{(?P<how>\w+):(?P<form>\d)\}|(?P<name>\{name\})", put, rule.fixed
    )
    return None if unknown else made


def past(verb: str) -> str:
    """The past of a regular verb that doubles no letter.

    >>> past("warn"), past("impose"), past("deny")
    ('warned', 'imposed', 'denied')
    """
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in ("a", "e", "o"):
        return f"{verb[:-1]}ied"
    return f"{verb}ed"


def _plain(form: str, bases: Any) -> str:
    """The base of a form in -s."""
    if form.endswith("ies"):
        return f"{form[:-3]}y"
    return form[:-2] if form[:-2] in set(bases) or form == "goes" else form[:-1]
