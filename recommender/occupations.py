"""Common occupations with the skills they need: tells a role from a field and turns a goal role into skills to gain."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz, process

DATA = Path(__file__).parent / "data" / "occupations.csv"
# Below this similarity (0 to 100) a role is not one of the table's.
SIMILAR = 87


@dataclass(frozen=True)
class Occupation:
    """One row: `code` is the ISCO-08 unit group, `soc` the O*NET-SOC code where one fits."""

    title: str
    alternatives: tuple[str, ...]
    code: str
    soc: str
    essential_skills: tuple[str, ...]
    useful_skills: tuple[str, ...]


@cache
def occupations() -> tuple[Occupation, ...]:
    """Return the table `data/occupations.csv` in its order."""
    with open(DATA, encoding="utf-8", newline="") as file:
        return tuple(
            Occupation(
                title=row["title"],
                alternatives=_items(row["alternatives"]),
                code=row["isco"],
                soc=row["onet_soc"],
                essential_skills=_items(row["essential_skills"]),
                useful_skills=_items(row["useful_skills"]),
            )
            for row in csv.DictReader(file)
        )


@cache
def occupation_titles() -> dict[str, Occupation]:
    """Return every title and alternative in lower case with its occupation."""
    return {name.casefold(): row for row in occupations() for name in (row.title, *row.alternatives)}


def occupation_of(role: str) -> Occupation | None:
    """Return the occupation that a role in the learner's words stands for, `None` where no title is close enough."""
    titles = occupation_titles()
    name = role.casefold().strip()
    if name in titles:
        return titles[name]
    best = process.extractOne(name, titles.keys(), scorer=fuzz.token_set_ratio, score_cutoff=SIMILAR)
    return titles[best[0]] if best else None


def skills_of(role: str) -> tuple[str, ...]:
    """Return the skills a role needs, essential ones first; empty where the role is not in the table."""
    found = occupation_of(role)
    return found.essential_skills + found.useful_skills if found else ()


def _items(cell: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in cell.split(";") if item.strip())
