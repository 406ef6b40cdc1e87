"""Questions that a table answers: what a level means or compares with, what credits or money come to elsewhere.

Amounts, scales and currencies are read from free text by the names in the tables; the answer is the table's.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from babel.numbers import get_territory_currencies

from catalogue import frameworks as scales
from catalogue.credits import HOURS, SYSTEMS, CreditError, convert
from catalogue.money import RATES, convert_money, format_money
from catalogue.records import Money
from catalogue.tables import rows

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
NUMBER_WORDS = {
    "a": 1, "an": 1, "one": 1, "per": 1, "each": 1, "every": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60,
}  # fmt: skip
# Names that mean a scale on the command line but mean too much else in a sentence.
NOT_IN_SENTENCES = {"cc", "english", "ie", "jp", "gb", "oz", "qf", "kiwi", "lumina", "qaa", "language level", "british"}
# The scales whose levels show best how little a bare number says.
SHOWN_FOR_A_BARE_NUMBER = ("EQF", "NZQCF", "RQF", "NFQ", "SCQF", "AQF", "MQF")


@dataclass(frozen=True)
class TableAnswer:
    """A sentence or more from the tables, with the sources of the rows.

    Where it tells of levels, `levels` and `comparisons` are what it tells, after `opening` and before `closing`.
    """

    text: str
    sources: tuple[str, ...] = ()
    opening: str = ""
    levels: tuple[scales.LevelInfo, ...] = ()
    comparisons: tuple[scales.Comparison, ...] = ()
    closing: str = ""


@dataclass(frozen=True)
class _Mention:
    """A level that a question names: on `framework` (code), or on none where the question leaves it open."""

    framework: str | None
    value: str


def _one_of(names: Mapping[str, str]) -> str:
    """Return a pattern that finds any of the names, longest first, with an English plural."""
    return "|".join(re.escape(name) + "s?" for name in sorted(names, key=len, reverse=True))


_FRAMEWORK_NAMES = {
    alias: row["code"]
    for row in rows("frameworks.csv")
    for alias in row["aliases"].split(";")
    if alias not in NOT_IN_SENTENCES
}
_FRAMEWORK = rf"(?<![a-z0-9-])(?P<framework>{_one_of(_FRAMEWORK_NAMES)})(?![a-z0-9-])"
_LEVEL_WORD = "levels?|lvl|tahap|レベル|niveaux?|stufe|nivel(?:es)?"
_LEVEL = rf"(?P<entry>entry )?(?:{_LEVEL_WORD})\s*-?\s*(?P<value>\d{{1,2}}(?:\.5)?|e[123])(?!\d)"
_LANGUAGE_LEVEL = r"\b(?P<language>[abc][12])\b"
_SYSTEM_NAMES = {
    alias: row["credit_system"]
    for row in rows("credit_names.csv")
    for alias in (row["credit_system"].lower(), *row["also_written"].split(";"))
    if " " in alias or alias in ("ects", "ceu", "cats", "samc", "hour", "hr", "tani", "tan'i", "単位")
} | {"aqf credit point": "AQF credit points", "australian credit point": "AQF credit points"}
_SYSTEM = rf"(?P<system>{_one_of(_SYSTEM_NAMES)})(?!\w)"
_AMOUNT = rf"(?<![\w.,-])(?<!level )(?<!tahap )(?P<amount>{NUMBER}|(?:{'|'.join(NUMBER_WORDS)})\b)"
_ASKS_FOR_TIME = re.compile(r"how (long|much (time|work))|in hours|hours|workload", re.IGNORECASE)


def answer_from_tables(question: str, country: str | None = None) -> TableAnswer | None:
    """Return the tables' answer to a question about money, credits or levels, `None` where it asks for none of them.

    `country` (ISO 3166-1) is the learner's: it settles what "$", "a credit" or "level 5" means to them.
    """
    readers: tuple[Callable[[str, str | None], TableAnswer | None], ...] = (_money, _credits, _levels)
    return next((found for read in readers if (found := read(question, country))), None)


def _levels(question: str, country: str | None) -> TableAnswer | None:
    """Answer what a level means, or what two levels or a level and another scale have to do with each other."""
    mentions, others = _read_levels(question.lower())
    if not mentions:
        return None
    if re.search(r"\b(US|USA|American|United States)\b", question) and mentions[0].framework is None:
        return TableAnswer(scales.NO_US_FRAMEWORK)
    home = scales.home_framework(country)
    stated = {mention.framework for mention in mentions if mention.framework not in (None, "CEFR")}
    fallback = stated.pop() if len(stated) == 1 else home  # "level 5 or 6 of the NZQCF" names the scale once
    named = [_Mention(mention.framework or fallback, mention.value) for mention in mentions]
    if named[0].framework is None:
        return _bare_level(named[0].value)
    try:
        if len(named) > 1 and named[1].framework:
            return _two_levels(named[0].framework, named[0].value, named[1].framework, named[1].value)
        return _one_level(named[0].framework, named[0].value, others, home)
    except scales.FrameworkError as error:
        return TableAnswer(str(error))


def _read_levels(text: str) -> tuple[list[_Mention], list[str]]:
    """Return the levels that a text names, each with the nearest scale, and the scales named without a level."""
    found = [(match.span(), _FRAMEWORK_NAMES.get(match["framework"]) or _FRAMEWORK_NAMES[match["framework"][:-1]])
             for match in re.finditer(_FRAMEWORK, text)]  # fmt: skip
    levels = [(match.span(), ("e" if match["entry"] else "") + match["value"]) for match in re.finditer(_LEVEL, text)]
    levels += [(match.span(), match["language"]) for match in re.finditer(_LANGUAGE_LEVEL, text)]
    for span, _ in found:
        if number := re.match(r"[ -]?(\d{1,2}(?:\.5)?|e[123])\b(?! (?:credit|hour|point))", text[span[1] :]):
            levels.append(((span[0], span[1] + number.end()), number[1]))
    free, mentions = list(found), []
    for span, value in sorted(levels):
        if re.fullmatch("[abc][12]", value):
            mentions.append(_Mention("CEFR", value.upper()))
            free = [item for item in free if item[1] != "CEFR"]
            continue
        near = sorted((_gap(span, item[0]), item[0][0] > span[0], item) for item in free)
        if near and near[0][0] <= 20:
            free.remove(near[0][2])
            mentions.append(_Mention(near[0][2][1], value))
        else:
            mentions.append(_Mention(None, value))
    return mentions, [code for _, code in free]


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Return how many characters lie between two spans, 0 where they touch or overlap."""
    return max(0, other[0] - one[1], one[0] - other[1])


