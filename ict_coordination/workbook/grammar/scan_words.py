# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Words: which of them are a name, which come from the lexicon."""

from __future__ import annotations

from collections.abc import Sequence

from .dates import behind_date
from .item import Entity, Item
from .lexer import Token
from .lexicon import longest
from .names import name_in
from .quantities import quantity_at
from .word_sets import FIRST_NAMES, MAYBE_NAMES, PARTICLES, THINGS, TITLES

_NOT_WORDS = frozenset(("number", "legal", "filler", "amount", "work"))
_MEMBERS = ("group", "sounding_board")  # may follow each other: "iemand van SG"


class WordScanner:
    """Finds names and the heads before them at a place in the tokens.

    Every method that adds an item to ``found`` returns the place behind it.
    """

    def __init__(self, text: str, tokens: Sequence[Token], small_is_name: bool):
        self.text, self.tokens, self.small = text, tokens, small_is_name
        self.found: list[Item] = []

    def _add(self, kind, value, start, end):
        self.found.append(Item(kind, value, self._slice(start, end)))
        return end

    def _slice(self, start, end):
        end = min(end, len(self.tokens))
        if end <= start:
            return ""
        part = self.text[self.tokens[start].start : self.tokens[end - 1].end]
        return " ".join(part.split())

    def _capital(self, at) -> bool:
        """Whether a word with a capital that is not in the lexicon stands here."""
        if at >= len(self.tokens) or self.tokens[at].kind != "word":
            return False
        token = self.tokens[at]
        first = token.text.lstrip("'")[:1]
        if not first.isupper() or token.word in THINGS:
            return False
        phrase = longest(self.tokens, at)
        return not phrase or token.word in MAYBE_NAMES

    def _initial(self, at) -> bool:
        """ "V. Claes", "J Peeters": a letter of a name, not a mark or a unit."""
        token = self.tokens[at]
        if len(token.word) != 1 or not token.text[0].isupper():
            return False
        return (token.text.endswith(".") and token.text != "X.") or (
            token.word != "x" and self._capital(at + 1)
        )

    def _is_name(self, at, phrase) -> bool:
        """ "Max Peeters": a word of the lexicon where a name stands."""
        token = self.tokens[at]
        return (
            phrase[2] == 1
            and token.word in MAYBE_NAMES
            and token.text[0].isupper()
            and self._capital(at + 1)
        )

    def _run(self, at) -> int:
        """Words that are in no lexicon: a name, or not understood."""
        tokens, end = self.tokens, at + 1
        while end < len(tokens) and tokens[end].kind == "word":
            if not self._initial(end) and not self._goes_on(end):
                break
            end += 1
        glued = end < len(tokens) and tokens[end].glued
        if glued and tokens[end].kind == "number" and not self._counts(end):
            # "lokaal B12", "ICT2"
            return self._add("text", None, at, end + 1)
        words = [token.text for token in tokens[at:end]]
        run = name_in(words, self.small)
        if run.start == run.end:
            return self._add("text", None, at, end)
        name = self._slice(at + run.start, at + run.end).strip("' ") or None
        first = self._legal(at + run.end)
        if first:
            name = self._slice(at + run.start, first)
            return self._add("entity", Entity(name, "external"), at, first)
        self._add("entity", Entity(name, "person", run.sure), at, at + run.end)
        if at + run.end < end:
            self._add("text", None, at + run.end, end)
        return end

    def _goes_on(self, at) -> bool:
        token = self.tokens[at]
        if not token.text[0].isupper() and behind_date(self.tokens, at):
            return False  # "Jan vanaf oktober"
        phrase = longest(self.tokens, at)
        if not phrase or phrase[0] == "filler":
            return True
        if token.word in PARTICLES and phrase[2] == 1:
            return True
        last = token.text[0].isupper() and phrase[2] == 1
        if last and len(token.word) == 1 and token.word != "x":
            return True  # "Jan V": the letter of a name
        return last and token.word in MAYBE_NAMES and not token.text.isupper()

    def _counts(self, at) -> bool:
        """Whether the number at ``at`` has a unit: "Jan2u"."""
        found = quantity_at(self.tokens, at)
        return bool(found and found[0].unit != "bare")

    def _legal(self, at):
        """Return the place behind "nv", "bv"…, if a firm's name ends so."""
        if at < len(self.tokens):
            phrase = longest(self.tokens, at)
            if phrase and phrase[0] == "legal":
                return at + phrase[2]
        return None

    def _head(self, at, kind, value, end):
        """firma NetHulp, vacature ICT, alle leerkrachten van SG, klankbord: ouders."""
        head = self.tokens[at]
        if (
            kind == "group"
            and end == at + 1
            and head.word in TITLES
            and (self._capital(end) or self._known(end))
        ):
            return self._run(at)  # "directeur Jan"
        place = end
        colon = place < len(self.tokens) and self.tokens[place].text == ":"
        if colon and kind != "group" and place + 1 < len(self.tokens):
            place += 1
        start = place
        place = self._head_words(place, kind)
        if place == start:
            place = end
        name = self._slice(start, place) or None if place > end else None
        if kind == "external":
            place = self._legal(place) or place
            name = self._slice(start, place) or None if place > end else None
        if kind == "group" or value == "named":
            name = self._slice(at, place)
        if kind == "group" and place == end and self._helpdesk(at, place, name):
            return place
        return self._add("entity", Entity(name, kind), at, place)

    def _known(self, at):
        return (
            at < len(self.tokens)
            and self.tokens[at].kind == "word"
            and self.tokens[at].word in FIRST_NAMES
        )

    def _head_words(self, place, kind):
        while place < len(self.tokens) and self.tokens[place].kind == "word":
            phrase = longest(self.tokens, place)
            if phrase and phrase[0] not in _NOT_WORDS:
                if kind == "external" or phrase[0] not in _MEMBERS:
                    break
                place += phrase[2]
                continue
            if quantity_at(self.tokens, place) or (phrase and phrase[0] == "number"):
                break
            place += 1
        return place

    def _helpdesk(self, at, place, name):
        """ "Smartschool helpdesk": the desk of somebody outside."""
        before = self.found[-1] if self.found else None
        desk = self.tokens[at].word in ("helpdesk", "servicedesk")
        if not desk or not before or before.kind not in ("text", "entity"):
            return False
        if before.kind == "entity" and before.value.kind != "person":
            return False
        self.found[-1] = Item(
            "entity",
            Entity(f"{before.text} {name}", "external"),
            f"{before.text} {name}",
        )
        return True
