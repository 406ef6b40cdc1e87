"""Make the stacking graph: recognise awards, link credentials to them, and report what cannot be right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import networkx as nx

from catalogue.records import Credential, StackingRule
from catalogue.stacking_rules import AwardRule, StackingRules
from recommender.award_names import same_provider, same_title, spelling_bucket, words
from recommender.links import Award, caps_for, make_link
from recommender.stacking_checks import Problem, check_credits, check_members, is_identifier, problem, shape


@dataclass
class Built:
    """The parts of a stacking graph; `needs` and `advised` are ids that come before an id, by rule or by advice."""

    awards: dict[str, Award] = field(default_factory=dict)
    graph: nx.DiGraph[str] = field(default_factory=nx.DiGraph)
    problems: list[Problem] = field(default_factory=list)
    needs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    advised: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Spelling:
    """An award that was met, under the titles that it goes by."""

    key: str
    titles: tuple[str, ...]
    provider: str | None
    known: AwardRule | None = None

    def means(self, rule: StackingRule, component: str) -> bool:
        """Return whether a record's rule speaks of this award."""
        if self.known and self.known.only_for and component not in self.known.only_for:
            return False
        return same_provider(self.provider, rule.provider) and any(same_title(t, rule.title) for t in self.titles)


Stated = list[tuple[Credential, StackingRule]]


