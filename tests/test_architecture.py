"""Imports go one way; read from the files themselves, so that no one has to remember it."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("app", "cairn", "interface", "recommender", "catalogue", "embeddings", "evaluation")
ALLOWED = {
    "catalogue": {"catalogue"},
    "embeddings": {"embeddings"},
    "recommender": {"recommender", "catalogue", "embeddings"},
    "interface": {"interface", "recommender", "catalogue"},
    "app": {"interface", "recommender", "catalogue", "embeddings"},
    # The command line is the other front door: it starts the yardsticks, which nothing else may import.
    "cairn": {"interface", "recommender", "catalogue", "embeddings", "evaluation"},
    "evaluation": {"evaluation", "recommender", "catalogue", "embeddings", "interface"},
}
STREAMLIT_ROOMS = {"app", "cairn", "interface"}


def imports(path: Path) -> set[str]:
    """Return the full names of the modules that a file imports, wherever in the file it does so."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} uses a relative import: name the module in full"
            found.add(node.module or "")
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def files(room: str) -> list[Path]:
    return [ROOT / f"{room}.py"] if (ROOT / f"{room}.py").exists() else sorted((ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_stands_below_it(room: str) -> None:
    assert files(room), f"{room} has no files"
    for path in files(room):
        rooms = {name.split(".")[0] for name in imports(path)} & set(ROOMS)
        assert rooms <= ALLOWED[room] | {room}, f"{path.relative_to(ROOT)} imports {rooms - ALLOWED[room]}"


@pytest.mark.parametrize("room", ROOMS)
def test_only_the_front_doors_and_the_interface_know_streamlit(room: str) -> None:
    for path in files(room):
        knows = any(name.split(".")[0] == "streamlit" for name in imports(path))
        assert not knows or room in STREAMLIT_ROOMS, f"{path.relative_to(ROOT)} imports streamlit"


def test_only_one_file_knows_faiss() -> None:
    knowing = [p for room in ROOMS for p in files(room) if any(n.split(".")[0] == "faiss" for n in imports(p))]
    assert [path.relative_to(ROOT).as_posix() for path in knowing] == ["embeddings/index.py"]


def test_the_steps_of_a_recommendation_never_import_the_conversation() -> None:
    above = {"recommender.dialogue", "recommender.recommender"}
    for step in ("understanding", "retrieval", "ranking", "explanation", "stacking", "planning", "profile", "answer"):
        path = ROOT / "recommender" / f"{step}.py"
        assert not imports(path) & above, f"{path.name} imports {imports(path) & above}"


def test_the_recommendation_never_imports_the_conversation() -> None:
    assert "recommender.dialogue" not in imports(ROOT / "recommender" / "recommender.py")


def test_no_two_files_import_each_other() -> None:
    names = {path: ".".join(path.relative_to(ROOT).with_suffix("").parts) for room in ROOMS for path in files(room)}
    ours = set(names.values())
    order = TopologicalSorter({name: (imports(path) & ours) - {name} for path, name in names.items()})
    try:
        order.prepare()
    except CycleError as error:
        pytest.fail(f"these import each other in a circle: {' -> '.join(error.args[1])}")


def test_nothing_reads_the_shared_folder_or_the_network_by_name() -> None:
    for room in ROOMS:
        for path in files(room):
            assert "../shared" not in path.read_text(encoding="utf-8"), path
