"""Questions about awards as learners ask them: does it count, what do I need, the cheapest way, and with more time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from catalogue.store import Catalogue
from recommender.award_wish import bare_kind, named_award
from recommender.dialogue import Assistant, Conversation, Reply
from recommender.recommender import Recommender
from recommender.settings import Settings
from recommender.stacking import StackingGraph

Ask = Callable[[str], Reply]
GREEN_BELT = "Certificate in Lean Sigma Quality (Six Sigma Green Belt)"
TEACHING = "I want to get better at teaching in higher education"


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant(Recommender.load(Settings()))


@pytest.fixture
def ask(assistant: Assistant) -> Ask:
    """One conversation; each call is its next message."""
    held = [Conversation()]

    def answer(message: str) -> Reply:
        held[0], reply = assistant.reply(held[0], message)
        return reply

    return answer


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("What do I need for the Six Sigma Green Belt?", GREEN_BELT),
        ("plan for the 6 sigma green belt at 10 hours a week", GREEN_BELT),
        ("how do I get to the MSc in Dementia with 300 euros?", "MSc (Dementia)"),
        ("I want to learn about sustainability", None),
        ("what do I need for data science?", None),
        ("make me a plan", None),
    ],
)
def test_an_award_is_known_by_its_name_and_a_field_of_study_is_none(
    catalogue: Catalogue, message: str, title: str | None
) -> None:
    award = named_award(message, StackingGraph(catalogue))
    assert (award.title if award else None) == title


def test_a_kind_with_a_field_is_no_bare_kind() -> None:
    assert bare_kind("does it count towards a degree?") == "degree"
    assert bare_kind("what do I need for the graduate certificate?") == "graduate certificate"
    assert bare_kind("a bachelor's degree in nursing") is None


def test_does_it_count_towards_a_degree_names_the_degree_with_state_evidence_and_what_else_it_needs(ask: Ask) -> None:
    ask("I want to learn about sustainability and climate")
    text = ask("does it count towards a degree?").text
    assert "Of these, Master's Programme in Atmospheric Sciences" in text
    assert "Nothing is stated about" not in text
    assert "Conditional: admission to the programme" in text and "University of Helsinki decides." in text
    assert "It fills a part that the award asks for." in text
    assert "the five courses: 4 more" in text
    assert "Others here that count towards it: **Introduction to Sustainability**" in text
    assert "Nothing is stated about “a diploma”." in ask("does it count towards a diploma?").text


def test_the_graduate_certificate_is_the_one_above_what_was_shown_and_the_wish_stays(ask: Ask) -> None:
    ask(TEACHING)
    reply = ask("what do I need for the graduate certificate?")
    assert "I take **Graduate Certificate in Higher Education**" in reply.text
    assert [f"UNMC5{n}0" in reply.text for n in (1, 2, 3)] == [True, True, True]
    assert "25 of the award's 40 credits" in reply.text
    cheapest = ask("cheapest way?")
    assert "Graduate Certificate in Higher Education, at the least cost:" in cheapest.text
    assert "Graduate Certificate in Higher Education, at the least cost:" in ask("what if I have 10 hours a week?").text


def test_a_kind_of_award_alone_is_asked_for_and_a_click_answers(ask: Ask) -> None:
    reply = ask("what do I need for the graduate certificate?")
    assert "Which graduate certificate do you mean?" in reply.text
    assert reply.next_steps[0] == "What do I need for Graduate Certificate in Higher Education?"
    assert "A plan for Graduate Certificate in Higher Education" in ask(reply.next_steps[0]).text


def test_the_plan_goes_on_under_another_pace_or_budget_until_another_wish(ask: Ask) -> None:
    first = ask("What do I need for the Six Sigma Green Belt?").text
    assert f"A plan for {GREEN_BELT}, in the least time:" in first
    assert "so far 125 to 150 hours, 700 EUR, 5 credits, 33% of the award" in first
    assert "Taken directly" in first
    assert "at the least cost:" in ask("cheapest way?").text
    assert "Length: 125 to 150 weeks" in ask("what if I have 3 hours a week?").text
    refused = ask("keep it under 900 euros altogether").text
    assert "There is a plan with a budget of 2,100 EUR instead of the budget of 900 EUR." in refused
    ask("I want to learn cooking")
    assert GREEN_BELT not in ask("make me a plan").text


def test_what_is_held_by_title_and_provider_counts_from_the_start(ask: Ask) -> None:
    ask("I already have six sigma 1 quality tools from IT Sligo")
    text = ask("What do I need for the Six Sigma Green Belt?").text
    assert "You hold already: **Six Sigma I (Quality Tools)**." in text
    assert "1. **Six Sigma II" in text and "67% of the award" in text


def test_an_own_catalogue_answers_the_same_questions(assistant: Assistant, tmp_path: Path) -> None:
    mine = tmp_path / "mine.jsonl"
    mine.write_text(
        '{"id": "k1", "title": "Knots and hitches", "skills": ["knots"], "cost_amount": 90, "cost_currency": "EUR", '
        '"workload_hours": 30, "stacks_into": [{"title": "Diploma of Ropes", "credits_awarded": 10, '
        '"credits_total": 20, "source_url": "https://x.example"}], "source_date": "2026"}\n'
        '{"id": "k2", "title": "Splicing", "workload_hours": 30, "stacks_into": [{"title": "Diploma of Ropes", '
        '"credits_awarded": 10, "credits_total": 20, "source_url": "https://x.example"}]}\n',
        encoding="utf-8",
    )
    own = Assistant(Recommender.load(replace(Settings(), catalogue=mine, index_root=tmp_path)))
    _, reply = own.reply(Conversation(), "What do I need for the diploma?")
    assert "1. **Knots and hitches**" in reply.text and "100% of the award" in reply.text
