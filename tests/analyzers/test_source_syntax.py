"""Where a text stops being a program, and what kind of thing is missing there."""

from __future__ import annotations

import pytest

from gadfly_analyzers.check import Checker, check
from gadfly_analyzers.patterns import syntax_place
from gadfly_analyzers.source import Edit, Position, Source
from gadfly_analyzers.syntax_signs import QUESTIONS
from helpers.check import check_findings

# Line and kind of the first problem.
BROKEN = {
    "if x == 1\n    pass\n": (1, "colon"),
    "def f(x)\n    return x\n": (1, "colon"),
    "for i in range(3)\n    print(i)\n": (1, "colon"),
    "a = 1\nwhile a < 3\n    a += 1\n": (2, "colon"),
    "if x:\n    pass\nelse\n    pass\n": (3, "colon"),
    "print('a'\nx = 1\n": (1, "bracket-open"),
    "print(foo(1)\nx = 2\n": (1, "bracket-open"),
    "a = [1, 2\n\n\nb = 3\n": (1, "bracket-open"),
    "if (x == 3:\n    pass\n": (1, "bracket-open"),
    "a = (1]\n": (1, "bracket-pair"),
    "print(a))\n": (1, "bracket-pair"),
    "x = 'abc\ny = 1\n": (1, "quote-open"),
    'def f():\n    """abc\n    return 1\n': (2, "quote-open"),
    "a = 'it's'\n": (1, "quote-open"),
    "if x = 1:\n    pass\n": (1, "equals"),
    "while x = 1\n    pass\n": (1, "equals"),
    "if a:\n    pass\nelse if b:\n    pass\n": (3, "else-if"),
    "if a:\n    pass\nelseif b:\n    pass\n": (3, "else-if"),
    "i = 0\ni++\n": (2, "increment"),
    "for x in y:\ni = 1\n": (2, "indent-missing"),
    "x = 1\n  y = 1\n": (2, "indent-extra"),
    "if a:\n    b()\n  c()\n": (3, "indent-uneven"),
    "if a:\n\tb()\n        c()\n": (3, "indent-mixed"),
    "def f():\n": (1, "indent-missing"),
    "print(“a”)\n": (1, "quote-mark"),
    "x = 1 – 2\n": (1, "character"),
    "print 'x'\n": (1, "print"),
    "def f():\n    x = 1\nreturn x\n": (3, "outside-function"),
    "class A:\n    return 1\n": (2, "outside-function"),
    "for x in y:\n    pass\nbreak\n": (3, "outside-loop"),
    "for x in y:\n    pass\nelse:\n    break\n": (4, "outside-loop"),
    "for x in y:\n    def f():\n        continue\n": (3, "outside-loop"),
    "5 = x\n": (1, "assign-to"),
    "if a && b:\n    pass\n": (1, "operator"),
    "if a => b:\n    pass\n": (1, "operator"),
    "else:\n    pass\n": (1, "clause"),
    "class = 3\n": (1, "keyword"),
    "def f:\n    pass\n": (1, "parameters"),
    "2x = 3\n": (1, "number"),
    "f(a=1, 2)\n": (1, "arguments"),
    "x = [1 2]\n": (1, "values"),
    "try:\n    f()\ny = 1\n": (3, "handler"),
    "x = = 2\n": (1, "unknown"),
    "a = 1\nb\0c\n": (2, "unreadable"),
    "a = 1\n\ud83d\n": (2, "unreadable"),
    "(" * 5_000: (1, "too-deep"),
    "x = " + "-" * 100_000 + "1": (1, "too-deep"),
    "\ufeffprint(\n": (1, "bracket-open"),
    "a = 1\rprint(\r": (2, "bracket-open"),
    "a = '\f'\nb = '\u2028'\nprint(\n": (3, "bracket-open"),
    "for i in range(10)\n    print(i)\n": (1, "colon"),
    "class A\n    pass\n": (1, "colon"),
    "if x > 3 and y < 2\n    pass\n": (1, "colon"),
    "elif_ = 1\nif x:\n    pass\nelif y\n    pass\n": (4, "colon"),
    "try\n    f()\nexcept:\n    pass\n": (1, "colon"),
    "while True\n    break\n": (1, "colon"),
    "if x in {1: 2}\n    pass\n": (1, "colon"),
    "for k in d[1:2]\n    pass\n": (1, "colon"),
    "def f(x: int) -> int\n    return x\n": (1, "colon"),
    "if x: # no\n    pass\nelse # c\n    pass\n": (3, "colon"),
    "with open('a') as f\n    pass\n": (1, "colon"),
    "if x == 'a:b'\n    pass\n": (1, "colon"),
    "if x == 3;\n    pass\n": (1, "colon"),
    "for i in range(3) print(i)\n": (1, "colon"),
    "print(max(1, 2)\nx = 1\n": (1, "bracket-open"),
    "def f(x:\n    return x\n": (1, "bracket-open"),
    "x = [1, 2, 3\nprint(x)\n": (1, "bracket-open"),
    "d = {'a': 1\nfor k in d:\n    pass\n": (1, "bracket-open"),
    "while (x < 3:\n    pass\n": (1, "bracket-open"),
    "def f(xs):\n    return sum(xs\n\nprint(f([1]))\n": (2, "bracket-open"),
    "if len(x > 3:\n    pass\n": (1, "bracket-open"),
    "for i in range(len(xs):\n    pass\n": (1, "bracket-open"),
    "result.append(x\nreturn result\n": (1, "bracket-open"),
    "x = [1, 2)\n": (1, "bracket-pair"),
    "print('a'))\n": (1, "bracket-pair"),
    "for i in range(3)):\n    pass\n": (1, "bracket-pair"),
    "d = {1: 2]\n": (1, "bracket-pair"),
    "x = 'abc\n": (1, "quote-open"),
    'print("hello)\n': (1, "quote-open"),
    "x = \"abc'\n": (1, "quote-open"),
    "s = 'it's ok'\n": (1, "quote-open"),
    'if x == "a:\n    pass\n': (1, "quote-open"),
    '"""doc\ndef f():\n    pass\n': (1, "quote-open"),
    "x = f'{a\n": (1, "quote-open"),
    'print(hello")\n': (1, "quote-open"),
    "name = Ada'\n": (1, "quote-open"),
    "while n = 0:\n    pass\n": (1, "equals"),
    "elif_ = 1\nif a:\n    pass\nelif b = 2:\n    pass\n": (4, "equals"),
    "if a == 1 and b = 2:\n    pass\n": (1, "equals"),
    "if (x = 1):\n    pass\n": (1, "equals"),
    "if x % 2 = 0:\n    pass\n": (1, "equals"),
    "if not x = 3:\n    pass\n": (1, "equals"),
    "return_ = 1\ndef f(x):\n    return x = 3\n": (3, "equals"),
    "xs = [x for x in y if x = 1]\n": (1, "equals"),
    "assert f(1) = 2\n": (1, "equals"),
    "y = 1 if x = 1 else 2\n": (1, "equals"),
    "if xs[0] = 3:\n    pass\n": (1, "equals"),
    "if x === 3:\n    pass\n": (1, "operator"),
    "if f(x) = 3 :\n    pass\n": (1, "equals"),
    "if a:\n    pass\nelsif b:\n    pass\n": (3, "else-if"),
    "if a:\n    pass\nelse if (b):\n    pass\n": (3, "else-if"),
    "if a:\n    pass\nelif b:\n    pass\nelse c > 3:\n    pass\n": (5, "else-asks"),
    "i++\n": (1, "increment"),
    "x = 1\nx--\n": (2, "increment"),
    "while i < 3:\n    i++\n": (2, "increment"),
    "for i in x:\n    count++;\n": (2, "increment"),
    "x = i++\n": (1, "increment"),
    "print(i++)\n": (1, "increment"),
    "xs[i++] = 2\n": (1, "increment"),
    "i++ # next\n": (1, "increment"),
    "while i++ < 3:\n    pass\n": (1, "increment"),
    "def f():\nreturn 1\n": (2, "indent-missing"),
    "if x:\ny = 1\n": (2, "indent-missing"),
    "for i in x:\n\n# c\nprint(i)\n": (4, "indent-missing"),
    "class A:\ndef f(self):\n    pass\n": (2, "indent-missing"),
    "def f(x):\n    if x:\n    return 1\n": (3, "indent-missing"),
    "while True:\n": (1, "indent-missing"),
    "try:\nf()\nexcept:\n    pass\n": (2, "indent-missing"),
    "if x:\n    pass\nelse:\nprint(1)\n": (4, "indent-missing"),
    "def f():\n    # todo\n\ndef g():\n    pass\n": (4, "indent-missing"),
    "x = 1\n    y = 2\n": (2, "indent-extra"),
    "  x = 1\n": (1, "indent-extra"),
    "def f():\n    x = 1\n      y = 2\n": (3, "indent-extra"),
    "import math\n def f():\n    pass\n": (2, "indent-extra"),
    "def f():\n    x = 1\n  return x\n": (3, "indent-uneven"),
    "if x:\n        a()\n    b()\n": (3, "indent-uneven"),
    "if x:\n    a()\n\tb()\n": (3, "indent-mixed"),
    "def f():\n\tx = 1\n        return x\n": (3, "indent-mixed"),
    "if x:\n        if y:\n\t    z()\n": (3, "indent-mixed"),
    "print(“hello”)\n": (1, "quote-mark"),
    "x = ‘a’\n": (1, "quote-mark"),
    "if x == ’a’:\n    pass\n": (1, "quote-mark"),
    "print('it”)\n": (1, "quote-mark"),
    "print(”hello')\n": (1, "quote-mark"),
    "x = 3 × 4\n": (1, "character"),
    "x = 5 ÷ 2\n": (1, "character"),
    "x = 1 − 2\n": (1, "character"),
    "if x ≤ 3:\n    pass\n": (1, "character"),
    "x = 5€\n": (1, "character"),
    "x = 5 $ 2\n": (1, "character"),
    "x = a?b\n": (1, "character"),
    "def class(x):\n    pass\n": (1, "keyword"),
    "for in in range(3):\n    pass\n": (1, "keyword"),
    "lambda = 3\n": (1, "keyword"),
    "def f(from, to):\n    pass\n": (1, "keyword"),
    "for class in xs:\n    pass\n": (1, "keyword"),
    "import = 3\n": (1, "keyword"),
    "pass = 10\n": (1, "keyword"),
    "x = class + 1\n": (1, "keyword"),
    "def f(lambda):\n    pass\n": (1, "keyword"),
    "None = 3\n": (1, "keyword"),
    "True = 1\n": (1, "keyword"),
    "return = 5\n": (1, "keyword"),
    "def return(x):\n    pass\n": (1, "keyword"),
    "global = 3\n": (1, "keyword"),
    "del = 4\n": (1, "keyword"),
    "class += 1\n": (1, "keyword"),
    "is = 1\n": (1, "keyword"),
    "or = 1\n": (1, "keyword"),
    "for None in xs:\n    pass\n": (1, "keyword"),
    "f(class=1)\n": (1, "keyword"),
    "def f(None):\n    pass\n": (1, "keyword"),
    "x, class = 1, 2\n": (1, "keyword"),
    "if a || b:\n    pass\n": (1, "operator"),
    "if !a:\n    pass\n": (1, "operator"),
    "if a =< b:\n    pass\n": (1, "operator"),
    "while !done:\n    pass\n": (1, "operator"),
    "x = a && b\n": (1, "operator"),
    "if a <> b:\n    pass\n": (1, "operator"),
    "if a =! b:\n    pass\n": (1, "operator"),
    "return_ = !x\n": (1, "operator"),
    "if not (a || b):\n    pass\n": (1, "operator"),
    "if x !== 3:\n    pass\n": (1, "operator"),
    "if a AND b:\n    pass\n": (1, "operator"),
    "x = a ? b : c\n": (1, "character"),
    "if a > = b:\n    pass\n": (1, "operator"),
    "def f\n    pass\n": (1, "parameters"),
    "class A:\n    def f:\n        pass\n": (2, "parameters"),
    "def f x:\n    pass\n": (1, "parameters"),
    "def f x, y:\n    return x\n": (1, "parameters"),
    "def f[x]:\n    pass\n": (1, "parameters"),
    "def (x):\n    pass\n": (1, "no-name"),
    "def f(1):\n    pass\n": (1, "parameters"),
    "def f('a'):\n    pass\n": (1, "parameters"),
    "x = [1 2 3]\n": (1, "values"),
    "x = [1, 2 3]\n": (1, "values"),
    "f(a b)\n": (1, "values"),
    "print('a' x)\n": (1, "values"),
    'print("a" x "b")\n': (1, "values"),
    "d = {'a': 1 'b': 2}\n": (1, "values"),
    "xs = [\n    'a',\n    1\n    2,\n]\n": (3, "values"),
    "def f(a b):\n    pass\n": (1, "values"),
    "x = (1 2)\n": (1, "values"),
    "d = {\n    'a': 1\n    'b': 2,\n}\n": (2, "values"),
    "print('Total: ' total)\n": (1, "values"),
    "for i in range(1 10):\n    pass\n": (1, "values"),
    "print x\n": (1, "print"),
    'print "a", b\n': (1, "print"),
    "def f(x):\n    print x + 1\n": (2, "print"),
    "print f(x)\n": (1, "print"),
    "exec 'x'\n": (1, "print"),
    "d = {'a' = 1}\n": (1, "dict-pair"),
    "d = {'a': 1, 'b' 2}\n": (1, "dict-pair"),
    "d = {a = 1, b = 2}\n": (1, "dict-pair"),
    "x = {'a', 1: 2}\n": (1, "dict-pair"),
    "x + 1 = y\n": (1, "assign-to"),
    "f(x) = 3\n": (1, "assign-to"),
    "len(x) = 3\n": (1, "assign-to"),
    "'a' = x\n": (1, "assign-to"),
    "x + y = z\n": (1, "assign-to"),
    "a + 1 += 2\n": (1, "assign-to"),
    "x = 1\nelif x:\n    pass\n": (2, "clause"),
    "if x:\n    a()\nb()\nelse:\n    c()\n": (4, "clause"),
    "for x in y:\n    if x:\n        a()\n  else:\n        b()\n": (4, "indent-uneven"),
    "except:\n    pass\n": (1, "clause"),
    "def f(x):\n    if x:\n        return 1\n    return 3\n    else:\n        return 2\n": (5, "clause"),
    "try:\n    f()\nx = 1\n": (3, "handler"),
    "try:\n    f()\n": (2, "handler"),
    "x = 012\n": (1, "number"),
    "x = 1_000_\n": (1, "number"),
    "1st = 3\n": (1, "number"),
    "x = 5a\n": (1, "number"),
    "return 1\n": (1, "outside-function"),
    "break\n": (1, "outside-loop"),
    "if x:\n    continue\n": (2, "outside-loop"),
    "def f(a=1, b):\n    pass\n": (1, "arguments"),
    "f(1=2)\n": (1, "equals"),
    "import math.sqrt as\n": (1, "import"),
    "from math import\n": (1, "import"),
    "import from math\n": (1, "import"),
    "for i = 0; i < 3; i++:\n    pass\n": (1, "loop-head"),
    "for i range(3):\n    pass\n": (1, "loop-head"),
    "for (i = 0; i < 3):\n    pass\n": (1, "loop-head"),
    "for i to 10:\n    pass\n": (1, "loop-head"),
    "foreach x in xs:\n    pass\n": (1, "loop-head"),
    "for i in:\n    pass\n": (1, "loop-head"),
    "if (x) {\n    y = 1\n}\n": (1, "braces"),
    "def f(x) {\n    return x\n}\n": (1, "braces"),
    "int x = 3\n": (1, "foreign-word"),
    "function f(x):\n    return x\n": (1, "foreign-word"),
    "var x = 3\n": (1, "foreign-word"),
    "let x = 3\n": (1, "foreign-word"),
    "my var = 3\n": (1, "name-apart"),
    "my-var = 3\n": (1, "name-apart"),
    "first name = 'a'\n": (1, "name-apart"),
    "x = \n": (1, "unknown"),
    "x = 3 +\n": (1, "unknown"),
    "x == = 3\n": (1, "unknown"),
    "if :\n    pass\n": (1, "unknown"),
    "x = 5 +* 3\n": (1, "unknown"),
    "if x > 3 then:\n    pass\n": (1, "foreign-word"),
    "if x > 3 then\n    pass\n": (1, "foreign-word"),
    "// hello\n": (1, "comment"),
    "x = 1 // set x\n": (1, "comment"),
    "/* hello */\n": (1, "comment"),
}


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: repr(text)[:40])
def test_the_place_and_kind_of_what_is_missing(text: str) -> None:
    source = Source.parse(text)
    problem = source.syntax_error()
    assert problem is not None
    assert (problem.line, problem.kind) == BROKEN[text]
    assert source.broken
    (finding,) = (finding for finding in check(source) if finding.rule == syntax_place.RULE)
    assert source.line_of(finding.span.start) + 1 == problem.line
    assert finding.span.end <= len(source.data)


