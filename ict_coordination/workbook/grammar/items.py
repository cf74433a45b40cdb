# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Tokens → items: who, how much, which words of the lexicon, what is left.

Kinds: ``entity`` (an :class:`~.item.Entity`), ``inner`` (one between brackets),
``quantity``, ``times``, ``joint`` and ``break`` (between people), ``link`` (":" and
" - "), ``aside`` (said beside it, kept as text), ``text`` (not understood), ``hint``
(the group, beside a name), ``mail``, and the kinds of the lexicon that stand on their
own (``period``, ``approx``, ``funding``, ``each``…).
"""

from __future__ import annotations

from collections.abc import Sequence

from .dates import behind_date
from .item import Item, is_group_level
from .lexer import Token, tokens_of
from .lexicon import longest
from .quantities import TIMES, quantity_at, times_at
from .scan_words import WordScanner
from .word_sets import words

_CLOSING = {"(": ")", "[": "]", "{": "}"}
_HEADS = words("vacancy external group sounding_board")
_ALONE = words(
    """
    period frequency timing season vague approx bound each together doubt funding yes
    nobody not_applicable reference past
    """
)
# what between brackets means the same as without them
_INLINE = words(
    "quantity times period approx bound each together doubt funding yes link filler"
)
_DEPTH = 3


def items_of(text: str, small_is_name: bool = True) -> list[Item]:
    """Return the items of clean text.

    >>> [item.kind for item in items_of("Jan 2u, An (BPT)")]
    ['entity', 'quantity', 'joint', 'entity', 'funding']
    """
    return _Scanner(text, tokens_of(text), small_is_name).items()


class _Scanner(WordScanner):
    def __init__(
        self, text: str, tokens: Sequence[Token], small_is_name: bool, depth: int = 0
    ):
        super().__init__(text, tokens, small_is_name)
        self.depth = depth
        self.repeats = any(token.word in TIMES for token in tokens)

    def items(self) -> list[Item]:
        place, end = 0, len(self.tokens)
        while place < end:
            place = self._next(place)
        return self.found

    def _next(self, at: int) -> int:
        """Add the item at ``at``; return the place behind it."""
        token = self.tokens[at]
        if token.kind == "line":
            return self._add("break", "line", at, at + 1)
        if token.kind == "mail":
            return self._add("mail", token.text, at, at + 1)
        if token.kind in ("url", "phone", "date"):
            return self._add("aside", None, at, at + 1)
        if token.text in _CLOSING:
            return self._bracket(at)
        dated = behind_date(self.tokens, at)
        if dated:
            return self._add("aside", None, at, dated)
        if token.kind == "word" and self._initial(at):
            return self._run(at)
        phrase = longest(self.tokens, at)
        if token.text == '"' and self._quotes(at):
            return at + 1
        if phrase and not self._is_name(at, phrase):
            place = self._phrase(at, *phrase)
            if place:
                return place
        if self._enumerates(at):
            return self._add("filler", None, at, at + 2)
        quantity = quantity_at(self.tokens, at)
        times = times_at(self.tokens, at) if self.repeats else None
        if times and not (quantity and quantity[1] > times[1]):
            return self._add("times", times[0], at, times[1])
        if quantity:
            return self._add("quantity", quantity[0], at, quantity[1])
        return self._other(at, phrase)

    def _other(self, at, phrase):
        token = self.tokens[at]
        if token.text in (",", ";"):
            kind, value = ("joint", "comma") if token.text == "," else ("break", "line")
            return self._add(kind, value, at, at + 1)
        if token.text in ("-", "--", ":", "="):
            return self._add("link", token.text, at, at + 1)
        if phrase and (phrase[0] == "filler" or phrase[:2] == ("number", "1")):
            return self._add("filler", None, at, at + phrase[2])
        if token.text in (".", "…", "..", "...", "!") and self.found:
            return self._add("filler", None, at, at + 1)
        if token.kind == "word":
            return self._run(at)
        place = at + 1
        while (
            place < len(self.tokens)
            and self.tokens[place].glued
            and (self.tokens[place].kind in ("word", "number"))
        ):
            place += 1
        return self._add("text", None, at, place)

    def _enumerates(self, at) -> bool:
        """ "1. Jan" line after line: a number of the line, not of hours."""
        tokens = self.tokens
        if tokens[at].kind != "number" or at + 2 >= len(tokens) or self.depth:
            return False
        starts = at == 0 or tokens[at - 1].kind == "line"
        sign = tokens[at + 1]
        return (
            starts
            and sign.text in (".", ")")
            and sign.glued
            and tokens[at + 2].kind == "word"
            and any(token.kind == "line" for token in tokens)
        )

    def _quotes(self, at) -> bool:
        """Whether a quotation mark touches a word: no "same as above"."""
        tokens = self.tokens
        before = at > 0 and tokens[at].glued and tokens[at - 1].kind == "word"
        behind = at + 1 < len(tokens) and tokens[at + 1].glued
        return before or (behind and tokens[at + 1].kind == "word")

    def _phrase(self, at, kind, value, size):
        end = at + size
        if kind in _HEADS:
            return self._head(at, kind, value, end)
        if kind == "joint":
            if value == "slash" and self.tokens[at].text == "\\":
                return self._add("break", "line", at, end)
            return self._add("joint", value, at, end)
        if kind == "whereof":
            return self._add("aside", None, at, self._until_break(end))
        if kind == "nobody" and self.tokens[at].text in ("-", "--", "/"):
            return (
                None
                if self.tokens[at].text != "/"
                else self._add("joint", "slash", at, end)
            )
        if kind == "period" and self.tokens[at].text == "/" and not self._per(at, size):
            return self._add("joint", "slash", at, at + 1)
        before = self.found[-1].kind if self.found else "break"
        if self.tokens[at].text == "*" and before not in ("break", "joint"):
            return self._add("aside", None, at, end)  # a footnote
        if kind in _ALONE:
            if kind == "reference" and value == "to":
                end = self._until_break(end)
                return self._add(kind, self._slice(at + size, end), at, end)
            return self._add(kind, value, at, end)
        if kind == "filler" and self.tokens[end - 1].text in (":", "="):
            return self._add("link", ":", at, end)
        return None

    def _per(self, at, size) -> bool:
        """Whether "/" stands between hours and a period: "2u/w", not "Jan/W"."""
        before = self.found[-1].kind if self.found else ""
        glued = len(self.tokens[at + 1].word) > 1 or self.tokens[at + 1].glued
        return glued and before in ("quantity", "times", "funding", "vague")

    def _until_break(self, at):
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.kind == "line" or token.text in (",", ";", ")", "]", "|"):
                break
            at += 1
        return at

    def _bracket(self, at):
        opening = self.tokens[at].text
        closing, level, end = _CLOSING[opening], 1, at + 1
        while end < len(self.tokens) and level:
            text = self.tokens[end].text
            level += (text == opening) - (text == closing)
            end += 1
        closed = not level
        inside = self.tokens[at + 1 : end - 1 if closed else end]
        if not inside:
            return end
        if self.depth >= _DEPTH:
            return self._add("aside", None, at, end)
        inner = _Scanner(self.text, inside, False, self.depth + 1).items()
        text = self._slice(at, end)
        kinds = {item.kind for item in inner}
        named = [item for item in inner if item.kind == "entity"]
        if len(inner) == 1 and named:
            entity = named[0].value
            if entity.kind == "group" and is_group_level(entity.name or ""):
                self.found.append(Item("hint", "group", text))
            elif entity.kind == "external" and entity.name is None:
                self.found.append(Item("funding", "external", text))
            elif entity.kind == "vacancy" and entity.name is None:
                self.found.append(Item("doubt", "vacancy", text))
            else:
                self.found.append(Item("inner", entity, text))
        elif kinds <= _INLINE | {"joint"} and not _joins(inner):
            self.found.extend(item for item in inner if item.kind != "joint")
        else:
            self.found.append(Item("aside", None, text))
        return end


def _joins(items):
    """Whether people could stand between the signs: then it is more than a remark."""
    return any(item.kind == "joint" and item.value != "comma" for item in items)
