# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The properties of a file: title, creator and what programs add of their own."""

from __future__ import annotations

from .limits import WorkbookError
from .texts import clean

# more is no property but a hiding place
_MOST, _LONGEST = 200, 2000


def read_properties(package) -> dict[str, str]:
    """Return the properties as text, the custom ones by their own name.

    The language among them is that of the program that saved it. A file without
    properties, or with broken ones, is read all the same.
    """
    properties = {}
    for relation in package.relations(""):
        if relation.target not in package:
            continue
        try:
            if relation.kind == "core-properties":
                properties.update(_core(package.tree(relation.target)))
            elif relation.kind == "custom-properties":
                properties.update(_custom(package.tree(relation.target)))
        except WorkbookError as error:
            if error.code != "broken":
                raise
    return {
        clean(name)[:_LONGEST]: clean(text)[:_LONGEST]
        for name, text in list(properties.items())[:_MOST]
        if name and text
    }


def _core(root):
    return {node.tag: node.text for node in root if node.text}


def _custom(root):
    return {
        node.get("name"): "".join(inner.itertext())
        for node in root.findall("property")
        for inner in node
    }
