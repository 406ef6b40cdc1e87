"""`cairn recommend`, `cairn chat` and `cairn plan`."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cairn.common import (
    OUT,
    catalogue_option,
    json_option,
    load_assistant,
    load_recommender,
    print_json,
    settings_for,
)

if TYPE_CHECKING:
    from catalogue.records import Mode
    from recommender.dialogue import Assistant
    from recommender.planning_problem import Preference
    from recommender.profile import Budget, LevelRange


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("text")
@click.option("--top", type=click.IntRange(1, 100), default=5, show_default=True, help="How many results.")
@catalogue_option
@json_option
def recommend(text: str, top: int, catalogue: Path | None, as_json: bool) -> None:
    """Answer one message; TEXT "-" reads it from standard input."""
    from recommender.dialogue import Conversation, turn_json

    message = sys.stdin.read() if text == "-" else text
    assistant = load_assistant(settings_for(catalogue, n_results=top))
    conversation, reply = assistant.reply(Conversation(), message)
    if as_json:
        turn = turn_json(conversation, reply)
        print_json({name: turn[name] for name in ("profile", "recommendations", "set_aside", "reply")})
    else:
        click.echo(reply.in_full)


@click.command()
@catalogue_option
@json_option
def chat(catalogue: Path | None, as_json: bool) -> None:
    """Hold a conversation; with --json, one JSON line in ({"message": …} or {"reset": true}), one out."""
    assistant = load_assistant(settings_for(catalogue))
    if as_json:
        _chat_in_json(assistant)
    else:
        _chat_in_text(assistant)


def _chat_in_json(assistant: Assistant) -> None:
    """Answer every line of stdin with one line; a line that is no request gets {"error": …} and changes nothing."""
    from recommender.dialogue import Conversation, Reply, turn_json

    conversation = Conversation()
    for line in sys.stdin:
        if not line.strip():
            continue
        try:
            request = json.loads(line)
        except (ValueError, RecursionError):
            request = None
        if isinstance(request, dict) and request.get("reset") is True:
            conversation = Conversation()
            print_json(turn_json(conversation, Reply(text=assistant.greeting(), intent="reset")))
        elif isinstance(request, dict) and isinstance(request.get("message"), str):
            conversation, reply = assistant.reply(conversation, request["message"])
            print_json(turn_json(conversation, reply))
        else:
            print_json({"error": 'expected {"message": "..."} or {"reset": true} on one line.'})


def _chat_in_text(assistant: Assistant) -> None:
    """Talk at the terminal until the end of input or Ctrl-D."""
    from recommender.dialogue import Conversation

    conversation = Conversation()
    click.echo(assistant.greeting() + "\n(Ctrl-D ends.)\n", err=True)
    while True:
        click.echo("> ", nl=False, err=True)
        line = sys.stdin.readline()
        if not line:
            return
        conversation, reply = assistant.reply(conversation, line)
        click.echo(f"\n{reply.in_full}\n")


@click.command()
@click.option("--goal", required=True, help="An award, or skills apart by commas.")
@click.option("--hours-per-week", type=click.FloatRange(0, 168, min_open=True), help="Your pace.")
@click.option("--budget", metavar="MONEY", help='The most you will pay: "400 EUR"; a bare number has no currency.')
@click.option("--weeks", type=click.FloatRange(0, min_open=True), help="The most weeks from start to end.")
@click.option("--hours", type=click.FloatRange(0, min_open=True), help="The most hours of work in all.")
@click.option("--mode", type=click.Choice(["online", "blended", "in person"]), help="The form of study.")
@click.option("--language", "languages", multiple=True, metavar="CODE", help="A language of teaching, such as en.")
@click.option("--level", metavar="FRAMEWORK:MIN-MAX", help='Levels to keep to: "EQF:5-6", "NFQ:6".')
@click.option("--held", multiple=True, metavar="ID", help="A credential you hold already; may be given several times.")
@click.option("--prefer", type=click.Choice(["time", "cost", "fewest"]), default="time", show_default=True)
@click.option(
    "--out", type=OUT, help="Write the plan to a file as well, to print or hand over: .pdf, .docx, .csv, .ics or .json."
)
@click.option("--time-limit", type=click.FloatRange(0, min_open=True), default=10.0, show_default=True, help="Seconds.")
@catalogue_option
@json_option
def plan(
    goal: str,
    hours_per_week: float | None,
    budget: str | None,
    weeks: float | None,
    hours: float | None,
    mode: Mode | None,
    languages: tuple[str, ...],
    level: str | None,
    held: tuple[str, ...],
    prefer: Preference,
    out: Path | None,
    time_limit: float,
    catalogue: Path | None,
    as_json: bool,
) -> None:
    """Plan the way to an award or to a set of skills: week by week, with running totals and what is not known."""
    from recommender import planning
    from recommender.goals import find_goal
    from recommender.handover import Handover, write_handover
    from recommender.profile import LearnerProfile

    ending = _ending(out) if out else None
    limits = LearnerProfile(
        max_hours_per_week=hours_per_week,
        max_cost=_budget(budget) if budget else None,
        max_weeks=weeks,
        max_hours=hours,
        mode=mode,
        languages=languages,
        level=_level(level) if level else None,
    )
    recommender = load_recommender(settings_for(catalogue))
    if unknown := [name for name in held if name not in recommender.catalogue]:
        raise click.UsageError(f"--held {unknown[0]}: no credential of the catalogue has this id.")
    graph = recommender.graph
    target = find_goal(goal, graph, recommender.catalogue, recommender.encoder)
    found = planning.plan(target, limits, graph, prefer=prefer, held=held, time_limit_s=time_limit)
    if as_json:
        print_json(found.as_json())
    else:
        click.echo(found.as_text())
    if out and ending:
        if not isinstance(found, planning.Plan):
            raise click.ClickException(f"{out} was not written, because there is no plan.")
        out.write_bytes(write_handover(Handover(plan=found), ending))


def _ending(out: Path) -> str:
    """Return the format that a file's name asks for; raises click.UsageError."""
    from recommender.handover import WRITERS

    ending = out.suffix[1:].lower()
    if ending not in WRITERS:
        raise click.UsageError(f"--out is {str(out)!r}, expected a name that ends in .{', .'.join(WRITERS)}.")
    return ending


