"""Read other people's files into a catalogue: detect the format, stream, clean, validate, merge and report."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from catalogue.cleaning import text_language
from catalogue.import_ledger import Ledger
from catalogue.import_report import ImportReport
from catalogue.importers.archive import files_in
from catalogue.importers.columns import BY_NAME, Guide
from catalogue.importers.detection import detect
from catalogue.importers.draft import Draft
from catalogue.importers.identity import stable_id
from catalogue.importers.source import FileRefused, Progress, Source, open_source
from catalogue.reader import parse, to_row
from catalogue.records import Credential, RecordError

# Format -> module and function; imported when needed, because the XML and Excel libraries take time to load.
READERS = {
    "csv": ("tables", "read_csv"),
    "excel": ("tables", "read_excel"),
    "ctdl": ("ctdl", "read"),
    "elm": ("elm", "read"),
    "openbadge": ("openbadge", "read"),
    "schemaorg": ("schemaorg", "read"),
    "jsonl": ("json_records", "read"),
}
FORMATS = ("auto", "csv", "ctdl", "elm", "openbadge", "schemaorg", "jsonl")
READ = ("read_from", "read_on")
TEXTS_DETECTED = 500  # records of each file whose language is detected; enough for the shares


def import_files(
    paths: Iterable[Path],
    format: str = "auto",
    *,
    out: Path,
    progress: Progress | None = None,
    guide: Guide = BY_NAME,
) -> list[ImportReport]:
    """Read the files into the catalogue `out` (JSON Lines), and return a report on each.

    What `out` holds already is updated by id; entries that no file names any more are kept, and reported as gone.
    The new file replaces the old one in one step, and only when something could be read. `guide` matches columns
    where their names do not tell. Raises RecordError when `format` is unknown or
    `out` cannot be written.
    """
    if format not in FORMATS:
        raise RecordError(f"{format!r} is no import format; expected one of {', '.join(FORMATS)}.")
    reports: list[ImportReport] = []
    with Ledger() as ledger:
        ledger.remember(_stored(out))
        try:
            with tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", dir=out.parent, prefix=f".{out.name}.", delete=False
            ) as new:
                for path in paths:
                    reports += _import_parts(new, Path(path), format, ledger, progress, guide)
            _finish(Path(new.name), out, ledger, reports)
        except OSError as error:
            raise RecordError(f"{out}: the catalogue cannot be written ({error.strerror}).") from error
    return reports


def import_file(path: Path, format: str = "auto", guide: Guide = BY_NAME) -> tuple[Iterator[Credential], ImportReport]:
    """Return the file's credentials as a stream, and the report, which is complete once the stream is read."""
    report = ImportReport(Path(path))

    def stream() -> Iterator[Credential]:
        with Ledger() as ledger:
            for credential, _ in _credentials(report, format, ledger, None, guide):
                yield credential

    return stream(), report


def _import_parts(
    new: IO[str], path: Path, format: str, ledger: Ledger, progress: Progress | None, guide: Guide
) -> Iterator[ImportReport]:
    """Import a file, or every file of an archive, and yield a report on each."""
    with tempfile.TemporaryDirectory(prefix="cairn-archive-") as folder:
        for part in files_in(path, Path(folder)):
            if isinstance(part, Path):
                yield _import_into(new, part, format, ledger, progress, guide)
            else:
                report = ImportReport(Path(part[0]))
                report.refuse("file", "", str(part[1]))
                yield report


def _import_into(
    new: IO[str], path: Path, format: str, ledger: Ledger, progress: Progress | None, guide: Guide
) -> ImportReport:
    report = ImportReport(path)
    for credential, content in _credentials(report, format, ledger, progress, guide):
        ledger.compare(credential.id, content, report)
        new.write(_line(credential, content) + "\n")
    return report


