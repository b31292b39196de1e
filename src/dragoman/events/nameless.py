# Acts in which nobody has a known code: gunmen who kill, a crowd that storms a ministry.
# Rule 1: such an act is kept where the report tells of politics besides: a lone burglary stays out.
# Rule 2: somebody in it must be of a kind that politics is made of, or what is done must be force.
#   "The attack", of nobody on nobody, says nothing that the report has not said.
"""Keep acts without a known code where they are part of a political story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.alphabet.settings import SHOWN
from dragoman.alphabet.skipped import Skipped
from dragoman.events.draft import Draft
from dragoman.events.event import Event

#: Acts on bodies and by bodies: they are what they are, whoever did them.
_FORCE = frozenset({"ASSAULT", "COERCE"})
#: Kinds of actors that politics is made of, unlike neighbours and fans.
_POLITICAL = frozenset("COP GOV JRN JUD LAB LEG MIL OPP PRE PRM PTY REB REF SPY UAF".split())
_STORY = 2  #: acts of known actors by which a report tells of politics


def may_be_nameless(made: Draft) -> bool:
    """Whether an act can be told of without a known code: force, or somebody of a known kind."""
    if any(p.sector in _POLITICAL for p in (*made.actor, *made.recipient)):
        return True
    clause, sense = made.frame.clause, made.sense
    released = sense.mode == "release" and clause.passive  # "a priest was freed", whoever held him
    saved = (
        sense.type == "AID" and clause.passive
    )  # "over 400 rescued off Malta", whoever saved them
    if clause.kind != "verb" or not (sense.type in _FORCE or released or saved):
        return False
    # An active verb has a subject; where the tree has lost it, somebody named may be meant.
    return clause.passive or bool(clause.slots.get("subject"))


def within_story(
    text: str, events: Sequence[Event]
) -> tuple[tuple[Event, ...], tuple[Skipped, ...]]:
    """Keep the acts without a known code if others make the report political.

    Returns: the events kept, in their order, and those left out with the reason.
    """
    if sum(map(_is_known, events)) >= _STORY:
        return tuple(events), ()
    left = (e for e in events if not _is_known(e))
    return tuple(filter(_is_known, events)), tuple(_passed_over(text, left))


def _passed_over(text: str, events: Iterable[Event]) -> Iterable[Skipped]:
    for event in events:
        reason = f"no known actor for {event.rule}"
        yield Skipped("events", reason, event.trigger, event.trigger.of(text)[:SHOWN])


def _is_known(event: Event) -> bool:
    return any(p.known for p in (*event.actor, *event.recipient))
