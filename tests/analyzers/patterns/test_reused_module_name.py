"""A name of a module that comes to stand for something else: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "reused-module-name"


@pytest.mark.parametrize(
    "program",
    [
        """
    import random

    def roll():
        random = random.randint(1, 6)
    #   ^^^^^^ info[reused-module-name]: What does `random` stand for after this line?
        return random
    """,
        """
    import math

    math = math.sqrt(16)
    ^^^^ info[reused-module-name]: What does `math` stand for after this line?
    print(math)
    """,
        """
    from random import randint

    randint = randint(1, 6)
    ^^^^^^^ info[reused-module-name]: What does `randint` stand for after this line?
    print(randint)
    """,
        """
    import time

    def wait(time):
    #        ^^^^ info[reused-module-name]: What does `time` stand for after this line?
        time.sleep(time)
    """,
        """
    import datetime as date

    def show(dates):
        for date in dates:
    #       ^^^^ info[reused-module-name]: What does `date` stand for after this line?
            print(date.strftime("%d"), date.today())
    """,
        """
    import statistics

    statistics = []
    ^^^^^^^^^^ info[reused-module-name]: What does `statistics` stand for after this line?
    for n in [1, 2]:
        statistics.append(n)
    print(statistics.mean([1, 2]))
    """,
        """
    import math

    def math(x):
    #   ^^^^ info[reused-module-name]: What does `math` stand for after this line?
        return math.sqrt(x)
    """,
    ],
)
def test_a_module_name_for_something_else(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "import random\nnumber = random.randint(1, 6)\n",
        "try:\n    import json\nexcept ImportError:\n    json = None\njson.dumps(1)\n",
        "import time\n\ndef f(time):\n    return time + 1\n",
        "import random\n\ndef f(xs):\n    random = 3\n    return random\n",
        "import os\n\ndef f(xs):\n    return os.sep\n",
        "import time\n\nclass Clock:\n    time = 3\n\n    def time(self):\n        return time.time()\n",
        "import sys\n\ndef f():\n    sys.last_type, value = 1, 2\n    return sys.argv\n",
        "def show_help():\n    from distutils import show_help\n    show_help()\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
