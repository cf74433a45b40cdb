# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The published layout, empty and filled in."""

import doctest

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook.as_json import as_json
from odoo.addons.ict_coordination.workbook.catalogue import KnownTask, shipped_tasks
from odoo.addons.ict_coordination.workbook.reader import read_book
from odoo.addons.ict_coordination.workbook.reading import (
    sheet_notes,
    tasks,
    titles,
    words,
)
from odoo.addons.ict_coordination.workbook.reading.tasks import TaskMatcher

from .filled_workbooks import official_book, with_comment
from .reader_plain import notes_of


@tagged("-at_install", "post_install")
class TestReaderOfficial(BaseCase):
    def test_empty(self):
        """66 rows twice and 67 once; hint, bullets and placeholders are nobody."""
        for bullet in ("\uf0b7", "\ufffd", "• ", ""):
            with self.subTest(bullet=bullet):
                book = read_book(official_book(bullet=bullet))
                rows = {sheet.name: len(sheet.rows) for sheet in book.sheets}
                self.assertEqual(
                    rows,
                    {
                        "Richtlijnen": 0,
                        "Takenoverzicht": 67,
                        "Huidige situatie": 66,
                        "Streefdoel": 66,
                    },
                )
                kinds = [sheet.kind for sheet in book.sheets]
                self.assertEqual(kinds, ["other", "catalogue", "current", "target"])
                self.assertEqual(notes_of(book), [])
                for sheet in book.sheets[1:]:
                    codes = [row.task_code for row in sheet.rows]
                    self.assertNotIn(None, codes)
                    self.assertEqual(len(set(codes)), len(codes))
                    self.assertEqual(sum(len(row.people) for row in sheet.rows), 0)
                    self.assertEqual({row.core for row in sheet.rows}, {None})
                missing = {t.code for t in shipped_tasks()} - {
                    row.task_code for row in book.sheets[2].rows
                }
                self.assertEqual(missing, {"policy_10"})

    def test_filled(self):
        def fill(worksheet, row, person):
            worksheet.cell(row, person, "Jan Peeters 2u")
            worksheet.cell(row, 4, "x")
            worksheet.cell(row + 1, person, "An 1u\nPiet 2u")
            worksheet.cell(row + 1, 5, "X")
            worksheet.cell(row + 2, person + 1, "dagelijks")
            with_comment(worksheet.cell(row + 2, 2), "bespreken")

        book = read_book(official_book(fill), filename="BS De Linde.xlsx")
        for sheet in book.sheets[2:]:
            first, second, third = sheet.rows[:3]
            self.assertEqual(
                [(p.name, p.hours, p.certainty) for p in first.people],
                [("Jan Peeters", 2.0, "exact")],
            )
            self.assertEqual((first.level, second.level), ("group", "school"))
            self.assertEqual([p.hours for p in second.people], [1.0, 2.0])
            self.assertEqual(third.people, ())
            self.assertEqual({note.klass for note in third.notes}, {"C"})
            self.assertEqual(sheet.school_hint, "BS De Linde")
        result = as_json(book)
        self.assertEqual(result["summary"]["lost"], 0)
        self.assertEqual(result["summary"]["people"], 6)
        row = result["sheets"][2]["rows"][2]
        texts = {(note["cell"], note["text"]) for note in row["notes"]}
        self.assertEqual(texts, {("G8", "dagelijks"), ("B8", "bespreken")})


@tagged("-at_install", "post_install")
class TestReaderTasks(BaseCase):
    def setUp(self):
        super().setUp()
        self.matcher = TaskMatcher(shipped_tasks())

    def test_every_task_is_itself_only(self):
        """Also with another case, bullets and marks, and without its cluster."""
        for task in shipped_tasks():
            for text in (
                task.name,
                f"\ufffd{task.name}",
                f"- {task.name.upper()}",
                f"3. {task.name.replace('’', chr(39))}",
                task.name.replace(" ", "\n  "),
                task.aliases[0],
            ):
                for cluster in (task.cluster, None):
                    found = self.matcher.find(text, cluster)
                    self.assertIs(found and found.task, task, text)

    def test_misspelled(self):
        for text, code in (
            ("Realistatie en onderhoud van helpdesk", "technical_03"),
            ("Uitwerken van disaster recoveryplan", "technical_10"),
            ("Uitwerken van een technise ICT-visie i.s.m. de directeur en/of "
             "schoolteam", "policy_03"),
            ("Professionalisering van ICT-kernteam op technisch vlak",
             "technical_27"),
            ("Co\ufffdrdineren van werkzaamheden qua ICT-infrastructuur (vb. "
             "bekabeling)", "technical_24"),
        ):  # fmt: skip
            found = self.matcher.find(text)
            self.assertEqual(found and found.task.code, code, text)

    def test_twins_are_never_mixed_up(self):
        """One word off between two tasks belongs to neither."""
        for text in (
            "Professionalisering van ICT-kernteam op vlak",
            "Uitwerken van een ICT-visie i.s.m. de directeur en/of schoolteam",
            "Voorbereiden van offerte-aanvragen en bestekken",
            "Ontwikkelen van een leerlijn digitale competenties van leerlingen",
            "Bouwen van schoolwebsite en diverse (sociale) media",
            "Beheer van laptops",
            "",
            "•",
        ):
            self.assertIsNone(self.matcher.find(text), text)

    def test_other_cluster(self):
        """Nearly the same counts in its own cluster only; the exact name anywhere."""
        text = "Realistatie en onderhoud van helpdesk"
        self.assertIsNone(self.matcher.find(text, "policy"))
        exact = self.matcher.find("Beheer van reservemateriaal", "policy")
        self.assertEqual(exact.task.code, "technical_18")

    def test_own_tasks(self):
        own = KnownTask("own_1", "", "Robots in de klas")
        matcher = TaskMatcher((*shipped_tasks(), own))
        self.assertEqual(matcher.find("robots in de Klas", None).task, own)

    def test_examples_in_the_docs(self):
        for module in (words, tasks, titles, sheet_notes):
            result = doctest.testmod(module)
            self.assertEqual(result.failed, 0, module.__name__)
            self.assertGreater(result.attempted, 0, module.__name__)
