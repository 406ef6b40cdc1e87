"""A small form over the page in which one chip is changed; what is chosen from a list opens its part of the details."""

from __future__ import annotations

import streamlit as st

from interface import profile_form
from interface.texts.en import English
from interface.visit import change, visit
from recommender.profile import Budget, LearnerProfile

MOST = {"max_hours_per_week": 168.0, "max_weeks": 300.0, "max_hours": 10_000.0}  # figures that a field takes
WORDS = (
    "goal", "goal_role", "goal_skills", "stack_into", "current_role", "current_skills", "providers", "avoid_providers",
)  # fmt: skip
# What changes with the words of a wish: the telling that the search goes by is out of date.
WISH = ("goal", "goal_role", "goal_skills", "stack_into")


def open_for(slot: str, item: object, profile: LearnerProfile) -> None:
    """Open a form for one value of one slot."""
    if not isinstance(item, str | float | Budget) or (isinstance(item, str) and slot not in WORDS):
        profile_form.open_form(profile, slot)
        return
    texts = visit().texts

    @st.dialog(texts.change_help, width="small")
    def form() -> None:
        with st.form("chip", border=False):
            new = _field(slot, item, texts)
            if st.form_submit_button(texts.form_submit, type="primary"):
                change(changed(profile, slot, item, new), texts.edited_by_hand)
                st.rerun()

    form()


def _field(slot: str, item: str | float | Budget, texts: English) -> str | float | Budget | None:
    """Draw the field for a value and return what it holds; nothing in it takes the value out."""
    label = texts.limits.get(slot, texts.form_change)
    if isinstance(item, str):
        return st.text_input(texts.form_change, item, max_chars=300, key="chip-words").strip() or None
    amount = item.amount if isinstance(item, Budget) else item
    most = None if isinstance(item, Budget) else MOST.get(slot)
    new = st.number_input(label, min_value=0.0, max_value=most, value=amount, step=1.0, format="%g", key="chip-number")
    return None if new is None else Budget(amount=new, currency=item.currency) if isinstance(item, Budget) else new


def changed(profile: LearnerProfile, slot: str, old: object, new: object) -> LearnerProfile:
    """Return the profile with one value in the place of another."""
    held = getattr(profile, slot)
    value = new
    if isinstance(held, tuple):
        value = tuple(part for item in held for part in ([new] if item == old else [item]) if part is not None)
    told = {"told": None} if slot in WISH and new != old else {}
    if slot in WISH and profile.goal == old:
        told["goal"] = None
    return profile.model_copy(update={**told, slot: value})
