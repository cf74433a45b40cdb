# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Texts of cells, with the look of their parts where these differ."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..colours import Palette
from .limits import WorkbookError
from .xml_parts import local, main_names, parse, truth

# letters that XML cannot hold are written as _x000D_, and an _x of its own as _x005F_x
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


# letters that an entry of the table weighs when it is empty
_ENTRY = 20


class Run(NamedTuple):
    """A part of a text; ``None`` is as the cell."""

    text: str
    struck: bool | None = None
    font: str | None = None
    bold: bool | None = None


def clean(text: str) -> str:
    """Undo the file's escapes, and leave out letters that nobody can see or store."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", text) if not text.isprintable() else text


class TextReader:
    """Takes the events inside one ``si`` or ``is`` element; then ask ``result``."""

    def __init__(self, palette: Palette, limits):
        self._palette = palette
        self._limits = limits
        self.reset()

    def reset(self):
        self.runs = []
        self._look = Run("")
        self._letters = None
        self.length = self.depth = self._skipped = 0

    def start(self, name, attributes):
        self.depth += 1
        if self.depth > self._limits.depth:
            raise WorkbookError("broken")
        name = local(name)
        if name == "t":
            self._letters = []
        elif name == "r":
            self._look = Run("")
        elif name == "rPh":
            # how to pronounce it: not part of the text
            self._skipped = self.depth
        elif name == "strike":
            self._look = self._look._replace(struck=truth(attributes.get("val", "1")))
        elif name == "b":
            self._look = self._look._replace(bold=truth(attributes.get("val", "1")))
        elif name == "color":
            self._look = self._look._replace(font=self._palette.colour(attributes))
        elif name == "rPr":
            self._look = Run("", struck=False, bold=False)

    def end(self, name):
        if self._letters is not None and local(name) == "t":
            if self._letters and not self._skipped:
                self.runs.append(self._look._replace(text="".join(self._letters)))
            self._letters = None
        elif self._skipped == self.depth:
            self._skipped = 0
        self.depth -= 1

    def text(self, data):
        if self._letters is not None:
            self.length += len(data)
            if self.length > self._limits.text:
                raise WorkbookError("too_much_text")
            self._letters.append(data)

    def result(self) -> str | tuple[Run, ...]:
        """Return the text, or its parts when one of them has a look of its own."""
        runs = self.runs
        if all(run[1:] == (None, None, None) for run in runs):
            return clean("".join(run.text for run in runs))
        return tuple(run._replace(text=clean(run.text)) for run in runs)


def read_shared_texts(chunks, palette: Palette, limits) -> list:
    """Return the table of texts that cells share: see :meth:`TextReader.result`."""
    names = main_names("si")
    reader = TextReader(palette, limits)
    table = []
    inside = False
    outside_depth = total = 0

    def start(name, attributes):
        nonlocal inside, outside_depth
        if inside:
            reader.start(name, attributes)
        elif name in names:
            inside = True
            reader.reset()
        else:
            outside_depth += 1
            if outside_depth > limits.depth:
                raise WorkbookError("broken")

    def end(name):
        nonlocal inside, outside_depth, total
        if not inside:
            outside_depth -= 1
        elif name in names and not reader.depth:
            inside = False
            table.append(reader.result())
            # what an entry takes, apart from its letters
            total += reader.length + _ENTRY * (1 + len(reader.runs))
            if total > limits.text_total * 2:
                raise WorkbookError("too_much_text")
        else:
            reader.end(name)

    parse(chunks, start, end, reader.text)
    return table
