"""A table for spreadsheets: one row a credential, the items of a list on lines of their own within the cell.

A cell that a spreadsheet would run as a formula gets an apostrophe before it
(https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Any, TextIO

from catalogue.exporters.parts import urn
from catalogue.reader import FIELD_ORDER, to_row
from catalogue.records import Credential

CANNOT_HOLD = {
    "stacks_into": "only the names of the larger awards; their provider, type, credits and source are left out"
}
RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r", "\n")
# Signs at which a reader of tables may split a cell.
SEPARATORS = (";", "|", ",")


def write(credentials: Iterable[Credential], file: TextIO) -> None:
    """Write a header and a row for each credential, in UTF-8 with the mark by which Excel knows it."""
    file.write("\ufeff")
    writer = csv.writer(file)
    writer.writerow(FIELD_ORDER)
    for credential in credentials:
        row = to_row(credential)
        row["id"] = urn(credential.id)  # a bare id would be taken for a code of this one file
        row["stacks_into"] = [rule.title for rule in credential.stacks_into]
        if credential.level is None:
            row["framework"] = None
        writer.writerow([safe_cell(row[name]) for name in FIELD_ORDER])


def safe_cell(value: Any) -> str:
    """Return a value as the text of a cell that no spreadsheet runs."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return f"{value:.12g}"
    if isinstance(value, list):
        text = "\n".join(" ".join(str(item).split()) for item in value)
        # A single item that holds a separator must not be taken for several.
        text += "\n" if len(value) == 1 and any(sign in text for sign in SEPARATORS) else ""
    else:
        text = str(value)
    return f"'{text}" if text.startswith(RUN_BY_SPREADSHEETS) else text
