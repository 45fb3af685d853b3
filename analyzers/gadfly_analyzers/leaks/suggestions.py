"""Does a text suggest what should be otherwise in the program, whatever the repair is?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gadfly_analyzers.leaks.frames import is_about_code, is_of_result
from gadfly_analyzers.leaks.leading import is_leading
from gadfly_analyzers.leaks.reading import Reading, Sentence
from gadfly_analyzers.leaks.verdict import Kind, Reason

_LEAD = (
    r"^[\W_]*(?:(?:so|and|but|or|now|then|also|hm+|well|ok|okay|good|right|yes|if so|in that case|"
    r"in other words)[\W_]+)*"
)
_PLACE = r"(?:(?:on|in|at|after|before|inside) [^,?]*,\s*)?"
_THING = (
    r"(?:the|your|this|that|these|those|its|each|every|both|all|it|they|there|line|lines|çode|any|an?|some|one|"
    r"you|we|python|zero|\d+)"
)
_MADE = (
    r"(?:program|function|code|loop|loops|condition|conditions|line|range|method|call|calls|statement|list|lists|"
    r"array|çode|it|values?|index|operator|expression|variable|parameter|argument|recursion|formula|calculation)"
)
# A question that expects "yes" or names what it asks for: "Isn't …?", "Should the …?", "Did you forget …?"
_LEADING = re.compile(
    rf"{_LEAD}{_PLACE}(?:(?:(?:what|where|how|when)\b[^?]*)?\b(?:did|do|have|had|has|are|were) (?:you|"
    rf"we) (?:\w+ly )?(?:forg\w+|missed|missing|overlook\w*|aware|meant|mean to|intend\w*)\b"
    rf"|(?:did|do|have|had|are|can) (?:you|we) (?:know|see|seen|notic\w+|realiz\w+|aware|"
    rf"thought about the fact) that\b"
    rf"|(?:did|do|have|had|are) (?:you|we) (?:considered|sure|think)\b[^?]*\b(?:instead|rather|missing|never|"
    rf"only|should|before|after|outside|"
    rf"inside|always|excludes?|includes?|starts?|needs?)\b"
    rf"|would(?:n't)? [^?]*\bbe (?:better|the right|more \w+|correct|enough|appropriate)\b"
    rf"|(?:is|are|was|were) {_THING}\b[^?]*\b(?:missing|instead|rather than|too (?:early|late|soon|far|short|"
    rf"many|few|high|low|small|large)|different from|"
    rf"supposed to|what you (?:need|want)|the right (?:one|choice|way|method|operator|function|place)|needed|"
    rf"never|unnecessary|the same as)\b"
    rf"|(?:are|do|does|is|did|have|has) {_THING}\b[^?]*\b(?:instead of|rather than|because|too (?:early|late|"
    rf"soon|many|few)|overwrit\w+|even (?:if|when|though))\b"
    rf"|(?:which|what) (?:\w+ )?(?:operator|method|function|keyword|statement|data structure)s? (?:would|"
    rf"could|should|might|"
    rf"makes?|turns?|tells?)\b"
    rf"|(?:do|did) (?:you|we) know (?:of )?(?:an?|any|the) (?:\w+ )?(?:operator|method|function|keyword|statement)\b"
    rf"|is {_THING}\b[^?]*\bthe (?:variable|value|list|line|operator|one|method|name|"
    rf"index)s? (?:that )?you (?:want|need|mean)\w*"
    rf"|(?:is|are) {_THING}\b[^?]*\bever (?:visited|reached|used|added|changed|updated|stored|checked|called|"
    rf"compared)\b"
    rf"|does (?:the|your) (?:\w+ )?(?:condition|comparison|loop|range|check|if|branch)\b[^?]*\b(?:count|cover|handle|"
    rf"includ|exclud|allow|skip|miss|account)\w*"
    rf"|(?:did|have) (?:you|we) consider(?:ed)? (?:the case|that|the possibility|inputs?|values?)\b"
    rf"|(?:do|does|is|are) (?:the|your|çode|you) ?(?:\w+ ){{0,5}}?(?:only|always|every)\b"
    rf"|(?:is|are) (?:the|your|çode)\b[^?]*\bpart of (?:the|your)\b"
    rf"|is (?:the|your) (?:function|code|program|loop|condition) (?:handling|checking|covering|comparing|"
    rf"skipping|missing)\b"
    rf"|have (?:you|we) (?:mixed|confused|swapped|switched|mistaken)\b"
    rf"|(?:is|isn't) there (?:an?|no|something|anything) (?:\w+ ){{0,3}}(?:missing|lacking|that(?! you\b))\b)"
)
_FOCUS = re.compile(
    r"\b(?:ever|already|really|exactly|(?<!by )itself|still|necessary|enough|belongs?|lost|left out|safe\w*|even)\b"
)
# The same in a form that says it of anything: "Isn't …?" and "Should the …?"
_OPENLY = re.compile(
    rf"{_LEAD}{_PLACE}(?:(?:why )?(?:should|is|are|does|do|did|would|could|was|were|has|have|must|"
    rf"need)n'?t {_THING}\b"
    rf"|(?:is|are|does|do|did) {_THING}\b[^?]*\b(?:instead of|rather than)\b"
    rf"|(?:could|might|may) (?:the|your|it|this|that)\b (?:\w+ ){{0,2}}?be (?:that|because|\w+ing)\b"
    rf"|should(?: not)? (?!you (?:expect|see|get)|we (?:expect|see|get)){_THING}\b(?![^?]*\b(?:test|expected|"
    rf"output|give|print)\b))"
)
# A statement that holds something in the program to be wrong, or says how it would be right.
_TELLING = re.compile(
    rf"\b(?:should|must|ought to|needs? to|has to) (?:instead|rather|also|always|only|never|first)\b"
    rf"|\b(?:because|since|due to|reason is(?: that)?|problem is(?: that)?|issue is(?: that)?|"
    rf"cause is(?: that)?|bug is(?: that)?|mistake is(?: that)?) (?:the|your|you|it|çode|there|line)\b"
    rf"|\b{_MADE} (?:\w+ )?(?:does not|doesn't|do not|don't|never|fails? to|forgets? to|incorrectly|wrongly|"
    rf"mistakenly|only ever|is not|isn't|are not|aren't|lacks?|misses|skips|ignores|overwrites?)\b[^?]*$"
    rf"|\b(?:you|we) (?:forgot|missed|did not|didn't|(?:don't|do not)(?! (?:know|worry|understand|have))|"
    rf"never|are not|aren't|are missing|need|should|have to|must|are using|used|are comparing|"
    rf"are returning)\b[^?]*$"
    rf"|\b(?:consequently|as a result|therefore|hence|thus)\b[^?]*$"
    rf"|\b(?:instead|rather than|should(?! (?:see|get|be able|now|know|look|work|pass)\b| (?:return|give|"
    rf"print|output) (?:çode|\d))|(?:needs?|has|have|must|ought)(?: to)? be|unnecessar\w+|opposite|reversed|"
    rf"(?<!there is a )mistake\w*|out of bounds|is missing|are missing|incorrect|not correct|is wrong|"
    rf"wrongly)\b[^?]*$"
)
_NOT_OF_THE_PROGRAM = re.compile(
    r"\b(?:test cases?|documentation|instructions?|problem (?:statement|description)|worry|quite right|"
    r"let me know|help|"
    r"let's (?:look|see|check|walk|go|suppose)|you(?: are|'re) saying|you said|thank|welcome|hint|good|great|"
    r"correct[!.]|right[!.]|expected (?:output|result|value)|the output|error message|your (?:answer|guess|"
    r"idea)|example|question)\b"
)


def suggestions(reading: Reading) -> Iterator[Reason]:
    """Give one reason if some sentence suggests it."""
    if any(suggests(sentence) for sentence in reading.sentences):
        yield Reason(Kind.WORD, "suggests what should be otherwise")


def suggests(sentence: Sentence) -> bool:
    """Tell whether a sentence does."""
    prose = sentence.prose
    if sentence.asks and _OPENLY.search(prose):
        return True
    if not is_about_code(prose) or is_of_result(prose) or _NOT_OF_THE_PROGRAM.search(prose):
        return False
    if sentence.asks:
        return _LEADING.search(prose) is not None or (is_leading(prose) and _FOCUS.search(prose) is not None)
    return _TELLING.search(prose) is not None
