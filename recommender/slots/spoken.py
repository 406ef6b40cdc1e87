"""Languages the learner speaks or wants to be taught in; a language to be learned is a goal, not one of these."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from recommender.slots.change import Change
from recommender.slots.passage import Passage
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
_LEARN = re.compile(
    r"\b(?:learn(?:ing)?|study(?:ing)?|improve|improving|brush up(?: on)?|teach(?:ing)?|practi[sc]e|"
    r"better at|take|belajar|lernen|apprendre|aprender|tutor|lessons? in|business|academic|technical|"
    r"medical)\s+(?:(?:some|basic|better|my|spoken|more|business|conversational|the)\s+)?(?:\w+ "
    r"(?:and|or) )?$",
    re.I,
)
_SPOKEN_BEFORE = (
    r"(?:speaks?|spoken|fluent in|native|know|knows|understand|understands|my|his|her|their|decent|"
    r"good|basic|bit of|some|little|broken|conversational|fluent|mother tongue(?: is)?|"
    r"first language(?: is)?|parle|sprech\w*|hablo|boleh cakap|cakap|bertutur|only|just)"
)
_TEACHING = (
    r"(?:in|taught in|delivered in|available in|course(?:s)? in|materials? in|preferably|auf|en|dalam|"
    r"prefer|hopefully in|ideally in|either|must be|be in|do it in|done in|"
    r"has to be|needs? to be|also|or|and|with|sur|per|language:?|languages:?|have it in)"
)
_ONLY = re.compile(
    r"\b(?:only|just|nothing but|exclusively|nur|seulement|uniquement|sólo|solo|solamente|sahaja|だけ|のみ)\b", re.I
)
_BAD = re.compile(r"\b(?:isn't|is not|not|bad|no|don't|doesn't|poor|weak|terrible|can't)\b", re.I)
_NOT_LANGUAGE_AFTER = re.compile(
    r"^\s*(?:language )?(?:teacher|tutor|food|cuisine|cooking|history|literature|culture|law|payroll|"
    r"degree|tax|market|companies|citizen|passport|woman|man|army|"
    r"guy|lady|person|company|national|university|nurse|engineer|test|exam|teaching|online|writing|"
    r"grammar|essay|classes|lessons|course|medicine|native)",
    re.I,
)


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


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(sorted(map(re.escape, language_names()), key=len, reverse=True))
    return (
        re.compile(rf"(?<![\w-])(?:{names})(?![\w-])", re.I),
        re.compile(
            rf"({names})(?:語)?(?:(?:か|と|や|または)(?=[^、。]{{1,6}}語)|で(?=[、。\s]|$)|で(?:教え|受け|の|お願い|学|も)|が話せ|を話|"
            r"の(?:コース|講座|授業)|が(?:できま|わか)|だけ|のみ)"
        ),
    )


def read_languages(passage: Passage, change: Change) -> None:
    """Add to `languages`, or replace it where only one will do."""
    found: list[tuple[str, re.Match[str]]] = []
    pattern, japanese = _patterns()
    if passage.language == "ja":
        found = [(language_names()[match[1].casefold()], match) for match in passage.find(japanese)]
    for match in passage.find(pattern) if passage.language != "ja" else ():
        if _is_spoken_or_wanted(passage, match, bool(found)):
            found.append((language_names()[match.group().casefold()], match))
    if not found:
        return
    words = "; ".join(match.group() for _, match in found)
    tags = tuple(dict.fromkeys(tag for tag, _ in found))
    whole = passage.text.lower()
    if _ONLY.search(whole[max(0, found[0][1].start() - 45) : found[-1][1].end() + 12]) and not re.search(
        r"\bnot only\b|only (?:speak|know)", whole
    ):
        change.put("languages", tags, words)
    else:
        for tag, match in found:
            change.add("languages", tag, match.group())
    for _, match in found:
        passage.take(match)


def _is_spoken_or_wanted(passage: Passage, match: re.Match[str], follows: bool) -> bool:
    """True where a language name says what they speak or want to be taught in."""
    before, after = passage.before(match.start(), 45), passage.after(match.end(), 40)
    if _LEARN.search(before) or _NOT_LANGUAGE_AFTER.search(after):
        return False
    if _BAD.search(after[:22]) and re.search(r"(?:my|his|her|their|speaks?|spoken)\s*$", before):
        return False
    if re.search(r"(?:don't|doesn't|can't|no|not)\s(?:\w+\s){0,2}$", before) and not re.search(
        r"not only in\s*$", before
    ):
        return False
    if re.match(
        r"\s*(?:is|isn't|,)?\s*(?:ok|okay|fine|good|fluent|native|[abc][12]\b|too|as well|not (?:so "
        r")?good|only|works|speaking|speaker|preferred|also|at [abc][12]|please|or |and )",
        after,
    ):
        return True
    if re.search(
        rf"{_SPOKEN_BEFORE}\s*(?:(?:very |quite |pretty |some |a bit of |fluent |native |decent |good |basic )*)$",
        before,
    ) or re.search(rf"{_TEACHING}\s*$", before):
        return True
    return follows or not (before + after).strip(" .,!?¦")
