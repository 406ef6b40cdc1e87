"""`cairn import`, `export`, `check` and `held`: catalogues and learners' records in other people's formats."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import get_args

import click
from tqdm import tqdm

from cairn.common import FILE, OUT, catalogue_option, json_option, print_json, settings_for
from catalogue import exporter, freshness, importer
from catalogue.held import CvReport, read_cv, read_held
from catalogue.importers.columns import Guide
from catalogue.store import Catalogue
from recommender.cv_words import is_cv, vocabulary
from recommender.recommender import make_encoder
from recommender.stacking import note_problems


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--format", "format_", type=click.Choice(importer.FORMATS), default="auto", show_default=True)
@click.option("--out", required=True, type=OUT, help="The catalogue to write; what it holds already is updated by id.")
@click.option(
    "--column", "columns", multiple=True, metavar="NAME=FIELD",
    help='What a column holds, where its name does not tell: "Blurb=summary"; "Blurb=none" leaves it out.',
)  # fmt: skip
@json_option
def import_command(files: tuple[Path, ...], format_: str, out: Path, columns: tuple[str, ...], as_json: bool) -> None:
    """Read FILES into a catalogue, and say what was read, kept, mended and refused.

    The report says as what each column was read; --column confirms or corrects it.
    """
    with tqdm(desc="Reading", unit="B", unit_scale=True, file=sys.stderr, disable=None, leave=False) as bar:

        def show(path: Path, done: int, size: int) -> None:
            bar.set_postfix_str(path.name)
            bar.total = size
            bar.update(done - bar.n)

        encode = make_encoder(settings_for()).encode_passages  # loads the model only if a column's name does not tell
        guide = Guide(encode, _choices(columns))
        reports = importer.import_files(files, format_, out=out, progress=show, guide=guide)
    if any(report.kept for report in reports):
        note_problems(reports, Catalogue.load(out))
    if as_json:
        print_json([report.as_json() for report in reports])
    else:
        click.echo("\n\n".join(report.as_text() for report in reports))
    if not any(report.kept for report in reports):
        sys.exit(2)


def _choices(columns: tuple[str, ...]) -> dict[str, str]:
    """Return column -> field of "NAME=FIELD"; raises click.UsageError."""
    if bad := [text for text in columns if "=" not in text]:
        raise click.UsageError(f'--column is {bad[0]!r}, expected NAME=FIELD, as in "Blurb=summary".')
    pairs = (text.rpartition("=") for text in columns)
    return {name.strip(): chosen.strip() for name, _, chosen in pairs}


@click.command()
@click.argument("catalogue", type=FILE)
@click.option("--format", "format_", required=True, type=click.Choice(exporter.FORMATS))
@click.option("--out", required=True, type=OUT)
@json_option
def export(catalogue: Path, format_: str, out: Path, as_json: bool) -> None:
    """Write CATALOGUE in another format, and say what that format cannot hold."""
    report = exporter.export_catalogue(Catalogue.load(catalogue), format_, out)
    if as_json:
        print_json(report.as_json())
    else:
        click.echo(report.as_text())


@click.command()
@catalogue_option
@click.option("--stale-after", type=click.IntRange(0), metavar="DAYS", help="Age from which facts count as stale.")
@json_option
def check(catalogue: Path | None, stale_after: int | None, as_json: bool) -> None:
    """List entries that are dead, expired, stale or undated, from their own dates and without a network.

    Exit status 1 where any is dead or expired.
    """
    settings = settings_for(catalogue, stale_after=stale_after)
    credentials = Catalogue.load(settings.catalogue)
    findings = list(freshness.check(credentials, date.today(), settings.stale_after))
    counts = {kind: sum(found.kind == kind for found in findings) for kind in get_args(freshness.Kind)}
    if as_json:
        entries = [found.as_json() for found in findings]
        print_json({"read": len(credentials), "stale_after": settings.stale_after, **counts, "entries": entries})
    else:
        for found in findings:
            click.echo(f"{found.kind}: {found.credential.id}: {found.text}")
        said = ", ".join(f"{count} {kind}" for kind, count in counts.items())
        click.echo(f"{len(credentials)} entries: {said} (stale: more than {settings.stale_after} days old).")
    if counts["dead"] or counts["expired"]:
        sys.exit(1)


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@json_option
def held(files: tuple[Path, ...], as_json: bool) -> None:
    """Read a learner's own badges, records and CVs: what they hold, and whether the signatures are whole.

    What a CV (PDF, DOCX, text) seems to say is listed for the learner to confirm.
    """
    words = vocabulary(Catalogue.load(settings_for().catalogue)) if any(is_cv(path.name) for path in files) else None
    reports = [read_cv(path, words) if words and is_cv(path.name) else read_held(path) for path in files]
    if as_json:
        print_json([report.as_json() for report in reports])
    else:
        click.echo("\n\n".join(report.as_text() for report in reports))
    if not any(report.found if isinstance(report, CvReport) else report.items for report in reports):
        sys.exit(2)
