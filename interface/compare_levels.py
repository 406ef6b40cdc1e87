"""The page "How credentials compare": level scales side by side, and a converter of credits."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from catalogue.credits import HOURS, SYSTEMS, CreditError, convert
from catalogue.frameworks import FRAMEWORKS, NOT_RECOGNITION, Comparison, Framework, LevelInfo, compare, home_framework
from catalogue.knowledge import PLACES, rules_and_gaps
from interface import level_chart
from interface.escape import link, plain
from interface.texts.levels_en import LEVELS as TEXTS
from interface.visit import visit

BESIDE = ("EQF", "NZQCF", "RQF", "NFQ", "AQF", "MQF")  # shown at first: as many as fit a phone


def choose_level() -> LevelInfo:
    """Draw the choice of a scale and a level, bound to the address so that a level badge can link here."""
    codes = list(FRAMEWORKS)
    home = home_framework(visit().conversation.profile.country) or "EQF"
    left, right = st.columns(2)
    scale = FRAMEWORKS[
        left.selectbox(TEXTS.scale, codes, index=codes.index(home), key="scale", bind="query-params", required=True)
    ]
    values = [info.value for info in scale.levels]
    at_first = values.index("5") if "5" in values else 0
    value = right.selectbox(TEXTS.level, values, index=at_first, key="level", bind="query-params", required=True)
    st.caption(plain(f"{scale.code}: {scale.name}"))
    return scale.level(value if value in values else values[at_first])


def draw_levels() -> None:
    """Draw what the chosen level means, the scales beside each other, and the same as a table."""
    chosen = choose_level()
    st.markdown(in_words(chosen))
    comparisons = {code: compare(chosen.framework, chosen.value, code) for code in FRAMEWORKS}
    draw_picture(chosen, comparisons)
    draw_table(chosen, comparisons)
    draw_sources(chosen, comparisons)
    draw_scale(FRAMEWORKS[chosen.framework])
    draw_rules(FRAMEWORKS[chosen.framework])


def in_words(info: LevelInfo) -> str:
    """Return a level as Markdown: its name, plain words and typical award."""
    return f"**{plain(info.label)}**: {plain(info.in_words.removeprefix(f'{info.label}: '))}"


def draw_picture(chosen: LevelInfo, comparisons: dict[str, Comparison]) -> None:
    """Draw the scales side by side, with the picture's meaning as its name for those who do not see it."""
    st.subheader(TEXTS.picture_heading, anchor=False)
    drawable = [code for code, scale in FRAMEWORKS.items() if scale.kind != "language"]
    others = st.pills(
        TEXTS.beside, drawable, default=list(BESIDE), selection_mode="multi", key="beside", persist_state="session"
    )
    shown = [code for code in drawable if code in others or code == chosen.framework]
    if not shown:
        return
    table = level_chart.rows(chosen, shown, comparisons)
    met = [there(comparisons[code]) for code in shown if comparisons[code].low and code != chosen.framework]
    meets = TEXTS.meets.format(levels="; ".join(met)) if met else TEXTS.meets_nothing
    draw_key()
    st.altair_chart(
        level_chart.picture(table, shown, st.context.theme.type == "dark"),
        alt=TEXTS.picture_alt.format(level=chosen.label, scales=", ".join(shown), meets=meets),
    )
    st.caption(TEXTS.how_to_read)


def draw_key() -> None:
    """Draw what the colours mean."""
    colours = {"chosen": "green", "meets": "orange", "other": "gray"}
    st.markdown(" ".join(f":{colours[state]}-badge[{plain(words)}]" for state, words in TEXTS.states.items()))


def there(comparison: Comparison) -> str:
    """Return the levels on the other side and their typical awards, in words."""
    low, high = comparison.low, comparison.high
    if low is None or high is None:
        return TEXTS.no_agreed
    if low == high:
        return f"{low.label} ({low.typical_award})"
    return f"{low.label} {TEXTS.through} {high.value} ({low.typical_award}, {TEXTS.through} {high.typical_award})"


