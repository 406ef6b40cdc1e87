"""Plans against brute force over made-up catalogues, and real plans checked by hand."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date
from itertools import chain, combinations, pairwise, product
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from catalogue.records import Credential, Level, Money, StackingRule
from catalogue.stacking_rules import AwardRule, ComponentGroup, Prerequisite, StackingRules
from catalogue.store import Catalogue
from embeddings.encoder import SentenceEncoder
from recommender.goals import find_goal, skill_goal
from recommender.infeasible import Infeasible
from recommender.links import Award
from recommender.planning import Plan, plan
from recommender.planning_problem import Preference, SkillGoal
from recommender.profile import Budget, Held, LearnerProfile
from recommender.stacking import StackingGraph
from recommender.timetable import Range, weeks_of

TODAY = date(2026, 11, 24)
GOAL = "Diploma of Ropes"
HERE: dict[str, Any] = {"source_url": "https://x.example"}
Case = dict[str, Any]


@pytest.fixture(scope="module")
def graph(catalogue: Catalogue) -> StackingGraph:
    return StackingGraph(catalogue, today=TODAY)


def award_of(graph: StackingGraph, name: str) -> Award:
    award = graph.award(name)
    assert award is not None, name
    return award


def planned(graph: StackingGraph, name: str, prefer: Preference = "time", **limits: object) -> Plan:
    found = plan(award_of(graph, name), LearnerProfile.model_validate(limits), graph, prefer=prefer)
    assert isinstance(found, Plan), found
    return found


def refused(graph: StackingGraph, name: str, **limits: object) -> Infeasible:
    found = plan(award_of(graph, name), LearnerProfile.model_validate(limits), graph)
    assert isinstance(found, Infeasible), found
    return found


# Made-up catalogues: four courses a to d and a badge made of some of them, all of which may count towards one diploma.

COURSES = "abcd"
BADGE = "badge"


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Return one small world: records, rules, what is held, and a learner's limits."""
    names = [*COURSES[: draw(st.integers(2, 4))], BADGE]
    facts = {
        name: {
            "hours": draw(st.sampled_from([None, 10, 20, 30, 45])),
            "cost": draw(st.sampled_from([None, 0, 100, 150, 400])),
            "weeks": draw(st.sampled_from([None, 2, 4, 6])),
            "level": draw(st.sampled_from([None, "5", "6"])),
            "elsewhere": draw(st.booleans()),
            "mode": draw(st.sampled_from([None, "online", "in person"])),
        }
        for name in names
    }
    credits = {name: draw(st.sampled_from([None, 5, 10, 15])) for name in names if draw(st.integers(0, 3))}
    assume(credits)
    courses = [name for name in names if name != BADGE]
    in_badge = draw(st.lists(st.sampled_from(courses), unique=True, max_size=3))
    badge_n = draw(st.integers(1, len(in_badge))) if in_badge else 0
    needs = {later: (earlier,) for earlier, later in pairwise(courses) if draw(st.integers(0, 3)) == 0}
    grouped = [name for name in names if name in credits]
    sort = draw(st.sampled_from(["open", "all", "n of", "credits", "two"]))
    return {
        "names": names,
        "facts": facts,
        "credits": credits,
        "in_badge": in_badge,
        "badge_n": badge_n,
        "needs": needs,
        "sort": sort,
        "members": grouped,
        "n": draw(st.integers(1, len(grouped))),
        "group_credits": draw(st.sampled_from([5, 15, 30])),
        "total": draw(st.sampled_from([None, 10, 20, 60])),
        "cap_share": draw(st.sampled_from([None, None, 0.5])),
        "residency": draw(st.sampled_from([None, None, None, 0.5, 0.75])),
        "share_at_level": draw(st.sampled_from([None, None, None, 0.5, 0.75])),
        "max_weeks": draw(st.sampled_from([None, None, None, 5, 9])),
        "combines": draw(st.integers(0, 5)) > 0,
        "held": draw(st.lists(st.sampled_from(names), unique=True, max_size=2)),
        "budget": draw(st.sampled_from([None, None, 0, 150, 260, 500])),
        "max_hours": draw(st.sampled_from([None, None, 25, 50])),
        "mode": draw(st.sampled_from([None, None, "online"])),
        "prefer": draw(st.sampled_from(["time", "cost", "fewest"])),
    }


