"""Values wrapped and unwrapped."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import wrap
from helpers.repairs import check_no_repairs, check_repairs


def test_values_are_wrapped_in_what_is_usual_there() -> None:
    check_repairs(
        wrap,
        "def f(a):\n    return a  # <-- here",
        expects=["return list(a)", "return len(a)", "return [a]", "return a[::-1]", "return max(0, a)"],
        never=["return enumerate(a)"],
    )
    check_repairs(wrap, "for i in n:  # <-- here\n    x = n", expects=["for i in range(n):", "for i in list(n):"])
    check_repairs(wrap, "if a < b:  # <-- here\n    x = n", expects=["if len(a) < b:", "if a < abs(b):"])
    check_repairs(wrap, "a = a + b  # <-- here", expects=["a = a + [b]", "a = a + (b,)", "a = a + str(b)"])


def test_no_number_is_measured_and_no_list_is_rounded() -> None:
    program = "def f(n, a):\n    a.append(0)\n    while n > 0:\n        n -= 1\n    g(n, a)  # <-- here"
    check_repairs(wrap, program, expects=["g(str(n), a)", "g(n, len(a))"], never=["g(len(n), a)", "g(n, abs(a))"])


def test_what_is_kept_is_limited_by_what_was_kept() -> None:
    check_repairs(wrap, "best = n + 1  # <-- here", expects=["best = max(best, n + 1)", "best = max(0, n + 1)"])


def test_the_best_is_kept_of_what_was_and_what_is() -> None:
    check_repairs(wrap, "def f(n, best):\n    best = max(n)  # <-- here", expects=["best = max(best, n)"])


def test_what_is_computed_and_never_read_is_chosen_from() -> None:
    check_repairs(
        wrap,
        """
        def f(spans, start, end):
            first, last = spans.pop()
            spans.append((first, end))  # <-- here
        """,
        expects=["spans.append((first, max(last, end)))", "spans.append((first, min(last, end)))"],
        never=["spans.append((max(last, first), max(last, end)))", "spans.append((first, max(first, end)))"],
    )


def test_a_second_method_follows_the_first() -> None:
    check_repairs(wrap, "a = b.lower()  # <-- here", expects=["a = b.lower().strip()"], never=["a = b.lower().lower()"])


def test_values_come_out_of_brackets() -> None:
    check_repairs(wrap, "a.extend([b])  # <-- here", expects=["a.extend(b)", "a.extend([list(b)])"])
    check_repairs(wrap, "a.extend(list(b))  # <-- here", expects=["a.extend([b])"])
    check_repairs(wrap, "a = [b, c]  # <-- here", expects=["a = list([b, c])"], never=["a = b, c"])


def test_plain_numbers_and_truths_are_left() -> None:
    check_no_repairs(wrap, "f(a)\na = True  # <-- here")


def test_what_is_repeated_is_the_element_or_the_list() -> None:
    check_repairs(wrap, 'a = ["-" * n]  # <-- here', expects=['a = ["-"] * n'], never=['a = ["-" * n] * n'])
    check_repairs(wrap, 'a = ["-"] * n  # <-- here', expects=['a = ["-" * n]'])
    check_repairs(wrap, "a = [b + n]  # <-- here", expects=["a = b + n"], never=["a = [b] * n"])


def test_the_best_so_far_is_carried_on() -> None:
    program = """
        def best(houses):
            dp = [0] * len(houses)
            dp[0] = houses[0]
            dp[1] = houses[1]  # <-- here
            return dp[-1]
        """
    check_repairs(wrap, program, expects=["dp[1] = max(dp[0], houses[1])"], never=["dp[1] = max(houses, houses[1])"])


def test_texts_are_turned_to_upper_case() -> None:
    check_repairs(wrap, "x = a  # <-- here", expects=["x = a.upper()", "x = a.swapcase()"], never=["x = 1.upper()"])


def test_parts_of_a_text_become_numbers() -> None:
    expects = ["a, b = list(map(int, text.split()))", "a, b = list(map(float, text.split()))"]
    check_repairs(wrap, "a, b = text.split()  # <-- here", expects=expects)
    check_repairs(
        wrap,
        "a = text.strip()  # <-- here",
        expects=["a = int(text.strip())"],
        never=["a = list(map(int, text.strip()))"],
    )


def test_parts_that_become_numbers_one_by_one_are_left() -> None:
    program = """
        def date(text):
            parts = text.split(".")  # <-- here
            return int(parts[0]), parts[1]
        """
    never = ['parts = list(map(int, text.split(".")))']
    check_repairs(wrap, program, expects=['parts = list(text.split("."))'], never=never)
    check_repairs(wrap, program.replace("int(", "str("), expects=never)


def test_a_needless_comma_goes() -> None:
    check_repairs(wrap, "a = b * c,  # <-- here", expects=["a = b * c"])
    check_repairs(wrap, "a = b, c  # <-- here", expects=["a = [b], c"], never=["a = b"])
