"""The shortlist or the plan as a file to print, send or put in a calendar, with notes; made only when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from catalogue.records import Credential
from interface.escape import plain
from interface.failures import log_failure
from interface.visit import visit
from recommender.handover import WRITERS, Handover, write_handover
from recommender.planning import Plan

MIME = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv",
    "ics": "text/calendar",
    "json": "application/json",
}
MAX_NOTE = 2_000  # characters


def draw(credentials: Sequence[Credential], plan: Plan | None = None) -> None:
    """Draw the button that opens the choice of a file."""
    texts = visit().files_texts
    key = "plan" if plan else "shortlist"
    if st.button(
        texts.take_away, key=f"take-{key}", icon=":material/download:", type="primary" if plan else "tertiary"
    ):
        _open(Handover(credentials=tuple(credentials), plan=plan), key)


def _open(handover: Handover, key: str) -> None:
    """Open the choice over the page."""
    texts = visit().files_texts

    @st.dialog(texts.take_away, width="medium")
    def choice() -> None:
        st.markdown(texts.take_says)
        with st.form(f"take-away-{key}", border=False):
            formats = [name for name in WRITERS if handover.plan or name != "ics"]
            format = st.selectbox(
                texts.format, formats, format_func=texts.take_formats.__getitem__, key=f"take-format-{key}"
            )
            finished = _finished(handover, key)
            asked = st.form_submit_button(texts.make_file, key=f"make-{key}")
        if asked:
            _draw_file(finished, format, key)

    choice()


def _finished(handover: Handover, key: str) -> Handover:
    """Draw what the adviser may add; return the papers with it."""
    now, texts = visit(), visit().files_texts
    learner = st.text_input(texts.learner_name, max_chars=100, key=f"learner-{key}")
    adviser = st.text_input(texts.adviser_name, max_chars=100, key=f"adviser-{key}")
    starts_on: date | None = None
    if handover.plan:
        starts_on = st.date_input(texts.starts_on, value=None, key=f"starts-{key}", format="YYYY-MM-DD")
    with st.expander(texts.notes_of_adviser, icon=":material/edit_note:"):
        for credential in handover.all_credentials:
            note = st.text_area(
                texts.note_on.format(title=plain(credential.title)),
                value=now.notes.get(credential.id, ""),
                max_chars=MAX_NOTE,
                key=f"note-{key}-{credential.id}",
                height=80,
            )
            now.notes[credential.id] = note.strip()
    notes = {item.id: now.notes[item.id] for item in handover.all_credentials if now.notes[item.id]}
    return replace(handover, learner=learner or None, adviser=adviser or None, starts_on=starts_on, notes=notes)


def _draw_file(handover: Handover, format: str, key: str) -> None:
    texts = visit().files_texts
    try:
        data = write_handover(handover, format)
    except Exception as error:  # whatever a document's library raises: the page stays, and says so
        log_failure(error)
        st.warning(visit().texts.something_failed, icon=":material/error:")
        return
    name = f"cairn-{key}.{format}"
    st.download_button(
        texts.download_file.format(name=name),
        data,
        file_name=name,
        mime=MIME[format],
        key=f"download-{key}",
        icon=":material/download:",
        on_click="ignore",
        type="primary",
    )
