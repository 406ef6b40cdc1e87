"""CTDL, the Credential Registry's language (https://credreg.net/ctdl/terms): one learning opportunity a credential."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO
from urllib.parse import quote

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
from catalogue.importers.identity import OWN_URN
from catalogue.records import Credential, StackingRule

CONTEXT = "https://credreg.net/ctdl/schema/context/json"
CANNOT_HOLD = {
    "platform": "no property for where a learning opportunity is hosted, other than its web page",
    "type_claim": "types are classes of CTDL, not an issuer's own word",
    "oepass_claim": "no property",
    "contact_hours": "durations do not tell time with a teacher apart",
    "hours_per_week": "durations have no weekly pace",
    "evidence_based": "no property",
    "assessor_claim": "no property",
    "quality_assurance": "accreditation needs the accrediting organisation as an entity of its own",
    "digital_certificate": "no property",
    "read_from": "no property for the file that a description was imported from",
    "read_on": "no property for when a description was imported",
    "source_url": "no property for where a description was read",
    "source_date": "no property for when a description was read",
    "stacks_into": "only name, provider, size and address of the larger award; how much of it counts is left out",
}
# Concepts of CTDL's own list of credit units; the other systems go by their names.
UNITS = {
    "US semester credit": "creditUnit:SemesterHour",
    "US quarter credit": "creditUnit:QuarterHour",
    "CEU": "creditUnit:ContinuingEducationUnit",
}
MODES = {"online": "OnlineOnly", "blended": "BlendedDelivery", "in person": "InPerson"}


def write(credentials: Iterable[Credential], file: TextIO) -> None:
    """Write a JSON-LD graph of providers and learning opportunities, each with the larger awards inside it."""
    write_graph(CONTEXT, _nodes(credentials), file)


def _nodes(credentials: Iterable[Credential]) -> Iterator[dict[str, Any]]:
    written: set[str] = set()
    for credential in credentials:
        for provider in _providers(credential):
            if provider["@id"] not in written:
                written.add(provider["@id"])
                yield provider
        yield _opportunity(credential)


def _opportunity(credential: Credential) -> dict[str, Any]:
    c = credential
    return stated(
        {
            "@id": urn(c.id),
            "@type": "ceterms:LearningOpportunityProfile",
            "ceterms:name": in_language(c.title),
            "ceterms:description": in_language(c.summary),
            "ceterms:subjectWebpage": c.url,
            "ceterms:inLanguage": list(c.languages),
            "ceterms:subject": [_named(c.subject)] if c.subject else None,
            "ceterms:offeredBy": [_provider_id(c.provider, c.country)] if c.provider else None,
            "ceterms:teaches": [_named(outcome) for outcome in c.outcomes],
            "ceterms:keyword": {UNDETERMINED: list(c.skills)} if c.skills else None,
            "ceterms:audienceLevelType": _level(c),
            "ceterms:creditValue": _credits(c.credits.amount, c.credits.system) if c.credits else None,
            "ceterms:estimatedDuration": _duration(c),
            "ceterms:estimatedCost": _cost(c),
            "ceterms:deliveryType": [_named(c.mode, f"deliveryType:{MODES[c.mode]}")] if c.mode else None,
            "ceterms:scheduleTimingType": [_named(c.pacing)] if c.pacing else None,
            "ceterms:assessmentMethodType": [_named(method) for method in c.assessment],
            "ceterms:requires": _requirements(c),
            "ceterms:expirationDate": c.offered_until.isoformat() if c.offered_until else None,
            "ceterms:lifeCycleStatusType": [_named("Ceased", "lifeCycle:Ceased")] if c.withdrawn else None,
            "ceterms:isPartOf": [_award(rule) for rule in c.stacks_into],
        }
    )


def _named(name: str, concept: str | None = None) -> dict[str, Any]:
    """Return an alignment to something that has a name, and a concept of CTDL where there is one."""
    return stated(
        {
            "@type": "ceterms:CredentialAlignmentObject",
            "ceterms:targetNode": concept,
            "ceterms:targetNodeName": in_language(name),
        }
    )


def _level(credential: Credential) -> list[dict[str, Any]] | None:
    if credential.level is None:
        return None
    framework, value = credential.level.framework, credential.level.value
    name = f"{framework} level {value}" if value else framework
    return [
        stated(
            {
                "@type": "ceterms:CredentialAlignmentObject",
                "ceterms:frameworkName": in_language(framework),
                "ceterms:targetNodeName": in_language(name),
                "ceterms:codedNotation": value,
            }
        )
    ]


def _credits(amount: float, system: str | None) -> list[dict[str, Any]]:
    value: dict[str, Any] = {"@type": "ceterms:ValueProfile", "schema:value": amount}
    if system:
        own = f"{OWN_URN}credit-system:{quote(system)}"
        concept = {"@type": "skos:Concept", "skos:prefLabel": in_language(system)}
        value["ceterms:creditUnitType"] = [{"@id": UNITS.get(system, own), **concept}]
    return [value]


def _duration(credential: Credential) -> list[dict[str, Any]] | None:
    """Return one profile: `exactDuration` is calendar time, `timeRequired` the hours of work."""
    weeks, hours = credential.duration_weeks, credential.workload_hours
    if weeks is None and hours is None:
        return None
    return [
        stated(
            {
                "@type": "ceterms:DurationProfile",
                "ceterms:exactDuration": weeks_as_duration(weeks) if weeks else None,
                "ceterms:timeRequired": hours_as_duration(hours) if hours else None,
            }
        )
    ]


def _cost(credential: Credential) -> list[dict[str, Any]] | None:
    cost = credential.cost
    if cost is None:
        return None
    return [{"@type": "ceterms:CostProfile", "ceterms:price": cost.amount, "ceterms:currency": cost.currency}]


def _requirements(credential: Credential) -> list[dict[str, Any]] | None:
    if not credential.prerequisites:
        return None
    conditions = {UNDETERMINED: list(credential.prerequisites)}
    return [{"@type": "ceterms:ConditionProfile", "ceterms:condition": conditions}]


def _provider_id(name: str, country: str | None = None) -> str:
    return f"_:org-{alike(name)}" + (f"-{country.lower()}" if country else "")


def _provider(name: str, country: str | None = None) -> dict[str, Any]:
    place = {"@type": "ceterms:Place", "ceterms:addressCountry": in_language(country)} if country else None
    return stated(
        {
            "@id": _provider_id(name, country),
            "@type": "ceterms:CredentialOrganization",
            "ceterms:name": in_language(name),
            "ceterms:address": [place] if place else None,
        }
    )


def _providers(credential: Credential) -> list[dict[str, Any]]:
    own = [_provider(credential.provider, credential.country)] if credential.provider else []
    return own + [_provider(rule.provider) for rule in credential.stacks_into if rule.provider]


def _award_id(rule: StackingRule) -> str:
    size = f"-{rule.credits_total:g}" if rule.credits_total else ""
    return f"_:award-{alike(f'{rule.provider or str()} {rule.title}')}{size}"


def _award(rule: StackingRule) -> dict[str, Any]:
    return stated(
        {
            "@id": _award_id(rule),
            "@type": "ceterms:LearningProgram",
            "ceterms:name": in_language(rule.title),
            "ceterms:offeredBy": [_provider_id(rule.provider)] if rule.provider else None,
            "ceterms:creditValue": _credits(rule.credits_total, None) if rule.credits_total else None,
            "ceterms:subjectWebpage": rule.source_url,
        }
    )
