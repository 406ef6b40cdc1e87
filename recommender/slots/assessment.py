"""How the learner wants to be assessed, and how not."""

from __future__ import annotations

import re

from recommender.slots.change import Change
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
# A kind, or several in a row: "exams or quizzes".
_LIST = (
    rf"(?:an? |any |the |more |those |stupid |bloody |big |boring )*(?:{_ANY})(?:(?:, (?:an? |any "
    rf")?(?:{_ANY}))*(?:,? (?:or|and|nor|ni|ou|oder|o|atau)| ?/|や| no)\s?(?:no )?(?:an? |any "
    rf")?(?:{_ANY}))*"
)
_NO = (
    r"(?:no|not|don't|do not|doesn't|never|without|hate|hates|avoid|can't (?:do|stand|face|handle|"
    r"cope with|sit|pass)|bad at|terrible at|useless at|scared of|terrified of|nervous (?:in|about|"
    r"with)|afraid of|allergic to|rather not|free of|skip the|dread|freeze in|panic in|"
    r"sans|pas d[e']|ohne|keine?n?|sin|nada de|tanpa|tak nak|taknak|tidak mahu|instead of|rather than|"
    r"anything but|nothing with|not by|fed up with|not keen on|put off by|struggle with|fail|done "
    r"with|anxiety (?:about|with|in|over))"
)
_AVOID = re.compile(
    rf"\b{_NO}(?: (?:want|do|like|have|having|any|an?|sit|sitting|take|taking|to|be|with|do well|ones|"
    rf"courses|good|in|at|the|more|of|being|assessed|by|marked|fan|a fan|into))*\s(?P<kinds>{_LIST})"
    rf"|(?P<kinds2>{_LIST})\s?(?:are out|is out|aren't (?:for me|my thing|me)|isn't (?:for me|my "
    r"thing)|stress(?:es)? me|scares? me|freak(?:s)? me|make me (?:nervous|panic|ill)|terrif\w+|are "
    r"not for me|anxiety|phobia|(?:は|が)(?:嫌|いや|苦手|なし|ない|無し|避|受けたく|不要)|(?:は)?なし|なしで)",
    re.I,
)
_WANT = re.compile(
    r"(?:want|prefer(?:ably)?|like|love|better|rather|ideally|with|by|through|via|assessed (?:by|on|"
    r"through|with)|based on|happy (?:with|to do)|ok with|fine with|instead|only|give me|more|looking "
    r"for|need|for|do|show|submit|a|mit|avec|con|dengan|lieber|plutôt|mejor|lebih suka|be|"
    rf"^|[,;:.(¦]|and|but|or|just)\s*(?P<kinds>{_LIST})(?P<after>[^.;!?]{{0,24}})|"
    rf"(?P<kinds2>{_LIST})(?:がいい|が良い|で評価|のほうが|の方が|を希望)",
    re.I,
)
_ASSESS = re.compile(
    r"\b(?:assess\w*|exams?|tests?|graded|marked|evaluat\w*|evidence|at the end|quiz\w*|final|submit|"
    r"prove|show|prüfung\w*|examen\w*)\b",
    re.I,
)
_DROPPED = re.compile(
    rf"(?:{_LIST}|exams?|tests?)(?: (?:are|is|would be|'s|'re))? (?:actually )?(?:fine|ok|okay|alright|"
    r"all right|acceptable|no problem|possible)(?: now| too| after all| then| as well| by me| with "
    r"me)*|(?:can|could|will|happy to|i'll|willing to|i'd) (?:live with|handle|sit|take|do|manage|put "
    rf"up with|accept) (?P<kind>{_LIST})|"
    rf"don't mind (?:an? |the )?(?P<kind2>{_LIST})|(?:any|whatever) (?:kind of |type of |form of "
    r")?assessment|assessment (?:type )?(?:doesn't|does not) matter|don't (?:care|mind) (?:about|how) "
    r"[^.;]{0,20}assess",
    re.I,
)
_SUBJECT = re.compile(
    r"\b(?:learn|study|course (?:in|on)|get better at|improve|skills? in|about|training (?:in|on)|"
    r"certificate in|become|into)\s(?:\w+ ){0,2}$",
    re.I,
)


