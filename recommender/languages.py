"""Which language a message is in, and what its skill and role words are called in English."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from recommender.word_lists import word_list

DATA = Path(__file__).parent / "data"
# The classifier is believed above this probability.
SURE = 0.9
SUPPORTED = ("en", "ja", "ms", "fr", "de", "es")
# One-word messages that several of the languages share.
SHARED = {"compare", "simple", "possible", "plan", "no", "ok"}
# Words that settle the language of a short message, where statistics fail.
_FUNCTION_WORDS = {tag: word_list(f"function words {tag}") for tag in ("ms", "fr", "de", "es")}
_ENGLISH = word_list("function words en")


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([*SUPPORTED, "id", "it", "pt", "nl"])
    return identifier


def detect(message: str, before: str = "en") -> str:
    """Return the BCP 47 tag of a message: one of SUPPORTED; a message without words keeps the language `before`."""
    if re.search(r"[\u3040-\u30ff]", message) or re.search(r"[\u4e00-\u9fff]{2,}", message):
        return "ja"
    words = re.findall(r"[^\W\d_][\w'-]*", message.lower())
    if not words or (len(words) == 1 and words[0] in SHARED):
        return before
    counts = {tag: sum(word in known for word in words) for tag, known in _FUNCTION_WORDS.items()} | {"ja": 0}
    best = max(counts, key=lambda tag: (counts[tag], tag == before))
    english = sum(word in _ENGLISH for word in words)
    if counts[best] > english and counts[best] * 4 >= len(words):
        return best
    if english > counts[best]:
        return "en"
    if before != "en" and counts[before] >= english:
        return before
    tag, probability = _identifier().classify(message)
    tag = "ms" if tag == "id" else tag  # Malay and Indonesian share most words
    is_sure = tag in SUPPORTED and float(probability) > SURE and len(words) >= 4
    return tag if is_sure and (counts.get(tag, 0) > 0 or len(words) > 5) else "en"


@cache
def terms(language: str) -> dict[str, tuple[str, str]]:
    """Return the language's skill and role words in lower case with their kind ("skill", "role") and English name."""
    if language not in SUPPORTED or language == "en":
        return {}
    found: dict[str, tuple[str, str]] = {}
    with open(DATA / "terms.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for word in row[language].split(";"):
                if word.strip():
                    found.setdefault(word.strip().casefold(), (row["kind"], row["en"]))
    return found


def in_english(phrase: str, language: str, kind: str) -> str | None:
    """Return the English name of the longest term of a kind ("skill", "role") in a phrase, `None` without one."""
    text = phrase.casefold().strip()
    known = {term: name for term, (its_kind, name) in terms(language).items() if its_kind == kind}
    if text in known:
        return known[text]
    inside = [term for term in known if _contains(text, term, language)]
    return known[max(inside, key=len)] if inside else None


@cache
def _own_words(language: str) -> dict[str, str]:
    """Return the language's first word for each English name of a skill or role, in lower case."""
    found: dict[str, str] = {}
    for word, (_, english) in terms(language).items():
        shown = " ".join(part[:1].upper() + part[1:] for part in word.split()) if language == "de" else word
        found.setdefault(english.casefold(), shown)  # the table is in lower case, German nouns are not
    return found


def own_word(name: str, language: str) -> str:
    """Return what a skill or role with an English name is called in a language; the name itself where none is known."""
    return _own_words(language).get(name.casefold(), name)


def _contains(text: str, term: str, language: str) -> bool:
    """True where a term stands in a text, as a word of its own except in Japanese."""
    return term in text if language == "ja" else re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text) is not None
