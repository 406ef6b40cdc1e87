"""The one way to read the tables under `catalogue/data`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parent / "data"
NOT_VERIFIED = "not verified"


def rows(*names: str) -> Iterator[dict[str, str]]:
    """Return the rows of one or more tables with the same columns, in order."""
    for name in names:
        with open(DATA / name, encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def verified(source: str) -> str | None:
    """Return a row's source, or `None` where the table says that no source was found for it."""
    return None if NOT_VERIFIED in source else source
