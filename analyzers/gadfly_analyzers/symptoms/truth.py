"""Yes for no, and no for yes."""

from __future__ import annotations

from gadfly_analyzers.symptoms.evidence import Evidence, answer_of, given_by
from gadfly_analyzers.symptoms.family import Family, Rank, family


def is_reversed(evidence: Evidence) -> bool:
    """True where it is false, or false where it is true."""
    return (
        evidence.values in ((True, False), (False, True)) and type(evidence.expected) is type(evidence.actual) is bool
    )


def is_always_the_same(evidence: Evidence) -> bool:
    """The same answer in all tests, of which some want the other one."""
    if not is_reversed(evidence):
        return False
    others = [given_by(other) for other in evidence.relatives]
    wanted = {answer_of(other) is evidence.actual for other in evidence.relatives}
    return len(others) > 1 and True in wanted and all(value is evidence.actual for value in others)


def is_always_reversed(evidence: Evidence) -> bool:
    """Each test gets the other answer than it wants, some a yes and some a no."""
    if not is_reversed(evidence):
        return False
    pairs = [(answer_of(other), given_by(other)) for other in evidence.relatives]
    turned = [answer for answer, given in pairs if type(answer) is type(given) is bool and answer is not given]
    return len(turned) == len(pairs) and evidence.actual in turned


FAMILIES: tuple[Family, ...] = (
    family("always-reversed", Rank.SEEN, "Every yes is a no, and every no a yes.", is_always_reversed),
    family("always-same-truth", Rank.SEEN, "It is the same answer, yes or no, in every test.", is_always_the_same,
           "or-distributes", "comparison-chains-as-truth", "and-or-mixed", "return-does-not-leave"),
    family("truth-reversed", Rank.PART, "Yes and no are the other way round.", is_reversed,
           "or-distributes", "and-or-mixed", "flag-remembers", "return-does-not-leave"),
)  # fmt: skip
