"""What would change the order is told only where a changed limit, or a fact not stated, really would change it."""

from __future__ import annotations

from catalogue.records import Credential, Money
from recommender.counterfactual import could_overturn, would_be_first
from recommender.limit_words import limit_checks
from recommender.profile import Budget, LearnerProfile
from recommender.ranking import Scored
from recommender.settings import Weights
from recommender.skill_gap import MEASURES, _smallest

SHORT = Credential(id="short", title="Short course", hours_per_week=4.0)
LONG = Credential(id="long", title="Long course", hours_per_week=8.0)
WEAK = Credential(id="weak", title="Weak course", hours_per_week=6.0)
RANKED = [Scored(LONG, {"relevance": 0.6}), Scored(SHORT, {"relevance": 0.5}), Scored(WEAK, {"relevance": 0.1})]
BUSY = LearnerProfile(max_hours_per_week=5)


def first_under(profile: LearnerProfile) -> Credential | None:
    pace = profile.max_hours_per_week or 99
    return next(item.credential for item in RANKED if (item.credential.hours_per_week or 0) <= pace)


def test_the_smallest_change_that_puts_another_first_is_told() -> None:
    (found,) = would_be_first(RANKED, {"long", "weak"}, BUSY, first_under)
    assert (found.credential.id, found.relaxation.slots, found.relaxation.value) == ("long", ("max_hours_per_week",), 8)


def test_what_stands_behind_the_first_anyway_is_not_told() -> None:
    assert would_be_first(RANKED[1:], {"weak"}, BUSY, first_under) == ()


def test_an_unknown_fact_is_told_where_it_could_take_a_result_out_or_up() -> None:
    profile = LearnerProfile(max_cost=Budget(amount=100, currency="EUR"))
    above = Scored(Credential(id="a", title="First", cost=Money(amount=50, currency="EUR")), {"relevance": 0.505})
    item = Scored(SHORT, {"relevance": 0.5})
    lines = could_overturn(item, above, limit_checks(SHORT, profile), profile, Weights())
    assert lines[0].startswith("It would drop out if this turned out otherwise. Cost not stated")
    assert lines[1] == "It stands 0.005 behind “First”; its cost, not stated, could turn that round."
    better = Scored(SHORT, {"relevance": 0.6})  # below all the same, for saying nearly what another says
    assert len(could_overturn(better, above, limit_checks(SHORT, profile), profile, Weights())) == 1
    far = Scored(SHORT, {"relevance": 0.2})
    assert len(could_overturn(far, above, limit_checks(SHORT, profile), profile, Weights())) == 1


def test_the_smallest_set_is_smallest_by_its_own_measure() -> None:
    both = Credential(id="both", title="Both", cost=Money(amount=300, currency="EUR"), workload_hours=100.0)
    one = Credential(id="one", title="One", cost=Money(amount=50, currency="EUR"), workload_hours=70.0)
    other = Credential(id="other", title="Other", cost=Money(amount=60, currency="EUR"), workload_hours=80.0)
    named = {"accounting": (both, one), "payroll": (both, other), "law": ()}
    found = {name: _smallest(name, amount, tuple(named), named) for name, amount in MEASURES.items()}
    chosen = {name: ([item.id for item in cover.credentials], cover.total) for name, cover in found.items() if cover}
    assert chosen == {"credentials": (["both"], 1), "cost": (["one", "other"], 110), "hours": (["both"], 100)}
    assert found["cost"] is not None and found["cost"].open == ("law",)
