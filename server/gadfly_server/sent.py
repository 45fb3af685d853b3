"""What a model is given, for whoever wants to see what leaves the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.models.request import rendered
from gadfly_server.wording import say

if TYPE_CHECKING:
    from gadfly_server.models.request import WordingRequest


def page(request: WordingRequest | None) -> str:
    """The request word for word, or that there is none."""
    return rendered(request) if request else say("Nothing: the question that is open now stays in my own words.")