# What looks like a kind, and is a program.
NEAREST = {
    "braces": "x = {\n    1: 2,\n}\n",
    "bracket-open": "print(\n    1)\n",
    "bracket-pair": "x = [')']\n",
    "character": "x = '$?'  # 5 €\n",
    "clause": "for x in y:\n    pass\nelse:\n    pass\n",
    "colon": "while True: x = 1\n",
    "comment": "x = 7 // size\n",
    "dict-pair": "x = {'a': f(b=2), 'c': 1}\n",
    "else-asks": "x = 1 if y else z\n",
    "else-if": "if a:\n    b()\nelse:\n    if c:\n        d()\n",
    "equals": "if f(a=1) == 2:\n    pass\n",
    "foreign-word": "int = 3\nvar = int\n",
    "import": "from math import sqrt as root\n",
    "increment": "x = y - -z + +w\n",
    "indent-extra": "x = (\n    1\n        + 2)\n",
    "indent-missing": "if x: y = 1\n",
    "indent-mixed": "if x:\n\ta()\nif y:\n    b()\n",
    "indent-uneven": "if x:\n    if y:\n        a()\n    b()\n",
    "keyword": "class_ = 3\nprint_in = f(from_=class_)\n",
    "loop-head": "for (a, b) in c: pass\n",
    "name-apart": "my_var = a-b\n",
    "no-name": "f = lambda x: x\n",
    "number": "x = 1_000 + 0x2a + 1e5\n",
    "operator": "x = a != b and not c >= d | e & f\n",
    "parameters": "def f(): pass\n",
    "print": "print('x')\n",
    "quote-mark": "print('“a”')\n",
    "quote-open": 'x = "it\'s"\n',
    "values": "x = ['a' 'b', 1]\n",
}


