"""Is it a micro-credential: the survey paper's worked cases, and every record of the catalogue."""

from __future__ import annotations

from datetime import date

import pytest

from catalogue.credits import contact_hours, notional_hours
from catalogue.definition import assess
from catalogue.records import Credential, Credits, Level, StackingRule
from catalogue.store import Catalogue
from catalogue.trust import signals

TODAY = date(2026, 11, 24)


def made(title: str, **fields: object) -> Credential:
    return Credential.model_validate({"id": "case", "title": title, **fields})


FRENCH = made(
    "Learn French for Global Communication: Level 1",
    provider="King's College London",
    country="GB",
    type_claim="micro-credential",
    outcomes=("Use basic vocabulary", "Give basic factual information"),
    level=Level(framework="CEFR", value="A1"),
    duration_weeks=10,
    assessment=("oral exam", "written exam"),
    digital_certificate="portable certificate",
)
HALLMARK = made(
    "Deakin Hallmark: Teamwork",
    type_claim="digital badge",
    outcomes=("Work in a team",),
    assessment=("reflective testimony", "video evidence"),
    digital_certificate="digital badge",
)


def test_french_for_global_communication_is_a_micro_credential_and_a_non_formal_certificate() -> None:
    verdict = assess(FRENCH)
    assert verdict.is_micro_credential == "yes"
    assert verdict.oepass == "non-formal certificate"
    assert verdict.label_claim == "micro-credential"


def test_the_language_level_of_the_french_course_is_no_framework_level() -> None:
    assert "level" in assess(FRENCH).eu_missing
    cmf = assess(FRENCH).stricter[2]
    assert cmf.name == "Common Microcredential Framework" and cmf.met == "cannot tell"
    assert "not stated: EQF level 6 to 7, or 4 to 5" in cmf.reasons


def test_ten_weeks_of_fifty_minutes_do_not_make_up_the_unknown_workload(catalogue: Catalogue) -> None:
    french = catalogue["gb-king-s-college-london-learn-french-for-global-communication-level-1"]
    assert french.contact_hours == pytest.approx(10 * 50 / 60, abs=0.01)
    assert french.hours_total is None and notional_hours(french) is None
    assert assess(french).is_micro_credential == "yes" and assess(french).oepass == "non-formal certificate"
    assert "workload" in assess(french).eu_missing
    assert "not stated: 100 to 150 hours, final assessment included" in assess(french).stricter[2].reasons
    workload = next(sign for sign in signals(french, assess(french), TODAY) if sign.name == "Workload")
    assert workload.value == "8.33 hours with a teacher; 10 weeks"
    assert workload.reason == "the total effort in hours is not stated"


def test_continuing_education_units_are_hours_with_a_teacher_and_no_workload() -> None:
    course = made("Data modules", credits=Credits(amount=1.5, system="CEU"), duration_weeks=5)
    assert contact_hours(course) == 15 and notional_hours(course) is None
    assert contact_hours(made("Other", credits=Credits(amount=1.5, system="ECTS"))) is None


@pytest.mark.parametrize("test", ["IELTS Academic", "TOEIC Listening and Reading", "TOEFL iBT"])
def test_a_general_language_test_is_recognition_of_skills_and_no_micro_credential(test: str) -> None:
    verdict = assess(
        made(
            test,
            type_claim="language proficiency exam",
            outcomes=("Show your ability in English",),
            assessment=("listening test", "reading test", "speaking test"),
            digital_certificate="test report",
        )
    )
    assert verdict.is_micro_credential == "no"
    assert verdict.rule == "a test of general proficiency, tied to no short course and to no qualification"
    assert verdict.oepass == "recognition of skills"


def test_a_language_exam_at_the_end_of_a_short_course_is_not_shut_out() -> None:
    course = made(
        "French exam course",
        type_claim="short course award",
        outcomes=("Speak",),
        assessment=("oral exam",),
        duration_weeks=6,
        digital_certificate="certificate",
    )
    assert assess(course).is_micro_credential == "yes"


def test_a_certificate_of_participation_is_a_record_of_experience() -> None:
    verdict = assess(
        made("Open course", type_claim="MOOC certificate", digital_certificate="confirmation of participation")
    )
    assert (verdict.is_micro_credential, verdict.oepass) == ("no", "record of experience")
    assert "nothing is tested" in verdict.rule


def test_a_deakin_hallmark_is_recognition_of_skills_and_a_micro_credential_without_any_course() -> None:
    verdict = assess(HALLMARK)
    assert (verdict.is_micro_credential, verdict.oepass) == ("yes", "recognition of skills")


