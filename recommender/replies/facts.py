"""A record's fields in a few of a learner's words; `None` is what the source does not state."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal

from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from catalogue.frameworks import describe
from catalogue.money import format_money
from catalogue.records import Credential, Money
from recommender.texts import say

# Everything that Markdown gives a meaning; a record's own marks are shown as they are.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$])")
MAX_QUOTED = 160  # characters of other people's words in one place of a reply


def plain(text: str, limit: int = MAX_QUOTED) -> str:
    """Return Markdown that shows other people's words literally, on one line, cut to `limit` characters."""
    line = " ".join(text.split())
    return _MARKS.sub(r"\\\1", line if len(line) <= limit else line[: limit - 1].rstrip() + "…")


def number(value: float, language: str) -> str:
    """Return a figure as the language writes it, with one decimal at most."""
    return str(format_decimal(value, "#,##0.#", locale=language))


def weeks(value: float, language: str) -> str:
    """Return a number of weeks with its unit: "1 week", "2 Wochen"."""
    return _with_unit(value, "duration-week", language)


def hours(value: float, language: str) -> str:
    """Return a number of hours with its unit."""
    return _with_unit(value, "duration-hour", language)


def _with_unit(value: float, unit: str, language: str) -> str:
    """Return a figure with its unit in words; Babel holds no long forms for Japanese, whose short ones are words."""
    length: Literal["short", "long"] = "short" if language == "ja" else "long"
    return str(format_unit(value, unit, length, "#,##0.#", locale=language))


def money(amount: float, currency: str | None, language: str) -> str:
    """Return a price with its ISO 4217 code, or the bare figure where no currency is known."""
    return format_money(Money(amount=amount, currency=currency), language) if currency else number(amount, language)


def joined(parts: Sequence[str], language: str) -> str:
    """Return the parts as a list in words: "a, b and c"."""
    return str(format_list(list(parts), locale="en_GB" if language == "en" else language))


def title(credential: Credential) -> str:
    """Return a title as published, safe to show."""
    return plain(credential.title)


def provider(credential: Credential, language: str) -> str | None:
    """Return who offers it, and on which platform where that is another name."""
    names = [name for name in (credential.provider, credential.platform) if name]
    return plain(" · ".join(dict.fromkeys(names))) or None


def level(credential: Credential, language: str) -> str | None:
    """Return the level on its own scale, never a bare number."""
    if credential.level is None or credential.level.value is None:
        return None
    return say(language, "level", framework=plain(credential.level.framework), level=plain(credential.level.value))


def level_with_award(credential: Credential, language: str) -> str | None:
    """Return the level with the award that is typical of it, where the framework tables know one."""
    info = describe(credential.level) if credential.level else None
    short = level(credential, language)
    return say(language, "level_with_award", level=short, award=info.typical_award) if info else short


def cost(credential: Credential, language: str) -> str | None:
    """Return the price as stated."""
    if credential.cost is None:
        return None
    amount, currency = credential.cost.amount, credential.cost.currency
    return money(amount, currency, language) if amount else say(language, "free")


def time(credential: Credential, language: str) -> str | None:
    """Return weeks and hours as stated; what is earned by evidence has no fixed hours to state."""
    parts = [weeks(credential.duration_weeks, language)] if credential.duration_weeks is not None else []
    parts += [hours(credential.hours_total, language)] if credential.hours_total is not None else []
    if not parts and credential.evidence_based:
        return say(language, "by_evidence")
    return ", ".join(parts) or None


def mode(credential: Credential, language: str) -> str | None:
    """Return how and at whose pace it is taught."""
    parts = [say(language, f"mode_{credential.mode}")] if credential.mode else []
    parts += [say(language, f"pacing_{credential.pacing}")] if credential.pacing else []
    return ", ".join(parts) or None


def assessment(credential: Credential, language: str) -> str | None:
    """Return how it is assessed."""
    return plain(", ".join(credential.assessment)) or None


def prerequisites(credential: Credential, language: str) -> str | None:
    """Return what is needed before the start."""
    return plain("; ".join(credential.prerequisites), limit=300) or None


def outcomes(credential: Credential, language: str) -> str | None:
    """Return the first learning outcomes as published."""
    return plain("; ".join(credential.outcomes[:3]), limit=400) or None


def credits_of(credential: Credential, language: str) -> str | None:
    """Return the credits with their system."""
    if credential.credits is None:
        return None
    return plain(f"{number(credential.credits.amount, language)} {credential.credits.system or ''}")


def awards(credential: Credential, language: str) -> str | None:
    """Return the first larger award that the source says it counts towards, and how many more there are."""
    if not credential.stacks_into:
        return None
    rule = credential.stacks_into[0]
    first = plain(rule.title)
    if rule.credits_awarded and rule.credits_total:
        part, total = number(rule.credits_awarded, language), number(rule.credits_total, language)
        first = say(language, "award_share", award=first, part=part, total=total)
    others = len(credential.stacks_into) - 1
    return say(language, "award_more", first=first, n=others) if others else first


def source(credential: Credential, language: str) -> str | None:
    """Return where the facts come from, and the date that the source shows."""
    url = credential.source_url or credential.url
    if url is None:
        return None
    shown = plain(url, limit=500)
    if credential.source_date:
        return say(language, "source_dated", url=shown, date=credential.source_date)
    return say(language, "source_undated", url=shown)


# Every fact, in the order to show them; `name_…` and `noun_…` of the texts say what it is called.
FACTS: dict[str, Callable[[Credential, str], str | None]] = {
    "provider": provider,
    "level": level,
    "time": time,
    "credits": credits_of,
    "cost": cost,
    "mode": mode,
    "assessment": assessment,
    "outcomes": outcomes,
    "prerequisites": prerequisites,
    "stacking": awards,
    "source": source,
}


def stated(credential: Credential, names: Sequence[str], language: str) -> dict[str, str]:
    """Return the facts among these that the source states, by their names in FACTS."""
    return {name: fact for name in names if (fact := FACTS[name](credential, language)) is not None}


def not_stated(credential: Credential, names: Sequence[str], language: str) -> str | None:
    """Return the names of the facts among these that the source leaves out, `None` where it states them all."""
    missing = [say(language, f"noun_{name}") for name in names if FACTS[name](credential, language) is None]
    return joined(missing, language) or None
