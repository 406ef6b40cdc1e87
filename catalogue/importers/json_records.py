"""Read records in JSON: JSON Lines (the project's own, or anybody's), and the lists that providers' feeds hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from catalogue.import_report import ColumnMatch, ImportReport
from catalogue.importers import columns
from catalogue.importers.columns import BY_NAME, Column, Guide
from catalogue.importers.draft import Draft
from catalogue.importers.identity import OWN_URN
from catalogue.importers.json_document import parse_json, read_json
from catalogue.importers.source import FileRefused, Source
from catalogue.reader import KNOWN_FIELDS

# Lists of objects under these keys are parts of the entry, and entries themselves.
PARTS = {"courses", "modules", "parts", "units"}
MAX_FLAT_DEPTH = 3


def read(source: Source, report: ImportReport, guide: Guide = BY_NAME) -> Iterator[Draft]:
    """Yield a draft for each object that has a title. Raises FileRefused when none of them has one."""
    matcher = _Matcher(report, guide)
    for where, record in _records(source, report, guide):
        if not isinstance(record, dict):
            report.read += 1
            report.refuse(where, "", f"an entry is {type(record).__name__}, expected a JSON object")
        elif _is_own(record):
            yield _own(report, where, record)
        else:
            yield from _foreign(report, where, record, matcher, parent=None)
    matcher.put_into_report()


def _records(source: Source, report: ImportReport, guide: Guide) -> Iterator[tuple[str, Any]]:
    """Yield (place, value) for each line of JSON Lines, or each element of the document's list of objects."""
    if not _is_lines(source):
        for where, value in read_json(source, report):
            yield from _list_in(value, where, guide) if where == "$" else [(where, value)]
        return
    for number, line in enumerate(source.lines(), start=1):
        if line.strip("\ufeff \t\r\n"):
            try:
                value = parse_json(line.strip("\ufeff \t\r\n"))
            except ValueError as error:
                report.read += 1
                report.refuse(f"line {number}", "", f"not a JSON object ({str(error)[:80]})")
                continue
            yield f"line {number}", value


def _is_lines(source: Source) -> bool:
    """Return whether each line is a JSON value of its own."""
    first, *rest = source.beginning.strip().split("\n", 1)
    try:
        value = parse_json(first)
        # A document on one line is an object too; it holds a list, and no title of its own.
        return isinstance(value, dict) and (bool(rest) or source.size > len(source.head) or columns_have_title(value))
    except ValueError:
        # A broken first line of JSON Lines: the second is a whole object, and the first does not open a list of them.
        second = source.beginning.lstrip().split("\n", 2)[1:2]
        return first.startswith("{") and not first.rstrip().endswith(("[", "{", ",")) and _is_object(second)


def _is_object(lines: list[str]) -> bool:
    """Return whether the first of the lines is a whole JSON object."""
    try:
        return bool(lines) and isinstance(parse_json(lines[0]), dict)
    except ValueError:
        return False


def _list_in(value: dict[str, Any], where: str, guide: Guide) -> Iterator[tuple[str, Any]]:
    """Yield the elements of the first list of titled objects inside a document, or the document itself."""
    layer: list[tuple[str, Any]] = [(where, value)]
    if columns_have_title(value, guide):
        layer = []
    for _ in range(5):
        for place, node in layer:
            if (
                isinstance(node, list)
                and node
                and all(isinstance(item, dict) for item in node)
                and any(columns_have_title(item, guide) for item in node)
            ):
                yield from ((f"{place}[{index}]", item) for index, item in enumerate(node))
                return
        layer = [
            (f"{place}.{key}", child) for place, node in layer if isinstance(node, dict) for key, child in node.items()
        ]
    yield where, value


def columns_have_title(record: dict[str, Any], guide: Guide = BY_NAME) -> bool:
    """Return whether one of the keys is a title's."""
    return any(
        match.field == "title"
        for match in columns.match_columns(list(record), [""] * len(record), Guide(chosen=guide.chosen))
    )


def _is_own(record: dict[str, Any]) -> bool:
    """Return whether a record is written in the project's own flat names."""
    known = sum(key in KNOWN_FIELDS for key in record)
    return "id" in record and "title" in record and known >= 0.75 * len(record) and ("provider" in record or known > 4)


