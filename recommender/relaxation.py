"""Which stated limit empties a result, and the smallest loosening that brings something back."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from catalogue.money import convert_money
from catalogue.records import Credential
from catalogue.store import Catalogue
from recommender.limits import broken_limits
from recommender.profile import Budget, LearnerProfile

LIMITS = (
    "max_cost", "free_only", "max_weeks", "max_hours_per_week", "max_hours", "mode", "avoid_mode", "pacing", "level",
    "avoid_assessment", "want_assessment", "languages", "providers", "avoid_providers", "must_stack", "stack_into",
    "must_be_micro_credential",
)  # fmt: skip
# Limits that say the same thing twice and are loosened together.
TOGETHER = {"mode": ("mode", "avoid_mode"), "must_stack": ("must_stack", "stack_into")}
EMPTY = LearnerProfile()


@dataclass(frozen=True)
class Relaxation:
    """Limits loosened by as little as helps: `value` is the new figure, `None` where the limit is dropped."""

    slots: tuple[str, ...]
    profile: LearnerProfile
    gained: tuple[str, ...]
    value: float | Budget | None = None


def fitting(profile: LearnerProfile, candidates: Sequence[Credential]) -> tuple[str, ...]:
    """Return the ids of the candidates that break no stated limit, in their order."""
    broken = broken_limits(profile, Catalogue(candidates))
    return tuple(candidate.id for candidate in candidates if candidate.id not in broken)


def blocking(profile: LearnerProfile, candidates: Sequence[Credential]) -> Counter[str]:
    """Return how many candidates each limit stops, counted under the first limit that they break."""
    return Counter(broken_limits(profile, Catalogue(candidates)).values())


def relaxations(profile: LearnerProfile, candidates: Sequence[Credential]) -> list[Relaxation]:
    """Return what loosening each limit would bring back: a changed figure before a dropped limit, then by effect.

    Two limits are dropped together only where no single one helps.
    """
    stated = [slot for slot in LIMITS if getattr(profile, slot) != getattr(EMPTY, slot)]
    kept = set(fitting(profile, candidates))
    blocked = [candidate for candidate in candidates if candidate.id not in kept]
    found = [hit for slot in stated if (hit := _smallest(profile, slot, blocked)) is not None]
    if not found:
        pairs = [_dropped(profile, pair, blocked) for pair in combinations(stated, 2)]
        found = [pair for pair in pairs if pair.gained]
    return sorted(found, key=lambda hit: (hit.value is None, -len(hit.gained), LIMITS.index(hit.slots[0])))


def _smallest(profile: LearnerProfile, slot: str, blocked: Sequence[Credential]) -> Relaxation | None:
    """Return the least loosening of one limit that lets a blocked candidate in, or `None` where none does."""
    dropped = _dropped(profile, (slot,), blocked)
    if not dropped.gained:
        return None
    if slot not in FIGURES:
        return dropped
    returning = [candidate for candidate in blocked if candidate.id in dropped.gained]
    for figure in sorted({math.ceil(found) for item in returning if (found := FIGURES[slot](item, profile))}):
        value = Budget(amount=figure, currency=_currency(profile)) if slot == "max_cost" else float(figure)
        loosened = profile.model_copy(update={slot: value})
        if gained := fitting(loosened, blocked):
            return Relaxation((slot,), loosened, gained, value)
    return dropped


def _dropped(profile: LearnerProfile, slots: Iterable[str], blocked: Sequence[Credential]) -> Relaxation:
    every = tuple(dict.fromkeys(name for slot in slots for name in TOGETHER.get(slot, (slot,))))
    loosened = profile.model_copy(update={name: getattr(EMPTY, name) for name in every})
    return Relaxation(tuple(slots), loosened, fitting(loosened, blocked))


def _currency(profile: LearnerProfile) -> str | None:
    return profile.max_cost.currency if profile.max_cost else None


def _cost(credential: Credential, profile: LearnerProfile) -> float | None:
    """Return the price in the budget's currency, `None` where it is not stated or no rate is held."""
    currency = _currency(profile)
    if credential.cost is None or currency in (None, credential.cost.currency):
        return credential.cost.amount if credential.cost else None
    converted = convert_money(credential.cost, str(currency))
    return converted.amount if converted else None


def _weeks(credential: Credential, profile: LearnerProfile) -> float | None:
    if credential.duration_weeks is not None or profile.max_hours_per_week is None:
        return credential.duration_weeks
    return credential.weeks_at(profile.max_hours_per_week)


def _hours_per_week(credential: Credential, profile: LearnerProfile) -> float | None:
    if credential.hours_per_week is not None:
        return credential.hours_per_week
    weeks = credential.duration_weeks or profile.max_weeks
    return credential.hours_total / weeks if credential.hours_total and weeks else None


FIGURES: dict[str, Callable[[Credential, LearnerProfile], Any]] = {
    "max_cost": _cost,
    "max_weeks": _weeks,
    "max_hours": lambda credential, profile: credential.hours_total,
    "max_hours_per_week": _hours_per_week,
}
