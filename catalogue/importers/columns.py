"""Match a stranger's column names with the record's fields: as chosen, by name, by spelling, by meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from catalogue.import_report import ColumnMatch, ImportReport
from catalogue.importers.draft import Draft
from catalogue.importers.vocabulary import find_framework_in
from catalogue.quantities import credit_system, currency_in, figure_or_none
from catalogue.reader import KNOWN_FIELDS
from catalogue.records import RecordError
from catalogue.tables import rows

Encode = Callable[[Sequence[str]], Any]  # texts -> unit vectors, one a row

# How columns are named: field -> names in several languages, the surest first; and in words what the field means, for
# those that may be matched by meaning (never what an award leads to: a wrong guess there would be a false promise).
NAMES = {row["field"]: tuple(row["names"].split(";")) for row in rows("column_names.csv")}
MEANINGS = {row["field"]: row["meaning"] for row in rows("column_names.csv") if row["meaning"]}
FIELD_OF = {name: field for field, names in NAMES.items() for name in names}
# Words that narrow nothing down: "course description" is a description, "field_price" a price.
NOISE = {"course", "program", "programme", "module", "field", "page", "the", "of", "attributes", "data"}
# Columns that only taxonomies of occupations and skills have (ESCO, O*NET).
TAXONOMY = {"concept type", "concept uri", "isco group", "o net soc code", "skill type", "reuse level"}
# A column that names its own unit, so that a bare figure is enough.
# What stands beside a column's name: "(weeks)", "in EUR", "€".
BESIDES = re.compile(r"[(\[][^()\[\]]*[)\]]|\b(?:in )?(?:[A-Z]{3}\b|[€£$])")
LONGEST_NAME = 200  # characters; what is longer is no name, and no pattern should have to go through it
HOURS_A_WEEK = re.compile(r"hours?.*week|week.*hours?", re.I)
SPELLING = 88
# Cosines between a column's name and what a field means: used from the first on, offered for confirmation from the
# second; each also needs this lead over whatever else it may mean. Chosen on tests/data/column_names.csv.
MEANING, LEAD = 0.55, 0.1
PERHAPS, PERHAPS_LEAD = 0.4, 0.05
# What columns often mean that no field holds.
NO_FIELD = (
    "name of the lecturer, teacher or contact person", "date on which it starts or ends, term or semester",
    "rating, reviews and number of students enrolled", "picture, video or logo",
    "number of lectures, articles or quizzes", "telephone number, email or postal address of the campus",
    "room and building", "internal code, status or version", "name of a certificate or of another programme",
    "yes or no",
)  # fmt: skip
# Fields that are read under their own names only, and may be chosen.
MORE_FIELDS = ("assessor", "digital_certificate", "evidence_based", "oepass_class", "withdrawn")
UNUSED = "none"
FIELDS = (*NAMES, *MORE_FIELDS)


@dataclass(frozen=True)
class Guide:
    """How columns are matched beyond their names: by meaning, given `encode`, and as somebody chose.

    `chosen` is column -> one of FIELDS, or "none" for a column that is not to be read.
    """

    encode: Encode | None = None
    chosen: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for column, choice in self.chosen.items():
            if choice not in (*FIELDS, UNUSED):
                expected = ", ".join((*FIELDS, UNUSED))
                raise RecordError(f"{choice!r}, chosen for the column {column!r}, is no field; expected {expected}.")

    @cached_property
    def meanings(self) -> np.ndarray:
        """Return one vector for what each field of MEANINGS means, then one for each of NO_FIELD."""
        assert self.encode is not None
        return np.asarray(self.encode([*MEANINGS.values(), *NO_FIELD]))


BY_NAME = Guide()


@dataclass(frozen=True)
class Column:
    """One column that is read: where it stands, its own name, and the field it fills."""

    index: int
    name: str
    field: str
    framework: str | None = None  # named by the column itself ("EQF level")


def match_columns(names: Sequence[str], examples: Sequence[str], guide: Guide = BY_NAME) -> list[ColumnMatch]:
    """Return for each column what it is read as, in the order of the columns."""
    named = zip(names, examples, strict=True)
    found = [_by_choice(name, example, guide) or _by_name(name, example) for name, example in named]
    if guide.encode is not None:
        _by_meaning(found, guide.encode, guide)
    return found


def say_missing(report: ImportReport, guide: Guide) -> None:
    """Remark on each choice for a column that the file does not have."""
    names = {match.column for match in report.columns}
    for column in guide.chosen.keys() - names:
        report.remark(f"A field was chosen for the column {column!r}, which this file does not have.")


def columns_in_order(matches: Sequence[ColumnMatch]) -> list[Column]:
    """Return the columns that are read: what others depend on (country, framework) first, then chosen and sure ones."""
    first = ("source_id", "title", "country", "provider", "framework", "currency", "credit_system")
    columns = [
        Column(index, match.column, match.field, find_framework_in(match.column) if match.field == "level" else None)
        for index, match in enumerate(matches)
        if match.field
    ]

    def surest(column: Column) -> tuple[bool, bool, int]:
        names = NAMES.get(column.field, ())
        words = [_words(column.name), _bare(_words(column.name))]
        place = min((names.index(word) for word in words if word in names), default=len(names))
        return column.field not in first, matches[column.index].how != "chosen", place

    return sorted(columns, key=surest)


def is_taxonomy(names: Sequence[str]) -> bool:
    """Return whether the columns are those of a list of occupations or skills."""
    return any(_words(name) in TAXONOMY for name in names)


def fill(draft: Draft, cells: Sequence[Any], columns: Sequence[Column]) -> None:
    """Put the cells of one row into the draft."""
    beside: dict[str, str | None] = {}
    for column in columns:
        raw = _cell(cells, column)
        if raw is None or raw == "" or raw == []:
            continue
        if column.field in BESIDE:
            beside.setdefault(column.field, draft.clean(column.name, raw))
        elif column.field == "source_id":
            draft.source_id = draft.source_id or draft.clean("id", raw)
        elif column.field == "level":
            draft.level(raw, beside.get("framework") or column.framework)
        elif column.field == "credits":
            draft.credits(raw, beside.get("credit_system") or credit_system(column.name))
        elif column.field == "hours_per_week" and HOURS_A_WEEK.search(column.name):
            draft.hours("hours_per_week", raw) if figure_or_none(raw) else draft.hours_a_week(raw)
        elif column.field == "price":
            draft.price(raw, beside.get("currency") or currency_in(column.name))
        elif column.field in LISTS:
            LISTS[column.field](draft, raw if isinstance(raw, list) else _split(str(raw), COMMA.get(column.field, "")))
        else:
            value = ", ".join(str(item) for item in raw if isinstance(item, str)) if isinstance(raw, list) else raw
            SINGLE.get(column.field, lambda d, v, field=column.field: d.text(field, v))(draft, value)
    if (scale := beside.get("framework")) and all(
        not _cell(cells, column) for column in columns if column.field == "level"
    ):
        draft.level(scale, scale)
    if beside.get("number") and not draft.source_id and draft.row.get("subject"):
        draft.source_id = re.sub(r"\s+", "-", f"{draft.row['subject']}-{beside['number']}").lower()


def _cell(cells: Sequence[Any], column: Column) -> Any:
    return cells[column.index] if column.index < len(cells) else None


def _workload(draft: Draft, raw: Any) -> None:
    if isinstance(raw, (int, float)) or str(raw).strip().replace(".", "", 1).isdigit():
        draft.hours("workload_hours", raw)  # the column's own name is the unit
    else:
        draft.workload(raw)


def _stacking(draft: Draft, raw: list[Any]) -> None:
    for rule in raw:
        draft.stacks_into(rule if isinstance(rule, dict) else {"title": rule})


# Columns that only complete another one.
BESIDE = {"framework", "currency", "credit_system", "number"}
COMMA = {"skills": ",", "language": ","}
LISTS: dict[str, Callable[[Draft, list[Any]], None]] = {
    "language": Draft.languages,
    "skills": lambda draft, raw: draft.texts("skills", raw),
    "learning_outcomes": lambda draft, raw: draft.texts("learning_outcomes", raw),
    "assessment": lambda draft, raw: draft.texts("assessment", raw),
    "prerequisites": lambda draft, raw: draft.texts("prerequisites", raw),
    "mode": Draft.mode,
    "pacing": Draft.pacing,
    "stacks_into": _stacking,
    "offered_until": Draft.until,
}
SINGLE: dict[str, Callable[[Draft, Any], None]] = {
    "summary": lambda draft, raw: draft.more_text("summary", raw),
    "country": Draft.country,
    "length": Draft.length,
    "workload": _workload,
    "contact_hours": lambda draft, raw: draft.hours("contact_hours", raw),
    "duration_weeks": lambda draft, raw: draft.hours("duration_weeks", raw),
    "hours_per_week": Draft.hours_a_week,
    "url": lambda draft, raw: draft.address("url", raw),
    "source_url": lambda draft, raw: draft.address("source_url", raw),
    "source_date": Draft.date,
}


def _split(cell: str, also: str) -> list[str]:
    """Return the items of a cell that separates them by lines, semicolons, bars or (where no item holds one) commas."""
    for sign in ("\n", ";", "|", also):
        if sign and sign in cell:
            return [item.strip(" \t\r-•*") for item in cell.split(sign) if item.strip()]
    return [cell]


def _words(name: str) -> str:
    spaced = re.sub(r"([a-z])([A-Z])", r"\1 \2", name)
    return re.sub(r"[\W_]+", " ", spaced).strip().casefold()


def _bare(words: str) -> str:
    """Return the words without noise, and without "name" where more is said ("provider name")."""
    kept = [word for word in words.split() if word not in NOISE]
    if len(kept) > 1 and kept[-1] in ("name", "title") and FIELD_OF.get(" ".join(kept[:-1])):
        kept = kept[:-1]
    return " ".join(kept)


def _by_name(name: str, example: str) -> ColumnMatch:
    words = _words(name[:LONGEST_NAME])
    own = words.replace(" ", "_")
    for candidate in (words, _bare(words), _bare(_words(BESIDES.sub(" ", name[:LONGEST_NAME])))):
        if field := FIELD_OF.get(candidate):
            return ColumnMatch(name, field, "name", 1.0, example)
    if own in KNOWN_FIELDS:
        return ColumnMatch(name, own, "name", 1.0, example)
    if words.endswith(" level") and find_framework_in(name):
        return ColumnMatch(name, "level", "name", 1.0, example)
    close = process.extractOne(
        _bare(words), [known for known in FIELD_OF if len(known) > 5], scorer=fuzz.ratio, score_cutoff=SPELLING
    )
    if close and len(words) > 5:
        return ColumnMatch(name, FIELD_OF[close[0]], "spelling", round(close[1] / 100, 2), example)
    return ColumnMatch(name, None, "not used", 0.0, example)


def _by_choice(name: str, example: str, guide: Guide) -> ColumnMatch | None:
    choice = guide.chosen.get(name)
    if choice is None:
        return None
    return ColumnMatch(name, None if choice == UNUSED else choice, "chosen", 1.0, example)


def _by_meaning(found: list[ColumnMatch], encode: Encode, guide: Guide) -> None:
    """Match the columns that no name matched with the fields that are still free, the closest pair first.

    Where the nearest field is not near enough, or hardly nearer than the next, it is only offered.
    """
    taken = {match.field for match in found}
    open_columns = [i for i, match in enumerate(found) if match.how == "not used" and match.column.strip()]
    if not open_columns or taken >= MEANINGS.keys():
        return
    columns = np.asarray(encode([_words(found[index].column) for index in open_columns]))
    scores = columns @ guide.meanings.T
    fields = [*MEANINGS, *(None for _ in NO_FIELD)]
    ranked = sorted(zip(scores, open_columns, strict=True), key=lambda pair: -pair[0].max())
    for row, index in ranked:
        best, second = np.argsort(-row)[:2]
        name, score, lead = fields[best], float(row[best]), float(row[best] - row[second])
        match = found[index]
        if name is None or name in taken:
            continue
        if score >= MEANING and lead >= LEAD:
            taken.add(name)
            found[index] = replace(match, field=name, how="meaning", score=round(score, 2))
        elif score >= PERHAPS and lead >= PERHAPS_LEAD:
            found[index] = replace(match, perhaps=name, score=round(score, 2))
