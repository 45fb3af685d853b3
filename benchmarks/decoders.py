"""Throw bytes at what reads bytes of others, led by the code that they reach (atheris; elsewhere not measured).

    python benchmarks/decoders.py [--inputs 200000]

The bytes that a fault comes of are kept in build/faults/, and what is told of it goes to stderr.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

HEADING = "## Any bytes at all\n\n"
FAULTS = Path(__file__).resolve().parents[1] / "build" / "faults"
QUICK = os.environ.get("GADFLY_BENCH_QUICK") == "1"


def main() -> int:
    """Try each decoder in a process of its own, and print; one that raises what it does not promise is a failure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=5_000 if QUICK else 200_000)
    parser.add_argument("--only", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print(f"{HEADING}Not measured here: atheris has no wheel for this Python or system.")
        return 0
    if chosen.only:
        attack(chosen.only, chosen.inputs)
    from helpers.decoders import DECODERS  # noqa: PLC0415 - in the other process they come in instrumented

    rows = [(name, *tried(name, chosen.inputs)) for name in DECODERS]
    table = "\n".join(f"| {name} | {inputs:,} | {fault or 'none'} |" for name, inputs, fault in rows)
    told = f"{HEADING}`benchmarks/decoders.py`, led by the code that is reached (atheris):"
    print(f"{told}\n\n| read | inputs | faults |\n|---|---|---|\n{table}")
    return 1 if any(fault for _, _, fault in rows) else 0


def tried(name: str, inputs: int) -> tuple[int, str]:
    """How many inputs a decoder took, and the last words of its first fault."""
    command = [sys.executable, __file__, "--only", name, "--inputs", str(inputs)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    counts = [int(each) for each in re.findall(r"^#(\d+)", done.stderr, re.MULTILINE)]
    if done.returncode:
        print(done.stderr, file=sys.stderr)
    return max(counts, default=0), fault_in(done.stderr, done.returncode)


def fault_in(told: str, code: int) -> str:
    """Say what was wrong, by what the fuzzer told and its exit code; empty if nothing was."""
    found = re.search(r"Uncaught Python exception: ===\n(.+)|ERROR: (libFuzzer: .+)", told)
    if found:
        return found[1] or found[2]
    return f"ended with {code}" if code else ""


def attack(name: str, inputs: int) -> None:
    """Never returns: the fuzzer ends the process."""
    import atheris  # noqa: PLC0415 - not everywhere

    with atheris.instrument_imports(include=["gadfly_server", "gadfly_analyzers", "json", "tomllib"]):
        from helpers.decoders import DECODERS  # noqa: PLC0415 - as above

    decode, example = DECODERS[name]
    with tempfile.TemporaryDirectory() as place:
        seeds = Path(place, "seeds")
        seeds.mkdir()
        (seeds / "example").write_bytes(example)
        FAULTS.mkdir(parents=True, exist_ok=True)
        arguments = [f"-runs={inputs}", "-max_len=4096", "-timeout=30", f"-artifact_prefix={FAULTS}/", str(seeds)]
        atheris.Setup([__file__, *arguments], lambda data: decode(data, Path(place)) and None)
        atheris.Fuzz()


if __name__ == "__main__":
    raise SystemExit(main())
