"""A short answer to a question that was just asked ("10", "yes", "I don't mind"), told as a whole sentence."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from recommender.references import normal
from recommender.replies.facts import weeks
from recommender.texts import say

_NUMBER = re.compile(r"(?:about |around |~|max )?(\d{1,6}(?:[.,]\d{1,2})?)[.!]?")


def _load_words() -> dict[str, frozenset[str]]:
    """Return every way to say yes, no, and that anything goes."""
    with open(Path(__file__).parent / "data" / "short_answers.csv", encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    return {kind: frozenset(row["words"] for row in table if row["means"] == kind) for kind in ("yes", "no", "any")}


_WORDS = _load_words()


def in_full(slot: str, message: str, language: str) -> str:
    """Return the sentence that a bare number or "yes" means as an answer about a slot, else the message itself."""
    text = normal(message).strip(" .!。！")
    if slot == "must_stack" and text in _WORDS["yes"]:
        return say(language, "answer_must_stack")
    if (found := _NUMBER.fullmatch(text)) is None:
        return message
    figure = found[1]
    if slot == "max_weeks":
        return say(language, "step_max_weeks", value=weeks(float(figure.replace(",", ".")), language))
    if slot == "max_cost":
        return say(language, "step_max_cost", value=figure)
    return say(language, "level_one", level=figure) if slot == "level" else message


def sets_no_limit(message: str) -> bool:
    """Return whether an answer leaves everything open: "no", "any", "I don't mind"."""
    return normal(message).strip(" .!。！") in _WORDS["no"] | _WORDS["any"]
