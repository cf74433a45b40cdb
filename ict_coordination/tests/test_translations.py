"""The Dutch is whole: no term without it, none that breaks a placeholder or a tag."""

import re
from html import unescape
from pathlib import Path
from unittest import SkipTest

from odoo.tests import BaseCase, tagged

try:
    import polib
except ImportError:  # only a developer needs it
    polib = None

FOLDER = Path(__file__).parents[1] / "i18n"

# "%s", "%(name)s", "%%"; a percent sign in a sentence ("5 % of") is none of them.
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sdf%]")
TAG = re.compile(r"</?[a-z][^>]*>")
# What a person reads in an attribute may be translated.
READ_ATTRIBUTE = re.compile(r'\s(?:title|alt|placeholder|aria-label)="[^"]*"')


@tagged("post_install", "-at_install")
class TestTranslations(BaseCase):
    """Reads the files that ``./ict translate`` keeps in step."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if polib is None:
            raise SkipTest("polib, a requirement of developers, is not installed")
        cls.template = polib.pofile(str(FOLDER / "ict_coordination.pot"))
        cls.dutch = polib.pofile(str(FOLDER / "nl.po"))

    def _assert_none(self, terms, message):
        self.assertFalse(terms, "\n".join([message, *map(repr, terms)]))

    def test_same_terms_as_the_template(self):
        """Every exported term is in the Dutch file, and nothing else is."""
        wanted = {term.msgid for term in self.template}
        there = {term.msgid for term in self.dutch if not term.obsolete}
        self.assertGreater(len(wanted), 400, "The template lost its terms.")
        self._assert_none(wanted - there, "Missing; run ./ict translate:")
        self._assert_none(there - wanted, "No longer used; run ./ict translate:")

    def test_nothing_untranslated_or_fuzzy(self):
        self._assert_none(
            [term.msgid for term in self.dutch if not term.msgstr.strip()],
            "Without Dutch:",
        )
        self._assert_none(
            [term.msgid for term in self.dutch if term.fuzzy],
            "The Dutch was not looked at again after a change (fuzzy):",
        )

    def test_same_placeholders(self):
        """The names in a sentence may change places, but none may get lost."""
        self._assert_none(
            [
                (term.msgid, term.msgstr)
                for term in self.dutch
                if not self._same_placeholders(term.msgid, term.msgstr)
            ],
            "Other placeholders than the English:",
        )

    def _same_placeholders(self, english, dutch):
        """Named ones in any order and as often as the sentence needs."""
        before, after = PLACEHOLDER.findall(english), PLACEHOLDER.findall(dutch)
        if all("(" in placeholder for placeholder in before):
            return set(before) == set(after)
        return before == after

    def test_same_tags(self):
        """A tag or attribute that is lost makes Odoo drop the whole translation."""
        self._assert_none(
            [
                (term.msgid, term.msgstr)
                for term in self.dutch
                if self._tags(term.msgid) != self._tags(term.msgstr)
            ],
            "Other tags than the English:",
        )

    def _tags(self, text):
        return [READ_ATTRIBUTE.sub("", tag) for tag in TAG.findall(text)]

    def test_same_edges(self):
        """Terms are set side by side: no space or colon may appear or go."""
        self._assert_none(
            [
                (term.msgid, term.msgstr)
                for term in self.dutch
                if self._edges(term.msgid) != self._edges(term.msgstr)
            ],
            "Begins or ends in another way than the English:",
        )

    def _edges(self, text):
        """No full stops: a word is shortened in one language only ("Ped.-didac.")."""
        end = text.rstrip()[-1:]
        return text[:1].isspace(), text[-1:].isspace(), end if end in ":…," else ""

    def test_catalogue_data_is_the_source_to_the_letter(self):
        """The Dutch of a shipped task is the wording of the source workbook."""
        tasks = [
            term
            for term in self.dutch
            if any(
                where.startswith("model:ict.task,name") for where, _ in term.occurrences
            )
        ]
        names = {" ".join(term.msgstr.split()) for term in tasks}
        data = (FOLDER.parent / "data" / "ict_task_data.xml").read_text("utf-8")
        sources = {
            " ".join(unescape(source).split())
            for source in re.findall(r'name="source_name">(.*?)</field>', data, re.S)
        }
        self.assertEqual(len(sources), 67)
        self._assert_none(sources - names, "Not the wording of the source:")
