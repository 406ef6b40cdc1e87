"""What a visitor may correct in the reading of a catalogue: what each column holds, and the format."""

from __future__ import annotations

import streamlit as st

from catalogue.import_report import ColumnMatch
from catalogue.importer import FORMATS
from catalogue.importers.columns import FIELDS, UNUSED
from interface.escape import plain
from interface.own_catalogue import Choices, Imported
from interface.visit import visit

MAX_COLUMNS = 60  # of all files together; a form has room for no more
NOT_USED = "not used"  # as the report says it


def read_as(column: ColumnMatch) -> str:
    """Return in words what a column was read as, or what it may hold."""
    texts = visit().files_texts
    if column.field is None and column.perhaps:
        return texts.perhaps.format(field=column.perhaps.replace("_", " "))
    return (column.field or texts.matched_by[NOT_USED]).replace("_", " ")


def draw(imported: Imported) -> Choices | None:
    """Draw a choice for each column, and of the format where it is undecided; return what is chosen once it is sent."""
    texts = visit().files_texts
    columns = {column.column: column for report in imported.reports for column in report.columns}
    undecided = [report for report in imported.reports if report.format == "undecided"]
    if not columns and not undecided:
        return None
    title = texts.columns_correct if columns else texts.format
    with (
        st.expander(title, icon=":material/edit:", expanded=not columns),
        st.form("corrections", border=False),
    ):
        format = _draw_format(undecided[0].path.name, imported.choices.format) if undecided else imported.choices.format
        shown = list(columns.items())[:MAX_COLUMNS]
        wanted = {name: _draw_column(column, imported.upload) for name, column in shown}
        if not st.form_submit_button(texts.read_again, key="read-again"):
            return None
    kept = dict(imported.choices.columns)
    changed = {name: field for name, field in wanted.items() if field != (columns[name].field or UNUSED)}
    return Choices(format, {**kept, **changed})


def _draw_format(name: str, chosen: str) -> str:
    texts = visit().files_texts
    return st.selectbox(
        texts.read_as.format(name=plain(name)),
        FORMATS,
        index=FORMATS.index(chosen),
        format_func=lambda format: texts.found_out if format == "auto" else format,
        key="catalogue-format",
    )


def _draw_column(column: ColumnMatch, upload: tuple[str, ...]) -> str:
    """Draw the choice of what one column of an upload holds, and return it."""
    texts = visit().files_texts
    example = f" ({plain(column.example)})" if column.example else ""
    own = column.field or UNUSED
    options = list(dict.fromkeys([UNUSED, *FIELDS, own]))
    return st.selectbox(
        plain(column.column) + example,
        options,
        index=options.index(own),
        format_func=lambda field: texts.matched_by[NOT_USED] if field == UNUSED else field.replace("_", " "),
        key=f"column-{column.column}-{upload}",  # another upload starts from its own columns
    )
