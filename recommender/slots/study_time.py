"""Time to study: hours a week, calendar weeks, and total hours, from any way of saying them."""

from __future__ import annotations

import math
import re

from recommender.profile import LearnerProfile
from recommender.slots.change import Change
from recommender.slots.numbers import NUMBER, plain, value
from recommender.slots.passage import Passage

WEEKS_PER_MONTH = 365.25 / 12 / 7
_UP_TO = rf"(?:{NUMBER}\s?(?:-|to|or|and|bis|à|a|ou|oder|o|atau|~|〜|から)\s?)?(?P<n>{NUMBER})"
_HOURS = r"\s?-?(?:hours?|hrs?|h|std\.?|stunden?|heures?|horas?|jam|時間)"
_WEEK = (
    r"(?:a|per|each|every|/|in a|in the|of the|pro|die|in der|par|por|a la|à la|cada|se(?=minggu)|"
    r"setiap|every single)\s?"
    r"(?:week|wk|woche|semaine|semana|minggu)|weekly|wöchentlich|semanales|hebdomadaires|p\.?/?w\b|seminggu"
)
_DAY_NAME = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:days?|s)?\b"
_DAY = (
    r"(?:in a|a|per|each|every|/|pro|am|par|por|al|à la|cada|se(?=hari)|setiap|most|on)?\s?(?:single )?"
    r"(?:days?|daily|täglich|tag|jour|día|hari|evenings?|nights?|mornings?|weeknights?|lunch ?breaks?|"
    r"workdays?|school days?)\b"
)
_WEEKDAYS = re.compile(
    r"mon(?:day)?s?\s*(?:to|-|through|till|until)\s*fri(?:day)?s?|weekdays?|work(?:ing)? ?days?|"
    r"school (?:days?|hours)|5 days|montag bis freitag|"
    r"weeknights?|du lundi au vendredi|de lunes a viernes|平日",
    re.I,
)
_SESSION = (
    r"(?:evenings?|nights?|mornings?|afternoons?|days?|sessions?|lunch ?breaks?|times|kali|saturdays?|"
    r"sundays?|x|abende?|soirs?|"
    r"tardes|noches|malam|weekend days|tage|jours|días|回|(?<=週\d)日|(?<=週に\d)日)"
)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_STRETCH = re.compile(rf"({_DAY_NAME})\s?(?:to|-|through|till|until)\s?({_DAY_NAME})", re.I)
_PER_WEEK = re.compile(
    rf"{_UP_TO}{_HOURS}(?![a-z])[^.,;\d¦]{{0,18}}?\s?(?:{_WEEK})(?![a-z])|(?:{_WEEK}|週に?|"
    rf"1週間に)[^.,;\d¦]{{0,14}}?(?P<m>{NUMBER}){_HOURS}(?![a-z])",
    re.I,
)
_PER_DAY = re.compile(
    rf"{_UP_TO}{_HOURS}(?![a-z])[^.;\d¦]{{0,12}}?\s?{_DAY}|1日(?:に)?(?P<m>{NUMBER})時間|"
    rf"毎日(?P<k>{NUMBER})時間",
    re.I,
)
_SESSIONS_OF = re.compile(
    rf"(?P<s>{NUMBER})\s?{_SESSION}(?:\s(?:a|per|each|every|pro|par|por)\s(?:week|woche|semaine|"
    rf"semana))?(?:[^.;\d¦]{{0,40}}?|、?1回(?:に(?:つき)?)?)(?P<n>{NUMBER}){_HOURS}(?![a-z])",
    re.I,
)
_DAYS_OF = re.compile(
    rf"(?P<days>{_DAY_NAME}(?:(?:,| and| n|,? &|/)+\s?{_DAY_NAME})+)[^.;\d¦]{{0,20}}?(?P<n>{NUMBER}){_HOURS}(?![a-z])",
    re.I,
)
_TIMES_A_WEEK = re.compile(
    rf"(?P<s>{NUMBER})(?: times| x)?\s(?:a|per|each|"
    rf"every)\sweek,?[^.;\d¦]{{0,16}}?(?P<n>{NUMBER}){_HOURS}(?![a-z])(?: (?:each|a time|per|at a "
    r"time))?",
    re.I,
)
_OF_SESSIONS = re.compile(
    rf"{_UP_TO}{_HOURS}(?![a-z])[^.;\d¦]{{0,18}}?(?:(?P<s>{NUMBER})\s?{_SESSION}|(?P<twice>once|twice|"
    r"thrice))(?:\s(?:a|per|each|every)\sweek)?",
    re.I,
)
_ON_DAYS = re.compile(
    rf"{_UP_TO}{_HOURS}(?![a-z])[^.;\d¦]{{0,16}}?(?P<days>{_DAY_NAME}(?:(?:,| and|,? &|/| "
    rf"or)+\s?{_DAY_NAME})*|(?:every |each |at |on |the )+weekends?)",
    re.I,
)
_SESSIONS_ALONE = re.compile(
    rf"(?P<s>{NUMBER})\s?(?P<kind>evenings?|nights?|mornings?|afternoons?|days?|sessions?|abende?|"
    r"soirs?)(?:\s(?:a|per|each|every) week)?",
    re.I,
)
_TOTAL = re.compile(
    rf"{_UP_TO}{_HOURS}(?![a-z])(?P<total>[^.,;\d¦]{{0,14}}?\s?(?:in total|total|altogether|overall|"
    r"all in|in all|all up|start to finish|"
    r"insgesamt|au total|en total|semuanya|keseluruhan|tops? for the (?:whole )?(?:course|thing)|of "
    r"study|long|course|or less))?",
    re.I,
)
_LENGTH = re.compile(
    rf"{_UP_TO}\s?-?(?P<unit>weeks?|weekends?|months?|fortnights?|saturdays?|sundays?|years?|days?|"
    r"semaines?|wochen?|wochenenden?|monate?n?|"
    r"mois|semanas?|meses|mes|minggu|bulan|週間|ヶ月|か月|カ月|ヵ月|ケ月|jahre?|años?|año|ans?|tahun|"
    r"日間)(?![a-z])(?! (?:a|per|each) week)",
    re.I,
)
_LIMIT_BEFORE = re.compile(
    r"(?:max(?:imum)?|under|below|within|in(?: just| only| about| around| at most)?|up to|at most|"
    r"less than|no more than|not more than|nothing (?:over|longer than|above|more than)|"
    r"not (?:over|longer than|more than)|no longer than|shorter than|only|over|limit(?: is)?|have(?: "
    r"only| about| around| just| got| like)*|do|for|done by|finish(?:ed)?(?: it)?|"
    r"complete(?:d)?(?: it)?|take|takes|spare|fit(?:s)?(?: it)? (?:in|into)|inside|tops|ideally|about|"
    r"around|roughly|like|by|duration|long|last(?:s|ing)?|make (?:it|that)|meant|of|than|"
    r"moins de|en|pas plus de|länger als|mehr als|plus de|lebih|lebih daripada|höchstens|maximal|in|"
    r"innerhalb von|menos de|máximo|no más de|hasta|tak "
    r"lebih|dalam|bawah|kurang|tidak lebih|dans les)\s*$",
    re.I,
)
_LIMIT_AFTER = re.compile(
    r"^\s*(?:max(?:imum)?|tops|at (?:the )?(?:very )?most|or (?:less|under|shorter|so|fewer)|only|"
    r"limit|total|long|course|is (?:all|my|the)|left|free|off|以内|まで|だけ|maximal|höchstens|"
    r"maksimum|sahaja|au plus|como máximo|and (?:no|that)|to (?:do|finish|complete|learn|get)|then|"
    r"instead|not|please|[.,!]|$)",
    re.I,
)
_PAST = re.compile(
    r"(?:(?:i'?ve|i have|has|have) been|was|were|been|worked|working(?: \w+){0,4} for|last|past|"
    r"previous|after|since|ago|every|spent|served|did|"
    r"for the (?:last|past)|experience|depuis|seit|desde|selama|turned|aged?|unemployed for|(?:him|"
    r"her|them) for|(?:driving|teaching|nursing|cooking|running|living|been|home)[^.,;]{0,30} for|"
    r"here for|(?:left|starts?|starting|started|begins?|due|moving|leaving|retire|retiring|arrived|"
    r"baby|due)(?: \w+){0,4} in|it for|(?<!no )(?<!not )more than|next|there for)\s*$",
    re.I,
)
_PAST_AFTER = re.compile(
    r"^\s*(?:ago|old|of (?:experience|work|service|teaching|nursing)|experience|yo\b|in (?:the|a|"
    r"retail|oil|it|hospitality|construction|sales|teaching|care)|as a|as an|on the job|back\b|now\b|"
    r"pregnant|"
    r"at home|off work|out of|on and off|から|前|later|away|here|into)",
    re.I,
)


