"""Plan the way to an award or a set of skills: the best choice of credentials, week by week, under every limit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from catalogue.money import format_money
from catalogue.records import Credential
from recommender.infeasible import NOTHING_HERE, Infeasible, explain_no_plan
from recommender.links import Award, Link
from recommender.missing import missing
from recommender.planning_model import OutOfTime, Solution, solve
from recommender.planning_problem import Goal, Preference, Question, SkillGoal, state_problem
from recommender.prior_learning import held_ids, prove_instead
from recommender.profile import LearnerProfile
from recommender.routes import percent
from recommender.stacking import StackingGraph
from recommender.timetable import Addition, Range, Step, Totals, hours_of, in_order, timetable

IN_TURN = (
    "The weeks are reckoned for one credential after another; two at once may be quicker, where you have the hours."
)
PREFERRED: dict[Preference, str] = {
    "time": "the least time",
    "cost": "the least cost",
    "fewest": "the fewest credentials",
}
# Titles named one by one before "n more".
N_NAMED = 3


@dataclass(frozen=True)
class Plan:
    """An ordered timetable towards a goal.

    `is_best` is false where time ran out before the plan was proven best. `held` are ids that count already.
    `totals` are those at the end. `remaining` is what the goal asks for beyond the plan, `unknown` what no source
    states and the range that this opens, `rules` the rules that were applied or that apply, `comparison` the award
    taken directly, where its price or length is known.
    """

    goal: Goal
    prefer: Preference
    is_best: bool
    held: tuple[str, ...]
    held_titles: tuple[str, ...]
    steps: tuple[Step, ...]
    totals: Totals
    remaining: tuple[str, ...]
    unknown: tuple[str, ...]
    rules: tuple[str, ...]
    comparison: str | None

    def as_json(self) -> dict[str, Any]:
        """Return the command line's object."""
        return {
            "goal": self.goal.title,
            "feasible": True,
            "prefer": self.prefer,
            "best": self.is_best,
            "held": list(self.held),
            "steps": [step.as_json() for step in self.steps],
            "totals": self.totals.as_json(),
            "remaining": list(self.remaining),
            "unknown": list(self.unknown),
            "rules": list(self.rules),
            "comparison": self.comparison,
        }

    def as_text(self) -> str:
        """Return the plan for a terminal."""
        lines = [f"Plan for {self.goal.title}, with {PREFERRED[self.prefer]}:"]
        lines += [f"You hold already: {'; '.join(self.held_titles)}."] if self.held else []
        for number, step in enumerate(self.steps, start=1):
            lines += [f"{number}. {_step_line(step)}", *(f"   {line}" for line in step.notes)]
        if not self.steps:
            lines.append("Nothing more to take: what you hold covers it.")
        totals = self.totals
        sums = [f"length {totals.weeks.in_words('weeks')}", f"work {totals.hours.in_words('hours')}"]
        lines.append(f"Together: {', '.join(sums)}, cost {totals.cost_in_words}.")
        if totals.share is not None:
            lines.append(f"That is {percent(totals.share)} of the award.")
        headings = {"Still to do": self.remaining, "Not known": self.unknown, "Rules": self.rules}
        for heading, items in headings.items():
            lines += [f"{heading}:", *(f"- {item}" for item in items)] if items else []
        lines += [self.comparison] if self.comparison else []
        lines += [] if self.is_best else ["Time ran out: this plan keeps every limit, but a better one may exist."]
        return "\n".join(lines)


def _step_line(step: Step) -> str:
    cost = step.credential.cost
    price = "cost not stated" if cost is None else format_money(cost) if cost.amount else "free"
    fee = f" + {format_money(step.fee)} for {step.fee_for}" if step.fee else ""
    work = step.hours.in_words("hours") if step.hours.high is not None else "hours not stated"
    return f"{step.credential.title} ({step.in_weeks}; {work}; {price}{fee})"


