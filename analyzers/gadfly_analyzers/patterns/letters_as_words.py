"""Letters where words are meant.

## What you see
A `for` loop over a text, with a name or lines that speak of words.
## Why it matters
A loop over a text visits its characters, blanks too.
Python does not know where a word ends.
## Example
```python
def longest(sentence):
    best = ""
    for word in sentence:
        if len(word) > len(best):
            best = word
    return best
```
`longest("so it goes")` gives `"s"`.
## Think about
What is the first thing that this loop visits, and what is the second?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask, quoted
from gadfly_analyzers.patterns.reading.blocks import arguments_of, called, function_around
from gadfly_analyzers.patterns.reading.scopes import bound_to

RULE = "letters-as-words"
MISCONCEPTION = "text-visits-words"
QUERY = """
(for_statement left: (identifier) right: [(identifier) (attribute) (call)]) @here
(for_in_clause left: (identifier) right: [(identifier) (attribute) (call)]) @here
(assignment left: (identifier) right: [(call) (subscript)]) @here
(call
  function: (identifier) @_name
  arguments: (argument_list . (identifier) . (keyword_argument) .)
  (#any-of? @_name "max" "min" "sorted")) @here
"""
_TEXT = re.compile(
    r"(^|[_.])(s|st|str|string|text|txt|sentence|line|phrase|message|msg|paragraph|contents?|quote|title|review"
    r"|document|doc|story|passage|speech|lyrics|poem|song|essay|caption|tweet|comment)\d?$"
)
_WORD = re.compile(r"(^|_)(w|word|wrd|token|term)\d?$")
_WORDS = re.compile(r"(^|_)(word|token|term)s?\d?$")
_GIVING_TEXT = re.compile(
    r"""^(input\(|str\(|f?["'])|\.(lower|upper|strip|lstrip|rstrip|replace|title|casefold|read|join|capitalize)\([^()]*\)$"""
)
_OF_WORDS = ("capitalize", "title", "startswith", "endswith", "split")


def find(node: Node) -> Iterator[Finding]:
    """Ask what the loop visits, if it is a text and the body speaks of words; or what a part of a text is."""
    if node.type == "assignment":
        yield from _of_part(node)
        return
    if node.type == "call":
        yield from _of_choice(node)
        return
    target, visited = text_of(node.child_by_field_name("left")), node.child_by_field_name("right")
    body = node.child_by_field_name("body") or node.parent
    if visited is None or body is None or not (_WORD.search(target) or _may_speak_of_words(body, target)):
        return
    if _is_text(node, visited) and (_WORD.search(target) or _speaks_of_words(body, target)):
        yield ask(RULE, visited, f"What does each pass over {quoted(_shown(visited))} visit?")


def _of_choice(node: Node) -> Iterator[Finding]:
    """Ask about `max(text, key=len)`: of letters, none is longer than another."""
    if text_of(node).endswith("key=len)") and _is_text(node, arguments_of(node)[0]):
        yield ask(RULE, node, f"What are the items that `{called(node)}` looks at here?")


def _of_part(node: Node) -> Iterator[Finding]:
    """Ask about `word = text[i]` and `words = list(text)`."""
    name, value = text_of(node.child_by_field_name("left")), node.child_by_field_name("right")
    if value is None or not _WORDS.search(name):
        return
    if value.type == "subscript":
        part, place = value.child_by_field_name("value"), value.child_by_field_name("subscript")
        if part is None or place is None or place.type in ("slice", "string"):
            return
    else:
        if called(value) != "list" or len(arguments_of(value)) != 1:
            return
        part = arguments_of(value)[0]
    if _is_text(node, part):
        yield ask(RULE, value, f"What is one item of {quoted(_shown(part))}?")


def _shown(visited: Node) -> str:
    return " ".join(text_of(visited).split())


def _is_text(loop: Node, visited: Node) -> bool:
    text = text_of(visited)
    if visited.type == "call":
        return _GIVING_TEXT.search(text) is not None
    function = function_around(loop)
    if function is None:
        return _TEXT.search(text) is not None
    values = [text_of(each) for each in bound_to(function, text)]
    if values:
        return all(_GIVING_TEXT.search(each) or (each.isidentifier() and _TEXT.search(each)) for each in values)
    parameters = text_of(function.child_by_field_name("parameters"))
    said = re.search(rf"\b{re.escape(text)}\s*:\s*(\w+)", parameters)
    return said[1] == "str" if said else _TEXT.search(text) is not None


def _may_speak_of_words(body: Node, name: str) -> bool:
    """Tell quickly whether it is worth while to look whether lines treat a name as more than one character.

    The pattern begins with the name, since that is what can be found fast.
    """
    here = re.escape(name)
    spoken = rf"{here}(?<!\w{here})(\s*[\[.=!)]| (not )?in\b|(?<==[ =]{here})\b)"
    return re.search(spoken, text_of(body)) is not None


def _speaks_of_words(body: Node, name: str) -> bool:
    """Tell whether lines treat a name as more than one character."""
    for each in nodes_of(body, ("call", "subscript", "comparison_operator")):
        if each.type == "comparison_operator":
            if name in [text_of(child) for child in each.named_children] and _holds_word(each):
                return True
        elif each.type == "subscript":
            if text_of(each.child_by_field_name("value")) == name:
                return True
        elif text_of(each) == f"len({name})" or text_of(each).startswith(
            tuple(f"{name}.{verb}(" for verb in _OF_WORDS)
        ):
            return True
    return False


def _holds_word(comparison: Node) -> bool:
    """Tell whether a text of several letters is compared, or is in what is looked through."""
    signs = {child.type for child in comparison.children if not child.is_named}
    right = comparison.named_children[-1]
    if signs & {"in", "not in"} and right.type not in ("list", "tuple", "set", "dictionary"):
        return False
    return any(re.fullmatch(r"""["']\w{2,}["']""", text_of(each)) for each in nodes_of(comparison, ("string",)))
