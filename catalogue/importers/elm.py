"""Read the European Learning Model v3 and EDC, JSON-LD or XML: opportunities and qualifications."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from catalogue.import_report import ImportReport
from catalogue.importers import elm_xml
from catalogue.importers.columns import BY_NAME, Guide
from catalogue.importers.draft import Draft
from catalogue.importers.identity import OWN_URN, SKILL
from catalogue.importers.json_document import read_json
from catalogue.importers.linked import Nodes, id_of, many, normal, text_of, texts_of
from catalogue.importers.source import FileRefused, Source, learners_record
from catalogue.quantities import figure_or_none

OPPORTUNITY = "LearningOpportunity"
SPECIFICATIONS = {"Qualification", "LearningAchievementSpecification"}
LEARNER_TYPES = {
    "EuropeanDigitalCredential",
    "VerifiableCredential",
    "Person",
    "europassCredential",
    "EuropassCredential",
}
USED = {
    "learningSchedule", "dateModified",
    "id", "type", "context", "title", "description", "altLabel", "providedBy", "duration", "mode", "priceDetail",
    "location", "homepage", "learningAchievementSpecification", "learningActivitySpecification", "hasPart",
    "isPartOf", "defaultLanguage", "modified", "eqfLevel", "nqfLevel", "creditPoint", "volumeOfLearning",
    "maximumDuration", "language", "learningOutcome", "learningOutcomeSummary", "thematicArea", "educationSubject",
    "entryRequirement", "awardingOpportunity", "dcType", "accreditation", "provenBy", "influencedBy", "awardedBy",
    "identifier", "ects", "temporal", "applicationDeadline",
}  # fmt: skip
# Concepts of the European controlled vocabularies that files give without a label.
MODES = {"920fbb3cbe": "online", "e92d221e4d": "blended", "9191af2ed9": "in person"}
CREDIT_FRAMEWORKS = {"6fcec5c5af": "ECTS"}


def read(source: Source, report: ImportReport, guide: Guide = BY_NAME) -> Iterator[Draft]:
    """Yield a draft for each learning opportunity, and for each qualification that no opportunity leads to.

    A learner's credential gives the specification of what was achieved, and nothing about the learner. Raises
    FileRefused when it holds none.
    """
    nodes, learner, n_found = Nodes(), False, 0
    for place, node in _nodes(source, report):
        nodes.add(place, node)
        learner = learner or bool(LEARNER_TYPES & set(node.get("type", [])))
    for place, node in nodes.top():
        for _, inner, _ in _walk(node, place, {}):
            _link(nodes, inner)
            for specification in many(inner.get("learningAchievementSpecification")):
                nodes.meet(specification, "offered")
    for place, node in nodes.top():
        for where, inner, claim in _walk(node, place, {}):
            offered = OPPORTUNITY not in inner["type"] and nodes.has_met(inner, "offered")
            if not offered and nodes.meet(inner, "read"):
                n_found += 1
                yield _draft(Draft(report, where), nodes.resolve(inner), claim, nodes)
    if learner and not n_found:
        raise FileRefused(learners_record("a European Digital Credential"))
    if learner:
        report.remark(
            "This is a learner's record: the credential that it describes was read, and nothing about the learner."
        )


def _nodes(source: Source, report: ImportReport) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (place, node) of the file's parts in the common shape."""
    if source.beginning.lstrip().startswith("<"):
        yield from elm_xml.read_xml(source, report)
        return
    for where, value in read_json(source, report):
        shaped = normal(value)
        if isinstance(shaped, dict) and isinstance(shaped.get("graph"), list):
            yield from (
                (f"{where}.@graph[{index}]", node)
                for index, node in enumerate(shaped["graph"])
                if isinstance(node, dict)
            )
        elif isinstance(shaped, dict):
            yield where, shaped


