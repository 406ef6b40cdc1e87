"""What every command shares: options, settings, and how to load Cairn with a progress bar."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from tqdm import tqdm

from recommender.settings import Settings

if TYPE_CHECKING:  # the model's libraries take seconds to import, and half of the commands need none of them
    from recommender.dialogue import Assistant
    from recommender.recommender import Recommender

MAX_NOTES = 20  # of what a catalogue lost or contradicts, told when it is loaded
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
OUT = click.Path(dir_okay=False, path_type=Path)

catalogue_option = click.option("--catalogue", type=FILE, help="A catalogue in JSON Lines instead of the default one.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON only.")


def settings_for(catalogue: Path | None = None, **changes: Any) -> Settings:
    """Return the environment's settings with the command's own options put in."""
    if catalogue is not None:
        changes["catalogue"] = catalogue
    given = {name: value for name, value in changes.items() if value is not None}
    return replace(Settings.from_environment(), **given)


def load_recommender(settings: Settings) -> Recommender:
    """Load everything, showing a progress bar on stderr while an index is built, and what the catalogue lost."""
    from recommender.recommender import Recommender

    with tqdm(desc="Encoding", unit=" texts", file=sys.stderr, disable=None, leave=False) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        loaded = Recommender.load(settings, show)
    notes = [*(loaded.catalogue.report.refused if loaded.catalogue.report else ()), *loaded.graph.in_words]
    for note in notes[:MAX_NOTES]:
        click.echo(f"{settings.catalogue}: {note}", err=True)
    if len(notes) > MAX_NOTES:
        click.echo(
            f"{settings.catalogue}: {len(notes) - MAX_NOTES} more; `cairn import` of the file lists them.", err=True
        )
    return loaded


def load_assistant(settings: Settings) -> Assistant:
    """Load the assistant over that recommender."""
    from recommender.dialogue import Assistant

    return Assistant(load_recommender(settings))


def print_json(value: Any) -> None:
    """Print one line of JSON and flush it, so that a program on the other end of the pipe gets its answer."""
    print(json.dumps(value, ensure_ascii=False, allow_nan=False), flush=True)
