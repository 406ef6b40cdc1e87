"""Read the amounts that sources write (prices, lengths, workloads, credits): one figure, or `Unclear` with the reason.

Nothing is rounded up to a guess: a range, a limit ("less than"), a unit or a currency that is not stated is unclear.
"""

from __future__ import annotations

import math
import re
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

import isodate
import pycountry
from babel.core import UnknownLocaleError
from babel.numbers import get_territory_currencies

# Weeks in an average Gregorian month and year (365.2425 days).
WEEKS_PER_MONTH, WEEKS_PER_YEAR = 365.2425 / 12 / 7, 365.2425 / 7
LONGEST_WEEKS = 6 * WEEKS_PER_YEAR  # longer than a bachelor's and a master's degree together is no course's length
NO_CURRENCY = "XXX"  # ISO 4217: no currency involved; a free offer whose source names none

# Digits that no letter stands before ("S91Z" holds no figure), with their separators.
NUMBER = r"(?<![^\W_])(?:\d[\d.,'\s\u00a0\u202f]*\d|\d)"
# "3-6", "3 to 6", "3 OR 4": two figures where the record has room for one.
RANGE = re.compile(rf"(?:{NUMBER})\s*(?:[-–—/]|to|or|bis|à|a|hasta)\s*(?:{NUMBER})", re.I)
LIMIT = re.compile(
    r"\b(?:less than|more than|up to|at least|at most|under|over|from|min(?:imum)?|max(?:imum)?)\b|[<>≤≥+]", re.I
)
PER_PART = re.compile(r"\b(?:per|each|/)\s*(?:course|module|part|unit|section)\b", re.I)
FREE = re.compile(
    r"^(?:free(?: of charge)?|no cost|no charge|gratis|gratuit(?:e|o)?|kostenlos|kostenfrei|无料|無料|免费)$", re.I
)

UNITS = {
    "minute": "minutes? mins? minutos? minuten",
    "hour": "hours? hrs? h horas? heures? stunden? std ore ora timer tuntia",
    "day": "days? d días? dias? jours? tage? tag giorni giorno dagar dager",
    "week": "weeks? wks? wk w semanas? semaines? wochen? settimane settimana viikkoa veckor uker",
    "month": "months? mos? mths? mes meses mois monate? mesi mese månader måneder kuukautta",
    "year": "years? yrs? años? anos? ans? année?s? jahre? anni anno år vuotta",
}
UNIT = {unit: re.compile(rf"^(?:{'|'.join(words.split())})\.?$", re.I) for unit, words in UNITS.items()}
EAST_ASIAN = {
    "分": "minute",
    "時間": "hour",
    "小时": "hour",
    "日": "day",
    "天": "day",
    "週間": "week",
    "周": "week",
    "ヶ月": "month",
    "年": "year",
}
IN_WEEKS = {"day": 1 / 7, "week": 1.0, "month": WEEKS_PER_MONTH, "year": WEEKS_PER_YEAR}
PER_WEEK = re.compile(
    r"(?:/|per|a|each|pro|par|por|alla|i)\s*(?:week|wk|w|woche|semaine|semana|settimana|veckan?)\b|\bweekly\b", re.I
)

