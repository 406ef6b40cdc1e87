"""Currencies as people write them, and which one a shared sign stands for in a country."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.numbers import get_territory_currencies

# Signs and words that name one currency whoever writes them.
SIGNS = {
    "£": "GBP",
    "€": "EUR",
    "₹": "INR",
    "zł": "PLN",
    "₩": "KRW",
    "₱": "PHP",
    "฿": "THB",
    "₫": "VND",
    "₪": "ILS",
    "₺": "TRY",
    "₽": "RUB",
    "₴": "UAH",
    "₦": "NGN",
    "₵": "GHS",
    "kč": "CZK",
    "円": "JPY",
    "元": "CNY",
    "nz$": "NZD",
    "a$": "AUD",
    "au$": "AUD",
    "aud$": "AUD",
    "us$": "USD",
    "c$": "CAD",
    "ca$": "CAD",
    "cad$": "CAD",
    "s$": "SGD",
    "hk$": "HKD",
    "r$": "BRL",
    "nt$": "TWD",
    "mx$": "MXN",
    "rm": "MYR",
    "rp": "IDR",
    "ksh": "KES",
    "rs": "INR",
    "rs.": "INR",
    "rupees": "INR",
    "rupee": "INR",
    "rupiah": "IDR",
    "php": "PHP",
    "dhs": "AED",
    "euro": "EUR",
    "euros": "EUR",
    "eur": "EUR",
    "quid": "GBP",
    "pound": "GBP",
    "pounds": "GBP",
    "sterling": "GBP",
    "ringgit": "MYR",
    "yen": "JPY",
    "zloty": "PLN",
    "zlotys": "PLN",
    "zlotych": "PLN",
    "baht": "THB",
    "rand": "ZAR",
    "naira": "NGN",
    "cedis": "GHS",
    "shekels": "ILS",
    "lira": "TRY",
    "dirhams": "AED",
    "aed": "AED",
    "won": "KRW",
    "forint": "HUF",
    "lei": "RON",
    "reais": "BRL",
    "hryvnia": "UAH",
    "yuan": "CNY",
    "rmb": "CNY",
    "livres": "GBP",
    "franken": "CHF",
    "pfund": "GBP",
    "libras": "GBP",
    "yens": "JPY",
    "us dollars": "USD",
    "us dollar": "USD",
    "american dollars": "USD",
    "canadian dollars": "CAD",
    "canadian": "CAD",
    "loonies": "CAD",
    "aussie dollars": "AUD",
    "australian dollars": "AUD",
    "aussie bucks": "AUD",
    "kiwi dollars": "NZD",
    "nz dollars": "NZD",
    "new zealand dollars": "NZD",
    "kiwi bucks": "NZD",
    "singapore dollars": "SGD",
    "hong kong dollars": "HKD",
    "swiss francs": "CHF",
    "ドル": "USD",
    "ユーロ": "EUR",
    "リンギット": "MYR",
    "ポンド": "GBP",
    "danish kroner": "DKK",
    "norwegian kroner": "NOK",
    "swedish kronor": "SEK",
    "kronor": "SEK",
    "mexican pesos": "MXN",
    "philippine pesos": "PHP",
    "pakistani rupees": "PKR",
    "sri lankan rupees": "LKR",
}
# Signs and words shared by several countries: the learner's country settles them.
SHARED = {
    "$": "Dollar",
    "dollars": "Dollar",
    "dollar": "Dollar",
    "bucks": "Dollar",
    "buck": "Dollar",
    "dolar": "Dollar",
    "dólares": "Dollar",
    "¥": "Yen|Yuan",
    "kr": "Kron|Krón",
    "kroner": "Kron",
    "pesos": "Peso",
    "peso": "Peso",
    "francs": "Franc",
    "franc": "Franc",
    "r": "Rand",
    "dinars": "Dinar",
    "shillings": "Shilling",
    "riyals": "Riyal",
    "fr.": "Franc",
    "crowns": "Kron|Koruna",
}
_RUPEES = {"IN", "PK", "LK", "NP", "MU", "SC"}


# ISO codes that people write in small letters too; others are words or abbreviations so ("6 std", "3 mga").
_SMALL_LETTERS = frozenset(
    {
        "usd",
        "eur",
        "gbp",
        "cad",
        "aud",
        "nzd",
        "jpy",
        "chf",
        "inr",
        "myr",
        "sgd",
        "hkd",
        "php",
        "idr",
        "thb",
        "vnd",
        "krw",
        "cny",
        "twd",
        "zar",
        "ngn",
        "kes",
        "ghs",
        "egp",
        "brl",
        "mxn",
        "clp",
        "cop",
        "sek",
        "nok",
        "dkk",
        "isk",
        "pln",
        "czk",
        "huf",
        "ron",
        "uah",
        "aed",
        "sar",
        "ils",
        "pkr",
        "lkr",
        "bdt",
        "npr",
        "fjd",
    }
)


@cache
def unit_pattern() -> str:
    """Return an alternation of every sign, word and ISO code that names a currency."""
    codes = list(map(str, Locale("en").currencies))
    words = sorted({*SIGNS, *SHARED} - {"r"}, key=len, reverse=True)
    return "|".join(
        [
            *map(re.escape, words),
            *(rf"(?:{code})(?![a-z])" for code in _SMALL_LETTERS),
            *(rf"(?-i:{code})(?![a-z])" for code in codes),
        ]
    )


def currency_of(unit: str, country: str | None) -> str | None:
    """Return the ISO 4217 code that a sign or word names; a shared one takes the country's, without country none."""
    unit = unit.lower()
    local = get_territory_currencies(country)[-1] if country and get_territory_currencies(country) else None
    if unit in ("rupees", "rupee", "rs", "rs.") and country in _RUPEES:
        return local
    if unit in ("pound", "pounds") and country in ("EG", "LB", "SY", "SD"):
        return local
    if unit in SIGNS:
        return SIGNS[unit]
    if kind := SHARED.get(unit):
        if local and re.search(kind, Locale("en").currencies.get(local, "")):
            return local
        return None if country is None else {"Dollar": "USD", "Yen|Yuan": "JPY"}.get(kind)
    return unit.upper() if unit.upper() in Locale("en").currencies else None


def local_currency(country: str | None) -> str | None:
    """Return the currency used in a country today, or `None` where no country is stated."""
    found = get_territory_currencies(country) if country else []
    return found[-1] if found else None
