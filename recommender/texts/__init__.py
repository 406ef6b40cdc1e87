"""Every sentence that Cairn says, two files per language: `say(language, key, turn, ...)`."""

from __future__ import annotations

from recommender.texts import (
    de,
    en,
    es,
    explaining_de,
    explaining_en,
    explaining_es,
    explaining_fr,
    explaining_ja,
    explaining_ms,
    fr,
    ja,
    ms,
)

Texts = dict[str, str | tuple[str, ...]]
TEXTS: dict[str, Texts] = {
    "en": en.TEXTS | explaining_en.TEXTS,
    "ja": ja.TEXTS | explaining_ja.TEXTS,
    "ms": ms.TEXTS | explaining_ms.TEXTS,
    "fr": fr.TEXTS | explaining_fr.TEXTS,
    "de": de.TEXTS | explaining_de.TEXTS,
    "es": es.TEXTS | explaining_es.TEXTS,
}
FALLBACK = "en"


def say(language: str, key: str, turn: int = 0, **values: object) -> str:
    """Return one text with its braces filled; where there are variants, the turn's number chooses, never chance."""
    text = TEXTS.get(language, TEXTS[FALLBACK])[key]
    if isinstance(text, tuple):
        text = text[turn % len(text)]
    return text.format(**values)
