"""The message made readable: cleaned, slang written out, cut into sentences, what is understood marked."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"
# Longer messages are cut: nobody states a wish in more words, and every pattern must stay fast.
MAX_CHARACTERS = 2_500
TAKEN = "¦"
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": " - ", "−": "-"})
_SENTENCE_END = re.compile(r"(?<=[!?。！？])\s*|(?<=\.)\s+(?![a-z0-9])|(?<=\.\.\.)\s+|\n+")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|approx|max|min|st|mr|mrs|ms|dr|vs|no|incl)\.$", re.I)
# What claims to speak for the program, with all that stands inside.
_INJECTED = re.compile(
    r"<(system|assistant|admin|developer|prompt|instructions?|script|style)\b[^<>]*>.*?(?:</\1>|$)", re.I | re.S
)


@cache
def slang() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of informal spellings and what each stands for, from `data/slang.csv`."""
    with open(DATA / "slang.csv", encoding="utf-8", newline="") as file:
        table = {row["written"]: row["meant"] for row in csv.DictReader(file)}
    words = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    return re.compile(rf"(?<![\w'])(?:{words})(?![\w'])", re.I), table


def clean(message: str) -> str:
    """Return the message without control, direction and markup characters, in one spelling of quotes and spaces."""
    text = unicodedata.normalize("NFKC", message[: MAX_CHARACTERS * 2])
    text = "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") or c == "\n" else " " for c in text)
    text = _INJECTED.sub(" ", text)
    text = re.sub(r"<[^<>]{0,200}>", " ", text.translate(_QUOTES)).replace(TAKEN, " ")
    text = re.sub(r"[ \t\xa0]+", " ", text)
    # What is repeated over and over, or one endless word, says nothing and would only cost time.
    text = re.sub(r"(.{1,8}?)\1{8,}", r"\1\1\1", text, flags=re.S)
    return re.sub(r"([!-~]{60})[!-~]+", r"\1", text).strip()[:MAX_CHARACTERS]


def write_out(text: str) -> str:
    """Return English text with informal spellings written out: "wanna" becomes "want to"."""
    pattern, table = slang()
    shouting = text.isupper()
    # "HR" and "NZ" are names; "hr" is an hour.
    return pattern.sub(
        lambda match: (
            match.group()
            if match.group().isupper() and len(match.group()) > 1 and not shouting
            else table[match.group().lower()]
        ),
        text,
    )


@dataclass(frozen=True)
class Sentence:
    """A stretch of the passage, with its place in the text."""

    start: int
    end: int
    text: str


@dataclass
class Passage:
    """A cleaned message. `text` never changes; `rest` is the same text with the words already understood blanked."""

    text: str
    language: str = "en"
    taken: list[tuple[int, int]] = field(default_factory=list)

    @property
    def rest(self) -> str:
        """Return the text with every taken character replaced by a mark that no pattern matches."""
        letters = list(self.text)
        for start, end in self.taken:
            letters[start:end] = TAKEN * (end - start)
        return "".join(letters)

    def take(self, match: re.Match[str], group: int | str = 0) -> str:
        """Mark what a match covers as understood and return its words."""
        self.taken.append(match.span(group))
        return self.text[slice(*match.span(group))].strip()

    def hide(self, start: int, end: int) -> None:
        """Keep a stretch out of every later reading."""
        self.taken.append((start, end))

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern in what is not taken yet."""
        yield from list(pattern.finditer(self.rest))

    @property
    def sentences(self) -> list[Sentence]:
        """Return the sentences in order, with their place in the text."""
        found, start = [], 0
        for match in [*_SENTENCE_END.finditer(self.text), None]:
            end = match.start() if match else len(self.text)
            if match and _ABBREVIATION.search(self.text[start:end]):
                continue
            if piece := self.text[start:end].strip():
                found.append(Sentence(start, end, piece))
            start = match.end() if match else end
        return found

    def before(self, start: int, characters: int = 40) -> str:
        """Return the words before a place, within its sentence, in lower case."""
        piece = self.text[max(0, start - characters) : start].lower()
        return re.split(r"[.!?。;]\s", piece)[-1]

    def after(self, end: int, characters: int = 40) -> str:
        """Return the words after a place, within its sentence, in lower case."""
        return re.split(r"[.!?。;](?:\s|$)", self.text[end : end + characters].lower())[0]
