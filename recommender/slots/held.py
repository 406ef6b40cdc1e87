"""Qualifications, licences and credits already held, and the award a plan aims at."""

from __future__ import annotations

import re

from recommender.profile import Held
from recommender.slots.change import Change
from recommender.slots.passage import TAKEN, Passage

_W = r"[^\W_](?:[\w'+#&/.-]*[\w+#])?"
# The field after a qualification's name: "in geology", "of business administration".
_FIELD = (
    r"(?:\s?\(?(?:hons?|honours)\)?)?(?: (?:in|of|for) (?!(?:my|the|a|an|case|this|(?-i:it)|\d+|"
    r"ireland|england|scotland|wales|australia|malaysia|japan|india|nigeria|france|germany)\b)(?:the "
    rf")?{_W}(?: (?!(?:from|and|but|or|with|in|at|to|who|that|which|so|i|since|when|for|now|years?|"
    r"because|already|plus|as|though|then|based|where|would|does|is|was|completed|also|is|he|she|can|"
    rf"will)\b){_W}){{0,3}})?"
)
_NOUNS = rf"(?:(?:{_W}(?:'s)?) )"
_DEGREE = (
    r"(?:(?:bachelor|master|doctor|associate)(?:'?s)?(?: of [A-Za-z]+(?: [A-Z]\w+)*)?(?: degrees?)?|"
    r"b\.?\s?sc\.?|b\.?\s?a\.?(?=[\s,.;]|$)|b\.?\s?com\.?|b\.?\s?eng\.?|b\.?\s?tech\.?|b\.?\s?ed\.?|"
    r"bba|bfa|llb|mbbs|m\.?\s?sc\.?|m\.?\s?com\.?|m\.?\s?eng\.?|m\.?\s?tech\.?|m\.?ed\.?|(?-i:MA)\b|"
    r"mba|mca|bca|"
    r"bpharm|mphil|ph\.?d\.?|doctorate|pgce|pgdip|pgcert|hnd|hnc|foundation degree|(?:honours|"
    r"undergraduate|postgraduate|graduate|college|university|first|bachelor) degree|postgrad(?:uate)? "
    r"(?:diploma|certificate)|graduate (?:diploma|certificate)|"
    r"advanced diploma|higher (?:diploma|certificate|national \w+)|national diploma|ijazah sarjana "
    r"muda|ijazah|sarjana muda|sarjana|diplomado|licence|licenciatura|licenciado|grado|máster|"
    r"maestría|bachelorabschluss|masterabschluss)"
)
_NAMED = (
    r"(?:comptia )?(?:security|network|a|linux|server|cloud|data|pentest|cysa|project|itf|tech)\+|"
    r"(?:comptia )?security plus|comptia [a-z]\w*\+?|pmp|prince ?2(?: \w+)?|ccna|ccnp|ccie|itil(?: "
    r"v?\d| foundation)?|red seal|ase\b(?: certificates?| certs?)?|celta|delta\b|tefl|tesol|cissp|"
    r"cisa|ceh|togaf|"
    r"cscs(?: card)?|sia (?:badge|licen[cs]e|card)|cdl(?: class [ab])?|hgv(?: licen[cs]e)?|white card|"
    r"blue card|working with children(?: check| card)?|first[- ]aid(?: certificate| cert| ticket| "
    r"badge| course)|cpr(?: certificat\w+| cert)?|tae(?: ?\d+)?|six sigma(?: \w+ belt)?|(?:green|"
    r"black|yellow) belt|"
    r"toeic(?: \d+)?|jlpt(?: n\d)?|ielts(?: \d(?:\.\d)?)?|toefl(?: \d+)?|aat(?: level \d)?|acca(?: "
    r"\w+)?|cpa\b|cima|cipd(?: level \d)?|cfa(?: level \d)?|nebosh(?: \w+)?|iosh|shrm(?:-cp)?|csm\b|"
    r"psm ?i*|osha[- ]?\d+|servsafe|cna(?: certificate| license| licence)?|emt|rn licen[cs]e|cfp|"
    r"chartered \w+|"
    r"(?:aws|azure|google|microsoft|cisco|salesforce|oracle|red hat|scrum|kubernetes|tableau|hubspot|"
    r"adobe|autocad|meta|ibm|excel|xero|sap|agile)(?: [\w-]+){0,3}? (?:certificat\w+|certified|badge|"
    r"certs?|credential)|aws (?:cloud practitioner|solutions architect)|ckad?|18th edition|part p|gas "
    r"safe|level 2 food hygiene|"
    r"food (?:hygiene|safety|handler'?s?)(?: level \d)? (?:certificate|cert|permit|card|ticket)|care "
    r"certificate|driving licen[cs]e|driver'?s licen[cs]e|real estate licen[cs]e|dbs check|qts|"
    r"security\+|personal trainer certificate|barista certificate|rsa\b|icdl|ecdl|mos certificat\w+|"
    r"jpa certificate|kkpt?|簿記\d級|toeic\d+点"
)
_SCHOOL = (
    r"(?:igcse|gcse)s?(?: (?:in )?(?:maths?|mathematics|english|science|biology|physics|chemistry|"
    r"history|art|ict|computing|french|geography)(?: and (?:maths?|english|science))?)?|(?:maths?|"
    rf"english|science) gcses?|(?:a[- ]levels|a-level|(?-i:A) level)(?: in {_W}(?:(?:,| and) "
    rf"{_W}){{0,3}})?|as levels?|o[- ]levels?|spm|stpm|pt3|pmr|uec|ncea(?: level \d)?|hsc|vce|qce|wace|"
    r"sace|"
    r"(?:irish )?(?:leaving|junior) cert(?:ificate)?|abitur|fachabitur|realschulabschluss|"
    r"hauptschulabschluss|mittlere reife|ausbildung(?: als \w+)?|baccalauréat|bac(?:\+\d| "
    r"pro)?(?=[\s,.;]|$)|brevet|cap (?:\w+)|bts(?: \w+)?|bep|bachillerato|eso\b|ged\b|(?:a )?high "
    r"school diploma|highschool diploma|secondary school (?:certificate|diploma)|(?:10th|12th|tenth|"
    r"twelfth)(?: (?:pass|standard|std|class))|"
    r"matric(?:ulation)?(?=[\s,.;]|$)|wassce|waec|kcse|kcpe|neco|cxc|csec|cape|psle|stpm|matura|"
    r"maturita|vwo|havo|mbo|scottish highers|highers|national 5s?|international baccalaureate|ib "
    r"diploma|school certificate|university entrance|高校卒業|高卒|大卒"
)
_VOCATIONAL = (
    r"(?:level \d+(?= in )|level \d+ (?:nvq|diploma|certificate|btec|award|qualification|"
    r"apprenticeship)|nvq(?: level)?(?: \d)?|btec(?: (?:level \d|national|extended diploma|first))?|"
    r"svq(?: \d)?|t[- ]levels?|cert(?:ificate)?s? (?:iii|iv|ii|i|[1-4])\b|(?:(?!(?:an?|the|my|have|"
    r"has|had|having|got|hold|with|and|i|no|not|of|in|for|want|need|get|as|his|her|their|only|just|do|"
    r"does|this|that|completed|finished|did|or|from|to|is|on|also|already|plus|some|any|your|which|"
    rf"find|proper|real)\b){_W} ){{0,2}}(?:licen[cs]es?|cert(?! (?:i|v|\d))|ticket|trade certificate|"
    r"trade papers?|apprenticeship|certification|certificates?|nvq|diploma|degree|qualification|badge|"
    r"permit)(?: level \d)?)"
)
_CREDITS = (
    r"(?P<amount>\d+(?:\.\d)?) ?(?P<system>ects|cats|scqf|nzqa|ncea|college|university|semester|"
    r"kredit)?(?: ?(?:credits?|points|kredit|credit points))?(?: (?:already|done|completed|"
    rf"earned))?(?: (?:in|of|from|towards|dalam|en) (?P<subject>{_W}(?: (?!(?:and|but|from|so|i|"
    rf"already|with|at|that)\b){_W}){{0,2}}))"
)
_QUALIFICATION = re.compile(
    rf"(?<![\w+])(?:(?P<credits>{_CREDITS})|(?P<name>(?:(?:{_DEGREE})(?!\w){_FIELD}|"
    rf"(?:{_NAMED})(?![\w])(?: (?:cert\w*|card|licen[cs]e|qualification|badge|ticket))?(?! (?:iii|iv|"
    rf"\d))|(?:{_SCHOOL})(?![\w+])|(?:{_VOCATIONAL}){_FIELD})))",
    re.I,
)
_HAS = (
    r"(?:have|has|had|got|hold|holds|holding|with|my|his|her|did|done|completed|complete|finished|"
    r"finish|passed|pass|earned|obtained|gained|achieved|graduated (?:with|in)|just|only|already|"
    r"qualified|possess|own|plus|also|and|attained|left school with|"
    r"took|after|a trained|is|am|saya ada|ada|tengo|j'ai|habe|hatte|besitze|obtuve|mempunyai|memiliki|"
    r"lulusan|having|since|recent|with me)"
)
_HELD_BEFORE = re.compile(
    rf"(?:\b{_HAS}(?:'ve)?\s(?:(?:an?|the|my|his|her|some|only|just|already|also|got|\d+|one|two|three|"
    r"both|old|basic|full|valid|current|good|un|une|ein|eine|einen|una|sebuah|both|recent|fresh|few|"
    r"as|honours|had|completed|in \d{4}|a bit of|up to|school|studies|at|to|year|last|partial|"
    r"foreign|overseas|local|recent|previous|first) ?)*"
    r"|^|[,;:.(¦]\s?|\b(?:and|plus|&|,)\s?(?:an? |my |some |also )?|\bi've\s(?:got |done |a |an |"
    r"completed |passed |already |finished )*|'ve (?:an? )?)$",
    re.I,
)
_NOT_HELD = re.compile(
    r"(?:\b(?:no|not|don't|doesn't|do not|didn't|haven't|hasn't|never|without|lack|lacks|need|needs|"
    r"want|wants|doing|studying|studied towards|working (?:on|towards|for)|towards?|into|enrolled|"
    r"start(?:ing)?|take|get|getting|become|towards|to earn|to get|looking for|like|require[sd]?|does|"
    r"do|is|are|will|would|if|"
    r"count\w*|find|finish(?:ing)? my|halfway|half way|dropped out|quit|during|part[- ]?way|currently "
    r"(?:in|on|doing)|in the middle of|interested in|hope|plan\w*|aim\w*|apply\w*|applied|course|"
    r"courses|any|another|which|what|offer|for a|for an|compare\w*|equivalent|difference|between|"
    r"issue|receive|end up with|lead\w*|build\w*|stack\w*|"
    r"prefer|give|gives|thinking of|than|like a|recommend|suggest|only (?:from|real|proper)|proper|"
    r"just proper|accepted|teach|learn|study|one|save|compare|pas de|kein\w*|sin|tak ada|tiada|tanpa|"
    r"ohne|sans|for the|learning|your|this|that|know about|the (?:data|google|ibm))\b[^,;.!?]*)$",
    re.I,
)
_QUESTION = re.compile(r"^\s*(?:is|are|does|do|can|could|would|will|what|which|how|who|why|should|where|when)\b", re.I)
_AWARD = re.compile(
    rf"(?P<award>(?:(?:{_DEGREE})(?!\w)|(?:{_W} )?(?:(?:graduate|postgraduate|advanced|higher|national|"
    r"full|professional) )?(?:diploma|certificate(?: (?:iii|iv|[1-4]))?|cert (?:iii|iv|3|4)|"
    r"apprenticeship|foundation degree|honours degree|master(?:'?s)?|bachelor(?:'?s)?|doctorate|major|"
    rf"minor)(?: degree)?){_FIELD}|(?:{_W} ){{1,2}}(?:degree|diploma|master'?s|bachelor'?s)(?! "
    rf"(?:level|course|in|of))|degree (?:in|of) {_W}(?: (?!(?:and|but|by|with|at|or|i|so|if|step|bit|"
    rf"one)\b){_W}){{0,2}}|(?:{_DEGREE})(?!\w))",
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


def read_held(passage: Passage, change: Change) -> None:
    """Add to `held` what is named as had; what is missing, planned, asked for or under way is not."""
    for match in passage.find(_QUALIFICATION):
        before = re.split(
            rf"[.!?;]\s|\b(?:but|then|so|although|and (?=i\b)|because)\b|{TAKEN}{{3,}}",
            passage.before(match.start(), 80),
        )[-1]
        sentence = next((s for s in passage.sentences if s.start <= match.start() < s.end), None)
        name = (match["name"] or match["credits"]).strip(" .,-")
        if _NOT_HELD.search(before) and not re.search(
            r"\b(?:i|she|he|client) (?:only |already |just |also )?(?:have|has|got|hold|did)\b[^,;]*$", before
        ):
            continue
        if not _HELD_BEFORE.search(before) and not re.search(
            r"\b(?:have|has|got|hold|holds|completed|finished|did|with|passed|done|my)\b[^,;]*$", before
        ):
            continue
        if (
            sentence
            and _QUESTION.search(sentence.text)
            and not re.search(r"\b(?:my|with|i have|i've|as)\b[^,;]*$", before)
        ):
            continue
        if not _is_named(name, before):
            continue
        _record(change, match, name)
        passage.take(match)


def _is_named(name: str, before: str) -> bool:
    """True where a qualification says which one it is: "a certificate" alone names nothing."""
    words = name.lower().split()
    if words[0] in (
        "a",
        "an",
        "the",
        "my",
        "only",
        "any",
        "i",
        "have",
        "want",
        "no",
        "just",
        "some",
        "get",
        "need",
        "free",
        "and",
        "or",
        "with",
        "got",
        "this",
        "proper",
    ):
        words = words[1:]
    generic = {
        "certificate",
        "certificates",
        "degree",
        "diploma",
        "qualification",
        "certification",
        "licence",
        "license",
        "badge",
        "ticket",
        "permit",
        "nvq",
        "university",
        "college",
        "good",
        "school",
    }
    return bool(words) and not set(words) <= generic


def _record(change: Change, match: re.Match[str], name: str) -> None:
    if match["credits"]:
        system = (match["system"] or "").upper() or None
        change.add("held", Held(title=name, credits=float(match["amount"]), credit_system=system), name)
        return
    title = re.sub(
        r"^(?:an?|the|my|only|just|and|i|have|got|has|had|with|did|also|some|her|his|or|passed|hold|"
        r"completed|finished|valid|current|old)\s+",
        "",
        name,
        flags=re.I,
    )
    title = re.sub(r"^(?:an?|the|my|only|just|also|valid|got|her|his)\s+", "", title, flags=re.I)
    level = re.search(r"\blevel (\d+)", title, re.I)
    change.add("held", Held(title=title, level=level[1] if level else None), name)
