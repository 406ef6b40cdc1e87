"""The small network behind the tagger: the packaged model's token states, frozen, read by recurrent layers.

Imports torch, so it is imported only where a text is tagged or the weights are fitted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

from embeddings.encoder import packaged_model

# Hidden states of these layers of the packaged model stand beside each other; chosen on held-out messages.
LAYERS = (2, 4, 6)
WIDTH = 384  # of one layer
MAX_TOKENS = 384
PROJECTED, RECURRENT, NARROW = 192, 160, 8


@dataclass(frozen=True)
class Tokens:
    """One text in tokens: `places` are (start, end) in characters, (n, 2); `cases` 0 to 3; `states` (n, 1152)."""

    places: list[tuple[int, int]]
    cases: list[int]
    states: Tensor


class TokenStates:
    """The packaged model as a source of token states; raises ModelError when it is missing or damaged."""

    def __init__(self) -> None:
        folder = packaged_model()
        # What the model's report warns of, an absent pooling layer, is meant: only token states are used.
        self._model = AutoModel.from_pretrained(folder, add_pooling_layer=False).eval()
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)

    def read(self, texts: Sequence[str]) -> list[Tokens]:
        """Return the tokens of each text, 16 texts of like length at a time."""
        found: dict[int, Tokens] = {}
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for start in range(0, len(order), 16):
            chosen = order[start : start + 16]
            encodings = self._tokenizer.encode_batch([texts[i] for i in chosen])
            ids = nn.utils.rnn.pad_sequence([torch.tensor(e.ids) for e in encodings], batch_first=True)
            mask = mask_of([len(e.ids) for e in encodings])
            with torch.inference_mode():
                layers = self._model(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
            states = torch.cat([layers[layer] for layer in LAYERS], -1)
            for row, (i, encoding) in enumerate(zip(chosen, encodings, strict=True)):
                places = [(int(a), int(b)) for a, b in encoding.offsets]
                cases = [_case(texts[i], a, b) for a, b in places]
                found[i] = Tokens(places, cases, states[row, : len(places)].clone())
        return [found[i] for i in range(len(texts))]


@cache
def token_states() -> TokenStates:
    """Return the one source of token states that all share."""
    return TokenStates()


class Head(nn.Module):
    """Reads token states: a label for every token, and one class for the whole text."""

    def __init__(self, labels: Sequence[str], classes: Sequence[str], dropout: float = 0.35) -> None:
        super().__init__()
        self.labels, self.classes = tuple(labels), tuple(classes)
        both = 2 * RECURRENT
        self.project = nn.Linear(WIDTH * len(LAYERS), PROJECTED)
        self.case = nn.Embedding(4, NARROW)
        self.flag = nn.Embedding(2, NARROW)
        self.recur = nn.LSTM(PROJECTED + 2 * NARROW, RECURRENT, batch_first=True, bidirectional=True)
        self.label = nn.Linear(both + PROJECTED, len(labels))
        self.classify = nn.Sequential(
            nn.Linear(2 * both + WIDTH + NARROW, 128), nn.GELU(), nn.Dropout(dropout), nn.Linear(128, len(classes))
        )
        self.drop, self.drop_states = nn.Dropout(dropout), nn.Dropout(0.2)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Return logits of the labels (n_texts, n_tokens, n_labels) and of the classes (n_texts, n_classes)."""
        narrow = nn.functional.gelu(self.project(self.drop_states(batch.states)))
        flag = self.flag(batch.flags)
        words = torch.cat([narrow, self.case(batch.cases), flag[:, None].expand(-1, narrow.shape[1], -1)], -1)
        packed = nn.utils.rnn.pack_padded_sequence(
            self.drop(words), batch.mask.sum(1), batch_first=True, enforce_sorted=False
        )
        context, _ = nn.utils.rnn.pad_packed_sequence(
            self.recur(packed)[0], batch_first=True, total_length=narrow.shape[1]
        )
        mask = batch.mask[..., None].float()
        mean = (context * mask).sum(1) / mask.sum(1)
        highest = (context - 1e4 * (1 - mask)).max(1).values
        meaning = (batch.states[..., -WIDTH:] * mask).sum(1) / mask.sum(1)
        labels = self.label(self.drop(torch.cat([context, narrow], -1)))
        return labels, self.classify(self.drop(torch.cat([mean, highest, meaning, flag], -1)))


class Panel(nn.Module):
    """Heads fitted apart on the same texts, with the same labels and classes: their mean is steadier than any."""

    def __init__(self, heads: Sequence[Head]) -> None:
        super().__init__()
        self.labels, self.classes = heads[0].labels, heads[0].classes
        self.heads = nn.ModuleList(heads)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Return log probabilities: of labels (n_texts, n_tokens, n_labels), of classes (n_texts, n_classes)."""
        labels, classes = zip(*(head(batch) for head in self.heads), strict=True)
        return (torch.stack(labels).softmax(-1).mean(0).log(), torch.stack(classes).softmax(-1).mean(0).log())


@dataclass(frozen=True)
class Batch:
    """Texts side by side, padded to the longest: states (n, tokens, 1152), mask and cases (n, tokens), flags (n)."""

    states: Tensor
    mask: Tensor
    cases: Tensor
    flags: Tensor


def side_by_side(texts: Sequence[Tokens], flags: Sequence[bool]) -> Batch:
    """Return the texts as one batch; `flags` is one per text."""
    pad = nn.utils.rnn.pad_sequence
    return Batch(
        pad([text.states.float() for text in texts], batch_first=True),
        mask_of([len(text.places) for text in texts]),
        pad([torch.tensor(text.cases) for text in texts], batch_first=True),
        torch.tensor([int(flag) for flag in flags]),
    )


def best_path(scores: np.ndarray, labels: Sequence[str]) -> list[int]:
    """Return the likeliest label of each token, `scores` (n_tokens, n_labels) being log probabilities.

    "I-X" may only follow "B-X" or "I-X" (Viterbi over that one rule).
    """
    allowed = np.zeros((len(labels), len(labels)))
    for after, name in enumerate(labels):
        if name.startswith("I-"):
            allowed[[before for before, other in enumerate(labels) if other[1:] != name[1:]], after] = -1e9
    total = scores[0] + np.array([-1e9 if name.startswith("I-") else 0.0 for name in labels])
    came_from = []
    for row in scores[1:]:
        ways = total[:, None] + allowed
        came_from.append(ways.argmax(0))
        total = ways.max(0) + row
    path = [int(total.argmax())]
    for step in reversed(came_from):
        path.append(int(step[path[-1]]))
    return path[::-1]


def mask_of(lengths: Sequence[int]) -> Tensor:
    """Return 1 where a text padded to the longest has a token: (n_texts, n_tokens)."""
    return (torch.arange(max(lengths))[None] < torch.tensor(lengths)[:, None]).long()


def _case(text: str, start: int, end: int) -> int:
    """Return 3 where the token's word is in capitals, 2 where it begins with one, 1 where it does not, 0 for none."""
    if end <= start:
        return 0
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    word = text[start:end]
    return 3 if len(word) > 1 and word.isupper() else 2 if word[:1].isupper() else 1
