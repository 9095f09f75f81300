"""Builds SVG as text, with whatever is put into it escaped."""

from __future__ import annotations

from html import escape


class Markup(str):
    """Text that is SVG already, and is not escaped again."""


def element(tag: str, *children: str, **attributes: str | float) -> Markup:
    """An element. An underscore in an attribute's name is a hyphen, and `class_` is `class`; numbers keep one digit."""
    written = "".join(f' {_name(key)}="{escape(_value(value))}"' for key, value in attributes.items())
    inner = "".join(child if isinstance(child, Markup) else escape(child, quote=False) for child in children)
    return Markup(f"<{tag}{written}>{inner}</{tag}>\n" if inner else f"<{tag}{written}/>\n")


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
