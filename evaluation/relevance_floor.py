"""Does the floor tell wishes that the catalogue serves from those that it cannot?

    python -m evaluation.relevance_floor UNSERVABLE.jsonl QUERIES QRELS [QUERIES QRELS ...]

A wish is served where a credential is judged 2 or 3. `--catalogue FILE` first, for another catalogue than the default;
`--sweep` first (after it), for the figures at other floors and no titles.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from evaluation.retrieval import RELEVANT, Query, read_judgements, read_queries
from recommender.matching import READ, chances_of
from recommender.profile import LearnerProfile
from recommender.recommender import Recommender
from recommender.settings import Settings
from recommender.understanding import Understander

FLOORS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)


def read_profiles(queries: Sequence[Query]) -> dict[str, tuple[LearnerProfile, str]]:
    """Return by query the profile that its message gives, and the message."""
    understander = Understander()
    return {query.id: (understander.read(query.text, LearnerProfile()).profile, query.text) for query in queries}


def best_matches(recommender: Recommender, queries: Sequence[Query]) -> dict[str, str | None]:
    """Return by query the title that is shown first as a match, limits apart; `None` where nothing is."""
    first = {}
    for name, (profile, message) in read_profiles(queries).items():
        ranked, _ = recommender.matching(profile, message)
        first[name] = ranked[0].credential.title if ranked else None
    return first


def best_chances(recommender: Recommender, queries: Sequence[Query]) -> list[float]:
    """Return for each query the highest chance of a record to give what is wished for."""
    best = []
    for profile, message in read_profiles(queries).values():
        found = recommender.retriever.candidates(profile, message, READ)
        best.append(max(chances_of(found, profile, message, recommender.catalogue).values(), default=0.0))
    return best


def served_queries(queries_path: Path, judgements_path: Path) -> list[Query]:
    """Return the queries for which some credential is judged 2 or 3."""
    judgements = read_judgements(judgements_path)
    queries = read_queries(queries_path)
    return [query for query in queries if max(judgements.get(query.id, {}).values(), default=0) >= RELEVANT]


def main(arguments: Sequence[str]) -> None:
    """Print which wishes of either kind are on the wrong side of the floor, or how many at each floor."""
    settings = Settings.from_environment()
    if arguments[0] == "--catalogue":
        settings, arguments = replace(settings, catalogue=Path(arguments[1])), arguments[2:]
    recommender = Recommender.load(settings)
    sweep, arguments = arguments[0] == "--sweep", [part for part in arguments if part != "--sweep"]
    unservable = read_queries(Path(arguments[0]))
    served = {path: served_queries(Path(path), Path(other)) for path, other in list(pairwise(arguments[1:]))[::2]}
    if sweep:
        none = best_chances(recommender, unservable)
        some = [chance for queries in served.values() for chance in best_chances(recommender, queries)]
        above = sum((a > b) + 0.5 * (a == b) for a in some for b in none)
        print(f"AUC {above / (len(some) * len(none)):.3f}")
        for floor in FLOORS:
            lost, shown = sum(chance < floor for chance in some), sum(chance >= floor for chance in none)
            print(f"floor {floor}: {lost} of {len(some)} lost, {shown} of {len(none)} shown")
        return
    shown_titles = {name: title for name, title in best_matches(recommender, unservable).items() if title}
    print(f"{len(shown_titles)} of {len(unservable)} wishes that nothing serves are shown a match: {shown_titles}")
    for path, queries in served.items():
        missed = [name for name, title in best_matches(recommender, queries).items() if title is None]
        print(f"{path}: {len(missed)} of {len(queries)} served wishes are shown nothing: {', '.join(missed)}")


if __name__ == "__main__":
    main(sys.argv[1:])
