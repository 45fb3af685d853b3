"""English words for answers and requests."""

from __future__ import annotations

import re

from gadfly_server.tutor.vocabulary.vocabulary import Vocabulary, requests

_UP_TO_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_RANKS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_UNSURE = (
    r"(?:i['’]?m |i am )?(?:not (?:really |quite |so |very )?(?:sure|certain)|unsure)|(?:i have )?no (?:idea|clue)"
)
_SELF = r"(?:it|this|that|the (?:answer|question))"
_BUG = r"(?:the |my )(?:bug|error|mistake|problem|fault)"
_BAD = r"(?:(?:so |really |very |too |just |a |an )*(?:stupid|dumb|annoying|boring|useless|bad|idiot|awful|terrible))"
_UPSET = (
    rf"(?:you(?:['’]?re| are)?|this(?: is)?|that(?: is)?|it(?:['’]?s| is)?|what) {_BAD}(?: \w+)?"
    rf"|(?:you|this|it) (?:really )?sucks?|{_BAD}|(?:fuck|shit|damn)(?!.*\d).*|bullshit"
)

WORDS = Vocabulary(
    numbers={word: number for number, word in enumerate(_UP_TO_TWENTY)}
    | {"never": 0, "once": 1, "twice": 2, "thrice": 3},
    nothing={"none": 0, "no": 0, "not": 0, "nothing": 0},
    values={
        "true": True,
        "yes": True,
        "false": False,
        "no": False,
        "none": None,
        "null": None,
        "nothing": None,
        "nil": None,
        "nothing at all": None,
        "none at all": None,
        "no value": None,
        "inf": float("inf"),
        "infinity": float("inf"),
        "empty list": [],
        "an empty list": [],
        "a empty list": [],
        "the empty list": [],
        "the list is empty": [],
        "empty string": "",
        "an empty string": "",
        "a empty string": "",
        "the empty string": "",
        "empty text": "",
    },
    empty="empty",
    opening=re.compile(
        r"^(?:(?:i (?:think|guess|believe|expect)|maybe|probably|perhaps|well|so|um+|hm+)[,: ]+(?:that )?)*"
        r"(?:(?:it|that)['’]?s\s+|(?:it|this|that|the (?:answer|value|result|call|test|program|code)|`[^`]*`)\s+)?"
        r"(?:(?:should|would|will|must|has to|needs to) (?:be|give|return|print|say|show)|wants"
        r"|(?:should )?counts? as|as"
        r"|gives(?: back)?|returns|prints?|says|shows|runs|is|was|equals|=+|->|=>)?\s*"
        r"(?:the (?:text|string|word|list|number|value)\s+)?",
        re.IGNORECASE,
    ),
    closing=re.compile(
        r"(?<=[^\s,])[\s,]+(?:i (?:guess|think|believe|suppose)|or something(?: like that)?|maybe|probably|lol)\??$"
        r"|(?<=['\"\])}])[\s,]+right\?$",
        re.IGNORECASE,
    ),
    reason=re.compile(r"(?:,|(?<=[^\s,]))\s+(?:because|since|cause|bc)\b.*", re.IGNORECASE | re.DOTALL),
    hedge=re.compile(
        rf"^(?:(?:{_UNSURE}|i(?:['’]d| would)? (?:think|guess|believe|expect|suppose|say)(?! (?:so|not))|maybe"
        rf"|perhaps"
        r"|probably|well|so|um+|hm+|(?:it['’]?s|it is|the answer is)(?= (?:yes|no)\b))\b"
        r"[,.;: ]*(?:but\b|that\b)?[,.;: ]*)+"
    ),
    agreed=re.compile(
        r"(?P<no>no+(?=\W*$|\s*[,.;:!?-]|\s+(?:it|he|she|they|i|this|that|because|since|cause|bc|not|never|way)\b)"
        r"|nope|nah+|false|n(?=\W*$))(?!\w)"
        r"|(?P<isnt>(?:i )?(?:do not|don['’]?t) think (?:so|it (?:is|does|will))"
        r"|(?:it |this |that )?(?:is not|isn['’]?t|does not|doesn['’]?t|will not|won['’]?t|did not|didn['’]?t)"
        r"|never|not)(?!\w)"
        r"|(?P<yes>yes+|yeah*(?!,? right\W*$)|ye+p?|ya|yup|yas+|true|taken|sure|of course|definitely|i think so"
        r"|(?:that['’]?s |that is )?correct"
        r"|(?:it |this |that )(?:is|does|will)(?=\W*$|\s*[,.;:!?]|\s+(?:because|since|cause|bc|(?:be )?taken|true)\b)"
        r"|y(?=\W*$))(?!\w)"
    ),
    stated=re.compile(r"(?:it|this|that)\b(?: \S+){2}|(?:not|never) (?!(?:true|correct|at all)\b)\w"),
    requests=requests(
        puzzled=rf"huh|what do you mean|wh?at|wdym|how|(can you |could you |please )*explain( {_SELF})?( please)?"
        rf"|what does {_SELF} mean|what do i (have to|need to) (say|write|type|answer)( here)?"
        r"|i (do not|don['’]?t) (really )?(understand|get) (the|your|this|that) question",
        unknown=r"\?+|(i )?(really )?(do not|don['’]?t|dont) know( it| that| this)?|i?dk|dunno|(i )?forgot( it)?"
        r"|(i (have|got) )?(no|zero|0) (idea|clue)( .*)?|(i['’]?m |i am )?(not (really |quite )?sure|unsure)|pass",
        stuck=r"(i['’]?m |i am )?(still |really |totally )?(stuck|lost|confused)"
        r"|(please |i (really )?need |(can|could|will) you (please )?"
        r"|i want )?(some )?help( me)?( please)?( with (it|this))?"
        r"|((can|could|may) i (get|have) |(can you |could you )?(please )?give me |i (need|want) )?(an? |some )?"
        r"(hint|tip|clue)s?( please)?"
        r"|easier|i (do not|don['’]?t) (understand|get)( it| this| that)?"
        r"|((this|it)( is|['’]?s) )?(too|so|really|very) (hard|difficult)( for me)?"
        r"|i (can not|can['’]?t|cannot)( (do|solve|find|see|get) (it|this|that))?( any ?more)?"
        r"|(so )?what (do|should|can|must) i do( now| here| next)?|what now|now what|how (do|should) i (start|begin)",
        skip=r"skip( it| this)?|next( question| one)?|(ask me )?another( one| question)?|something else",
        why=r"why\?*|why do you ask( me)?( that| this)?\??|why (does|should) (that|this|it) matter\??|how so\??"
        r"|what (is|has) (that|this) (for|to do with (it|my program))\??",
        more=r"(give me |can i (get|have) |i (want|need) )?(one more|another|more|the next)( help| hints?| tips?"
        r"| clues?)"
        r"( please)?|more( help| please)*|(tell|say|show)( me)? more|i (want|need) more( help)?|go on|next (level"
        r"|step)",
        solution=r"(just |please |can you |could you )*(tell|give|show) me the (answer|solution|fix|bug|repair|code)"
        r"( please)?|(just |please )+(tell|show|fix|solve|do|say)( me| it| this| that)*( please| already| now)?"
        r"|tell me"
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
        found=rf"(oh+[,. ]+|wait[,. ]+|ah+[,. ]+)*i (think i )?(see|found|got|get|know|have|figured)"
        rf"( {_SELF}| out| {_BUG})*( now)+|(oh+[,. ]+)?i (think i )?(have )?(found|see|got|know) ({_SELF}"
        rf"|{_BUG})( i think)?"
        rf"|found ({_SELF}|{_BUG})|i think i (know|see|found)( {_SELF})?",
        thanks=r"(ok(ay)?[,. ]+)?(many |a lot of )?thank(s| you)( a lot| so much| very much)?|thx|ty|cool|nice"
        r"|great|wow"
        r"|(that (is|was) )?(an? )?(good|great|nice) (question|one|job|hint|tip)|awesome|perfect|good"
        r"|you(['’]?re| are) (so |very |really |pretty )*(smart|clever|great|cool|awesome|nice|good|helpful|the best)"
        r"|i (really )?(like|love) (this|it|you)",
        again=r"(say |ask |show )?(it |that |me )*(again|once more)( please)?|repeat( (it|that"
        r"|the question))?( please)?"
        r"|(what|which) (was|is|were) (the|your) question( again)?|(the|what|which) question",
        bye=r"(please )?(stop|quit|exit)( it| now)?|(good ?)?bye+|see (you|ya)( later)?"
        r"|(can we |can i |may i |i want to |i (want|have|need) to |let['’]?s )(stop|quit|leave|go)( now| here)?",
        doubt=r"(i think |maybe |but )*(the |your |this |these )?tests? (is|are|must be|has to be|looks?) "
        r"(wrong|bad|broken|false|not right)|(i think |but )*my (program|code|function|answer) (is|looks|works)"
        r"( right| correct| fine| ok(ay)?| good)?",
        check=r"(is|was) (it|this|that|my answer) (right|wrong|correct|true|ok(ay)?)|(am|was) i (right|wrong)"
        r"|right\?+"
        r"|did i get (it|that) right|is (line \d+|the loop|the condition|the return) wrong",
        before=r"(i|you) (have |had |['’]ve )?(already|just) (said|told you|answered|asked|wrote)( me)?( that"
        r"| this| it)?"
        r"|you (have )?asked (me )?(that|this)( already| before| twice)?|(the )?same( question| thing"
        r"| answer)? (again|as before)",
        wait=r"(please )?(wait|one (sec|second|moment)|just a (sec|second|moment|minute)|(let|lemme)( me)? "
        r"(think|check|see|look|try)|hold on|brb|h+m+)( please| a (sec|second|moment|minute)| first)?",
        upset=rf"{_UPSET}|(i )?(really )?hate (this|it|you|python|coding|programming)( .{{1,30}})?|(ugh+|argh+|grr+)"
        r"|(w|o)tf|(go away|shut up|leave me alone|i give up|i quit|i am done with this)"
        r"|(i )?(do not|don['’]?t) (really )?care|whatever|who cares|meh",
        off=r"(hi+|hello|hey|ok(ay)?|k|lol|(ha){2,}h?|i see|oh+|ah+|aha)\?*|who are you\??|are you (an? )?(ai|bot"
        r"|robot|human)\??",
        aside=r"wh?at(['’]?s| is| are| does| do) (?!it\b|this\b|that\b).{1,40}"
        r"|what(['’]?s| is| are) the differences? between .{1,60}|(the )?difference between \S+ and \S+"
        r"|(the )?meaning of \S+|how (does|do) .{1,40} work\??|how (do|can) i use (?!it\b|this\b|that\b).{1,40}"
        r"|((can|could) you )?(please )?(explain|define) .{1,40}",
    ),
    around=re.compile(
        r"^(?:(?:sorry|um+|hm+|well|honestly|oh)[,. ]+)*"
        r"|(?:(?<![,. ])[,. ]+(?:sorry|at all|yet|really|honestly|here|either|tbh|lol|bro|man|dude|haha|though))+$"
    ),
    beyond=re.compile(
        r"\b(?:not|no|more|less|fewer|least|most|between|than|over|under|almost|nearly)\b|n['’]t\b|\b(?:do|does|did|is|wo)nt\b"
        r"|\b(?:hundreds?|thousands?|millions?|dozens?|half|except|(?:any\w*|every\w*|all) but|too (?:many|few"
        r"|much))\b"
        r"|\b(?:(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
        r"|the (?:last|next|other|same|right|wrong|only|big\w*|small\w*)|the|that|this|which"
        r"|another"
        r"|other|any|each|every|wrong|right) one\b|\bone of (?:the|them|these|those|my|your)\b"
    ),
    line=r"(?:the |on |in |it'?s |it is |could be )*(?:lines?|ln|l|row|number|#)?(?: (?:number|nr|no)\.?)?:?",
    counted=re.compile(r"\b(?:the )?(\d{1,5})(?:st|nd|rd|th) line\b"),
    ordinal=re.compile(r"\b(?:the )?(\d{1,5})(?:st|nd|rd|th)(?: one)?\b"),
    times=re.compile(r"never|once|twice|thrice"),
    place=re.compile(r"\b(?:(?:on|in|of) )?lines? (\d{1,5})\b"),
    joined=r"or|and|to",
    never=re.compile(
        r"(?:no,? )?(?:(?:it|this|that|the (?:line|loop|body|block)) )?"
        r"(?:not (?:at all|once|even once|a single time)"
        r"|(?:does not|doesn['’]?t|do not|don['’]?t|will not|won['’]?t|did not|didn['’]?t|never)"
        r"(?: (?:run|runs|ran|execute|loop|happen|get there)(?: at all| once)?)?)"
    ),
    ranks={word: number for number, word in enumerate(_RANKS, 1)},
    negated=r"\b(?:not|never|hardly|(?:is|do|does|did|wo|ca|was|are|has|have|would|should|could)n['’]?t)\b",
    denies=r"false|wrong|incorrect|no+|nope|nah+|skip\w*|untrue|only|just",
    affirms=r"true|yes+|yeah*|yep|yup|correct|right|taken",
    naming=r"i (?:think|guess|believe)|it(?:['’]?s| is| was| should be| must be| prints| gives| returns| raises)"
    r"|that(?:['’]?s| is)|this is|(?:name|variable|answer) is"
    r"|the|an?|name|variable|answer|has no value",
    between=r"and then|then|and",
    pairs=r"is|are|has|gets",
    choice=r"option|choice|answer|number|letter",
    option=r"option|choice|letter",
    article="an?",
)
