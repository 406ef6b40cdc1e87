"""One recommendation as a card: what it is, why it fits, what it is worth, what it costs and what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from catalogue.coherence import check
from catalogue.definition import assess
from catalogue.frameworks import describe
from catalogue.records import Credential
from catalogue.trust import cautions
from interface import details, wording
from interface.escape import link, plain
from interface.texts.en import English
from interface.visit import recommender, toggle_saved, visit
from recommender.answer import Recommendation
from recommender.prior_learning import prove_instead

MAX_ROUTES = 3  # larger awards whose share and evidence stand on a card; all of them stand in its sentences


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
        if recommendation.limits:
            _list(f"**{texts.limits_kept_heading}**", recommendation.limits)
        _stacking(recommendation, texts)
        if credential.assessment:
            st.markdown(f"**{texts.assessment_label}:** {plain(wording.assessment(credential, texts))}")
        if says := prove_instead(credential):
            st.markdown(f":material/fact_check: {plain(says)}")
        _cautions(credential, texts)
        _not_stated(recommendation, texts)
        _actions(recommendation, place, texts)


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
    """Draw what it counts towards; for each award the known share as a bar, how sure it is, and the evidence."""
    _list(f"**{texts.stacks_heading}**", recommendation.stacking)
    for route in recommendation.routes[:MAX_ROUTES]:
        state = texts.link_states[route.state]
        if route.share is not None and route.state != "blocked":
            share = texts.share_of_award.format(share=route.share, award=route.award.title)
            st.progress(route.share, text=plain(f"{share} ({state})"))
        weakest = next(step for step in route.links if step.state == route.state)
        source = link(texts.source_link, weakest.source_url) if weakest.source_url else ""
        st.caption(f"{plain(' '.join(filter(None, (weakest.evidence, weakest.decision))))} {source}")
    if recommendation.routes and recommendation.portability:
        st.caption(plain(recommendation.portability.says))


def _cautions(credential: Credential, texts: English) -> None:
    """Draw what a learner should be warned of; that nothing is said of the assessment stands under what is open."""
    verdict = assess(credential)
    for finding in check(credential, verdict, date.today()).findings:
        if finding.standing == "questioned":
            st.markdown(f":orange-badge[:material/warning: {texts.caution}] {plain(finding.text)}")
    for caution in cautions(credential, verdict, date.today(), recommender().settings.stale_after):
        if caution.kind != "unassessed" or verdict.criteria[1].met is not None:
            st.markdown(f":orange-badge[:material/warning: {texts.caution}] {plain(caution.text)}")


def _not_stated(recommendation: Recommendation, texts: English) -> None:
    """Draw what the source leaves out, without what a badge has said already."""
    said = {words.casefold() for words in badges(recommendation.credential, None, texts).values()}
    missing = [caveat for caveat in recommendation.caveats if caveat.rstrip(".").casefold() not in said]
    if missing:
        st.caption(f":material/info: **{texts.not_stated_heading}:** {plain(' '.join(missing))}")


def _actions(recommendation: Recommendation, place: str, texts: English) -> None:
    credential = recommendation.credential
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
        if st.button(
            texts.more_details,
            key=f"details-{place}-{credential.id}",
            icon=":material/read_more:",
            help=texts.more_details_help.format(title=plain(credential.title)),
        ):
            details.open_details(recommendation)
        if credential.level and (info := describe(credential.level)):
            at = {"scale": info.framework, "level": info.value}
            st.page_link("compare_levels.py", label=texts.compare_levels, icon=":material/stairs:", query_params=at)
        if credential.stacks_into:
            part = {"part": credential.id}
            st.page_link("pathway.py", label=texts.see_pathway, icon=":material/route:", query_params=part)
        st.markdown(" · ".join(details.sources(credential, texts)), width="content")