def _credentials(
    report: ImportReport, format: str, ledger: Ledger, progress: Progress | None, guide: Guide
) -> Iterator[tuple[Credential, str]]:
    """Yield (credential, its content) of all that is usable in the report's file; the rest goes into the report."""
    try:
        source = open_source(report.path, progress)
        report.encoding, report.format = source.encoding, _chosen(source, format)
        for remark in source.remarks:
            report.remark(remark[0].upper() + remark[1:] + ".")
        for draft in _reader(report.format)(source, report, guide):
            report.read += 1
            if kept := _validated(draft, ledger, report):
                report.kept += 1
                summary = kept[0].summary or ""
                if report.kept <= TEXTS_DETECTED and len(summary) > 40:
                    report.text_languages[text_language(summary)] += 1
                yield kept
    except FileRefused as reason:
        report.refuse("file", "", str(reason))
    if not report.kept and not report.refused:
        report.refuse("file", "", "no credential was found in it")
    ledger.list_duplicates(report)


def _chosen(source: Source, format: str) -> str:
    """Return the format to read the file in. A workbook is one whatever table format was named."""
    if format == "auto" or (format == "csv" and source.is_zip):
        return detect(source)
    if source.is_zip:
        raise FileRefused(f"this is a ZIP container, not {format}")
    return format


def _reader(format: str) -> Callable[[Source, ImportReport, Guide], Iterator[Draft]]:
    module, function = READERS[format]
    reader: Callable[..., Iterator[Draft]] = getattr(import_module(f"catalogue.importers.{module}"), function)
    return reader


def _validated(draft: Draft, ledger: Ledger, report: ImportReport) -> tuple[Credential, str] | None:
    """Return a draft's credential, under an id of its own, and its content; `None` where it is refused or a duplicate.

    Where and when it was read is written into it, unless the file says so itself (as Cairn's own do).
    """
    row, title = draft.row, str(draft.row.get("title") or "")
    if not title:
        report.refuse(draft.where, draft.source_id or "", "it has no title")
        return None
    row["id"] = stable_id(draft.source_id, row.get("url"), row.get("provider"), title, report.path.stem)
    if not row.get("read_on"):
        row["read_from"], row["read_on"] = report.path.name[-200:], date.today().isoformat()
    try:
        credential, dropped = parse(row)
    except RecordError as error:
        report.refuse(draft.where, title, str(error))
        return None
    for field, reason in dropped:
        draft.leave_out(field, row.get(field, ""), reason.rsplit("': ", 1)[-1])
    content = _content(credential)
    admitted = ledger.admit(credential, content, bool(draft.source_id), draft.where, report)
    if admitted is None:
        return None
    return admitted, content if admitted is credential else _content(admitted)


def _content(credential: Credential) -> str:
    """Return what a record says, in JSON and without where and when it was read: a new reading is no change."""
    row = to_row(credential)
    return json.dumps({name: value for name, value in row.items() if name not in READ}, ensure_ascii=False)


def _line(credential: Credential, content: str) -> str:
    """Return the record's line: its content, then where and when it was read."""
    read = {"read_from": credential.read_from, "read_on": str(credential.read_on)}
    return content[:-1] + ", " + json.dumps(read, ensure_ascii=False)[1:]


def _stored(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (id, content as it would be written today) of what the catalogue holds already."""
    for _, row in _stored_rows(path):
        try:
            credential, _ = parse(row)
            yield credential.id, _content(credential)
        except RecordError:
            continue


def _stored_rows(path: Path) -> Iterator[tuple[str, Any]]:
    if path.exists():
        with open(path, encoding="utf-8-sig", errors="replace") as lines:
            for line in lines:
                try:
                    yield line, json.loads(line)
                except (ValueError, RecursionError):
                    continue


def _finish(new: Path, out: Path, ledger: Ledger, reports: list[ImportReport]) -> None:
    """Add what the old catalogue holds besides, and put the new one in its place, unless nothing was kept."""
    try:
        if not any(report.kept for report in reports):
            return
        with open(new, "a", encoding="utf-8") as file:
            for line, row in _stored_rows(out):
                name = str(row.get("id")) if isinstance(row, dict) else ""
                if name and not ledger.has(name):
                    file.write(line.rstrip("\n") + "\n")
                    reports[-1].gone += 1
                    reports[-1].gone_ids = [*reports[-1].gone_ids, name][:200]
            file.flush()
            os.fsync(file.fileno())
        new.chmod(out.stat().st_mode if out.exists() else 0o644)
        new.replace(out)
    finally:
        new.unlink(missing_ok=True)
