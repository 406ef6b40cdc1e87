"""A catalogue that one visitor brings: imported into a folder of this visit, and answered from by this visit alone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from catalogue.import_report import ImportReport
from catalogue.importer import import_files
from catalogue.importers.columns import Guide
from catalogue.importers.source import Progress
from catalogue.records import RecordError
from catalogue.store import Catalogue
from recommender.dialogue import Assistant
from recommender.recommender import Recommender, index_directory
from recommender.retrieval import Retriever
from recommender.stacking import note_problems

MAX_CREDENTIALS = 2_000  # encoding that many takes one to two minutes on two cores
MAX_NAME = 60  # characters


@dataclass(frozen=True)
class Choices:
    """How the visitor wants the files read: the format, and column -> field ("none" = not at all)."""

    format: str = "auto"
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Imported:
    """What was read of some files: a report on each, and the catalogue (`None` where nothing could be kept).

    `folder` holds everything on disk, and goes when the visit ends. `upload` tells this upload from another.
    """

    upload: tuple[str, ...]
    name: str
    reports: tuple[ImportReport, ...]
    catalogue: Catalogue | None
    folder: TemporaryDirectory[str]
    choices: Choices


@dataclass(frozen=True)
class OwnCatalogue:
    """A catalogue in use by one visit, with all that answers from it."""

    name: str
    recommender: Recommender
    assistant: Assistant
    folder: TemporaryDirectory[str]


def import_uploads(
    upload: tuple[str, ...],
    files: Sequence[tuple[str, bytes]],
    shared: Recommender,
    progress: Progress,
    choices: Choices,
) -> Imported:
    """Return what can be read of the files, given as (name, bytes); columns as chosen, else by name and by meaning."""
    folder: TemporaryDirectory[str] = TemporaryDirectory(prefix="cairn-visit-")
    out = Path(folder.name) / "catalogue.jsonl"
    paths = [_written(Path(folder.name), number, name, data) for number, (name, data) in enumerate(files)]
    reports = import_files(
        paths,
        choices.format,
        out=out,
        progress=progress,
        guide=Guide(shared.encoder.encode_queries, choices.columns),
    )
    for path in paths:
        path.unlink()
    try:
        catalogue = Catalogue.load(out) if out.exists() else None
        if catalogue is not None:
            note_problems(reports, catalogue)
    except RecordError:  # every reason stands in the reports
        catalogue = None
    name = ", ".join(path.name for path in paths)
    name = name if len(name) <= MAX_NAME else f"{name[: MAX_NAME - 1]}…"
    return Imported(upload, name, tuple(reports), catalogue, folder, choices)


def _written(folder: Path, number: int, name: str, data: bytes) -> Path:
    """Return the path of the file, written under a name that leads nowhere else."""
    safe = re.sub(r"[^\w.-]+", "-", name).strip(".-")[-100:] or "catalogue"
    path = folder / str(number) / safe
    path.parent.mkdir()
    path.write_bytes(data)
    return path


def load(imported: Imported, shared: Recommender, progress: Callable[[int, int], None]) -> OwnCatalogue:
    """Return all that answers from the imported catalogue, which must hold one; `progress` gets texts done and all."""
    assert imported.catalogue is not None
    folder = Path(imported.folder.name)
    settings = replace(shared.settings, catalogue=folder / "catalogue.jsonl", index_root=folder)
    directory = index_directory(settings)
    _copy_fixed_vectors(shared.directory, directory)
    retriever = Retriever.open(imported.catalogue, shared.encoder, directory, progress)
    recommender = Recommender(imported.catalogue, retriever, settings)
    return OwnCatalogue(imported.name, recommender, Assistant(recommender), imported.folder)


def _copy_fixed_vectors(source: Path, target: Path) -> None:
    """Copy the vectors of our own texts, which are the same for every catalogue; a stale copy is rebuilt when read."""
    for part in source.iterdir():
        if part.is_dir() and not part.name.startswith("generation-"):
            shutil.copytree(part, target / part.name, ignore=shutil.ignore_patterns(".lock"))
