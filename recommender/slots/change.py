"""What one message changes in the profile: values set, list items added or taken off, slots emptied."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from recommender.profile import Held, LearnerProfile

LIST_SLOTS = frozenset(
    name for name, info in LearnerProfile.model_fields.items() if str(info.annotation).startswith("tuple")
)
WISHES = ("goal", "goal_role", "goal_skills", "stack_into")
BACKGROUND = ("current_role", "current_skills", "held", "country")


@dataclass
class Change:
    """A profile's next step, with the words that each slot was read from."""

    values: dict[str, Any] = field(default_factory=dict)
    added: dict[str, list[Any]] = field(default_factory=dict)
    removed: dict[str, list[str]] = field(default_factory=dict)
    cleared: set[str] = field(default_factory=set)
    evidence: dict[str, str] = field(default_factory=dict)

    def put(self, slot: str, value: Any, words: str) -> None:
        """Put a value into a slot, in place of what stood there."""
        self.values[slot] = value
        self.evidence[slot] = words

    def add(self, slot: str, item: Any, words: str) -> None:
        """Add one item to a list slot, once."""
        items = self.added.setdefault(slot, [])
        if key_of(item) not in map(key_of, items):
            items.append(item)
            self.evidence[slot] = f"{self.evidence[slot]}; {words}" if slot in self.evidence else words

    def remove(self, slot: str, item: str) -> None:
        """Take one item off a list slot."""
        self.removed.setdefault(slot, []).append(item)

    def clear(self, *slots: str) -> None:
        """Empty slots."""
        self.cleared.update(slots)

    @property
    def touched(self) -> set[str]:
        """Return every slot that this change sets, adds to, takes from or empties."""
        return {*self.values, *self.added, *self.removed, *self.cleared}

    def apply(self, profile: LearnerProfile) -> LearnerProfile:
        """Return the profile after this change: emptied first, then set, then items taken off and added."""
        state = {name: getattr(profile, name) for name in LearnerProfile.model_fields}
        empty = LearnerProfile()
        for slot in self.cleared:
            state[slot] = getattr(empty, slot)
        state.update(self.values)
        for slot, gone in self.removed.items():
            names = {key_of(item) for item in gone}
            state[slot] = tuple(item for item in state[slot] if key_of(item) not in names)
        for slot, items in self.added.items():
            known = {key_of(item) for item in state[slot]}
            state[slot] = state[slot] + tuple(item for item in items if key_of(item) not in known)
        return LearnerProfile(**state)


def key_of(item: Any) -> str:
    """Return what makes a list item the same as another: its words in lower case."""
    return " ".join((item.title if isinstance(item, Held) else str(item)).casefold().split())
