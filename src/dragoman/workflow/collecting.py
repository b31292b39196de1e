# A reading makes tens of thousands of values that all live until it is done: looking for garbage
# among them finds none, and takes as long as a twentieth of the reading.
"""Rest for Python's collector of cyclic garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """Let the collector rest while the block runs; one that is off stays off.

    Threads may read at the same time: the first to end lets the collector work again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
