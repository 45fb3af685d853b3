"""Bounded, safe pictures of the values that the student's program works with."""

from __future__ import annotations

import builtins
import collections
import types
from itertools import islice
from typing import Any, Dict, Iterable, List, Optional, Set, Tuple

globals()["__builtins__"] = dict(vars(builtins))  # what the student's code puts in their place does not reach us

TEXT = 200
ELEMENTS = 40
DEPTH = 4
BITS = 640  # about 190 digits; longer integers take long to write out, and some Pythons refuse to
CUT = "..."

_attribute = object.__getattribute__
_INFINITY = float("inf")
_ATOMS = frozenset({int, float, str, bool, type(None), bytes, complex})
_COLLECTIONS = (list, tuple, set, frozenset, collections.deque)
_CODED = (types.FunctionType, types.MethodType, types.BuiltinFunctionType)
_RUNNING = (types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType)
_PLAIN_MODULES = frozenset({"datetime", "decimal", "fractions", "pathlib", "uuid", "re", "numpy"})


def snapshot(obj: Any) -> Dict[str, Any]:
    """Picture a value: its text (bounded), its type's name, and whether ``ast.literal_eval`` gives an equal value."""
    picture = _Picture()
    try:
        text = picture.of(obj, 0)
    except Exception:  # whatever the student's class does, the run goes on
        picture.exact, text = False, "<" + type_name(obj) + ">"
    if len(text) > TEXT:
        picture.exact, text = False, text[: TEXT - len(CUT)] + CUT
    return {"text": text, "type": type_name(obj), "literal": picture.exact}


def type_name(obj: Any) -> str:
    """Name the type of a value, without asking the value."""
    return type_called(type(obj))


def type_called(kind: type) -> str:
    """Give the name of a type, without asking it, and not all of one that is very long."""
    return str.__str__(type.__dict__["__name__"].__get__(kind))[:80]


def same(first: Any, second: Any) -> bool:
    """Tell whether a value is still what it was, for values that cannot change and flat lists of them."""
    if first is second:
        return type(first) in _ATOMS
    if type(first) is not list or type(second) is not list or len(first) != len(second):
        return False
    return not any(a is not b or type(a) not in _ATOMS for a, b in zip(first, second))  # noqa: B905 -- Python 3.9 knows no strict


def kept(obj: Any) -> Any:
    """Return what ``same`` needs to recognise the value later."""
    return obj[:] if type(obj) is list and len(obj) <= ELEMENTS else obj


class _Picture:
    """One picture in the making; ``exact`` as long as nothing was cut and all types are built in."""

    def __init__(self) -> None:
        self.exact = True
        self.left = TEXT
        self.open: Set[int] = set()

    def of(self, obj: Any, depth: int) -> str:
        """Write one value within what is left of the room."""
        kind = type(obj)
        if kind in _ATOMS:
            text = self.atom(obj, kind)
        elif id(obj) in self.open or depth > DEPTH:
            text = self.inexact(_brackets(obj)[0] + CUT + _brackets(obj)[1])
        else:
            self.open.add(id(obj))
            try:
                text = self.compound(obj, kind, depth)
            finally:
                self.open.discard(id(obj))
        return text

    def atom(self, obj: Any, kind: type) -> str:
        """Write a number, a string, or a single value of its type."""
        if kind is str or kind is bytes:
            text = self.quoted(obj, kind)
        elif kind is int and obj.bit_length() > BITS:
            text = self.inexact("<int of about " + repr(int(obj.bit_length() * 0.30103) + 1) + " digits>")
        elif (kind is float or kind is complex) and not (abs(obj.real) < _INFINITY and abs(obj.imag) < _INFINITY):
            text = self.inexact(repr(obj))
        else:
            text = repr(obj)
        self.left -= len(text)
        return text

    def quoted(self, obj: Any, kind: Any) -> str:
        """Write the start of a string."""
        room = min(len(obj), self.left - 2 if self.left > 22 else 20)
        text = repr(kind.__getitem__(obj, slice(0, room)))
        return text if len(obj) == room else self.inexact(text + CUT)

    def inexact(self, text: str) -> str:
        self.exact = False
        return text

    def compound(self, obj: Any, kind: type, depth: int) -> str:
        """Write a value that is made of others."""
        for base in _COLLECTIONS:
            if issubclass(kind, base) and not (base is tuple and _named_fields(kind)):
                return self.named(obj, kind, base, self.collection(obj, base, depth))
        if issubclass(kind, dict):
            return self.named(obj, kind, dict, self.mapping(dict.items(obj), dict.__len__(obj), depth))
        self.exact = False
        if kind is range or obj is NotImplemented or obj is Ellipsis:
            return repr(obj)
        if issubclass(kind, tuple):
            pairs = zip(_named_fields(kind), tuple.__iter__(obj))  # noqa: B905
            return self.fields(obj, pairs, depth, "()")
        return self.other(obj, kind, depth)

    def named(self, obj: Any, kind: type, base: type, text: str) -> str:
        """Add the name of a type derived from a built-in one."""
        if kind is base and base is not collections.deque and base is not frozenset:
            return text
        return self.inexact(type_name(obj) + "(" + text + ")")

    def collection(self, obj: Any, base: Any, depth: int) -> str:
        """Write a list, tuple, set or queue."""
        size = base.__len__(obj)
        start, end = _brackets(obj)
        if base in (set, frozenset):
            if base is frozenset:
                self.exact = False
            if size == 0:
                return "set()" if type(obj) is set else ""
        parts = self.parts((self.of(item, depth + 1) for item in islice(base.__iter__(obj), ELEMENTS)), size)
        if base in (set, frozenset) and size <= ELEMENTS and self.left > 0:
            parts = sorted(parts, key=_natural)
        if base is tuple and size == 1:
            end = ",)"
        return start + ", ".join(parts) + end

    def mapping(self, items: Iterable[Tuple[Any, Any]], size: int, depth: int) -> str:
        """Write a dictionary."""
        pairs = (self.of(k, depth + 1) + ": " + self.of(v, depth + 1) for k, v in islice(iter(items), ELEMENTS))
        return "{" + ", ".join(self.parts(pairs, size)) + "}"

    def parts(self, texts: Iterable[str], size: int) -> List[str]:
        """Collect the texts of elements until the room is used up."""
        result = []
        for text in texts:
            result.append(text)
            self.left -= 2
            if self.left <= 0:
                break
        if len(result) < size:
            self.exact = False
            result.append(CUT)
        return result

    def fields(self, obj: Any, items: Iterable[Tuple[Any, Any]], depth: int, marks: str) -> str:
        """Write an object by its attributes: ``<Account balance=3>`` or ``Point(x=1, y=2)``."""
        named = (str(name) + "=" + self.of(value, depth + 1) for name, value in islice(iter(items), ELEMENTS))
        parts = self.parts(named, 0)
        if marks == "()":
            return type_name(obj) + "(" + ", ".join(parts) + ")"
        return "<" + " ".join([type_name(obj), *parts]) + ">"

    def other(self, obj: Any, kind: type, depth: int) -> str:
        """Write functions, classes, errors, and whatever else there is, without running the student's methods."""
        named = _named_thing(obj, kind)
        if named is not None:
            return named
        for base in (int, float, str, bytes):
            if issubclass(kind, base):
                return self.derived(obj, base)
        if issubclass(kind, BaseException):
            args = _attribute(obj, "args")
            return type_name(obj) + "(" + ", ".join(self.parts((self.of(a, depth + 1) for a in args), len(args))) + ")"
        if _is_plain(kind):
            return _bounded_repr(obj)
        marks = "()" if "__dataclass_fields__" in type.__dict__["__dict__"].__get__(kind) else "<>"
        return self.fields(obj, _attributes(obj, kind), depth, marks)

    def derived(self, obj: Any, base: Any) -> str:
        """Write a number or string of a derived type as its value."""
        if base is str or base is bytes:
            return self.quoted(base.__getitem__(obj, slice(0, TEXT)), base)
        return self.atom(base.__add__(obj, 0), base)


