"""The command line: `cairn --help`. Results go to stdout, everything else to stderr; exit status 2 on bad input."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from tqdm import tqdm

from recommender.settings import Settings

if TYPE_CHECKING:  # the model's libraries take seconds to import, and half of the commands need none of them
    from recommender.dialogue import Assistant
    from recommender.recommender import Recommender

ROOT = Path(__file__).parent
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)

catalogue_option = click.option("--catalogue", type=FILE, help="A catalogue in JSON Lines instead of the default one.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON only.")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def cli() -> None:
    """Cairn recommends micro-credentials: why each one fits, at what level it stands, and what it stacks into."""


@cli.command()
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


@cli.command(context_settings={"ignore_unknown_options": True})
@click.argument("text")
@click.option("--top", type=click.IntRange(1, 100), default=5, show_default=True, help="How many results.")
@catalogue_option
@json_option
def recommend(text: str, top: int, catalogue: Path | None, as_json: bool) -> None:
    """Answer one message; TEXT "-" reads it from standard input."""
    from recommender.dialogue import Conversation, turn_json

    message = sys.stdin.read() if text == "-" else text
    assistant = _assistant(_settings(catalogue, n_results=top))
    conversation, reply = assistant.reply(Conversation(), clean(message))
    if as_json:
        turn = turn_json(conversation, reply)
        _print_json({name: turn[name] for name in ("profile", "recommendations", "set_aside", "reply")})
    else:
        click.echo(reply.text)


@cli.command()
@catalogue_option
@json_option
def chat(catalogue: Path | None, as_json: bool) -> None:
    """Hold a conversation; with --json, one JSON line in ({"message": …} or {"reset": true}), one out."""
    assistant = _assistant(_settings(catalogue))
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
            _print_json(turn_json(conversation, Reply(text=assistant.greeting(), intent="reset")))
        elif isinstance(request, dict) and isinstance(request.get("message"), str):
            conversation, reply = assistant.reply(conversation, clean(request["message"]))
            _print_json(turn_json(conversation, reply))
        else:
            _print_json({"error": 'expected {"message": "..."} or {"reset": true} on one line.'})


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
        conversation, reply = assistant.reply(conversation, clean(line))
        click.echo(f"\n{reply.text}\n")


@cli.group()
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

    settings = _settings(catalogue, model=model)
    state = recommender.check(settings)
    if state.status != "fresh":
        click.echo(f"The index is {state.status} ({state.reason}): building.", err=True)
        loaded = _recommender(settings)
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

    settings = _settings(catalogue, model=model)
    state = recommender.check(settings)
    directory = recommender.index_directory(settings)
    if as_json:
        _print_json({"status": state.status, "reason": state.reason or None, "directory": str(directory)})
    else:
        click.echo(f"{state.status}: {directory}" + (f" ({state.reason})" if state.reason else ""))
    if state.status != "fresh":
        sys.exit(1)


def _settings(catalogue: Path | None = None, **changes: Any) -> Settings:
    """Return the environment's settings with the command's own options put in."""
    if catalogue is not None:
        changes["catalogue"] = catalogue
    given = {name: value for name, value in changes.items() if value is not None}
    return replace(Settings.from_environment(), **given)


def _recommender(settings: Settings) -> Recommender:
    """Load everything, showing a progress bar on stderr while an index is built, and what the catalogue lost."""
    from recommender.recommender import Recommender

    with tqdm(desc="Encoding", unit=" texts", file=sys.stderr, disable=None, leave=False) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        loaded = Recommender.load(settings, show)
    if loaded.catalogue.report:
        for note in loaded.catalogue.report.refused[:20]:
            click.echo(f"{settings.catalogue}: {note}", err=True)
    return loaded


def _assistant(settings: Settings) -> Assistant:
    from recommender.dialogue import Assistant

    return Assistant(_recommender(settings))


def clean(text: str) -> str:
    """Return the text with what no encoding can carry (lone surrogates) replaced."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _print_json(value: Any) -> None:
    """Print one line of JSON and flush it, so that a program on the other end of the pipe gets its answer."""
    print(json.dumps(value, ensure_ascii=False, allow_nan=False), flush=True)


def main() -> None:
    """Run the command line; bad input ends in one sentence on stderr and exit status 2."""
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        _fail(error.format_message())
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except (ValueError, OSError, RuntimeError) as error:
        if os.environ.get("CAIRN_DEBUG"):
            raise
        _fail(str(error) or error.__class__.__name__)
    except Exception as error:
        if os.environ.get("CAIRN_DEBUG"):
            raise
        _fail(f"something went wrong inside ({error.__class__.__name__}); CAIRN_DEBUG=1 shows where.", status=1)


def _fail(sentence: str, status: int = 2) -> None:
    print("cairn: " + " ".join(sentence.split()), file=sys.stderr)
    sys.exit(status)


if __name__ == "__main__":
    main()