def _one_level(code: str, value: str, others: list[str], home: str | None) -> TableAnswer:
    info = scales.find_framework(code).level(value)
    targets = others or [target for target in (home, "EQF") if target and target != code][:1]
    found = [scales.compare(code, info.value, target) for target in targets if target != code]
    closing = scales.NOT_RECOGNITION if found and found[0].low else ""
    text = " ".join(filter(None, [info.in_words, *(comparison.in_words for comparison in found), closing]))
    sources = _sources(info.source, *(url for item in found for url in item.sources))
    return TableAnswer(text, sources, levels=(info,), comparisons=tuple(found), closing=closing)


def _two_levels(code: str, value: str, other: str, other_value: str) -> TableAnswer:
    info, wanted = scales.find_framework(code).level(value), scales.find_framework(other).level(other_value)
    found = scales.compare(code, info.value, other)
    steps = list(scales.find_framework(other).levels)
    if found.low is None or found.high is None:
        verdict = "Nobody has agreed on that."
    elif not steps.index(found.low) <= steps.index(wanted) <= steps.index(found.high):
        verdict = "No."
    elif found.low == found.high:
        verdict = "Yes, as far as levels go." if code != other else "Yes."
    else:
        verdict = "Partly: they overlap."
    if code == other and info != wanted:
        verdict = "No, these are two levels of one scale."
        text = f"{verdict} {info.in_words} {wanted.in_words}"
        return TableAnswer(text, _sources(info.source, wanted.source), verdict, (info, wanted))
    closing = scales.NOT_RECOGNITION if found.low else ""
    text = " ".join(filter(None, [verdict, found.in_words, info.in_words, wanted.in_words, closing]))
    sources = _sources(*found.sources, info.source, wanted.source)
    return TableAnswer(text, sources, verdict, (info, wanted), (found,), closing)


def _bare_level(value: str) -> TableAnswer | None:
    """Return what a bare level number means on several scales, since alone it means nothing."""
    found: list[scales.LevelInfo] = []
    for code in SHOWN_FOR_A_BARE_NUMBER:
        with contextlib.suppress(scales.FrameworkError):
            found.append(scales.find_framework(code).level(value))
    if not found:
        return None
    lines = [f"- {info.label}: {info.typical_award}" for info in found]
    text = f"A number alone does not say it: level {value} means something else on each scale. Which one do you mean?"
    return TableAnswer("\n".join([text, *lines]), _sources(*(info.source for info in found)), text, tuple(found))


