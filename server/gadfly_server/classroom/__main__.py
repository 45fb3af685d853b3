"""Write the schema for editors and the page with all keys: ``python -m gadfly_server.classroom SCHEMA PAGE``."""

import sys
from pathlib import Path

from gadfly_server.classroom.schema import page, schema_text

if __name__ == "__main__":
    Path(sys.argv[1]).write_text(schema_text(), encoding="utf-8")
    Path(sys.argv[2]).write_text(page(), encoding="utf-8")
