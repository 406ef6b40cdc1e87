"""State a learner's goal as the planner's problem: what can be taken, what counts where, and which limits hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

import networkx as nx

from catalogue.records import Credential
from catalogue.stacking_rules import ComponentGroup
from catalogue.store import Catalogue
from recommender.limits import broken_limits
from recommender.links import Award, Link, below
from recommender.missing import no_longer_counts
from recommender.planning_model import Part, Problem, Whole
from recommender.profile import LearnerProfile
from recommender.stacking import StackingGraph
from recommender.timetable import Range, cost_in, hours_of, learners_currency, weeks_of

Preference = Literal["time", "cost", "fewest"]
# A component without stated credits, beside ones that state them: it counts, but never instead of stated ones.
UNSTATED_WORTH = 0.01


@dataclass(frozen=True)
class SkillGoal:
    """Skills to gain, each with the ids of the credentials that teach it; a skill that nothing teaches has none.

    `words` holds, by (skill, id), the record's own words that teach it.
    """

    covers: Mapping[str, frozenset[str]]
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Return the goal in words."""
        return ", ".join(self.covers)


Goal = Award | SkillGoal


@dataclass(frozen=True)
class Question:
    """One goal of one learner: `held` maps held ids to ISO dates, `used` are held ids already spent elsewhere."""

    goal: Goal
    profile: LearnerProfile
    graph: StackingGraph
    held: Mapping[str, str | None]
    used: frozenset[str]
    prefer: Preference

    @cached_property
    def currency(self) -> str:
        """Return the currency in which costs are added up for this learner."""
        return learners_currency(self.profile, self.candidates)

    @cached_property
    def candidates(self) -> tuple[Credential, ...]:
        """Return every credential that a plan may take: what leads to the goal, and what must come before it."""
        if isinstance(self.goal, SkillGoal):
            names = {name for cover in self.goal.covers.values() for name in cover}
        else:
            names = {link.component for links in self.links.values() for link in links}
        left = list(names)
        while left:
            needed = [first for first in self.graph.needs.get(left.pop(), ()) if first not in names]
            names.update(needed)
            left += needed
        here = self.graph.credentials
        return tuple(here[name] for name in sorted(names) if name in here)

    @cached_property
    def links(self) -> dict[str, list[Link]]:
        """Return the usable links into the goal and into each bundle below it that its parts can complete."""
        if isinstance(self.goal, SkillGoal):
            return {}
        graph, goal = self.graph.graph, self.goal
        under = nx.ancestors(graph, goal.key) if goal.key in graph else set()
        usable: dict[str, list[Link]] = {}
        for node in nx.topological_sort(graph.subgraph(under)):
            award = self.graph.awards.get(node)
            if award and award.groups and award.complete:
                links = self._usable(award, usable)
                if all(is_closable(group, links) for group in award.groups):
                    usable[node] = links
        usable[goal.key] = self._usable(goal, usable)
        return _reaching(usable, goal.key)

    def _usable(self, award: Award, bundles: Mapping[str, list[Link]]) -> list[Link]:
        """Return the links into an award that nothing blocks, from what can be had here or is held and still counts."""
        return [
            link
            for link in self.graph.links_into(award.key)
            if no_longer_counts(self.graph, award, link, self.held, self.used) is None
            and (link.component in self.graph.credentials or link.component in bundles)
        ]


def _reaching(usable: dict[str, list[Link]], goal: str) -> dict[str, list[Link]]:
    """Return only the bundles from which the goal can be reached."""
    wanted, left = {goal}, [goal]
    while left:
        for link in usable[left.pop()]:
            if link.component in usable and link.component not in wanted:
                wanted.add(link.component)
                left.append(link.component)
    return {key: links for key, links in usable.items() if key in wanted}


def is_closable(group: ComponentGroup, links: list[Link]) -> bool:
    """Return whether what can be had here fills a group: all of it, enough of it, or enough credits of it."""
    members = [link for link in links if link.component in group.members]
    if group.rule == "credits":
        return sum(link.credits or 0.0 for link in members) >= (group.credits or 0.0)
    wanted = group.n or len(group.members) + len(group.others)
    return len(members) >= wanted


def state_problem(question: Question) -> Problem:
    """Return the planner's problem for a question, with every limit that the profile states."""
    profile, graph = question.profile, question.graph
    stopped = broken_limits(_without_stacking_wish(profile), Catalogue(question.candidates))
    takable = [item for item in question.candidates if item.id not in question.held and item.id not in stopped]
    amounts = {name: {item.id: value.low for item, value in _known(question, name, takable)} for name in QUANTITIES}
    quantity = _compared(question, takable)
    problem = Problem(
        takable=tuple(item.id for item in takable),
        held=frozenset(question.held),
        before={item.id: graph.needs[item.id] for item in takable if item.id in graph.needs},
        amounts=amounts,
        limits=_limits(profile),
        values=_values(question, quantity, takable),
    )
    if isinstance(question.goal, SkillGoal):
        return replace(problem, covers=tuple(cover for cover in question.goal.covers.values() if cover))
    return _with_award(problem, question, quantity)


def _without_stacking_wish(profile: LearnerProfile) -> LearnerProfile:
    """Return the profile without the wish to stack, which the goal itself now meets."""
    return profile.model_copy(update={"must_stack": False, "stack_into": None})


