"""At which statement a repair counts that fills a gap."""

from __future__ import annotations

from textwrap import dedent

from gadfly_analyzers.localize.repairs.candidates import candidates, place_of, repaired
from gadfly_analyzers.source import Source

RUNS = dedent("""
    def runs(text):
        found = []
        run = ""
        for sign in text:
            if run and sign != run[0]:
                found.append(run)
                run = ""
            run += sign
        return found
    """).lstrip()


def counts_at(program: str, repair: str) -> set[int]:
    """Give the lines of the statements at which repairs count that make this program of another."""
    source = Source.parse(program)
    lines = {each.span: each.line for each in source.statements()}
    found = [each for each in candidates(source, source.statements()) if repaired(source, each).decode() == repair]
    assert found, "nothing like it is proposed"
    return {lines[place_of(source, each)] for each in found}


def test_what_is_missing_after_a_loop_counts_where_it_would_stand() -> None:
    assert counts_at(RUNS, RUNS.replace("    return", "    found.append(run)\n    return")) == {9}


def test_what_is_missing_within_a_block_counts_at_the_statement_above() -> None:
    step = "            found.append(run)\n"
    assert counts_at(RUNS, RUNS.replace(step, step + step)) == {6}


def test_what_is_missing_at_the_end_of_all_counts_at_the_statement_above() -> None:
    program = "def f(items):\n    total = 0\n    for each in items:\n        total += each\n"
    assert counts_at(program, program + "    return total\n") == {4}


def test_what_moves_above_a_block_counts_itself() -> None:
    last = "    return found\n"
    noted = RUNS.replace(last, "    print(text)\n" + last)
    assert counts_at(noted, RUNS.replace("    for", "    print(text)\n    for")) == {9}
