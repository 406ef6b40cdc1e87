"""How well the right credentials are found: Cairn against plain dense, lexical and fused search, query by query.

Measures (ir-measures): nDCG@10 with the grade as gain over all queries; recall@20 and the reciprocal rank of the first
hit over the queries that have any credential of grade 2 or 3.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ir_measures
import numpy as np
from ir_measures import RR, R, nDCG
from scipy.stats import permutation_test

from embeddings.index import VectorIndex
from recommender.profile import LearnerProfile
from recommender.recommender import Recommender
from recommender.understanding import Understander

MEASURES = {"ndcg@10": nDCG @ 10, "recall@20": R(rel=2) @ 20, "mrr": RR(rel=2)}
RELEVANT = 2  # the lowest grade that counts as found
DEPTH = 100  # credentials ranked by each system
RRF_K = 60  # Cormack, Clarke and Buettcher 2009
RESAMPLES = 9_999

Judgements = dict[str, dict[str, int]]
Search = Callable[[str], dict[str, float]]


class JudgementError(ValueError):
    """A line of a query or judgement file that cannot be used; the message names file and line."""


@dataclass(frozen=True)
class Query:
    """One learner's message."""

    id: str
    text: str


@dataclass(frozen=True)
class Scores:
    """One system's figures: `means` by measure, `per_query` by query and measure (`None`: nothing to be found)."""

    means: dict[str, float]
    per_query: dict[str, dict[str, float | None]]


@dataclass(frozen=True)
class Comparison:
    """One system against another on nDCG@10: mean difference and two-sided p of a paired permutation test."""

    better: str
    than: str
    difference: float
    p: float


def read_queries(path: Path) -> list[Query]:
    """Return the queries of a JSON Lines file; raises JudgementError."""
    queries: dict[str, Query] = {}
    for number, line in _lines(path):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise JudgementError(f'{path}, line {number}: not JSON, expected {{"id": "…", "text": "…"}}.') from error
        if not isinstance(row, dict) or not all(
            isinstance(row.get(name), str) and row[name] for name in ("id", "text")
        ):
            raise JudgementError(f'{path}, line {number}: expected an object with the texts "id" and "text".')
        if row["id"] in queries:
            raise JudgementError(f"{path}, line {number}: query {row['id']!r} stands twice; give each its own id.")
        queries[row["id"]] = Query(row["id"], row["text"])
    if not queries:
        raise JudgementError(f"{path}: no query in it, expected one JSON object a line.")
    return list(queries.values())


def read_judgements(path: Path) -> Judgements:
    """Return the grades of a TREC judgement file by query and credential; raises JudgementError."""
    judgements: Judgements = {}
    for number, line in _lines(path):
        parts = line.split()
        if len(parts) != 4:
            raise JudgementError(f"{path}, line {number}: {len(parts)} columns, expected query, 0, credential, grade.")
        query, _, name, grade = parts
        if grade not in ("0", "1", "2", "3"):
            raise JudgementError(f"{path}, line {number}: grade is {grade!r}, expected 0, 1, 2 or 3.")
        if name in judgements.setdefault(query, {}):
            raise JudgementError(f"{path}, line {number}: {query} and {name} are judged twice; keep one line.")
        judgements[query][name] = int(grade)
    return judgements


