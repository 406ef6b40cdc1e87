"""What speaks for trusting a credential, signal by signal: known or unknown, strong or weak, each with its reason.

The signals and their order follow the survey paper's challenges. They are never folded into one number, and what is
not stated counts as unknown, never as bad.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from catalogue import freshness
from catalogue.credits import contact_hours, notional_hours
from catalogue.definition import Verdict
from catalogue.frameworks import in_words
from catalogue.freshness import STALE_AFTER_DAYS
from catalogue.records import Credential

Standing = Literal["strong", "known", "weak", "unknown"]

# The smallest micro-credential that Ontario's student aid counts; below it we warn that an award may be trivial.
# https://forms.carleton.ca/future-edge/full-application-for-micro-credential
TRIVIAL_HOURS = 5

AUTHORITY = re.compile(
    r"\b(NZQA|QQI|MQA|TEQSA|ASQA|Ofqual|SQA|QAA|HKCAAVQ|MFHEA|SkillsFuture|ministry)\b|"
    r"Qualifications (Register|Framework)|accredit(ed|ation)|external quality assurance|ACE credit|GCHQ Certified",
    re.IGNORECASE,
)
OWN_WORD = re.compile(
    r"self-accreditation|own |internal|Academic Board|faculty|governance|framework|universit|department|college", re.I
)
SUPERVISED = re.compile(r"proctor|supervis|invigilat|identity|observ|oral|on[- ]site|test cent(re|er)", re.IGNORECASE)
SUBSTANTIAL = re.compile(
    r"exam|project|portfolio|report|thesis|practical|presentation|essay|case|capstone|lab|simulation|demonstration",
    re.IGNORECASE,
)
LIGHT = re.compile(r"quiz|multiple[- ]choice|automat|peer", re.IGNORECASE)
VERIFIABLE = re.compile(
    r"open badge|digital (badge|credential|certificate)|verified|verifiable|europass|blockchain|passport", re.I
)


@dataclass(frozen=True)
class Signal:
    """One sign of trustworthiness: `value` as the record's `field` states it, both `None` where it does not."""

    name: str
    standing: Standing
    value: str | None
    reason: str
    field: str | None


@dataclass(frozen=True)
class Caution:
    """A reason for care: `kind` is trivial, unassessed, closed or old."""

    kind: Literal["trivial", "unassessed", "closed", "old"]
    text: str


def signals(
    credential: Credential, verdict: Verdict, today: date, stale_after: int = STALE_AFTER_DAYS
) -> tuple[Signal, ...]:
    """Return every trust signal of a credential in the order to show them."""
    return (
        _who_stands_behind(credential),
        _who_assesses(credential),
        _rigour(credential, verdict),
        _workload(credential),
        _level(credential),
        _stackability(credential),
        _portability(credential),
        _partners(credential),
        _unknown("Evidence of need", "no employer's or community's statement is on record"),
        _cost(credential),
        _freshness(credential, today, stale_after),
    )


def cautions(
    credential: Credential, verdict: Verdict, today: date, stale_after: int = STALE_AFTER_DAYS
) -> tuple[Caution, ...]:
    """Return what a learner should be warned of: trivial size, no assessment, closed offers, stale facts (days)."""
    found: list[Caution] = []
    hours = notional_hours(credential)
    if hours and hours[1] < TRIVIAL_HOURS:
        text = f"Very small: at most {hours[1]:g} hours (we warn below {TRIVIAL_HOURS}). Free material may do as well."
        found.append(Caution("trivial", text))
    if verdict.criteria[1].met is False:
        found.append(Caution("unassessed", "Nothing is tested: it shows that you took part, not what you can do."))
    elif verdict.criteria[1].met is None:
        found.append(Caution("unassessed", "Whether it is assessed is not stated; ask before you pay."))
    if ended := freshness.ended(credential, today):
        found.append(Caution("closed", ended))
    if old := freshness.old(credential, today, stale_after):
        found.append(Caution("old", old))
    return tuple(found)


def _unknown(name: str, reason: str) -> Signal:
    return Signal(name, "unknown", None, reason, None)


def _who_stands_behind(credential: Credential) -> Signal:
    name, value = "Who stands behind it", credential.quality_assurance
    if value is None:
        return _unknown(name, "no accreditation or quality assurance is stated")
    if AUTHORITY.search(value) and not re.search("self-accreditation", value, re.IGNORECASE):
        return Signal(name, "strong", value, "an outside authority or register is named", "quality_assurance")
    if OWN_WORD.search(value):
        return Signal(name, "known", value, "the provider's own or a shared framework's assurance", "quality_assurance")
    return Signal(name, "known", value, "stated by the source; we did not confirm it", "quality_assurance")


def _who_assesses(credential: Credential) -> Signal:
    name, value = "Who assesses", credential.assessor_claim
    if value is None:
        return _unknown(name, "the source does not say who assesses")
    if value in ("external body", "industry"):
        return Signal(name, "strong", value, "somebody other than the seller assesses, as stated", "assessor_claim")
    if value == "automated":
        return Signal(name, "weak", value, "a machine checks the answers", "assessor_claim")
    return Signal(name, "weak", value, "the provider assesses its own award; not confirmed", "assessor_claim")


