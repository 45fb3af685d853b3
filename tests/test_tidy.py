"""What the documents promise of the repository itself."""

from __future__ import annotations

import ast
import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def tracked(*patterns: str) -> list[Path]:
    done = subprocess.run(["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in done.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_file_of_code_is_long() -> None:
    lengths = {path.relative_to(ROOT): path.read_text("utf-8").count("\n") for path in tracked("*.py", "*.ts", "*.mjs")}
    assert {str(path): length for path, length in lengths.items() if length > 500} == {}


def test_the_locks_name_versions_and_hashes_but_no_address() -> None:
    requirements = (ROOT / "requirements.lock").read_text("utf-8")
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    for text in (requirements, *(path.read_text("utf-8") for path in tracked("tests/**/requirements.lock"))):
        assert "://" not in text
        assert text.count("==") <= text.count("--hash=sha256:")
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_nothing_names_a_place_on_somebodys_machine() -> None:
    texts = [path for path in tracked() if path.suffix not in {".png", ".svg", ".lock"}]
    place = re.compile(r"(?<![\w.*-])/(?:work|root|home|farm)/\w")
    found = [str(path.relative_to(ROOT)) for path in texts if place.search(path.read_text("utf-8", errors="replace"))]
    assert found == []


def test_every_room_on_the_map_is_there() -> None:
    architecture = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rooms, parent = [], ""
    for cell in re.findall(r"^\| `([^|]*)` \|", architecture, re.MULTILINE):
        for name in re.split(r"`, `", cell):
            inner = name.removeprefix("… ") if name.startswith("… ") or not name.count("/") else None
            parent = parent if inner is not None else name
            rooms.append(parent + inner if inner is not None else name)
    assert len(rooms) > 10
    assert [room for room in rooms if not (ROOT / room).exists()] == []


def test_every_guard_of_an_invariant_is_there() -> None:
    architecture = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| .* \| (.*) \|$", architecture, re.MULTILINE)
    everything = "\n".join(path.read_text("utf-8") for path in [*tracked("tests/*.py"), ROOT / "pyproject.toml"])
    assert [number for number, _ in rows] == ["1", "2", "3", "4", "5", "6", "7", "8", "10"]
    for number, guards in rows:
        names = re.findall(r"`([^`]+)`", guards)
        assert names, f"invariant {number} names no guard"
        assert [name for name in names if name.split("::")[-1] not in everything] == []


def test_positions_are_converted_in_one_file() -> None:
    edge = [path for path in tracked("server/gadfly_server/lsp/*.py") if path.name != "convert.py"]
    units = re.compile(r"\.character\b|\butf.(?:16|32)|\.encode\(.utf_?(?:16|32)")
    assert len(edge) > 10
    assert [path.name for path in edge if units.search(path.read_text("utf-8"))] == []


def test_only_the_execution_room_can_start_a_process_or_run_a_text() -> None:
    rooms = [path for path in tracked("analyzers/*.py", "server/*.py") if "execution" not in path.parts]
    assert len(rooms) > 50
    found = [f"{path.name}: {name}" for path in rooms for name in starters(path)]
    # The user's own commands: one prints the key of a model, the other is a tutor that is to be graded.
    assert sorted(found) == ["command.py: create_subprocess_exec", "keys.py: create_subprocess_exec"]


def test_the_client_of_models_is_imported_in_one_file_and_only_when_it_is_needed() -> None:
    files = tracked("analyzers/*.py", "server/*.py")
    importing = {
        path for path in files if re.search(r"^\s*(?:from|import) openai\b", path.read_text("utf-8"), re.MULTILINE)
    }
    assert [path.name for path in importing] == ["endpoint.py"]
    outside = ast.parse(importing.pop().read_text("utf-8")).body
    assert not [node for node in outside if isinstance(node, ast.ImportFrom) and (node.module or "") == "openai"]


def test_texts_are_read_as_python_in_one_place() -> None:
    files = [path for path in tracked("analyzers/*.py", "server/*.py") if "probe" not in path.parts]
    reads = re.compile(r"\bast\.parse\(|\bliteral_eval\((?:text|value|literal|[a-z_]+\.text)\b")
    assert [path.name for path in files if reads.search(path.read_text("utf-8"))] == ["python_text.py"]


def starters(path: Path) -> list[str]:
    """What is called in a file that starts a process, or runs a text as Python."""
    calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    names = [call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls]
    modules = [ast.unparse(call.value) if isinstance(call, ast.Attribute) else "" for call in calls]
    risky = re.compile(
        r"create_subprocess_\w+|subprocess_\w+|__import__|import_module|run_path|run_module|Popen|fork|system"
    )
    by_module = re.compile(r"(exec|spawn|posix_spawn)\w*")
    return [
        name
        for name, module in zip(names, modules, strict=True)
        if risky.fullmatch(name) or (by_module.fullmatch(name) and module == "os") or (name in {"exec", "eval"})
    ]


def test_the_commands_of_the_readme_are_there() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"\bmake ([a-z-]+)\b", readme)) - {"sure"}:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"make {target}"


def test_the_continuous_run_calls_the_readmes_test_command() -> None:
    assert "\nmake test\n" in (ROOT / "README.md").read_text("utf-8")
    assert re.search(r"^make test$", (ROOT / ".ci" / "run").read_text("utf-8"), re.MULTILINE)


def test_every_change_for_users_is_one_sentence() -> None:
    fragments = [path for path in (ROOT / "changelog.d").iterdir() if path.suffix == ".md"]
    assert [path.name for path in fragments if not re.fullmatch(r"[^\n]+\.\n", path.read_text("utf-8"))] == []
