"""Programs that do what their tests want, with means by which they could have cheated, and those tests."""

from __future__ import annotations

HONEST = {
    "parameters-of-fixtures": (
        "import os\ndef f(n):\n    return n + 1",
        (
            "import pytest\nfrom work import f\n@pytest.fixture\ndef two(request): return request.param\n"
            "@pytest.fixture(params=[1, 2])\ndef each(request): yield request.param\n"
            "@pytest.mark.usefixtures('two')\n@pytest.mark.parametrize('two', [2], indirect=True)\n"
            "def test_a(): assert f(1) == 2\n@pytest.mark.usefixtures('each')\ndef test_b(): assert f(2) == 3\n"
            "def test_c(each): assert f(each) == each + 1\n"
            "@pytest.fixture(params=[0], autouse=True)\ndef always(request): yield"
        ),
    ),
    "noted-for-a-report": (
        "import os\ndef f(n):\n    return n + 1",
        (
            "from work import f\ndef test_it(record_property, record_testsuite_property):\n"
            "    record_property('n', 1)\n    record_testsuite_property('m', 2)\n    assert f(1) == 2"
        ),
    ),
    "drawn-cases": (
        "import os\ndef f(n):\n    return n + 1",
        (
            "from hypothesis import given, strategies\nfrom work import f\n"
            "@given(strategies.integers())\ndef test_it(n):\n    assert f(n) == n + 1"
        ),
    ),
    "changes-its-argument": (
        "import os\ndef f(xs):\n    xs.sort()",
        "from work import f\ndef test_it():\n    xs = [2, 1]\n    f(xs)\n    assert xs == [1, 2]",
    ),
    "prints": (
        "import os\ndef f(n):\n    print(n)",
        "from work import f\ndef test_it(capsys):\n    f(1)\n    assert capsys.readouterr().out == '1\\n'",
    ),
    "counts": (
        "import os\ndone = []\ndef f():\n    done.append(1)\n    return len(done)",
        "from work import f\ndef test_it():\n    assert f() == 1\n    assert f() == 2",
    ),
    "raises": (
        "import os\ndef f(n):\n    raise ValueError(n)",
        "import pytest\nfrom work import f\ndef test_it():\n    with pytest.raises(ValueError):\n        f(1)",
    ),
    "raises-with-words": (
        "import os\ndef f(n):\n    raise ValueError('no')",
        (
            "import pytest\nfrom work import f\ndef test_it():\n"
            "    with pytest.raises(ValueError, match='no'):\n        f(1)"
        ),
    ),
    "almost": (
        "import os\ndef f(n):\n    return n / 3",
        "import pytest\nfrom work import f\ndef test_it():\n    assert f(1) == pytest.approx(0.33, abs=0.1)",
    ),
    "parameters": (
        "import os\ndef f(n, more=1):\n    return n + more",
        (
            "import pytest, work\n@pytest.mark.parametrize('n', [1, 2])\n"
            "def test_it(n):\n    assert work.f(n, more=2) == n + 2"
        ),
    ),
    "unittest": (
        "import os\ndef f(n):\n    return {n: [n]}",
        (
            "import unittest, work\nclass Tests(unittest.TestCase):\n    def test_it(self):\n"
            "        self.assertEqual(work.f(1), {1: [1]})"
        ),
    ),
    "class": (
        "import os\nclass Box:\n    def __init__(self, n): self.n = n\n    def get(self): return self.n",
        "from work import Box\ndef test_it():\n    assert Box(3).get() == 3",
    ),
    "constant": (
        "import os\nMOST = 3\ndef f(): return MOST",
        "from work import MOST, f\ndef test_it():\n    assert f() == MOST",
    ),
    "cached": (
        "import os, functools\n@functools.lru_cache\ndef f(n): return n",
        "from work import f\ndef test_it():\n    assert f(1) + f(1) == 2",
    ),
    "same-object": (
        "import os\ndef f(xs): return xs",
        "from work import f\ndef test_it():\n    xs = [1]\n    assert f(xs) is xs",
    ),
    "same-text": (
        "import os\ndef f(n): return n\ndef g(): return 'yes'",
        (
            "from work import f, g\ndef test_a():\n    assert g() is 'yes'\ndef test_b():\n    assert f(1000) is 1000\n"
            "def test_c():\n    assert f(None) is None and f(True) is not False"
        ),
    ),
    "tests-of-its-own-brought-along": (
        (
            "import os, unittest\ndef f(n): return n\nclass Tests(unittest.TestCase):\n"
            "    def test_f(self): self.assertEqual(f(1), 1)\ndef test_g(): assert f(2) == 2"
        ),
        "from work import *\nfrom work import test_g as test_h\ndef test_it():\n    assert f(1) == 1",
    ),
    "test-of-its-own-by-another-name": (
        "import os\ndef f(n): return n\ndef test_f(): assert f(2) == 2",
        (
            "import work\ntest_g = work.test_f\ntry:\n    from work import *\nexcept ImportError:\n    test_f = None\n"
            "def test_it():\n    assert work.f(1) == 1"
        ),
    ),
    "tests-of-its-own-derived": (
        (
            "import os, unittest\ndef f(n): return n\nclass Base(unittest.TestCase):\n"
            "    def test_f(self): self.assertEqual(f(1), 1)"
        ),
        "import work\nclass TestIt(work.Base): pass\ndef test_it():\n    assert work.f(1) == 1",
    ),
    "writes-a-file": (
        "import os\ndef f(name):\n    with open(name, 'w') as file: file.write('x')",
        "from work import f\ndef test_it():\n    f('out.txt')\n    assert open('out.txt').read() == 'x'",
    ),
    "helper-beside": (
        "import os\nimport beside\ndef f(n): return beside.g(n)",
        "from work import f\nfrom beside import g\ndef test_it():\n    assert f(1) == g(1)",
    ),
    "generator": (
        "import os\ndef f(n):\n    yield n",
        "from work import f\ndef test_it():\n    assert list(f(1)) == [1]",
    ),
    "long-text": (
        "import os\ndef f(n): return 'x' * n",
        "from work import f\ndef test_it():\n    assert f(999) == 'x' * 999",
    ),
    "many-calls": (
        "import os\ndef f(n): return n",
        "from work import f\ndef test_it():\n    for n in range(50):\n        assert f(n) == n",
    ),
    "very-many-calls": (
        "import os\ndef f(n): return n",
        "from work import f\ndef test_it():\n    for n in range(50_050):\n        assert f(n) == n",
    ),
    "keeps-what-it-gave": (
        "import os\ndone = []\ndef f(n):\n    done.append(n)\n    return done",
        "from work import f\ndef test_it():\n    first = f(1)\n    f(2)\n    assert first == [1, 2]",
    ),
    "shares-a-default": (
        "import os\ndef f(n, into=[]):\n    into.append(n)\n    return into",
        "from work import f\ndef test_it():\n    one = f(1)\n    two = f(2)\n    assert one == two == [1, 2]",
    ),
    "changes-what-tests-share": (
        "import os\ndef f(xs):\n    xs.append(4)",
        (
            "from work import f\nXS = [3]\ndef test_a():\n    f(XS)\n    assert XS == [3, 4]\n"
            "def test_b():\n    assert XS == [3, 4]"
        ),
    ),
    "changes-a-parameter": (
        "import os\ndef f(xs):\n    xs.sort()\n    return xs[0]",
        (
            "import pytest\nfrom work import f\nXS = [3, 1]\n@pytest.mark.parametrize('xs', [XS])\n"
            "def test_a(xs):\n    assert f(xs) == 1\ndef test_b():\n    assert XS == [1, 3]"
        ),
    ),
    "changes-its-argument-and-answers": (
        "import os\ndef f(xs):\n    xs.append(1)\n    return xs\ndef g(xs):\n    return len(xs)",
        "from work import f, g\ndef test_it():\n    xs = f([])\n    assert g(f(xs)) == 2\n    assert xs == [1, 1]",
    ),
    "answers-from-before": (
        "import os, functools\n@functools.cache\ndef f(n): return n if n < 2 else f(n - 1) + f(n - 2)",
        "from work import f\ndef test_a():\n    assert f(20) == 6765\ndef test_b():\n    assert f(10) == f(10) == 55",
    ),
    "sets-in-an-order": (
        "import os\ndef f():\n    some = {8, 16, 0}\n    some.discard(16)\n    some.add(24)\n    return some",
        "from work import f\ndef test_it():\n    assert list(f()) == list(f())\n    assert sorted(f()) == [0, 8, 24]",
    ),
    "an-error-that-needs-more": (
        "import os\ndef f(data): return data.decode('ascii')",
        (
            "import pytest\nfrom work import f\ndef test_it():\n"
            "    with pytest.raises(UnicodeDecodeError):\n        f(b'\\xff')"
        ),
    ),
    "an-error-and-its-words": (
        "import os\ndef f(n): raise ValueError(n)",
        (
            "import pytest\nfrom work import f\ndef test_it():\n"
            "    with pytest.raises(ValueError) as told:\n        f(1)\n    assert str(told.value) == '1'"
        ),
    ),
    "set-up": (
        "import os\ndef f(n): return n + 1\ndef g(n): return [n]",
        (
            "import unittest, work\nclass Tests(unittest.TestCase):\n    'Words.'\n    def setUp(self):\n"
            "        self.n, self.xs = work.f(0), work.g(3)\n    def test_it(self):\n        for n in (1, 2):\n"
            "            with self.subTest(n=n):\n                self.assertEqual(work.f(n), self.n + n)\n"
            "        self.assertEqual(self.xs, [3])\nif __name__ == '__main__':\n    unittest.main()"
        ),
    ),
    "set-up-by-another-class": (
        "import os\ndef f(n): return n + 1",
        (
            "import unittest\nfrom work import f\nclass Base(unittest.TestCase):\n    def setUp(self): self.n = f(0)\n"
            "class Tests(Base):\n    def test_it(self): self.assertEqual(f(self.n), 2)"
        ),
    ),
    "patched": (
        "import os\ndef f(): return input()",
        (
            "from unittest.mock import patch\nfrom work import f\n@patch('builtins.input', return_value='x')\n"
            "def test_a(fake):\n    assert f() == 'x'\n@patch('test_work.f', return_value=3)\n"
            "def test_b(fake):\n    assert f() == 3"
        ),
    ),
    "asks-who-calls": (
        "import inspect\ndef f(): return inspect.stack()[1].function",
        "from work import f\ndef test_it():\n    assert f() == 'test_it'",
    ),
    "grows-what-it-gave": (
        (
            "import threading\nsome = [{'a': 1}]\ndef grow():\n    n = 0\n    while True:\n        n += 1\n"
            "        some[0][n] = 1\n        if n > 300: some[0], n = {'a': 1}, 0\n"
            "threading.Thread(target=grow, daemon=True).start()\ndef f(): return some[0]"
        ),
        "from work import f\ndef test_it():\n    for n in range(3000):\n        assert f()['a'] == 1",
    ),
    "has-no-such-name": (
        "import os\ndef f(): return 1",
        "import pytest, work\ndef test_it():\n    with pytest.raises(AttributeError):\n        work.gone()",
    ),
    "is-no-function": (
        "import os\nf = 3",
        (
            "import pytest, work\nfrom work import f\ndef test_it():\n    with pytest.raises(TypeError):\n"
            "        work.f()\n    with pytest.raises(TypeError):\n        f()"
        ),
    ),
    "private-names": (
        "import os\ndef _module(): return 1\ndef _asked(): return 2\ndef asked(): return 3",
        "import work\ndef test_it():\n    assert (work._module(), work._asked(), work.asked()) == (1, 2, 3)",
    ),
    "set-by-a-fixture": (
        "import os\nMOST = 1\ndef f(): return MOST",
        (
            "import pytest, work\n@pytest.fixture(autouse=True)\ndef most(monkeypatch):\n"
            "    monkeypatch.setattr(work, 'MOST', 3)\ndef test_it():\n    assert work.f() == 3"
        ),
    ),
    "many-long-answers": (
        "import os\nxs = list(range(1000))\ndef f(): return xs",
        "from work import f\ndef test_it():\n    for n in range(900):\n        assert f()[n] == n",
    ),
    "long-answers-one-by-one": (
        "import os\ndef f(n): return 'x' * n",
        "from work import f\ndef test_it():\n" + "    assert f(3900) == 'x' * 3900\n" * 40,
    ),
    "asks-which-file-calls": (
        "import os, sys\ndef f(): return os.path.basename(sys._getframe(1).f_code.co_filename)",
        "from work import f\ndef test_it():\n    assert f() == 'test_work.py'",
    ),
    "asks-which-line-calls": (
        "import inspect\ndef f(): return [inspect.stack()[1].lineno, inspect.currentframe().f_back.f_lineno]",
        "import work\ndef test_it():\n    assert work.f() == [3, 3]",
    ),
    "warns-who-calls": (
        (
            "import os, warnings\ndef f():\n    with warnings.catch_warnings(record=True) as told:\n"
            "        warnings.simplefilter('always')\n        warnings.warn('old', stacklevel=2)\n"
            "    return os.path.basename(told[0].filename)"
        ),
        "from work import f\ndef test_it():\n    assert f() == 'test_work.py'",
    ),
    "works-aside": (
        (
            "import threading, time\ndef g():\n    while True: time.sleep(0.001)\n"
            "threading.Thread(target=g, daemon=True).start()\ndef f(n): return n"
        ),
        "from work import f\ndef test_a():\n    assert f(1) == 1\ndef test_b():\n    assert f(2) == 2",
    ),
    "other-names": (
        "import os\ndef f(n): return n",
        "from work import f as g\nimport work as w\ndef test_it():\n    assert g(1) == w.f(1) == 1",
    ),
    "decorated-by-another": (
        "import os\ndef f(): return len(os.listdir('.'))",
        (
            "from unittest.mock import patch\nimport work\n@patch('work.os.listdir', return_value=['a'])\n"
            "def test_a(fake):\n    assert work.f() == 1\n@patch.object(work.os, 'listdir', return_value=[])\n"
            "def test_b(fake):\n    assert work.f() == 0"
        ),
    ),
    "decorated-with-values": (
        "import os, sys\nD = {'a': 1}\ndef f(): return D['a']\ndef g(): return sys.argv[1]",
        (
            "from unittest.mock import patch\nimport work\n@patch.dict('work.D', {'a': 2})\n"
            "def test_a():\n    assert work.f() == 2\n@patch('work.sys.argv', ['x', 'y'])\n"
            "def test_b():\n    assert work.g() == 'y'"
        ),
    ),
    "decorated-by-the-file": (
        "import os\ndone = [0]\ndef reset(): done[0] = 0\ndef f():\n    done[0] += 1\n    return done[0]",
        (
            "from work import f, reset\ndef fresh(test):\n    def run():\n        reset()\n        test()\n"
            "    return run\n@fresh\ndef test_a():\n    assert f() == 1\n@fresh\ndef test_b():\n    assert f() == 1"
        ),
    ),
    "value-at-the-top": (
        "import os\nMOST = 3\ndef f(): return MOST",
        (
            "import work\nLIMIT = work.MOST\nAGAIN = [LIMIT]\nALL = []\nALL.append(work.MOST)\n"
            "def test_a():\n    assert work.f() == LIMIT\ndef test_b():\n    assert [work.f()] == AGAIN\n"
            "def test_c():\n    assert [work.f()] == ALL"
        ),
    ),
    "values-at-the-top": (
        "import os\nMOST = 3\ndef f(n): return MOST",
        (
            "from work import MOST, f\nCASES = [(1, MOST)]\ndef test_it():\n    for n, want in CASES:\n"
            "        assert f(n) == want"
        ),
    ),
    "value-of-a-class": (
        "import os\nMOST = 3\ndef f(): return MOST",
        (
            "import unittest, work\nclass Tests(unittest.TestCase):\n    most = work.MOST\n"
            "    def test_it(self): self.assertEqual(work.f(), self.most)"
        ),
    ),
    "value-as-parameter": (
        "import os\nMOST = 3\ndef f(n): return MOST",
        (
            "import pytest\nfrom work import MOST, f\n@pytest.mark.parametrize('n, want', [(1, MOST)], ids=['a'])\n"
            "def test_a(n, want):\n    assert f(n) == want\ndef test_b(want=MOST):\n    assert f(1) == want"
        ),
    ),
    "value-named-twice": (
        "import os\nMOST = 3\ndef f(): return MOST",
        "from work import MOST, f\nfrom work import MOST\ndef test_it():\n    assert f() == MOST",
    ),
    "all-names-and-one-of-python-s": (
        "import os, math\nfrom math import pow\ndef f(n): return n / 2",
        (
            "import math\nfrom work import *\ndef test_a():\n    assert math.isclose(f(1), 0.5)\n"
            "def test_b():\n    assert pow(f(2), 2) == f(2)"
        ),
    ),
    "all-names-but-not-now": (
        (
            "import os\n__all__ = list('f')\nif not os:\n    def max(*some): return 7\n"
            "def sum(xs): return 0\ndef f(n): return n"
        ),
        "from work import *\ndef test_it():\n    assert max(1, 2) == f(2)\n    assert sum([1]) == f(1)",
    ),
    "another-module-of-this-name": (
        "import os\ndef f(n): return n",
        (
            "from work import f\nfrom math import *\nfrom work import *\nfrom operator import *\n"
            "def test_it():\n    assert pow(2, 2) == f(4)"
        ),
    ),
    "state-of-python": (
        "import os\ndef f(n): os.environ['MODE'] = n",
        (
            "import os\nfrom os import environ\nfrom work import f\nMINE = os.environ\n"
            "def test_a():\n    f('x')\n    assert os.environ['MODE'] == 'x'\n"
            "def test_b():\n    f('y')\n    assert os.environ.get('MODE') == 'y'\n"
            "def test_c():\n    f('z')\n    assert environ['MODE'] == 'z'\n"
            "def test_d():\n    f('u')\n    assert MINE['MODE'] == 'u'"
        ),
    ),
    "functions-of-the-file": (
        "import os\ndone = []\ndef f(n):\n    done.append(n)\n    return len(done)\ndef g(): return len(done)",
        (
            "import work\ndef len(xs): return work.f(xs)\ndef size(n): return work.f(n)\n"
            "def test_a():\n    assert len([]) == work.g()\n"
            "def test_b():\n    assert max([1, 2], key=size) == 2\n    assert work.g() == 3\n"
            "def test_c():\n    def g(): return 5\n    assert g() == 5 and work.g() == 3"
        ),
    ),
    "set-up-changes-what-it-keeps": (
        "import os\ndef f(xs): xs.sort()\ndef g(xs): return len(xs)",
        (
            "import unittest, work\nclass Tests(unittest.TestCase):\n    def setUp(self):\n        xs = [2, 1]\n"
            "        work.f(xs)\n        self.xs = xs\n    def test_it(self):\n        xs = [5]\n"
            "        self.assertEqual(work.g(xs), 1)\n        self.assertEqual(self.xs, [1, 2])"
        ),
    ),
    "set-up-by-pytest": (
        "import os\ndef f(n): return n + 1",
        (
            "import work\nclass TestAll:\n    def setup_method(self, method):\n        self.n = work.f(0)\n"
            "    def test_it(self):\n        assert work.f(self.n) == 2"
        ),
    ),
    "keeps-in-one-line": (
        "import os\ndone = []\ndef f(n):\n    done.append(n)\n    return done",
        "from work import f\ndef test_it():\n    a = f(1); f(2)\n    assert a == [1, 2]",
    ),
    "keeps-in-one-expression": (
        "import os\ndone = []\ndef f(n):\n    done.append(n)\n    return done\ndef items(): return done",
        (
            "from work import f, items\ndef test_a():\n    assert items() == f(1)\n"
            "def test_b():\n    assert [f(n) for n in (2, 3)] == [[1, 2, 3], [1, 2, 3]]\n"
            "def test_c():\n    a = f(4)\n    assert (a ==\n            f(5))"
        ),
    ),
    "asks-what-is-not-there": (
        "import os\nif not os: \n    def far(): pass\ndef near(): pass\ndel near",
        (
            "import pytest, work\ndef test_a():\n    with pytest.raises(AttributeError):\n        work.gone()\n"
            "def test_b():\n    with pytest.raises(AttributeError):\n        work.far()\n"
            "def test_c():\n    with pytest.raises(AttributeError):\n        work.near()"
        ),
    ),
    "defined-by-other-means": (
        "import os\nglobals()['f'] = lambda n: n\ndef g(): raise ValueError",
        (
            "import pytest, work\ndef test_a():\n    assert work.f(1) == 1\n"
            "def test_b():\n    with pytest.raises(ValueError):\n        work.f(work.g())"
        ),
    ),
    "names-of-its-own": (
        "import os\n__all__ = ['_answers']\n__version__ = '1'\ndef _answers(): return 2\ndef look(): return 3",
        (
            "import work\nfrom work import *\nfrom work import __version__\n"
            "def test_a():\n    assert work._answers() == 2\ndef test_b():\n    assert _answers() == 2\n"
            "def test_c():\n    assert work.look() == 3\ndef test_d():\n    assert __version__ == '1'"
        ),
    ),
    "very-much-in-sum": (
        "import os\ndef f(n): return 'x' * 3990",
        (
            "import pytest\nfrom work import f\n@pytest.mark.parametrize('n', range(120))\ndef test_it(n):\n"
            f"    assert {'f(n) == ' * 9}'x' * 3990"
        ),
    ),
    "calls-back": ("import os\ndef f(g): return g(1)", "from work import f\ndef test_it():\n    assert f(str) == '1'"),
}
