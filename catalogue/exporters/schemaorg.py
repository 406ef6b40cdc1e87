"""schema.org JSON-LD (https://schema.org/Course): what search engines read on a course page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

from catalogue.exporters.parts import hours_as_duration, stated, urn, weeks_as_duration, write_graph
from catalogue.records import Credential, StackingRule

CONTEXT = "https://schema.org"
CANNOT_HOLD = {
    "platform": "no property for where a course is hosted, other than its web page",
    "assessment": "courses say what they assess, not how",
    "source_url": "no property for where a description was read",
    "read_from": "no property for the file that a description was imported from",
    "read_on": "no property for when a description was imported",
    "oepass_claim": "no property",
    "contact_hours": "time required is not told apart",
    "hours_per_week": "schedules state days and times, not hours a week",
    "evidence_based": "no property",
    "assessor_claim": "no property",
    "quality_assurance": "recognition needs the recognising organisation as an entity of its own",
    "digital_certificate": "no property",
    "pacing": "no property",
    "stacks_into": "only name, provider, type, size and address of the larger award; how much of it counts is left out",
}
MODES = {"online": "online", "blended": "blended", "in person": "onsite"}


def write(credentials: Iterable[Credential], file: TextIO) -> None:
    """Write a JSON-LD graph of courses."""
    write_graph(CONTEXT, map(_course, credentials), file)


def _course(credential: Credential) -> dict[str, Any]:
    c = credential
    return stated(
        {
            "@id": urn(c.id),
            "@type": "Course",
            "name": c.title,
            "description": c.summary,
            "url": c.url,
            "provider": _organisation(c.provider, c.country),
            "inLanguage": list(c.languages),
            "about": {"@type": "Thing", "name": c.subject} if c.subject else None,
            "teaches": list(c.outcomes),
            "keywords": list(c.skills),
            "coursePrerequisites": list(c.prerequisites),
            "educationalLevel": _level(c),
            "educationalCredentialAwarded": _award_type(c.type_claim),
            "numberOfCredits": _credits(c.credits.amount, c.credits.system) if c.credits else None,
            "timeRequired": weeks_as_duration(c.duration_weeks) if c.duration_weeks else None,
            "offers": _offer(c),
            "hasCourseInstance": _instance(c),
            "isPartOf": [_award(rule) for rule in c.stacks_into],
            "dateModified": c.source_date,
            "expires": c.offered_until.isoformat() if c.offered_until else None,
            "creativeWorkStatus": "Discontinued" if c.withdrawn else None,
        }
    )


def _organisation(name: str | None, country: str | None = None) -> dict[str, Any] | None:
    if name is None:
        return None
    address = {"@type": "PostalAddress", "addressCountry": country} if country else None
    return stated({"@type": "Organization", "name": name, "address": address})


def _level(credential: Credential) -> dict[str, Any] | None:
    if credential.level is None:
        return None
    framework, value = credential.level.framework, credential.level.value
    name = f"{framework} level {value}" if value else framework
    scale = {"@type": "DefinedTermSet", "name": framework}
    return stated({"@type": "DefinedTerm", "name": name, "termCode": value, "inDefinedTermSet": scale})


def _award_type(name: str | None) -> dict[str, Any] | None:
    if name is None:
        return None
    return {"@type": "EducationalOccupationalCredential", "name": name, "credentialCategory": name}


def _credits(amount: float, system: str | None) -> dict[str, Any]:
    return stated({"@type": "QuantitativeValue", "value": amount, "unitText": system})


def _offer(credential: Credential) -> dict[str, Any] | None:
    cost = credential.cost
    if cost is None:
        return None
    category = "Free" if cost.amount == 0 else "Paid"
    return {"@type": "Offer", "price": cost.amount, "priceCurrency": cost.currency, "category": category}


def _instance(credential: Credential) -> dict[str, Any] | None:
    """Return the one run that a record describes: its mode, and its hours of work in all."""
    mode, hours = credential.mode, credential.workload_hours
    if mode is None and hours is None:
        return None
    workload = hours_as_duration(hours) if hours else None
    return stated({"@type": "CourseInstance", "courseMode": MODES[mode] if mode else None, "courseWorkload": workload})


def _award(rule: StackingRule) -> dict[str, Any]:
    return stated(
        {
            "@type": "Course" if rule.type is None else ["Course", "EducationalOccupationalProgram"],
            "name": rule.title,
            "provider": _organisation(rule.provider),
            "educationalCredentialAwarded": _award_type(rule.type),
            "numberOfCredits": _credits(rule.credits_total, None) if rule.credits_total else None,
            "url": rule.source_url,
        }
    )
