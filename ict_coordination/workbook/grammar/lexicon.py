# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Words. (First stone; grows.)"""


def funding_code(word: str) -> str:
    """Return the code of a funding word, or the word itself."""
    return {"bpt": "bpt", "ict-punten": "points"}.get(word.casefold(), word)