def _with_award(problem: Problem, question: Question, quantity: str) -> Problem:
    """Return the problem with the award's own rules and the bundles below it."""
    award, links = question.goal, question.links
    assert isinstance(award, Award)
    wholes = {key: _whole(question, question.graph.awards[key], found) for key, found in links.items()}
    into = links[award.key]
    is_filled = bool(award.groups) and award.complete and all(is_closable(group, into) for group in award.groups)
    fees = {
        (link.component, key): cost_in(link.fee, question.currency).low
        for key, found in links.items()
        for link in found
        if link.fee
    }
    stated = [link.credits for link in into if link.credits]
    return replace(
        problem,
        goal=wholes.pop(award.key),
        bundles=tuple(wholes.values()),
        worth={} if is_filled else worth(award, into),
        worth_most=award.credits_total if stated else None,
        fees=fees,
        fee_values=fees if quantity == "cost" else {},
    )


def worth(award: Award, links: list[Link]) -> dict[str, float]:
    """Return how far each component goes towards an award: its credits, else its share, else one each."""
    total = award.credits_total or 100.0
    stated = {link.component: link.credits or (link.share or 0.0) * total for link in links}
    least = min((value for value in stated.values() if value), default=None)
    silent = 1.0 if least is None else UNSTATED_WORTH * least
    return {name: value or silent for name, value in stated.items()}


def _whole(question: Question, award: Award, links: list[Link]) -> Whole:
    """Return an award with the groups that can be filled here; all its other components count without a group."""
    graph = question.graph
    weights = {link.component: link.credits or 0.0 for link in links}
    parts, grouped = [], set()
    for group in award.groups:
        members = [name for name in group.members if name in weights]
        if is_closable(group, links):
            grouped.update(members)
            by_credits = group.rule == "credits"
            need = group.credits if by_credits else group.n or len(group.members)
            uses = tuple((name, weights[name] if by_credits else 1.0) for name in members)
            parts.append(Part(uses, float(need or 0), most=float(group.n) if group.n else None))
    wholes = {name: nx.ancestors(graph.graph, name) for name in weights if name in graph.awards}
    exclusive = [(name, whole) for whole, under in wholes.items() for name in weights if name in under]
    return Whole(
        key=award.key,
        parts=tuple(parts),
        loose=tuple(name for name in weights if name not in grouped),
        exclusive=tuple(exclusive),
        caps=tuple(_caps(question, award, links)),
        at_most=None if award.combines else 1,
    )


def _caps(question: Question, award: Award, links: list[Link]) -> list[tuple[tuple[tuple[str, float], ...], float]]:
    """Return (components with credits, most credits) for each cap that can be reckoned in credits."""
    found = []
    for cap in award.caps:
        most = cap.most(award.credits_total)
        if most is not None:
            limited = [link for link in links if not cap.from_elsewhere or question.graph.from_elsewhere(link)]
            found.append((tuple((link.component, link.credits) for link in limited if link.credits), most))
    if award.share_at_level and award.level and award.credits_total:
        low = [link for link in links if link.credits and _is_below(question, link, award)]
        amounts = tuple((link.component, link.credits) for link in low if link.credits)
        found.append((amounts, (1 - award.share_at_level) * award.credits_total))
    return found


def _is_below(question: Question, link: Link, award: Award) -> bool:
    part = question.graph.credentials.get(link.component)
    return bool(part and part.level and award.level and below(part.level, award.level))


QUANTITIES = ("hours", "weeks", "cost")


def amount_of(question: Question, quantity: str, credential: Credential) -> Range:
    """Return one credential's hours, calendar weeks or cost in the learner's currency."""
    if quantity == "hours":
        return hours_of(credential)
    if quantity == "weeks":
        return weeks_of(credential, question.profile.max_hours_per_week)
    return cost_in(credential.cost, question.currency)


def _known(question: Question, quantity: str, items: list[Credential]) -> list[tuple[Credential, Range]]:
    return [(item, amount_of(question, quantity, item)) for item in items]


def _limits(profile: LearnerProfile) -> dict[str, float]:
    """Return the limits on a plan as a whole; what breaks one alone is stopped before."""
    limits = {"hours": profile.max_hours, "weeks": profile.max_weeks}
    limits["cost"] = 0.0 if profile.free_only else profile.max_cost.amount if profile.max_cost else None
    return {name: most for name, most in limits.items() if most is not None}


def _compared(question: Question, takable: list[Credential]) -> str:
    """Return the quantity that the preference keeps small: weeks where a pace is named, hours where it is not."""
    if question.prefer != "time":
        return question.prefer
    hours_known = any(hours_of(item).high is not None for item in takable)
    return "hours" if question.profile.max_hours_per_week is None and hours_known else "weeks"


def _values(question: Question, quantity: str, takable: list[Credential]) -> dict[str, float]:
    """Return what taking each credential adds to the compared quantity.

    A range counts with its middle. What is not stated counts as a little more than the largest that is: silence never
    wins, not even over what is free.
    """
    if quantity == "fewest":
        return {item.id: 1.0 for item in takable}
    known = _known(question, quantity, takable)
    largest = max((value.high for _, value in known if value.high is not None), default=0.0) + 1
    return {item.id: largest if value.high is None else (value.low + value.high) / 2 for item, value in known}
