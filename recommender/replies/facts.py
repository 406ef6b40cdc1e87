"""A record's fields in one line of a learner's words; what the record does not state says so."""

from __future__ import annotations

import re

from catalogue.records import Credential
from recommender.texts import say

# Everything that Markdown gives a meaning; a record's own marks are shown as they are.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$])")


def plain(text: str) -> str:
    """Return Markdown that shows other people's words literally, on one line."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def number(value: float) -> str:
    """Return 10.0 as "10", 2.5 as "2.5" and 1200 as "1,200"."""
    return f"{value:,.1f}".removesuffix(".0")


def level(credential: Credential, language: str = "en") -> str:
    """Return the level on its own scale, never a bare number."""
    if credential.level is None or credential.level.value is None:
        return say(language, "level_not_stated")
    return say(language, "level", framework=plain(credential.level.framework), level=plain(credential.level.value))


def cost(credential: Credential, language: str = "en") -> str:
    """Return the price with its ISO 4217 code, which "$" alone would leave open."""
    if credential.cost is None:
        return say(language, "cost_not_stated")
    if credential.cost.amount == 0:
        return say(language, "free")
    return f"{credential.cost.currency} {number(credential.cost.amount)}"


def time(credential: Credential, language: str = "en") -> str:
    """Return weeks and hours as stated."""
    parts = []
    if (weeks := credential.duration_weeks) is not None:
        parts.append(say(language, "one_week") if weeks == 1 else say(language, "weeks", n=number(weeks)))
    if (hours := credential.hours_total) is not None:
        parts.append(say(language, "hours", n=number(hours)))
    return ", ".join(parts) or say(language, "time_not_stated")


def credential_line(credential: Credential, language: str = "en") -> str:
    """Return title, provider, level, time and cost in one line of Markdown."""
    facts = [level(credential, language), time(credential, language), cost(credential, language)]
    provider = f", {plain(credential.provider)}" if credential.provider else ""
    return f"**{plain(credential.title)}**{provider}: {'; '.join(facts)}."
