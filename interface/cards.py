"""One recommendation as a card: what it is, why it fits, what it is worth, what it costs and what is not known."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from catalogue.definition import assess
from catalogue.records import Credential, StackingRule
from interface import wording
from interface.escape import plain
from interface.texts.en import English
from interface.visit import toggle_saved, visit
from recommender.answer import Recommendation


def draw(recommendation: Recommendation, rank: int, place: str) -> None:
    """Draw one card; `rank` counts from 1, `place` tells apart the same credential in two answers."""
    texts, credential = visit().texts, recommendation.credential
    with st.container(border=True, gap="small"):
        st.subheader(f"{rank}. {plain(credential.title)}", anchor=False)
        origin = [credential.provider, wording.country(credential.country, texts), _platform(credential, texts)]
        st.markdown(" · ".join(plain(part) for part in origin if part))
        _badges(credential, texts)
        _level_meaning(credential, texts)
        if recommendation.why:
            _list(f"**{texts.why_heading}**", recommendation.why)
        _stacking(recommendation, texts)
        if credential.assessment:
            st.markdown(f"**{texts.assessment_label}:** {plain(wording.assessment(credential, texts))}")
        _not_stated(recommendation, texts)
        _actions(credential, place, texts)
        _details(credential, texts)
        _worth(credential, texts)
        _score(recommendation, texts)


def _platform(credential: Credential, texts: English) -> str | None:
    if not credential.platform or credential.platform == credential.provider:
        return None
    return texts.on_platform.format(platform=credential.platform)


def badges(credential: Credential, hours_per_week: float | None, texts: English) -> dict[str, str]:
    """Return icon to words: level and cost always, time and mode where the source states them."""
    facts = {
        ":material/stairs:": wording.level(credential, texts),
        ":material/payments:": wording.cost(credential, texts),
    }
    taken = wording.time(credential, hours_per_week, texts)
    if taken != texts.time_not_stated:
        facts[":material/schedule:"] = taken
    if credential.mode:
        facts[":material/location_on:"] = wording.mode(credential, texts)
    return facts


def _badges(credential: Credential, texts: English) -> None:
    pace = visit().conversation.profile.max_hours_per_week
    unknown = (texts.level_not_stated, texts.cost_not_stated)
    drawn = [
        f":{'gray' if words in unknown else 'green'}-badge[{icon} {plain(words)}]"
        for icon, words in badges(credential, pace, texts).items()
    ]
    st.markdown(" ".join(drawn))


def _level_meaning(credential: Credential, texts: English) -> None:
    """Draw what the level means in everyday words, from the framework tables."""
    said = wording.level_meaning(credential, visit().conversation.profile.country, texts)
    if said:
        st.markdown(f"**{texts.level_heading}:** {plain(' '.join(said))}")


def _list(heading: str, sentences: Sequence[str]) -> None:
    """Draw one sentence behind its heading, several as a list under it."""
    if len(sentences) == 1:
        st.markdown(f"{heading}: {plain(sentences[0])}")
    else:
        st.markdown(f"{heading}\n" + "\n".join(f"- {plain(sentence)}" for sentence in sentences))


def _stacking(recommendation: Recommendation, texts: English) -> None:
    """Draw what it counts towards, with the share of each award whose credits are known."""
    _list(f"**{texts.stacks_heading}**", recommendation.stacking)
    for rule in recommendation.credential.stacks_into:
        if (share := share_of_award(rule)) is not None:
            st.progress(share, text=plain(texts.share_of_award.format(share=share, award=rule.title)))


def _not_stated(recommendation: Recommendation, texts: English) -> None:
    """Draw what the source leaves out, without what a badge has said already."""
    said = {words.casefold() for words in badges(recommendation.credential, None, texts).values()}
    missing = [caveat for caveat in recommendation.caveats if caveat.rstrip(".").casefold() not in said]
    if missing:
        st.caption(f":material/info: **{texts.not_stated_heading}:** {plain(' '.join(missing))}")


def share_of_award(rule: StackingRule) -> float | None:
    """Return the part of the award, 0 to 1, that the credential's credits make up; `None` where either is unknown."""
    if rule.credits_awarded is None or rule.credits_total is None:
        return None
    return rule.credits_awarded / rule.credits_total


