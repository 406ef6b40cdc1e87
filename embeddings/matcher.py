"""Requests held against texts, word by word, by weights fitted on judged pairs: does this text give what is asked?"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from embeddings.encoder import DEFAULT_WEIGHTS_SHA256, ModelError

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
        self._texts: OrderedDict[str, Narrow] = OrderedDict()
        self._answered: OrderedDict[tuple[Request, str, float], float] = OrderedDict()
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
        with self._lock:
            known = {key: self._answered[key] for key in keys if key in self._answered}
        missing = [key for key in dict.fromkeys(keys) if key not in known]
        fresh = dict(zip(missing, self._read(request, [key[1:] for key in missing]), strict=True)) if missing else {}
        with self._lock:
            self._answered.update(fresh)
            while len(self._answered) > MAX_ANSWERED:
                self._answered.popitem(last=False)
        return np.array([known[key] if key in known else fresh[key] for key in keys], dtype=np.float32)

    def _read(self, request: Request, found: Sequence[tuple[str, float]]) -> list[float]:
        import torch

        from embeddings.match_network import as_pairs

        with self._lock:
            panel = self._panel
            known = {text: self._texts[text] for text, _ in found if text in self._texts}
        with torch.inference_mode():
            missing = [text for text, _ in found if text not in known]
            fresh = dict(zip(missing, narrow_texts(panel, missing), strict=True))
            known |= fresh
            asked = narrow_requests(panel, [request])
            pairs = as_pairs(asked, [[known[text] for text, _ in found]], [near for _, near in found])
            chances: list[float] = panel(pairs).tolist()
        with self._lock:
            self._texts.update(fresh)
            while len(self._texts) > MAX_TEXTS:
                self._texts.popitem(last=False)
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
    """Write a panel's weights in half precision, with the model that they belong to."""
    from safetensors.torch import save_file

    about = {"heads": str(len(panel.heads)), "model": DEFAULT_WEIGHTS_SHA256}
    save_file({name: values.half().contiguous() for name, values in panel.state_dict().items()}, weights, about)


def load_match_panel(weights: Path) -> MatchPanel:
    """Read a panel written by `save_match_panel`; raises ModelError naming the file and the remedy."""
    from safetensors import SafetensorError, safe_open

    from embeddings.match_network import MatchHead, MatchPanel

    remedy = "install Cairn again, or fit it anew: python -m evaluation.fit_matcher"
    try:
        with safe_open(weights, framework="pt") as file:
            about = file.metadata() or {}
            values = {name: file.get_tensor(name).float() for name in file.keys()}  # noqa: SIM118  # it is no dict
        panel = MatchPanel([MatchHead() for _ in range(int(about["heads"]))])
        panel.load_state_dict(values)
    except (OSError, SafetensorError, KeyError, ValueError, RuntimeError) as error:
        raise ModelError(f"{weights} cannot be read ({error.__class__.__name__}); {remedy}.") from error
    if about.get("model") != DEFAULT_WEIGHTS_SHA256:
        raise ModelError(f"{weights} was fitted to another model than the packaged one; {remedy}.")
    return panel.eval()
