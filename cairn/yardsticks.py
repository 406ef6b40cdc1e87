"""`cairn evaluate`: how well it finds and how well it understands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from cairn.common import FILE, catalogue_option, clean, json_option, load_assistant, print_json, settings_for


@click.group()
def evaluate() -> None:
    """Measure Cairn against files of queries or dialogues."""


@evaluate.command()
@click.option("--scripts", required=True, type=FILE, help="Dialogue scripts, one JSON object a line.")
@catalogue_option
@json_option
def dialogue(scripts: Path, catalogue: Path | None, as_json: bool) -> None:
    """Play dialogue scripts: intent accuracy, slot precision, recall and F1, limits kept."""
    from evaluation.dialogue import evaluate as play
    from evaluation.dialogue import read_scripts
    from recommender.dialogue import Conversation, turn_json

    read_scripts(scripts)  # a broken file is refused before the model is loaded
    assistant = load_assistant(settings_for(catalogue))

    def new_conversation() -> Callable[[str], dict[str, Any]]:
        conversation = Conversation()

        def answer(message: str) -> dict[str, Any]:
            nonlocal conversation
            conversation, reply = assistant.reply(conversation, clean(message))
            return turn_json(conversation, reply)

        return answer

    report = play(scripts, new_conversation)
    if as_json:
        print_json(report.as_json())
    else:
        click.echo(report.as_text())
