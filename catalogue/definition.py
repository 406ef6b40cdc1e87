"""Is it a micro-credential? The core definition, stricter definitions, the EU elements and the oePASS class, by rule.

The core is what six definitions share (Oliver 2019, EU 2022, UNESCO 2022, NZQA, MQA, Digital Promise): a certificate
(C1), assessed (C2), with stated outcomes (C3), and small or focused (C4). A fact that the record does not state is
`None`, and then the answer is "cannot tell". The issuer's own label is kept as a claim and never decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from catalogue.credits import notional_hours
from catalogue.records import Credential
from catalogue.stricter_definitions import Answer, Stricter, stricter_definitions

OepassClass = Literal[
    "formal qualification", "non-formal certificate", "recognition of skills", "record of experience", "unknown"
]

# Where the common core and the 11 elements are read from, and the survey paper for the oePASS classes.
DEFINITION_SOURCES = (
    "https://www.cedefop.europa.eu/da/tools/vet-glossary/glossary/microcredential",
    "Cowie & Sakui, Micro-credentials: Surveying the landscape",
)
# The only size limit that one of the six definitions sets: New Zealand's 40 credits of 10 hours.
SMALL_HOURS = 400
# One full-time year in Australia's volume of learning; nothing that large is small by anyone's definition.
FULL_YEAR_HOURS = 1200
# Even at 40 hours a week, this many weeks stay within SMALL_HOURS.
SMALL_WEEKS = 10

FULL_AWARD = re.compile(
    r"^(an? )?((executive|professional|online|part-time) )?"
    r"((post)?graduate|undergraduate|higher|advanced|national|associate) (certificate|diploma|degree)\b|"
    r"^(bachelor|master|doctor)(['’]?s)? (of|in|degree)\b|^(bachelor|master)['’]?s?$|"
    r"^(ordinary |honours |foundation |university )?degree\b|^diploma\b|^doctorate\b|^(phd|mba)\b",
    re.IGNORECASE,
)
WHOLE_AWARD = re.compile(r"\b(award|certificate|diploma|qualification)\b", re.IGNORECASE)
PART_OF_AWARD = re.compile(
    r"\b(module|component|minor award|special purpose award|supplemental award|short course|unit)\b", re.IGNORECASE
)
NAMES_A_DOCUMENT = re.compile(
    r"\b(certificate|certification|badge|award|diploma|degree|nanodegree|micromasters|microbachelors|credit|module)\b",
    re.IGNORECASE,
)
ATTENDANCE = re.compile(
    r"\b(participation|attendance|attended|completion of|online modules|group discussion)\b", re.IGNORECASE
)
SELF_CHECK = re.compile(r"\bself[- ](assess|check|evaluat)", re.IGNORECASE)
EVIDENCE = re.compile(
    r"\b(portfolio|evidence|prior learning|attestation|testimony|demonstration of competen)", re.IGNORECASE
)
EXAM_AWARD = re.compile(r"\b(certification|exam|examination|test)\b", re.IGNORECASE)
LANGUAGE_TEST = re.compile(
    r"\b(ielts|toeic|toefl|jlpt|topik|hsk|delf|dalf|testdaf|telc|eiken|muet)\b|\b(language|english|french|german|spanish|japanese|"
    r"chinese|korean|malay) (language )?(proficiency )?(test|testing|exam|examination)\b|\bproficiency (test|exam)",
    re.IGNORECASE,
)


CRITERIA = {"C1": "Certificate", "C2": "Assessed", "C3": "Outcomes stated", "C4": "Small or focused"}


@dataclass(frozen=True)
class Criterion:
    """One question of the core definition: `met` is `None` where the record does not say; `missing` names the fact."""

    code: str
    met: bool | None
    reason: str
    missing: str

    @property
    def name(self) -> str:
        """Return what is asked, in a word or two."""
        return CRITERIA[self.code]

    @property
    def in_words(self) -> str:
        """Return what is asked, whether it is met, and the reason."""
        answer = {True: "yes", False: "no", None: "not stated"}[self.met]
        return f"{self.name}: {answer} ({self.reason})."


@dataclass(frozen=True)
class Verdict:
    """What the rules say about one credential, each answer with the rule that decided it."""

    is_micro_credential: Answer
    rule: str
    missing: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    eu_stated: tuple[str, ...]
    eu_missing: tuple[str, ...]
    stricter: tuple[Stricter, ...]
    oepass: OepassClass
    oepass_rule: str
    label_claim: str | None
    oepass_claim: str | None

    @property
    def in_words(self) -> str:
        """Return the answer as one sentence for a learner."""
        if self.is_micro_credential == "yes":
            return "A micro-credential by the core definition: certificate, assessed, outcomes stated, small."
        if self.is_micro_credential == "no":
            return f"Not a micro-credential: {self.rule}."
        return f"We cannot tell yet whether it is a micro-credential; not stated: {', '.join(self.missing)}."

    @property
    def eu_in_words(self) -> str:
        """Return how many of the 11 mandatory EU elements the record states, and which are still open."""
        count = f"{len(self.eu_stated)} of the 11 elements of the European standard are stated"
        return f"{count}; still open: {', '.join(self.eu_missing)}."

    @property
    def oepass_in_words(self) -> str:
        """Return the oePASS class with the rule that decided it."""
        return f"Kind of credential (oePASS): {self.oepass}, because {self.oepass_rule}."

    @property
    def label_in_words(self) -> str:
        """Return the issuer's own label as the claim that it is."""
        if self.label_claim is None:
            return "The issuer's own word for it is not stated."
        return f"The issuer calls it “{self.label_claim}”: a claim, which decides nothing."


