"""The right credentials come near, by the wish as it was told, in any words; nothing comes where nothing fits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from catalogue.records import Credential
from catalogue.store import Catalogue
from embeddings.encoder import SentenceEncoder
from recommender.learner_words import VOICE, sentences, tables, wish_sentences
from recommender.matching import language_wanted
from recommender.profile import Held, LearnerProfile
from recommender.recommender import Recommender
from recommender.retrieval import Retriever, full_text, passages, told

WELDING = Credential(
    id="weld", title="Welding pipes", skills=("tig welding", "pipe fitting"), summary="Join steel pipes."
)
BAKING = Credential(id="bake", title="Bread and pastry", outcomes=("Bake bread with sourdough",), skills=("baking",))
FRENCH = Credential(id="french", title="French for beginners", subject="languages")


@pytest.fixture(scope="module")
def small(encoder: SentenceEncoder, tmp_path_factory: pytest.TempPathFactory) -> Retriever:
    """A retriever over three records."""
    return Retriever.open(Catalogue([WELDING, BAKING, FRENCH]), encoder, tmp_path_factory.mktemp("small"))


def found(retriever: Retriever, text: str) -> list[str]:
    return list(retriever.candidates(LearnerProfile(told=text), "", 10))


def test_a_record_is_encoded_as_its_full_text_and_its_skills() -> None:
    assert passages([BAKING]) == [
        ("bake", "Bread and pastry\nBake bread with sourdough\nbaking"),
        ("bake", "baking"),
    ]
    assert [text for _, text in passages([FRENCH])] == ["French for beginners\nlanguages"]
    assert full_text(WELDING).splitlines() == ["Welding pipes", "Join steel pipes.", "tig welding, pipe fitting"]


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("I fill shelves at night and would love to make croissants and loaves for a living.", "bake"),
        ("Which course teaches me to join metal tubes?", "weld"),
        ("moving to Lyon in spring, need to talk to my neighbours", "french"),
    ],
)
def test_learners_words_find_what_the_record_says_in_others(small: Retriever, message: str, first: str) -> None:
    assert found(small, message)[0] == first


def test_every_credential_is_ranked_once_with_falling_relevance(small: Retriever) -> None:
    scores = small.candidates(LearnerProfile(told="bread"), "", 10)
    assert sorted(scores) == ["bake", "french", "weld"]
    assert list(scores.values()) == sorted(scores.values(), reverse=True)


def test_one_vector_of_length_one_stands_for_each_credential(small: Retriever) -> None:
    assert small.vectors.shape == (3, 384)
    assert np.linalg.norm(small.vectors, axis=1) == pytest.approx(np.ones(3), abs=1e-5)


def test_the_story_does_not_pull_the_search_away_from_the_wish(recommender: Recommender) -> None:
    wish = "I want to learn how to run payroll for a small firm."
    story = f"I have driven a lorry for twenty years and my back hurts. We live in Kerry with three dogs. {wish}"
    plain = list(recommender.retriever.candidates(LearnerProfile(told=wish), "", 1))
    assert list(recommender.retriever.candidates(LearnerProfile(told=story), "", 1)) == plain


def test_a_profile_without_any_words_finds_nothing(small: Retriever) -> None:
    assert small.candidates(LearnerProfile(), "", 5) == {}
    assert small.candidates(LearnerProfile(), "   ", 5) == {}


def test_an_empty_catalogue_answers_with_nothing(encoder: SentenceEncoder, tmp_path: Path) -> None:
    assert Retriever.open(Catalogue([]), encoder, tmp_path).candidates(LearnerProfile(told="bread"), "", 5) == {}


def test_the_message_is_searched_by_only_where_the_profile_knows_no_wish() -> None:
    assert told(LearnerProfile(), "cheaper please") == "cheaper please"
    assert told(LearnerProfile(told="I want to bake", goal="bake"), "cheaper please") == "I want to bake"


def test_what_was_added_by_hand_is_searched_by_too_and_a_goal_that_was_replaced_is_not() -> None:
    profile = LearnerProfile(told="I want to learn SQL", goal="SQL", goal_skills=("SQL", "Power BI"))
    assert told(profile) == "I want to learn SQL. Power BI"
    assert told(profile.model_copy(update={"goal": "bookkeeping", "goal_skills": ()})) == "bookkeeping"


def test_a_wish_is_told_by_its_message_and_added_to_by_the_next() -> None:
    first = LearnerProfile(goal_skills=("SQL",)).retold(LearnerProfile(), "I want SQL", is_new=True)
    assert first.told == "I want SQL"
    cheaper = first.model_copy(update={"free_only": True}).retold(first, "make it free", is_new=False)
    assert cheaper.told == "I want SQL"
    more = first.model_copy(update={"goal_skills": ("SQL", "R")}).retold(first, "and R too", is_new=False)
    assert more.told == "I want SQL\nand R too"
    other = first.model_copy(update={"goal_skills": ("welding",)}).retold(first, "no, welding", is_new=False)
    assert other.told == "no, welding"


def test_wish_sentences_leave_the_story_out_and_keep_a_text_without_any() -> None:
    assert (
        wish_sentences("I am a baker. I'd like to learn accounting. Have two kids.") == "I'd like to learn accounting."
    )
    assert wish_sentences("python and data") == "python and data"
    assert sentences("One.  Two!\nThree") == ["One.", "Two!", "Three"]


def test_the_tables_of_learners_words_hold_what_their_file_says() -> None:
    named = [name for name, _ in tables()]
    assert named.count(VOICE) == 30
    assert len(set(named)) > 200
    assert ("beekeeping", "keep bees and sell honey") in tables()


@pytest.mark.parametrize(
    "message",
    ["I want to become a hairdresser with my own salon", "I'd like to groom dogs", "I want to become a sommelier."],
)
def test_where_nothing_fits_nothing_is_shown_as_a_match(recommender: Recommender, message: str) -> None:
    answer = recommender.recommend(LearnerProfile(told=message))
    assert answer.recommendations == () and answer.set_aside == ()


@pytest.mark.parametrize(
    ("role", "title"), [("care assistant", "Care Support (5N0758)"), ("web developer", "Full Stack")]
)
def test_a_job_that_courses_here_lead_to_is_a_match_though_its_title_names_it_better(
    recommender: Recommender, role: str, title: str
) -> None:
    answer = recommender.recommend(LearnerProfile(told=f"I want to be a {role}", goal_role=role))
    assert any(item.credential.title.startswith(title) for item in answer.recommendations)


def test_what_is_near_without_a_match_stands_apart_and_keeps_the_limits(recommender: Recommender) -> None:
    wish = LearnerProfile(told="I'd like to be an electrician.")
    answer = recommender.recommend(wish)
    assert answer.recommendations == () and answer.nearest
    provider = answer.nearest[0].provider
    limited = recommender.recommend(wish.model_copy(update={"avoid_providers": (provider,)}))
    assert provider not in [credential.provider for credential in limited.nearest]


def test_another_language_is_no_match_for_the_one_that_is_wanted(recommender: Recommender) -> None:
    wish = "from scratch, enough to deal with builders and the town hall"
    spanish = recommender.recommend(LearnerProfile(told=f"I'd like to learn Spanish {wish}", goal_skills=("Spanish",)))
    french = recommender.recommend(LearnerProfile(told=f"I'd like to learn French {wish}", goal_skills=("French",)))
    assert spanish.recommendations == ()
    assert "French" in french.recommendations[0].credential.title
    assert language_wanted(LearnerProfile(goal_skills=("Spanish", "bookkeeping"))) == set()


def test_a_held_credential_is_not_recommended_again(recommender: Recommender) -> None:
    wish = LearnerProfile(told="understand dementia")
    first = recommender.recommend(wish).recommendations[0].credential
    again = recommender.recommend(wish.model_copy(update={"held": (Held(title=first.title.upper()),)}))
    assert first.id not in [item.credential.id for item in again.recommendations]
