"""What a wording must have a word for, if our question has: of each pair, the first is looked for in ours."""

from __future__ import annotations

import re

from gadfly_server.models.signs import word_list

_NOUN = r"\b(?:which|what)(?: is the)?(?: first| last)? {}\b"
# What the question has a word of the first for, the wording must have a word of the second for.
KEPT = (
    (
        word_list(r"body\s+of\s+the\s+loop"),
        word_list(r"body loop\w* pass\w* rounds? iterat\w* inside block repeat\w* laps?"),
    ),
    (
        word_list(r"which\s+line\s+runs line\s+that\s+runs"),
        word_list(
            r"run runs ran running execut\w* reach\w* visit\w* get\s+to gets\s+(?:to|run) uses? used"
            r" carr(?:y|ies|ied)\s+out go(?:es)?\s+through"
        ),
    ),
    (
        word_list(r"come\s+to\s+an\s+end"),
        word_list(r"comes?\s+to\s+an\s+end end ends stop stops finish finishes halt halts terminat\w* complete"),
    ),
    (word_list(r"itself"), word_list(r"itself (?:its|your)\s+own alone")),
    (word_list(r"one\s+and\s+the\s+same"), word_list(r"one\s+and\s+the\s+same the\s+(?:very\s+)?same identical")),
    (word_list("different"), word_list("different distinct separate individual same")),
    (
        word_list(r"but\s+not"),
        word_list(
            r"not \w+n['’]t never only skip\w* without leav\w+\s+out ignor\w+ miss\w* unlike avoid\w* instead alone"
            r" untouched exclusive\w* pass\w*\s+over"
        ),
    ),
    (
        word_list(r"how\s+many\s+times"),
        word_list(
            r"how\s+(?:often|frequently) number\s+of\s+times number\s+of\s+\w+s(?=\s+(?:of|through)) \w+\s+count"
            r" how\s+many\s+(?:\w+\s+){0,2}(?:times|passes|rounds|turns|iterations|repetitions|laps|trips|loops|runs"
            r"|executions|\w+-\w+s|occasions|visits|cycles|(?:strokes|ticks|marks|tallies)(?!\s+does))"
            r" how\s+many\s+(?:of\s+(?:the|these|those)\s+)?\w+\s+(?:(?:in|of)\s+§\s+)?"
            r"(?:make|pass|let|cause|get|have|take|lead|satisfy|reach"
            r"|enter|trigger)"
        ),
    ),
    (
        re.compile(r"\bwhat\s+should\s+§\s+give\b", re.IGNORECASE),
        word_list(
            r"giv\w* return\w* produc\w* get gets com(?:e|es|ing) hand\w* output\w* result\w* back from expect\w* be"
            r" have want tell answer\w* receiv\w* yield\w* deliver\w* spit\w* evaluat\w* see outcome value\s+of"
        ),
    ),
    (
        re.compile(r"\bafter the \w+(?: \w+)? pass\b", re.IGNORECASE),
        word_list(
            r"after\w* following once done complet\w* through behind end\w* over finish\w* clos\w+ conclu\w* wrap\w*"
            r" past leaves? left then went gone has have had now"
        ),
    ),
    (
        word_list(r"program\s+prints?"),
        word_list(r"print\w* output\w* show\w* display\w* see screen writes? written says? terminal console"),
    ),
    (re.compile(_NOUN.format("character"), re.IGNORECASE), word_list("characters? signs? symbol mark")),
)
# The same, but said in more ways than any list has: where the word is missing, the rest of the question is weighed.
MOSTLY_KEPT = (
    (
        word_list(r"comes?\s+up"),
        word_list(
            r"comes?\s+up rais\w+ caus\w+ throw\w* occur\w* happen\w* moment crash\w* break\w* appear\w* "
            r"turn\w*\s+up stop\w* trigger\w* point\w*\s+(?:to|at) com\w+\s+from "
            r"complain\w* at\s+the\s+(?:time|point|instant)\s+of com(?:es|ing)\s+up blam\w+ hits? hitting strik\w+"
            r" gives?\s+up sets?\s+off runs?\s+into responsible trips? fall\w* pop\w* com(?:e|es)\s+to\s+light"
            r" mention\w* reports? reported shows? surfac\w* emerg\w* aris\w+ aros\w*"
        ),
    ),
    (word_list(r"end\s+with"), word_list(r"ends? ending last clos\w+ final stops?")),
    (
        word_list(r"taken"),
        word_list(
            r"take takes took taken takes into enter\w* inside through true in(?=\s+the\s+§|\s*\?) past pass(?:es)?"
        ),
    ),
    (
        word_list(r"does\s+line\s+\d+\s+run"),
        word_list(
            r"run runs ran execut\w* reach\w* get\s+to happen\w* carried\s+out arriv\w* visit\w*"
            r" action chance turn play used? way\s+to"
        ),
    ),
    (word_list(r"decides\s+how\s+often"), word_list(r"how\s+often number\s+of\s+times")),
    (
        word_list(r"gives?(?:\s+that)?\s+back give\s+back"),
        word_list(
            r"giv\w* return\w* hand\w* get gets com(?:e|es|ing)\s+(?:back|out|from) result\w* produc\w* back answer\w*"
            r" output\w* send\w* deliver\w* yield\w* receiv\w*"
        ),
    ),
    (
        word_list(r"gives\s+back\s+the\s+result"),
        word_list(
            r"giv\w* return\w* hand\w* send\w* deliver\w* yield\w* produc\w* back com(?:e|es|ing)\s+(?:out|from)"
            r" answers outputs responsible which\s+§(?=\s+(?:of|in)\s+§)"
        ),
    ),
    (word_list(r"in\s+all"), word_list(r"in\s+all in\s+total altogether overall")),
    (
        word_list(r"a\s+new\s+value"),
        word_list(r"assign\w* sets? chang\w* updat\w* giv\w* writ\w* stor\w* puts? modif\w* overwrit\w* new"),
    ),
    (
        re.compile(_NOUN.format("line"), re.IGNORECASE),
        word_list(r"lines?(?!\s+\d) where statement instruction return which\s+§(?=\s+(?:of|in)\s+§)"),
    ),
    (re.compile(_NOUN.format("error"), re.IGNORECASE), word_list("errors? exception")),
    (
        re.compile(_NOUN.format("pass"), re.IGNORECASE),
        word_list(r"pass(?:es)? rounds? iterations? laps? times? turns? trips? cycles?"),
    ),
)