SYMBOLS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "R$": "BRL", "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₫": "VND", "₦": "NGN",
    "₱": "PHP", "฿": "THB", "₪": "ILS", "zł": "PLN", "Kč": "CZK", "RM": "MYR", "Rp": "IDR", "円": "JPY",
}  # fmt: skip
# Signs that several currencies share: only the provider's country can tell which is meant.
SHARED_SYMBOLS = {
    "$": {"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "MXN", "ARS", "CLP", "COP", "TWD"},
    "¥": {"JPY", "CNY"}, "kr": {"SEK", "NOK", "DKK", "ISK"}, "Rs": {"INR", "PKR", "LKR", "NPR"}, "fr": {"CHF"},
}  # fmt: skip
CREDIT_SYSTEMS = {
    "ECTS": r"ects|european credit", "CEU": r"\bceus?\b|continuing.?education.?unit", "CATS": r"\bcats\b",
    "ECVET": r"ecvet", "US semester credit": r"semester", "US quarter credit": r"quarter", "SCQF": r"scqf",
    "NZQCF credit": r"nzqc?f", "QCF credit": r"\bqcf\b", "MQF credit": r"\bmqf\b", "HKQF credit": r"hkqf",
    "credit hour": r"credit.?hours?|hours?\b",
}  # fmt: skip


class Unclear(ValueError):
    """A figure that cannot be told from what the source writes; the message is the reason, without the value."""


def number(raw: Any) -> float:
    """Return the one finite figure in a value ("1,234.50", "1.234,50", 12). Raises Unclear."""
    if isinstance(raw, bool) or raw is None:
        raise Unclear("no figure")
    if isinstance(raw, (int, float, Decimal)):
        try:
            value = float(raw)
        except OverflowError as error:
            raise Unclear("the figure is too large") from error
    else:
        value = _figure(str(raw))
    if not math.isfinite(value) or abs(value) > 1e12:
        raise Unclear("the figure is too large")
    return value


def figure_or_none(raw: Any) -> float | None:
    """Return the figure in a value, or `None` where there is no single one above zero."""
    try:
        value = number(raw)
    except Unclear:
        return None
    return value if value > 0 else None


def _figure(text: str) -> float:
    if len(text) > 200:
        raise Unclear("a text, not a figure")
    if RANGE.search(text):
        raise Unclear("a range, not one figure")
    if LIMIT.search(text):
        raise Unclear("a limit, not the figure itself")
    found = re.findall(NUMBER, text)
    if not found:
        raise Unclear("no figure")
    if len(found) > 1:
        raise Unclear("several figures")
    digits = re.sub(r"[\s\u00a0\u202f']", "", found[0])
    decimal = re.search(r"[.,](\d+)$", digits)
    # A single separator before exactly three digits groups thousands; a mixture ends in the decimals.
    groups = decimal is not None and len(decimal.group(1)) == 3 and len(set(re.findall(r"[.,]", digits))) == 1
    whole = re.sub(r"[.,]", "", digits if groups or not decimal else digits[: decimal.start()])
    sign = -1 if re.search(rf"[-−]\s*{re.escape(found[0])}", text) else 1
    return sign * float(f"{whole}.{decimal.group(1)}" if decimal and not groups else whole)


def currency_code(raw: str | None, country: str | None = None) -> str:
    """Return the ISO 4217 code that a code, name or sign stands for ("US Dollar", "€"). Raises Unclear."""
    text = (raw or "").strip()
    if not text:
        raise Unclear("the currency is not stated")
    if code := _known_currency(text):
        return code
    shared = SHARED_SYMBOLS.get(text) or SHARED_SYMBOLS.get(text.lower().rstrip("."))
    if shared:
        local = shared & set(_currencies_of(country))
        if len(local) == 1:
            return local.pop()
        raise Unclear(f"{text!r} stands for several currencies")
    raise Unclear(f"{text[:20]!r} names no known currency")


@lru_cache(maxsize=512)
def _known_currency(text: str) -> str | None:
    if text in SYMBOLS:
        return SYMBOLS[text]
    try:
        return str(pycountry.currencies.lookup(text).alpha_3)
    except LookupError:
        return None


@lru_cache(maxsize=300)
def _currencies_of(country: str | None) -> tuple[str, ...]:
    try:
        return tuple(get_territory_currencies(country)) if country else ()
    except (UnknownLocaleError, ValueError):
        return ()


def money(raw: Any, currency: str | None = None, country: str | None = None) -> tuple[float, str]:
    """Return amount and ISO currency of a price ("$3,500", "Free", 120). Raises Unclear.

    A free offer without a currency gets its country's, and otherwise XXX.
    """
    if isinstance(raw, str) and FREE.match(raw.strip()):
        return 0.0, _currency_of_nothing(currency, country)
    if isinstance(raw, str):
        raw = re.sub(r"(?<=[^\W\d_])(?=\d)", " ", raw)  # "RM500", "EUR120"
    amount = number(raw)
    if amount < 0:
        raise Unclear("a price below zero")
    if amount == 0:
        return 0.0, _currency_of_nothing(currency, country)
    sign = re.sub(rf"{NUMBER}|[\s.,]", "", raw) if isinstance(raw, str) else ""
    return amount, currency_code(currency or sign, country)


def _currency_of_nothing(currency: str | None, country: str | None) -> str:
    try:
        return currency_code(currency, country)
    except Unclear:
        local = _currencies_of(country)
        return local[0] if len(local) == 1 else NO_CURRENCY


def length(raw: Any) -> tuple[float | None, float | None]:
    """Return (hours of work, calendar weeks) of "PT60H", "P2W" or "14 weeks", one of them `None`. Raises Unclear."""
    text = str(raw).strip()
    if re.match(r"^[+-]?P[\dT]", text, re.I):
        return _iso_length(text.upper())
    if RANGE.search(text):
        raise Unclear("a range, not one length")
    if PER_WEEK.search(text):
        raise Unclear("hours a week, not a length")
    if PER_PART.search(text):
        raise Unclear("the length of each part, not of the whole")
    amount, unit = number(text), _unit(text)
    if amount <= 0:
        raise Unclear("no length above zero")
    if unit in ("minute", "hour"):
        return (amount / 60 if unit == "minute" else amount), None
    return None, _plausible_weeks(amount * IN_WEEKS[unit])


def _iso_length(text: str) -> tuple[float | None, float | None]:
    try:
        parsed = isodate.parse_duration(text)
    except (isodate.ISO8601Error, ValueError, OverflowError, ArithmeticError) as error:
        raise Unclear("not an ISO 8601 duration") from error
    years, months = (0, 0) if isinstance(parsed, timedelta) else (parsed.years, parsed.months)
    rest = parsed if isinstance(parsed, timedelta) else parsed.tdelta
    if not years and not months and "T" in text and not re.search(r"[DW]", text):
        hours = rest.total_seconds() / 3600
        if hours <= 0:
            raise Unclear("no length above zero")
        return round(hours, 2), None
    if re.fullmatch(r"P(\d+)M", text) and months > 24:
        raise Unclear(f"{months} months; if minutes are meant, ISO 8601 writes PT{months}M")
    weeks = float(years) * WEEKS_PER_YEAR + float(months) * WEEKS_PER_MONTH + rest.total_seconds() / 86_400 / 7
    if weeks <= 0:
        raise Unclear("no length above zero")
    return None, _plausible_weeks(weeks)


def _plausible_weeks(weeks: float) -> float:
    if weeks > LONGEST_WEEKS:
        raise Unclear(f"{weeks / WEEKS_PER_YEAR:.0f} years, too long for a course to be believed")
    return round(weeks, 1) or round(weeks, 2)


def _unit(text: str) -> str:
    for sign, unit in EAST_ASIAN.items():
        if sign in text:
            return unit
    found = {unit for word in re.findall(r"[^\W\d_]+", text) for unit, pattern in UNIT.items() if pattern.match(word)}
    if len(found) != 1:
        raise Unclear("several units" if found else "no unit of time")
    return found.pop()


def hours_a_week(raw: Any) -> float:
    """Return the hours of "7 hrs/wk" or "5 hours per week". Raises Unclear."""
    text = str(raw)
    if not PER_WEEK.search(text) and not isinstance(raw, (int, float, Decimal)):
        raise Unclear("not stated as hours a week")
    return number(PER_WEEK.sub("", text))


def credit_amount(raw: Any, named: str | None = None) -> tuple[float, str | None]:
    """Return amount and system of credits ("2.6 CEUs", 5); `named` is what the column or unit says. Raises Unclear."""
    amount = number(raw)
    if amount <= 0:
        raise Unclear("no credits above zero")
    return amount, credit_system(str(raw)) or (credit_system(named) if named else None)


def credit_system(text: str) -> str | None:
    """Return the credit system that a text names, or `None`."""
    for system, pattern in CREDIT_SYSTEMS.items():
        if re.search(pattern, text, re.I):
            return system
    return None


def currency_in(name: str) -> str | None:
    """Return the one ISO currency that a column's name states ("Fee (EUR)", "Price in £"), or `None`."""
    codes = {code for code in re.findall(r"\b[A-Z]{3}\b", name) if pycountry.currencies.get(alpha_3=code)}
    codes |= {code for sign, code in SYMBOLS.items() if not sign.isalpha() and sign in name}
    return codes.pop() if len(codes) == 1 else None
