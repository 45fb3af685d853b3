"""Writes the JSON Schema of transcripts: ``python -m gadfly_server.grading.schema docs/transcript.schema.json``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from gadfly_server.grading.transcript import Transcript


def schema() -> str:
    """Give the JSON Schema as text."""
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Transcript.model_json_schema()}
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(schema(), "utf-8")
