"""What a recording holds, the same in every Python."""

from __future__ import annotations

from pathlib import Path

from gadfly_analyzers.trace.recording import Event, Trace
from helpers.probing import python, record, run_script, write

__all__ = ["python"]


def shown(event: Event) -> str:
    """Write an event in a line: kind, frame, function, line, changed names, value."""
    changes = " ".join(f"{name}={value.text}" for name, value in event.changes)
    value = f" -> {event.value.text}" if event.value else ""
    return f"{event.kind.value} {event.frame} {event.function}:{event.line} {changes}{value}".replace(
        "  ", " "
    ).rstrip()


def lines(trace: Trace) -> list[str]:
    return [shown(event) for event in trace.events]


def test_each_step_tells_what_changed_since_the_last(python: str, tmp_path: Path) -> None:
    program = """
        def average(values):
            total = 0
            for i in range(1, len(values)):
                total += values[i]
            return total / len(values)
    """
    trace = record(python, tmp_path, program, "program.average([2, 4])")
    assert trace.complete
    assert lines(trace) == [
        "call 0 average:1 values=[2, 4]",
        "line 0 average:2",
        "line 0 average:3 total=0",
        "line 0 average:4 i=1",
        "line 0 average:3 total=4",
        "line 0 average:5",
        "return 0 average:5 -> 2.0",
    ]


def test_calls_within_calls_have_frames_of_their_own(python: str, tmp_path: Path) -> None:
    program = """
        def factorial(n):
            if n <= 1:
                return 1
            return n * factorial(n - 1)
    """
    assert lines(record(python, tmp_path, program, "program.factorial(2)")) == [
        "call 0 factorial:1 n=2",
        "line 0 factorial:2",
        "line 0 factorial:4",
        "call 1 factorial:1 n=1",
        "line 1 factorial:2",
        "line 1 factorial:3",
        "return 1 factorial:3 -> 1",
        "return 0 factorial:4 -> 2",
    ]


def test_a_changed_argument_is_seen(python: str, tmp_path: Path) -> None:
    program = """
        def second(rows):
            rows[0].append(1)
            rows.sort()

        class Account:
            def __init__(self, balance):
                self.balance = balance
    """
    assert lines(record(python, tmp_path, program, "program.second([[2], [0]]); program.Account(3)")) == [
        "call 0 second:1 rows=[[2], [0]]",
        "line 0 second:2",
        "line 0 second:3 rows=[[2, 1], [0]]",
        "return 0 second:3 rows=[[0], [2, 1]] -> None",
        "call 1 Account.__init__:6 self=<Account> balance=3",
        "line 1 Account.__init__:7",
        "return 1 Account.__init__:7 self=<Account balance=3> -> None",
    ]


def test_a_generator_is_one_activation(python: str, tmp_path: Path) -> None:
    program = """
        def down(n):
            while n:
                yield n
                n -= 1

        def both(n):
            yield from down(n)
    """
    assert lines(record(python, tmp_path, program, "list(program.both(2))")) == [
        "call 0 both:6 n=2",
        "line 0 both:7",
        "call 1 down:1 n=2",
        "line 1 down:2",
        "line 1 down:3",
        "line 1 down:4",
        "line 1 down:2 n=1",
        "line 1 down:3",
        "line 1 down:4",
        "line 1 down:2 n=0",
        "return 1 down:2 -> None",
        "return 0 both:7 -> None",
    ]


def test_an_exception_is_told_of_the_frames_that_it_leaves(python: str, tmp_path: Path) -> None:
    program = """
        def find(book, name):
            return book[name]

        def careful(book, name):
            try:
                return find(book, name)
            except KeyError as error:
                kept = 1
            finally:
                done = 2
            for _ in iter(range(1)):
                raise ValueError("no " + name)
    """
    assert lines(record(python, tmp_path, program, "program.careful({}, 'Ada')")) == [
        "call 0 careful:4 book={} name='Ada'",
        "line 0 careful:5",
        "line 0 careful:6",
        "call 1 find:1 book={} name='Ada'",
        "line 1 find:2",
        "raise 1 find:2 -> KeyError('Ada')",
        "line 0 careful:7",
        "line 0 careful:8 error=KeyError('Ada')",
        "line 0 careful:10 kept=1",
        "line 0 careful:11 done=2",
        "line 0 careful:12 _=0",
        "raise 0 careful:12 -> ValueError('no Ada')",
    ]


def test_module_code_is_recorded_without_what_it_defines(python: str, tmp_path: Path) -> None:
    program = """
        import math
        def f():
            return 1
        total = f()
        class Account:
            rate = 2
    """
    again = "exec(compile(open(program.__file__).read(), program.__file__, 'exec'), {})"
    assert lines(record(python, tmp_path, program, again)) == [
        "call 0 <module>:1",
        "line 0 <module>:1",
        "line 0 <module>:2",
        "line 0 <module>:4",
        "call 1 f:2",
        "line 1 f:3",
        "return 1 f:3 -> 1",
        "line 0 <module>:5 total=1",
        "call 2 Account:5",
        "line 2 Account:5",
        "line 2 Account:6",
        "return 2 Account:6 rate=2 -> None",
        "return 0 <module>:5 -> None",
    ]


