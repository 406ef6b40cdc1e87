"""The planner's mathematics: which credentials to take, as a mixed-integer programme solved exactly by HiGHS."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

TOLERANCE = 1e-6
# Below any real difference in hours or money; it only settles ties in favour of fewer credentials.
TIE = 1e-4
SOLVED, OUT_OF_TIME = 0, 1


@dataclass(frozen=True)
class Part:
    """A group of components of one whole: at least `need` of `weights` must be used when the whole is done.

    `uses` are (component, weight) pairs; `most` bounds the weight that counts, `None` = no bound.
    """

    uses: tuple[tuple[str, float], ...]
    need: float
    most: float | None = None


@dataclass(frozen=True)
class Whole:
    """An award or bundle. `needed` are groups that must be filled, `loose` components that count without a group.

    `exclusive` are pairs of components that do not both count, `caps` are (components with credits, most credits).
    """

    key: str
    parts: tuple[Part, ...] = ()
    loose: tuple[str, ...] = ()
    exclusive: tuple[tuple[str, str], ...] = ()
    caps: tuple[tuple[tuple[tuple[str, float], ...], float], ...] = ()
    at_most: int | None = None


@dataclass(frozen=True)
class Problem:
    """Everything that decides a plan. Ids are those of credentials and bundles.

    `takable` can be taken, `held` are there already; `bundles` can be completed from their parts. With `goal`, its
    groups must be filled, and `worth` (component to weight, up to `worth_most`) is covered as far as possible before
    anything else, or, unless `as_far_as_possible`, a first bit of it. `covers` are sets of which one each is needed.
    `amounts` maps a limited quantity to (id to amount) and `limits` to its most; `fees` adds to "cost" for each use of
    a (component, whole). `values` and `fee_values` are what is kept small.
    """

    takable: tuple[str, ...]
    held: frozenset[str]
    bundles: tuple[Whole, ...] = ()
    goal: Whole | None = None
    worth: Mapping[str, float] = field(default_factory=dict)
    worth_most: float | None = None
    as_far_as_possible: bool = True
    covers: tuple[frozenset[str], ...] = ()
    before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    amounts: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    limits: Mapping[str, float] = field(default_factory=dict)
    fees: Mapping[tuple[str, str], float] = field(default_factory=dict)
    values: Mapping[str, float] = field(default_factory=dict)
    fee_values: Mapping[tuple[str, str], float] = field(default_factory=dict)


@dataclass(frozen=True)
class Solution:
    """What to take, which (component, whole) pairs count, the objective's value, and whether nothing can beat it."""

    taken: frozenset[str]
    uses: frozenset[tuple[str, str]]
    value: float
    is_best: bool


class OutOfTime(Exception):
    """No plan was found, nor shown to be impossible, within the time limit."""


def solve(problem: Problem, seconds: float) -> Solution | None:
    """Return the best plan, the best found when time runs out, or `None` where there is none. Raises OutOfTime."""
    return _Model(problem).solve(seconds)


Row = dict[int, float]


