"""The profile as it was understood: chips to check and take out one by one, wishes apart from limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import streamlit as st

from catalogue.records import Money
from interface import profile_form, wording
from interface.escape import plain
from interface.texts.en import English
from interface.visit import change, visit
from recommender.profile import Budget, Held, LearnerProfile, LevelRange

WISHES = ("goal", "goal_role", "goal_skills", "stack_into", "preferences")
BACKGROUND = ("current_role", "current_skills", "held", "country")
SECTIONS = (("wishes_heading", WISHES), ("background_heading", BACKGROUND), ("limits_heading", None))
# A slot that only makes another one exact: shown and taken out together with it.
PART_OF = {"session_hours": "max_hours_per_week", "mode": "avoid_mode"}
# The wish word for word, which the search goes by: no chip of its own, and out of date once a wish is taken out.
TOLD = "told"
EMPTY = dict(LearnerProfile())
MAX_CHIP = 60  # characters


@dataclass(frozen=True)
class Chip:
    """One thing that was understood, in words, and the profile as it would be without it."""

    slot: str
    words: str
    without: LearnerProfile


def chips(profile: LearnerProfile, texts: English) -> Iterator[Chip]:
    """Yield one chip for each thing that the profile holds; a slot of several things gives one chip each."""
    for slot in LearnerProfile.model_fields:
        value = getattr(profile, slot)
        if value == EMPTY[slot] or slot == TOLD or _is_shown_by_another(slot, profile):
            continue
        cleared = [name for name, whole in PART_OF.items() if whole == slot] + [TOLD] * (slot in WISHES)
        without = profile.model_copy(update={name: EMPTY[name] for name in (slot, *cleared)})
        if not isinstance(value, tuple):
            yield Chip(slot, _words(slot, value, texts), without)
            continue
        for item in value:
            rest = tuple(other for other in value if other is not item)
            yield Chip(slot, _words(slot, item, texts), without.model_copy(update={slot: rest}))


def _is_shown_by_another(slot: str, profile: LearnerProfile) -> bool:
    return slot in PART_OF and getattr(profile, PART_OF[slot]) is not None


def _words(slot: str, value: object, texts: English) -> str:
    """Return what a chip says of one value."""
    if isinstance(value, Budget):
        shown = wording.money(Money(amount=value.amount, currency=value.currency), texts) if value.currency else ""
        value = shown or wording.number(value.amount, texts)
    elif isinstance(value, LevelRange):
        value = _level_range(value, texts)
    elif isinstance(value, Held):
        value = ", ".join(part for part in (value.title, value.provider) if part)
    elif isinstance(value, float):
        value = wording.number(value, texts)
    elif slot == "country":
        value = wording.country(str(value), texts)
    elif slot == "languages":
        value = wording.language(str(value), texts)
    elif slot in ("mode", "avoid_mode"):
        value = texts.modes.get(str(value), value)
    elif slot == "preferences":
        value = texts.preferences.get(str(value), value)
    elif slot == "pacing":
        value = texts.pacings.get(str(value), value)
    said = texts.chips.get(slot, f"{slot}: {{value}}").format(value=value)
    shortened = said if len(said) <= MAX_CHIP else said[: MAX_CHIP - 1].rstrip() + "…"
    return shortened[:1].upper() + shortened[1:]


def _level_range(wanted: LevelRange, texts: English) -> str:
    """Return "NFQ level 7 to 8" and the like."""
    low, high = (None if bound is None else f"{bound:g}" for bound in (wanted.min, wanted.max))
    if low is not None and low == high:
        words = texts.level_badge.format(framework=wanted.framework or "", level=low)
    elif low is not None and high is not None:
        words = f"{wanted.framework or ''} {texts.level_from_to.format(min=low, max=high)}"
    elif low is not None:
        words = f"{wanted.framework or ''} {texts.level_from.format(min=low)}"
    else:
        words = f"{wanted.framework or ''} {texts.level_to.format(max=high)}" if high else wanted.framework or ""
    return words.strip()


def draw(place: str) -> None:
    """Draw the panel; `place` tells apart the copies beside the chat and inside it (for a phone)."""
    texts, profile = visit().texts, visit().conversation.profile
    understood = list(chips(profile, texts))
    if not understood:
        st.caption(texts.understood_nothing)
    for heading, slots in SECTIONS:
        section = [chip for chip in understood if (chip.slot in slots if slots else _is_limit(chip.slot))]
        if section:
            _draw_section(getattr(texts, heading), section, place, texts)
    if understood:
        st.caption(texts.understood_hint)
    if st.button(texts.change_details, key=f"change-{place}", icon=":material/edit:"):
        profile_form.open_form(profile)


def _is_limit(slot: str) -> bool:
    return slot not in WISHES and slot not in BACKGROUND


def _draw_section(heading: str, section: list[Chip], place: str, texts: English) -> None:
    st.subheader(heading, anchor=False)
    with st.container(horizontal=True, gap="xsmall"):
        for n, chip in enumerate(section):
            st.button(
                plain(chip.words),
                key=f"chip-{place}-{chip.slot}-{n}",
                icon=":material/close:",
                icon_position="right",
                help=texts.remove_help,
                on_click=change,
                args=(chip.without, texts.removed.format(words=chip.words)),
                wrap=True,
            )
