"""One list under several names."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import shared
from helpers.repairs import check_no_repairs, check_repairs


def test_each_row_is_made_anew() -> None:
    check_repairs(shared, "rows = [[0] * n] * m  # <-- here", expects=["rows = [[0] * n for _ in range(m)]"])
    check_repairs(shared, "rows = [[]] * m  # <-- here", expects=["rows = [[] for _ in range(m)]"])


def test_each_name_and_each_entry_gets_its_own() -> None:
    check_repairs(shared, "a = b = []  # <-- here", expects=["a, b = [], []"])
    check_repairs(
        shared, "found = dict.fromkeys(keys, [])  # <-- here", expects=["found = {each: [] for each in keys}"]
    )


def test_numbers_can_be_shared() -> None:
    check_no_repairs(shared, "row = [0] * n  # <-- here")
    check_no_repairs(shared, "a = b = 0  # <-- here")


def test_each_object_gets_its_own() -> None:
    check_repairs(
        shared,
        """
        class Shelf:
            books = []  # <-- here

            def __init__(self, place):
                self.place = place
        """,
        expects=[
            """
            class Shelf:
                pass

                def __init__(self, place):
                    self.books = []
                    self.place = place
            """
        ],
    )
    check_repairs(
        shared,
        "class Shelf:\n    books = []  # <-- here\n\n    def add(self, book):\n        self.books.append(book)",
        expects=["def __init__(self):\n    self.books = []"],
    )
    check_no_repairs(shared, "class Shelf:\n    places = 4  # <-- here")
    check_no_repairs(shared, "def shelf():\n    books = []  # <-- here\n    return books")
