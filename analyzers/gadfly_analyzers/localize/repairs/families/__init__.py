"""The families of edits that are tried, one file each, in the order in which they are written down."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import comparison
from gadfly_analyzers.localize.repairs.families.family import Family

ALL: tuple[Family, ...] = (comparison,)
