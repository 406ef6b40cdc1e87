"""Level scales, what each level means, and how the scales compare: every answer is a row of `catalogue/data`.

A comparison across scales goes through a table agreed for the two where there is one, and otherwise through the EQF:
level -> EQF range -> every level of the other scale whose EQF range overlaps. "No agreed comparison" is an answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal, cast, get_args

from catalogue.records import Level
from catalogue.tables import rows, verified

Basis = Literal["same scale", "official referencing report", "comparative analysis", "approximate"]
BASES: tuple[Basis, ...] = get_args(Basis)  # the best supported first
NOT_RECOGNITION = "A level comparison helps to understand an award; it does not make anybody recognise it."
NO_US_FRAMEWORK = "The United States has no national level scale; name one of its voluntary ones, CC or DQP."


class FrameworkError(ValueError):
    """A framework or level that no table holds; the message names the valid ones."""


@dataclass(frozen=True)
class EqfRange:
    """The EQF levels (1 to 8) that a level is compared with; both `None` where the comparison agreed on none."""

    low: int | None
    high: int | None
    basis: Basis
    source: str

    @property
    def span(self) -> range:
        """Return the EQF levels compared with, none where none was agreed."""
        return range(0) if self.low is None or self.high is None else range(self.low, self.high + 1)


@dataclass(frozen=True)
class LevelInfo:
    """One level of a scale. `plain` says in everyday words what it means; `None` where no source supports a wording."""

    framework: str
    value: str
    label: str
    plain: str | None
    typical_award: str
    source: str | None
    eqf: EqfRange | None = None

    @property
    def in_words(self) -> str:
        """Return the level as a learner should see it: scale, number, plain words and typical award."""
        award = f"Typical award: {self.typical_award}."
        return f"{self.label}: {self.plain} {award}" if self.plain else f"{self.label}. {award}"


@dataclass(frozen=True)
class Framework:
    """A scale with its levels in rising order. `kind` is national, regional, voluntary or language."""

    code: str
    name: str
    short_name: str
    kind: str
    countries: tuple[str, ...]
    levels: tuple[LevelInfo, ...]

    def level(self, value: str | float) -> LevelInfo:
        """Return the level that `value` names ("5", 5.0, "level 5", "Entry 3"). Raises FrameworkError."""
        wanted = _level_key(value)
        found = (info for info in self.levels if wanted in (_level_key(info.value), _level_key(info.label)))
        if info := next(found, None):
            return info
        raise FrameworkError(f"{self.code} has no level {str(value).strip()!r}; expected {self.choices}.")

    @property
    def choices(self) -> str:
        """Return the valid level values in words: "1 to 10", or all of them where they are no plain numbers."""
        values = [info.value for info in self.levels]
        if all(value.isdigit() for value in values):
            return f"{values[0]} to {values[-1]}"
        return ", ".join(values[:-1]) + f" or {values[-1]}"


@dataclass(frozen=True)
class Comparison:
    """What a level is worth on another scale: `low` to `high` there, both `None` where nothing is agreed."""

    level: LevelInfo
    to: Framework
    low: LevelInfo | None = None
    high: LevelInfo | None = None
    basis: Basis | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None

    @property
    def in_words(self) -> str:
        """Return one or two sentences for a learner, the basis included."""
        if self.low is None or self.high is None:
            return f"{self.level.label} has no agreed comparison with {self.to.code}. {self.note or ''}".strip()
        there = f"{self.low.label} ({self.low.typical_award})"
        if self.low != self.high:
            there = f"{self.low.label} to {self.high.value} ({self.low.typical_award}, up to {self.high.typical_award})"
        return f"{self.level.label} compares with {there}; basis: {self.basis}. {self.note or ''}".strip()

    def as_json(self) -> dict[str, Any]:
        """Return the "in" object of the command line's contract."""
        return {
            "framework": self.to.code,
            "low": _number(self.low.value) if self.low else None,
            "high": _number(self.high.value) if self.high else None,
            "basis": self.basis,
            "sources": list(self.sources),
            "says": self.in_words,
        }


