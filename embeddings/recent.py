"""What was worked out lately, kept in memory up to a number."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Remembers up to `size` values by key, the oldest forgotten first; may be shared by threads."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._known: OrderedDict[K, V] = OrderedDict()
        self._lock = Lock()

    def of(self, keys: Sequence[K], make: Callable[[list[K]], Iterable[V]]) -> list[V]:
        """Return the value of each key; `make` is called once, with the distinct keys not remembered, if any."""
        with self._lock:
            values = {key: self._known[key] for key in keys if key in self._known}
        if missing := [key for key in dict.fromkeys(keys) if key not in values]:
            fresh = dict(zip(missing, make(missing), strict=True))
            values |= fresh
            with self._lock:
                self._known.update(fresh)
                while len(self._known) > self._size:
                    self._known.popitem(last=False)
        return [values[key] for key in keys]
