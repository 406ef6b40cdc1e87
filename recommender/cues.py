"""Turns of phrase that settle an intent, where grammar is surer than meaning."""

from __future__ import annotations

import re

from recommender.profile import Intent

_FRAMEWORK = r"(?:eqf|nzqcf|nzqf|aqf|nfq|mqf|scqf|rqf|fheq|jeqf|nqf|qqi|cefr|dqr)"
_UNIT = r"(?:ects|credits?|cats|credit points|points|credit hours|kredit|crédits?|créditos?|単位)"
_WHICH = r"(?:one|of (?:the|these|those|them)|course|is|option|two|takes|has|costs?)"
_ONLY = r"[\s!.,:)(;👍🙏😊😀❤-]*"
# In order: the first that matches decides.
CUES: list[tuple[Intent, str]] = [
    (
        "out_of_scope",
        (
            r"\b(?:ignore|disregard|forget|override|bypass) (?:all |any |your |the |every |my )*(?:previous |"
            r"prior |above |earlier |safety |system )*(?:instructions?|rules?|prompts?|guidelines|programming|"
            r"text above)\b|system prompt|^\W*(?:system|admin|developer|assistant)\s?:|\bfrom now on,? you "
            r"(?:only|must|will|are|should)\b|\byou are now\b|\bjailbreak|act as (?:a|an|if)\b(?!.*\b(?:job|"
            r"role) )|pretend (?:to be|you)|developer mode|\b(?:hidden|secret) (?:prompt|instructions)|drop "
            r"table|<script|ignorez? (?:toutes )?(?:les|tes|vos) instructions|ignorier\w* (?:alle )?(?:deine|"
            r"ihre|vorherigen)|ignora (?:todas )?(?:las|tus) instrucciones|abaikan (?:semua )?arahan|指示を無視"
        ),
    ),
    (
        "out_of_scope",
        (
            r"\b(?:write|do|finish|complete|draft|rewrite|proofread)\b[^.?!]{0,30}\b(?:my|me (?:an?|my)|the|"
            r"this|an?|us an?) (?:\w+[- ]){0,4}(?:essay|homework|assignment|dissertation|thesis|poem|song|"
            r"cover letter|cv|resume|coursework|report|speech|story|lab report)\b|\bweather\b(?! (?:station|"
            r"forecasting course))|tell me a joke|\b(?:stupid|dumb|useless|idiot|crap|shitty?|fuck\w*|rubbish|"
            r"garbage|moron|pathetic) (?:bot|machine|thing|chatbot|robot|site|tool|computer|program|app)?[!. "
            r"]*$|\b(?:you(?:'re| are) (?:\w+ )?(?:stupid|useless|an idiot|dumb|rubbish|worthless|a joke))|"
            r"shut up|screw you|fuck (?:you|off)|kill myself|suicid|end (?:it all|my life)|want to die|hurt "
            r"myself|self[- ]harm"
        ),
    ),
    (
        "out_of_scope",
        (
            r"\bmy (?:chest|head|back|stomach|knee|rash|tooth|throat|ear|leg|arm|"
            r"tummy)\b[^.?!]{0,30}\b(?:hurts?|aches?|pain|itch\w*|sore|swollen|bleed\w*|burns?)|what "
            r"(?:medicine|pills?|drugs?|dose|tablets?)|(?:should|can) i (?:take|stop taking) (?:\w+ "
            r"){0,3}(?:ibuprofen|paracetamol|antibiotics|medication|pills)|(?:can|may|is) my (?:landlord|boss|"
            r"employer|neighbou?r|ex|husband|wife|bank|manager)\b[^.?!]{0,30}\b(?:allowed|legally|fire|evict|"
            r"sack|sue|refuse|keep|cut|make me)|my (?:landlord|boss|employer|"
            r"neighbou?r)\b[^.?!]{0,20}\b(?:allowed to|legally|evict\w*|sue)|\bsue\b (?:my|the|them|him|her|"
            r"for)|\b(?:visa|asylum|green card|work permit|immigration|residency|citizenship)\b[^.?!]*(?:\?|"
            r"$)(?<!course\?)|divorce|child support|custody of|who (?:won|should i vote|will win)|bitcoin|"
            r"stock(?:s| market) (?:should|tip)|lottery|horoscope|recipe for|capital (?:city )?of [A-Z]"
        ),
    ),
    (
        "undo",
        (
            rf"^{_ONLY}(?:oops|no|nah|ok|okay|sorry|wait|hm+|hmm|actually|please|oh|ah|argh|can you|could you|"
            rf"nope|well|um|er)?{_ONLY}(?:actually |please |just |wait |no |can you |could you )*(?:undo\b|"
            r"revert|take (?:that|it|the last (?:one|bit|thing|change)) back|take back|(?:go|step|roll|turn|"
            r"put|change|switch|set|bring) (?:it |that |things |everything |this |the (?:last|previous) \w+ "
            r")?back(?: (?:a|one|1) step| to| as|\b(?! (?:to (?:work|school|college|university|uni|study)|"
            r"into|in(?:to)? |as an?|home|up)))|(?:scrap|cancel|reverse|delete|drop|ignore|forget|remove|"
            r"scratch|strike|never ?mind|disregard|discard|unset|rewind) (?:what i (?:just )?said\b|(?:that|"
            r"the|my|this)? ?(?:very )?(?:last|latest|previous) (?:\w+ ?){0,3}|that(?: (?:bit|one|change|"
            rf"thing|again|please|limit|last))*{_ONLY}$)|as (?:it was|we were|before)|(?:back )?(?:to )?(?:how|"
            r"the way|where) (?:it|we|things) (?:was|were)|previous (?:settings?|state|version)|one step back|"
            r"i take (?:that|it) back|that was a mistake)"
        ),
    ),
    (
        "undo",
        (
            r"\b(?:go(?:ing)? back|put it back|return|revert|change it back|set it back|restore (?:it|that|"
            r"things)) to (?:how|the way|what|where|before|the previous|as)\b|\bundo (?:that|the|this|it|my|"
            r"last)\b|^(?:annule[rz]?|annuler ça|reviens en arrière|retour en arrière|rückgängig|mach das "
            r"rückgängig|nimm das zurück|zurück\b|deshacer|deshaz|vuelve atrás|batalkan|undur|buat asal|元に戻|"
            r"取り消|一つ前に戻|さっきの.{0,8}(?:取り消|なし|戻)|戻して)"
        ),
    ),
    (
        "reset",
        (
            r"\b(?:start|begin|go) (?:all |completely |everything |it |this |from )*(?:over|afresh|anew|again "
            r"from|from scratch|from zero|from the (?:beginning|top|start)|fresh)\b(?! (?:career|in life|at "
            r"\d))|^\W*(?:please |ok |okay |can we |let's |could we |right,? |i want to )*(?:start|begin) "
            r"again\b|\b(?:clear|wipe|erase|delete|reset|scrap|bin|dump|discard|forget|empty|trash) (?:(?:it|"
            r"them|this|that) all|all (?:of (?:it|this|that|my)|my|this|that|the)|everything|every ?thing|my "
            r"(?:profile|details|data|info\w*|answers|chat)|the (?:lot|whole (?:lot|thing)|conversation|chat|"
            r"profile|board|slate)|all)\b|^\W*reset\b|new (?:conversation|chat|session|search from)|clean "
            r"slate|blank slate|from scratch,? please|on recommence|recommencer|repartir de zéro|efface[rz]? "
            r"tout|tout effacer|von vorne|neu anfangen|alles (?:löschen|zurücksetzen|vergessen)|empezar de "
            r"(?:nuevo|cero)|borra(?:r)? todo|empecemos de|mula (?:semula|balik|dari awal)|padam semua|最初から|"
            r"初めから|リセット|全部(?:消|忘|クリア)|やり直"
        ),
    ),
    (
        "greeting",
        (
            rf"^{_ONLY}(?:hi+|hello+|hey+|hiya|howdy|yo|sup|g'?day|gidday|greetings|good (?:morning|afternoon|"
            r"evening|day)|morning|evening|afternoon|kia ora|salam|assalamualaikum|selamat (?:pagi|petang|"
            r"tengah hari|malam|datang)|hai|apa khabar|bonjour|bonsoir|salut|coucou|hallo|guten (?:tag|morgen|"
            r"abend)|moin|servus|grüezi|hola|buenos días|buenas(?: tardes| noches)?|こんにちは|こんばんは|"
            r"おはよう(?:ございます)?|はじめまして|もしもし|namaste|aloha|ciao|dia dhuit|mate|there|all|everyone|sir|madam|team|"
            r"cairn|bot|again|anyone there|how are you(?: doing)?(?: today)?|how's it going|what's up|/|,|\.|"
            rf"!|\?|\s)+{_ONLY}$"
        ),
    ),
    (
        "thanks",
        (
            rf"^{_ONLY}(?:(?:ok(?:ay)?|great|perfect|lovely|brilliant|awesome|cool|super|excellent|nice|good|"
            r"right|alright|wonderful|fantastic|fab|sweet|amazing|that's|that is|that was|all|very|really|so|"
            r"much|a lot|lots|a million|a bunch|many|for (?:the|your|all your|all the) (?:help|info\w*|time|"
            r"advice)|for (?:that|this|now|everything|helping(?: me)?)|helpful|useful|mate|just what i "
            r"(?:needed|wanted)|bye|goodbye|see you|got it|i|you|your|appreciate it|appreciated|one|the best|"
            r"a star|of you|kind|is great|it|works|works for me|will do|no more questions|that helps|have a "
            r"(?:good|nice|great) (?:day|one|evening|weekend))[\s!.,:)-]*)*(?:thanks?(?: you)?|thank you|thx+|"
            r"ty|tysm|cheers|ta|tq|much appreciated|appreciate it|terima kasih|merci|danke(?:schön)?|vielen "
            r"dank|gracias|muchas gracias|arigatou?|ありがとう(?:ございます|ございました)?|どうも(?:ありがとう)?|助かりました|grazie|"
            r"obrigad[oa]|go raibh maith agat|that(?:'s| is| was) (?:all|it|everything|(?:very |really |so |"
            r"super )?(?:helpful|useful|great|perfect|brilliant))|good bot|you(?:'re| are| have been|'ve "
            r"been) (?:a (?:star|legend|lifesaver|gem)|(?:very |so |really )?(?:helpful|great|brilliant|kind)|"
            r"the best))(?:[\s!.,:)-]*(?:so|very|much|a lot|lots|a (?:million|bunch|lot)|again|for (?:\w+ "
            r"?){1,5}|mate|you|that(?:'s| is| was) (?:\w+ ?){1,4}|this (?:is|was) (?:\w+ ?){1,3}|bye|"
            r"great|really|helpful|useful|everyone|all|beaucoup|bien|schön|sehr|banyak(?:-banyak)?|bot|friend|"
            r"everything|goodbye|c'est (?:parfait|tout)|perfect|brilliant|love|folks|banyak|lah|la|have a "
            rf"(?:\w+ )?(?:day|one|evening)))*{_ONLY}$"
        ),
    ),
    (
        "help",
        (
            rf"^{_ONLY}(?:ok |okay |so |um |er |hi |hello |hey |hiya |hi there |yo |sorry |right |well |please "
            r")*(?:,|\.|!)?\s?(?:help(?: me)?(?: please)?|what (?:can|do|could) (?:you|this|it|i) (?:actually "
            r"|even |all )?(?:do|ask|type|say|write|help(?: me)? with|know|ask you)(?: (?:here|for me|with "
            r"this|about|exactly|then))*|how (?:do|does|can|should) (?:i|this|it|you|one) (?:actually |even "
            r")?(?:use|work|start|begin|help|function)(?: (?:this|it|here|the|me|thing|site|tool|page|bot|"
            r"chat|thingy|chatbot|app|assistant))*|what (?:is|'s) this(?: (?:thing|site|page|tool|chat|bot|"
            r"for|about|all about))*|who are you|what are you|are you (?:a )?(?:bot|human|real|robot|"
            r"person)(?: or (?:a )?\w+)?|(?:show|give) me (?:the )?(?:instructions|help|commands|menu|"
            r"options)|instructions|menu|commands|i'm (?:lost|confused|stuck)(?: here)?|(?:i )?don't (?:know|"
            r"understand) (?:how|what) (?:to|i) (?:use|do|ask|type|say|start|should|can)(?: \w+)*|where do i "
            r"(?:start|begin)(?: here)?|how to use(?: this)?(?: \w+)?|使い方(?:を教えて(?:ください)?|は)?|何ができますか|"
            r"どう使い?(?:うの|ますか|えば)?.{0,8}|ヘルプ|comment ça marche|aide(?:z-moi)?|que (?:peux-tu|pouvez-vous) "
            r"faire|hilfe|was kannst du(?: alles)?|wie funktioniert (?:das|es)(?: hier)?|ayuda|¿?(?:qué "
            r"puedes hacer|cómo funciona)(?: esto)?|tolong|bantuan|macam mana (?:nak )?guna(?: \w+)?|apa "
            r"(?:yang )?(?:awak|anda|kamu) boleh (?:buat|bantu))(?: please| pls| thanks| here| "
            rf"exactly)*{_ONLY}$"
        ),
    ),
    (
        "save",
        (
            r"^\W*(?:(?:ok(?:ay)?|great|please|then|can you|could you|now|and|yes|good|perfect|nice|right|"
            r"cool|i'd like to|i want to|let's|just|also|lovely|fine|brilliant|thanks|alright|hmm|yeah|would "
            r"you|will you|pls|i'll|sure|interesting|sounds good|love it|i like it|go on)[\s,.!]*)*(?:save|"
            r"keep|bookmark|shortlist|short-list|pin|favou?rite|star|store|note down|remember|put (?:it|that|"
            r"this|them|the \w+(?: one)?|both|number \d|no \d|those(?: two)?|\w+ and \w+) (?:on|in|to|aside|"
            r"down)|add (?:it|that|this|them|the \w+(?: one| course)?|both|number \d|no\.? ?\d|those(?: two)?|"
            r"all(?: \w+)?) to (?:my|the|her|his|our)|hold on to|hang on to|set aside|mark)\b(?! (?:it "
            r"(?:under|below|to|within|at|short|online|cheap|in|less)|(?:the )?(?:cost|price|budget|total|"
            r"fees?|hours|costs)|money|under|below|to|me|up|in mind that|everything (?:under|below)|going|"
            r"bees|bee|accounts|books|my (?:budget|job|costs)|that i|i |things? (?:cheap|short)|learning|time|"
            r"on|costs|them under))|\b(?:save|bookmark|shortlist|keep) (?:it|that|this|them|both|those|these|"
            r"the (?:first|second|third|fourth|last|top|cheaper|shorter|quicker|longer|other|two|one)|number|"
            r"no\.? ?\d|all (?:of|three|two)|\d)\b(?! (?:under|below|within|to|short|cheap))|^(?:simpan|"
            r"enregistre[rz]?|sauvegarde[rz]?|garde[rz]?|mets?(?:-|\s)|speicher\w*|merk|guarda\w*|añade)|"
            r"を?(?:保存|ブックマーク|お気に入り|取っておいて|キープ)"
        ),
    ),
    (
        "compare",
        (
            r"\bcompar(?:e|es|ison|ing)\b(?! (?:with|to) (?:my|a|an|what)\b)|\b(?:\d|first|second|third|"
            r"fourth|fifth|one)\b[^.?!]{0,12}\b(?:vs\.?|versus|against)\b[^.?!]{0,14}\b(?:\d|first|second|"
            r"third|fourth|fifth|last)\b|\b(?:better|best|cheaper|quicker|shorter|easier|faster|rather|should "
            r"i (?:take|do|choose))\b[^.!]{0,30}\b(?:\d|first|second|third|fourth|last)(?: one)? or (?:the |"
            r"number |no\.? ?)?(?:\d|first|second|third|fourth|last)\b|\b(?:first|second|third|fourth|fifth|"
            r"last|number \d)(?: one)? or (?:the )?(?:first|second|third|fourth|fifth|last|number \d)\b|"
            r"side[- ]by[- ]side|next to each other|line (?:them|these|those) up|\b(?:diff(?:erence)?s?|"
            r"differs?) between (?:no\.? ?|number |#|the )?(?:\d|first|second|third|these|those|them|both|two|"
            r"top)|how (?:do|are|does) (?:the )?(?:two|three|they|these|those|both|first|second|"
            rf"\d)[^?]{{0,24}}differ|\bwhich (?:{_WHICH} )*(?:of (?:the|these|those|them)[^.?!]{{0,16}} "
            r")?(?:one |course |is |are |would be |would |will |has |takes |takes the |has the |costs? |the |"
            r"i |can |two )*(?:the )?(?:cheap|short|quick|fast|easi|hard|long|bett|high|low|larg|small|best|"
            r"most|least|less|more|fewest|strong|good)\w*|\b(?:pit|put|set|weigh|stack) .{1,40} (?:against|"
            r"beside|next to|alongside)|\bversus\b|\bvs\b|what's different (?:about|between) (?:them|these|"
            r"those|the)|比べ|比較|どちら|どっち|違いは|bandingkan|beza (?:antara |nombor )?|mana (?:satu |lagi )|lequel "
            r"(?:est|des|prend)|laquelle (?:est|des)|vergleich\w*|welche[rs]? (?:von|ist (?:der|die|das)? "
            r"?(?:günstig|kürz|billig|bess|schnell))|unterschied zwischen (?:dem|der|den|nr|\d|kurs)|compara|"
            r"cuál (?:es|de) (?:más|el más|la más|los|las|mejor)"
        ),
    ),
    (
        "refine",
        (
            r"\b(?:any(?:thing)?|something|some|ones?|got|have you got|do you have|is there|are there|show me|"
            r"find|give me|yang|quelque chose(?: de)?|avez-vous|etwas|gibt es|algo|hay|"
            r"tienes?)\b[^.?!]{0,20}\b(?:cheaper|shorter|quicker|easier|harder|longer|faster|less "
            r"(?:expensive|time|advanced)|more (?:advanced|basic|affordable)|(?:lebih )?(?:murah|pendek|mudah|"
            r"susah)|moins (?:cher|long)|plus (?:court|facile|avancé)\w*|günstiger\w*|billiger\w*|kürzer\w*|"
            r"einfacher\w*|más (?:barato|corto|fácil|avanzado)\w*)|(?:もっと|より)(?:安|短|簡単|難し)"
        ),
    ),
    (
        "convert",
        (
            r"\bhow (?:many|much) (?:hours?|study|time|work|weeks?|ects|credits?)\b[^.?!]{0,30}\b(?:is|are|"
            rf"in|for|equals?|does|make|per|to)\b[^.?!]{{0,20}}(?:\d+|an?|one|1|each|half an?)? ?(?:{_UNIT})\b|"
            rf"\b\d+(?:\.\d)? ?(?:\w+ )?{_UNIT}\b[^.?!]{{0,30}}(?:in|into|to|as|worth|equal|equals|how (?:many|"
            r"much|long)|=)(?! (?:psychology|business))[^.?!]{0,18}\b(?:hours?|ects|cats|credits?|us|uk|nz|"
            rf"scqf|weeks|time|work|long|many|much|study)\b|\b(?:level|{_FRAMEWORK}|lvl)[- ]?(?:level "
            r")?\d+\b[^.?!]{0,40}\b(?:same as|equal(?:s)?(?: to)?|equivalent|correspond\w*|convert\w*|in "
            rf"(?:europe|{_FRAMEWORK}|ireland|england|scotland|australia|new zealand|malaysia|the uk|japan|"
            r"european terms|the (?:irish|english|scottish|australian|european|british|us|malaysian|nz|new "
            rf"zealand) \w+)|translate\w*|on the|to {_FRAMEWORK}|into {_FRAMEWORK}|what in|match\w*)|"
            rf"\b(?:convert|translate|conversion)\b[^.?!]*\b(?:level|{_FRAMEWORK}|credits?|ects|hours|euros?|"
            rf"dollars?|pounds?|yen|ringgit)\b|\bwhich (?:eqf|european|{_FRAMEWORK}|"
            rf"level)[^.?!]{{0,20}}\b(?:is|does|would|equals?|matches|corresponds)[^.?!]*(?:level|{_FRAMEWORK}|"
            r"diploma|\d)|\b(?:how much is|what's|what is|what are)\b[^.?!]{0,8}\d[\d.,]* ?(?:euros?|eur|€|"
            r"dollars?|usd|\$|pounds?|gbp|yen|ringgit|rm|myr|nzd|aud|cad|inr|rupees|£)[^.?!]{0,6}\b(?:in|"
            r"into)\b|(?:in|into) (?:euros?|dollars?|pounds?|yen|ringgit|rupees|my (?:own )?(?:currency|"
            r"money)|hours)\s*\?|(?:how|what)[^.?!]{0,20} (?:is|are|would|'s) (?:that|it|this|they|the fee|"
            r"the price|the cost)[^.?!]{0,12} in (?:hours|euros?|dollars|usd|gbp|pounds|yen|ringgit|ects|us "
            r"credits|cats|nzd|aud|rupees|my currency)|何時間(?:です|に|分|ぐらい|くらい|か|ですか)|berapa jam|combien "
            r"d'heures|wie viele stunden|cuántas horas|(?:entspricht|équivaut|equivale|bersamaan|setara|sama "
            r"dengan|相当|に換算|は(?:EQF|ユーロ|円|ECTS)で)"
        ),
    ),
    (
        "explain_level",
        r"\b(?:what(?:'s| is| are| does|s)?|explain|how|tell me)\b[^.!]{0,40}\b(?:level|lvl|"
        + _FRAMEWORK
        + (
            r") ?\d*\b[^.!]{0,40}(?:\bmean\b|\blike\b|\bis (?:it|that|this|the)\b|\?|$)|\b(?:how|is (?:it|"
            r"this|that|the \w+(?: one)?|level \d|number \d)|are they|was it|too) (?:\w+ ){0,2}(?:hard|"
            r"difficult|tough|advanced|demanding|challenging|easy|basic|high|academic|rigorous)\b[^.!]*\?|"
            r"(?:course|one|it|this|class) is (?:very |too )?(?:difficult|hard|easy)\s*\?|\bhow (?:hard|"
            r"difficult|advanced|tough|challenging|demanding)\b|what (?:level|standard) (?:is|are|would)|"
            r"(?:at|above|below) (?:degree|bachelor'?s?|master'?s?|university|school) (?:level|standard)|is "
            r"(?:that|it|this) like a (?:bachelor|master|diploma|degree)|(?:tahap|peringkat|niveau|stufe|"
            r"nivel|レベル) ?\d*[^.!]{0,24}(?:\?|maksud|apa|quoi|was|bedeutet|qué|significa|とは|どの|どう|何|意味)|quel "
            r"(?:est le )?niveau|welches niveau|¿?qué nivel|difficile \?|schwer (?:ist|\?)|difícil\?|susah "
            r"(?:ke|tak)|難しい(?:です|の)?か|レベルは"
        ),
    ),
    (
        "define",
        (
            r"\bwhat(?:'s| is| are|s) (?:exactly |actually |even )?(?:an?(?! (?:good|best|suitable|cheap|"
            r"course))|meant by|the (?:meaning|definition) of|the difference between (?:an?|the)\b)|\b(?:what|"
            r"whats|what's) (?:the )?(?:diff(?:erence)?) between (?:an? )?(?!.*\b(?:first|second|third|number|"
            r"no\.? ?\d|\d)\b)|what (?:do|does) (?:you |they )?(?:mean by |the word |the term "
            r")?[^?]{0,40}\b(?:mean|stand for)\b|^(?:define|definition of|meaning of|explain (?:the (?:word|"
            r"term)|what an?))|\b(?:is|are|does|do|would) (?:an? |the |my )?[\w .'+-]{2,40}\b(?:count as |"
            r"considered |class as |qualify as |the same as |a kind of |a type of |be )?an? (?:kind of |type "
            r"of |sort of |real |proper |true )*(?:micro-?\s?credential|badge|certificate|nanodegree|"
            r"qualification|mooc|certification)s?\b\s*(?:\?|$|too|as well|or not)|what (?:is|are|'s) (?:ects|"
            r"rpl|micro-?\s?credentials?|digital badges?|stack\w*|notional hours|eqf|moocs?|portability|"
            r"credits?|stackability|learning outcomes?|open badges?|micro-?masters|nanodegrees?|cpd|"
            r"accreditation|blended learning)\b|what counts as an? |apa (?:itu|maksud(?:nya)?|dia)|"
            r"maksud(?:nya)? apa|c'est quoi|qu'est-ce (?:que c'est|qu'une?|que)|que (?:signifie|veut dire)|ça "
            r"veut dire quoi|was (?:ist|sind|bedeute[nt]|heißt) (?:eine?n? |ein |eigentlich )?|¿?qué (?:es|"
            r"son|significa)|とは(?:何|なん)|って(?:何|なん)|(?:意味|定義)(?:を|は)"
        ),
    ),
    (
        "recommend",
        (
            r"\bwhat (?:could|can|should|might) (?:i|she|he|they|someone) (?:do|study|learn|take)\b(?! "
            r"(?:first|next|after|then|with|to\b))|\b(?:is|are) there (?:any(?:thing|one)?|something|some|"
            r"one)\b"
        ),
    ),
    (
        "plan",
        (
            r"^\W*(?:and|or|what about|how about|what if|but)\b[^.!]{0,25}\b\d+(?:\.\d+)?(?: ?(?:hours?|"
            r"h)\b[^.!]{0,20})?\?$"
        ),
    ),
    (
        "prior_learning",
        (
            r"(?:years|experience|worked|never got|no paper\w*|no certificate|self[- ]taught|on the job|"
            r"already (?:do|know))\b.*\b(?:count|worth|recogni[sz]ed|get me|exempt\w*|certificate for|"
            r"credit)\b[^.]*\?|\b(?:credits?|exempt\w*|recogni[sz]\w+|advanced standing|waive\w*|count(?:s|"
            r"ed)?|accept\w*|anything|paper|certificate|qualification|skip|accredit\w*|points|"
            r"off)\b[^.?!]{0,40}\b(?:for|from|of|because of|based on|with|by|to)\b[^.?!]{0,24}\b(?:experience|"
            r"what i (?:already )?(?:know|did|do|learn\w*|have done)|already (?:know|do|did|done)|my (?:job|"
            r"work|years|time|old|previous|past|foreign|military|army|overseas|service|trade|volunteer\w*|"
            r"life)|years (?:of|in|as|on)|prior|previous|past|previous(?:ly)?|work(?:ing)? (?:life|history)|"
            r"skills i have|earlier|life|the job|army|military|service|navy)\b|\b(?:recogni[sz]e|accept|count|"
            r"transfer|convert|validate|credit|consider|take|honou?r|approve|evaluate|assess)\w* (?:my|her|"
            r"his|their|our|for my|toward my)\b[^.?!]{0,40}\b(?:degree|diploma|experience|certificate|"
            r"qualification|studies|credits|training|licen[cs]e|years|work|skills|apprenticeship|papers?|"
            r"bachelor\w*|master\w*|service)|\b(?:can|could|does|do|would|will|is|are|"
            r"any)\b[^.?!]{0,16}\b(?:my|her|his|their|that|any of that|all that|those|the|"
            r"that)\b[^.?!]{0,50}\b(?:degree|diploma|experience|certificate|qualification|studies|credits|"
            r"training|licen[cs]e|years|work|skills|apprenticeship|knowledge|time|service|bachelor\w*|"
            r"papers)\b[^.?!]{0,30}\b(?:count|recogni[sz]ed|accepted|give|get|earn|credit\w*|exempt\w*|"
            r"transfer\w*|worth|valid|shorten|considered|taken into|mean|help|save|be used)|\bprior "
            r"(?:learning|experience|knowledge|study|credits)|\bRPL\b|\bRPEL\b|\bAPEL\b|\bAPL\b|\bVAE\b|test "
            r"out|challenge (?:exam|test|the (?:exam|test|course))|(?:submit|show|hand in|send|give|provide|"
            r"present|use|prove|bring)(?: you| in)? (?:some |my )?(?:proof|evidence|a portfolio|portfolio|"
            r"work samples|what i (?:already )?(?:do|know|can))|\b(?:skip|without (?:doing|taking|sitting|"
            r"attending)|instead of (?:taking|doing|sitting|attending)|have to (?:do|take|sit through|repeat|"
            r"redo|start|attend)|do (?:everything|it all|all of it|the whole thing)) (?:the |a |all |any |"
            r"everything |it |parts? |some |through |the whole |whole )*(?:of )?(?:the |it |this )?(?:course|"
            r"class|training|modules?|units?|again|parts?|basics|from (?:zero|scratch)|all|everything|"
            r"bits?)\b[^.?!]{0,40}\b(?:already|experience|know|if|because|my|years|degree|proof|again)|"
            r"exempt(?:ion|ions|ed)?\b|advanced standing|anrechn\w*|anerkenn\w* (?:lassen|werden)|(?:faire "
            r")?valider mes acquis|validation des acquis|équivalence|convalid\w*|homologa\w*|pindah kredit|"
            r"pengiktirafan pembelajaran|pengalaman .{0,30}(?:dikira|kredit|diiktiraf)|(?:経験|資格|学位|"
            r"卒業).{0,14}(?:認め|単位|免除|換算)|免除"
        ),
    ),
    (
        "plan",
        (
            r"\b(?:make|build|draw|draft|create|give|sketch|work|lay|map|plan|show|write|set|put|prepare|"
            r"design|need|want|like|suggest|get|do|see)\b[^.?!]{0,20}\b(?:a |an |the |my |me a |us a |her a |"
            r"him a |out a |up a |our )(?:\w+ ){0,2}(?:plan|roadmap|road map|schedule|timetable|pathway|route|"
            r"sequence|timeline|study plan|learning path|itinerary|calendar)\b|\b(?:map|plan|lay|set|spell|"
            r"sketch|chart) (?:it|this|that|them|everything|things|the (?:steps|path|route|way|whole thing|"
            r"years?)) (?:all )?(?:out|for|in order)|\bmap (?:me )?out|\b(?:what|which|in what|in which|right|"
            r"best) (?:order|sequence)\b|\bwhat (?:should|do|would|must|could|can) (?:i|she|he|they|we|my "
            r"client) (?:do|take|start with|study|learn|need) (?:first|next|after(?:wards)?|then|still|to do "
            r"next)|\bwhat (?:am i|is she|is he|are they|would i|do i|'s|is|else) (?:still |be |do i "
            r")*(?:missing|lacking|short of|left|need(?:ed)? (?:to|for|before|still)|still (?:need|missing|"
            r"to))|\bhow long (?:would|will|does|is|might|could) (?:that|it|this|the (?:whole|entire|path|"
            r"plan|journey)|all|everything|i|she|he)\b[^.?!]{0,30}\b(?:take|need|be|last|"
            r"finish)\b(?!.*\b(?:first|second|third|last) (?:one|course))|\b(?:step by step|bit by bit|one "
            r"step at a time|stage by stage|piece by piece)\b[^.]{0,60}\?|\bhow (?:could|can|do|would|should|"
            r"might) (?:i|she|he|they|we|my client|one) (?:get|build|work|go|progress|stack|reach|climb|move|"
            r"ladder|make my way|become)\b[^.?!]{0,60}\b(?:to|into|towards?|up to|"
            r"from)\b[^.?!]{0,40}(?:degree|diploma|bachelor|master|certificate|qualification|step|bit by bit|"
            r"there|apprentice|nurse|b\.?sc|m\.?sc|phd)|\b(?:what if|and if|suppose|say|assuming|with|"
            r"at)\b[^.?!]{0,30}\b(?:hours?|weeks?|evenings?|days)\b[^.?!]*\?|when (?:would|will|could|am|do) "
            r"(?:i|she|he|they) (?:be )?(?:finish\w*|done|ready|complete|qualif\w*|graduate)|\bpelan\b|jadual "
            r"belajar|urutan|langkah (?:demi|seterusnya)|plan d'études|plan de formation|dans quel ordre|"
            r"étape par étape|lernplan|studienplan|reihenfolge|schritt für schritt|plan de estudios|en qué "
            r"orden|paso a paso|hoja de ruta|学習計画|計画を立て|計画を作|順番|順序|ロードマップ|ステップ"
        ),
    ),
    (
        "explain_stacking",
        (
            r"\b(?:does|do|can|could|would|will|is|are|how (?:much|many|far)|what (?:does|do|will|would|can "
            r"this|could this)|where|which (?:award|degree|diploma)|if i|any of|wird|peut|est-ce|sont|adakah|"
            r"boleh)\b[^.!]{0,70}\b(?:count(?:s|ed)? (?:for|toward|towards|to|as part|in)|stack(?:s|able|"
            r"ed)?(?: (?:into|to|up|with|towards?|in))?|lead(?:s)? (?:to|on|into|anywhere)|build(?:s)? (?:up "
            r")?(?:to|into|on)|go(?:es)? (?:toward|towards|into)|credit(?:s|ed)? (?:for|towards?|in|into|to) "
            r"(?:the|a|an|your|my)|part of (?:a|an|the|your)|accepted (?:for|into|towards?) (?:the|a|an|your)|"
            r"contribut\w+|(?:add|adds) up|transfer(?:s|red|able)? (?:to|into)|combined? (?:into|for|towards)|"
            r"left (?:for|to|until|before)|(?:be )?(?:remaining|used) (?:for|towards?)|remain|feed(?:s)? into|"
            r"a step (?:to|towards)|credit for (?:the|a|your)|use (?:it|this|that|them) (?:for|towards?) (?:a|"
            r"the|my|an)|get me into|carry (?:the |over )|ladder)\b|\bstackable\?|dikira untuk|membawa kepada|"
            r"compte[nr]?t? pour|zählt? (?:das |es |der kurs )?(?:für|zu)|anrechenbar|cuenta para|sirve para "
            r"(?:un|una|el)|学位(?:に|の)|(?:学士|修士|大学)[^。]{0,14}(?:単位|つなが|認め|カウント)|単位(?:に|として)[^。]{0,10}(?:なり|数え|"
            r"認め|使え)"
        ),
    ),
    (
        "explain_trust",
        (
            r"\b(?:recogni[sz]ed|accredit\w*|legit(?:imate)?|scam|con\b|fake|genuine|trust(?:ed|worthy)?|"
            r"reputable|rip-?off|bogus|valid(?:ated)?(?! for \d)|regulated|quality[- ]assured|officially|"
            r"approved|certified by|credible|respected|worth (?:anything|it|the paper|doing)|taken seriously|"
            r"any good|dodgy|fraud|diploma mill|kosher|above board)\b[^.!]{0,60}\?|\b(?:is|are|does|do|can|"
            r"will|would|who|how|which)\b[^.!]{0,50}\b(?:recogni[sz](?:ed|e|es)|accredit\w*|legit(?:imate)?|"
            r"scam|fake|genuine|trust\w*|reputable|rip-?off|bogus|regulate[sd]?|quality[- ]assur\w*|approved|"
            r"credible|respect(?:ed|s)?|worth (?:anything|the paper)|taken seriously|any good(?! \w)|dodgy|"
            r"kosher)\b|\bwho (?:actually |exactly |really |is |are |will |would )*(?:check\w*|assess\w*|"
            r"mark\w*|grad(?:e|es|ing)|award\w*|issu\w*|giv(?:e|es|ing)|accredit\w*|verif\w*|behind|run(?:s|"
            r"ning)?|stands behind|recogni[sz]\w*|endors\w*|approv\w*|regulat\w*|sign\w*|certif\w*|back(?:s|"
            r"ing)?|moderat\w*|examin\w*|teach\w*|makes sure|validat\w*)|\b(?:do|will|would|does|are) (?:\w+ "
            r"){0,2}(?:employers?|companies|universities|boss(?:es)?|hospitals|recruiters|firms|schools|"
            r"anyone)\b[^.!]{0,24}\b(?:accept|recogni[sz]e|care|value|respect|take|know|trust|like|hire)|"
            r"\b(?:could|can|would|will|may|is it|does it) (?:i |it |that |this |they |she |he |we )?(?:be "
            r")?(?:use|used|accepted|work|valid|count|recogni[sz]ed|hold|good|apply|transfer|"
            r"ok)\b[^.?!]{0,24}\b(?:in|abroad|overseas|elsewhere|outside|across) ?(?:other|another|"
            r"[A-Za-z]+)?[^.?!]{0,20}\?|is (?:it|this|that) (?:all )?legit|\bdiiktiraf|sah ke|tipu|"
            r"reconnue?s?\b|accréditée?|arnaque|sérieux|anerkannt|akkreditiert|seriös|betrug|reconocid[oa]|"
            r"acreditad[oa]|estafa|fiable|認められて|公認|認定され|信頼|詐欺|怪しい|誰が(?:評価|採点|発行|認定)|有効です"
        ),
    ),
    (
        "recommend",
        (
            r"\b(?:which|what) (?:of (?:your|the|these|those) )?(?:short |online |other |free |evening "
            r")*(?:courses?|classes|programmes?|programs?|ones?|training|micro-?\s?credentials?|certificates?|"
            r"options) (?:would |could |can |do you |should |might |will |are there |do |does |is )*(?:teach|"
            r"cover|suit|help|recommend|offer|have|suggest|there|i take|i do|for (?:a|someone)|be good|best "
            r"for|good for|fit|about|on|in)\b|\bwhat (?:could|can|should|might) (?:i|she|he|they|someone) "
            r"(?:do|study|learn|take)\b(?! (?:first|next|after|then|with|to ))|\b(?:do|does|have|has|got|is|"
            r"are) (?:you|there|anyone|your \w+)(?: (?:got|have|offer|run|do|teach))* (?:an?|any|some|"
            r"anything|something|courses?|training|classes)\b[^.!]{0,20}(?:\b(?:on|in|about|for|to learn|"
            r"covering)\b|courses?|class|training)|\b(?:got|have you got) (?:any|an?|anything|something|"
            r"some)\b|\bfind me\b|\b(?:suggest|recommend) (?:me )?(?:an?|some|any|something|courses?)\b"
        ),
    ),
    (
        "explain_match",
        (
            r"^\W*(?:(?:ok(?:ay)?|and|but|so|hm+|um|wait|hey|right|erm?|just)[\s,]*)*(?:why\b(?! (?:not|"
            r"don't) (?:show|find|give))|how come|tell me (?:more|about)|more (?:info\w*|details?|about)|give "
            r"me (?:more )?(?:details?|info\w*)|explain (?:the|why|that|this|number|your)|what (?:made|makes) "
            r"(?:you|this|that|it)|details (?:on|of|for|about))|\bwhy (?:did|do|are|is|was|have|would|should|"
            r"this|that|these|the|number|not the)\b|\btell me (?:a bit |some )?(?:more|about) (?:about |on "
            r")?(?:the|that|this|it|number|no\.? ?\d|your)\b|\b(?:what|how|when|where|does|do|is|are|can|will|"
            r"which)\b[^.!]{0,30}\b(?:the |this |that |number |no\.? ?|your )?(?:first|second|third|fourth|"
            r"last|it|this|that|one|fee|fees|price|course|they|\d|class)\b[^.!]{0,40}\b(?:cost|costs|"
            r"include[sd]?|cover(?:s|ed)?|start(?:s)?|take|takes|require[sd]?|teach(?:es)?|contain\w*|"
            r"involve[sd]?|last|begin|need|taught|assessed|about|in it|books|materials?|deadline|enrol\w*|"
            r"sign up|apply|certificate at the end|exam|held|run|available|open|language)\b[^.!]*\?|what(?:'s|"
            r" is) (?:in|included|covered|the (?:price|cost|fee|deadline|start date|content|syllabus|catch))|"
            r"what (?:do|would|will|does) (?:i|you|she|he) (?:actually |really )?(?:learn|get|study|have to "
            r"do|gain|need to (?:apply|join|start))|entry requirements|prerequisites?\b|\b(?:instal+ments?|"
            r"refunds?|discounts?|payment plan|pay monthly|intakes?|syllabus|study materials?|waiting "
            r"list)\b[^.!]*\?|do (?:i|you) need (?:an?|any|to (?:be|have|know))\b[^.!]*\?|(?:is|are) (?:there|"
            r"they|it) (?:an? )?(?:exam|deadline|textbook|final|test|interview|waiting list|intake|"
            r"places)[^.!]*\?|mengapa|kenapa|ceritakan|lanjut tentang|maklumat|berapa (?:harga|lama|kos|"
            r"yuran)|pourquoi|dites?-m'en|parle[zr]?-moi|en savoir plus|combien (?:coûte|ça)|warum|wieso|"
            r"erzähl\w*|mehr (?:über|zu[rm]? )(?:den|das|die|dem|der)|was kostet|por qué|cuéntame|más "
            r"(?:información|detalles|sobre el)|cuánto (?:cuesta|dura)|なぜ|どうして|なんで|について(?:もっと|詳しく)(?!学)|詳しく教え|"
            r"いくらですか|どんな内容"
        ),
    ),
]
_COMPILED = [(intent, re.compile(pattern, re.I | re.S)) for intent, pattern in CUES]
# These are only ever questions: "it should count for a degree" is a limit, "does it count for a degree?" asks.
_QUESTIONS: frozenset[Intent] = frozenset({"convert", "define", "explain_stacking", "explain_trust", "explain_level"})
_ASKS = re.compile(
    r"[?？]|(?:^|[.,;:!-]\s?|\b(?:so|and|but|ok|okay|then|hi|hello|hey|right|well|also|please|lol|ah|"
    r"um|hmm|now|cool|great|thanks)[,!.]? )(?:is|are|does|do|did|can|could|would|will|what|what's|"
    r"which|how|how's|who|who's|why|should|where|when|am i|"
    r"any chance|have you|has it|tell me|explain|define|convert|translate|meaning of|definition of|"
    r"show me how|wonder\w*|curious (?:if|whether|what|how))\b|\b(?:what|how|whether|who|why) (?:\w+ "
    r"){1,6}(?:means?|is|are|does|works?)\W*$|"
    r"(?:ですか|ますか|何|なに|どう|教えて|とは)|\b(?:apa|adakah|berapa|macam mana|bagaimana|ke\b|tak\b|siapa|kenapa)|"
    r"\b(?:quel|quelle|comment|pourquoi|combien|est-ce|c'est quoi|qui|quoi|was|wie|warum|wer|"
    r"welche\w*|ist|sind|kann|wird|qué|cómo|cuál|cuánt\w+|quién|por qué)\b",
    re.I,
)


def asks(text: str) -> bool:
    """True where a message has the shape of a question."""
    return _ASKS.search(text) is not None


def cue(text: str) -> Intent | None:
    """Return the intent that the grammar of a text settles, `None` where it settles none."""
    is_question = asks(text)
    return next(
        (intent for intent, pattern in _COMPILED if pattern.search(text) and (is_question or intent not in _QUESTIONS)),
        None,
    )