def _load_crosswalk() -> dict[tuple[str, str], EqfRange]:
    """Return the EQF range of each (framework, level)."""
    table = {}
    for row in rows("level_crosswalk.csv", "level_crosswalk_added.csv"):
        low, high = (int(row[end]) if row[end] else None for end in ("eqf_level_low", "eqf_level_high"))
        table[row["framework"], row["level"]] = EqfRange(low, high, cast(Basis, row["basis"]), row["source_url"])
    return table


def _load_frameworks() -> Mapping[str, Framework]:
    """Return every scale by code; a row of `levels_added.csv` fills in for one that no source supports."""
    crosswalk = _load_crosswalk()
    names: dict[str, tuple[str, str]] = {}
    levels: dict[str, dict[str, LevelInfo]] = {}
    for row in rows("levels.csv", "levels_added.csv"):
        code, value, source = row["framework"], row["level"], verified(row["source_url"])
        names[code] = row["framework_name"], row["country"]
        levels.setdefault(code, {})[value] = LevelInfo(
            framework=code,
            value=value,
            label=row["label"],
            plain=row["plain_descriptor"] if source else None,
            typical_award=row["typical_award"],
            source=source,
            eqf=crosswalk.get((code, value)),
        )
    found = {}
    for row in rows("frameworks.csv"):
        code, (name, countries) = row["code"], names[row["code"]]
        steps = tuple(levels[code].values())
        found[code] = Framework(code, name, row["short_name"], row["kind"], tuple(countries.split(";")), steps)
    return found


FRAMEWORKS = _load_frameworks()
_HOME = {country: row["code"] for row in rows("frameworks.csv") for country in row["home_of"].split(";") if country}
# Tables agreed between two scales without the EQF: (from, level, to) -> row; its levels are empty where none is agreed.
_DIRECT = {(row["framework"], row["level"], row["to_framework"]): row for row in rows("level_comparisons.csv")}


def _name_key(name: str) -> str:
    """Return the form in which spellings of a framework's name meet."""
    return " ".join(re.findall(r"[a-z0-9]+", name.lower().replace("'s", "").partition(" (")[0]))


_ALIASES = {_name_key(scale.name): scale.code for scale in FRAMEWORKS.values()} | {
    _name_key(alias): row["code"] for row in rows("frameworks.csv") for alias in row["aliases"].split(";")
}


def find_framework(name: str) -> Framework:
    """Return the scale that a code, country or everyday name means ("NZQF", "Scottish"). Raises FrameworkError."""
    key = _name_key(name)
    shorter = " ".join(re.sub(r"\b(the|qualifications|framework|scale|levels?)\b", "", key).split())
    if code := _ALIASES.get(key) or _ALIASES.get(shorter):
        return FRAMEWORKS[code]
    if shorter in ("us", "usa", "united states", "united states of america", "american", "america"):
        raise FrameworkError(NO_US_FRAMEWORK)
    raise FrameworkError(f"{name.strip()!r} is not a known framework; expected one of {', '.join(FRAMEWORKS)}.")


def home_framework(country: str | None) -> str | None:
    """Return the code of the scale that learners in a country know (ISO 3166-1 or -2), `None` where there is none."""
    return _HOME.get(country.upper()) if country else None


@lru_cache(maxsize=4096)  # filters ask for the same few levels once per record
def describe(level: Level) -> LevelInfo | None:
    """Return what a level means, or `None` where no table holds it or no value is stated."""
    if level.value is None:
        return None
    try:
        return find_framework(level.framework).level(level.value)
    except FrameworkError:
        return None


def in_words(level: Level) -> str:
    """Return a level as a learner should see it, never a bare number."""
    if info := describe(level):
        return f"{info.in_words} (Stated as QCF, the scale before it.)" if level.framework == "QCF" else info.in_words
    if level.value is None:
        return f"Placed on {level.framework}; the level is not stated."
    return f"{level.framework} level {level.value}, as stated; our tables do not describe it."


def level_rank(level: Level) -> tuple[float, float] | None:
    """Return the EQF range (1 to 8) that a level spans, `None` where there is no agreed comparison."""
    info = describe(level)
    span = info.eqf.span if info and info.eqf else None
    return (float(span[0]), float(span[-1])) if span else None


