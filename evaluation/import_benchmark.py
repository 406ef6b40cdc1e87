"""Measure the import of a large file: time for each 100,000 rows, peak memory, and the ratio to merely reading it.

Run: `python -m evaluation.import_benchmark [--rows N] [--format csv|jsonl|feed|xlsx] [--json]`. The rows are those of
the default catalogue, written to a file again and again under new ids, so that texts, lists and figures are as long as
real ones.
"""

from __future__ import annotations

import csv
import itertools
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

import click
import ijson
import openpyxl

from catalogue.exporters.csv import safe_cell
from catalogue.importer import import_files
from catalogue.reader import FIELD_ORDER, read_catalogue, to_row

STEP = 100_000


@dataclass(frozen=True)
class ImportFigures:
    """Seconds of wall time and mebibytes; `seconds_per_step` and `peak_mib_at_step` have one entry per 100,000 rows."""

    rows: int
    file_mib: float
    kept: int
    refused: int
    seconds: float
    rows_per_second: float
    plain_reader_seconds: float
    ratio_to_plain_reader: float
    start_mib: float
    peak_mib: float
    seconds_per_step: list[float]
    peak_mib_at_step: list[float]


def measure(rows: int, folder: Path, format: str) -> ImportFigures:
    """Return the figures of importing `rows` rows, through a file in `folder`, into a catalogue there."""
    write, read = FORMATS[format]
    table = folder / f"table.{'json' if format == 'feed' else format}"
    with ProcessPoolExecutor(
        1, get_context("spawn")
    ) as aside:  # what writing and mere reading take is not the import's
        aside.submit(write, table, rows).result()
        started = time.perf_counter()
        n_read = aside.submit(read, table).result()
        plain = time.perf_counter() - started
    assert n_read == rows, f"the plain reader saw {n_read} rows"
    marks: list[tuple[float, float]] = []
    start_mib, started = _peak_mib(), time.perf_counter()

    def progress(path: Path, done: int, total: int) -> None:
        # Rows are as good as equal in length, so that the bytes read tell the rows.
        while len(marks) < rows // STEP and done >= total * STEP * (len(marks) + 1) / rows:
            marks.append((time.perf_counter() - started, _peak_mib()))

    report = import_files([table], out=folder / "catalogue.jsonl", progress=progress)[0]
    seconds = time.perf_counter() - started
    times = [0.0, *(at for at, _ in marks)]
    return ImportFigures(
        rows=rows,
        file_mib=round(table.stat().st_size / 2**20, 1),
        kept=report.kept,
        refused=report.n_refused,
        seconds=round(seconds, 1),
        rows_per_second=round(rows / seconds),
        plain_reader_seconds=round(plain, 2),
        ratio_to_plain_reader=round(seconds / plain, 1),
        start_mib=round(start_mib, 1),
        peak_mib=round(_peak_mib(), 1),
        seconds_per_step=[round(after - before, 1) for before, after in itertools.pairwise(times)],
        peak_mib_at_step=[round(mib, 1) for _, mib in marks],
    )


def _rows(rows: int) -> Iterator[dict[str, object]]:
    records = [to_row(record) for record in read_catalogue().credentials]
    for number, row in zip(range(rows), itertools.cycle(records), strict=False):
        yield {**row, "id": f"{row['id']}-{number}"}


def _write_csv(path: Path, rows: int) -> None:
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(FIELD_ORDER)
        writer.writerows([safe_cell(value) for value in _cells(row)] for row in _rows(rows))


def _read_csv(path: Path) -> int:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


def _write_jsonl(path: Path, rows: int) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in _rows(rows))


def _read_jsonl(path: Path) -> int:
    with open(path, encoding="utf-8") as file:
        return sum(1 for line in file if json.loads(line))


def _write_feed(path: Path, rows: int) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"results": [')
        for number, row in enumerate(_rows(rows)):
            file.write((",\n" if number else "\n") + json.dumps(row, ensure_ascii=False))
        file.write("]}")


def _read_feed(path: Path) -> int:
    with open(path, "rb") as file:
        return sum(1 for _ in ijson.items(file, "results.item"))


def _write_xlsx(path: Path, rows: int) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("courses")
    sheet.append(FIELD_ORDER)
    for row in _rows(rows):
        sheet.append([safe_cell(value) for value in _cells(row)])
    book.save(path)


def _read_xlsx(path: Path) -> int:
    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    return sum(1 for _ in sheet.iter_rows(values_only=True)) - 1


# How a file of each kind is written, and what merely reading it is.
FORMATS: dict[str, tuple[Callable[[Path, int], None], Callable[[Path], int]]] = {
    "csv": (_write_csv, _read_csv),
    "jsonl": (_write_jsonl, _read_jsonl),
    "feed": (_write_feed, _read_feed),
    "xlsx": (_write_xlsx, _read_xlsx),
}


def _cells(row: dict[str, object]) -> list[object]:
    rules = row["stacks_into"]
    row["stacks_into"] = [rule["title"] for rule in rules] if isinstance(rules, list) else None
    return [row[name] for name in FIELD_ORDER]


def _peak_mib() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


@click.command()
@click.option("--rows", default=1_000_000, show_default=True, type=click.IntRange(min=1000))
@click.option("--format", "format_", default="csv", show_default=True, type=click.Choice([*FORMATS]))
@click.option("--json", "as_json", is_flag=True, help="Print JSON only.")
def main(rows: int, format_: str, as_json: bool) -> None:
    """Print how long the import of a large file takes, and how much memory."""
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(rows, Path(folder), format_)
    if as_json:
        click.echo(json.dumps(asdict(figures)))
        return
    for name, value in asdict(figures).items():
        click.echo(f"{name.replace('_', ' ')}: {value}")


if __name__ == "__main__":
    main()
