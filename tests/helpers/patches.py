"""Ways in which the test of an honest program gives a name of its own file another meaning."""

from __future__ import annotations

START = """
import sys
from unittest import mock
import pytest, work
LIMIT, NOTHING = 2, None
MOST = 2
def helper(): return 2
class Clock:
    def now(self): return 2
"""
SET = {  # each is the body of a test
    "by-its-name": "monkeypatch.setattr(f'{__name__}.MOST', 3)",
    "by-the-name-of-its-file": "monkeypatch.setattr('test_work.MOST', 3)",
    "by-two-texts": "monkeypatch.setattr(__name__ + '.MOST', 3)",
    "in-its-module": "monkeypatch.setattr(sys.modules[__name__], 'MOST', 3)",
    "a-function": "monkeypatch.setattr(f'{__name__}.helper', lambda: 3)",
    "a-method": "monkeypatch.setattr(Clock, 'now', lambda self: 3)",
    "a-method-as-attribute": "Clock.now = lambda self: 3",
    "in-a-dictionary": "monkeypatch.setitem(globals(), 'MOST', 3)",
    "with-mock": "mock.patch('test_work.MOST', 3).start()",
    "with-mock-in-an-object": "mock.patch.object(sys.modules[__name__], 'MOST', 3).start()",
    "with-mock-in-a-dictionary": "mock.patch.dict(globals(), {'MOST': 3}).start()",
    "with-mock-by-keywords": "mock.patch.multiple(__name__, MOST=3).start()",
    "with-mock-in-a-dictionary-by-keywords": "mock.patch.dict(globals(), MOST=3).start()",
    "with-mock-a-method": "mock.patch.object(Clock, 'now', return_value=3).start()",
    "by-itself": "globals()['MOST'] = 3",
    "as-attribute": "import test_work\n    test_work.MOST = 3",
    "by-a-function": "setattr(sys.modules[__name__], 'MOST', 3)",
    "in-a-fixture-around": "import conftest\n    conftest.change(sys.modules[__name__])",
}
CONFTEST = "def change(module):\n    module.MOST = 3\n"


def file_of_tests(body: str) -> str:
    """Write a test in which something stands for another thing afterwards."""
    end = "    assert work.f(3) == 3 == max(MOST, helper(), Clock().now())\n"
    return f"{START}\ndef test_it(monkeypatch):\n    {body}\n{end}"
