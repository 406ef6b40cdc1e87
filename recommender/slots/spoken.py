"""Languages the learner speaks or wants to be taught in; a language to be learned is a goal, not one of these."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from recommender.slots.change import Change
from recommender.slots.marks import Marks
from recommender.word_lists import word_list

# Names that Babel lists otherwise, or not at all.
_ALSO = {
    "mandarin": "zh",
    "cantonese": "yue",
    "bahasa": "ms",
    "bahasa melayu": "ms",
    "bahasa malaysia": "ms",
    "bahasa inggeris": "en",
    "bm": "ms",
    "te reo": "mi",
    "te reo maori": "mi",
    "maori": "mi",
    "māori": "mi",
    "farsi": "fa",
    "gaeilge": "ga",
    "castellano": "es",
    "tagalog": "tl",
    "filipino": "fil",
    "flemish": "nl",
    "punjabi": "pa",
    "hindi": "hi",
    "brazilian portuguese": "pt",
    "melayu": "ms",
    "inggeris": "en",
    "inglés": "en",
    "anglais": "en",
    "englisch": "en",
    "tamil": "ta",
    "bangla": "bn",
    "dari": "fa",
    "pashto": "ps",
    "gaelic": "gd",
    "isizulu": "zu",
}
_COMMON = sorted(word_list("languages"))
# How far from a language "only" may stand.
_NEAR = 20
_ONLY = re.compile(
    r"\b(?:only|just|nothing but|exclusively|nur|seulement|uniquement|sólo|solo|solamente|sahaja|だけ|のみ)\b", re.I
)
# What follows a language that somebody speaks badly: it is no language to be taught in.
_POOR = re.compile(r"\s*(?:is |are )?(?:not|isn't|so so|bad|poor|weak|terrible)\b", re.I)


@cache
def language_names() -> dict[str, str]:
    """Return language names in the six interface languages, in lower case, with their BCP 47 tag."""
    found: dict[str, str] = {}
    for locale in ("en", "fr", "de", "es", "ms", "ja"):
        table = Locale(locale).languages
        for tag in _COMMON:
            if tag in table:
                found.setdefault(table[tag].casefold(), tag)
    return {**found, **_ALSO}


def read_languages(marks: Marks, change: Change) -> None:
    """Add to `languages` what is spoken or wanted for teaching, or replace it where only one will do."""
    names, found = language_names(), []
    for stretch in marks.labelled("LANG"):
        if _POOR.match(marks.passage.text, stretch.end):
            continue
        words = marks.words(stretch)
        for word in (words.casefold(), *re.split(r"[\s,/]+|(?:と|か|や)", words.casefold())):
            if tag := names.get(word) or names.get(word.removesuffix("語")):
                found.append((tag, words, stretch))
    if not found:
        return
    around = marks.passage.text[max(0, found[0][2].start - _NEAR) : found[-1][2].end + _NEAR]
    if _ONLY.search(around):
        change.put("languages", tuple(dict.fromkeys(tag for tag, _, _ in found)), found[0][1])
        return
    for tag, words, _ in found:
        change.add("languages", tag, words)
