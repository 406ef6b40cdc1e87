"""A reason shows both sides, the learner's words and the record's, and says nothing that either does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalogue.records import Credential, Level, Money
from embeddings.encoder import SentenceEncoder
from evaluation.faithfulness import check, check_changes, check_set_aside
from evaluation.random_profiles import profiles
from recommender import explanation
from recommender.answer import Coverage, Evidence, WouldBeFirst
from recommender.profile import Budget, Held, LearnerProfile
from recommender.recommender import Recommender
from recommender.relaxation import Relaxation

BAKING = Credential(
    id="bake",
    title="Bread and pastry",
    outcomes=("Bake sourdough bread", "Keep a kitchen clean"),
    skills=("cake decoration",),
    level=Level(framework="NFQ", value="6"),
)


def test_phrases_are_the_learners_own_words_without_their_openings() -> None:
    profile = LearnerProfile(told="I drive a bus. I'd like to learn bread baking, and how to decorate cakes.")
    assert explanation.phrases(profile) == ["bread baking", "decorate cakes"]
    assert all(phrase in (profile.told or "") for phrase in explanation.phrases(profile))


def test_each_phrase_is_answered_by_the_claim_that_means_the_same(encoder: SentenceEncoder) -> None:
    profile = LearnerProfile(told="I want to learn baking sourdough, decorating cakes.")
    pairs = explanation.evidence(BAKING, profile, encoder)
    assert {(pair.learner, pair.field, pair.record) for pair in pairs} == {
        ("baking sourdough", "outcomes", "Bake sourdough bread"),
        ("decorating cakes", "skills", "cake decoration"),
    }
    assert [pair.strength for pair in pairs] == sorted((pair.strength for pair in pairs), reverse=True)


def test_without_a_close_pair_the_reason_claims_none(encoder: SentenceEncoder) -> None:
    profile = LearnerProfile(told="I want to learn quantum field theory.")
    assert explanation.evidence(BAKING, profile, encoder) == ()
    lines = explanation.why(BAKING, (), (), profile)
    assert lines == ("Its description is close to what you wrote; its subject is not stated.",)


def test_a_skill_is_named_by_its_own_words_or_by_the_same_meaning_and_never_by_nothing() -> None:
    assert explanation.names_skill("Wound care at home", "wound care", 0.1)
    assert explanation.names_skill("wound management", "wound care", 0.87)
    assert not explanation.names_skill("care planning", "managing a care home", 0.69)
    assert not explanation.names_skill("care planning", "of the", 0.1)


def test_covered_and_missing_skills_are_both_told() -> None:
    covers = [Coverage("SQL", "query databases", 0.6), Coverage("R", None, 0.1)]
    lines = explanation.why(BAKING, [Evidence("SQL", "sql", "skills", 0.9)], covers, LearnerProfile())
    assert lines == (
        "You said “SQL”; a skill it names: sql.",
        "Of the skills you want it names: SQL.",
        "Its outcomes and skills do not mention: R.",
    )


@pytest.mark.parametrize(
    ("held", "step"),
    [
        ("NFQ 5", "NFQ Level 6 is the next level up from what you hold."),
        ("NFQ 6", "NFQ Level 6 stands at about the level that you hold already."),
        ("NFQ 8", "NFQ Level 6 stands below what you hold already."),
        (None, None),
    ],
)
def test_the_step_in_level_is_told_from_what_is_held(held: str | None, step: str | None) -> None:
    told = explanation.level_step(BAKING, LearnerProfile(held=(Held(title="award", level=held),)))
    assert told == step if step is None else told is not None and told.lower() == step.lower()


def test_a_limit_that_cannot_be_checked_is_told_before_what_else_is_missing(recommender: Recommender) -> None:
    profile = LearnerProfile(told="dementia care", max_cost=Budget(amount=100, currency="EUR"))
    for item in recommender.recommend(profile).recommendations:
        if item.credential.cost is None:
            assert item.caveats[0].startswith("Cost not stated: whether it is at most 100 EUR cannot be checked.")
            assert "Cost not stated." not in item.caveats


def test_a_contrast_names_the_part_that_makes_the_difference() -> None:
    above, below = {"relevance": 0.5, "stacking": 0.03}, {"relevance": 0.49, "stacking": 0.0}
    assert explanation.contrast(above, below, "B") == (
        "It stands above “B” mostly because it leads to the award you want (+0.03 of +0.04)."
    )
    assert explanation.contrast(below, below, "B") == "It and “B” score nearly the same."


def test_what_is_set_aside_says_which_fact_breaks_which_limit_and_its_place_without(recommender: Recommender) -> None:
    profile = LearnerProfile(told="I want to speak French", max_cost=Budget(amount=100, currency="USD"))
    aside = {item.credential.id: item for item in recommender.recommend(profile).set_aside}
    french = aside["gb-king-s-college-london-learn-french-for-global-communication-level-1"]
    assert french.constraint == "max_cost"
    assert french.says == "Costs 864 USD, but you asked for: at most 100 USD. Without that it would be number 1."


def test_no_statement_goes_beyond_the_record_or_the_learner(recommender: Recommender) -> None:
    n_shown, n_changes, errors = 0, 0, []
    for profile in profiles(recommender.catalogue, 40, seed=7):
        answer = recommender.recommend(profile)
        n_shown += len(answer.recommendations)
        errors += [error for item in answer.recommendations for error in check(item, profile)]
        errors += [error for item in answer.set_aside for error in check_set_aside(item, profile)]
        errors += check_changes(answer, profile, recommender)
        n_changes += len(answer.would_be_first) + sum(len(item.overturns) for item in answer.recommendations)
    assert n_shown > 60 and n_changes > 60
    assert errors == []


def test_the_checker_finds_a_change_that_would_change_nothing(recommender: Recommender) -> None:
    profile = LearnerProfile(told="I want to understand dementia", max_cost=Budget(amount=50, currency="EUR"))
    answer = recommender.recommend(profile)
    first, second, *_ = answer.recommendations
    facts = {"cost": Money(amount=1, currency="EUR"), "level": None}
    priced = replace(second, credential=second.credential.model_copy(update=facts))
    behind = f"It stands {first.score - second.score:.3f} behind “{first.credential.title}”"
    lies = replace(
        priced,
        overturns=(
            "It stands 0.999 behind “Alchemy”; its cost, not stated, could turn that round.",
            f"{behind}; its cost, not stated, could turn that round.",
            f"{behind}; its level, not stated, could turn that round.",
            "It would drop out if this turned out otherwise. Cost not stated, so your limit cannot be checked.",
        ),
    )
    loosened = Relaxation(("max_cost",), profile.model_copy(update={"max_cost": None}), (second.credential.id,))
    untrue = replace(
        answer,
        recommendations=(first, lies),
        would_be_first=(WouldBeFirst(second.credential, loosened), WouldBeFirst(BAKING, loosened)),
    )
    reasons = [error.reason for error in check_changes(untrue, profile, recommender)]
    assert reasons == [
        f"{first.credential.title} stands {first.score - second.score:.3f} above it",
        "its ['cost'] is stated",
        "['level'] counts nothing for this learner",
        "its cost is stated",
        "it is shown already",
        "another one comes first then",
    ]


def test_the_checker_finds_a_statement_that_is_not_so(recommender: Recommender) -> None:
    profile = LearnerProfile(told="I want to understand dementia")
    item = recommender.recommend(profile).recommendations[0]
    lies = replace(
        item,
        credential=item.credential.model_copy(update={"stacks_into": ()}),
        why=("You said “I want gold”; you learn to: Make gold.",),
        caveats=("Counts towards BSc in Alchemy.", "It takes 4711 hours."),
        score=item.score + 1,
    )
    assert {error.reason.split(":")[0] for error in check(lies, profile)} == {
        "the learner never said so",
        "the record has only []",
        "figures from nowhere",
        "the parts do not make the score",
    }