@pytest.mark.parametrize("kind", NEAREST)
def test_what_looks_like_a_kind_and_is_a_program(kind: str) -> None:
    assert kind in {each for _, each in BROKEN.values()}
    assert Source.parse(NEAREST[kind]).syntax_error() is None


@pytest.mark.parametrize("kind", QUESTIONS)
def test_every_kind_has_its_own_question_and_a_program_that_shows_it(kind: str) -> None:
    assert kind in {each for _, each in BROKEN.values()}
    assert list(QUESTIONS.values()).count(QUESTIONS[kind]) == 1


@pytest.mark.parametrize(
    ("text", "belief"),
    [
        ("if x = 1:\n    pass\n", "equals-sign-compares"),
        ("i++\n", "plus-plus-increments"),
        ("print x\n", "call-without-parentheses"),
        ("print(1\n", ""),
    ],
)
def test_a_finding_tells_of_the_belief_behind_its_kind(text: str, belief: str) -> None:
    (finding,) = check(Source.parse(text))
    assert finding.misconception == belief


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "\ufeffx = 1\n",
        "x = 1\ry = 2\r",
        "if x:\f\n    y = 1\n",
        "def f():\n    for x in y:\n        if x:\n            return x\n        continue\n",
        "f = lambda: (yield)\n",
        "match x:\n    case 1:\n        pass\n",
        "# print(\nx = '(['\n",
        "def f(rows):\n    for row in rows:\n        rows[\n  0].append(row)\n    return rows\n",
    ],
)
def test_a_program_has_no_problem(text: str) -> None:
    assert Source.parse(text).syntax_error() is None