def read_study_time(passage: Passage, change: Change, profile: LearnerProfile) -> None:
    """Set `max_hours_per_week`, `max_weeks` or `max_hours`; time spent in the past is no limit."""
    weekly = _weekly_hours(passage, change) or _more_sessions(passage, change, profile)
    for match in passage.find(_LENGTH):
        _read_length(passage, change, match)
    for match in passage.find(_TOTAL):
        _read_total(passage, change, profile, match, weekly)


def _weekly_hours(passage: Passage, change: Change) -> bool:
    """Read hours a week said outright, by day, by session or by the days named; true where found."""
    for match in [*passage.find(_SESSIONS_OF), *passage.find(_TIMES_A_WEEK)]:
        if _is_past(passage, match):
            continue
        return _set_weekly(passage, change, match, value(match["s"]) * value(match["n"]), session=value(match["n"]))
    for match in passage.find(_PER_WEEK):
        return _set_weekly(passage, change, match, value(match["n"] or match["m"]))
    for match in passage.find(_OF_SESSIONS):
        times = {"once": 1.0, "twice": 2.0, "thrice": 3.0}.get((match["twice"] or "").lower()) or value(match["s"])
        return _set_weekly(passage, change, match, value(match["n"]) * times, session=value(match["n"]))
    for match in [*passage.find(_ON_DAYS), *passage.find(_DAYS_OF)]:
        n_days = _days_named(passage.text[match.start("days") : match.end() + 25], match["days"])
        return _set_weekly(passage, change, match, value(match["n"]) * n_days, session=value(match["n"]))
    for match in passage.find(_PER_DAY):
        hours = value(match["n"] or match["m"] or match["k"])
        around = passage.text[max(0, match.start() - 30) : match.end() + 40]
        n_days = 5 if _WEEKDAYS.search(around) else 7
        return _set_weekly(passage, change, match, hours * n_days, session=hours)
    return False


