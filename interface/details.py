"""Everything known of one credential, in a drawer beside the page: facts, worth, signs of trust, score."""

from __future__ import annotations

from datetime import date

import streamlit as st

from catalogue.coherence import check
from catalogue.definition import Verdict, assess
from catalogue.records import Credential
from catalogue.trust import signals
from interface import wording
from interface.escape import link, plain
from interface.texts.en import English
from interface.visit import recommender, visit
from recommender.answer import Recommendation
from recommender.prior_learning import evidence_sheet, prove_instead

STANDINGS = {
    "strong": ":material/verified:",
    "agrees": ":material/verified:",
    "known": ":material/check:",
    "weak": ":material/error:",
    "questioned": ":material/error:",
    "unknown": ":material/help:",
    "not known": ":material/help:",
}


def open_details(recommendation: Recommendation) -> None:
    """Open the drawer over the page."""
    texts, credential = visit().texts, recommendation.credential

    @st.dialog(plain(credential.title), width=620, position="right")
    def drawer() -> None:
        verdict = assess(credential)
        _about(credential, texts)
        _evidence(credential, texts)
        _worth(verdict, texts)
        _trust(credential, verdict, texts)
        _score(recommendation, texts)

    drawer()


def _about(credential: Credential, texts: English) -> None:
    if credential.summary:
        st.markdown(plain(credential.summary))
    for heading, items in (
        (texts.outcomes_heading, credential.outcomes),
        (texts.prerequisites_heading, credential.prerequisites),
    ):
        st.header(heading, anchor=False)
        st.markdown("\n".join(f"- {plain(item)}" for item in items) or texts.not_stated.capitalize())
    st.header(texts.facts_heading, anchor=False)
    budget = visit().conversation.profile.max_cost
    at_home = wording.cost_at_home(credential, budget.currency if budget else None)
    facts = {
        texts.level_label: wording.level(credential, texts),
        texts.credits_label: wording.credits_of(credential, texts),
        texts.time_label: wording.time(credential, visit().conversation.profile.max_hours_per_week, texts),
        texts.cost_label: ", ".join(part for part in (wording.cost(credential, texts), at_home) if part),
        texts.mode_label: wording.mode(credential, texts),
        texts.language_label: ", ".join(wording.language(code, texts) for code in credential.languages),
        texts.assessment_label: wording.assessment(credential, texts),
        texts.certificate_label: credential.digital_certificate,
        texts.quality_label: credential.quality_assurance,
        texts.type_label: credential.type_claim,
    }
    st.markdown("\n".join(f"- **{label}:** {plain(value or texts.not_stated)}" for label, value in facts.items()))
    st.markdown(" · ".join(sources(credential, texts)))


def _evidence(credential: Credential, texts: English) -> None:
    """Draw the offer to prove it instead of studying, and the sheet to take to an assessor."""
    if says := prove_instead(credential):
        st.markdown(plain(says))
    if credential.outcomes:
        sheet = evidence_sheet(credential, visit().conversation.profile, recommender().encoder)
        st.download_button(
            texts.evidence_sheet,
            sheet.as_text(),
            file_name=f"evidence-{credential.id[:60]}.md",
            mime="text/markdown",
            key=f"evidence-{credential.id}",
            icon=":material/fact_check:",
            on_click="ignore",
        )


def sources(credential: Credential, texts: English) -> list[str]:
    """Return links to the provider's page and to the source, with its date, and from which file it was imported."""
    links = []
    if credential.url and credential.url != credential.source_url:
        links.append(link(texts.provider_link, credential.url))
    if credential.source_url:
        dated = (
            texts.source_dated.format(date=credential.source_date) if credential.source_date else texts.source_undated
        )
        links.append(f"{link(texts.source_link, credential.source_url)} ({plain(dated)})")
    if credential.read_on:
        read = texts.source_read if credential.read_from else texts.source_read_on
        links.append(plain(read.format(name=credential.read_from, date=credential.read_on)))
    return links


def _worth(verdict: Verdict, texts: English) -> None:
    """Draw whether it is a micro-credential, by which rule, and by which stricter definitions; its label as a claim."""
    st.header(texts.worth_heading, anchor=False)
    st.markdown(plain(verdict.in_words))
    says = {True: texts.criterion_met, False: texts.criterion_not_met, None: texts.criterion_unknown}
    lines = [f"- **{says[item.met]}:** {plain(f'{item.name}; {item.reason}')}" for item in verdict.criteria]
    lines += [f"- **{texts.oepass_label}:** {plain(verdict.oepass)} ({plain(verdict.oepass_rule)})"]
    lines += [f"- {plain(verdict.label_in_words)}"]
    st.markdown("\n".join(lines))
    st.markdown(f"**{texts.stricter_heading}**")
    stricter = [f"- {link(plain(item.name), item.source)}: {plain(item.answer_in_words)}" for item in verdict.stricter]
    st.markdown("\n".join([f"- {plain(verdict.eu_in_words)}", *stricter]))


def _trust(credential: Credential, verdict: Verdict, texts: English) -> None:
    """Draw every sign of trust with its standing in words, then whether the record agrees with itself."""
    today = date.today()
    checked = check(credential, verdict, today)
    st.header(texts.trust_heading, anchor=False)
    st.caption(texts.trust_explained)
    lines = [
        f"- {STANDINGS[sign.standing]} **{plain(sign.name)}: {texts.standings[sign.standing]}.** "
        + plain("; ".join(part for part in (sign.value, sign.reason) if part))
        for sign in signals(credential, verdict, today, recommender().settings.stale_after)
    ]
    lines += [
        f"- {STANDINGS[finding.standing]} **{plain(finding.about)}: {texts.standings[finding.standing]}.** "
        + plain(finding.text)
        for finding in checked.findings
    ]
    lines.append(f"- {plain(checked.age_in_words)}.")
    st.markdown("\n".join(lines))


def _score(recommendation: Recommendation, texts: English) -> None:
    """Draw the score part by part; the parts add up to the whole."""
    st.header(texts.how_ranked, anchor=False)
    st.caption(texts.score_explained)
    rows = {part_name(name, texts): points for name, points in recommendation.score_parts.items()}
    rows[texts.score_total] = recommendation.score
    st.table(
        {texts.score_part: list(rows), texts.score_points: [f"{points:.3f}" for points in rows.values()]},
        border="horizontal",
        hide_index=True,
        alt=texts.how_ranked,
    )
    if recommendation.contrast:
        st.markdown(plain(recommendation.contrast))
    if recommendation.overturns:
        lines = [f"- {plain(line)}" for line in recommendation.overturns]
        st.markdown("\n".join([f"**{texts.overturn_heading}**\n", *lines]))


def part_name(name: str, texts: English) -> str:
    """Return what one part of the score is called."""
    return texts.score_parts.get(name, name.replace("_", " ").capitalize())
