"""Measure planning over large catalogues: time to build the graph, time per plan, and both against plain yardsticks.

Run: `python -m evaluation.planning_benchmark [--sizes N,N] [--plans N] [--json]`. Every fifth credential of a made-up
catalogue states a stacking rule. A plan is compared with a greedy choice (cheapest credit first) over the same goal
and limits in the same run, in time and in cost; building with reading every credential's facets.
"""

from __future__ import annotations

import json
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import click

from catalogue.records import Credential, Money, StackingRule
from catalogue.stacking_rules import Prerequisite, StackingRules
from catalogue.store import facet_table
from recommender.links import Award
from recommender.planning import Plan, plan
from recommender.profile import Budget, LearnerProfile
from recommender.stacking import StackingGraph

SEED = 20261124
RULES_PER_CREDENTIAL = 5  # one rule for so many credentials: 2,000 rules in 10,000
PARTS_PER_AWARD = 20
AWARD_CREDITS = 60.0
LIMITS = LearnerProfile(max_cost=Budget(amount=4_000, currency="EUR"))


@dataclass(frozen=True)
class PlanningFigures:
    """CPU seconds for one size of catalogue, so that a busy machine does not blur the growth.

    `ratio_to_facets` is building the graph against reading the facets, `ratio_to_greedy` the median plan against the
    median greedy choice. `greedy_dearer` is by how much (0.1 = 10%) the greedy choice costs more where it covers as
    much, `greedy_short` how many of `plans` it covers less far.
    """

    credentials: int
    rules: int
    awards: int
    build_seconds: float
    facets_seconds: float
    ratio_to_facets: float
    plans: int
    feasible: int
    proven_best: int
    plan_milliseconds_median: float
    plan_milliseconds_worst: float
    ratio_to_greedy: float
    greedy_dearer: float
    greedy_short: int


def made_up(size: int) -> tuple[list[Credential], StackingRules]:
    """Return `size` credentials, a fifth of them with a rule, and an order of every fourth of those."""
    rng = random.Random(SEED)
    n_awards = max(1, size // RULES_PER_CREDENTIAL // PARTS_PER_AWARD)
    credentials, order = [], []
    for number in range(size):
        into: tuple[StackingRule, ...] = ()
        award = (number // RULES_PER_CREDENTIAL) % n_awards
        if number % RULES_PER_CREDENTIAL == 0:
            title, provider = f"Diploma {award} of applied studies", f"University {award % 97}"
            credits = float(rng.randint(3, 12))
            into = (StackingRule(title=title, provider=provider, credits_awarded=credits, credits_total=AWARD_CREDITS),)
            if rng.random() < 0.25 and number >= RULES_PER_CREDENTIAL * n_awards:
                before = f"c{number - RULES_PER_CREDENTIAL * n_awards}"
                order.append(Prerequisite(record=f"c{number}", needs=(before,), source_url="https://x.example"))
        credentials.append(
            Credential(
                id=f"c{number}",
                title=f"Course {number} in practice",
                provider=f"University {award % 97}",
                workload_hours=rng.randint(10, 150) if rng.random() < 0.8 else None,
                duration_weeks=rng.randint(2, 16) if rng.random() < 0.6 else None,
                cost=Money(amount=rng.randint(0, 900), currency="EUR") if into or rng.random() < 0.8 else None,
                stacks_into=into,
            )
        )
    return credentials, StackingRules(prerequisites=tuple(order))


def greedy(graph: StackingGraph, award: Award, profile: LearnerProfile) -> tuple[float, float]:
    """Return (credits, cost) of taking the cheapest credits first as long as budget and order allow."""
    budget = profile.max_cost.amount if profile.max_cost else float("inf")
    links = graph.links_into(award.key)
    price = {name: cost.amount for link in links if (cost := graph.credentials[name := link.component].cost)}
    taken: set[str] = set()
    covered = spent = 0.0
    for link in sorted(links, key=lambda link: price[link.component] / (link.credits or 1.0)):
        ready = all(first in taken for first in graph.needs.get(link.component, ()))
        if ready and covered < AWARD_CREDITS and spent + price[link.component] <= budget:
            taken.add(link.component)
            covered, spent = covered + (link.credits or 0.0), spent + price[link.component]
    return min(covered, AWARD_CREDITS), spent


def _seconds(run: Callable[[], object]) -> float:
    started = time.process_time()
    run()
    return time.process_time() - started


def measure(size: int, n_plans: int) -> PlanningFigures:
    """Return the figures for one size, over `n_plans` awards drawn at random."""
    credentials, rules = made_up(size)
    facets = _seconds(lambda: facet_table(credentials))
    built: list[StackingGraph] = []
    build = _seconds(lambda: built.append(StackingGraph(credentials, rules)))
    graph = built[0]
    awards = random.Random(SEED).choices(sorted(graph.awards.values(), key=lambda award: award.key), k=n_plans)
    plan(awards[0], LIMITS, graph)  # the first call loads the solver
    times, greedy_times, dearer, feasible, best, short = [], [], [], 0, 0, 0
    for award in awards:
        started = time.process_time()
        found = plan(award, LIMITS, graph, prefer="cost")
        times.append(time.process_time() - started)
        started = time.process_time()
        covered, spent = greedy(graph, award, LIMITS)
        greedy_times.append(time.process_time() - started)
        if isinstance(found, Plan):
            feasible, best = feasible + 1, best + found.is_best
            reached = min(found.totals.credits or 0.0, AWARD_CREDITS)
            if covered < reached:
                short += 1
            elif found.totals.cost.low:
                dearer.append(spent / found.totals.cost.low - 1)
    return PlanningFigures(
        credentials=size,
        rules=graph.graph.number_of_edges(),
        awards=len(graph.awards),
        build_seconds=round(build, 3),
        facets_seconds=round(facets, 3),
        ratio_to_facets=round(build / facets, 1),
        plans=n_plans,
        feasible=feasible,
        proven_best=best,
        plan_milliseconds_median=round(statistics.median(times) * 1000, 1),
        plan_milliseconds_worst=round(max(times) * 1000, 1),
        ratio_to_greedy=round(statistics.median(times) / statistics.median(greedy_times), 1),
        greedy_dearer=round(statistics.median(dearer), 3) if dearer else 0.0,
        greedy_short=short,
    )


def report(figures: Sequence[PlanningFigures]) -> str:
    """Return the figures as a table in Markdown."""
    names = list(asdict(figures[0]))
    lines = ["| " + " | ".join(names) + " |", "| " + " | ".join("---" for _ in names) + " |"]
    lines += ["| " + " | ".join(str(value) for value in asdict(row).values()) + " |" for row in figures]
    return "\n".join(lines)


@click.command()
@click.option("--sizes", default="1000,10000,100000", show_default=True, help="Credentials, comma-separated.")
@click.option("--plans", "n_plans", type=click.IntRange(1), default=30, show_default=True)
@click.option("--json", "as_json", is_flag=True)
def main(sizes: str, n_plans: int, as_json: bool) -> None:
    """Measure planning and print its figures."""
    figures = [measure(int(size), n_plans) for size in sizes.split(",")]
    click.echo(json.dumps([asdict(row) for row in figures], indent=2) if as_json else report(figures))


if __name__ == "__main__":
    main()
