"""JSON Lines in the project's own flat names: holds every field."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from catalogue.reader import to_row
from catalogue.records import Credential

CANNOT_HOLD: dict[str, str] = {}


def write(credentials: Iterable[Credential], file: TextIO) -> None:
    """Write one flat record a line."""
    for credential in credentials:
        file.write(json.dumps(to_row(credential), ensure_ascii=False) + "\n")
