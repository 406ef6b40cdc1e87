"""Order the candidates by a score whose parts add up, then show different things first without losing the best."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from catalogue.coherence import age_in_days
from catalogue.frameworks import home_framework, level_rank
from catalogue.money import convert_money
from catalogue.records import Credential, Level
from recommender.award_names import resemblance
from recommender.limits import broken_limits
from recommender.profile import LearnerProfile
from recommender.settings import Weights

__all__ = ["Scored", "broken_limits", "diversify", "score", "score_parts", "wanted_skills"]

# Two records whose search vectors are nearer than this (cosine) tell the learner the same thing.
ALIKE = 0.90
# A fact older than this many days says nothing more about today.
STALE_DAYS = 10 * 365
# Facts that somebody can check, by the record's fields.
CHECKABLE = ("source_url", "quality_assurance", "assessment", "outcomes", "level", "digital_certificate")


@dataclass(frozen=True)
class Scored:
    """A candidate with the parts of its score; `alike` are ids of later candidates that say nearly the same."""

    credential: Credential
    parts: Mapping[str, float]
    alike: tuple[str, ...] = ()

    @property
    def total(self) -> float:
        """Return the score: the sum of its parts."""
        return sum(self.parts.values())


def score(
    candidates: Iterable[tuple[Credential, float]],
    coverage: Mapping[str, float],
    profile: LearnerProfile,
    weights: Weights,
    today: date,
) -> list[Scored]:
    """Return the candidates with their scores, best first, ties by id.

    `candidates` come with their relevance, `coverage` says by id how much of the wanted skills each teaches. What is no
    nearer than chance has no points for relevance; it still stands in the order of its relevance, below the rest.
    """
    scored = []
    for credential, relevance in candidates:
        parts = score_parts(credential, relevance, coverage.get(credential.id, 0.0), profile, weights, today)
        scored.append((Scored(credential, parts), min(relevance, 0.0)))
    scored.sort(key=lambda pair: (-(pair[0].total + pair[1]), pair[0].credential.id))
    return [item for item, _ in scored]


def score_parts(
    credential: Credential,
    relevance: float,
    coverage: float,
    profile: LearnerProfile,
    weights: Weights,
    today: date,
) -> dict[str, float]:
    """Return the parts of one credential's score in points, each 0 or more: a weight times a fit from 0 to 1."""
    fits = {
        "relevance": max(relevance, 0.0),
        "skills_gained": coverage,
        "level_fit": level_fit(credential, profile),
        "workload_fit": workload_fit(credential, profile),
        "cost_fit": cost_fit(credential, profile),
        "stacking": stacking_fit(credential, profile),
        "within_reach": float(credential.mode != "in person" or credential.country in (None, profile.country)),
        "trust": sum(bool(getattr(credential, name)) for name in CHECKABLE) / len(CHECKABLE),
        "freshness": freshness(credential, today),
    }
    return {name: getattr(weights, name) * fit for name, fit in fits.items()}


def wanted_skills(profile: LearnerProfile, role_skills: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the skills to gain, without those held: as named, or else those that the wanted role needs."""
    held = {skill.casefold() for skill in profile.current_skills}
    return tuple(skill for skill in profile.goal_skills or tuple(role_skills) if skill.casefold() not in held)


def level_fit(credential: Credential, profile: LearnerProfile) -> float:
    """Return 1 where the level is the next step from the highest one held, less the further up, 0 if unknown or below.

    Steps are EQF levels, by the tables of `catalogue.frameworks`.
    """
    own = level_rank(credential.level) if credential.level else None
    reached = held_level(profile)
    if own is None or reached is None or own[1] < reached:
        return 0.0
    return 1.0 / (1.0 + max(own[0] - reached - 1.0, 0.0))


def held_level(profile: LearnerProfile) -> float | None:
    """Return the highest EQF level among the qualifications held, `None` where no level of them is known.

    A bare number is read on the scale of the learner's country, as it is said there.
    """
    home = home_framework(profile.country)
    ranks = []
    for held in profile.held:
        name, _, value = re.sub(r"\blevel\b", " ", held.level or "", flags=re.IGNORECASE).strip().rpartition(" ")
        framework = name.strip() or home
        if framework and value and (rank := level_rank(Level(framework=framework, value=value))):
            ranks.append(rank[1])
    return max(ranks, default=None)


def workload_fit(credential: Credential, profile: LearnerProfile) -> float:
    """Return how easily the stated hours fit into the time that the learner has, 0 if either is unknown."""
    hours, pace, weeks = credential.hours_total, profile.max_hours_per_week, profile.max_weeks
    has = profile.max_hours or (pace * weeks if pace and weeks else None)
    if hours is not None and has:
        return float(np.clip(1 - 0.5 * hours / has, 0, 1))
    if pace and credential.hours_per_week:
        return float(np.clip(1 - 0.5 * credential.hours_per_week / pace, 0, 1))
    if weeks and credential.duration_weeks:
        return float(np.clip(1 - 0.5 * credential.duration_weeks / weeks, 0, 1))
    return 0.0


def cost_fit(credential: Credential, profile: LearnerProfile) -> float:
    """Return 1 for free and a half for the whole budget, 0 where there is no budget or the price is unknown."""
    budget, cost = profile.max_cost, credential.cost
    if cost is None or (budget is None and not profile.free_only):
        return 0.0
    if cost.amount == 0 or budget is None:
        return float(cost.amount == 0)
    price = cost if budget.currency in (None, cost.currency) else convert_money(cost, budget.currency)
    return float(np.clip(1 - 0.5 * price.amount / budget.amount, 0, 1)) if price and budget.amount else 0.0


def stacking_fit(credential: Credential, profile: LearnerProfile) -> float:
    """Return how well a stated larger award matches the one wanted; any will do where none is named."""
    if not (profile.must_stack or profile.stack_into) or not credential.stacks_into:
        return 0.0
    if profile.stack_into is None:
        return 1.0
    found = [resemblance(profile.stack_into, (rule.title,), rule.provider) for rule in credential.stacks_into]
    return float(np.clip(max(found), 0, 1))


def freshness(credential: Credential, today: date) -> float:
    """Return 1 for a source of today, falling to 0 at STALE_DAYS or where the source shows no date."""
    age = age_in_days(credential.source_date, today)
    return 0.0 if age is None else float(np.clip(1 - age / STALE_DAYS, 0, 1))


def diversify(scored: Sequence[Scored], vectors: np.ndarray, n: int) -> list[Scored]:
    """Return up to `n` candidates, the best first, each that is alike one already taken moved behind the others.

    `vectors` holds one unit vector per candidate, in their order. What was moved is named under `alike` of the one it
    resembles; it comes back at the end where there is nothing else to show.
    """
    leaders: list[int] = []
    followers: dict[int, int] = {}
    for row in range(len(scored)):
        near = [lead for lead in leaders if vectors[lead] @ vectors[row] >= ALIKE]
        if near:
            followers[row] = near[0]
        else:
            leaders.append(row)
    order = [*leaders, *followers][:n]
    alike = {lead: tuple(scored[row].credential.id for row in followers if followers[row] == lead) for lead in leaders}
    return [Scored(scored[row].credential, scored[row].parts, alike.get(row, ())) for row in order]
