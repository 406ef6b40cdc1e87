"""The dialogue yardstick: intent accuracy, slot F1, exact turns, reply mentions and limits kept, over scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from scipy.optimize import linear_sum_assignment

from catalogue.store import Catalogue
from evaluation.dialogue_report import Count, Report, Turn
from evaluation.limits_kept import broken_limits
from evaluation.slot_matching import matches, tokens

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


class ScriptError(ValueError):
    """A script that cannot be scored; the message names the file, the line and what was expected."""


def evaluate(
    scripts_path: Path | str, new_conversation: Callable[[], Conversation], catalogue: Catalogue | None = None
) -> Report:
    """Return the report over every script: each is played in order to a fresh conversation.

    A conversation answers a message with the object of `cairn chat --json`; one that raises, or answers with anything
    but an object, counts as no answer. Whether limits are kept is read from the records of `catalogue`, the default one
    where `None`. Raises ScriptError on a line that is no script.
    """
    report = Report()
    catalogue = catalogue or Catalogue.load()
    for script in read_scripts(Path(scripts_path)):
        answer_to = new_conversation()
        for number, turn in enumerate(script["turns"], 1):
            try:
                answer = answer_to(turn["message"])
            except Exception:  # a turn without an answer is scored, not raised
                answer = {}
            report.turns.append(score_turn(script, number, turn, answer if isinstance(answer, dict) else {}, catalogue))
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


def score_turn(
    script: Mapping[str, Any], number: int, turn: Mapping[str, Any], answer: Mapping[str, Any], catalogue: Catalogue
) -> Turn:
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
        broken_limits=tuple(broken_limits(profile, answer.get("recommendations") or [], catalogue)),
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


def _mentions(reply: str, wanted: Sequence[str]) -> bool:
    """True where the reply contains one of the strings; a number must not be part of a longer one."""
    for text in wanted:
        left = r"(?<![\d.,])" if text[:1].isdigit() else ""
        right = r"(?![\d]|[.,]\d)" if text[-1:].isdigit() else ""
        if re.search(left + re.escape(text) + right, reply, re.I):
            return True
    return False
