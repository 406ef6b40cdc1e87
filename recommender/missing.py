"""What an award still lacks, given what a learner holds: component by component, with every rule that applies named."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import networkx as nx

from catalogue.stacking_rules import ComponentGroup
from recommender.links import Award, Cap, Link
from recommender.stacking import StackingGraph

DAYS_A_YEAR = 365.25


@dataclass(frozen=True)
class Gap:
    """One group of an award's components: which are held, which the catalogue can add, which it lacks.

    `components` and `credits` are what is still missing, whichever the group's rule counts; `credits` is `None` where
    a held component's credits are not stated.
    """

    group: ComponentGroup
    held: tuple[str, ...]
    fills: tuple[str, ...]
    components: int = 0
    credits: float | None = 0.0

    @property
    def is_closed(self) -> bool:
        """Return whether the group asks for nothing more."""
        return self.components == 0 and self.credits == 0


@dataclass(frozen=True)
class Missing:
    """How far held credentials reach towards an award, and what remains.

    `counted` are the ids that count; `not_counted` pairs an id with the rule that keeps it out. `credits` of the
    award's total are covered (after `cap`, where one cut them), `share` is that part, 0 to 1; both are `None` where
    nothing that is counted states its credits. `fills` are components that would add something.
    `is_complete` is `None` where the award's whole rule is not known.
    """

    award: Award
    counted: tuple[str, ...]
    not_counted: tuple[tuple[str, str], ...]
    credits: float | None
    credits_missing: float | None
    share: float | None
    cap: Cap | None
    gaps: tuple[Gap, ...]
    fills: tuple[str, ...]
    is_complete: bool | None
    says: tuple[str, ...]


def missing(
    graph: StackingGraph, award: Award, held: Mapping[str, str | None] | Collection[str], used: Collection[str] = ()
) -> Missing:
    """Return what an award still lacks, given the ids of what is held (mapped to ISO dates where known).

    `used` are held ids that were already counted towards another award.
    """
    held, used = dict(held) if isinstance(held, Mapping) else dict.fromkeys(held), frozenset(used)
    done = completed(graph, award.key, set(held))
    counted, not_counted = _sort_held(graph, award, done, held, used)
    credits, cap = countable_credits(graph, award, counted)
    ids = {link.component for link in counted}
    gaps = tuple(_gap(graph, award, group, ids) for group in award.groups)
    total = award.credits_total
    left = None if total is None or credits is None else max(0.0, total - credits)
    share = credits / total if total and credits is not None else _stated_share(counted)
    open_links = [link for link in graph.links_into(award.key) if link.state != "blocked"]
    spent = done.union(*(nx.ancestors(graph.graph, name) for name in ids))
    is_complete = all(gap.is_closed for gap in gaps) if award.groups and award.complete else None
    return Missing(
        award=award,
        counted=tuple(sorted(ids)),
        not_counted=tuple(not_counted),
        credits=credits,
        credits_missing=left,
        share=share,
        cap=cap,
        gaps=gaps,
        fills=() if is_complete else tuple(link.component for link in open_links if link.component not in spent),
        is_complete=is_complete,
        says=_entry_sentences(award, share),
    )


def _sort_held(
    graph: StackingGraph, award: Award, done: set[str], held: Mapping[str, str | None], used: frozenset[str]
) -> tuple[list[Link], list[tuple[str, str]]]:
    """Return the links of what is done that count towards an award, and the ids that do not, each with its reason."""
    counted: list[Link] = []
    not_counted: list[tuple[str, str]] = []
    for link in graph.links_into(award.key):
        if link.component in done:
            reason = no_longer_counts(graph, award, link, held, used)
            reason = reason or _stands_twice(graph, award, link, done, counted)
            if reason is None:
                counted.append(link)
            else:
                not_counted.append((link.component, reason))
    return counted, not_counted


def completed(graph: StackingGraph, goal: str, held: set[str]) -> set[str]:
    """Return the held ids below a goal, and the smaller awards below it that they complete by a fully known rule."""
    below = nx.ancestors(graph.graph, goal) if goal in graph.graph else set()
    done = held & below
    for node in nx.topological_sort(graph.graph.subgraph(below)):
        award = graph.awards.get(node)
        if award and award.complete and award.groups and node not in done:
            usable = {link.component for link in graph.links_into(node) if link.state != "blocked"} & done
            if all(_gap(graph, award, group, usable).is_closed for group in award.groups):
                done.add(node)
    return done


def no_longer_counts(
    graph: StackingGraph, award: Award, link: Link, held: Mapping[str, str | None], used: frozenset[str]
) -> str | None:
    """Return why a held component can count no more, whatever else is held; `None` where it can."""
    if link.blocked_by:
        return link.blocked_by
    once = graph.one_award_only(link.component)
    if once and link.component in used:
        return f"double count: {once.says}"
    if award.valid_years and (earned := held.get(link.component)):
        age = (graph.today - date.fromisoformat((earned + "-01-01")[:10])).days / DAYS_A_YEAR
        if age > award.valid_years:
            return f"expiry: it counts for {award.valid_years:g} years, and is dated {earned}"
    return None


def _stands_twice(graph: StackingGraph, award: Award, link: Link, done: set[str], counted: list[Link]) -> str | None:
    """Return why a held component cannot count beside the others that do; `None` where it can."""
    if not award.combines and counted:
        return "double count: the source lets no other credit stand beside the one that is counted"
    whole = [w for w in nx.descendants(graph.graph, link.component) & done if graph.graph.has_edge(w, award.key)]
    return f"double count: it is already part of {graph.title(whole[0])}" if whole else None


def countable_credits(graph: StackingGraph, award: Award, links: list[Link]) -> tuple[float | None, Cap | None]:
    """Return the credits that links add together, and the cap that cut them, where one did."""
    stated = [link for link in links if link.credits is not None]
    if not stated:
        return (0.0 if not links and award.credits_total else None), None
    total = sum(link.credits or 0 for link in stated)
    cutting = None
    for cap in award.caps:
        limited = [link for link in stated if not cap.from_elsewhere or graph.from_elsewhere(link)]
        most, amount = cap.most(award.credits_total), sum(link.credits or 0 for link in limited)
        if most is not None and amount > most:
            total, cutting = total - (amount - most), cap
    return total, cutting


def _gap(graph: StackingGraph, award: Award, group: ComponentGroup, have: set[str]) -> Gap:
    """Return what one group still asks for."""
    held = tuple(name for name in group.members if name in have)
    links = {link.component: link for link in graph.links_into(award.key)}
    fills = tuple(name for name in group.members if name not in have and _usable(links.get(name)))
    if group.rule == "credits":
        amounts = [links[name].credits for name in held]
        known = [amount for amount in amounts if amount is not None]
        left = max(0.0, (group.credits or 0.0) - sum(known))
        return Gap(group, held, fills, credits=left if left == 0 or len(known) == len(amounts) else None)
    wanted = group.n if group.n else len(group.members) + len(group.others)
    return Gap(group, held, fills, components=max(0, wanted - len(held)))


def _usable(link: Link | None) -> bool:
    return link is not None and link.state != "blocked"


def _stated_share(links: list[Link]) -> float | None:
    """Return the shares of links added up, where each states one."""
    shares = [link.share for link in links]
    return min(1.0, sum(filter(None, shares))) if shares and None not in shares else None


def _entry_sentences(award: Award, share: float | None) -> tuple[str, ...]:
    """Return the rules that open entry once enough is covered, and whether that point is reached."""
    lines = []
    for rule in award.entries:
        reached = "not stated how far you are" if share is None else f"you are at {share:.0%}"
        lines.append(f"{rule.says} Here {reached}.")
    return tuple(lines)
