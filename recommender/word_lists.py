"""Lists of plain words that the understanding looks up, from `data/word_lists.txt`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "word_lists.txt"


def word_list(name: str) -> frozenset[str]:
    """Return one list's words in lower case; raises KeyError when the file has no such list."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists: dict[str, frozenset[str]] = {}
    name = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[] ")
        elif line and not line.startswith("#"):
            lists[name] = lists.get(name, frozenset()) | frozenset(line.casefold().split())
    return lists
