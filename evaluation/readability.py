"""How hard Cairn's own words are to read: the grade of the prose of its English replies, over scripts.

python -m evaluation.readability SCRIPTS.jsonl [N]     # the first N scripts only
"""

from __future__ import annotations

import re
import statistics
import sys
from collections.abc import Iterable
from pathlib import Path

import textstat

from evaluation.dialogue import read_scripts
from recommender.dialogue import Assistant, Conversation
from recommender.recommender import Recommender
from recommender.settings import Settings

SHORTEST = 8  # words from which a grade says anything


def prose(reply: str) -> str:
    """Return a reply's sentences without its lists, tables and source lines, published names and quoted words."""
    lines = [
        line for line in reply.splitlines() if line.strip() and not re.match(r"\s*(?:\d+\.|[-*|]\s|Source:)", line)
    ]
    kept = re.sub(r"\*\*[^*]+\*\*", "it", " ".join(lines))
    return re.sub(r"“[^”]*”", "it", kept)


def grades(replies: Iterable[str]) -> list[float]:
    """Return the Flesch-Kincaid grade (years of school) of each reply that says enough to be graded."""
    texts = [text for text in map(prose, replies) if len(text.split()) >= SHORTEST]
    return [textstat.flesch_kincaid_grade(text) for text in texts]


def english_replies(path: Path, n: int | None = None) -> list[str]:
    """Return every reply to the English scripts of a file, or to its first `n`."""
    assistant, replies = Assistant(Recommender.load(Settings())), []
    scripts = [script for script in read_scripts(path) if script.get("language", "en") == "en"]
    for script in scripts[:n]:
        conversation = Conversation()
        for turn in script["turns"]:
            conversation, reply = assistant.reply(conversation, turn["message"])
            replies.append(reply.text)
    return replies


if __name__ == "__main__":
    found = english_replies(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
    graded, words = grades(found), [len(prose(reply).split()) for reply in found]
    print(
        f"{len(found)} replies, {len(graded)} graded: median grade {statistics.median(graded):.1f}, "
        f"highest {max(graded):.1f}; median {statistics.median(words):.0f} words of prose"
    )
