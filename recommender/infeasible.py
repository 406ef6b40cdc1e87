"""When no plan keeps every limit: which limits conflict, and the smallest loosening that works."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from catalogue.money import format_money
from catalogue.records import Money
from recommender.planning_model import OutOfTime, Problem, Solution, solve
from recommender.planning_problem import Question, state_problem
from recommender.profile import Budget, LearnerProfile

EMPTY = LearnerProfile()
# Slots that say what a learner wants or is; every other one is a limit. The stacking wish is the goal itself.
NOT_LIMITS = {
    "goal", "goal_role", "goal_skills", "current_role", "current_skills", "country", "held", "session_hours",
    "preferences", "must_stack", "stack_into",
}  # fmt: skip
# Limits on a sum over the whole plan, and the quantity that they bound.
SUMS = {"max_cost": "cost", "max_weeks": "weeks", "max_hours": "hours"}


@dataclass(frozen=True)
class Loosening:
    """Limits loosened so that a plan exists: `value` is the smallest figure that does, `None` where it is dropped."""

    slots: tuple[str, ...]
    value: float | None
    says: str

    def as_json(self) -> dict[str, Any]:
        """Return the loosening as plain values."""
        return {"limits": list(self.slots), "value": self.value, "says": self.says}


@dataclass(frozen=True)
class Infeasible:
    """No plan: why, which of the learner's limits conflict (a smallest set of them), and what would work."""

    goal: str
    reason: str
    conflict: tuple[str, ...] = ()
    loosenings: tuple[Loosening, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the command line's object."""
        return {
            "goal": self.goal,
            "feasible": False,
            "reason": self.reason,
            "conflict": list(self.conflict),
            "relaxations": [item.as_json() for item in self.loosenings],
        }

    def as_text(self) -> str:
        """Return the answer for a terminal."""
        return "\n".join([self.reason, *(f"- {item.says}" for item in self.loosenings)])


def explain_no_plan(question: Question, seconds: float) -> Infeasible:
    """Return which limits conflict for a question that has no plan, and the smallest loosenings.

    `seconds` is the time for all of it; raises OutOfTime.
    """
    deadline = time.monotonic() + seconds
    limits = [name for name in LearnerProfile.model_fields if name not in NOT_LIMITS and _stated(question, name)]
    if not limits or _solve(question, limits, deadline) is None:
        return Infeasible(question.goal.title, NOTHING_HERE)
    found: list[Loosening] = []
    for size in range(1, len(limits) + 1):
        sets = [names for names in combinations(limits, size) if _solve(question, names, deadline) is not None]
        found = [_loosening(question, names, deadline) for names in sets]
        if found:
            break
    conflict = tuple(name for name in limits if any(name in item.slots for item in found))
    named = _listed([_named(name, question.profile) for name in conflict])
    verb = "leaves" if len(conflict) == 1 else "together leave"
    return Infeasible(question.goal.title, f"{named[0].upper()}{named[1:]} {verb} no plan.", conflict, tuple(found))


def _listed(items: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1])))


NOTHING_HERE = "Nothing in this catalogue can be put together towards it under the source's own rules."


def _stated(question: Question, name: str) -> bool:
    return bool(getattr(question.profile, name) != getattr(EMPTY, name))


def _dropped(question: Question, names: Sequence[str]) -> Question:
    """Return the question without some limits."""
    empty = {name: getattr(EMPTY, name) for name in names}
    return _asked(question, question.profile.model_copy(update=empty))


def _asked(question: Question, profile: LearnerProfile) -> Question:
    return Question(question.goal, profile, question.graph, question.held, question.used, question.prefer)


def _least(problem: Problem) -> Problem:
    """Return the problem of any plan at all: a first bit of the goal is enough."""
    return replace(problem, as_far_as_possible=False)


def _left(deadline: float) -> float:
    """Return the seconds that are left. Raises OutOfTime."""
    if (left := deadline - time.monotonic()) <= 0:
        raise OutOfTime
    return left