def _actions(credential: Credential, place: str, texts: English) -> None:
    saved = credential.id in visit().conversation.saved
    help_text = texts.unsave_help if saved else texts.save_help
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            texts.saved if saved else texts.save,
            key=f"save-{place}-{credential.id}",
            icon=":material/bookmark_added:" if saved else ":material/bookmark:",
            help=help_text.format(title=plain(credential.title)),
            on_click=toggle_saved,
            args=(credential.id,),
        )
        if credential.url and credential.url != credential.source_url:
            st.markdown(link(texts.provider_link, credential.url), width="content")
        if credential.source_url:
            st.markdown(f"{link(texts.source_link, credential.source_url)} ({source_date(credential, texts)})")


def link(words: str, address: str) -> str:
    """Return a Markdown link; the record's type has made sure that the address is http(s)."""
    safe = address.translate({ord(mark): f"%{ord(mark):02X}" for mark in " <>()[]\\\"'`"})
    return f"[{words}](<{safe}>)"


def source_date(credential: Credential, texts: English) -> str:
    """Return the date of the source, or that it shows none."""
    if credential.source_date is None:
        return texts.source_undated
    return texts.source_read.format(date=plain(credential.source_date))


def _details(credential: Credential, texts: English) -> None:
    with st.expander(texts.more_details, icon=":material/article:", type="compact"):
        if credential.summary:
            st.markdown(plain(credential.summary))
        for heading, items in (
            (texts.outcomes_heading, credential.outcomes),
            (texts.prerequisites_heading, credential.prerequisites),
        ):
            listed = "\n".join(f"- {plain(item)}" for item in items) or texts.not_stated.capitalize()
            st.markdown(f"**{heading}**\n\n{listed}")
        budget = visit().conversation.profile.max_cost
        currency = budget.currency if budget else None
        spoken = ", ".join(wording.language(code, texts) for code in credential.languages)
        rest = {
            texts.credits_label: wording.credits_of(credential, texts),
            texts.cost_label: wording.cost_at_home(credential, currency) or wording.cost(credential, texts),
            texts.language_label: spoken,
            texts.type_label: credential.type_claim,
            texts.quality_label: credential.quality_assurance,
            texts.certificate_label: credential.digital_certificate,
        }
        st.markdown("\n".join(f"- **{label}:** {plain(value or texts.not_stated)}" for label, value in rest.items()))


def _worth(credential: Credential, texts: English) -> None:
    """Draw whether it is a micro-credential, each answer with the rule that decided it."""
    with st.expander(texts.worth_heading, icon=":material/verified:", type="compact"):
        verdict = assess(credential)
        st.markdown(plain(verdict.in_words))
        criteria = {True: texts.criterion_met, False: texts.criterion_not_met, None: texts.criterion_unknown}
        lines = [f"- **{criteria[item.met]}:** {plain(item.reason)}" for item in verdict.criteria]
        st.markdown("\n".join(lines))
        st.markdown(plain(verdict.eu_in_words))
        if verdict.eu_missing:
            st.caption(f"{texts.eu_missing}: {plain(', '.join(verdict.eu_missing))}")
        st.markdown(f"**{texts.oepass_label}:** {plain(verdict.oepass)} ({plain(verdict.oepass_rule)})")


def _score(recommendation: Recommendation, texts: English) -> None:
    """Draw the score part by part; the parts add up to the whole."""
    with st.expander(texts.how_ranked, icon=":material/balance:", type="compact"):
        st.caption(texts.score_explained)
        rows = {part_name(name, texts): points for name, points in recommendation.score_parts.items()}
        rows[texts.score_total] = recommendation.score
        st.table(
            {texts.score_part: list(rows), texts.score_points: [f"{points:.3f}" for points in rows.values()]},
            border="horizontal",
            hide_index=True,
            alt=texts.how_ranked,
        )


def part_name(name: str, texts: English) -> str:
    """Return what one part of the score is called."""
    return texts.score_parts.get(name, name.replace("_", " ").capitalize())
