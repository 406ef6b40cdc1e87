"""The figures of the dialogue yardstick: counts per slot, intent and language, and what they say together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Count:
    """True positives, false positives and false negatives of one kind."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, other: Count) -> None:
        """Add another count to this one."""
        self.tp, self.fp, self.fn = self.tp + other.tp, self.fp + other.fp, self.fn + other.fn

    @property
    def precision(self) -> float:
        """Return TP / (TP + FP); where nothing was extracted, 1 if nothing was missed, else 0."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else float(self.fn == 0)

    @property
    def recall(self) -> float:
        """Return TP / (TP + FN); where nothing was expected, 1 if nothing was extracted, else 0."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else float(self.fp == 0)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall, 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def as_json(self) -> dict[str, float | int]:
        """Return counts and figures."""
        return {
            "tp": self.tp,
            "fp": self.fp,
            "fn": self.fn,
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
        }


@dataclass(frozen=True)
class Turn:
    """One scored turn; `errors` name slot, kind ("fp" or "fn") and item."""

    script: str
    number: int
    message: str
    language: str
    expected_intent: str
    intent: str | None
    intent_right: bool
    slots: Mapping[str, Count]
    errors: tuple[tuple[str, str, str], ...]
    mention: bool | None
    broken_limits: tuple[str, ...]

    @property
    def exact(self) -> bool:
        """True where the intent is right and no slot has an error."""
        return self.intent_right and not self.errors


@dataclass
class Report:
    """The figures over all turns."""

    turns: list[Turn] = field(default_factory=list)

    @property
    def intent_accuracy(self) -> float:
        """Return the share of turns with an accepted intent."""
        return _share(turn.intent_right for turn in self.turns)

    @property
    def slots(self) -> Count:
        """Return the micro-average over every slot."""
        total = Count()
        for count in self.per_slot.values():
            total.add(count)
        return total

    @property
    def per_slot(self) -> dict[str, Count]:
        """Return one count per slot, by name."""
        table: dict[str, Count] = defaultdict(Count)
        for turn in self.turns:
            for slot, count in turn.slots.items():
                table[slot].add(count)
        return dict(sorted(table.items()))

    def per_intent(self) -> dict[str, tuple[int, int]]:
        """Return (right, turns) for each expected intent."""
        return self._shares(lambda turn: turn.expected_intent)

    def per_language(self) -> dict[str, dict[str, float | int]]:
        """Return turns, intent accuracy and slot F1 for each language."""
        table = {}
        for language in sorted({turn.language for turn in self.turns}):
            part = Report([turn for turn in self.turns if turn.language == language])
            table[language] = {
                "turns": len(part.turns),
                "intent_accuracy": round(part.intent_accuracy, 4),
                "slot_f1": round(part.slots.f1, 4),
            }
        return table

    def as_json(self) -> dict[str, Any]:
        """Return every figure, rounded to four places, and the broken limits by script and turn."""
        mentions = [turn.mention for turn in self.turns if turn.mention is not None]
        broken = [f"{turn.script}/{turn.number}: {limit}" for turn in self.turns for limit in turn.broken_limits]
        return {
            "turns": len(self.turns),
            "intent_accuracy": round(self.intent_accuracy, 4),
            "slots": self.slots.as_json(),
            "exact_turn_accuracy": round(_share(turn.exact for turn in self.turns), 4),
            "reply_mentions": {"right": sum(mentions), "of": len(mentions)},
            "limits_broken": broken,
            "per_slot": {slot: count.as_json() for slot, count in self.per_slot.items()},
            "per_intent": {name: {"right": right, "of": n} for name, (right, n) in self.per_intent().items()},
            "per_language": self.per_language(),
        }

    def as_text(self) -> str:
        """Return the figures as tables for a terminal."""
        data = self.as_json()
        lines = [
            f"{data['turns']} turns: intent accuracy {self.intent_accuracy:.3f}, slot F1 {self.slots.f1:.3f} "
            f"(precision {self.slots.precision:.3f}, recall {self.slots.recall:.3f}), "
            f"exact turns {data['exact_turn_accuracy']:.3f}, reply mentions {data['reply_mentions']['right']} of "
            f"{data['reply_mentions']['of']}, limits broken {len(data['limits_broken'])}",
            "",
            f"{'slot':26}{'precision':>10}{'recall':>8}{'F1':>7}{'TP':>6}{'FP':>5}{'FN':>5}",
        ]
        for slot, c in self.per_slot.items():
            lines.append(f"{slot:26}{c.precision:10.3f}{c.recall:8.3f}{c.f1:7.3f}{c.tp:6d}{c.fp:5d}{c.fn:5d}")
        lines += ["", f"{'intent':26}{'right':>6}{'of':>5}"]
        lines += [f"{name:26}{right:6d}{n:5d}" for name, (right, n) in self.per_intent().items()]
        lines += ["", f"{'language':26}{'turns':>6}{'intent':>8}{'F1':>7}"]
        for language, row in self.per_language().items():
            lines.append(f"{language:26}{row['turns']:6d}{row['intent_accuracy']:8.3f}{row['slot_f1']:7.3f}")
        return "\n".join(lines + [f"limit broken: {item}" for item in data["limits_broken"]])

    def _shares(self, key: Callable[[Turn], str]) -> dict[str, tuple[int, int]]:
        table: dict[str, list[bool]] = defaultdict(list)
        for turn in self.turns:
            table[key(turn)].append(turn.intent_right)
        return {name: (sum(right), len(right)) for name, right in sorted(table.items())}


def _share(values: Iterable[bool]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0
