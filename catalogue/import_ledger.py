"""Remember on disk what an import has seen, so that a million records are told apart in bounded memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from hashlib import blake2b
from types import TracebackType

from catalogue.import_report import EXAMPLES, Duplicates, ImportReport
from catalogue.records import Credential


class Ledger:
    """A temporary database (deleted when closed): ids seen in this import, and what the catalogue held before."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("")  # the empty name: a private file on disk, which SQLite removes by itself
        self._db.executescript(
            """
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000;
            CREATE TABLE before (id TEXT PRIMARY KEY, digest BLOB) WITHOUT ROWID;
            CREATE TABLE seen (id TEXT PRIMARY KEY, digest BLOB, place TEXT) WITHOUT ROWID;
            CREATE TABLE titles (digest BLOB, title TEXT, provider TEXT, place TEXT, file TEXT);
            """
        )

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def remember(self, stored: Iterable[tuple[str, str]]) -> None:
        """Take in (id, line) of what the catalogue held before."""
        self._db.executemany(
            "INSERT OR IGNORE INTO before VALUES (?, ?)", ((name, _digest(line)) for name, line in stored)
        )

    def has(self, name: str) -> bool:
        """Return whether this import has read an entry with this id."""
        return self._db.execute("SELECT 1 FROM seen WHERE id = ?", (name,)).fetchone() is not None

    def admit(
        self, credential: Credential, line: str, own_id: bool, where: str, report: ImportReport
    ) -> Credential | None:
        """Return the credential under an id of its own, or `None` where it repeats an earlier one.

        The same id or address is the same credential, and the first is kept. An id made of provider and title may stand
        for two: with the same content it is a copy, otherwise it is numbered.
        """
        digest, place = _digest(line), f"{report.path.name}: {where}"
        name, number = credential.id, 1
        while (
            earlier := self._db.execute("SELECT digest, place FROM seen WHERE id = ?", (name,)).fetchone()
        ) is not None:
            if own_id or earlier[0] == digest:
                same = "the same content" if earlier[0] == digest else "other content; the first is kept"
                report.n_duplicates += 1
                if len(report.duplicates) < EXAMPLES:
                    places = (earlier[1], f"{place} ({same})")
                    report.duplicates.append(Duplicates(credential.title, credential.provider, 2, False, places))
                return None
            number += 1
            name = f"{credential.id[:190]}-{number}"
        self._db.execute("INSERT INTO seen VALUES (?, ?, ?)", (name, digest, place))
        key = _digest(f"{credential.title.casefold()}\n{(credential.provider or '').casefold()}")
        self._db.execute(
            "INSERT INTO titles VALUES (?, ?, ?, ?, ?)",
            (key, credential.title[:100], credential.provider, where, str(report.path)),
        )
        return credential if number == 1 else credential.model_copy(update={"id": name})

    def compare(self, name: str, line: str, report: ImportReport) -> None:
        """Count the entry as added, changed or unchanged against what the catalogue held before."""
        before = self._db.execute("SELECT digest FROM before WHERE id = ?", (name,)).fetchone()
        if before is None:
            report.added += 1
        elif before[0] == _digest(line):
            report.unchanged += 1
        else:
            report.changed += 1
            if len(report.changed_ids) < EXAMPLES:
                report.changed_ids.append(name)

    def list_duplicates(self, report: ImportReport) -> None:
        """Add to the report the titles that one provider has several entries of, all of which were kept."""
        groups = self._db.execute(
            "SELECT title, provider, COUNT(*), SUBSTR(GROUP_CONCAT(place, '\n'), 1, 300) FROM titles WHERE file = ? "
            "GROUP BY digest HAVING COUNT(*) > 1 ORDER BY COUNT(*) DESC, title LIMIT ?",
            (str(report.path), EXAMPLES),
        )
        for title, provider, count, places in groups:
            report.duplicates.append(Duplicates(title, provider, count, True, tuple(places.split("\n")[:5])))


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()
