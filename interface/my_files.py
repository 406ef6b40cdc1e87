"""The page "What you already hold": badges, digital credentials and CVs, confirmed find by find before they count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from catalogue.held import CvReport, Found, HeldItem, HeldNote, HeldReport
from interface.escape import plain
from interface.failures import log_failure
from interface.finds import TYPES, Confirmed, as_held, read
from interface.visit import change, to_conversation, visit
from recommender.profile import Held

MAX_FILES = 10
MAX_SAID = 160  # characters of the line in the conversation
MARKS = {
    "verified": ":green-badge[:material/verified: {}]",
    "not checked (no network)": ":gray-badge[:material/help: {}]",
    "broken": ":orange-badge[:material/error: {}]",
    "none": ":gray-badge[:material/draft: {}]",
}


def draw() -> None:
    """Draw the page."""
    texts = visit().files_texts
    st.header(texts.held_page, anchor=False)
    st.markdown(texts.held_intro)
    files = st.file_uploader(texts.held_upload, type=TYPES, accept_multiple_files=True, key="held-files")
    st.caption(texts.held_formats.format(most=MAX_FILES, size=st.get_option("server.maxUploadSize")))
    if not files:
        return
    if len(files) > MAX_FILES:
        st.warning(texts.too_many_files.format(most=MAX_FILES))
    reports = [report for file in files[:MAX_FILES] if (report := _read_calmly(file)) is not None]
    confirmed = _confirm(reports)
    _draw_notes(reports)
    if confirmed is None:
        return
    if not confirmed.names:
        st.warning(texts.nothing_ticked)
        return
    words = ", ".join(confirmed.names)
    words = words if len(words) <= MAX_SAID else f"{words[: MAX_SAID - 1]}…"
    change(confirmed.added_to(visit().conversation.profile), texts.confirmed.format(words=words))
    to_conversation()


def _read_calmly(file: UploadedFile) -> HeldReport | CvReport | None:
    try:
        return read(file.name, file.getvalue())
    except (
        Exception
    ) as error:  # whatever a parser raises for a hostile file: one sentence, and the other files are read
        log_failure(error)
        st.warning(f"{plain(file.name)}: {visit().files_texts.unreadable}")
        return None


def _confirm(reports: Sequence[HeldReport | CvReport]) -> Confirmed | None:
    """Draw every find with a box to tick; return what is ticked once the learner says so, before that `None`."""
    texts = visit().files_texts
    items = [item for report in reports if isinstance(report, HeldReport) for item in report.items]
    found = list(dict.fromkeys(find for report in reports if isinstance(report, CvReport) for find in report.found))
    for report in reports:
        if not (report.items if isinstance(report, HeldReport) else report.found) and not report.notes:
            st.info(texts.nothing_found.format(name=plain(report.name)))
    if not items and not found:
        return None
    with st.form("finds"):
        credentials = [find for find in found if find.kind == "credential"]
        if items or credentials:
            st.subheader(texts.credentials_heading, anchor=False)
        held = [as_held(item) for number, item in enumerate(items) if _draw_item(item, number)]
        held += [Held(title=find.name) for number, find in enumerate(credentials) if _draw_find(find, number)]
        skills = _draw_skills([find for find in found if find.kind == "skill"])
        role = _draw_roles([find for find in found if find.kind == "role"])
        if not st.form_submit_button(texts.confirm, type="primary", key="confirm-finds"):
            return None
    return Confirmed(tuple(held), skills, role)


def _draw_item(item: HeldItem, number: int) -> bool:
    """Draw a credential with what its signature says; return whether it is ticked, at first unless that is broken."""
    texts = visit().files_texts
    level = f"{item.level.framework} level {item.level.value}" if item.level and item.level.value else None
    credits = f"{item.credits.amount:g} {item.credits.system or ''}".strip() if item.credits else None
    facts = [fact for fact in (item.issuer, level, credits, item.date, item.format) if fact]
    mark = MARKS[item.signature].format(texts.signatures[item.signature])
    with st.container(gap="xxsmall"):
        ticked = st.checkbox(f"**{plain(item.title)}**", value=item.signature != "broken", key=f"item-{number}")
        st.markdown(f"{mark} {plain(' · '.join(facts))}")
        if item.has_expired(date.today()):
            st.markdown(f":orange-badge[:material/event_busy: {plain(texts.run_out.format(date=item.expires))}]")
        st.caption(plain(item.signature_says))
    return ticked


def _draw_find(find: Found, number: int) -> bool:
    """Draw a find of a CV with the line that it stands in; return whether it is ticked."""
    with st.container(gap=None):
        ticked = st.checkbox(f"**{plain(find.name)}**", value=True, key=f"{find.kind}-{number}")
        st.caption(plain(visit().files_texts.cv_line.format(line=find.line)))
    return ticked


def _draw_skills(finds: Sequence[Found]) -> tuple[str, ...]:
    if not finds:
        return ()
    st.subheader(visit().files_texts.skills_heading, anchor=False)
    return tuple(find.name for number, find in enumerate(finds) if _draw_find(find, number))


def _draw_roles(finds: Sequence[Found]) -> str | None:
    """Draw the roles of a CV, of which only one is what the learner does now; none is chosen at first."""
    if not finds:
        return None
    texts = visit().files_texts
    lines = {find.name: plain(texts.cv_line.format(line=find.line)) for find in finds}
    return st.radio(
        texts.role_heading,
        [None, *lines],
        format_func=lambda name: texts.role_none if name is None else plain(name),
        captions=["", *lines.values()],
        key="role",
    )


def _draw_notes(reports: Sequence[HeldReport | CvReport]) -> None:
    """Draw what was refused, mended or only remarked on."""
    notes: list[tuple[str, HeldNote]] = [(report.name, note) for report in reports for note in report.notes]
    if not notes:
        return
    st.subheader(visit().files_texts.notes_heading, anchor=False)
    said = [str(note) if note.place.startswith(name) else f"{name}, {note}" for name, note in notes]
    st.markdown("\n".join(f"- {plain(sentence)}" for sentence in said))


draw()
