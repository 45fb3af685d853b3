"""What speaks against a statement is said in the student's language, as all the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_analyzers.execution.results import Outcome, Raised, RunResult, Stop, TestResult
from gadfly_analyzers.localize.ranking import suspects, witnessed
from gadfly_analyzers.localize.unreadable import suspects_of_unreadable
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.divergence import Divergence
from gadfly_analyzers.trace.endless import Endless
from gadfly_analyzers.values import Value
from gadfly_server.terminal.evidence import evidence
from gadfly_server.wording import speaking

SOURCE = Source.parse("def f(n):\n    while n:\n        n = n + 1\n    return n\n")


def of_runs(*outcomes: Outcome) -> list[str]:
    """All that a ranking says of tests that ended so, the last line of each being the third."""
    ends = {
        Outcome.RAISED: {"raised": Raised("TypeError", "no", 3)},
        Outcome.STOPPED: {"stop": Stop("stopped after 2 s", 3)},
        Outcome.ENDED: {"stop": Stop("the program broke the Python that ran it", 3)},
    }
    tests = tuple(
        TestResult(f"t{n}", f"t{n}", Path("t.py"), 1, "", each, 0.0, frozenset({2, 3}), **ends.get(each, {}))  # type: ignore[arg-type]
        for n, each in enumerate(outcomes)
    )
    ranked = suspects(SOURCE, RunResult(Path("f.py"), tests, (), 0.0, frozenset({1})))
    return [said for each in ranked for said in each.evidence]


def of_a_run(*endless: Endless) -> list[str]:
    ranked = suspects(SOURCE, RunResult(Path("f.py"), (), (), 0.0))
    known = ranked or suspects_of_unreadable(Source.parse("\nwhile n\n"))
    told = [each for one in endless for each in witnessed(known, "t", one, None)]
    told += [each for earlier in (0, 1, 2) for each in witnessed(known, "t", None, Divergence(4, 2, 1, earlier, "n"))]
    return [said for each in told for said in each.evidence]


N = (("n", Value("1", "int", True)),)
SAID = [
    *of_runs(Outcome.FAILED, Outcome.PASSED),
    *of_runs(Outcome.FAILED, Outcome.FAILED, Outcome.PASSED, Outcome.PASSED),
    *of_runs(Outcome.RAISED, Outcome.STOPPED, Outcome.ENDED),
    *of_a_run(
        Endless("loop", 2, "f", N, 9),
        Endless("loop", 2, "f", (), 9),
        Endless("condition", 2, "f", N, 9),
        Endless("condition", 2, "f", N * 2, 9),
        Endless("recursion", 2, "f", N, 9),
        Endless("recursion", 2, "f", (), 9),
    ),
]


@pytest.mark.parametrize("said", sorted({*SAID}))
def test_evidence_is_said_in_german(said: str) -> None:
    with speaking("en"):
        assert evidence(said) == said
    with speaking("de"):
        assert evidence(said) != said


def test_what_is_not_known_stays_as_it_is() -> None:
    with speaking("de"):
        assert evidence("It rains.") == "It rains."
