# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Which tags a template may use: a template is data that a school wrote, never code.

Values, conditions and loops over the lists of the document; no calls, no assignments,
no arithmetic, no attributes of Python objects. That keeps what a template can cost
within (longest list)³ steps, and ``MAX_TEXT`` stops it before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from jinja2 import Template, TemplateSyntaxError, Undefined, nodes
from jinja2.exceptions import TemplateError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from .content import LIST_NAMES
from .problems import TemplateProblem

#: loops in loops: the teams, their members, and one more
MAX_DEPTH = 3
#: characters, and pieces of text, of one rendered part
MAX_TEXT = 20_000_000
MAX_PIECES = 1_000_000
FILTERS = ("capitalize", "default", "first", "join", "last", "length", "lower")
FILTERS += ("title", "trim", "upper")
LOOP_NAMES = frozenset({"index", "index0", "first", "last", "length", "revindex"})
# what XML cannot hold
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.For,
    nodes.If,
    nodes.CondExpr,
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Const,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Concat,
)


class UnknownTag(TemplateError):
    """A tag that the document does not have."""


class NotAllowed(TemplateSyntaxError):
    """A tag that does more than show a value, choose or repeat."""


class _Missing(Undefined):
    """Stops at the first name that does not exist, also in a condition."""

    def __init__(self, hint=None, obj=None, name=None, exc=None):
        if name:
            raise UnknownTag(name)
        super().__init__("")


class _LimitedTemplate(Template):
    def render(self, *args, **kwargs):
        pieces, size = [], 0
        for piece in self.generate(*args, **kwargs):
            pieces.append(piece)
            size += len(piece)
            if size > MAX_TEXT or len(pieces) > MAX_PIECES:
                raise TemplateProblem("too_much")
        return "".join(pieces)


class TagEnvironment(ImmutableSandboxedEnvironment):
    """Jinja as far as a template of a school may use it.

    It remembers what it compiled: sixty documents from one template compile it once.
    """

    template_class = _LimitedTemplate

    def __init__(self):
        super().__init__(autoescape=True, undefined=_Missing, finalize=_clean)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in ("defined",)}
        self._templates = {}

    def from_string(self, source, *_options, **_named):
        if source not in self._templates:
            self._templates[source] = super().from_string(source)
        return self._templates[source]

    def _parse(self, source, name, filename):
        tree = super()._parse(source, name, filename)
        _check(tree, 0)
        return tree

    def getattr(self, obj, attribute):
        """Return what a tag names: of the document, or of the loop. Nothing else."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LoopContext) and attribute in LOOP_NAMES:
            return getattr(obj, attribute)
        return self.undefined(name=str(attribute))

    def getitem(self, obj, argument):
        if isinstance(argument, int) and isinstance(obj, (list, tuple)):
            return obj[argument] if -len(obj) <= argument < len(obj) else ""
        return self.getattr(obj, argument)


def _check(node, depth):
    """Raise :class:`NotAllowed` for a node that shows, chooses or repeats nothing."""
    if not isinstance(node, _ALLOWED):
        raise NotAllowed("not allowed", getattr(node, "lineno", 1))
    if isinstance(node, nodes.For):
        depth += 1
        source = node.iter
        name = getattr(source, "attr", None) or getattr(source, "name", None)
        simple = isinstance(node.target, nodes.Name) and not node.recursive
        if depth > MAX_DEPTH or name not in LIST_NAMES or not simple:
            raise NotAllowed("loop", node.lineno)
    is_join = isinstance(node, nodes.Filter) and node.name == "join"
    if is_join and node.find(nodes.Filter):
        # one in another would make a text as long as one likes
        raise NotAllowed("join", node.lineno)
    for child in node.iter_child_nodes():
        _check(child, depth)


def _clean(value):
    """Return a value as text that a document can hold."""
    if value is None or value is False:
        return ""
    if isinstance(value, str):
        return _CONTROL.sub("", value)
    return value
