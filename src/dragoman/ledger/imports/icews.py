# ICEWS coded event data, as Harvard Dataverse has it (doi:10.7910/DVN/28075): a head, tabs, quotation marks
# are no more than marks. Actors have names of countries and lists of sectors, no codes. Codes
# of events have often lost their zeros.
# "Event Date" is the day of the story or of the event, the codebook does not say which of each:
# it is kept as the event's, and the day of publication stays unknown.
"""Events of ICEWS."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.ledger.imports.actors import from_name
from dragoman.ledger.imports.table import Event, Layout, coded, day, figures, joined, sides

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text",
    "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
    "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude",
    "Longitude",
)  # fmt: skip


def read(row: Mapping[str, str]) -> Event:
    """One row.

    Raises: BadRowError, NoEventError.
    """
    code, meaning = coded(row["CAMEO Code"])
    source = from_name(row["Source Name"], row["Source Country"], row["Source Sectors"])
    target = from_name(row["Target Name"], row["Target Country"], row["Target Sectors"])
    story = row["Story ID"].strip()
    return Event(
        id=row["Event ID"],
        day=day(row["Event Date"]),
        type=meaning.type,
        mode=meaning.mode,
        contexts=meaning.contexts,
        label=" ".join(f"{row['Event Text']} (CAMEO {code})".split()),
        rule=f"icews.{code}",
        outlet=row["Publisher"].strip() or None,
        document=f"story {story}" if story else None,
        location=joined(row["City"], row["District"], row["Province"], row["Country"]),
        kept=figures(row, "Intensity", "Sentence Number", "Latitude", "Longitude"),
        **sides([source], [target]),
    )


def _columns(first: list[str]) -> tuple[str, ...] | None:
    names = tuple(name.strip().strip('"') for name in first)
    return names if set(COLUMNS[:14]) | {"Country"} <= set(names) else None


LAYOUT = Layout(title="ICEWS", columns=_columns, head=lambda _: True, read=read)
