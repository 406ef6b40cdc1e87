"""Put chosen credentials in order, week after week at the learner's pace, with running totals and the unknown."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import networkx as nx
from babel.numbers import get_territory_currencies

from catalogue.credits import notional_hours
from catalogue.money import convert_money, format_money
from catalogue.records import Credential, Money
from recommender.profile import LearnerProfile

DEFAULT_CURRENCY = "EUR"


@dataclass(frozen=True)
class Range:
    """What is known of an amount: at least `low`, at most `high`; `high` is `None` where a source is silent."""

    low: float = 0.0
    high: float | None = 0.0

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, None if self.high is None or other.high is None else self.high + other.high)

    def in_words(self, unit: str) -> str:
        """Return the amount with its unit, a range where it is one: "at least 40 hours"."""
        if self.high is None:
            return f"at least {_shown(self.low)} {unit}" if self.low else "not stated"
        low, high = _shown(self.low), _shown(self.high)
        return f"{low} {unit}" if low == high else f"{low} to {high} {unit}"

    def as_json(self) -> dict[str, float | None]:
        """Return both ends, rounded to two decimals; a high of `None` is not stated."""
        return {"low": round(self.low, 2), "high": None if self.high is None else round(self.high, 2)}


UNKNOWN = Range(0.0, None)


def _shown(amount: float) -> str:
    return f"{amount:,.0f}" if amount >= 100 or float(amount).is_integer() else f"{amount:.1f}".removesuffix(".0")


def hours_of(credential: Credential) -> Range:
    """Return the hours as stated, or the range that the credit system gives, or unknown."""
    if credential.hours_total is not None:
        return Range(credential.hours_total, credential.hours_total)
    span = notional_hours(credential)
    return Range(*span) if span else UNKNOWN


def weeks_of(credential: Credential, pace: float | None) -> Range:
    """Return the calendar weeks at `pace` (hours a week), or at the source's own pace where the learner named none.

    A course with its own calendar keeps its length, longer where the pace is too slow for it; a self-paced one takes
    its hours divided by the pace.
    """
    hours, weeks = hours_of(credential), credential.duration_weeks
    own_pace = pace or credential.hours_per_week
    if hours.high is None or own_pace is None or (pace is None and weeks is not None):
        return UNKNOWN if weeks is None else Range(weeks, weeks)
    least = 0.0 if weeks is None or credential.pacing == "self-paced" else weeks
    return Range(max(least, hours.low / own_pace), max(least, hours.high / own_pace))


def cost_in(money: Money | None, currency: str) -> Range:
    """Return a price in a currency, by the dated table where it is another one; unknown where no price or rate is."""
    if money is None:
        return UNKNOWN
    if money.currency == currency or money.amount == 0:
        return Range(money.amount, money.amount)
    found = convert_money(money, currency)
    return Range(found.amount, found.amount) if found else UNKNOWN


def learners_currency(profile: LearnerProfile, candidates: Iterable[Credential]) -> str:
    """Return the currency of the budget, else of the learner's country, else the candidates' most frequent one."""
    if profile.max_cost and profile.max_cost.currency:
        return profile.max_cost.currency
    if profile.country and (found := get_territory_currencies(profile.country)):
        return str(found[0])
    counts = Counter(item.cost.currency for item in candidates if item.cost)
    return counts.most_common(1)[0][0] if counts else DEFAULT_CURRENCY


@dataclass(frozen=True)
class Totals:
    """Amounts so far: hours, calendar weeks, credits, share of the award (0 to 1) and cost.

    `paid` holds stated prices by currency, `cost` their approximate sum in the learner's `currency`. `credits` are in
    the award's own credits. `share` and `credits` are `None` where no component so far states them.
    """

    currency: str
    hours: Range = Range()
    weeks: Range = Range()
    cost: Range = Range()
    paid: tuple[Money, ...] = ()
    credits: float | None = None
    share: float | None = None

    def as_json(self) -> dict[str, object]:
        """Return all totals as plain values."""
        return {
            "hours": self.hours.as_json(),
            "weeks": self.weeks.as_json(),
            "paid": {money.currency: round(money.amount, 2) for money in self.paid},
            "cost": {**self.cost.as_json(), "currency": self.currency, "approximate": self.is_approximate},
            "credits": self.credits,
            "share": None if self.share is None else round(self.share, 4),
        }

    @property
    def in_words(self) -> str:
        """Return what is known to have been spent and reached: "40 hours, 700 EUR, 5 credits, 33% of the award"."""
        parts = [self.hours.in_words("hours")] if self.hours.low else []
        parts += [] if self.cost_in_words == "not stated" else [self.cost_in_words]
        parts += [f"{self.credits:g} credit{'' if self.credits == 1 else 's'}"] if self.credits is not None else []
        parts += [f"{int(self.share * 100 + 0.5)}% of the award"] if self.share is not None else []
        return ", ".join(parts)

    @property
    def is_approximate(self) -> bool:
        """Return whether a price had to be converted."""
        return any(money.currency != self.currency for money in self.paid)

    @property
    def cost_in_words(self) -> str:
        """Return the cost as stated per currency, and about how much that is where it had to be converted."""
        if not self.paid:
            return "not stated" if self.cost.high is None else "nothing"
        paid = " and ".join(format_money(money) for money in self.paid)
        about = f", about {format_money(Money(amount=round(self.cost.low), currency=self.currency))}"
        return f"{'at least ' if self.cost.high is None else ''}{paid}{about if self.is_approximate else ''}"


@dataclass(frozen=True)
class Step:
    """One credential of a plan in its weeks, and the totals after it.

    `starts` and `weeks` are calendar weeks, the first week being 1. `credits` and `share` are what it adds to the
    award. `fee` is paid on top of the price, for `fee_for`. `evidence` tells why it counts; `skills` are those not
    gained before.
    """

    credential: Credential
    starts: Range
    weeks: Range
    hours: Range
    fee: Money | None
    fee_for: str | None
    credits: float | None
    share: float | None
    state: str | None
    evidence: str | None
    skills: tuple[str, ...]
    after: Totals

    @property
    def in_weeks(self) -> str:
        """Return the weeks in words, where lengths are ranges by the longest: "weeks 1 to 4"."""
        if self.starts.high is None:
            return f"after that, {self.weeks.in_words('weeks') if self.weeks.high else 'length not stated'}"
        first = math.floor(self.starts.high)
        if self.weeks.high is None:
            return f"from week {first}, length not stated"
        last = max(first, math.ceil(self.starts.high + self.weeks.high - 1))
        return f"week {first}" if last == first else f"weeks {first} to {last}"

    @property
    def notes(self) -> list[str]:
        """Return the running totals, the skills gained, and the evidence that it counts, as far as there are any."""
        lines = [f"so far: {self.after.in_words}"] if self.after.in_words else []
        lines += [f"you gain: {', '.join(self.skills)}"] if self.skills else []
        return lines + ([self.evidence] if self.evidence else [])

    def as_json(self) -> dict[str, object]:
        """Return the step as plain values."""
        cost = self.credential.cost
        return {
            "id": self.credential.id,
            "title": self.credential.title,
            "provider": self.credential.provider,
            "starts_week": self.starts.as_json(),
            "weeks": self.weeks.as_json(),
            "hours": self.hours.as_json(),
            "cost": cost.model_dump() if cost else None,
            "fee": {**self.fee.model_dump(), "for": self.fee_for} if self.fee else None,
            "credits": self.credits,
            "share": None if self.share is None else round(self.share, 4),
            "state": self.state,
            "evidence": self.evidence,
            "skills": list(self.skills),
            "after": self.after.as_json(),
        }


@dataclass(frozen=True)
class Addition:
    """What one chosen credential adds to the goal, as the planner decided it."""

    credits: float | None = None
    share: float | None = None
    fee: Money | None = None
    fee_for: str | None = None
    state: str | None = None
    evidence: str | None = None


def in_order(chosen: Sequence[Credential], before: Mapping[str, Sequence[str]]) -> list[Credential]:
    """Return credentials, each after what must come `before` it; lower levels, course codes and shorter ones first."""
    by_id = {item.id: item for item in chosen}
    order = nx.DiGraph()
    order.add_nodes_from(by_id)
    order.add_edges_from((first, name) for name in by_id for first in before.get(name, ()) if first in by_id)
    return [by_id[name] for name in nx.lexicographical_topological_sort(order, key=lambda name: _early(by_id[name]))]


def _early(credential: Credential) -> tuple[float, str, float, str]:
    value = credential.level.value if credential.level else None
    level = float(value) if value and value.replace(".", "", 1).isdigit() else 0.0
    code = re.search(r"\b[A-Za-z]+\d{2,}\b", credential.title)
    return level, code[0] if code else "", hours_of(credential).low, credential.id


def timetable(
    chosen: Sequence[Credential],
    additions: Mapping[str, Addition],
    profile: LearnerProfile,
    start: Totals,
) -> tuple[Step, ...]:
    """Return one step per credential, one after another, from the totals of what is already held (`start`)."""
    steps: list[Step] = []
    totals, learned = start, {skill.casefold() for skill in profile.current_skills}
    for credential in chosen:
        added = additions.get(credential.id, Addition())
        weeks, hours = weeks_of(credential, profile.max_hours_per_week), hours_of(credential)
        skills = tuple(skill for skill in credential.skills if skill.casefold() not in learned)
        learned |= {skill.casefold() for skill in skills}
        starts = totals.weeks + Range(1, 1)
        totals = _plus(totals, credential, added, weeks, hours)
        steps.append(
            Step(
                credential, starts, weeks, hours, added.fee, added.fee_for, added.credits, added.share,
                added.state, added.evidence, skills, totals,
            )
        )  # fmt: skip
    return tuple(steps)


def _plus(totals: Totals, credential: Credential, added: Addition, weeks: Range, hours: Range) -> Totals:
    """Return the totals with one more credential."""
    prices = [money for money in (credential.cost, added.fee) if money is not None]
    costs = [cost_in(credential.cost, totals.currency)]
    costs += [cost_in(added.fee, totals.currency)] if added.fee else []
    return Totals(
        currency=totals.currency,
        hours=totals.hours + hours,
        weeks=totals.weeks + weeks,
        cost=reduce(Range.__add__, costs, totals.cost),
        paid=_sums([*totals.paid, *prices]),
        credits=_sum(totals.credits, added.credits),
        share=_sum(totals.share, added.share),
    )


def _sums(prices: Iterable[Money]) -> tuple[Money, ...]:
    """Return stated prices added up by currency, free ones left out."""
    by_currency: Counter[str] = Counter()
    for money in prices:
        by_currency[money.currency] += money.amount  # type: ignore[assignment]  # a Counter adds floats as well
    return tuple(Money(amount=amount, currency=name) for name, amount in sorted(by_currency.items()) if amount)


def _sum(one: float | None, other: float | None) -> float | None:
    return other if one is None else one if other is None else one + other
