"""The methods of our frozen dataclasses written out, in the package's bytecode only; the sources stay as they are.

`dataclass` writes and compiles the methods whenever a class is imported: for our two hundred classes that is a third of
a cold start. Here they are compiled once. Whatever is not plain stays as it is: a field made by `field`, one that is
inherited, a method of the class's own in place of one of these.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module

Name = tuple[str, str]  # of a module, and of a class in it

_PLAIN = ast.dump(ast.parse("dataclass(frozen=True, slots=True)", mode="eval").body)
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


def written_out(tree: ast.Module, names: Iterable[str]) -> ast.Module:
    """The module with the methods of its classes of these names written out."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and node.name in names:
            decorator, methods = ast.parse(_FIELDS_ONLY, mode="eval").body, ast.parse(_methods(_fields(node))).body
            for new in (decorator, *methods):
                for each in ast.walk(new):
                    ast.copy_location(each, node)
            node.decorator_list = [decorator]
            node.body += methods
    return tree


def _is_plain(node: ast.ClassDef, module: str) -> bool:
    if [ast.dump(each) for each in node.decorator_list] != [_PLAIN]:
        return False
    own = {each.name for each in node.body if isinstance(each, ast.FunctionDef)}
    written = {each.name for each in ast.parse(_methods([])).body if isinstance(each, ast.FunctionDef)}
    made = any(isinstance(each.value, ast.Call) for each in _fields(node))
    inherited = len(fields(_class(module, node.name))) != len(_fields(node))
    return not (own & {*written, "__post_init__"} or made or inherited)


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


def _methods(own: list[ast.AnnAssign]) -> str:
    names = [ast.unparse(each.target) for each in own]
    # A default is the class's own attribute of the name: it stands above, and is evaluated once.
    parameters = [f", {name}={name}" if each.value else f", {name}" for name, each in zip(names, own, strict=True)]
    return _METHODS.format(
        parameters="".join(parameters),
        settings="; ".join(f"object.__setattr__(self, {name!r}, {name})" for name in names) or "pass",
        shown=", ".join(f"{name}={{self.{name}!r}}" for name in names),
        mine=f"({''.join(f'self.{name}, ' for name in names)})",
        others=f"({''.join(f'other.{name}, ' for name in names)})",
    )
