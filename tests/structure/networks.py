"""Signed networks that tests share."""

from __future__ import annotations

from itertools import combinations
from random import Random

from hypothesis import strategies as st

from dragoman.structure.graph import SignedGraph, graph_of

PETERSEN = [(k, (k + 1) % 5) for k in range(5)] + [(k, k + 5) for k in range(5)]
PETERSEN += [(5 + k, 5 + (k + 2) % 5) for k in range(5)]
#: The great powers in the spring of 1907: Entente and Triple Alliance, as in T. Antal, P. L. Krapivsky and
#: S. Redner, "Social balance on networks: the dynamics of friendship and enmity", Physica D 224 (2006).
ENTENTE, ALLIANCE = ("FRA", "GBR", "RUS"), ("AUH", "DEU", "ITA")


def foes(pairs: list[tuple[int, int]]) -> SignedGraph:
    return graph_of({(f"P{a:02}", f"P{b:02}"): -1.0 for a, b in pairs})


def noisy(places: int, ties: int, noise: float, seed: int = 1) -> SignedGraph:
    """Two camps, ties between any of their places, and so many of them with the other sign."""
    chance = Random(seed)
    names = [f"P{k:03}" for k in range(places)]
    camp = {name: chance.random() < 0.5 for name in names}
    return graph_of({
        (a, b): 1.0 if (camp[a] == camp[b]) == (chance.random() >= noise) else -1.0
        for a, b in chance.sample(list(combinations(names, 2)), ties)
    })  # fmt: skip


def powers() -> SignedGraph:
    pairs = combinations((*ENTENTE, *ALLIANCE), 2)
    return graph_of({(a, b): 1.0 if (a in ENTENTE) == (b in ENTENTE) else -1.0 for a, b in pairs})


@st.composite
def graphs(draw: st.DrawFn, most: int = 12) -> SignedGraph:
    n = draw(st.integers(2, most))
    names = [f"P{k:02}" for k in range(n)]
    tie = st.sampled_from([-1.0, 1.0, 0.0, -0.4, 0.6])
    return graph_of({pair: draw(tie) for pair in combinations(names, 2)}, names)


#: Sixteen peoples of the highlands of New Guinea, by number: who was allied with whom ("rova") and whose enemy
#: ("hina"). K. E. Read, "Cultures of the Central Highlands, New Guinea", Southwestern Journal of Anthropology 10
#: (1954), 1-43; in the form in which P. Hage and F. Harary, Structural Models in Anthropology (1983), made it known.
ALLIED = "1-2 1-15 1-16 2-15 2-16 3-4 3-6 3-7 3-8 4-8 5-7 5-9 5-14 6-7 6-8 6-11 6-12 7-8 7-11 7-12 7-13 8-11 8-12"
ALLIED += " 9-10 9-13 10-13 11-12 13-14 15-16"
ENEMIES = "1-3 1-4 1-5 1-6 1-12 2-3 2-5 2-6 2-9 2-10 5-15 5-16 6-9 6-13 6-16 8-14 9-11 9-15 10-11 10-15 11-13"
ENEMIES += " 11-15 11-16 12-14 12-15 12-16 13-15 13-16 14-16"


def highland_peoples() -> SignedGraph:
    signs = [(pair, 1.0) for pair in ALLIED.split()] + [(pair, -1.0) for pair in ENEMIES.split()]
    return graph_of({
        (f"P{int(a):02}", f"P{int(b):02}"): sign
        for pair, sign in signs
        for a, b in [pair.split("-")]
    })  # fmt: skip
