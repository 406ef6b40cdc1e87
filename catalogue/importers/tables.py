"""Read tables: CSV with any separator, and Excel workbooks; a row that is broken costs only itself."""

from __future__ import annotations

import csv
import zipfile
import zlib
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

import openpyxl
from defusedxml.common import DefusedXmlException
from openpyxl.utils.exceptions import InvalidFileException

from catalogue.cleaning import is_formula
from catalogue.import_report import ColumnMatch, ImportReport
from catalogue.importers import columns
from catalogue.importers.columns import BY_NAME, Guide
from catalogue.importers.detection import delimiter
from catalogue.importers.draft import Draft
from catalogue.importers.source import FileRefused, Source

LONGEST_CELL = 1_000_000
LONGEST_ROW = 2000  # lines; a "cell" that runs on for more is a quotation mark that nobody closed
NEVER_CLOSED = "a quotation mark is opened here and never closed"
HEADER_WITHIN = 20  # rows; titles and notes often stand above the header
# A workbook that unpacks to more than this, or by more than this ratio, is a bomb. Its shared texts stand in memory.
LARGEST_UNPACKED, LARGEST_RATIO, LARGEST_TEXTS = 4 << 30, 200, 200 << 20
# What openpyxl and the libraries under it raise on a broken workbook.
DAMAGES = (
    zipfile.BadZipFile, InvalidFileException, ParseError, DefusedXmlException, KeyError, ValueError, OSError, EOFError,
    TypeError, AttributeError, IndexError, zlib.error, NotImplementedError, RuntimeError,
)  # fmt: skip
ROWS_A_STEP = 1000  # of a sheet, between two reports of progress
FIGURES = ("price", "length", "level", "credits", "hours_per_week", "workload")

Row = tuple[str, Sequence[Any]]  # where, cells


def read_csv(source: Source, report: ImportReport, guide: Guide = BY_NAME) -> Iterator[Draft]:
    """Yield a draft for each row. Raises FileRefused when no column holds a title."""
    separator = delimiter(source.beginning) or ","
    yield from _drafts(_csv_rows(source.lines(), separator, report), report, guide)


def read_excel(source: Source, report: ImportReport, guide: Guide = BY_NAME) -> Iterator[Draft]:
    """Yield a draft for each row of each sheet that has a column of titles; formulas are never run."""
    _refuse_bomb(source)
    read_any = False
    with open(source.path, "rb") as file:
        try:
            sheets = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False).worksheets
        except DAMAGES as error:
            raise _damaged(error) from error
        for sheet in sheets:
            try:
                yield from _drafts(_sheet_rows(sheet, file, source), report, guide)
                read_any = True
            except FileRefused as reason:
                report.remark(f"The sheet {sheet.title[:40]!r} was not read: {reason}.")
    if not read_any:
        raise FileRefused('no sheet has a column that holds a title; name one "title"')


def _sheet_rows(sheet: Any, file: BinaryIO, source: Source) -> Iterator[Row]:
    try:
        for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            if number % ROWS_A_STEP == 0:
                source.tell(file.tell())
            if any(cell not in (None, "") for cell in cells):
                yield f"{sheet.title[:40]}!{number}", cells
    except DAMAGES as error:
        raise _damaged(error) from error


def _damaged(error: Exception) -> FileRefused:
    return FileRefused(f"the workbook is damaged ({error.__class__.__name__}); save it again as .xlsx or CSV")


