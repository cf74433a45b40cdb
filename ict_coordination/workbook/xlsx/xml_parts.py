# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""XML that somebody else wrote: no document type, no entities, bounded depth."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from .limits import Limits, WorkbookError

# what expat puts between the address of a namespace and the local name
SEPARATOR = "}"
_SHEET_SPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)


def main_names(*local_names: str) -> dict[str, str]:
    """Map expat's names to local names, in the namespaces of worksheets or in none."""
    names = {name: name for name in local_names}
    for space in _SHEET_SPACES:
        names.update({f"{space}{SEPARATOR}{name}": name for name in local_names})
    return names


def _forbidden(*_arguments):
    # entities can only be declared in a document type: without it there is no bomb
    raise WorkbookError("unsafe")


def parse(chunks: Iterable[bytes], start, end, text) -> None:
    """Feed the pieces of a part to expat's three handlers.

    Raises ``WorkbookError``: ``unsafe`` for a document type, in whatever encoding, and
    ``broken`` for XML that is not well-formed.
    """
    parser = expat.ParserCreate(namespace_separator=SEPARATOR)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _forbidden
    parser.EntityDeclHandler = _forbidden
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise WorkbookError("broken") from error
    finally:
        # the handlers are methods of objects that hold this parser's results
        parser.StartElementHandler = parser.EndElementHandler = None
        parser.CharacterDataHandler = None


def tree(chunks: Iterable[bytes], limits: Limits) -> Element:
    """Return a small part as a tree; names of elements and attributes are local."""
    builder = TreeBuilder()
    depth = elements = size = 0

    def start(name, attributes):
        nonlocal depth, elements
        depth += 1
        elements += 1
        if depth > limits.depth or elements > limits.tree_elements:
            raise WorkbookError("unpacks_too_large")
        builder.start(local(name), {local(key): attributes[key] for key in attributes})

    def end(name):
        nonlocal depth
        depth -= 1
        builder.end(local(name))

    def counted():
        nonlocal size
        for chunk in chunks:
            size += len(chunk)
            if size > limits.tree_size:
                raise WorkbookError("unpacks_too_large")
            yield chunk

    parse(counted(), start, end, builder.data)
    return builder.close()


def local(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition(SEPARATOR)[2]


def is_on(node: Element | None, attribute: str = "val", default: bool = True) -> bool:
    """Read a boolean attribute of an element that may be absent (``None``: no)."""
    if node is None:
        return False
    value = node.get(attribute)
    return default if value is None else truth(value)


def truth(value: str | None) -> bool:
    """Read a boolean of the schema.

    >>> truth("1"), truth("true"), truth("0"), truth(None)
    (True, True, False, False)
    """
    return (value or "").strip().lower() in ("1", "true", "on")
