"""Limits are held exactly, scores add up, and the list shows different things without losing the best."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest

from catalogue.records import Credential, Credits, Level, Money, StackingRule
from catalogue.store import Catalogue
from recommender import ranking
from recommender.limit_words import limit_checks
from recommender.limits import breaches, broken_limits
from recommender.profile import Budget, Held, LearnerProfile, LevelRange
from recommender.settings import Weights

TODAY = date(2026, 11, 24)


def credential(name: str = "a", **fields: Any) -> Credential:
    return Credential(id=name, title=fields.pop("title", f"Course {name}"), **fields)


def broken(profile: LearnerProfile, *credentials: Credential) -> dict[str, str]:
    return broken_limits(profile, Catalogue(credentials))


def test_a_price_above_the_budget_breaks_it_and_a_price_not_stated_does_not() -> None:
    dear = credential("dear", cost=Money(amount=501, currency="EUR"))
    just = credential("just", cost=Money(amount=500, currency="EUR"))
    profile = LearnerProfile(max_cost=Budget(amount=500, currency="EUR"))
    assert broken(profile, dear, just, credential("silent")) == {"dear": "max_cost"}


def test_a_price_in_another_currency_is_compared_by_the_rate() -> None:
    yen = credential("yen", cost=Money(amount=5000, currency="JPY"))
    pounds = credential("pounds", cost=Money(amount=480, currency="GBP"))
    profile = LearnerProfile(max_cost=Budget(amount=500, currency="EUR"))
    assert broken(profile, yen, pounds) == {"pounds": "max_cost"}


def test_a_budget_without_a_currency_is_held_against_the_bare_number() -> None:
    dear = credential("dear", cost=Money(amount=864, currency="USD"))
    assert broken(LearnerProfile(max_cost=Budget(amount=500)), dear) == {"dear": "max_cost"}


def test_only_a_stated_price_above_nothing_breaks_free_only() -> None:
    free, paid = (
        credential("free", cost=Money(amount=0, currency="EUR")),
        credential("paid", cost=Money(amount=1, currency="EUR")),
    )
    assert broken(LearnerProfile(free_only=True), free, paid, credential("silent")) == {"paid": "free_only"}


def test_a_fixed_pace_breaks_the_weekly_hours_and_self_paced_study_takes_longer_instead() -> None:
    fixed = credential("fixed", workload_hours=120, duration_weeks=10, pacing="scheduled")
    own = credential("own", workload_hours=120, duration_weeks=10, pacing="self-paced")
    stated = credential("stated", hours_per_week=9)
    profile = LearnerProfile(max_hours_per_week=8, max_weeks=12)
    assert broken(profile, fixed, own, stated) == {
        "fixed": "max_hours_per_week", "own": "max_weeks", "stated": "max_hours_per_week",
    }  # fmt: skip
    assert broken(LearnerProfile(max_hours_per_week=8, max_weeks=15), own) == {}


def test_weeks_come_from_hours_where_only_hours_are_stated() -> None:
    assert broken(LearnerProfile(max_weeks=10, max_hours_per_week=4), credential(workload_hours=41)) == {
        "a": "max_weeks"
    }
    assert broken(LearnerProfile(max_weeks=10, max_hours_per_week=4), credential(workload_hours=40)) == {}
    assert broken(LearnerProfile(max_weeks=10), credential(workload_hours=400)) == {}


def test_mode_pacing_and_language_break_only_where_another_is_stated() -> None:
    profile = LearnerProfile(mode="online", pacing="self-paced", languages=("en-GB",))
    other = credential("other", mode="in person", pacing="scheduled", languages=("it",))
    same = credential("same", mode="online", pacing="self-paced", languages=("it", "en"))
    assert breaches(profile, Catalogue([other, same, credential("silent")])) == {
        "other": ["mode", "pacing", "languages"]
    }


def test_not_online_lets_every_other_mode_in() -> None:
    profile = LearnerProfile(mode="in person", avoid_mode="online")
    assert broken(profile, credential("web", mode="online"), credential("mixed", mode="blended")) == {"web": "mode"}


@pytest.mark.parametrize(
    ("level", "is_broken"),
    [
        (Level(framework="NFQ", value="5"), True),
        (Level(framework="NFQ", value="6"), False),
        (Level(framework="NFQ", value="8"), False),
        (Level(framework="NFQ", value="9"), True),
        (Level(framework="RQF", value="3"), True),
        (Level(framework="NFQ"), False),
        (Level(framework="CEFR", value="A1"), False),
        (None, False),
    ],
)
def test_a_level_is_held_against_the_range_on_its_own_scale_or_through_the_eqf(
    level: Level | None, is_broken: bool
) -> None:
    profile = LearnerProfile(level=LevelRange(framework="NFQ", min=6, max=8))
    assert bool(broken(profile, credential(level=level))) is is_broken


def test_an_exam_is_a_test_and_a_quiz_is_not() -> None:
    exam = credential("exam", assessment=("proctored exam",))
    quiz = credential("quiz", assessment=("weekly quiz",))
    assert broken(LearnerProfile(avoid_assessment=("test",)), exam, quiz, credential("silent")) == {
        "exam": "avoid_assessment"
    }


def test_providers_are_known_by_name_and_platform() -> None:
    there = credential("there", provider="Coventry University", platform="FutureLearn")
    other = credential("other", provider="University College Cork")
    assert broken(LearnerProfile(providers=("FutureLearn",)), there, other, credential("silent")) == {
        "other": "providers"
    }
    assert broken(LearnerProfile(avoid_providers=("futurelearn",)), there, other) == {"there": "avoid_providers"}


def test_what_must_stack_needs_a_stated_route() -> None:
    leads = credential("leads", stacks_into=(StackingRule(title="BSc in Nursing"),))
    assert broken(LearnerProfile(must_stack=True), leads, credential("ends")) == {"ends": "must_stack"}


def test_only_what_is_certainly_no_micro_credential_is_left_out_where_one_is_insisted_on() -> None:
    degree = credential("degree", title="Bachelor of Science", credits=Credits(amount=180, system="ECTS"))
    assert broken(LearnerProfile(must_be_micro_credential=True), degree, credential("unclear")) == {
        "degree": "must_be_micro_credential"
    }


def test_each_check_says_kept_broken_or_open_with_the_fact() -> None:
    profile = LearnerProfile(max_cost=Budget(amount=500, currency="USD"), mode="online", max_weeks=8)
    item = credential(cost=Money(amount=864, currency="USD"), mode="online")
    checks = {check.slot: (check.kept, check.says) for check in limit_checks(item, profile)}
    assert checks["max_cost"] == (False, "Costs 864 USD, but you asked for: at most 500 USD.")
    assert checks["mode"] == (True, "Taught online: online, as you asked.")
    assert checks["max_weeks"] == (
        None, "Length in weeks not stated: whether it is at most 8 weeks cannot be checked.",
    )  # fmt: skip


def test_the_parts_of_a_score_are_never_negative_and_weigh_what_the_settings_say() -> None:
    item = credential(cost=Money(amount=250, currency="EUR"), source_date="2026-11-24", source_url="https://a.org")
    profile = LearnerProfile(max_cost=Budget(amount=500, currency="EUR"))
    parts = ranking.score_parts(item, 0.6, 0.5, profile, Weights(), TODAY)
    assert parts["relevance"] == pytest.approx(0.6)
    assert parts["skills_gained"] == pytest.approx(Weights().skills_gained * 0.5)
    assert parts["cost_fit"] == pytest.approx(Weights().cost_fit * 0.75)
    assert parts["freshness"] == pytest.approx(Weights().freshness)
    assert parts["trust"] == pytest.approx(Weights().trust / 6)
    assert min(ranking.score_parts(item, -0.2, 0.0, profile, Weights(), TODAY).values()) == 0


def test_the_next_level_up_fits_best_and_a_level_below_not_at_all() -> None:
    profile = LearnerProfile(held=(Held(title="Certificate", level="NFQ 6"),))
    fits = [
        ranking.level_fit(credential(level=Level(framework="NFQ", value=v)), profile) for v in ("5", "7", "9", "10")
    ]
    assert fits == pytest.approx([0.0, 1.0, 0.5, 1 / 3])
    assert ranking.level_fit(credential(), profile) == 0.0


def test_a_bare_level_is_read_on_the_scale_of_the_learners_country() -> None:
    held = (Held(title="diploma", level="level 5"),)
    assert ranking.held_level(LearnerProfile(held=held, country="NZ")) is not None
    assert ranking.held_level(LearnerProfile(held=held)) is None


def test_what_is_held_already_is_not_wanted() -> None:
    profile = LearnerProfile(goal_skills=("SQL", "Python"), current_skills=("sql",))
    assert ranking.wanted_skills(profile) == ("Python",)
    assert ranking.wanted_skills(LearnerProfile(), ("payroll", "tax")) == ("payroll", "tax")


def test_ties_are_broken_by_id_and_the_better_score_comes_first() -> None:
    found = [(credential("b"), 0.5), (credential("a"), 0.5), (credential("c"), 0.6)]
    ranked = ranking.score(found, {}, LearnerProfile(), Weights(), TODAY)
    assert [item.credential.id for item in ranked] == ["c", "a", "b"]


def test_near_duplicates_stand_behind_others_but_are_named_and_not_lost() -> None:
    scored = ranking.score([(credential(n), r) for n, r in zip("abc", (0.9, 0.8, 0.7), strict=True)], {},
                           LearnerProfile(), Weights(), TODAY)  # fmt: skip
    vectors = np.array([[1.0, 0.0], [0.96, 0.28], [0.0, 1.0]])
    first_two = ranking.diversify(scored, vectors, 2)
    assert [(item.credential.id, item.alike) for item in first_two] == [("a", ("b",)), ("c", ())]
    assert [item.credential.id for item in ranking.diversify(scored, vectors, 3)] == ["a", "c", "b"]
