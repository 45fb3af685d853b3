"""Does a turn ask about something in the program?  Greetings, praise and questions that fit any program do not."""

from __future__ import annotations

import re

from gadfly_analyzers.source import Source
from gadfly_server.grading.claims.claim import sentences
from gadfly_server.grading.pointing import region
from gadfly_server.grading.students.mentions import mentions
from gadfly_server.grading.students.vocabulary import spoken_of

_REQUEST = re.compile(
    r"^\W*(?:(?:and|so|but|ok|okay|now|then|first|next|well|please|maybe|perhaps|alright|great|good|sure)\W+)*"
    r"(?:let['’]?s|let us|look|check|try|trace|walk|go|run|print|compare|consider|think|imagine|suppose|assume|say|take"
    r"|explain|tell|describe|show|recall|remember|see|notice|read|work|follow|write|use|add|change)\b",
    re.IGNORECASE,
)


def asks_about(text: str, source: Source) -> bool:
    """Tell whether a text asks or invites, and names something that the program has: lines, code, values, or a part."""
    return any(map(_asks, sentences(text))) and _names_a_part(text, source)


def _asks(sentence: str) -> bool:
    return sentence.endswith("?") or _REQUEST.match(sentence) is not None


def _names_a_part(text: str, source: Source) -> bool:
    said = mentions(text, source.text)
    if said.names or said.values or said.operators or region(text, source):
        return True
    return not said.elsewhere and bool(spoken_of(text, source.text))
