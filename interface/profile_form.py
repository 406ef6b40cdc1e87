"""The form in which a learner states or changes the details by hand."""

from __future__ import annotations

from typing import get_args

import pycountry
import streamlit as st

from catalogue.records import Mode
from interface import wording
from interface.texts.en import English
from interface.visit import change, visit
from recommender.profile import Budget, LearnerProfile

CURRENCIES = ("EUR", "USD", "GBP", "AUD", "CAD", "CHF", "HKD", "INR", "JPY", "MYR", "NOK", "NZD", "SEK", "SGD")
LANGUAGES = ("en", "de", "es", "fi", "fr", "hi", "it", "ja", "ms", "nb", "sv", "zh")


def open_form(profile: LearnerProfile) -> None:
    """Open the form over the page, filled in with the profile."""
    texts = visit().texts

    @st.dialog(texts.form_title, width="medium")
    def form() -> None:
        with st.form("details", border=False):
            st.caption(texts.form_hint)
            edited = profile.model_copy(update=_wishes(profile, texts) | _limits(profile, texts))
            if st.form_submit_button(texts.form_submit, type="primary"):
                change(edited, texts.edited_by_hand)
                st.rerun()

    form()


def _wishes(profile: LearnerProfile, texts: English) -> dict[str, object]:
    """Draw the fields of the wish and the background; return what they hold, by slot."""
    goal = st.text_input(texts.form_goal, profile.goal or "", max_chars=300, key="form-goal")
    current = st.text_input(texts.form_current, profile.current_role or "", max_chars=100, key="form-current")
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
    told = profile.told if goal.strip() == (profile.goal or "") else None  # a new goal is searched by its own words
    return {"goal": goal.strip() or None, "told": told, "current_role": current.strip() or None, "country": country}


def _limits(profile: LearnerProfile, texts: English) -> dict[str, object]:
    """Draw the fields of the limits; return what they hold, by slot."""
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
    spoken = st.multiselect(
        texts.form_language,
        sorted({*LANGUAGES, *profile.languages}),
        default=profile.languages,
        format_func=lambda code: wording.language(code, texts),
        placeholder=texts.form_any,
        key="form-languages",
    )
    mode = st.segmented_control(
        texts.form_mode, get_args(Mode), default=profile.mode, format_func=texts.modes.__getitem__, key="form-mode"
    )
    free = st.checkbox(texts.form_free, profile.free_only, key="form-free")
    stack = st.checkbox(texts.form_must_stack, profile.must_stack, key="form-stack")
    return {
        "max_cost": Budget(amount=amount, currency=currency) if amount is not None else None,
        "max_hours_per_week": hours,
        "max_weeks": weeks,
        "languages": tuple(spoken),
        "mode": mode,
        "free_only": free,
        "must_stack": stack,
    }
