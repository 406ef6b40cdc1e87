"""Which kind of message lies out of scope, by the words that give it away, the one that needs most care first."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Literal

from recommender.references import normal

Kind = Literal[
    "crisis", "distress", "injection", "abuse", "medical", "immigration", "legal", "homework", "weather", "other"
]


def _load_kinds() -> dict[Kind, re.Pattern[str]]:
    """Return one pattern for each kind, in the order of the table; outside Japanese a form is a word of its own."""
    forms: dict[Kind, list[str]] = {}
    with open(Path(__file__).parents[1] / "data" / "out_of_scope.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words = f"(?:{row['words']})"
            whole = words if row["language"] == "ja" else rf"(?<!\w){words}(?!\w)"
            forms.setdefault(row["kind"], []).append(whole)  # type: ignore[arg-type]  # the table holds these kinds
    return {kind: re.compile("|".join(patterns), re.IGNORECASE) for kind, patterns in forms.items()}


_KINDS = _load_kinds()


def kind_of(message: str) -> Kind:
    """Return the kind of a message that is out of scope; "other" where no word tells."""
    text = normal(message)
    return next((kind for kind, words in _KINDS.items() if words.search(text)), "other")


def is_crisis(message: str) -> bool:
    """Return whether a message speaks of wanting to die or to harm oneself, whatever else it asks."""
    return bool(_KINDS["crisis"].search(normal(message)))


def is_distress(message: str) -> bool:
    """Return whether a message speaks of being at the end of one's strength."""
    return bool(_KINDS["distress"].search(normal(message)))
