"""The program breaks off with an error: which kind of thing could not be done."""

from __future__ import annotations

import re

from gadfly_analyzers.execution.results import Outcome
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.symptoms.evidence import MOST_EVENTS, Evidence, value_of
from gadfly_analyzers.symptoms.family import Family, Rank, Shown, family
from gadfly_analyzers.trace.recording import EventKind
from gadfly_analyzers.values import Value


def of_crash(types: str, message: str = "") -> Shown:
    """Ask for an exception by its type and what its message says (both regular expressions)."""
    pattern, text = re.compile(types), re.compile(message)

    def shown(evidence: Evidence) -> bool:
        raised = evidence.test.raised
        return raised is not None and bool(pattern.fullmatch(raised.type)) and bool(text.search(raised.message))

    return shown


def breaks_off(evidence: Evidence) -> bool:
    """The program, or the test because of it, ended with an error."""
    return evidence.test.outcome is Outcome.RAISED and evidence.test.raised is not None


def breaks_off_in_test(evidence: Evidence) -> bool:
    """The error came in the test, which could not use what the program gave."""
    return breaks_off(evidence) and evidence.test.raised is not None and evidence.test.raised.line is None


def always_breaks_off(evidence: Evidence) -> bool:
    """Several tests, and all of them, end with the same error at the same place."""
    raised = evidence.test.raised
    same = [other.raised for other in evidence.relatives]
    return (
        raised is not None
        and len(same) > 1
        and all(each is not None and (each.type, each.line) == (raised.type, raised.line) for each in same)
    )


def asks_just_past_end(evidence: Evidence) -> bool:
    """An ``IndexError`` on a line that takes an item by a name which is just the length of what it is taken from."""
    raised = evidence.test.raised
    if raised is None or raised.type != "IndexError" or evidence.trace is None or evidence.source is None:
        return False
    known = _known_at_error(evidence)
    taken = (node for node in evidence.source.nodes("subscript") if node.start_point[0] + 1 == raised.line)
    places = [(node.child_by_field_name("value"), node.child_by_field_name("subscript")) for node in taken]
    return any(_is_length(known.get(text_of(i)), known.get(text_of(of))) for of, i in places if of and i)


def _known_at_error(evidence: Evidence) -> dict[str, Value]:
    """Give the names of the innermost call that the error left, with their values."""
    events = evidence.trace.events[:MOST_EVENTS] if evidence.trace else ()
    frame = next((event.frame for event in events if event.kind is EventKind.RAISE), None)
    return {name: value for event in events if event.frame == frame for name, value in event.changes}


def _is_length(number: Value | None, of: Value | None) -> bool:
    read = value_of(of)
    return isinstance(read, (list, str, tuple)) and value_of(number) == len(read) > 0


def breaks_off_late(evidence: Evidence) -> bool:
    """The line of the error had run before in the same call without it."""
    raised = evidence.test.raised
    if raised is None or raised.line is None or evidence.trace is None:
        return False
    events = evidence.trace.events[:MOST_EVENTS]
    frame = next((event.frame for event in events if event.kind is EventKind.RAISE), None)
    runs = [each for each in events if each.frame == frame and each.kind is EventKind.LINE and each.line == raised.line]
    return len(runs) > 1


