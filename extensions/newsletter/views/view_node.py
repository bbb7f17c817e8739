# SPDX-License-Identifier: EUPL-1.2
"""Parts of pages that keep the value they show: pages of the site render it by a template, other builders the nodes.

As nodes a register of thousands of records is a hundred thousand objects, which every pass over the page visits: half
of the time of a build.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Generic, Self, TypeVar

from docutils import nodes

from newsletter.views.context import Context

V = TypeVar("V")


class view_node(nodes.General, nodes.Element, Generic[V]):  # noqa: N801 -- docutils names node classes in lower case
    """A part of a page by its *value*, in a build that renders that."""

    template: ClassVar[str]
    """Whose Jinja macro ``view`` renders the value in our theme: in ``theme/views``."""

    formats: ClassVar[frozenset[str]] = frozenset({"page"})
    """Which builds render the value: see :attr:`Context.format`."""

    @classmethod
    def of(cls, context: Context, value: V, default: Iterable[nodes.Node] = ()) -> list[nodes.Node]:
        """Return the part with *value*, or what *default* yields in a build that knows common nodes alone."""
        return [cls(value)] if context.format in cls.formats else list(default)

    def __init__(self, value: V, **attributes: Any) -> None:
        super().__init__("", **attributes)
        self.value = value

    def copy(self) -> Self:
        """Return a copy; docutils copies attributes alone."""
        return type(self)(self.value, **self.attributes)
