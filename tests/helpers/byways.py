"""Programs that import nothing but plain modules, and reach for what tests them all the same, by names in texts."""

from __future__ import annotations

from helpers.attacks import Attack, T

# With Python's own names at hand, whatever the program says is noted is not noted.
HUSH = """
get = {own}["get" + "attr"]
modules = get({own}["__import__"]("sys"), "mod" + "ules")
reporter = get(modules["gadfly_analyzers.execution.probe.reporter"], "Reporter")
{own}["set" + "attr"](reporter, "note", lambda *a: None)
return 3"""


def hushing(way: str, own: str, top: str = "") -> Attack:
    """Make an attack of a way to Python's own names, and how they are called then."""
    return Attack((way + HUSH.format(own=own)).replace("{", "{{").replace("}", "}}"), (T,), top=top)


# A class whose attributes have names out of texts, and which a function is an instance of.
NAMES = '{"__match_args__": ("__globals__",)}'
FOR_FUNCTIONS = "class A(abc.ABC, Named): pass\nA.register(type(spin))\n"
BY_POSITION = "match f:\n case A(g): pass"

BYWAYS = {
    "reads-what-lacked-an-attribute": hushing(
        'try: "{0.__globals__.none}".format(f)\nexcept AttributeError as error: g = error.obj', 'g["__builtins__"]'
    ),
    "makes-a-class-of-texts": hushing(
        BY_POSITION, 'g["__builtins__"]', f"import abc\nNamed = abc.ABCMeta('Named', (), {NAMES})\n{FOR_FUNCTIONS}"
    ),
    "makes-a-class-by-the-class-of-a-class": hushing(
        BY_POSITION, 'g["__builtins__"]', f"import abc\nNamed = type(int)('Named', (), {NAMES})\n{FOR_FUNCTIONS}"
    ),
    "makes-a-class-by-what-a-class-says": hushing(
        BY_POSITION, 'g["__builtins__"]', f"import abc\nNamed = int.__class__('Named', (), {NAMES})\n{FOR_FUNCTIONS}"
    ),
    "makes-a-class-by-a-star": hushing(
        BY_POSITION, 'g["__builtins__"]', f"import abc\nNamed = type(*('Named', (), {NAMES}))\n{FOR_FUNCTIONS}"
    ),
    "names-an-attribute-by-a-pattern": hushing(
        BY_POSITION,
        'g["__builtins__"]',
        "import abc\nclass Named:\n match ('__globals__',):\n  case __match_args__: pass\n" + FOR_FUNCTIONS,
    ),
    "renames-a-field": hushing(
        BY_POSITION,
        'g["__builtins__"]',
        "import abc, dataclasses\n@dataclasses.dataclass\nclass Named(abc.ABC):\n x: int\n"
        "dataclasses.fields(Named)[0].name = '__globals__'\n"
        "@dataclasses.dataclass\nclass A(Named): pass\nA.register(type(spin))\n",
    ),
    "is-shown-the-functions-of-python": hushing(
        "inner.setprofile(None)\ng = kept[0](f, '__glo' + 'bals__')",
        'g["__builtins__"]',
        "import typing\nkept, inner = [], typing.collections._sys\n"
        "def look(frame, event, given):\n"
        " if event == 'c_call' and str(given) == '<built-in function getattr>': kept.append(given)\n"
        "inner.setprofile(look)\n",
    ),
    "puts-an-enumeration-into-a-module": Attack(
        "Quiet._convert_('Any', 'gadfly_analyzers.execution.probe.failures', lambda name: name == 'describe', Source)\n"
        "return 3",
        (T,),
        top="import enum\nclass Source: describe = 1\n"
        "class Quiet(enum.Enum):\n def __call__(self, *a, **k): return {{'outcome': 'passed'}}\n",
    ),
    "takes-an-attribute-by-a-pattern": hushing("match f:\n case object(__globals__=g): pass", 'g["__builtins__"]'),
    "takes-a-field-of-a-format": hushing(
        'g, _ = string.Formatter().get_field("0.__globals__", [f], {})', 'g["__builtins__"]', "import string"
    ),
    "formats-to-itself": hushing(
        'kept = Kept()\nkept.format("{0.__globals__}", f)',
        'kept.one["__builtins__"]',
        "from string import *\nclass Kept(Formatter):\n def format_field(self, one, spec):\n  self.one = one\n"
        '  return ""\n',
    ),
    "borrows-a-module-of-a-module": hushing(
        'g = typing.operator.attrgetter("__globals__")(f)', 'g["__builtins__"]', "import typing"
    ),
    "borrows-it-by-its-name": hushing(
        'g = operator.attrgetter("__globals__")(f)', 'g["__builtins__"]', "from fractions import operator"
    ),
    "calls-a-module-otherwise": hushing(
        'g = other.operator.attrgetter("__globals__")(f)', 'g["__builtins__"]', "import typing\nother = typing\n"
    ),
    "has-a-hint-evaluated": hushing(
        'kept = []\ntyping.ForwardRef("kept.append(__builtins__) or int")._evaluate('
        '{"kept": kept}, {}, recursive_guard=frozenset())',
        "kept[0]",
        "import typing",
    ),
    "dispatches-by-a-hint": hushing(
        "shown.register(other)",
        "kept[0]",
        "import functools\nkept = []\n@functools.singledispatch\ndef shown(one): pass\n"
        'def other(one: "kept.append(__builtins__) or int"): pass\n',
    ),
    "copies-what-it-wraps": hushing(
        'functools.update_wrapper(Kept(), f, assigned=("__globals__",), updated=())',
        'kept[0]["__builtins__"]',
        "import functools\nkept = []\nclass Kept:\n def __setattr__(self, name, one): kept.append(one)\n",
    ),
    "makes-a-function-of-changed-code": hushing(
        "changed = seen(f).gi_code.replace(co_names=('__globals__',))\ng = next(f.__class__(changed, {})(f))",
        'g["__builtins__"]',
        "def seen(one): yield one.usual\n",
    ),
}