def assess(credential: Credential) -> Verdict:
    """Return the verdict on a credential. Unknown facts lead to "cannot tell", never to a guess."""
    criteria = (_certificate(credential), _assessed(credential), _outcomes(credential), _small(credential))
    answer, rule = _decide(credential, criteria)
    oepass, oepass_rule = _oepass(credential, criteria[1].met)
    stated, missing = _eu_elements(credential)
    return Verdict(
        is_micro_credential=answer,
        rule=rule,
        missing=tuple(item.missing for item in criteria if item.met is None) if answer == "cannot tell" else (),
        criteria=criteria,
        eu_stated=stated,
        eu_missing=missing,
        stricter=stricter_definitions(credential, answer),
        oepass=oepass,
        oepass_rule=oepass_rule,
        label_claim=credential.type_claim,
        oepass_claim=credential.oepass_claim,
    )


def is_full_award(credential: Credential) -> bool:
    """True for a degree, diploma, graduate certificate or the like: an award in its own right, whatever its label."""
    return any(FULL_AWARD.search(text) for text in (credential.type_claim, credential.title) if text)


def _certificate(credential: Credential) -> Criterion:
    missing = "whether a certificate is given"
    if credential.digital_certificate:
        return Criterion("C1", True, f"the learner receives: {credential.digital_certificate}", missing)
    if credential.credits:
        return Criterion("C1", True, "it carries credit, which is recorded", missing)
    if named := next((t for t in (credential.type_claim, credential.title) if t and NAMES_A_DOCUMENT.search(t)), None):
        return Criterion("C1", True, f"offered as: {named}", missing)
    return Criterion("C1", None, "no certificate or record is mentioned", missing)


def _assessed(credential: Credential) -> Criterion:
    missing = "whether and how it is assessed"
    checks = [item for item in credential.assessment if not ATTENDANCE.search(item) and not SELF_CHECK.search(item)]
    if checks:
        return Criterion("C2", True, f"assessed by: {', '.join(checks)}", missing)
    if any(SELF_CHECK.search(item) for item in credential.assessment):
        return Criterion("C2", None, "only a self-assessment is stated, which nobody else checks", missing)
    given = credential.digital_certificate or credential.type_claim or ""
    if credential.assessment or (
        re.search(r"\b(participation|attendance)\b", given, re.IGNORECASE) and " or " not in given
    ):
        shown = ", ".join(credential.assessment) or given
        return Criterion("C2", False, f"nothing is tested; it records taking part: {shown}", missing)
    return Criterion("C2", None, "the source does not say", missing)


def _outcomes(credential: Credential) -> Criterion:
    n = len(credential.outcomes)
    reason = f"{n} learning outcome{'s' if n != 1 else ''} stated" if n else "no learning outcome is stated"
    return Criterion("C3", True if n else None, reason, "the learning outcomes")


