"""English words for answers and requests."""

from __future__ import annotations

import re

from gadfly_server.tutor.vocabulary.vocabulary import Vocabulary, requests

_UP_TO_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_UNSURE = (
    r"(?:i['’]?m |i am )?(?:not (?:really |quite |so |very )?(?:sure|certain)|unsure)|(?:i have )?no (?:idea|clue)"
)
_BAD = r"(?:(?:so |really |very |too |just |a |an )*(?:stupid|dumb|annoying|boring|useless|bad|idiot|awful|terrible))"
_UPSET = (
    rf"(?:you(?:['’]?re| are)?|this(?: is)?|that(?: is)?|it(?:['’]?s| is)?|what) {_BAD}(?: \w+)?"
    rf"|(?:you|this|it) (?:really )?sucks?|{_BAD}|(?:fuck|shit|damn)(?!.*\d).*|bullshit"
)

WORDS = Vocabulary(
    numbers={word: number for number, word in enumerate(_UP_TO_TWENTY)}
    | {"never": 0, "once": 1, "twice": 2, "thrice": 3},
    nothing={"none": 0, "no": 0, "not": 0},
    values={
        "true": True,
        "yes": True,
        "false": False,
        "no": False,
        "none": None,
        "null": None,
        "nothing": None,
        "nil": None,
        "inf": float("inf"),
        "infinity": float("inf"),
        "empty list": [],
        "an empty list": [],
        "empty string": "",
        "an empty string": "",
        "empty text": "",
    },
    empty="empty",
    opening=re.compile(
        r"^(?:(?:i (?:think|guess|believe|expect)|maybe|probably|perhaps|well|so|um+|hm+)[,: ]+(?:that )?)*"
        r"(?:(?:it|this|that|the (?:answer|value|result|call)|`[^`]*`)\s+)?"
        r"(?:should (?:be|give|return)|would (?:be|give|return)|(?:should )?counts? as|as|gives(?: back)?"
        r"|returns|runs|is|was|equals|=+|->|=>)?\s*",
        re.IGNORECASE,
    ),
    closing=re.compile(r"(?!)"),
    hedge=re.compile(
        rf"^(?:(?:{_UNSURE}|i (?:think|guess|believe|expect|suppose)|maybe|perhaps|probably|well|so|um+|hm+)\b"
        r"[,.;: ]*(?:but\b|that\b)?[,.;: ]*)+"
    ),
    agreed=re.compile(
        r"(?P<no>no|nope|i (?:do not|don['’]?t) think so|(?:it |this |that )?(?:is not|isn['’]?t|does not|doesn['’]?t)"
        r"|false|never|not|n(?=\W*$))(?!\w)"
        r"|(?P<yes>yes|yeah|yep|true|taken|(?:it |this |that )(?:is|does)|y(?=\W*$))(?!\w)"
    ),
    agreement=("yes", "no"),
    requests=requests(
        unknown=r"\?+|(i )?(really )?(do not|don['’]?t|dont) know( it| that| this)?|i?dk|dunno"
        r"|(i (have|got) )?(no|zero|0) (idea|clue)( .*)?|(i['’]?m |i am )?(not (really |quite )?sure|unsure)|pass",
        stuck=r"(i['’]?m |i am )?(still |really |totally )?(stuck|lost|confused)|help( me)?( please)?"
        r"|(a |give me a )?hint|easier|i (do not|don['’]?t) (understand|get)( it| this| that| the question)?"
        r"|(this is )?too hard",
        skip=r"skip( it| this)?|next( question| one)?|(ask me )?another( one| question)?|something else",
        why=r"why\?*|why do you ask( me)?( that| this)?\??|why (does|should) (that|this|it) matter\??|how so\??|huh\??"
        r"|what do you mean\??|what (is|has) (that|this) (for|to do with (it|my program))\??",
        more=r"more( help| please)*|(tell|say|show)( me)? more|i (want|need) more( help)?|go on|next (level|step)",
        solution=r"(just |please |can you |could you )*(tell|give|show) me the (answer|solution|fix|bug|repair|code)"
        r"( please)?|(just |please )+(tell|show|fix|solve|do|say)( me| it| this| that)*( please| already| now)?|tell me"
        r"|(what|where)(['’]?s| is) the (answer|solution|fix|bug|mistake|error|problem)\??"
        r"|what( is|['’]?s) wrong( here| with (it|this|that|my (program|code)))?\??"
        r"|how (do|can|should) i (fix|solve|repair|change) (it|this|that|the bug)\??|fix (it|this)( for me)?|solve it"
        r"|(?!(i|i['’]ve|we|because)\b|the \w+ \w+ (is|was)\b)"
        r".*\b(fixed|repaired|corrected|solved) (code|line|program|version|function)\b.*"
        r"|.*\bignore (all |your |the |previous |these )*(rules|instructions)\b.*"
        r"|(how about|why do not|why don['’]?t|can|could|would|will) you (just |please )*"
        r"(do|fix|solve|write|repair|answer) (it|this|that)( for me)?( please)?\?*",
        done=r"(i (think i )?(have )?|i['’]?ve )?(fixed|solved|changed|done|got)( it| this| that)?|it works( now)?"
        r"|(i (think i )?(have )?|i['’]?ve )(just )?(fixed|solved|changed|corrected|repaired) (the )?"
        r"(code|program|function|bug|loop|version|line)( \d+)?( and .{1,30})?",
        idea=r"(should|shall|can|could|must|do) i( have to| need to)? (?!fix|solve|repair).{3,}"
        r"|(is|was) it because .{3,}|what (if|happens if|about if) i .{3,}"
        r"|(maybe |perhaps )i (should|could|need to|have to|must) .{3,}",
        thanks=r"(ok(ay)?[,. ]+)?(many |a lot of )?thank(s| you)( a lot| so much| very much)?|thx|ty|cool|nice|great",
        upset=rf"{_UPSET}|(i )?(really )?hate (this|it|you|python|coding|programming)( .{{1,30}})?|(ugh+|argh+|grr+)"
        r"|(w|o)tf|(go away|shut up|leave me alone|i give up|i quit|i am done with this)",
        off=r"(hi+|hello|hey|ok(ay)?|lol)\?*|who are you\??|are you (an? )?(ai|bot|robot|human)\??",
        aside=r"what(['’]?s| is| are| does| do) (?!it\b|this\b|that\b).{1,40}"
        r"|how does .{1,40} work\??|(please )?explain .{1,40}",
    ),
    around=re.compile(
        r"^(?:(?:sorry|um+|hm+|well|honestly|oh)[,. ]+)*"
        r"|(?:[,. ]+(?:sorry|at all|yet|really|honestly|here|either|tbh))+$"
    ),
    beyond=re.compile(
        r"\b(?:not|no|more|less|fewer|least|most|between|than|over|under|almost|nearly)\b|n['’]t\b"
        r"|\b(?:hundreds?|thousands?|millions?|dozens?|half|except|(?:any\w*|every\w*|all) but|too (?:many|few|much))\b"
        r"|\b(?:the (?:first|second|last|next|other|same|right|wrong|only|big\w*|small\w*)|the|that|this|which|another"
        r"|other|any|each|every|wrong|right) one\b|\bone of (?:the|them|these|those|my|your)\b"
    ),
    line=r"(?:the |on |in |it'?s |it is )*(?:line|l|row|#)?",
    counted=re.compile(r"\b(?:the )?(\d{1,5})(?:st|nd|rd|th) line\b"),
    place=re.compile(r"\b(?:(?:on|in|of) )?lines? (\d{1,5})\b"),
    joined=r"or|and|to",
    article="an?",
)