def _solve(question: Question, dropped: Sequence[str], deadline: float) -> Solution | None:
    return solve(_least(state_problem(_dropped(question, dropped))), _left(deadline))


def _loosening(question: Question, names: Sequence[str], deadline: float) -> Loosening:
    """Return how little these limits have to give, one after the other, for a plan to exist."""
    asked, values = _dropped(question, names), {}
    for name in names:
        value = _smallest_sum(asked, name, deadline) if name in SUMS else None
        if name == "max_hours_per_week":
            value = _smallest_pace(asked, question.profile.max_hours_per_week or 0.0, deadline)
        if value is not None:
            values[name] = value
            figure = Budget(amount=value, currency=asked.currency) if name == "max_cost" else value
            asked = _asked(asked, asked.profile.model_copy(update={name: figure}))
    says = _listed([_says(question, name, values.get(name)) for name in names])
    return Loosening(tuple(names), values.get(names[0]) if len(names) == 1 else None, f"There is a plan with {says}.")


def _smallest_sum(question: Question, name: str, deadline: float) -> float:
    """Return the least total cost, weeks or hours of any plan for a question without that limit."""
    problem = _least(state_problem(question))
    fees = problem.fees if SUMS[name] == "cost" else {}
    found = solve(replace(problem, values=problem.amounts[SUMS[name]], fee_values=fees), _left(deadline))
    assert found is not None  # the caller has seen a plan without this limit
    return math.ceil(found.value * 100 - 1e-6) / 100


def _smallest_pace(question: Question, stated: float, deadline: float) -> float | None:
    """Return the fewest hours a week, of the paces that candidates ask for, at which there is a plan."""
    stretched = (
        item.hours_total / item.duration_weeks
        for item in question.candidates
        if item.hours_total and item.duration_weeks
    )
    paces = {
        math.ceil(pace * 100) / 100
        for pace in (*stretched, *(item.hours_per_week or 0.0 for item in question.candidates))
    }
    for pace in sorted(pace for pace in paces if pace > stated):
        faster = question.profile.model_copy(update={"max_hours_per_week": pace})
        if solve(_least(state_problem(_asked(question, faster))), _left(deadline)) is not None:
            return pace
    return None


def _named(name: str, profile: LearnerProfile) -> str:
    """Return a limit in the learner's own figures."""
    value = getattr(profile, name)
    if isinstance(value, Budget):
        amount = (
            format_money(Money(amount=value.amount, currency=value.currency)) if value.currency else f"{value.amount:g}"
        )
        return f"the budget of {amount}"
    figures = {
        "max_weeks": "the limit of {:g} weeks",
        "max_hours": "the limit of {:g} hours",
        "max_hours_per_week": "{:g} hours a week",
    }
    if name in figures:
        return figures[name].format(value)
    if isinstance(value, tuple):
        return f"{NAMES.get(name, name.replace('_', ' '))} ({', '.join(value)})"
    return NAMES.get(name, f"“{name.replace('_', ' ')}”") + (f" ({value})" if isinstance(value, str) else "")


NAMES = {
    "free_only": "the wish for free ones only",
    "mode": "the form of study",
    "avoid_mode": "the form of study to avoid",
    "pacing": "the pacing",
    "level": "the levels wanted",
    "languages": "the languages",
    "providers": "the providers wanted",
    "avoid_providers": "the providers to avoid",
    "avoid_assessment": "the assessment to avoid",
    "want_assessment": "the assessment wanted",
    "must_be_micro_credential": "the wish for micro-credentials only",
}


def _says(question: Question, name: str, value: float | None) -> str:
    """Return what to put in a limit's place, and what stood there."""
    said = _named(name, question.profile)
    if value is None:
        return f"no longer {said}"
    if name == "max_cost":
        return f"a budget of {format_money(Money(amount=value, currency=question.currency))} instead of {said}"
    unit = {"max_weeks": "weeks", "max_hours": "hours in all", "max_hours_per_week": "hours a week"}[name]
    return f"{value:g} {unit} instead of {said}"
