"""How the learner wants to be assessed, and how not."""

from __future__ import annotations

import re

from embeddings.tagger import Stretch
from recommender.slots.change import Change
from recommender.slots.marks import Marks
from recommender.slots.passage import Passage

# Each kind with the words for it in six languages.
KINDS = {
    "exam": (
        r"(?:final |written |closed[- ]book |formal |big |end[- ]of[- ]course |proctored |online |timed |"
        r"theory )*(?:exam(?:ination)?s?|prüfung(?:en)?|klausur(?:en)?|examens?|exámen(?:es)?|examenes|"
        r"peperiksaan|試験)(?! (?:centre|board|prep))"
    ),
    "test": (
        r"(?:written |online |timed |theory |final |paper )*(?:tests?|ujian|テスト|épreuves?)(?! "
        r"(?:automation|engineer|analyst|driven|manager))"
    ),
    "quiz": r"(?:online |weekly |multiple[- ]choice )*(?:quiz(?:zes)?|quizes|クイズ|kuiz)",
    "multiple choice": r"(?:multiple[- ]choice|mcqs?|tick[- ]box)(?: (?:tests?|exams?|questions?|quiz(?:zes)?))?",
    "essay": (
        r"(?:long |written )*(?:essays?|dissertations?|thes[ie]s|レポート|dissertationen|ensayos?|rédactions?|"
        r"esei|aufs[aä]tze?)(?! writing)"
    ),
    "presentation": (
        r"(?:oral |group |class )*(?:presentations?|präsentation(?:en)?|présentations?|presentaciones|発表|"
        r"pembentangan)(?: skills)?"
    ),
    "group work": (
        r"group (?:work|projects?|assignments?|assessments?)|team (?:projects?|assignments?)|"
        r"gruppenarbeit|travaux? de groupe|trabajos? en grupo|kerja kumpulan|グループワーク"
    ),
    "portfolio": (
        r"portfolios?(?: of (?:evidence|work))?(?: evidence)?|evidence portfolios?|ポートフォリオ|portofolio|"
        r"portafolio"
    ),
    "project": (
        r"(?:final |capstone |real |small |end )*(?:projects?|プロジェクト|projets?|projekte?|proyectos?|"
        r"projek)(?! (?:manag|coordin|plann|based|officer|lead|admin|engineer|work as|assist|control|"
        r"support|deliver|financ))(?: work)?"
    ),
    "practical": (
        r"(?:practical|hands[- ]on|skills)(?: (?:tests?|assessments?|exams?|demonstrations?|demos?|tasks?|"
        r"evaluations?|assignments?|exercises?))|(?:workplace |on[- ]the[- ]job )?(?:observations?|"
        r"demonstrations?)|praktische prüfung|examen práctico|épreuve pratique|ujian amali|amali|実技試験|実技|"
        r"kerja amali"
    ),
    "coursework": (
        r"course ?work|continuous assessment|kerja kursus|contrôle continu|assignments?|homework|tugasan|"
        r"課題|case stud(?:y|ies)"
    ),
    "interview": (
        r"(?:oral|viva|professional) (?:interviews?|discussions?|exams?|assessments?)|viva\b|mündliche "
        r"prüfung|面接試験"
    ),
    "peer review": r"peer[- ](?:review(?:ed)?|assess(?:ment|ed)|grad(?:ing|ed)|mark(?:ing|ed))",
    "proof of work": (
        r"work samples?|evidence (?:of|from) (?:my|her|his|their|your|the) (?:work|job|practice|"
        r"classroom)|proof of (?:my |her |his )?work|video evidence"
    ),
}
_ANY = "|".join(f"(?:{pattern})" for pattern in sorted(KINDS.values(), key=len, reverse=True))
# What is refused outright is a limit, so it is never left to a guess.
_REFUSED = re.compile(
    rf"\b(?:no|without|ohne|keine?n?|sans|pas d[e']s?|sin|nada de|tanpa|tak nak|taknak|tiada)\s?(?:an? |any |ada )?"
    rf"(?P<kind>{_ANY})(?! (?:problem|experience))|"
    rf"(?P<ja>{_ANY})(?:は(?:嫌|いや|無理|苦手|だめ|なし)|なし|無し|以外|がない)",
    re.I,
)


def refused(passage: Passage) -> list[Stretch]:
    """Return the kinds that are refused by name: "no exams", "ohne Klausur"."""
    found = ((match, "kind" if match["kind"] else "ja") for match in _REFUSED.finditer(passage.text))
    return [Stretch("NO_TEST", *match.span(group), 1.0) for match, group in found]


def kinds_in(words: str) -> list[str]:
    """Return the kinds of assessment that words name, a longer name before a part of it."""
    found: list[str] = []
    for kind in ("practical", "proof of work", "multiple choice", "interview", "group work", *KINDS):
        pattern = re.compile(KINDS[kind], re.I)
        if kind not in found and pattern.search(words):
            found.append(kind)
            words = pattern.sub(" ", words)
    return found


def read_assessment(marks: Marks, change: Change) -> None:
    """Add to `want_assessment` and `avoid_assessment`."""
    for label, slot in (("WANT_TEST", "want_assessment"), ("NO_TEST", "avoid_assessment")):
        for stretch in marks.labelled(label):
            words = marks.words(stretch)
            for kind in kinds_in(words) or [words]:
                if kind:
                    change.add(slot, kind, words)