def _rigour(credential: Credential, verdict: Verdict) -> Signal:
    name, assessed = "Assessment", verdict.criteria[1]
    value = ", ".join(credential.assessment) or None
    if assessed.met is None:
        return Signal(name, "weak" if value else "unknown", value, assessed.reason, "assessment" if value else None)
    if assessed.met is False:
        field = "assessment" if value else "digital_certificate" if credential.digital_certificate else "type_claim"
        return Signal(name, "weak", value or getattr(credential, field), assessed.reason, field)
    kinds = credential.assessment
    if any(SUPERVISED.search(item) for item in kinds):
        return Signal(name, "strong", value, "a person watches or meets the learner", "assessment")
    if any(SUBSTANTIAL.search(item) and not LIGHT.search(item) for item in kinds):
        reason = "substantial work is judged; supervision and identity checks are not stated"
        return Signal(name, "known", value, reason, "assessment")
    if all(LIGHT.search(item) for item in kinds):
        return Signal(name, "weak", value, "light checks only; supervision is not stated", "assessment")
    return Signal(name, "known", value, "assessed; supervision and identity checks are not stated", "assessment")


def _workload(credential: Credential) -> Signal:
    name, parts, fields = "Workload", [], []
    if credential.workload_hours is not None:
        parts.append(f"{credential.workload_hours:g} hours in total")
        fields.append("workload_hours")
    elif credential.hours_total is not None:
        parts.append(f"{credential.hours_per_week:g} hours a week, {credential.hours_total:g} in total")
        fields.append("hours_per_week")
    if (contact := contact_hours(credential)) is not None:
        parts.append(f"{contact:.3g} hours with a teacher")
        fields.append("contact_hours" if credential.contact_hours else "credits")
    if credential.duration_weeks is not None:
        parts.append(f"{credential.duration_weeks:g} weeks")
        fields.append("duration_weeks")
    if credential.credits:
        parts.append(f"{credential.credits.amount:g} {credential.credits.system or 'credits (system not stated)'}")
        fields.append("credits")
    if not parts and credential.evidence_based:
        return Signal(
            name, "known", "no set hours", "earned by evidence, so hours are left out on purpose", "evidence_based"
        )
    if not parts:
        return _unknown(name, "neither hours, weeks nor credits are stated")
    sized = notional_hours(credential) is not None
    reason = "the total effort is stated" if sized else "the total effort in hours is not stated"
    return Signal(name, "strong" if sized else "known", "; ".join(parts), reason, fields[0])


def _level(credential: Credential) -> Signal:
    if credential.level is None or credential.level.value is None:
        return _unknown("Level", "no level on a framework is stated")
    return Signal("Level", "strong", in_words(credential.level), "placed on a named scale", "level")


def _stackability(credential: Credential) -> Signal:
    name, rules = "Stackability", credential.stacks_into
    if not rules:
        return _unknown(name, "no stacking route found")
    value = "; ".join(rule.title for rule in rules)
    if any(rule.credits_awarded for rule in rules):
        return Signal(name, "strong", value, "a larger award and the credits it gives are named", "stacks_into")
    return Signal(name, "known", value, "a larger award is named; how much it counts for is not stated", "stacks_into")


def _portability(credential: Credential) -> Signal:
    name, value = "Portability", credential.digital_certificate
    if value is None:
        return _unknown(name, "the form of the certificate is not stated")
    if VERIFIABLE.search(value):
        reason = "it can be carried and shared; who else accepts it is not stated"
        return Signal(name, "known", value, reason, "digital_certificate")
    return Signal(name, "weak", value, "no format that others can check is stated", "digital_certificate")


def _partners(credential: Credential) -> Signal:
    if credential.platform and credential.platform != credential.provider:
        reason = "it is offered through another; who else designs, assesses or endorses it is not stated"
        return Signal("Partners", "known", credential.platform, reason, "platform")
    return _unknown("Partners", "nobody beside the provider is named")


def _cost(credential: Credential) -> Signal:
    if credential.cost is None:
        return _unknown("Cost", "cost not stated")
    value = "free" if credential.is_free else f"{credential.cost.amount:g} {credential.cost.currency}"
    return Signal("Cost", "known", value, "as stated; extra exam fees and refunds are not on record", "cost")


def _freshness(credential: Credential, today: date, stale_after: int) -> Signal:
    name, age = "Freshness", freshness.age(credential, today)
    if age is None:
        return _unknown(name, "the source shows no date")
    standing: Standing = "weak" if age > stale_after else "known"
    reason = f"at least {age} days old" + (f", more than {stale_after}" if age > stale_after else "")
    if credential.source_date:
        return Signal(name, standing, credential.source_date, reason, "source_date")
    value = f"read on {credential.read_on}" + (f" from {credential.read_from}" if credential.read_from else "")
    return Signal(name, standing, value, f"{reason}; the source itself shows no date", "read_on")
