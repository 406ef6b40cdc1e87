"""Hold every stated limit exactly: which records break one, by which fact, and which facts cannot be checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pandas as pd

from catalogue.definition import assess
from catalogue.frameworks import FrameworkError, find_framework, level_rank
from catalogue.money import convert_money
from catalogue.records import Credential, Level, Money
from catalogue.store import Catalogue
from recommender.award_names import same_provider
from recommender.profile import LearnerProfile, LevelRange
from recommender.slots.assessment import kinds_in


def broken_limits(profile: LearnerProfile, catalogue: Catalogue) -> dict[str, str]:
    """Return, for each credential whose stated facts break a limit, its id and the name of the first such limit.

    A fact that the record does not state breaks nothing, but for `must_stack`: with no stated route upwards there is
    nothing that it leads to. Country is no limit: where teaching in person is out of reach, a caveat says so.
    """
    return {name: slots[0] for name, slots in breaches(profile, catalogue).items()}


def breaches(profile: LearnerProfile, catalogue: Catalogue) -> dict[str, list[str]]:
    """Return, by id, every limit that a credential's stated facts break."""
    broken: dict[str, list[str]] = {}
    for slot, mask in _limits(profile, catalogue, catalogue.facets):
        for name in catalogue.facets.index[mask.fillna(False).astype(bool)]:
            broken.setdefault(name, []).append(slot)
    return broken


def _limits(profile: LearnerProfile, catalogue: Catalogue, facets: pd.DataFrame) -> Iterator[tuple[str, pd.Series]]:
    """Yield (slot, mask of the rows that break it) for each limit that the learner stated."""
    if profile.free_only:
        yield "free_only", facets["cost"] > 0
    if profile.max_cost is not None:
        yield "max_cost", _costs_in(facets, profile.max_cost.currency) > profile.max_cost.amount
    yield from _limits_of_time(profile, catalogue, facets)
    yield from _limits_of_teaching(profile, facets)
    if profile.level is not None:
        wanted = profile.level
        yield "level", _by_value(facets, ["framework", "level"], lambda pair: outside(wanted, *pair))
    if profile.avoid_assessment:
        avoided = set(profile.avoid_assessment)
        yield "avoid_assessment", _by_record(catalogue, lambda item: bool(_kinds(item) & avoided))
    offered_by = facets["provider"].fillna("") + " · " + facets["platform"].fillna("")
    if profile.providers:
        yield "providers", offered_by.map(lambda names: not _offered(names, profile.providers)) & offered_by.ne(" · ")
    if profile.avoid_providers:
        yield "avoid_providers", offered_by.map(lambda names: _offered(names, profile.avoid_providers))
    if profile.must_stack:
        yield "must_stack", facets["n_stacks_into"] == 0
    if profile.must_be_micro_credential:
        yield "must_be_micro_credential", _by_record(catalogue, lambda item: assess(item).is_micro_credential == "no")


def _limits_of_time(
    profile: LearnerProfile, catalogue: Catalogue, facets: pd.DataFrame
) -> Iterator[tuple[str, pd.Series]]:
    """Yield the limits of time. Self-paced study has no pace of its own: it takes its hours at the learner's pace."""
    hours, weeks, pace = facets["hours"], facets["weeks"], profile.max_hours_per_week
    if profile.max_hours is not None:
        yield "max_hours", hours > profile.max_hours
    if pace is not None:
        stated = pd.Series([item.hours_per_week for item in catalogue], index=facets.index, dtype="float64")
        fixed = stated.where(stated.notna(), hours / weeks)
        yield "max_hours_per_week", fixed.gt(pace) & facets["pacing"].ne("self-paced")
        own_pace = facets["pacing"].eq("self-paced") & hours.notna() | weeks.isna()
        weeks = weeks.where(~own_pace, hours / pace)
    if profile.max_weeks is not None:
        yield "max_weeks", weeks > profile.max_weeks


