"""Read sources' words for language, country, level, mode and pacing as a record's codes, or raise `Unclear`."""

from __future__ import annotations

import re
from functools import lru_cache

import pycountry
from babel import Locale
from babel.localedata import locale_identifiers

from catalogue.frameworks import Framework, FrameworkError, find_framework
from catalogue.quantities import Unclear

# Words of difficulty that platforms print where a level might stand; they belong to no scale.
DIFFICULTY = re.compile(
    r"^(?:all levels?|beginners?|introductory|intro|basic|intermediate|advanced|expert|mixed|elementary|fundamentals?|"
    r"any|easy|medium|hard|principiante|débutant|anfänger|初級|中級|上級)(?: level| friendly)?$",
    re.I,
)
LEVEL = re.compile(
    r"^(?P<framework>.*?)[\s:,(/-]*(?:\b(?:level|niveau|nivel|stufe|livello)\b|レベル)?\s*"
    r"(?P<value>[Ee]\d|[ABCabc][12]|\d{1,2}(?:\.\d)?)\s*(?:\((?P<behind>[^)]+)\))?$",
    re.I,
)
ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z](?:-[A-Z]{2})?")
MODES = (
    ("blended", r"blend|hybrid|mixed mode|semi.?presencial|mixte"),
    (
        "online",
        r"online|on-line|distance|e-?learning|virtual|mooc|web|remote|en l[ií]nea|fernstudium|fernlehre|オンライン",
    ),
    (
        "in person",
        r"in.?person|face.?to.?face|on.?campus|onsite|on.?site|class.?room|presencial|présentiel|präsenz|presential|対面",
    ),
)
PACINGS = (
    ("self-paced", r"self.?pac|own pace|on.?demand|anytime|flexible"),
    ("scheduled", r"schedul|instructor|cohort|dated|fixed|paced by"),
)


def language_code(raw: str) -> str:
    """Return the ISO 639-1 code (else 639-3) of "English", "en-US", "français", ".../language/ENG". Raises Unclear."""
    text = re.sub(r"\s*[(\[].*$", "", raw.rsplit("/", 1)[-1]).strip()
    code = re.sub(r"^([A-Za-z]{2,3})[-_].*$", r"\1", text)
    by_code = {"alpha_2": code.lower()} if len(code) == 2 else {"alpha_3": code.lower()}
    if found := pycountry.languages.get(**by_code):
        return str(getattr(found, "alpha_2", found.alpha_3))
    if own := _own_names().get(text.casefold()):
        return own
    try:
        found = pycountry.languages.lookup(text)
        return str(getattr(found, "alpha_2", found.alpha_3))
    except LookupError:
        raise Unclear(f"{raw[:40]!r} names no known language") from None


@lru_cache(maxsize=1)
def _own_names() -> dict[str, str]:
    """Return every language's name for itself ("deutsch", "日本語") with its code."""
    names = {}
    for identifier in locale_identifiers():
        if "_" not in identifier and len(identifier) == 2:
            name = Locale.parse(identifier).get_language_name(identifier)
            if name:
                names[name.casefold()] = identifier
    return names


@lru_cache(maxsize=512)
def country_code(raw: str) -> str:
    """Return the ISO 3166-1 alpha-2 code of a country: "United States", "FRA", ".../country/FRA". Raises Unclear."""
    text = raw.rsplit("/", 1)[-1].strip()
    if text.upper() in ("UK", "EL"):  # what the European institutions write for the two
        return {"UK": "GB", "EL": "GR"}[text.upper()]
    try:
        return str(pycountry.countries.lookup(text).alpha_2)
    except LookupError:
        raise Unclear(f"{raw[:40]!r} names no known country") from None


def level(raw: str, framework: str | None = None) -> tuple[str, str | None]:
    """Return (framework code, level) of "EQF 6", "Level 7 (NZQCF)", or "6" and its framework. Raises Unclear.

    A level that is not on the scale is unclear, the valid ones named; difficulty words ("Beginner") are no level.
    """
    text = raw.strip()
    if DIFFICULTY.match(text):
        raise Unclear("a word of difficulty, not a level of any framework")
    found = LEVEL.match(text)
    named = framework or (found["behind"] or found["framework"] if found else text)
    value = found["value"].upper() if found and text.casefold() != (framework or "").casefold() else None
    if not named:
        raise Unclear("no framework is named, and a level means nothing without one")
    try:
        scale = find_framework(re.sub(r"[^\w\s-]", " ", named).strip())
    except FrameworkError:
        if framework and len(framework) <= 80:  # a scale that the tables lack is kept as stated
            return framework, value or (text[:20] if text.casefold() != framework.casefold() else None)
        raise Unclear(f"{named.strip()[:40]!r} names no framework that Cairn knows") from None
    # An older scale that the tables treat as another ("QCF" as RQF) keeps the name that the source states.
    code = named if ACRONYM.fullmatch(named) else scale.code
    if framework and (stated := _on(scale, text)):
        return code, stated
    if value is None:
        if text.casefold() == named.casefold():
            return code, None
        raise Unclear(f"no level of {scale.code}; expected {scale.choices}")
    try:
        return code, scale.level(value).value
    except FrameworkError as error:
        raise Unclear(str(error).rstrip(".")) from error


def _on(scale: Framework, value: str) -> str | None:
    """Return the level as the scale writes it ("Entry 3" -> "E3"), or `None` where it has none such."""
    try:
        return scale.level(value).value
    except FrameworkError:
        return None


@lru_cache(maxsize=512)
def find_framework_in(name: str) -> str | None:
    """Return the framework that a column's name contains ("EQF level", "nzqcf_level"), or `None`."""
    for word in re.findall(r"[A-Za-z]{3,}", name):
        if word.upper() == word or word.lower() in ("eqf", "nzqcf", "aqf", "rqf", "scqf", "nfq", "mqf", "cefr"):
            try:
                return find_framework(word).code
            except FrameworkError:
                continue
    return None


def mode(raw: list[str]) -> str:
    """Return the one mode that all the words agree on. Raises Unclear when they offer a choice or say nothing known."""
    return _one(raw, MODES, "mode of study")


def pacing(raw: list[str]) -> str:
    """Return self-paced or scheduled. Raises Unclear when the words offer both or say neither."""
    return _one(raw, PACINGS, "pacing")


def _one(raw: list[str], table: tuple[tuple[str, str], ...], what: str) -> str:
    found = [next((name for name, pattern in table if re.search(pattern, text, re.I)), None) for text in raw]
    names = {name for name in found if name}
    if len(names) > 1:
        raise Unclear(f"several at once ({', '.join(sorted(names))})")
    if not names:
        raise Unclear(f"no known {what}")
    return names.pop()
