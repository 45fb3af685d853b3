"""Words by which a check tells what a wording does; each is looked for as a whole word."""

from __future__ import annotations

import re


def _words(words: str) -> re.Pattern[str]:
    """A pattern that finds any of some words; spaces between two are an ``or``."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(words.split())})(?!\w)", re.IGNORECASE)


ENGLISH = _words(
    """a after an and are as at back be before by can come comes did do does for from give gives go happen happens has
    have how if in into is it its just let line look many name now of on once or our program run runs same see should
    so take that the then there think this time times to value was we what when where which will with would you your"""
)
FOREIGN = _words(
    """aber als auf bei bist das dein dem den der des die du ein eine einen er ergibt für gibt hat ist mit nach nicht
    oder sie und von was welche welchen welcher wenn wie wird zeile zu zum avec combien cette dans de des du elle est
    et la le les ligne mais ne pas pour que quel quelle sur un une vous aquí como con cuando cuántas del el en esta la
    las línea los más para pero por qué se si su una valor veces y che con della di il linea per quale quante sono"""
)
ASKED = (
    ("count", _words(r"how\s+(?:many|often|much)")),
    ("why", _words(r"why how\s+come for\s+what\s+reason")),
    ("what", _words("what which where who")),
    ("how", _words("how")),
)
PIVOTS = (
    _words(r"before prior\s+to"),
    _words("after afterwards once following"),
    _words("first 1st"),
    _words("last final finally latest"),
    _words(r"not no never without nor neither \w+n['’]t"),
    _words("inside within"),
    _words("same"),
    _words("expect expected should want wants wanted supposed ought meant wish"),
    _words("another other others else"),
)
OPENING = re.compile(r"^(?:now|ok|okay|so|well|next|first|please|alright|and|then)[,:]? (?=\w|`)", re.IGNORECASE)
# Words with which one invites to look and to think; none of them names what a program is made of.
INVITING = _words(
    r"""a about after again all along am an and another any are around as ask at back be between break\w* breath
    breathe call calm\w* calmly careful\w* carefully check close\w* code comes computer consider curious
    deep deeper down each eyes far figure find finger focus follow\w* for front full go going good got grab
    hand handy have head help here here's how hurry i i'd i'll idea imagine in interesting is it it's keep
    know let let's like line lines? little look lot machine make me mind minute moment more my new next no
    of off on once one open or other out over own paper part pause pencil pick picture piece place play
    please pretend program put puzzle python question quick\w* quiet\w* read reading ready run rush scroll
    second see short show sit slow\w* slowly small something start stay steady step stop story sum sure talk
    tell than the them there they thing things think this through time tiny to together trace try turn up us
    use walk want watch while with without wonder words work work's would you're yourself zoom"""
)
LOOKING = re.compile(
    r"(?:look|think|take|imagine|picture|follow|consider|focus|compare|go|let's|have)\b", re.IGNORECASE
)
STATEMENT = _words(
    """where which that because was were does did has had will should must starts ends stops skips runs goes gives
    returns holds leaves counts"""
)
JUDGEMENTS = (
    re.compile(r", (?:which|who|that|where|as|so|but|and|even|or)\b", re.IGNORECASE),
    _words(r"wrong mistake\w* bugs? buggy errors? incorrect\w* fault\w* broken problem\w* issue\w* fail\w* flaw\w*"),
    _words(r"correct\w* right yes indeed exactly true"),
    _words(r"too missing miss\w* forg[eo]t\w* lacks? extra off\s+by instead rather\s+than unnecessar\w* needless\w*"),
    _words(r"because since therefore thus hence although though given\s+that due\s+to which\s+(?:is|means|stops|ends)"),
    _words(
        r"""change\w* replac\w* add adds adding remov\w* repair\w* delet\w* mov(?:e|es|ing) fix\w* swap\w* insert\w*
        rewrit\w* use using put edit\w* indent\w* try must could\s+you have\s+to"""
    ),
    _words("always only all every none nothing already still again"),
    _words("early late earlier later less more fewer greater smaller larger lower higher least most"),
    _words(r"answer\w* hints? solution\w* secret\w* prompt\w* instruct\w* system model tests?"),
)
UNKIND = _words(
    r"""obvious\w* simply easy easily trivial\w* silly stupid\w* dumb careless\w* sloppy lazy clearly of\s+course
    you\s+failed your\s+fault bad terrible awful embarrass\w* shame\w* idiot\w* ridiculous even\s+a\s+child come\s+on
    great perfect excellent brilliant well\s+done good\s+job nice\s+work"""
)
# Words with which one can ask for the same thing and say no more.
NEUTRAL = _words(
    r"""am any are been being body both call\w* carefully check code computer could does done during each ever
    execut\w* expect\w* find finish\w* follow\w* function\w* gets? getting given gives? giving goes going
    guess had hand happen\w* having head help hold\w* imagine inside keep\w* kind know let's me mean\w* mind
    minute moment more my nd next often one out output paper part pass\w* pick picture piece please point\w*
    predict\w* print\w* produc\w* python quick\w* reach\w* read\w* reading ready receiv\w* result\w*
    return\w* right round\w* say\w* second short show\w* some sort start\w* step\w* stop\w* sum take\w* tell
    they thing through trace try turn\w* up us used want\w* while work\w* write wrote your yourself"""
)
BINDING = re.compile(
    r"`([^`]+)`\s*(?:is|was|=|==|holds|has|equals|becomes|gives|gave|returns|returned|being)\s*(?:now\s+)?"
    r"(`[^`]+`|-?\d+)"
)
