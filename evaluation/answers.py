"""How well questions about credentials are answered: by their meaning, and "I do not know" below the threshold.

    python -m evaluation.answers tests/data/questions.jsonl            # figures per split
    python -m evaluation.answers tests/data/questions.jsonl --sweep    # the same at other thresholds
    python -m evaluation.answers tests/data/questions.jsonl --failures # what went wrong, question by question

A line is {"question", "expect": ids of entries that answer it, none where nothing should, "country", "split"}.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from embeddings.encoder import SentenceEncoder
from recommender.answers import THRESHOLD, Answerer
from recommender.table_answers import answer_from_tables

SWEEP = (0.50, 0.55, 0.58, 0.60, 0.62, 0.65, 0.70)


@dataclass(frozen=True)
class Asked:
    """One question with what was found: nearness and entry; `from_table` where a row of a table answers it instead."""

    question: str
    expect: frozenset[str]
    split: str
    nearness: float
    entry: str
    from_table: bool


@dataclass(frozen=True)
class Shares:
    """What a threshold gives: answerable questions answered rightly and wrongly, others answered at all."""

    answerable: int
    right: int
    wrong: int
    strange: int
    false: int

    @property
    def in_words(self) -> str:
        """Return the figures as one line."""
        recall = self.right / self.answerable if self.answerable else 0.0
        return (
            f"right {self.right} of {self.answerable} ({recall:.2f}), wrong {self.wrong}, "
            f"unanswered {self.answerable - self.right - self.wrong}; false answers {self.false} of {self.strange}"
        )


def ask(rows: Sequence[dict[str, Any]], answerer: Answerer) -> list[Asked]:
    """Return what comes nearest to each question."""
    found = []
    for row in rows:
        nearness, entry = answerer.nearest(row["question"], row["country"])
        in_tables = answer_from_tables(row["question"], row["country"]) is not None
        expect = frozenset(row["expect"])
        found.append(Asked(row["question"], expect, row["split"], nearness, entry.id, in_tables))
    return found


def shares(asked: Sequence[Asked], threshold: float = THRESHOLD) -> Shares:
    """Return how many are answered rightly, wrongly and falsely at a threshold."""
    told = [item for item in asked if item.from_table or item.nearness >= threshold]
    answered = [item for item in told if item.expect]
    right = sum(item.from_table or item.entry in item.expect for item in answered)
    n_answerable = sum(bool(item.expect) for item in asked)
    return Shares(n_answerable, right, len(answered) - right, len(asked) - n_answerable, len(told) - len(answered))


@click.command()
@click.argument("questions", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--sweep", is_flag=True, help="Show other thresholds too.")
@click.option("--failures", is_flag=True, help="Show each question that was not answered as it should be.")
def main(questions: Path, sweep: bool, failures: bool) -> None:
    """Print the figures of every split."""
    rows = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines()]
    asked = ask(rows, Answerer(SentenceEncoder()))
    for split in dict.fromkeys(item.split for item in asked):
        these = [item for item in asked if item.split == split]
        for threshold in SWEEP if sweep else (THRESHOLD,):
            print(f"{split}, threshold {threshold:.2f}: {shares(these, threshold).in_words}")
        for item in these if failures else ():
            if shares([item]) not in (Shares(1, 1, 0, 0, 0), Shares(0, 0, 0, 1, 0)):
                wanted = ", ".join(sorted(item.expect)) or "no answer"
                print(f"  {item.nearness:.2f} {item.question!r}: {item.entry}; wanted {wanted}")


if __name__ == "__main__":
    main()
