"""What was learned on programs with known faults: which kinds of repair are right, and how much evidence weighs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

_DOUBT = 10.0  # observations that the rate of the family is worth against those of the kind itself
_LESS = 0.3  # what making some more tests pass is worth against making all pass
_LEAST, _EVEN = 1e-3, 0.5
_Share = Callable[["Counts"], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many repairs of a kind were tried, and had every test pass, some more, or none but one get farther.

    ``…_right`` are those of them where the fault was.
    """

    tried: float = 0
    whole: float = 0
    whole_right: float = 0
    partial: float = 0
    partial_right: float = 0
    farther: float = 0
    farther_right: float = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(mine + theirs for mine, theirs in zip(self.row(), other.row(), strict=True)))

    def row(self) -> tuple[float, ...]:
        """Give the numbers in their order."""
        return tuple(getattr(self, each) for each in self.__slots__)  # far quicker than to copy it field by field


_NOTHING = Counts()


def _tried(counts: Counts) -> tuple[float, float]:
    return counts.whole_right + _LESS * counts.partial_right, counts.tried


def _whole(counts: Counts) -> tuple[float, float]:
    return counts.whole_right, counts.whole


def _partial(counts: Counts) -> tuple[float, float]:
    return counts.partial_right, counts.partial


def _farther(counts: Counts) -> tuple[float, float]:
    return counts.farther_right, counts.farther


class Learned:
    """Counts of kinds of repair, and weights of evidence: before a search (``first``) and after it (``sharpened``).

    ``certain_from`` has for each ground on which a statement may be claimed as certain the score from which it is; on
    others nothing is.
    """

    def __init__(
        self,
        kinds: Mapping[str, Counts],
        first: Mapping[str, float],
        sharpened: Mapping[str, float],
        certain_from: Mapping[str, float] = MappingProxyType({}),
    ) -> None:
        self.kinds = kinds
        self.first = first
        self.sharpened = sharpened
        self.certain_from = certain_from
        self._families: dict[str, Counts] = {}
        self._rates: dict[tuple[_Share, str], float] = {}  # those that were asked for
        self._all = Counts()
        for kind, counts in kinds.items():
            self._families[family_of(kind)] = self._families.get(family_of(kind), Counts()) + counts
            self._all += counts

    def yields(self, kind: str) -> float:
        """Give the share of tried repairs of a kind that were right; one that repaired only some tests counts less."""
        return self._rate(kind, _tried)

    def whole_is_right(self, kind: str, without: Counts = Counts()) -> float:  # frozen
        """Give the share of repairs of a kind that make every test pass which were where the fault was.

        ``without`` are counts to leave out: those of the program itself, while learning.
        """
        return self._rate(kind, _whole, without)

    def is_likely(self, kind: str) -> bool:
        """Tell whether repairs of a kind that make every test pass are right more often than not."""
        return self.whole_is_right(kind) >= _EVEN

    def partial_is_right(self, kind: str, without: Counts = Counts()) -> float:  # frozen
        """Give the same for repairs that make more tests pass, but not all."""
        return self._rate(kind, _partial, without)

    def is_likely_one(self, kind: str) -> bool:
        """Tell the same of those that make more tests pass, but not all."""
        return self.partial_is_right(kind) >= _EVEN

    def farther_is_right(self, kind: str, without: Counts = Counts()) -> float:
        """Give the same for repairs that make no test pass, but one come farther."""
        return self._rate(kind, _farther, without)

    def _rate(self, kind: str, of: _Share, without: Counts = Counts()) -> float:  # frozen
        """Give a rate; a search asks for those of the same kinds again and again."""
        if without != _NOTHING:
            return self._computed(kind, of, without)
        if (of, kind) not in self._rates:
            self._rates[of, kind] = self._computed(kind, of, without)
        return self._rates[of, kind]

    def _computed(self, kind: str, of: _Share, without: Counts) -> float:
        """Compute a rate; that of a kind seldom seen leans on that of its family, and this on that of all."""
        right, seen = of(self._all)
        rate = (right + 1) / (seen + 4)
        right_without, seen_without = of(without)
        for counts in (self._families.get(family_of(kind), Counts()), self.kinds.get(kind, Counts())):
            right, seen = of(counts)
            rate = (max(right - right_without, 0) + _DOUBT * rate) / (max(seen - seen_without, 0) + _DOUBT)
        return min(max(rate, _LEAST), 1 - _LEAST)

    def as_json(self) -> str:
        """Write it down."""
        told = {
            "certain_from": {ground: round(score, 4) for ground, score in sorted(self.certain_from.items())},
            "first": {name: round(weight, 4) for name, weight in sorted(self.first.items())},
            "sharpened": {name: round(weight, 4) for name, weight in sorted(self.sharpened.items())},
            "kinds": {kind: counts.row() for kind, counts in sorted(self.kinds.items())},
        }
        return json.dumps(told, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Learned:
        """Read what ``as_json`` wrote."""
        told = json.loads(text)
        kinds = {kind: Counts(*row) for kind, row in told["kinds"].items()}
        return cls(kinds, told["first"], told["sharpened"], told["certain_from"])


@lru_cache(maxsize=1)
def learned() -> Learned:
    """Read the table that comes with the package, which ``benchmarks/learn.py`` writes."""
    return Learned.from_json(resources.files(__package__).joinpath("learned.json").read_text("utf-8"))


def family_of(kind: str) -> str:
    """Give the family of a kind of repair."""
    return kind.partition("/")[0]
