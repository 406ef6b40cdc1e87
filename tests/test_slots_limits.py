"""Money, time, levels, delivery and assessment, each read from words that name it in many ways."""

from __future__ import annotations

import pytest

from recommender.profile import Budget, LearnerProfile, LevelRange
from recommender.slots.change import Change
from recommender.slots.delivery import read_delivery
from recommender.slots.levels import read_levels
from recommender.slots.money import read_money
from recommender.slots.numbers import in_digits, value
from recommender.slots.passage import Passage, clean, write_out
from recommender.slots.study_time import read_study_time
from recommender.understanding import Understander

EMPTY = LearnerProfile()


def passage(message: str, language: str = "en") -> Passage:
    text = clean(message)
    return Passage(in_digits(write_out(text) if language == "en" else text, language), language)


@pytest.mark.parametrize(
    ("words", "number"),
    [("1,000", 1000), ("3.000", 3000), ("2,5", 2.5), ("1.000,50", 1000.5), ("10k", 10_000), ("3万", 30_000)],
)
def test_numbers_are_read_in_any_notation(words: str, number: float) -> None:
    assert value(words) == number


@pytest.mark.parametrize(
    ("message", "country", "amount", "currency"),
    [
        ("under NZ$1k", None, 1000, "NZD"),
        ("two hundred quid tops", "GB", 200, "GBP"),
        ("max 300 dollars", "CA", 300, "CAD"),
        ("max 300 dollars", None, 300, None),
        ("予算は5万円まで", "JP", 50_000, "JPY"),
        ("employer pays up to 3.000 €", "DE", 3000, "EUR"),
        ("budget 10k", "IN", 10_000, "INR"),
        ("between 200 and 350 euros", None, 350, "EUR"),
        ("CHF 900 at most", "CH", 900, "CHF"),
    ],
)
def test_the_upper_end_of_a_price_is_the_limit(
    message: str, country: str | None, amount: float, currency: str | None
) -> None:
    change = Change()
    read_money(passage(message, "ja" if "円" in message else "en"), change, EMPTY, country)
    assert change.values["max_cost"] == Budget(amount=amount, currency=currency)


@pytest.mark.parametrize("message", ["I earn 2000 euros a month", "I'm free on Tuesdays", "gluten-free baking"])
def test_money_that_is_earned_and_time_that_is_free_are_no_limits(message: str) -> None:
    change = Change()
    read_money(passage(message), change, EMPTY, None)
    assert not change.values


@pytest.mark.parametrize(
    ("message", "slot", "number"),
    [
        ("5 or 6 hours a week", "max_hours_per_week", 6),
        ("an hour a day mon to fri", "max_hours_per_week", 5),
        ("half an hour every day", "max_hours_per_week", 3.5),
        ("two evenings a week, 90 minutes each", "max_hours_per_week", 3),
        ("2 hours, Monday to Thursday", "max_hours_per_week", 8),
        ("3 hours on Tuesdays and Thursdays", "max_hours_per_week", 6),
        ("done within 6 months", "max_weeks", 26),
        ("no longer than a fortnight", "max_weeks", 2),
        ("can only do three Saturdays", "max_weeks", 3),
        ("under 40 hours altogether", "max_hours", 40),
    ],
)
def test_time_is_counted_as_it_is_said(message: str, slot: str, number: float) -> None:
    change = Change()
    read_study_time(passage(message), change, EMPTY)
    assert change.values[slot] == number


@pytest.mark.parametrize("message", ["I nursed for 12 years", "made redundant 3 weeks ago", "a 45 year old driver"])
def test_time_that_has_passed_is_no_limit(message: str) -> None:
    change = Change()
    read_study_time(passage(message), change, EMPTY)
    assert "max_weeks" not in change.values


@pytest.mark.parametrize(
    ("message", "country", "wanted"),
    [
        ("level 8 or above", "IE", LevelRange(framework="NFQ", min=8, max=None)),
        ("level 3 or 4", "NZ", LevelRange(framework="NZQCF", min=3, max=4)),
        ("AQF 7 to 9", None, LevelRange(framework="AQF", min=7, max=9)),
        ("up to level 5", None, LevelRange(framework=None, min=None, max=5)),
        ("level 6 at minimum", "MY", LevelRange(framework="MQF", min=6, max=None)),
    ],
)
def test_levels_take_their_bounds_and_the_country_s_framework(message: str, country: str, wanted: LevelRange) -> None:
    change = Change()
    read_levels(passage(message), change, EMPTY, country)
    assert change.values["level"] == wanted


@pytest.mark.parametrize(
    ("message", "mode", "avoided"),
    [
        ("online only please", "online", None),
        ("it can't be online", "in person", "online"),
        ("in a classroom, not on a screen", "in person", None),
        ("half online, half on campus", "blended", None),
        ("I teach English online", None, None),
        ("a course in online marketing", None, None),
    ],
)
def test_the_mode_is_a_limit_only_where_it_says_how_it_is_taught(
    message: str, mode: str | None, avoided: str | None
) -> None:
    change = Change()
    read_delivery(passage(message), change)
    assert (change.values.get("mode"), change.values.get("avoid_mode")) == (mode, avoided)


def test_a_project_instead_of_a_test_is_one_wanted_and_one_refused(understander: Understander) -> None:
    read = understander.read("a project at the end instead of a test", LearnerProfile(goal_skills=("baking",))).profile
    assert (read.want_assessment, read.avoid_assessment) == (("project",), ("test",))


def test_assessment_as_a_subject_is_no_wish_about_assessment(understander: Understander) -> None:
    read = understander.read("I want to learn project management and exam centre work", LearnerProfile()).profile
    assert (read.want_assessment, read.avoid_assessment) == ((), ())