def plan(
    goal: Goal,
    profile: LearnerProfile,
    graph: StackingGraph,
    *,
    prefer: Preference = "time",
    held: Mapping[str, str | None] | Collection[str] = (),
    used: Collection[str] = (),
    time_limit_s: float = 10.0,
) -> Plan | Infeasible:
    """Return the plan with least time, least cost or fewest credentials, or why there is none.

    An award is covered as far as the limits allow (groups whose rule is known must be filled where the catalogue can),
    then the preference decides. What a record does not state breaks no limit, and counts as the largest
    stated amount when plans are compared. `held` are ids (mapped to ISO dates where known), added to those recognised
    in the profile; `used` are held ids already counted towards another award.
    """
    owned = held_ids(profile, graph.credentials.values())
    owned |= dict(held) if isinstance(held, Mapping) else dict.fromkeys(held)
    question = Question(goal, profile, graph, owned, frozenset(used), prefer)
    if (reason := _hopeless(question)) is not None:
        return Infeasible(goal.title, reason)
    try:
        found = solve(state_problem(question), time_limit_s)
        return explain_no_plan(question, time_limit_s) if found is None else _written_out(question, found)
    except OutOfTime:
        return Infeasible(goal.title, f"No plan was found within {time_limit_s:g} seconds; name a narrower goal.")


def _hopeless(question: Question) -> str | None:
    """Return why no plan can exist whatever the limits, `None` where one may."""
    goal, graph = question.goal, question.graph
    if isinstance(goal, SkillGoal):
        return None if any(goal.covers.values()) else "No credential in this catalogue teaches these skills."
    links = graph.links_into(goal.key)
    blocked = sorted({link.blocked_by for link in links if link.blocked_by})
    if links and len(blocked) > 0 and all(link.blocked_by for link in links):
        return f"No route to {goal.title} is open: {'; '.join(blocked)}."
    return NOTHING_HERE if not links else None


def _written_out(question: Question, found: Solution) -> Plan:
    """Return the solution as a timetable with everything that must be said beside it."""
    graph, goal = question.graph, question.goal
    before = {name: (*graph.needs.get(name, ()), *graph.advised.get(name, ())) for name in found.taken}
    chosen = in_order([graph.credentials[name] for name in found.taken], before)
    counting = _counting(question, found)
    additions = _taught(goal, chosen) if isinstance(goal, SkillGoal) else _additions(question, counting, found, chosen)
    start = Totals(question.currency)
    held = tuple(sorted(link.component for link in counting if link.component in question.held))
    for name in held:
        addition = additions[name]
        start = Totals(
            question.currency, credits=_plus(start.credits, addition.credits), share=_plus(start.share, addition.share)
        )
    steps = timetable(chosen, additions, question.profile, start)
    return Plan(
        goal=goal,
        prefer=question.prefer,
        is_best=found.is_best,
        held=held,
        held_titles=tuple(graph.title(name) for name in held),
        steps=steps,
        totals=steps[-1].after if steps else start,
        remaining=_remaining(question, found, counting),
        unknown=tuple(_unknown(steps, question.profile.max_hours_per_week)),
        rules=_rules(question, found),
        comparison=_comparison(goal, graph, steps),
    )


def _plus(one: float | None, other: float | None) -> float | None:
    return other if one is None else one if other is None else one + other


def _counting(question: Question, found: Solution) -> list[Link]:
    """Return the links that the solution counts, into the goal and into its bundles."""
    links = [link for into in question.links.values() for link in into]
    return [link for link in links if (link.component, link.award) in found.uses]


def _taught(goal: SkillGoal, chosen: list[Credential]) -> dict[str, Addition]:
    """Return for each credential the record's own words that teach a wanted skill."""
    said: dict[str, list[str]] = {}
    for (skill, name), text in goal.words.items():
        said.setdefault(name, []).append(f"For {skill}: “{text}”")
    return {item.id: Addition(evidence="; ".join(said[item.id]) + ".") for item in chosen if item.id in said}


def _additions(
    question: Question, counting: list[Link], found: Solution, chosen: list[Credential]
) -> dict[str, Addition]:
    """Return what each credential adds: a bundle's credits come with the last of its parts."""
    goal = question.goal
    assert isinstance(goal, Award)
    place = {item.id: number for number, item in enumerate(chosen)}
    additions: dict[str, Addition] = {}
    for link in counting:
        is_direct = link.award == goal.key
        additions[link.component] = Addition(
            link.credits if is_direct else None, link.share if is_direct else None,
            link.fee, link.fee_for, link.state, link.evidence,
        )  # fmt: skip
    for link in [link for link in counting if link.component not in place and link.component not in question.held]:
        parts = {
            part for part in nx.ancestors(question.graph.graph, link.component) if part in place and part in additions
        }
        if parts and link.award == goal.key:
            last = max(parts, key=place.__getitem__)
            mine = additions[last]
            additions[last] = Addition(link.credits, link.share, mine.fee, mine.fee_for, mine.state, mine.evidence)
    return additions


