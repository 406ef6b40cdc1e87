"""Goals, roles and skills in Japanese, Malay, French, German and Spanish, in English where the term table has them."""

from __future__ import annotations

import re

from recommender import languages
from recommender.slots.change import Change
from recommender.slots.passage import TAKEN, Passage

_END = rf"(?=\s*(?:[,.;:!?()¡¿]|{TAKEN}|$|\b(?:%s)\b))"
_FR_STOP = (
    "à|au|en|pour|mais|et (?:je|j'ai|si)|avec|car|parce|je|j'ai|gratuite?|gratuitement|sans|s'il|svp|"
    "moins|dans|depuis|qui|ou (?:je)|chez|par|maximum|max|si possible"
)
_DE_STOP = (
    "für|aber|und (?:ich|habe|kann|möchte|will|bin|wohne)|mit|weil|ich|kostenlos\\w*|ohne|bitte|"
    "höchstens|maximal|in|seit|lernen|machen|werden|online|am|im|bei|aus|anfangen|verbessern|besuchen|"
    "belegen|wechseln|umsteigen|einsteigen|arbeiten|weiterbilden|gibt|nach|zum|vertiefen"
)
_ES_STOP = (
    "para|pero|y (?:tengo|soy|vivo|quiero|puedo)|con|porque|gratis|gratuit\\w*|sin|por|máximo|en|desde|"
    "de forma|que|a mi|a distancia|si|soy|vivo|tengo|hasta"
)
_MS_STOP = (
    "di|untuk|tapi|dan (?:saya|boleh|ada)|dengan|sebab|saya|percuma|tanpa|bajet|secara|dalam|kerana|"
    "supaya|tak|bawah|yang (?:murah|pendek|percuma)|sahaja|je|maksimum|pada|dari|kat|boleh|masa|"
    "sebagai|tolong|ke|tu|ni|lah|la"
)
_GOALS = {
    "fr": (
        r"(?:(?:apprendre|étudier|me former (?:à|au|aux|en|dans)|formation(?:s)? (?:gratuite |courte |en "
        r"ligne |certifiante |sur |en |de |à |dans |pour apprendre )*|cours (?:gratuit |en ligne |du soir "
        r"|de |d'|sur |en )*|me perfectionner en|m'initier (?:à|au)|améliorer (?:mes|mon|ma)?|m'intéresse "
        r"(?:à|au|aux)|intéressée? par|me reconvertir (?:dans|en)|me spécialiser en|travailler dans|"
        r"découvrir|quelque chose (?:sur|en)|connaître|maîtriser|certificat (?:en|de)|"
        r"micro-certifications? (?:en|sur|de)|progresser en|monter en compétences? (?:en|sur)|"
        r"approfondir)\s?(?:le |la |les |l'|un peu |des |du |de la |d'|mes )*)(?P<what>.+?)"
    )
    + _END % _FR_STOP,
    "de": (
        r"(?:(?:kurs(?:e|en|es)? (?:in|über|zu|zum|zur|für)|weiterbildung(?:en)? (?:in|im|zu|zum|zur|"
        r"über)|fortbildung(?:en)? (?:in|im|zu|zum|zur|über)|etwas (?:über|zu|zum|zur|mit|in)|"
        r"interessiere mich für|mehr über|umsteigen (?:in|auf)|wechseln in|einstieg in|umschulung (?:in|"
        r"zu|zum|im)|schulung (?:in|zu|zum|zur)|zertifikat (?:in|für)|thema|lehrgang (?:in|zu|zum|über)|"
        r"wissen über|kenntnisse in|(?:möchte|will|würde gern(?:e)?|muss|suche|brauche) (?:gern(?:e)? |"
        r"mich |mehr |etwas |einen |eine |ein |über |in |im |zu )*(?:(?:günstigen |kurzen )?(?:onlinekurs|"
        r"online-kurs|kurs|weiterbildung) (?:in|über|zu|zum|zur|für) )?)\s?(?:den |die |das |dem |der "
        r")*)(?P<what>.+?)"
    )
    + _END % _DE_STOP,
    "es": (
        r"(?:(?:aprender(?: (?:a|sobre|más sobre)\b)?|estudiar|curs(?:o|os) (?:gratuitos? |gratis |cortos? |"
        r"online |en línea |de |en |sobre |para aprender )*|formarme en|formación (?:en|de|sobre)|"
        r"interesad[oa] en|me interesa(?:n)?|especializarme en|mejorar (?:mi|mis)?|pasarme a|cambiar a|"
        r"dedicarme a|entrar en|algo (?:de|sobre)|certificado (?:en|de)|saber (?:más )?(?:de|sobre)|"
        r"reciclarme en|conocimientos de|capacitarme en|capacitación en|microcredencial(?:es)? (?:en|de|"
        r"sobre)|trabajar en|actualizarme en)\s?(?:el |la |los |las |un poco de |del )*)(?P<what>.+?)"
    )
    + _END % _ES_STOP,
    "ms": (
        r"(?:(?:belajar(?: (?:tentang|mengenai|pasal|cara)\b)?|kursus(?: (?:pendek|percuma|dalam talian|"
        r"tentang|mengenai|dalam|untuk|berkaitan|asas|bidang))*|berminat (?:dengan|dalam|nak belajar)|"
        r"ambil kursus|mendalami|tukar (?:kerjaya )?ke(?: bidang)?|latihan|kemahiran|bidang|tahu (?:lebih "
        r")?(?:tentang|pasal)|tingkatkan kemahiran|sijil|kuasai|mahir(?:kan)? dalam|ceburi(?: bidang)?|"
        r"pasal|tentang)\s?)(?P<what>.+?)"
    )
    + _END % _MS_STOP,
}
_GOAL_ROLES = {
    "fr": (
        r"(?:devenir|travailler comme|me reconvertir (?:comme|en tant que)|être|métier (?:de|d')|un "
        r"emploi de|poste de) (?:une? |d')?(?P<what>.+?)"
    )
    + _END % _FR_STOP,
    "de": (
        r"(?:(?:als) (?P<what>[\w-]+(?: [A-ZÄÖÜ][\w-]+)?) (?:arbeiten|anfangen|beginnen)|(?:möchte|will|"
        r"würde gern(?:e)?|werde) (?:gern(?:e)? |mal |später )*(?:eine?n? )?(?P<what2>[A-ZÄÖÜ][\w-]+(?:[- "
        r"][A-ZÄÖÜ][\w-]+)?) werden|(?P<what3>[A-ZÄÖÜ][\w-]+(?:in)?) werden\b|(?:umschulung|ausbildung|"
        r"weiterbildung) (?:zum|zur|als) (?P<what4>[A-ZÄÖÜ][\w-]+))"
    ),
    "es": (
        r"(?:(?:quiero|quisiera|me gustaría|espero|sueño con|para) (?:ser|convertirme en|llegar a ser|"
        r"hacerme)|trabajar (?:como|de)|convertirme en|reconvertirme (?:en|a)|empleo de|puesto de) (?:un |"
        r"una )?(?P<what>.+?)"
    )
    + _END % _ES_STOP,
    "ms": (
        r"(?:(?:nak|mahu|ingin|hendak|hasrat|cita-cita|teringin|bercita-cita|mau) (?:jadi|menjadi)|"
        r"menjadi|kerja sebagai|bekerja sebagai(?= .*(?:nanti|masa depan))|jawatan) (?:seorang "
        r")?(?P<what>.+?)"
    )
    + _END % _MS_STOP,
    "ja": r"(?P<what>[^、。！？!?\s¦はがをもで]{2,15}?)(?:に|として)(?:なりたい|なるため|なりた|転職|働きたい|なれ)",
}
_ROLES = {
    "fr": (
        r"(?:je suis|je travaille (?:comme|en tant que)|j'étais|j'ai été|mon métier(?: est)?:?|"
        r"ancien(?:ne)?|étant|je bosse comme|employée? comme|cliente? est|elle est|il est|ma cliente est|"
        r"mon client est) (?:actuellement |une? |d')?(?P<what>.+?)"
    )
    + _END % (_FR_STOP + "|dans|de formation|depuis|en reconversion"),
    "de": (
        r"(?i:ich bin|ich arbeite (?:derzeit |aktuell |zurzeit )?als|arbeite (?:derzeit )?als|war|beruf:?|"
        r"tätig als|gelernte[rn]?|angestellt als|ich war|klientin ist|klient ist|sie ist|er ist|bisher) "
        r"(?:eine?n? |gelernte[rn]? |ausgebildete[rn]? |derzeit |früher "
        r")*(?P<what>[A-ZÄÖÜ][\w-]+(?:in)?(?: [A-ZÄÖÜ][\w-]+)?)"
    ),
    "es": (
        r"(?:soy|trabajo (?:como|de)|era|fui|trabajaba (?:como|de)|he sido|estoy trabajando (?:como|de)|"
        r"mi client[ea] es|ella es|él es|ex) (?:un |una |actualmente )*(?P<what>.+?)"
    )
    + _END % (_ES_STOP + "|de [A-Z]\\w+|y"),
    "ms": (
        r"(?:saya (?:ialah |adalah |bekerja sebagai |kerja sebagai |seorang |kerja )?(?!nak|mahu|ingin|"
        r"ada|boleh|suka|perlu|cari|mencari|tinggal|bekerja|belajar|tak|tidak|sudah|dah|pernah|hanya|"
        r"berminat|baru|sedang|dari|di\b|rasa|faham|tahu|minta|kena|dapat|guna|sahaja|punya|yang|juga|"
        r"lebih)|bekerja sebagai|kerja sebagai|dulu (?:saya )?|bekas|klien saya (?:seorang )?|dia "
        r"(?:seorang )|saya ni )(?:seorang )?(?P<what>.+?)"
    )
    + _END
    % (
        _MS_STOP
        + (
            "|nak|mahu|ingin|hendak|berumur|umur|sudah|dah|kini|sekarang|tinggal|perlukan|cari|mencari|"
            "selama|sejak|berpengalaman"
        )
    ),
    "ja": (
        r"(?:^|[。、\s！!¦はでの]|いる|ている|私は|わたしは|僕は|現在は?|今は?|元)(?P<what>[^、。！？!?\s¦はがをもで]{2,12}?)(?:です|をして(?:い|"
        r"お)|として(?:働|勤)|をやって|でした|だった|をしていま)|(?P<what2>[^、。！？!?\s¦はがをもで]{2,10}?)(?:で(?:働|勤め|勤務)|に勤め)"
    ),
}
_JA_GOALS = [
    re.compile(
        r"(?P<what>[^、。！？!?\s¦はがを]{2,20}?)(?:の|に関する|についての|を学べる|が学べる)(?:無料|短期|オンライン|入門|基礎|初級|"
        r"初心者向け)*の?(?:コース|講座|授業|研修|クラス|プログラム|資格|勉強|トレーニング|スキル|知識|マイクロクレデンシャル)"
    ),
    re.compile(
        r"(?P<what>[^、。！？!?\s¦はが]{2,20}?)(?:を|について|に関して)(?:もっと|少し|ちゃんと|基礎から|いちから|一から|改めて|、)*(?:学|勉強|習|学習|"
        r"身につけ|習得|知りた|マスター|研究|やりたい|探し|始めた|教え)"
    ),
    re.compile(
        r"(?P<what>[^、。！？!?\s¦はがを]{2,20}?)(?:に(?:興味|関心)|が(?:学びたい|勉強したい|習いたい|上手|できるようになりたい))"
    ),
    re.compile(r"(?P<what>[^、。！？!?\s¦はがを]{2,20}?)(?:コース|講座|研修)(?:を|は|が|ありま)"),
]
_JUNK = re.compile(
    r"^(?:une? formation|formation|cours|un cours|kurs|einen kurs|eine weiterbildung|weiterbildung|"
    r"curso|un curso|kursus|ini|itu|apa|yang|sesuatu|etwas|quelque chose|algo|mehr|more|plus|コース|講座|"
    r"何か|もの|それ|これ|他|別|ich|je|mich|yo|saya|werden|une|un|eine|ein|dafür|das|ça|cela|esto|eso|online|en "
    r"ligne)$",
    re.I,
)
_SITUATION = re.compile(
    r"^(?:étudiante?s?|retraitée?s?|au chômage|chômeu\w+|mère|père|débutante?|maman|student(?:in)?|"
    r"rentner(?:in)?|arbeitslos\w*|mutter|vater|anfänger(?:in)?|estudiante|jubilad[oa]|desemplead[oa]|"
    r"madre|padre|principiante|pelajar|penganggur|suri rumah|graduan|ibu|bapa|pesara|学生|大学生|主婦|無職|初心者|"
    r"高校生|定年|年金|\d+歳|日本人|母|父|よろしく|以上|そう|大丈夫|無理|嫌|好き|予算|オンライン|希望|可能|intéressée?|d'accord|disponible|"
    r"sûre?|désolée?|interessad[oa]|interesad[oa]|libre|español\w*|francés|interessiert|neu|aus|frau|"
    r"mann|de\b|en\b|hier|nicht|sehr)",
    re.I,
)
_SPLIT = {
    "ja": r"と|や|、|および|または|か(?=[^ら])|・(?=[^\u30a0-\u30ff])",
    "ms": r"\s+(?:dan|atau|serta)\s+|,\s*|\s*/\s*",
    "fr": r"\s+(?:et|ou)\s+(?:(?:le|la|les|du|des|de la|l'|de l')\s?)?|,\s*|\s*/\s*",
    "de": r"\s+(?:und|oder|sowie)\s+|,\s*|\s*/\s*",
    "es": r"\s+(?:y|o|e)\s+(?:(?:el|la|los|las|de)\s)?|,\s*|\s*/\s*",
}


