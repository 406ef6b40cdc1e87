"""Open Badges 2 assertions and Open Badges 3 credentials -> what is held.

https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html, https://www.imsglobal.org/spec/ob/v3p0
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from catalogue.held.report import NOT_CHECKED, HeldReport, Verdict
from catalogue.held.signature import signature_of
from catalogue.held.values import day, first, listed, name_of, number, objects, types, words

HOSTED = Verdict(NOT_CHECKED, "A hosted badge is proved by its issuer's own web page, which was not opened.")
EQF_ADDRESS = re.compile(r"https?://data\.europa\.eu/(?:snb/eqf|esco/eqf)/(\d)/?")
EQF_NAMES = {"eqf", "european qualifications framework", "european qualifications framework (eqf)"}


def read_version_2(
    report: HeldReport, place: str, badge: dict[str, Any], known: Mapping[str, Any], outer: Verdict | None
) -> None:
    """Add a version 2 assertion; `known` has the other objects of the same file by their address."""
    badge_class = badge.get("badge")
    if isinstance(badge_class, str):
        if badge_class not in known:
            report.refuse(
                place,
                f"the badge only points to its description at {badge_class[:100]}, which is not fetched; "
                "bring the badge as a picture or with its description, or add it by hand",
            )
            return
        badge_class = known[badge_class]
    badge_class = first(badge_class)
    issuer = badge_class.get("issuer")
    issuer = known.get(issuer, issuer) if isinstance(issuer, str) else issuer
    if badge.get("revoked") is True:
        report.refuse(place, "the file says that this badge was withdrawn")
        return
    report.keep(
        place,
        outer or HOSTED,
        format="Open Badges 2.0",
        title=words(badge_class.get("name")),
        issuer=name_of(issuer),
        level=eqf_level(badge_class.get("alignment")),
        date=day(badge.get("issuedOn")),
        expires=day(badge.get("expires")),
    )


def read_version_3(report: HeldReport, place: str, credential: dict[str, Any], outer: Verdict | None) -> None:
    """Add a version 3 credential; `outer` is the verdict on what it came wrapped in, used where it has no proof."""
    verdict = signature_of(credential) if outer is None or credential.get("proof") else outer
    subjects = list(objects(credential.get("credentialSubject")))
    if not subjects:
        report.refuse(place, "this badge has no credentialSubject, so it says nothing of what is held")
    for _, subject in subjects:
        achievement = first(subject.get("achievement"))
        earned = number(subject.get("creditsEarned"))
        report.keep(
            f"{place}.credentialSubject".lstrip("."),
            verdict,
            format="Open Badges 3.0",
            title=words(achievement.get("name")) or words(credential.get("name")),
            issuer=name_of(credential.get("issuer")),
            level=eqf_level(achievement.get("alignment")),
            credits=None if earned is None else (earned, None),
            date=day(credential.get("awardedDate"))
            or day(credential.get("validFrom"))
            or day(credential.get("issuanceDate")),
            expires=day(credential.get("validUntil")) or day(credential.get("expirationDate")),
        )
    if credential.get("credentialStatus"):
        report.remark(place, "whether the issuer has withdrawn it since was not checked (no network)")


def eqf_level(alignments: Any) -> tuple[str, str] | None:
    """Return the EQF level that a badge is aligned to, `None` where it names none or more than one."""
    levels = set()
    for _, alignment in objects(alignments):
        target = alignment.get("targetUrl")
        found = EQF_ADDRESS.fullmatch(target) if isinstance(target, str) else None
        if found is None and (words(alignment.get("targetFramework")) or "").lower() in EQF_NAMES:
            named = words(alignment.get("targetCode")) or words(alignment.get("targetName")) or ""
            found = re.fullmatch(r"(?:EQF )?(?:level )?([1-8])", named, re.IGNORECASE)
        if found:
            levels.add(found[1])
    return ("EQF", levels.pop()) if len(levels) == 1 else None


def is_version_2(document: dict[str, Any]) -> bool:
    """True for an assertion, also where it lacks its type but has a badge and a recipient."""
    return "Assertion" in types(document) or {"badge", "recipient"} <= set(document)


def is_version_3(document: dict[str, Any]) -> bool:
    """True for a credential of version 3, by type or by what its subject is."""
    if types(document) & {"OpenBadgeCredential", "AchievementCredential"}:
        return True
    return any(
        "AchievementSubject" in types(subject) or "achievement" in subject
        for subject in listed(document.get("credentialSubject"))
        if isinstance(subject, dict)
    )
