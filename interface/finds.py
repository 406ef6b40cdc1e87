"""What a learner's files hold, and what of it they confirmed: read, never stored, and put into the profile."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from catalogue.held import CvReport, HeldItem, HeldReport, Vocabulary, read_cv, read_held
from interface.resources import load_recommender
from recommender.cv_words import CV_TYPES, is_cv, vocabulary
from recommender.profile import Held, LearnerProfile

TYPES = ("json", "jsonld", "xml", "png", "svg", "jwt", *CV_TYPES)


@dataclass(frozen=True)
class Confirmed:
    """What the learner said yes to."""

    held: tuple[Held, ...] = ()
    skills: tuple[str, ...] = ()
    role: str | None = None

    @property
    def names(self) -> list[str]:
        """Return everything by name."""
        return [*(item.title for item in self.held), *self.skills, *([self.role] if self.role else [])]

    def added_to(self, profile: LearnerProfile) -> LearnerProfile:
        """Return the profile with these, each thing once."""
        known = {item.title.casefold() for item in profile.held}
        known_skills = {skill.casefold() for skill in profile.current_skills}
        return profile.model_copy(
            update={
                "held": (*profile.held, *(item for item in self.held if item.title.casefold() not in known)),
                "current_skills": (
                    *profile.current_skills,
                    *(skill for skill in self.skills if skill.casefold() not in known_skills),
                ),
                "current_role": self.role or profile.current_role,
            }
        )


@st.cache_resource(show_spinner=False)
def load_vocabulary() -> Vocabulary:
    """Return what to look for, made once from the catalogue that all visitors share."""
    return vocabulary(load_recommender().catalogue)


def read(name: str, data: bytes) -> HeldReport | CvReport:
    """Return what a file holds, read as a CV or as a credential by the ending of its name."""
    if is_cv(name):
        return read_cv(data, load_vocabulary(), name)
    return read_held(data, name)


def as_held(item: HeldItem) -> Held:
    """Return a credential from a file as the profile keeps it."""
    return Held(
        title=item.title,
        provider=item.issuer,
        credits=item.credits.amount if item.credits else None,
        credit_system=item.credits.system if item.credits else None,
        level=f"{item.level.framework} level {item.level.value}" if item.level and item.level.value else None,
        date=item.date,
    )
