"""Open a stranger's file: find its encoding, drop its NUL bytes, and refuse what is no text, in one sentence each."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from charset_normalizer import from_bytes

from catalogue.records import RecordError

CHUNK = 1 << 20
HEAD = 1 << 18
Progress = Callable[[Path, int, int], None]  # file, bytes read, bytes in all

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What catalogues that are not UTF-8 are written in.
LIKELY = [
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1256",
    "cp932",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
    "mac_roman",
]
HELD_COMMAND = "`cairn held`"  # where a learner's own files go
# First bytes of files that are no text, and what to do with them.
BINARY = (
    (
        b"%PDF",
        f"a PDF document; add a learner's CV with {HELD_COMMAND}, and give a catalogue as CSV, Excel, JSON or XML",
    ),
    (b"\x89PNG", f"a PNG picture; a badge baked into a picture is a learner's record: add it with {HELD_COMMAND}"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an Excel file of the old kind (.xls); save it as .xlsx or CSV"),
    (b"SQLite format 3", "a database; export the table as CSV"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
)


class FileRefused(RecordError):
    """A file that cannot be imported at all, or from here on; the message is the reason and the remedy."""


@dataclass
class Source:
    """One file to read: `head` is its beginning, `encoding` how its text is written (`None` for a workbook)."""

    path: Path
    size: int
    head: bytes
    encoding: str | None
    remarks: list[str] = field(default_factory=list)
    progress: Progress | None = None

    @property
    def is_zip(self) -> bool:
        """Return whether the file is a ZIP container, as Excel workbooks are."""
        return self.head.startswith(b"PK\x03\x04")

    @property
    def beginning(self) -> str:
        """Return the first quarter of a megabyte as text."""
        return self.head.decode(self.encoding or "utf-8", errors="replace").lstrip("\ufeff").replace("\x00", "")

    def tell(self, done: int) -> None:
        """Report how many of the file's bytes have been read."""
        if self.progress:
            self.progress(self.path, done, self.size)

    def bytes(self) -> BinaryIO:
        """Return the file's bytes from the start, reporting progress as they are read."""
        return io.BufferedReader(_Counted(self), CHUNK)

    def lines(self) -> Iterator[str]:
        """Yield the file's lines as text, without NULs; what cannot be decoded becomes U+FFFD."""
        with io.TextIOWrapper(self.bytes(), encoding=self.encoding or "utf-8", errors="replace", newline="") as text:
            for line in _bounded_lines(text):
                yield line.replace("\x00", "") if "\x00" in line else line

    def utf8(self) -> BinaryIO:
        """Return the file's bytes as UTF-8 without byte order mark, whatever its own encoding is."""
        return self.bytes() if self.encoding == "utf-8" else io.BufferedReader(_Recoded(self.lines()), CHUNK)


def open_source(path: Path, progress: Progress | None = None) -> Source:
    """Return the file, its encoding found. Raises FileRefused when it cannot be opened, is empty or is no text."""
    try:
        size = path.stat().st_size
        with open(path, "rb") as file:
            head = file.read(HEAD)
    except OSError as error:
        raise FileRefused(f"the file cannot be opened ({error.strerror})") from error
    if not head.strip(b"\x00 \t\r\n"):
        raise FileRefused("the file is empty")
    for mark, what in BINARY:
        if head.startswith(mark):
            raise FileRefused(f"this is {what}")
    source = Source(path, size, head, None, progress=progress)
    if not source.is_zip:
        source.encoding = _encoding(source)
    return source


def _encoding(source: Source) -> str:
    """Return the encoding: by its mark, else UTF-8 where the whole file allows it, else the most plausible one."""
    for mark, name in BYTE_ORDER_MARKS:
        if source.head.startswith(mark):
            return name
    if wide := _wide_without_mark(source.head):
        source.remarks.append(f"the text is read as {wide}, which its bytes look like")
        return wide
    controls = sum(source.head.count(bytes([code])) for code in (*range(1, 9), *range(14, 32)))
    if controls > len(source.head) / 50:
        raise FileRefused("this is a binary file, not a text; give CSV, Excel (.xlsx), JSON, XML or HTML")
    if b"\x00" in source.head:
        source.remarks.append("NUL bytes were dropped")
    sample = _not_utf8(source.path)
    if sample is None:
        return "utf-8"
    text = sample.decode("utf-8", errors="replace")
    damaged, good = text.count("\ufffd"), sum(not char.isascii() and char != "\ufffd" for char in text)
    if damaged <= good / 5:
        source.remarks.append("the text is UTF-8 with a few damaged bytes, shown as \ufffd")
        return "utf-8"
    few = sum(byte > 127 for byte in sample) < 40  # too few signs for statistics: take the commonest encoding
    best = None if few else from_bytes(sample, cp_isolation=LIKELY).best()
    name = best.encoding if best else "cp1252"
    source.remarks.append(f"the text is not UTF-8; it is read as {name}, the encoding that its bytes fit best")
    return name


def _wide_without_mark(head: bytes) -> str | None:
    """Return UTF-16 where every other byte of ASCII text is NUL."""
    if len(head) < 8 or head.count(b"\x00") < len(head) * 0.3:
        return None
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _not_utf8(path: Path) -> bytes | None:
    """Return the lines around the first bytes that are not UTF-8, or `None` where the whole file is."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with open(path, "rb") as file:
        while chunk := file.read(CHUNK):
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                lines = [line for line in chunk.split(b"\n") if not line.isascii()]
                return b"\n".join(lines)[:HEAD]
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return b"\xff"
    return None


def _bounded_lines(text: io.TextIOWrapper) -> Iterator[str]:
    """Yield lines, cut where one is longer than sixteen million characters, so that no line fills the memory."""
    while line := text.readline(16 * CHUNK):
        yield line


class _Counted(io.RawIOBase):
    """The raw file, telling how far it has been read."""

    def __init__(self, source: Source) -> None:
        self._file = open(source.path, "rb", buffering=0)  # noqa: SIM115 - closed with the reader around it
        self._source = source
        self._done = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        count = self._file.readinto(buffer)
        self._done += count
        self._source.tell(self._done)
        return count

    def close(self) -> None:
        self._file.close()
        super().close()


class _Recoded(io.RawIOBase):
    """Lines of text as a stream of UTF-8 bytes."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self._left:
            self._left = next(self._lines, "").encode("utf-8", errors="replace")
        count = min(len(buffer), len(self._left))
        buffer[:count] = self._left[:count]
        self._left = self._left[count:]
        return count


def learners_record(what: str) -> str:
    """Return the sentence that answers a learner's own record where a catalogue was expected."""
    return (
        f"this is {what}: a learner's own record, not a catalogue. Add it to what the learner holds with {HELD_COMMAND}"
    )