def _budget(text: str) -> Budget:
    """Return the amount and currency of "400 EUR", "€400" or "400"; raises click.UsageError."""
    from recommender.profile import Budget
    from recommender.slots.money import currency_of

    read = re.fullmatch(r"\s*([^\d\s]*)\s*(\d[\d,]*(?:\.\d+)?)\s*([^\d\s]*)\s*", text)
    unit = (read[1] or read[3]) if read else ""
    currency = currency_of(unit, None) if unit else None
    if read is None or (read[1] and read[3]) or (unit and currency is None):
        raise click.UsageError(f'--budget is {text!r}, expected an amount and a currency, as in "400 EUR" or "€400".')
    return Budget(amount=float(read[2].replace(",", "")), currency=currency)


def _level(text: str) -> LevelRange:
    """Return the range of "EQF:5-6", "EQF:5" or "5-6"; raises click.UsageError."""
    from catalogue.frameworks import FrameworkError, find_framework
    from recommender.profile import LevelRange

    read = re.fullmatch(r"\s*(?:(.+?)[: ])?\s*(\d+(?:\.\d+)?)(?:\s*-\s*(\d+(?:\.\d+)?))?\s*", text)
    if read is None:
        raise click.UsageError(f'--level is {text!r}, expected a framework and levels, as in "EQF:5-6" or "NFQ:6".')
    try:
        framework = find_framework(read[1]).code if read[1] else None
    except FrameworkError as error:
        raise click.UsageError(f"--level: {error}") from error
    return LevelRange(framework=framework, min=float(read[2]), max=float(read[3] or read[2]))