class _Model:
    """One problem written as columns (0/1 unless `worth`) and rows (low <= row <= high)."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.columns: dict[tuple[str, ...], int] = {}
        self.rows: list[Row] = []
        self.low: list[float] = []
        self.high: list[float] = []
        self.uses_of: dict[str, list[int]] = defaultdict(list)
        self.farthest: np.ndarray | None = None
        for name in problem.takable:
            self._column("take", name)
        for whole in problem.bundles:
            self._column("done", whole.key)
        for whole in (*problem.bundles, *([problem.goal] if problem.goal else [])):
            self._add_whole(whole, is_goal=whole is problem.goal)
        self._add_availability()
        self._add_limits()

    def _column(self, *name: str) -> int:
        return self.columns.setdefault(name, len(self.columns))

    def _add(self, row: Row, low: float, high: float) -> None:
        self.rows.append(row)
        self.low.append(low)
        self.high.append(high)

    def _use(self, component: str, whole: str, part: int) -> int:
        """Return the column "this component counts in this part of that whole", made at first use."""
        name = ("use", component, whole, str(part))
        if name not in self.columns:
            self.uses_of[component].append(self._column(*name))
        return self.columns[name]

    def _available(self, name: str) -> Row:
        """Return the columns of which one must be chosen for a credential or bundle to be there."""
        return {self.columns[kind, name]: 1.0 for kind in ("take", "done") if (kind, name) in self.columns}

    def _add_whole(self, whole: Whole, is_goal: bool) -> None:
        """Add the groups, caps and pairs of one award or bundle."""
        done = None if is_goal else self.columns["done", whole.key]
        mine: dict[str, list[int]] = defaultdict(list)
        for number, part in enumerate(whole.parts):
            row = {self._use(name, whole.key, number): weight for name, weight in part.uses}
            for name, _ in part.uses:
                mine[name].append(self._use(name, whole.key, number))
            if part.most is not None:
                self._add(dict(row), -np.inf, part.most)
            if done is None:
                self._add(row, part.need - TOLERANCE, np.inf)
            else:
                self._add({**row, done: -part.need}, -TOLERANCE, np.inf)
        for name in whole.loose:
            mine[name].append(self._use(name, whole.key, len(whole.parts)))
        if done is not None:
            for column in (column for columns in mine.values() for column in columns):
                self._add({column: 1.0, done: -1.0}, -np.inf, 0.0)
        for one, other in whole.exclusive:
            self._add(dict.fromkeys(mine[one] + mine[other], 1.0), -np.inf, 1.0)
        for amounts, most in whole.caps:
            self._add({column: amount for name, amount in amounts for column in mine[name]}, -np.inf, most + TOLERANCE)
        if whole.at_most is not None:
            self._add(dict.fromkeys((c for columns in mine.values() for c in columns), 1.0), -np.inf, whole.at_most)

    def _add_availability(self) -> None:
        """What counts must be there, and counts once; what is taken comes after what it needs; covers are covered."""
        names = {name[1] for name in self.columns if name[0] in ("take", "done")} | set(self.uses_of)
        for name in sorted(names):
            there, held = self._available(name), float(name in self.problem.held)
            if len(there) > 1 or (there and held):
                self._add(there, -np.inf, 1.0 - held)
            if self.uses_of[name]:
                row = dict.fromkeys(self.uses_of[name], 1.0) | dict.fromkeys(there, -1.0)
                self._add(row, -np.inf, held)
        for name in self.problem.takable:
            for first in self.problem.before.get(name, ()):
                if first not in self.problem.held:
                    row = {self.columns["take", name]: 1.0} | dict.fromkeys(self._available(first), -1.0)
                    self._add(row, -np.inf, 0.0)
        for cover in self.problem.covers:
            if not cover & self.problem.held:
                self._add({column: 1.0 for name in cover for column in self._available(name)}, 1.0, np.inf)

    def _add_limits(self) -> None:
        for quantity, most in self.problem.limits.items():
            self._add(self._amounts(quantity), -np.inf, most + TOLERANCE)

    def _amounts(self, quantity: str) -> Row:
        row = self._taken_row(self.problem.amounts[quantity])
        return row | self._fee_row(self.problem.fees) if quantity == "cost" else row

    def _taken_row(self, amounts: Mapping[str, float]) -> Row:
        return {self.columns["take", name]: amounts.get(name, 0.0) for name in self.problem.takable}

    def _fee_row(self, fees: Mapping[tuple[str, str], float]) -> Row:
        columns = [(name, column) for name, column in self.columns.items() if name[0] == "use"]
        return {column: fees[name[1], name[2]] for name, column in columns if (name[1], name[2]) in fees}

    def solve(self, seconds: float) -> Solution | None:
        """Cover as much of the goal as can be, then keep that and look for the best way to it."""
        if not self.columns:
            possible = all(low <= 0 <= high for low, high in zip(self.low, self.high, strict=True))
            return Solution(frozenset(), frozenset(), 0.0, True) if possible else None
        deadline = time.monotonic() + seconds
        is_most = self._cover(deadline) if self.problem.goal and self.problem.worth else True
        if is_most is None:
            return None
        values = self._taken_row({name: self.problem.values.get(name, 0.0) + TIE for name in self.problem.takable})
        try:
            best, is_best = self._run(values | self._fee_row(self.problem.fee_values), deadline)
        except OutOfTime:
            if self.farthest is None:
                raise
            best, is_best = self.farthest, False  # as far as any plan, though not the best way there
        if best is None:
            return None
        chosen = [name for name, column in self.columns.items() if name != ("worth",) and best[column] > 0.5]
        taken = frozenset(name[1] for name in chosen if name[0] == "take")
        uses = frozenset((name[1], name[2]) for name in chosen if name[0] == "use")
        value = sum(self.problem.values.get(name, 0.0) for name in taken)
        value += sum(self.problem.fee_values.get(use, 0.0) for use in uses)
        return Solution(taken, uses, value, is_best and is_most)

    def _cover(self, deadline: float) -> bool | None:
        """Demand the goal's best coverage; return whether it is proven best, `None` where nothing can be covered."""
        covered = self._column("worth")
        row = {column: self.problem.worth.get(name[1], 0.0) for name, column in self._goal_uses()}
        self._add({**row, covered: -1.0}, 0.0, np.inf)
        if not self.problem.as_far_as_possible:
            self._add({covered: 1.0}, min(self.problem.worth.values()) - TOLERANCE, np.inf)
            return True
        found, is_most = self._run({covered: -1.0}, deadline)
        if found is None or found[covered] < TOLERANCE:
            return None
        self.farthest = found
        self._add({covered: 1.0}, found[covered] * (1 - TOLERANCE), np.inf)
        return is_most

    def _goal_uses(self) -> Iterable[tuple[tuple[str, ...], int]]:
        key = self.problem.goal.key if self.problem.goal else ""
        return [(name, column) for name, column in self.columns.items() if name[0] == "use" and name[2] == key]

    def _run(self, objective: Row, deadline: float) -> tuple[np.ndarray | None, bool]:
        """Return the column values that minimise an objective, and whether they are proven best. Raises OutOfTime."""
        n = len(self.columns)
        cost, upper, whole_numbers = np.zeros(n), np.ones(n), np.ones(n)
        for column, value in objective.items():
            cost[column] = value
        if ("worth",) in self.columns:
            upper[self.columns["worth",]] = np.inf if self.problem.worth_most is None else self.problem.worth_most
            whole_numbers[self.columns["worth",]] = 0
        constraints = LinearConstraint(_matrix(self.rows, n), self.low, self.high) if self.rows else ()
        left = max(0.01, deadline - time.monotonic())
        found = milp(
            cost,
            integrality=whole_numbers,
            bounds=Bounds(0, upper),
            constraints=constraints,
            options={"time_limit": left, "mip_rel_gap": 0.0},
        )
        if found.x is None and found.status == OUT_OF_TIME:
            raise OutOfTime
        return found.x, found.status == SOLVED


def _matrix(rows: Sequence[Row], n_columns: int) -> csr_matrix:
    starts = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.array([column for row in rows for column in row], dtype=np.int32)
    values = np.array([value for row in rows for value in row.values()], dtype=float)
    return csr_matrix((values, columns, starts), shape=(len(rows), n_columns))
