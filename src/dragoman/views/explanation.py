# The explanation of a sentence: its tree, its actors, and the senses tried.
# Rule 1: it works on plain values (Explanation.to_dict), as the briefing does.
# Rule 2: a sense that made an event is marked; each other one says why it did not.
"""Print how a sentence was read, to a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.views.terminal import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text
    from rich.tree import Tree

Plain = dict[str, Any]
_MOST_SENSES = 12  #: senses shown a clause; a verb like "take" has many


def show(out: Console, explanation: Plain) -> None:
    """Print *explanation* (the values of ``Explanation.to_dict``) to *out*."""
    from rich.text import Text

    for sentence in explanation["sentences"]:
        out.print(Text(visible(sentence["text"]), "bold"))
        out.print()
        out.print(_tree(sentence["words"]))
        out.print()
        for clause in sentence["clauses"]:
            _clause(out, clause)
        out.print()
    reading = explanation["reading"]
    _mentions(out, reading)
    _events(out, reading)
    _left_out(out, reading)


def _tree(words: list[Plain]) -> Tree:
    """The dependency tree, the root first, each word with its relation and part of speech."""
    from rich.tree import Tree

    below: dict[int, list[Plain]] = {}
    for word in words:
        below.setdefault(word["head"], []).append(word)
    whole = Tree("", hide_root=True, guide_style="dim")
    pending = [(whole, word) for word in below.get(0, [])]
    while pending:
        branch, word = pending.pop()
        twig = branch.add(_word(word))
        pending += [(twig, child) for child in reversed(below.get(word["number"], []))]
    return whole


def _word(word: Plain) -> Text:
    from rich.text import Text

    label = Text(visible(word["text"]), "bold" if word["pos"] in ("VERB", "PROPN") else "")
    return label.append(f"  {word['dep']} {word['pos'].lower()}", "dim")


def _clause(out: Console, clause: Plain) -> None:
    from rich.text import Text

    head = Text.assemble((visible(clause["word"]), "bold cyan"), (f"  {clause['kind']}", "dim"))
    for sign in clause["signs"]:
        head.append(f" {sign}", "yellow")
    for slot, words in clause["slots"].items():
        head.append("  ").append(slot, "dim").append(" " + visible(", ".join(words)))
    out.print(head)
    for sense in sorted(clause["senses"], key=_distance)[:_MOST_SENSES]:
        sign, style = ("✓", "green") if sense["fits"] else ("·", "dim")
        line = Text.assemble("  ", (f"{sign} {sense['rule']}", style), "  ")
        line.append(visible(sense["verdict"]), "" if sense["fits"] else "dim")
        out.print(line)
    more = len(clause["senses"]) - _MOST_SENSES
    if more > 0:
        out.print(Text(f"  · and {more} more", "dim"))
    if not clause["senses"]:
        out.print(Text("  no sense in the almanac", "dim"))


def _distance(sense: Plain) -> tuple[bool, int]:
    """What fits first, then what lacks least."""
    return not sense["fits"], sense["verdict"].count("; ")


def _mentions(out: Console, reading: Plain) -> None:
    from rich.text import Text

    named = {(m["text"], m["code"], m["kind"]): None for m in reading["mentions"]}
    line = Text("Names: ", "bold")
    line.append(
        visible(", ".join(f"{text} → {code or '?'} ({kind})" for text, code, kind in named))
        or "none that the register knows",
    )
    out.print(line)


def _events(out: Console, reading: Plain) -> None:
    from rich.text import Text

    out.print(Text("Events: " + ("" if reading["events"] else "none"), "bold"))
    for event in reading["events"]:
        out.print(
            Text.assemble(
                ("  " + event["type"], "green"),
                f"  {_parties(event['actor'])} → {_parties(event['recipient'])}",
                (f"  {event['status']}", "yellow"),
                (f"  {event['rule']}", "dim"),
            )
        )


def _parties(parties: list[Plain]) -> str:
    return ", ".join(visible(p["code"] or f"“{p['text']}”") for p in parties) or "–"


def _left_out(out: Console, reading: Plain) -> None:
    from rich.text import Text

    for item in reading["skipped"]:
        out.print(Text(f"  passed over: {visible(item['text'])}: {visible(item['reason'])}", "dim"))
