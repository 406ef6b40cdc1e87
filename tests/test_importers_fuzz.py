"""Made-up files in each format's own words, and any bytes at all: each gives entries or a reason, and no traceback."""

from __future__ import annotations

import io
import json
import string
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalogue.importer import READERS, import_file

KEYS = {
    "ctdl": "@id @graph ceterms:ctid ceterms:name ceterms:ownedBy ceterms:estimatedCost ceterms:requires ceterms:price "
    "ceterms:creditValue ceterms:estimatedDuration ceterms:hasPart ceterms:isPartOf ceterms:deliveryType schema:value "
    "ceterms:subject decoded_resource ceterms:transferValueFrom ceterms:audienceLevelType ceterms:frameworkName",
    "elm": "id @graph title learningAchievementSpecification eqfLevel creditPoint point volumeOfLearning mode hasPart "
    "learningOutcome priceDetail amount awardedBy influencedBy homepage language isPartOf identifier specifiedBy",
    "openbadge": "@context id name criteria narrative issuer alignment creditsAvailable achievement endorsement tag "
    "credentialSubject associationType sourceId targetId",
    "schemaorg": "@id name provider offers price priceCurrency hasCourse hasCourseInstance isPartOf educationalLevel "
    "numberOfCredits timeRequired inLanguage itemListElement item about address identifier courseMode",
    "jsonl": "id title provider price currency duration level framework skills courses stacks_into credits language "
    "mode effort url subject number learning_outcomes cost_amount",
}
TYPES = {
    "ctdl": ["ceterms:Course", "ceterms:Certificate", "ceterms:TransferValueProfile"],
    "elm": ["LearningOpportunity", "Qualification", "LearningAchievement", "EuropeanDigitalCredential"],
    "openbadge": ["BadgeClass", "Achievement", "OpenBadgeCredential"],
    "schemaorg": ["Course", "EducationalOccupationalProgram", "ItemList"],
    "jsonl": ["course"],
}
ELEMENTS = [
    "learningOpportunityReferences", "learningOpportunity", "qualification", "title", "creditPoint", "point",
    "duration", "EQFLevel", "amount", "priceDetail", "learningOutcome", "hasPart", "providedBy", "europassCredential",
]  # fmt: skip
telling_texts = st.sampled_from([
    "Welding", "EQF 6", "PT60H", "P60M", "3-6 months", "US$ 1,200", "free", "en", "_:a", "urn:x", "https://a.org/1",
    "=1+1", "<b>x", "\x00", "Ã©", "'", '"',
])  # fmt: skip
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def survives(path: Path, content: bytes, format: str) -> None:
    """Check that the file gives credentials or a reason, and each credential an id of its own."""
    path.write_bytes(content)
    stream, report = import_file(path, format)
    credentials = list(stream)
    assert report.kept == len(credentials)
    assert report.kept or report.refused
    assert report.read >= report.kept
    assert len({credential.id for credential in credentials}) == len(credentials)
    json.dumps(report.as_json(), allow_nan=False)
    report.as_text()


def documents(format: str) -> st.SearchStrategy[Any]:
    """Return JSON that has the format's own keys and types, in places where they do not belong."""
    leaf = telling_texts | json_values
    things: st.SearchStrategy[Any] = st.deferred(lambda: objects)
    maps = st.dictionaries(st.sampled_from(["en", "fr", "@value", "@language"]), leaf, max_size=2)
    inner = leaf | things | st.lists(leaf | things, max_size=3) | maps
    types = st.sampled_from(TYPES[format])
    objects = st.fixed_dictionaries(
        {"type" if format in ("elm", "openbadge") else "@type": types | st.lists(types) | leaf},
        optional=dict.fromkeys(KEYS[format].split(), inner),
    )
    return objects | st.lists(objects | leaf, max_size=3)


@pytest.mark.parametrize("format", sorted(KEYS))
@given(data=st.data())
def test_any_document_in_a_formats_own_words_gives_entries_or_a_reason(
    tmp_path_factory: pytest.TempPathFactory, format: str, data: st.DataObject
) -> None:
    content = json.dumps(data.draw(documents(format)))
    survives(tmp_path_factory.getbasetemp() / f"fuzz-{format}.json", content.encode(), format)


def xml_elements() -> st.SearchStrategy[str]:
    """Return XML with the model's own elements, broken here and there."""
    name = st.sampled_from(ELEMENTS)
    more = st.sampled_from(["", ' id="http://a.org/1"', ' idref="http://a.org/1"', ' language="en"', ' uri="x/eqf/6"'])
    text = st.sampled_from(["", "Welding", "P60M", "PT5H", "2", "&amp;", "&unknown;", "<![CDATA[x]]>", "\x07"])
    leaf = st.builds("<{0}{1}>{2}</{0}>".format, name, more, text)
    return st.recursive(
        leaf,
        lambda inner: st.builds("<{0}{1}>{2}</{0}>".format, name, more, st.lists(inner, max_size=4).map("".join)),
        max_leaves=12,
    )


@given(body=xml_elements(), cut=st.integers(0, 40))
def test_any_xml_gives_entries_or_a_reason(tmp_path_factory: pytest.TempPathFactory, body: str, cut: int) -> None:
    content = f'<Courses xmlns="http://data.europa.eu/snb/">{body}</Courses>'
    survives(tmp_path_factory.getbasetemp() / "fuzz.xml", content[: len(content) - cut].encode(), "elm")


@given(
    rows=st.lists(
        st.lists(st.text(string.printable + "é\x00\ufeff", max_size=30) | telling_texts, max_size=7), max_size=8
    ),
    separator=st.sampled_from(",;\t|"),
)
@example(rows=[['"']], separator=",")
def test_any_table_gives_entries_or_a_reason(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], separator: str
) -> None:
    header = ["title", "url", "price", "duration", "level", "skills", "stacks into"]
    content = "\n".join(separator.join(row) for row in [header, *rows])
    survives(tmp_path_factory.getbasetemp() / "fuzz.csv", content.encode(), "csv")


cells = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.dates()
    | st.datetimes()
    | telling_texts.filter(str.isprintable)
)


@given(rows=st.lists(st.lists(cells, max_size=6), max_size=5))
def test_any_sheet_gives_entries_or_a_reason(tmp_path_factory: pytest.TempPathFactory, rows: list[list[Any]]) -> None:
    book = openpyxl.Workbook()
    for row in (["title", "url", "price", "level", "credits", "description"], *rows):
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    survives(tmp_path_factory.getbasetemp() / "fuzz.xlsx", content.getvalue(), "csv")


@pytest.mark.parametrize("format", ["auto", *sorted(READERS.keys() - {"excel"})])
@given(content=st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_entries_or_a_reason(
    tmp_path_factory: pytest.TempPathFactory, format: str, content: bytes
) -> None:
    survives(tmp_path_factory.getbasetemp() / f"bytes-{format}", content, format)
