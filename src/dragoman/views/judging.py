# Rule 1: one event is one screen: the sentence first, then what was made of it, then who says so.
# Rule 2: who acts, what is done and to whom are seen in the sentence itself, also without colours.
# Rule 3: all text of a report is escaped, character by character, so that marks stay where they are.
"""An event as somebody sees it who judges it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from dragoman.views.terminal import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Plain = dict[str, Any]
KEYS = "a accept   x reject   space skip   backspace undo   q quit"
#: What stands around the words of each kind, and their colour.
_SIGNS = {
    "actor": ("[", "→]", "bold cyan"),
    "recipient": ("[→", "]", "bold magenta"),
    "each": ("[", "↔]", "bold cyan"),
    "trigger": ("*", "*", "bold yellow"),
}


def show(console: Console, event: Plain, place: int, count: int) -> None:
    """Print one event on a clean screen.

    Args:
        event: as ``Ledger.unjudged()`` gives it.
        place, count: which one of how many it is, from 1.
    """
    from rich.text import Text

    console.clear()
    certain = f"confidence {event['confidence']:.2f}" if event["confidence"] is not None else ""
    console.rule(Text(f"{place} of {count}   {certain}"), align="left", style="dim")
    console.print(marked(event))
    console.print()
    for line in facts(event):
        console.print(Text(line), no_wrap=True, overflow="ellipsis")
    console.print()
    console.print(Text(KEYS, "dim"), no_wrap=True, overflow="ellipsis")


def marked(event: Plain) -> Text:
    """The sentence with what is done between stars, who acts and who is acted on in brackets."""
    from rich.text import Text

    sentence, first = event["sentence"] or event["evidence"], event["sentence_start"]
    opens: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for start, end, kind in _marks(event):
        if first is not None and first <= start < end <= first + len(sentence):
            opens[start - first].append((end - first, kind))
    made, inside = Text(), []
    for place, character in enumerate(sentence):
        # The longest is outside, and so is a party that is its own trigger ("protesters").
        for end, kind in sorted(opens[place], key=lambda one: (-one[0], one[1] == "trigger")):
            before, _, style = _SIGNS[kind]
            inside.append((end, kind))
            made.append(before, style)
        style = _SIGNS[inside[-1][1]][2] if inside else ""
        made.append(" " if character.isspace() else visible(character), style)
        while inside and inside[-1][0] == place + 1:
            _, kind = inside.pop()
            made.append(*_SIGNS[kind][1:])
    return made


def _marks(event: Plain) -> Iterable[tuple[int, int, str]]:
    """Characters of the report that are shown, and as what; those that cross others are not."""
    trigger = event["trigger"]
    kind = "each" if event.get("reciprocal") else "actor"
    wanted = [(trigger["start"], trigger["end"], "trigger")]
    wanted += [(p["start"], p["end"], kind) for p in event["actor"]]
    wanted += [(p["start"], p["end"], "recipient") for p in event["recipient"]]
    made: list[tuple[int, int, str]] = []
    for start, end, sign in wanted:
        if start is None:
            continue
        crossed = (s < start < e < end or start < s < end < e for s, e, _ in made)
        if not any(crossed):
            made.append((start, end, sign))
    return made


def facts(event: Plain) -> list[str]:
    """What was made of it, a line each: type and status, sides, who says it, report, origin."""
    what = event["type"] + (f" / {event['mode']}" if event["mode"] else "")
    when = event["date"] or "no date of its own"
    arrow = " ↔ " if event.get("reciprocal") else ", "
    sides = [arrow.join(map(_party, event[side])) or "nobody" for side in ("actor", "recipient")]
    told = (event["title"], event["outlet"], event["published"], event["url"] or event["report"])
    return [
        f"{what} · {event['status']} · {visible(when)}",
        sides[0] if event.get("reciprocal") else " → ".join(sides),
        f"said by: {_voice(event)}",
        f"in: {' · '.join(visible(part) for part in told if part)}",
        f"by the rule {visible(event['rule'] or '–')}: {event['event_id']}",
    ]


def _party(party: Plain) -> str:
    name = visible(party["name"] or party["text"] or "?", 40)
    return f"{name} ({visible(party['code'] or 'no code')})"


def _voice(event: Plain) -> str:
    if not event["claim_id"]:
        return "the report itself"
    speaker = visible(event["speaker"] or "somebody not named", 60)
    code = f" ({visible(event['speaker_code'])})" if event["speaker_code"] else ""
    return f"{speaker}{code}, who {event['stance']} it"
