"""What an import did to one file: read, kept, mended, refused, unknown, duplicate, and changed since the last time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

# Examples kept of each kind; the counts go on, so that a million faulty rows fit in memory.
EXAMPLES, KEYS = 200, 1000


@dataclass(frozen=True)
class Mending:
    """One value that was changed, or left out (`after` is `None`), in a record that was kept."""

    where: str
    record: str
    field: str
    before: str
    after: str | None
    reason: str

    def __str__(self) -> str:
        now = "left out" if self.after is None else f"now {self.after!r}"
        return f"{self.where}: {self.record}: {self.field} {self.before!r}: {self.reason}; {now}."


@dataclass(frozen=True)
class Refusal:
    """One item, or a whole file (`where` is "file"), that could not be kept."""

    where: str
    record: str
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.record}: {self.reason}" if self.record else f"{self.where}: {self.reason}"


@dataclass(frozen=True)
class ColumnMatch:
    """What a column was read as: "chosen", or matched by "name", "spelling" or "meaning" (score 0 to 1), or "not used".

    `perhaps` is the field nearest in meaning to a column that is not used: nothing is read until somebody confirms it.
    """

    column: str
    field: str | None
    how: Literal["chosen", "name", "spelling", "meaning", "not used"]
    score: float
    example: str
    perhaps: str | None = None

    def __str__(self) -> str:
        if self.field:
            return f"column {self.column!r}: {self.field} (by {self.how}, {self.example!r})"
        return f"column {self.column!r}: not used; perhaps {self.perhaps} ({self.example!r})"


@dataclass(frozen=True)
class Duplicates:
    """Entries that look alike: the same id or content (only the first is kept), or the same title (all are kept)."""

    title: str
    provider: str | None
    count: int
    kept: bool
    places: tuple[str, ...]


@dataclass
class ImportReport:
    """What became of one file. The lists hold the first EXAMPLES; the `n_` figures count everything.

    `passed_over` counts what is no credential (an organisation, a competency) by its type. `gone` names entries of the
    catalogue that no imported file holds any more; they are kept, and only the last file's report lists them.
    """

    path: Path
    format: str = "undecided"
    encoding: str | None = None
    read: int = 0
    kept: int = 0
    n_mended: int = 0
    n_refused: int = 0
    n_duplicates: int = 0
    mended: list[Mending] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    mended_fields: Counter[tuple[str, str]] = field(default_factory=Counter)
    unknown_fields: Counter[str] = field(default_factory=Counter)
    passed_over: Counter[str] = field(default_factory=Counter)
    duplicates: list[Duplicates] = field(default_factory=list)
    columns: list[ColumnMatch] = field(default_factory=list)
    text_languages: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    changed_ids: list[str] = field(default_factory=list)
    gone_ids: list[str] = field(default_factory=list)

    def mend(self, where: str, record: str, field: str, before: Any, after: Any, reason: str) -> None:
        """Note a value that was changed or left out."""
        self.n_mended += 1
        _count(self.mended_fields, (field, reason), (field, "other reasons"))
        if len(self.mended) < EXAMPLES:
            shown = None if after is None else _short(after)
            self.mended.append(Mending(where, _short(record), field, _short(before), shown, reason))

    def refuse(self, where: str, record: str, reason: str) -> None:
        """Note an item, or the file, that cannot be kept."""
        self.n_refused += 1
        if len(self.refused) < EXAMPLES:
            self.refused.append(Refusal(where, _short(record), reason if reason.endswith(".") else reason + "."))

    def unknown(self, names: Iterable[str]) -> None:
        """Count fields that nothing was read from."""
        for name in names:
            _count(self.unknown_fields, _short(name), "others")

    def pass_over(self, types: list[str]) -> None:
        """Count a thing that is no credential, by its types."""
        _count(self.passed_over, _short(", ".join(types)) or "untyped object", "others")

    def remark(self, sentence: str) -> None:
        """Add a sentence about the whole file, once."""
        if sentence not in self.remarks:
            self.remarks.append(sentence)

    def as_text(self, examples: int = 5) -> str:
        """Return the report as lines for a terminal, with the first few examples of each kind."""
        lines = [
            f"{self.path.name} ({self.format}{', ' + self.encoding if self.encoding else ''}): {self.read:,} read, "
            f"{self.kept:,} kept, {self.n_mended:,} mended, {self.n_refused:,} refused, {self.n_duplicates:,} duplicate"
        ]
        if self.added or self.changed or self.unchanged:
            lines.append(f"  catalogue: {self.added:,} added, {self.changed:,} changed, {self.unchanged:,} unchanged")
        if self.gone:
            named = ", ".join(self.gone_ids[:examples])
            lines.append(f"  no longer in the files, but kept in the catalogue: {self.gone:,} ({named} ...)")
        lines += [f"  {sentence}" for sentence in self.remarks]
        lines += [f"  {column}" for column in self.columns if column.field or column.perhaps]
        lines += [
            f"  mended {count:,} x {name}: {reason}"
            for (name, reason), count in self.mended_fields.most_common(examples * 3)
        ]
        lines += [f"  mended: {mending}" for mending in self.mended[:examples]]
        lines += [f"  refused: {refusal}" for refusal in self.refused[:examples]]
        lines += [
            f"  duplicate: {d.title!r}, {d.count} times at {', '.join(d.places[:4])}"
            for d in self.duplicates[:examples]
        ]
        for name, counts in (
            ("unknown fields", self.unknown_fields),
            ("passed over", self.passed_over),
            ("texts in", self.text_languages),
        ):
            if counts:
                lines.append(f"  {name}: " + ", ".join(f"{key} ({count:,})" for key, count in counts.most_common(15)))
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """Return the whole report in JSON's types."""
        counters = ("unknown_fields", "passed_over", "text_languages")
        plain: tuple[str, ...] = (
            "format",
            "encoding",
            "read",
            "kept",
            "n_mended",
            "n_refused",
            "n_duplicates",
            "remarks",
            "added",
            "changed",
        )
        plain += ("unchanged", "gone", "changed_ids", "gone_ids")
        lists = ("mended", "refused", "duplicates", "columns")
        return {
            "file": self.path.name,
            **{name: getattr(self, name) for name in plain},
            **{name: dict(getattr(self, name).most_common()) for name in counters},
            **{name: [vars(item) for item in getattr(self, name)] for name in lists},
            "mended_fields": [
                {"field": name, "reason": reason, "count": count}
                for (name, reason), count in self.mended_fields.most_common()
            ],
        }


def _count(counts: Counter[Any], key: Any, rest: Any) -> None:
    """Count a key, or the rest where there are so many keys already that they would fill the memory."""
    counts[key if key in counts or len(counts) < KEYS else rest] += 1


def _short(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 80 else text[:77] + "..."
