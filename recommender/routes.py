"""The ways from a credential up to larger awards, and into one award: how far each goes, how sure, what it asks."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx

from recommender.links import STATES, Award, Link, State
from recommender.missing import missing
from recommender.stacking import StackingGraph

NO_ROUTE = "No stacking route is stated by the source."
DOUBT = {"confirmed": 1, "conditional": 1_000, "unverified": 1_000_000, "blocked": 1_000_000_000}


@dataclass(frozen=True)
class Route:
    """A way from one credential up to one award, through `links` in order; `state` is that of its weakest link.

    `credits` and `share` (0 to 1) are what the credential itself adds to the award, `None` where not stated.
    `also_needed` says what the award asks for besides, `fills` are ids of other credentials that count towards it.
    """

    credential: str
    award: Award
    links: tuple[Link, ...]
    state: State
    credits: float | None
    share: float | None
    also_needed: tuple[str, ...]
    fills: tuple[str, ...]

    @property
    def evidence(self) -> tuple[str, ...]:
        """Return the line of evidence of each link, in order."""
        return tuple(link.evidence for link in self.links)


def routes_up(graph: StackingGraph, credential_id: str) -> list[Route]:
    """Return one route to each award above a credential, directly or through others; surest and nearest first.

    Where several ways lead to one award, the one over the surest links is taken.
    """
    if credential_id not in graph.graph:
        return []
    paths = nx.single_source_dijkstra_path(graph.graph, credential_id, weight=_doubt)
    routes = [_route(graph, path) for path in paths.values() if len(path) > 1]
    return sorted(routes, key=lambda route: (STATES.index(route.state), len(route.links), route.award.title))


def ways_in(graph: StackingGraph, award: Award) -> list[Route]:
    """Return one route for each credential below an award, surest first, then by the share covered."""
    if award.key not in graph.graph:
        return []
    paths = nx.single_source_dijkstra_path(graph.graph.reverse(copy=False), award.key, weight=_doubt)
    routes = [_route(graph, path[::-1]) for node, path in paths.items() if node in graph.credentials and len(path) > 1]
    return sorted(routes, key=lambda r: (STATES.index(r.state), len(r.links), -(r.share or 0), r.credential))


def _route(graph: StackingGraph, path: list[str]) -> Route:
    links: tuple[Link, ...] = tuple(graph.graph.edges[pair]["link"] for pair in itertools.pairwise(path))
    award, last = graph.awards[path[-1]], links[-1]
    part: float | None = 1.0
    for link in links[:-1]:
        part = None if part is None or link.share is None else part * link.share
    return Route(
        credential=path[0],
        award=award,
        links=links,
        state=max((link.state for link in links), key=STATES.index),
        credits=None if part is None or last.credits is None else part * last.credits,
        share=None if part is None or last.share is None else part * last.share,
        also_needed=_also_needed(graph, links),
        fills=tuple(
            link.component
            for link in graph.links_into(award.key)
            if link.component not in path and link.state != "blocked"
        ),
    )


def _also_needed(graph: StackingGraph, links: tuple[Link, ...]) -> tuple[str, ...]:
    """Return what a route asks for besides its own credential: conditions, other components, what stays open."""
    lines = [link.condition for link in links if link.condition]
    for link in links:
        award = graph.awards[link.award]
        for gap in missing(graph, award, {link.component}).gaps if award.groups else ():
            if gap.components:
                lines.append(f"{gap.group.name}: {gap.components} more")
            elif gap.credits:
                lines.append(f"{gap.group.name}: {gap.credits:g} more credits")
        lines += award.also_needed
    lines += [f"not stated: {point}" for point in graph.awards[links[-1].award].open_points]
    return tuple(dict.fromkeys(lines))


def stacking_lines(routes: Sequence[Route]) -> tuple[str, ...]:
    """Return one plain sentence per route, or that none is stated."""
    return tuple(route_line(route) for route in routes) or (NO_ROUTE,)


def route_line(route: Route) -> str:
    """Return a route as one sentence: how much, towards what, how sure."""
    award = route.award.title + (f" ({route.award.provider})" if route.award.provider else "")
    if route.state == "blocked":
        reason = next(link.blocked_by for link in route.links if link.blocked_by)
        return f"Does not count towards {award}: {reason}."
    verb = {"unverified": "Is reported to count"}.get(route.state, "Counts")
    verb = "May count" if verb == "Counts" and any(link.is_open for link in route.links) else verb
    start, size = _amount(route, verb)
    clauses = [f"{start} {award}"]
    if len(route.links) > 1:
        clauses[0] += f", by way of {', '.join(link.award_title for link in route.links[:-1])}"
    conditions = dict.fromkeys(link.condition for link in route.links if link.condition)
    clauses += [size] if size else []
    clauses += [f"condition: {', and '.join(conditions)}"] if conditions else []
    clauses += ["not verified"] if route.state == "unverified" else []
    return "; ".join(clauses) + "."


def _amount(route: Route, verb: str) -> tuple[str, str]:
    """Return the start of a sentence on how much counts, and what to add after the award's name."""
    last, credits = route.links[-1], route.credits
    if last.recognition == "admission":
        return "Opens admission to", "credit is not stated"
    if credits is not None and last.total:
        return f"{verb} {credits:g} of {last.total:g} credits ({percent(credits / last.total)}) towards", ""
    if credits is not None:
        return f"{verb} {credits:g} credit{'' if credits == 1 else 's'} towards", "the total is not stated"
    if route.share is not None:
        return f"{verb} {'up to ' if last.share_is_maximum else ''}{percent(route.share)} towards", ""
    for group in route.award.groups:
        if route.award.complete and len(route.award.groups) == 1 and group.rule == "all":
            return f"{verb} as one of the {len(group.members) + len(group.others)} parts of", ""
    return f"{verb} towards", "how many credits is not stated"


def percent(share: float) -> str:
    """Return a share (0 to 1) in whole percent, halves upwards as learners expect: 0.125 gives "13%"."""
    return f"{int(share * 100 + 0.5)}%"


def _doubt(part: str, whole: str, edge: dict[str, Link]) -> int:
    """Return an edge's weight: any number of surer links beats one that is less sure."""
    return DOUBT[edge["link"].state]
