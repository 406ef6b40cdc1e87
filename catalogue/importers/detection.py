"""Tell which format a file is in by what it holds, not by its name; where that is undecided, name the candidates."""

from __future__ import annotations

import re
import zipfile
from collections import Counter

from catalogue.importers.json_document import parse_json
from catalogue.importers.source import HELD_COMMAND, FileRefused, Source

# What each format says of itself: contexts and namespaces (three points), types (two), prefixes of keys (one).
CONTEXTS = {
    "ctdl": r"credreg\.net|purl\.org/ctdl|\"envelope_(?:id|type|community)\"",
    "elm": r"data\.europa\.eu/(?:snb|europass|esco)|EuropeanDigitalCredential|europassCredential",
    "openbadge": r"w3id\.org/openbadges|purl\.imsglobal\.org/spec/(?:ob|clr)|openbadgespec\.org",
    "schemaorg": r"\"@?(?:context|vocab|import)\"\s*:\s*[\[{]?\s*\"(?:[a-z]+\"\s*:\s*\")?https?://schema\.org",
}
TYPES = {
    "ctdl": r"\"@?type\"\s*:\s*\[?\s*\"(?:ceterms|ceasn|https?://purl\.org/ctdl/terms/)[:A-Za-z]",
    "elm": r"\"@?type\"\s*:\s*\[?\s*\"(?:elm:)?(?:Qualification|LearningOpportunity|LearningAchievement\w*)\"",
    "openbadge": r"\"@?type\"\s*:\s*\[?\s*\""
    r"(?:BadgeClass|Achievement|Assertion|OpenBadgeCredential|ClrCredential|Issuer)\"",
    "schemaorg": r"\"@?type\"\s*:\s*\[?\s*\"(?:schema:|https?://schema\.org/)?"
    r"(?:Course|CourseInstance|EducationalOccupational\w+|LearningResource|ItemList)\"",
}
PREFIXES = {"ctdl": r"\"cete?rms:\w+\"\s*:", "elm": r"\"elm:\w+\"\s*:", "schemaorg": r"\"schema:\w+\"\s*:"}
# A verifiable credential names these before anything else; it is one of the learner-side formats.
VERIFIABLE = r"w3\.org/(?:ns/credentials|2018/credentials)|\"VerifiableCredential\"|hropenstandards"
DELIMITERS = ",;\t|"


def detect(source: Source) -> str:
    """Return csv, excel, ctdl, elm, openbadge, schemaorg or jsonl. Raises FileRefused when undecided."""
    if source.is_zip:
        return _workbook(source)
    text = source.beginning.lstrip()
    if text.startswith("<"):
        return _markup(text)
    if text[:1] in "{[":
        return _json(text)
    if delimiter(text):
        return "csv"
    raise FileRefused(
        "the format is undecided: neither JSON, XML nor HTML, and no table with at least two columns. "
        "If you know it, name it with --format (csv, ctdl, elm, openbadge, schemaorg, jsonl)"
    )


def _workbook(source: Source) -> str:
    try:
        with zipfile.ZipFile(source.path) as archive:
            names = archive.namelist()[:1000]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise FileRefused("the ZIP container is damaged; save the workbook again as .xlsx or CSV") from error
    if "xl/workbook.xml" in names:
        return "excel"
    if "word/document.xml" in names:
        raise FileRefused(
            f"this is a Word document; add a learner's CV with {HELD_COMMAND}, and give a catalogue as CSV or Excel"
        )
    raise FileRefused("this is an archive that holds no file to read; unpack it and name the files")


def _markup(text: str) -> str:
    if re.match(r"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body|script)\b", text, re.I | re.S):
        return "schemaorg"
    if re.search(CONTEXTS["elm"], text):
        return "elm"
    if re.search(r"<(?:html|body|script)\b", text, re.I):
        return "schemaorg"
    root = re.search(r"<([A-Za-z_][\w:.-]*)", text)
    raise FileRefused(
        f"the format is undecided: XML that begins with <{root[1][:40] if root else '?'}>; the candidates are elm "
        "(European Learning Model or EDC) and schemaorg (an HTML page). If it is one of them, name it with --format"
    )


def _json(text: str) -> str:
    if _is_plain_record(text.split("\n", 1)[0]):
        return "jsonl"  # whatever addresses and names its texts hold
    scores: Counter[str] = Counter()
    for points, table in ((3, CONTEXTS), (2, TYPES), (1, PREFIXES)):
        for name, pattern in table.items():
            scores[name] += points if re.search(pattern, text) else 0
    best = [name for name, score in scores.items() if score == max(scores.values())]
    if not scores.total():
        return "openbadge" if re.search(VERIFIABLE, text) else "jsonl"
    if len(best) > 1:
        raise FileRefused(f"the format is undecided: the candidates are {' and '.join(best)}; choose one with --format")
    return best[0]


def _is_plain_record(line: str) -> bool:
    """Return whether a line is a whole object with a title that does not say its type, as linked data does."""
    try:
        value = parse_json(line)
    except ValueError:
        return False
    says_type = {"type", "@type", "context", "@context", "@graph", "@id"}
    return isinstance(value, dict) and isinstance(value.get("title"), str) and not says_type & value.keys()


def delimiter(text: str) -> str | None:
    """Return the sign that separates columns most evenly in the first lines, or `None` where there is no table."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    if not lines:
        return None
    best, best_score = None, 0.0
    for sign in DELIMITERS:
        counts = [line.count(sign) for line in lines]
        widest = max(counts[:5])
        # The header has the sign, and most lines have about as many (quoted cells may hold more, or break lines).
        score = counts[0] * (1 + sum(count >= widest for count in counts) / len(counts)) if counts[0] else widest / 10
        if score > best_score:
            best, best_score = sign, score
    return best
