"""Amounts of learning on named credit systems, and what they come to on others: always a range with its basis.

Two methods disagree, and both are shown: by hours (notional hours divided by hours per credit) and by year share
(credits of a full-time year against 60 ECTS). Contact and taught hours are no notional hours and are never converted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from catalogue.records import Credential, Credits
from catalogue.tables import rows, verified

HOURS = "hours"
ECTS = "ECTS credit"
CEU = "CEU (continuing education unit)"
# Hours behind one ECTS at most and at least (the ECTS row), by which the table's hour-based ECTS figures were made.
MOST_HOURS_PER_ECTS, LEAST_HOURS_PER_ECTS = 30, 25


class CreditError(ValueError):
    """A credit system or amount that cannot be converted; the message says why and names what can."""


@dataclass(frozen=True)
class CreditSystem:
    """One row of the credit tables: notional hours and ECTS per credit, `None` where the table states none.

    `year_share` is the ECTS per credit when a full-time year of either is set equal. `source` is `None` where the
    table says that none was found. Only a `convertible` system is an amount of learning that others can be set against.
    """

    name: str
    country: str
    hours: tuple[float, float] | None
    ects: tuple[float, float] | None
    year_share: float | None
    basis: str
    source: str | None

    @property
    def convertible(self) -> bool:
        """True where hours are notional, sourced, and of a credit or award rather than a taught or funded minimum."""
        return self.hours is not None and self.source is not None and (self.ects is not None or self.name == HOURS)


@dataclass(frozen=True)
class Conversion:
    """`amount` of `system` is `low` to `high` of `to`; `by_hours` and `by_year_share` say what either method gives."""

    amount: float
    system: str
    to: str
    low: float
    high: float
    by_hours: tuple[float, float] | None
    by_year_share: float | None
    basis: str
    sources: tuple[str, ...]

    @property
    def in_words(self) -> str:
        """Return one sentence or two for a learner."""
        span = f"{self.low:.3g}" if _same(self.low, self.high) else f"{self.low:.3g} to {self.high:.3g}"
        stated = f"{self.amount:g} {_shown(self.system, self.amount)} {'is' if self.amount == 1 else 'are'}"
        return f"{stated} about {span} {_shown(self.to, self.high)} ({self.basis})."


def _same(one: float, other: float) -> bool:
    return abs(one - other) < 1e-9


def _range(row: Mapping[str, str], low: str, high: str) -> tuple[float, float] | None:
    return (float(row[low]), float(row[high])) if row[low] and row[high] else None


def _load_systems() -> Mapping[str, CreditSystem]:
    """Return every credit system by its name in the tables, and plain hours."""
    shares = {row["credit_system"]: float(row["ects_per_credit"]) for row in rows("credit_year_share.csv")}
    systems = {HOURS: CreditSystem(HOURS, "", (1, 1), None, None, "notional hours", "")}
    for row in rows("credits.csv", "credits_added.csv"):
        hours = _range(row, "notional_hours_low", "notional_hours_high")
        share = shares.get(row["credit_system"])
        systems[row["credit_system"]] = CreditSystem(
            name=row["credit_system"],
            country=row["country"],
            hours=hours,
            ects=_exact(_range(row, "ects_equivalent_low", "ects_equivalent_high"), hours, share),
            year_share=share,
            basis=row["basis"],
            source=verified(row["source_url"]),
        )
    return MappingProxyType(systems)


def _exact(
    ects: tuple[float, float] | None, hours: tuple[float, float] | None, share: float | None
) -> tuple[float, float] | None:
    """Return the ECTS range with calculated ends unrounded: the table keeps two decimals (0.33 for 10/30)."""
    if ects is None or hours is None:
        return ects
    exact = (hours[0] / MOST_HOURS_PER_ECTS, hours[1] / LEAST_HOURS_PER_ECTS, *([share] if share else []))
    low, high = (next((figure for figure in exact if abs(figure - end) <= 0.00501), end) for end in ects)
    return low, high


SYSTEMS = _load_systems()


def _key(name: str) -> str:
    """Return the form in which spellings of a credit system meet; a plural is no difference."""
    words = re.findall(r"[\w'/-]+", name.lower())
    return " ".join(word[:-1] if word.endswith("s") and word not in ("ects", "cats", "us") else word for word in words)


_NAMES = {_key(name): name for name in SYSTEMS} | {
    _key(alias): row["credit_system"] for row in rows("credit_names.csv") for alias in row["also_written"].split(";")
}


def find_system(name: str) -> CreditSystem:
    """Return the credit system that a catalogue's or a person's name for it means. Raises CreditError."""
    key = _key(name)
    if "aqf credit point" in key or key in ("aqf", "australian credit", "aqf credit", "australian credit point"):
        raise CreditError(
            "AQF credit points have no national size: Australia has no credit unit, each university sets its own; "
            "ask for the hours, or use the share of a full-time year."
        )
    if key not in _NAMES:
        choices = ", ".join(name for name, system in SYSTEMS.items() if system.convertible)
        raise CreditError(f"{name.strip()!r} is not a known credit system; expected one of {choices}.")
    return SYSTEMS[_NAMES[key]]


def _usable(name: str) -> CreditSystem:
    """Return the system where it can be converted. Raises CreditError with the table's reason where it cannot."""
    system = find_system(name)
    if system.source is None:
        raise CreditError(f"{system.name} is not converted: no source was found for its size (not verified).")
    if not system.convertible:
        raise CreditError(f"{system.name} is not converted: {system.basis}.")
    return system


