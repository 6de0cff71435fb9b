"""Elements of SVG as escaped markup: whatever a record says stays text."""

from __future__ import annotations

import functools

from markupsafe import Markup, escape


def tag(name: str, *inner: object, **attributes: object) -> Markup:
    """An element; a trailing underscore of an attribute is dropped, others become hyphens.

    Attributes that are None are left out; what is inside is escaped unless it is markup.
    """
    said = "".join(
        f' {_name(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None
    )
    if not inner:
        return Markup(f"<{name}{said}/>")  # noqa: S704 (values are escaped, names the code's own)
    content = "".join(map(escape, inner))
    return Markup(f"<{name}{said}>{content}</{name}>")  # noqa: S704 (as above, and what is inside)


@functools.cache
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else escape(str(value))
