"""What the exchange formats share: identifiers, durations, a JSON-LD graph written one node at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, TextIO
from urllib.parse import quote

from catalogue.importers.identity import OWN_URN

# Nothing says which language a record's texts are in; "und" is the tag for that (BCP 47).
UNDETERMINED = "und"


def urn(credential_id: str) -> str:
    """Return the identifier of a record as an absolute one, from which the import takes the record's own id back."""
    return OWN_URN + quote(credential_id, safe=":+@~")


def weeks_as_duration(weeks: float) -> str:
    """Return calendar weeks as ISO 8601 days and hours: XML Schema durations have no weeks ("P70D", "P17DT12H")."""
    days, hours = divmod(round(weeks * 7 * 24), 24)
    return "P" + (f"{days}D" if days else "") + (f"T{hours}H" if hours else "")


def hours_as_duration(hours: float) -> str:
    """Return hours of work as an ISO 8601 duration ("PT100H", "PT7H30M")."""
    whole, minutes = divmod(round(hours * 60), 60)
    return "PT" + (f"{whole}H" if whole else "") + (f"{minutes}M" if minutes else "")


def in_language(text: str | None) -> dict[str, str] | None:
    """Return a text as a JSON-LD language map."""
    return {UNDETERMINED: text} if text else None


def stated(node: Mapping[str, Any]) -> dict[str, Any]:
    """Return a node without the properties that nothing is stated for."""
    return {name: value for name, value in node.items() if value is not None and value != [] and value != {}}


def alike(text: str) -> str:
    """Return a name reduced to what tells organisations apart, for use in a node's identifier."""
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-") or "unnamed"


def write_graph(context: Any, nodes: Iterable[Mapping[str, Any]], file: TextIO) -> None:
    """Write a JSON-LD document with one node a line, so that a large catalogue never stands in memory."""
    file.write('{"@context": ' + json.dumps(context) + ', "@graph": [')
    for number, node in enumerate(nodes):
        file.write((",\n" if number else "\n") + json.dumps(node, ensure_ascii=False, allow_nan=False))
    file.write("\n]}\n")
