"""Read schema.org's JSON-LD: courses, programmes and credentials, in a file of their own or inside a web page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

from catalogue.import_report import ImportReport
from catalogue.importers.columns import BY_NAME, Guide
from catalogue.importers.draft import Draft
from catalogue.importers.json_document import parse_json, read_json
from catalogue.importers.linked import Nodes, id_of, many, normal, text_of
from catalogue.importers.source import FileRefused, Source

LARGEST_PAGE = 50 << 20
KINDS = ("EducationalOccupationalProgram", "EducationalOccupationalCredential", "Course")
USED = {
    "isBasedOn",
    "id", "type", "context", "name", "description", "provider", "publisher", "recognizedBy", "creator", "url",
    "identifier", "courseCode", "educationalLevel", "teaches", "competencyRequired", "numberOfCredits",
    "timeRequired", "timeToComplete", "offers", "isAccessibleForFree", "inLanguage", "availableLanguage",
    "coursePrerequisites", "programPrerequisites", "courseMode", "educationalProgramMode", "isPartOf", "hasPart",
    "hasCourse", "hasCourseInstance", "about", "keywords", "credentialCategory", "educationalCredentialAwarded",
    "occupationalCredentialAwarded", "dateModified", "mainEntityOfPage", "expires",
    "creativeWorkStatus", "endDate", "applicationDeadline", "sameAs", "courseWorkload", "alternateName",
}  # fmt: skip


def read(source: Source, report: ImportReport, guide: Guide = BY_NAME) -> Iterator[Draft]:
    """Yield a draft for each course, programme and credential. Raises FileRefused when a web page holds no JSON-LD."""
    nodes = Nodes()
    for where, value in _documents(source, report):
        for place, node in _members(normal(value), where):
            nodes.add(place, node)
            _link(nodes, node)
    for place, node in nodes.top():
        kind = next((name for name in KINDS if name in node.get("type", [])), None)
        if kind:
            yield _draft(Draft(report, place), node, kind, nodes)
        else:
            report.pass_over(node.get("type", []))


def _documents(source: Source, report: ImportReport) -> Iterator[tuple[str, Any]]:
    """Yield (place, JSON value) of the file, or of each JSON-LD script in a web page."""
    if not source.beginning.lstrip().startswith("<"):
        yield from read_json(source, report)
        return
    if source.size > LARGEST_PAGE:
        raise FileRefused(f"the web page is larger than {LARGEST_PAGE >> 20} MB, which no real page is")
    with source.utf8() as file:
        try:
            scripts = BeautifulSoup(file.read().decode("utf-8", "replace"), "lxml").find_all(
                "script", type="application/ld+json"
            )
        except (RecursionError, ValueError) as error:
            raise FileRefused("the web page cannot be read; save its JSON-LD as a file of its own") from error
    if not scripts:
        raise FileRefused("the web page holds no JSON-LD; export the catalogue as CSV or JSON")
    for number, script in enumerate(scripts, start=1):
        try:
            yield f"script[{number}]", parse_json(script.get_text())
        except ValueError as error:
            report.refuse(f"script[{number}]", "", f"not JSON ({str(error)[:80]})")


def _members(value: Any, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (JSON path, thing) of a list, a graph, an ItemList, or one thing with the courses inside it."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _members(item, f"{where}[{index}]")
    elif isinstance(value, dict):
        if isinstance(value.get("graph"), list):
            yield from _members(value["graph"], f"{where}.@graph")
            return
        inner = {
            key: value[key] for key in ("itemListElement", "item", "mainEntity", "hasCourse", "hasPart") if key in value
        }
        if "ItemList" in value.get("type", []) or "ListItem" in value.get("type", []):
            for key, items in inner.items():
                yield from _members(items, f"{where}.{key}")
            return
        value.setdefault("id", f"_:{where}")
        for key in ("hasCourse", "hasPart"):
            for index, item in enumerate(many(value.get(key))):
                if isinstance(item, dict):
                    item.setdefault("id", f"_:{where}.{key}[{index}]")
        yield where, value
        for key in ("hasCourse", "hasPart", "mainEntity"):
            for index, item in enumerate(many(inner.get(key))):
                if isinstance(item, dict) and text_of(item.get("name")) and set(KINDS) & set(item.get("type", [])):
                    yield from _members(item, f"{where}.{key}[{index}]")


def _link(nodes: Nodes, node: dict[str, Any]) -> None:
    for key in ("hasCourse", "hasPart"):
        for part in many(node.get(key)):
            nodes.link(part, node, key)
    for whole in many(node.get("isPartOf")):
        nodes.link(node, whole, "isPartOf")


def _draft(draft: Draft, node: dict[str, Any], kind: str, nodes: Nodes) -> Draft:
    draft.report.unknown(key for key in node if key not in USED)
    draft.text("title", text_of(node.get("name")), 1000)
    draft.source_id = _own_id(node)
    draft.more_text("summary", text_of(node.get("description")))
    _provider(draft, node, nodes)
    pages = [text_of(node.get("url")), id_of(node), text_of(node.get("sameAs")), id_of(node.get("mainEntityOfPage"))]
    draft.address("url", next((page for page in pages if page and page.startswith("http")), None))
    awarded = _names(node.get("credentialCategory"), nodes) + _names(node.get("educationalCredentialAwarded"), nodes)
    draft.text("credential_type", next(iter(awarded), _spaced(kind)))
    draft.text("subject", ", ".join(_names(node.get("about"), nodes)))
    draft.texts("learning_outcomes", _names(node.get("teaches"), nodes))
    keywords = _names(node.get("keywords"), nodes)
    draft.texts("skills", keywords if len(keywords) != 1 else [word.strip() for word in keywords[0].split(",")])
    for key in ("coursePrerequisites", "programPrerequisites", "competencyRequired"):
        draft.texts("prerequisites", _names(node.get(key), nodes))
    draft.date(text_of(node.get("dateModified")))
    draft.address("source_url", text_of(node.get("isBasedOn")))
    instances = [nodes.resolve(item) for item in many(node.get("hasCourseInstance"))]
    _end(draft, node, instances)
    for part in [node, *instances]:
        _amounts(draft, part, nodes)
    draft.languages(
        [
            name
            for part in [node, *instances]
            for key in ("inLanguage", "availableLanguage")
            for name in _languages(part.get(key))
        ]
    )
    modes = [
        text
        for part in [node, *instances]
        for key in ("courseMode", "educationalProgramMode")
        for text in _names(part.get(key), nodes)
    ]
    draft.mode(modes)
    if kind == "EducationalOccupationalCredential" or "educationalLevel" in node:
        _level(draft, node, nodes)
    _stacking(draft, node, nodes)
    return draft


def _end(draft: Draft, node: dict[str, Any], runs: list[dict[str, Any]]) -> None:
    """Take until when it is offered: what it says itself, else the end of its last run where every run has one."""
    said = [text_of(node.get(key)) for key in ("expires", "applicationDeadline", "endDate")]
    ends = [text_of(run.get("endDate")) for run in runs]
    draft.until([text for text in said if text][:1] or (ends if all(ends) else []))
    draft.status([text_of(node.get("creativeWorkStatus"))])


def _own_id(node: dict[str, Any]) -> str | None:
    """Return the identifier or the node's id, else the course's code."""
    for item in many(node.get("identifier")):
        text = text_of(item.get("value")) if isinstance(item, dict) else text_of(item)
        if text:
            return text
    own = id_of(node)
    return own if own and not own.startswith(("_:", "#")) else text_of(node.get("courseCode"))


def _provider(draft: Draft, node: dict[str, Any], nodes: Nodes) -> None:
    for key in ("provider", "recognizedBy", "publisher", "creator"):
        for agent in many(node.get(key)):
            draft.text(
                "provider",
                nodes.name(agent) or (agent if isinstance(agent, str) and not agent.startswith("http") else None),
                500,
            )
            for address in many(nodes.resolve(agent).get("address")):
                country = address.get("addressCountry") if isinstance(address, dict) else None
                draft.country(nodes.name(country) or text_of(country))


def _amounts(draft: Draft, part: dict[str, Any], nodes: Nodes) -> None:
    """Take credits, length, workload and price of a course, a programme or one of its runs."""
    for credit in many(part.get("numberOfCredits")):
        unit = (
            text_of(credit.get("unitText") or credit.get("name") or credit.get("creditSystem"))
            if isinstance(credit, dict)
            else None
        )
        draft.credits(credit.get("value") if isinstance(credit, dict) else credit, unit)
    draft.length(text_of(part.get("timeRequired")) or text_of(part.get("timeToComplete")))
    draft.workload(text_of(part.get("courseWorkload")))
    offers = [nodes.resolve(offer) for offer in many(part.get("offers"))]
    offers = [
        price
        for offer in offers
        for price in (many(offer.get("priceSpecification")) or [offer])
        if isinstance(price, dict)
    ]
    priced = [offer for offer in offers if offer.get("price") not in (None, "")]
    if len({str(offer["price"]) for offer in priced}) > 1:
        draft.leave_out("cost", ", ".join(str(offer["price"]) for offer in priced), "several prices")
    elif priced:
        draft.price(text_of(priced[0]["price"]), text_of(priced[0].get("priceCurrency")))
    elif part.get("isAccessibleForFree") is True or str(part.get("isAccessibleForFree")).lower() in (
        "true",
        "https://schema.org/true",
    ):
        draft.price("free")


def _languages(value: Any) -> list[str]:
    found = [
        text_of(item.get("alternateName") or item.get("name")) if isinstance(item, dict) else text_of(item)
        for item in many(value)
    ]
    return [text for text in found if text]


def _level(draft: Draft, node: dict[str, Any], nodes: Nodes) -> None:
    for item in many(node.get("educationalLevel")):
        named = nodes.resolve(item)
        scale = nodes.name(named.get("inDefinedTermSet")) or text_of(named.get("educationalFramework"))
        draft.level(text_of(named.get("termCode")) or nodes.name(named) or text_of(item), scale)


def _stacking(draft: Draft, node: dict[str, Any], nodes: Nodes) -> None:
    """Take the larger things that the node says it is part of, or that say so themselves."""
    wholes = [nodes.resolve(item) or {"name": text_of(item)} for item in many(node.get("isPartOf"))]
    for whole in [*wholes, *(larger for larger, _ in nodes.parents(node))]:
        page = text_of(whole.get("url")) or id_of(whole) or ""
        credit = next((item for item in many(whole.get("numberOfCredits"))), None)
        total = credit.get("value") if isinstance(credit, dict) else credit
        draft.stacks_into(
            {
                "title": nodes.name(whole),
                "provider": nodes.name(whole.get("provider")),
                "type": text_of(whole.get("credentialCategory")),
                "credits_total": total if isinstance(total, (int, float)) and not isinstance(total, bool) else None,
                "source_url": page if page.startswith("http") else None,
            }
        )


def _names(value: Any, nodes: Nodes) -> list[str]:
    return [name for item in many(value) if (name := nodes.name(item) if isinstance(item, dict) else text_of(item))]


def _spaced(kind: str) -> str:
    return {"Course": "course", "EducationalOccupationalProgram": "programme"}.get(kind, "credential")