def groups_of(case: Case) -> tuple[ComponentGroup, ...]:
    members = tuple(case["members"])
    if case["sort"] == "all":
        return (ComponentGroup(name="all", members=members),)
    if case["sort"] == "n of":
        return (ComponentGroup(name="some", rule="n of", n=case["n"], members=members),)
    if case["sort"] == "credits":
        return (ComponentGroup(name="enough", rule="credits", credits=case["group_credits"], members=members),)
    if case["sort"] == "two" and len(members) > 1:
        first = ComponentGroup(name="one", rule="n of", n=1, members=members[:1], others=("elsewhere",))
        return (first, ComponentGroup(name="rest", members=members[1:], others=("elsewhere",)))
    return ()


def world(case: Case) -> tuple[StackingGraph, LearnerProfile]:
    """Return the case as records, rules and a profile."""
    records = []
    for name in case["names"]:
        facts, into = case["facts"][name], []
        if name in case["credits"]:
            into.append(
                StackingRule(title=GOAL, provider="Rope College", credits_awarded=case["credits"][name], **HERE)
            )
        if name in case["in_badge"]:
            into.append(StackingRule(title=BADGE, **HERE))
        cost = None if facts["cost"] is None else Money(amount=facts["cost"], currency="EUR")
        records.append(
            Credential(
                id=name, title=f"Course {name}", workload_hours=facts["hours"], cost=cost, mode=facts["mode"],
                duration_weeks=facts["weeks"], 
                level=Level(framework="NFQ", value=facts["level"]) if facts["level"] else None,
                provider="Knot University" if facts["elsewhere"] else "Rope College",
                stacks_into=tuple(into), source_date="2026", pacing="self-paced",
            )
        )  # fmt: skip
    groups = groups_of(case)
    goal = AwardRule(
        title=GOAL, groups=groups, complete=bool(groups), credits_total=case["total"], cap_share=case["cap_share"],
        combines=case["combines"], gathered=TODAY, provider="Rope College", residency_share=case["residency"],
        level=Level(framework="NFQ", value="6"), share_at_level=case["share_at_level"], **HERE,
    )  # fmt: skip
    rules = [goal]
    if case["in_badge"]:
        choice = ComponentGroup(name="badge", rule="n of", n=case["badge_n"], members=tuple(case["in_badge"]))
        rules.append(AwardRule(title=BADGE, record=BADGE, groups=(choice,), complete=True, gathered=TODAY, **HERE))
    order = tuple(Prerequisite(record=name, needs=needs, **HERE) for name, needs in case["needs"].items())
    profile = LearnerProfile(
        max_cost=None if case["budget"] is None else Budget(amount=case["budget"], currency="EUR"),
        max_hours=case["max_hours"], mode=case["mode"], max_weeks=case["max_weeks"],
    )  # fmt: skip
    return StackingGraph(records, StackingRules(awards=tuple(rules), prerequisites=order), TODAY), profile


def subsets(names: list[str]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(names, size) for size in range(len(names) + 1))


def closable(case: Case, group: ComponentGroup) -> bool:
    if group.rule == "credits":
        return sum(case["credits"][name] or 0 for name in group.members) >= (group.credits or 0)
    return len(group.members) >= (group.n or len(group.members) + len(group.others))


def fills(case: Case, group: ComponentGroup, used: set[str]) -> bool:
    inside = [name for name in group.members if name in used]
    if group.rule == "credits":
        return sum(case["credits"][name] or 0 for name in inside) >= (group.credits or 0)
    return len(inside) >= (group.n or len(group.members))


