"""An error that is an answer: it tells the client what to do otherwise, and is no fault of ours."""

from __future__ import annotations

from pygls.exceptions import JsonRpcInvalidParams


class Refusal(JsonRpcInvalidParams):
    """What a client may not do; its message is for people, who need no traceback of ours."""
