"""All patterns, in the order in which they are listed to users."""

from __future__ import annotations

from gadfly_analyzers.patterns import (
    always_true,
    changed_while_visited,
    comparison_statement,
    doubled_sign,
    identity_of_literal,
    lone_name,
    method_without_object,
    mutable_default,
    never_reached,
    nothing_kept,
    printed_not_given,
    shared_rows,
    silent_except,
    syntax_place,
    text_not_kept,
)
from gadfly_analyzers.patterns.pattern import Pattern, WholePattern

ALL: tuple[Pattern, ...] = (
    always_true,
    changed_while_visited,
    comparison_statement,
    doubled_sign,
    identity_of_literal,
    lone_name,
    method_without_object,
    mutable_default,
    never_reached,
    nothing_kept,
    printed_not_given,
    shared_rows,
    silent_except,
    text_not_kept,
)

WHOLE: tuple[WholePattern, ...] = (syntax_place,)