def convert(amount: float, system: str, to: str) -> Conversion:
    """Return what an amount on one credit system comes to on another. Raises CreditError."""
    if not 0 < amount <= 100_000:
        raise CreditError(f"The amount is {amount:g}, expected more than 0 and at most 100000.")
    source, target = _usable(system), _usable(to)
    if source.name == target.name:
        return Conversion(
            amount, source.name, target.name, amount, amount, None, None, "the same system", _given(source)
        )
    assert source.hours and target.hours  # every convertible system has them
    by_hours = (amount * source.hours[0] / target.hours[1], amount * source.hours[1] / target.hours[0])
    by_share = amount * source.year_share / target.year_share if source.year_share and target.year_share else None
    both = (min(by_hours[0], by_share or by_hours[0]), max(by_hours[1], by_share or by_hours[1]))
    low, high = both
    if target.name == ECTS and source.ects:
        low, high = amount * source.ects[0], amount * source.ects[1]
    elif source.name == ECTS and target.ects:
        low, high = amount / target.ects[1], amount / target.ects[0]
    basis = _basis(source, target, by_hours, by_share)
    if not (_same(low, both[0]) and _same(high, both[1])):
        basis += f"; published equivalences {low:.3g} to {high:.3g}"
    return Conversion(amount, source.name, target.name, low, high, by_hours, by_share, basis, _given(source, target))


def _basis(source: CreditSystem, target: CreditSystem, by_hours: tuple[float, float], by_share: float | None) -> str:
    """Return how the figures came about, in words."""
    low, high = by_hours
    hours = f"by hours {low:.3g}" if _same(low, high) else f"by hours {low:.3g} to {high:.3g}"
    if HOURS in (source.name, target.name):
        other = source if target.name == HOURS else target
        assert other.hours
        each = f"{other.hours[0]:g}" if _same(*other.hours) else f"{other.hours[0]:g} to {other.hours[1]:g}"
        return f"{each} notional hours for 1 {_shown(other.name)}"
    if by_share is not None:
        return f"approximate: {hours}; by share of a full-time year {by_share:.3g}"
    return f"approximate: {hours}"


def convert_json(amount: float, system: str, to: str) -> dict[str, Any]:
    """Return the answer of `cairn convert --json`; figures to two decimals. Raises CreditError."""
    found = convert(amount, system, to)
    return {
        "amount": found.amount,
        "system": found.system,
        "to": found.to,
        "low": round(found.low, 2),
        "high": round(found.high, 2),
        "by_hours": [round(end, 2) for end in found.by_hours] if found.by_hours else None,
        "by_year_share": round(found.by_year_share, 2) if found.by_year_share is not None else None,
        "basis": found.basis,
        "source": found.sources[0] if found.sources else None,
        "sources": list(found.sources),
        "says": found.in_words,
    }


@lru_cache(maxsize=4096)  # a catalogue states the same few amounts over and over
def hours_of(credits: Credits) -> tuple[float, float] | None:
    """Return the notional hours behind stated credits, `None` where the system is not stated or has no sourced size."""
    if credits.system is None:
        return None
    try:
        found = convert(credits.amount, credits.system, HOURS)
    except CreditError:
        return None
    return found.low, found.high


def notional_hours(credential: Credential) -> tuple[float, float] | None:
    """Return a credential's total hours as stated, or as its stated credits imply; `None` where neither says."""
    if credential.hours_total is not None:
        return credential.hours_total, credential.hours_total
    return hours_of(credential.credits) if credential.credits else None


def contact_hours(credential: Credential) -> float | None:
    """Return the hours with a teacher, as stated or as CEU count them (10 each); they say nothing of the total work."""
    if credential.contact_hours is not None:
        return credential.contact_hours
    credits = credential.credits
    ceu = SYSTEMS[CEU].hours
    return credits.amount * ceu[0] if ceu and credits and credits.system and _known(credits.system) == CEU else None


def _known(system: str) -> str | None:
    try:
        return find_system(system).name
    except CreditError:
        return None


def _given(*systems: CreditSystem) -> tuple[str, ...]:
    return tuple(dict.fromkeys(system.source for system in systems if system.source))


def _shown(name: str, amount: float = 1) -> str:
    """Return the name as it reads in a sentence after an amount: "1 NZQCF credit", "10 ECTS"."""
    if name == HOURS:
        return "hour" if amount == 1 else HOURS
    name = name.replace("ECTS credit", "ECTS")
    return name if amount == 1 else re.sub(r"(credit|credit hour|credit point)(?= \(|$)", r"\1s", name)
