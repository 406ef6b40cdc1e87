"""The handover as a PDF to print: tagged for screen readers (PDF/UA), laid out by `data/handover.typ`."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import typst

from recommender.handover import (
    Handover,
    facts,
    long_date,
    printable,
    sections,
    shown_title,
    step_cost,
)
from recommender.texts.handover_en import TEXTS

DATA = Path(__file__).parent / "data"
# The printers' own sign for a character that is missing from the case.
MISSING = "〓"
UNPRINTABLE = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
MAX_MISSING = 100


def as_pdf(handover: Handover) -> bytes:
    """Return the papers as a PDF of A4 pages. Records are data to the layout, never its code."""
    content = json.dumps(_content(handover), ensure_ascii=False)
    missing = _not_in_any_font(content)
    if missing:
        content = re.sub("[" + re.escape("".join(missing)) + "]", MISSING, content)
    return _compiled((DATA / "handover.typ").read_bytes(), {"data": content, "missing": "yes" if missing else "no"})


def _content(handover: Handover) -> dict[str, Any]:
    """Return everything that the layout shows, as plain values."""
    plan = handover.plan
    return {
        "texts": TEXTS,
        "title": handover.title,
        "goal": printable(plan.goal.title) if plan else None,
        "made_on": long_date(handover.made_on),
        "learner": printable(handover.learner or ""),
        "adviser": printable(handover.adviser or ""),
        "plan": _plan(handover) if plan else None,
        "lists": [{"heading": heading, "lines": lines} for heading, lines in sections(handover)],
        "credentials": [
            {
                "title": shown_title(credential),
                "facts": facts(credential),
                "note": printable(handover.notes.get(credential.id, "")),
            }
            for credential in handover.all_credentials
        ],
    }


def _plan(handover: Handover) -> dict[str, Any]:
    plan: Any = handover.plan
    totals = plan.totals
    share = f"{totals.share:.0%}" if totals.share is not None else TEXTS["not_stated"]
    return {
        "steps": [
            {
                "title": shown_title(step.credential),
                "provider": printable(step.credential.provider or TEXTS["not_stated"]),
                "when": step.in_weeks,
                "work": step.hours.in_words("hours"),
                "cost": step_cost(step),
            }
            for step in plan.steps
        ],
        "totals": [
            [TEXTS["length"], totals.weeks.in_words("weeks")],
            [TEXTS["work"], totals.hours.in_words("hours")],
            [TEXTS["cost"], totals.cost_in_words],
            [TEXTS["share"], share],
        ],
        "comparison": printable(plan.comparison or ""),
        "is_best": plan.is_best,
    }


def _not_in_any_font(text: str) -> list[str]:
    """Return the characters that neither the fonts that ship with Cairn nor this machine's can print."""
    left = sorted({sign for sign in text if not sign.isascii()})
    missing: list[str] = []
    while left:
        try:
            _compiled(
                b"#set document(title: [t])\n#for sign in sys.inputs.data.clusters() [ #sign ]",
                {"data": " ".join(left)},
            )
            break
        except typst.TypstError as error:
            found = UNPRINTABLE.search(str(error))
            if found is None:
                raise
            named = ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), found[1])
            rest = [sign for sign in left if sign not in named]
            if len(rest) == len(left) or len(missing) > MAX_MISSING:
                return missing + left
            missing += [sign for sign in left if sign in named]
            left = rest
    return missing


def _compiled(source: bytes, inputs: dict[str, str]) -> bytes:
    return bytes(typst.compile(source, format="pdf", sys_inputs=inputs, font_paths=_fonts(), pdf_standards=["ua-1"]))


@cache
def _fonts() -> Any:
    """Return the fonts of Cairn and of this machine, looked for once."""
    return typst.Fonts(font_paths=[str(DATA)], include_system_fonts=True)
