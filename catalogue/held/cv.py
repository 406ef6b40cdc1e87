"""Read a CV (PDF, DOCX or text): what in it looks like skills, roles and credentials, for the learner to confirm.

What counts as a skill comes in with the `Vocabulary`; nothing of the CV is kept beyond the lines that show each find.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

import docx
import pypdf

from catalogue.cleaning import clean_text
from catalogue.held.reader import contents
from catalogue.held.report import HeldError, HeldNote

Kind = Literal["skill", "role", "credential"]
Finder = Callable[[str], Iterable[str]] | Iterable[str]
MAX_PAGES = 50
MAX_PAGE = 5_000_000
MAX_CHARACTERS = 300_000
MAX_LINE = 2_000
MAX_UNPACKED = 100_000_000
# A name as short as "R" or "Go" counts only where it is written exactly so.
EXACT_UP_TO = 2
WORD = re.compile(r"[^\W_]+(?:[+#]+|(?:[.'&/-][^\W_]+))*")


@dataclass(frozen=True)
class Vocabulary:
    """What to look for: for each kind either the names themselves, or a function from a line of text to names."""

    skills: Finder = ()
    roles: Finder = ()
    credentials: Finder = ()


@dataclass(frozen=True)
class Found:
    """One find: `name` as the vocabulary has it, `line` as the CV shows it. A suggestion until the learner says yes."""

    kind: Kind
    name: str
    line: str


@dataclass
class CvReport:
    """What a CV seems to say, each thing once, in the order of the CV; `notes` say what could not be read."""

    name: str
    found: list[Found] = field(default_factory=list)
    notes: list[HeldNote] = field(default_factory=list)

    def as_text(self) -> str:
        """Return the finds as questions to confirm."""
        lines = [f"{self.name}: {len(self.found)} found; please confirm each before it is used."]
        lines += [f"- {item.kind}: {item.name}? (from: {item.line!r})" for item in self.found]
        return "\n".join(lines + [f"! {note}" for note in self.notes])

    def as_json(self) -> dict[str, Any]:
        """Return plain values for a machine."""
        found = [{"kind": item.kind, "name": item.name, "line": item.line} for item in self.found]
        return {"name": self.name, "found": found, "notes": [note.as_json() for note in self.notes]}


def read_cv(source: Path | str | bytes, vocabulary: Vocabulary, name: str | None = None) -> CvReport:
    """Return what a CV says in the words of the vocabulary; a file that cannot be read gives a note, never an error."""
    report = CvReport(name or ("this file" if isinstance(source, bytes) else Path(source).name))
    try:
        lines = _lines(_text(contents(source), report))
    except HeldError as error:
        report.notes.append(HeldNote(report.name, str(error), "refused"))
        return report
    finders = [_finder(wanted) for wanted in (vocabulary.skills, vocabulary.roles, vocabulary.credentials)]
    seen: set[tuple[str, str]] = set()
    for line in lines:
        for kind, find in zip(get_args(Kind), finders, strict=True):
            for item in find(line):
                if (kind, item.lower()) not in seen:
                    seen.add((kind, item.lower()))
                    report.found.append(Found(kind, item, line[:200]))
    return report


def _finder(wanted: Finder) -> Callable[[str], Iterable[str]]:
    """Return a function from a line to the names in it: whole words, longest first, so "data analysis" hides "data"."""
    if callable(wanted):
        return wanted
    names: dict[tuple[str, ...], str] = {}
    for name in wanted:
        key = tuple(word if len(name) <= EXACT_UP_TO else word.lower() for word in WORD.findall(name))
        if key:
            names.setdefault(key, name)
    longest = max(map(len, names), default=0)

    def find(line: str) -> Iterator[str]:
        words = WORD.findall(line)
        place = 0
        while place < len(words):
            for size in range(min(longest, len(words) - place), 0, -1):
                key = tuple(words[place : place + size])
                name = names.get(key) or names.get(tuple(word.lower() for word in key))
                if name and (len(name) > EXACT_UP_TO or name == key[0]):
                    yield name
                    place += size - 1
                    break
            place += 1

    return find


def _text(data: bytes, report: CvReport) -> str:
    """Return the text of a PDF, DOCX or plain text file, cut at MAX_CHARACTERS with a note. Raises HeldError."""
    if data.startswith(b"%PDF"):
        text = _pdf_text(data, report)
    elif data.startswith(b"PK\x03\x04"):
        text = _docx_text(data)
    else:
        text = _plain_text(data)
    if len(text) > MAX_CHARACTERS:
        report.notes.append(HeldNote(report.name, f"only its first {MAX_CHARACTERS} characters were read", "remark"))
    return text[:MAX_CHARACTERS]


def _pdf_text(data: bytes, report: CvReport) -> str:
    """Return the text of a PDF's first MAX_PAGES pages. Raises HeldError."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise HeldError("this PDF is locked with a password; save a copy without one and bring that")
        if len(reader.pages) > MAX_PAGES:
            report.notes.append(HeldNote(report.name, f"only its first {MAX_PAGES} pages were read", "remark"))
        parts: list[str] = []
        for number in range(min(len(reader.pages), MAX_PAGES)):
            page_contents = reader.pages[number].get_contents()
            if page_contents is not None and len(page_contents.get_data()) > MAX_PAGE:
                raise HeldError(
                    f"page {number + 1} of this PDF unpacks to more than {MAX_PAGE // 10**6} MB; no CV does"
                )
            parts.append(reader.pages[number].extract_text())
            if sum(map(len, parts)) > MAX_CHARACTERS:
                break
    except HeldError:
        raise
    # A damaged PDF makes the parser trip in more ways than its own error family covers.
    except Exception as error:
        raise HeldError("this PDF is damaged or built in a way that cannot be read; save it as PDF again") from error
    text = "\n".join(parts)
    if not text.strip():
        raise HeldError("this PDF holds only pictures of its pages; save it as text and bring that")
    return text


def _docx_text(data: bytes) -> str:
    """Return the text of a Word document's paragraphs and tables. Raises HeldError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
                raise HeldError(f"this document unpacks to more than {MAX_UNPACKED // 10**6} MB; no CV does")
        document = docx.Document(io.BytesIO(data))
        lines = [paragraph.text for paragraph in document.paragraphs]
        lines += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    except HeldError:
        raise
    # As above: a damaged archive or an XML attack surfaces as an error of zipfile, lxml, python-docx or the language.
    except Exception as error:
        raise HeldError("this is not a Word document that can be read; save it as DOCX or PDF again") from error
    return "\n".join(lines)


def _plain_text(data: bytes) -> str:
    """Return plain text in UTF-8, UTF-16 with its mark, or the Western European code page. Raises HeldError."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        raise HeldError("the file is neither PDF, DOCX nor text; save the CV as one of these")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _lines(text: str) -> list[str]:
    """Return the lines of a text that say anything, as plain text."""
    lines = (clean_text(line[:MAX_LINE]).text for line in text.splitlines())
    return [line for line in lines if line]
