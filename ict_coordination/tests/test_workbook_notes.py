# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The marker of our own export, open notes on the sheet, the hint of an empty one."""

import io
from dataclasses import replace

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook import Book, Entry, OpenNote, Row, Sheet
from odoo.addons.ict_coordination.workbook.labels import EN, NL
from odoo.addons.ict_coordination.workbook.layout import (
    FORMAT_PROPERTY,
    FORMAT_VERSION,
)
from odoo.addons.ict_coordination.workbook.open_notes import (
    comment_text,
    is_open_note,
)
from odoo.addons.ict_coordination.workbook.reader import read_book
from odoo.addons.ict_coordination.workbook.writing.formats import NOTE_FILL

from .workbook_reading import opened, recalculated, table_of, written
from .workbook_samples import CLUSTERS, CREATED, group_book, people_of

PEOPLE = people_of(0)
STAFF = PEOPLE[2]
ROWS = (
    Row(
        "",
        "technical",
        "Hardware",
        entries=(Entry(STAFF.key),),
        open_notes=(
            OpenNote("Jan of An ± 3u?", "F7", "twee namen", STAFF.key),
            OpenNote("Jan, tot juni", "F7", "", STAFF.key),
        ),
    ),
    Row(
        "",
        "technical",
        "Helpdesk",
        note="Afspreken",
        open_notes=(OpenNote("Piet??", "G8", "onbekend", "somebody else"),),
    ),
    Row(
        "",
        "policy",
        "Visie",
        applicable=False,
        open_notes=(OpenNote("=1+1", "H9"), OpenNote("An", "F9", "nvt", STAFF.key)),
    ),
    Row("", "policy", "Beleid", entries=(Entry(STAFF.key, 1),)),
)


def book_of(rows=ROWS, people=PEOPLE, language="nl_BE"):
    sheet = Sheet("De Linde", "current", "2025-2026", people=people, rows=rows)
    return Book("Boek", language, "An", CREATED, "Groep", CLUSTERS, (), (sheet,))


def comments_of(worksheet):
    """Return ``{address: comment}`` of the cells that have one."""
    return {
        cell.coordinate: cell.comment
        for row in worksheet.iter_rows()
        for cell in row
        if cell.comment
    }


