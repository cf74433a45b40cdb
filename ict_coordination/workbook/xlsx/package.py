# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The zip around a workbook: its parts and relations, unpacked within limits."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from .kinds import check_zip_kind
from .limits import Deadline, Limits, WorkbookError
from .xml_parts import tree

CHUNK = 1 << 16
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Relation(NamedTuple):
    """``kind`` is the last word of the type's address; ``target`` a part's name."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of one file, by name without regard to upper and lower case."""

    def __init__(self, content: bytes, limits: Limits):
        self.limits = limits
        self.deadline = Deadline(limits.seconds)
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except Exception as error:
            # zipfile lets struct, Unicode and other errors through
            raise WorkbookError("broken") from error
        infos = self._zip.infolist()
        if len(infos) > limits.parts:
            raise WorkbookError("unpacks_too_large")
        self._infos = {_key(info.filename): info for info in infos}
        check_zip_kind(self)

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._infos

    def names(self) -> Iterator[str]:
        """Yield the names of all parts in lower case."""
        return iter(self._infos)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a part piece by piece; count what comes out, whatever the zip says.

        Raises ``WorkbookError`` for a missing part and beyond the limits.
        """
        info = self._infos.get(_key(name))
        if info is None:
            raise WorkbookError("broken")
        if info.flag_bits & 1:
            raise WorkbookError("encrypted")
        if info.compress_type not in _PACKINGS:
            raise WorkbookError("broken")
        limits = self.limits
        most = max(limits.ratio_from, limits.ratio * info.compress_size)
        size = 0
        with self._zip.open(info) as stream:
            while chunk := stream.read(CHUNK):
                self.deadline.check()
                size += len(chunk)
                self._unpacked += len(chunk)
                if size > most or self._unpacked > limits.unpacked:
                    raise WorkbookError("unpacks_too_large")
                yield chunk

    def tree(self, name: str):
        """Return a part as an element tree with local names only."""
        return tree(self.chunks(name), self.limits)

    def relations(self, name: str) -> list[Relation]:
        """Return the relations of a part ('' for the package) that stay in the file."""
        folder, base = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if rels not in self:
            return []
        return [
            Relation(
                node.get("Id", ""),
                node.get("Type", "").rpartition("/")[2].lower(),
                _resolve(folder, node.get("Target", "")),
            )
            for node in self.tree(rels).findall("Relationship")
            if node.get("TargetMode", "").lower() != "external"
        ]


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _resolve(folder: str, target: str) -> str:
    target = unquote(target.replace("\\", "/"))
    if not target.startswith("/"):
        target = posixpath.join("/", folder, target)
    return posixpath.normpath(target).lstrip("/")
