"""Occupations with the skills they need: tells a role from a field and turns a goal role into skills to gain.

Cairn's own table holds common ones; `recommender.esco` makes a larger one of the same form from ESCO's published files.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from rapidfuzz import fuzz, process

DATA = Path(__file__).parent / "data" / "occupations.csv"
COLUMNS = ("title", "alternatives", "isco", "esco", "onet_soc", "essential_skills", "useful_skills")
# Below this similarity (0 to 100) a role is not one of the table's.
SIMILAR = 87


class OccupationError(ValueError):
    """A file of occupations that cannot be used; the message names the file and what was expected."""


@dataclass(frozen=True)
class Occupation:
    """One row: `code` is the ISCO-08 unit group, `esco` and `soc` the codes of ESCO and O*NET-SOC where one fits."""

    title: str
    alternatives: tuple[str, ...]
    code: str
    esco: str
    soc: str
    essential_skills: tuple[str, ...]
    useful_skills: tuple[str, ...]


@dataclass(frozen=True)
class Occupations:
    """A table of occupations in its order, found by their titles."""

    rows: tuple[Occupation, ...]

    @cached_property
    def titles(self) -> dict[str, Occupation]:
        """Return every title and alternative in lower case with its occupation; a title goes before an alternative."""
        names = {name.casefold(): row for row in reversed(self.rows) for name in row.alternatives}
        return names | {row.title.casefold(): row for row in reversed(self.rows)}

    def called(self, role: str) -> Occupation | None:
        """Return the occupation that a role in the learner's words stands for, `None` where no title is near enough."""
        name = role.casefold().strip()
        if name in self.titles:
            return self.titles[name]
        near = process.extract(name, self.titles.keys(), scorer=fuzz.token_set_ratio, score_cutoff=SIMILAR, limit=None)
        # Of several that hold the same words ("data analyst" in each), the one that says the least beside them.
        best = max(near, key=lambda found: (found[1], fuzz.ratio(name, found[0])), default=None)
        return self.titles[best[0]] if best else None

    def skills_of(self, role: str) -> tuple[str, ...]:
        """Return the skills a role needs, essential ones first; empty where the role is not in the table."""
        found = self.called(role)
        return found.essential_skills + found.useful_skills if found else ()


@cache
def occupations(path: Path = DATA) -> Occupations:
    """Return a table of occupations, Cairn's own where no other is named; raises OccupationError."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            if missing := [name for name in COLUMNS if name not in (table.fieldnames or ())]:
                raise OccupationError(
                    f"{path}: no column {missing[0]!r}; name a table that `cairn esco` wrote, or leave it out."
                )
            return Occupations(tuple(_occupation(row) for row in table))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise OccupationError(f"{path}: cannot be read as a table of occupations ({error}).") from error


def _occupation(row: dict[str, str | None]) -> Occupation:
    cells = {name: (row[name] or "").strip() for name in COLUMNS}
    return Occupation(
        title=cells["title"],
        alternatives=_items(cells["alternatives"]),
        code=cells["isco"],
        esco=cells["esco"],
        soc=cells["onet_soc"],
        essential_skills=_items(cells["essential_skills"]),
        useful_skills=_items(cells["useful_skills"]),
    )


def _items(cell: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in cell.split(";") if item.strip())
