"""Jobs told by what is done in them: "I drive trucks", "I run a cafe"."""

from __future__ import annotations

import re

_TAUGHT = (
    r"(?P<what>(?:\d(?:st|nd|rd|th) (?:grade|class|year|form)|year \d+|kindergarten|primary(?: "
    r"school)?|secondary(?: school)?|(?:high|middle|elementary) school|maths?|mathematics|science|"
    r"physics|chemistry|biology|history|geography|art|music|english|french|german|spanish|"
    r"pe|p\.e\.|special (?:ed\w*|needs)|esl|yoga|piano|guitar|dance|drama|nursery|reception|preschool|"
    r"pre-k|grade \d+|(?:first|second|third|fourth|fifth|sixth|seventh|eighth) grade|adults|swimming|"
    r"fitness|pilates|driving|computing|ict|it|high schoolers|kids))"
)
DOING = [
    (
        re.compile(
            r"\b(?:i|she|he|who|client)\s(?:currently |now |also |mostly )?(?:teach(?:es)?|taught|teaching) "
            rf"{_TAUGHT}",
            re.I,
        ),
        "{what} teacher",
    ),
    (
        re.compile(
            r"(?:\b(?:i|she|he|who|client|and|i've)\s|^|[.!?,]\s)(?:currently |now |also |mostly )?"
            r"(?:drive|drives|drove|driven|driving) (?:an? |"
            r"the |big |local )?(?P<what>trucks?|lorr(?:y|ies)|buses|bus|taxis?|cabs?|vans?|delivery vans?|"
            r"forklifts?|trains?|trams?|tractors?|coaches|uber|hgvs?|coach|ambulances?)(?: for (?:a living|"
            r"work|\w+))?",
            re.I,
        ),
        "{what} driver",
    ),
    (
        re.compile(
            r"\b(?:i|she|he|we|who|client)\s(?:currently |now |also )?(?:run|runs|own|owns|ran|owned|have) "
            r"(?:an? |the |my own |our |my |our own |her own |his own )(?:\w+ )?(?P<what>caf[eé]|shop|store|"
            r"salon|restaurant|b&b|bakery|farm|nursery|gym|garage|hotel|pub|bar|business|boutique|food truck|"
            r"market stall|cleaning (?:business|company)|dairy|vineyard|orchard|guest ?house|hostel|kennels?|"
            r"studio|barbershop|takeaway|bookshop|workshop|catering (?:business|company))\b",
            re.I,
        ),
        "{what} owner",
    ),
    (
        re.compile(
            r"\b(?:i|she|he|we|who|client)\s(?:currently |now |also )?(?:manage|manages|managed) "
            r"(?:an? |the |my own |our |my |our own |her own |his own )(?:\w+ )?(?P<what>caf[eé]|shop|store|"
            r"salon|restaurant|b&b|bakery|farm|nursery|gym|garage|hotel|pub|bar|business|boutique|food truck|"
            r"market stall|cleaning (?:business|company)|dairy|vineyard|orchard|guest ?house|hostel|kennels?|"
            r"studio|barbershop|takeaway|bookshop|workshop|catering (?:business|company))\b",
            re.I,
        ),
        "{what} manager",
    ),
    (
        re.compile(
            r"\b(?:i|she|he|who|client|currently|been|and|now)\s?(?:currently |now |just |'ve been |have been "
            r"|has been )?(?:work|works|worked|working) (?:on |at |in |for )(?:an? |the |my |our |my local |a "
            r"local |a big |a small |local )?(?P<what>warehouse|factory|kitchen|hospital|school|shop|"
            r"supermarket|bank|hotel|restaurant|retail|hospitality|construction|care home|nursing home|call "
            r"cent(?:re|er)|farm|nursery|daycare|library|pharmacy|office|pub|bar|cafe|café|store|bakery|gym|"
            r"salon|garage|mine|mines|sawmill|brewery|abattoir|childcare|hr|human resources|marketing|finance|"
            r"accounts|payroll|admin|logistics|sales|customer service|it support|security|insurance|council|"
            r"catering|housekeeping|manufacturing|tourism|building sites?|production|assembly line|packing|"
            r"dairy|aged care|home care|social care|logistics|procurement|fast food|airport|cleaning|"
            r"fisheries|forestry|landscaping)\b",
            re.I,
        ),
        "{what} worker",
    ),
    (
        re.compile(
            r"(?:\b(?:i|she|he|who|client|and|i've)\s|^|[.!?,]\s)(?:currently |now |also |mostly )?"
            r"(?:teach(?:es)?|taught|teaching) (?:at|in) (?:an? |the |my |our )?(?:local )?"
            r""
            r""
            r"(?P<what>(?:primary|secondary|high|middle|elementary|language|nursery|grammar|driving|"
            r"special|vocational|public|private|boarding) "
            r"schools?|school|college|university|kindergarten|preschool)",
            re.I,
        ),
        "{what} teacher",
    ),
    (
        re.compile(
            r"\b(?:i |she |he )?(?P<what>pick(?:s|ing)? (?:and|n|&) pack(?:s|ing)?)(?: in (?:an? |the "
            r")?(?P<where>warehouse))?",
            re.I,
        ),
        "warehouse picker packer",
    ),
    (
        re.compile(
            r"\bi (?:currently |now |mostly )?(?:fix|repair|service) (?P<what>cars|bikes|bicycles|trucks|"
            r"computers|phones|boilers|engines|lifts|elevators|tractors|machines|aircraft)\b",
            re.I,
        ),
        "{what} mechanic",
    ),
    (
        re.compile(
            r"\bi (?:currently |now |mostly )?build (?P<what>houses|homes|boats|websites|decks|furniture|"
            r"roads|fences)\b",
            re.I,
        ),
        "{what} builder",
    ),
    (
        re.compile(
            r"\bi (?:currently |now |mostly )?(?:sell|sold) (?P<what>cars|houses|insurance|phones|furniture|"
            r"shoes|clothes|flowers|tickets|property|real estate)\b",
            re.I,
        ),
        "{what} salesperson",
    ),
    (
        re.compile(
            r"\bi (?:currently |now |mostly )?(?:cook|cooked) (?:in|at|for)\b(?! (?:my|fun|home|the family|"
            r"friends))",
            re.I,
        ),
        "cook",
    ),
    (
        re.compile(
            r"\bi (?:currently |now |mostly )?clean (?P<what>houses|offices|hotel rooms|rooms|windows|pools|"
            r"hotels|schools|hospitals)\b",
            re.I,
        ),
        "{what} cleaner",
    ),
    (
        re.compile(
            r"\bi (?:currently |now |mostly )?(?:look after|care for) (?P<what>old people|elderly people|the "
            r"elderly|seniors|children|kids|disabled people|toddlers|babies) (?:in|at|for a living|as a job|"
            r"professionally)",
            re.I,
        ),
        "{what} carer",
    ),
    (
        re.compile(
            r"\bi (?:currently |now |mostly )?(?:farm|grow|milk|raise) (?!my\b|up\b|old\b)(?P<what>[a-z]{3,})\b",
            re.I,
        ),
        "{what} farmer",
    ),
    (re.compile(r"\bi (?:currently |now )?(?:do|cut) (?P<what>hair|nails)\b", re.I), "{what} stylist"),
    (re.compile(r"\bi (?:currently |now )?wait(?:ed)? (?:on )?tables\b", re.I), "waiter"),
    (
        re.compile(
            r"\b(?:i|she|he) (?:currently |now |mostly )?(?P<what>(?!work|do|earn|live|travel|"
            r"play)[a-z]{3,8}?)e?s? (?:\w+ ){0,3}for a living",
            re.I,
        ),
        "{what}er",
    ),
    (re.compile(r"\bi (?:currently |now )?(?:nurse) (?:at|in)\b", re.I), "nurse"),
]
