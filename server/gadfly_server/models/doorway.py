"""What goes to a model's server beside the request, and what of its replies comes in: nothing else than was meant."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from gadfly_server.models import faults
from gadfly_server.models.stream import LARGEST, json_of

if TYPE_CHECKING:
    from gadfly_server.models.faults import Fault

_OURS = frozenset({"host", "accept", "connection", "content-type", "content-length", "transfer-encoding", "user-agent"})
_OF_CLIENT = "x-stainless-"  # which the client itself looks at when the reply comes
PLAIN = "identity"  # a packed reply may be a thousand times longer than what came of it


class Refused(Exception):  # noqa: N818 - as a server says it
    """The server failed, or sends us elsewhere; ``fault`` is what it told."""

    def __init__(self, fault: Fault) -> None:
        super().__init__()
        self.fault = fault


# Requests and replies are those of httpx or httpx2, whichever the client has.
def hooks(key: str, *, own_server: bool) -> dict[str, list[Callable[..., Awaitable[Any]]]]:
    """What the client does with each request and each reply, before anybody else reads it.

    To a server of the user's own goes nothing of what the environment says of OpenAI: accounts, or headers with keys.
    """

    async def without_accounts(request: Any) -> None:
        for name in [each for each in request.headers if each not in _OURS and not each.startswith(_OF_CLIENT)]:
            del request.headers[name]
        request.headers["accept-encoding"] = PLAIN
        request.headers["authorization"] = f"Bearer {key}"

    return {"request": [without_accounts] if own_server else [], "response": [_admitted]}


async def _admitted(response: Any) -> None:
    """Let a good reply pass; of a failure read no more than tells its kind. Raises ``Refused``."""
    if response.is_success:
        return
    body = b""
    async for piece in response.aiter_raw():
        body += piece
        if len(body) > LARGEST:
            break
    raise Refused(faults.fault(response.status_code, response.headers, json_of(body)))
