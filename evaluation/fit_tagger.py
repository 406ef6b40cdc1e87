"""Fit the tagger that reads messages on our labelled ones: `python -m evaluation.fit_tagger [--folds N]`.

Without `--folds` it writes the weights that the recommender ships. With it, it only measures: every message is read by
one head fitted without it and its neighbours (folds are stretches of the file, which follow its writers).
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

import torch
from torch import nn

from embeddings.network import Head, Panel, Tokens, TokenStates, side_by_side
from embeddings.tagger import OUTSIDE, save_panel, stretches
from recommender.profile import Intent
from recommender.understanding import WEIGHTS

MESSAGES = Path(__file__).parent / "data" / "tagged-messages.tsv"
_MARK = re.compile(r"\{([A-Z_]+):([^{}]*)\}")
EPOCHS, BATCH, RATE, WEIGHT_DECAY = 10, 64, 3e-3, 0.02
HEADS = 2  # fitted apart, from different seeds
IGNORED = -100  # what torch's loss passes over


@dataclass(frozen=True)
class Message:
    """A labelled message: `spans` are (label, start, end) in characters; `follows` where a goal was stated before."""

    text: str
    intent: str
    follows: bool
    language: str
    spans: tuple[tuple[str, int, int], ...]


def read_messages(path: Path = MESSAGES) -> list[Message]:
    """Return the messages of a file of intent, follows (0 or 1), language and marked text, apart by tabs.

    A stretch is marked in place: "I'm a {ROLE:baker}". Raises ValueError naming the line that cannot be read.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        intent, follows, language, marked = (*line.split("\t"), "", "", "", "")[:4]
        if intent not in get_args(Intent) or follows not in ("0", "1") or not marked:
            raise ValueError(f"{path.name}, line {number}: expected intent, 0 or 1, language and text, apart by tabs.")
        text, spans, read = "", [], 0
        for match in _MARK.finditer(marked):
            text += marked[read : match.start()]
            spans.append((match[1], len(text), len(text) + len(match[2])))
            text += match[2]
            read = match.end()
        found.append(Message(text + marked[read:], intent, follows == "1", language, tuple(spans)))
    return found


