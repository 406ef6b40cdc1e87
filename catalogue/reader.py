"""Read a catalogue file (JSON Lines) into credentials, and say what was mended or refused, line by line.

One record a line, in the flat field names of `catalogue/data/README.md`. A missing or unusable field costs only
itself; a record is refused only when it is no object or has no id or title; a file only when nothing is left.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from catalogue.records import Credential, RecordError

DEFAULT_CATALOGUE = Path(__file__).parent / "data" / "catalogue.jsonl"

# The file's flat names that differ from the model's own.
RENAMED = {
    "language": "languages",
    "learning_outcomes": "outcomes",
    "credential_type": "type_claim",
    "oepass_class": "oepass_claim",
    "assessor": "assessor_claim",
}
COMBINED = {"framework", "framework_level", "credit_system", "credits", "cost_amount", "cost_currency"}
MALTESE = {"MQF": "MQF-MT", "MQF credit": "MQF credit (Malta)"}
REQUIRED = {"id", "title"}
FILLER_WORDS = {
    "a", "an", "the", "of", "in", "on", "and", "to", "for", "with", "about", "how", "basic", "introduction", "explain",
    "study", "learn", "understand", "apply", "complete", "strengthen", "know", "describe", "gain", "ideas", "course", "courses",
    "certificate", "program", "programme", "micro", "credential",
}  # fmt: skip


@dataclass(frozen=True)
class Note:
    """One thing that the reader did to one record: `line` counts from 1."""

    line: int
    record: str
    field: str
    reason: str
    refused: bool = False

    def __str__(self) -> str:
        verb = "refused" if self.refused else "mended"
        return f"line {self.line}: {self.record}: {self.field}: {self.reason} ({verb})."


@dataclass
class ReadReport:
    """What a catalogue file held: the good credentials in file order, and every mending and refusal."""

    path: Path
    credentials: list[Credential] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    unknown_fields: Counter[str] = field(default_factory=Counter)

    @property
    def refused(self) -> list[Note]:
        """Return the notes of records that could not be kept."""
        return [note for note in self.notes if note.refused]

    @property
    def mended(self) -> list[Note]:
        """Return the notes of fields that were left out of a kept record."""
        return [note for note in self.notes if not note.refused]


def read_catalogue(path: Path = DEFAULT_CATALOGUE) -> ReadReport:
    """Return every usable credential in a JSON Lines file, with notes on the rest.

    Raises RecordError when the file cannot be opened or holds no usable record at all.
    """
    report = ReadReport(path)
    seen: set[str] = set()
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    _read_line(report, number, line, seen)
    except OSError as error:
        raise RecordError(
            f"{path}: the catalogue cannot be read ({error.strerror}); name a JSON Lines file."
        ) from error
    if not report.credentials:
        first = f" The first reason: {report.notes[0]}" if report.notes else " The file is empty."
        raise RecordError(f"{path}: no usable record, expected one JSON object a line with id and title.{first}")
    return report


def _read_line(report: ReadReport, number: int, line: str, seen: set[str]) -> None:
    """Add the line's credential to the report, or a note on why not."""
    try:
        row = json.loads(line, parse_constant=lambda name: None)
        credential, mended = parse(row)
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, RecordError) else f"not a JSON object ({error.__class__.__name__})"
        report.notes.append(Note(number, _name(line), "record", reason[:300].rstrip("."), refused=True))
        return
    if credential.id in seen:
        report.notes.append(
            Note(number, credential.id, "id", "stands twice in this file; the first is kept", refused=True)
        )
        return
    seen.add(credential.id)
    report.credentials.append(credential)
    report.notes.extend(Note(number, credential.id, name, reason) for name, reason in mended)
    report.unknown_fields.update(str(name) for name in row if name not in KNOWN_FIELDS)


def parse(row: Any) -> tuple[Credential, list[tuple[str, str]]]:
    """Return the credential in a flat row, and (field, reason) for each optional field that had to be left out.

    Raises RecordError when the row is no object, or its id or title is missing or unusable.
    """
    if not isinstance(row, Mapping):
        raise RecordError(f"a record is {type(row).__name__}, expected a JSON object.")
    values = _nested(row)
    mended: list[tuple[str, str]] = []
    for _ in range(len(values) + 1):
        try:
            credential = Credential.model_validate(values)
            break
        except ValidationError as error:
            for problem in error.errors():
                name = str(problem["loc"][0])
                reason = f"is {str(problem['input'])[:60]!r}: {problem['msg'].removeprefix('Value error, ')}"
                if name in REQUIRED:
                    raise RecordError(f"{name} {reason}") from error
                if name in values:
                    mended.append((name, reason))
                    _drop(values, problem["loc"])
    else:  # pragma: no cover - each round drops at least one field
        raise RecordError("the record cannot be read")
    kept, echoes = _without_echoes(credential)
    return kept, mended + [("learning_outcomes", f"{echo!r} only repeats the title") for echo in echoes]