ENDLESS = """
    def endless(steps):
        n = 0
        while n < steps:
            n += 1
        return n
"""


def test_recording_ends_at_the_bound_and_the_test_goes_on(python: str, tmp_path: Path) -> None:
    trace = record(python, tmp_path, ENDLESS, "assert program.endless(1000) == 1000; program.endless(1)", most=50)
    assert len(trace.events) == 50
    assert (trace.complete, trace.stopped) == (False, "after 50 steps")


def test_recording_ends_early_where_values_are_long(python: str, tmp_path: Path) -> None:
    program = "def fill():\n    values = []\n    for n in range(100000):\n        values = list(range(n, n + 40))\n"
    trace = record(python, tmp_path, program, "program.fill()", most=10**9)
    assert not trace.complete
    assert trace.stopped == f"after {len(trace.events)} steps"
    assert sum(len(value.text) for event in trace.events for _, value in event.changes) < 2_100_000


def test_a_recursion_without_end_leaves_what_was_recorded(python: str, tmp_path: Path) -> None:
    trace = record(python, tmp_path, "def power(n):\n    return n * power(n - 1)\n", "program.power(3)")
    assert lines(trace)[:4] == ["call 0 power:1 n=3", "line 0 power:2", "call 1 power:1 n=2", "line 1 power:2"]
    assert len(trace.events) > 500
    assert trace.complete or trace.stopped == "when too many calls were open"


def test_a_program_that_ends_tracing_keeps_what_was_recorded(python: str, tmp_path: Path) -> None:
    program = "import sys\ndef f():\n    a = 1\n    sys.settrace(None)\n    return a\n"
    trace = record(python, tmp_path, program, "program.f()")
    assert lines(trace)[:3] == ["call 0 f:2", "line 0 f:3", "line 0 f:4 a=1"]
    assert (trace.complete, trace.stopped) == (False, "when tracing was switched off")


PAUSED = """
import program
from gadfly_analyzers.execution.probe.recorder import Recorder
recorder = Recorder(program.__file__)
with recorder:
    program.f(1)
    recorder.pause()
    program.f(2)
    recorder.resume()
    program.f(3)
tell([event["value"]["text"] for event in recorder.events if event["kind"] == "return"])
tell([recorder.complete, recorder.stopped])
"""


def test_what_runs_in_a_pause_is_not_recorded(python: str, tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text("def f(x):\n    return x\n")
    assert run_script(python, PAUSED, tmp_path) == [["1", "3"], [True, ""]]


def test_a_program_that_ends_tracing_before_a_pause_is_not_recorded_after_it(python: str, tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text("import sys\ndef f(x):\n    sys.settrace(None)\n    return x\n")
    ended = [False, "when tracing was switched off"]
    assert run_script(python, PAUSED, tmp_path)[1] == ended
    assert run_script(python, PAUSED, tmp_path)[0] in ([], ["1"])  # Python may still tell of the end of that call


def test_a_program_is_known_whichever_links_lead_to_it(python: str, tmp_path: Path) -> None:
    (folder := tmp_path / "real").mkdir()
    (folder / "program.py").write_text("")
    (tmp_path / "linked").symlink_to(folder)
    (tmp_path / "alias.py").symlink_to(folder / "program.py")
    names = ["linked/program.py", "alias.py", "real/program.py", "real/../real/program.py", "real/other.py"]
    script = f"""
from gadfly_analyzers.execution.probe.codes import Files
files = Files({str((folder / "program.py").resolve())!r})
tell([files[name] for name in {[*(f"{tmp_path}/{name}" for name in names), "real/program.py", "<string>"]!r}])
"""
    assert run_script(python, script, tmp_path) == [[True, True, True, True, False, True, False]]


SHARED = """
    class Box:
        pass

    def share(numbers):
        other = numbers
        copied = numbers[:]
        rows = [[0]] * 2
        apart = [[0], [0]]
        box = Box()
        count = 3
        other = copied
        del box
        return other
"""


def test_names_that_stand_for_one_object_have_its_number(python: str, tmp_path: Path) -> None:
    trace = record(python, tmp_path, SHARED, "program.share([1])")
    told = [dict(event.objects) for event in trace.events]
    names: dict[str, int] = {}
    for each in told[:-2]:
        names |= each
    parts = {"rows[0]", "rows[1]", "apart[0]", "apart[1]"}
    assert set(names) == {"numbers", "other", "copied", "rows", "apart", "box"} | parts
    assert names["rows[0]"] == names["rows[1]"]
    assert names["apart[0]"] != names["apart[1]"]
    assert [each["other"] == names["numbers"] for each in told if "other" in each] == [True, False]
    assert names["other"] == names["copied"]
    assert {"box": 0} in told


KILLED = """
import os
from gadfly_analyzers.execution.probe.recorder import Recorder
import program
received = []
def send(events):
    received.extend(events)
    if len(received) >= 400:
        tell(len(received))
        print("\\n" + json.dumps(result), flush=True)
        os._exit(0)
with Recorder({program!r}, 20000, send):
    program.endless(10**9)
"""


def test_events_are_sent_while_the_test_still_runs(python: str, tmp_path: Path) -> None:
    path = write(tmp_path, ENDLESS)
    assert run_script(python, KILLED.format(program=path), tmp_path) == [400]
