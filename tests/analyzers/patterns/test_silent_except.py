"""An error that disappears without a trace: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "silent-except"


@pytest.mark.parametrize(
    "program",
    [
        """
    def read(text):
        try:
            return int(text)
        except:
    #   ^^^^^^ info[silent-except]: If something goes wrong above, how would you find out?
            pass
    """,
        """
    def total(items):
        result = 0
        for item in items:
            try:
                result += item.price
            except Exception:
    #       ^^^^^^ info[silent-except]: If something goes wrong above, how would you find out?
                continue
        return result
    """,
        """
    def average(numbers):
        try:
            return sum(numbers) / len(numbers)
        except:
    #   ^^^^^^ info[silent-except]: If something goes wrong above, how would you find out?
            return 0
    """,
        """
    def first(items):
        try:
            value = items[0]
        except Exception as error:
    #   ^^^^^^ info[silent-except]: If something goes wrong above, how would you find out?
            value = None
        return value
    """,
        """
    def load(data):
        try:
            return data["name"]
        except (Exception):
    #   ^^^^^^ info[silent-except]: If something goes wrong above, how would you find out?
            print("Something went wrong")
    """,
        """
    def pick(data, key):
        try:
            result = data.key
        except BaseException:
    #   ^^^^^^ info[silent-except]: If something goes wrong above, how would you find out?
            ...
        return result
    """,
        """
    def best(items):
        top = -1
        try:
            top = max(item)
        except:
    #   ^^^^^^ info[silent-except]: If something goes wrong above, how would you find out?
            # nothing to do
            return top
        return top
    """,
        """
    def numbers(texts):
        result = []
        for text in texts:
            try:
                result.append(int(text))
            except:
    #       ^^^^^^ info[silent-except]: If something goes wrong above, how would you find out?
                result.append(0)
        return result
    """,
    ],
)
def test_an_error_that_disappears(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "try:\n    f()\nexcept ValueError:\n    pass\n",
        "try:\n    f()\nexcept:\n    raise\n",
        "try:\n    f()\nexcept Exception as error:\n    print(error)\n",
        'try:\n    f()\nexcept Exception as error:\n    print(f"failed: {error}")\n',
        "try:\n    f()\nexcept Exception:\n    clean()\n",
        "try:\n    f()\nexcept (ValueError, TypeError):\n    pass\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