def _drop(values: dict[str, Any], place: tuple[int | str, ...]) -> None:
    """Remove the smallest unusable part: one item of a list of rules or texts, otherwise the whole field."""
    name = str(place[0])
    if isinstance(values[name], list) and len(place) > 1 and isinstance(place[1], int) and place[1] < len(values[name]):
        values[name] = [item for index, item in enumerate(values[name]) if index != place[1]]
    else:
        del values[name]


def _nested(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row under the model's names, its level, credits and cost put together and empty values left out."""
    values: dict[str, Any] = {}
    for name, value in row.items():
        if name in KNOWN_FIELDS and name not in COMBINED and value not in (None, "", [], {}):
            values[RENAMED.get(name, name)] = value
    for name in ("id", "title"):
        if isinstance(values.get(name), int):
            values[name] = str(values[name])
    for name in LIST_FIELDS:
        if isinstance(values.get(name), str):
            values[name] = [values[name]]
    framework, level = row.get("framework"), row.get("framework_level")
    system = row.get("credit_system") or None
    if row.get("country") == "MT":  # Malta's and Malaysia's frameworks share their initials
        framework, system = MALTESE.get(str(framework), framework), MALTESE.get(str(system), system)
    if framework and framework != "none":
        values["level"] = {
            "framework": framework,
            "value": None if level is None else f"{level:g}" if _number(level) else level,
        }
    if row.get("credits") is not None:
        values["credits"] = {"amount": row["credits"], "system": system}
    if row.get("cost_amount") is not None:
        values["cost"] = {"amount": row["cost_amount"], "currency": row.get("cost_currency")}
    return values


def to_row(credential: Credential) -> dict[str, Any]:
    """Return the flat row of a credential, every field present; `parse(to_row(c))` gives `c` back."""
    flat = credential.model_dump(mode="json", exclude={"level", "credits", "cost"})
    row = {name: flat[RENAMED.get(name, name)] for name in FIELD_ORDER if name not in COMBINED}
    row["framework"] = credential.level.framework if credential.level else "none"
    row["framework_level"] = credential.level.value if credential.level else None
    row["credit_system"] = credential.credits.system if credential.credits else None
    row["credits"] = credential.credits.amount if credential.credits else None
    row["cost_amount"] = credential.cost.amount if credential.cost else None
    row["cost_currency"] = credential.cost.currency if credential.cost else None
    return {name: row[name] for name in FIELD_ORDER}


def _without_echoes(credential: Credential) -> tuple[Credential, list[str]]:
    """Return the credential without the outcomes that only say its title again, and those outcomes."""
    title = _words(credential.title)
    echoes = [outcome for outcome in credential.outcomes if _words(outcome) <= title]
    if not echoes:
        return credential, []
    kept = tuple(outcome for outcome in credential.outcomes if outcome not in echoes)
    return credential.model_copy(update={"outcomes": kept}), echoes


def _words(text: str) -> set[str]:
    """Return the words that carry meaning, each cut to a stem of six letters so that plurals meet."""
    return {word[:6] for word in re.findall(r"\w+", text.lower()) if word not in FILLER_WORDS}


def _name(line: str) -> str:
    """Return the id in a line that could not be read, as far as it can be seen."""
    found = re.search(r'"id"\s*:\s*"([^"]{1,100})"', line)
    return found.group(1) if found else "a record without id"


def _number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


FIELD_ORDER = (
    "id", "title", "provider", "platform", "country", "language", "subject", "summary", "learning_outcomes", "skills",
    "credential_type", "oepass_class", "framework", "framework_level", "credit_system", "credits", "workload_hours", "contact_hours",
    "duration_weeks", "hours_per_week", "evidence_based", "cost_amount", "cost_currency", "mode", "pacing", "assessment",
    "assessor", "quality_assurance", "digital_certificate", "stacks_into", "prerequisites", "url", "source_url", "source_date",
    "offered_until", "withdrawn", "read_from", "read_on",
)  # fmt: skip
KNOWN_FIELDS = frozenset(FIELD_ORDER)
LIST_FIELDS = ("languages", "outcomes", "skills", "assessment", "prerequisites")
