# How often each level occurs: what share of the acts of a pair is friendly, over stretches of time, among
# the pairs of a history. Before a pair is looked at, its levels are taken to be as those of the pairs
# around it (empirical Bayes): where a fifth of what friends do is told against the grain, a stretch in
# which half is hostile is no likely stretch, and a turn is dated better for knowing it.
# Rule: a pair says nothing of itself here. Its acts would count twice.
"""The levels that are usual among pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dragoman.relations.signs import Tally

#: Shares of friendly acts that a stretch may have: between almost none and almost all.
LEVELS = tuple(k / 20 for k in range(1, 20))
#: Every level alike: what is known where no other pair is.
EVEN = (1 / len(LEVELS),) * len(LEVELS)
#: Levels that a pair shows: those of two stretches, since one turn is expected of it.
SHOWN = 2.0
#: Levels that are taken to be known beforehand, shared out among all.
ADDED = 1.0
#: Rounds at most, and the change at which there is no need of another.
_ROUNDS = 100
_SMALL = 1e-4


def usual_levels(tallies: Iterable[Tally], *, believed: bool) -> tuple[float, ...]:
    """Return how often each of LEVELS occurs, adding up to 1, as likely as can be for *tallies*.

    Each half-year of a pair has one level, drawn from what is sought; each pair counts alike, however
    long it is told of. The likeliest frequencies are found by expectation and maximisation. One
    level shared out among all is added beforehand, so that few pairs move little.

    Args:
        tallies: of other pairs than the one to be looked at.
        believed: whether signs are as reliable as they are believed, or all alike.
    Source: N. Laird, Journal of the American Statistical Association 73 (1978), 805-811, for the
        frequencies; B. Efron and C. Morris, ibid. 68 (1973), 117-130, for learning from the others;
        W. Perks, Journal of the Institute of Actuaries 73 (1947), 285-334, for what is added.
    """
    import numpy as np

    found = list(tallies)
    if not found:
        return EVEN
    halves = Counter((t.a, t.b) for t in found)
    weight = np.array([SHOWN / halves[t.a, t.b] for t in found])
    friendly, hostile = (
        np.array(x)[:, None] for x in zip(*((t.friendly, t.hostile) for t in found), strict=True)
    )
    reliable = np.array([t.reliability if believed else t.share for t in found])[:, None]
    chance = reliable * np.array(LEVELS) + (1 - reliable) / 2
    told = friendly * np.log(chance) + hostile * np.log(1 - chance)
    likely = np.exp(told - told.max(axis=1, keepdims=True))
    made = np.array(EVEN)
    for _ in range(_ROUNDS):
        held = likely * made
        new = (weight / held.sum(axis=1)) @ held + ADDED / len(LEVELS)
        new /= new.sum()
        change, made = abs(new - made).max(), new
        if change < _SMALL:
            break
    return tuple(made.tolist())
