"""What only a recording shows: small programs that are really run, the hit and its nearest miss."""

from __future__ import annotations

from textwrap import dedent

import pytest

from gadfly_analyzers.source import Source
from gadfly_analyzers.symptoms import changed
from gadfly_analyzers.symptoms.evidence import Evidence
from gadfly_analyzers.symptoms.naming import symptoms_of
from helpers.recorded import facts_from
from helpers.symptoms import names

# family: (program, call, expected) that show it, (program, call, expected) that nearly do
TABLE: dict[str, tuple[tuple[str, str, str], tuple[str, str, str]]] = {
    "right-value-lost": (
        (
            """
            def f(ages):
                found = False
                for age in ages:
                    if age > 17:
                        found = True
                    else:
                        found = False
                return found
            """,
            "f([30, 4])",
            "True",
        ),
        (
            """
            def f(ages):
                found = True
                for age in ages:
                    if age > 17:
                        found = False
                return found
            """,
            "f([30, 4])",
            "True",
        ),
    ),
    "first-item-only": (
        (
            """
            def f(ages):
                for age in ages:
                    if age > 17:
                        return True
                    else:
                        return False
            """,
            "f([4, 30])",
            "True",
        ),
        (
            """
            def f(ages):
                for age in ages:
                    if age > 40:
                        return True
                return False
            """,
            "f([4, 30])",
            "True",
        ),
    ),
    "argument-changed": (
        (
            """
            def f(ages):
                kept = ages
                kept.append(1)
                return len(ages)
            """,
            "f([30, 4])",
            "2",
        ),
        (
            """
            def f(ages):
                ages = ages + [1]
                return len(ages)
            """,
            "f([30, 4])",
            "2",
        ),
    ),
    "just-past-the-end": (
        (
            """
            def f(ages):
                for i in range(len(ages) + 1):
                    ages[i] = 0
                return ages
            """,
            "f([30, 4])",
            "[0, 0]",
        ),
        (
            """
            def f(ages):
                for age in ages:
                    ages[age] = 0
                return ages
            """,
            "f([30, 4])",
            "[0, 0]",
        ),
    ),
    "breaks-off-late": (
        (
            """
            def f(ages):
                for i in range(5):
                    ages[i]
            """,
            "f([30, 4])",
            "1",
        ),
        (
            """
            def f(ages):
                ages[7]
            """,
            "f([30, 4])",
            "1",
        ),
    ),
    "recursion-with-the-same": (
        (
            """
            def f(n):
                return 1 if n == 0 else n * f(n)
            """,
            "f(3)",
            "6",
        ),
        (
            """
            def f(n):
                return 1 if n == 9 else n * f(n - 1)
            """,
            "f(3)",
            "6",
        ),
    ),
    "recursion-past-the-end": (
        (
            """
            def f(n):
                return 1 if n == 9 else n * f(n - 1)
            """,
            "f(3)",
            "6",
        ),
        (
            """
            def f(n):
                return 1 if n == 0 else n * f(n)
            """,
            "f(3)",
            "6",
        ),
    ),
    "endless-standing": (
        (
            """
            def f(n):
                while n > 0:
                    m = n - 1
                return m
            """,
            "f(3)",
            "0",
        ),
        (
            """
            def f(n):
                while n > 0:
                    n = n + 1
                return n
            """,
            "f(3)",
            "0",
        ),
    ),
    "endless-going-on": (
        (
            """
            def f(n):
                while n > 0:
                    n = n + 1
                return n
            """,
            "f(3)",
            "0",
        ),
        (
            """
            def f(n):
                while n > 0:
                    m = n - 1
                return m
            """,
            "f(3)",
            "0",
        ),
    ),
}


def shown_by(program: str, call: str, expected: str) -> list[str]:
    program = dedent(program).removeprefix("\n")
    facts = facts_from(program, f"def test_f():\n    assert {call} == {expected}\n")
    assert facts.focus is not None
    evidence = Evidence(facts.focus, facts.trace, facts.tests, Source.parse(program))
    return [symptom.family for symptom in symptoms_of(evidence)]


@pytest.mark.parametrize("family", TABLE)
def test_hit_and_nearest_miss(family: str) -> None:
    hit, miss = TABLE[family]
    assert family in shown_by(*hit)
    assert family not in shown_by(*miss)


def test_no_family_is_left_out() -> None:
    assert set(names(changed.FAMILIES)) - {"given-changed"} < set(TABLE)


def test_without_a_recording_nothing_is_said_of_one() -> None:
    for hit, _ in TABLE.values():
        facts = facts_from(dedent(hit[0]), f"def test_f():\n    assert {hit[1]} == {hit[2]}\n")
        assert facts.focus is not None
        assert not {symptom.family for symptom in symptoms_of(Evidence(facts.focus))} & set(TABLE)


def test_a_counter_that_passes_the_right_number_has_not_lost_it() -> None:
    program = """
        def f(n):
            count = 0
            while count < n:
                count += 1
            return count
        """
    assert "right-value-lost" not in shown_by(program, "f(5)", "3")
