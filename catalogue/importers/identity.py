"""Give every imported credential an id that is the same next time: the source's own where it has one."""

from __future__ import annotations

import re
from hashlib import blake2b
from urllib.parse import unquote

# An id that can be used as it stands: no slashes, no climbing out of a folder, no white space.
PLAIN = re.compile(r"(?!.*\.\.)[^\W_][\w.:+@~-]{0,199}")
# A code that other catalogues may use as well: "62", "CS 101", "aas-100".
LOCAL = re.compile(r"[\w .-]{1,15}")
OWN_URN = "urn:cairn:"
SKILL = "#skill-"  # in the id of an outcome of ours that stands for a skill, before its number


def stable_id(source_id: str | None, url: str | None, provider: str | None, title: str, file_stem: str) -> str:
    """Return the id: the source's own id, else one made of the address, else of provider and title.

    A number or a course code says nothing outside its own file: the provider's name, or the file's, goes before it.
    Cairn's own ids come back as they were.
    """
    if source_id:
        own = source_id.removeprefix(OWN_URN)
        if own == source_id and LOCAL.fullmatch(own):
            return f"{slug(provider or file_stem, 60)}-{slug(own)}"
        return own if PLAIN.fullmatch(own) else _from_address(own)
    if url and re.match(r"https?://[^/]+/+[^/]", url):  # a bare home page belongs to all of a provider's offers
        return _from_address(url)
    return slug(f"{provider or ''} {title}", 120) or f"untitled-{_digest(title)}"


def _from_address(address: str) -> str:
    """Return a slug of an address; where the slug leaves signs out ("c", "c++"), a digest keeps the two apart."""
    path = re.sub(r"^(?:https?://(?:www\.)?|urn:(?:uuid:)?|did:)", "", unquote(address).strip())
    plain = slug(path, 150)
    lossless = re.fullmatch(r"[a-z0-9./_-]+", path) is not None and len(path) <= 150 and ".." not in path
    return plain if lossless else f"{plain}-{_digest(address)}".lstrip("-")


def slug(text: str, longest: int = 190) -> str:
    """Return lower-case words (of any script) joined by hyphens, cut at a hyphen where too long."""
    joined = re.sub(r"[\W_]+", "-", text.casefold()).strip("-")
    return joined if len(joined) <= longest else joined[:longest].rsplit("-", 1)[0].strip("-")


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=4).hexdigest()