def misspelt(message: Message, rng: random.Random) -> Message:
    """Return the message as somebody in a hurry types it: letters swapped or doubled, marks left out, lower case."""
    letters = list(message.text)
    for _ in range(1 + len(letters) // 50):
        i = rng.randrange(max(1, len(letters) - 1))
        if letters[i].isalpha() and i + 1 < len(letters) and letters[i + 1].isalpha():
            swapped = rng.random() < 0.6
            letters[i], letters[i + 1] = letters[i + 1], letters[i] if swapped else letters[i + 1]
    text = "".join(letters)
    if rng.random() < 0.4:
        text = re.sub(r"[.,;:!?']", lambda match: match.group() if rng.random() < 0.5 else " ", text)
    if rng.random() < 0.4 and len(text.lower()) == len(text):
        text = text.lower()
    return replace(message, text=text)


def targets(message: Message, tokens: Tokens, labels: Sequence[str]) -> list[int]:
    """Return the number of each token's label."""
    found, last = [], None
    for start, end in tokens.places:
        span = next((span for span in message.spans if start < span[2] and end > span[1]), None)
        if end <= start:
            found.append(IGNORED)
            continue
        name = OUTSIDE if span is None else f"{'I' if span == last else 'B'}-{span[0]}"
        found.append(labels.index(name))
        last = span
    return found


def fit(messages: Sequence[Message], tokens: Sequence[Tokens], seed: int = 0) -> Head:
    """Return a head fitted on these messages and their token states."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    tags = sorted({span[0] for message in messages for span in message.spans})
    head = Head([OUTSIDE, *(f"{place}-{tag}" for tag in tags for place in "BI")], sorted(get_args(Intent)))
    wanted = [targets(message, text, head.labels) for message, text in zip(messages, tokens, strict=True)]
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=WEIGHT_DECAY)
    steps = EPOCHS * math.ceil(len(messages) / BATCH) + EPOCHS
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.1)
    loss_of = nn.CrossEntropyLoss(ignore_index=IGNORED, label_smoothing=0.05)
    for epoch in range(EPOCHS):
        total = 0.0
        head.train()
        for chosen in _batches([len(text.places) for text in tokens], rng):
            labels, classes = head(side_by_side([tokens[i] for i in chosen], [messages[i].follows for i in chosen]))
            goal = nn.utils.rnn.pad_sequence(
                [torch.tensor(wanted[i]) for i in chosen], batch_first=True, padding_value=IGNORED
            )
            intents = torch.tensor([head.classes.index(messages[i].intent) for i in chosen])
            loss = 2 * loss_of(labels.flatten(0, 1), goal.flatten()) + 0.5 * loss_of(classes, intents)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach()) * len(chosen)
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {total / len(messages):.3f}", flush=True)
    return head.eval()


def _batches(lengths: Sequence[int], rng: random.Random) -> list[list[int]]:
    """Return batches of texts of like length, in random order."""
    order = list(range(len(lengths)))
    rng.shuffle(order)
    found = []
    for start in range(0, len(order), BATCH * 8):
        pool = sorted(order[start : start + BATCH * 8], key=lambda i: lengths[i])
        found += [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
    rng.shuffle(found)
    return found


def measure(panel: Panel, messages: Sequence[Message], tokens: Sequence[Tokens]) -> Counter[tuple[str, str]]:
    """Count ("intent", "right" or "wrong") and (label, "hit", "extra" or "missed"); a hit overlaps with its label."""
    counts: Counter[tuple[str, str]] = Counter()
    for message, text in zip(messages, tokens, strict=True):
        with torch.inference_mode():
            labels, classes = panel(side_by_side([text], [message.follows]))
        counts["intent", "right" if panel.classes[int(classes[0].argmax())] == message.intent else "wrong"] += 1
        missed = list(message.spans)
        for found in stretches(text, labels[0].numpy(), panel.labels):
            name, start, end = found.label, found.start, found.end
            hit = next((span for span in missed if span[0] == name and start < span[2] and end > span[1]), None)
            counts[name, "hit" if hit else "extra"] += 1
            if hit:
                missed.remove(hit)
        counts.update((span[0], "missed") for span in missed)
    return counts


def report(counts: Counter[tuple[str, str]]) -> None:
    """Print intent accuracy and, for each label, precision, recall and F1."""
    right, wrong = counts["intent", "right"], counts["intent", "wrong"]
    print(f"intent accuracy {right / (right + wrong):.3f} of {right + wrong}")
    total: Counter[str] = Counter()
    for name in sorted({name for name, _ in counts} - {"intent"}):
        hit, extra, missed = (counts[name, kind] for kind in ("hit", "extra", "missed"))
        total.update(hit=hit, extra=extra, missed=missed)
        print(f"{name:12} {_f1(hit, extra, missed):.3f}  hit {hit}, extra {extra}, missed {missed}")
    print(f"all labels   {_f1(total['hit'], total['extra'], total['missed']):.3f}")


def _f1(hit: int, extra: int, missed: int) -> float:
    return 2 * hit / (2 * hit + extra + missed) if hit else 0.0


def main() -> None:
    """Fit and write the weights, or measure over folds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=0, help="measure over so many folds instead of writing weights")
    folds = parser.parse_args().folds
    torch.set_num_threads(1)
    rng = random.Random(0)
    messages = read_messages()
    source = TokenStates()
    tokens = source.read([message.text for message in messages])
    doubles = [misspelt(message, rng) for message in messages]
    double_tokens = source.read([message.text for message in doubles])
    counts: Counter[tuple[str, str]] = Counter()
    for fold in range(folds):
        held_out = [i * folds // len(messages) == fold for i in range(len(messages))]
        seen = [i for i, out in enumerate(held_out) if not out]
        head = fit(
            [group[i] for group in (messages, doubles) for i in seen],
            [group[i] for group in (tokens, double_tokens) for i in seen],
        )
        rest = [i for i, out in enumerate(held_out) if out]
        counts += measure(Panel([head]), [messages[i] for i in rest], [tokens[i] for i in rest])
    if folds:
        report(counts)
    else:
        heads = [fit([*messages, *doubles], [*tokens, *double_tokens], seed) for seed in range(HEADS)]
        save_panel(Panel(heads), WEIGHTS)


if __name__ == "__main__":
    main()
