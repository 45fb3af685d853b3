"""Nothing comes back where there should be a value, or the other way round."""

from __future__ import annotations

from gadfly_analyzers.symptoms.evidence import UNREAD, Evidence, given_by
from gadfly_analyzers.symptoms.family import Family, Rank, family


def gives_nothing(evidence: Evidence) -> bool:
    """``None`` where there should be a value."""
    return evidence.types is not None and evidence.types[1] == "NoneType" != evidence.types[0]


def prints_it(evidence: Evidence) -> bool:
    """Nothing came back, and what should come was printed."""
    if not gives_nothing(evidence) or evidence.expected is UNREAD:
        return False
    lines = [line.strip() for line in evidence.test.stdout.splitlines()]
    wanted = str(evidence.expected)
    return any(line == wanted or line.endswith(f" {wanted}") for line in lines)


def prints_something(evidence: Evidence) -> bool:
    """Nothing came back, and something else was printed."""
    return gives_nothing(evidence) and bool(evidence.test.stdout.strip())


def gives_something_elsewhere(evidence: Evidence) -> bool:
    """Nothing came back here, but in another test something did."""
    given = [given_by(other) for other in evidence.relatives]
    return gives_nothing(evidence) and any(value is not None and value is not UNREAD for value in given)


def never_gives_anything(evidence: Evidence) -> bool:
    """Nothing came back in any of several tests."""
    given = [given_by(other) for other in evidence.relatives]
    return gives_nothing(evidence) and bool(given) and all(value is None for value in given)


FAMILIES: tuple[Family, ...] = (
    family("none-but-printed", Rank.SEEN, "The right value is printed, but nothing comes back.", prints_it,
           "print-returns"),
    family("none-but-other-printed", Rank.EXACT, "Something is printed, but nothing comes back.", prints_something,
           "print-returns"),
    family("none-at-times", Rank.EXACT, "Nothing comes back here, but elsewhere something does.",
           gives_something_elsewhere, "every-path-returns", "recursive-call-returns-by-itself"),
    family("none-always", Rank.EXACT, "Nothing comes back, in any test.", never_gives_anything,
           "returns-last-value", "sort-returns", "append-returns", "inner-result-returns-by-itself"),
    family("none", Rank.KIND, "Nothing comes back.", gives_nothing,
           "returns-last-value", "every-path-returns", "sort-returns", "append-returns"),
)  # fmt: skip
