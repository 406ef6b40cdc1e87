"""Every sentence that a learner reads on the page, one file per language; `texts_in` chooses."""

from interface.texts.de import GERMAN
from interface.texts.en import ENGLISH, English
from interface.texts.es import SPANISH
from interface.texts.fr import FRENCH
from interface.texts.ja import JAPANESE
from interface.texts.ms import MALAY

LANGUAGES: dict[str, English] = {texts.code: texts for texts in (ENGLISH, FRENCH, GERMAN, JAPANESE, MALAY, SPANISH)}


def texts_in(language: str) -> English:
    """Return the page's words in a language (BCP 47), in English where there is no such file."""
    return LANGUAGES.get(language.split("-")[0], ENGLISH)
