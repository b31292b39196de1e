from __future__ import annotations

import pytest

from dragoman.structure.conditions import condition_in


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Hanoi warned of reprisals if the drilling rig stayed.", "if the drilling rig stayed"),
        (
            "If the blockade goes on, Doha said, it will leave the talks.",
            "If the blockade goes on",
        ),
        (
            "Baku threatened an offensive unless its prisoners were freed.",
            "unless its prisoners were freed",
        ),
        ("Chad warned Sudan against raids.", None),
        ("Asked if the army would march, the minister warned Eritrea.", None),
        ("Manila will resist even if it must stand alone.", None),
        ("Kinshasa vowed to answer, if necessary.", None),
        ("If they come and if they shoot, Lima warned, it will shoot back.", None),
        ("Gifts will be returned.", None),
        ("", None),
        (None, None),
    ],
)
def test_one_if_clause_is_the_condition_and_anything_else_is_none(
    sentence: str | None, condition: str | None
) -> None:
    assert condition_in(sentence) == condition
