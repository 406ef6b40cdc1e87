"""Read one file that a learner brings and say what they hold: `read_held(path_or_bytes, name) -> HeldReport`.

The format is seen from the content, never from the file's name. Nothing is fetched, stored or run; whatever cannot be
read is refused with one sentence, and nothing is ever raised for what a file says.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from catalogue.cleaning import clean_text
from catalogue.held import baked, europass, openbadges, records_of_learning, token
from catalogue.held.report import HeldError, HeldReport, Verdict
from catalogue.held.values import listed, objects, parsed, types

MAX_BYTES = 20_000_000
MAX_ITEMS = 500
MAX_WRAPPING = 10
EXPECTED = "Open Badges 2 or 3 (also as PNG or SVG), CLR 2, European Digital Credentials or LER-RS"


def read_held(source: Path | str | bytes, name: str | None = None) -> HeldReport:
    """Return what a file (a path, or its bytes) says the learner holds, with a note on all that was not taken.

    `name` is what the file is called in the report. A CV is read by `cv.read_cv`.
    """
    report = HeldReport(_shown(name or ("this file" if isinstance(source, bytes) else Path(source).name)))
    try:
        _read(report, contents(source))
    except HeldError as error:
        report.refuse("", str(error))
    if not report.items and not report.notes:
        report.refuse("", f"there is no credential in it; expected {EXPECTED}")
    return report


def contents(source: Path | str | bytes) -> bytes:
    """Return a file's bytes. Raises HeldError when it is missing, empty or larger than MAX_BYTES."""
    try:
        if not isinstance(source, bytes):
            if Path(source).stat().st_size > MAX_BYTES:
                raise HeldError(f"the file is larger than {MAX_BYTES // 10**6} MB; no single credential is")
            source = Path(source).read_bytes()
    except (OSError, ValueError) as error:
        raise HeldError("the file cannot be opened; check its name and try again") from error
    if len(source) > MAX_BYTES:
        raise HeldError(f"the file is larger than {MAX_BYTES // 10**6} MB; no single credential is")
    if not source.strip(b"\0 \t\r\n"):
        raise HeldError("the file is empty; download it again from its issuer")
    return source


def _read(report: HeldReport, data: bytes) -> None:
    """Add what is held in these bytes. Raises HeldError when the whole file is unusable."""
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n\xff\xfe\0")
    if data.startswith(baked.PNG_SIGNATURE):
        _read_text(report, baked.in_png(data))
    elif data.startswith((b"%PDF", b"PK\x03\x04")):
        raise HeldError(f"this is a document and not a digital credential, so read it as a CV; expected {EXPECTED}")
    elif start.startswith(b"<"):
        _read_xml(report, data)
    else:
        _read_text(report, data)


def _read_xml(report: HeldReport, data: bytes) -> None:
    """Add what a Europass XML file or a baked SVG picture holds. Raises HeldError."""
    root = baked.xml_root(data)
    if europass.is_edc(root):
        europass.read_edc(report, root)
    elif etree.QName(root).localname == "svg":
        text, scripts = baked.in_svg(root)
        if scripts:
            report.remark("svg", f"has {scripts} script{'s' * (scripts > 1)}, not read and not run")
        _read_text(report, text)
    else:
        raise HeldError(f"this XML file is a {etree.QName(root).localname[:40]!r}; expected {EXPECTED}")


def _read_text(report: HeldReport, text: str | bytes) -> None:
    """Add what a JSON text or a token holds. Raises HeldError."""
    plain = text if isinstance(text, str) else text.decode("utf-8-sig", errors="replace")
    if token.COMPACT.fullmatch(plain):
        document, verdict = token.opened(plain)
        _read_document(report, "", _unwrapped(document), verdict)
    elif plain.strip().lower().startswith(("http://", "https://")):
        raise HeldError("the badge is only a web address, which is not opened; download the badge file itself")
    elif "\0" in plain.strip("\0") and isinstance(text, str):
        raise HeldError("the text holds NUL bytes, so it is damaged; download it again from its issuer")
    else:
        _read_document(report, "", parsed(text), None)