def _refuse_bomb(source: Source) -> None:
    try:
        with zipfile.ZipFile(source.path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise FileRefused("the workbook is damaged; save it again as .xlsx or CSV") from error
    if any("sharedStrings" in member.filename and member.file_size > LARGEST_TEXTS for member in members):
        raise FileRefused(
            "the workbook's texts are too large to be read; save the sheet as CSV, which is read row by row"
        )
    unpacked = sum(member.file_size for member in members)
    if unpacked > LARGEST_UNPACKED or (unpacked > 50 << 20 and unpacked > LARGEST_RATIO * source.size):
        raise FileRefused(
            f"the workbook would unpack from {source.size:,} to {unpacked:,} bytes, which no real table does"
        )


def _csv_rows(lines: Iterator[str], separator: str, report: ImportReport) -> Iterator[Row]:
    """Yield (line, cells) of each row. A quotation mark that is never closed costs its own line, not the file."""
    csv.field_size_limit(LONGEST_CELL)
    feed = _Lines(lines)
    reader = csv.reader(feed, delimiter=separator)
    while True:
        start = feed.number + 1
        feed.since.clear()
        try:
            cells = next(reader)
            runs_on = len(feed.since) >= LONGEST_ROW or (feed.ended and len(feed.since) > 100)
            reason = NEVER_CLOSED if runs_on else None
        except StopIteration:
            return
        except csv.Error as error:
            cells, reason = [], NEVER_CLOSED if str(error) == NEVER_CLOSED else f"the row cannot be read ({error})"
        if reason:
            report.read += 1
            report.refuse(f"line {start}", "", reason)
            feed.return_all_but_first(start)
            reader = csv.reader(feed, delimiter=separator)
        elif any(cell.strip() for cell in cells):
            yield f"line {start}", cells


class _Lines:
    """Lines that remember the ones given since the last row, and can take them back."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._returned: deque[str] = deque()
        self.since: list[str] = []
        self.number = 0
        self.ended = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if len(self.since) >= LONGEST_ROW:
            raise csv.Error(NEVER_CLOSED)
        line = self._returned.popleft() if self._returned else next(self._lines, "")
        if not line:
            self.ended = True
            raise StopIteration
        self.number += 1
        self.since.append(line)
        return line

    def return_all_but_first(self, start: int) -> None:
        """Give the lines after the first one once more."""
        self._returned.extendleft(reversed(self.since[1:]))
        self.number, self.ended = start, False


def _drafts(rows: Iterator[Row], report: ImportReport, guide: Guide) -> Iterator[Draft]:
    beginning = list(islice(rows, HEADER_WITHIN))
    at, matches = _header(beginning, report, guide)
    report.columns += [match for match in matches if match.column.strip()]
    columns.say_missing(report, guide)
    plan, width, constant = columns.columns_in_order(matches), len(matches), _Constant(matches)
    unused = [
        (index, match.column) for index, match in enumerate(matches) if match.field is None and match.column.strip()
    ]
    for where, cells in _chained(beginning[at + 1 :], rows):
        draft = Draft(report, where)
        if any(cell not in (None, "") for cell in cells[width:]):
            report.read += 1
            report.refuse(
                where,
                str(cells[0])[:60],
                f"{len(cells)} cells for {width} columns; a cell that holds the separator needs quotes",
            )
            continue
        values = [_value(draft, matches, index, cell) for index, cell in enumerate(cells)]
        columns.fill(draft, values, plan)
        for index, name in unused:
            if index < len(values) and values[index] not in (None, ""):
                report.unknown([name])
        constant.count(values)
        if any(value not in (None, "") for value in values):
            yield draft
    constant.remark(report)


def _chained(beginning: list[Row], rows: Iterator[Row]) -> Iterator[Row]:
    yield from beginning
    yield from rows


def _header(beginning: list[Row], report: ImportReport, guide: Guide) -> tuple[int, list[ColumnMatch]]:
    """Return where the header is, and what its columns are: the row whose names match best."""
    best, best_at = None, 0
    for at, (_, cells) in enumerate(beginning):
        names = ["" if cell is None else str(cell).strip()[:100] for cell in cells]
        below = beginning[at + 1][1] if at + 1 < len(beginning) else ()
        examples = [str(below[index] or "")[:60] if index < len(below) else "" for index in range(len(names))]
        matches = columns.match_columns(names, examples, Guide(chosen=guide.chosen))
        score = (
            sum(match.field is not None for match in matches) if any(match.field == "title" for match in matches) else 0
        )
        if score > (best[0] if best else 0):
            best, best_at = (score, matches), at
    names = [str(cell) for cell in beginning[0][1] if cell] if beginning else []
    if columns.is_taxonomy([match.column for match in best[1]] if best else names):
        raise FileRefused("this is a list of occupations or skills (a taxonomy), not of credentials")
    if best is None:
        report.columns += columns.match_columns(names, [""] * len(names), guide)
        raise FileRefused(
            f'no column holds a title; the columns are {", ".join(names)[:200] or "none"}. Name one of them "title", '
            "or choose one: --column NAME=title"
        )
    found = best[1]
    return best_at, columns.match_columns([m.column for m in found], [m.example for m in found], guide)


def _value(draft: Draft, matches: list[ColumnMatch], index: int, cell: Any) -> Any:
    """Return what a cell holds; a formula is left out."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str) and cell[:1] == "'" and cell[1:2] in "=+-@\t":
        return cell[1:]  # an apostrophe tells spreadsheets that the cell is a text
    if isinstance(cell, str) and cell[:1] in "=+-@ \t" and is_formula(cell):
        draft.leave_out(
            matches[index].column or f"column {index + 1}", cell, "a formula, which is neither run nor kept"
        )
        return None
    return cell


class _Constant:
    """Watches the columns of figures: one that hardly varies was probably filled in by the collector."""

    def __init__(self, matches: list[ColumnMatch]) -> None:
        self._values: dict[int, tuple[str, Counter[str]]] = {
            index: (match.column, Counter()) for index, match in enumerate(matches) if match.field in FIGURES
        }

    def count(self, values: Sequence[Any]) -> None:
        """Count one row's figures; only the first few different ones, so that the memory stays bounded."""
        for index, (_, counts) in self._values.items():
            value = str(values[index])[:60] if index < len(values) and values[index] not in (None, "") else None
            if value is not None and (value in counts or len(counts) < 50):
                counts[value] += 1
            elif value is not None:
                counts["other"] += 1

    def remark(self, report: ImportReport) -> None:
        """Say which columns of figures hardly vary."""
        for column, counts in self._values.values():
            total, (value, most) = counts.total(), (counts.most_common(1) or [("", 0)])[0]
            if total >= 100 and most >= 0.99 * total:
                report.remark(
                    f"The column {column!r} says {value!r} in {most:,} of {total:,} rows: "
                    "a figure that hardly varies is worth checking."
                )
