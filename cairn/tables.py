"""`cairn level` and `cairn convert`: the framework and credit tables."""

from __future__ import annotations

import click

from cairn.common import json_option, print_json
from catalogue import credits, frameworks


@click.command()
@click.argument("framework")
@click.argument("level")
@click.option("--in", "to", metavar="FRAMEWORK", help="Compare with this framework.")
@json_option
def level(framework: str, level: str, to: str | None, as_json: bool) -> None:
    """Say what a level means, and what it compares with on another scale."""
    if as_json:
        print_json(frameworks.level_json(framework, level, to))
        return
    info = frameworks.find_framework(framework).level(level)
    there = frameworks.compare(framework, level, to or "EQF")
    click.echo(info.in_words)
    if there.to.code != info.framework:
        click.echo(there.in_words)
    for source in dict.fromkeys((*((info.source,) if info.source else ()), *there.sources)):
        click.echo(f"Source: {source}")


@click.command()
@click.argument("amount", type=float)
@click.argument("system")
@click.option("--to", required=True, metavar="SYSTEM", help='Another credit system, or "hours".')
@json_option
def convert(amount: float, system: str, to: str, as_json: bool) -> None:
    """Convert an amount of credit to another system, as a range with its basis."""
    if as_json:
        print_json(credits.convert_json(amount, system, to))
        return
    found = credits.convert(amount, system, to)
    click.echo(found.in_words)
    for source in found.sources:
        click.echo(f"Source: {source}")
