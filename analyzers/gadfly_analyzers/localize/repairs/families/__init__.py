"""The families of edits that are tried, one file each, in the order in which they are written down."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import (
    branch,
    comparison,
    delete,
    duplicate,
    exception,
    guard,
    header,
    initial,
    insert_jump,
    missing_element,
    missing_import,
    missing_return,
    missing_update,
    move,
    outer_name,
    parameter,
    recursion,
    self_missing,
)
from gadfly_analyzers.localize.repairs.families.family import Family

# First what edits expressions, then what edits statements and blocks.
ALL: tuple[Family, ...] = (
    comparison,
    initial,
    missing_return,
    missing_update,
    missing_element,
    guard,
    insert_jump,
    delete,
    move,
    branch,
    duplicate,
    header,
    parameter,
    recursion,
    self_missing,
    outer_name,
    exception,
    missing_import,
)
