"""The yardstick measures right, refuses bad files by line, and Cairn stands above every baseline."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from evaluation import retrieval
from evaluation.retrieval import JudgementError, Query, compare, read_judgements, read_queries, score
from recommender.recommender import Recommender

DATA = Path(retrieval.__file__).parent / "data" / "retrieval-dev"


def test_the_measures_agree_with_figures_worked_out_by_hand() -> None:
    judgements = {"q": {"a": 3, "b": 1, "c": 2}, "empty": {"a": 1}}
    found = {"x": 0.9, "a": 0.8, "b": 0.7}
    scores = score(lambda text: found, [Query("q", "one"), Query("empty", "two")], judgements)
    ideal = 3 + 2 / math.log2(3) + 1 / math.log2(4)
    expected = (3 / math.log2(3) + 1 / math.log2(4)) / ideal
    assert scores.per_query["q"]["ndcg@10"] == pytest.approx(expected)
    assert scores.per_query["q"]["recall@20"] == pytest.approx(0.5)
    assert scores.per_query["q"]["mrr"] == pytest.approx(0.5)
    assert scores.per_query["empty"]["mrr"] is None
    assert scores.means["mrr"] == pytest.approx(0.5)
    assert scores.means["ndcg@10"] == pytest.approx((expected + 1 / math.log2(3)) / 2)


def test_a_query_without_judgements_is_left_out_and_one_where_nothing_is_found_counts_as_nought() -> None:
    scores = score(lambda text: {}, [Query("q", "one"), Query("other", "two")], {"q": {"a": 3}})
    assert scores.per_query == {"q": {"ndcg@10": 0.0, "recall@20": 0.0, "mrr": 0.0}}


def test_a_difference_on_every_query_is_significant_and_none_is_not() -> None:
    queries = [Query(str(n), str(n)) for n in range(12)]
    judgements = {query.id: {"good": 3} for query in queries}
    good, bad = (score(lambda text, f=found: f, queries, judgements) for found in ({"good": 1.0}, {"x": 1.0}))
    assert compare(good, bad, ("good", "bad")).difference == pytest.approx(1.0)
    assert compare(good, bad, ("good", "bad")).p < 0.01
    assert compare(good, good, ("good", "good")).p == 1.0


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("q 0 a", "line 2: 3 columns, expected query, 0, credential, grade."),
        ("q 0 a 7", "line 2: grade is '7', expected 0, 1, 2 or 3."),
        ("q 0 z 1", "line 2: q and z are judged twice; keep one line."),
    ],
)
def test_a_bad_judgement_is_refused_by_file_and_line(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text(f"q\t0\tz\t1\n{line}\n", encoding="utf-8")
    with pytest.raises(JudgementError) as error:
        read_judgements(path)
    assert str(error.value) == f"{path}, {says}"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", 'line 2: not JSON, expected {"id": "…", "text": "…"}.'),
        ('{"id": "b"}', 'line 2: expected an object with the texts "id" and "text".'),
        ('{"id": "a", "text": "x"}', "line 2: query 'a' stands twice; give each its own id."),
    ],
)
def test_a_bad_query_is_refused_by_file_and_line(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "one"}) + f"\n{line}\n", encoding="utf-8")
    with pytest.raises(JudgementError) as error:
        read_queries(path)
    assert str(error.value) == f"{path}, {says}"


def test_cairn_finds_better_than_dense_lexical_and_fused_search(recommender: Recommender) -> None:
    report = retrieval.evaluate(recommender, DATA / "queries.jsonl", DATA / "qrels.tsv")
    means = {name: scores.means["ndcg@10"] for name, scores in report.scores.items()}
    assert list(means) == ["cairn", "dense", "lexical", "rrf"]
    assert means["cairn"] > 1.15 * max(means["dense"], means["lexical"], means["rrf"])
    assert len(report.scores["cairn"].per_query) == 40
    assert report.warnings == []


def test_one_system_alone_stands_at_the_top_of_its_json(recommender: Recommender) -> None:
    found = retrieval.evaluate(recommender, DATA / "queries.jsonl", DATA / "qrels.tsv", "lexical").as_json()
    assert found["system"] == "lexical"
    assert found["ndcg@10"] == pytest.approx(0.23, abs=0.01)
    assert set(found["per_query"]["d001"]) == {"ndcg@10", "recall@20", "mrr"}


def test_judgements_of_another_catalogue_are_refused_or_warned_of(recommender: Recommender, tmp_path: Path) -> None:
    other = tmp_path / "other.tsv"
    other.write_text("d001\t0\tmooc-1\t3\n", encoding="utf-8")
    report = retrieval.evaluate(recommender, DATA / "queries.jsonl", other, "lexical")
    assert report.warnings == [
        "39 queries have no judgement and are left out.",
        "1 judged credentials are not in this catalogue, for instance mooc-1.",
    ]
    other.write_text("x\t0\ty\t3\n", encoding="utf-8")
    with pytest.raises(JudgementError):
        retrieval.evaluate(recommender, DATA / "queries.jsonl", other)
