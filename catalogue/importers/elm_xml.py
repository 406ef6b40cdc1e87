"""Turn the European Learning Model's XML (and EDC's) into the shape of its JSON-LD, entry by entry, hardened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from catalogue.import_report import ImportReport
from catalogue.importers.source import FileRefused, Source

# Element names that differ from the JSON-LD's keys.
RENAMED = {
    "type": "dcType", "EQFLevel": "eqfLevel", "NQFLevel": "nqfLevel", "ISCEDFCode": "thematicArea",
    "contentUrl": "contentURL", "targetName": "prefLabel", "ECTSCreditPoints": "ects", "credits": "ects",
    "hasLocation": "location", "hasAddress": "address", "country": "countryCode", "relatedSkills": "relatedSkill",
}  # fmt: skip
LANGUAGE_ATTRIBUTES = ("language", "lang", "{http://www.w3.org/XML/1998/namespace}lang")


def read_xml(source: Source, report: ImportReport) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (XPath, node) of each entry. Raises FileRefused when the XML declares entities.

    Nothing outside the file is fetched, no entity is expanded, and what has been read is let go.
    """
    if re.search(r"<!ENTITY|<!DOCTYPE[^>]*\b(?:SYSTEM|PUBLIC)\b", source.beginning):
        raise FileRefused(
            "the XML declares entities or an outside document type, which are not read; save it without them"
        )
    path, counts = [], [{}]  # type: list[str], list[dict[str, int]]
    with source.utf8() as file:
        events = etree.iterparse(
            file, events=("start", "end"), encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False,
            huge_tree=False, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            for event, element in events:
                if event == "start":
                    name = _local(element.tag)
                    counts[-1][name] = counts[-1].get(name, 0) + 1
                    if not path and name.lower().endswith("credential"):
                        yield f"/{name}", {"type": [name]}
                    path.append(f"{name}[{counts[-1][name]}]" if path else name)
                    counts.append({})
                    continue
                if (
                    len(path) == 1
                    or (len(path) == 3 and "References[" in path[1])
                    or (len(path) == 2 and "References[" not in path[1])
                ):
                    node = _node(element)
                    if isinstance(node, dict):
                        yield "/" + "/".join(path), node
                    _let_go(element)
                path.pop()
                counts.pop()
        except etree.XMLSyntaxError as error:
            report.refuse(
                "/" + "/".join(path), "", f"the XML breaks here ({str(error)[:120]}); what follows cannot be read"
            )


def _local(tag: str) -> str:
    return etree.QName(tag).localname


def _node(element: Any) -> Any:
    """Return an element in the common shape: a language map, a plain text, or an object with its type."""
    text = (element.text or "").strip()
    language = next((element.get(name) for name in LANGUAGE_ATTRIBUTES if element.get(name)), None)
    children = [child for child in element if isinstance(child.tag, str)]
    if not children and not {"uri", "id", "idref"} & set(element.attrib):
        return {language: text} if language and text else text
    node: dict[str, Any] = {}
    if identity := element.get("id") or element.get("idref") or element.get("uri"):
        node["id"] = identity
    for child in children:
        _add(node, RENAMED.get(_local(child.tag), _local(child.tag)), _node(child))
    if set(node) == {"text"}:  # EDC wraps every text
        return node["text"]
    if len(node) > 1:
        name = _local(element.tag)
        node.setdefault("type", [name[:1].upper() + name[1:]])
    return node


def _add(node: dict[str, Any], key: str, value: Any) -> None:
    """Put a child into the object; texts of several languages become one language map."""
    held = node.get(key)
    if held is None:
        node[key] = value
    elif _is_map(held) and _is_map(value) and not held.keys() & value.keys():
        node[key] = {**held, **value}
    else:
        node[key] = [*held, value] if isinstance(held, list) else [held, value]


def _is_map(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and not {"id", "type"} & value.keys()
        and all(isinstance(text, str) for text in value.values())
    )


def _let_go(element: Any) -> None:
    element.clear()
    while element.getprevious() is not None and element.getparent() is not None:
        del element.getparent()[0]
