"""Questions about what one result is worth, as they are asked in conversation: each answer is its record's."""

from __future__ import annotations

from datetime import date

import pytest

from catalogue.definition import assess
from catalogue.trust import signals
from recommender.dialogue import Assistant, Conversation, Reply
from recommender.profile import LearnerProfile
from recommender.recommender import Recommender

AUTOMOTIVE = "nz-mito-new-zealand-startup-ignition-automotive-micro-credential"
PURDUE = "us-purdue-university-college-of-data-science-modules-non-credit-continuing-educa"


@pytest.fixture(scope="module")
def assistant(recommender: Recommender) -> Assistant:
    return Assistant(recommender)


def ask(assistant: Assistant, message: str, *shown: str, country: str | None = None) -> Reply:
    """Return the answer to a message where these results are shown, the first of them in hand."""
    profile = LearnerProfile(country=country)
    conversation = Conversation(shown=shown, focus=shown[0] if shown else None, profile=profile)
    return assistant.reply(conversation, message)[1]


@pytest.mark.parametrize(
    "question",
    [
        "is the first one a micro-credential?",
        "is this really a microcredential or just a certificate?",
        "is number 1 a proper micro-credential?",
    ],
)
def test_whether_one_result_is_a_micro_credential_is_answered_of_that_result(
    assistant: Assistant, recommender: Recommender, question: str
) -> None:
    credential = recommender.catalogue[AUTOMOTIVE]
    verdict = assess(credential)
    text = ask(assistant, question, AUTOMOTIVE, PURDUE, country="IE").text
    for said in (verdict.in_words, verdict.oepass_in_words, verdict.label_in_words, verdict.eu_in_words):
        assert said in text
    for stricter in verdict.stricter:
        assert stricter.in_words in text
    assert credential.source_url and credential.source_url in text


def test_the_same_words_without_a_result_in_hand_ask_what_the_word_means(assistant: Assistant) -> None:
    assert "proof of a small, focused piece of learning" in ask(assistant, "what is a micro-credential?").text
    about_all = ask(assistant, "what is a micro-credential?", AUTOMOTIVE)
    assert "proof of a small, focused piece of learning" in about_all.text


@pytest.mark.parametrize("question", ["how is this assessed?", "how would I be tested in the first one?"])
def test_how_one_result_is_assessed_is_answered_with_who_assesses(
    assistant: Assistant, recommender: Recommender, question: str
) -> None:
    credential = recommender.catalogue[AUTOMOTIVE]
    text = ask(assistant, question, AUTOMOTIVE, PURDUE).text
    assert ", ".join(credential.assessment) in text and "Who assesses: " in text
    assert credential.source_url and credential.source_url in text


def test_an_assessment_that_is_not_stated_is_told_as_unknown_with_a_warning(assistant: Assistant) -> None:
    text = ask(assistant, "how is this assessed?", PURDUE).text
    assert "Assessment: unknown (the source does not say)" in text and "ask before you pay" in text


def test_every_sign_of_trust_is_told_one_by_one(assistant: Assistant, recommender: Recommender) -> None:
    credential = recommender.catalogue[AUTOMOTIVE]
    text = ask(assistant, "can I trust this one?", AUTOMOTIVE).text
    for signal in signals(credential, assess(credential), date.today()):
        line = next(line for line in text.splitlines() if line.startswith(f"- {signal.name}:"))
        assert f"{signal.standing} (" in line and (signal.value is None or signal.value[:20] in line)


def test_a_level_is_told_with_the_learner_s_own_scale_and_the_sources_of_both(assistant: Assistant) -> None:
    text = ask(assistant, "what level is this one?", AUTOMOTIVE, country="IE").text
    assert "NZQCF level 2" in text and "On the scale of your country: NZQCF level 2 compares with NFQ level 4" in text
    assert "https://www2.nzqa.govt.nz/international/recognition-arrangements/ireland-nz" in text


def test_a_us_credential_without_a_level_is_told_why(assistant: Assistant) -> None:
    text = ask(assistant, "what level is the first one?", PURDUE).text
    assert "states no level" in text and "no national qualifications framework" in text
    assert "http://connectingcredentials.org/framework/" in text


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("who assesses micro-credentials in Ireland?", "We found no rule on this for Ireland: who assesses."),
        ("where are micro-credentials recorded in Canada?", "We found no rule on this for Canada: portability."),
    ],
)
def test_a_rule_that_was_not_found_is_said_not_to_be_found(assistant: Assistant, question: str, says: str) -> None:
    assert says in ask(assistant, question).text
