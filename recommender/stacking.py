"""What stacks into what: credentials, bundles and awards as one graph, from a catalogue's records and rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Literal

from catalogue.import_report import ImportReport
from catalogue.records import Credential
from catalogue.stacking_rules import OneAwardOnly, StackingRules, load_stacking_rules
from catalogue.store import Catalogue
from recommender.award_names import resemblance, same_provider
from recommender.links import STATES, Award, Link
from recommender.stacking_builder import Builder

MAX_PROBLEMS = 100  # told of one catalogue

default_rules = lru_cache(maxsize=1)(load_stacking_rules)


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

    @property
    def in_words(self) -> list[str]:
        """Return each problem as one sentence with its kind and the records' ids."""
        return [f"{problem.kind}: {problem.says}" for problem in self.problems]

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


def note_problems(reports: Sequence[ImportReport], catalogue: Catalogue) -> None:
    """Add to the last report of an import what in the catalogue's stacking rules cannot be right, by record ids."""
    found = StackingGraph(catalogue).in_words
    for sentence in found[:MAX_PROBLEMS]:
        reports[-1].remark(f"Stacking rules, {sentence}")
    if len(found) > MAX_PROBLEMS:
        reports[-1].remark(f"Stacking rules: {len(found) - MAX_PROBLEMS} more contradictions of these kinds.")


def _sources(links: list[Link]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.source_url for link in links if link.source_url))