@pytest.mark.parametrize("text", ["type A[T] = list[T]\n", "try:\n    f()\nexcept* ValueError:\n    pass\n"])
def test_a_program_for_a_newer_python_has_no_problem(text: str) -> None:
    assert Source.parse(text).syntax_error() is None


def test_the_place_is_asked_about_once() -> None:
    check_findings("""
        def area(width, height)
        ^^^^^^^^^^^^^^^^^^^^^^^ error[syntax-place]: How does Python know where the header on this line ends?
            return (width * height
        while True
            area(1, 2
    """)


def test_an_open_bracket_is_shown_itself() -> None:
    check_findings("""
        total = sum([1, 2, 3]
        #          ^ error[syntax-place]: Where does this bracket meet its partner?
        print(total)
    """)


def test_while_a_line_is_typed_nothing_is_asked_about_its_syntax() -> None:
    source, checker = Source.parse("a = 1\n"), Checker()
    source = source.edited([Edit(Position(1, 0), Position(1, 0), "if a")])
    assert checker.check(source) == []
    assert [finding.rule for finding in checker.check(source.settled())] == [syntax_place.RULE]


def test_a_syntax_question_moves_with_its_line_and_goes_when_the_line_is_touched() -> None:
    source, checker = Source.parse("a = 1\nif a\n    a = 2\n"), Checker()
    (asked,) = checker.check(source)
    source = source.edited([Edit(Position(0, 0), Position(0, 0), "b = 2\n")])
    (moved,) = checker.check(source)
    assert (moved.message, source.slice(moved.span)) == (asked.message, "if a")
    source = source.edited([Edit(Position(2, 4), Position(2, 4), " == ")])
    assert checker.check(source) == []
