"""Who may teach it: only these providers, or not those."""

from __future__ import annotations

import re

from recommender.profile import LearnerProfile
from recommender.slots.change import Change, key_of
from recommender.slots.marks import Marks

_ONLY = re.compile(
    r"\b(?:only|just|instead|no ?(?:one|body) else|nothing else|nur|seulement|solo|sólo|sahaja|hanya)\b", re.I
)
# "anything but Udemy" refuses, "nothing but Udemy" asks for it.
_REFUSED = re.compile(
    r"\b(?:(?:any|every)(?:thing|one|body)? (?:but|except)|except|avoid|nothing (?:from|by|on)|not (?:from|by|on|with)|"
    r"no more|außer|sauf|excepto|menos|kecuali|bukan)(?: the| by| from)? $",
    re.I,
)


def read_providers(marks: Marks, change: Change, profile: LearnerProfile) -> None:
    """Add to `providers` and `avoid_providers`; take off what is wanted or fine after all."""
    for stretch in marks.labelled("AVOID", "ONLY", "BACK"):
        name = marks.words(stretch)
        if stretch.label == "AVOID" or _REFUSED.search(marks.passage.text[: stretch.start]):
            change.add("avoid_providers", name, name)
            _take_off(change, profile, "providers", name)
            continue
        _take_off(change, profile, "avoid_providers", name)
        if stretch.label == "ONLY":
            change.add("providers", name, name)
    if change.added.get("providers") and _ONLY.search(marks.passage.text):
        change.clear("providers")


def _take_off(change: Change, profile: LearnerProfile, slot: str, name: str) -> None:
    """Take a name off a list where it stands there in full or in part."""
    for item in getattr(profile, slot):
        if key_of(item) in key_of(name) or key_of(name) in key_of(item):
            change.remove(slot, item)
            change.evidence[slot] = name
