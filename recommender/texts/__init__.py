"""Every sentence that Cairn says, one file per language: `say(language, key, turn, ...)`."""

from __future__ import annotations

from recommender.texts import de, en, es, fr, ja, ms

Texts = dict[str, str | tuple[str, ...]]
TEXTS: dict[str, Texts] = {
    "en": en.TEXTS,
    "ja": ja.TEXTS,
    "ms": ms.TEXTS,
    "fr": fr.TEXTS,
    "de": de.TEXTS,
    "es": es.TEXTS,
}
FALLBACK = "en"


def say(language: str, key: str, turn: int = 0, **values: object) -> str:
    """Return one text with its braces filled; where there are variants, the turn's number chooses, never chance."""
    text = TEXTS.get(language, TEXTS[FALLBACK])[key]
    if isinstance(text, tuple):
        text = text[turn % len(text)]
    return text.format(**values)
