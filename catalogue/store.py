"""All credentials of one catalogue, with their facets as pandas columns so that filtering is vector work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pandas as pd

from catalogue.reader import DEFAULT_CATALOGUE, ReadReport, read_catalogue
from catalogue.records import Credential

FACETS = {
    "provider": "object",
    "platform": "object",
    "country": "object",
    "languages": "object",
    "framework": "object",
    "level": "object",
    "cost": "float64",
    "currency": "object",
    "hours": "float64",
    "weeks": "float64",
    "mode": "object",
    "pacing": "object",
    "n_stacks_into": "int64",
    "source_date": "object",
}


class Catalogue:
    """Credentials by id, in the order of their file.

    `facets` has one row per credential (index: id). Unknown is NaN or `None`; `languages` holds tuples; `hours`
    are total notional hours, `weeks` calendar weeks, `cost` whole units of `currency`.
    """

    def __init__(self, credentials: Iterable[Credential], report: ReadReport | None = None) -> None:
        self._by_id = {credential.id: credential for credential in credentials}
        self.report = report
        self.facets = facet_table(list(self._by_id.values()))

    @classmethod
    def load(cls, path: Path | str = DEFAULT_CATALOGUE) -> Catalogue:
        """Return the catalogue in a JSON Lines file. Raises RecordError when nothing in it is usable."""
        report = read_catalogue(Path(path))
        return cls(report.credentials, report)

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Credential]:
        return iter(self._by_id.values())

    def __contains__(self, credential_id: object) -> bool:
        return credential_id in self._by_id

    def __getitem__(self, credential_id: str) -> Credential:
        return self._by_id[credential_id]

    def get(self, credential_ids: Iterable[str]) -> list[Credential]:
        """Return the credentials with these ids, in this order, leaving out ids that are not in the catalogue."""
        return [self._by_id[name] for name in credential_ids if name in self._by_id]

    @property
    def ids(self) -> list[str]:
        """Return every id in file order."""
        return list(self._by_id)


def facet_table(credentials: Sequence[Credential]) -> pd.DataFrame:
    """Return one row of facets per credential, indexed by id, in the dtypes of FACETS."""
    rows = [
        {
            "provider": c.provider,
            "platform": c.platform,
            "country": c.country,
            "languages": c.languages,
            "framework": c.level.framework if c.level else None,
            "level": c.level.value if c.level else None,
            "cost": c.cost.amount if c.cost else None,
            "currency": c.cost.currency if c.cost else None,
            "hours": c.hours_total,
            "weeks": c.duration_weeks,
            "mode": c.mode,
            "pacing": c.pacing,
            "n_stacks_into": len(c.stacks_into),
            "source_date": c.source_date,
        }
        for c in credentials
    ]
    table = pd.DataFrame(rows, columns=list(FACETS), index=pd.Index([c.id for c in credentials], name="id"))
    return table.astype(FACETS)