def coverage(case: Case, taken: tuple[str, ...]) -> float | None:
    """Return how far the best use of what is taken and held goes, `None` where a rule or limit is broken."""
    held, limits = set(case["held"]), case
    for name in taken:
        if any(first not in held and first not in taken for first in case["needs"].get(name, ())):
            return None
        if limits["mode"] and case["facts"][name]["mode"] not in (None, limits["mode"]):
            return None
    for limit, fact in (("budget", "cost"), ("max_hours", "hours"), ("max_weeks", "weeks")):
        if limits[limit] is not None and sum(case["facts"][name][fact] or 0 for name in taken) > limits[limit]:
            return None
    there = [*taken, *case["held"]]
    into = {"goal": case["credits"], "badge": case["in_badge"]}
    options = [[None, *(whole for whole, names in into.items() if name in names)] for name in there]
    best = None
    for choice in product(*options):
        used = {name for name, use in zip(there, choice, strict=True) if use == "goal"}
        in_badge = [name for name, use in zip(there, choice, strict=True) if use == "badge"]
        earned = BADGE not in there and case["in_badge"] and len(in_badge) >= case["badge_n"]
        for counted in [used, used | {BADGE}] if earned and BADGE in case["credits"] else [used]:
            worth = _worth(case, counted)
            best = worth if worth is not None and (best is None or worth > best) else best
    return best


def _worth(case: Case, used: set[str]) -> float | None:
    """Return what a set counts for under the diploma's own rules, `None` where it breaks one."""
    credits = case["credits"]
    if BADGE in used and used & set(case["in_badge"]):
        return None
    if not case["combines"] and len(used) > 1:
        return None
    known = sum(credits[name] or 0 for name in used)
    if case["cap_share"] and case["total"] and known > case["cap_share"] * case["total"]:
        return None
    if case["total"]:  # what was earned elsewhere, and what stands at a lower level, has a most
        away = sum(credits[name] or 0 for name in used if case["facts"][name]["elsewhere"])
        low = sum(credits[name] or 0 for name in used if case["facts"][name]["level"] == "5")
        if case["residency"] and away > (1 - case["residency"]) * case["total"]:
            return None
        if case["share_at_level"] and low > (1 - case["share_at_level"]) * case["total"]:
            return None
    groups = groups_of(case)
    if not all(fills(case, group, used) for group in groups if closable(case, group)):
        return None
    if groups and all(closable(case, group) for group in groups):
        return 1.0
    stated = [value for value in credits.values() if value]
    silent = 0.01 * min(stated) if stated else 1.0
    reached = sum(credits[name] or silent for name in used)
    reached = min(reached, case["total"]) if stated and case["total"] else reached
    return reached or None


def value(case: Case, taken: tuple[str, ...] | list[str]) -> float:
    """Return what the learner wants to keep small; what is not stated counts as one more than the largest that is."""
    if case["prefer"] == "fewest":
        return len(taken)
    allowed = [n for n in case["names"] if n not in case["held"] and alone(case, n)]
    reachable = [n for n in allowed if n in candidates(case)]
    some_hours = any(case["facts"][n]["hours"] is not None for n in reachable)
    fact = "cost" if case["prefer"] == "cost" else "hours" if some_hours else "weeks"
    largest = max((case["facts"][n][fact] for n in reachable if case["facts"][n][fact] is not None), default=0) + 1
    return sum(largest if case["facts"][n][fact] is None else case["facts"][n][fact] for n in taken)


def alone(case: Case, name: str) -> bool:
    facts = case["facts"][name]
    return not (
        (case["mode"] and facts["mode"] not in (None, case["mode"]))
        or (case["budget"] is not None and (facts["cost"] or 0) > case["budget"])
        or (case["max_hours"] is not None and (facts["hours"] or 0) > case["max_hours"])
        or (case["max_weeks"] is not None and (facts["weeks"] or 0) > case["max_weeks"])
    )


def candidates(case: Case) -> set[str]:
    """Return what leads to the diploma at all, and what must come before that."""
    names = set(case["credits"]) | (set(case["in_badge"]) if BADGE in case["credits"] else set())
    for _ in case["names"]:
        names |= {first for name in names for first in case["needs"].get(name, ())}
    return names


SLOW = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


