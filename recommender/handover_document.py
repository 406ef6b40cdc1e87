"""The handover as a Word document, to be edited by an adviser: the same words as on paper, in Word's own styles."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from recommender.handover import Handover, facts, long_date, printable, sections, shown_title, step_cost
from recommender.texts.handover_en import TEXTS

TABLE_STYLE = "Light Grid Accent 1"
BLANK = "_" * 40


def as_docx(handover: Handover) -> bytes:
    """Return the papers as a DOCX on A4."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    document.core_properties.title = handover.title
    document.core_properties.author = "Cairn"
    document.add_heading(handover.title, 0)
    if handover.plan:
        document.add_paragraph(TEXTS["goal"].format(goal=printable(handover.plan.goal.title)))
    for label, name in (("for_learner", handover.learner), ("with_adviser", handover.adviser)):
        document.add_paragraph(f"{TEXTS[label]}: {printable(name or BLANK)}")
    if handover.plan:
        _add_plan(document, handover)
    if handover.all_credentials:
        document.add_heading(TEXTS["shortlist"], 1)
    for credential in handover.all_credentials:
        document.add_heading(shown_title(credential), 2)
        rows = [(TEXTS[name], value or TEXTS["not_stated"]) for name, value in facts(credential).items()]
        note = printable(handover.notes.get(credential.id, ""))
        _add_table(document, [*rows, (TEXTS["notes"], note)], (Cm(4), Cm(12)))
    _add_signatures(document)
    _number_pages(page.footer.paragraphs[0], TEXTS["made_on"].format(date=long_date(handover.made_on)))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _add_plan(document: Document, handover: Handover) -> None:
    plan: Any = handover.plan
    document.add_heading(TEXTS["plan"], 1)
    if plan.steps:
        head = tuple(TEXTS[name] for name in ("step", "what", "when", "work", "cost"))
        rows = [
            (
                str(number),
                f"{shown_title(step.credential)} ({printable(step.credential.provider or TEXTS['not_stated'])})",
                step.in_weeks,
                step.hours.in_words("hours"),
                step_cost(step) or TEXTS["not_stated"],
            )
            for number, step in enumerate(plan.steps, start=1)
        ]
        _add_table(document, [head, *rows], (Cm(1.2), Cm(6.3), Cm(2.8), Cm(2.5), Cm(3.2)), has_head=True)
        sums = (plan.totals.weeks.in_words("weeks"), plan.totals.hours.in_words("hours"), plan.totals.cost_in_words)
        labels = (TEXTS["length"], TEXTS["work"], TEXTS["cost"])
        together = "; ".join(f"{label}: {words}" for label, words in zip(labels, sums, strict=True))
        document.add_paragraph(f"{TEXTS['together']}: {together}.")
    else:
        document.add_paragraph(TEXTS["nothing_to_take"])
    for text in (printable(plan.comparison or ""), "" if plan.is_best else TEXTS["not_best"]):
        if text:
            document.add_paragraph(text)
    for heading, lines in sections(handover):
        document.add_heading(heading, 2)
        for line in lines:
            document.add_paragraph(line, style="List Bullet")


def _add_table(
    document: Document, rows: list[tuple[str, ...]], widths: tuple[Any, ...], has_head: bool = False
) -> None:
    """Add a table; its head is repeated on every page, and no row is torn in two."""
    table = document.add_table(0, len(widths), style=TABLE_STYLE)
    table.autofit = False
    for values in rows:
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, value, width in zip(row.cells, values, widths, strict=True):
            cell.text, cell.width = value, width
    if has_head:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph()


def _add_signatures(document: Document) -> None:
    document.add_heading(TEXTS["adviser_notes"], 1)
    for _ in range(4):
        document.add_paragraph(BLANK * 2)
    for label in ("next_step", "by_date", "learner_signature", "adviser_signature", "date"):
        document.add_paragraph(f"{TEXTS[label]}: {BLANK}")
    document.add_paragraph(TEXTS["small_print"], style="Intense Quote")


def _number_pages(paragraph: Any, text: str) -> None:
    """Put a text and Word's own page number field into a paragraph."""
    paragraph.add_run(f"{text}\t\t")
    run = paragraph.add_run()
    for kind, instruction in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = instruction
        run._r.append(element)
