"""Read definitions of badges: Open Badges 2 BadgeClass and 3 Achievement, alone or inside a learner's record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from catalogue.import_report import ImportReport
from catalogue.importers.columns import BY_NAME, Guide
from catalogue.importers.draft import Draft
from catalogue.importers.json_document import read_json
from catalogue.importers.linked import Nodes, id_of, many, normal, text_of, texts_of
from catalogue.importers.source import FileRefused, Source, learners_record

DEFINITIONS = {"BadgeClass": "Open Badges 2", "Achievement": "Open Badges 3"}
# A learner's records, the most telling type first, and what they are in words.
LEARNERS = {
    "LER-RSType.json": "an LER-RS résumé", "ClrCredential": "a Comprehensive Learner Record",
    "OpenBadgeCredential": "an Open Badges 3 credential", "AchievementCredential": "an Open Badges 3 credential",
    "Assertion": "an Open Badges 2 assertion", "VerifiableCredential": "a verifiable credential",
}  # fmt: skip
USED = {
    "id", "type", "context", "name", "description", "criteria", "issuer", "creator", "tags", "tag", "alignment",
    "creditsAvailable", "achievementType", "fieldOfStudy", "language", "inLanguage", "image", "humanCode", "version",
}  # fmt: skip
CRITERIA_SHOWN = 500


def read(source: Source, report: ImportReport, guide: Guide = BY_NAME) -> Iterator[Draft]:
    """Yield a draft for each definition with a name. Raises FileRefused when it is a learner's record without any."""
    nodes, found = Nodes(), 0
    types: set[str] = set()
    for where, value in read_json(source, report):
        if isinstance(value, dict):
            nodes.add(where, normal(value))
    for _, node in nodes.top():
        types |= _types_in(node) & (LEARNERS.keys() | {"Issuer", "Profile"})
        _link(nodes, node)
    for place, node in nodes.top():
        issuer = node.get("issuer")
        for where, definition, owner in _walk(node, place, issuer):
            if nodes.meet(definition, "read"):
                found += 1
                yield _draft(Draft(report, where), definition, owner, nodes)
    record = next((words for name, words in LEARNERS.items() if name in types), None)
    if record and not found:
        raise FileRefused(learners_record(record))
    if record:
        report.remark(
            f"This is {record}, a learner's own: the definitions in it were read, and nothing about the learner."
        )
    elif not found and types & {"Issuer", "Profile"}:
        raise FileRefused("the file describes an issuer of badges and holds no badge")


def _types_in(value: Any) -> set[str]:
    found: set[str] = set()
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        found |= _types_in(inner)
    return found | set(value.get("type", []) if isinstance(value, dict) and isinstance(value.get("type"), list) else [])


def _walk(value: Any, where: str, issuer: Any) -> Iterator[tuple[str, dict[str, Any], Any]]:
    """Yield (place, definition, issuer of the record around it); endorsements are about others and are not entered."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk(item, f"{where}[{index}]", issuer)
    elif isinstance(value, dict):
        types = value.get("type") if isinstance(value.get("type"), list) else []
        if set(types or []) & DEFINITIONS.keys() and text_of(value.get("name")):
            yield where, value, issuer
            return
        for key, inner in value.items():
            if key not in ("endorsement", "related"):
                yield from _walk(inner, f"{where}.{key}", value.get("issuer") or issuer)


def _link(nodes: Nodes, value: Any) -> None:
    """Note which achievement is the parent of which, as the associations of a learner record tell."""
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _link(nodes, inner)
    if isinstance(value, dict) and value.get("associationType") in ("isParentOf", "isPartOf", "isChildOf"):
        pair = (value.get("targetId"), value.get("sourceId"))
        child, parent = pair if value["associationType"] == "isParentOf" else (pair[1], pair[0])
        nodes.link(child, parent, "association")


def _draft(draft: Draft, node: dict[str, Any], owner: Any, nodes: Nodes) -> Draft:
    standard = next(words for name, words in DEFINITIONS.items() if name in node["type"])
    draft.report.unknown(key for key in node if key not in USED)
    draft.text("title", text_of(node.get("name")), 1000)
    own = id_of(node)
    draft.source_id = own if own and not own.startswith("_:") else text_of(node.get("humanCode"))
    draft.text("summary", text_of(node.get("description")))
    _issuer(draft, [node.get("issuer"), node.get("creator"), owner], nodes)
    if own and own.startswith("http"):
        draft.address("source_url", own)
    for criteria in many(node.get("criteria")):
        narrative = text_of(criteria.get("narrative")) if isinstance(criteria, dict) else None
        page = id_of(criteria)
        draft.address("url", page if page and page.startswith("http") else None)
        draft.texts("assessment", [narrative[:CRITERIA_SHOWN]] if narrative else [])
    draft.texts("skills", texts_of(node.get("tags")) + texts_of(node.get("tag")))
    aligned = [
        item for item in many(node.get("alignment")) if isinstance(item, dict) and item.get("targetType") != "CTDL"
    ]
    draft.texts("skills", [name for item in aligned if (name := nodes.name(item)) and name != draft.row.get("title")])
    draft.credits(node.get("creditsAvailable"))
    kind = text_of(node.get("achievementType")) or "badge"
    draft.text(
        "credential_type", "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in kind.removeprefix("ext:"))
    )
    draft.text("subject", text_of(node.get("fieldOfStudy")))
    draft.languages(texts_of(node.get("language")) + texts_of(node.get("inLanguage")))
    draft.text("digital_certificate", standard)
    for larger, _ in nodes.parents(node):
        draft.stacks_into({"title": nodes.name(larger), "type": text_of(larger.get("achievementType"))})
    return draft


def _issuer(draft: Draft, agents: list[Any], nodes: Nodes) -> None:
    for agent in agents:
        draft.text("provider", nodes.name(agent), 500)
        for address in many(nodes.resolve(agent).get("address")):
            if isinstance(address, dict):
                draft.country(text_of(address.get("addressCountryCode")) or text_of(address.get("addressCountry")))
    named = next((name for agent in agents if (name := id_of(agent))), None)
    if "provider" not in draft.row and named:
        draft.leave_out("provider", named, "only an address, whose name this file does not hold")
