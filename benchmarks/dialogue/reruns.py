"""What the tutor says of a new run, checked again with the program before and after."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dialogue.about import CODE
from dialogue.replies import Claim, alike
from dialogue.runs import Bench

Check = Callable[[re.Match[str], Bench, Bench], bool | None]


def claims_of_run(text: str, before: Bench, after: Bench) -> Iterator[Claim]:
    """Find the claims about a new run; words without a known claim cannot be told."""
    found = [Claim(match[0], check(match, before, after)) for match, check in _matches(text)]
    yield from found or [Claim(text, None)]


def _matches(text: str) -> Iterator[tuple[re.Match[str], Check]]:
    for pattern, check in CHECKS:
        yield from ((match, check) for match in re.finditer(pattern, text))


def _number(found: re.Match[str], _: Bench, after: Bench) -> bool:
    return len(after.failing) == int(found[1])


def _at_least(found: re.Match[str], _: Bench, after: Bench) -> bool:
    return len(after.failing) >= int(found[1])


def _fewer(found: re.Match[str], before: Bench, after: Bench) -> bool:
    return (len(before.failing), len(after.failing)) == (int(found[1]), int(found[2]))


def _same(found: re.Match[str], before: Bench, after: Bench) -> bool:
    return set(before.failing) == set(after.failing) and len(after.failing) == int(found[1] or 1)


def _value(found: re.Match[str], _: Bench, after: Bench) -> bool | None:
    shown = found[1] or found[2]
    actual = [after.sides(name).told.get("actual") for name in after.failing]
    return any(each is not None and alike(each, shown) for each in actual) or (None if None in actual else False)


def _fresh(found: re.Match[str], before: Bench, after: Bench) -> bool:
    return (found[1] or found[2]) in set(after.failing) - set(before.failing)


def _unchanged(_: re.Match[str], before: Bench, after: Bench) -> bool:
    return set(before.failing) == set(after.failing)


def _more(found: re.Match[str], before: Bench, after: Bench) -> bool:
    return (len(after.failing), len(before.failing)) == (int(found[1]), int(found[2]))


def _passing(found: re.Match[str], _: Bench, after: Bench) -> bool:
    return not after.failing and len(after.tests) == int(found[1] or 1)


def _unreadable(_: re.Match[str], __: Bench, after: Bench) -> bool:
    try:
        compile(after.text, "program.py", "exec")
    except SyntaxError:
        return True
    return False


CHECKS: tuple[tuple[str, Check], ...] = (
    (r"(?:and|Now,?) (\d+) tests? disagrees?", _number),
    (r"Now at least (\d+) tests? disagrees?", _at_least),
    (r"of (\d+) tests that disagreed, (?:only )?(\d+) still do", _fewer),
    (r"Now (\d+) tests disagree\. Before, it was (\d+)", _more),
    (r"What the tests say did not change|Nothing changed in the tests", _unchanged),
    (r"The same (?:(\d+) tests|test) disagrees?", _same),
    (rf"the value changed: it is {CODE} now", _value),
    (rf"{CODE} is new", _fresh),
    (r"All (\d+) tests agree now|The test agrees now", _passing),
    (r"Python cannot read the program as it stands now", _unreadable),
)
