"""The words for what repairs do: the one table from kinds of changes to how people speak of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from gadfly_analyzers.leaks import signs
from gadfly_analyzers.leaks.changes import Change

_LOOP = (
    r"(?:loops?|rang(?:e|es|ing)|iterat\w+|ind(?:ex|ices|exes|exing)|condition\w*|slic\w+|counter|while|for|"
    r"bounds?|çode|start\w*|stop\w*)"
)
_PLACED = (
    r"(?:inside|outside|within|out of|into|in|before|after|above|below|under|beneath|at the end of|at the (?:top|"
    r"bottom|start|beginning) of)"
)
_BLOCK = (
    r"(?:the|your|this|that|a|an|either|each|every|any)?\s*(?:\w+\s){0,2}?(?:loops?|if|else|elif|while|for|block|"
    r"body|branch|function|scope|condition|statement|iteration|çode)"
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A kind of change, and its words.

    ``plain`` ones say it in any sentence, ``norm`` ones in one of what should be.
    """

    name: str
    applies: Callable[[Change], bool]
    plain: re.Pattern[str] | None
    norm: re.Pattern[str] | None = None


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:{pattern})" for pattern in patterns))


def _swapped(*signs_: str) -> Callable[[Change], bool]:
    return lambda change: any(sign in change.new and sign not in change.gone for sign in signs_)