def _walk(value: Any, where: str, claim: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Yield (place, node, the learner's achievement around it) of each opportunity and specification inside a value."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk(item, f"{where}[{index}]", claim)
    elif isinstance(value, dict):
        types = set(value.get("type", []) if isinstance(value.get("type"), list) else [])
        if "LearningAchievement" in types:
            claim = value
        if types & (SPECIFICATIONS | {OPPORTUNITY}) and len(value) > 2:
            yield where, value, claim
            claim = {}
        for key, inner in value.items():
            if key not in ("isPartOf", "specialisationOf"):  # what it counts towards is named there, not described
                yield from _walk(inner, f"{where}.{key}", claim)


def _link(nodes: Nodes, node: dict[str, Any]) -> None:
    for part in many(node.get("hasPart")):
        nodes.link(part, node, "hasPart")
    for whole in many(node.get("isPartOf")):
        nodes.link(node, whole, "isPartOf")


def _draft(draft: Draft, node: dict[str, Any], claim: dict[str, Any], nodes: Nodes) -> Draft:
    """Fill the draft from an opportunity and the qualification it leads to, or from a qualification alone."""
    sources = [node] + [nodes.resolve(spec) for spec in many(node.get("learningAchievementSpecification"))]
    draft.source_id = _own_id(node)
    activities = [nodes.resolve(item) for part in sources for key in ("learningActivitySpecification", "influencedBy")
                  for item in many(part.get(key))]  # fmt: skip
    activities += [nodes.resolve(nodes.resolve(item).get("specifiedBy")) for item in many(claim.get("influencedBy"))]
    for part in sources:
        draft.report.unknown(key for key in part if key not in USED)
        draft.text("title", text_of(part.get("title")) or text_of(part.get("altLabel")), 1000)
        draft.more_text("summary", text_of(part.get("description")))
        draft.text("credential_type", nodes.name(next(iter(many(part.get("dcType"))), None)))
        draft.texts("prerequisites", [text for item in many(part.get("entryRequirement")) for text in _notes(item)])
        draft.date(text_of(part.get("modified")) or text_of(part.get("dateModified")))
        ends = [nodes.resolve(period).get("endDate") for period in many(part.get("temporal"))]
        draft.until([text for end in [*ends, *many(part.get("applicationDeadline"))] for text in texts_of(end)])
        for page in many(part.get("homepage")):
            draft.address("url", text_of(nodes.resolve(page).get("contentURL")) or id_of(page))
    _provider(draft, [*sources, claim], nodes)
    for part in [*sources, *activities]:
        _amounts(draft, part, nodes)
    for part in sources:
        _learning(draft, part, nodes)
    tests = [nodes.resolve(item) for part in sources for item in many(part.get("provenBy"))]
    tests += [nodes.resolve(nodes.resolve(item).get("specifiedBy")) for item in many(claim.get("provenBy"))]
    draft.texts("assessment", [name for test in tests if (name := nodes.name(test))])
    for larger, how in [pair for part in sources for pair in nodes.parents(part)]:
        _stack(draft, larger, how, nodes)
    return draft


def _own_id(node: dict[str, Any]) -> str | None:
    """Return the node's id, unless it was made up for one file ("urn:epass:qualification:1")."""
    own = id_of(node)
    if own and not own.startswith(("_:", "urn:epass:")):
        return own
    notations = [text_of(item.get("notation")) for item in many(node.get("identifier")) if isinstance(item, dict)]
    return next((text for text in notations if text), None)


def _notes(value: Any) -> list[str]:
    return texts_of(value.get("noteLiteral") if isinstance(value, dict) and "noteLiteral" in value else value)


def _provider(draft: Draft, parts: list[dict[str, Any]], nodes: Nodes) -> None:
    agents = [agent for part in parts for agent in many(part.get("providedBy"))]
    for part in parts:
        for key in ("awardingOpportunity", "awardedBy"):
            agents += [
                agent for process in many(part.get(key)) for agent in many(nodes.resolve(process).get("awardingBody"))
            ]
    draft.text("provider", next((name for agent in agents if (name := nodes.name(agent))), None), 500)
    for agent in agents[:1]:
        for place in many(nodes.resolve(agent).get("location")):
            for address in many(nodes.resolve(place).get("address")):
                draft.country(id_of(nodes.resolve(address).get("countryCode")))
    assured = [nodes.name(item) for part in parts for item in many(part.get("accreditation"))]
    draft.text("quality_assurance", ", ".join(dict.fromkeys(name for name in assured if name)))


def _amounts(draft: Draft, part: dict[str, Any], nodes: Nodes) -> None:
    """Take the figures, mode and languages of an opportunity, a qualification or an activity."""
    for concept in many(part.get("eqfLevel")):
        draft.level((id_of(concept) or "").rsplit("/", 1)[-1] or nodes.name(concept), "EQF")
    for concept in many(part.get("nqfLevel")):
        if "framework" not in draft.row and (label := nodes.name(concept)):
            draft.level(label)
    for points in many(part.get("creditPoint")):
        framework = nodes.resolve(points).get("framework")
        code = (id_of(framework) or "").rsplit("/", 1)[-1]
        draft.credits(text_of(nodes.resolve(points).get("point")), CREDIT_FRAMEWORKS.get(code) or nodes.name(framework))
    draft.credits(text_of(part.get("ects")), "ECTS")
    draft.workload(text_of(part.get("volumeOfLearning")))
    draft.hours("contact_hours", text_of(part.get("contactHour")))
    draft.length(text_of(part.get("duration")) or text_of(part.get("maximumDuration")))
    for price in many(part.get("priceDetail")):
        amount = nodes.resolve(nodes.resolve(price).get("amount"))
        unit = amount.get("unit")
        draft.price(text_of(amount.get("value")), (id_of(unit) or "").rsplit("/", 1)[-1] or nodes.name(unit))
    concepts = many(part.get("mode"))
    words = [MODES.get((id_of(concept) or "").rsplit("/", 1)[-1]) or nodes.name(concept) for concept in concepts]
    draft.mode([word for word in words if word])
    draft.pacing([name for item in many(part.get("learningSchedule")) if (name := nodes.name(item))])
    draft.languages(
        [id_of(item) or nodes.name(item) for item in many(part.get("language")) + many(part.get("defaultLanguage"))]
    )


def _learning(draft: Draft, part: dict[str, Any], nodes: Nodes) -> None:
    """Take outcomes, skills and subject of a qualification."""
    outcomes = [nodes.resolve(item) for item in many(part.get("learningOutcome"))]
    own = [outcome for outcome in outcomes if not _is_own_skill(outcome)]
    draft.texts("learning_outcomes", [name for outcome in own if (name := nodes.name(outcome))])
    if not outcomes:
        draft.texts(
            "learning_outcomes", [text for item in many(part.get("learningOutcomeSummary")) for text in _notes(item)]
        )
    skills = [
        skill
        for outcome in outcomes
        for key in ("relatedESCOSkill", "relatedSkill")
        for skill in many(outcome.get(key))
    ]
    draft.texts("skills", [name for skill in skills if (name := nodes.name(skill))])
    fields = [nodes.name(item) for key in ("thematicArea", "educationSubject") for item in many(part.get(key))]
    draft.text("subject", ", ".join(dict.fromkeys(name for name in fields if name)))


def _is_own_skill(outcome: dict[str, Any]) -> bool:
    """Return whether Cairn's export wrote the outcome only to hold a skill."""
    name = id_of(outcome) or ""
    return name.startswith(OWN_URN) and SKILL in name


def _stack(draft: Draft, larger: dict[str, Any], how: str, nodes: Nodes) -> None:
    title = draft.stack_title(nodes.name(larger), id_of(larger), how)
    if title is None:
        return
    total = next((figure_or_none(nodes.resolve(item).get("point")) for item in many(larger.get("creditPoint"))), None)
    page = next((text_of(nodes.resolve(page).get("contentURL")) for page in many(larger.get("homepage"))), None)
    draft.stacks_into(
        {
            "title": title,
            "provider": next((name for agent in many(larger.get("providedBy")) if (name := nodes.name(agent))), None),
            "type": nodes.name(next(iter(many(larger.get("dcType"))), None)),
            "credits_total": total,
            "source_url": page if page and page.startswith("http") else None,
        }
    )
