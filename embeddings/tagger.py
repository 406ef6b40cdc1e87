"""Texts to labelled stretches and a class, by weights fitted on labelled texts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from embeddings.weights import load_weights, save_weights

if TYPE_CHECKING:
    from embeddings.network import Panel, Tokens

# Longest text that is read; the model's positions end at 512 tokens.
MAX_CHARACTERS = 2_500
OUTSIDE = "O"  # the label of a token in no stretch


@dataclass(frozen=True)
class Stretch:
    """Characters `start` to `end` of a text, and their label; `probability` is that of its least sure token."""

    label: str
    start: int
    end: int
    probability: float


@dataclass(frozen=True)
class Reading:
    """A text read: every class with its probability, likeliest first, and the labelled stretches in order."""

    classes: tuple[tuple[str, float], ...]
    stretches: tuple[Stretch, ...]


class Tagger:
    """Reads texts with the weights that `evaluation.fit_tagger` writes; everything is loaded at first use.

    Raises ModelError when the weights are missing, damaged, or fitted to another model than the packaged one.
    """

    def __init__(self, weights: Path) -> None:
        self._weights = weights
        self._lock = Lock()

    @cached_property
    def _panel(self) -> Panel:
        return load_panel(self._weights)

    def read(self, texts: Sequence[str], flags: Sequence[bool]) -> list[Reading]:
        """Return a reading of each text; its flag says whether it follows up on an earlier one."""
        import torch

        from embeddings.network import side_by_side, token_states

        if not texts:
            return []
        with self._lock:
            panel, source = self._panel, token_states()
        tokens = source.read([text[:MAX_CHARACTERS] for text in texts])
        with torch.inference_mode():
            labels, classes = panel(side_by_side(tokens, flags))
            scores, chances = labels.numpy(), classes.exp().numpy()
        return [
            Reading(
                tuple(sorted(zip(panel.classes, map(float, chances[i]), strict=True), key=lambda pair: -pair[1])),
                tuple(stretches(tokens[i], scores[i], panel.labels)),
            )
            for i in range(len(texts))
        ]


def stretches(tokens: Tokens, scores: np.ndarray, labels: Sequence[str]) -> list[Stretch]:
    """Return the labelled stretches of one text; marks that stand for no characters are passed over."""
    from embeddings.network import best_path

    rows = [row for row, (start, end) in enumerate(tokens.places) if end > start]
    if not rows:
        return []
    found: list[Stretch] = []
    for row, best in zip(rows, best_path(scores[rows], labels), strict=True):
        start, end = tokens.places[row]
        name, chance = labels[best], float(np.exp(scores[row][best]))
        if name.startswith("B-"):
            found.append(Stretch(name[2:], start, end, chance))
        elif name.startswith("I-"):
            last = found.pop()
            found.append(Stretch(last.label, last.start, end, min(last.probability, chance)))
    return found


def save_panel(panel: Panel, weights: Path) -> None:
    """Write a panel's weights, with its labels and classes."""
    names = {"labels": json.dumps(panel.labels), "classes": json.dumps(panel.classes)}
    save_weights(panel, weights, {"heads": str(len(panel.heads)), **names})


def load_panel(weights: Path) -> Panel:
    """Read a panel written by `save_panel`; raises ModelError naming the file and the remedy."""
    from embeddings.network import Head, Panel

    def make(about: Mapping[str, str]) -> Panel:
        labels, classes = json.loads(about["labels"]), json.loads(about["classes"])
        return Panel([Head(labels, classes) for _ in range(int(about["heads"]))])

    return load_weights(weights, make, "evaluation.fit_tagger")
