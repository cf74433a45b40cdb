"""Merge an exported .pot into a folder of .po files (run by ./ict translate)."""

import sys
from pathlib import Path

import polib

# What changes at every export, or tells who exported.
VOLATILE = ("POT-Creation-Date", "PO-Revision-Date", "Last-Translator")
WIDTH = 78


def main(exported, folder):
    """Write the tidy ``.pot`` and bring each ``.po`` in step; print what is left."""
    template = tidy(polib.pofile(str(exported), wrapwidth=WIDTH))
    template.save(str(folder / f"{exported.stem}.pot"))
    for path in sorted(folder.glob("*.po")):
        catalogue = merge(polib.pofile(str(path), wrapwidth=WIDTH), template)
        catalogue.save(str(path))
        missing = len(catalogue.untranslated_entries())
        fuzzy = len(catalogue.fuzzy_entries())
        total = len(catalogue)
        print(f"{path.name}: {total} terms, {missing} untranslated, {fuzzy} fuzzy")


def tidy(catalogue):
    """Return the catalogue in a stable order, its header without dates."""
    for name in VOLATILE:
        catalogue.metadata.pop(name, None)
    for entry in catalogue:
        entry.occurrences.sort()
    catalogue.sort(key=lambda entry: (entry.msgid, entry.msgctxt or ""))
    return catalogue


def merge(translated, template):
    """Return the template's entries with the translations that ``translated`` has.

    What the template no longer has is dropped.
    """
    known = {entry.msgid: entry for entry in translated if not entry.obsolete}
    result = polib.POFile(wrapwidth=WIDTH)
    result.header = translated.header
    result.metadata = {**template.metadata, **translated.metadata}
    for source in template:
        entry = polib.POEntry(
            msgid=source.msgid,
            comment=source.comment,
            occurrences=source.occurrences,
        )
        before = known.get(source.msgid)
        if before:
            entry.msgstr = before.msgstr
            entry.tcomment = before.tcomment
            entry.flags = [flag for flag in before.flags if flag == "fuzzy"]
        # Odoo reads the kind of term in these flags.
        entry.flags += source.flags
        result.append(entry)
    return tidy(result)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
