"""What the tagger marked in a message, made ready for the readers of the slots."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from embeddings.tagger import Stretch
from recommender import languages
from recommender.slots.passage import Passage

# A stretch is believed from this probability of its least sure token on; chosen on conversations for development.
BELIEVED = 0.25
# What is no wish and no limit: background, what is only asked about, other people's jobs, places left behind.
BACKGROUND = ("OTHER", "FROM", "OLD_ROLE", "NOT_HELD", "LACKS")
# What is wanted or known: no word in it is a limit ("teaching English online").
WISHES = ("GOAL_ROLE", "GOAL_SKILL", "ROLE", "SKILL", "NOT_SKILL", "AWARD", "ONLY", "AVOID")
_LEADING = re.compile(
    r"^(?:(?:an?|the|my|his|her|their|our|some|any|as|in|of|for|about|un|une|le|la|les|l'|du|des|ein|eine|einen|el|los|"
    r"las|una)\s+)+|^(?:l'|d')",
    re.I,
)


@dataclass(frozen=True)
class Marks:
    """The believed stretches of one passage, in order."""

    passage: Passage
    stretches: tuple[Stretch, ...]

    @classmethod
    def of(cls, passage: Passage, stretches: Sequence[Stretch], sure: Sequence[Stretch] = ()) -> Marks:
        """Keep what is believed, each stretch widened to whole words, and `sure` ones in place of what they overlap."""
        believed = [_whole_words(passage, s) for s in stretches if s.probability >= BELIEVED]
        kept = [s for s in believed if not any(s.start < other.end and other.start < s.end for other in sure)]
        return cls(passage, tuple(sorted([*kept, *sure], key=lambda s: s.start)))

    def labelled(self, *labels: str) -> list[Stretch]:
        """Return the stretches with one of these labels."""
        return [stretch for stretch in self.stretches if stretch.label in labels]

    def words(self, stretch: Stretch) -> str:
        """Return a stretch's words without articles and punctuation at its ends."""
        return _LEADING.sub("", self.passage.text[stretch.start : stretch.end].strip(" .,;:!?\"'()[]「」"))

    def in_english(self, stretch: Stretch, kind: str) -> str:
        """Return a stretch's words, a role or skill of the term table in English; `kind` is "role" or "skill"."""
        words, language = self.words(stretch), self.passage.language
        return words if language == "en" else languages.in_english(words, language, kind) or words

    def hide(self, *labels: str) -> None:
        """Keep the stretches with these labels out of every later reading."""
        for stretch in self.labelled(*labels):
            self.passage.hide(stretch.start, stretch.end)


def _whole_words(passage: Passage, stretch: Stretch) -> Stretch:
    start, end, text = stretch.start, stretch.end, passage.text
    if passage.language != "ja":
        while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            end += 1
    return Stretch(stretch.label, start, end, stretch.probability)
