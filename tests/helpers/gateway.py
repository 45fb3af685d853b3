"""LiteLLM's proxy as a classroom's gateway, in an environment and a process of its own; ``make gateway`` installs it.

Its virtual keys live in a database that it reaches through Prisma, whose engine is a download outside of any package
registry. The nearest without it is what stands here: the proxy asks a function of ours who holds a key, and does the
rest itself, such as counting each student's requests.
"""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROXY = Path(__file__).parents[2] / "build" / "gateway" / "bin" / "litellm"
STUDENT, BUSY, SPENT = "sk-anna", "sk-busy", "sk-spent"

_AUTH = f'''\
import litellm
from litellm.proxy._types import ProxyException, UserAPIKeyAuth

async def who(request, api_key):
    if api_key == "{SPENT}":
        raise litellm.BudgetExceededError(current_cost=2.0, max_budget=1.0)
    if api_key not in ("{STUDENT}", "{BUSY}"):
        raise ProxyException(message=f"no such key: {{api_key}}", type="auth_error", param="key", code=401)
    return UserAPIKeyAuth(api_key=api_key, user_id=api_key, rpm_limit=1 if api_key == "{BUSY}" else None)
'''
_CONFIG = """\
model_list:
  - model_name: canned
    litellm_params: {{model: openai/canned, api_key: none, mock_response: '{canned}'}}
  - model_name: passed-on
    litellm_params: {{model: openai/passed-on, api_key: upstream, api_base: '{upstream}', max_retries: 0}}
general_settings: {{custom_auth: auth.who}}
litellm_settings: {{num_retries: 0}}
router_settings: {{disable_cooldowns: true}}
"""


@contextmanager
def gateway(folder: Path, upstream: str, canned: str) -> Iterator[str]:
    """Give the address of a gateway with two models: one that says always the same, and one behind another server."""
    (folder / "auth.py").write_text(_AUTH, "utf-8")
    (folder / "config.yaml").write_text(_CONFIG.format(upstream=upstream, canned=canned), "utf-8")
    port = _free_port()
    environment = {
        **{name: text for name, text in os.environ.items() if name in ("PATH", "LANG", "LC_ALL", "TMPDIR")},
        "HOME": str(folder),
        "LITELLM_LOCAL_MODEL_COST_MAP": "True",
        "LITELLM_MASTER_KEY": f"sk-{secrets.token_hex(32)}",
    }
    command = [str(PROXY), "--config", "config.yaml", "--host", "127.0.0.1", "--port", str(port)]
    started = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        assert started.stdout is not None
        said: list[str] = []
        for line in started.stdout:
            said.append(line)
            if "Uvicorn running on" in line:
                break
        else:
            raise AssertionError("the gateway did not start:\n" + "".join(said[-30:]))
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        os.killpg(started.pid, signal.SIGKILL)
        started.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
