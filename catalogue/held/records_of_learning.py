"""Comprehensive Learner Records (CLR 2) and learning and employment records (LER-RS) -> what is held.

https://www.imsglobal.org/spec/clr/v2p0 and HR Open LER-RS 4.5. Both wrap other credentials, which are read as
themselves; jobs and skills in an LER-RS are no credentials and are left to the conversation.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from catalogue.held.report import UNSIGNED, HeldReport, Verdict
from catalogue.held.signature import signature_of
from catalogue.held.values import day, first, name_of, objects, types, words

ReadInner = Callable[[HeldReport, str, Any, Verdict | None], None]
LER_RS = "LER-RS"
UNFINISHED = {"in progress", "inprogress", "not granted", "notgranted", "withdrawn", "incomplete", "expected"}


def is_clr(document: dict[str, Any]) -> bool:
    """True for a Comprehensive Learner Record."""
    return "ClrCredential" in types(document) or "ClrSubject" in types(first(document.get("credentialSubject")))


def read_clr(report: HeldReport, place: str, record: dict[str, Any], outer: Verdict | None, inner: ReadInner) -> None:
    """Add every credential inside a record; one without its own signature stands under the record's."""
    verdict = signature_of(record) if outer is None or record.get("proof") else outer
    subject = first(record.get("credentialSubject"))
    held = subject.get("verifiableCredential")
    if not held:
        report.refuse(place, "this learner record holds no credentials")
    for number, credential in enumerate(held if isinstance(held, list) else [held] if held else []):
        inner(report, f"{place}credentialSubject.verifiableCredential[{number}]", credential, verdict)


def is_ler_rs(document: dict[str, Any]) -> bool:
    """True for a learning and employment record, wrapped as a credential or bare."""
    subject = first(document.get("credentialSubject")) or document
    return bool({"educationAndLearnings", "certifications", "licenses"} & set(subject))


def read_ler_rs(
    report: HeldReport, place: str, record: dict[str, Any], outer: Verdict | None, inner: ReadInner
) -> None:
    """Add the education, certifications and licences of a record, each under its own signature where it has one."""
    verdict = signature_of(record) if outer is None or record.get("proof") else outer
    subject = first(record.get("credentialSubject")) or record
    start = f"{place}credentialSubject." if "credentialSubject" in record else place
    for section, read in (
        ("educationAndLearnings", _education),
        ("certifications", _certification),
        ("licenses", _certification),
    ):
        for number, entry in objects(subject.get(section)):
            where = f"{start}{section}[{number}]"
            proofs = list(objects(entry.get("verifications")))
            for position, proof in proofs:
                _verification(report, f"{where}.verifications[{position}]", proof, verdict, inner)
            if not proofs:
                read(report, where, entry, verdict, None)


def _verification(report: HeldReport, place: str, proof: dict[str, Any], verdict: Verdict, inner: ReadInner) -> None:
    """Add the credential by which an entry is proved: an education statement of LER-RS, or any other format."""
    subject = first(proof.get("credentialSubject"))
    education = subject.get("educationAndLearning")
    own = signature_of(proof)
    if isinstance(education, dict):
        _education(report, place, education, verdict if own.signature == UNSIGNED else own, proof)
    else:
        inner(report, place, proof, verdict)


def _education(
    report: HeldReport, place: str, entry: dict[str, Any], verdict: Verdict, proof: dict[str, Any] | None
) -> None:
    """Add each degree of one time of study that has been granted."""
    issuer = name_of(entry.get("institution")) or (name_of(proof.get("issuer")) if proof else None)
    degrees = list(objects(entry.get("educationDegrees")))
    if not degrees:
        report.refuse(place, f"this time of study at {issuer or 'a place not stated'} names no degree or certificate")
    for number, degree in degrees:
        status = words(degree.get("degreeGrantedStatus"))
        title = words(degree.get("name"))
        ended = day(degree.get("date")) or day(degree.get("degreeDate")) or day(entry.get("end"))
        pending = (status or "").lower() in UNFINISHED or (ended or "") > date.today().isoformat()
        if pending:
            report.refuse(
                f"{place}.educationDegrees[{number}]",
                f"{title or 'this degree'} is not held yet ({status or f'ends {ended}'}); it can be added once granted",
            )
        else:
            report.keep(place, verdict, format=LER_RS, title=title, issuer=issuer, date=ended)


def _certification(
    report: HeldReport, place: str, entry: dict[str, Any], verdict: Verdict, proof: dict[str, Any] | None
) -> None:
    """Add a certification or licence that is stated without a credential of its own."""
    period = first(entry.get("effectiveTimePeriod"))
    report.keep(
        place,
        verdict,
        format=LER_RS,
        title=words(entry.get("name")),
        issuer=name_of(entry.get("issuingAuthority")) or name_of(entry.get("issuer")),
        date=day(entry.get("firstIssuedDate")) or day(entry.get("issued")) or day(period.get("validFrom")),
        expires=day(entry.get("expires")) or day(period.get("validTo")),
    )