def _what(match: re.Match[str]) -> tuple[str, str]:
    """Return the group that matched with its words."""
    group = next(name for name, words in match.groupdict().items() if words)
    return group, match[group].strip(" .,'「」『』")


def read_foreign_roles(passage: Passage, change: Change) -> None:
    """Set `goal_role` and `current_role` from a message in another language."""
    tag = passage.language
    for slot, table in (("goal_role", _GOAL_ROLES), ("current_role", _ROLES)):
        for match in passage.find(re.compile(table[tag], re.I if tag != "de" else 0)) if tag in table else ():
            group, words = _what(match)
            if _SITUATION.match(words) or _JUNK.match(words) or len(words) > 50 or not words:
                continue
            if tag == "ja" and slot == "current_role" and match["what"] and not _is_japanese_role(words):
                continue
            change.put(slot, languages.in_english(words, tag, "role") or words, words)
            passage.take(match, group)
            break


def _is_japanese_role(words: str) -> bool:
    """True for words of the term table or with an ending that makes an occupation."""
    return (
        languages.in_english(words, "ja", "role") is not None
        or re.search(
            r"(?:員|師|士|者|手|家|官|長|職|業|マン|エンジニア|スタッフ|ドライバー|デザイナー|マネージャー|コック|シェフ|トレーナー|プログラマー|ナース|教授|大工|農家|ガイド|"
            r"アルバイト|パート|クリエイター|ライター|コンサルタント|秘書|工|医)$",
            words,
        )
        is not None
    )


def read_foreign_goal(passage: Passage, change: Change) -> list[str]:
    """Add to `goal_skills` what is to be learned; return the items."""
    tag = passage.language
    patterns = _JA_GOALS if tag == "ja" else [re.compile(_GOALS[tag], re.I)] if tag in _GOALS else []
    items: list[str] = []
    for pattern in patterns:
        for match in passage.find(pattern):
            for piece in re.split(_SPLIT[tag], match["what"], flags=re.I):
                words = re.sub(
                    r"^(?:le|la|les|l'|un|une|du|des|de la|de l'|de|d'|den|die|das|der|el|los|las|una|del|asas|"
                    r"tentang|mengenai|mes|mon|ma|nak|mahu)\s?(?=\w)(?<=[\s'])",
                    "",
                    piece.strip(" .'「」『』"),
                    flags=re.I,
                )
                name = languages.in_english(words, tag, "skill") or words
                if (
                    len(words) > 1
                    and not words[0].isdigit()
                    and not _JUNK.match(words)
                    and len(words) < 70
                    and name.casefold() not in map(str.casefold, items)
                ):
                    items.append(name)
                    change.add("goal_skills", name, words)
            passage.take(match, "what")
        if items:
            break
    return items
