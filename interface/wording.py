"""A record's fields in a learner's words; what the record does not state says so."""

from __future__ import annotations

from babel import Locale
from babel.numbers import format_decimal

from catalogue.credits import contact_hours
from catalogue.frameworks import compare, describe, home_framework
from catalogue.money import convert_money, format_money
from catalogue.records import Credential, Money
from interface.texts.en import English


def number(value: float, texts: English) -> str:
    """Return 10.0 as "10", 2.5 as "2.5" and 1200 as "1,200", as the language writes it."""
    return str(format_decimal(value, format="#,##0.#", locale=texts.code))


def country(code: str | None, texts: English) -> str | None:
    """Return a country's name for its ISO 3166-1 alpha-2 code."""
    return None if code is None else str(Locale.parse(texts.code).territories.get(code, code))


def language(code: str, texts: English) -> str:
    """Return a language's name for its BCP 47 code."""
    return str(Locale.parse(texts.code).languages.get(code.split("-")[0], code))


def money(amount: Money, texts: English) -> str:
    """Return a price, or that it is free."""
    return texts.free if amount.amount == 0 else format_money(amount, texts.code)


def cost(credential: Credential, texts: English) -> str:
    """Return what it costs, or that the source does not say."""
    return texts.cost_not_stated if credential.cost is None else money(credential.cost, texts)


def time(credential: Credential, hours_per_week: float | None, texts: English) -> str:
    """Return weeks and hours as stated, and the weeks at the learner's own pace where these can be worked out."""
    parts = []
    if credential.duration_weeks is not None:
        stated = credential.duration_weeks
        parts.append(texts.one_week if stated == 1 else texts.weeks.format(n=number(stated, texts)))
    if credential.hours_total is not None:
        parts.append(texts.hours.format(n=number(credential.hours_total, texts)))
    if (contact := contact_hours(credential)) is not None:
        parts.append(texts.contact_hours.format(n=number(contact, texts)))
    if credential.hours_per_week is not None:
        parts.append(texts.hours_a_week.format(n=number(credential.hours_per_week, texts)))
    if credential.duration_weeks is None and hours_per_week and (at_pace := credential.weeks_at(hours_per_week)):
        parts.append(
            texts.weeks_at_your_pace.format(
                n=number(max(1, round(at_pace)), texts), hours=number(hours_per_week, texts)
            )
        )
    if not parts:
        return texts.no_fixed_hours if credential.evidence_based else texts.time_not_stated
    return ", ".join(parts)


def mode(credential: Credential, texts: English) -> str:
    """Return how and at whose pace it is taught."""
    parts = [texts.modes[credential.mode]] if credential.mode else [texts.mode_not_stated]
    if credential.pacing:
        parts.append(texts.pacings[credential.pacing])
    return ", ".join(parts)


def assessment(credential: Credential, texts: English) -> str:
    """Return how it is assessed."""
    return ", ".join(credential.assessment).capitalize() if credential.assessment else texts.assessment_not_stated


def level(credential: Credential, texts: English) -> str:
    """Return the level on its own scale, never a bare number."""
    stated = credential.level
    if stated is None:
        return texts.level_not_stated
    if stated.value is None:
        return texts.on_framework.format(framework=stated.framework)
    info = describe(stated)
    return info.label if info else texts.level_badge.format(framework=stated.framework, level=stated.value)


def level_meaning(credential: Credential, country_code: str | None, texts: English) -> list[str]:
    """Return what the level means in plain words, its typical award, and its place on the learner's own scale."""
    info = describe(credential.level) if credential.level else None
    if info is None:
        return []
    said = [info.plain] if info.plain else []
    said.append(texts.level_typical.format(award=info.typical_award))
    home = home_framework(country_code)
    if home and home != info.framework:
        said.append(compare(info.framework, info.value, home).in_words)
    return said


def cost_at_home(credential: Credential, currency: str | None) -> str | None:
    """Return the price in the learner's own currency, marked as approximate, where it is stated in another."""
    if credential.cost is None or not credential.cost.amount or currency in (None, credential.cost.currency):
        return None
    converted = convert_money(credential.cost, currency)
    return converted.in_words if converted else None


def credits_of(credential: Credential, texts: English) -> str:
    """Return the credits with their system."""
    if credential.credits is None:
        return texts.not_stated
    return f"{number(credential.credits.amount, texts)} {credential.credits.system or texts.credits_label.lower()}"
