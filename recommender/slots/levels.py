"""Numbered levels on any framework; a level word without a number is only a wish for more or less."""

from __future__ import annotations

import re

from recommender.profile import LearnerProfile, LevelRange
from recommender.slots.change import Change
from recommender.slots.passage import Passage

# Codes as the framework tables write them, and what people call them.
FRAMEWORKS = {
    "eqf": "EQF",
    "cec": "EQF",
    "eqr": "EQF",
    "mec": "EQF",
    "nzqcf": "NZQCF",
    "nzqf": "NZQCF",
    "nzqa": "NZQCF",
    "nz": "NZQCF",
    "aqf": "AQF",
    "nfq": "NFQ",
    "qqi": "NFQ",
    "fetac": "NFQ",
    "mqf": "MQF",
    "kkm": "MQF",
    "scqf": "SCQF",
    "rqf": "RQF",
    "fheq": "FHEQ",
    "qcf": "RQF",
    "jeqf": "JEQF",
    "ncrf": "NCrF",
    "nsqf": "NCrF",
    "dqr": "DQR",
    "hkqf": "HKQF",
    "ofqual": "RQF",
    "dqf": "DQF",
}
# The framework that a bare number means where a country is stated (evaluation rules, 21).
NATIONAL = {"NZ": "NZQCF", "MY": "MQF", "IE": "NFQ", "AU": "AQF", "GB": "RQF", "IN": "NCrF", "JP": "JEQF"}
_NAME = "|".join(sorted(FRAMEWORKS, key=len, reverse=True))
_WORD = r"(?:levels?|l(?=\d)|niveaux?|niveau|stufen?|niveles|nivel|tahap|peringkat|レベル|aras)"
_N = r"\d{1,2}(?![\d%])"
_LEVEL = re.compile(
    rf"(?:(?P<f1>\b(?:{_NAME}))(?:[ -]?(?:framework|scale))?[ -]?(?:{_WORD}[ -]?)?|\b{_WORD}\s?-?)"
    rf"(?P<low>{_N})(?:\s?(?:-|(?:up )?to|or|and|/|bis|à|a|ou|oder|o|hingga|atau|〜|~|"
    rf"から)\s?(?:{_WORD}\s?)?(?:(?:{_NAME})\s?)?(?P<high>{_N}))?"
    rf"(?:\s(?:of the |on the |in the |on |in |du |der |del )?(?P<f2>{_NAME})\b)?",
    re.I,
)
_AT_LEAST = re.compile(
    r"^\s*(?:or (?:above|higher|up|more|over|better|upwards?)|and (?:above|up|higher|over|upwards?)|"
    r"\+|plus\b|upwards?|at (?:the )?(?:very )?(?:minimum|least)|minimum|min\b|at least|"
    r"以上|ou plus|oder höher|o (?:más|superior)|ke atas|et plus|aufwärts)",
    re.I,
)
_AT_LEAST_BEFORE = re.compile(
    r"(?:at least|minimum(?: of)?|min|not (?:below|under|lower than|less than)|nothing (?:below|under|"
    r"lower than)|no lower than|above|from|over|higher than|sekurang-kurangnya|mindestens|au moins|al "
    r"menos)\s*(?:an? |the )?$",
    re.I,
)
_ABOVE = re.compile(r"(?:above|over|higher than)\s*$", re.I)
_AT_MOST = re.compile(
    r"^\s*(?:or (?:below|lower|less|under)|and (?:below|under)|max(?:imum)?|at (?:the )?most|tops|以下|"
    r"ou moins|oder niedriger|o menos|ke bawah)",
    re.I,
)
_AT_MOST_BEFORE = re.compile(
    r"(?:at most|max(?:imum)?(?: of)?|up to|not (?:above|over|higher than|more than)|no higher than|"
    r"no more than|nothing (?:above|over|higher than)|below|under|lower than|bis(?: zu)?|höchstens|"
    r"jusqu'au|hasta(?: el)?)\s*(?:an? |the )?$",
    re.I,
)
_BELOW = re.compile(r"(?<!not )(?<!nothing )(?:below|under|lower than)\s*$", re.I)
_REFUSED = re.compile(r"\b(?:not|instead of|rather than|no|than) (?:an? )?$", re.I)
_HELD = re.compile(
    r"\b(?:have|has|got|hold|holds|with|finished|completed|passed|did|already|only|at|my|done|left "
    r"school (?:with|at)|studied (?:to|at)|qualified (?:to|at))\s+(?:an? |my |the )?$",
    re.I,
)
_QUALIFICATION_AFTER = re.compile(
    r"^\s*(?:qualifications?|diploma|certificate|nvq|btec|award|already|in (?:maths|english|health|"
    r"hair|childcare|plumbing|business)|apprenticeship)",
    re.I,
)
_SCHOOL = re.compile(r"\b(?:ncea|cefr|jlpt|hsk|gcse|a|nvq|toeic|topik)\s*$", re.I)


def read_levels(passage: Passage, change: Change, profile: LearnerProfile, country: str | None) -> None:
    """Set `level` from a numbered level that is wanted; one that is held, refused or of a language is none."""
    for match in passage.find(_LEVEL):
        before, after = passage.before(match.start()), passage.after(match.end())
        if _REFUSED.search(before) or _SCHOOL.search(before):
            passage.take(match)
            continue
        if _HELD.search(before) and not re.search(r"\bat\s*$", before) and _QUALIFICATION_AFTER.search(after):
            continue
        name = (match["f1"] or match["f2"] or "").lower()
        framework = (
            FRAMEWORKS.get(name) or (profile.level.framework if profile.level else None) or NATIONAL.get(country or "")
        )
        low, high = bounds(float(match["low"]), float(match["high"]) if match["high"] else None, before, after)
        change.put("level", LevelRange(framework=framework, min=low, max=high), passage.take(match))


def bounds(low: float, high: float | None, before: str, after: str) -> tuple[float | None, float | None]:
    """Return the wanted bounds: two numbers are a range, "or above" and "up to" leave one side open."""
    if high is not None:
        return min(low, high), max(low, high)
    if _AT_MOST_BEFORE.search(before):
        return None, low - 1 if _BELOW.search(before) else low
    if _AT_LEAST_BEFORE.search(before):
        return low + 1 if _ABOVE.search(before) else low, None
    if _AT_LEAST.search(after):
        return low, None
    return (None, low) if _AT_MOST.search(after) else (low, low)
