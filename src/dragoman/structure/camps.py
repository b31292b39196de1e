# Two camps of a network: the best split that a search finds, and how good any split could be.
# Both look at the matrix of signed weights: x'Wx over x = ±1 counts each tie that a split explains
# twice and takes off each that it does not.
"""A good split into two camps, and a bound that no split passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

#: Moves of the search for each place, and how often it starts anew from the best split so far.
MOVES, STARTS = 60, 10
#: Steps of the bound at most; some 15 are needed.
_STEPS = 60
#: It ends where it is within this share of its best.
_NEAR = 1e-6


def frustrated(weights: Matrix, camp: Matrix) -> float:
    """Sizes of the ties that a split leaves unexplained, added up.

    Args:
        weights: shape (n, n), symmetric: positive for friends, negative for foes.
        camp: shape (n,), 1 for the places of one camp and -1 for those of the other.
    """
    return float((abs(weights).sum() - camp @ weights @ camp) / 4)


def split(weights: Matrix) -> Matrix:
    """Return the best split that a tabu search finds; the same for the same network.

    It starts from the signs of the leading eigenvector, moves the place that gains most or loses
    least, and lets no place move back at once.

    Source: F. Glover, "Tabu search, part I", ORSA Journal on Computing 1 (1989), 190-206; for
    this problem: G. Kochenberger et al., Journal of Heuristics 19 (2013), 565-571.
    """
    import numpy as np

    n = len(weights)
    chance = np.random.default_rng(0)
    best = np.where(np.linalg.eigh(weights)[1][:, -1] >= 0, 1.0, -1.0)
    least = frustrated(weights, best)
    for start in range(STARTS):
        camp = best.copy()
        if start:
            camp[chance.choice(n, max(1, n // 8), replace=False)] *= -1
        left = frustrated(weights, camp)
        pull = camp * (weights @ camp)  # what moving a place would frustrate, less what it mends
        free = np.zeros(n, dtype=np.int64)  # the step from which a place may move again
        for step in range(MOVES * n // STARTS):
            may = (free <= step) | (left + pull < least - 1e-9)
            k = int(np.argmin(np.where(may, pull, np.inf)))
            if not may[k]:
                continue
            left += float(pull[k])
            camp[k] = -camp[k]
            pull += 2 * camp[k] * camp * weights[k]
            pull[k] = camp[k] * (weights[k] @ camp)
            free[k] = step + min(5, n // 3) + int(chance.integers(0, min(10, n // 2 + 1)))
            if left < least - 1e-9:
                least, best = left, camp.copy()
    return best


def least_frustration(weights: Matrix, camp: Matrix) -> float:
    """Return a bound: no split leaves less. It is close where camps are dense, and fast.

    The semidefinite relaxation of the largest cut: the y of least sum for which diag(y) - W has no
    negative eigenvalue bounds x'Wx for every split x. If *camp* is a best split and the bound
    tight, y is known from it; else it is found from inside. Whatever y the steps come to, it is
    mended in the end by its least eigenvalue, so that the bound holds.

    Args:
        weights: as for :func:`frustrated`.
        camp: the best split known.
    Source: C. Helmberg, F. Rendl, R. J. Vanderbei and H. Wolkowicz, "An interior-point method for
    semidefinite programming", SIAM Journal on Optimization 6 (1996), 342-361.
    """
    import numpy as np

    n = len(weights)
    told = _bound(weights, camp * (weights @ camp))
    if told >= frustrated(weights, camp) - _NEAR * min(1.0, float(np.abs(weights).max())):
        return told
    inner = np.eye(n)
    y = abs(weights).sum(axis=1) * 1.1 + 0.1
    slack = np.diag(y) - weights
    pressure = float((slack * inner).sum()) / (2 * n)
    for _ in range(_STEPS):
        if y.sum() - (weights * inner).sum() < _NEAR * max(1.0, y.sum()):
            break
        try:
            inverse = np.linalg.inv(slack)
            inverse = (inverse + inverse.T) / 2
            change = np.linalg.solve(inverse * inner, pressure * np.diag(inverse) - 1)
        except np.linalg.LinAlgError:
            break
        moved = -inverse @ (change[:, None] * inner) + pressure * inverse - inner
        moved = (moved + moved.T) / 2
        far = _inside(inner, moved), _inside(slack, np.diag(change))
        inner += far[0] * moved
        y += far[1] * change
        slack = np.diag(y) - weights
        pressure = float((slack * inner).sum()) / (2 * n) / (2 if sum(far) > 1.8 else 1)
    return max(told, _bound(weights, y))


def _bound(weights: Matrix, y: Matrix) -> float:
    """What *y* proves, once diag(y) - W has no negative eigenvalue."""
    import numpy as np

    least = min(0.0, float(np.linalg.eigvalsh(np.diag(y) - weights)[0]))
    return max(0.0, float((abs(weights).sum() - (y - least).sum()) / 4))


def _inside(matrix: Matrix, change: Matrix) -> float:
    """How far to go along a change so that a matrix keeps all its eigenvalues above 0."""
    import numpy as np

    step = 1.0
    while step > 1e-12:
        try:
            np.linalg.cholesky(matrix + step * change)
        except np.linalg.LinAlgError:
            step *= 0.8
        else:
            return step if step == 1.0 else 0.95 * step
    return 0.0
