"""Measure the import of a large CSV file: time for each 100,000 rows, peak memory, and the ratio to merely reading it.

Run: `python -m evaluation.import_benchmark [--rows N] [--json]`. The rows are the default catalogue's records, written
as a table again and again under new ids, so that texts, lists and figures are as long as real ones.
"""

from __future__ import annotations

import csv
import itertools
import json
import resource
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import click

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


def measure(rows: int, folder: Path) -> ImportFigures:
    """Return the figures of importing `rows` rows, through a file in `folder`, into a catalogue there."""
    table = folder / "table.csv"
    _write_table(table, rows)
    started = time.perf_counter()
    with open(table, encoding="utf-8-sig", newline="") as file:
        n_read = sum(1 for _ in csv.DictReader(file))
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


def _write_table(path: Path, rows: int) -> None:
    records = [[safe_cell(value) for value in _cells(to_row(record))] for record in read_catalogue().credentials]
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(FIELD_ORDER)
        for number, cells in zip(range(rows), itertools.cycle(records), strict=False):
            writer.writerow([f"{cells[0]}-{number}", *cells[1:]])


def _cells(row: dict[str, object]) -> list[object]:
    rules = row["stacks_into"]
    row["stacks_into"] = [rule["title"] for rule in rules] if isinstance(rules, list) else None
    return [row[name] for name in FIELD_ORDER]


def _peak_mib() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


@click.command()
@click.option("--rows", default=1_000_000, show_default=True, type=click.IntRange(min=1000))
@click.option("--json", "as_json", is_flag=True, help="Print JSON only.")
def main(rows: int, as_json: bool) -> None:
    """Print how long the import of a large table takes, and how much memory."""
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(rows, Path(folder))
    if as_json:
        click.echo(json.dumps(asdict(figures)))
        return
    for name, value in asdict(figures).items():
        click.echo(f"{name.replace('_', ' ')}: {value}")


if __name__ == "__main__":
    main()