@SLOW
@given(cases())
def test_a_plan_is_as_good_as_brute_force_finds_and_breaks_no_rule_or_limit(case: Case) -> None:
    graph, profile = world(case)
    found = plan(award_of(graph, GOAL), profile, graph, prefer=case["prefer"], held=case["held"])
    free = [name for name in case["names"] if name not in case["held"]]
    reached = [(worth, taken) for taken in subsets(free) if (worth := coverage(case, taken)) is not None]
    if isinstance(found, Infeasible):
        assert not reached, (found.reason, max(reached))
        return
    taken = tuple(sorted(step.credential.id for step in found.steps))
    mine = coverage(case, taken)
    assert mine is not None, f"{taken} breaks a rule or a limit"
    most = max(worth for worth, _ in reached)
    assert mine == pytest.approx(most)
    best = min(value(case, other) for worth, other in reached if worth == pytest.approx(most))
    assert value(case, taken) == pytest.approx(best)
    order = [step.credential.id for step in found.steps]
    for name, needs in case["needs"].items():
        assert all(first not in order or order.index(first) < order.index(name) for first in needs if name in order)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(cases(), st.sampled_from([{"budget": 0}, {"budget": 150}, {"max_hours": 25}]))
def test_the_smallest_loosening_works_and_nothing_smaller_does(case: Case, limit: dict[str, int]) -> None:
    case |= {"budget": None, "max_hours": None, "max_weeks": None, "mode": None} | limit
    graph, profile = world(case)
    found = plan(award_of(graph, GOAL), profile, graph, held=case["held"])
    assume(isinstance(found, Infeasible) and any(item.value is not None for item in found.loosenings))
    assert isinstance(found, Infeasible)
    for item in found.loosenings:
        if item.value is not None:
            assert isinstance(_again(graph, profile, case, item.slots[0], item.value), Plan)
            assert isinstance(_again(graph, profile, case, item.slots[0], item.value - 0.5), Infeasible)


def _again(graph: StackingGraph, profile: LearnerProfile, case: Case, slot: str, figure: float) -> Plan | Infeasible:
    put = Budget(amount=max(0.0, figure), currency="EUR") if slot == "max_cost" else figure
    return plan(award_of(graph, GOAL), profile.model_copy(update={slot: put}), graph, held=case["held"])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.frozensets(st.sampled_from(COURSES), max_size=3), min_size=1, max_size=4),
    st.fixed_dictionaries({name: st.sampled_from([5, 10, 20, 40]) for name in COURSES}),
    st.sampled_from([None, 30, 45]),
)
def test_skills_are_covered_in_the_least_time_that_brute_force_finds(
    covers: list[frozenset[str]], hours: dict[str, int], max_hours: int | None
) -> None:
    records = [Credential(id=name, title=f"Course {name}", workload_hours=hours[name]) for name in COURSES]
    goal = SkillGoal({f"skill {number}": cover for number, cover in enumerate(covers)})
    found = plan(goal, LearnerProfile(max_hours=max_hours), StackingGraph(records, StackingRules(), TODAY))
    wanted = [cover for cover in covers if cover]
    totals = [
        sum(hours[name] for name in taken)
        for taken in subsets(list(COURSES))
        if all(cover & set(taken) for cover in wanted) and sum(hours[name] for name in taken) <= (max_hours or 1000)
    ]
    if isinstance(found, Infeasible):
        assert not wanted or not totals
    else:
        assert found.totals.hours.low == min(totals)
        assert len(found.remaining) == sum(not cover for cover in covers)


# Real plans, checked by hand against the records.


def test_the_green_belt_is_three_times_sixteen_weeks_and_costs_what_the_whole_does(graph: StackingGraph) -> None:
    found = planned(graph, "Six Sigma Green Belt", max_hours_per_week=10)
    assert [step.credential.title.split(" (")[0] for step in found.steps] == [
        "Six Sigma I", "Six Sigma II", "Six Sigma III",
    ]  # fmt: skip
    assert [step.in_weeks for step in found.steps] == ["weeks 1 to 16", "weeks 17 to 32", "weeks 33 to 48"]
    assert [step.after.cost.high for step in found.steps] == [700.0, 1400.0, 2100.0]
    assert [step.after.share for step in found.steps] == [pytest.approx(n / 3) for n in (1, 2, 3)]
    assert found.totals.hours == Range(375, 450)  # 15 ECTS of 25 to 30 hours
    assert found.remaining == ()
    assert found.comparison is not None and "2,100 EUR, 52 weeks" in found.comparison


def test_a_budget_too_small_is_named_with_the_one_that_would_do(graph: StackingGraph) -> None:
    found = refused(graph, "Six Sigma Green Belt", max_cost={"amount": 1000, "currency": "EUR"})
    assert found.conflict == ("max_cost",)
    assert [(item.slots, item.value) for item in found.loosenings] == [(("max_cost",), 2100.0)]
    assert "2,100 EUR" in found.as_text()