def draw_table(chosen: LevelInfo, comparisons: dict[str, Comparison]) -> None:
    """Draw every comparison as a table that can be read aloud."""
    st.subheader(TEXTS.table_heading, anchor=False)
    lines = [
        {
            TEXTS.column_scale: plain(f"{code}, {FRAMEWORKS[code].short_name}"),
            TEXTS.column_level: plain(there(comparison)),
            TEXTS.column_basis: TEXTS.bases[comparison.basis],
        }
        for code, comparison in comparisons.items()
        if code != chosen.framework
    ]
    st.table(pd.DataFrame(lines), hide_index=True, alt=TEXTS.table_alt.format(level=chosen.label))
    st.caption(NOT_RECOGNITION)


def draw_sources(chosen: LevelInfo, comparisons: dict[str, Comparison]) -> None:
    """Draw where the tables' rows come from."""
    found = [chosen.source, *(url for comparison in comparisons.values() for url in comparison.sources)]
    with st.expander(TEXTS.sources):
        for url in dict.fromkeys(url for url in found if url and url.startswith("http")):
            st.markdown(f"- {link(plain(url), url)}")


def draw_scale(scale: Framework) -> None:
    """Draw every level of a scale in plain words with its typical award."""
    with st.expander(TEXTS.whole_scale.format(scale=scale.code)):
        lines = [
            f"- **{plain(info.label)}**: {plain(info.in_words.removeprefix(f'{info.label}: '))}"
            for info in scale.levels
        ]
        st.markdown("\n".join(lines))


def draw_rules(scale: Framework) -> None:
    """Draw the rules where a scale is used, each with its date and source, and what no rule was found for."""
    place = scale.countries[0].partition("-")[0]
    if place not in PLACES:
        return
    with st.expander(TEXTS.rules_heading.format(place=PLACES[place])):
        for rule in rules_and_gaps(place):
            dated = TEXTS.rule_dated.format(date=rule.date) if rule.date else TEXTS.rule_undated
            sources = ", ".join(link(f"{TEXTS.source} {n}", url) for n, url in enumerate(rule.sources, start=1))
            said = [
                f"**{plain(rule.title)}:** {plain(rule.answer)}",
                *([f"{plain(dated)} {sources}"] if sources else []),
            ]
            st.markdown(" ".join(said))


def draw_converter() -> None:
    """Draw the converter of credits: an amount, two systems, the range with its basis and sources."""
    st.subheader(TEXTS.converter_heading, anchor=False)
    st.markdown(TEXTS.converter_intro)
    systems = [name for name, system in SYSTEMS.items() if system.convertible]
    amount = st.number_input(TEXTS.amount, min_value=0.5, max_value=2000.0, value=10.0, step=0.5, key="credits")
    left, right = st.columns(2)
    start = left.selectbox(
        TEXTS.from_system, systems, index=systems.index("ECTS credit"), key="from-system", format_func=named
    )
    target = right.selectbox(TEXTS.to_system, systems, index=systems.index(HOURS), key="to-system", format_func=named)
    try:
        found = convert(amount, start, target)
    except CreditError as error:
        st.info(plain(str(error)))
        return
    st.markdown(f"**{plain(found.in_words)}**")
    with st.expander(TEXTS.sources):
        for url in found.sources:
            st.markdown(f"- {link(plain(url), url)}")
    with st.expander(TEXTS.not_converted):
        for name, system in SYSTEMS.items():
            if not system.convertible:
                st.markdown(f"- {plain(name)}: {plain(system.basis)}")


def named(system: str) -> str:
    """Return a credit system's name as the converter lists it."""
    return TEXTS.hours if system == HOURS else system


st.header(TEXTS.heading, anchor=False)
st.markdown(TEXTS.intro)
draw_levels()
draw_converter()
