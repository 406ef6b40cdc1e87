"""European Learning Model v3 in JSON-LD: one learning opportunity a credential, with what it leads to inside it.

Terms: rdf/ap/edc/edc-ap-context.jsonld of https://github.com/european-commission-empl/European-Learning-Model
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

import pycountry

from catalogue.exporters.parts import (
    UNDETERMINED,
    alike,
    hours_as_duration,
    in_language,
    stated,
    urn,
    weeks_as_duration,
    write_graph,
)
from catalogue.importers.identity import OWN_URN, SKILL
from catalogue.records import Credential, Level, StackingRule

# The published context is made for learners' credentials. For opportunities, the profile has one term more, and other
# types for two: rdf/ap/loq/LOQ-constraints.ttl in the same repository.
CONTEXT: list[Any] = [
    "http://data.europa.eu/snb/model/context/edc-ap",
    {
        "defaultLanguage": {"@id": "elm:defaultLanguage", "@type": "@id"},
        "dateModified": {"@id": "dc:modified", "@type": "xsd:dateTime"},
        "value": {"@id": "rdf:value", "@type": "xsd:decimal"},
    },
]
AUTHORITY = "http://publications.europa.eu/resource/authority"
ECTS = "http://data.europa.eu/snb/education-credit/6fcec5c5af"
# Concepts of the European list of modes of learning and assessment.
MODES = {
    "in person": "http://data.europa.eu/snb/learning-assessment/9191af2ed9",
    "online": "http://data.europa.eu/snb/learning-assessment/920fbb3cbe",
    "blended": "http://data.europa.eu/snb/learning-assessment/e92d221e4d",
}
CANNOT_HOLD = {
    "platform": "no property for where a learning opportunity is hosted, other than its web page",
    "withdrawn": "no property",
    "read_from": "no property for the file that a description was imported from",
    "read_on": "no property for when a description was imported",
    "oepass_claim": "no property",
    "hours_per_week": "durations have no weekly pace",
    "pacing": "schedules are full-time or part-time",
    "evidence_based": "no property",
    "assessor_claim": "assessors are organisations, not a description",
    "quality_assurance": "accreditation needs the accrediting organisation and decision as entities of their own",
    "digital_certificate": "no property",
    "source_url": "no property for where a description was read",
    "source_date": "a date has a day; a year or month alone is left out",
    "stacks_into": "only name, provider, type and size of the larger award; how much of it counts is left out",
}
LOST_IF = {"source_date": lambda credential: not _is_day(credential.source_date)}
ASKED_FOR = {
    "url": "a learning opportunity needs a homepage",
    "provider": "a learning opportunity needs its provider",
    "country": "an organisation needs a location",
    "languages": "a learning opportunity needs its base language",
    "outcomes": "what is achieved needs a learning outcome, and an ISCED-F code, which our records never state",
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
            "mode": _concept(c.mode, MODES[c.mode]) if c.mode else None,
            "priceDetail": _price(c),
            "defaultLanguage": _language(c.languages[0]) if len(c.languages) == 1 else None,
            "dateModified": f"{c.source_date}T00:00:00" if _is_day(c.source_date) else None,
            "temporal": {"type": "PeriodOfTime", "endDate": f"{c.offered_until}T23:59:59"} if c.offered_until else None,
            "learningAchievementSpecification": _specification(c),
            "learningActivitySpecification": _activity(c),
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
            "learningOutcome": [_outcome(text) for text in c.outcomes] + _skills(c),
            "entryRequirement": _note(c.prerequisites),
            "provenBy": [_assessment(text) for text in c.assessment],
            "isPartOf": [_award(rule, of_level=c.level is not None) for rule in c.stacks_into],
            **_level(c.level),
        }
    )


def _concept(label: str, address: str | None = None) -> dict[str, Any]:
    return stated({"id": address, "type": "Concept", "prefLabel": in_language(label)})


def _activity(credential: Credential) -> dict[str, Any] | None:
    """Return the teaching, where the hours of it are stated."""
    if credential.contact_hours is None:
        return None
    hours, title = f"{credential.contact_hours:g}", in_language(credential.title)
    return {"type": "LearningActivitySpecification", "title": title, "contactHour": hours}


def _note(texts: tuple[str, ...]) -> dict[str, Any] | None:
    """Return all texts as one note: the model allows no second one."""
    return {"type": "Note", "noteLiteral": {UNDETERMINED: list(texts)}} if texts else None


def _outcome(text: str) -> dict[str, Any]:
    return {"type": "LearningOutcome", "title": in_language(text)}


def _skills(credential: Credential) -> list[dict[str, Any]]:
    """Return an outcome for each skill, known by its id: the model has skills only on outcomes with titles."""
    return [
        {"id": f"{urn(credential.id)}{SKILL}{number}", **_outcome(skill), "relatedSkill": [_concept(skill)]}
        for number, skill in enumerate(credential.skills, start=1)
    ]


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
    return {
        "type": "PriceDetail",
        "amount": {"type": "Amount", "value": f"{credential.cost.amount:.12g}", "unit": unit},
    }


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


def _award(rule: StackingRule, of_level: bool) -> dict[str, Any]:
    """Return the larger award: a qualification where its part has a level, as the model wants it."""
    size = f":{rule.credits_total:g}" if rule.credits_total else ""
    own = f"{OWN_URN}award:{alike(f'{rule.provider or str()} {rule.title}')}{size}"
    return stated(
        {
            "id": own,
            "type": "Qualification" if of_level else "LearningAchievementSpecification",
            "title": in_language(rule.title),
            "dcType": _concept(rule.type) if rule.type else None,
            "creditPoint": _credits(rule.credits_total, None) if rule.credits_total else None,
            "awardingOpportunity": _awarding(rule.provider, own) if rule.provider else None,
            "homepage": {"type": "WebResource", "contentURL": rule.source_url} if rule.source_url else None,
        }
    )


def _awarding(body: str, award: str) -> dict[str, Any]:
    return {
        "type": "AwardingOpportunity",
        "awardingBody": _organisation(body),
        "learningAchievementSpecification": {"id": award},
    }


def _is_day(text: str | None) -> bool:
    return len(text or "") == len("2026-12-31")
