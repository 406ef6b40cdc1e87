"""Plain values out of JSON that a stranger wrote: text, numbers, dates, types; whatever does not fit is `None`."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from catalogue.cleaning import clean_text
from catalogue.held.report import HeldError

MAX_DEPTH = 100
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-\w{1,8})*")


def parsed(text: str | bytes) -> Any:
    """Return the value of a JSON text of any encoding that JSON allows. Raises HeldError.

    NaN and infinities are read as `None`.
    """
    try:
        value = json.loads(text, parse_constant=lambda name: None)
    except RecursionError as error:
        raise HeldError(f"the file is nested deeper than {MAX_DEPTH} levels; no real credential is") from error
    except ValueError as error:
        raise HeldError(
            f"the file is not valid JSON ({str(error)[:120]}); download it again from its issuer"
        ) from error
    _check_depth(value)
    return value


def _check_depth(value: Any) -> None:
    """Raise HeldError when lists and objects are nested deeper than MAX_DEPTH."""
    layer, depth = [value], 0
    while layer:
        if depth > MAX_DEPTH:
            raise HeldError(f"the file is nested deeper than {MAX_DEPTH} levels; no real credential is")
        layer = [
            child
            for item in layer
            if isinstance(item, (dict, list))
            for child in (item.values() if isinstance(item, dict) else item)
        ]
        depth += 1


def words(value: Any, limit: int = 1000) -> str | None:
    """Return readable text: a string, or English (else the first) out of a language map, value object or list."""
    if isinstance(value, list):
        return next((text for text in map(words, value) if text), None)
    if isinstance(value, Mapping):
        if "@value" in value:
            return words(value["@value"])
        tags = sorted(filter(LANGUAGE_TAG.fullmatch, value), key=lambda tag: tag.split("-")[0] != "en")
        return next((text for tag in tags if isinstance(value[tag], (str, list)) and (text := words(value[tag]))), None)
    if not isinstance(value, str):
        return None
    return clean_text(value[: 4 * limit]).text[:limit] or None


def number(value: Any) -> float | None:
    """Return a finite number, also where it is written as text ("3.5")."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        amount = float(value)
    except (ValueError, OverflowError):
        return None
    return amount if math.isfinite(amount) else None


def day(value: Any) -> str | None:
    """Return the date (year, year-month or day) that an ISO 8601 text starts with."""
    found = re.match(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?=T|$|Z|[+ ])", value) if isinstance(value, str) else None
    if found is None:
        return None
    try:
        date.fromisoformat((found[0] + "-01-01")[:10])
    except ValueError:
        return None
    return found[0]


def listed(value: Any) -> list[Any]:
    """Return a JSON-LD value as the list that it stands for."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def objects(value: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield (position, object) for each object in a JSON-LD value."""
    return ((place, item) for place, item in enumerate(listed(value)) if isinstance(item, dict))


def first(value: Any) -> dict[str, Any]:
    """Return the first object in a JSON-LD value, or an empty one."""
    return next((item for _, item in objects(value)), {})


def types(document: Mapping[str, Any]) -> set[str]:
    """Return the last names of an object's types: "ob:Assertion" gives "Assertion"."""
    stated = listed(document.get("type", document.get("@type")))
    return {re.split(r"[/#:]", name)[-1] for name in stated if isinstance(name, str)}


def name_of(agent: Any) -> str | None:
    """Return the name of an organisation or person, or the address that stands in its place."""
    if isinstance(agent, list):
        return next((name for name in map(name_of, agent) if name), None)
    if not isinstance(agent, Mapping):
        return words(agent, 500)
    keys = ("name", "legalName", "prefLabel", "altLabel", "id", "@id")
    return next((name for key in keys if (name := words(agent.get(key), 500))), None)
