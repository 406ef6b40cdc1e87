"""The matcher: its weights' errors, its chances, the wishes it was fitted on, and how the floor tells by them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from catalogue.store import Catalogue
from embeddings.encoder import ModelError
from embeddings.match_network import MatchHead, MatchPanel
from embeddings.matcher import Matcher, Request, load_match_panel, save_match_panel
from evaluation.fit_matcher import WISHES, directions, read_invented, read_wishes
from recommender.matching import WEIGHTS, request
from recommender.profile import LearnerProfile
from recommender.recommender import Recommender
from recommender.understanding import Understander

BREAD = "Bread baking\nLearn to mix, prove and bake sourdough and rye loaves.\nbaking, dough"
LAW = "Contract law\nOffer, acceptance and breach in commercial contracts.\nlaw, contracts"


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(WEIGHTS)


def test_what_is_asked_for_has_the_better_chance(matcher: Matcher) -> None:
    asked = Request("I want to learn how to bake bread.", ((0, 34),), ((24, 34),))
    bread, law = matcher.chances(asked, [BREAD, LAW], [0.4, 0.4])
    assert 0 <= law < 0.3 < 0.6 < bread <= 1


def test_a_text_is_judged_alike_alone_and_beside_others(matcher: Matcher) -> None:
    asked = Request("I want to learn how to bake bread.", ((0, 34),))
    together = matcher.chances(asked, [BREAD, LAW, "Bread"], [0.4, 0.2, 0.3])
    alone = [matcher.chances(asked, [text], [near])[0] for text, near in ((BREAD, 0.4), (LAW, 0.2), ("Bread", 0.3))]
    assert np.allclose(together, alone, atol=2e-3)


@pytest.mark.parametrize("text", ["", " ", "…", "\u202e", "x" * 10_000, "🙂" * 300])
def test_any_text_can_be_read(matcher: Matcher, text: str) -> None:
    chances = matcher.chances(Request(text), [text, BREAD], [0.0, -1.0])
    assert chances.shape == (2,) and ((chances >= 0) & (chances <= 1)).all()
    assert matcher.chances(Request(text), [], []).shape == (0,)


def test_a_request_knows_where_it_wishes_and_what_it_names() -> None:
    profile = LearnerProfile(told="I drive a bus. I want to learn Welding, soon.", goal_skills=("welding",))
    asked = request(profile)
    assert [asked.text[start:end] for start, end in asked.wished] == ["I want to learn Welding, soon"]
    assert [asked.text[start:end] for start, end in asked.named] == ["Welding"]


def test_weights_come_back_as_they_were_written(tmp_path: Path) -> None:
    panel = MatchPanel([MatchHead() for _ in range(2)])
    panel.mean, panel.directions = directions(torch.randn(2_000, 1152))
    save_match_panel(panel, tmp_path / "panel")
    again = load_match_panel(tmp_path / "panel").state_dict()
    assert again.keys() == panel.state_dict().keys()
    for name, values in panel.state_dict().items():
        assert np.allclose(again[name], values, atol=2e-2), name


def test_missing_and_damaged_weights_are_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"none cannot be read .*evaluation\.fit_matcher"):
        load_match_panel(tmp_path / "none")
    (tmp_path / "cut").write_bytes(WEIGHTS.read_bytes()[:1000])
    with pytest.raises(ModelError, match="cut cannot be read"):
        load_match_panel(tmp_path / "cut")


def test_the_judged_wishes_name_records_that_exist_and_no_wish_of_an_evaluation_set() -> None:
    ids, texts = set(Catalogue.load().ids), set()
    for path in sorted(WISHES.glob("*.jsonl")):
        if path.stem == "invented":
            continue
        known = ids if path.stem == "default" else set(path.with_suffix(".ids").read_text(encoding="utf-8").split())
        for wish in read_wishes(path):
            assert wish.served <= known, wish.id
            texts.add(wish.text)
    assert len(texts) > 2_000
    for path in WISHES.parent.glob("retrieval-*/*.jsonl"):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert not texts & {row["text"] for row in rows}, path


def test_every_wish_that_nothing_serves_has_a_course_that_would() -> None:
    wishes = [wish for path in WISHES.glob("[cd]*.jsonl") for wish in read_wishes(path)]
    assert {wish.id for wish in wishes if not wish.served} == set(read_invented())


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("Ich möchte mehr über Demenz lernen", "Dementia"),
        ("Je veux apprendre la comptabilité", "Digital Finance"),
        ("データ分析を学びたい", "Data"),
    ],
)
def test_a_wish_that_our_tables_translate_finds_matches(recommender: Recommender, message: str, first: str) -> None:
    profile = Understander().read(message, LearnerProfile()).profile
    titles = [item.credential.title for item in recommender.recommend(profile, message).recommendations]
    assert any(first in title for title in titles), titles


@pytest.mark.parametrize("role", ["care assistant", "data analyst", "accountant", "teacher"])
def test_a_job_that_courses_lead_to_is_a_match_however_shortly_it_is_asked_for(
    recommender: Recommender, role: str
) -> None:
    assert recommender.recommend(LearnerProfile(told=f"I want to be a {role}", goal_role=role)).recommendations
