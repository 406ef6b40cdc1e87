"""`cairn evaluate`: how well it finds and how well it understands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from cairn.common import (
    FILE,
    catalogue_option,
    json_option,
    load_assistant,
    load_recommender,
    print_json,
    settings_for,
)


@click.group()
def evaluate() -> None:
    """Measure Cairn against files of queries or dialogues."""


@evaluate.command()
@click.option("--queries", required=True, type=FILE, help='Messages, one {"id", "text"} a line.')
@click.option("--qrels", required=True, type=FILE, help="TREC judgements: query, 0, credential, grade 0 to 3.")
@click.option("--system", type=click.Choice(["cairn", "dense", "lexical", "rrf"]), help="One system instead of all.")
@catalogue_option
@json_option
def retrieval(queries: Path, qrels: Path, system: str | None, catalogue: Path | None, as_json: bool) -> None:
    """Search for every query: nDCG@10, recall@20 and MRR, per query, against the baselines."""
    from evaluation.retrieval import evaluate as search
    from evaluation.retrieval import read_judgements, read_queries

    read_queries(queries), read_judgements(qrels)  # a broken file is refused before the model is loaded
    report = search(load_recommender(settings_for(catalogue)), queries, qrels, system)
    if as_json:
        print_json(report.as_json())
    else:
        click.echo(report.in_words())


@evaluate.command()
@click.option("--scripts", required=True, type=FILE, help="Dialogue scripts, one JSON object a line.")
@catalogue_option
@json_option
def dialogue(scripts: Path, catalogue: Path | None, as_json: bool) -> None:
    """Play dialogue scripts: intent accuracy, slot precision, recall and F1, limits kept."""
    from catalogue.store import Catalogue
    from evaluation.dialogue import evaluate as play
    from evaluation.dialogue import read_scripts
    from recommender.dialogue import Conversation, turn_json

    read_scripts(scripts)  # a broken file is refused before the model is loaded
    settings = settings_for(catalogue)
    assistant = load_assistant(settings)

    def new_conversation() -> Callable[[str], dict[str, Any]]:
        conversation = Conversation()

        def answer(message: str) -> dict[str, Any]:
            nonlocal conversation
            conversation, reply = assistant.reply(conversation, message)
            return turn_json(conversation, reply)

        return answer

    report = play(scripts, new_conversation, Catalogue.load(settings.catalogue))
    if as_json:
        print_json(report.as_json())
    else:
        click.echo(report.as_text())


@evaluate.command()
@click.option("--spans", multiple=True, type=FILE, help="Text spans with their skill: CSV, columns span and label.")
@click.option("--labels", type=FILE, help="The skills to link spans to: CSV, one label a line under a heading.")
@click.option("--occupations", type=FILE, help="ESCO occupations (CSV, also gzipped): titles are linked to them.")
@json_option
def linking(spans: tuple[Path, ...], labels: Path | None, occupations: Path | None, as_json: bool) -> None:
    """Link text to skills and job titles to occupations: hit@1, @5 and @10, by words, by meaning and by both."""
    from evaluation.linking import in_words, measure, occupation_titles, skill_spans
    from recommender.recommender import make_encoder

    if (spans and labels is None) or not (spans or occupations):
        raise click.UsageError("name --spans and --labels, or --occupations, or all three.")
    tasks = [skill_spans(path, labels) for path in spans] if labels else []
    tasks += [occupation_titles(occupations)] if occupations else []
    settings = settings_for()
    encoder = make_encoder(settings)
    found = [measure(task, encoder, settings.index_root / f"linking-{len(task.targets)}") for task in tasks]
    if as_json:
        print_json({task.name: {"n_queries": len(task.queries), **row} for task, row in zip(tasks, found, strict=True)})
    else:
        click.echo("\n".join(in_words(task, row) for task, row in zip(tasks, found, strict=True)))