def test_two_limits_that_each_forbid_it_have_to_give_together(graph: StackingGraph) -> None:
    limits = {"max_cost": {"amount": 1000, "currency": "EUR"}, "max_weeks": 20}
    found = refused(graph, "Six Sigma Green Belt", **limits)
    assert set(found.conflict) == {"max_cost", "max_weeks"}
    assert [set(item.slots) for item in found.loosenings] == [{"max_cost", "max_weeks"}]
    assert "2,100 EUR" in found.loosenings[0].says and "48 weeks" in found.loosenings[0].says


def test_what_is_held_is_not_taken_again_and_counts_from_the_start(graph: StackingGraph) -> None:
    held = Held(title="Six Sigma I Quality Tools", provider="IT Sligo")
    found = planned(graph, "Six Sigma Green Belt", held=(held,))
    assert found.held == ("ie-institute-of-technology-slig-six-sigma-i-quality-tools",)
    assert len(found.steps) == 2
    assert [step.after.share for step in found.steps] == [pytest.approx(2 / 3), pytest.approx(1)]
    assert found.totals.cost.high == 1400


def test_docker_parts_stand_in_the_order_that_they_need(graph: StackingGraph) -> None:
    found = planned(graph, "DevOps with Docker")
    assert [step.credential.title[-2] for step in found.steps] == ["1", "2", "3"]
    assert found.totals.cost_in_words == "nothing"


def test_a_closed_award_gets_no_plan_but_its_closing_day(graph: StackingGraph) -> None:
    assert "2023-12-31" in refused(graph, "Early Childhood Care and Education 5M2009").reason


def test_the_fee_for_the_badge_is_part_of_the_cost(graph: StackingGraph) -> None:
    found = planned(graph, "HELP business analytics", "cost", max_cost={"amount": 5000, "currency": "MYR"})
    assert [step.after.cost.high for step in found.steps] == [2200.0, 4400.0]  # RM1200 a course, RM1000 its badge
    assert any("Business Statistics" in line for line in found.remaining)


def test_unstated_prices_open_the_range_upwards_and_are_named(graph: StackingGraph) -> None:
    found = planned(graph, "Una Europa micro-credential in sustainability", max_hours_per_week=6)
    assert found.totals.cost == Range(45, None)
    assert found.totals.cost_in_words == "at least 45 EUR"
    assert found.totals.weeks == Range(pytest.approx(250 / 6), 50)  # type: ignore[arg-type]
    assert "The price of 4 of 5" in found.unknown[0]
    assert found.as_json()["totals"]["cost"] == {"low": 45, "high": None, "currency": "EUR", "approximate": False}


def test_a_whole_course_is_not_taken_beside_its_parts(graph: StackingGraph) -> None:
    found = planned(graph, "Certificate of Higher Education Business", "fewest")
    titles = [step.credential.title for step in found.steps]
    assert "Introduction to project management (OERu course)" in titles
    assert not any("IPM10" in title for title in titles)
    assert (found.totals.credits, found.totals.share) == (15.0, pytest.approx(0.125))


def test_nothing_is_planned_for_a_learner_who_has_it_all(graph: StackingGraph) -> None:
    award = award_of(graph, "Six Sigma Green Belt")
    held = [link.component for link in graph.links_into(award.key)]
    found = plan(award, LearnerProfile(), graph, held=held)
    assert isinstance(found, Plan)
    assert (found.steps, found.totals.share) == ((), pytest.approx(1))
    assert "what you hold covers it" in found.as_text()


def test_what_evidence_earns_is_offered_to_be_proved(graph: StackingGraph) -> None:
    rules = planned(graph, "Computer Science Teacher Master Distinction").rules
    assert any(line.startswith("You may be able to prove Storage instead of studying it") for line in rules)


