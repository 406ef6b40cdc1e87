"""Documents whose parts refer to each other by id (JSON-LD and its XML kin): kept on disk, read in one common shape.

In that shape keys have no prefix ("ceterms:name" and "http://purl.org/ctdl/terms/name" are `name`), `id` is a text and
`type` a list of texts. Contexts are never fetched: every format is known by its own names.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

LANGUAGE_CODE_LENGTH = 12
NAME_KEYS = ("name", "legalName", "prefLabel", "title", "targetNodeName", "targetName", "altLabel")
PREFERRED_LANGUAGE = "en"


def normal(value: Any) -> Any:
    """Return a JSON-LD value in the common shape."""
    if isinstance(value, list):
        return [normal(item) for item in value]
    if isinstance(value, Decimal):
        return float(value)
    if not isinstance(value, dict):
        return value
    if "@value" in value:
        return (
            normal(value["@value"]) if "@language" not in value else {str(value["@language"]): normal(value["@value"])}
        )
    if set(value) == {"@list"} or set(value) == {"@set"}:
        return normal(next(iter(value.values())))
    shaped: dict[str, Any] = {}
    for key, inner in value.items():
        name = local_name(str(key))
        if name == "type":
            inner = [local_name(str(item)) for item in many(inner)]
        shaped.setdefault(name, normal(inner) if name != "context" else None)
    return shaped


@lru_cache(maxsize=4096)
def local_name(key: str) -> str:
    """Return a key or type without "@", prefix or namespace."""
    for sign in ("#", "/", ":"):
        if sign in key:
            key = key.rsplit(sign, 1)[-1]
    return key.lstrip("@")


def many(value: Any) -> list[Any]:
    """Return a value as a list: one thing or several, the formats allow both everywhere."""
    return value if isinstance(value, list) else [] if value is None else [value]


def text_of(value: Any) -> str | None:
    """Return one text of a value: a plain one, or the English of a language map, else its first language."""
    return next(iter(texts_of(value)), None)


def texts_of(value: Any) -> list[str]:
    """Return every text of a value, of a language map only one language."""
    found: list[str] = []
    for item in many(value):
        if isinstance(item, dict):
            found += _of_language_map(item)
        elif isinstance(item, (str, int, float)) and not isinstance(item, bool):
            found.append(str(item))
    return [text for text in found if text.strip()]


def _of_language_map(item: dict[str, Any]) -> list[str]:
    if "noteLiteral" in item:
        return texts_of(item["noteLiteral"])
    if not item or not all(
        len(key) <= LANGUAGE_CODE_LENGTH and isinstance(inner, (str, list)) for key, inner in item.items()
    ):
        return []
    if {"id", "type", "notation"} & item.keys():
        return []
    chosen = next((key for key in item if key.lower().startswith(PREFERRED_LANGUAGE)), next(iter(item)))
    return [str(inner) for inner in many(item[chosen]) if isinstance(inner, str)]


def id_of(value: Any) -> str | None:
    """Return the id that a reference or a node has."""
    name = value.get("id") if isinstance(value, dict) else value
    return name if isinstance(name, str) and name else None


class Nodes:
    """The nodes of one file by id, on disk; `top` are those that stand by themselves, in the order of the file."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("")  # a private temporary file
        self._db.executescript(
            """
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
            CREATE TABLE node (number INTEGER PRIMARY KEY, id TEXT, place TEXT, body TEXT, top INTEGER);
            CREATE INDEX by_id ON node (id);
            CREATE TABLE met (id TEXT, how TEXT, PRIMARY KEY (id, how)) WITHOUT ROWID;
            CREATE TABLE link (child TEXT, parent TEXT, kind TEXT);
            CREATE INDEX by_child ON link (child);
            CREATE INDEX by_parent ON link (parent);
            """
        )

    def add(self, place: str, node: dict[str, Any]) -> None:
        """Take a node that stands by itself, and those inside it that have an id."""
        self._put(place, node, top=True)
        for inner in self._inside(node):
            self._put(place, inner, top=False)

    def _put(self, place: str, node: dict[str, Any], top: bool) -> None:
        body = json.dumps(node, ensure_ascii=True)
        self._db.execute("INSERT INTO node (id, place, body, top) VALUES (?, ?, ?, ?)", (id_of(node), place, body, top))

    def _inside(self, value: Any) -> Iterator[dict[str, Any]]:
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            if isinstance(inner, dict) and id_of(inner) and len(inner) > 2:
                yield inner
            yield from self._inside(inner)

    def top(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield (place, node) of the nodes that stand by themselves."""
        for place, body in self._db.execute("SELECT place, body FROM node WHERE top ORDER BY number"):
            yield place, json.loads(body)

    def resolve(self, value: Any) -> dict[str, Any]:
        """Return the node that a reference means: what stands in its place, or what the file says of it elsewhere."""
        here = value if isinstance(value, dict) else {}
        name = id_of(value)
        if name is None or len(here) > 2:
            return here
        row = self._db.execute(
            "SELECT body FROM node WHERE id = ? ORDER BY top DESC, LENGTH(body) DESC LIMIT 1", (name,)
        ).fetchone()
        return json.loads(row[0]) if row else here

    def name(self, value: Any) -> str | None:
        """Return the name of what a value refers to, `None` where only an address is known."""
        node = self.resolve(value)
        return next((text for key in NAME_KEYS if (text := text_of(node.get(key)))), None)

    def meet(self, value: Any, how: str) -> bool:
        """Note that a node was met in this way, and return whether for the first time (always, without an id)."""
        name = id_of(value)
        return name is None or self._db.execute("INSERT OR IGNORE INTO met VALUES (?, ?)", (name, how)).rowcount > 0

    def has_met(self, value: Any, how: str) -> bool:
        """Return whether a node was met in this way."""
        return (
            self._db.execute("SELECT 1 FROM met WHERE id = ? AND how = ?", (id_of(value), how)).fetchone() is not None
        )

    def link(self, child: Any, parent: Any, kind: str) -> None:
        """Note that one node is part of another, or leads to it."""
        if (inner := id_of(child)) and (outer := id_of(parent)) and inner != outer:
            self._db.execute("INSERT INTO link VALUES (?, ?, ?)", (inner, outer, kind))

    def is_parent(self, node: dict[str, Any]) -> bool:
        """Return whether others were noted to be part of this node."""
        return self._db.execute("SELECT 1 FROM link WHERE parent = ?", (id_of(node),)).fetchone() is not None

    def parents(self, node: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
        """Return (larger node, kind of link) of what the node was noted to be part of."""
        rows = self._db.execute("SELECT DISTINCT parent, kind FROM link WHERE child = ?", (id_of(node),)).fetchall()
        return [(self.resolve({"id": parent}), kind) for parent, kind in rows]
