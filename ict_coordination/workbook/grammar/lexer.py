# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Text of a cell → tokens: numbers, words, signs, line breaks, and what is no name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# One character for one, so that a token's place is also its place in the clean text.
_SAME = {ord(sign): "'" for sign in "‘’‚‛′´`ʼ"}
_SAME |= {ord(sign): '"' for sign in "“”„‟″«»"}
_SAME |= {ord(sign): "-" for sign in "‐‑‒–—―−"}
_SAME |= {ord(sign): " " for sign in "\u00a0\u2007\u2009\u200a\u202f\u3000\t"}
_SAME |= {ord(sign): "\n" for sign in "\u2028\u2029\x0b\x0c"}
_SAME |= {ord("⁄"): "/", ord("∕"): "/"}
# Marks without width, the byte order mark, variation selectors and control characters.
_UNSEEN = re.compile(
    "[\u200b-\u200f\u2060-\u2064\ufeff\ufe0e\ufe0f\u00ad\x00-\x08\x0e-\x1f\x7f-\x84"
    "\x86-\x9f\ud800-\udfff]"
)

VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}

_LETTER = "[^\\W\\d_\u0300-\u036f][\u0300-\u036f]*"
_TOKEN = re.compile(
    rf"""
    (?P<line>[ ]*\n[ \n]*)
  | (?P<space>\s+)
  | (?P<mail>[\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}})+)
  | (?P<url>(?:https?://|www\.)\S+)
  | (?P<date>\d{{1,2}}(?P<mark>[-/.])\d{{1,2}}(?P=mark)(?:\d{{4}}|\d{{2}})(?!\d))
  | (?P<phone>(?:\+\d\d[ ]?|0)\d(?:[ ./]?\d){{7,11}}(?!\d))
  | (?P<clock>\d{{1,2}}:\d\d(?![\d:]))
  | (?P<number>(?:\d+|(?<![\w.,])[.,]\d+)(?:[.,]\d+)*)
  | (?P<vulgar>[½¼¾⅓⅔⅛])
  | (?P<word>'?(?:{_LETTER})+(?:[-'.](?:{_LETTER})+)*\.?)
  | (?P<sign>\+/-|\.\.+|…|-+>|=+>|--+|,,+|''+|""+|\?+|!+|[^\w\s]|\w)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """``kind`` is the name of its group above; ``glued``: no space before it.

    ``word`` is what the lexicon knows it by: small letters, no accents, no dots.
    """

    kind: str
    text: str
    start: int
    end: int
    glued: bool
    word: str


def fold(text: str) -> str:
    """Return small letters without accents and dots.

    >>> fold("N.V.T."), fold("Één")
    ('nvt', 'een')
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in text if not unicodedata.combining(sign))
    return text.casefold().replace(".", "")


def clean(text: str) -> str:
    """Return the text without what nobody sees; letters and accents as one sign.

    >>> clean("Jan\\u200b 2u")
    'Jan 2u'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of clean text; only spaces are left out.

    >>> [token.text for token in tokens_of("An-Sofie 1u30, Jan – ½ u")]
    ['An-Sofie', '1', 'u', '30', ',', 'Jan', '-', '½', 'u']
    """
    tokens, glued = [], False
    for match in _TOKEN.finditer(text.translate(_SAME)):
        kind = match.lastgroup
        if kind == "space":
            glued = False
            continue
        content = match.group()
        word = "?" if content[0] == "?" else fold(content) or content
        tokens.append(
            Token(
                kind,
                content,
                match.start(),
                match.end(),
                glued,
                word,
            )
        )
        glued = kind != "line"
    return tokens
