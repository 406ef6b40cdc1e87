"""ESCO's published files become a table that Cairn answers from; a bad export is named in one sentence."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

import pytest

import cairn
from recommender.esco import import_esco
from recommender.occupations import OccupationError, occupations

OCCUPATION = "http://data.europa.eu/esco/occupation/"
SKILL = "http://data.europa.eu/esco/skill/"
# The columns of ESCO 1.1 as published, with a few rows in its own shape: several alternative labels in one cell.
EXPORT = {
    "occupations_en.csv": [
        "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,"
        "regulatedProfessionNote,scopeNote,definition,inScheme,description,code",
        f'Occupation,{OCCUPATION}1,8343,tower crane operator,"tower crane driver\ncrane operator; tower",,released,,,,,'
        ',"Tower crane operators work with tower cranes, tall balance cranes.",8343.3',
        f"Occupation,{OCCUPATION}2,8343,crane operator,,,released,,,,,,,8343.1",
    ],
    "skills_en.csv": [
        "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,"
        "scopeNote,definition,inScheme,description",
        f"KnowledgeSkillCompetence,{SKILL}a,skill/competence,sector-specific,operate tower crane,,,released,,,,,",
        f"KnowledgeSkillCompetence,{SKILL}b,knowledge,cross-sector,crane load charts,,,released,,,,,",
    ],
    "occupationSkillRelations_en.csv": [
        "occupationUri,relationType,skillType,skillUri",
        f"{OCCUPATION}1,optional,knowledge,{SKILL}b",
        f"{OCCUPATION}1,essential,skill/competence,{SKILL}a",
        f"{OCCUPATION}1,essential,skill/competence,{SKILL}gone",
        f"{OCCUPATION}gone,essential,skill/competence,{SKILL}a",
    ],
}


@pytest.fixture
def export(tmp_path: Path) -> Path:
    folder = tmp_path / "export"
    folder.mkdir()
    for name, lines in EXPORT.items():
        (folder / name).write_text("\ufeff" + "\r\n".join(lines) + "\r\n", encoding="utf-8", newline="")
    return folder


def packed(export: Path) -> Path:
    archive = export.parent / "ESCO dataset - v1.1.1 - classification - en - csv.zip"
    with zipfile.ZipFile(archive, "w") as packing:
        for path in export.iterdir():
            packing.write(path, f"ESCO dataset/{path.name}")
    return archive


@pytest.mark.parametrize("as_archive", [False, True])
def test_an_export_becomes_a_table_of_occupations_with_their_skills(export: Path, as_archive: bool) -> None:
    out = export.parent / "occupations.csv"
    found = import_esco(packed(export) if as_archive else export, out)
    assert (found.n_occupations, found.n_without_skills, found.n_skills, found.n_loose_relations) == (2, 1, 2, 2)
    first = occupations(out).rows[0]
    assert (first.title, first.code, first.esco) == ("tower crane operator", "8343", "8343.3")
    assert first.alternatives == ("tower crane driver", "crane operator, tower")
    assert first.essential_skills == ("operate tower crane",) and first.useful_skills == ("crane load charts",)
    assert occupations(out).called("Tower crane driver") == first
    assert occupations(out).called("crane operator") == occupations(out).rows[1]


@pytest.mark.parametrize(
    ("name", "change", "says"),
    [
        ("skills_en.csv", None, "no skills_….csv in it"),
        ("occupationSkillRelations_en.csv", "from,to\r\n1,2\r\n", "no column 'occupationUri'"),
        ("occupations_en.csv", EXPORT["occupations_en.csv"][0], "occupations is empty"),
        ("skills_en.csv", "conceptUri,preferredLabel\r\n,nothing\r\n", "skills, line 2: no conceptUri"),
        ("skills_en.csv", b"conceptUri,preferredLabel\r\n1,caf\xe9\r\n", "skills, line"),
    ],
)
def test_a_bad_export_is_named_and_leaves_the_old_table(
    export: Path, name: str, change: str | bytes | None, says: str
) -> None:
    out = export.parent / "occupations.csv"
    out.write_text("old", encoding="utf-8")
    if change is None:
        (export / name).unlink()
    else:
        (export / name).write_bytes(change if isinstance(change, bytes) else change.encode())
    with pytest.raises(OccupationError, match=says):
        import_esco(export, out)
    assert out.read_text(encoding="utf-8") == "old" and not list(export.parent.glob("*.part"))


def test_the_command_line_answers_from_the_imported_table(
    export: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(export.parent / "occupations.csv")

    def run(*arguments: str) -> str:
        monkeypatch.setattr(sys, "argv", ["cairn", *arguments])
        try:
            cairn.main()
        except SystemExit as stop:
            assert stop.code == 2
            return capsys.readouterr().err
        return capsys.readouterr().out

    assert json.loads(run("esco", str(export), "--out", out, "--json"))["n_occupations"] == 2
    answer = json.loads(run("skills", "tower crane driver", "--occupations", out, "--json"))
    assert (answer["occupation"], answer["isco"], answer["esco"]) == ("tower crane operator", "8343", "8343.3")
    assert answer["essential"] == ["operate tower crane"]
    assert "no column 'title'" in run("skills", "nurse", "--occupations", str(export / "skills_en.csv"))
    assert "neither a folder nor a zip archive" in run("esco", out, "--out", out)


def test_the_codes_of_esco_agree_with_those_of_isco() -> None:
    rows = occupations().rows
    assert sum(bool(row.esco) for row in rows) >= 120
    assert all(row.esco.startswith(f"{row.code}.") for row in rows if row.esco)


def test_a_table_that_is_no_text_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.csv"
    broken.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(OccupationError, match="cannot be read"):
        occupations(broken)
