"""The catalogue of plans is whole, says in plain words how each works, and knows a line that belongs to one."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from gadfly_analyzers import plans
from gadfly_analyzers.plans import PLANS, by_id, everything
from gadfly_analyzers.plans.plan import Plan
from gadfly_analyzers.plans.reading import read
from gadfly_analyzers.worked_example import CatalogueError
from helpers.plain import HARSH, JARGON, TELLING, prose, sentences

EACH = pytest.mark.parametrize("one", everything(), ids=lambda one: one.id)
LEAST = """title = "Some plan"
says = "It works."
[analogue]
goal = "A bell rings."
program = "print(1)"
prints = "1"
question = "Why?"
right = "So."
wrong = ["Not so."]
"""
# A line that belongs to the plan, and the nearest that does not.
LINES = {
    "shares-of-a-whole": ("mark = 0.4 * oral + 0.6 * written", "mark = 0.4 * oral + written"),
    "average": ("return sum(ages) / len(ages)", "return sum(ages)"),
    "halving": ("probe = (low + high) // 2", "probe = (low + high) * 2"),
    "counting-by-name": ("seen[letter] += 1", "seen += 1"),
    "neighbours": ("if row[at] > row[at + 1]:", "if row[at] > row[at]:"),
    "swap": ("row[i], row[j] = row[j], row[i]", "row[i] = row[j]"),
    "grid": ("total += field[x][y]", "total += field[x]"),
    "filter": ("return [n for n in row if n > 3]", "return [n for n in row]"),
    "each-one-changed": ("return [n * 2 for n in row]", "for n in row:"),
    "chain": ("node = node.next", "node = next(node)"),
    "counting-backwards": ("for at in range(9, 0, -1):", "for at in range(0, 9):"),
    "smaller-call": ("return n * power(n - 1)", "return n * power(n)"),
    "pairs": ("for at, name in enumerate(names):", "for at in names:"),
    "order-by-key": ("rows.sort()", "rows.append(1)"),
    "no-doubles": ("return len(set(row))", "return len(row)"),
    "cut-and-join": ("words = line.split()", "words = line"),
    "best-of-two": ("best = max(best, n)", "best = maximum"),
    "distance": ("return abs(a - b)", "return a - b"),
    "membership": ("if name in names:", "for name in names:"),
    "counter": ("n += 1", "n += 10"),
    "growing-text": ("line += str(n)", "line += n"),
    "running-total": ("total = total + n", "total = other + n"),
    "full-and-left-over": ("return n % 7 == 0", 'return "%d" == n'),
    "text-to-number": ("n = int(line)", "n = line"),
    "edge-counts": ("if n >= 3:", "if n > 3:"),
    "edge-does-not-count": ("if n > 3:", "if n >= 3:"),
    "turned-round": ("if not ready:", "if ready:"),
    "sum-of-products": ("return 2 * wide + 2 * high", "return wide"),
}


@EACH
def test_a_line_of_a_plan_is_told_from_one_that_is_not(one: Plan) -> None:
    belongs, nearest = LINES.get(one.id, ("", ""))
    assert bool(one.sign.search(belongs)) == bool(belongs)
    assert not one.sign.search(nearest)


@EACH
def test_it_is_said_in_plain_words_how_a_plan_works(one: Plan) -> None:
    assert len(sentences(one.says)) == 1
    assert len(one.says.split()) <= 25
    assert not (JARGON.findall(prose(one.says)) + TELLING.findall(prose(one.says)) + HARSH.findall(prose(one.says)))
    assert 2 <= len(one.title.split()) <= 6


def test_every_file_is_listed_once() -> None:
    files = Path(str(resources.files(plans).joinpath("catalogue"))).glob("*.toml")
    assert sorted(PLANS) == sorted(file.stem for file in files)
    assert set(LINES) < set(PLANS)
    with pytest.raises(KeyError, match="no plan is called 'some'"):
        by_id("some")


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('title = "Some plan"', "", "some.toml: 'title' must be there, and be a text"),
        ('title = "Some plan"', "title = ", "some.toml: .*line 1"),
        ("[analogue]", "sign = '('\n[analogue]", "some.toml: 'sign' is no pattern: "),
        ("[analogue]", "colour = 'red'\n[analogue]", "some.toml: no field is called 'colour'"),
        ('right = "So."', "", "some.toml: 'right' must be there, and be a text"),
    ],
)
def test_a_fault_in_a_file_names_the_file_and_the_field(before: str, after: str, message: str) -> None:
    assert read("some", LEAST).analogue.right == "So."
    with pytest.raises(CatalogueError, match=f"^{message}"):
        read("some", LEAST.replace(before, after))


def test_one_without_a_sign_belongs_to_no_line() -> None:
    assert not any(read("some", LEAST).sign.search(line) for line in ("", "if x:", LEAST))
