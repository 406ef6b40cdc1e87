"""Unpack an archive of catalogue files (ZIP, gzip) one file at a time and within bounds; names inside lead nowhere."""

from __future__ import annotations

import gzip
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from catalogue.importers.source import CHUNK, FileRefused

# The most that one file may unpack to, in bytes and as a multiple of its packed size, and the most files of an archive.
LARGEST, LARGEST_RATIO, MOST_FILES = 2 << 30, 200, 200
ENCRYPTED = 0x1  # in the flags of an archive's file
SMALL = 50 << 20  # up to here any ratio is harmless
DOCUMENTS = {"xl/workbook.xml", "word/document.xml"}  # a ZIP container with one of these is a file of its own
DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)


def files_in(path: Path, folder: Path) -> Iterator[Path | tuple[str, FileRefused]]:
    """Yield the file itself, or, of an archive, each file in it, unpacked into `folder` until the next is asked for.

    What cannot be unpacked is yielded as (its name, the reason).
    """
    try:
        with open(path, "rb") as file:
            head = file.read(4)
    except OSError:  # the reader of files says why
        head = b""
    packed: Iterator[Path | tuple[str, FileRefused]] | None = None
    if head == b"PK\x03\x04":
        packed = _zipped(path, folder)
    elif head[:2] == b"\x1f\x8b":
        packed = _gzipped(path, folder)
    if packed is None:
        yield path
        return
    yield from packed


def _zipped(path: Path, folder: Path) -> Iterator[Path | tuple[str, FileRefused]] | None:
    """Return the files of a ZIP archive, `None` where it is a document (or too damaged to tell)."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [m for m in archive.infolist() if not m.is_dir() and not _is_hidden(m.filename)]
    except DAMAGES:
        return None
    if DOCUMENTS & {member.filename for member in members} or not members:
        return None
    return _members(path, members, folder)


def _members(path: Path, members: list[zipfile.ZipInfo], folder: Path) -> Iterator[Path | tuple[str, FileRefused]]:
    with zipfile.ZipFile(path) as archive:
        for member in members[:MOST_FILES]:
            name = f"{path.name}!{_plain(member.filename)}"
            try:
                if member.flag_bits & ENCRYPTED:
                    raise FileRefused("it is locked with a password; unpack it yourself")
                with archive.open(member) as file:
                    part = _unpacked(file, folder / name, member.compress_size)
            except FileRefused as reason:
                yield name, reason
            except DAMAGES as error:
                yield (
                    name,
                    FileRefused(f"it cannot be unpacked ({error.__class__.__name__}); unpack it yourself"),
                )
            else:
                yield part
                part.unlink()
    if len(members) > MOST_FILES:
        too_many = f"the archive holds {len(members):,} files, of which the first {MOST_FILES} were read"
        yield path.name, FileRefused(too_many)


def _gzipped(path: Path, folder: Path) -> Iterator[Path | tuple[str, FileRefused]]:
    name = f"{path.name}!{_plain(path.name.removesuffix('.gz'))}"
    try:
        with gzip.open(path) as file:
            part = _unpacked(file, folder / name, path.stat().st_size)
    except FileRefused as reason:
        yield name, reason
    except DAMAGES as error:
        yield name, FileRefused(f"the gzip archive is damaged ({error.__class__.__name__}); download it again")
    else:
        yield part
        part.unlink()


def _unpacked(file: IO[bytes] | gzip.GzipFile, target: Path, packed: int) -> Path:
    """Write an archive's file to `target`. Raises FileRefused once it grows beyond what a real catalogue does."""
    written = 0
    with open(target, "wb") as out:
        while chunk := file.read(CHUNK):
            written += len(chunk)
            if written > LARGEST or (written > SMALL and written > LARGEST_RATIO * max(packed, 1)):
                break
            out.write(chunk)
        else:
            return target
    target.unlink()
    raise FileRefused(f"it unpacks from {packed:,} to more than {written:,} bytes, which no real catalogue does")


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in name.split("/"))


def _plain(name: str) -> str:
    """Return the last part of a name, in signs that no folder or shell takes for its own."""
    return re.sub(r"[^\w.-]+", "-", re.split(r"[/\\]", name)[-1]).strip(".-")[-100:] or "file"
