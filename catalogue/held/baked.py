"""The credential text inside a picture (a "baked" badge); the picture itself is never drawn, nor its scripts run.

PNG: Open Badges baking, https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/baking/index.html, and
Open Badges 3.0 section 5.3. SVG: the same, as an element of its own.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from lxml import etree

from catalogue.held.report import HeldError

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEYWORDS = (b"openbadgecredential", b"openbadges")
SVG_ELEMENTS = (
    "{https://purl.imsglobal.org/ob/v3p0}credential",
    "{http://openbadges.org}assertion",
    "{https://openbadges.org}assertion",
)
MAX_TEXT = 5_000_000


def in_png(data: bytes) -> str:
    """Return the credential text of a PNG picture: JSON or a token. Raises HeldError."""
    for kind, body in _chunks(data):
        keyword, _, rest = body.partition(b"\0")
        if keyword in KEYWORDS and kind in (b"tEXt", b"zTXt", b"iTXt"):
            return _text(kind, rest)
    raise HeldError("this PNG picture has no badge inside it; download the badge itself from its issuer")


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield (type, content) of each chunk of a PNG that is whole."""
    place = len(PNG_SIGNATURE)
    while place + 12 <= len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        body = data[place + 8 : place + 8 + length]
        if len(body) < length:
            raise HeldError("this PNG picture is cut off; download it again from its issuer")
        yield kind, body
        place += length + 12


def _text(kind: bytes, rest: bytes) -> str:
    """Return the text of a PNG text chunk after its keyword, unpacked up to MAX_TEXT bytes."""
    packed = kind == b"zTXt"
    if kind == b"iTXt":
        packed = rest[:1] == b"\1"
        rest = rest[2:].partition(b"\0")[2].partition(b"\0")[2]
    elif packed:
        rest = rest[1:]
    if packed:
        unpacker = zlib.decompressobj()
        try:
            rest = unpacker.decompress(rest, MAX_TEXT)
        except zlib.error as error:
            raise HeldError("the badge inside this PNG picture is damaged; download it again") from error
        if unpacker.unconsumed_tail:
            raise HeldError(f"the badge inside this PNG picture unpacks to more than {MAX_TEXT // 10**6} MB")
    return rest.decode("utf-8", errors="replace")


def xml_root(data: bytes) -> etree._Element:
    """Return the root of an XML file, read without entities, DTDs or network. Raises HeldError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise HeldError(f"the file is not valid XML ({str(error)[:100]}); download it again from its issuer") from error
    grammar = root.getroottree().docinfo.internalDTD
    if grammar is not None and list(grammar.iterentities()):
        raise HeldError("the file defines XML entities, which no credential needs and which can be used to attack")
    return root


def in_svg(root: etree._Element) -> tuple[str, int]:
    """Return the credential text of an SVG picture, and how many scripts were left unread. Raises HeldError."""
    scripts = sum(1 for element in root.iter("{*}script"))
    for name in SVG_ELEMENTS:
        element = next(root.iter(name), None)
        if element is not None:
            text = (element.text or "").strip() or element.get("verify", "").strip()
            return text[:MAX_TEXT], scripts
    raise HeldError("this SVG picture has no badge inside it; download the badge itself from its issuer")