def _brackets(obj: Any) -> Tuple[str, str]:
    kind = type(obj)
    if issubclass(kind, (list, collections.deque)):
        return "[", "]"
    if issubclass(kind, tuple):
        return "(", ")"
    if issubclass(kind, (dict, set, frozenset)):
        return "{", "}"
    return "<" + type_name(obj) + " ", ">"


def _natural(text: str) -> Tuple[int, float, str]:
    """Order numbers by size and anything else by text, so that a set looks the same in every run."""
    try:
        return (0, float(text), "")
    except ValueError:
        return (1, 0.0, text)


def _named_thing(obj: Any, kind: type) -> Optional[str]:
    """Write a thing that is known by its name."""
    if issubclass(kind, type):
        return "<class " + str(type.__dict__["__name__"].__get__(obj)) + ">"
    if issubclass(kind, types.ModuleType):
        return "<module " + str(_attribute(obj, "__dict__").get("__name__")) + ">"
    if issubclass(kind, _CODED):
        return "<function " + str(getattr(obj, "__name__", "")) + ">"
    if issubclass(kind, _RUNNING):
        return "<generator " + str(obj.__name__) + ">"
    if type(kind).__name__ in ("EnumMeta", "EnumType"):
        return type_name(obj) + "." + str(_attribute(obj, "__dict__").get("_name_"))
    return None


def _is_plain(kind: type) -> bool:
    """Tell whether a type's own ``repr`` is known to be harmless: it is written in C or belongs to a known library."""
    module = str(type.__dict__["__module__"].__get__(kind)).split(".")[0]
    if module in _PLAIN_MODULES:
        return True
    written = next((vars_["__repr__"] for vars_ in _namespaces(kind) if "__repr__" in vars_), None)
    return written is not object.__repr__ and not issubclass(type(written), types.FunctionType)


def _bounded_repr(obj: Any) -> str:
    """Write a library's value, or how long it is if that is too long."""
    try:
        size = len(obj)
    except Exception:
        size = 0
    text = repr(obj) if size <= 10 * ELEMENTS else "<" + type_name(obj) + " of " + repr(size) + ">"
    return "<" + type_name(obj) + ">" if " at 0x" in text else text  # an address differs from run to run


def _named_fields(kind: type) -> Tuple[str, ...]:
    """Return the names of a named tuple's fields; none for another tuple."""
    return next((tuple(names["_fields"]) for names in _namespaces(kind) if "_fields" in names), ())


def _namespaces(kind: type) -> Iterable[Any]:
    return (type.__dict__["__dict__"].__get__(base) for base in type.__dict__["__mro__"].__get__(kind))


def _attributes(obj: Any, kind: type) -> Iterable[Tuple[str, Any]]:
    """List an object's own attributes, those in slots too, without calling properties."""
    try:
        yield from list(islice(dict.items(_attribute(obj, "__dict__")), ELEMENTS))
    except AttributeError:
        pass
    for names in _namespaces(kind):
        for name, member in list(names.items()):
            if issubclass(type(member), types.MemberDescriptorType):
                try:
                    yield name, member.__get__(obj)
                except AttributeError:
                    continue
