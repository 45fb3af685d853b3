"""What makes a copy of a value, in the student's Python."""

from __future__ import annotations

# Lists, dictionaries, sets and tuples, with what is in them; everything else stays what it is.
COPY = (
    "(lambda f: lambda x: f(f, x))(lambda f, x: [f(f, y) for y in x] if type(x) is list "
    "else {k: f(f, y) for k, y in x.items()} if type(x) is dict else set(x) if type(x) is set "
    "else tuple([f(f, y) for y in x]) if type(x) is tuple else x)"
)
