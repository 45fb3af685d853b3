"""All misconceptions by theme, in the order in which they are listed to users."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

THEMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Values and names": (
            "variables-follow",
            "assignment-copies",
            "chained-assignment-separates",
            "names-are-matched-by-sense",
            "builtin-names-are-free",
            "module-name-is-fixed",
        ),
        "Numbers": (
            "division-gives-whole",
            "floor-division-is-division",
            "float-is-exact",
            "caret-is-power",
        ),
        "Text": (
            "strings-change-in-place",
            "input-is-number",
            "text-and-number-join",
            "text-visits-words",
        ),
        "Lists and dictionaries": (
            "index-starts-at-one",
            "length-is-last-index",
            "slice-includes-end",
            "append-returns",
            "sort-returns",
            "append-extends",
            "removal-does-not-shift",
            "times-copies-rows",
            "copy-is-deep",
            "dict-gives-pairs",
            "missing-key-is-zero",
        ),
        "Loops": (
            "range-includes-end",
            "range-starts-at-one",
            "for-visits-all-pairs-of-neighbours",
            "number-can-be-visited",
            "loop-variable-is-index",
            "loop-variable-writes-back",
            "loop-variables-are-private",
            "loop-takes-snapshot",
            "while-checks-all-the-time",
            "while-moves-on-by-itself",
        ),
        "Collecting and searching in loops": (
            "start-value-runs-once-inside-loop",
            "plain-assignment-accumulates",
            "any-start-for-product",
            "any-start-for-best",
            "flag-remembers",
            "else-belongs-to-loop",
        ),
        "Conditions": (
            "or-distributes",
            "and-or-mixed",
            "comparison-chains-as-truth",
            "is-compares-values",
            "ifs-exclude-each-other",
            "order-of-tests-does-not-matter",
        ),
        "Functions": (
            "definition-runs",
            "call-without-parentheses",
            "print-returns",
            "every-path-returns",
            "returns-last-value",
            "return-does-not-leave",
            "code-after-return-runs",
            "inner-result-returns-by-itself",
            "arguments-match-by-name",
            "parameter-needs-value",
            "parameters-are-copies",
            "default-made-per-call",
            "function-changes-global",
            "closure-keeps-value",
        ),
        "Recursion": (
            "recursion-stops-by-itself",
            "recursive-call-returns-by-itself",
        ),
        "Classes": (
            "self-is-implied",
            "attribute-without-self",
            "class-attribute-is-own",
        ),
        "Signs and spelling": (
            "equals-sign-compares",
            "double-equals-assigns",
            "plus-plus-increments",
            "comma-is-harmless",
        ),
        "Errors": ("except-repairs",),
    }
)