class Builder:
    """Makes awards and links from the records' own rules and what else is known of their awards."""

    def __init__(self, credentials: Mapping[str, Credential], rules: StackingRules, today: date) -> None:
        self.credentials = credentials
        self.rules = rules
        self.today = today
        self.built = Built()
        self.spellings: dict[str, list[Spelling]] = defaultdict(list)
        self.records: dict[str, list[Credential]] = defaultdict(list)
        self.by_words: dict[tuple[str, ...], list[Credential]] = defaultdict(list)
        self.known: dict[str, AwardRule] = {}
        self.shapes = {shape(name) for name in credentials}

    def build(self) -> Built:
        """Return the parts of the graph."""
        for credential in self.credentials.values():
            parts = words(credential.title)
            self.by_words[parts].append(credential)
            self.records[spelling_bucket(parts)].append(credential)
        for known in self.rules.awards:
            own_record = known.record if known.record in self.credentials else None
            spelling = Spelling(own_record or _key(known), (known.title, *known.also_called), known.provider, known)
            self.known[spelling.key] = known
            for bucket in {spelling_bucket(words(title)) for title in spelling.titles}:
                self.spellings[bucket].append(spelling)
        stated = self._stated()
        for key, rules in stated.items():
            self._add_award(key, rules)
        self._open_circles()
        awards = self.built.awards.values()
        self.built.problems += check_members(awards, self.credentials)
        self.built.problems += check_credits(awards, self.credentials, self.built.graph)
        self._order()
        return self.built

    def _stated(self) -> dict[str, Stated]:
        """Return the usable rules of all records by the key of their award; an award may be known without any."""
        stated: dict[str, Stated] = {key: [] for key in self.known if key in self.credentials}
        for credential in self.credentials.values():
            for rule in credential.stacks_into:
                key = self._recognise(credential, rule)
                if key == credential.id:
                    self._report("self-loop", [credential.id], "stacks into itself")
                elif key not in self.credentials and is_identifier(rule.title, self.shapes):
                    self._report("dangling target", [credential.id], f"stacks into {rule.title!r}, which is not here")
                else:
                    stated.setdefault(key, []).append((credential, rule))
        return stated

    def _recognise(self, credential: Credential, rule: StackingRule) -> str:
        """Return the key of the award that a rule speaks of: one key for all spellings of one award."""
        if rule.title in self.credentials:
            return rule.title
        bucket = spelling_bucket(words(rule.title))
        met = next((spelling for spelling in self.spellings[bucket] if spelling.means(rule, credential.id)), None)
        if met is None:
            record = next((r for r in self.records[bucket] if rule.provider and r.provider and _names(r, rule)), None)
            met = Spelling(record.id if record else _key(rule), (rule.title,), rule.provider)
            self.spellings[bucket].append(met)
        return met.key

    def _add_award(self, key: str, stated: Stated) -> None:
        """Add one award and the links into it."""
        award = self._award(key, stated)
        self.built.awards[key] = award
        self.built.graph.add_node(key)
        for credential, rule in stated:
            link = make_link(credential, rule, award, self.known.get(key), self.today)
            before = self.built.graph.get_edge_data(credential.id, key)
            if before is None:
                self.built.graph.add_edge(credential.id, key, link=link)
            elif before["link"].credits != link.credits:
                amounts = f"{before['link'].credits} and {link.credits} credits"
                self._report("contradictory credits", [credential.id], f"states {amounts} towards {award.title}")

    def _award(self, key: str, stated: Stated) -> Award:
        """Return an award from its own record, what is known of it, and what its components' records say."""
        known, record = self.known.get(key), self.credentials.get(key)
        rules = [rule for _, rule in stated]
        title = known.title if known else record.title if record else rules[0].title
        provider = known.provider if known else record.provider if record else rules[0].provider
        country = known.country if known else record.country if record else None
        if country is None and stated and same_provider(stated[0][0].provider, provider):
            country = stated[0][0].country
        kind = next((rule.type for rule in rules if rule.type), record.type_claim if record else None)
        stated_cap = min((rule.cap_share for rule in rules if rule.cap_share), default=None)
        names = [title, *(known.also_called if known else ()), *(rule.title for rule in rules)]
        more = {name: getattr(known, name) for name in KNOWN_FIELDS} if known else {}
        return Award(
            key=key,
            title=title,
            provider=provider,
            type=kind,
            country=country,
            record=key if record else None,
            names=tuple(dict.fromkeys(names)),
            credits_total=(known.credits_total if known else None) or self._total(stated),
            level=(known.level if known else None) or (record.level if record else None),
            caps=caps_for(kind, country, known, stated_cap, self.rules.caps),
            entries=tuple(e for e in self.rules.entries if e.country == country and kind in e.award_types),
            source_url=known.source_url if known else rules[0].source_url,
            **more,
        )

    def _total(self, stated: Stated) -> float | None:
        """Return the total of credits that the records agree on."""
        totals = {rule.credits_total for _, rule in stated if rule.credits_total}
        if len(totals) > 1:
            ids = list(dict.fromkeys(credential.id for credential, rule in stated if rule.credits_total))
            self._report("contradictory credits", ids, f"give {sorted(totals)} as the total of one award")
        return totals.pop() if len(totals) == 1 else None

    def _open_circles(self) -> None:
        """Report every circle of links and leave out the link that closes it."""
        graph = self.built.graph
        for part in [part for part in nx.strongly_connected_components(graph) if len(part) > 1]:
            inside = graph.subgraph(part).copy()
            while not nx.is_directed_acyclic_graph(inside):
                circle = nx.find_cycle(inside)
                self._report("cycle", [edge[0] for edge in circle], "lead to each other in a circle")
                inside.remove_edge(*circle[-1][:2])
                graph.remove_edge(*circle[-1][:2])

    def _order(self) -> None:
        """Note what comes before what: the rules' orders, and prerequisites that are another record's id or title."""
        needs = self.built.needs
        for rule in self.rules.prerequisites:
            if rule.record in self.credentials:
                here = tuple(name for name in rule.needs if name in self.credentials)
                (self.built.advised if rule.recommended else needs)[rule.record] = here
        for credential in self.credentials.values():
            for text in credential.prerequisites:
                alike = self.by_words.get(words(text), ())
                titled = [other.id for other in alike if same_provider(other.provider, credential.provider)]
                named = [text] if text in self.credentials else titled
                if not named and is_identifier(text, self.shapes):
                    self._report("dangling target", [credential.id], f"asks first for {text!r}, which is not here")
                before = needs.get(credential.id, ())
                added = [name for name in named if name != credential.id and name not in before]
                if added:
                    needs[credential.id] = (*before, *added)
        order = nx.DiGraph((first, then) for then, firsts in needs.items() for first in firsts)
        while not nx.is_directed_acyclic_graph(order):
            circle = nx.find_cycle(order)
            self._report("cycle", [edge[0] for edge in circle], "are prerequisites of each other")
            first, then = circle[-1][:2]
            order.remove_edge(first, then)
            needs[then] = tuple(name for name in needs[then] if name != first)

    def _report(self, kind: str, records: list[str], says: str) -> None:
        self.built.problems.append(problem(kind, records, says))


# What an Award takes over unchanged from what is known of it.
KNOWN_FIELDS = (
    "share_at_level", "groups", "complete", "combines", "expires", "valid_years", "also_needed", "open_points"
)  # fmt: skip


def _names(record: Credential, rule: StackingRule) -> bool:
    """Return whether a rule's award is this record."""
    return same_title(record.title, rule.title) and same_provider(record.provider, rule.provider)


def _key(award: AwardRule | StackingRule) -> str:
    """Return the node key of an award that has no record: readable, and the same for the same names."""
    version = award.version if isinstance(award, AwardRule) else None
    text = " ".join(filter(None, (award.title, award.provider, version))).casefold()
    return "award:" + re.sub(r"\W+", "-", text).strip("-")
