"""Does a record agree with itself, and how much does it state: facts beside a result, with every sum shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from catalogue.credits import hours_of
from catalogue.definition import Verdict
from catalogue.frameworks import describe, level_rank
from catalogue.records import Credential

Standing = Literal["agrees", "questioned", "not known"]

# More study in a week than this is questioned: half as much again as a full-time week of 40 hours.
MOST_HOURS_PER_WEEK = 60
# In less than a week, this many hours a day are still believable.
MOST_HOURS_PER_DAY = 12
# Stated hours may differ from what the credits imply by this factor before it is questioned.
TOLERANCE = 1.25

# EQF levels of the awards that a title or kind may name, by the typical awards in `levels.csv`.
AWARD_LEVELS = (
    (r"\bdoctor|\bph\.?d\b", (8, 8)),
    (r"\bmaster'?s?( degree| of)\b|\bpostgraduate (certificate|diploma)\b", (7, 7)),
    (r"\bgraduate (certificate|diploma)\b", (6, 7)),
    (r"\bbachelor'?s?( degree| of)\b", (6, 6)),
    (r"\bhigher certificate\b|\bfoundation degree\b|\bassociate degree\b|\bundergraduate certificate\b", (5, 5)),
)


@dataclass(frozen=True)
class Finding:
    """One comparison of two stated facts. `text` is a sentence that shows both, and the sum between them."""

    about: str
    standing: Standing
    text: str


@dataclass(frozen=True)
class Coherence:
    """What a record says of itself: comparisons, how many of the 11 EU elements it states, and its age in days.

    `age_days` counts from the end of the stated date's period (a bare year counts from 31 December), so it is the
    least that it can be; `read_days` since the record was read. Each is `None` where no date is known.
    """

    findings: tuple[Finding, ...]
    eu_stated: int
    age_days: int | None
    read_days: int | None

    @property
    def age_in_words(self) -> str:
        """Return how old the source is, and how long ago it was read."""
        age = "shows no date" if self.age_days is None else f"is at least {_days(self.age_days)} old"
        read = "when it was read is not on record"
        if self.read_days is not None:
            read = "it was read today" if self.read_days == 0 else f"it was read {_days(self.read_days)} ago"
        return f"The source {age}; {read}"

    @property
    def in_words(self) -> tuple[str, ...]:
        """Return every comparison that could be made, and the age, one sentence each."""
        compared = [f"{found.about}: {found.standing}. {found.text}" for found in self.findings]
        made = [text for text, found in zip(compared, self.findings, strict=True) if found.standing != "not known"]
        return (*(text[:1].upper() + text[1:] for text in made), f"{self.age_in_words}.")


def _days(count: int | None) -> str:
    return "1 day" if count == 1 else f"{count} days"


def check(credential: Credential, verdict: Verdict, today: date) -> Coherence:
    """Return how far a credential's stated facts go together, given its verdict by definition."""
    findings = (_level_and_award(credential), _credits_and_hours(credential), _pace(credential))
    read_days = max(0, (today - credential.read_on).days) if credential.read_on else None
    return Coherence(findings, len(verdict.eu_stated), age_in_days(credential.source_date, today), read_days)


def age_in_days(stated: str | None, today: date) -> int | None:
    """Return the least number of days since a date of year, month or day precision; `None` where none is stated."""
    if stated is None:
        return None
    year, month, day = ([int(part) for part in stated.split("-")] + [0, 0])[:3]
    if day:
        latest = date(year, month, day)
    elif month:
        latest = date(year + month // 12, month % 12 + 1, 1)
    else:
        latest = date(year, 12, 31)
    return max(0, (today - latest).days)


def _level_and_award(credential: Credential) -> Finding:
    """Compare the stated level with the award that the title or kind names, and with a level in the title."""
    about, level = "level and kind of award", credential.level
    info = describe(level) if level else None
    if level is None or info is None:
        return Finding(about, "not known", "No level is stated that our tables describe.")
    titled = re.search(r"\b[Ll]evel (\d{1,2})\b", credential.title)
    # "Level 1" of a course in three parts is no framework level, so only a level beside a framework or award counts.
    named = titled and re.search(rf"\b(award|certificate|diploma|{level.framework})\b", credential.title, re.IGNORECASE)
    if titled and named and titled[1] != info.value:
        return Finding(about, "questioned", f"The title says level {titled[1]}, the record {info.label}.")
    rank = level_rank(level)
    for text in (credential.type_claim or "", credential.title):
        for pattern, (low, high) in AWARD_LEVELS:
            if rank and (award := re.search(pattern, text, re.IGNORECASE)):
                usual = f"EQF {low}" if low == high else f"EQF {low} to {high}"
                here = f"EQF {rank[0]:g}" if rank[0] == rank[1] else f"EQF {rank[0]:g} to {rank[1]:g}"
                agrees = rank[0] <= high and low <= rank[1]
                text = f"It is stated at {info.label} ({here}); {award[0].lower()!r} usually stands at {usual}."
                return Finding(about, "agrees" if agrees else "questioned", text)
    if titled and named:
        return Finding(about, "agrees", f"Title and record both say level {info.value}.")
    return Finding(about, "not known", f"The kind of award names no level to set against {info.label}.")


def _credits_and_hours(credential: Credential) -> Finding:
    """Compare the hours that the stated credits imply with the stated hours, or with weeks times hours a week."""
    about, credits = "credits and hours", credential.credits
    implied = hours_of(credits) if credits else None
    if credits is None or implied is None or credential.hours_total is None:
        return Finding(about, "not known", "Credits of a known size and hours are not both stated.")
    stated = f"{credential.hours_total:g} hours are stated"
    if credential.workload_hours is None:
        stated += f" ({credential.duration_weeks:g} weeks × {credential.hours_per_week:g} hours)"
    text = f"{credits.amount:g} {credits.system} = {_span(implied)} notional hours; {stated}."
    fits = implied[0] / TOLERANCE <= credential.hours_total <= implied[1] * TOLERANCE
    return Finding(about, "agrees" if fits else "questioned", text)


def _pace(credential: Credential) -> Finding:
    """Compare the work with the weeks it is to be done in."""
    about, weeks = "workload and weeks", credential.duration_weeks
    credits = credential.credits
    implied = hours_of(credits) if credits else None
    hours = (credential.workload_hours,) * 2 if credential.workload_hours is not None else implied
    if not weeks or not hours:
        return Finding(about, "not known", "The amount of work and the weeks are not both stated.")
    source = f"{credits.amount:g} {credits.system} = " if credits and credential.workload_hours is None else ""
    weekly = (hours[0] / weeks, hours[1] / weeks)
    text = f"{source}{_span(hours)} hours in {weeks:g} weeks = {_span(weekly)} hours a week."
    most = MOST_HOURS_PER_WEEK if weeks >= 1 else MOST_HOURS_PER_DAY * 7
    if weekly[0] > most:
        return Finding(about, "questioned", f"{text} That is more than {most}.")
    paced = credential.hours_per_week
    if paced and not weekly[0] / TOLERANCE <= paced <= weekly[1] * TOLERANCE:
        return Finding(about, "questioned", f"{text} The stated pace is {paced:g} hours a week.")
    return Finding(about, "agrees", text)


def _span(ends: tuple[float, float]) -> str:
    low, high = (f"{end:.3g}" if end < 100 else f"{end:.0f}" for end in ends)
    return low if low == high else f"{low} to {high}"
