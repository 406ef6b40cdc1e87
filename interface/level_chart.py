"""The picture of several level scales side by side, each level drawn where it stands on the European scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from catalogue.frameworks import FRAMEWORKS, Comparison, LevelInfo
from interface.texts.levels_en import LEVELS, LevelsTexts

FOOT = 0.3  # height at which levels without an agreed European level stand
# Fill of a level by what it has to do with the chosen one, and the letters on it, on a light and on a dark page.
FILLS = {
    False: {"chosen": "#2c6355", "meets": "#8a5a1f", "other": "#e9e6dd"},
    True: {"chosen": "#6cbfa8", "meets": "#d6a25c", "other": "#2d3532"},
}
LETTERS = {
    False: {"chosen": "#ffffff", "meets": "#ffffff", "other": "#30403a"},
    True: {"chosen": "#0b1512", "meets": "#1a1206", "other": "#d6d9d4"},
}
DASHES = {"official referencing report": [1, 0], "comparative analysis": [6, 3], "approximate": [2, 2]}


def rows(chosen: LevelInfo, shown: Sequence[str], comparisons: Mapping[str, Comparison]) -> pd.DataFrame:
    """Return one row per level of the scales shown: its span on the European axis, and its state.

    Where several levels of a scale share a European level, each takes an equal part of that band, in order.
    """
    found = []
    for code in shown:
        scale = FRAMEWORKS[code].levels
        met = _met(scale, comparisons.get(code))
        unplaced = [info for info in scale if info.eqf is None or info.eqf.low is None]
        for info in scale:
            state = "chosen" if info == chosen else "meets" if info in met else "other"
            bottom, top = _foot(info, unplaced) if info in unplaced else _span(info, scale)
            found.append(
                {
                    "scale": code,
                    "level": info.value,
                    "bottom": bottom,
                    "top": top,
                    "state": state,
                    "basis": info.eqf.basis if info.eqf and info not in unplaced else "approximate",
                    "words": info.in_words,
                }
            )
    return pd.DataFrame(found)


def _met(scale: Sequence[LevelInfo], comparison: Comparison | None) -> list[LevelInfo]:
    if comparison is None or comparison.low is None or comparison.high is None:
        return []
    steps = list(scale)
    return steps[steps.index(comparison.low) : steps.index(comparison.high) + 1]


def _span(info: LevelInfo, scale: Sequence[LevelInfo]) -> tuple[float, float]:
    """Return where a level begins and ends on the axis, the bands it shares divided among the levels in them."""
    assert info.eqf and info.eqf.low and info.eqf.high
    first, last = _band(info.eqf.low, scale), _band(info.eqf.high, scale)
    bottom = info.eqf.low - 0.5 + first.index(info) / len(first)
    top = info.eqf.high - 0.5 + (last.index(info) + 1) / len(last)
    return bottom, top


def _band(eqf: int, scale: Sequence[LevelInfo]) -> list[LevelInfo]:
    return [i for i in scale if i.eqf and i.eqf.low and i.eqf.high and i.eqf.low <= eqf <= i.eqf.high]


def _foot(info: LevelInfo, unplaced: Sequence[LevelInfo]) -> tuple[float, float]:
    """Return a place below the European scale for a level that has none on it: one above the other, in order."""
    height = 0.5
    bottom = FOOT - height * (len(unplaced) - unplaced.index(info))
    return bottom, bottom + height


def picture(
    table: pd.DataFrame, shown: Sequence[str], is_dark: bool, texts: LevelsTexts = LEVELS
) -> alt.LayerChart | alt.FacetChart:
    """Return the chart: scales across, European levels up, the edge of each level by its basis."""
    lowest = min(float(table["bottom"].min()), FOOT) - 0.05
    across = alt.X("scale:N", sort=list(shown), title=None, axis=alt.Axis(labelAngle=0, orient="top", labelLimit=70))
    up = alt.Y(
        "bottom:Q",
        scale=alt.Scale(domain=[lowest, 8.5], nice=False),
        axis=alt.Axis(values=list(range(1, 9)), format="d", title=texts.axis, grid=True),
    )
    tooltip = [alt.Tooltip("words:N", title=texts.level)]
    base = alt.Chart(table).encode(x=across, tooltip=tooltip)
    boxes = [
        _boxes(base.transform_filter(alt.datum.basis == basis), up, dash, is_dark) for basis, dash in DASHES.items()
    ]
    return alt.layer(*boxes, _labels(base, is_dark)).properties(height=430)


def _boxes(base: alt.Chart, up: alt.Y, dash: list[int], is_dark: bool) -> alt.Chart:
    """Return the levels as boxes whose edge has the given dashes."""
    return base.mark_bar(strokeWidth=1.2, strokeDash=dash, width=alt.RelativeBandSize(0.9)).encode(
        y=up,
        y2="top:Q",
        fill=alt.Fill("state:N", scale=_by_state(FILLS[is_dark]), legend=None),
        stroke=alt.value("#98a39e" if is_dark else "#7d837c"),
    )


def _labels(base: alt.Chart, is_dark: bool) -> alt.Chart:
    """Return each level's number or letters, in the middle of its box."""
    return (
        base.transform_calculate(middle="(datum.bottom + datum.top) / 2")
        .mark_text(fontSize=12, fontWeight=600)
        .encode(
            y=alt.Y("middle:Q"),
            text="level:N",
            color=alt.Color("state:N", scale=_by_state(LETTERS[is_dark]), legend=None),
        )
    )


def _by_state(colours: Mapping[str, str]) -> alt.Scale:
    return alt.Scale(domain=list(colours), range=list(colours.values()))
