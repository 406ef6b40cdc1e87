"""Definitions that ask for more than the core: New Zealand's, Malaysia's, the CMF's and Digital Promise's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from catalogue.credits import notional_hours
from catalogue.frameworks import level_rank
from catalogue.records import Credential

Answer = Literal["yes", "no", "cannot tell"]

NZQA_SOURCE = "https://www.nzqa.govt.nz/providers-partners/approval-accreditation-and-registration/micro-credentials/"
MQA_SOURCE = "https://qvc.umpsa.edu.my/faqs.php"
CMF_SOURCE = "https://partners.futurelearn.com/hc/en-us/articles/7855343302162-Common-Microcredential-Framework-CMF"
DIGITAL_PROMISE_SOURCE = "https://digitalpromise.org/initiative/educator-micro-credentials/how-it-works/"

NZQA_MOST_CREDITS = 40
MQA_LEAST_HOURS = 40
CMF_HOURS = (100, 150)
CMF_EQF = (4, 7)


@dataclass(frozen=True)
class Stricter:
    """Whether a stricter definition is met; `reasons` speak against it or name what is not stated."""

    name: str
    met: Answer
    reasons: tuple[str, ...]
    source: str

    @property
    def in_words(self) -> str:
        """Return the verdict with its reasons, as a learner should see it."""
        return f"{self.name}: {self.answer_in_words}"

    @property
    def answer_in_words(self) -> str:
        """Return the answer and what speaks against it or is not stated."""
        return f"{self.met} ({'; '.join(self.reasons)})." if self.reasons else f"{self.met}."


def stricter_definitions(credential: Credential, core: Answer) -> tuple[Stricter, ...]:
    """Return the verdict of each stricter definition, given the answer of the core definition."""
    return (_nzqa(credential, core), _mqa(credential, core), _cmf(credential, core), _digital_promise(credential, core))


def _verdict(name: str, source: str, core: Answer, checks: dict[str, bool | None]) -> Stricter:
    """Return yes where every check holds, no where one fails; a check that is `None` is a fact not stated."""
    checks = {"it is a micro-credential by the core definition": {"yes": True, "no": False}.get(core), **checks}
    failed = tuple(f"not so: {check}" for check, holds in checks.items() if holds is False)
    unknown = tuple(f"not stated: {check}" for check, holds in checks.items() if holds is None)
    return Stricter(name, "no" if failed else "cannot tell" if unknown else "yes", failed or unknown, source)


def _on_framework(credential: Credential, code: str, country: str) -> bool | None:
    """Return whether its level stands on a framework; unknown only for a provider of that country."""
    if credential.level:
        return credential.level.framework == code and (True if credential.level.value else None)
    return None if credential.country == country else False


def _assured_by(credential: Credential, words: str) -> bool | None:
    """Return true where the stated quality assurance names the authority; silence is not a no."""
    return True if credential.quality_assurance and re.search(words, credential.quality_assurance) else None


def _nzqa(credential: Credential, core: Answer) -> Stricter:
    credits, hours = credential.credits, notional_hours(credential)
    small = hours[1] <= NZQA_MOST_CREDITS * 10 if hours else None
    if credits and credits.system == "NZQCF credit":
        small = credits.amount <= NZQA_MOST_CREDITS
    checks = {
        "a level on the NZQCF": _on_framework(credential, "NZQCF", "NZ"),
        f"at most {NZQA_MOST_CREDITS} credits (400 hours)": small,
        "approved and listed by NZQA, with evidence of need": _assured_by(credential, r"\bNZQA\b"),
    }
    return _verdict("NZQA (New Zealand)", NZQA_SOURCE, core, checks)


def _mqa(credential: Credential, core: Answer) -> Stricter:
    hours = notional_hours(credential)
    bears_credit = True if credential.credits else None
    checks = {
        "a level on the Malaysian MQF": _on_framework(credential, "MQF", "MY"),
        "it bears credit": bears_credit,
        f"at least {MQA_LEAST_HOURS} hours (1 credit)": hours[1] >= MQA_LEAST_HOURS if hours else None,
        "part of an accredited programme, or verified by a Quality Verification Centre": _assured_by(
            credential, r"\bMQA\b|Quality Verification"
        ),
    }
    return _verdict("MQA (Malaysia)", MQA_SOURCE, core, checks)


def _cmf(credential: Credential, core: Answer) -> Stricter:
    hours = notional_hours(credential)
    rank = level_rank(credential.level) if credential.level else None
    to_degree = any(
        re.search(r"degree|bachelor|master", f"{rule.title} {rule.type or ''}", re.I) for rule in credential.stacks_into
    )
    identity = any(re.search(r"proctor|identity|supervised", item, re.I) for item in credential.assessment)
    checks = {
        "100 to 150 hours, final assessment included": hours[0] <= CMF_HOURS[1] and hours[1] >= CMF_HOURS[0]
        if hours
        else None,
        "EQF level 6 to 7, or 4 to 5": CMF_EQF[0] <= rank[0] and rank[1] <= CMF_EQF[1] if rank else None,
        "it bears credit": True if credential.credits else None,
        "it counts towards a degree": True if to_degree else None,
        "identity is checked at the assessment": True if identity else None,
    }
    return _verdict("Common Microcredential Framework", CMF_SOURCE, core, checks)


def _digital_promise(credential: Credential, core: Answer) -> Stricter:
    checks = {
        "earned by submitted evidence of one competency": credential.evidence_based,
        "a named issuer gives an Open Badge": True if credential.digital_certificate and credential.provider else None,
        "judged by a public rubric": True
        if re.search(r"rubric|Digital Promise", credential.quality_assurance or "", re.I)
        else None,
    }
    return _verdict("Digital Promise", DIGITAL_PROMISE_SOURCE, core, checks)