def compare(framework: str, value: str | float, to: str) -> Comparison:
    """Return what a level compares with on another scale. Raises FrameworkError for an unknown scale or level."""
    source, target = find_framework(framework), find_framework(to)
    nothing = Comparison(source.level(value), target)
    level = nothing.level
    if source.code == target.code:
        return replace(
            nothing, low=level, high=level, basis="same scale", sources=(level.source,) if level.source else ()
        )
    if "language" in (source.kind, target.kind):
        return replace(nothing, note="CEFR measures language ability, not qualifications; it is never converted.")
    if row := _DIRECT.get((source.code, level.value, target.code)):
        agreed = replace(nothing, basis=cast(Basis, row["basis"]), sources=(row["source_url"],))
        if not row["to_level_low"]:
            return replace(agreed, note="The two authorities agreed on no level for it.")
        return replace(agreed, low=target.level(row["to_level_low"]), high=target.level(row["to_level_high"]))
    return _through_eqf(nothing)


def _through_eqf(nothing: Comparison) -> Comparison:
    """Return the comparison by way of the EQF; its basis is the weakest of the rows used."""
    level, target, own = nothing.level, nothing.to, nothing.level.eqf
    theirs = [info.eqf for info in target.levels if info.eqf]
    if own is None or not theirs:
        return replace(nothing, note="No table that we hold compares the two.")
    if not own.span:
        note = f"The {own.basis} names no EQF level for it."
        return replace(nothing, basis=own.basis, sources=(own.source,), note=note)
    hits = [info for info in target.levels if info.eqf and set(info.eqf.span) & set(own.span)]
    if not hits:
        span = f"EQF {own.low}" if own.low == own.high else f"EQF {own.low} to {own.high}"
        note = f"It stands at {span}, and no {target.code} level is compared with that."
        basis = max((row.basis for row in (own, *theirs)), key=BASES.index)
        return replace(nothing, basis=basis, sources=(own.source, theirs[0].source), note=note)
    used = [own] if level.framework != "EQF" else []
    used += [info.eqf for info in hits if info.eqf and target.code != "EQF"]
    steps = list(target.levels)
    between = [i for i in steps[steps.index(hits[0]) : steps.index(hits[-1])] if i not in hits]
    note = "; ".join(f"{info.label} lies between and has no agreed comparison" for info in between)
    return replace(
        nothing,
        low=hits[0],
        high=hits[-1],
        basis=max((row.basis for row in used), key=BASES.index),
        sources=tuple(dict.fromkeys(row.source for row in used)),
        note=f"{note}." if note else None,
    )


def level_json(framework: str, level: str | float, to: str | None = None) -> dict[str, Any]:
    """Return the contract of `cairn level`: one level and, with `to`, what it compares with there."""
    info = find_framework(framework).level(level)
    there = compare(info.framework, info.value, to) if to else None
    eqf = info.eqf
    sources = [*(there.sources if there else ()), eqf.source if eqf else None, info.source]
    return {
        "framework": info.framework,
        "level": info.value,
        "plain": info.plain,
        "typical_award": info.typical_award,
        "eqf": {"low": eqf.low, "high": eqf.high} if eqf and eqf.span else None,
        "in": there.as_json() if there else None,
        "basis": there.basis if there else eqf.basis if eqf else None,
        "source": next((source for source in sources if source), None),
    }


def _number(value: str) -> int | float | str:
    """Return a level value as a number where it is one, so that JSON compares as numbers do."""
    if value.isdigit():
        return int(value)
    return float(value) if re.fullmatch(r"\d+\.\d+", value) else value


def _level_key(value: str | float) -> str:
    """Return the form in which two spellings of a level meet: "Level 5", "5.0" and 5 are all "5"."""
    text = re.sub(r"\b(level|lvl|l)(?=\d)", "", str(value).strip().lower().replace("'s", ""))
    if entry := re.fullmatch(r"(?:rqf )?e(?:ntry)?(?: level)? ?(\d)", text):
        return f"e{entry[1]}"
    numbers = {float(found) for found in re.findall(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])", text)}
    if numbers:
        return " ".join(f"{number:g}" for number in sorted(numbers))
    words = [word for word in re.findall(r"\w+", text) if word not in ("level", "degree")]
    return words[-1] if words else text