def _remaining(question: Question, found: Solution, counting: list[Link]) -> tuple[str, ...]:
    """Return what the goal still asks for once the plan is done."""
    goal, graph = question.goal, question.graph
    if isinstance(goal, SkillGoal):
        return tuple(
            f"No credential in this catalogue teaches {skill}." for skill, ids in goal.covers.items() if not ids
        )
    gap = missing(graph, goal, {**question.held, **dict.fromkeys(found.taken)}, question.used)
    lines = []
    for part in gap.gaps:
        if part.components:
            others = f" (not in this catalogue: {', '.join(part.group.others)})" if part.group.others else ""
            lines.append(f"{part.group.name}: {part.components} more{others}")
        elif part.credits:
            lines.append(f"{part.group.name}: {part.credits:g} more credits")
    if gap.credits_missing:
        lines.append(f"{gap.credits_missing:g} of the award's {goal.credits_total:g} credits")
    if gap.fills:
        titles = [graph.title(name) for name in gap.fills]
        more = [f"{len(titles) - N_NAMED} more"] if len(titles) > N_NAMED else []
        lines.append(f"not in this plan, though it counts too: {'; '.join([*titles[:N_NAMED], *more])}")
    lines += [link.condition for link in counting if link.condition]
    lines += goal.also_needed
    return tuple(dict.fromkeys(lines))


def _unknown(steps: tuple[Step, ...], pace: float | None) -> Iterable[str]:
    """Yield what the sources do not state, with the range that this opens."""
    if not steps:
        return
    totals = steps[-1].after
    silent = {
        "price": ([s for s in steps if s.credential.cost is None], f"cost {totals.cost_in_words}"),
        "hours": ([s for s in steps if s.hours.high is None], f"work {totals.hours.in_words('hours')}"),
        "length": ([s for s in steps if s.weeks.high is None], f"length {totals.weeks.in_words('weeks')}"),
    }
    for name, (silent_steps, opens) in silent.items():
        if silent_steps:
            titles = [step.credential.title for step in silent_steps[:N_NAMED]]
            more = [f"{len(silent_steps) - N_NAMED} more"] if len(silent_steps) > N_NAMED else []
            yield f"The {name} of {len(silent_steps)} of {len(steps)} ({'; '.join([*titles, *more])}); in all: {opens}."
    if totals.hours.high is not None and totals.hours.low < totals.hours.high:
        yield f"The exact hours: they are reckoned from credits, {totals.hours.in_words('hours')} in all."
    if pace is None and totals.weeks.high is None and totals.hours.low:
        yield "The weeks at your own pace: say how many hours a week you have, and they can be reckoned."


def _rules(question: Question, found: Solution) -> tuple[str, ...]:
    """Return the rules that bear on the plan, in words: caps, entry, credentials for one award only, open points."""
    goal, graph = question.goal, question.graph
    lines = [says for name in sorted(found.taken) if (says := prove_instead(graph.credentials[name]))]
    lines += [IN_TURN] if len(found.taken) > 1 else []
    if isinstance(goal, SkillGoal):
        return tuple(lines)
    lines += [
        f"{cap.says}"
        + ("" if cap.most(goal.credits_total) else " The award's total is not stated, so it was not reckoned.")
        for cap in goal.caps
    ]
    lines += [rule.says for rule in goal.entries]
    lines += [rule.says for name in sorted(found.taken) if (rule := graph.one_award_only(name))]
    gap = missing(graph, goal, question.held, question.used)
    lines += [f"{graph.title(name)}, which you hold, does not count: {reason}." for name, reason in gap.not_counted]
    lines += [f"Not stated: {point}." for point in goal.open_points]
    return tuple(dict.fromkeys(lines))


def _comparison(goal: Goal, graph: StackingGraph, steps: tuple[Step, ...]) -> str | None:
    """Return what the award costs and takes when taken directly, where its own record says so."""
    if isinstance(goal, SkillGoal) or goal.record is None or not steps:
        return None
    record = graph.credentials[goal.record]
    facts = [format_money(record.cost)] if record.cost else []
    facts += [f"{record.duration_weeks:g} weeks"] if record.duration_weeks else []
    hours = hours_of(record)
    facts += [hours.in_words("hours")] if hours.high is not None else []
    if not facts:
        return None
    mine: Range = steps[-1].after.weeks
    return (
        f"Taken directly, {record.title} is stated as {', '.join(facts)}; "
        f"this plan: {steps[-1].after.cost_in_words}, {mine.in_words('weeks')}."
    )
