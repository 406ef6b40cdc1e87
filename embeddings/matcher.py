"""Requests held against texts, word by word, by weights fitted on judged pairs: does this text give what is asked?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from embeddings.recent import Recent
from embeddings.weights import load_weights, save_weights

if TYPE_CHECKING:
    from embeddings.match_network import MatchPanel, Narrow

# What is read of a request and of a text, in characters: about 128 and 160 tokens, as the weights were fitted.
REQUEST_CHARACTERS, TEXT_CHARACTERS = 600, 800
MAX_TEXTS = 1_000  # whose states are kept in memory, 60 kB each
MAX_ANSWERED = 20_000  # pairs whose chance is remembered

Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Request:
    """What somebody asks for: `wished` and `named` are the characters (start, end) of its wishes and of their names."""

    text: str
    wished: Places = ()
    named: Places = ()


class Matcher:
    """Holds requests against texts with the weights that `evaluation.fit_matcher` writes, loaded at first use.

    Raises ModelError when the weights are missing, damaged, or fitted to another model than the packaged one.
    """

    def __init__(self, weights: Path) -> None:
        self._weights = weights
        self._texts: Recent[str, Narrow] = Recent(MAX_TEXTS)
        self._answered: Recent[tuple[Request, str, float], float] = Recent(MAX_ANSWERED)
        self._lock = Lock()

    @cached_property
    def _panel(self) -> MatchPanel:
        return load_match_panel(self._weights)

    def chances(self, request: Request, texts: Sequence[str], relevance: Sequence[float]) -> np.ndarray:
        """Return the chance from 0 to 1 that each text gives what is asked for: (n_texts,), float32.

        `relevance` is how near a search found each text to the request, as `recommender.retrieval` measures it. What
        was answered lately is remembered: a conversation, and what would change its results, ask for the same again.
        """
        keys = [(request, text, round(near, 4)) for text, near in zip(texts, relevance, strict=True)]
        return np.array(self._answered.of(keys, self._read), dtype=np.float32)

    def _read(self, keys: Sequence[tuple[Request, str, float]]) -> list[float]:
        """Return the chance of each pair, all of one request."""
        import torch

        from embeddings.match_network import as_pairs

        with self._lock:
            panel = self._panel
        with torch.inference_mode():
            texts = self._texts.of([text for _, text, _ in keys], lambda missing: narrow_texts(panel, missing))
            asked = narrow_requests(panel, [keys[0][0]])
            chances: list[float] = panel(as_pairs(asked, [texts], [near for _, _, near in keys])).tolist()
        return chances


def narrow_requests(panel: MatchPanel, requests: Sequence[Request]) -> list[Narrow]:
    """Return the states of requests, with marks where they wish and name."""
    import torch

    from embeddings.match_network import Narrow
    from embeddings.network import token_states

    found = []
    read = token_states().read([request.text[:REQUEST_CHARACTERS] for request in requests])
    for request, tokens in zip(requests, read, strict=True):
        marks = [[_meets(place, stretches) for stretches in (request.wished, request.named)] for place in tokens.places]
        found.append(Narrow(panel.narrow(tokens.states), torch.tensor(marks, dtype=torch.float32)))
    return found


def narrow_texts(panel: MatchPanel, texts: Sequence[str]) -> list[Narrow]:
    """Return the states of texts, in half precision."""
    from embeddings.match_network import Narrow
    from embeddings.network import token_states

    read = token_states().read([text[:TEXT_CHARACTERS] for text in texts])
    return [Narrow(panel.narrow(tokens.states).half()) for tokens in read]


def _meets(place: tuple[int, int], stretches: Places) -> bool:
    return any(place[0] < end and start < place[1] for start, end in stretches)


def save_match_panel(panel: MatchPanel, weights: Path) -> None:
    """Write a panel's weights."""
    save_weights(panel, weights, {"heads": str(len(panel.heads))})


def load_match_panel(weights: Path) -> MatchPanel:
    """Read a panel written by `save_match_panel`; raises ModelError naming the file and the remedy."""
    from embeddings.match_network import MatchHead, MatchPanel

    def make(about: Mapping[str, str]) -> MatchPanel:
        return MatchPanel([MatchHead() for _ in range(int(about["heads"]))])

    return load_weights(weights, make, "evaluation.fit_matcher")
