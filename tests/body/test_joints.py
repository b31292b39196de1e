from __future__ import annotations

import pytest

from dragoman.alphabet.span import Span
from dragoman.body.joints import joints


def told(text: str) -> list[tuple[str, str | None]]:
    found = joints(text, Span(0, len(text)), {"Belarus"})
    return [(n.text, n.fixed) for n in sorted(found, key=lambda one: one.span)]


@pytest.mark.parametrize(
    ("text", "found", "fixed"),
    [
        ("It ends on Friday.They left.", "Friday.They", "Friday. They"),
        ("Is it safe?He said so.", "safe?He", "safe? He"),
        ("“It is safer.”He left.", "safer.”He", "safer.” He"),
        ('"It is safer."He left.', 'safer."He', 'safer." He'),
        ('He left."We stay," he said.', 'left."We', 'left. "We'),
        ("After the vote,saying no more.", "vote,saying", "vote, saying"),
        ("So Hungary(the last one) left.", "Hungary(the", "Hungary (the"),
        ("BackgroundThe two met.", "BackgroundThe", "Background The"),
        ("The UnitedStates left.", "UnitedStates", "United States"),
        ("So China’sforeign ministry left.", "China’sforeign", "China’s foreign"),
        ("It didn t help.", "didn t", "didn’t"),
        ("So Iran?s envoys left.", "Iran?s", "Iran’s"),
        ("So Iran s envoys left.", "Iran s", "Iran’s"),
        ("The country\ufffds envoys left.", "country\ufffds", "country’s"),
        ("So Erdo?an left.", "Erdo?an", None),
        ("Aid of 3. 5 million was sent.", "3. 5", "3.5"),
        ("The U .S. army left.", "U .S.", "U.S."),
        ("The govern- ment left.", "govern- ment", "government"),
        ("Envoys of Bela- rus left.", "Bela- rus", "Belarus"),
    ],
)
def test_what_runs_together_or_falls_apart_is_told(
    text: str, found: str, fixed: str | None
) -> None:
    assert told(text) == [(found, fixed)]


@pytest.mark.parametrize(
    "text",
    [
        "See example.com/news?id=a&b=c or write to a.lee@example.org. YouTube and LinkedIn.",
        "The U.S.-led force, St.Petersburg, e.g. the No.10 and 1,000 men; 3.5 million.",
        "The minister(s) said it (again). A (re)building of pre- and post-war towns.",
        "It is there , said one .",
        "In the 1990s the A s and B s; vitamin s or not.",
        "Asp.Net, Booking.Com and foo.bar.baz are names.",
    ],
)
def test_what_is_written_so_is_let_be(text: str) -> None:
    assert told(text) == []
