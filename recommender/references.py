"""Which credentials a message speaks of: "the second one", "that nursing one", "the cheaper of the two", "1 and 3"."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from catalogue.frameworks import level_rank
from catalogue.money import convert_money
from catalogue.records import Credential
from recommender.slots.numbers import in_digits

MEASURES = ("cheaper", "shorter", "longer", "harder", "easier")
# The fact that each measure compares by.
FIGURE_OF = {"cheaper": "cost", "shorter": "time", "longer": "time", "harder": "level", "easier": "level"}
MIN_TITLE_RATIO = 90  # of 100: how alike a title and a stretch of the message must be to count as named
MAX_READ = 2000  # characters of a message in which a reference is looked for
HOURS_A_WEEK = 10  # to put a length in weeks beside one in hours


@dataclass(frozen=True)
class References:
    """What a message points at: credentials in the order spoken of, and numbers that the list does not have.

    `is_explicit` is false where the message names nothing and the credential last spoken of stands in. `undecided` is
    the measure that it compares by where no credential states a figure for it.
    """

    credentials: tuple[Credential, ...] = ()
    missing: tuple[int, ...] = ()
    is_explicit: bool = True
    undecided: str | None = None


def find_references(
    message: str, shown: Sequence[Credential], focus: Credential | None, compared: Sequence[Credential]
) -> References:
    """Return what a message points at among what was shown; nothing where it points at nothing."""
    text = normal(message)
    pair = tuple(compared or shown)[:2]
    if measure := measure_of(text):
        best = pick(measure, (tuple(compared) or pair) if _FORMS["both", ""].search(text) else tuple(shown))
        return References((best,)) if best else References(undecided=measure)
    if few := _meaning("few", text):
        return References(tuple(shown[: int(few)]))
    if ranks := _ranks(text):
        there = [rank - 1 if rank > 0 else len(shown) - 1 for rank in ranks if rank <= len(shown) and shown]
        found = tuple(shown[place] for place in dict.fromkeys(there))
        return References(found, tuple(rank for rank in ranks if rank > len(shown)))
    if _FORMS["both", ""].search(text):
        return References(pair)
    if _FORMS["all", ""].search(text) and shown:
        return References(tuple(shown))
    if named := _named(text, shown):
        return References(named)
    return References((focus,) if focus else (), is_explicit=False)


def normal(message: str) -> str:
    """Return the message in the form that the patterns expect: NFKC, lower case, one space between words."""
    read = unicodedata.normalize("NFKC", message[:MAX_READ]).casefold().replace("’", "'")
    return " ".join(read.split())


def measure_of(text: str) -> str | None:
    """Return what a text in normal form compares by ("the cheaper of the two"), `None` where by nothing."""
    return next((name for name in MEASURES if _FORMS[name, ""].search(text)), None)


def steps_back(message: str, language: str = "en") -> int:
    """Return how many changes a message asks to take back ("undo the last two changes"); 1 where it says no number."""
    text = normal(in_digits(message[:MAX_READ], language))
    for (kind, means), form in _FORMS.items():
        if kind == "steps" and (found := form.search(text)):
            return max(1, int(means or next(figure for figure in found.groups() if figure)))
    return 1


def facts_asked(message: str) -> list[str]:
    """Return the facts of a record, by their names in `replies.facts`, that a message asks for ("how long is it?")."""
    text = normal(message)
    return [means for (kind, means), form in _FORMS.items() if kind == "fact" and form.search(text)]


def asks_for_shortlist(message: str) -> bool:
    """Return whether a message asks what has been saved."""
    return bool(_FORMS["shortlist", ""].search(normal(message)))


def means_the_plan(message: str) -> bool:
    """Return whether a message speaks of a plan as a whole."""
    return bool(_FORMS["plan", ""].search(normal(message)))


def only_points(message: str) -> bool:
    """Return whether a message is nothing but a pointer: "2?", "the third one", "that nursing one"."""
    text = normal(message).strip(" .?!。？！")
    if _DESCRIBED.fullmatch(text):
        return True
    told = re.findall(r"[^\W\d]+", text)
    pointing = [form for (kind, _), form in _FORMS.items() if kind in ("ordinal", "number", "stop")]
    return bool(_ranks(text)) and all(any(form.fullmatch(word) for form in pointing) for word in told)


def described(message: str) -> str | None:
    """Return the words by which a message describes a result ("nursing" of "that nursing one"), `None` without any."""
    found = _DESCRIBED.search(normal(message))
    return found[1].strip() if found else None


def points_at_one(message: str) -> bool:
    """Return whether a message speaks of one thing by "this", "that" or "it", and so of the one in hand."""
    return bool(_FORMS["this", ""].search(normal(message)))


def sorted_by(measure: str, credentials: Sequence[Credential]) -> list[Credential]:
    """Return the credentials by a measure, those first that it asks for; those that do not state it come last."""
    sign = -1 if measure in ("longer", "harder") else 1

    def key(credential: Credential) -> tuple[bool, float]:
        value = figure(measure, credential)
        return value is None, sign * (value or 0.0)

    return sorted(credentials, key=key)


def pick(measure: str, credentials: Sequence[Credential]) -> Credential | None:
    """Return the one that leads by a measure among those that state it, `None` where none does."""
    stated = [credential for credential in credentials if figure(measure, credential) is not None]
    return sorted_by(measure, stated)[0] if stated else None


def figure(measure: str, credential: Credential) -> float | None:
    """Return the figure to compare by: euros for cost, hours for time, EQF for level; `None` where not stated."""
    if measure == "cheaper":
        converted = convert_money(credential.cost, "EUR") if credential.cost else None
        return converted.amount if converted else None
    if measure in ("shorter", "longer"):
        weeks = credential.duration_weeks
        return credential.hours_total or (weeks * HOURS_A_WEEK if weeks else None)
    rank = level_rank(credential.level) if credential.level else None
    return sum(rank) / 2 if rank else None


def _load_forms() -> dict[tuple[str, str], re.Pattern[str]]:
    """Return one pattern for each (kind, meaning) of the table; outside Japanese a form is a word of its own."""
    forms: dict[tuple[str, str], list[str]] = {}
    with open(Path(__file__).parent / "data" / "reference_words.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words = f"(?:{row['words']})"
            ends = "" if row["kind"] == "number" else r"(?!\w)"  # "#4", "no.2"
            whole = words if row["language"] == "ja" else rf"(?<!\w){words}{ends}"
            forms.setdefault((row["kind"], row["means"]), []).append(whole)
    return {key: re.compile("|".join(patterns)) for key, patterns in forms.items()}


_FORMS = _load_forms()
_LINK = rf"(?:\s*(?:,|{_FORMS['link', ''].pattern})\s*)+"
_MARK = rf"(?:(?:{_FORMS['number', ''].pattern})\s?)"
_N = r"(?<![\w.,$€£¥])\d{1,2}"
_END = r"(?![\d.,]*\d|\s*(?:%|\w))"
_LIST = re.compile(rf"{_MARK}?{_N}(?:{_LINK}{_MARK}?\d{{1,2}})+(?:{_END}|(?=\s(?:please|side|for|so)\b)|(?=を|で))")
_MARKED = re.compile(rf"{_MARK}(\d{{1,2}})(?![\d.,]*\d|\s?(?:h|hours?|weeks?|credits?|ects|%)\b)|(\d{{1,2}})番(?!目)")
_LONE = re.compile(rf"^(?:\D{{0,40}}\s)?({_N}){_END}")
_DESCRIBED = re.compile(
    r"\b(?:that|the|this|your)\s((?:[\w'&+#-]+\s){1,4}?)(?:one|course|credential|certificate|programme|program|badge)\b"
)


def _meaning(kind: str, text: str) -> str | None:
    return next((means for (name, means), form in _FORMS.items() if name == kind and form.search(text)), None)


def _ranks(text: str) -> list[int]:
    """Return the numbers of results that a text names, in the order spoken, each once; -1 is the last."""
    found = [
        (match.start(), int(means))
        for (kind, means), form in _FORMS.items()
        if kind == "ordinal"
        for match in form.finditer(text)
    ]
    for match in _LIST.finditer(text):
        found += [(match.start() + n.start(), int(n[0])) for n in re.finditer(r"\d+", match[0])]
    found += [(match.start(), int(match[1] or match[2])) for match in _MARKED.finditer(text)]
    if not found and (lone := _LONE.search(text)):
        found.append((lone.start(1), int(lone[1])))
    return [rank for rank in dict.fromkeys(rank for _, rank in sorted(found)) if rank]


def _named(text: str, shown: Sequence[Credential]) -> tuple[Credential, ...]:
    """Return the shown credentials that a text names by title, or describes by a word of theirs."""
    titled = [
        credential
        for credential in shown
        if len(credential.title) >= 8 and fuzz.partial_ratio(normal(credential.title), text) >= MIN_TITLE_RATIO
    ]
    if titled:
        return tuple(titled)
    described = " ".join(match[1] for match in _DESCRIBED.finditer(text))
    asked = words_of(described) if described else words_of(text)
    return best_described(asked, shown, everywhere=bool(described))


def best_described(asked: frozenset[str], shown: Sequence[Credential], everywhere: bool) -> tuple[Credential, ...]:
    """Return the credential that has most of the words which tell the shown ones apart, in its title at best.

    `everywhere` looks in subject, skills and summary too, and not only in the title and the names.
    """
    owned = [words_of(_described_text(credential, everywhere)) for credential in shown]
    titled = [words_of(credential.title) for credential in shown]
    common = frozenset.intersection(*owned) if len(owned) > 1 else frozenset()
    scores = [(len(asked & (words - common)), len(asked & title)) for words, title in zip(owned, titled, strict=True)]
    best = max(scores, default=(0, 0))
    return (shown[scores.index(best)],) if best[0] else ()


def _described_text(credential: Credential, everywhere: bool) -> str:
    parts = [credential.title, credential.provider, credential.platform]
    if everywhere:
        parts += [credential.subject, credential.summary, *credential.skills]
    return " ".join(part for part in parts if part)


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text without those that tell nothing apart; a plural is its singular."""
    words = re.findall(r"[^\W\d_]{3,}", normal(text).replace("'s", ""))
    told = (word for word in words if not _FORMS["stop", ""].fullmatch(word))
    return frozenset(word.removesuffix("s") if len(word) > 4 else word for word in told)
