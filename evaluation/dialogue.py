"""The dialogue yardstick: intent accuracy, slot F1, exact turns, reply mentions and limits kept, over scripts."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scipy.optimize import linear_sum_assignment

Conversation = Callable[[str], dict[str, Any]]
LIST_SLOTS = frozenset(
    {
        "goal_skills",
        "current_skills",
        "avoid_assessment",
        "want_assessment",
        "providers",
        "avoid_providers",
        "held",
        "languages",
    }
)
NUMBER_SLOTS = frozenset({"max_hours_per_week", "max_weeks", "max_hours"})
FLAG_SLOTS = frozenset({"free_only", "must_stack", "must_be_micro_credential"})
# An extracted phrase may have at most this many tokens more than the form it contains.
MAX_EXTRA_TOKENS = 8


class ScriptError(ValueError):
    """A script that cannot be scored; the message names the file, the line and what was expected."""


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


def evaluate(scripts_path: Path | str, new_conversation: Callable[[], Conversation]) -> Report:
    """Return the report over every script: each is played in order to a fresh conversation.

    A conversation answers a message with the object of `cairn chat --json`; one that raises, or answers with anything
    but an object, counts as no answer. Raises ScriptError on a line that is no script.
    """
    report = Report()
    for script in read_scripts(Path(scripts_path)):
        answer_to = new_conversation()
        for number, turn in enumerate(script["turns"], 1):
            try:
                answer = answer_to(turn["message"])
            except Exception:  # a turn without an answer is scored, not raised
                answer = {}
            report.turns.append(score_turn(script, number, turn, answer if isinstance(answer, dict) else {}))
    return report


def read_scripts(path: Path) -> list[dict[str, Any]]:
    """Return the scripts of a JSON Lines file; raises ScriptError naming the line."""
    scripts = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ScriptError(f"{path.name} cannot be read ({error.strerror}); name a file of dialogue scripts.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            script = json.loads(line)
            for turn in script["turns"]:
                _ = turn["message"], turn["expect"]["intent"], turn["expect"]["profile"], turn["expect"]["empty"]
        except (ValueError, KeyError, TypeError) as error:
            raise ScriptError(
                f"{path.name}, line {number}: no dialogue script ({error}); expected id, turns and in each turn "
                "message and expect."
            ) from error
        scripts.append(script)
    return scripts


def score_turn(script: Mapping[str, Any], number: int, turn: Mapping[str, Any], answer: Mapping[str, Any]) -> Turn:
    """Return one turn scored against its expectation."""
    expect = turn["expect"]
    profile = answer.get("profile") or {}
    slots: dict[str, Count] = {}
    errors: list[tuple[str, str, str]] = []
    for slot, expected in expect["profile"].items():
        slots[slot] = _score_slot(slot, expected, profile.get(slot), errors)
    for slot in expect["empty"]:
        extracted = _items(slot, profile.get(slot))
        slots[slot] = Count(fp=len(extracted))
        errors.extend((slot, "fp", str(item)) for item in extracted)
    accepted = {expect["intent"], *expect.get("accept_intents", [])}
    wanted = expect.get("reply_mentions_any") or []
    return Turn(
        script=str(script.get("id", "")),
        number=number,
        message=turn["message"],
        language=str(script.get("language", "")),
        expected_intent=expect["intent"],
        intent=answer.get("intent"),
        intent_right=answer.get("intent") in accepted,
        slots=slots,
        errors=tuple(errors),
        mention=_mentions(str(answer.get("reply", "")), wanted) if wanted else None,
        broken_limits=tuple(broken_limits(profile, answer.get("recommendations") or [])),
    )


def _score_slot(slot: str, expected: Any, value: Any, errors: list[tuple[str, str, str]]) -> Count:
    extracted = _items(slot, value)
    wanted = list(expected) if slot in LIST_SLOTS else [expected]
    if not extracted or not wanted:
        matched: list[tuple[int, int]] = []
    else:
        costs = [[-float(matches(slot, item, want)) for want in wanted] for item in extracted]
        rows, columns = linear_sum_assignment(costs)
        matched = [(int(r), int(c)) for r, c in zip(rows, columns, strict=True) if costs[r][c] < 0]
    used, met = {r for r, _ in matched}, {c for _, c in matched}
    errors.extend((slot, "fp", str(item)) for i, item in enumerate(extracted) if i not in used)
    errors.extend((slot, "fn", str(want)) for i, want in enumerate(wanted) if i not in met)
    return Count(len(matched), len(extracted) - len(matched), len(wanted) - len(matched))


def _items(slot: str, value: Any) -> list[Any]:
    """Return what a slot holds as a list: empty for nothing, each repeat once, an object's title or name."""
    if value is None or value is False or value == "" or value == []:
        return []
    if slot == "max_cost" and isinstance(value, Mapping) and value.get("amount") is None:
        return []
    if slot == "level" and isinstance(value, Mapping) and value.get("min") is None and value.get("max") is None:
        return []
    if slot not in LIST_SLOTS:
        return [value]
    found: dict[str, Any] = {}
    for item in value if isinstance(value, list | tuple) else [value]:
        text = item.get("title") or item.get("name") if isinstance(item, Mapping) else item
        if text:
            found.setdefault(" ".join(sorted(tokens(str(text)))), text)
    return list(found.values())