FAMILIES: tuple[Family, ...] = (
    family("just-past-the-end", Rank.SEEN, "It asks for the place just behind the last one.", asks_just_past_end,
           "range-includes-end", "length-is-last-index", "index-starts-at-one", "removal-does-not-shift"),
    family("taken-from-empty", Rank.EXACT, "It takes something out of what is empty.",
           of_crash("IndexError|KeyError", "pop .*empty|empty")),
    family("past-the-end", Rank.EXACT, "It asks for a place that is not there.", of_crash("IndexError"),
           "range-includes-end", "length-is-last-index", "index-starts-at-one", "loop-variable-is-index",
           "removal-does-not-shift"),
    family("missing-key", Rank.EXACT, "It asks for a key that is not there.", of_crash("KeyError"),
           "missing-key-is-zero"),
    family("none-used", Rank.EXACT, "It goes on with nothing, as if it were a value.",
           of_crash("TypeError|AttributeError", "NoneType"), "every-path-returns", "sort-returns", "append-returns",
           "print-returns", "returns-last-value"),
    family("text-joined-with-number", Rank.EXACT, "It joins text and a number.",
           of_crash("TypeError", r"can only concatenate str|must be str, not|for \+=?: .*'str'|not 'int'\) to str"),
           "text-and-number-join", "input-is-number"),
    family("kinds-compared", Rank.EXACT, "It compares two kinds of things that have no order.",
           of_crash("TypeError", "not supported between"), "input-is-number"),
    family("not-callable", Rank.EXACT, "It calls something that is no function.", of_crash("TypeError", "not callable"),
           "builtin-names-are-free"),
    family("not-visitable", Rank.EXACT, "It goes through something that has no items.",
           of_crash("TypeError", "not iterable|not an iterator|must be an? .*iterable"), "number-can-be-visited"),
    family("no-items", Rank.EXACT, "It asks for a part of something without parts.",
           of_crash("TypeError", "not subscriptable"), "loop-variable-is-index", "call-without-parentheses"),
    family("cannot-be-changed", Rank.EXACT, "It sets a part of something that stays as it is.",
           of_crash("TypeError", "not support item (assignment|deletion)"), "strings-change-in-place"),
    family("wrong-number-of-arguments", Rank.EXACT, "A call gives too many or too few values.",
           of_crash("TypeError",
           r"positional argument|required keyword|takes (no|at most|exactly|at least)|\bexpected .*argument"),
           "self-is-implied", "parameter-needs-value"),
    family("unknown-argument", Rank.EXACT, "A call names a value that the function does not know.",
           of_crash("TypeError", "unexpected keyword")),
    family("place-is-no-number", Rank.EXACT, "A place is given by something that is no whole number.",
           of_crash("TypeError", "indices must be"), "loop-variable-is-index", "dict-gives-pairs",
           "division-gives-whole"),
    family("no-whole-number", Rank.EXACT, "It needs a whole number, and has something else.",
           of_crash("TypeError", "interpreted as an integer|integer argument"), "division-gives-whole",
           "input-is-number"),
    family("no-key", Rank.EXACT, "It uses a list, or the like, as a key.", of_crash("TypeError", "unhashable")),
    family("kinds-do-not-fit", Rank.EXACT, "It joins two kinds of things that do not fit.",
           of_crash("TypeError", "unsupported operand|must be|concatenate|multiply"), "text-and-number-join"),
    family("kind-not-allowed", Rank.KIND, "It uses a kind of thing that does not fit there.", of_crash("TypeError")),
    family("name-without-value", Rank.EXACT, "A name is used before it has a value.", of_crash("UnboundLocalError"),
           "function-changes-global", "start-value-runs-once-inside-loop"),
    family("unknown-name", Rank.EXACT, "It uses a name that nobody has given.", of_crash("NameError"),
           "names-are-matched-by-sense", "attribute-without-self", "self-is-implied"),
    family("attribute-missing", Rank.EXACT, "It asks a thing for what it does not have.", of_crash("AttributeError"),
           "names-are-matched-by-sense", "attribute-without-self", "module-name-is-fixed"),
    family("division-by-zero", Rank.EXACT, "It divides by zero.", of_crash("ZeroDivisionError")),
    family("text-is-no-number", Rank.EXACT, "It makes a number of text that is none.",
           of_crash("ValueError", "could not convert|invalid literal"), "input-is-number"),
    family("unpacking", Rank.EXACT, "It splits into more or fewer parts than there are.",
           of_crash("ValueError|TypeError", "unpack"), "dict-gives-pairs"),
    family("not-in-there", Rank.EXACT, "It looks for an item that is not there.",
           of_crash("ValueError", "not in (list|tuple|deque)|substring not found|x not in")),
    family("nothing-to-choose-from", Rank.EXACT, "It wants one of several, and there is none.",
           of_crash("ValueError|TypeError|IndexError|StatisticsError",
           "empty (sequence|iterable)|arg is an empty|no median|at least one")),
    family("outside-of-function", Rank.EXACT, "A number is outside of what can be computed.",
           of_crash("ValueError|OverflowError", "domain|too large|out of range|not in range|infinity")),
    family("value-not-allowed", Rank.KIND, "It uses a value that does not fit there.", of_crash("ValueError")),
    family("changed-while-visited", Rank.EXACT, "It goes through something that does not stay the same.",
           of_crash("RuntimeError", "during iteration"), "loop-takes-snapshot"),
    family("nothing-left", Rank.EXACT, "It wants the next one, and there is none.",
           of_crash("StopIteration|StopAsyncIteration|RuntimeError", "^$|StopIteration")),
    family("more-input", Rank.EXACT, "It reads more than is typed.", of_crash("EOFError")),
    family("not-found-elsewhere", Rank.EXACT, "It wants a file or module that is not there.",
           of_crash("FileNotFoundError|ModuleNotFoundError|ImportError")),
    family("own-check-fails", Rank.EXACT, "A check in the program itself does not hold.", of_crash("AssertionError")),
    family("breaks-off-in-every-test", Rank.PART, "Every test breaks off at the same place.", always_breaks_off),
    family("breaks-off-in-test", Rank.PART, "The test cannot go on with what it got.", breaks_off_in_test),
    family("breaks-off-late", Rank.PART, "It goes well at first, and breaks off later.", breaks_off_late),
    family("breaks-off", Rank.DIRECTION, "It breaks off with an error.", breaks_off),
)  # fmt: skip
