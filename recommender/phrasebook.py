"""Fixed English sentences of the tables and rules in the learner's language: `data/phrases.csv`, one row each.

A gap in small letters (`{a}`) holds a name or figure and is kept as it is; one in a capital (`{A}`) holds another
phrase of the table, or a list of such; `{x}` and `{y}` hold a figure with its unit, which may be such a phrase. What a
row does not hold word for word is not translated.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "phrases.csv"
TO = {"de": " bis ", "fr": " à ", "es": " a ", "ms": " hingga ", "ja": "〜"}  # between two figures
_GAP = re.compile(r"\\\{(\w)\\\}")
# What parts a list outside brackets, and what joins it again, in Japanese apart.
LISTS = ((r"; (?![^(]*\))", "; ", "；"), (r", (?![^(]*\))", ", ", "、"))
AND = ((r" and ", ", ", "、"),)
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z0-9“])")


@dataclass(frozen=True)
class _Phrase:
    """One row in one language: how to recognise the English, and what to say instead."""

    english: re.Pattern[str]
    said: str


def phrases() -> list[dict[str, str]]:
    """Return every row of the table."""
    with open(FILE, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _phrases(language: str) -> tuple[_Phrase, ...]:
    """Return the table for one language, the row with the most words of its own first."""
    table = sorted(phrases(), key=lambda row: -len(re.sub(r"\{\w\}", "", row["en"])))
    return tuple(_Phrase(_pattern(row["en"]), row[language]) for row in table if language in row)


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile(_GAP.sub(r"(?P<\1>.+?)", re.escape(english)), re.IGNORECASE | re.DOTALL)


def in_language(text: str, language: str) -> str | None:
    """Return a text of ours in another language, `None` where any part of it is no phrase of the table."""
    sentences = [_sentence(part, language) for part in _SENTENCE_END.split(text.strip()) if part]
    known = [sentence for sentence in sentences if sentence is not None]
    if len(known) == len(sentences):
        return ("" if language == "ja" else " ").join(known)
    return _sentence(text.strip(), language)


def _sentence(text: str, language: str) -> str | None:
    """Return one sentence with its full stop."""
    body = text.removesuffix(".")
    said = _phrase(body, language)
    if said is None:
        return None
    ends = "" if body == text or said.endswith(("。", "？", "?")) else "。" if language == "ja" else "."
    return (said[:1].upper() + said[1:] if body[:1].isupper() else said) + ends


def _phrase(text: str, language: str) -> str | None:
    for phrase in _phrases(language):
        found = phrase.english.fullmatch(text)
        if found is None or any(part.count("(") != part.count(")") for part in found.groups()):
            continue
        parts = {gap: _filled(gap, part, language) for gap, part in found.groupdict().items()}
        if None not in parts.values():
            return phrase.said.format(**parts)
    return None


def _filled(gap: str, part: str, language: str) -> str | None:
    """Return what goes into a gap; `None` where it should be a phrase and is none."""
    if gap in ("x", "y"):
        return _span(part, language)
    return part if gap.islower() else _listed(part, language)


def _span(text: str, language: str) -> str:
    """Return a figure with its unit, or a span of figures."""
    if (said := _phrase(text, language)) is not None:
        return said
    return re.sub(r"(?<=\d) to (?=\d)", TO.get(language, "–"), text)


def _listed(text: str, language: str) -> str | None:
    """Return the one phrase that a text is, or every phrase of the list that it is."""
    return _parted(text, AND, language) or in_language(text, language) or _parted(text, LISTS, language)


def _parted(text: str, partings: tuple[tuple[str, str, str], ...], language: str) -> str | None:
    """Return every phrase of a list, `None` where it is none or a part is no phrase."""
    for parting, joint, japanese in partings:
        parts = re.split(parting, text)
        said = [_listed(part, language) for part in parts] if len(parts) > 1 else []
        if said and None not in said:
            return (japanese if language == "ja" else joint).join(filter(None, said))
    return None
