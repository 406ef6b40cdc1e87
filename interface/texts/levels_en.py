"""English words of the page that compares levels and credits."""

from __future__ import annotations

from dataclasses import dataclass, field

from catalogue.frameworks import Basis


@dataclass(frozen=True)
class LevelsTexts:
    """Every sentence of the page that is not made from the tables; braces are filled in where it is shown."""

    heading: str = "How credentials compare"
    intro: str = "Level 5 of what? Choose a scale and a level to see what it means, and which levels elsewhere meet it."
    scale: str = "Scale"
    level: str = "Level"
    beside: str = "Scales shown beside it"
    picture_heading: str = "Side by side"
    picture_alt: str = "{level} beside {scales}. {meets} The table below says the same in words."
    meets: str = "It compares with {levels}."
    meets_nothing: str = "No level shown has an agreed comparison with it."
    how_to_read: str = (
        "Higher up is more advanced. A solid edge is an official report, a dashed one an analysis by two authorities, "
        "a dotted one our approximate reading. Levels at the foot have no agreed European level."
    )
    axis: str = "European level (EQF)"
    states: dict[str, str] = field(
        default_factory=lambda: {"chosen": "your level", "meets": "compares with it", "other": "other levels"}
    )
    bases: dict[Basis | None, str] = field(
        default_factory=lambda: {
            "same scale": "the same scale",
            "official referencing report": "official report",
            "comparative analysis": "analysis by two authorities",
            "approximate": "approximate",
            None: "none",
        }
    )
    table_heading: str = "The same in words"
    table_alt: str = "What {level} compares with on every other scale"
    column_scale: str = "Scale"
    column_level: str = "Level and typical award"
    column_basis: str = "Basis"
    no_agreed: str = "no agreed comparison"
    through: str = "to"
    sources: str = "Sources"
    whole_scale: str = "Every level of the {scale} in plain words"
    rules_heading: str = "Rules in {place}: who approves, size, stacking, transfer"
    rule_dated: str = "(rule of {date})"
    rule_undated: str = "(no date shown)"
    source: str = "source"
    converter_heading: str = "Convert credits"
    converter_intro: str = (
        "Credits measure how much learning there is, not how hard it is. A conversion is always a range."
    )
    amount: str = "Amount"
    from_system: str = "From"
    to_system: str = "To"
    not_converted: str = "What is not converted, and why"
    hours: str = "hours of learning in all"


LEVELS = LevelsTexts()