def _unwrapped(document: Any) -> Any:
    """Return the credential in a token of the older form, which keeps it under "vc" and its dates outside."""
    if isinstance(document, dict) and isinstance(document.get("vc"), dict):
        issuer = document["vc"].get("issuer", document.get("iss"))
        return {**document["vc"], "issuer": issuer}
    return document


def _read_document(report: HeldReport, place: str, document: Any, outer: Verdict | None, depth: int = 0) -> None:
    """Add what one JSON document holds, looking inside wrappers; `outer` is the verdict on what it came in."""
    if len(report.items) >= MAX_ITEMS or depth > MAX_WRAPPING:
        report.refuse(place, f"only the first {MAX_ITEMS} entries and {MAX_WRAPPING} wrappings are read")
        return

    def inner(report: HeldReport, place: str, document: Any, outer: Verdict | None) -> None:
        _read_document(report, f"{place}.", document, outer, depth + 1)

    try:
        if isinstance(document, list):
            _read_list(report, place, document, outer, depth)
        elif not isinstance(document, (dict, str)):
            report.refuse(place.rstrip("."), f"is {type(document).__name__}, expected a credential")
        elif isinstance(document, str) or token.is_json_token(document) or _enveloped(document):
            _read_token(report, place, document, depth)
        elif "VerifiablePresentation" in types(document) or "@graph" in document:
            held = document.get("verifiableCredential", document.get("@graph"))
            _read_list(report, place, listed(held), outer, depth)
        elif records_of_learning.is_clr(document):
            records_of_learning.read_clr(report, place, document, outer, inner)
        elif europass.is_elm(document):
            europass.read_elm(report, place, document, outer)
        elif openbadges.is_version_3(document):
            openbadges.read_version_3(report, place.rstrip("."), document, outer)
        elif openbadges.is_version_2(document):
            openbadges.read_version_2(report, place.rstrip("."), document, {}, outer)
        elif records_of_learning.is_ler_rs(document):
            records_of_learning.read_ler_rs(report, place, document, outer, inner)
        else:
            report.refuse(place.rstrip("."), _unknown(document))
    except HeldError as error:
        report.refuse(place.rstrip("."), str(error))


def _read_list(report: HeldReport, place: str, documents: list[Any], outer: Verdict | None, depth: int) -> None:
    """Add what each document holds; a version 2 badge may point to its description beside it in the list."""
    known = {item["id"]: item for _, item in objects(documents) if isinstance(item.get("id"), str)}
    for position, document in enumerate(documents):
        where = f"{place}[{position}]"
        if isinstance(document, dict) and openbadges.is_version_2(document):
            openbadges.read_version_2(report, where, document, known, outer)
        elif not (isinstance(document, dict) and types(document) & {"BadgeClass", "Issuer", "Profile"}):
            _read_document(report, f"{where}.", document, outer, depth + 1)


def _enveloped(document: dict[str, Any]) -> bool:
    return "EnvelopedVerifiableCredential" in types(document)


def _read_token(report: HeldReport, place: str, value: str | dict[str, Any], depth: int) -> None:
    """Add what a token inside another document holds."""
    if isinstance(value, dict) and token.is_json_token(value):
        document, verdict = token.opened_json(value)
    else:
        text = value if isinstance(value, str) else str(value.get("id", "")).partition(",")[2]
        if not token.COMPACT.fullmatch(text):
            report.refuse(place.rstrip("."), "is a text, expected a credential")
            return
        document, verdict = token.opened(text)
    _read_document(report, place, _unwrapped(document), verdict, depth + 1)


def _unknown(document: dict[str, Any]) -> str:
    """Return why a document is not something held."""
    kinds = types(document)
    if kinds & {"BadgeClass", "Achievement"}:
        return "describes a badge that anyone may earn, not one that you hold; it belongs into a catalogue"
    if "EndorsementCredential" in kinds:
        return "is somebody's endorsement, not something that you hold"
    named = f"is of type {', '.join(sorted(kinds))[:80]}" if kinds else "states no type that Cairn knows"
    return f"{named}; expected {EXPECTED}"


def _shown(name: str) -> str:
    """Return a file's name as it may be shown: its last part, as plain text."""
    return clean_text(name.replace("\\", "/").rsplit("/", 1)[-1]).text[:120] or "this file"
