"""The command line: `cairn --help`. Results go to stdout, everything else to stderr; exit status 2 on bad input."""

from __future__ import annotations

import os
import sys

import click

from cairn import conversation, files, serving, skills, tables, yardsticks


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def cli() -> None:
    """Cairn recommends micro-credentials: why each one fits, at what level it stands, and what it stacks into."""


for command in (
    *(serving.serve, conversation.recommend, conversation.chat, conversation.plan, tables.level, tables.convert),
    *(files.import_command, files.export, files.check, files.held, serving.index, skills.skills, skills.esco),
    yardsticks.evaluate,
):
    cli.add_command(command)


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
