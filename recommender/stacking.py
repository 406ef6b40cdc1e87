"""What stacks into what: credentials, bundles and awards as one graph, its routes upwards and its ways in."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Literal

import networkx as nx

from catalogue.records import Credential
from catalogue.stacking_rules import OneAwardOnly, StackingRules, load_stacking_rules
from recommender.award_names import resemblance, same_provider
from recommender.links import STATES, Award, Link, State
from recommender.missing import Missing, missing
from recommender.stacking_builder import Builder

NO_ROUTE = "No stacking route is stated by the source."
DOUBT = {"confirmed": 1, "conditional": 1_000, "unverified": 1_000_000, "blocked": 1_000_000_000}

default_rules = lru_cache(maxsize=1)(load_stacking_rules)


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


@dataclass(frozen=True)
class Portability:
    """How far a credential is recognised beyond its own award; `reach` is the widest that is stated."""

    reach: Literal["other institutions named", "framework-wide", "same institution only", "not stated"]
    says: str
    sources: tuple[str, ...] = ()


class StackingGraph:
    """Credentials, bundles and awards as nodes; edges of `graph` carry a `link` from the part to the whole.

    A node is a credential's id, or the key of an award that is no record of the catalogue. `problems` lists what
    was wrong in the catalogue's rules; a link that would close a circle is left out. `needs` holds, for a
    credential, what must come before it, `advised` what had better. `today` decides what has expired.
    """

    def __init__(
        self, credentials: Iterable[Credential], rules: StackingRules | None = None, today: date | None = None
    ) -> None:
        self.credentials = {credential.id: credential for credential in credentials}
        self.rules = default_rules() if rules is None else rules
        self.today = today or date.today()
        built = Builder(self.credentials, self.rules, self.today).build()
        self.awards, self.graph, self.problems = built.awards, built.graph, built.problems
        self.needs, self.advised = built.needs, built.advised

    def award(self, name: str) -> Award | None:
        """Return the award that a learner's words name best, `None` where no award has all of them."""
        found = self.awards_like(name, 1)
        return found[0] if found else None

    def awards_like(self, name: str, n: int = 5) -> list[Award]:
        """Return up to `n` awards that the words may mean, best first; a key or record id names its award exactly."""
        if name in self.awards:
            return [self.awards[name]]
        scored = [(resemblance(name, award.names, award.provider), award) for award in self.awards.values()]
        found = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: (-pair[0], pair[1].key))
        return [award for _, award in found[:n]]

    def links_into(self, award: str) -> list[Link]:
        """Return the direct links into an award, the surest and largest first."""
        parts = self.graph.predecessors(award) if award in self.graph else ()
        links: list[Link] = [self.graph.edges[part, award]["link"] for part in parts]
        return sorted(links, key=lambda link: (STATES.index(link.state), -(link.credits or 0), link.component))

    def routes_up(self, credential_id: str) -> list[Route]:
        """Return one route to each award above a credential, directly or through others; surest and nearest first.

        Where several ways lead to one award, the one over the surest links is taken.
        """
        if credential_id not in self.graph:
            return []
        paths = nx.single_source_dijkstra_path(self.graph, credential_id, weight=_doubt)
        routes = [self._route(path) for path in paths.values() if len(path) > 1]
        return sorted(routes, key=lambda route: (STATES.index(route.state), len(route.links), route.award.title))

    def ways_in(self, award: Award) -> list[Route]:
        """Return one route for each credential below an award, surest first, then by the share covered."""
        if award.key not in self.graph:
            return []
        paths = nx.single_source_dijkstra_path(self.graph.reverse(copy=False), award.key, weight=_doubt)
        routes = [self._route(path[::-1]) for node, path in paths.items() if node in self.credentials and len(path) > 1]
        return sorted(routes, key=lambda r: (STATES.index(r.state), len(r.links), -(r.share or 0), r.credential))

    def missing(
        self, award: Award, held: Mapping[str, str | None] | Collection[str], used: Collection[str] = ()
    ) -> Missing:
        """Return what an award still lacks, given the ids of what is held (mapped to ISO dates where known).

        `used` are held ids that were already counted towards another award.
        """
        dated = dict(held) if isinstance(held, Mapping) else dict.fromkeys(held)
        return missing(self, award, dated, frozenset(used))

    def portability(self, credential: Credential) -> Portability:
        """Return how far a credential is recognised elsewhere, as far as its record and the framework's rules say."""
        links = [link for _, _, link in self.graph.out_edges(credential.id, data="link") if link.state != "blocked"]
        abroad = [link for link in links if self.from_elsewhere(link)]
        if abroad:
            names = sorted({self.awards[link.award].provider or "" for link in abroad})
            says = f"Other institutions are named that take it: {'; '.join(names)}. Each of them decides."
            return Portability("other institutions named", says, _sources(abroad))
        level = credential.level
        for rule in self.rules.frameworks if level and level.value else ():
            if level and rule.framework == level.framework:
                return Portability("framework-wide", rule.says, (rule.source_url,))
        if links:
            says = "It is stated to count at its own institution only; whether others take it is not stated."
            return Portability("same institution only", says, _sources(links))
        return Portability("not stated", "Whether other institutions recognise it is not stated.")

    def from_elsewhere(self, link: Link) -> bool:
        """Return whether a link leads to another provider than the component's own; false where one is not known."""
        part, whole = self.credentials.get(link.component) or self.awards[link.component], self.awards[link.award]
        return bool(part.provider and whole.provider) and not same_provider(part.provider, whole.provider)

    def one_award_only(self, credential_id: str) -> OneAwardOnly | None:
        """Return the rule under which this credential may count towards a single award, if there is one."""
        return self._one_award_only.get(credential_id)

    @cached_property
    def _one_award_only(self) -> dict[str, OneAwardOnly]:
        found = {}
        for rule in self.rules.one_award_only:
            for credential in self.credentials.values():
                named = rule.provider and credential.provider and same_provider(rule.provider, credential.provider)
                if named or credential.id in rule.records:
                    found[credential.id] = rule
        return found

    def title(self, node: str) -> str:
        """Return what a node is called."""
        return self.awards[node].title if node in self.awards else self.credentials[node].title

    def _route(self, path: list[str]) -> Route:
        links: tuple[Link, ...] = tuple(self.graph.edges[pair]["link"] for pair in itertools.pairwise(path))
        award, last = self.awards[path[-1]], links[-1]
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
            also_needed=self._also_needed(links),
            fills=tuple(
                link.component
                for link in self.links_into(award.key)
                if link.component not in path and link.state != "blocked"
            ),
        )

    def _also_needed(self, links: tuple[Link, ...]) -> tuple[str, ...]:
        """Return what a route asks for besides its own credential: conditions, other components, what stays open."""
        lines = [link.condition for link in links if link.condition]
        for link in links:
            award = self.awards[link.award]
            for gap in self.missing(award, {link.component}).gaps if award.groups else ():
                if gap.components:
                    lines.append(f"{gap.group.name}: {gap.components} more")
                elif gap.credits:
                    lines.append(f"{gap.group.name}: {gap.credits:g} more credits")
            lines += award.also_needed
        lines += [f"not stated: {point}" for point in self.awards[links[-1].award].open_points]
        return tuple(dict.fromkeys(lines))


def stacking_lines(credential: Credential, graph: StackingGraph | None = None) -> tuple[str, ...]:
    """Return one plain sentence per award that a credential counts towards, or that no route is stated.

    With the whole catalogue's `graph`, awards reached through another credential are told too.
    """
    routes = (graph or StackingGraph((credential,))).routes_up(credential.id)
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


def _sources(links: list[Link]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.source_url for link in links if link.source_url))


def _doubt(part: str, whole: str, edge: dict[str, Link]) -> int:
    """Return an edge's weight: any number of surer links beats one that is less sure."""
    return DOUBT[edge["link"].state]
