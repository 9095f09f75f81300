"""The methods of our frozen dataclasses written out, in the package's bytecode only; the sources stay as they are.

`dataclass` writes and compiles the methods whenever a class is imported: for our two hundred classes that is a third of
a cold start. Here they are compiled once. Whatever is not plain stays as it is: a field made by `field`, an inherited
one with a default that cannot be written out, a method of the class's own in place of one of these.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from importlib import import_module

Name = tuple[str, str]  # of a module, and of a class in it
Parameter = tuple[str, str | None]  # a field, and its default as it is written

_PLAIN = ast.dump(ast.parse("dataclass(frozen=True, slots=True)", mode="eval").body)
_LITERAL = {bool, int, float, str, type(None)}
_FIELDS_ONLY = "dataclass(init=False, repr=False, eq=False, slots=True)"
_METHODS = """
def __init__(self{parameters}):
    {settings}
def __repr__(self):
    return f"{{self.__class__.__qualname__}}({shown})"
def __eq__(self, other):
    return {mine} == {others} if other.__class__ is self.__class__ else NotImplemented
def __hash__(self):
    return hash({mine})
def __setattr__(self, name, value):
    from dataclasses import FrozenInstanceError
    raise FrozenInstanceError(f"cannot assign to field {{name!r}}")
def __delattr__(self, name):
    from dataclasses import FrozenInstanceError
    raise FrozenInstanceError(f"cannot delete field {{name!r}}")
def __getstate__(self):
    return [*{mine}]
def __setstate__(self, state):
    for name, value in zip(self.__match_args__, state):
        object.__setattr__(self, name, value)
"""


def plain_records(trees: Mapping[str, ast.Module]) -> frozenset[Name]:
    """The dataclasses in these modules of ours, by the modules' names, whose methods can be written out.

    Frozen classes have no parents that are not: a class goes with its whole family.
    """
    found = {
        (module, node.name): _class(module, node.name)
        for module, tree in trees.items()
        for node in tree.body
        if isinstance(node, ast.ClassDef) and _is_plain(node, module)
    }
    while odd := [name for name, each in found.items() if not found.keys() >= set(_family(each))]:
        for name in odd:
            del found[name]
    return frozenset(found)


def write_out(tree: ast.Module, module: str, names: Iterable[str]) -> None:
    """Write out the methods of the classes of these names, in the tree of the module of this name."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and node.name in names:
            decorator = ast.parse(_FIELDS_ONLY, mode="eval").body
            methods = ast.parse(_methods(_parameters(node, module))).body
            for new in (decorator, *methods):
                for each in ast.walk(new):
                    ast.copy_location(each, node)
            node.decorator_list = [decorator]
            node.body += methods


def _is_plain(node: ast.ClassDef, module: str) -> bool:
    if [ast.dump(each) for each in node.decorator_list] != [_PLAIN]:
        return False
    own = {each.name for each in node.body if isinstance(each, ast.FunctionDef)}
    written = {each.name for each in ast.parse(_methods([])).body if isinstance(each, ast.FunctionDef)}
    made = any(isinstance(each.value, ast.Call) for each in _fields(node))
    inherited = [each for each in fields(_class(module, node.name)) if each.name not in _own(node)]
    odd = any(each.default is not MISSING and type(each.default) not in _LITERAL for each in inherited)
    return not (own & {*written, "__post_init__"} or made or odd)


def _class(module: str, name: str) -> type:
    found: type = getattr(import_module(module), name)
    return found


def _family(each: type) -> Iterator[Name]:
    """The dataclasses of ours that a class is made of, and those that are made of it."""
    package = each.__module__.partition(".")[0]
    related = [*each.__mro__[1:], *_descendants(each)]
    ours = (other for other in related if is_dataclass(other) and other.__module__.partition(".")[0] == package)
    return ((other.__module__, other.__qualname__) for other in ours)


def _descendants(each: type) -> Iterator[type]:
    children: list[type] = each.__subclasses__()
    for child in children:
        yield child
        yield from _descendants(child)


def _fields(node: ast.ClassDef) -> list[ast.AnnAssign]:
    return [each for each in node.body if isinstance(each, ast.AnnAssign)]


def _own(node: ast.ClassDef) -> dict[str, ast.expr | None]:
    """The fields that stand in the class itself, and their defaults."""
    return {ast.unparse(each.target): each.value for each in _fields(node)}


def _parameters(node: ast.ClassDef, module: str) -> list[Parameter]:
    """Every field in its order, as a parameter.

    An own default is the class's own attribute of the name: it stands above, and is evaluated once. An inherited one
    is no attribute of the class, which has a slot in its place, and so is written out.
    """
    own = _own(node)
    return [
        (name, (name if own[name] else None) if name in own else _written(each.default))
        for each in fields(_class(module, node.name))
        for name in [each.name]
    ]


def _written(default: object) -> str | None:
    return None if default is MISSING else repr(default)


def _methods(parameters: list[Parameter]) -> str:
    names = [name for name, _ in parameters]
    return _METHODS.format(
        parameters="".join(f", {name}={default}" if default else f", {name}" for name, default in parameters),
        settings="; ".join(f"object.__setattr__(self, {name!r}, {name})" for name in names) or "pass",
        shown=", ".join(f"{name}={{self.{name}!r}}" for name in names),
        mine=f"({''.join(f'self.{name}, ' for name in names)})",
        others=f"({''.join(f'other.{name}, ' for name in names)})",
    )
