from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.archive.dates import day_of

DAY = date(2022, 10, 18)


@pytest.mark.parametrize(
    "value",
    [
        "2022-10-18", "2022-10-18T23:59:59Z", "2022-10-18T23:30:00-05:00", "2022-10-18 10:00:00.000",
        "20221018", "20221018T100000Z", "2022/10/18", "18/10/2022", "10/18/2022", "18.10.2022",
        "Oct 18, 2022", "October 18th, 2022 10:00 AM", "18 Oct. 2022", "Tuesday, 18 October 2022",
        "Tue, 18 Oct 2022 10:00:00 GMT", "Tue, 18 Oct 2022 23:30:00 -0500", "1666087200",
        1_666_087_200, 1_666_087_200_000, 1_666_087_200.5, DAY, datetime(2022, 10, 18, 5, tzinfo=UTC),
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(value: object) -> None:
    assert day_of(value) == DAY


@pytest.mark.parametrize(
    "value",
    [
        "04/03/2023", "2022", "2022-13-01", "2022-02-30", "yesterday", "", None, True, 12, -1, 1e300,
        float("nan"), [], "October 2022", "18 Foo 2022", "2022101", "9" * 99,
    ],
)  # fmt: skip
def test_what_names_no_one_day_names_none(value: object) -> None:
    assert day_of(value) is None


@given(st.one_of(st.text(max_size=60), st.floats(), st.integers()))
def test_no_value_raises(value: object) -> None:
    found = day_of(value)
    assert found is None or isinstance(found, date)