MEANINGS = (
    Meaning(
        "strictness",
        signs.strictness,
        _words(
            r"\bor (?:is )?equal\b",
            r"\bequal or\b",
            r"\binclusive(?:ly)?\b",
            r"\bstrict(?:ly)?\b",
            r"\b(?:exactly )?equal (?:as well|too)\b",
            r"\b(?:boundary|edge) (?:value|case|condition)s?\b",
            r"\bnot (?:just |only )?(?:strictly )?(?:less|greater|smaller|larger|more)\b",
            r"\boff[- ]by[- ]one\b",
        ),
        _words(
            r"\bat (?:least|most)\b",
            r"\b(?:equals?|equality|exactly|exact|same as)\b",
            r"\b(?:includ|exclud)\w+|\bleft out\b|\bleaves? out\b",
            r"\bboundar\w+",
            r"\b(?:less|greater|smaller|larger|more|fewer) than\b.*\bonly\b|\bonly\b.*\b(?:less|greater|"
            r"smaller|larger|more|fewer) than\b",
            r"\bcomparison operator\b",
        ),
    ),
    Meaning(
        "direction",
        signs.direction,
        _words(
            r"\b(?:opposite|other way (?:a?round)|wrong (?:way|direction)|revers(?:e|"
            r"ed) (?:the )?(?:comparison|condition|operator))\b"
        ),
        _words(
            r"\b(?:greater|less|larger|smaller|bigger|higher|lower|more) than\b",
            r"\b(?:maximum|minimum|direction|comparison|operator)\b",
        ),
    ),
    Meaning(
        "comparison",
        signs.comparison,
        _words(r"\b(?:in)?equality (?:operator|check|comparison)\b"),
        _words(
            r"\bnot equal\b",
            r"\bequal(?:s|ity)?\b",
            r"\b(?:comparison|relational|membership) operator\b",
            r"\bcompar\w+",
        ),
    ),
    Meaning(
        "one more or less",
        signs.offset,
        _words(
            r"\boff[- ]by[- ](?:one|1)\b",
            r"\b(?:one|1) (?:\w+ )?(?:more|less|fewer|too (?:many|few|far|early|late|soon)|short|extra|"
            r"additional|further|earlier|later|beyond|past)\b",
            r"\b(?:one|1) (?:pass|iteration|time|step|element|item|index|position|term|number)s? (?:more|"
            r"less|fewer|too|short|early|late)\b",
            r"\b(?:plus|minus) (?:one|1)\b|\b(?:add|subtract)(?:ing)? (?:one|1)\b|\bby one\b",
            r"\b(?:an? |one )?(?:extra|additional) (?:iteration|pass|time|term|element|step|number|index|loop)\b",
            r"\b(?:exclusive|inclusive|non-inclusive|not inclusive)\b",
            r"\bout of (?:range|bounds)\b",
            r"\bzero[- ]?(?:based|indexed)\b|\b0[- ](?:based|indexed)\b",
            r"\b(?:last|valid|maximum|highest) (?:valid )?index\b",
        ),
        _words(
            rf"\b(?:skip|miss|exclud|includ|leav|reach|stop|overlook|cover|access|process|visit|consider|"
            rf"start|begin|end|finish|iterat|loop)\w*\b.*\b{_LOOP}\b",
            rf"\b{_LOOP}\b.*\b(?:skip|miss|exclud|includ|leav\w* out|reach|stop|cover|access|process|visit|"
            rf"start|begin|end|finish)\w*",
            r"\b(?:first|last|final|previous|next) (?:element|item|number|value|index|term|iteration|"
            r"position|one|character|letter|digit|row|column)\b",
            r"\b(?:start|begin|end|stop|finish)(?:s|ing|ning|ping)? (?:at|from|with|on|before|after|too|"
            r"short|value|index|point)\b",
            r"\b(?:iterat\w+|loop\w*|run\w*) (?:\w+ )?(?:çode )?(?:times|too|once)\b",
            r"\b(?:range|index|indices|indexing|starting point|end ?point|upper|lower|limit|length|bounds?)\b",
        ),
    ),
    Meaning(
        "other number",
        signs.number,
        None,
        _words(
            r"\b(?:start|begin|end|stop)\w*\b.*\b(?:at|from|with|to|of|be)\b",
            r"\b(?:initial\w*|starting|base|default|first|exponent|divisor|factor|constant) ?(?:value|case|"
            r"number)?\b.*\b(?:be|to|with|as|of|correct|wrong|right)\b",
            r"\bwrong (?:number|value|constant|index)\b",
            r"\binitiali[sz]\w+|\bindex\w*|\bstart\w*",
        ),
    ),
    Meaning(
        "remainder",
        _swapped("%"),
        _words(r"\b(?:modul(?:o|us)|mod|remainders?)\b"),
        _words(
            r"\bdivisib\w+|\bmultiples?\b|\bdivision\b|\beven\b|\bodd\b|\bquotient\b|\barithmetic\b|"
            r"\bdivid\w+|\boperators?\b"
        ),
    ),
    Meaning(
        "whole division",
        _swapped("//", "//="),
        _words(r"\b(?:integer|floor|whole[- ]number|true) division\b", r"\bfloor(?:ed|s|ing)?\b"),
        _words(r"\bdivi\w+|\binteger\b|\bfloat\w*|\bwhole number\b|\bround\w*"),
    ),
    Meaning(
        "division",
        _swapped("/", "/="),
        _words(r"\b(?:true|float\w*|real) division\b"),
        _words(r"\bdivi\w+|\bfraction\w*|\bquotient\b"),
    ),
    Meaning(
        "times", _swapped("*", "*="), None, _words(r"\bmultipl\w+|\bproducts?\b|\btimes\b|\barithmetic\b|\boperat\w+")
    ),
    Meaning("power", _swapped("**", "**="), None, _words(r"\bpower\b|\bexponent\w*|\bsquar\w+|\bcub\w+|\braised?\b")),
    Meaning(
        "plus",
        signs.plus,
        None,
        _words(
            r"\badd(?:s|ed|ing|ition)?\b|\bsum\w*|\bplus\b|\baccumulat\w+|\bconcatenat\w+|\bcombin\w+|"
            r"\bincreas\w+|\bold value\b|\bprevious value\b|\boverwrit\w+|\barithmetic\b"
        ),
    ),
    Meaning(
        "minus", signs.minus, None, _words(r"\bsubtract\w*|\bminus\b|\bdifference\b|\bnegat\w+|\bdecreas\w+|\breduc\w+")
    ),
    Meaning(
        "or",
        _swapped("or"),
        _words(r"\beither\b", r"\b(?:logical|boolean) (?:or|operator)\b"),
        _words(r"\bboth\b|\bat the same time\b|\bsimultaneous\w*|\blogical\b|\bboolean\b|\bone of\b|\bany of\b"),
    ),
    Meaning(
        "and",
        _swapped("and"),
        _words(r"\b(?:logical|boolean) (?:and|operator)\b"),
        _words(
            r"\bboth\b|\bat the same time\b|\bsimultaneous\w*|\blogical\b|\bboolean\b|\ball of\b|\bbetween\b|"
            r"\bless than\b|\bgreater than\b|\badditional condition\b|\bas well\b"
        ),
    ),
    Meaning(
        "not",
        _swapped("not", "!="),
        None,
        _words(r"\bnegat\w+|\bopposite\b|\binvert\w*|\bnot\b.*\bcondition\b|\bcondition\b.*\bnot\b"),
    ),
    Meaning(
        "return",
        signs.returns,
        _words(
            r"\b(?:missing|no|without an?|lacks?(?: an?)?|forg[eo]t\w*(?: (?:to|the|an?))?|add(?:ing)? an?|"
            r"needs? (?:to |an? )?|should(?:n't)? (?:also |then )?|must |have to |never |"
            r"fails? to ) ?return\w*"
        ),
        _words(
            r"\breturn(?:s|ed|ing)?\b|\bgiv(?:e|es|en|ing) (?:it |anything |something |a value )?back\b|"
            r"\bprint\w*"
        ),
    ),
    Meaning(
        "place",
        signs.moves,
        _words(
            r"\b(?:in|de|un)dent(?:ed|ation|ing|s)?\b",
            r"\btabs?\b|\bscope\b",
            rf"\b{_PLACED} or {_PLACED}\b",
            rf"\b(?:be|belongs?|placed?|located|put|stands?|moved?|positioned|sits?|nested|happens?|should|"
            rf"reset|re-?initiali[sz]ed|executed?|run)\b[^.?!]*\b(?!in çode){_PLACED} {_BLOCK}\b",
            r"\b(?:too (?:early|late|soon)|prematurely|placement|wrong place|right place|wrong order|"
            r"right order|order (?:of|in which))\b",
        ),
        _words(
            rf"\b{_PLACED} {_BLOCK}\b",
            r"\b(?:position|location|place\w*|nested|nesting|level|first iteration|early|immediately|order|"
            r"once|before|after)\b",
        ),
    ),
    Meaning(
        "update",
        signs.updates,
        _words(r"\b(?:increment|decrement)\w*\b"),
        _words(
            r"\blower\w*|\bsmaller\b|\bbigger\b|\bshrink\w*|\bgrow\w*|\bgo(?:es)? (?:up|down)\b|\bmove\w* on\b|"
            r"\boverwrit\w+|\bold value\b|\bkept\b|\btakes? (?:\w+ )?away\b|"
            r"\bupdat\w+|\bchang\w+|\badvanc\w+|\bprogress\w*|\bincreas\w+|\bdecreas\w+|\bstays? the same\b|"
            r"\bterminat\w+|\binfinite\w*|\bforever\b|\bassign\w*"
        ),
    ),
    Meaning(
        "base case",
        signs.ends_recursion,
        _words(r"\bbase[- ]cases?\b|\bstopping (?:case|condition)\b"),
        _words(r"\brecurs\w+|\bsame argument\w*|\binfinite\w*|\bterminat\w+"),
    ),
    Meaning(
        "condition",
        signs.guards,
        None,
        _words(
            r"\b(?:add(?:ed|ing|itional)?|another|extra|missing|more|check\w*|handl\w+|case)\b[^.?!]*\b(?:if|"
            r"elif|else|condition\w*|check\w*|branch|case|empty)\b",
            r"\bempty\b|\bedge cases?\b|\bspecial cases?\b",
        ),
    ),
    Meaning(
        "grouping",
        signs.groups,
        _words(r"\bparenthes\w+|\bbrackets?\b|\bprecedence\b|\border of operations\b|\bpemdas\b|\bbodmas\b"),
        _words(r"\bevaluat\w+ (?:first|before)\b|\b(?:first|before)\b|\border\b|\bgroup\w*"),
    ),
    Meaning(
        "other variable",
        signs.swaps_names,
        _words(
            r"\b(?:wrong|different|other|another|correct|right|incorrect|same|misspel\w+|mistyped|"
            r"mis-?named) (?:variable|name|list|parameter|argument|function|array|value)s?\b",
            r"\bvariable names?\b|\btypo\b|\bspel\w+|\bcapital\w*|\bcase[- ]sensitive\b|\buppercase\b|\blowercase\b",
        ),
        _words(r"\bempty\b|\bvariables?\b"),
    ),
    Meaning(
        "other sort of value",
        signs.retypes,
        _words(
            r"\bdictionar(?:y|ies)\b.*\blist\b|\blist\b.*\bdictionar(?:y|ies)\b|\bdata ?(?:type|"
            r"structure)s?\b|\b(?:wrong|different) type\b"
        ),
        _words(
            r"\bdictionar(?:y|ies)\b|\btuples?\b|\bsets?\b|\blists?\b|\bstrings?\b|\bintegers?\b|"
            r"\bbooleans?\b|\btypes?\b|\bdimension\w*"
        ),
    ),
    Meaning(
        "order",
        signs.reorders,
        _words(
            r"\b(?:swap\w*|wrong order|right order|correct order|order of (?:the )?(?:\w+ )?(?:arguments|"
            r"parameters|elements|operands|assignments?|statements?|lines|weights|values|items))\b|"
            r"\bparallel\b|\bmismatch\w*|\baligned?\b|\bcorrespond\w*"
        ),
        _words(r"\border\w*|\bsequence\b|\bfirst\b|\bbefore\b|\bmatch\w*"),
    ),
    Meaning(
        "less",
        signs.removes,
        None,
        _words(r"\b(?:unnecessary|redundant|superfluous|not needed|extra|too much|need(?:ed)?|remov\w+|without)\b"),
    ),
    Meaning(
        "too soon",
        signs.leaves,
        _words(r"\btoo (?:early|soon)\b|\bprematurely\b|\bright away\b"),
        _words(
            r"\b(?:at once|immediately|already|early|soon|wait\w*|until|keeps? going|kept going|carr(?:y|ies|ied) on|"
            r"go(?:es)? on|(?:very |only |just the )?first (?:\w+ )?|"
            r"all (?:of )?(?:the )?\w+|every|each|just one|end\w*|"
            r"stop\w*|run out|leav\w+)\b"
        ),
    ),
    Meaning(
        "backwards",
        signs.reverses,
        _words(r"\bbackwards?\b|\brevers\w+"),
        _words(r"\bopposite\b|\bother way\b|\bturn\w* around\b|\bnegative\b|\bminus\b|\bsame order\b"),
    ),
    Meaning("colon", signs.mark(":"), _words(r"\bcolons?\b")),
    Meaning("bracket", signs.mark(*"()[]{}"), _words(r"\bparenthes[ie]s\b|\bbrackets?\b|\bbraces?\b")),
    Meaning("quote", signs.mark('"', "'"), _words(r"\bquot(?:e|es|ation|ed)\b")),
    Meaning(
        "sign",
        signs.mark("!=", "<=", ">=", "=", "==", "+=", ",", "."),
        None,
        _words(r"\b(?:operator|symbol|sign|comma|dot|equals?)\b"),
    ),
)
