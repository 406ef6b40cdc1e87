"""What a message points at: a place in the list, a result named by its words, or the one last spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

Kind = Literal["place", "last", "title", "focus", "both", "all", "extreme"]
_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "top": 1,
    "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "premier": 1, "première": 1, "deuxième": 2, "second ": 2, "troisième": 3, "quatrième": 4, "cinquième": 5,
    "erste": 1, "ersten": 1, "erster": 1, "zweite": 2, "zweiten": 2, "dritte": 3, "dritten": 3, "vierte": 4, "vierten": 4, "fünfte": 5,
    "primero": 1, "primera": 1, "primer": 1, "segundo": 2, "segunda": 2, "tercero": 3, "tercera": 3, "cuarto": 4, "quinto": 5,
}  # fmt: skip
_ORDINAL = re.compile(
    rf"\b({'|'.join(sorted(map(str.strip, _ORDINALS), key=len, reverse=True))})\b(?! (?:aid|time|step|language|year|degree|grade|job|career|hand|thing|person|class|responder))",
    re.I,
)
_NUMBERED = re.compile(
    r"(?:\b(?:numbers?|no\.?|nr\.?|nombor|numéro|nummer|número|option|result|#|compare|save|keep|between|course)|#)\s?(?:the )?(\d{1,2})(?!\d|\s?(?:hours?|weeks?|months?|credits?|ects|euro|%|years?))(?:\s?(?:,|and|&|or|to|with|vs\.?|versus|against|-|und|et|y|dan)\s?(?:(?:no\.?|number|nr\.?|#) ?)?(\d{1,2})(?!\d))?(?:\s?(?:,|and|&|or|vs\.?)\s?(\d{1,2})(?!\d))?",
    re.I,
)
_PAIR = re.compile(
    r"(?<![\d.,])(\d)\s?(?:vs\.?|versus|and|or|&|against|und|et|y|dan|と)\s?(\d)(?![\d.,]|\s?(?:hours?|weeks?|months?|credits?|ects|euro|years?|%))",
    re.I,
)
_FIRST_N = re.compile(r"\b(?:first|top) (two|three|four|2|3|4)\b", re.I)
_LAST = re.compile(
    r"\b(?:the )?(?:last|bottom|final) (?:one|two|course|result)?\b|最後|terakhir|dernier|letzte\w*|último", re.I
)
_BOTH = re.compile(
    r"\b(?:both|the two|those two|these two|of the two|of them|the pair|either|kedua-dua|les deux|beide|los dos|ambos)\b|両方|二つ",
    re.I,
)
_ALL = re.compile(
    r"\b(?:all (?:of )?(?:them|these|those|three|four|five)|every one|alle|tous|todos|semua)\b|全部|すべて", re.I
)
_EXTREME = re.compile(
    r"\b(cheap|short|quick|fast|easi|easy|hard|long|advanced|expensive|low|high)(?:er|est)?\b(?= (?:one|of|course|option)\b)|\b(?:the )(cheap|short|quick|fast|easi|hard|long)(?:er|est)\b",
    re.I,
)
_FOCUS = re.compile(
    r"\b(?:it|this|that|this one|that one|same one|yang ini|yang tu|celui-ci|celle-ci|celle-là|celui-là|dieser|dieses|diesen|éste?|ese)\b|これ|それ",
    re.I,
)
_NAMED = re.compile(
    r"\b(?:the|that|this|about|with|or|and|save|compare)\s+((?:[\w&'/-]+ ){1,4})(?:one|course|certificate|credential|badge|micro-?credential|programme|program)\b|'s (\w+ (?:certificate|course))",
    re.I,
)
_KANJI = re.compile(r"([一二三四五1-5])\s?(?:番目|つ目|番|個目)")
# A title answers words when it shares this much with them (0 to 100, rapidfuzz token set ratio).
TITLE_SIMILARITY = 70


@dataclass(frozen=True)
class Reference:
    """One thing pointed at. `places` count from 1 in the list shown; `words` are the message's own."""

    kind: Kind
    words: str
    places: tuple[int, ...] = ()


def find_references(message: str, shown_titles: Sequence[str] = ()) -> tuple[Reference, ...]:
    """Return what a message points at, places first; `shown_titles` are the titles of the last list, in its order."""
    found: list[Reference] = []
    for match in _FIRST_N.finditer(message):
        n = {"two": 2, "three": 3, "four": 4}.get(match[1].lower()) or int(match[1])
        found.append(Reference("place", match.group(), tuple(range(1, n + 1))))
    for pattern in (_NUMBERED, _PAIR):
        for match in pattern.finditer(message):
            places = tuple(int(number) for number in match.groups() if number)
            if not any(set(places) <= set(other.places) for other in found):
                found.append(Reference("place", match.group(), places))
    for match in () if found else _ORDINAL.finditer(message):
        found.append(Reference("place", match.group(), (_ORDINALS[match[1].lower()],)))
    for match in _KANJI.finditer(message):
        found.append(Reference("place", match.group(), ("一二三四五".find(match[1]) + 1 or int(match[1]),)))
    for kind, pattern in (("last", _LAST), ("both", _BOTH), ("all", _ALL), ("extreme", _EXTREME)):
        if match := pattern.search(message):
            found.append(Reference(kind, match.group()))  # type: ignore[arg-type]  # the four literals above
    found.extend(_titles(message, shown_titles))
    if not found and (match := _FOCUS.search(message)):
        found.append(Reference("focus", match.group()))
    return tuple(found)


def _titles(message: str, shown_titles: Sequence[str]) -> list[Reference]:
    """Return the shown results whose titles share words with "that ... one"."""
    found = []
    for match in _NAMED.finditer(message):
        words = (match[1] or match[2]).strip()
        scores = [fuzz.token_set_ratio(words.lower(), title.lower()) for title in shown_titles]
        places = tuple(i + 1 for i, score in enumerate(scores) if score >= TITLE_SIMILARITY and score == max(scores))
        if places or not _ORDINAL.search(words):
            found.append(Reference("title", words, places[:1]))
    return found
