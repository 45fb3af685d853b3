"""Words by which a check tells what a wording does; each is looked for as a whole word."""

from __future__ import annotations

import re

from gadfly_server.models.lists import listed


def word_list(words: str) -> re.Pattern[str]:
    """A pattern that finds any of some words; spaces between two are an ``or``."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(words.split())})(?!\w)", re.IGNORECASE)


_LISTED = listed("en")
ENGLISH = word_list(
    r"""a after an and are as at back be before by can come comes did do does for from give gives go happen happens
    has have how if in into is it its just let line look many name now of on once or our program run runs same
    see should so take that the then there think this time times to value was we what when where which will with
    would you your"""
)
FOREIGN = word_list(
    r"""aber als auf bei bist das dein dem den der des die du ein eine einen er ergibt für gibt hat ist mit nach
    nicht oder sie und von was welche welchen welcher wenn wie wird zeile zu zum avec combien cette dans de des
    du elle est et la le les ligne mais ne pas pour que quel quelle sur un une vous aquí como con cuando cuántas
    del el en esta la las línea los más para pero por qué se si su una valor veces y che con della di il linea
    per quale quante sono"""
)
# The word of a question that comes first tells what is asked for.
ASKED = re.compile(
    r"\b(?:(?P<count>how\s+(?:many|often|much(?!\s+is\s+§))"
    r"|(?:(?:what\s+is|what's)\s+the|what)\s+(?:number|count)\s+of(?=\s+(?:times|passes|rounds|runs)))"
    r"|(?P<why>why|how\s+come|(?:for\s+)?what\s+reason|what(?:['’]s|\s+is)\s+the\s+reason)"
    r"|(?P<moment>when(?=\s+(?:does|do|did|will|is|would)\b))|(?P<what>how(?=\s+(?:do(?:es)?\s+§\s+look|(?:much|far|high|big|large)\s+(?:is|has)\s+§))"
    r"|(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+)?(?:work\s+out|find|name|tell\s+me|spot|identify|write\s+down|give\s+me|calculate|show\s+me)(?=\s+(?:(?:the\s+(?:\w+\s+|(?:value|contents?)\s+of\s+)?)?§|the\s+(?:line|character)))"
    r"|what|which|where|who"
    r"|the\s+line(?=\s+(?:(?:of|in)\s+§\s+)?that\b))|(?P<how>how))\b",
    re.IGNORECASE,
)
# A question that is put as a request: "Please count how many times …".
BIDDING = re.compile(
    r"\b(?:say|tell\s+me|count|work\s+out|find(?:\s+out)?|figure\s+out|write(?:\s+down)?|name|explain|describe|predict"
    r"|calculate|note(?:\s+down)?|determine|guess|show\s+me|decide|check)\b[^.?!]*?"
    r"\b(?:how\s+(?:many|often|much)|what|which|where|(?P<moment>when)|(?P<why>why)|whether|the\s+(?:value|number|line|result|list|text)\s+(?:of|that|in|on))\b[^?!]*\.?$",
    re.IGNORECASE,
)
# What a question asks for by what it is or what it is measured in: "which pair should", "how many cents does".
CALLED = re.compile(
    r"\b(?:(?:which|what)\s+(?:pair|tuple|list|dictionary|text|string|word|answer|amount)"
    r"|how\s+much\s+money|how\s+many\s+(?:cents|euros?|dollars?|pounds|francs|seconds|minutes|hours|days|weeks|months"
    r"|years|degrees|points|met(?:er|re)s|kilomet(?:er|re)s|miles|grams|kilograms|lit(?:er|re)s))"
    r"\s+(?=(?:should|would|does|is|will|do\s+you|has)\b)",
    re.IGNORECASE,
)
# The same by a word for any answer, and by a word that may be the question's own.
ANSWERED = re.compile(r"\b(?:which|what)\s+(?:answer|amount)\s+(?=(?:does|is|will|has)\b)", re.IGNORECASE)
NAMED = re.compile(r"\b(?:which|what|how\s+many)\s+(?P<named>[a-z]+)\s+(?=should\b)", re.IGNORECASE)
RETURN_LINES = re.compile(r"`return`\s+(?=(?:lines?|statements?)\b)")
# Of each, a wording has some if and only if the question has.
FIRST = word_list("first 1st")
PIVOTS = (
    word_list(
        r"before(?!\s+(?:we|you|anything|reading|looking|touching|running|checking|going|doing|jumping"
        r"|diving)\b) prior\s+to"
    ),
    word_list(
        r"""after afterwards once(?!\s+(?:more|again)) (?<!imagine\s)following(?!\s+every)
    end(?:s|ed)?\s+up (?:walk|go|work|step)\w*\s+through
    (?:is|are)\s+(?:over|done|complete|finished|through|behind)
    (?:has|have)\s+(?:just\s+)?(?:finished|ended|completed|made|done) completes finishes
    ends(?!\s+(?:with|on|at|in)) handled (?:at|by)\s+the\s+end\s+of\s+(?:the|its|pass|round) (?:has|have)\s+just\s+run
    (?:has|have)\s+(?:just\s+)?\w+(?:\s+through)?\s+(?:its|the|their)\s+\w+\s+(?:pass|round)"""
    ),
    FIRST,
    word_list("last final finally latest"),
    word_list(r"(?:next|second)\s+to\s+(?:the\s+)?last last\s+but but\s+one \w+-to-last penultimate"),
    word_list(r"not cannot no never without nor neither \w+n['’]t"),
    word_list(r"inside within enclosed"),
    word_list("same"),
    word_list(
        r"expect expected expecting expectation kept\s+its\s+promise "
        r"as\s+(?:it\s+(?:is|was)\s+)?(?:described|promised|intended|planned) "
        r"(?:a|the)\s+(?:right|correct)(?=\s+(?:value|result|answer|program|§)) "
        r"should want wants wanted supposed ought meant wish "
        r"(?<!look\s)(?<!looks\s)like hope hoping intend did\s+its\s+job"
    ),
    word_list(r"another next(?=\s+call) (?<=§)\s*next other others else elsewhere"),
    word_list(r"print\w* show\w*(?!\s+(?:after|when|just|right)\b) display\w* screen"),
)
SETTLING = (PIVOTS[0], PIVOTS[4], PIVOTS[7])  # none of them is said in passing
# What has many names is brought in by the plainest of them only.
BROUGHT_IN = {
    PIVOTS[1]: word_list(r"after afterwards following(?!\s+every)"),
    PIVOTS[8]: word_list(
        r"should want wants wanted supposed ought meant expect expected expecting expectation kept\s+its\s+promise"
        r" intended planned promised"
    ),
    PIVOTS[10]: word_list(r"print\w* display\w* screen"),
}
INTENDED = PIVOTS[8]
# Where it is asked what is printed, what is given back is another matter.
# What is asked for of a call is what it gives.
GIVES = word_list(
    r"""value\s+of outcome be
    giv\w* return\w* produc\w* get gets gotten com(?:e|es|ing) hand\w* output\w* result\w* back from expect\w*
    tell answer\w* receiv\w* yield\w* deliver\w* spit\w* evaluat\w* be\s+for see"""
)
# As it should be, which is not as it is: said of a run only where our question asks what should be.
IDEAL = re.compile(
    r"\b(?:in\s+an?\s+(?:ideal|perfect)\s+world"
    r"|(?:if|when|supposing|suppose|imagine|pretend|assume|assuming)\s+(?:that\s+)?"
    r"(?:it\s+all|all|everything|(?:the|your|this)\s+(?:\w+\s+)?\w+)\s+(?:already\s+)?"
    r"(?:goes|went|works?|worked|behave[sd]?|ran|did\s+its\s+job)|in\s+a\s+working\s+program|correctly|perfectly"
    r"|as\s+specified|required\s+of(?=\s+§)|if\s+it\s+(?:were|was)\s+right|according\s+to\s+plan"
    r"|(?:function|program|code)\s+(?:were|was|is)\s+(?:perfect|right|correct)|\btest\b[^?]*\b(?:happy|pass)\b"
    r"|(?<!look\s)(?:as\s+per|per|according\s+to|going\s+by|judging\s+by|by)\s+(?:the|its)\s+"
    r"(?:specification|docstring|description|task|definition)|the\s+(?:correct|right)\s+(?=§))",
    re.IGNORECASE,
)
WISHED = word_list("should right correct")
# What no wording brings in: it would ask for another thing, or at another time.
BROUGHT = word_list(
    r"(?<!come\s)(?<!comes\s)out\s+of give\s+(?:in(?!\s+your)|to) give\s+back\s+in who (?:long|well|shortly)\s+after"
    r" happens?\s+to made\s+of what\s+(?:kind|sort|size) to\s+be\s+taken"
    r" (?<!go\s)(?<!goes\s)(?<!gone\s)(?<!going\s)around(?!\s+the\s+time)"
    r" (?:see|know|remember|help|good|happy|sure)\s+(?:that|why|how(?!\s+(?:many|often|much))|when)"
    r"\s+(?:the|line|§|your)"
    r" (?:twice|half|double)(?=\s+§) at\s+(?:most|least|best)(?=\s+how) does\s+§\s+count"
    r" did\s+you\s+mean (?:does|is|will)\b[^.?]*\bmore\s+than\s+one\s+time"
)
RIGHT = word_list(r"(?:a|the)\s+(?:right|correct)\s+(?:value|result|answer|program|(?=§))")
WHICH_LINE = re.compile(
    r"\b(?:which|what)\s+(?:is\s+the\s+(?:first|last)\s+|of\s+(?:the|these)\s+)?lines?\b(?!\s+\d)", re.IGNORECASE
)
WHERE = word_list(r"where\s+(?:is|are|does|do|did)")
YES_OR_NO = re.compile(r"\s*(?:is|are|does|do|did|will|would|can)\b", re.IGNORECASE)
JOINING = (
    "is",
    "are",
    "does",
    "do",
    "so",
    "it",
    "total",
    "all",
    "the",
    "a",
    "of",
    "on",
    "in",
    "which",
    "what",
    "it",
    "that",
    "this",
    "its",
)
# Words that say where one is in a run, and nothing of what happens there.
SETTING = word_list(
    r"""at before body by call called during each executed first from handling here i it its itself just last line loop
    many moment next now number often only over pass passes pick python right round rounds second somewhere take
    test third time times until us value when where which while working pause button hit we're we've you're you've with
    crash python's"""
)
# A moment at which one stops: that it comes is no statement.
REACHED = re.compile(
    r"(?:\bstop\b[^.,]*?)?\b(?:before|after|when|once|until|moment)\b[^.,]*?\b(?:runs|has\s+(?:just\s+)?run|comes\s+up|gets|works\s+on)\b"
    r"|^(?:now\s+)?let\s+(?:the\s+\w+\s+(?:on\s+)?)?(?:line\s+\d+\s+)?(?:run|make|go|do)\b|\bruns\s+once\b"
    r"|(?:^|\bnext\s+)comes\b|\bhere\s+(?:is|are)\b|\b(?:you|we)\s+are(?=\s+(?:in|at)\b)|\bmakes\s+the\s+call\b"
    r"|\bstop\b(?=[^.,]*\b(?:before|after)\b)"
    r"|\b(?:is|are)\s+(?:over|done(?:\s+with)?|finished|complete|behind\s+us|about\s+to)\b"
    r"|\b(?:has|have|['’]ve)\s+(?:just\s+)?(?:not\s+)?(?:been\s+)?(?:done|finished|ended|completed|made|run|executed"
    r"|reached|gone\s+through)\b"
    r"|\b(?:have|['’]ve)\s+(?:just\s+)?reached\b|\bgives\s+up\s+with(?=\s+(?:an?\s+|the\s+)?§)"
    r"|\bhaven['’]t\s+run\b|\b(?:ends|finishes|completes|makes|starts|begins)\s+(?=(?:its|the)\s+\w+\s+pass\b)"
    r"|\bthere\s+is(?=\s+(?:an?|one|some)\b)",
    re.IGNORECASE,
)
# A value that is asked about, and one for which something is asked.
ABOUT = re.compile(
    r"\b(?:(?:what(?:\s+value)?|how\s+much|was|welchen\s+wert)\s+(?:is|does|did|has|will|would|hat|ist|enthält)\s+(?:in\s+)?"
    r"|(?:what|which)\s+values?\s+of\s+)(`[^`(]+`)",
    re.IGNORECASE,
)
GIVEN = re.compile(r"\b(?:for|für)\s+(`[^`(]+`)", re.IGNORECASE)
# That there is what is asked for, each question says with it.
SUPPOSED = re.compile(
    r"^(?:(?:in\s+this\s+call|for\s+§),?\s+)?(?:there\s+is\s+(?:an?|one|some)\b|some|an?\b"
    r"|(?:python|the\s+(?:program|call|§))\s+comes\s+up\b)",
    re.IGNORECASE,
)
HAPPENING = word_list(
    r"""runs? ran running is are was were taken takes take comes? ends? does do did makes? made gets? got happens?
    goes go went prints? gives? returns? has have can will decides? begins? agrees? stops? starts? reached"""
)
NEGATED = re.compile(r"(?:\bnot\b|n['’]t\b|\bnever\b|\bwithout\b)[^`]*`([^`]+)`", re.IGNORECASE)
BACK = word_list(r"return\w* (?:give|gives|hand|hands|get|gets|send|sends)\s+back")
IDIOMS = re.compile(
    r"\bone\s+(?:step|thing|line|bit)\s+at\s+a\s+time\b|\b(?:line|step|one|bit|pass|value)\s+by\s+(?:line|step"
    r"|one|bit|pass|value)"
    r"\b|\bstep\s+(?=through\b)|\bmore\s+than\s+one\s+time\b|\bone\s+(?:more|last)\s+(?:time|look|thing|step|question)\b|\ball\s+(?:right"
    r"|set|your\s+time)\b"
    r"|\bright\s+(?=after|before|when|then|at|there)|\b(?:start|begin)(?:s|ing)?\s+(?:with"
    r"|from\s+the\s+top|off|by|at\s+the\s+beginning)\b"
    r"|(?:^|(?<=[.?!:]\s))at\s+the\s+(?:very\s+)?(?:start|beginning)[,:]"
    r"|\babout\s+to\s+(?:return|end|stop)\b|^(?:thinking|speaking)\s+of\s+an?\s+(?:\w+\s+)?\w+,|\bleft\s+in(?=\s+§)"
    r"|\breached\s+(?=just|right|after|when)|\bstart\s+to\s+run\b|\bor\s+not(?=\s*\?)|\bif\s+it\s+all\s+worked\b"
    r"|\bleaves?\s+(?:what\s+)?in(?=\s+§)|\bif\s+(?:all|everything)\s+goes\s+well\b|\bfinal\s+value\s+of(?=\s+§)"
    r"|\bon\s+the\s+way\s+to\s+(?:the|an)\s+(?:answer|result)\b|(?<=§)\s+equals?\b|(?<=§\s)\s*equals?\b"
    r"|\b(?:has|have)(?:\s+not|n't)\s+(?:been\s+)?(?:run|executed)(?:\s+line\s+\d+)?\s+yet\b"
    r"|\b(?:start|begin)s?\s+(?=(?:its|the|their)\s+)|\bever\s+(?=get|run|reach|execut)|\breach(?:es|ed)?\s+(?=line)"
    r"|\bgets?\s+started\b|\bthe\s+(?:whole\s+)?run\b|\bwrite\s+(?:it\s+)?down\b"
    r"|\bin\s+(?:there|other\s+words)\b|\ball\s+in\s+all\b|\bindented\s+(?:code|block|part|lines)\b|\bput\s+(?:yourself|a\s+new)\b"
    r"|\bno\s+(?:rush|hurry|worries)\b"
    r"|\bagree(?:s)?\s+on\b|\btry\s+to\s+(?=see|picture|imagine|follow|work)|\bhow\s+about\b|\bnobody\s+stops\b"
    r"|\bever\s+(?=come|end|stop|finish|reach)|\bcorrectly\b"
    r"|(?:,\s+)?\b(?:that\s+is|say),\s+(?=wh|how|does|do|is|in)|\badd\s+up\b|\bin\s+math\b|\byes[\s-]+or[\s-]+no\b|\b(?:don['’]t|do\s+not)\s+worry\b"
    r"|\b(?:if|when)\s+the\s+\w+\s+(?:is|are)\s+(?=§)|\bwithout\s+(?:running|looking|touching(?=\s+(?:anything|your|the\s+(?:code|program|keyboard|computer))\b|[,:])|peeking|a\s+computer)\b"
    r"|\bof\s+all\s+(?:the\s+)?(?:lines|calls)\b|\bboth\s+calls\b|\berror\s+message\b|\bbe\s+clear\b"
    r"|\bevery\s+(?:call|step|pass|line)\b|\bthe\s+function\s+did\s+its\s+job\b|\blet's\s+(?:count|check"
    r"|test)\s+(?:every|each)?|\bfind\s+the\b|\bdo\s+you\s+think(?:\s+that)?\b"
    r"|\bwhat\s+is\s+left\b|\bthe\s+one\b|\bpoint\s+in\s+time\b|\bgive\s+up\b|\bin\s+(?:your|our)\s+(?:minds?|heads?"
    r"|own\s+words)\b|\bget\s+to\s+see\b"
    r"|\bkeep\s+(?:an\s+eye|track|going|in\s+mind)\b|\bexactly\b|\bfor\s+the\s+moment\b"
    r"|\bif\s+(?:the|your|this)\s+(?:function|program|code)\s+(?:worked|behaved|ran)\b"
    r"|\bread\b.{0,20}\bagain\b|\bonce\s+more\b"
    r"|\bdo\s+you\s+expect\s+to\s+(?:see|find)\b|\bin\s+an\s+ideal\s+world\b"
    r"|\bin\s+your\s+(?:view|opinion|estimation)\b|\bcounting\s+everything\b"
    r"|\b(?:as\s+per|by|per|according\s+to|going\s+by|judging\s+by)\s+(?:the|its)\s+(?:specification|docstring"
    r"|description|text|task|definition)(?:\s+of\s+the\s+(?:function|program))?\b"
    r"|\b(?:could|can|would)\s+you\s+(?:please\s+)?(?:tell|say|name|write\s+down|work\s+out|find\s+out|figure\s+out|predict"
    r"|guess|show|count)(?:\s+(?:me|us))?\b"
    r"|\bonly\s+(?:at\s+)?the\s+(?:call|line|loop)\b|(?<=\d)\s+only\b",
    re.IGNORECASE,
)
TALK = re.compile("|".join(each.replace(" ", r"\s+") for each in _LISTED["talk"]), re.IGNORECASE)
OPENING = re.compile(
    r"^(?:(?:now|ok|okay|alright|so|well|next|first(?!\s+things)|please|and|then|great|hi|hello"
    r"|yay|hooray|sure|got\s+it|absolutely|cool|perfect|fine|right|guess\s+what|(?:good|great)\s+news"
    r"|hey)(?:\s+there)?[,:!.]* )+(?!there\b)(?=\w|`)"
    r"|^(?:step by step|take your time|quick question|one question|here we go)(?: now)?[,:]\s+",
    re.IGNORECASE,
)
# That this is the place to look at.
POINTING = re.compile(
    r"\b(?:just|right|exactly|somewhere|look|start|begin)\s+(?:here|there)\b|\bhere(?=[,:]|\s+(?:at|on|in)\s+line)"
    r"|^(?:so\s+|now\s+|please\s+|just\s+|let['’]s\s+|let\s+us\s+|you\s+can\s+|we\s+)*(?:start|begin)\b"
    r"|\b(?:place|spot|key|clue|compare|judge|worry|hunt|suspect)\b",
    re.IGNORECASE,
)
# How much there is to go through, said of what is counted.
SIZED = word_list(
    r"(?:short|quick|small|tiny|little|long|mini)\s+(?:loops?|walk|journey|trip|tour|road|stretch|lists?|run|to\s+do)"
)
# What stands still, said of a variable.
STILL = word_list(
    r"freeze frozen hold holiday relax\w* rest sit sit(?:s|ting) sofa couch bench pause pausing sleep\w* silent home"
    r" stand wait wait(?:s|ing) weekend patien\w* parrot statue stone"
)
# Who or where the student is to be: no verb but such as say that one is there, nothing that compares or counts.
SCENE = re.compile(
    r"^(?:so\s+|now\s+|just\s+)*(?:imagine|picture|pretend|suppose|say)\s+(?:that\s+)?(?:you(?:['’]re|\s+are|\s+were)"
    r"|yourself(?:\s+as)?|being|to\s+be)\s+(?P<scene>[^.,;:!?§]{1,80})[.,:!]?$",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"(?:\b(?:as|like)|^(?:now\s+|just\s+)?(?:be|play))\s+(?P<scene>(?:an?|the)\s+\w+)(?:\s+(?:would|does))?\b",
    re.IGNORECASE,
)
BEING = word_list(
    r"""standing sitting walking waiting working playing cooking baking packing shopping travelling traveling visiting
    riding driving flying hiking camping reading helping explaining teaching telling holding watching talking having"""
)
NO_SCENE = re.compile(
    r"\b(?:with|who|which|that|when|where|while|if|until|unless|because|so|but|and|or|than|not|no|to|up|down|off|out|over|under"
    r"|frozen|stone|statue|parrot|snail|turtle|hamster|wheel|treadmill|mirrors?|snowball|threshold|exit|ground|head"
    r"|proud|sad|lucky|unlucky|quick|slow|rush|hurry|impatient|stranger|pensioner"
    r"|past|between|around|each|every|any|one|once|twice|half|whole|full|empty|back|again|round|rest|gap|post|fence"
    r"|exact\w*|very|too|same|different|wrong|right|\w+ed|(?!forest|guest|west)\w+est|can|will|would|should|is|are|was|were|has|have|does|do)\b",
    re.IGNORECASE,
)
# All of which a sentence may be made that only invites to look and to think: no word says what happens, where, or
# how much, and none is of a program but those for the whole of it.
INVITING = word_list(" ".join(_LISTED["inviting"]))
# The sentence that goes before a question about a test that passes, in its many forms.
AGREEING = re.compile(
    r"\b(?:(?:we(?:\s+also)?\s+have|we've\s+got|here is|here's|there is|there's|let's look at|look at|have a look at"
    r"|now for|take)\s+)?(?:a|one(?:\s+more)?|yet\s+another|one other|"
    r"another|a different|a second)\s+(?:other\s+)?test\s+(?:that\s+|which\s+|case\s+)?(?:already\s+)?(?:agrees"
    r"|passes)(?:\s+already)?(?:,\s+so\s+let's\s+\w+(?:\s+at)?\s+it)?",
    re.IGNORECASE,
)
DIFFERENT = word_list(r"how\s+many\s+different")
COUNTS = {
    "times": word_list(
        r"how\s+often number\s+of\s+times how\s+many\s+(?:\w+\s+)?"
        r"(?:times|passes|rounds|turns|iterations|repetitions|laps|trips|loops)"
    ),
    "lines": word_list(r"how\s+many\s+(?:of\s+)?(?:(?:the|these|those)\s+)?(?:lines|statements|them) how\s+many(?=,)"),
}  # what is counted
WITH = re.compile(
    r"\b(?:with|while|seeing|to\s+a|than)\s+(?!pass\s|(?:the\s+)?(?:\w+\s+)?§|your?\b|python|us\b|me\b|the\s+loop)\w+",
    re.IGNORECASE,
)
# Without one of these, a sentence that invites to look says nothing of a program.
THINGS = word_list(
    r"""§ loop\w* line\w* range\w* index\w* list\w* items? element\w* name\w* variable\w* condition\w* function\w*
    code\w* number\w* value\w* program\w* calls? total\w* sum result\w* return\w* print\w* it its row\w* pass\w*
    body zero one sign operator comparison case cases base left right inside outside if else elif equal\w*
    limit\w* border\w* edge\w* position\w* colon copy answer\w* solution\w* hint\w* test\w* exponent
    start\w*(?=\s+(?:at|from|of|value)) text\w* argument\w* parameter\w* input\w* repair\w*"""
)
# What a sentence says that a variable is.
PREDICATED = re.compile(
    r"(?:^|,\s)(?:and |so |now |here |our |your |the )*`[A-Za-z_]\w*`\s+"
    r"(?:is|was|has|holds|contains|stays|becomes|starts|keeps)\b",
    re.IGNORECASE,
)
JUDGEMENTS = (
    re.compile(
        r", (?:which(?!\s+(?:line|value|number|result|one|name|of)\b)|who|where|as|so(?!\s+(?:how|which|what|after))"
        r"|but|and|even|or)\b",
        re.IGNORECASE,
    ),
    word_list(
        r"wrong mistake\w* bugs? buggy errors? incorrect\w* fault\w* broken problem\w* issue\w* fail\w* flaw\w*"
        r" blame\w* guilt\w* culprit\w*"
    ),
    word_list(
        r"correct\w* right yes indeed true perhaps maybe possibly probably namely suspicious odd strange weird "
        r"trouble\w* damag\w* luck\w* coincidence hot slow alone"
    ),
    word_list(
        r"too missing miss\w* forg[eo]t\w*(?!\s+the) lacks? lost extra off\s+by instead rather\s+than unnecessar\w*"
    ),
    word_list(r"because since therefore thus hence although though given\s+that due\s+to"),
    word_list(
        r"""change\w* replac\w* add adds adding added remov\w* repair\w* delet\w* mov(?:e|es|ing) fix\w* swap\w*
        insert\w* rewrit\w* using edit\w* indent\w* must could\s+you have\s+to need\w* updat\w* adjust\w* modif\w*
        switch\w* set\s+to drop\w* includ\w* exclud\w* correct\w* initiali\w* reset\w* assign\w* initial\w*
        touch\w*\s+(?:line|it|this|that|§|the\s+(?:line|loop))"""
    ),
    word_list(r"always only all every none nothing already still again both never forever ever endless\w* infinite\w*"),
    word_list(
        r"early late earlier later less more fewer greater smaller larger lower\w* higher least most enough even"
    ),
    word_list(
        r"answer(?!\s+(?:should|do|would"
        r"|comes)\b) answers hints? solution\w* secret\w* prompt\w* instruct\w* system model tests?"
    ),
    word_list(
        r"""index\w* indices position\w* start\w* begin\w* began begun boundar\w* limit\w* edge\w* border\w* range\w*
    zero\w* negative empty element\w* items? entry entries sign operator\w* compar(?:es|ed|ing|isons?)
    condition\w* equal\w* default\w* skip\w* leav\w* left cover\w* counted counts subtract\w* visit(?!or)\w*
    counting(?!\s+question) stuck otherwise increas\w* decreas\w* shorter longer bound bounds slate clean\w*
    fresh\w* old group strict carr(?:y|ies)\s+over pil\w+\s+up clear\w* spill\w* grow\w* shrink\w*
    reach(?:es|ed) nobody no\s+one neither missing outside nested base\s+case recurs\w* infinity overwrit\w*
    alias\w* cop(?:y|ies|ied) mutat\w* colon quote\w* bracket\w* parenthes\w* caller unset undefined"""
    ),
    re.compile(
        r"\b(?:if|had|were|suppose|assuming|imagine)\b[^,.?]{0,40}\b(?:was|were|began|had|instead|otherwise|did"
        r"|been)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bfor\s+(?!a\b|now|the\s+(?:first|second|third|moment|call|input|list|very|whole|run|age|number|value"
        r"|text|table|§|\w+\s+§)|this|that|it|you|me|us|them|him|her|§|instance|example|each|every|just|input|one|an?\b"
        r"|our|from|\W)\w+",
        re.IGNORECASE,
    ),
    re.compile(r"\bor\s+(?!not\b)\w+|\bbe\s+of\b", re.IGNORECASE),
    re.compile(
        r"\bif\s+(?!the\s+\w+\s+(?:is|are)\s+§|you|we|nobody|python|someone|somebody"
        r"|everything\s+(?:works?|worked|goes|went)(?:,|\s+(?:well|fine|right|perfectly|properly|correctly"
        r"|as\s+(?:it\s+should|planned|intended|described|expected|promised))\b))\w+",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:,| ) (?:and|or|but) (?:is|are|was|were|does|do|did|what|how|which|why|where|who|should|not|would)\b",
        re.IGNORECASE,
    ),
)
MILD = (JUDGEMENTS[6], JUDGEMENTS[7], JUDGEMENTS[9])
UNKIND = word_list(
    r"""nice\s+try
    obvious\w* simply easy easily trivial\w* silly stupid\w* dumb careless\w* sloppy lazy clearly of\s+course
    you\s+failed your\s+fault bad terrible awful embarrass\w* shame\w* idiot\w* ridiculous even\s+a\s+child
    come\s+on great(?!\s+moment) perfect excellent brilliant well\s+done good\s+job nice\s+work beginner genius
    you\s+(?:\w+\s+)?(?:clown|monkey|donkey|dragon|monster|parrot|child|baby)
    (?:be|like)\s+an?\s+(?:clown|monkey|donkey|sheep|baby|toddler) (?:dragon|pea|bird|monkey)\s*brain go\s+home
    seriously wow amazing awesome fantastic should\s+know hopeless dummy kid honey dear pathetic hurry(?!\w)
    finally\s+get moron clueless"""
)
# Words with which one can ask for the same thing and say no more.
NEUTRAL = word_list(
    r"""about actually am any anybody anyone are around asked away been being body both\s+of call\w* careful\w* carry
    carried carries check code come comes computer contain\w* control\w* could current\w* decid\w* does done
    during each\s+time end ends enter\w* execut\w* expect\w* eventually far figure find finish\w* follow\w*
    found function\w* gets? getting given gives? giving goes going got guess had hand hands happen\w* having
    head help here hold\w* imagine input inside it's keep\w* kind know let's list made make\w* me mean\w* memory
    mind minute moment my nd next number often one ones out output over own paper part pass\w* peek pick picture
    piece place please point\w* predict\w* produc\w* python quick\w* rd read\w* ready really receiv\w* repeat\w*
    result\w* return\w* rounds? say\w* second see\w* set sets short show\w* some somebody someone something
    sort spot step\w* stop\w* stor\w* sum take\w* tell term\w* they thing through together took total trace
    turn\w* up us used want\w* watch while whole word words work\w* write wrote your yourself loop's line's
    lines program's according answer answers appear\w* arriv\w* assignment believe branch cause causes
    cod(?:e|es) complet\w* conclud\w* contents? curious cycle\w* deliver\w* description determin\w* docstring
    evaluat\w* everything exact\w* planned governs halt\w* hop(?:e|ing) i'm intend\w* iterat\w* jump land laps like
    size dictionary view listed look\w* notice obtain observe occur\w* ought path perform\w* pop\w* price proceed
    promis\w* raise\w* reach repetition\w* responsible rule\w* run\w* screen stage statement still\s+open stored
    string suppos\w* task tells term terminat\w* tuple text today's trip\w* variable visible way went wonder\w*
    become\w* work yield\w* yours we'll you'd you'll we'd what's it'll there's i'd expectation contents exactly ask asks
    dictates settle\w* turns time\s+around much correct anything them this these those that's immediately
    finally whose single amount behind put use remains crash(?:es)? ended outcome gone count counting describ\w*
    identify triggers? plain new walk complain\w* user sends? under all handled throws? built lands? looping doesn't
    thinking touching course names letters keys values stack right satisfied refer left described"""
)
BINDING = re.compile(
    r"`([^`]+)`\s*(?:is|was|=|==|holds|has|equals|becomes|gives|gave|returns|returned|being)\s*(?:now\s+|still\s+)?"
    r"(`[^`]+`|-?\d+)"
)
# What many things may be, and a place of a program only if something is said of it.
SIZED = word_list("short long small tiny little big quick slow early late half full empty bare plain lonely")
# A word before a place of the program, which says of what kind that is: "the strict `if`".
OF_A_PLACE = re.compile(
    r"([a-z][\w'-]*)\s+(?=`|(?:loop|line|body|pass|call|function|condition|test|block)s?\b)", re.IGNORECASE
)
