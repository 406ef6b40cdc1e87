"""Read CTDL, the Credential Registry's JSON-LD: single resources, graphs, envelopes, and lists of any of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from catalogue.import_report import ImportReport
from catalogue.importers.columns import BY_NAME, Guide
from catalogue.importers.draft import Draft
from catalogue.importers.json_document import read_json
from catalogue.importers.linked import Nodes, id_of, many, normal, text_of, texts_of
from catalogue.importers.source import Source

# What a learner can take or earn; https://credreg.net/ctdl/terms lists the classes.
OPPORTUNITIES = {"LearningOpportunityProfile", "LearningOpportunity", "Course", "LearningProgram"}
CREDENTIALS = {
    "ApprenticeshipCertificate", "AcademicCertificate", "AssociateDegree", "AssociateOfAppliedArtsDegree",
    "AssociateOfAppliedScienceDegree", "AssociateOfArtsDegree", "AssociateOfScienceDegree", "BachelorDegree",
    "BachelorOfArtsDegree", "BachelorOfScienceDegree", "Badge", "BasicTechnicalCertificate", "Certificate",
    "CertificateOfCompletion", "CertificateOfParticipation", "Certification", "Credential", "Degree", "DigitalBadge",
    "Diploma", "DoctoralDegree", "GeneralEducationDevelopment", "GeneralEducationLevel1Certificate",
    "GeneralEducationLevel2Certificate", "HigherEducationLevel1Certificate", "HigherEducationLevel2Certificate",
    "JourneymanCertificate", "License", "MasterCertificate", "MasterDegree", "MasterOfArtsDegree",
    "MasterOfScienceDegree", "MicroCredential", "OpenBadge", "PreparatoryCertificate", "ProfessionalCertificate",
    "ProfessionalDoctorate", "ResearchDoctorate", "SecondaryEducationCertificate", "SecondarySchoolDiploma",
    "SpecialistDegree", "TechnicalLevel1Certificate", "TechnicalLevel2Certificate", "TechnicalLevel3Certificate",
    "WorkbasedLearningCertificate",
}  # fmt: skip
USED = {
    "audienceLevelType", "assessmentMethodDescription",
    "id", "type", "context", "ctid", "name", "description", "subjectWebpage", "ownedBy", "offeredBy", "inLanguage",
    "subject", "keyword", "deliveryType", "teaches", "assesses", "estimatedDuration", "estimatedCost", "creditValue",
    "creditHourValue", "creditHourType", "creditUnitValue", "creditUnitType", "requires", "isPartOf", "hasPart",
    "availableAt", "availableOnlineAt", "dateModified", "isAdvancedStandingFor", "accreditedBy", "approvedBy",
    "qualityAssuredBy", "identifier", "codedNotation", "scheduleTimingType", "educationalLevel",
    "assessmentMethodType", "regulatedBy", "recognizedBy", "expirationDate", "lifeCycleStatusType",
    "credentialStatusType",
}  # fmt: skip
CREDIT_UNITS = {
    "SemesterHours": "US semester credit", "QuarterHours": "US quarter credit", "ContinuingEducationUnit": "CEU",
    "ClockHours": "clock hours", "ContactHours": "contact hours", "DegreeCredit": "degree credit",
    "CertificateCredit": "certificate credit", "UnitOfCredit": "credit unit", "EuropeanCreditTransferSystem": "ECTS",
}  # fmt: skip
# A price for taking part; the others (application, renewal, books) are not the offer's price.
PRICES = {"AggregateCost", "Tuition", "TuitionInState", "ProgramSpecificFee", "LearningResource", "EnrollmentFee"}
# What a larger award is named by where it stands in the file only as the target of smaller ones.
STUB = {"id", "type", "name", "offeredBy", "ownedBy", "creditValue", "subjectWebpage"}
LARGER = {"isPartOf", "isAdvancedStandingFor"}


def read(source: Source, report: ImportReport, guide: Guide = BY_NAME) -> Iterator[Draft]:
    """Yield a draft for each learning opportunity and credential; other resources are counted as passed over."""
    nodes = Nodes()
    for where, value in read_json(source, report):
        for place, member in members(normal(value), where):
            nodes.add(place, member)
            _link(nodes, member)
    for place, node in nodes.top():
        kind = next((name for name in node.get("type", []) if name in OPPORTUNITIES | CREDENTIALS), None)
        if kind and not (nodes.is_parent(node) and node.keys() <= STUB):
            yield _draft(Draft(report, place), node, kind, nodes)
        else:
            report.pass_over(node.get("type", []))


def members(value: Any, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (JSON path, resource) of what an envelope, a graph, or a list of them holds."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from members(item, f"{where}[{index}]")
    elif not isinstance(value, dict):
        return
    elif isinstance(value.get("decoded_resource"), dict):
        yield from members(value["decoded_resource"], f"{where}.decoded_resource")
    elif isinstance(value.get("graph"), list):
        yield from members(value["graph"], f"{where}.@graph")
    else:
        yield where, {key: inner for key, inner in value.items() if key != "context"}


def _link(nodes: Nodes, node: dict[str, Any]) -> None:
    """Note every statement that a smaller resource counts towards a larger one, whichever of the two makes it."""
    for key in LARGER & node.keys():
        for larger in many(node[key]):
            nodes.link(node, larger, key)
    for smaller in many(node.get("hasPart")) + many(node.get("advancedStandingFrom")):
        nodes.link(smaller, node, "hasPart")
    for condition in many(node.get("requires")):
        if isinstance(condition, dict):
            for key in ("targetLearningOpportunity", "targetCredential"):
                for smaller in many(condition.get(key)):
                    nodes.link(smaller, node, "requires")
    if "TransferValueProfile" in node.get("type", []):
        for smaller in many(node.get("transferValueFrom")):
            for larger in many(node.get("transferValueFor")) or [node]:
                nodes.link(smaller, larger if nodes.name(larger) else node, "transferValue")


def _draft(draft: Draft, node: dict[str, Any], kind: str, nodes: Nodes) -> Draft:
    draft.report.unknown(key for key in node if key not in USED)
    draft.text("title", text_of(node.get("name")), 1000)
    draft.source_id = _own_id(node)
    if (address := id_of(node)) and address.startswith("http"):
        draft.address("source_url", address)
    draft.more_text("summary", text_of(node.get("description")))
    draft.address("url", text_of(node.get("subjectWebpage")) or id_of(node.get("subjectWebpage")))
    draft.text("credential_type", _spaced(kind.removesuffix("Profile")))
    _people(draft, node, nodes)
    draft.languages(texts_of(node.get("inLanguage")))
    draft.text("subject", ", ".join(_targets(node.get("subject"))[:20]))
    draft.texts("skills", texts_of(node.get("keyword")))
    draft.texts("learning_outcomes", _targets(node.get("teaches")) + _targets(node.get("assesses")))
    draft.texts(
        "assessment", _targets(node.get("assessmentMethodType")) + texts_of(node.get("assessmentMethodDescription"))
    )
    draft.mode(_targets(node.get("deliveryType")))
    draft.pacing(_targets(node.get("scheduleTimingType")))
    draft.date(node.get("dateModified"))
    draft.until(texts_of(node.get("expirationDate")))
    draft.status(_targets(node.get("lifeCycleStatusType")) + _targets(node.get("credentialStatusType")))
    _amounts(draft, node)
    _prerequisites(draft, node)
    for larger, how in nodes.parents(node):
        _stack(draft, larger, how, nodes)
    return draft


def _own_id(node: dict[str, Any]) -> str | None:
    """Return the CTID, else the address or the code; a blank node's id means nothing outside its file."""
    if ctid := text_of(node.get("ctid")):
        return ctid
    own = id_of(node)
    if own and not own.startswith("_:"):
        return own
    codes = [
        text_of(item.get("identifierValueCode")) for item in many(node.get("identifier")) if isinstance(item, dict)
    ]
    return next((code for code in [*codes, text_of(node.get("codedNotation"))] if code), None)


