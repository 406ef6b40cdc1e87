"""What a job asks for: needed, held, missing, and credentials that close the gap, all from its table row."""

from __future__ import annotations

import pytest

from recommender.dialogue import Assistant, Conversation
from recommender.profile import LearnerProfile
from recommender.recommender import Recommender
from recommender.replies.role_skills import _ASKS
from recommender.skill_gap import skill_gap
from recommender.texts import TEXTS, say

ANALYST = LearnerProfile(
    goal="data analyst", goal_role="data analyst", told="data analyst", current_skills=("spreadsheets",)
)


@pytest.fixture(scope="module")
def assistant(recommender: Recommender) -> Assistant:
    return Assistant(recommender)


@pytest.mark.parametrize("language", TEXTS)
def test_the_question_is_known_in_every_language_and_answered_in_it(assistant: Assistant, language: str) -> None:
    question = say(language, "step_skills")
    assert _ASKS.search(question)
    _, reply = assistant.reply(Conversation(profile=ANALYST, language=language), question)
    assert say(language, "gap_heading", role="data analyst") in reply.text
    rows = [line.split(" | ") for line in reply.text.splitlines() if line.startswith("| ")]
    states = {cells[0].removeprefix("| "): cells[2] for cells in rows[2:]}
    assert states["spreadsheets"] == say(language, "gap_held")
    assert states["SQL"] == states["statistics"] == say(language, "gap_missing")


def test_the_sets_named_are_those_of_the_skill_gap(assistant: Assistant, recommender: Recommender) -> None:
    gap = skill_gap(recommender, "data analyst", ["spreadsheets"])
    assert gap is not None
    _, reply = assistant.reply(Conversation(profile=ANALYST), "which skills does this role need and what do I lack?")
    assert {cover.measure for cover in gap.covers} >= {"credentials", "cost"}
    for cover in gap.covers:
        assert all(f"**{credential.title}**" in reply.text for credential in cover.credentials)


def test_a_job_named_in_the_question_is_the_one_that_is_answered(assistant: Assistant) -> None:
    _, reply = assistant.reply(Conversation(profile=ANALYST), "what skills do bookkeepers need and which do I lack?")
    assert "**bookkeeper**" in reply.text and "financial records" in reply.text


@pytest.mark.parametrize("message", ["What skills will I gain?", "I want skills in welding", "which one is cheapest?"])
def test_other_questions_are_left_alone(message: str) -> None:
    assert not _ASKS.search(message)
