"""European Digital Credentials: European Learning Model v3 in JSON-LD, and the older Europass XML -> what is held.

https://github.com/european-commission-empl/European-Learning-Model (examples and XSD)
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from catalogue.held.report import NOT_CHECKED, UNSIGNED, HeldReport, Verdict
from catalogue.held.signature import signature_of
from catalogue.held.values import day, first, name_of, number, objects, types, words

ELM = "European Digital Credential (ELM v3)"
EDC = "Europass credential (XML)"
EQF = re.compile(r"https?://data\.europa\.eu/(?:snb|esco)/eqf/(\d)/?")
NATIONAL = re.compile(r"(?P<framework>[\w .()-]{2,60}?)[ ,:-]+level[ :]*(?P<value>[\w.]{1,5})", re.IGNORECASE)
# The concept for ECTS in the European list of education credit systems.
ECTS_CONCEPT = "http://data.europa.eu/snb/education-credit/6fcec5c5af"
TAKING_PART = "states taking part, not an achievement that was assessed"


def is_elm(document: dict[str, Any]) -> bool:
    """True for a European Digital Credential in JSON-LD."""
    subject = first(document.get("credentialSubject"))
    return bool(types(document) & {"EuropeanDigitalCredential", "EuropassCredential"}) or "hasClaim" in subject


def read_elm(report: HeldReport, place: str, credential: dict[str, Any], outer: Verdict | None) -> None:
    """Add each achievement, and each activity that stands alone, of a credential in JSON-LD."""
    verdict = signature_of(credential) if outer is None or credential.get("proof") else outer
    subject = first(credential.get("credentialSubject"))
    claims = list(objects(subject.get("hasClaim")))
    if not claims:
        report.refuse(place, "this European credential claims no achievement")
    for position, claim in claims:
        where = f"{place}credentialSubject.hasClaim[{position}]"
        kind = types(claim)
        if not kind & {"LearningAchievement", "LearningActivity"}:
            report.refuse(where, f"is a {', '.join(sorted(kind)) or 'claim without a type'}, not an achievement")
            continue
        if "LearningActivity" in kind:
            report.remark(where, TAKING_PART)
        parts = len(list(objects(claim.get("hasPart"))))
        if parts:
            report.remark(where, f"is listed as one whole; its {parts} parts are not listed again")
        award, plan = first(claim.get("awardedBy")), first(claim.get("specifiedBy"))
        period = first(claim.get("temporal"))
        report.keep(
            where,
            verdict,
            format=ELM,
            title=words(claim.get("title")) or words(plan.get("title")),
            issuer=_body(award.get("awardingBody")) or _body(credential.get("issuer")),
            level=_level(claim) or _level(plan),
            credits=_credits(claim.get("creditReceived")) or _credits(plan.get("creditPoint")),
            date=day(award.get("awardingDate"))
            or day(period.get("endDate"))
            or day(credential.get("issuanceDate"))
            or day(credential.get("validFrom")),
            expires=day(credential.get("validUntil")) or day(credential.get("expirationDate")),
        )


def _body(agent: Any) -> str | None:
    """Return the legal name of an organisation, or whatever names it."""
    return words(first(agent).get("legalName"), 500) or name_of(agent)


def _level(specification: dict[str, Any]) -> tuple[str, str] | None:
    """Return the EQF level, or else the national one where its label names scale and level ("RQF Level 6")."""
    for _, level in objects(specification.get("eqfLevel")):
        address = level.get("id")
        found = EQF.fullmatch(address) if isinstance(address, str) else None
        if found:
            return "EQF", found[1]
    label = words(first(specification.get("nqfLevel")).get("prefLabel"))
    named = NATIONAL.fullmatch(label) if label else None
    return (named["framework"].strip(), named["value"]) if named else None


def _credits(points: Any) -> tuple[float, str | None] | None:
    """Return amount and system of the first credit statement."""
    point = first(points)
    amount = number(point.get("point"))
    framework = first(point.get("framework"))
    label = words(framework.get("prefLabel"), 80)
    if framework.get("id") == ECTS_CONCEPT or (label or "").lower().startswith("european credit transfer"):
        label = "ECTS"
    return None if amount is None else (amount, label)


def is_edc(root: etree._Element) -> bool:
    """True for the root of a Europass credential in XML."""
    return etree.QName(root).localname == "europassCredential"


def read_edc(report: HeldReport, root: etree._Element) -> None:
    """Add each achievement of a Europass XML credential; without any, each activity."""
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    subject = next(root.iter("{*}credentialSubject"), None)
    signed = next(root.iter("{http://www.w3.org/2000/09/xmldsig#}Signature"), None) is not None
    verdict = (
        Verdict(NOT_CHECKED, "Its XML seal can only be checked against the European trust lists, on the web.")
        if signed
        else Verdict(UNSIGNED, "The file carries no signature.")
    )
    top = [] if subject is None else subject.findall("{*}achievements/*")
    taking_part = [] if top or subject is None else subject.findall("{*}activities/*")
    if not top and not taking_part:
        report.refuse("credentialSubject", "this Europass credential states no achievement")
    for element in [*top, *taking_part]:
        where = str(element.getroottree().getelementpath(element)).replace("{http://data.europa.eu/snb}", "")
        if element in taking_part:
            report.remark(where, TAKING_PART)
        plan = _referred(element.find("{*}specifiedBy"), by_id)
        report.keep(
            where,
            verdict,
            format=EDC,
            title=_label(element, "title") or (_label(plan, "title") if plan is not None else None),
            issuer=_awarder(element, by_id) or _awarder(root, by_id),
            level=_edc_level(element, plan),
            credits=_edc_credits(element, plan),
            date=_date(element, "awardingDate") or _date(element, "endedAtTime") or _date(root, "issued"),
            expires=_date(root, "validUntil"),
        )


def _referred(element: etree._Element | None, by_id: dict[Any, etree._Element]) -> etree._Element | None:
    """Return what a reference points to within the file, or the element itself."""
    return element if element is None else by_id.get(element.get("idref"), element)


def _label(element: etree._Element, tag: str) -> str | None:
    """Return the English text, else the first, of a child that holds one text per language."""
    texts = element.findall(f"{{*}}{tag}/{{*}}text")
    texts.sort(key=lambda text: text.get("lang") != "en")
    return next((found for text in texts if (found := words(text.text))), None)


def _awarder(element: etree._Element, by_id: dict[Any, etree._Element]) -> str | None:
    """Return the name of the body that awarded an achievement, or that issued or directed what it is given."""
    for tag in ("wasAwardedBy/{*}awardingBody", "awardedBy/{*}awardingBody", "directedBy", "issuer"):
        body = _referred(element.find(f"{{*}}{tag}"), by_id)
        name = None if body is None else _label(body, "prefLabel") or _label(body, "legalName")
        if name:
            return name
    return None


def _edc_level(*elements: etree._Element | None) -> tuple[str, str] | None:
    """Return the EQF level stated in the first element that has one, not counting its parts."""
    for element in elements:
        for child in () if element is None else element:
            found = EQF.fullmatch(child.get("uri", "")) if isinstance(child.tag, str) else None
            if found and "eqf" in etree.QName(child).localname.lower():
                return "EQF", found[1]
    return None


def _edc_credits(*elements: etree._Element | None) -> tuple[float, str] | None:
    """Return the ECTS credits stated in the first element that has them, not counting its parts."""
    for element in elements:
        for child in () if element is None else element:
            if isinstance(child.tag, str) and etree.QName(child).localname.lower().endswith("ectscreditpoints"):
                amount = number("".join(child.itertext()).strip())
                if amount is not None:
                    return amount, "ECTS"
    return None


def _date(element: etree._Element, tag: str) -> str | None:
    """Return the date in the first descendant of this name."""
    found = next(element.iter(f"{{*}}{tag}"), None)
    return None if found is None else day((found.text or "").strip())
