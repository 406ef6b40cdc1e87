"""The page as a learner uses it, run in this process over the real catalogue and the real model."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from catalogue.coherence import check
from catalogue.definition import assess
from catalogue.records import Credential, Money
from catalogue.store import Catalogue
from interface import chip_editor, profile_form, profile_panel, visit, wording
from interface.escape import link, plain, reply_markdown
from interface.texts.en import ENGLISH
from recommender.profile import Budget, Held, LearnerProfile, LevelRange

PAGE = Path(__file__).parent.parent / "interface" / "page.py"
CARE = "I've been a care assistant for 8 years, I want to move into managing a care home, I have evenings only"
FULL = LearnerProfile(
    told="I want to manage a care home",
    goal="manage a care home",
    goal_role="care home manager",
    goal_skills=("leadership", "budgeting"),
    current_role="care assistant",
    current_skills=("dementia care",),
    country="NZ",
    languages=("en", "mi"),
    max_cost=Budget(amount=500, currency="NZD"),
    free_only=True,
    max_hours_per_week=6,
    max_weeks=12,
    max_hours=80,
    session_hours=2,
    mode="online",
    pacing="self-paced",
    level=LevelRange(framework="NZQCF", min=4, max=6),
    must_stack=True,
    stack_into="Bachelor of Nursing",
    preferences=("cheaper",),
    avoid_assessment=("exam",),
    want_assessment=("portfolio",),
    providers=("Otago Polytechnic",),
    avoid_providers=("Acme",),
    held=(Held(title="First aid", provider="Red Cross"),),
    must_be_micro_credential=True,
)


@pytest.fixture
def page() -> AppTest:
    """A first visit. The assistant is loaded once for all tests, as it is for all visitors."""
    return AppTest.from_file(str(PAGE), default_timeout=120).run()


def say(page: AppTest, message: str) -> AppTest:
    return page.chat_input(key="message").set_value(message).run()


def conversation(page: AppTest) -> visit.Conversation:
    return page.session_state.visit.conversation


def texts_of(page: AppTest) -> str:
    return "\n".join(
        element.value for element in page.main if hasattr(element, "value") and isinstance(element.value, str)
    )


def card_titles(page: AppTest) -> list[str]:
    return [heading.value for heading in page.main.subheader if heading.value[0].isdigit()]


def test_the_first_screen_says_what_this_is_how_long_it_takes_and_what_it_promises(page: AppTest) -> None:
    assert not page.exception
    assert page.title[0].value == ENGLISH.headline
    said = texts_of(page)
    assert ENGLISH.how_long in said
    for _, promise, detail in ENGLISH.promises:
        assert promise in said and detail in said


def test_a_goal_is_answered_with_cards_that_state_level_cost_and_stacking_or_that_they_are_not_stated(
    page: AppTest,
) -> None:
    say(page, CARE)
    assert not page.exception
    results = page.session_state.visit.turns[0].reply.recommendations
    assert len(results) >= 3
    assert card_titles(page) == [f"{rank}. {plain(item.credential.title)}" for rank, item in enumerate(results, 1)]
    said = texts_of(page)
    for item in results:
        assert plain(wording.level(item.credential, ENGLISH)) in said
        assert plain(wording.cost(item.credential, ENGLISH)) in said
        for line in item.stacking:
            assert plain(line) in said
    assert said.count(ENGLISH.stacks_heading) == len(results)


def test_an_example_asks_itself_at_a_click(page: AppTest) -> None:
    page.button(key="example-1").click().run()
    assert page.session_state.visit.turns[0].said == ENGLISH.examples[1]
    assert page.chat_message[0].text[0].value == ENGLISH.examples[1]


def test_taking_out_a_chip_changes_the_profile_and_the_answer_follows(page: AppTest) -> None:
    say(page, "I want to learn data analysis, online, at most 5 hours a week")
    before = conversation(page).profile
    chip = next(iter(profile_panel.chips(before, ENGLISH)))
    button = next(item for item in page.button if (item.key or "").startswith(f"remove-side-{chip.slot}-"))
    button.click().run()
    assert not page.exception
    assert conversation(page).profile == chip.without
    assert page.session_state.visit.turns[-1].said == ENGLISH.removed.format(words=chip.words)


def test_a_chip_is_confirmed_at_a_click_and_the_answer_stays(page: AppTest) -> None:
    say(page, "I want to learn data analysis, at most 5 hours a week")
    n_turns = len(page.session_state.visit.turns)
    key = next(item.key for item in page.button if (item.key or "").startswith("confirm-side-max_hours_per_week-"))
    assert page.button(key=key).label == "Confirm: At most 5 hours a week"
    page.button(key=key).click().run()
    assert not page.exception
    assert key not in {item.key for item in page.button}
    assert page.session_state.visit.confirmed == {"At most 5 hours a week"}
    assert len(page.session_state.visit.turns) == n_turns


def test_a_changed_chip_takes_the_place_of_the_old_one() -> None:
    profile = LearnerProfile(goal_skills=("python", "sql"), told="python and sql", max_hours_per_week=5.0)
    other = chip_editor.changed(profile, "goal_skills", "sql", "statistics")
    assert (other.goal_skills, other.told) == (("python", "statistics"), None)
    assert chip_editor.changed(profile, "goal_skills", "sql", None).goal_skills == ("python",)
    more = chip_editor.changed(profile, "max_hours_per_week", 5.0, 8.0)
    assert (more.max_hours_per_week, more.told) == (8.0, profile.told)


def test_what_was_saved_is_on_the_shortlist_and_in_the_file_to_take_away(page: AppTest, catalogue: Catalogue) -> None:
    say(page, CARE)
    first = page.session_state.visit.turns[0].reply.recommendations[0].credential
    page.button(key=f"save-0-{first.id}").click().run()
    assert conversation(page).saved == (first.id,)
    assert page.button(key=f"unsave-{first.id}").label == plain(first.title)
    page.button(key=f"unsave-{first.id}").click().run()
    assert conversation(page).saved == ()


def test_the_drawer_shows_a_score_whose_parts_add_up(page: AppTest) -> None:
    say(page, CARE)
    first = page.session_state.visit.turns[0].reply.recommendations[0]
    page.button(key=f"details-0-{first.credential.id}").click().run()
    table = next(item.value for item in page.table if ENGLISH.score_points in item.value)
    points = [float(text) for text in table[ENGLISH.score_points]]
    assert list(table[ENGLISH.score_part])[-1] == ENGLISH.score_total
    assert points[-1] == pytest.approx(sum(points[:-1]), abs=0.001 * len(points))


def test_the_drawer_shows_stricter_definitions_the_label_as_a_claim_and_the_day_of_reading(page: AppTest) -> None:
    say(page, CARE)
    first = page.session_state.visit.turns[0].reply.recommendations[0].credential
    page.button(key=f"details-0-{first.id}").click().run()
    assert not page.exception
    told = "\n".join(item.value for item in page.markdown).replace("\\", "")
    verdict = assess(first)
    assert ENGLISH.stricter_heading in told and verdict.eu_in_words in told and verdict.label_in_words in told
    for stricter in verdict.stricter:
        assert f"[{stricter.name}](<{stricter.source}>): {stricter.answer_in_words}" in told
    assert check(first, verdict, date.today()).age_in_words in told


def test_a_table_shows_which_result_names_which_wanted_skill(page: AppTest) -> None:
    say(page, CARE)
    found = page.session_state.visit.turns[0].reply.recommendations
    table = next(item.value for item in page.table if ENGLISH.matrix_skill in item.value)
    assert list(table[ENGLISH.matrix_skill]) == [item.skill for item in found[0].covers]
    for rank, result in enumerate(found, start=1):
        (cells,) = (table[column] for column in table if column.startswith(f"{rank}. "))
        assert [cell != ENGLISH.matrix_no for cell in cells] == [item.record is not None for item in result.covers]


def test_starting_over_forgets_everything(page: AppTest) -> None:
    say(page, CARE)
    page.button(key="start-over").click().run()
    assert page.title[0].value == ENGLISH.headline
    assert conversation(page) == visit.Conversation()


def test_what_a_learner_types_is_shown_as_typed(page: AppTest) -> None:
    typed = "**bold** <b>x</b> $a$ :material/home: [link](https://example.org)"
    say(page, typed)
    assert page.chat_message[0].text[0].value == typed


def test_a_failure_is_a_calm_sentence_and_loses_nothing(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    say(page, "I want to learn data analysis")
    before = conversation(page)

    def broken() -> None:
        raise RuntimeError("the index fell over")

    with monkeypatch.context() as patch:
        patch.setattr(visit, "load_assistant", broken)
        say(page, "and something free")
    assert not page.exception
    assert page.warning[0].value == ENGLISH.something_failed
    assert conversation(page) == before
    say(page, "and something free")
    assert page.session_state.visit.turns[-1].reply is not None


def test_earlier_results_shrink_to_a_list_when_new_ones_come(page: AppTest) -> None:
    say(page, CARE)
    say(page, "I want to learn data analysis instead")
    newest = page.session_state.visit.turns[-1].reply.recommendations
    assert card_titles(page) == [f"{rank}. {plain(item.credential.title)}" for rank, item in enumerate(newest, 1)]


@pytest.mark.parametrize("slot", [None, *profile_form.FIELDS_OF])
def test_the_fields_of_a_slot_hold_what_the_profile_says(slot: str | None) -> None:
    def form(slots: dict[str, object], slot: str | None) -> None:
        import streamlit as st

        from interface import profile_form
        from interface.texts.en import ENGLISH
        from recommender.profile import LearnerProfile

        profile = LearnerProfile.model_validate(slots)
        st.session_state.form_values = profile_form.read(profile, ENGLISH, slot)

    drawn = AppTest.from_function(form, args=(FULL.model_dump(), slot)).run(timeout=30)
    assert not drawn.exception
    held = drawn.session_state.form_values
    assert slot in {None, "avoid_mode", *held}
    assert held == {name: getattr(FULL, name) for name in held}


def test_every_slot_of_a_profile_is_shown_as_a_chip_or_as_part_of_one() -> None:
    shown = {chip.slot for chip in profile_panel.chips(FULL, ENGLISH)}
    assert shown == set(LearnerProfile.model_fields) - {"told", "session_hours", "avoid_mode"}
    assert set(ENGLISH.chips) == set(LearnerProfile.model_fields) - {"told"}


def test_a_wish_taken_out_is_no_longer_searched_by_either() -> None:
    wishes = [chip for chip in profile_panel.chips(FULL, ENGLISH) if chip.slot in profile_panel.WISHES]
    limits = [chip for chip in profile_panel.chips(FULL, ENGLISH) if chip.slot == "max_weeks"]
    assert [chip.without.told for chip in wishes] == [None] * len(wishes)
    assert [chip.without.told for chip in limits] == [FULL.told]


def test_taking_out_every_chip_leaves_an_empty_profile() -> None:
    profile = FULL.model_copy(update={"avoid_mode": "in person"})
    for _ in range(100):
        chip = next(iter(profile_panel.chips(profile, ENGLISH)), None)
        if chip is None:
            break
        profile = chip.without
    assert profile == LearnerProfile()


def test_chips_speak_in_words_and_not_in_codes() -> None:
    words = {chip.slot: chip.words for chip in profile_panel.chips(FULL, ENGLISH)}
    assert words["country"] == "Country: New Zealand"
    assert words["max_cost"] == "At most 500 NZD"
    assert words["level"] == "NZQCF level 4 to 6"
    assert words["mode"] == "Online"


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (LevelRange(framework="NFQ", min=7, max=7), "NFQ level 7"),
        (LevelRange(min=5), "Level 5 or higher"),
        (LevelRange(framework="EQF", max=4), "EQF level 4 or lower"),
        (LevelRange(framework="EQF"), "EQF"),
    ],
)
def test_a_range_of_levels_reads_as_people_say_it(wanted: LevelRange, words: str) -> None:
    (chip,) = profile_panel.chips(LearnerProfile(level=wanted), ENGLISH)
    assert chip.words == words


def test_time_is_told_as_stated_and_at_the_learners_own_pace() -> None:
    bare = Credential(id="a", title="A")
    hours = Credential(id="a", title="A", workload_hours=60)
    assert wording.time(bare, 5, ENGLISH) == "Time not stated"
    assert wording.time(Credential(id="a", title="A", evidence_based=True), 5, ENGLISH) == ENGLISH.no_fixed_hours
    assert wording.time(hours, None, ENGLISH) == "60 hours in all"
    assert wording.time(hours, 5, ENGLISH) == "60 hours in all, about 12 weeks at your 5 hours a week"
    assert wording.time(Credential(id="a", title="A", duration_weeks=1), 5, ENGLISH) == "1 week"


def test_a_price_carries_its_currency_and_nothing_is_not_the_same_as_unknown() -> None:
    assert wording.cost(Credential(id="a", title="A"), ENGLISH) == "Cost not stated"
    assert wording.cost(Credential(id="a", title="A", cost=Money(amount=0, currency="EUR")), ENGLISH) == "Free"
    assert wording.cost(Credential(id="a", title="A", cost=Money(amount=1200, currency="MYR")), ENGLISH) == "1,200 MYR"


def test_a_level_is_never_shown_bare(catalogue: Catalogue) -> None:
    for credential in catalogue:
        words = wording.level(credential, ENGLISH)
        assert not re.fullmatch(r"[\d.]+", words)
        if credential.level and credential.level.value:
            assert credential.level.value in words or words[0].isupper()
        if credential.level is None:
            assert words == "Level not stated"


def test_a_card_shows_each_awards_share_as_a_bar_with_how_sure_it_is_and_the_evidence(page: AppTest) -> None:
    say(page, "I want to learn about sustainability and climate")
    bars = [element.text.replace("\\", "") for element in page.main.get("progress")]
    assert "20% of Una Europa Micro-credential in Sustainability (on a condition)" in bars
    captions = [element.value.replace("\\", "") for element in page.main.caption]
    assert any(text.startswith("Conditional: being a degree student") and "decides." in text for text in captions)


def test_what_no_longer_counts_has_no_bar(page: AppTest) -> None:
    say(page, "I want to learn child development for early childhood care in Ireland")
    assert any("Does not count towards Early Childhood Care" in text for text in texts_of(page).splitlines())
    assert any(text.value.replace("\\", "").startswith("Blocked: expiry") for text in page.main.caption)
    assert not any("5M2009" in element.text for element in page.main.get("progress"))


def test_a_reply_keeps_its_emphasis_and_links_and_loses_pictures_and_formulas() -> None:
    assert reply_markdown("**5** results, [source](https://a.org)") == "**5** results, [source](https://a.org)"
    assert reply_markdown("![x](https://a.org/p.png) $5 <i>") == r"\![x](https://a.org/p.png) \$5 \<i>"
    assert reply_markdown(":material/home:") != ":material/home:"


def test_an_address_cannot_end_its_link_early() -> None:
    assert link("Source", "https://a.org/x)[y](z") == "[Source](<https://a.org/x%29%5By%5D%28z>)"


def test_what_evidence_earns_is_offered_to_be_proved_and_the_sheet_can_be_taken_away(page: AppTest) -> None:
    say(page, "I want to learn about data storage for teaching")
    assert any("You may be able to prove" in element.value for element in page.main.markdown)
    key = next(
        button.key
        for button in page.main.button
        if button.key and button.key.startswith("details-") and "wyoming" in button.key
    )
    page.button(key=key).click().run()
    assert not page.exception
    assert ENGLISH.evidence_sheet in [element.proto.label for element in page.get("download_button")]
