"""Which sentence of the addon is this, and is it said in Dutch?"""

import re

import polib

PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]")


class Dutch:
    """The translations of the addon, read from its ``nl.po``."""

    def __init__(self, path):
        self.entries = [entry for entry in polib.pofile(path) if not entry.obsolete]

    @property
    def english(self):
        """The English texts that a Dutch user must not see on a screen."""
        return {
            entry.msgid for entry in self.entries if entry.msgid.strip() != entry.msgstr
        }

    def of(self, english):
        """Return the Dutch of one English text."""
        [dutch] = {entry.msgstr for entry in self.entries if entry.msgid == english}
        assert dutch, f"{english!r} is not translated"
        return dutch

    def meaning(self, message):
        """Return the English source of a Dutch message; fail when it is not Dutch."""
        found = [
            entry
            for entry in self.entries
            if entry.msgstr
            and any(reference[0].startswith("code:") for reference in entry.occurrences)
            and _matches(entry.msgstr, message)
        ]
        assert found, f"not one of our Dutch messages: {message!r}"
        return max(found, key=lambda entry: len(entry.msgstr)).msgid


def _matches(template, message):
    parts = [re.escape(part) for part in PLACEHOLDER.split(template)]
    return re.fullmatch(".+?".join(parts), message.strip(), re.DOTALL)
