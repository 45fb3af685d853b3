"""``python -m gadfly_server``: the command line, with a shortcut for the server, which must start fast."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command that was asked for."""
    if sys.argv[1:2] == ["serve"]:
        from gadfly_server.lsp.serve import main as serve  # noqa: PLC0415 - the other commands do without it

        sys.exit(serve(sys.argv[2:]))
    from gadfly_server.cli import main as command_line  # noqa: PLC0415 - the server does without it

    command_line()


if __name__ == "__main__":
    main()
