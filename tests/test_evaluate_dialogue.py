"""The dialogue yardstick scores by the rules of its README, worked by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from catalogue.store import Catalogue
from evaluation.dialogue import ScriptError, evaluate, read_scripts
from evaluation.limits_kept import broken_limits
from evaluation.slot_matching import matches, phrase_matches, tokens


def script_file(folder: Path, *turns: dict[str, Any]) -> Path:
    path = folder / "scripts.jsonl"
    path.write_text(json.dumps({"id": "s", "language": "en", "turns": list(turns)}) + "\n", encoding="utf-8")
    return path


def turn(message: str, intent: str, profile: dict[str, Any], empty: list[str]) -> dict[str, Any]:
    return {"message": message, "expect": {"intent": intent, "profile": profile, "empty": empty}}


def test_tokens_are_folded_and_plurals_stripped() -> None:
    assert tokens("Bachelor's Studies, Cafés & classes!") == {"bachelor", "study", "cafe", "class"}
    assert tokens("データ分析") == set("データ分析")


@pytest.mark.parametrize(
    ("phrase", "form", "is_match"),
    [
        ("SQL", "SQL basics", True),
        ("sports massage course in the evening", "sports massage", True),
        ("wound care", "dementia care", False),
        ("I would like to learn a lot of things about local history soon", "history", False),
        ("", "history", False),
    ],
)
def test_phrases_match_by_containment_or_half_overlap(phrase: str, form: str, is_match: bool) -> None:
    assert phrase_matches(phrase, [form]) is is_match


def test_values_match_by_the_rule_of_their_slot(catalogue: Catalogue) -> None:
    assert matches("languages", "en-GB", ["en"])
    assert matches("mode", "in_person", ["in person", "blended"])
    assert matches("max_weeks", 13, [12, 13])
    assert matches("max_cost", {"amount": 5, "currency": "USD"}, {"amount": 5, "currency": None})
    assert not matches("max_cost", {"amount": 5, "currency": None}, {"amount": 5, "currency": "USD"})
    assert matches("level", {"framework": "NFQ", "min": 8, "max": 10}, {"framework": "NFQ", "min": 8, "max": None})
    assert not matches(
        "level", {"framework": "EQF", "min": 8, "max": None}, {"framework": "NFQ", "min": 8, "max": None}
    )


def test_a_conversation_is_scored_turn_by_turn(tmp_path: Path) -> None:
    path = script_file(
        tmp_path,
        turn("one", "recommend", {"goal_skills": [["SQL"], ["Excel"]], "country": "IE"}, ["mode", "held"]),
        turn("two", "thanks", {"country": "IE"}, ["mode"]),
    )
    answers = iter([
        {
            "intent": "recommend",
            "profile": {"goal_skills": ["sql", "sql", "welding"], "country": "GB", "mode": "online"},
        },
        None,
    ])  # fmt: skip

    report = evaluate(path, lambda: lambda message: next(answers))  # type: ignore[arg-type,return-value]
    # SQL hit; welding, GB and online too much; Excel and IE missed; then IE missed in the turn without an answer.
    assert (report.slots.tp, report.slots.fp, report.slots.fn) == (1, 3, 3)
    assert report.slots.precision == 0.25
    assert report.slots.f1 == 0.25
    assert report.intent_accuracy == 0.5
    assert report.as_json()["per_slot"]["goal_skills"] == {
        "tp": 1, "fp": 1, "fn": 1, "precision": 0.5, "recall": 0.5, "f1": 0.5,
    }  # fmt: skip
    assert "intent accuracy 0.500" in report.as_text()


def test_a_number_in_a_reply_counts_only_when_it_stands_alone(tmp_path: Path) -> None:
    asked = turn("how long", "convert", {}, [])
    asked["expect"]["reply_mentions_any"] = ["25"]
    path = script_file(tmp_path, asked, asked)
    replies = iter(["about 250 hours", "25 to 30 hours"])
    report = evaluate(path, lambda: lambda message: {"intent": "convert", "profile": {}, "reply": next(replies)})
    assert report.as_json()["reply_mentions"] == {"right": 1, "of": 2}


def test_a_recommendation_above_the_limit_is_reported(catalogue: Catalogue) -> None:
    dear = next(item for item in catalogue if item.cost is not None and item.cost.amount > 100)
    assert dear.cost is not None
    profile = {"max_cost": {"amount": dear.cost.amount - 1, "currency": dear.cost.currency}}
    assert broken_limits(profile, [{"id": dear.id}], catalogue) == [f"{dear.id}: max_cost"]
    profile["max_cost"]["amount"] = dear.cost.amount
    assert broken_limits(profile, [{"id": dear.id}], catalogue) == []


def test_a_line_that_is_no_script_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text('{"id": "x"}\n', encoding="utf-8")
    with pytest.raises(ScriptError, match=r"broken.jsonl, line 1: no dialogue script"):
        read_scripts(path)
