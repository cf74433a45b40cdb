# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Comments on cells: notes, and threads with their replies."""

from __future__ import annotations

import re

from .limits import WorkbookError
from .sheet import place_of
from .texts import clean

# what Excel writes in the note that stands in for a thread, in whatever language
_STAND_IN = re.compile(
    r"\[[^\]\n]+\]\n.*?go\.microsoft\.com/fwlink/\S*\s*\n\s*[^\n:]+:\s*\n\s*", re.DOTALL
)


def read_comments(package, relations) -> dict[tuple[int, int], str]:
    """Return the text of the comments of one sheet by (row, column).

    A thread gives its texts one under the other; its stand-in note is left out.
    """
    notes, threads = {}, {}
    for relation in relations:
        if relation.target not in package:
            continue
        if relation.kind == "comments":
            _collect(package, relation.target, "commentList/comment", notes, _note)
        elif relation.kind == "threadedcomment":
            _collect(package, relation.target, "threadedComment", threads, _thread)
    result = {place: "\n".join(texts) for place, texts in notes.items()}
    result.update({place: "\n".join(texts) for place, texts in threads.items()})
    for place, text in result.items():
        if len(text) > package.limits.text:
            raise WorkbookError("too_much_text")
        result[place] = _STAND_IN.sub("", text, count=1)
    return result


def _collect(package, target, path, found, text_of):
    for node in package.tree(target).iterfind(path):
        text = clean(text_of(node)).strip()
        if text:
            place = place_of(node.get("ref", "").partition(":")[0], package.limits)
            found.setdefault(place, []).append(text)


def _note(node):
    body = node.find("text")
    return "" if body is None else "".join(part.text or "" for part in body.iter("t"))


def _thread(node):
    return node.findtext("text") or ""