def _people(draft: Draft, node: dict[str, Any], nodes: Nodes) -> None:
    owners = many(node.get("offeredBy")) + many(node.get("ownedBy"))
    named = next((name for owner in owners if (name := nodes.name(owner))), None)
    draft.text("provider", named, 500)
    if owners and not named:
        draft.leave_out("provider", id_of(owners[0]) or "", "only an address, whose name this file does not hold")
    homes = [place for owner in owners for place in many(nodes.resolve(owner).get("address"))]
    for place in homes + many(node.get("availableAt")):
        if isinstance(place, dict):
            draft.country(text_of(place.get("addressCountry")))
    assured = [name for key in ("accreditedBy", "approvedBy", "qualityAssuredBy", "regulatedBy", "recognizedBy")
               for agent in many(node.get(key)) if (name := nodes.name(agent)) and name != named]  # fmt: skip
    draft.text("quality_assurance", ", ".join(dict.fromkeys(assured)))


def _amounts(draft: Draft, node: dict[str, Any]) -> None:
    for profile in many(node.get("estimatedDuration")):
        if isinstance(profile, dict):
            low, high = profile.get("minimumDuration"), profile.get("maximumDuration")
            draft.workload(text_of(profile.get("timeRequired")))
            if profile.get("exactDuration") or low == high:
                draft.length(text_of(profile.get("exactDuration") or low))
            else:
                draft.leave_out("duration", f"{low} to {high}", "a range, not one length")
    values = [value for value in many(node.get("creditValue")) if isinstance(value, dict)]
    for value in values:
        draft.credits(value.get("value"), _credit_unit(value.get("creditUnitType")))
    draft.credits(node.get("creditHourValue"), _credit_unit(node.get("creditHourType")))
    draft.credits(node.get("creditUnitValue"), _credit_unit(node.get("creditUnitType")))
    for level in many(node.get("educationalLevel")) + many(node.get("audienceLevelType")):
        named = level if isinstance(level, dict) else {}
        if framework := text_of(
            named.get("frameworkName")
        ):  # without one it is an audience ("Associates Degree Level")
            draft.level(text_of(named.get("codedNotation")) or text_of(named.get("targetNodeName")), framework)
    _cost(draft, node)


