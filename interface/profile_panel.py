"""The profile as it was understood: chips to confirm, change or take out one by one, wishes apart from limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import streamlit as st

from catalogue.records import Money
from interface import chip_editor, profile_form, wording
from interface.escape import plain
from interface.texts.en import English
from interface.visit import change, confirm, visit
from recommender.profile import Budget, Held, LearnerProfile, LevelRange

WISHES = ("goal", "goal_role", "goal_skills", "stack_into", "preferences")
BACKGROUND = ("current_role", "current_skills", "held", "country")
SECTIONS = (("wishes_heading", WISHES), ("background_heading", BACKGROUND), ("limits_heading", None))
# A slot that only makes another one exact: shown and taken out together with it.
PART_OF = {"session_hours": "max_hours_per_week", "mode": "avoid_mode"}
# The wish word for word, which the search goes by: no chip of its own, and out of date once a wish is taken out.
TOLD = "told"
GOAL = "goal"
EMPTY = dict(LearnerProfile())
MAX_CHIP = 60  # characters
MARK = 32  # pixels wide, so that a thumb finds it
# Leaves the icon of a mark to the eye, and its words to those who hear the page.
MARK_STYLE = """<style>
:is([class*="st-key-confirm-"], [class*="st-key-remove-"]) [data-testid="stMarkdownContainer"] {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
}
</style>"""


@dataclass(frozen=True)
class Chip:
    """One thing that was understood: its value, in words, and the profile as it would be without it."""

    slot: str
    item: object
    words: str
    without: LearnerProfile


def chips(profile: LearnerProfile, texts: English) -> Iterator[Chip]:
    """Yield one chip for each thing that the profile holds; a slot of several things gives one chip each."""
    for slot in LearnerProfile.model_fields:
        value = getattr(profile, slot)
        if value == EMPTY[slot] or slot == TOLD or _is_shown_by_another(slot, profile):
            continue
        if slot == GOAL and _named_as(value, profile):
            continue  # the same words stand on the chip of a skill or role, which takes them out too
        is_list = isinstance(value, tuple)
        for item in value if is_list else (value,):
            cleared = [name for name, whole in PART_OF.items() if whole == slot] + [TOLD] * (slot in WISHES)
            cleared += [GOAL] if slot in WISHES and _same(profile.goal, item) else []
            rest = tuple(other for other in value if other is not item) if is_list else EMPTY[slot]
            without = profile.model_copy(update={name: EMPTY[name] for name in cleared} | {slot: rest})
            yield Chip(slot, item, _words(slot, item, texts), without)


def _named_as(goal: str, profile: LearnerProfile) -> bool:
    return any(_same(goal, other) for other in (profile.goal_role, *profile.goal_skills))


def _same(goal: str | None, item: object) -> bool:
    return goal is not None and isinstance(item, str) and goal.casefold() == item.casefold()


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
    st.html(MARK_STYLE)
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
            with st.container(horizontal=True, gap=None, width="content", vertical_alignment="center"):
                _draw_chip(chip, f"{place}-{chip.slot}-{n}", texts)


def _draw_chip(chip: Chip, key: str, texts: English) -> None:
    """Draw a chip that opens for a change, beside it what confirms it, until that is done, and what takes it out."""
    says_confirm, says_remove = (
        said.format(words=plain(chip.words)) for said in (texts.confirm_help, texts.remove_help)
    )
    is_confirmed = chip.words in visit().confirmed
    icon = ":material/check_circle:" if is_confirmed else None
    if st.button(plain(chip.words), key=f"chip-{key}", icon=icon, help=texts.change_help, wrap=True):
        chip_editor.open_for(chip.slot, chip.item, visit().conversation.profile)
    if not is_confirmed:
        _draw_mark("check", says_confirm, f"confirm-{key}", partial(confirm, chip.words))
    without = partial(change, chip.without, texts.removed.format(words=chip.words))
    _draw_mark("close", says_remove, f"remove-{key}", without)


def _draw_mark(icon: str, says: str, key: str, on_click: Callable[[], None]) -> None:
    """Draw the small button beside a chip: an icon to the eye, its words to a screen reader and on hover."""
    st.button(says, key=key, icon=f":material/{icon}:", type="tertiary", width=MARK, help=says, on_click=on_click)
