"""Failures in the log: what kind and where, never the message, which may quote what a learner typed."""

from __future__ import annotations

import logging
import traceback

log = logging.getLogger("cairn")


def where(error: BaseException) -> str:
    """Return the error's kind and the places it came through."""
    return f"{type(error).__name__} at\n{''.join(traceback.format_tb(error.__traceback__))}"


def log_failure(error: BaseException) -> None:
    """Put a failure into the log without its message."""
    log.error("%s", where(error))


class WithoutTheirWords(logging.Filter):
    """Does the same to what Streamlit logs about a failed run of the page."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[1]:
            record.msg, record.args = where(record.exc_info[1]), ()
            record.exc_info = record.exc_text = None
        return True