def _credit_unit(value: Any) -> str | None:
    """Return the credit system of "creditUnit:SemesterHours", an alignment to it, or the words "Semester Hours"."""
    for item in many(value):
        named = item if isinstance(item, dict) else {}
        word = unquote(text_of(named.get("targetNode")) or id_of(item) or "")
        name = word.rsplit(":", 1)[-1]
        known = CREDIT_UNITS.get(name.replace(" ", "")) or text_of(named.get("targetNodeName"))
        if system := known or (_spaced(name) if ":" in word and " " not in name else name):
            return system
    return None


def _cost(draft: Draft, node: dict[str, Any]) -> None:
    """Take the price where all the cost profiles that state one agree."""
    offers = []
    for profile in many(node.get("estimatedCost")):
        if not isinstance(profile, dict) or profile.get("price") is None:
            continue
        kinds = {
            str(item.get("targetNode", item.get("id", ""))).rsplit(":", 1)[-1]
            for item in many(profile.get("directCostType"))
            if isinstance(item, dict)
        }
        if pattern := text_of(profile.get("paymentPattern")):
            draft.leave_out("cost", f"{profile['price']} {pattern}", "one of several payments, not the whole price")
        elif kinds and not kinds & PRICES:
            draft.leave_out("cost", f"{profile['price']} {', '.join(sorted(kinds))}", "a side cost, not the price")
        else:
            offers.append((profile["price"], text_of(profile.get("currency"))))
    if len({str(price) for price, _ in offers}) > 1:
        draft.leave_out("cost", ", ".join(str(price) for price, _ in offers), "several prices for different people")
    elif offers:
        draft.price(*offers[0])


def _prerequisites(draft: Draft, node: dict[str, Any]) -> None:
    for condition in many(node.get("requires")):
        if isinstance(condition, dict):
            stated = [
                text for key in ("description", "condition", "experience") for text in texts_of(condition.get(key))
            ]
            draft.texts("prerequisites", [text for text in stated if not text.startswith("***")])


def _stack(draft: Draft, larger: dict[str, Any], how: str, nodes: Nodes) -> None:
    title = draft.stack_title(nodes.name(larger), id_of(larger), how)
    if title is None:
        return
    value = (
        next((item for item in many(larger.get("transferValue")) if isinstance(item, dict)), {})
        if how == "transferValue"
        else {}
    )
    owners = many(larger.get("ownedBy")) + many(larger.get("offeredBy"))
    page = text_of(larger.get("subjectWebpage")) or id_of(larger) or ""
    draft.stacks_into(
        {
            "title": title,
            "provider": next((name for owner in owners if (name := nodes.name(owner))), None),
            "type": "transfer value"
            if how == "transferValue"
            else _spaced(", ".join(larger.get("type", [])).removesuffix("Profile")),
            "credits_awarded": value.get("value") if isinstance(value.get("value"), (int, float)) else None,
            "source_url": page if page.startswith("http") else None,
        }
    )


def _targets(value: Any) -> list[str]:
    """Return the names that alignments point to, or plain texts."""
    found = []
    for item in many(value):
        named = item if isinstance(item, dict) else {}
        text = text_of(named.get("targetNodeName")) or text_of(named.get("targetNodeDescription")) or text_of(item)
        found.append(text or _spaced(str(named.get("targetNode") or named.get("id") or "").rsplit(":", 1)[-1]))
    return [text for text in dict.fromkeys(found) if text]


def _spaced(name: str) -> str:
    """Return "LearningOpportunity" as "learning opportunity"; an abbreviation stays as it is."""
    return re.sub(
        r"(?<=[a-z])([A-Z])",
        lambda sign: f" {sign[0].lower()}",
        name[:1].lower() + name[1:] if name[1:2].islower() else name,
    )