def _days_named(words: str, named: str) -> int:
    """Return how many days a week a list or a stretch of days is: "Tue and Thu" 2, "Monday to Thursday" 4."""
    if stretch := _STRETCH.search(words):
        first, last = (_DAYS.index(day[:3].lower()) for day in stretch.groups())
        return (last - first) % 7 + 1
    return max(1, len(re.findall(_DAY_NAME, named, re.I)))


def _more_sessions(passage: Passage, change: Change, profile: LearnerProfile) -> bool:
    """Read a new number of evenings or days for the length of session said before; true where found."""
    if profile.session_hours is None:
        return False
    for match in passage.find(_SESSIONS_ALONE):
        return _set_weekly(passage, change, match, value(match["s"]) * profile.session_hours)
    return False


def _set_weekly(
    passage: Passage, change: Change, match: re.Match[str], hours: float, session: float | None = None
) -> bool:
    words = passage.take(match)
    change.put("max_hours_per_week", plain(hours), words)
    if session is not None:
        change.put("session_hours", session, words)
    return True


def _is_past(passage: Passage, match: re.Match[str]) -> bool:
    before, after = passage.before(match.start()), passage.after(match.end())
    return bool(_PAST.search(before) or _PAST_AFTER.search(after))


def _read_length(passage: Passage, change: Change, match: re.Match[str]) -> None:
    """Set `max_weeks` from a length that is a limit: said as one, or standing alone."""
    before, after = passage.before(match.start()), passage.after(match.end())
    unit = match["unit"].lower()
    n = value(match["n"])
    is_year = re.match(r"year|jahr|año|an|tahun", unit) is not None
    alone = not before.strip(" ,;:-(¦") or re.search(r"[,;(]\s*(?:and |but |so )?$", before) is not None
    limited = _LIMIT_BEFORE.search(before) or (_LIMIT_AFTER.search(after) and (after.strip() or alone))
    if _is_past(passage, match) or (is_year and n > 2) or not (limited or alone):
        if not re.search(r"day|日", unit) and not re.match(r"\s*-?(?:old|yo)\b", after):
            passage.take(match)
        return
    if (weeks := _weeks(n, unit)) is not None:
        change.put("max_weeks", weeks, passage.take(match))


def _weeks(n: float, unit: str) -> float | None:
    """Return calendar weeks: a weekend or Saturday is one, a fortnight two, months by the average month."""
    if re.match(r"month|monat|mois|mes|bulan|.月", unit):
        return float(round(n * WEEKS_PER_MONTH))
    if re.match(r"year|jahr|año|an|tahun", unit):
        return float(round(n * 52))
    if unit.startswith("fortnight"):
        return 2 * n
    if re.match(r"day|日", unit):
        return float(math.ceil(n / 7))
    return n


def _read_total(passage: Passage, change: Change, profile: LearnerProfile, match: re.Match[str], weekly: bool) -> None:
    """Read hours without "a week": a total where said so, else the limit in hours that stands or fits the words."""
    before = passage.before(match.start())
    hours = value(match["n"])
    if match["total"] is None and (
        _is_past(passage, match) or re.search(r"\bnot $|instead of $|rather than $", before)
    ):
        passage.take(match)
        return
    has_weekly = profile.max_hours_per_week is not None and profile.max_hours is None
    if (
        match["total"] is None
        and not weekly
        and (has_weekly or re.search(r"\b(?:can|could|spare|put in|manage|do)\b[^.,;]{0,20}$", before))
    ):
        change.put("max_hours_per_week", hours, passage.take(match))
    elif match["total"] or _LIMIT_BEFORE.search(before) or _LIMIT_AFTER.search(passage.after(match.end())):
        change.put("max_hours", hours, passage.take(match))