def _small(credential: Credential) -> Criterion:
    """Return whether it is small or focused; the first fact that says so decides."""
    missing = "its size (hours, credits or weeks)"
    if is_full_award(credential):
        return Criterion("C4", False, "it is an award in its own right, not a small part of one", missing)
    hours, weeks = notional_hours(credential), credential.duration_weeks
    if hours and hours[1] <= SMALL_HOURS:
        return Criterion("C4", True, f"at most {hours[1]:g} hours", missing)
    if hours and hours[0] >= FULL_YEAR_HOURS:
        return Criterion("C4", False, f"{hours[0]:g} hours or more, a full-time year's work", missing)
    if hours:
        reason = f"{hours[0]:g} hours or more: above New Zealand's limit of {SMALL_HOURS}, below a full-time year"
        return Criterion("C4", None, reason, "whether its size still counts as small")
    if weeks and weeks <= SMALL_WEEKS:
        return Criterion("C4", True, f"{weeks:g} weeks, within {SMALL_HOURS} hours even at full time", missing)
    if credential.stacks_into:
        return Criterion("C4", True, f"it counts towards a larger award: {credential.stacks_into[0].title}", missing)
    if credential.type_claim and PART_OF_AWARD.search(credential.type_claim):
        return Criterion("C4", True, f"a part or a short course by its kind: {credential.type_claim}", missing)
    if _by_evidence(credential):
        return Criterion("C4", True, "it certifies one named ability, shown by evidence", missing)
    return Criterion("C4", None, "no hours, no credits of a known size and no short duration are stated", missing)


def _decide(credential: Credential, criteria: tuple[Criterion, ...]) -> tuple[Answer, str]:
    """Return the answer and the rule that gave it; the first rule that fits decides."""
    _, assessed, _, small = criteria
    if assessed.met is False:
        return "no", f"not assessed ({assessed.reason})"
    if _general_test(credential):
        return "no", "a test of general proficiency, tied to no short course and to no qualification"
    if small.met is False:
        return "no", small.reason
    if all(item.met for item in criteria):
        return "yes", "certificate, assessed, outcomes stated, small"
    return "cannot tell", "a fact of the core definition is not stated"


def _has_course_size(credential: Credential) -> bool:
    return any((credential.hours_total, credential.duration_weeks, credential.credits))


def _by_evidence(credential: Credential) -> bool:
    """True where submitted proof of competence, not a course, earns the award."""
    evidence = any(EVIDENCE.search(item) for item in credential.assessment)
    return credential.evidence_based or (evidence and not _has_course_size(credential))


def _general_test(credential: Credential) -> bool:
    """True for a test of general language ability that belongs to no short course and no qualification."""
    named = any(LANGUAGE_TEST.search(text) for text in (credential.title, credential.type_claim) if text)
    return named and not _has_course_size(credential) and not credential.stacks_into


def _oepass(credential: Credential, assessed: bool | None) -> tuple[OepassClass, str]:
    """Return the oePASS class (Camilleri and Rampelt 2018, as the survey paper gives it) and the rule that decided."""
    kind = credential.type_claim or ""
    whole = WHOLE_AWARD.search(kind) and not PART_OF_AWARD.search(kind)
    labelled = re.search(r"micro|badge|mooc|nano", kind, re.IGNORECASE)
    if is_full_award(credential):
        return "formal qualification", "it is a degree, diploma or certificate that counts as an award in its own right"
    if credential.level and credential.level.value and whole and not labelled:
        return "formal qualification", f"listed on {credential.level.framework} as a whole award"
    if assessed is False:
        return "record of experience", "nothing is tested"
    if assessed is None:
        return "unknown", "whether it is assessed is not stated"
    named = " ".join(text for text in (credential.title, credential.type_claim) if text)
    exam_only = bool(EXAM_AWARD.search(named)) and not _has_course_size(credential)
    if _by_evidence(credential) or _general_test(credential) or exam_only:
        return "recognition of skills", "a test or submitted evidence earns it, not a course"
    return "non-formal certificate", "it follows a course and its outcomes are assessed"


def _eu_elements(credential: Credential) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which of the 11 mandatory elements are stated and which not.

    The learner's identity and the date of issue stand only on an issued certificate, so an offer reaches 9 at most.
    """
    level = credential.level
    elements = {
        "learner": False,
        "title": True,
        "country of the issuer": bool(credential.country),
        "awarding body": bool(credential.provider),
        "date of issue": False,
        "learning outcomes": bool(credential.outcomes),
        "workload": bool(credential.credits or credential.hours_total),
        "level": bool(level and level.value and level.framework != "CEFR"),
        "type of assessment": bool(credential.assessment),
        "form of participation": bool(credential.mode),
        "quality assurance": bool(credential.quality_assurance),
    }
    return tuple(n for n, there in elements.items() if there), tuple(n for n, there in elements.items() if not there)
