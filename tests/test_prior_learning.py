"""Held credentials are recognised by title and provider, and evidence stands beside the outcome that it may prove."""

from __future__ import annotations

import pytest

from catalogue.records import Credential
from catalogue.store import Catalogue
from embeddings.encoder import SentenceEncoder
from recommender.prior_learning import evidence_sheet, held_ids, held_in, prove_instead, recognise, statements
from recommender.profile import Held, LearnerProfile

SLIGO = "ie-institute-of-technology-slig-six-sigma-i-quality-tools"
HELSINKI = "fi-university-of-helsinki-introduction-to-sustainability"


@pytest.mark.parametrize(
    ("title", "provider", "expected"),
    [
        ("Six Sigma I (Quality Tools)", "IT Sligo", SLIGO),
        ("six sigma 1 quality tools", "IT Sligo", SLIGO),
        ("six sigma 2 quality tools", "IT Sligo", None),
        ("Introduction to Sustainabilty", "University of Helsinki", HELSINKI),
        ("Introduction to Sustainability", "University of Bologna", None),
        ("Climate now", None, "fi-university-of-helsinki-climate-now"),
        (
            "Google IT Support Professional Certificate",
            "Google",
            "us-google-google-it-support-professional-certificate",
        ),
        ("driving licence", None, None),
    ],
)
def test_a_held_credential_is_recognised_in_spite_of_spelling_but_never_another_one(
    catalogue: Catalogue, title: str, provider: str | None, expected: str | None
) -> None:
    found = recognise(Held(title=title, provider=provider), catalogue)
    assert found.credential == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I already have Six Sigma I (Quality Tools) from IT Sligo. What is left?", [SLIGO]),
        ("I've done the course six sigma 1 quality tools at IT Sligo", [SLIGO]),
        ("I have Climate.now and Introduction to Sustainability", ["fi-university-of-helsinki-climate-now", HELSINKI]),
        ("I have two children and a degree", []),
        ("I did Six Sigma IV (Quality Tools)", []),
        ("I want Six Sigma I (Quality Tools)", []),
    ],
)
def test_a_message_that_says_what_is_held_gives_the_catalogues_credentials(
    catalogue: Catalogue, message: str, expected: list[str]
) -> None:
    titles = [(catalogue[name].title, catalogue[name].provider) for name in expected]
    assert [(item.title, item.provider) for item in held_in(message, catalogue)] == titles


def test_two_records_of_one_title_are_told_apart_by_provider_or_left_in_doubt() -> None:
    twins = [
        Credential(id="a", title="Project Management Basics", provider="Curtin University"),
        Credential(id="b", title="Project Management Basics", provider="Deakin University"),
    ]
    doubtful = recognise(Held(title="project management basics"), twins)
    assert (doubtful.credential, doubtful.may_be) == (None, ("a", "b"))
    assert recognise(Held(title="project management basics", provider="Deakin"), twins).credential == "b"


def test_parts_with_other_numbers_are_other_credentials() -> None:
    parts = [Credential(id=f"p{n}", title=f"DevOps with Docker part {n}") for n in (1, 2)]
    assert recognise(Held(title="Devops with docker, part 2"), parts).credential == "p2"
    assert recognise(Held(title="Devops with docker, part 3"), parts).credential is None


def test_the_date_of_what_is_held_is_kept(catalogue: Catalogue) -> None:
    profile = LearnerProfile(held=(Held(title="Climate.now", date="2021"), Held(title="a sailing badge")))
    assert held_ids(profile, catalogue) == {"fi-university-of-helsinki-climate-now": "2021"}


def test_an_evidence_sheet_sets_the_nearest_words_beside_each_outcome(encoder: SentenceEncoder) -> None:
    credential = Credential(
        id="a",
        title="Care planning",
        outcomes=("Write a care plan for a person with dementia", "Keep accounts for a small business"),
        evidence_based=True,
        source_url="https://x.example/a",
    )
    profile = LearnerProfile(
        current_skills=("writing care plans for residents with dementia", "baking bread"), current_role="care assistant"
    )
    sheet = evidence_sheet(credential, profile, encoder)
    assert [row.outcome for row in sheet.rows] == list(credential.outcomes)
    assert sheet.rows[0].learner == "writing care plans for residents with dementia"
    assert (sheet.rows[1].learner, sheet.rows[1].strength) == (None, None)
    assert "prove it instead of studying it" in sheet.note
    text = sheet.as_text()
    assert "| Keep accounts for a small business | (nothing yet) | |" in text
    assert "https://x.example/a" in text


def test_a_sheet_without_outcomes_or_words_says_what_to_do(encoder: SentenceEncoder) -> None:
    bare = evidence_sheet(Credential(id="a", title="A"), LearnerProfile(current_skills=("x",)), encoder)
    assert bare.rows == () and "no learning outcomes" in bare.note
    silent = evidence_sheet(Credential(id="a", title="A", outcomes=("Do it",)), LearnerProfile(), encoder)
    assert "Tell me what you can already do" in silent.note
    assert "recognises prior learning" in silent.note


def test_a_bar_in_an_outcome_breaks_no_table(encoder: SentenceEncoder) -> None:
    sheet = evidence_sheet(Credential(id="a", title="A", outcomes=("Use a | b",)), LearnerProfile(), encoder)
    assert "| Use a \\| b | (nothing yet) | |" in sheet.as_text()


def test_proof_instead_of_study_is_offered_only_where_evidence_earns_it(catalogue: Catalogue) -> None:
    offered = {item.id: says for item in catalogue if (says := prove_instead(item))}
    assert offered["us-wyoming-department-of-educat-storage"].startswith("You may be able to prove Storage instead")
    assert all(catalogue[name].evidence_based for name in offered)
    assert len(offered) == sum(item.evidence_based for item in catalogue) > 0


def test_what_a_learner_said_is_used_once_each() -> None:
    profile = LearnerProfile(current_role="nurse", current_skills=("first aid",), held=(Held(title="first aid"),))
    assert statements(profile) == ("first aid", "work as nurse")
