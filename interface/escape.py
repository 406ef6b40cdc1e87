"""Other people's words as Markdown that shows them as they are: no formatting, links, icons, formulas or colours."""

from __future__ import annotations

import re

# Everything that Streamlit's Markdown gives a meaning, and the line breaks that start a block.
MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:@&=^])")
# Streamlit turns these names between colons into pictures even when the colons are escaped; a word joiner stops it.
NAMED = re.compile(r":(?=[A-Za-z0-9_+\-/]+:)|(?<=[A-Za-z0-9_])@|(?<=[A-Za-z])(?=:?//)|(?<=www)(?=\.)", re.IGNORECASE)
WORD_JOINER = "\u2060"


def plain(text: str) -> str:
    """Return Markdown that shows the text literally, on one line."""
    joined = NAMED.sub(lambda match: match[0] + WORD_JOINER, " ".join(text.split()))
    return MARKS.sub(r"\\\1", joined)


def reply_markdown(text: str) -> str:
    """Return a reply's Markdown without what a reply never uses: pictures, formulas, HTML, icons and colours."""
    without_names = re.sub(r":(?=[A-Za-z0-9_+\-/]+[:\[])", ":" + WORD_JOINER, text)
    return re.sub(r"(?<!\\)([$<]|!(?=\[))", r"\\\1", without_names)


def link(words: str, address: str) -> str:
    """Return a Markdown link; the record's type has made sure that the address is http(s)."""
    safe = address.translate({ord(mark): f"%{ord(mark):02X}" for mark in " <>()[]\\\"'`"})
    return f"[{words}](<{safe}>)"