def test_a_digital_promise_award_needs_no_course_hours_or_level() -> None:
    verdict = assess(
        made(
            "Live coding",
            provider="UTeach",
            evidence_based=True,
            type_claim="micro-credential",
            outcomes=("Program live before a class",),
            assessment=("portfolio of evidence", "reflection"),
            quality_assurance="Digital Promise micro-credential framework",
            digital_certificate="Open Badge",
        )
    )
    assert (verdict.is_micro_credential, verdict.oepass) == ("yes", "recognition of skills")
    assert {s.name: s.met for s in verdict.stricter}["Digital Promise"] == "yes"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Bachelor of Arts", "bachelor's degree"),
        ("Graduate Certificate in Cyber Analytics", "graduate certificate"),
        ("Postgraduate Certificate in Dementia", "minor award"),
        ("Diploma in Nursing", None),
        ("Master of Computing", "micro-credential"),
    ],
)
def test_a_degree_or_graduate_certificate_is_a_formal_qualification_whatever_its_label(title: str, kind: str) -> None:
    verdict = assess(
        made(title, type_claim=kind, assessment=("exam",), outcomes=("Know",), digital_certificate="paper")
    )
    assert (verdict.is_micro_credential, verdict.oepass) == ("no", "formal qualification")


def test_the_label_never_decides() -> None:
    claimed = assess(made("Telework project", type_claim="micro-credential"))
    assert claimed.is_micro_credential == "cannot tell" and claimed.oepass == "unknown"
    assert claimed.label_claim == "micro-credential"
    assert assess(FRENCH.model_copy(update={"type_claim": None})).is_micro_credential == "yes"


def test_each_missing_fact_is_named_and_the_word_certificate_proves_no_assessment() -> None:
    verdict = assess(made("Data basics certificate", type_claim="certificate of completion"))
    assert verdict.is_micro_credential == "cannot tell"
    assert verdict.missing == (
        "whether and how it is assessed",
        "the learning outcomes",
        "its size (hours, credits or weeks)",
    )
    assert verdict.in_words.endswith(f"not stated: {', '.join(verdict.missing)}.")


def test_a_self_assessment_alone_leaves_open_whether_it_is_assessed() -> None:
    verdict = assess(HALLMARK.model_copy(update={"assessment": ("self-assessment",)}))
    assert verdict.is_micro_credential == "cannot tell" and verdict.missing[0] == "whether and how it is assessed"


@pytest.mark.parametrize(("hours", "met"), [(400, True), (401, None), (1199, None), (1200, False)])
def test_size_is_small_within_new_zealand_s_limit_and_never_a_full_year(hours: float, met: bool | None) -> None:
    assert assess(FRENCH.model_copy(update={"workload_hours": hours})).criteria[3].met is met


def test_new_zealand_s_limit_of_40_credits_is_held() -> None:
    listed = FRENCH.model_copy(
        update={
            "level": Level(framework="NZQCF", value="5"),
            "credits": Credits(amount=40, system="NZQCF credit"),
            "quality_assurance": "NZQA approved",
        }
    )
    assert assess(listed).stricter[0].met == "yes"
    larger = listed.model_copy(update={"credits": Credits(amount=60, system="NZQCF credit")})
    assert assess(larger).stricter[0].met == "no"
    assert assess(larger).stricter[0].reasons[0] == "not so: at most 40 credits (400 hours)"


def test_the_common_microcredential_framework_wants_all_its_facts() -> None:
    full = FRENCH.model_copy(
        update={
            "level": Level(framework="RQF", value="6"),
            "credits": Credits(amount=5, system="ECTS"),
            "workload_hours": 125.0,
            "assessment": ("proctored exam",),
            "stacks_into": (StackingRule(title="BA French", type="bachelor's degree"),),
        }
    )
    assert assess(full).stricter[2].met == "yes"
    assert assess(full.model_copy(update={"workload_hours": 40.0})).stricter[2].met == "no"


def test_nine_of_the_eleven_european_elements_are_the_most_that_an_offer_can_state() -> None:
    full = FRENCH.model_copy(
        update={
            "level": Level(framework="EQF", value="6"),
            "workload_hours": 100.0,
            "mode": "online",
            "quality_assurance": "stated",
        }
    )
    verdict = assess(full)
    assert len(verdict.eu_stated) == 9 and verdict.eu_missing == ("learner", "date of issue")
    assert verdict.eu_in_words == (
        "9 of the 11 elements of the European standard are stated; still open: learner, date of issue."
    )


def test_every_record_gets_a_verdict_whose_reasons_are_its_own_words(catalogue: Catalogue) -> None:
    for credential in catalogue:
        verdict = assess(credential)
        missing = [item for item in verdict.criteria if item.met is None]
        if verdict.is_micro_credential == "yes":
            assert credential.outcomes and credential.assessment and not missing, credential.id
        if verdict.is_micro_credential == "cannot tell":
            assert verdict.missing == tuple(item.missing for item in missing) and missing, credential.id
        if verdict.oepass in ("non-formal certificate", "recognition of skills"):
            assert credential.assessment, credential.id
        assert len(verdict.eu_stated) + len(verdict.eu_missing) == 11 and len(verdict.eu_stated) <= 9


def test_the_catalogue_s_graduate_certificates_are_awards(catalogue: Catalogue) -> None:
    awards = [c for c in catalogue if c.type_claim in ("graduate certificate", "postgraduate certificate")]
    assert len(awards) == 6
    assert {assess(c).oepass for c in awards} == {"formal qualification"}
    assert {assess(c).is_micro_credential for c in awards} == {"no"}
