"""Roles, skills, qualifications, places, languages and providers, read from what learners say of themselves."""

from __future__ import annotations

import pytest

from recommender.occupations import occupations
from recommender.profile import LearnerProfile
from recommender.understanding import Understander


@pytest.mark.parametrize(
    ("message", "country"),
    [
        ("welder from Gdansk", "PL"),
        ("I am from Syria, I live now in Leipzig", "DE"),
        ("electrician in Hamilton, Ontario", "CA"),
        ("I'm in Hamilton, NZ", "NZ"),
        ("diesel mechanic, Georgia USA", "US"),
        ("based in KL", "MY"),
        ("can I use it in Japan?", None),
        ("I want to learn Java", None),
    ],
)
def test_the_country_is_where_the_learner_lives(understander: Understander, message: str, country: str | None) -> None:
    assert understander.read(message, LearnerProfile()).profile.country == country


@pytest.mark.parametrize(
    ("message", "goal", "current"),
    [
        ("I was a payroll clerk before. I want to go back as a bookkeeper", "bookkeeper", "payroll clerk"),
        ("dairy farmer near Gore", None, "dairy farmer"),
        ("I drive trucks", None, "truck driver"),
        ("my client is a 45 year old forklift driver, she wants to be a transport planner", "transport planner",
         "forklift driver"),
        ("I'm a careers adviser in Leeds. My client was a welder", None, "welder"),
        ("I'm a student and want to become a pattern cutter", "pattern cutter", None),
    ],
)  # fmt: skip
def test_the_job_held_and_the_job_wanted_are_told_apart(
    understander: Understander, message: str, goal: str | None, current: str | None
) -> None:
    profile = understander.read(message, LearnerProfile()).profile
    assert (profile.goal_role, profile.current_role) == (goal, current)


@pytest.mark.parametrize(
    ("message", "subjects"),
    [
        ("I want to learn SQL and Power BI", ["SQL", "Power BI"]),
        ("a course on health and safety", ["health and safety"]),
        ("keen on soil health n winter grazing", ["soil health", "winter grazing"]),
        ("learn welding, not interested in coding", ["welding"]),
        ("I'd like to get better at grant writing please", ["grant writing"]),
        ("anything on bees?", ["bees"]),
    ],
)
def test_each_subject_named_is_one_goal(understander: Understander, message: str, subjects: list[str]) -> None:
    assert list(understander.read(message, LearnerProfile()).profile.goal_skills) == subjects


def test_skills_claimed_are_known_and_skills_denied_are_not(understander: Understander) -> None:
    read = understander.read("I'm good with Excel, can't code at all. I want to learn accounting", LearnerProfile())
    assert read.profile.current_skills == ("Excel",)
    assert read.profile.goal_skills == ("accounting",)


@pytest.mark.parametrize(
    ("message", "titles"),
    [
        ("I have a BSc in geology and my forklift licence", ["BSc in geology", "forklift licence"]),
        ("I only have SPM", ["SPM"]),
        ("left school with NCEA level 2", ["NCEA level 2"]),
        ("I don't have a degree", []),
        ("I want a diploma in nursing", []),
        ("I am doing a certificate in cookery", []),
    ],
)
def test_only_what_is_in_hand_is_held(understander: Understander, message: str, titles: list[str]) -> None:
    assert [item.title for item in understander.read(message, LearnerProfile()).profile.held] == titles


def test_credits_are_held_with_their_amount_and_system(understander: Understander) -> None:
    (held,) = understander.read("I already have 15 ECTS in psychology", LearnerProfile()).profile.held
    assert (held.credits, held.credit_system) == (15, "ECTS")


def test_an_award_to_count_towards_is_kept_and_a_vague_one_only_asked_for(understander: Understander) -> None:
    wish = LearnerProfile(goal_skills=("teaching",))
    named = understander.read("it must count towards a master of education", wish).profile
    vague = understander.read("it has to lead to a proper qualification", wish).profile
    assert (named.must_stack, named.stack_into) == (True, "master of education")
    assert (vague.must_stack, vague.stack_into) == (True, None)


@pytest.mark.parametrize(
    ("message", "tags"),
    [
        ("my german is B1, english is good", ["de", "en"]),
        ("my english not so good, got course in Malay?", ["ms"]),
        ("I want to learn French", []),
        ("English teacher", []),
    ],
)
def test_languages_spoken_or_wanted_are_not_languages_to_learn(
    understander: Understander, message: str, tags: list[str]
) -> None:
    assert list(understander.read(message, LearnerProfile()).profile.languages) == tags


def test_providers_are_wanted_refused_or_forgiven(understander: Understander) -> None:
    profile = LearnerProfile(goal_skills=("baking",), avoid_providers=("Coursera",))
    assert understander.read("only from TAFE SA", profile).profile.providers == ("TAFE SA",)
    assert understander.read("and nothing from Udemy", profile).profile.avoid_providers == ("Coursera", "Udemy")
    assert understander.read("Coursera's fine after all", profile).profile.avoid_providers == ()
    assert understander.read("I want to learn Microsoft Excel", LearnerProfile()).profile.providers == ()


def test_roles_are_linked_to_occupations_and_their_skills() -> None:
    found = occupations().called("senior staff nurse")
    assert found is not None
    assert (found.title, found.code) == ("nurse", "2221")
    assert occupations().skills_of("welder")[0] == "welding"
    assert occupations().skills_of("astronaut in residence") == ()


def test_every_occupation_has_a_code_and_skills() -> None:
    assert len(occupations().rows) >= 150
    assert all(len(row.code) == 4 and row.code.isdigit() and row.essential_skills for row in occupations().rows)
