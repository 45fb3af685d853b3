"""What the running of tests says of a run that broke off, of a refusal, or of a problem: in the student's language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from gadfly_server.wording import later, say

# As they are worded where programs run; of two that fit, the more exact one comes first.
_STOPPED = (
    later("stopped after {time} of computing"),
    later("stopped after {time}"),
    later("stopped when it wanted more than {size} MB of memory"),
    later("stopped when it had started more than {number} processes"),
    later("stopped, since all tests together took {time}"),
    later("not started, since all tests together took {time}"),
)
_ENDED = (
    later("the program ended itself with `sys.exit`"),
    later("the program interrupted the test with {exception}"),
    later("the program closed the files that the test run needs"),
    later("the program broke the Python that ran it"),
    later("the program ended Python at once, with exit code {code}"),
    later("the program crashed Python ({signal})"),
    later("the program was killed, by itself or for want of memory ({memory})"),
    later("the program was ended by the signal {signal}"),
    later("the program changed how it is tested, so its result does not count"),
)
_REFUSED = (
    later("Gadfly lets a run read only your program's folder, and {file} is not in it"),
    later("Gadfly does not let a run reach the network"),
    later("Gadfly does not let a run start more than {number} processes"),
    later("Gadfly does not let a run send signals to other processes"),
    later("Gadfly does not let a run delete your folder {folder}"),
    later("Gadfly does not let a run change or delete your file {file}"),
    later("Gadfly does not let a run delete your file {file}"),
    later("Gadfly does not let a run make your file {file}"),
    later("Gadfly does not let a run overwrite your file {file}"),
    later("Gadfly does not let a run change or delete {file}, which is outside of your program's folder"),
    later("Gadfly does not let a run delete {file}, which is outside of your program's folder"),
    later("Gadfly does not let a run make {file}, which is outside of your program's folder"),
    later("Gadfly does not let a run overwrite {file}, which is outside of your program's folder"),
)
_PROBLEMS = (
    later("Not run: {number} of {all} tests, since all tests together took {time}."),
    later("{test} is marked as one that has to fail, and it passes. Is that mark still right?"),
    later("The Python that runs the tests ended twice without a result. Saving the file tries again."),
    later("The Python that runs the tests did not come to them within {time}. Saving the file tries again."),
    later("The run deleted your file {file}. Gadfly put it back as it was."),
    later("{file} does not load (line {line}): {error}"),
    later("{file} does not load: {error}"),
    later("No file matches {pattern}, where the tests of {program} should be."),
    later("There are no tests for {program} yet. Which call could you check first, and what should it give?"),
    later("{program} is larger than 1 MB, too large to work with here."),
    later("{program} is not UTF-8 text: line {line} has a letter that cannot be read."),
    later("{program} cannot be read: {reason}."),
    later("Tests cannot run with the Python at {path}: {reason}. Gadfly needs Python 3.9 or newer."),
    later("There is no Python at {path}. Please choose another one in the settings."),
    later("There is no Python at {path}. Please ask your teacher: it is chosen for your class."),
)
_AT_ONCE = re.compile(r"stopped after 0\.\d+ s")  # a time that says nothing to people
ALL = (*_STOPPED, *_ENDED, *_REFUSED, *_PROBLEMS)


def outcome(text: str) -> str:
    """Say how a run ended, or what kept it from running; what is not known here stays as it is."""
    return say("stopped") if _AT_ONCE.fullmatch(text) else translated(text, ALL)


def translated(text: str, messages: Iterable[str]) -> str:
    """Say a filled message again in the language that is spoken; a text that is none of them stays as it is."""
    for message in messages:
        found = _pattern(message).fullmatch(text)
        if found:
            return say(message, **found.groupdict())
    return text


@cache
def _pattern(message: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(message)), re.DOTALL)
