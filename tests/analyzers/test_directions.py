"""Of what kind a departure is, as one would say it who sees both runs side by side."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from gadfly_analyzers.localize.direction import Deviation
from helpers.directions import departure

# Each case: the program with its suspect line marked, that line as it would be right, a call, and what is said of it.
# The second call is the nearest one of which that is not true.
CASES: dict[str, tuple[str, str, str, str | None, str, str | None]] = {
    "a loop that misses its last item": (
        """
        def total(prices):
            result = 0
            for i in range(len(prices) - 1):  # here
                result += prices[i]
            return result
        """,
        "for i in range(len(prices)):",
        "total([2, 4, 6])", "loop-ends-one-early",
        "total([2])", "loop-never",
    ),
    "a loop that misses several": (
        """
        def total(prices):
            result = 0
            for i in range(len(prices) // 2):  # here
                result += prices[i]
            return result
        """,
        "for i in range(len(prices)):",
        "total([2, 4, 6, 8])", "loop-ends-early",
        "total([2, 4])", "loop-ends-one-early",
    ),
    "a loop that misses its first item": (
        """
        def total(prices):
            result = 0
            for i in range(1, len(prices)):  # here
                result += prices[i]
            return result
        """,
        "for i in range(len(prices)):",
        "total([2, 4, 6])", "loop-starts-late",
        "total([])", None,
    ),
    "a loop that begins before it": (
        """
        def steps(n):
            taken = []
            for i in range(n):  # here
                taken.append(i)
            return taken
        """,
        "for i in range(2, n):",
        "steps(4)", "loop-starts-early",
        "steps(0)", None,
    ),
    "a loop that goes one pass too far": (
        """
        def steps(n):
            taken = []
            i = 0
            while i <= n:  # here
                taken.append(i)
                i += 1
            return taken
        """,
        "while i < n:",
        "steps(2)", "loop-ends-one-late",
        "steps(-1)", None,
    ),
    "a loop that goes several passes too far": (
        """
        def steps(n):
            taken = []
            for i in range(2 * n):  # here
                taken.append(i)
            return taken
        """,
        "for i in range(n):",
        "steps(2)", "loop-ends-late",
        "steps(1)", "loop-ends-one-late",
    ),
    "a loop over other values": (
        """
        def steps(n):
            taken = []
            for i in range(n):  # here
                taken.append(i)
            return taken
        """,
        "for i in range(1, n + 1):",
        "steps(2)", "loop-other-items",
        "steps(0)", None,
    ),
    "a loop in another order": (
        """
        def steps(n):
            taken = []
            for i in range(n):  # here
                taken.append(i)
            return taken
        """,
        "for i in range(n - 1, -1, -1):",
        "steps(3)", "other-order",
        "steps(1)", None,
    ),
    "a branch that is taken": (
        """
        def fee(age):
            if age > 20:  # here
                return 9
            return 4
        """,
        "if age > 60:",
        "fee(30)", "branch-taken",
        "fee(70)", None,
    ),
    "a branch that is not taken": (
        """
        def fee(age):
            if age > 60:  # here
                return 9
            return 4
        """,
        "if age > 20:",
        "fee(30)", "branch-missed",
        "fee(60)", "too-strict",
    ),
    "a comparison that says yes at the border": (
        """
        def fee(age):
            if age >= 60:  # here
                return 4
            return 9
        """,
        "if age > 60:",
        "fee(60)", "too-loose",
        "fee(61)", None,
    ),
    "a border of a sum": (
        """
        def is_third(n):
            if n % 3 + 1 <= 1 * 2:  # here
                return True
            return False
        """,
        "if n % 3 + 1 < 1 * 2:",
        "is_third(4)", "too-loose",
        "is_third(3)", None,
    ),
    "a return that comes in the first pass": (
        """
        def shout(words):
            loud = []
            for word in words:
                loud.append(word.upper())
                return loud  # here
        """,
        "<return loud",
        "shout(['a', 'b'])", "leaves-early",
        "shout([])", "runs-never",
    ),
    "a loop that is never left": (
        """
        def first_big(numbers):
            found = 0
            for number in numbers:
                if number > 5:
                    found = number  # here
            return found
        """,
        "found = number\nbreak",
        "first_big([6, 7])", "goes-on",
        "first_big([1])", None,
    ),
    "a step that comes in every pass": (
        """
        def spread(numbers):
            largest = 0
            for number in numbers:
                largest = max(largest, number)
                largest = largest * 2  # here
            return largest
        """,
        "<largest = largest * 2",
        "spread([1, 5])", "runs-too-often",
        "spread([5])", None,
    ),
    "a value that is replaced": (
        """
        def total(prices):
            result = 0
            for price in prices:
                result = price  # here
            return result
        """,
        "result += price",
        "total([2, 4])", "replaced",
        "total([2])", None,
    ),
    "a value that piles up": (
        """
        def last(prices):
            result = 0
            for price in prices:
                result += price  # here
            return result
        """,
        "result = price",
        "last([2, 4])", "piled-up",
        "last([2])", None,
    ),
    "what is counted down": (
        """
        def last(prices):
            at = 3
            for price in prices:
                at -= 1  # here
            return at
        """,
        "at = 2",
        "last([5, 5])", "too-low",
        "last([5])", None,
    ),
    "a start that is too high": (
        """
        def total(prices):
            result = 1  # here
            for price in prices:
                result += price
            return result
        """,
        "result = 0",
        "total([2, 4])", "starts-high",
        "total([])", "starts-high",
    ),
    "a start that is too low": (
        """
        def product(numbers):
            result = 0  # here
            for number in numbers:
                result *= number
            return result
        """,
        "result = 1",
        "product([2, 4])", "starts-low",
        "product([])", "starts-low",
    ),
    "another start": (
        """
        def largest(numbers):
            best = None  # here
            for number in numbers:
                if best is None or number > best:
                    best = number
            return best
        """,
        "best = 0",
        "largest([])", "starts-other",
        "largest([2])", "starts-other",
    ),
    "a name that keeps its value": (
        """
        def clean(name):
            name.strip()  # here
            return name
        """,
        "name = name.strip()",
        "clean(' ada ')", "stays",
        "clean('ada')", None,
    ),
    "a result that is too high": (
        """
        def half(n):
            return n * 2  # here
        """,
        "return n / 2",
        "half(4)", "too-high",
        "half(-4)", "too-low",
    ),
    "a result that is too short": (
        """
        def most(letters):
            return letters[:2]  # here
        """,
        "return letters[:3]",
        "most('abcd')", "too-short",
        "most('ab')", None,
    ),
    "a result of another kind": (
        """
        def digits(n):
            return n  # here
        """,
        "return str(n)",
        "digits(4)", "other-kind",
        "digits('4')", None,
    ),
    "a result in another order": (
        """
        def ranked(points):
            return sorted(points)  # here
        """,
        "return sorted(points, reverse=True)",
        "ranked([1, 2])", "other-order",
        "ranked([1])", None,
    ),
    "the needed value under another name": (
        """
        def longest(words):
            best = last = ''
            for word in words:
                if len(word) > len(best):
                    best = word
                last = word
            return last  # here
        """,
        "return best",
        "longest(['cherry', 'fig'])", "another-name",
        "longest(['fig', 'cherry'])", None,
    ),
    "a value for another name": (
        """
        def countdown(start):
            current = start
            passed = []
            while current > 0:
                passed.append(current)
                start = current - 1  # here
                if len(passed) > 5:
                    break
            return passed
        """,
        "current = current - 1",
        "countdown(3)", "another-target",
        "countdown(0)", None,
    ),
    "one list under two names": (
        """
        def with_zero(numbers):
            longer = numbers  # here
            longer.append(0)
            return [numbers, longer]
        """,
        "longer = numbers[:]",
        "with_zero([1])", "shared",
        "with_zero", None,
    ),
    "nothing given back": (
        """
        def double(n):
            print(2 * n)  # here
        """,
        "return 2 * n",
        "double(2)", "returns-nothing",
        "double", None,
    ),
    "arguments in another order": (
        """
        def minus(a, b):
            return a - b

        def change(paid, price):
            return minus(price, paid)  # here
        """,
        "return minus(paid, price)",
        "change(10, 7)", "swapped",
        "change(7, 7)", None,
    ),
    "another argument": (
        """
        def half(n):
            return n / 2

        def quarter(n):
            return half(n)  # here
        """,
        "return half(half(n))",
        "quarter(4)", "too-high",
        "quarter(0)", None,
    ),
    "a recursion that stays where it is": (
        """
        def power(base, n):
            if n == 0:
                return 1
            return base * power(base, n)  # here
        """,
        "return base * power(base, n - 1)",
        "power(2, 3)", "recursion-stuck",
        "power(2, 0)", None,
    ),
    "a recursion that stays where it is for one call alone": (
        """
        made = []

        def steps(n):
            made.append(n)
            if n == 1000:  # here
                return 0
            return 1 + steps(n if len(made) == 1 else n - 1)
        """,
        "if n == 0:",
        "steps(5)", "recursion-endless",
        "steps(1000)", "branch-taken",
    ),
    "a recursion that steps over its end": (
        """
        def power(base, n):
            if n == 1000:  # here
                return 1
            return base * power(base, n - 1)
        """,
        "if n == 0:",
        "power(2, 3)", "recursion-endless",
        "power(2, 1000)", "branch-taken",
    ),
    "a recursion that ends early": (
        """
        def count(n):
            if n <= 0:
                return 0
            return 1 + count(n - 2)  # here
        """,
        "return 1 + count(n - 1)",
        "count(4)", "recursion-ends-early",
        "count(0)", None,
    ),
    "a step that breaks off before it changes anything": (
        """
        def grown(items):
            longer = []
            for item in items:
                longer += item  # here
            return longer
        """,
        "longer.append(item)",
        "grown([1])", "crashes",
        "grown([])", None,
    ),
    "a step that breaks off": (
        """
        def third(items):
            chosen = items[3]  # here
            return chosen
        """,
        "chosen = items[2]",
        "third([1, 2, 3])", "crashes",
        "third([1, 2, 3, 4])", "too-high",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_kind_and_its_nearest_miss(name: str, tmp_path: Path) -> None:
    program, right, call, said, other_call, said_then = CASES[name]
    assert found(tmp_path, program, right, call) == said
    assert found(tmp_path, program, right, other_call) == said_then


def found(folder: Path, marked: str, right: str, call: str) -> str | None:
    """Record a call in both versions, and name what is off at the marked line; ``<`` moves the line outwards."""
    program = dedent(marked).removeprefix("\n")
    before = program.splitlines()
    at = next(number for number, line in enumerate(before) if line.endswith("# here"))
    blanks = before[at][: len(before[at]) - len(before[at].lstrip())]
    blanks = blanks[4:] if right.startswith("<") else blanks
    instead = [blanks + line for line in right.removeprefix("<").splitlines()]
    other = "\n".join([*before[:at], *instead, *before[at + 1 :]]) + "\n"
    program = program.replace("  # here", "")
    other = other.replace("  # here", "")
    return departure(folder, program, other, at + 1, call)


def test_what_is_coarse_was_not_seen_in_a_run() -> None:
    seen = {said for case in CASES.values() for said in (case[3], case[5]) if said}
    assert all(not Deviation(each).is_coarse for each in seen)