def _lines(path: Path) -> list[tuple[int, str]]:
    """Return the lines that hold anything, with their numbers from 1."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise JudgementError(f"{path}: cannot be read ({error.__class__.__name__}); name a UTF-8 text file.") from error
    return [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]


def check(queries: Sequence[Query], judgements: Judgements, ids: Sequence[str]) -> list[str]:
    """Return warnings on judgements that cannot count; raises JudgementError where no query has any."""
    judged = [query for query in queries if judgements.get(query.id)]
    if not judged:
        raise JudgementError("none of the queries has a judgement: the two files do not belong together.")
    known = set(ids)
    strange = {name for query in judged for name in judgements[query.id] if name not in known}
    warnings = [f"{len(queries) - len(judged)} queries have no judgement and are left out."]
    return warnings[: len(queries) > len(judged)] + (
        [f"{len(strange)} judged credentials are not in this catalogue, for instance {min(strange)}."]
        if strange
        else []
    )


def systems(recommender: Recommender) -> dict[str, Search]:
    """Return the systems to compare, each from a message to credentials with their scores.

    `cairn` is the whole way of `cairn recommend` from the message to the ranking, credentials that break a limit left
    in place: the judgements ignore cost, time and place. `dense` is the cosine of message and full text, `lexical` BM25
    over the same text, `rrf` the two fused by reciprocal rank.
    """
    retriever, encoder = recommender.retriever, recommender.encoder
    understander = Understander()
    first_rows = {name: row for row, name in reversed(list(enumerate(retriever.index.ids)))}  # of the full texts
    full_texts = VectorIndex(retriever.index.vectors.vectors[[first_rows[name] for name in retriever.ids]])

    def cairn(text: str) -> dict[str, float]:
        ranked = recommender.ranked(understander.read(text, LearnerProfile()).profile, text)
        return {item.credential.id: -float(rank) for rank, item in enumerate(ranked)}

    def dense(text: str) -> dict[str, float]:
        scores, rows = full_texts.search(encoder.encode_queries([text]), DEPTH)
        return {retriever.ids[row]: float(score) for row, score in zip(rows[0], scores[0], strict=True)}

    def lexical(text: str) -> dict[str, float]:
        return retriever.lexical(text, DEPTH)

    def rrf(text: str) -> dict[str, float]:
        fused: dict[str, float] = {}
        for found in (dense(text), lexical(text)):
            for rank, name in enumerate(_order(found), start=1):
                fused[name] = fused.get(name, 0.0) + 1 / (RRF_K + rank)
        return fused

    return {"cairn": cairn, "dense": dense, "lexical": lexical, "rrf": rrf}


def _order(found: Mapping[str, float]) -> list[str]:
    return sorted(found, key=lambda name: (-found[name], name))[:DEPTH]


def score(search: Search, queries: Sequence[Query], judgements: Judgements) -> Scores:
    """Return one system's figures over the queries that have judgements."""
    judged = [query for query in queries if judgements.get(query.id)]
    # Ranks as scores: the measures' own way of breaking ties never comes into play.
    run = {query.id: {name: -float(rank) for rank, name in enumerate(_order(search(query.text)))} for query in judged}
    qrels = {query.id: judgements[query.id] for query in judged}
    found: dict[str, dict[str, float | None]] = {query.id: dict.fromkeys(MEASURES) for query in judged}
    for value in ir_measures.iter_calc(list(MEASURES.values()), qrels, run):
        name = next(name for name, measure in MEASURES.items() if measure == value.measure)
        if name == "ndcg@10" or max(qrels[value.query_id].values()) >= RELEVANT:
            found[value.query_id][name] = float(value.value)
    return Scores(means(found), found)


def means(per_query: Mapping[str, Mapping[str, float | None]]) -> dict[str, float]:
    """Return the mean of each measure over the queries that it can be taken of."""
    return {
        name: float(np.mean([row[name] for row in per_query.values() if row[name] is not None] or [0.0]))
        for name in MEASURES
    }


def compare(one: Scores, other: Scores, names: tuple[str, str]) -> Comparison:
    """Return how one system's nDCG@10 differs from another's, query by query."""
    pairs = np.array(
        [[row["ndcg@10"], other.per_query[query]["ndcg@10"]] for query, row in one.per_query.items()], float
    )
    difference = float((pairs[:, 0] - pairs[:, 1]).mean())
    if len(pairs) < 2 or np.allclose(pairs[:, 0], pairs[:, 1]):
        return Comparison(*names, difference, 1.0)
    test = permutation_test(
        (pairs[:, 0], pairs[:, 1]),
        lambda first, second, axis: (first - second).mean(axis=axis),
        permutation_type="samples",
        n_resamples=RESAMPLES,
        vectorized=True,
        rng=np.random.default_rng(0),
    )
    return Comparison(*names, difference, float(test.pvalue))


def evaluate(recommender: Recommender, queries_path: Path, judgements_path: Path, system: str | None = None) -> Report:
    """Return the figures of one system, or of all of them with Cairn set against each baseline."""
    queries, judgements = read_queries(queries_path), read_judgements(judgements_path)
    warnings = check(queries, judgements, recommender.catalogue.ids)
    chosen = {name: search for name, search in systems(recommender).items() if system in (None, name)}
    scores = {name: score(search, queries, judgements) for name, search in chosen.items()}
    baselines = [name for name in scores if name != "cairn" and "cairn" in scores]
    compared = [compare(scores["cairn"], scores[name], ("cairn", name)) for name in baselines]
    return Report(scores, compared, warnings)


@dataclass(frozen=True)
class Report:
    """What one run found."""

    scores: dict[str, Scores]
    comparisons: list[Comparison]
    warnings: list[str]

    def as_json(self) -> dict[str, Any]:
        """Return everything, per query too; of one system alone its figures stand at the top."""
        found = {name: {**item.means, "per_query": item.per_query} for name, item in self.scores.items()}
        compared = [vars(item) for item in self.comparisons]
        top = next(iter(found.values())) if len(found) == 1 else {"systems": found, "comparisons": compared}
        return {"system": next(iter(found)) if len(found) == 1 else None, **top, "warnings": self.warnings}

    def in_words(self) -> str:
        """Return a table of the means, then how sure the differences are."""
        lines = [f"{'system':10s}" + "".join(f"{name:>11s}" for name in MEASURES)]
        for name, item in self.scores.items():
            lines.append(f"{name:10s}" + "".join(f"{item.means[measure]:11.3f}" for measure in MEASURES))
        for pair in self.comparisons:
            lines.append(f"{pair.better} against {pair.than}: nDCG@10 {pair.difference:+.3f}, p = {pair.p:.4f}")
        return "\n".join([*lines, *(f"Note: {warning}" for warning in self.warnings)])
