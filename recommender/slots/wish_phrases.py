"""Turns of phrase that open a wish to learn: "get better at", "a course on", "find me something about"."""

from __future__ import annotations

import re

from recommender.slots.noun_phrases import W

_KIND = (
    r"(?:short |online |free |good |quick |part[- ]time |beginner'?s? |evening |basic |cheap |decent |"
    r"proper |intensive |certified |accredited |refresher |intro(?:ductory)? |micro-?\s?|hybrid |"
    r"blended |weekend |new |more |advanced |single |little |small |suitable |useful |simple |nice |"
    r"best |solid |recognised |recognized )*"
    r"(?:courses?|class(?:es)?|training(?: courses?)?|certificat(?:e|es|ion|ions)|credentials?|"
    r"micro-?\s?credentials?|badges?|program(?:me)?s?|modules?|workshops?|lessons?|bootcamps?|study|"
    r"qualifications?|tutorials?|webinars?|options|something|anything|stuff|things?|ones?|content|"
    r"units?|offer(?:ings?)?|papers?|short courses?)"
)
_ABOUT = (
    r"(?:in|on|about|for|covering|around|to do with|related to|regarding|that (?:covers?|teach(?:es)?|"
    r"deals? with|focus(?:es)? on)(?: me)?(?: about| how to)?|which (?:covers?|teach(?:es)?)|teaching|"
    r"to learn(?: about| how to)?|with a focus on|focus(?:ed|ing) on|dealing with|of|like)"
)
_VERB = (
    r"(?:learn(?:ing)?(?: more)?(?: (?:about|on|of|how to|to|some|a bit (?:about|of)))*|study(?:ing)?|"
    r"get (?:better|good|stronger|more confident) (?:at|in|with)|improve(?: (?:on|in|at))?|"
    r"brush(?:ing)? up(?: on)?|"
    r"upskill(?:ing)?(?: myself)?(?: in)?|up-skill in|reskill(?:ing)?(?: in| into)|retrain(?:ing)?(?: "
    r"in| into)|train(?:ing)?(?: (?:up )?in)|(?:switch|shift|cross|jump|branch)(?:ing)?(?: (?:over|"
    r"across|out))? (?:in)?to|get(?:ting)? (?:a |to )(?:good |better |proper )?(?:handle|grip|grasp|"
    r"grips|feel) (?:on|of|with|for)|(?:wrap|get) my (?:head|brain) (?:a)?round|div(?:e|ing) "
    r"(?:deeper )?into|delv(?:e|ing) into|(?:have|gain|get) (?:a )?(?:better |deeper |good |solid "
    r")?(?:understanding|knowledge|grasp) of|work(?:ing)? (?:in|with)|get(?:ting)? (?:more |some "
    r")?(?:experience|confidence|skills?) (?:in|with|on)|do (?:something|summat|stuff) (?:with|in|"
    r"around)|mov(?:e|ing) (?:over |across )?(?:in)?to|get(?:ting)? (?:in)?to|go(?:ing)? into|"
    r"break(?:ing)? into|chang(?:e|ing) (?:career )?to|transition(?:ing)? (?:in)?to|pivot(?:ing)? "
    r"(?:in)?to|"
    r"pick(?:ing)? up|catch(?:ing)? up (?:on|with)|know(?: (?:more )?about| how to)?|"
    r"understand(?:ing)?(?: (?:about|how to))?|master(?:ing)?|do(?:ing)?|take|taking|get (?:my|her|"
    r"his) head (?:around|round)|get(?:ting)? her head (?:around|round)|get to grips with|get started "
    r"(?:with|in|on)|get(?:ting)? the hang of|specialis(?:e|ing) in|specializ(?:e|ing) in|"
    r"find(?:ing)?(?: out about)?|explor(?:e|ing)|be(?:come)? (?:certified|trained|qualified|better|"
    r"good|fluent|competent|confident) (?:in|at|with)|get (?:certified|qualified|trained|skilled) "
    r"(?:in|at|on)|develop(?:ing)?(?: my)?|build(?:ing)? (?:up )?(?:my )?(?:skills? in|knowledge of)|"
    r"deepen(?:ing)?(?: my)?|refresh(?:ing)?(?: my)?|polish(?:ing)?(?: my)?|sharpen(?:ing)?(?: my)?|"
    r"strengthen(?:ing)?(?: my)?|expand(?:ing)?(?: (?:my|into))?|read up on|have a go at|"
    r"try(?:ing)?(?: out)?|add|gain(?:ing)?(?: (?:skills?|knowledge|experience) (?:in|of))?|acquire|"
    r"bone up on|skill up (?:in|on)|level up (?:in|on|my)?|focus on|dip into|dabble in|tackle|cover)"
)
_WISH = (
    r"(?:want(?:s|ed|ing)?(?: (?:me|us|her|him|them))?(?: to)?|would (?:really )?(?:like|love)(?: "
    r"(?:to|him to|her to|me to))?|'d (?:really )?(?:like|love)(?: to)?|love to|like to|need(?:s|"
    r"ed)?(?: to)?|have to|has to|must|hop(?:e|es|ing) to|plan(?:s|ning)? to|wish(?:es)? to|"
    r"try(?:ing)? to|trying|keen to|eager to|decided to|looking to|look to|aim(?:ing)? to|"
    r"think(?:ing)? (?:of|about)|consider(?:ing)?|interested in|going to|ready to|help (?:me|us|her|"
    r"him)(?: to)?|teach (?:me|us|her|him)(?: about| how to| to)?|show (?:me|us) how to|ought to|"
    r"should|able to|better|supposed to|asked (?:me )?to|told (?:me )?to|prefer to|rather|let me|can "
    r"i|could i|where can i|how (?:can|do) i|i'll|time to|chance to|desire to|ambition to|goal is to|"
    r"in order to|be good to|be nice to|like him to|like her to|motivated to|curious to|excited to|"
    r"started|start|begin|dying to|tempted to)"
)
_NOUN_WISH = (
    r"(?:want(?:s|ed)?|would (?:really )?(?:like|love)|'d (?:really )?(?:like|love)|like|need(?:s|"
    r"ed)?|require|prefer|interested in|consider(?:ing)?|thinking (?:of|about)|should try|after|"
    r"chasing)(?! to\b)"
)
_TRADE_VERBS = (
    r"(?:weld|code|program|sew|cook|draw|bake|swim|knit|paint|photograph|garden|brew|plaster|tile|"
    r"animate|edit videos?|prune|carve|forage|sail|upholster|crochet|dance|sing|blog|podcast|"
    r"translate|interpret)\b"
)
TRIGGERS = [
    re.compile(
        rf"\b(?:{_WISH}) (?:\w+ly |also |just |maybe |finally |please |simply |actually |first |at least |"
        rf"eventually |to )*(?:{_VERB})\b",
        re.I,
    ),
    re.compile(
        r"\b(?:interested in|keen on|curious about|passionate about|fascinated by|into learning(?: "
        r"about)?|enthusiastic about|focus(?:ing|ed)? on|specialis\w+ in|leaning towards?|drawn to|fancy|"
        r"fancies|topics?:?(?: is| of)?|subjects?:?(?: is)?|field:?(?: is)?|area:?(?: is)?|skills? "
        r"(?:wanted|needed):?|learn:|wish:|goal:|goal is|looking into|look into|get into|help me with|"
        r"help with|recommendations? (?:for|on)|advice on courses (?:in|on))\b:?",
        re.I,
    ),
    re.compile(
        r"\b(?:looking|look|looks|searching|search|hunting|after|seeking|seek) (?:for|at|into|"
        rf"to)(?: (?:an?|some|any|the|more))?(?: {_KIND})?(?: {_ABOUT})?(?: {_VERB})?(?![\w'])",
        re.I,
    ),
    re.compile(
        r"\b(?:an?|any|some|the|one|find|recommend|suggest|show|got|have|need|want|take|do|of|for|me|"
        r"there|other|offer|which|what|good|short|your|start with|a few|best|his|her|it|many|my)(?: (?:me|"
        rf"us|her|him|a|an|any|some|you|your|the|good|my))* {_KIND} (?:{_ABOUT})\b",
        re.I,
    ),
    re.compile(
        r"(?:^|[.,;:!?]\s?|\b(?:and|then|ok|so)\s)(?:please )?(?:learn(?: about| how to| to)?|study|teach "
        r"me)\b",
        re.I,
    ),
    re.compile(
        rf"\b(?:{_WISH}) (?:\w+ly |also |just |maybe |finally |please |simply |actually |to "
        rf")*(?={_TRADE_VERBS})",
        re.I,
    ),
    re.compile(
        rf"\b(?:{_NOUN_WISH}|give me|show me|find me|suggest|recommend|got|offer|have you got|do you have|"
        r"what about|how about|need|needs|send me on|sign me up for|book me on|lacking|lack|missing|weak "
        r"(?:in|at|on)|struggle with|struggling with|bad at|gaps? in|need help with|thinking) (?:an?|some|"
        r"any|the|more|me|my|me an?|me some|me any|maybe|about|get|of|with|on|at|in|a bit of|her|him|take|"
        r"do|actually|instead)*\b",
        re.I,
    ),
    re.compile(
        r"\b(?:something|anything|courses?|stuff|what|options|one|ones|class|classes|training)(?: (?:have "
        r"you got|do you have|is there|can you offer|could i do|can i do|should i do|could i take|can i "
        r"take|you have|you got|would you suggest|do you offer|are there))? (?:in|on|about|for)\b",
        re.I,
    ),
    re.compile(
        r"\b(?:teach(?:es)?|cover(?:s|ing)?|everyone (?:around me )?is doing|i lack|learn(?:ing)?(?: "
        r"about| how to| to)?|study(?:ing)?|instead of that,?|switch to|rather(?: do| learn)?|change "
        r"(?:it |that )?to|meant|mean)\b",
        re.I,
    ),
    re.compile(r"[,;:.]\s(?:maybe|perhaps|possibly|something like|such as|e\.g\.|for example|for instance)\s", re.I),
]
# "python course", "automation testing course": the subject stands before the kind.
BEFORE_KIND = re.compile(
    rf"(?P<what>(?:{W} ){{1,5}})(?P<kind>(?:short |online |evening |training |certificate |"
    r"certification )*(?:course|courses|class|classes|training|certificate|certification|bootcamp|"
    r"micro-?\s?credentials?|badge|programme|program|module|workshop|lessons|skills|"
    r"qualification))\b(?! (?:at the end|of attendance|for (?:free|beginners)))",
    re.I,
)