@tagged("-at_install", "post_install")
class TestWorkbookNotes(BaseCase):
    def _sheet(self, book):
        return opened(written(book)).worksheets[2]

    def test_marker(self):
        properties = opened(written(group_book())).custom_doc_props
        self.assertEqual(
            {found.name: found.value for found in properties.props},
            {FORMAT_PROPERTY: FORMAT_VERSION},
        )

    def test_notes_stand_where_they_belong(self):
        sheet = self._sheet(book_of())
        first, second, third, last = table_of(sheet)
        of_jan, remark = "Jan Peeters", "Opmerking"
        places = {
            first[of_jan][0][0]: ("Jan of An ± 3u?", "F7", "twee namen"),
            second[remark][0][0]: ("Piet??", "G8", "onbekend"),
            third[remark][0][0]: ("=1+1", "H9", ""),
            third[of_jan][0][0]: ("An", "F9", "nvt"),
        }
        comments = comments_of(sheet)
        self.assertEqual(comments.keys(), places.keys())
        for address, parts in places.items():
            with self.subTest(address=address):
                for part in parts:
                    self.assertIn(part, comments[address].text)
                self.assertTrue(is_open_note(comments[address].text))
                self.assertEqual(comments[address].author, "ict_coordination")
                self.assertEqual(sheet[address].fill.fgColor.rgb, "FF" + NOTE_FILL[1:])
        # two notes on one cell, and what the cells say stays
        self.assertIn("Jan, tot juni", comments[first[of_jan][0][0]].text)
        self.assertEqual(first[of_jan][0][1], "Jan Peeters")
        self.assertEqual(second[remark][0][1], "Afspreken")
        self.assertIsNone(third[of_jan][0][1])
        for ((address, _value),) in last.values():
            self.assertNotEqual(
                sheet[address].fill.fgColor.rgb, "FF" + NOTE_FILL[1:], address
            )

    def test_yellow_is_stronger_than_grey(self):
        """On a row that does not apply the first rule for the cell is ours."""
        sheet = self._sheet(book_of())
        third = table_of(sheet)[2]
        for heading in ("Jan Peeters", "Opmerking"):
            ((address, _value),) = third[heading]
            rules = [
                rule
                for area in sheet.conditional_formatting
                if address in area
                for rule in area.rules
            ]
            first = min(rules, key=lambda rule: rule.priority)
            self.assertEqual(first.formula, ["TRUE"])
            self.assertEqual(first.dxf.fill.bgColor.rgb, "FF" + NOTE_FILL[1:])
            self.assertGreater(len(rules), 1)

    def test_legend(self):
        texts = [cell.value for row in self._sheet(book_of())["A1:Z4"] for cell in row]
        self.assertIn(NL.open_note_legend, texts)
        without = book_of(tuple(replace(row, open_notes=()) for row in ROWS))
        sheet = self._sheet(without)
        texts = [cell.value for row in sheet["A1:Z4"] for cell in row]
        self.assertNotIn(NL.open_note_legend, texts)
        self.assertFalse(comments_of(sheet))

    def test_comment_is_ours_until_somebody_writes_in_it(self):
        notes = [OpenNote("twee\nregels", "F7", "onleesbaar")]
        for labels in (NL, EN):
            text = comment_text(notes, labels)
            self.assertTrue(is_open_note(text))
            self.assertTrue(is_open_note(f"\n{text}\n"))
            self.assertFalse(is_open_note(text + "\nAn: opgelost"))
            self.assertFalse(is_open_note("An: " + text))
        self.assertFalse(is_open_note("Navragen bij An"))
        self.assertFalse(is_open_note(""))

    def test_reading_back_is_not_disturbed(self):
        """Notes and hints of ours give no people and no notes; others' words do."""
        for language in ("nl_BE", "en_US"):
            with self.subTest(language=language):
                book = book_of(language=language)
                noted = read_book(io.BytesIO(written(book)))
                self.assertEqual(noted.own_format, FORMAT_VERSION)
                rows = noted.sheets[2].rows
                self.assertEqual([len(row.people) for row in rows], [1, 0, 0, 1])
                self.assertFalse([note for row in rows for note in row.notes])
                rows = (Row("", "policy", "A"), Row("", "policy", "B"))
                empty = read_book(io.BytesIO(written(book_of(rows, (), language))))
                rows = empty.sheets[2].rows
                self.assertEqual([row.task for row in rows], ["A", "B"])
                self.assertFalse([row for row in rows if row.people or row.notes])
        workbook = opened(written(book_of()))
        for comment in comments_of(workbook.worksheets[2]).values():
            comment.text += "\nAn: opgelost"
        stream = io.BytesIO()
        workbook.save(stream)
        rows = read_book(stream.getvalue()).sheets[2].rows
        notes = [note.text for row in rows for note in row.notes]
        self.assertEqual(len([text for text in notes if "An: opgelost" in text]), 4)

    def test_a_very_long_note_fits(self):
        text = comment_text([OpenNote("n" * 40000, "F7")], NL)
        self.assertLessEqual(len(text), 32767)
        self.assertTrue(is_open_note(text))
        row = Row("", "policy", "T", open_notes=(OpenNote("n" * 40000, "F7"),))
        self.assertEqual(len(comments_of(self._sheet(book_of((row,))))), 1)

    def test_hint_is_nobody(self):
        """The hint stands in the first row of an empty sheet and counts as nobody."""
        rows = (Row("", "policy", "A"), Row("", "policy", "B"))
        for language, hint, total in (
            ("nl_BE", "naam + # uur/week", "Personen"),
            ("en_US", "name + # hours/week", "People"),
        ):
            with self.subTest(language=language):
                data = written(book_of(rows, (), language))
                tables = [table_of(opened(data, values=True).worksheets[2])]
                data = recalculated(data)
                if data:
                    tables.append(table_of(opened(data, values=True).worksheets[2]))
                for first, second in tables:
                    texts = [value for cells in first.values() for _at, value in cells]
                    self.assertEqual(texts.count(hint), 3)
                    for line in (first, second):
                        self.assertEqual(line[total][0][1], 0)
                    without = "Zonder uren" if total == "Personen" else "Without hours"
                    self.assertEqual(first[without][0][1], 0)
                    self.assertNotIn(hint, [c[0][1] for c in second.values()])

    def test_somebody_beside_the_hint_counts(self):
        """A name typed over one of the hints is a person without hours."""
        sheet = Sheet("S", "current", rows=(Row("", "policy", "A"),))
        book = Book("Boek", "nl_BE", "An", CREATED, "", CLUSTERS, (), (sheet,))
        workbook = opened(written(book))
        worksheet = workbook.worksheets[2]
        (line,) = table_of(worksheet)
        worksheet[line["Persoon 1"][0][0]] = "2 u"
        worksheet[line["Persoon 2"][0][0]] = "Jan Peeters"
        stream = io.BytesIO()
        workbook.save(stream)
        data = recalculated(stream.getvalue())
        if data is None:
            return
        (line,) = table_of(opened(data, values=True).worksheets[2])
        self.assertEqual(line["Personen"][0][1], 2)
        self.assertEqual(line["Zonder uren"][0][1], 1)
