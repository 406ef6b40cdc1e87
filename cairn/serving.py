"""`cairn serve` and `cairn index`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from cairn.common import catalogue_option, json_option, load_recommender, print_json, settings_for

ROOT = Path(__file__).parent.parent


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True)
@click.option("--host", default="localhost", show_default=True, help="0.0.0.0 lets other machines in.")
@catalogue_option
def serve(port: int, host: str, catalogue: Path | None) -> None:
    """Serve the web interface."""
    if catalogue:
        os.environ["CAIRN_CATALOGUE"] = str(catalogue.resolve())
    from streamlit.web import cli as streamlit

    os.chdir(ROOT)  # Streamlit finds its theme in the folder it is started from
    streamlit.main_run.main(
        [str(ROOT / "app.py"), f"--server.port={port}", f"--server.address={host}", "--server.headless=true"],
        prog_name="streamlit run",
    )


@click.group()
def index() -> None:
    """Build or check the search index."""


def model_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--model", help="A sentence-transformers name or folder instead of the packaged model.")(
        command
    )


@index.command("build")
@catalogue_option
@model_option
def index_build(catalogue: Path | None, model: str | None) -> None:
    """Build the index where it is missing, stale or damaged; encode only what changed."""
    from recommender import recommender
    from recommender.dialogue import Assistant

    settings = settings_for(catalogue, model=model)
    state = recommender.check(settings)
    if state.status != "fresh":
        click.echo(f"The index is {state.status} ({state.reason}): building.", err=True)
        loaded = load_recommender(settings)
        Assistant(loaded).warm_up()
        click.echo(f"Index of {len(loaded.catalogue)} credentials built.", err=True)
    else:
        click.echo("The index is fresh: nothing to do.", err=True)


@index.command("check")
@catalogue_option
@model_option
@json_option
def index_check(catalogue: Path | None, model: str | None, as_json: bool) -> None:
    """Say whether the index can be served as it is: exit status 0 if so, 1 if it would be rebuilt."""
    from recommender import recommender

    settings = settings_for(catalogue, model=model)
    state = recommender.check(settings)
    directory = recommender.index_directory(settings)
    if as_json:
        print_json({"status": state.status, "reason": state.reason or None, "directory": str(directory)})
    else:
        click.echo(f"{state.status}: {directory}" + (f" ({state.reason})" if state.reason else ""))
    if state.status != "fresh":
        sys.exit(1)