def _own(report: ImportReport, where: str, record: dict[str, Any]) -> Draft:
    """Return the draft of a record in the project's own names: only its texts are cleaned."""
    draft = Draft(report, where)
    report.unknown(str(key) for key in record if key not in KNOWN_FIELDS)
    for key, value in record.items():
        if key not in KNOWN_FIELDS or value is None:
            continue
        if key == "id":
            own = draft.clean(key, str(value))
            draft.source_id = f"{OWN_URN}{own}" if own else None
        elif isinstance(value, str):
            draft.row[key] = draft.clean(key, value)
        elif isinstance(value, list) and all(isinstance(item, str) for item in value):
            draft.texts(key, value)
        else:
            draft.row[key] = value
    return draft


def _foreign(
    report: ImportReport, where: str, record: dict[str, Any], matcher: _Matcher, parent: Draft | None
) -> Iterator[Draft]:
    """Yield the draft of a record in somebody else's names, and those of its parts, which stack into it."""
    draft = Draft(report, where)
    flat = {key: value for key, value in _flat(record) if value not in (None, "", [])}
    columns.fill(draft, list(flat.values()), matcher.columns_of(flat))
    if parent is not None:
        for name in ("provider", "platform"):
            draft.row.setdefault(name, parent.row.get(name))
        draft.stacks_into(
            {
                name: parent.row.get(of)
                for name, of in (("title", "title"), ("provider", "provider"), ("source_url", "url"))
            }
        )
    yield draft
    for key in PARTS & record.keys():
        parts = record[key] if isinstance(record[key], list) else []
        for index, part in enumerate(parts):
            if isinstance(part, dict) and columns_have_title(part) and parent is None:
                yield from _foreign(report, f"{where}.{key}[{index}]", part, matcher, draft)


def _flat(record: dict[str, Any], before: str = "", depth: int = 0) -> Iterator[tuple[str, Any]]:
    """Yield (dotted name, value) of what a record holds; of objects in a list, only their names."""
    for key, value in record.items():
        name = f"{before}{key}"
        if isinstance(value, dict) and depth < MAX_FLAT_DEPTH:
            yield from _flat(value, f"{name}.", depth + 1)
        elif isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
            if not before and key in PARTS:
                continue
            names = [
                item[label]
                for item in value
                for label in ("name", "title", "label")
                if isinstance(item.get(label), str)
            ]
            yield f"{name}.name", names
        elif not isinstance(value, (bool, dict)):
            yield name, value


class _Matcher:
    """Matches the keys of each kind of object once, and counts the keys that nothing is read from."""

    def __init__(self, report: ImportReport, guide: Guide) -> None:
        self._report = report
        self._guide = guide
        self._known: dict[tuple[str, ...], list[Column]] = {}
        self._unused: dict[tuple[str, ...], list[str]] = {}
        self._matches: dict[str, ColumnMatch] = {}

    def columns_of(self, flat: dict[str, Any]) -> list[Column]:
        """Return the columns of a flat record that are read."""
        names = tuple(flat)
        if names not in self._known:
            matches = columns.match_columns(names, [str(value)[:60] for value in flat.values()], self._guide)
            self._matches.update({match.column: match for match in matches if match.column not in self._matches})
            if len(self._known) > 1000:  # a feed whose objects all differ must not fill the memory
                self._known.clear()
                self._unused.clear()
            self._known[names] = columns.columns_in_order(matches)
            self._unused[names] = [match.column for match in matches if match.field is None]
        self._report.unknown(self._unused[names])
        return self._known[names]

    def put_into_report(self) -> None:
        """Put what was matched into the report. Raises FileRefused when no key ever was a title."""
        self._report.columns = list(self._matches.values())[:500]
        columns.say_missing(self._report, self._guide)
        if self._matches and not any(match.field == "title" for match in self._matches.values()):
            names = ", ".join(list(self._matches)[:12])
            raise FileRefused(
                f'no key holds a title; the keys are {names}. Rename one to "title", or choose one: --column NAME=title'
            )
