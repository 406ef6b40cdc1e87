"""Trust: eleven signals, one by one, each from its record's field; what is not stated is unknown, never bad."""

from __future__ import annotations

from datetime import date

import pytest

from catalogue.definition import assess
from catalogue.records import Credential, Money, StackingRule
from catalogue.store import Catalogue
from catalogue.trust import Caution, Signal, cautions, signals

TODAY = date(2026, 11, 24)


def made(**fields: object) -> Credential:
    return Credential.model_validate({"id": "case", "title": "Case", **fields})


def read(credential: Credential) -> dict[str, Signal]:
    return {signal.name: signal for signal in signals(credential, assess(credential), TODAY)}


def warned(credential: Credential) -> dict[str, Caution]:
    return {caution.kind: caution for caution in cautions(credential, assess(credential), TODAY)}


def test_an_empty_record_is_unknown_in_everything_and_weak_in_nothing() -> None:
    found = read(made())
    assert len(found) == 11
    assert {signal.standing for signal in found.values()} == {"unknown"}
    assert all(signal.value is None and signal.field is None for signal in found.values())


@pytest.mark.parametrize(
    ("assurance", "standing"),
    [
        ("NZQA approved", "strong"),
        ("Hong Kong Qualifications Register 23/000825/L3", "strong"),
        ("MCAST self-accreditation", "known"),
        ("Deakin faculty board", "known"),
        (None, "unknown"),
    ],
)
def test_an_outside_authority_is_stronger_than_the_provider_s_own_word(assurance: str | None, standing: str) -> None:
    assert read(made(quality_assurance=assurance))["Who stands behind it"].standing == standing


@pytest.mark.parametrize(
    ("assessment", "standing"),
    [
        (("proctored exam",), "strong"),
        (("portfolio of evidence",), "known"),
        (("quiz", "multiple-choice exam"), "weak"),
        (("self-assessment",), "weak"),
        ((), "unknown"),
    ],
)
def test_a_watched_exam_says_more_than_an_unsupervised_quiz(assessment: tuple[str, ...], standing: str) -> None:
    assert read(made(assessment=assessment))["Assessment"].standing == standing


def test_an_assessor_is_a_claim_and_the_seller_the_weakest() -> None:
    assert read(made(assessor_claim="external body"))["Who assesses"].standing == "strong"
    own = read(made(assessor_claim="provider"))["Who assesses"]
    assert own.standing == "weak" and "not confirmed" in own.reason


def test_a_badge_can_be_carried_but_its_acceptance_stays_unknown() -> None:
    badge = read(made(digital_certificate="Open Badge"))["Portability"]
    assert badge.standing == "known" and "who else accepts it is not stated" in badge.reason


def test_missing_hours_of_an_evidence_based_award_are_meant() -> None:
    assert read(made(evidence_based=True))["Workload"].value == "no set hours"


def test_warnings_name_the_trivial_the_unassessed_the_closed_and_the_old() -> None:
    tiny = warned(made(workload_hours=2))
    assert tiny["trivial"].text.startswith("Very small: at most 2 hours (we warn below 5).")
    assert "not stated" in tiny["unassessed"].text
    attended = warned(made(digital_certificate="certificate of attendance", workload_hours=5))
    assert "trivial" not in attended and attended["unassessed"].text.startswith("Nothing is tested")
    assert "2022" in warned(made(title="Full Stack training 2022"))["closed"].text
    rule = StackingRule(title="Award", type="major award, NFQ level 5; register snapshot: deactivation on 2023-12-31")
    assert "31 December 2023" in warned(made(stacks_into=(rule,)))["closed"].text
    assert "2016" in warned(made(source_date="2016"))["old"].text
    assert set(warned(made(source_date="2026", workload_hours=30, assessment=("exam",)))) == set()


def test_every_signal_of_the_catalogue_shows_its_record_s_field(catalogue: Catalogue) -> None:
    for credential in catalogue:
        for signal in signals(credential, assess(credential), TODAY):
            assert (signal.standing == "unknown") == (signal.value is None), (credential.id, signal)
            if signal.value is None:
                continue
            assert signal.field is not None
            stated = getattr(credential, signal.field)
            assert stated not in (None, (), False), (credential.id, signal)
            if isinstance(stated, str):
                assert signal.value == stated
            elif isinstance(stated, Money):
                assert signal.value == "free" or f"{stated.amount:g}" in signal.value
            elif isinstance(stated, float):
                assert f"{stated:g}" in signal.value
            elif isinstance(stated, tuple):
                first = stated[0].title if isinstance(stated[0], StackingRule) else stated[0]
                assert first in signal.value
