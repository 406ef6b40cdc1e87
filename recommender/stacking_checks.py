"""What in a catalogue's stacking rules cannot be right: dangling targets, and credits that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from catalogue.credits import CreditError, convert
from catalogue.records import Credential
from recommender.links import Award, Link

ADDRESS = re.compile(r"(https?://|urn:|ce-)\S+|(?=\S*\d)[\w.:/-]{16,}|[a-z\d.:]+(?:[-_][a-z\d.:]+){2,}")
# Stated figures are rounded, so credits may differ by this much before they contradict each other.
ROUNDING = 1.01


@dataclass(frozen=True)
class Problem:
    """One thing in a catalogue that cannot be right, with the ids of the records that it stands in."""

    kind: str
    records: tuple[str, ...]
    says: str


def problem(kind: str, records: Iterable[str], says: str) -> Problem:
    """Return a problem whose sentence begins with the records' ids."""
    ids = tuple(records)
    return Problem(kind, ids, f"{', '.join(ids)}: {says}.")


def shape(text: str) -> str:
    """Return what an identifier looks like, letters as a, digits as 9: "c12" and "k7" are both "a9"."""
    return re.sub(r"\d+", "9", re.sub(r"[^\W\d_]+", "a", text))


def is_identifier(target: str, shapes: Collection[str]) -> bool:
    """Return whether a target is an address or identifier and no title that a learner could read.

    `shapes` are those of the catalogue's own ids: what looks like them is one, too, if it has a digit or a joint.
    """
    if ADDRESS.fullmatch(target):
        return True
    return shape(target) in shapes and re.search(r"[\d_:-]", target) is not None and " " not in target


def check_members(awards: Iterable[Award], credentials: Mapping[str, Credential]) -> Iterator[Problem]:
    """Yield the components that an award's rule names among others of this catalogue, and that it lacks."""
    for award in awards:
        for group in award.groups:
            lacking = [name for name in group.members if name not in credentials]
            if lacking and len(lacking) < len(group.members):
                yield problem("dangling target", lacking, f"named as components of {award.title}, and not here")


def check_credits(
    awards: Iterable[Award], credentials: Mapping[str, Credential], graph: nx.DiGraph[str]
) -> Iterator[Problem]:
    """Yield what contradicts the award's own record or the component's own size, or adds up to another total."""
    for award in awards:
        links: list[Link] = [graph.edges[part, award.key]["link"] for part in graph.predecessors(award.key)]
        yield from _against_the_record(award, credentials, links)
        yield from _against_the_sum(award, links)


def _against_the_record(award: Award, credentials: Mapping[str, Credential], links: list[Link]) -> Iterator[Problem]:
    record = credentials.get(award.record or "")
    if record is None or record.credits is None:
        return
    own = record.credits
    if award.credits_total and not _near(award.credits_total, own.amount):
        said = f"{award.credits_total:g} credits are stated as the total of {award.title}, its own record says"
        ids = dict.fromkeys([record.id, *(link.component for link in links if link.total)])
        yield problem("contradictory credits", ids, f"{said} {own.amount:g}")
    for link in links:
        part = credentials.get(link.component)
        size = part.credits if part else None
        if part is None or link.credits is None or size is None or size.system is None or own.system is None:
            continue
        try:  # credits of two systems are set against each other only through the range of the tables
            most = convert(size.amount, size.system, own.system).high
        except CreditError:
            continue
        if link.credits > most * ROUNDING:
            said = f"its {size.amount:g} {size.system} come to at most {most:.3g} {own.system}"
            says = f"{said}, but {link.credits:g} are stated towards {award.title}"
            yield problem("contradictory credits", [part.id, record.id], says)


def _against_the_sum(award: Award, links: list[Link]) -> Iterator[Problem]:
    """Yield an award whose components, all of them needed and known, add up to another total than the stated one."""
    needed = [group for group in award.groups if group.rule == "all" and not group.others]
    if not award.credits_total or not award.complete or len(needed) < len(award.groups) or not needed:
        return
    members = {name for group in needed for name in group.members}
    amounts = {link.component: link.credits for link in links if link.component in members}
    if set(amounts) != members or None in amounts.values():
        return
    total = sum(amount or 0.0 for amount in amounts.values())
    if not _near(total, award.credits_total):
        says = f"add up to {total:g} credits, but {award.credits_total:g} are stated as the total of {award.title}"
        yield problem("contradictory credits", amounts, says)


def _near(one: float, other: float) -> bool:
    return max(one, other) <= min(one, other) * ROUNDING
