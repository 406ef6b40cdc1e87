"""Stream the items of a JSON file in bounded memory, however deep, large or broken it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import ijson
from ijson.common import ObjectBuilder

from catalogue.import_report import ImportReport
from catalogue.importers.source import Source

# A document that starts with an object is taken whole up to this size, and beyond it by its first list of objects.
WHOLE = 16 << 20
MAX_DEPTH = 200
LONGEST_NUMBER = 40  # digits; nothing in a catalogue is larger, and converting longer ones takes quadratic time
TOO_DEEP = f"the JSON is nested deeper than {MAX_DEPTH} levels"


def read_json(source: Source, report: ImportReport) -> Iterator[tuple[str, Any]]:
    """Yield (JSON path, value): each element of a list, or the one object that the file holds.

    Where the JSON breaks, what stands before is yielded, and the rest refused in the report.
    """
    if source.size <= WHOLE:
        with source.utf8() as file:
            value = _whole(file.read())
        if value is not None:
            yield from _elements(value, report)
            return
    with source.utf8() as file:
        yield from _streamed(file, report)


def parse_json(text: str | bytes) -> Any:
    """Return a JSON value, figures of absurd length as `None`. Raises ValueError, also where it is too deep."""
    try:
        value = json.loads(text, parse_int=_int, parse_float=_float, parse_constant=lambda name: None)
    except RecursionError as error:
        raise ValueError(TOO_DEEP) from error
    if _is_too_deep(value):
        raise ValueError(TOO_DEEP)
    return value


def _int(digits: str) -> int | None:
    return int(digits) if len(digits) <= LONGEST_NUMBER else None


def _float(digits: str) -> float | None:
    value = float(digits)
    return value if abs(value) != float("inf") else None


def _whole(text: bytes) -> Any:
    """Return the value in a whole file, or `None` where it is broken or too deep (then it is read piece by piece)."""
    try:
        return parse_json(text)
    except ValueError:
        return None


def _elements(value: Any, report: ImportReport) -> Iterator[tuple[str, Any]]:
    if isinstance(value, list):
        for index, element in enumerate(value):
            yield f"$[{index}]", element
    elif isinstance(value, dict):
        yield "$", value
    else:
        report.refuse(
            "$", "", f"the file holds a single {type(value).__name__}, expected an object or a list of objects"
        )


def _streamed(file: BinaryIO, report: ImportReport) -> Iterator[tuple[str, Any]]:
    """Yield the elements of the first list of objects."""
    reader = _ListReader()
    try:
        for event, value in ijson.basic_parse(file):
            if reader.take(event, value):
                if reader.too_deep:
                    report.refuse(reader.where, "", TOO_DEEP)
                else:
                    yield reader.where, reader.element
    except (ijson.JSONError, ValueError, OverflowError, ArithmeticError) as error:
        reader.index += 1
        reason = " ".join(str(error).split())[:100]
        report.refuse(reader.where, "", f"the JSON breaks here ({reason}); what follows cannot be read")
        return
    if reader.index < 0:
        report.refuse("$", "", "no list of objects was found")


class _ListReader:
    """Puts the elements of the first list of objects together out of a parser's events.

    Parsing by events keeps the memory bounded and survives any depth, which a recursive parser does not.
    """

    def __init__(self) -> None:
        self.index = -1
        self.element: Any = None
        self.too_deep = False
        self._home: str | None = None
        self._places: list[tuple[str, bool]] = []  # JSON path, and whether it is a list; one for each open level
        self._key = ""
        self._builder: ObjectBuilder | None = None
        self._floor = 0

    @property
    def where(self) -> str:
        """Return the JSON path of the element."""
        return f"{self._home or '$'}[{max(self.index, 0)}]"

    def take(self, event: str, value: Any) -> bool:
        """Take the next event, and return whether it completes an element."""
        if event == "map_key":
            self._key = str(value)[:100]
        elif event in ("start_map", "start_array"):
            self._open(event)
        if self._builder is not None and not self.too_deep:
            self._builder.event(event, value)
        if event not in ("end_map", "end_array"):
            return False
        self._places.pop()
        if self._builder is None or len(self._places) != self._floor:
            return False
        self.element, self._builder = self._builder.value if not self.too_deep else None, None
        return True

    def _open(self, event: str) -> None:
        depth = len(self._places)
        if depth > 100 * MAX_DEPTH:
            raise ValueError(TOO_DEEP)
        parent, in_list = self._places[-1] if self._places else ("$", False)
        if self._builder is not None:
            self.too_deep = self.too_deep or depth - self._floor > MAX_DEPTH
        elif event == "start_map" and in_list and "@context" not in parent and self._home in (None, parent):
            self._home, self._builder, self._floor = parent, ObjectBuilder(), depth
            self.index, self.too_deep = self.index + 1, False
        place = "" if depth > 8 else parent + "[]" if in_list else f"{parent}.{self._key}" if depth else "$"
        self._places.append((place, event == "start_array"))


def _is_too_deep(value: Any) -> bool:
    """Return whether lists and objects are nested deeper than MAX_DEPTH, without recursion."""
    layer = [value]
    for _ in range(MAX_DEPTH):
        layer = [
            child
            for node in layer
            if isinstance(node, (dict, list))
            for child in (node.values() if isinstance(node, dict) else node)
            if isinstance(child, (dict, list))
        ]
        if not layer:
            return False
    return True
