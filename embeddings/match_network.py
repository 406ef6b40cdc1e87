"""The small network behind the matcher: does a text give what a request asks for?

Every token of the request looks for its counterpart in the text (soft alignment, then comparison, then a weighted sum;
after Parikh and others 2016, "A Decomposable Attention Model", and Chen and others 2017, "Enhanced LSTM for Natural
Language Inference"), over frozen token states of the packaged model. Imports torch, so it is imported only where a
request is held against texts or the weights are fitted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from embeddings.network import LAYERS, WIDTH, mask_of

STATES = WIDTH * len(LAYERS)
NARROW = 192  # directions of the token states that are kept
PROJECTED = 96
N_MARKS = 2
# Relevance of a candidate is about this, give or take that; so it is brought near 0, give or take 1.
USUAL_RELEVANCE, SPREAD = 0.25, 0.15


@dataclass(frozen=True)
class Narrow:
    """Token states of one text, narrowed: (n_tokens, 192); `marks` (n_tokens, 2) in requests."""

    states: Tensor
    marks: Tensor | None = None


@dataclass(frozen=True)
class Pairs:
    """Requests beside the texts that each is held against.

    `states` (n_requests, tokens, 192), `mask` and `marks` (n_requests, tokens[, 2]); `texts` (n_pairs, tokens, 192)
    with `text_mask`; `asked` (n_pairs) is each pair's request, `relevance` (n_pairs) how near a search found the two.
    """

    states: Tensor
    mask: Tensor
    marks: Tensor
    texts: Tensor
    text_mask: Tensor
    asked: Tensor
    relevance: Tensor


class MatchHead(nn.Module):
    """Gives each pair a logit: above 0, the text gives what is asked for."""

    def __init__(self, dropout: float = 0.3) -> None:
        super().__init__()
        size = PROJECTED
        self.project = nn.Sequential(nn.Linear(NARROW, size), nn.LayerNorm(size))
        self.mark = nn.Linear(N_MARKS, size)
        self.sharpness = nn.Parameter(torch.tensor(8.0))
        self.compare = nn.Sequential(nn.Linear(4 * size + 2, size), nn.GELU(), nn.Dropout(dropout))
        self.weigh = nn.Linear(3 * size, 2)
        self.decide = nn.Sequential(nn.Linear(2 * size + 2, 48), nn.GELU(), nn.Dropout(dropout), nn.Linear(48, 1))
        self.known = nn.Sequential(nn.Linear(1, 8), nn.GELU(), nn.Linear(8, 1))
        self.drop, self.drop_states = nn.Dropout(dropout), nn.Dropout(0.1)

    def forward(self, pairs: Pairs) -> Tensor:
        """Return one logit per pair: (n_pairs,)."""
        normalize = nn.functional.normalize
        asked = self.project(self.drop_states(pairs.states))
        text = self.project(self.drop_states(pairs.texts))
        near = normalize(asked, dim=-1)[pairs.asked] @ normalize(text, dim=-1).transpose(1, 2)
        near = near.masked_fill(~pairs.text_mask[:, None, :], -4.0)
        asked, share = asked[pairs.asked], (self.sharpness * near).softmax(-1)
        found = share @ text
        nearest, usual = near.max(-1).values[..., None], (share * near).sum(-1)[..., None]
        both = [asked, found, asked * found, (asked - found).abs(), nearest, usual]
        compared = self.compare(self.drop(torch.cat(both, -1)))
        weights = self.weigh(torch.cat([asked, compared, self.mark(pairs.marks)[pairs.asked]], -1))
        weights = weights.masked_fill(~pairs.mask[pairs.asked][..., None], -1e4).softmax(1)
        pooled = [(weights[..., [i]] * values).sum(1) for values in (compared, nearest) for i in (0, 1)]
        decided = self.decide(self.drop(torch.cat(pooled, -1)))
        return (decided + self.known((pairs.relevance[:, None] - USUAL_RELEVANCE) / SPREAD))[:, 0]


class MatchPanel(nn.Module):
    """Heads fitted apart over the same narrowed states: their mean is steadier than any."""

    mean: Tensor
    directions: Tensor

    def __init__(self, heads: Sequence[MatchHead]) -> None:
        super().__init__()
        self.register_buffer("mean", torch.zeros(STATES))
        self.register_buffer("directions", torch.zeros(STATES, NARROW))
        self.heads = nn.ModuleList(heads)

    def narrow(self, states: Tensor) -> Tensor:
        """Return token states (n_tokens, 1152) in the directions that are kept: (n_tokens, 192)."""
        return (states.float() - self.mean) @ self.directions

    def forward(self, pairs: Pairs) -> Tensor:
        """Return the chance from 0 to 1 that each text gives what is asked for: (n_pairs,)."""
        return torch.stack([head(pairs) for head in self.heads]).mean(0).sigmoid()


def as_pairs(requests: Sequence[Narrow], texts: Sequence[Sequence[Narrow]], relevance: Sequence[float]) -> Pairs:
    """Return requests with the texts of each as one batch, `relevance` in the order of all the texts."""
    states, mask = _padded([request.states for request in requests])
    marks, _ = _padded([request.marks for request in requests if request.marks is not None])
    side, side_mask = _padded([text.states for group in texts for text in group])
    asked = torch.tensor([i for i, group in enumerate(texts) for _ in group])
    return Pairs(states, mask, marks, side, side_mask, asked, torch.tensor(list(relevance), dtype=torch.float32))


def _padded(rows: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    padded = nn.utils.rnn.pad_sequence([row.float() for row in rows], batch_first=True)
    return padded, mask_of([len(row) for row in rows]).bool()
