"""Recognise one award under its different spellings, and find an award by what a learner calls it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

# Short forms of award names, written out so that "MSc" and "Master of Science" meet; numbers are digits.
SHORT_FORMS = {
    "msc": "master science", "ms": "master science", "bsc": "bachelor science", "bs": "bachelor science",
    "ba": "bachelor arts", "ma": "master arts", "mba": "master business administration", "mcom": "master commerce",
    "bcom": "bachelor commerce", "msw": "master social work", "med": "master education", "llm": "master laws",
    "phd": "doctor philosophy", "pgcert": "postgraduate certificate", "pgdip": "postgraduate diploma",
    "gradcert": "graduate certificate", "graddip": "graduate diploma", "certhe": "certificate higher education",
    "cas": "certificate advanced studies", "dip": "diploma", "cert": "certificate", "masters": "master",
    "bachelors": "bachelor", "hons": "honours", "honors": "honours", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
}  # fmt: skip
FILLER = {
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with", "s", "programme", "program",
    "degree",
}  # fmt: skip
# Words that say only what sort of award it is: alone they name none.
KINDS = {
    "master", "bachelor", "certificate", "diploma", "graduate", "postgraduate", "award", "course", "credit",
    "qualification",
}  # fmt: skip
# From six letters on, one slip of the pen is a spelling and not another word.
SPELLING_LENGTH = 6
FOUND_WORD = 88.0


@lru_cache(maxsize=10_000)
def words(text: str) -> tuple[str, ...]:
    """Return the words that tell a name apart, sorted: "MSc (Dementia)" gives dementia, master, science."""
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.replace("’", "'"))
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    if "." in plain:  # "B.Sc." is one word
        plain = re.sub(r"\b((?:[a-z]{1,4}\.){1,3}[a-z]{1,4})\b", lambda found: found[0].replace(".", ""), plain)
    plain = plain.replace("'s", "")
    parts = (SHORT_FORMS.get(word, word) for word in re.findall(r"\w+", plain))
    return tuple(sorted({word for part in parts for word in part.split() if word not in FILLER}))


def same_title(one: str, other: str) -> bool:
    """Return whether two titles name the same award: the same words, but for a slip in a longer word."""
    first, second = words(one), words(other)
    return first == second or (len(first) == len(second) and all(map(_same_word, first, second)))


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    long_enough = min(len(one), len(other)) >= SPELLING_LENGTH and one.isalpha() and other.isalpha()
    return long_enough and OSA.distance(one, other, score_cutoff=1) <= 1


def spelling_bucket(parts: tuple[str, ...]) -> str:
    """Return a key that all spellings of a title share, from its words: their first letters."""
    return " ".join(sorted(word[0] if word.isalpha() else word for word in parts))


def same_provider(one: str | None, other: str | None) -> bool:
    """Return whether two names may mean one institution: one of them unknown, or every word of one in the other."""
    if not one or not other:
        return True
    first, second = set(words(one)), set(words(other))
    return first <= second or second <= first or _abbreviates(one, other) or _abbreviates(other, one)


def _abbreviates(short: str, name: str) -> bool:
    """Return whether one word of a short name is made of the initials of the long one ("IT Sligo")."""
    long = [word for word in re.findall(r"\w+", name.casefold()) if word not in FILLER]
    initials = "".join(word[0] for word in long)
    left = [word for word in re.findall(r"\w+", short.casefold()) if word not in FILLER and word not in long]
    return len(left) == 1 and len(left[0]) >= 2 and left[0] in initials and len(left[0]) < len(initials) + 1


def resemblance(query: str, names: Iterable[str], provider: str | None) -> float:
    """Return how well a learner's words name an award, 0 to 1; 0 where a word is missing or none tells it apart.

    Every word of the query must stand in one of the award's names or in its provider's; the closest name wins.
    """
    asked = words(query)
    if not asked or set(asked) <= KINDS:
        return 0.0
    best = 0.0
    for name in names:
        own = words(name)
        left = [word for word in asked if not _stands_in(word, own)]
        if len(left) < len(asked) and all(_of_provider(word, provider or "") for word in left):
            best = max(best, (len(asked) - len(left)) / len({*own, *asked} - set(left)))
    return best


def _stands_in(word: str, others: Iterable[str]) -> bool:
    return any(word == other or (len(word) > 3 and fuzz.ratio(word, other) >= FOUND_WORD) for other in others)


def _of_provider(word: str, provider: str) -> bool:
    initials = "".join(part[0] for part in re.findall(r"\w+", provider.casefold()) if part not in FILLER)
    return _stands_in(word, words(provider)) or (len(word) > 1 and word in initials)
