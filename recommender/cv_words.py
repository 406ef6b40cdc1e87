"""What to look for in a CV, and which files are taken for one."""

from __future__ import annotations

from pathlib import PurePath

from catalogue.held import Vocabulary
from catalogue.store import Catalogue
from recommender.occupations import occupations

CV_TYPES = ("pdf", "docx", "txt")


def is_cv(name: str) -> bool:
    """Return whether a file is read as a CV, by the ending of its name."""
    return PurePath(name).suffix.lower().lstrip(".") in CV_TYPES


def vocabulary(catalogue: Catalogue) -> Vocabulary:
    """Return what to look for in a CV: the catalogue's skills and titles, and the skills and roles of the occupations.

    A title of one word ("Leadership") is left out: in a CV it rarely names that credential.
    """
    skills = [skill for credential in catalogue for skill in credential.skills]
    needed = [skill for job in occupations().rows for skill in (*job.essential_skills, *job.useful_skills)]
    roles = [title for job in occupations().rows for title in (job.title, *job.alternatives)]
    titles = [credential.title for credential in catalogue if " " in credential.title.strip()]
    return Vocabulary(skills=[*skills, *needed], roles=roles, credentials=titles)
