"""How far raters agree beyond chance: Cohen's kappa for two, Krippendorff's alpha for any number; values are names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

Ratings = Mapping[Hashable, Hashable]  # what one rater said, by the thing that was rated


def kappa(one: Ratings, other: Ratings) -> float | None:
    """Cohen's kappa (1960) over what both rated; ``None`` where that is nothing, or leaves nothing to chance."""
    both = [(one[each], other[each]) for each in one if each in other]
    if not both:
        return None
    first, second = (Counter(pair[side] for pair in both) for side in (0, 1))
    agreed = sum(a == b for a, b in both) / len(both)
    by_chance = sum(first[value] * second[value] for value in first) / len(both) ** 2
    return None if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)


def alpha(raters: Sequence[Ratings]) -> float | None:
    """Krippendorff's alpha (2004) by coincidences; what only one rater rated does not count."""
    units: dict[Hashable, list[Hashable]] = {}
    for rater in raters:
        for each, value in rater.items():
            units.setdefault(each, []).append(value)
    paired = [Counter(values) for values in units.values() if len(values) > 1]
    totals: Counter[Hashable] = Counter()
    for values in paired:
        totals.update(values)
    count = totals.total()
    expected = count**2 - sum(number**2 for number in totals.values())
    if expected == 0:
        return None
    observed = sum(
        (values.total() ** 2 - sum(n**2 for n in values.values())) / (values.total() - 1) for values in paired
    )
    return 1 - (count - 1) * observed / expected
