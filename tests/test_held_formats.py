"""What is held, read from real files of each format."""

from __future__ import annotations

import json
import struct
import zlib
from datetime import date
from pathlib import Path

import pytest

from catalogue.held import HeldItem, HeldReport, read_held
from catalogue.records import Credits, Level

DATA = Path(__file__).parent / "data" / "held"


def png(keyword: bytes, text: bytes, packed: bool = False) -> bytes:
    """Return a one-pixel PNG with a text chunk before its pixel."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    itxt = keyword + b"\0" + (b"\1" if packed else b"\0") + b"\0\0\0" + (zlib.compress(text) if packed else text)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
        + chunk(b"iTXt", itxt)
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


def only(report: HeldReport) -> HeldItem:
    assert len(report.items) == 1, report.as_text()
    return report.items[0]


def test_an_open_badge_of_version_3_gives_title_issuer_credits_and_dates() -> None:
    item = only(read_held(DATA / "ob3-complete.json"))
    assert (item.title, item.issuer, item.format) == (
        "1EdTech University Degree",
        "1EdTech University",
        "Open Badges 3.0",
    )
    assert item.credits == Credits(amount=42, system=None)
    assert (item.date, item.expires, item.level) == ("2010-01-01", "2030-01-01", None)


def test_a_version_2_badge_that_only_points_to_its_description_is_refused_without_fetching_it() -> None:
    report = read_held(DATA / "ob2-assertion.json")
    assert report.items == []
    assert "https://example.org/robotics-badge.json, which is not fetched" in report.refused[0].reason


def test_a_version_2_badge_finds_its_description_beside_it_in_the_same_file() -> None:
    badge_class = {
        "id": "https://example.org/robotics-badge.json",
        "type": "BadgeClass",
        "name": "Robotics",
        "issuer": "https://example.org/organization.json",
        "alignment": [{"targetName": "Level 4", "targetFramework": "EQF", "targetUrl": "https://example.org/eqf4"}],
    }
    issuer = {"id": "https://example.org/organization.json", "type": "Issuer", "name": "Robot School"}
    assertion = json.loads((DATA / "ob2-assertion.json").read_text())
    item = only(read_held(json.dumps([assertion, badge_class, issuer]).encode()))
    assert (item.title, item.issuer, item.date) == ("Robotics", "Robot School", "2016-12-31")
    assert item.level == Level(framework="EQF", value="4")
    assert item.signature == "not checked (no network)"


def test_a_badge_that_anyone_may_earn_is_not_something_held() -> None:
    report = read_held(DATA / "ob2-badgeclass.json")
    assert report.items == []
    assert "it belongs into a catalogue" in report.refused[0].reason


def test_a_learner_record_gives_every_credential_inside_it() -> None:
    report = read_held(DATA / "clr2-complex.json")
    assert [item.title for item in report.items] == [
        "Nurse Assistant 1 Program with Licensure",
        "Health Careers 1",
        "Human Anatomy and Physiology",
        "Intro to Health Careers",
        "Nurse Assisting 1",
        "Oregon State Board of Nursing - Certified Nursing Assistant",
    ]
    assert {item.issuer for item in report.items} == {"Western High School, RSD"}


def test_a_european_micro_credential_gives_its_level_and_ects() -> None:
    item = only(read_held(DATA / "elm3-micro-credential.jsonld"))
    assert (item.title, item.issuer) == ("Digital micro-credential creation", "University of Zed")
    assert item.level == Level(framework="EQF", value="6")
    assert item.credits == Credits(amount=2, system="ECTS")


def test_a_national_level_stands_in_where_no_european_one_is_stated() -> None:
    text = (DATA / "elm3-micro-credential.jsonld").read_text().replace('"eqfLevel"', '"otherLevel"')
    assert only(read_held(text.encode())).level == Level(framework="RQF", value="6")


def test_an_older_europass_certificate_of_taking_part_is_kept_and_called_so() -> None:
    report = read_held(DATA / "edc-participation.xml")
    item = only(report)
    assert (item.title, item.issuer, item.date) == ("InfoDay 2021", "Spanish Training Provider", "2021-12-22")
    assert "taking part" in report.notes[0].reason


def test_an_older_europass_achievement_gives_its_level_credits_and_awarding_body() -> None:
    xml = """<europassCredential xmlns="http://data.europa.eu/snb" xmlns:cred="http://data.europa.eu/europass/model/credentials/w3c#">
      <cred:validUntil>2031-05-01T00:00:00+02:00</cred:validUntil><cred:issued>2021-05-01T00:00:00Z</cred:issued>
      <cred:issuer idref="urn:epass:org:2"/>
      <credentialSubject><achievements><learningAchievement>
        <title><text lang="fr">Comptabilité</text><text lang="en">Accounting</text></title>
        <wasAwardedBy><awardingBody idref="urn:epass:org:1"/>
          <awardingDate>2020-06-30T00:00:00Z</awardingDate></wasAwardedBy>
        <specifiedBy idref="urn:epass:qualification:1"/>
      </learningAchievement></achievements></credentialSubject>
      <qualification id="urn:epass:qualification:1"><hasECTSCreditPoints>7.5</hasECTSCreditPoints>
        <EQFLevel uri="http://data.europa.eu/snb/eqf/5"/></qualification>
      <organization id="urn:epass:org:1"><prefLabel><text lang="en">Lycée Hugo</text></prefLabel></organization>
    </europassCredential>"""
    item = only(read_held(xml.encode()))
    assert (item.title, item.issuer, item.date, item.expires) == (
        "Accounting",
        "Lycée Hugo",
        "2020-06-30",
        "2031-05-01",
    )
    assert (item.level, item.credits) == (Level(framework="EQF", value="5"), Credits(amount=7.5, system="ECTS"))


def test_an_employment_record_gives_certificates_but_not_a_degree_that_is_still_in_progress() -> None:
    report = read_held(DATA / "ler-rs-resume.json")
    item = only(report)
    assert (item.title, item.issuer) == ("Digital Marketing Certificate", "American Council for Education (ACE)")
    assert (item.date, item.expires) == ("2022-01-01", "2032-01-01")
    assert [note.reason for note in report.refused] == [
        "Bachelor of Arts is not held yet (In Progress); it can be added once granted"
    ]


def test_an_employment_record_without_proofs_is_read_from_its_plain_entries() -> None:
    record = {
        "educationAndLearnings": [
            {"institution": {"name": "Riverside College"}, "end": "2020-06", "educationDegrees": [{"name": "Diploma"}]}
        ],
        "licenses": [
            {"name": "Forklift licence", "issuingAuthority": {"name": "State"}, "firstIssuedDate": "2019-03-01"}
        ],
    }
    items = read_held(json.dumps(record).encode()).items
    assert [(item.title, item.issuer, item.date) for item in items] == [
        ("Diploma", "Riverside College", "2020-06"),
        ("Forklift licence", "State", "2019-03-01"),
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_a_badge_baked_into_a_png_is_found(packed: bool) -> None:
    text = (DATA / "ob3-simple.json").read_bytes()
    item = only(read_held(png(b"openbadgecredential", text, packed), "badge.png"))
    assert (item.title, item.signature) == ("Teamwork", "verified")


def test_a_badge_baked_into_an_svg_is_found_and_its_script_not_run() -> None:
    text = (DATA / "ob3-simple.json").read_text()
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">'
        f"<script>alert(1)</script><openbadges:credential><![CDATA[{text}]]></openbadges:credential></svg>"
    )
    report = read_held(svg.encode())
    assert (only(report).title, only(report).signature) == ("Teamwork", "verified")
    assert str(report.notes[0]) == "svg: has 1 script, not read and not run."


def test_a_hosted_badge_address_inside_a_picture_is_not_opened() -> None:
    report = read_held(png(b"openbadges", b"https://example.org/badge.json"))
    assert "only a web address, which is not opened" in report.refused[0].reason


def test_a_credential_without_a_name_is_refused_and_its_neighbour_kept() -> None:
    good = json.loads((DATA / "ob3-simple.json").read_text())
    nameless = {"type": ["OpenBadgeCredential"], "credentialSubject": {"achievement": {"type": ["Achievement"]}}}
    report = read_held(json.dumps([nameless, good]).encode())
    assert [item.title for item in report.items] == ["Teamwork"]
    assert report.refused[0].place == "[0].credentialSubject"
    assert "states no name" in report.refused[0].reason


def test_a_credit_amount_that_cannot_be_costs_only_itself() -> None:
    badge = json.loads((DATA / "ob3-complete.json").read_text())
    badge["credentialSubject"]["creditsEarned"] = -3
    report = read_held(json.dumps(badge).encode())
    assert only(report).credits is None
    assert "credentialSubject.credits: is '-3.0': Input should be greater than 0; left out (mended)." in map(
        str, report.notes
    )


def test_the_report_reads_as_text_and_as_json() -> None:
    report = read_held(DATA / "elm3-micro-credential.jsonld")
    assert "University of Zed, EQF level 6, 2 ECTS, 2022-12-31" in report.as_text()
    assert report.as_json()["items"][0]["level"] == {"framework": "EQF", "value": "6"}
    json.dumps(report.as_json())


def test_an_end_date_says_whether_an_item_has_expired_and_no_date_says_nothing() -> None:
    badge = only(read_held(DATA / "ob3-complete.json"))
    assert badge.has_expired(date(2029, 12, 31)) is False
    assert badge.has_expired(date(2030, 1, 2)) is True
    assert only(read_held(DATA / "ob3-simple.json")).has_expired(date(2030, 1, 2)) is None


def test_a_level_that_its_scale_does_not_have_is_left_out_with_the_valid_ones_named() -> None:
    text = (DATA / "elm3-micro-credential.jsonld").read_text().replace("/snb/eqf/6", "/snb/eqf/9")
    report = read_held(text.encode())
    assert only(report).level is None
    assert str(report.notes[0]) == (
        "credentialSubject.hasClaim[0].level: EQF has no level '9'; expected 1 to 8; left out (mended)."
    )
