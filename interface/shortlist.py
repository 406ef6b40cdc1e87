"""The credentials that the learner saved, and a file of them to take away."""

from __future__ import annotations

from datetime import date

import streamlit as st

from catalogue.records import Credential
from interface import wording
from interface.escape import plain
from interface.resources import load_recommender
from interface.texts.en import English
from interface.visit import toggle_saved, visit


def draw() -> None:
    """Draw a button that opens the saved credentials, each with a button that takes it off, and the download."""
    now, texts = visit(), visit().texts
    saved = load_recommender().catalogue.get(now.conversation.saved) if now.conversation.saved else []
    label = texts.shortlist_heading.format(n=len(saved))
    with st.popover(label, icon=":material/bookmarks:", type="tertiary", key="shortlist"):
        if not saved:
            st.markdown(texts.shortlist_empty)
            return
        for credential in saved:
            st.button(
                plain(credential.title),
                key=f"unsave-{credential.id}",
                icon=":material/close:",
                icon_position="right",
                help=texts.remove_from_shortlist.format(title=plain(credential.title)),
                on_click=toggle_saved,
                args=(credential.id,),
                wrap=True,
            )
        st.download_button(
            texts.shortlist_download,
            as_markdown(saved, date.today(), texts),
            file_name=texts.shortlist_file,
            mime="text/markdown",
            key="download-shortlist",
            icon=":material/download:",
            on_click="ignore",
            type="primary",
        )


def as_markdown(saved: list[Credential], today: date, texts: English) -> str:
    """Return the shortlist as a Markdown file: for each credential what the card says, with its source."""
    lines = [f"# {texts.shortlist_title}", "", texts.shortlist_note.format(date=today.isoformat()), ""]
    for credential in saved:
        origin = (credential.provider, wording.country(credential.country, texts))
        facts = {
            texts.provider_label: ", ".join(part for part in origin if part),
            texts.level_label: wording.level(credential, texts),
            texts.time_label: wording.time(credential, None, texts),
            texts.cost_label: wording.cost(credential, texts),
            texts.mode_label: wording.mode(credential, texts),
            texts.assessment_label: wording.assessment(credential, texts),
            texts.stacks_heading: "; ".join(rule.title for rule in credential.stacks_into),
            texts.source_link: credential.source_url or credential.url,
            texts.source_date_label: credential.source_date,
        }
        lines += [f"## {plain(credential.title)}", ""]
        lines += [f"- {label}: {value or texts.not_stated}" for label, value in facts.items()]
        lines.append("")
    return "\n".join(lines)
