"""What qualifications, licences, school certificates and credits are called."""

from __future__ import annotations

import re

W = r"[^\W_](?:[\w'+#&/.-]*[\w+#])?"
# The field after a qualification's name: "in geology", "of business administration".
FIELD = (
    r"(?:\s?\(?(?:hons?|honours)\)?)?(?: (?:in|of|for) (?!(?:my|the|a|an|case|this|(?-i:it)|\d+|"
    r"ireland|england|scotland|wales|australia|malaysia|japan|india|nigeria|france|germany)\b)(?:the "
    rf")?{W}(?: (?!(?:from|and|but|or|with|in|at|to|who|that|which|so|i|since|when|for|now|years?|"
    r"because|already|plus|as|though|then|based|where|would|does|is|was|completed|also|is|he|she|can|"
    rf"will)\b){W}){{0,3}})?"
)
DEGREE = (
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
    rf"english|science) gcses?|(?:a[- ]levels|a-level|(?-i:A) level)(?: in {W}(?:(?:,| and) "
    rf"{W}){{0,3}})?|as levels?|o[- ]levels?|spm|stpm|pt3|pmr|uec|ncea(?: level \d)?|hsc|vce|qce|wace|"
    r"sace|"
    r"(?:irish )?(?:leaving|junior) cert(?:ificate)?|abitur|fachabitur|realschulabschluss|"
    r"hauptschulabschluss|mittlere reife|ausbildung(?: als \w+)?|baccalauréat|bac(?:\+\d| "
    r"pro)?(?=[\s,.;]|$)|brevet|(?-i:CAP) (?:\w+)|(?-i:BTS)(?: \w+)?|(?-i:BEP|ESO|SSCE)\b|bachillerato|"
    r"ged\b|(?:a )?high "
    r"school diploma|highschool diploma|secondary school (?:certificate|diploma)|(?:10th|12th|tenth|"
    r"twelfth)(?: (?:pass|standard|std|class))|"
    r"matric(?:ulation)?(?=[\s,.;]|$)|wassce|waec|kcse|kcpe|neco|cxc|csec|psle|stpm|matura|"
    r"maturita|vwo|havo|mbo|scottish highers|highers|national 5s?|international baccalaureate|ib "
    r"diploma|school certificate|university entrance|高校卒業|高卒|大卒"
)
_VOCATIONAL = (
    r"(?:level \d+(?= in )|level \d+ (?:nvq|diploma|certificate|btec|award|qualification|"
    r"apprenticeship)|nvq(?: level)?(?: \d)?|btec(?: (?:level \d|national|extended diploma|first))?|"
    r"svq(?: \d)?|t[- ]levels?|cert(?:ificate)?s? (?:iii|iv|ii|i|[1-4])\b|(?:(?!(?:an?|the|my|have|"
    r"has|had|having|got|hold|with|and|i|no|not|of|in|for|want|need|get|as|his|her|their|only|just|do|"
    r"does|this|that|completed|finished|did|or|from|to|is|on|also|already|plus|some|any|your|which|"
    rf"find|proper|real)\b){W} ){{0,2}}(?:licen[cs]es?|cert(?! (?:i|v|\d))|ticket|trade certificate|"
    r"trade papers?|apprenticeship|certification|certificates?|nvq|diploma|degree|qualification|badge|"
    r"permit)(?: level \d)?)"
)
_CREDITS = (
    r"(?P<amount>\d+(?:\.\d)?) ?(?P<system>ects|cats|scqf|nzqa|ncea|college|university|semester|"
    r"kredit)?(?: ?(?:credits?|points|kredit|credit points))?(?: (?:already|done|completed|"
    rf"earned))?(?: (?:in|of|from|towards|dalam|en) (?P<subject>{W}(?: (?!(?:and|but|from|so|i|"
    rf"already|with|at|that)\b){W}){{0,2}}))"
)
QUALIFICATION = re.compile(
    rf"(?<![\w+])(?:(?P<credits>{_CREDITS})|(?P<name>(?:(?:{DEGREE})(?!\w){FIELD}|"
    rf"(?:{_NAMED})(?![\w])(?: (?:cert\w*|card|licen[cs]e|qualification|badge|ticket))?(?! (?:iii|iv|"
    rf"\d))|(?:{_SCHOOL})(?![\w+])|(?:{_VOCATIONAL}){FIELD})))",
    re.I,
)
