"""European Learning Model v3 in JSON-LD: one learning opportunity a credential, with what it leads to inside it.

Terms: rdf/ap/edc/edc-ap-context.jsonld of https://github.com/european-commission-empl/European-Learning-Model
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

import pycountry

from catalogue.exporters.parts import (
    OWN_URN,
    alike,
    hours_as_duration,
    in_language,
    stated,
    urn,
    weeks_as_duration,
    write_graph,
)
from catalogue.records import Credential, Level, StackingRule

CONTEXT = "http://data.europa.eu/snb/model/context/edc-ap"
AUTHORITY = "http://publications.europa.eu/resource/authority"
ECTS = "http://data.europa.eu/snb/education-credit/6fcec5c5af"
# Concepts of the European list of modes of learning, as its published samples name them; it has none for "in person".
MODES = {
    "online": "http://data.europa.eu/snb/learning-assessment/920fbb3cbe",
    "blended": "http://data.europa.eu/snb/learning-assessment/e92d221e4d",
}
CANNOT_HOLD = {
    "platform": "no property for where a learning opportunity is hosted, other than its web page",
    "withdrawn": "no property",
    "read_from": "no property for the file that a description was imported from",
    "read_on": "no property for when a description was imported",
    "oepass_claim": "no property",
    "contact_hours": "not written: volumes of learning do not tell time with a teacher apart",
    "hours_per_week": "durations have no weekly pace",
    "pacing": "schedules are full-time or part-time",
    "evidence_based": "no property",
    "assessor_claim": "assessors are organisations, not a description",
    "quality_assurance": "accreditation needs the accrediting organisation and decision as entities of their own",
    "digital_certificate": "no property",
    "source_url": "no property for where a description was read",
    "stacks_into": "only name, provider, type and size of the larger award; how much of it counts is left out",
}


def write(credentials: Iterable[Credential], file: TextIO) -> None:
    """Write a JSON-LD graph of learning opportunities."""
    write_graph(CONTEXT, map(_opportunity, credentials), file)


def _opportunity(credential: Credential) -> dict[str, Any]:
    c = credential
    return stated(
        {
            "id": urn(c.id),
            "type": "LearningOpportunity",
            "title": in_language(c.title),
            "description": in_language(c.summary),
            "homepage": {"type": "WebResource", "contentURL": c.url} if c.url else None,
            "providedBy": _organisation(c.provider, c.country),
            "duration": weeks_as_duration(c.duration_weeks) if c.duration_weeks else None,
            "mode": _concept(c.mode, MODES.get(c.mode)) if c.mode else None,
            "priceDetail": _price(c),
            "dateModified": c.source_date,
            "temporal": {"type": "PeriodOfTime", "endDate": c.offered_until.isoformat()} if c.offered_until else None,
            "learningAchievementSpecification": _specification(c),
        }
    )


def _specification(credential: Credential) -> dict[str, Any]:
    """Return what the learner will have achieved: level, size, outcomes, assessment and the awards it is part of."""
    c = credential
    return stated(
        {
            "id": f"{urn(c.id)}#achievement",
            "type": "LearningAchievementSpecification" if c.level is None else "Qualification",
            "title": in_language(c.title),
            "dcType": _concept(c.type_claim) if c.type_claim else None,
            "educationSubject": _concept(c.subject) if c.subject else None,
            "language": [_language(code) for code in c.languages],
            "volumeOfLearning": hours_as_duration(c.workload_hours) if c.workload_hours else None,
            "creditPoint": _credits(c.credits.amount, c.credits.system) if c.credits else None,
            "learningOutcome": [_outcome(text) for text in c.outcomes] + _skills(c.skills),
            "entryRequirement": [_note(text) for text in c.prerequisites],
            "provenBy": [_assessment(text) for text in c.assessment],
            "isPartOf": [_award(rule) for rule in c.stacks_into],
            **_level(c.level),
        }
    )


def _concept(label: str, address: str | None = None) -> dict[str, Any]:
    return stated({"id": address, "type": "Concept", "prefLabel": in_language(label)})


def _note(text: str) -> dict[str, Any]:
    return {"type": "Note", "noteLiteral": in_language(text)}


def _outcome(text: str) -> dict[str, Any]:
    return {"type": "LearningOutcome", "title": in_language(text)}


def _skills(skills: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return one outcome without a title that carries the skills: the model has skills only on outcomes."""
    if not skills:
        return []
    return [{"type": "LearningOutcome", "relatedSkill": [_concept(skill) for skill in skills]}]


def _assessment(text: str) -> dict[str, Any]:
    return {"type": "LearningAssessmentSpecification", "title": in_language(text)}


def _level(level: Level | None) -> dict[str, Any]:
    if level is None:
        return {}
    if level.framework == "EQF" and level.value:
        return {"eqfLevel": _concept(f"Level {level.value}", f"http://data.europa.eu/snb/eqf/{level.value}")}
    return {"nqfLevel": _concept(f"{level.framework} Level {level.value}" if level.value else level.framework)}


def _credits(amount: float, system: str | None) -> dict[str, Any]:
    framework = _concept("European Credit Transfer System", ECTS) if system == "ECTS" else None
    if system and framework is None:
        framework = _concept(system)
    return stated({"type": "CreditPoint", "framework": framework, "point": f"{amount:g}"})


def _price(credential: Credential) -> dict[str, Any] | None:
    if credential.cost is None:
        return None
    unit = {"id": f"{AUTHORITY}/currency/{credential.cost.currency}", "type": "Concept"}
    return {"type": "PriceDetail", "amount": {"type": "Amount", "value": credential.cost.amount, "unit": unit}}


def _language(code: str) -> dict[str, Any]:
    """Return a language as a concept of the European authority list, whose codes are those of ISO 639-3."""
    found = pycountry.languages.get(alpha_2=code) or pycountry.languages.get(alpha_3=code)
    return {"id": f"{AUTHORITY}/language/{found.alpha_3.upper() if found else code}", "type": "Concept"}


def _organisation(name: str | None, country: str | None = None) -> dict[str, Any] | None:
    if name is None:
        return None
    found = pycountry.countries.get(alpha_2=country) if country else None
    concept = {"id": f"{AUTHORITY}/country/{found.alpha_3}", "type": "Concept"} if found else None
    address = {"type": "Address", "countryCode": concept} if concept else None
    location = {"type": "Location", "address": address} if address else None
    return stated({"type": "Organisation", "legalName": in_language(name), "location": location})


def _award(rule: StackingRule) -> dict[str, Any]:
    size = f":{rule.credits_total:g}" if rule.credits_total else ""
    return stated(
        {
            "id": f"{OWN_URN}award:{alike(f'{rule.provider or str()} {rule.title}')}{size}",
            "type": "LearningAchievementSpecification",
            "title": in_language(rule.title),
            "dcType": _concept(rule.type) if rule.type else None,
            "creditPoint": _credits(rule.credits_total, None) if rule.credits_total else None,
            "awardingOpportunity": {"type": "AwardingOpportunity", "awardingBody": _organisation(rule.provider)}
            if rule.provider
            else None,
            "homepage": {"type": "WebResource", "contentURL": rule.source_url} if rule.source_url else None,
        }
    )
