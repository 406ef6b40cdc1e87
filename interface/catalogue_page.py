"""The page "Your own catalogue": upload one, see what was read, answer from it, and download any in other formats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from catalogue.exporter import FORMATS, ExportReport, export_catalogue
from catalogue.import_report import ImportReport
from interface import corrections, own_catalogue
from interface.escape import plain
from interface.failures import log_failure
from interface.own_catalogue import MAX_CREDENTIALS, Choices, Imported
from interface.resources import load_recommender
from interface.visit import answer_from, recommender, to_conversation, visit
from interface.wording import number

TYPES = ("csv", "tsv", "txt", "xlsx", "json", "jsonl", "jsonld", "ndjson", "xml", "html", "htm", "rdf", "zip", "gz")
MAX_ROWS = 20  # of each table of the report
ENDINGS = {"csv": "csv", "jsonl": "jsonl", "ctdl": "json", "elm": "jsonld", "schemaorg": "jsonld"}


def draw() -> None:
    """Draw the page."""
    texts, most = visit().files_texts, number(MAX_CREDENTIALS, visit().texts)
    st.header(texts.catalogue_page, anchor=False)
    st.markdown(texts.catalogue_intro)
    files = st.file_uploader(texts.catalogue_upload, type=TYPES, accept_multiple_files=True, key="catalogue-files")
    st.caption(texts.catalogue_formats.format(size=st.get_option("server.maxUploadSize"), most=most))
    if files:
        _read_once(files, None)
    if (imported := visit().imported) is not None:
        _draw_imported(imported, files)
    _draw_export()


def _read_once(files: list[UploadedFile], choices: Choices | None) -> None:
    """Import the uploaded files, unless that is done already and nothing else was chosen."""
    now, upload = visit(), tuple(file.file_id for file in files)
    if choices is None and now.imported is not None and now.imported.upload == upload:
        return
    choices = choices or Choices()
    texts = now.files_texts
    bar = st.progress(0.0, text=texts.reading.format(name=plain(files[0].name)))

    def progress(path: Path, done: int, size: int) -> None:
        bar.progress(min(1.0, done / max(size, 1)), text=texts.reading.format(name=plain(path.name)))

    named = [(file.name, file.getvalue()) for file in files]
    now.imported = _calmly(lambda: own_catalogue.import_uploads(upload, named, load_recommender(), progress, choices))
    bar.empty()


def _calmly(work: Callable[[], Any]) -> Any:
    """Return what the work returns, or `None` with one sentence where it fails."""
    try:
        return work()
    except Exception as error:  # whatever a reader or a model raises: nothing was changed, and the page says so
        log_failure(error)
        st.warning(visit().files_texts.unreadable, icon=":material/error:")
        return None


def _draw_imported(imported: Imported, files: list[UploadedFile]) -> None:
    """Draw the report, what may be corrected in it, and the button that makes the answers come from what was read."""
    texts = visit().files_texts
    st.subheader(texts.report_heading, anchor=False)
    _draw_counts(imported.reports)
    for report in imported.reports:
        _draw_report(report)
    if files and (choices := corrections.draw(imported)) is not None:
        _read_once(files, choices)
        st.rerun()
    catalogue = imported.catalogue
    if catalogue is None:
        st.warning(texts.nothing_kept)
        return
    if len(catalogue) > MAX_CREDENTIALS:
        n, most = (number(size, visit().texts) for size in (len(catalogue), MAX_CREDENTIALS))
        st.warning(texts.too_many.format(n=n, most=most))
        return
    own = visit().own
    if own is not None and own.recommender.catalogue is catalogue:
        return
    if st.button(texts.use, key="use-catalogue", type="primary", icon=":material/check:"):
        _use(imported)


def _use(imported: Imported) -> None:
    texts = visit().files_texts
    bar = st.progress(0.0, text=texts.preparing)

    def progress(done: int, size: int) -> None:
        bar.progress(min(1.0, done / max(size, 1)), text=texts.preparing)

    own = _calmly(lambda: own_catalogue.load(imported, load_recommender(), progress))
    bar.empty()
    if own is not None:
        answer_from(own, texts.switched.format(name=own.name))
        to_conversation()


def _draw_counts(reports: Sequence[ImportReport]) -> None:
    """Draw what became of each file, a column a file, which stays readable at the width of a phone."""
    texts = visit().files_texts
    columns = {
        report.path.name: {
            "format": report.format,
            "read": number(report.read, visit().texts),
            "kept": number(report.kept, visit().texts),
            "mended": number(report.n_mended, visit().texts),
            "refused": number(report.n_refused, visit().texts),
            "duplicates": number(report.n_duplicates, visit().texts),
        }
        for report in reports
    }
    labels = {name: label for name, label in texts.report_labels.items() if name != "file"}
    st.table(
        [
            {texts.report_labels["file"]: label, **{plain(file): counts[name] for file, counts in columns.items()}}
            for name, label in labels.items()
        ]
    )


def _draw_report(report: ImportReport) -> None:
    """Draw what was matched, refused, mended and not used in one file."""
    texts = visit().files_texts
    if report.remarks:
        st.markdown("\n".join(f"- {plain(sentence)}" for sentence in report.remarks))
    if report.columns:
        st.subheader(texts.columns_heading, anchor=False)
        st.caption(texts.columns_hint)
        used_first = sorted(report.columns, key=lambda column: (column.field is None, column.perhaps is None))
        rows = [
            {
                "column": column.column,
                "field": corrections.read_as(column),
                "how": texts.matched_by[column.how] if column.field else "",
                "example": column.example,
            }
            for column in used_first
        ]
        _table(texts.columns_labels, rows)
    if report.refused:
        with st.expander(texts.refused_heading.format(n=number(report.n_refused, visit().texts)), expanded=True):
            _table(texts.refused_labels, [vars(item) for item in report.refused], report.n_refused)
    if report.mended:
        with st.expander(texts.mended_heading.format(n=number(report.n_mended, visit().texts))):
            rows = [{**vars(item), "after": item.after or texts.left_out} for item in report.mended]
            _table(texts.mended_labels, rows, report.n_mended)
    if report.unknown_fields:
        names = ", ".join(name for name, _ in report.unknown_fields.most_common(MAX_ROWS))
        st.caption(texts.unknown_fields.format(names=plain(names)))


def _table(labels: dict[str, str], rows: list[dict[str, Any]], n: int | None = None) -> None:
    """Draw the first rows under these labels, and say how many of all `n` are not shown."""
    texts = visit().files_texts
    st.table([{label: plain(str(row[name])) for name, label in labels.items()} for row in rows[:MAX_ROWS]])
    more = (n or len(rows)) - min(len(rows), MAX_ROWS)
    if more:
        st.caption(texts.more_rows.format(n=number(more, visit().texts)))


def _draw_export() -> None:
    """Draw the choice of a format for the catalogue in use, or for the one just read, and the file once asked for."""
    now, texts = visit(), visit().files_texts
    read = now.imported.catalogue if now.imported else None
    catalogue, name = recommender().catalogue, now.own.name if now.own else texts.default_name
    if read is not None and now.imported is not None:
        catalogue, name = read, now.imported.name
    st.subheader(texts.export_heading, anchor=False)
    st.markdown(texts.export_says.format(name=plain(name), n=number(len(catalogue), now.texts)))
    with st.form("export", border=False):
        format = st.selectbox(texts.format, FORMATS, format_func=texts.export_formats.__getitem__, key="export-format")
        asked = st.form_submit_button(texts.make_file, key="make-export")
    if not asked:
        return
    with TemporaryDirectory() as folder:
        out = Path(folder) / f"catalogue-{format}.{ENDINGS[format]}"
        report: ExportReport | None = _calmly(lambda: export_catalogue(catalogue, format, out))
        if report is None:
            return
        data = out.read_bytes()
    if report.lost:
        fields = ", ".join(field.replace("_", " ") for field in report.lost)
        st.caption(texts.cannot_hold.format(fields=plain(fields)))
    st.download_button(
        texts.download_file.format(name=out.name),
        data,
        file_name=out.name,
        key="download-export",
        icon=":material/download:",
        on_click="ignore",
        type="primary",
    )


draw()
