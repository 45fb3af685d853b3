"""An entry that should grow."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import grouped
from helpers.repairs import check_no_repairs, check_repairs


def test_a_replaced_entry_grows() -> None:
    check_repairs(
        grouped,
        """
        def count(words):
            found = {}
            for word in words:
                found[word] = 1  # <-- here
            return found
        """,
        expects=["found[word] = found.get(word, 0) + 1", "found.setdefault(word, []).append(1)"],
    )
    check_repairs(grouped, "found[key] = [value]  # <-- here", expects=["found.setdefault(key, []).append(value)"])


def test_an_entry_is_there_the_first_time() -> None:
    check_repairs(grouped, "found[word] += n  # <-- here", expects=["found[word] = found.get(word, 0) + n"])
    check_repairs(grouped, "found[key].append(n)  # <-- here", expects=["found.setdefault(key, []).append(n)"])


def test_lists_and_other_statements_are_left() -> None:
    check_no_repairs(grouped, "items = []\nitems[place] = 1  # <-- here")
    check_no_repairs(grouped, "items[0] += 1  # <-- here")
    check_no_repairs(grouped, "print(found[word])  # <-- here")
