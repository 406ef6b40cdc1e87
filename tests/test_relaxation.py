"""Which limit stands in the way, and the least that has to give; worked out by hand on six records."""

from __future__ import annotations

from catalogue.records import Credential, Money, StackingRule
from recommender.profile import Budget, LearnerProfile
from recommender.questions import MAX_QUESTIONS, bits, next_question
from recommender.relaxation import blocking, fitting, relaxations


def credential(name: str, **fields: object) -> Credential:
    return Credential.model_validate({"id": name, "title": name, **fields})


CHEAP = credential("cheap", cost=Money(amount=80, currency="NZD"), duration_weeks=12, mode="online")
DEAR = credential("dear", cost=Money(amount=120, currency="NZD"), duration_weeks=4, mode="blended")
DEARER = credential("dearer", cost=Money(amount=300.5, currency="NZD"), duration_weeks=4, mode="online")
UNSTATED = credential("unstated")
CANDIDATES = (CHEAP, DEAR, DEARER)


def test_what_does_not_state_the_fact_breaks_no_limit() -> None:
    profile = LearnerProfile(max_cost=Budget(amount=10, currency="NZD"))
    assert fitting(profile, (*CANDIDATES, UNSTATED)) == ("unstated",)


def test_the_limit_to_blame_is_counted() -> None:
    profile = LearnerProfile(max_cost=Budget(amount=100, currency="NZD"), max_weeks=4.0)
    assert blocking(profile, CANDIDATES) == {"max_cost": 2, "max_weeks": 1}


def test_a_figure_is_raised_by_no_more_than_lets_the_next_one_in() -> None:
    profile = LearnerProfile(max_cost=Budget(amount=100, currency="NZD"), max_weeks=4.0)
    offers = {offer.slots: offer for offer in relaxations(profile, CANDIDATES)}
    assert offers["max_cost",].value == Budget(amount=120, currency="NZD")
    assert offers["max_cost",].gained == ("dear",)
    assert offers["max_weeks",].value == 12.0
    assert offers["max_weeks",].gained == ("cheap",)


def test_a_price_in_another_currency_is_raised_in_the_learners_own() -> None:
    profile = LearnerProfile(max_cost=Budget(amount=100, currency="EUR"))
    offer = relaxations(profile, [credential("usd", cost=Money(amount=500, currency="USD"))])[0]
    assert isinstance(offer.value, Budget)
    assert offer.value.currency == "EUR"
    assert fitting(offer.profile, [credential("usd", cost=Money(amount=500, currency="USD"))]) == ("usd",)


def test_a_limit_without_a_figure_is_dropped_with_its_effect() -> None:
    offer = relaxations(LearnerProfile(mode="in person"), CANDIDATES)[0]
    assert offer.slots == ("mode",)
    assert offer.value is None
    assert offer.profile.mode is None
    assert offer.gained == ("cheap", "dear", "dearer")


def test_two_limits_are_dropped_together_only_where_no_single_one_helps() -> None:
    profile = LearnerProfile(mode="in person", must_stack=True)
    offers = relaxations(profile, [CHEAP])
    assert [offer.slots for offer in offers] == [("mode", "must_stack")]
    assert offers[0].gained == ("cheap",)


def test_nothing_is_offered_where_nothing_is_held_back() -> None:
    assert relaxations(LearnerProfile(mode="online"), [CHEAP]) == []
    assert relaxations(LearnerProfile(), CANDIDATES) == []


def test_a_question_tells_one_bit_where_it_halves_the_candidates() -> None:
    assert bits("mode", (CHEAP, DEAR)) == 1.0
    assert bits("mode", (CHEAP, DEARER)) == 0.0
    assert bits("mode", (CHEAP, DEAR, UNSTATED, UNSTATED)) == 0.5  # half of them state it


def test_the_question_is_the_one_that_splits_most() -> None:
    leads = StackingRule(title="Diploma")
    four = [credential(str(n), mode="online", stacks_into=(leads,) if n % 2 else ()) for n in range(4)]
    assert next_question(LearnerProfile(goal="x"), four, asked=(), spoken_of=()) == "must_stack"


def test_nothing_is_asked_twice_or_that_was_spoken_of_or_beyond_three() -> None:
    profile, two = LearnerProfile(goal="x"), (CHEAP, DEAR)
    first = next_question(profile, two, asked=(), spoken_of=())
    assert first in {"mode", "max_cost", "max_weeks"}
    assert next_question(profile, two, asked=(first,), spoken_of=()) != first
    assert next_question(profile, two, (), spoken_of=("avoid_mode", "free_only", "max_hours_per_week")) is None
    assert next_question(profile, two, asked=("a", "b", "c")[:MAX_QUESTIONS], spoken_of=()) is None


def test_without_a_wish_only_the_wish_is_asked_for() -> None:
    assert next_question(LearnerProfile(country="NZ"), CANDIDATES, (), ()) == "goal"
    assert next_question(LearnerProfile(country="NZ"), CANDIDATES, ("goal",), ()) is None
