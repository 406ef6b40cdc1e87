"""What a message points at in the list that was shown, in six languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.records import Credential, Level, Money
from recommender.conversation import Conversation
from recommender.profile import LearnerProfile
from recommender.references import facts_asked, find_references, measure_of, normal, pick, sorted_by, steps_back

WOUNDS = Credential(
    id="wounds",
    title="Wound Care in Practice",
    provider="University of Galway",
    skills=("nursing", "wound care"),
    cost=Money(amount=300, currency="EUR"),
    workload_hours=40,
    level=Level(framework="NFQ", value="8"),
)
DATA = Credential(
    id="data",
    title="Data for Beginners",
    provider="Otago Polytechnic",
    platform="edX",
    cost=Money(amount=0, currency="NZD"),
    workload_hours=100,
    level=Level(framework="NZQCF", value="4"),
)
SOLAR = Credential(id="solar", title="Solar Panels", provider="Otago Polytechnic", duration_weeks=2)
WELDING = Credential(id="welding", title="Robot Welding", provider="TAFE NSW")
SHOWN = (WOUNDS, DATA, SOLAR, WELDING)


def ids(message: str, focus: Credential | None = None, compared: tuple[Credential, ...] = ()) -> list[str]:
    return [item.id for item in find_references(message, SHOWN, focus, compared).credentials]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("does the second one count towards a master's?", ["data"]),
        ("put the second one against the fourth for me", ["data", "welding"]),
        ("compare 1 and 3", ["wounds", "solar"]),
        ("compare 1, 2 and 4", ["wounds", "data", "welding"]),
        ("ok whats the diff between no 2 and no 3", ["data", "solar"]),
        ("gimme more like number 2", ["data"]),
        ("#4 please", ["welding"]),
        ("compare the first two", ["wounds", "data"]),
        ("what is the last one about", ["welding"]),
        ("save all of them", ["wounds", "data", "solar", "welding"]),
        ("一番目と二番目を比べてください", ["wounds", "data"]),
        ("1と3を比べて", ["wounds", "solar"]),
        ("ceritakan tentang yang kedua", ["data"]),
        ("pourquoi la deuxième ?", ["data"]),
        ("warum der dritte?", ["solar"]),
        ("guarda el último", ["welding"]),
        ("vergleiche 1 und 2", ["wounds", "data"]),
        ("bandingkan 1 dan 4", ["wounds", "welding"]),
    ],
)
def test_a_place_in_the_list_is_followed_in_every_language(message: str, expected: list[str]) -> None:
    assert ids(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("tell me more about that nursing one", ["wounds"]),
        ("what about the Galway course", ["wounds"]),
        ("is the edX one free", ["data"]),
        ("why Robot Welding?", ["welding"]),
    ],
)
def test_a_result_is_found_by_what_is_said_of_it(message: str, expected: list[str]) -> None:
    assert ids(message) == expected


@pytest.mark.parametrize(
    "message", ["8 hours a week", "i want 10 not 5", "level 2 ones", "2 months", "max 3 weeks", "£4"]
)
def test_a_figure_is_no_place_in_the_list(message: str) -> None:
    assert ids(message) == []


def test_a_number_beyond_the_list_is_reported_and_the_others_kept() -> None:
    found = find_references("compare 1 and 9", SHOWN, None, ())
    assert [item.id for item in found.credentials] == ["wounds"]
    assert found.missing == (9,)


def test_a_pronoun_means_the_one_last_spoken_of_and_is_not_explicit() -> None:
    found = find_references("who assesses it?", SHOWN, SOLAR, ())
    assert found.credentials == (SOLAR,)
    assert not found.is_explicit


def test_both_means_the_two_that_were_compared() -> None:
    assert ids("save both", compared=(DATA, SOLAR)) == ["data", "solar"]


def test_the_cheaper_of_the_two_is_chosen_among_those_compared() -> None:
    assert ids("save the cheaper of the two", compared=(WOUNDS, DATA)) == ["data"]
    assert ids("save the quicker of the two", compared=(WOUNDS, SOLAR)) == ["solar"]  # 40 hours, and 2 weeks of 10


def test_a_measure_that_nobody_states_decides_nothing() -> None:
    found = find_references("save the cheaper of the two", SHOWN, None, (SOLAR, WELDING))
    assert found.credentials == ()
    assert found.undecided == "cheaper"


@pytest.mark.parametrize(
    ("message", "measure"),
    [
        ("anything cheaper?", "cheaper"),
        ("もっと安いものはありますか？", "cheaper"),
        ("ada yang lebih murah tak?", "cheaper"),
        ("quelque chose de plus court", "shorter"),
        ("etwas Schwierigeres", "harder"),
        ("algo más fácil", "easier"),
        ("a course on cheap cooking", None),
    ],
)
def test_a_wish_to_compare_is_told_by_its_measure(message: str, measure: str | None) -> None:
    assert measure_of(normal(message)) == measure


def test_what_is_not_stated_comes_last_in_every_order() -> None:
    assert [item.id for item in sorted_by("cheaper", SHOWN)] == ["data", "wounds", "solar", "welding"]
    assert [item.id for item in sorted_by("longer", SHOWN)] == ["data", "wounds", "solar", "welding"]
    assert [item.id for item in sorted_by("harder", SHOWN)] == ["wounds", "data", "solar", "welding"]
    assert pick("cheaper", (SOLAR, WELDING)) is None


@pytest.mark.parametrize(
    ("message", "language", "n"),
    [
        ("undo", "en", 1),
        ("undo the last two changes", "en", 2),
        ("go back three steps", "en", 3),
        ("take the last 4 back please", "en", 4),
        ("undo that twice", "en", 2),
        ("undo the 300 euros", "en", 1),
        ("undo the 5 hours", "en", 1),
        ("mach die letzten zwei Änderungen rückgängig", "de", 2),
        ("annule les deux dernières modifications", "fr", 2),
        ("deshaz los dos últimos cambios", "es", 2),
        ("batalkan dua perubahan terakhir", "ms", 2),
        ("最後の二つの変更を元に戻して", "ja", 2),
        ("3つ前に戻して", "ja", 3),
    ],
)
def test_how_many_changes_to_take_back_is_read_in_every_language(message: str, language: str, n: int) -> None:
    assert steps_back(message, language) == n


@given(ids=st.lists(st.integers(1, 9), max_size=8), n=st.integers(1, 12))
def test_taking_several_changes_back_is_taking_one_back_as_often(ids: list[int], n: int) -> None:
    conversation = Conversation()
    for hours in ids:
        conversation = conversation.with_profile(LearnerProfile(max_hours=hours))
    one_by_one = conversation
    for _ in range(n):
        one_by_one = one_by_one.undone()
    assert conversation.undone(n) == one_by_one


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("what does the first one cost?", ["cost"]),
        ("how much is it", ["cost"]),
        ("how long does the second one take?", ["time"]),
        ("was kostet das erste?", ["cost"]),
        ("combien coûte le premier ?", ["cost"]),
        ("¿cuánto dura el segundo?", ["time"]),
        ("berapa harga yang pertama?", ["cost"]),
        ("一番目はいくらですか", ["cost"]),
        ("what are the entry requirements?", ["prerequisites"]),
        ("how much of the degree is that", []),
        ("why the second one?", []),
    ],
)
def test_the_fact_that_is_asked_for_is_read_in_every_language(message: str, asked: list[str]) -> None:
    assert facts_asked(message) == asked


def test_a_word_of_the_title_says_more_than_one_of_the_skills() -> None:
    other = Credential(id="a", title="Data Science modules", skills=("python",))
    meant = Credential(id="b", title="Algorithms using Python", skills=("python",))
    plain = Credential(id="c", title="Leadership")
    found = find_references("is the python one recognised?", (other, meant, plain), None, ())
    assert found.credentials == (meant,)


def test_both_are_two_even_after_four_were_compared() -> None:
    assert ids("save both", compared=SHOWN) == ["wounds", "data"]