def _limits_of_teaching(profile: LearnerProfile, facets: pd.DataFrame) -> Iterator[tuple[str, pd.Series]]:
    """Yield the limits of mode, pacing and language of teaching."""
    if profile.avoid_mode is not None:
        yield "mode", facets["mode"].eq(profile.avoid_mode)
    elif profile.mode is not None:
        yield "mode", facets["mode"].notna() & facets["mode"].ne(profile.mode)
    if profile.pacing is not None:
        yield "pacing", facets["pacing"].notna() & facets["pacing"].ne(profile.pacing)
    if profile.languages:
        wanted = {language.split("-")[0] for language in profile.languages}
        yield "languages", facets["languages"].map(lambda spoken: bool(spoken) and not wanted & _primary(spoken))


def _costs_in(facets: pd.DataFrame, currency: str | None) -> pd.Series:
    """Return the prices in a currency by the table of rates; where no currency was named, the bare numbers.

    A price in a currency without a rate counts as not known.
    """
    if currency is None:
        return facets["cost"]
    rates = {}
    for name in facets["currency"].dropna().unique():
        one = convert_money(Money(amount=1, currency=name), currency) if name != currency else None
        rates[name] = 1.0 if name == currency else one.amount if one else float("nan")
    return facets["cost"] * facets["currency"].map(rates).astype("float64")


def outside(wanted: LevelRange, framework: object, value: object) -> bool:
    """Return whether a stated level is certainly outside a range: on its own scale, or compared through the EQF."""
    if not isinstance(framework, str) or not isinstance(value, str):
        return False
    if wanted.framework is None or wanted.framework == framework:
        number = re.fullmatch(r"\d+(?:\.\d+)?", value)
        return number is not None and not _within(float(value), float(value), wanted.min, wanted.max)
    own = level_rank(Level(framework=framework, value=value))
    low, high = _eqf_of(wanted.framework, wanted.min, 0), _eqf_of(wanted.framework, wanted.max, 1)
    if own is None or (low is None and high is None):
        return False
    return not _within(*own, low, high)


def _eqf_of(framework: str, bound: float | None, end: int) -> float | None:
    """Return the lower (0) or upper (1) end of the EQF range that a bound spans, `None` where there is none."""
    try:
        scale = find_framework(framework)
        rank = None if bound is None else level_rank(Level(framework=scale.code, value=scale.level(bound).value))
    except FrameworkError:
        return None
    return rank[end] if rank else None


def _within(low: float, high: float, least: float | None, most: float | None) -> bool:
    return (least is None or high >= least) and (most is None or low <= most)


def _kinds(credential: Credential) -> set[str]:
    """Return the kinds of assessment that a record states; an exam is a test and a test an exam."""
    kinds = {kind for item in credential.assessment for kind in kinds_in(item)}
    if any(re.search(r"\b(exam|test)", item, re.IGNORECASE) for item in credential.assessment):
        kinds |= {"exam", "test"}
    return kinds


def _offered(names: str, asked: tuple[str, ...]) -> bool:
    """Return whether one of the names is one of the asked ones, also where people shorten it."""
    parts = [part for part in names.split(" · ") if part]
    return any(
        name.casefold() in part.casefold() or same_provider(name, part) for name in asked for part in parts if name
    )


def _by_value(facets: pd.DataFrame, columns: list[str], test: Callable[[tuple[object, ...]], bool]) -> pd.Series:
    """Return a test's verdict per row, asked once per distinct combination of the columns."""
    pairs = list(zip(*(facets[column] for column in columns), strict=True))
    verdicts = {pair: test(pair) for pair in set(pairs)}
    return pd.Series([verdicts[pair] for pair in pairs], index=facets.index, dtype="bool")


def _by_record(catalogue: Catalogue, test: Callable[[Credential], bool]) -> pd.Series:
    return pd.Series([test(item) for item in catalogue], index=pd.Index(catalogue.ids), dtype="bool")


def _primary(languages: tuple[str, ...]) -> set[str]:
    return {language.split("-")[0] for language in languages}
