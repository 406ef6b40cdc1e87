"""Every sentence that a learner reads on the page, one file per language; `texts_in` chooses."""

from interface.texts import files_de, files_en, files_es, files_fr, files_ja, files_ms
from interface.texts.de import GERMAN
from interface.texts.en import ENGLISH, English
from interface.texts.es import SPANISH
from interface.texts.files import FilesTexts
from interface.texts.fr import FRENCH
from interface.texts.ja import JAPANESE
from interface.texts.ms import MALAY

LANGUAGES: dict[str, English] = {texts.code: texts for texts in (ENGLISH, FRENCH, GERMAN, JAPANESE, MALAY, SPANISH)}
FILES_LANGUAGES: dict[str, FilesTexts] = {
    "en": files_en.FILES,
    "fr": files_fr.FILES,
    "de": files_de.FILES,
    "ja": files_ja.FILES,
    "ms": files_ms.FILES,
    "es": files_es.FILES,
}


def texts_in(language: str) -> English:
    """Return the page's words in a language (BCP 47), in English where there is no such file."""
    return LANGUAGES.get(language.split("-")[0], ENGLISH)


def files_texts_in(language: str) -> FilesTexts:
    """Return the words about files in a language (BCP 47), in English where there is no such file."""
    return FILES_LANGUAGES.get(language.split("-")[0], files_en.FILES)