def _credits(question: str, country: str | None) -> TableAnswer | None:
    """Answer what an amount of credits or hours comes to in hours or on another system."""
    text = question.lower()
    home = _home_credit(country, text)
    stated = next(_stated_credits(text, home), None)
    if stated is None:
        return None
    amount, system, span = stated
    rest = text[: span[0]] + " | " + text[span[1] :]
    named = [_system(match["system"]) for match in re.finditer(rf"(?<!\w){_SYSTEM}", rest)]
    target = next((name for name in named if name != system and name != HOURS), None)
    if target is None and system == HOURS:
        target = home or "ECTS credit" if "credit" in rest else None
    if target is None and system != HOURS and (HOURS in named or _ASKS_FOR_TIME.search(rest) or not named):
        target = HOURS
    if target is None:
        return None
    try:
        found = convert(amount, system, target)
        answer, sources = found.in_words, found.sources
        if system == "ECTS credit" and target == HOURS and country == "IE":
            irish = convert(amount, "ECTS credit (Irish practice)", HOURS)
            answer, sources = f"{answer} {irish.in_words}", (*sources, *irish.sources)
        return TableAnswer(answer, sources)
    except CreditError as error:
        return TableAnswer(str(error))


def _stated_credits(text: str, home: str | None):  # type: ignore[no-untyped-def]  # Iterator of (amount, system, span)
    """Yield each amount with its credit system; a bare "credit" is one of the learner's or the named country's."""
    for match in re.finditer(rf"{_AMOUNT}\s*-?\s*{_SYSTEM}", text):
        yield _amount(match["amount"]), _system(match["system"]), match.span()
    if home and (bare := re.search(rf"{_AMOUNT}[ -]*credits?\b", text)):
        yield _amount(bare["amount"]), home, bare.span()


def _amount(text: str) -> float:
    return float(NUMBER_WORDS[text]) if text in NUMBER_WORDS else float(text.replace(",", ""))


def _system(name: str) -> str:
    return _SYSTEM_NAMES.get(name) or _SYSTEM_NAMES[name.removesuffix("s")]


def _home_credit(country: str | None, text: str) -> str | None:
    """Return the credit system of the country that the text names, or else of the learner's country."""
    named = re.search(_FRAMEWORK, text)
    if named:
        code = _FRAMEWORK_NAMES.get(named["framework"]) or _FRAMEWORK_NAMES[named["framework"][:-1]]
        country = scales.FRAMEWORKS[code].countries[0]
    if country and scales.home_framework(country) == "EQF" and country != "IE":
        return "ECTS credit"
    usable = (name for name, system in SYSTEMS.items() if system.convertible and country in system.country.split(";"))
    return next(usable, None) if country else None


def _money(question: str, country: str | None) -> TableAnswer | None:
    """Answer what a sum of money is in another currency that the question names."""
    names = _currency_names(country)
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    text = question.lower()
    sums = rf"(?P<before>{pattern})\s?(?P<a1>{NUMBER})|(?P<a2>{NUMBER})\s?(?P<after>{pattern})(?!\w)"
    stated = re.search(sums, text)
    if stated is None:
        return None
    rest = text[: stated.start()] + " | " + text[stated.end() :]
    wanted = re.search(rf"(?<!\w)({pattern})(?!\w)", rest)
    local = _local_currency(country) if re.search(r"\bmy (own )?(currency|money)\b|local currency", rest) else None
    target = names[wanted[1]] if wanted else local
    currency = names[stated["before"] or stated["after"]]
    if target is None or target == currency:
        return None
    money = Money(amount=_amount(stated["a1"] or stated["a2"]), currency=currency)
    found = convert_money(money, target)
    return TableAnswer(f"{format_money(money)} is {found.in_words}.", (found.source,)) if found else None


def _local_currency(country: str | None) -> str | None:
    return next(iter(get_territory_currencies(country)), None) if country else None


def _currency_names(country: str | None) -> dict[str, str]:
    """Return what people call each currency of the rates; "$" is the learner's own dollar where they have one."""
    names = {code.lower(): code for code in RATES.per_euro if code != "TRY"}  # "try" is an English word
    for row in rows("currency_names.csv"):
        names |= dict.fromkeys(row["also_called"].split(";"), row["currency"])
    local = _local_currency(country)
    dollar = local if local in ("AUD", "CAD", "NZD", "SGD", "HKD") else "USD"
    return names | dict.fromkeys(("$", "dollar", "dollars"), dollar)


def _sources(*found: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for source in found if source))
