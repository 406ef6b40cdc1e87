"""What a learner already holds, read from the files they bring: badges, records, Europass credentials, CVs.

Start with `reader.py` (a file -> what is held); `cv.py` reads a CV. Nothing is stored and nothing is fetched.
"""

from catalogue.held.cv import CvReport, Found, Vocabulary, read_cv
from catalogue.held.reader import read_held
from catalogue.held.report import HeldItem, HeldNote, HeldReport

__all__ = ["CvReport", "Found", "HeldItem", "HeldNote", "HeldReport", "Vocabulary", "read_cv", "read_held"]
