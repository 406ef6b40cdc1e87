"""Make a table of occupations out of ESCO's published CSV export: a folder or zip archive as it is downloaded."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from recommender.occupations import COLUMNS, OccupationError

# What each file's name begins with (a language or version may follow), and the columns that are read of it.
FILES = {
    "skills": ("conceptUri", "preferredLabel"),
    "occupations": ("conceptUri", "iscoGroup", "preferredLabel", "altLabels", "code"),
    "occupationSkillRelations": ("occupationUri", "relationType", "skillUri"),
}
RELATIONS = ("essential", "optional")
WHERE = "download the classification as CSV from the ESCO portal and name its folder or zip archive"


@dataclass(frozen=True)
class EscoImport:
    """What was written: occupations, those of them without any skill, skills, and relations that name nothing known."""

    n_occupations: int
    n_without_skills: int
    n_skills: int
    n_loose_relations: int


def import_esco(source: Path, out: Path) -> EscoImport:
    """Write the occupations of an ESCO export with their skills as a table; raises OccupationError.

    The files are read row by row; only the skills' names and each occupation's list of them are held.
    """
    with ExitStack() as stack:
        files = _open(source, stack)
        skills = {row["conceptUri"]: _one_line(row["preferredLabel"]) for row in _rows(files["skills"], "skills")}
        needed: dict[str, dict[str, list[str]]] = {}
        loose = 0
        for row in _rows(files["occupationSkillRelations"], "occupationSkillRelations"):
            if row["skillUri"] in skills and row["relationType"] in RELATIONS:
                lists = needed.setdefault(row["occupationUri"], {name: [] for name in RELATIONS})
                lists[row["relationType"]].append(skills[row["skillUri"]])
            else:
                loose += 1
        rows = (
            _table_row(row, needed.pop(row["conceptUri"], {})) for row in _rows(files["occupations"], "occupations")
        )
        n, bare = _write(rows, out)
    if n == 0:
        raise OccupationError(f"{source}: the file of occupations is empty; {WHERE}.")
    loose += sum(len(found) for lists in needed.values() for found in lists.values())
    return EscoImport(n, bare, len(skills), loose)


def _write(rows: Iterable[dict[str, str]], out: Path) -> tuple[int, int]:
    """Write a table once it is whole; return how many rows it has, and how many of them name no skill."""
    n, bare, part = 0, 0, out.with_name(f"{out.name}.part")
    try:
        with open(part, "w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            table.writeheader()
            for row in rows:
                table.writerow(row)
                n, bare = n + 1, bare + (not row["essential_skills"] and not row["useful_skills"])
        if n:
            part.replace(out)
    finally:
        part.unlink(missing_ok=True)
    return n, bare


def _table_row(row: dict[str, str], lists: dict[str, list[str]]) -> dict[str, str]:
    title = _one_line(row["preferredLabel"])
    others = [_one_line(name) for name in row["altLabels"].splitlines() if name.strip()]
    return {
        "title": title,
        "alternatives": ";".join(name for name in dict.fromkeys(others) if name != title),
        "isco": row["iscoGroup"],
        "esco": row["code"],
        "onet_soc": "",
        "essential_skills": ";".join(lists.get("essential", ())),
        "useful_skills": ";".join(lists.get("optional", ())),
    }


def _one_line(cell: str) -> str:
    """Return a cell's words apart by single spaces; the table parts names by semicolons."""
    return " ".join(cell.replace(";", ",").split())


def _open(source: Path, stack: ExitStack) -> dict[str, IO[bytes]]:
    """Return the three files by name, opened until the stack closes them."""
    found: dict[str, IO[bytes]] = {}
    try:
        if source.is_dir():
            names: dict[str, Path | str] = {path.name: path for path in sorted(source.rglob("*.csv"))}
        else:
            archive = stack.enter_context(zipfile.ZipFile(source))
            names = {Path(name).name: name for name in sorted(archive.namelist()) if name.endswith(".csv")}
        for kind in FILES:
            where = next((names[name] for name in names if name.split(".")[0].split("_")[0] == kind), None)
            if where is None:
                raise OccupationError(f"{source}: no {kind}_….csv in it; {WHERE}.")
            file = open(where, "rb") if isinstance(where, Path) else archive.open(where)  # noqa: SIM115
            found[kind] = stack.enter_context(closing(file))
    except (OSError, zipfile.BadZipFile, RuntimeError) as error:
        raise OccupationError(f"{source}: neither a folder nor a zip archive that can be read; {WHERE}.") from error
    return found


def _rows(file: IO[bytes], kind: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one file, each with every column that is read of it."""
    table = csv.DictReader(io.TextIOWrapper(file, encoding="utf-8-sig", newline=""))
    try:
        if missing := [name for name in FILES[kind] if name not in (table.fieldnames or ())]:
            raise OccupationError(f"{kind}: no column {missing[0]!r}; {WHERE}.")
        for row in table:
            cells = {name: (row[name] or "").strip() for name in FILES[kind]}
            if not cells[FILES[kind][0]]:
                raise OccupationError(f"{kind}, line {table.line_num}: no {FILES[kind][0]}; {WHERE}.")
            yield cells
    except (UnicodeDecodeError, csv.Error, EOFError, zipfile.BadZipFile, OSError) as error:
        raise OccupationError(f"{kind}, line {table.line_num}: cannot be read ({error}); {WHERE}.") from error
