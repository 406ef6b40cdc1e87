"""Turn what sources send (HTML, entities, mojibake, control characters) into plain text, and say what changed."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import ftfy
import nh3

MAX_TEXT = 20_000
LONGEST_PLACEHOLDER = 80
TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
# A tag that starts a new block: without a space before it, "<li>one</li><li>two</li>" would read "onetwo".
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});")
BLOCK = re.compile(r"<(?=/?(?:p|div|li|ul|ol|br|h[1-6]|tr|td|th|table|section|article|blockquote|dt|dd)\b)", re.I)
# Control characters, zero-width marks and the marks that turn text round (used to hide what a link says).
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
SURROGATE = re.compile(r"[\ud800-\udfff]")
# What a spreadsheet would run: "=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0".
FORMULA = re.compile(r"^\s*(?:=\s*[\w(+\-@'\"]|[@+\-][A-Za-z_.]+\(|[@+\-][^|]*\|[^!]*!)")
# What registries write where a text is missing.
PLACEHOLDER = re.compile(
    r"^(?:\*+[^*]*\bmissing\b[^*]*\*+|n/?a|none|null|nan|tbd|tba|unknown|not stated|[-–—.?]+)$", re.I
)


@dataclass(frozen=True)
class Cleaned:
    """A plain text on one line, and in words what had to be mended (nothing for white space)."""

    text: str
    mended: tuple[str, ...] = ()


def clean_text(raw: str) -> Cleaned:
    """Return the text without markup, entities, mojibake and control characters, its white space evened out."""
    if raw.isascii() and raw.isprintable() and "<" not in raw and "&" not in raw and len(raw) <= MAX_TEXT:
        return Cleaned(" ".join(raw.split()))
    mended: list[str] = []
    text = _without_controls(raw, mended)
    if not text.isascii():
        fixed = ftfy.fix_encoding(text)
        if fixed != text:
            mended.append("mojibake mended")
        text = unicodedata.normalize("NFC", fixed)
    text = _without_markup(text, mended)
    text = " ".join(_without_controls(text, mended).split())
    if len(text) > MAX_TEXT:
        mended.append(f"cut to {MAX_TEXT:,} characters")
        text = text[:MAX_TEXT].rstrip()
    return Cleaned(text, tuple(dict.fromkeys(mended)))


def is_formula(cell: str) -> bool:
    """Return whether a spreadsheet would run this cell instead of showing it."""
    return FORMULA.match(cell) is not None


def is_placeholder(text: str) -> bool:
    """Return whether a text only says that there is none ("N/A", "*** DESCRIPTION MISSING ***")."""
    return len(text) <= LONGEST_PLACEHOLDER and PLACEHOLDER.match(text) is not None


@lru_cache(maxsize=1)
def _language_model() -> object:
    """Return the language identifier's module; loading its model takes most of a second, so only when needed."""
    import py3langid

    return py3langid


def text_language(text: str) -> str:
    """Return the ISO 639-1 code of the language a text is most likely written in; for counts, never for a record."""
    return str(_language_model().classify(text[:400])[0])  # type: ignore[attr-defined]


def _unescaped(text: str) -> str:
    """Return the text with its entities decoded; without its semicolon ("&section=1" in an address) it is none."""
    return ENTITY.sub(lambda found: html.unescape(found[0]), text)


def _without_controls(text: str, mended: list[str]) -> str:
    plain = SURROGATE.sub("\ufffd", CONTROL.sub(" ", text)) if not text.isprintable() else text
    if plain != text and plain.replace(" ", "") != text.replace(" ", ""):
        mended.append("control characters removed")
    return plain


def _without_markup(text: str, mended: list[str]) -> str:
    """Return the text without tags and entities, however often they were escaped (three times at most)."""
    for _ in range(3):
        before = text
        if "<" in text and TAG.search(text):
            mended.append("HTML removed")
            # What follows is parsed as HTML, so a "<" that opens no tag must not swallow the text behind it.
            text = _unescaped(nh3.clean(BLOCK.sub(" <", text), tags=set(), clean_content_tags={"script", "style"}))
        elif "&" in text:
            text = _unescaped(text)
            if text != before:
                mended.append("entities decoded")
        if text == before:
            break
    return text