# "a project rather than a test": the first is wanted, the second not.
_RATHER = re.compile(
    rf"(?P<want>{_ANY})(?: to me)? (?:rather than|instead of|over|than|not|and not|to|que|qu'|plutôt que|statt|als|"
    r"en vez de|"
    rf"bukan) (?:an? |any |the |des |une? |eine[nr]? |más )?(?P<avoid>{_ANY})",
    re.I,
)


def kinds_in(words: str) -> list[str]:
    """Return the kinds of assessment that words name, a longer name before a part of it."""
    found: list[str] = []
    for kind in ("practical", "proof of work", "multiple choice", "interview", "group work", *KINDS):
        pattern = re.compile(KINDS[kind], re.I)
        if kind not in found and pattern.search(words):
            found.append(kind)
            words = pattern.sub(" ", words)
    return found


def read_assessment(passage: Passage, change: Change) -> None:
    """Add to `avoid_assessment` and `want_assessment`, or take off what is fine after all."""
    match = _DROPPED.search(passage.rest)
    if match and not re.search(r"\b(?:not|no|isn't|aren't|never)\s*$", passage.before(match.start())):
        _drop(change, passage.take(match))
    avoided: list[str] = []
    for match in passage.find(_RATHER):
        for kind in kinds_in(match["want"]):
            change.add("want_assessment", kind, match["want"])
        avoided += kinds_in(match["avoid"])
        for kind in avoided:
            change.add("avoid_assessment", kind, match[0])
        passage.take(match)
    for match in passage.find(_AVOID):
        group = "kinds" if match["kinds"] else "kinds2"
        if re.search(r"\bdon't (?:have|know)|not only|not just|no problem", match.group().lower()) and not re.search(
            "want", match.group().lower()
        ):
            continue
        for kind in kinds_in(match[group]):
            avoided.append(kind)
            change.add("avoid_assessment", kind, match[0].strip())
        passage.take(match)
    for match in passage.find(_WANT):
        _want(passage, change, match, bool(avoided))


def _want(passage: Passage, change: Change, match: re.Match[str], avoids: bool) -> None:
    """Add a wanted kind where it is plainly about assessment: said as one, beside a refused one, or alone."""
    group = "kinds" if match["kinds"] else "kinds2"
    words = match[group]
    before = passage.before(match.start(group))
    if _SUBJECT.search(before) or re.search(
        r"\b(?:my|our|work|the|your|on|every|this|these|new|have|had|did|passed|failed|into|as|in|several|"
        r"many|big|large|manage|run|lead|of) $",
        before,
    ):
        return
    kinds = kinds_in(words)
    sure = {"portfolio", "practical", "coursework", "peer review", "proof of work", "interview"}
    if not (
        avoids
        or sure.intersection(kinds)
        or _ASSESS.search(passage.text[max(0, match.start() - 25) : match.end() + 10])
        or group == "kinds2"
        or re.match(r"\s*(?:at the end|instead|only|rather|based|please)", match["after"] or "")
    ):
        return
    for kind in kinds:
        change.add("want_assessment", kind, words)
    passage.take(match, group)


def _drop(change: Change, words: str) -> None:
    """Take kinds off the avoided list; all of them where none is named."""
    kinds = kinds_in(words)
    for kind in kinds:
        change.remove("avoid_assessment", kind)
        if kind in ("exam", "test"):
            change.remove("avoid_assessment", "test" if kind == "exam" else "exam")
    if not kinds:
        change.clear("avoid_assessment", "want_assessment")
    change.evidence["avoid_assessment"] = words
