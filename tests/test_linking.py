"""Spans and titles are linked to the taxonomy entries that they stand for, and unusable rows are left out."""

from __future__ import annotations

from pathlib import Path

from embeddings.encoder import SentenceEncoder
from evaluation.linking import Linking, fused, measure, occupation_titles, skill_spans


def test_spans_without_a_label_of_the_taxonomy_are_left_out(tmp_path: Path) -> None:
    labels, spans = tmp_path / "labels.csv", tmp_path / "spans.csv"
    labels.write_text("skills\nmanage musical staff\nuse Java\n", encoding="utf-8")
    spans.write_text(
        "sentence,span,sub_span,label\na,java,,use Java\nb,java,,use Java\nc,smart,,LABEL NOT PRESENT\nd,x,,other\n",
        encoding="utf-8",
    )
    linking = skill_spans(spans, labels)
    assert linking.queries == {"java": {"use Java"}}
    assert [name for name, _ in linking.targets] == ["manage musical staff", "use Java"]


def test_an_alternative_title_stands_for_every_occupation_that_names_it(tmp_path: Path) -> None:
    path = tmp_path / "occupations.csv"
    path.write_text(
        'preferredLabel,altLabels,description\nbaker,"bread maker\nbaker",Bakes.\nchef,"bread maker\ncook",Cooks.\n',
        encoding="utf-8",
    )
    linking = occupation_titles(path)
    assert linking.queries == {"bread maker": {"baker", "chef"}, "cook": {"chef"}}
    assert linking.targets == [("baker", "baker. Bakes."), ("chef", "chef. Cooks.")]


def test_meaning_links_what_words_cannot(encoder: SentenceEncoder, tmp_path: Path) -> None:
    targets = [(name, name) for name in ("drive lorries", "teach children", "bake bread")]
    found = measure(Linking("t", {"truck driving": {"drive lorries"}}, targets), encoder, tmp_path)
    assert found["lexical"]["hit@1"] == 0.0
    assert found["dense"]["hit@1"] == 1.0


def test_fusion_puts_first_what_both_lists_name() -> None:
    assert fused(["a", "b"], ["b", "c"]) == ["b", "a", "c"]
