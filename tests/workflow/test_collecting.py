"""The collector rests, and works again."""

from __future__ import annotations

import gc

import pytest

from dragoman.workflow.collecting import no_collecting


def test_the_collector_rests_inside_and_works_after() -> None:
    with no_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_works_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), no_collecting():
        raise ValueError("broken")
    assert gc.isenabled()


def test_a_collector_that_is_off_stays_off() -> None:
    gc.disable()
    try:
        with no_collecting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
