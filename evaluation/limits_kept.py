"""Whether recommendations keep the stated limits, read from the records and not by the ranking's own filter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from catalogue.money import convert_money
from catalogue.records import Credential
from catalogue.store import Catalogue

Profile = Mapping[str, Any]


def broken_limits(profile: Profile, recommendations: Sequence[Mapping[str, Any]], catalogue: Catalogue) -> list[str]:
    """Return "id: slot" for each stated limit that a recommended record's stated facts break.

    `profile` and `recommendations` are those of the `cairn chat --json` contract. What a record does not state breaks
    nothing; a level on another scale than the wish is not compared here.
    """
    records = catalogue.get(str(item.get("id")) for item in recommendations)
    return [f"{record.id}: {slot}" for record in records for slot, breaks in _BREAKS.items() if breaks(profile, record)]


def _cost(profile: Profile, record: Credential) -> bool:
    wanted = profile.get("max_cost")
    if not wanted or record.cost is None:
        return False
    if wanted.get("currency") in (None, record.cost.currency):
        return record.cost.amount > wanted["amount"]
    price = convert_money(record.cost, wanted["currency"])
    return price is not None and price.amount > wanted["amount"]


def _mode(profile: Profile, record: Credential) -> bool:
    if record.mode is None:
        return False
    if profile.get("avoid_mode"):
        return record.mode == profile["avoid_mode"]
    return bool(profile.get("mode")) and record.mode != profile["mode"]


def _level(profile: Profile, record: Credential) -> bool:
    wanted, stated = profile.get("level"), record.level
    if not wanted or stated is None or stated.value is None or not stated.value.isdigit():
        return False
    if wanted.get("framework") not in (None, stated.framework):
        return False
    low, high = wanted.get("min"), wanted.get("max")
    return (low is not None and int(stated.value) < low) or (high is not None and int(stated.value) > high)


def _language(profile: Profile, record: Credential) -> bool:
    wanted = {str(tag).split("-")[0] for tag in profile.get("languages") or []}
    return bool(wanted and record.languages) and not wanted & {tag.split("-")[0] for tag in record.languages}


def _avoided_provider(profile: Profile, record: Credential) -> bool:
    names = f"{record.provider or ''} {record.platform or ''}".casefold()
    return any(
        str(name).casefold() in names.split() or str(name).casefold() == names.strip()
        for name in profile.get("avoid_providers") or []
    )


def _more_than(slot: str, fact: Callable[[Credential], float | None]) -> Callable[[Profile, Credential], bool]:
    """Return a check that a record's figure exceeds the limit in a slot."""

    def breaks(profile: Profile, record: Credential) -> bool:
        limit, stated = profile.get(slot), fact(record)
        return limit is not None and stated is not None and stated > limit

    return breaks


_BREAKS: dict[str, Callable[[Profile, Credential], bool]] = {
    "free_only": lambda profile, record: bool(profile.get("free_only")) and record.is_free is False,
    "max_cost": _cost,
    "max_weeks": _more_than(
        "max_weeks", lambda record: None if record.pacing == "self-paced" else record.duration_weeks
    ),
    "max_hours": _more_than("max_hours", lambda record: record.hours_total),
    "mode": _mode,
    "level": _level,
    "languages": _language,
    "avoid_providers": _avoided_provider,
}