def test_costs_in_other_currencies_are_summed_by_currency_and_approximately_in_the_learners() -> None:
    records = [
        Credential(id="a", title="A", cost=Money(amount=100, currency="EUR"), stacks_into=(StackingRule(title=GOAL),)),
        Credential(id="b", title="B", cost=Money(amount=100, currency="USD"), stacks_into=(StackingRule(title=GOAL),)),
    ]
    graph = StackingGraph(records, StackingRules(), TODAY)
    found = planned(graph, GOAL, country="IE")
    assert [(money.amount, money.currency) for money in found.totals.paid] == [(100, "EUR"), (100, "USD")]
    assert found.totals.is_approximate and found.totals.currency == "EUR"
    assert 100 < found.totals.cost.low < 300
    assert re.search(r"about [\d,]+ EUR", found.totals.cost_in_words)


@pytest.mark.parametrize(
    ("facts", "pace", "weeks"),
    [
        ({"workload_hours": 40, "pacing": "self-paced", "duration_weeks": 10}, 8, Range(5, 5)),
        ({"workload_hours": 40, "pacing": "scheduled", "duration_weeks": 10}, 8, Range(10, 10)),
        ({"workload_hours": 100, "duration_weeks": 10}, 5, Range(20, 20)),
        ({"duration_weeks": 10}, 5, Range(10, 10)),
        ({"duration_weeks": 10, "workload_hours": 40}, None, Range(10, 10)),
        ({"workload_hours": 40}, None, Range(0, None)),
        ({"credits": {"amount": 2, "system": "ECTS"}}, 10, Range(5, 6)),
        ({}, 10, Range(0, None)),
    ],
)
def test_weeks_follow_the_learners_pace_and_the_courses_calendar(
    facts: dict[str, object], pace: float | None, weeks: Range
) -> None:
    credential = Credential.model_validate({"id": "a", "title": "A", **facts})
    assert weeks_of(credential, pace) == weeks


def test_skills_are_matched_by_meaning_and_those_nobody_teaches_are_named(
    graph: StackingGraph, catalogue: Catalogue, encoder: SentenceEncoder
) -> None:
    some = [item for item in catalogue if item.provider and "Helsinki" in item.provider]
    goal = skill_goal(["Docker containers", "climate change", "welding pipes"], some, encoder)
    assert goal.covers["welding pipes"] == frozenset()
    found = plan(goal, LearnerProfile(), graph, prefer="fewest")
    assert isinstance(found, Plan)
    taken = {step.credential.id for step in found.steps}
    assert taken & goal.covers["Docker containers"] and taken & goal.covers["climate change"]
    assert found.remaining == ("No credential in this catalogue teaches welding pipes.",)
    assert all("For " in (step.evidence or "") for step in found.steps)


def test_when_time_runs_out_the_plan_keeps_every_limit_and_says_that_it_is_not_proven_best() -> None:
    rng = random.Random(5)  # two budgets over 400 odd prices: far from proven within minutes, let alone two seconds
    records = [
        Credential(
            id=f"c{number}",
            title=f"c{number}",
            workload_hours=rng.randint(500, 1500) / 10,
            cost=Money(amount=rng.randint(5000, 15000) / 100, currency="EUR"),
            stacks_into=(StackingRule(title=GOAL, credits_awarded=rng.randint(300, 900) / 100, credits_total=900),),
        )
        for number in range(400)
    ]
    graph = StackingGraph(records, StackingRules(), TODAY)
    profile = LearnerProfile(max_cost=Budget(amount=3001, currency="EUR"), max_hours=3000)
    found = plan(award_of(graph, GOAL), profile, graph, prefer="cost", time_limit_s=2.0)
    assert isinstance(found, Plan)
    assert not found.is_best and "Time ran out" in found.as_text()
    assert found.totals.cost.low <= 3001 and found.totals.hours.low <= 3000
    assert found.totals.credits is not None and found.totals.credits > 300  # the best known is 312.63


def test_words_are_an_award_where_one_has_that_name_and_skills_where_none_has(
    graph: StackingGraph, catalogue: Catalogue, encoder: SentenceEncoder
) -> None:
    some = [item for item in catalogue if item.provider and "Helsinki" in item.provider]
    assert find_goal("MSc Dementia", graph, some, encoder) is graph.award("MSc (Dementia)")
    skills = find_goal("TypeScript and Docker", graph, some, encoder)
    assert isinstance(skills, SkillGoal)
    assert list(skills.covers) == ["TypeScript", "Docker"]
    assert all(skills.covers.values())