def matches(slot: str, value: Any, expected: Any) -> bool:
    """True where an extracted value answers the expected one, by the rule of its slot."""
    if slot in FLAG_SLOTS:
        return value is True and expected is True
    if slot in NUMBER_SLOTS:
        return any(_equal(value, number) for number in (expected if isinstance(expected, list) else [expected]))
    if slot == "country":
        return bool(value == expected)
    if slot == "languages":
        forms = expected if isinstance(expected, list) else [expected]
        return str(value).split("-")[0].lower() in {str(form).split("-")[0].lower() for form in forms}
    if slot == "mode":
        return tokens(str(value)) in [tokens(form) for form in (expected if isinstance(expected, list) else [expected])]
    if slot == "max_cost":
        return _equal(value.get("amount"), expected["amount"]) and expected.get("currency") in (
            None,
            value.get("currency"),
        )
    if slot == "level":
        return _level_matches(value, expected)
    return phrase_matches(str(value), expected if isinstance(expected, list) else [expected])


def _level_matches(value: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    frameworks = expected.get("framework")
    if frameworks is not None and value.get("framework") not in (
        frameworks if isinstance(frameworks, list) else [frameworks]
    ):
        return False
    low, high = value.get("min"), value.get("max")
    low_right = low is None or float(low) <= 1 if expected.get("min") is None else _equal(low, expected["min"])
    high_right = high is None or float(high) >= 8 if expected.get("max") is None else _equal(high, expected["max"])
    return low_right and high_right


def _equal(value: Any, expected: Any) -> bool:
    try:
        return abs(float(value) - float(expected)) < 1e-9
    except (TypeError, ValueError):
        return False


def phrase_matches(phrase: str, forms: Sequence[str]) -> bool:
    """True where the phrase's tokens contain a form's or lie in them, or share at least half (Jaccard)."""
    found = tokens(phrase)
    for form in forms:
        wanted = tokens(form)
        if not found or not wanted:
            continue
        if wanted <= found and len(found) - len(wanted) <= MAX_EXTRA_TOKENS:
            return True
        if found <= wanted or (not wanted <= found and len(found & wanted) / len(found | wanted) >= 0.5):
            return True
    return False


def tokens(text: str) -> frozenset[str]:
    """Return the token set of the scoring rules: folded, plurals stripped, kana and Chinese characters one by one."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = "".join(
        c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c) or "\u3099" <= c <= "\u309a"
    )
    text = unicodedata.normalize("NFC", re.sub(r"['’‘`´]", "", text))
    text = re.sub(r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])", r" \1 ", text)
    return frozenset(_singular(word) for word in re.findall(r"[^\W_]+", text))


def _singular(word: str) -> str:
    """Return a word without its plural ending, by the scoring rules."""
    if len(word) >= 5 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) >= 5 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if len(word) >= 4 and word.endswith("s") and word[-2] not in "sui" else word


def _mentions(reply: str, wanted: Sequence[str]) -> bool:
    """True where the reply contains one of the strings; a number must not be part of a longer one."""
    for text in wanted:
        left = r"(?<![\d.,])" if text[:1].isdigit() else ""
        right = r"(?![\d]|[.,]\d)" if text[-1:].isdigit() else ""
        if re.search(left + re.escape(text) + right, reply, re.I):
            return True
    return False


def broken_limits(profile: Mapping[str, Any], recommendations: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return which stated limits the recommendations break, from what each result shows of itself.

    A result that does not state a field breaks nothing. Only `level` and `provider` are part of the contract's results;
    the other limits are checked where a result carries the record's facet under "facets".
    """
    broken = []
    for item in recommendations:
        facets = item.get("facets") or {}
        name = str(item.get("id"))
        provider = str(item.get("provider") or "").casefold()
        if any(str(avoided).casefold() in provider for avoided in profile.get("avoid_providers") or []):
            broken.append(f"{name} avoid_providers")
        for slot, facet in (("max_weeks", "weeks"), ("max_hours", "hours")):
            if profile.get(slot) is not None and facets.get(facet) is not None and facets[facet] > profile[slot]:
                broken.append(f"{name} {slot}")
        if profile.get("free_only") and facets.get("cost"):
            broken.append(f"{name} free_only")
        if profile.get("mode") and not profile.get("avoid_mode") and facets.get("mode") not in (None, profile["mode"]):
            broken.append(f"{name} mode")
        if profile.get("avoid_mode") and facets.get("mode") == profile["avoid_mode"]:
            broken.append(f"{name} avoid_mode")
        cost = profile.get("max_cost")
        if cost and facets.get("currency") == cost.get("currency") and (facets.get("cost") or 0) > cost["amount"]:
            broken.append(f"{name} max_cost")
    return broken


def _share(values: Iterable[bool]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0
