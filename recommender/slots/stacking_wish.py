"""The larger award that learning has to count towards."""

from __future__ import annotations

import re

from recommender.slots.change import Change
from recommender.slots.passage import Passage
from recommender.slots.qualifications import DEGREE, FIELD, W

_AWARD = re.compile(
    rf"(?P<award>(?:(?:{DEGREE})(?!\w)|(?:{W} )?(?:(?:graduate|postgraduate|advanced|higher|national|"
    r"full|professional) )?(?:diploma|certificate(?: (?:iii|iv|[1-4]))?|cert (?:iii|iv|3|4)|"
    r"apprenticeship|foundation degree|honours degree|master(?:'?s)?|bachelor(?:'?s)?|doctorate|major|"
    rf"minor)(?: degree)?){FIELD}|(?:{W} ){{1,2}}(?:degree|diploma|master'?s|bachelor'?s)(?! "
    rf"(?:level|course|in|of))|degree (?:in|of) {W}(?: (?!(?:and|but|by|with|at|or|i|so|if|step|bit|"
    rf"one)\b){W}){{0,2}}|(?:{DEGREE})(?!\w))",
    re.I,
)
_STACK = (
    r"(?:(?:it |that |which |whatever i do |they |everything |all |ones |courses |each |this "
    r")?(?:must |has to |have to |should |needs? to |can |could |will |would |'ll |also |to |actually "
    r"|eventually |later )*(?:count|counts|counting|stack|stacks|stacking|stackable|build|builds|"
    r"building|lead|leads|leading|add|adds|adding|work|go|goes|feed|feeds|credit|credited|ladder|"
    r"ladders|transfer|transfers|contribute|contributes|contributing|bring|brings|progress|articulate|"
    r"used)\b"
    r"(?: me| up| on| in| it| credits?| bit by bit| step by step| one day| eventually| later)*(?: "
    r"?(?:towards?|to|into|onto|for|as part of|against|toward))|"
    r"(?:gives?|earns?|carr(?:y|ies)|offers?|with|worth|that has) (?:me )?(?:academic |transferable "
    r")?credits? (?:for|towards?|into|in)|(?:part of|first (?:step|part|piece|block) (?:of|towards?|"
    r"to)|step(?:s|ping stones?)? (?:to|towards?)|pathway (?:to|into|towards?)|stepping stone (?:to|"
    r"towards?|into)|route (?:to|into)|credit (?:for|towards?)|bridge (?:to|into)|start of|head start "
    r"on|chip away at|towards?|on the way to|working (?:up )?to(?:wards?)?|"
    r"compte[rnt]* pour|mener à|auf|anrechenbar auf|anrechnen|cuenta para|cuente para|dikira untuk|"
    r"menuju|ke arah))"
)
_STACK_INTO = re.compile(
    rf"\b{_STACK} (?:an? |the |my |your |some |future |full |proper |eventual |kind of |sort of |"
    rf"getting (?:an? )?|un |une |einen? |una |something (?:like )?(?:an? )?)*{_AWARD.pattern}",
    re.I,
)
_STACK_ONLY = re.compile(
    rf"\b{_STACK} (?:an? |the |my |some |any |full |proper |real |future |kind of |sort of |bigger |"
    r"larger |eventual |whole |actual |recogni[sz]ed |formal |uni(?:versity)? )*(?:degree|"
    r"qualification|award|something|anything|award|credential|programme|program|cert\w*|next level|"
    r"something else|credits?|study|further)\w*"
    r"|\bstack(?:able|s|ing)?\b(?! overflow)|(?:has|have|needs?|must|should) to? ?(?:count|lead|"
    r"build)\b(?! (?:for|me for))|build(?:s)? up to (?:a |something)|anrechenbar|积|積み(?:上げ|重ね)|単位として",
    re.I,
)
_AIM = re.compile(
    r"\b(?:want|wants|hope|hoping|aim(?:ing)?(?: for| at)?|plan(?:ning)?(?: for)?|goal(?: is)?|like|"
    r"working|work|get|end up with|finish with|eventually|ultimately|one day|in the end|long term|map|"
    r"plan|route|path|way|roadmap|sequence|order|steps) (?:[^,.;!?¦\d]{0,24}? )?(?:to |for |towards "
    rf"|a |an |with |at |do |get |earn |finish |complete |have |my |the |into )+{_AWARD.pattern}",
    re.I,
)
_STACK_DROPPED = re.compile(
    r"(?:forget|drop|scrap|ignore|never ?mind|skip)(?: about)? (?:the |that |my )(?:\w+ )?"
    r"(?:diploma|degree|award|bachelor'?s?|"
    r"master'?s?|certificate|qualification)\b|"
    r"(?:forget|drop|never ?mind|scrap|lose|ignore|skip|leave out|without|remove|cancel)(?: about)? "
    r"(?:the |all the |that |it )?(?:stack\w*|counting|count\w*|credit(?:s| bit| thing| part)?|degree "
    r"(?:bit|thing|part)|award|qualification bit|leading)[^.;]{0,30}|(?:doesn't|does not|don't|do not|"
    r"needn't|no longer|not)(?: have| need| necessarily| really| to| actually| must| has)*(?: to)? "
    r"(?:stack|count|lead|build up|build|add up|go towards)\b[^.;,]{0,30}|stacking (?:doesn't|does "
    r"not|isn't|is not) [^.;]{0,20}|stand[- ]?alone (?:is |are |ones? )?(?:fine|ok|okay)|don't "
    r"(?:care|mind) (?:about|if|whether) (?:it |they )?(?:the )?(?:stack|count|lead)\w*|(?:needn't|"
    r"need not) (?:stack|count|lead)\w*",
    re.I,
)


def read_stacking(passage: Passage, change: Change) -> None:
    """Set `must_stack` and `stack_into`, or empty both."""
    if match := _STACK_DROPPED.search(passage.rest):
        change.clear("must_stack", "stack_into")
        change.evidence["must_stack"] = passage.take(match)
        return
    if match := _STACK_INTO.search(passage.rest):
        _aim(passage, change, match)
        change.put("must_stack", True, change.evidence.get("stack_into", match.group()))
    elif match := _STACK_ONLY.search(passage.rest):
        change.put("must_stack", True, passage.take(match))
    elif match := _AIM.search(passage.rest):
        _aim(passage, change, match)


def _aim(passage: Passage, change: Change, match: re.Match[str]) -> None:
    award = re.sub(r"^(?:an?|the|my|full|proper|your)\s+", "", match["award"].strip(" .,"), flags=re.I)
    if award.lower() not in (
        "degree",
        "qualification",
        "certificate",
        "proper qualification",
        "uni degree",
        "university degree",
    ):
        change.put("stack_into", award, match.group().strip())
    passage.take(match)
