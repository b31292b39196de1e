# Where the two parties of a statement stand: one function a shape of the almanac.
# Rule 1: a shape that cannot name both sides says how far it came, and no pair.
# Rule 2: the nearest place that grammar offers is asked first; the first that names
#   somebody is believed, and the others are not asked.
"""The shapes that a rule of the almanac may have, by name."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.relations.bonds import bond, common
from dragoman.relations.found import Found
from dragoman.relations.roles import role
from dragoman.relations.said_by_verbs import together, verb
from dragoman.relations.sides import inside, made, side, under
from dragoman.relations.spot import Spot

SHAPES: dict[str, Callable[[Spot], Found | None]] = {
    "role": role, "bond": bond, "side": side, "made": made, "under": under, "verb": verb,
    "together": together, "common": common, "inside": inside,
}  # fmt: skip
