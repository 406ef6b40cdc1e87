"""When an extracted value answers the expected one: the rules of the dialogue yardstick, slot by slot."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

NUMBER_SLOTS = frozenset({"max_hours_per_week", "max_weeks", "max_hours"})
FLAG_SLOTS = frozenset({"free_only", "must_stack", "must_be_micro_credential"})
# An extracted phrase may have at most this many tokens more than the form it contains.
MAX_EXTRA_TOKENS = 8


def matches(slot: str, value: Any, expected: Any) -> bool:
    """True where an extracted value answers the expected one, by the rule of its slot."""
    if slot in FLAG_SLOTS:
        return value is True and expected is True
    if slot in NUMBER_SLOTS:
        return any(_equal(value, number) for number in (expected if isinstance(expected, list) else [expected]))
    if slot == "country":
        return bool(value == expected)
    if slot == "languages":
        forms = expected if isinstance(expected, list) else [expected]
        return str(value).split("-")[0].lower() in {str(form).split("-")[0].lower() for form in forms}
    if slot == "mode":
        return tokens(str(value)) in [tokens(form) for form in (expected if isinstance(expected, list) else [expected])]
    if slot == "max_cost":
        return _equal(value.get("amount"), expected["amount"]) and expected.get("currency") in (
            None,
            value.get("currency"),
        )
    if slot == "level":
        return _level_matches(value, expected)
    return phrase_matches(str(value), expected if isinstance(expected, list) else [expected])


def _level_matches(value: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    frameworks = expected.get("framework")
    if frameworks is not None and value.get("framework") not in (
        frameworks if isinstance(frameworks, list) else [frameworks]
    ):
        return False
    low, high = value.get("min"), value.get("max")
    low_right = low is None or float(low) <= 1 if expected.get("min") is None else _equal(low, expected["min"])
    high_right = high is None or float(high) >= 8 if expected.get("max") is None else _equal(high, expected["max"])
    return low_right and high_right


def _equal(value: Any, expected: Any) -> bool:
    try:
        return abs(float(value) - float(expected)) < 1e-9
    except (TypeError, ValueError):
        return False


def phrase_matches(phrase: str, forms: Sequence[str]) -> bool:
    """True where the phrase's tokens contain a form's or lie in them, or share at least half (Jaccard)."""
    found = tokens(phrase)
    for form in forms:
        wanted = tokens(form)
        if not found or not wanted:
            continue
        if wanted <= found and len(found) - len(wanted) <= MAX_EXTRA_TOKENS:
            return True
        if found <= wanted or (not wanted <= found and len(found & wanted) / len(found | wanted) >= 0.5):
            return True
    return False


def tokens(text: str) -> frozenset[str]:
    """Return the token set of the scoring rules: folded, plurals stripped, kana and Chinese characters one by one."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = "".join(
        c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c) or "\u3099" <= c <= "\u309a"
    )
    text = unicodedata.normalize("NFC", re.sub(r"['’‘`´]", "", text))
    text = re.sub(r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])", r" \1 ", text)
    return frozenset(_singular(word) for word in re.findall(r"[^\W_]+", text))


def _singular(word: str) -> str:
    """Return a word without its plural ending, by the scoring rules."""
    if len(word) >= 5 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) >= 5 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if len(word) >= 4 and word.endswith("s") and word[-2] not in "sui" else word
