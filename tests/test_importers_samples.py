"""Real files of other people, each through the import: what is kept, mended and refused is known file by file."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.held import read_held
from catalogue.import_report import ImportReport
from catalogue.importer import import_file, import_files
from catalogue.records import Credential, Credits, Level

DATA = Path(__file__).parent / "data"
SHARED = Path(__file__).parent.parent.parent / "shared" / "samples"

# file, format, read, kept, mended, refused, duplicates. Files under "shared:" may not be copied into the project.
FILES = [
    ("catalogues/ctdl-certification.json", "ctdl", 1, 1, 0, 0, 0),
    ("catalogues/ctdl-learning-opportunity.json", "ctdl", 1, 1, 0, 0, 0),
    ("catalogues/ctdl-ten-learning-opportunities.json", "ctdl", 10, 10, 15, 0, 0),
    ("catalogues/elm3-opportunities.xml", "elm", 3, 3, 32, 0, 0),
    ("catalogues/elm3-credential.jsonld", "elm", 0, 0, 0, 1, 0),
    ("catalogues/ob2-badgeclass-language.json", "openbadge", 1, 1, 1, 0, 0),
    ("catalogues/ob2-issuer.json", "openbadge", 0, 0, 0, 1, 0),
    ("catalogues/clr2-unsigned.json", "openbadge", 2, 2, 0, 0, 0),
    ("catalogues/mit-mitxonline_courses.json", "jsonl", 3, 3, 8, 0, 0),
    ("catalogues/mit-prolearn_mitpe_courses.json", "jsonl", 4, 4, 11, 0, 0),
    ("catalogues/mit-xpro_programs.json", "jsonl", 8, 8, 15, 0, 0),
    ("held/elm3-micro-credential.jsonld", "elm", 1, 1, 1, 0, 0),
    ("held/edc-participation.xml", "elm", 0, 0, 0, 1, 0),
    ("held/ob2-assertion.json", "openbadge", 0, 0, 0, 1, 0),
    ("held/ob2-badgeclass.json", "openbadge", 1, 1, 1, 0, 0),
    ("held/ob3-complete.json", "openbadge", 1, 1, 0, 0, 0),
    ("held/ob3-simple.json", "openbadge", 1, 1, 0, 0, 0),
    ("held/ob3-altered.json", "openbadge", 0, 0, 0, 1, 0),
    ("held/ob3-unsigned.json", "openbadge", 0, 0, 0, 1, 0),
    ("held/clr2-complex.json", "openbadge", 3, 3, 0, 0, 0),
    ("held/clr2-simple.json", "openbadge", 3, 3, 0, 0, 0),
    ("held/ler-rs-resume.json", "openbadge", 0, 0, 0, 1, 0),
    # The shapes of large tables whose licence allows no copy: their columns and oddities, with rows of our own.
    ("catalogues/shape-coursera.csv", "csv", 3, 3, 6, 0, 0),
    ("catalogues/shape-edx.csv", "csv", 3, 2, 4, 0, 1),
    ("catalogues/shape-university.csv", "csv", 3, 3, 3, 0, 0),
    ("catalogues/shape-mooc.jsonl", "jsonl", 2, 2, 0, 0, 0),
    ("shared:catalogues/coursera-996.csv", "csv", 996, 996, 1993, 0, 0),
    ("shared:catalogues/edx-720.csv", "csv", 720, 719, 725, 0, 1),
    ("shared:catalogues/uiuc-1341.csv", "csv", 1341, 1341, 477, 0, 0),
    ("shared:catalogues/mooc-1561.jsonl", "jsonl", 1561, 1561, 1, 0, 0),
    ("shared:interchange/ctdl/CompTIA-IT_Networking_Specialist.jsonld", "ctdl", 8, 8, 0, 0, 0),
    ("shared:interchange/ctdl/CTDL_-_Course_-_Elon_University_-_Accounting_1.json", "ctdl", 1, 1, 0, 0, 0),
    ("shared:interchange/ctdl/SampleCompetencyFramework_with_Envelope.json", "ctdl", 0, 0, 0, 1, 0),
    ("shared:interchange/schema-org/mooc-fi-devops-with-kubernetes.json", "schemaorg", 1, 1, 0, 0, 0),
    ("shared:taxonomies/onet-29.3-Occupation_Data.txt", "csv", 0, 0, 0, 1, 0),
    ("shared:taxonomies/esco-1.1.1-skill-groups.csv", "csv", 0, 0, 0, 1, 0),
    ("shared:taxonomies/esco-skill-labels-en.csv", "undecided", 0, 0, 0, 1, 0),
    ("shared:relevance/esco-skill-linking/house_validation.csv", "csv", 0, 0, 0, 1, 0),
    ("shared:taxonomies/esco-occupations-en.csv.gz", "undecided", 0, 0, 0, 1, 0),
    ("shared:relevance/esco-skill-linking/tech_validation.csv", "csv", 0, 0, 0, 1, 0),
]


def read(name: str) -> tuple[dict[str, Credential], ImportReport]:
    path = SHARED / name.removeprefix("shared:") if name.startswith("shared:") else DATA / name
    if name.startswith("shared:") and not path.exists():
        pytest.skip(f"{path.name} may not be copied into the project; its folder `shared/samples` is not beside it")
    stream, report = import_file(path)
    credentials = {credential.title: credential for credential in stream}
    return credentials, report


@pytest.mark.parametrize("name, format, n_read, kept, mended, refused, duplicates", FILES)
def test_every_sample_gives_the_known_counts(
    name: str, format: str, n_read: int, kept: int, mended: int, refused: int, duplicates: int
) -> None:
    _, report = read(name)
    counts = (report.format, report.read, report.kept, report.n_mended, report.n_refused, report.n_duplicates)
    assert counts == (format, n_read, kept, mended, refused, duplicates), report.as_text()
    assert Path(name).name in report.as_text()
    assert report.as_json()["kept"] == kept


def test_coursera_keeps_what_is_stated_and_leaves_out_what_is_no_fact() -> None:
    credentials, report = read("shared:catalogues/coursera-996.csv")
    analytics = credentials["Google Cybersecurity"]
    assert analytics.id == "coursera-org-professional-certificates-google-cybersecurity"
    assert analytics.provider == "Google"
    assert analytics.skills[:2] == ("Network Security", "Python Programming")
    assert analytics.type_claim == "Professional Certificate"
    assert (analytics.level, analytics.duration_weeks) == (None, None)
    assert analytics.is_free is True
    columns = {match.column: (match.field, match.how) for match in report.columns}
    assert columns["Decription"] == ("summary", "spelling")
    assert columns["Cerification"] == ("credential_type", "spelling")
    assert columns["Enrolled"] == (None, "not used")
    reasons = report.mended_fields
    assert reasons[("level", "a word of difficulty, not a level of any framework")] == 996
    assert reasons[("duration", "a range, not one length")] == 991
    assert reasons[("duration", "a limit, not the figure itself")] == 5
    assert any("'Cost' says 'Free' in 996 of 996 rows" in remark for remark in report.remarks)


def test_edx_joins_its_two_descriptions_and_drops_the_row_that_stands_twice() -> None:
    credentials, report = read("shared:catalogues/edx-720.csv")
    summary = credentials["How to Learn Online"].summary or ""
    assert "Designed for those who are new to elearning" in summary
    assert summary.endswith("Learn essential strategies for successful online learning")
    twice = [group for group in report.duplicates if not group.kept]
    assert [group.title for group in twice] == ["Introduction to Probability"]
    assert "the same content" in twice[0].places[1]


def test_uiuc_credit_hours_are_credits_and_no_hours_of_work() -> None:
    credentials, report = read("shared:catalogues/uiuc-1341.csv")
    course = credentials["Introduction to Arab American Studies"]
    assert course.id == "uiuc-1341-aas-105"
    assert course.credits == Credits(amount=3, system="credit hour")
    assert course.workload_hours is None
    assert "US Racial & Ethnic Politics" in credentials
    assert report.mended_fields[("credits", "a range, not one figure")] == 380
    seminar = next(group for group in report.duplicates if group.title == "Undergraduate Open Seminar")
    assert (seminar.count, seminar.kept) == (22, True)


def test_a_pathway_becomes_what_its_certifications_stack_into() -> None:
    credentials, report = read("shared:interchange/ctdl/CompTIA-IT_Networking_Specialist.jsonld")
    rules = credentials["CompTIA Security+"].stacks_into
    assert [(rule.title, rule.type) for rule in rules] == [("IT Networking Specialist Pathway", "pathway")]
    assert report.passed_over == {"Pathway": 1, "BasicComponent": 1}


def test_a_transfer_value_becomes_credits_towards_what_it_transfers_to() -> None:
    credentials, _ = read("shared:interchange/ctdl/CTDL_-_Course_-_Elon_University_-_Accounting_1.json")
    course = credentials["Prin of Financial Accounting"]
    assert course.provider == "Alamance Community College"
    assert [(rule.title, rule.credits_awarded) for rule in course.stacks_into] == [("Transfer Course Equivalencies", 4)]


def test_ten_registry_entries_state_no_price_where_it_is_a_fee_a_year_or_depends_on_the_person() -> None:
    credentials, report = read("catalogues/ctdl-ten-learning-opportunities.json")
    assert credentials["Certified Safety Professional (CSP)"].cost is None
    assert credentials["Evaluating Your Course Design"].cost is None
    assert credentials["Evaluating Your Course Design"].duration_weeks == 2
    assert credentials["Evaluating Your Course Design"].mode == "online"
    assert credentials["Bachelor of Arts in Sociology Coursework"].credits == Credits(
        amount=44, system="US semester credit"
    )
    assert report.mended_fields[("cost", "one of several payments, not the whole price")] == 1
    assert report.mended_fields[("cost", "several prices for different people")] == 1


def test_the_micro_credential_of_the_eu_recommendation_is_read_and_its_sixty_months_are_questioned() -> None:
    credentials, report = read("held/elm3-micro-credential.jsonld")
    award = credentials["Digital micro-credential creation"]
    assert award.provider == "University of Zed"
    assert award.country == "IE"
    assert award.level == Level(framework="EQF", value="6")
    assert award.credits == Credits(amount=2, system="ECTS")
    assert (award.workload_hours, award.mode) == (60, "blended")
    assert "develop digital content" in award.skills
    (mending,) = report.mended
    assert mending.before == "P60M"
    assert "60 months; if minutes are meant, ISO 8601 writes PT60M" in mending.reason
    assert "Andromeda" not in report.as_text()


def test_learners_records_are_named_as_such_and_sent_to_the_right_command() -> None:
    for name, what in (
        ("held/ob2-assertion.json", "an Open Badges 2 assertion"),
        ("held/ler-rs-resume.json", "an LER-RS résumé"),
        ("held/edc-participation.xml", "a European Digital Credential"),
    ):
        _, report = read(name)
        (refusal,) = report.refused
        assert refusal.where == "file"
        assert refusal.reason.startswith(f"this is {what}: a learner's own record, not a catalogue.")
        assert "`cairn held`" in refusal.reason


def test_an_achievement_inside_a_learners_badge_is_read_without_the_learner() -> None:
    credentials, report = read("held/ob3-complete.json")
    degree = credentials["1EdTech University Degree"]
    assert (degree.provider, degree.country) == ("1EdTech University", "US")
    assert degree.credits == Credits(amount=36)
    assert degree.skills == ("research", "computer science")
    assert "student@1edtech.edu" not in str(report.as_json())


def test_the_parts_of_a_learner_record_stack_into_their_parent() -> None:
    credentials, _ = read("held/clr2-complex.json")
    assert [rule.title for rule in credentials["Health Careers 1"].stacks_into] == [
        "Nurse Assistant 1 Program with Licensure"
    ]


def test_a_feeds_courses_stack_into_their_programme_and_prices_without_currency_stay_unknown() -> None:
    credentials, report = read("catalogues/mit-xpro_programs.json")
    course = credentials["Practical Realities of Quantum Computation and Quantum Communication"]
    assert [rule.title for rule in course.stacks_into] == ["Quantum Computing Realities"]
    assert course.duration_weeks == 4
    assert credentials["Quantum Computing Realities"].duration_weeks is None
    assert credentials["Quantum Computing Realities"].cost is None
    assert report.mended_fields[("duration", "the length of each part, not of the whole")] == 1
    assert report.mended_fields[("cost", "the currency is not stated")] == 2


def test_a_feed_in_graphql_is_read_from_the_list_that_it_wraps() -> None:
    credentials, report = read("catalogues/mit-prolearn_mitpe_courses.json")
    course = credentials["Enabling Innovation: Designing Research Facilities"]
    assert course.credits == Credits(amount=2.6, system="CEU")
    assert (course.duration_weeks, course.mode, course.cost) == (0.6, "in person", None)
    assert "<" not in (course.summary or "")
    spanish = credentials["Programa en Alta Dirección: Chief Product Officer (Spanish)"]
    assert spanish.duration_weeks == 52.2
    assert report.mended[0].where == "$.data.searchAPISearch.documents[0]"


def test_xml_opportunities_take_levels_and_credits_from_their_qualification() -> None:
    credentials, report = read("catalogues/elm3-opportunities.xml")
    assert credentials["Yopx"].level == Level(framework="EQF", value="2")
    assert [rule.title for rule in credentials["gd0N0"].stacks_into] == ["Yopx"]
    assert (credentials["Yopx"].cost, credentials["Yopx"].credits) == (None, None)
    assert report.mended[0].where == "/Courses/learningOpportunityReferences[1]/learningOpportunity[1]"


def test_a_finnish_course_without_a_description_keeps_its_language_and_that_it_is_free() -> None:
    credentials, _ = read("shared:interchange/schema-org/mooc-fi-devops-with-kubernetes.json")
    course = credentials["DevOps with Kubernetes"]
    assert (course.provider, course.languages, course.mode) == ("MOOC.fi", ("fi",), "online")
    assert course.summary is None
    assert course.is_free is True


# How many credentials of a learner are in each file that holds some; the other interchange files hold none.
HELD = {
    "clr-v2/complex.json": 6, "clr-v2/simple-noproof.json": 1, "clr-v2/simple.json": 1,
    "elm-v3/EDC_SampleACT_AA-elm-v2.xml": 1, "elm-v3/Sample-MC-Annex1-unsigned.jsonld": 1,
    "elm-v3/credential-sample-v3.1.jsonld": 1, "ler-rs/LER-RS_V2_UC008_portability.json": 1,
    "openbadges-v3/complete.json": 1, "openbadges-v3/simple-err-type.json": 1,
    "openbadges-v3/simple-noproof.json": 1, "openbadges-v3/simple.json": 1,
}  # fmt: skip


@pytest.mark.parametrize("folder", ["interchange", "taxonomies", "relevance"])
def test_every_sample_goes_through_both_commands_and_what_is_not_kept_has_a_reason(folder: str, tmp_path: Path) -> None:
    paths = sorted(path for path in (SHARED / folder).rglob("*") if path.is_file())
    if not paths:
        pytest.skip(f"the samples' folder `shared/samples/{folder}` is not beside this checkout")
    reports = import_files(paths, out=tmp_path / "out.jsonl")
    assert len(reports) == len(paths)
    assert all(report.kept or report.refused for report in reports)
    found = {str(path.relative_to(SHARED / folder)): read_held(path) for path in paths}
    counts = {name: len(report.items) for name, report in found.items() if report.items}
    assert counts == (HELD if folder == "interchange" else {})
    assert all(report.items or report.refused for report in found.values())
