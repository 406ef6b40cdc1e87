"""The form in which a learner states or changes the details by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pycountry
import streamlit as st

from catalogue.frameworks import FRAMEWORKS
from catalogue.records import Mode, Pacing
from interface import wording
from interface.texts.en import English
from interface.visit import change, visit
from recommender.profile import Budget, LearnerProfile, LevelRange
from recommender.slots.assessment import KINDS

Values = dict[str, object]

CURRENCIES = ("EUR", "USD", "GBP", "AUD", "CAD", "CHF", "HKD", "INR", "JPY", "MYR", "NOK", "NZD", "SEK", "SGD")
LANGUAGES = ("en", "de", "es", "fi", "fr", "hi", "it", "ja", "ms", "nb", "sv", "zh")


def open_form(profile: LearnerProfile, slot: str | None = None) -> None:
    """Open the form over the page, filled in with the profile: the fields of one slot, where it has its own, or all."""
    texts = visit().texts

    @st.dialog(texts.form_title, width="medium")
    def form() -> None:
        with st.form("details", border=False):
            st.caption(texts.form_hint)
            edited = profile.model_copy(update=read(profile, texts, slot))
            if st.form_submit_button(texts.form_submit, type="primary"):
                change(edited, texts.edited_by_hand)
                st.rerun()

    form()


def read(profile: LearnerProfile, texts: English, slot: str | None) -> Values:
    """Draw the fields of a slot, or all, and return what they hold, by slot."""
    drawn = [FIELDS_OF[slot]] if slot in FIELDS_OF else FIELDS
    values: Values = {}
    for draw in drawn:
        values |= draw(profile, texts)
    return values


def _wishes(profile: LearnerProfile, texts: English) -> Values:
    """Draw the fields of the wish and the background; return what they hold, by slot."""
    goal = st.text_input(texts.form_goal, profile.goal or "", max_chars=300, key="form-goal")
    current = st.text_input(texts.form_current, profile.current_role or "", max_chars=100, key="form-current")
    told = profile.told if goal.strip() == (profile.goal or "") else None  # a new goal is searched by its own words
    return {"goal": goal.strip() or None, "told": told, "current_role": current.strip() or None}


def _country(profile: LearnerProfile, texts: English) -> Values:
    """Draw the country."""
    names = {item.alpha_2: wording.country(item.alpha_2, texts) or item.name for item in pycountry.countries}
    codes = sorted(names, key=lambda code: names[code])
    country = st.selectbox(
        texts.form_country,
        codes,
        index=codes.index(profile.country) if profile.country in codes else None,
        format_func=names.__getitem__,
        placeholder=texts.form_any,
        key="form-country",
    )
    return {"country": country}


def _cost(profile: LearnerProfile, texts: English) -> Values:
    """Draw the budget."""
    budget = profile.max_cost
    left, right = st.columns(2)
    amount = left.number_input(
        texts.form_cost,
        min_value=0.0,
        value=budget.amount if budget else None,
        step=50.0,
        format="%.0f",
        key="form-cost",
    )
    currencies = sorted({*CURRENCIES, *([budget.currency] if budget and budget.currency else [])})
    currency = right.selectbox(
        texts.form_currency,
        currencies,
        index=currencies.index(budget.currency) if budget and budget.currency else None,
        placeholder=texts.form_any,
        key="form-currency",
    )
    return {"max_cost": Budget(amount=amount, currency=currency) if amount is not None else None}


def _time(profile: LearnerProfile, texts: English) -> Values:
    """Draw the hours a week and the weeks."""
    left, right = st.columns(2)
    hours = left.number_input(
        texts.form_hours_per_week,
        min_value=0.5,
        max_value=80.0,
        value=profile.max_hours_per_week,
        step=1.0,
        key="form-h",
    )
    weeks = right.number_input(
        texts.form_weeks,
        min_value=1.0,
        max_value=300.0,
        value=profile.max_weeks,
        step=1.0,
        format="%.0f",
        key="form-weeks",
    )
    return {"max_hours_per_week": hours, "max_weeks": weeks}


def _spoken(profile: LearnerProfile, texts: English) -> Values:
    """Draw the languages of teaching."""
    spoken = st.multiselect(
        texts.form_language,
        sorted({*LANGUAGES, *profile.languages}),
        default=profile.languages,
        format_func=lambda code: wording.language(code, texts),
        placeholder=texts.form_any,
        key="form-languages",
    )
    return {"languages": tuple(spoken)}


def _mode(profile: LearnerProfile, texts: English) -> Values:
    """Draw the form of teaching."""
    mode = st.segmented_control(
        texts.form_mode, get_args(Mode), default=profile.mode, format_func=texts.modes.__getitem__, key="form-mode"
    )
    changed: Values = {} if mode == profile.mode else {"avoid_mode": None}  # a form chosen by hand says it all
    return changed | {"mode": mode}


def _pacing(profile: LearnerProfile, texts: English) -> Values:
    """Draw whose pace it goes at."""
    paces = get_args(Pacing)
    pacing = st.selectbox(
        texts.limits["pacing"],
        paces,
        index=paces.index(profile.pacing) if profile.pacing in paces else None,
        format_func=texts.pacings.__getitem__,
        placeholder=texts.form_any,
        key="form-pacing",
    )
    return {"pacing": pacing}


def _level(profile: LearnerProfile, texts: English) -> Values:
    """Draw the scale and the lowest and highest level."""
    wanted, scales = profile.level or LevelRange(), list(FRAMEWORKS)
    scale = wanted.framework
    framework = st.selectbox(
        texts.form_framework,
        scales,
        index=scales.index(scale) if scale and scale in scales else None,
        placeholder=texts.form_any,
        key="form-framework",
    )
    left, right = st.columns(2)
    low, high = (
        column.number_input(label, min_value=0.0, max_value=15.0, value=value, step=1.0, format="%g", key=key)
        for column, label, value, key in (
            (left, texts.form_level_min, wanted.min, "form-level-min"),
            (right, texts.form_level_max, wanted.max, "form-level-max"),
        )
    )
    new = LevelRange(framework=framework, min=low, max=high)
    return {"level": None if new == LevelRange() else new}


def _assessment(profile: LearnerProfile, texts: English) -> Values:
    """Draw the kinds of assessment asked for and to avoid."""
    chosen: Values = {}
    for slot in ("want_assessment", "avoid_assessment"):
        stated = getattr(profile, slot)
        kinds = sorted({*KINDS, *stated})
        label = texts.limits[slot]
        chosen[slot] = tuple(
            st.multiselect(label, kinds, default=stated, placeholder=texts.form_any, key=f"form-{slot}")
        )
    return chosen


def _flags(profile: LearnerProfile, texts: English) -> Values:
    """Draw the limits that are either set or not."""
    free = st.checkbox(texts.form_free, profile.free_only, key="form-free")
    stack = st.checkbox(texts.form_must_stack, profile.must_stack, key="form-stack")
    return {"free_only": free, "must_stack": stack}


# Each draws some fields, filled in with the profile, and returns what they hold, by slot.
FIELDS: tuple[Callable[[LearnerProfile, English], Values], ...] = (
    _wishes, _country, _cost, _time, _level, _spoken, _mode, _pacing, _assessment, _flags,
)  # fmt: skip
# The fields that a chip opens, by its slot; for other slots the whole form is opened.
FIELDS_OF = {
    "country": _country,
    "level": _level,
    "languages": _spoken,
    "mode": _mode,
    "avoid_mode": _mode,
    "pacing": _pacing,
    "want_assessment": _assessment,
    "avoid_assessment": _assessment,
    "free_only": _flags,
    "must_stack": _flags,
}
