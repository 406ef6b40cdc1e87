"""What is known about one credential: frozen, typed, and `None` wherever the source is silent."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

Mode = Literal["online", "blended", "in person"]
Pacing = Literal["self-paced", "scheduled"]


class RecordError(ValueError):
    """A record that cannot be used; the message names the record, the field, its value and what was expected."""


class Frozen(BaseModel):
    """Base of every record type: immutable, and strict about unknown field names."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False)


class Level(Frozen):
    """A place on a named scale.

    `framework` is a code of `catalogue/data/levels.csv` ("NZQCF") or, where that table lacks it, the name as
    stated ("HKQF"). `value` is text because scales have "E3", "4.5" and "A1"; `None` = on the framework, level
    not stated.
    """

    framework: str = Field(min_length=1, max_length=80)
    value: str | None = Field(default=None, max_length=20)


class Credits(Frozen):
    """An amount of learning on a named credit system; `system` is `None` where only the number is stated."""

    amount: float = Field(gt=0, le=1000)
    system: str | None = None


class Money(Frozen):
    """A price: `amount` in whole units of the ISO 4217 `currency`."""

    amount: float = Field(ge=0, le=10_000_000)
    currency: str = Field(pattern=r"^[A-Z]{3}$")


class StackingRule(Frozen):
    """One larger award that the source says this credential counts towards.

    `credits_awarded` of `credits_total` are in the award's own credit system; either may be unknown. `certainty` is
    the source's own word on it, `decided_by` the body with the last word, `expires` the last day on which it counts,
    `cap_share` the most (0 to 1) of the award that credits counted in this way may cover together.
    """

    title: str = Field(min_length=1)
    provider: str | None = None
    type: str | None = None
    credits_awarded: float | None = Field(default=None, gt=0)
    credits_total: float | None = Field(default=None, gt=0)
    certainty: Literal["will count", "may be considered"] | None = None
    decided_by: str | None = None
    expires: date | None = None
    cap_share: float | None = Field(default=None, gt=0, le=1)
    source_url: str | None = None

    @model_validator(mode="after")
    def _awards_no_more_than_the_total(self) -> StackingRule:
        if self.credits_awarded and self.credits_total and self.credits_awarded > self.credits_total:
            raise ValueError(
                f"{self.credits_awarded:g} credits awarded exceed the award's total of {self.credits_total:g}"
            )
        return self


class Credential(Frozen):
    """One credential on offer, as its source states it.

    `workload_hours` are notional hours in total, `contact_hours` only those with a teacher, `duration_weeks` calendar
    weeks, `hours_per_week` the pace the source states. `evidence_based` is true where a submitted proof of competence
    earns the award, so that missing hours are meant and not forgotten. `type_claim`, `oepass_claim` and
    `assessor_claim` are what the issuer or a reader says, shown as claims; the verdicts are in
    `catalogue/definition.py`. `source_date` is ISO 8601, possibly only a year. `offered_until` is the last day on which
    the source says it can be taken, `withdrawn` true where the source says that it no longer can. `read_from` and
    `read_on` are the file of the latest import and the day of reading.
    """

    id: str = Field(min_length=1, max_length=200)
    title: str = Field(min_length=1, max_length=1000)
    provider: str | None = Field(default=None, max_length=500)
    platform: str | None = None
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    languages: tuple[str, ...] = ()
    subject: str | None = None
    summary: str | None = None
    outcomes: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    type_claim: str | None = None
    oepass_claim: str | None = None
    level: Level | None = None
    credits: Credits | None = None
    workload_hours: float | None = Field(default=None, gt=0, le=20_000)
    contact_hours: float | None = Field(default=None, gt=0, le=20_000)
    duration_weeks: float | None = Field(default=None, gt=0, le=600)
    hours_per_week: float | None = Field(default=None, gt=0, le=168)
    evidence_based: bool = False
    cost: Money | None = None
    mode: Mode | None = None
    pacing: Pacing | None = None
    assessment: tuple[str, ...] = ()
    assessor_claim: str | None = None
    quality_assurance: str | None = None
    digital_certificate: str | None = None
    stacks_into: tuple[StackingRule, ...] = ()
    prerequisites: tuple[str, ...] = ()
    url: str | None = None
    source_url: str | None = None
    source_date: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    offered_until: date | None = None
    withdrawn: bool = False
    read_from: str | None = Field(default=None, max_length=200)
    read_on: date | None = None

    @field_validator("url", "source_url")
    @classmethod
    def _only_web_addresses(cls, value: str | None) -> str | None:
        """Refuse anything but http(s), so that no link in a card can run a script."""
        if value is not None and not value.lower().startswith(("http://", "https://")):
            raise ValueError("expected an address that starts with http:// or https://")
        return value

    @field_validator("source_date")
    @classmethod
    def _real_date(cls, value: str | None) -> str | None:
        if value is not None:
            date.fromisoformat((value + "-01-01")[:10])
        return value

    @property
    def is_free(self) -> bool | None:
        """True or false where a price is stated, `None` where it is not."""
        return None if self.cost is None else self.cost.amount == 0

    @property
    def hours_total(self) -> float | None:
        """Return the total hours as stated, or weeks times hours a week where both are stated."""
        if self.workload_hours is not None:
            return self.workload_hours
        if self.duration_weeks is not None and self.hours_per_week is not None:
            return self.duration_weeks * self.hours_per_week
        return None

    def weeks_at(self, hours_per_week: float) -> float | None:
        """Return how many weeks the stated hours take at this pace, or `None` where no hours are stated."""
        return None if self.hours_total is None else self.hours_total / hours_per_week
