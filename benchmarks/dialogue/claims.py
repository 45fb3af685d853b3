"""The right answer to a question, worked out again from its words and from a fresh run by the benchmark's recorder.

Nothing of the tutor takes part: the words are read by regular expressions, the program's lines by ``ast``.
A check gives every answer that the words allow: where they fit several calls, there may be more than one.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from dialogue.about import CODE, About, Asked, fits
from dialogue.leakage import is_value
from dialogue.runs import Bench, Run

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
Answers = frozenset[str] | None  # ``None``: cannot be told


def answers(asked: Asked, bench: Bench) -> Answers:
    """Work out what may be answered rightly; ``None`` for words that are not known, and for runs that are too long."""
    if asked.kind == "syntax":
        return _of_text(asked, bench.text)
    try:
        about = About(asked, bench, ast.parse(bench.text), bench.test(asked.focus) if asked.focus else Run({}))
    except SyntaxError:
        return None
    for pattern, check in CHECKS:
        if found := re.fullmatch(pattern, asked.text, re.DOTALL):
            return _known(check(about, found))
    return None


def _known(found: Iterator[str | None]) -> Answers:
    given = list(found)
    return frozenset(str(each) for each in given) if given and None not in given else None


# -- one check for each way of asking ----------------------------------------------------------------------------------


def _passes(about: About, found: re.Match[str]) -> Iterator[str | None]:
    line = int(found["line"])
    for call in about.calls(line):
        yield str(len(call.marks("pass", line))) if call.ended else None


def _times(about: About, found: re.Match[str]) -> Iterator[str | None]:
    """A statement over several lines comes back to its first one: only from outside of it does it begin again."""
    line = int(found["line"])
    rest = set(about.statement(line)) - {line}
    for call in about.calls(line):
        steps = [each["line"] for each in call.events if each["event"] in ("call", "line")]
        begun = sum(now == line and before not in rest for before, now in pairwise(steps))
        yield str(begun) if call.ended else None


def _taken(about: About, found: re.Match[str]) -> Iterator[str | None]:
    line = int(found["line"])
    for call in about.calls(line):
        marks = [call.events[n]["holds"] for n in call.marks("if", line)]
        whole = call.ended or not found["many"]
        yield (
            None if not (marks and whole) else str(sum(marks)) if found["many"] else "Yes" if marks == [True] else "No"
        )


def _value_in_pass(about: About, found: re.Match[str]) -> Iterator[str | None]:
    line, name = int(found["line"]), _said(found)
    for call in about.calls(line):
        marks = call.marks("pass", line)
        yield call.events[marks[0]]["values"].get(name) if marks else None


def _value_after_pass(about: About, found: re.Match[str]) -> Iterator[str | None]:
    line = int(found["line"])
    for call in about.calls(line):
        number = ORDINALS.get(found["which"], len(call.marks("pass", line)) if call.ended else 0)
        end = call.end_of_pass(about.loop(line), number)
        yield end["values"].get(_said(found)) if end else None


def _value_after_line(about: About, found: re.Match[str]) -> Iterator[str | None]:
    line = int(found["line"])
    for call in about.calls(line):
        first = call.first(line)
        end = None if first is None else call.after(first, about.statement(line))
        yield end["values"].get(_said(found)) if end else None


def _value_before_line(about: About, found: re.Match[str]) -> Iterator[str | None]:
    for call in about.calls(int(found["line"])):
        first = call.first(int(found["line"]))
        yield None if first is None else call.events[first]["values"].get(_said(found))


def _value_at_error(about: About, found: re.Match[str]) -> Iterator[str | None]:
    line = about.asked.place[0] if about.asked.place else 0
    for call in about.calls(line):
        if call.failed and call.events[-2]["raises"] == found["error"]:
            yield call.events[-2]["values"].get(_said(found))


def _value_in_call(about: About, found: re.Match[str]) -> Iterator[str | None]:
    """The argument; a line that is said to make the call, and does not, makes any answer wrong."""
    for call in about.named(found["function"].rpartition(".")[2]):
        same = [call, *(each for each in about.run.inside(call) if each.name == call.name)]
        number = ORDINALS.get(found["which"], 1) - 1
        inner = same[number] if number < len(same) else None
        if inner and found["lead"] and int(found["line"]) != about.run.called_from(inner):
            yield f"not called from line {found['line']}"
        else:
            yield inner.arguments.get(_said(found, found["lead"])) if inner else None


def _value_at_begin(about: About, found: re.Match[str]) -> Iterator[str | None]:
    for call in about.named(found["function"].rpartition(".")[2]):
        yield call.arguments.get(_said(found))


def _returns(about: About, found: re.Match[str]) -> Iterator[str | None]:
    name = found["function"].rpartition(".")[2]
    for call in about.named(name):
        own = {n.lineno for n in _own(about, name) if isinstance(n, ast.Return)}
        yield None if not call.ended else str(len(own & {e["line"] for e in call.events if e["event"] == "line"}))


def _ends_calls(about: About, found: re.Match[str]) -> Iterator[str | None]:
    """The lines with a ``return`` in whose value the function is not called."""
    name = found["function"].rpartition(".")[2]
    returns = [n for n in _own(about, name) if isinstance(n, ast.Return)]
    called = [
        {getattr(c.func, "id", getattr(c.func, "attr", "")) for c in ast.walk(n) if isinstance(c, ast.Call)}
        for n in returns
    ]
    yield str(sum(name not in names for names in called))


def _setters(about: About, found: re.Match[str]) -> Iterator[str | None]:
    name, inside = _said(found), about.loop(int(found["line"]))
    stored = [n for n in ast.walk(about.tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
    yield str(len({n.lineno for n in stored if n.id == name and n.lineno in inside[1:]}))


def _gives_back(about: About, found: re.Match[str]) -> Iterator[str | None]:
    told = found["call"]
    calls = [call for call in about.run.calls if told.startswith(f"{call.name}(") and fits(told, call)]
    yield from (call.gave for call in calls)


def _gives_elsewhere(about: About, found: re.Match[str]) -> Iterator[str | None]:
    yield about.bench.call(found["call"]).told.get("value")


def _printed(about: About, _: re.Match[str]) -> Iterator[str | None]:
    yield str(about.run.told["printed"]).rstrip("\n").split("\n")[-1].rstrip()


def _compared(about: About, found: re.Match[str]) -> Iterator[str | None]:
    lines = [_ran(about, found[1] or found[2]), _ran(about, found[3] or found[4])]
    first, last = about.asked.place or (1, 10**6)
    only = sorted(line for line in lines[0] - lines[1] if first < line <= last)
    yield str(only[0]) if only and (len(only) == 1 or "first" in found[0]) else None


def _ran(about: About, label: str) -> frozenset[int]:
    return (about.bench.test(label) if label in about.bench.tests else about.bench.call(label)).lines


def _raised(about: About, found: re.Match[str]) -> Iterator[str | None]:
    right = about.run.told.get("raised") == found["error"]
    yield str(about.run.told["raised_line"]) if right else None


def _last_line(about: About, found: re.Match[str]) -> Iterator[str | None]:
    for call in about.named(found["function"].rpartition(".")[2]):
        yield str(call.events[-1]["line"]) if call.ended else None


def _decides(about: About, found: re.Match[str]) -> Iterator[str | None]:
    line = int(found["line"])
    heads = [n for n in ast.walk(about.tree) if isinstance(n, (ast.For, ast.While)) and n.body[0].lineno == line]
    for head in heads:
        last = (head.iter if isinstance(head, ast.For) else head.test).end_lineno or head.lineno
        yield str(head.lineno) if last == head.lineno else f"{head.lineno}-{last}"


def _first_value(about: About, found: re.Match[str]) -> Iterator[str | None]:
    """The last line that gave the name a value in the run before the loop began."""
    name, loop, head = _said(found), int(found["line"]), about.function(int(found["line"]))
    stored = {
        n.lineno
        for n in ast.walk(about.tree)
        if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store) and n.id == name
    }
    for call in about.named(head or ""):
        began = call.first(loop)
        before = [each["line"] for each in call.events[:began] if each["line"] in stored]
        yield str(before[-1]) if began is not None and before else None


def _loading(about: About, _: re.Match[str]) -> Iterator[str | None]:
    told = about.bench.call("0").told.get("loading")
    yield str(told[1]) if told else None


def _reached(about: About, found: re.Match[str]) -> Iterator[str | None]:
    yield None if about.run.broken else "Yes" if int(found["line"]) in about.run.lines else "No"


def _ends(about: About, _: re.Match[str]) -> Iterator[str | None]:
    ends = not about.run.endless and about.run.told.get("raised") != "RecursionError"
    yield None if about.run.broken else "Yes" if ends else "No"


def _objects(about: About, found: re.Match[str]) -> Iterator[str | None]:
    line = int(found["line"])
    for call in about.calls(line):
        first = call.first(line)
        end = None if first is None else call.after(first, about.statement(line))
        places = [end["places"].get(name) if end else None for name in (found["one"], found["other"])]
        yield None if None in places else "1" if places[0] == places[1] else "2"


def _goes(about: About, found: re.Match[str]) -> Iterator[str | None]:
    line, name = int(found["line"]), _said(found)
    for call in about.calls(line):
        marks = call.marks("pass", line)
        end = call.end_of_pass(about.loop(line), len(marks))
        before = call.events[marks[0]]["values"].get(name) if marks else None
        after = end["values"].get(name) if end else None
        yield None if before is None or after is None or not call.ended else _way(before, after)


def _way(before: str, after: str) -> str:
    return f"It stays {after}" if before == after else f"It goes from {before} to {after}"


def _runs_line(about: About, found: re.Match[str]) -> Iterator[str | None]:
    """Of the lines that may be chosen, the right one must have run; the call must have given what is said."""
    line = re.fullmatch(r"It runs line (\d+)", about.asked.answer)
    for call in [call for call in about.run.calls if fits(found["call"], call)]:
        ran = {each["line"] for each in call.events}
        yield about.asked.answer if line and int(line[1]) in ran and call.gave == found["value"] else "another"


def _small(about: About, found: re.Match[str]) -> Iterator[str | None]:
    run = about.bench.small(found["program"], found["typed"] or "")
    lines = [each for each in str(run.told["printed"]).strip("\n").split("\n") if each]
    yield ", then ".join([*lines, *([f"an error: {run.told['raised']}"] if "raised" in run.told else [])])


def _wanted(about: About, found: re.Match[str]) -> Iterator[str | None]:
    """What the test itself has on the other side of its check."""
    text = (about.bench.folder / "test_program.py").read_text("utf-8")
    tests = [n for n in ast.parse(text).body if isinstance(n, ast.FunctionDef) and n.name == about.asked.focus]
    for test in tests:
        named = {ast.unparse(n.targets[0]): n.value for n in test.body if isinstance(n, ast.Assign)}
        for check in [n.test for n in ast.walk(test) if isinstance(n, ast.Assert)]:
            for form in (check, _Filled(named).visit(ast.parse(ast.unparse(check), mode="eval")).body):
                for side in _sides(form, found[1] or found[2]):
                    computed = None if is_value(side) else about.bench.sides(about.asked.focus).told.get("wanted")
                    yield computed or side


class _Filled(ast.NodeTransformer):
    """Puts what a test calls by a name in the place of the name."""

    def __init__(self, named: dict[str, ast.expr]) -> None:
        self.named = named

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """Fill one in."""
        return self.named.get(node.id, node) if isinstance(node.ctx, ast.Load) else node


def _sides(check: ast.expr, asked: str) -> Iterator[str]:
    if isinstance(check, ast.Compare) and len(check.ops) == 1 and isinstance(check.ops[0], (ast.Eq, ast.Is)):
        for one, other in ((check.left, check.comparators[0]), (check.comparators[0], check.left)):
            if _alike(ast.unparse(one), asked):
                yield ast.unparse(other)
    elif isinstance(check, ast.Call) and ast.unparse(check.func).endswith("isclose"):
        yield from [ast.unparse(check.args[1])] * _alike(ast.unparse(check.args[0]), asked)
    elif isinstance(check, ast.UnaryOp) and isinstance(check.op, ast.Not):
        yield from ["False"] * _alike(ast.unparse(check.operand), asked)
    else:
        yield from ["True"] * _alike(ast.unparse(check), asked)


def _alike(one: str, other: str) -> bool:
    return re.sub(r"[\s'\"]", "", one) == re.sub(r"[\s'\"]", "", other)


def _own(about: About, name: str) -> Iterator[ast.AST]:
    """The nodes of a function, without those of functions inside it."""
    functions = [n for n in ast.walk(about.tree) if isinstance(n, ast.FunctionDef) and n.name == name]
    left = [child for function in functions[:1] for child in ast.iter_child_nodes(function)]
    while left:
        node = left.pop()
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.Lambda, ast.ClassDef)):
            left += ast.iter_child_nodes(node)


def _said(found: re.Match[str], lead: str | None = "") -> str:
    """The first piece of code in the words, but for those that lead to the question."""
    return next(each for each in re.search(CODE, found[0].removeprefix(lead or "")).groups() if each is not None)  # type: ignore[union-attr]


def _of_text(asked: Asked, text: str) -> Answers:
    """What can be seen in the text of a program that Python cannot read."""
    lines = text.splitlines()
    number = re.search(r"line (\d+)", asked.text)
    line = lines[int(number[1]) - 1] if number else ""
    sign = re.search(CODE, asked.text)
    if asked.text.startswith("How many spaces"):
        return frozenset({str(len(line) - len(line.lstrip(" ")))})
    if asked.text.startswith("How many") and sign:
        return frozenset({str(line.count(sign[1] or sign[2]))})
    if asked.text.startswith("Which character"):
        return frozenset({repr(line.rstrip()[-1])})
    try:
        compile(text, "program.py", "exec")
    except SyntaxError as error:
        return frozenset({str(error.lineno)})
    return None


RUN = r" .*\?"
LINE = r"(?P<line>\d+)"
LEAD = rf"(?P<lead>Line {LINE} calls `[\w.]+` again\. )?"
SMALL = (
    r"Here is another small program\. (?:Somebody types `(?P<typed>.*?)`\. )?"
    r"What does it print\?\n(?:`` |`)(?P<program>.*?)(?: ``|`)"
)
CHECKS: tuple[tuple[str, Callable[[About, re.Match[str]], Iterator[str | None]]], ...] = (
    (rf"How many times (?:in all )?does the body of the loop on line {LINE} run{RUN}", _passes),
    (rf"How many times does line {LINE} run{RUN}", _times),
    (rf"(?P<many>How many times) is the `\w+` on line {LINE} taken{RUN}", _taken),
    (rf"(?P<many>)Is the `\w+` on line {LINE} taken{RUN}", _taken),
    (rf"What is {CODE} in the (?:very )?first pass of the loop on line {LINE}{RUN}", _value_in_pass),
    (rf"What is {CODE} after the (?:very )?(?P<which>\w+) pass of the loop on line {LINE}{RUN}", _value_after_pass),
    (rf"What is {CODE} right after line {LINE}(?: has run once)?{RUN}", _value_after_line),
    (rf"What is {CODE} just before line {LINE} runs{RUN}", _value_before_line),
    (rf"What is {CODE} when the `(?P<error>\w+)` comes up{RUN}", _value_at_error),
    (rf"{LEAD}What is {CODE} in the (?P<which>\w+) call of `(?P<function>[\w.]+)`{RUN}", _value_in_call),
    (rf"What is {CODE} when `(?P<function>[\w.]+)` begins{RUN}", _value_at_begin),
    (rf"How many `return` lines of `(?P<function>[\w.]+)` run{RUN}", _returns),
    (
        r"How many lines of `(?P<function>[\w.]+)` give back a value that needs no other call of `(?P=function)`\?",
        _ends_calls,
    ),
    (rf"How many lines inside the loop on line {LINE} give {CODE} a new value\?", _setters),
    (r".* your program calls `(?P<call>.*)`\. What does that give back\?", _gives_back),
    (r"Another test agrees\. What does your program give for `(?P<call>.*)`\?", _gives_elsewhere),
    (r"What (?:does your program print|is the last line that your program prints) .*\?", _printed),
    (rf"(?:Which line|Which is the first line that) runs for {CODE}, but not for {CODE}\?", _compared),
    (rf"On which line does the `(?P<error>\w+)` come up{RUN}", _raised),
    (rf"Which line of `(?P<function>[\w.]+)` (?:gives back the result|runs last){RUN}", _last_line),
    (rf"Which line decides how often line {LINE} runs\?", _decides),
    (rf"Which line gives {CODE} its value before the loop on line {LINE} begins\?", _first_value),
    (r"Python stops while it reads .* in\. On which line\?", _loading),
    (rf"Does line {LINE} run{RUN}", _reached),
    (r"Does .* come to an end by itself\?", _ends),
    (
        rf"How many different \w+ are `(?P<one>.*)` and `(?P<other>.*)` right after line {LINE}{RUN}",
        _objects,
    ),
    (rf"(?:In your own words: w|W)hat happens to {CODE} while the loop on line {LINE} runs{RUN}", _goes),
    (r"(?:In your own words: w|W)hy does `(?P<call>.*)` give `(?P<value>.*)`\?", _runs_line),
    (
        rf"(?:One more, if you like\. )?{SMALL}",
        _small,
    ),
    (rf"(?:In `\w+`, what should|In `\w+`, should|What should|Should|Which error should) {CODE}{RUN}", _wanted),
)
