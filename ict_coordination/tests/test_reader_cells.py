# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What stands in the cells of a task: marks, colours, strikes, merges, references."""

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook.grid import GridBook, GridCell
from odoo.addons.ict_coordination.workbook.reader import read_grids

from .filled_workbooks import codes, grid_of, people, read_drawing

T1 = "Realisatie en onderhoud van helpdesk"
T2 = "Beheer van reservemateriaal"
T3 = "Opvolging verzekeringen"


@tagged("-at_install", "post_install")
class TestReaderCells(BaseCase):
    def test_marks(self):
        sheet = read_drawing(f"""
Cluster|Omschrijving|SG|School|KT|LT|Jan Peeters|An Maes
Technisch|{T1}|x|V|x|x|2|
Technisch|{T2}|Piet||||nvt|
Administratie|{T3}||soms|||nvt|2
""")
        first, second, third = sheet.rows
        self.assertEqual((first.level, first.priority), ("shared", None))
        self.assertEqual(codes(first), [("C", "two_priorities")] * 2)
        self.assertEqual(second.level, "group")
        self.assertIn(("Piet", None), people(second))
        self.assertIn(("B", "name_in_mark"), codes(second))
        self.assertIn(("C", "mark_unread"), codes(third))
        self.assertIn(("C", "absent_with_people"), codes(third))
        self.assertTrue(third.applicable)

    def test_marks_of_formulas(self):
        """A formula is read as what it gave, like people see it."""
        grid = grid_of(f"""
Cluster|Omschrijving|SG|School|Prioriteit|Jan
Technisch|{T1}||||2
""")
        for col, value in ((3, ""), (4, "x"), (5, "KT")):
            grid.cells[2, col] = GridCell(2, col, value, "=ALS(A2)", "=IF(A2)")
        row = read_grids(GridBook((grid,))).sheets[0].rows[0]
        self.assertEqual((row.level, row.priority), ("school", "short"))
        self.assertEqual(codes(row), [])

    def test_does_not_apply(self):
        sheet = read_drawing(f"""
Cluster|Omschrijving|School|Persoon 1
Technisch|{T1}|nvt|
Technisch|{T2}||nvt
Administratie|{T3}{{struck}}||
""")
        self.assertEqual([row.applicable for row in sheet.rows], [False] * 3)
        self.assertEqual({n.klass for row in sheet.rows for n in row.notes}, {"B"})

    def test_coloured_boxes(self):
        sheet = read_drawing(f"""
Cluster|Omschrijving|SG|School|Persoon 1
Technisch|{T1}|{{fill:00B050}}||
Technisch|{T2}||{{fill:00B050}}|
Administratie|{T3}|{{fill:00B050}}|{{fill:00B050}}|
Administratie|Beheren van schoolnetwerk|||
""")
        found = [row.level for row in sheet.rows]
        self.assertEqual(found, ["group", "school", "shared", None])
        self.assertEqual(codes(sheet.rows[0]), [("B", "colour_mark")])

    def test_striped_rows_are_no_marks(self):
        stripe = "{fill:DDDDDD}"
        sheet = read_drawing(f"""
Cluster|Omschrijving|SG|School|Persoon 1
Technisch{stripe}|{T1}{stripe}|{stripe}|{stripe}|{stripe}
Technisch|{T2}|||
Administratie{stripe}|{T3}{stripe}|{stripe}|{stripe}|{stripe}
""")
        self.assertEqual({row.level for row in sheet.rows}, {None})

    def test_core_tasks(self):
        sheet = read_drawing(f"""
Cluster|Omschrijving|Persoon 1
Technisch|{T1}{{fill:E6D9F2}}|
Technisch|{T2}{{fill:FFFF00}}|
""")
        self.assertEqual([row.core for row in sheet.rows], [True, False])

    def test_struck_and_comments(self):
        sheet = read_drawing(f"""
Cluster|Omschrijving|Jan Peeters|An Maes
Technisch|{T1}|2{{struck}}|1u{{#zie mail}}
Technisch|{T2}{{struck}}||3
""")
        first, second = sheet.rows
        self.assertEqual(people(first), [("An Maes", 1.0)])
        self.assertEqual(codes(first), [("C", "struck"), ("C", "comment")])
        (proposal,) = first.notes[0].proposals
        self.assertEqual([(p.name, p.hours) for p in proposal.people],
                         [("Jan Peeters", 2.0)])  # fmt: skip
        self.assertEqual(codes(second), [("C", "struck_task_people")])
        self.assertTrue(second.applicable)

    def test_idem(self):
        sheet = read_drawing(f"""
Cluster|Omschrijving|Persoon 1
Technisch|{T1}|Jan 2u
Technisch|{T2}|idem
Administratie|{T3}|"
""")
        for row in sheet.rows[1:]:
            self.assertEqual(people(row), [])
            (note,) = row.notes
            self.assertEqual((note.klass, note.code), ("C", "idem"))
            (proposal,) = note.proposals
            self.assertEqual([(p.name, p.hours) for p in proposal.people],
                             [("Jan", 2.0)])  # fmt: skip

    def test_twice_on_a_row(self):
        sheet = read_drawing(f"""
Cluster|Omschrijving|Persoon 1|Persoon 2
Technisch|{T1}|Jan Peeters 2u|Peeters Jan 1u
""")
        row = sheet.rows[0]
        self.assertEqual(people(row), [("Jan Peeters", None)])
        notes = [note for note in row.notes if note.code == "twice_on_row"]
        self.assertEqual([note.cell for note in notes], ["C2", "D2"])
        offered = [p.people[0].hours for p in notes[0].proposals]
        self.assertEqual(offered, [3.0, 2.0, 1.0])

    def test_merged_people(self):
        sheet = read_drawing(
            f"""
Cluster|Omschrijving|Persoon 1
Technisch|{T1}|Jan 6u
|{T2}|
Administratie|{T3}|
""",
            merges=[(2, 3, 3, 3), (2, 1, 3, 1)],
        )
        found = [people(row) for row in sheet.rows]
        self.assertEqual(found, [[("Jan", 6.0)], [("Jan", 6.0)], []])
        for row in sheet.rows[:2]:
            self.assertEqual(codes(row), [("B", "merged_people")])
            self.assertEqual(row.people[0].cell, "C2")
            self.assertEqual(row.cluster, "technical")

    def test_numbers_beyond_measure(self):
        """Nothing to compute with, and no reason to stop."""
        grid = grid_of(f"Cluster|Omschrijving|Jan Peeters\nTechnisch|{T1}|1")
        for value in (1.7e306, float(10**300), -1e308, 10**400):
            grid.cells[2, 3].value, grid.cells[2, 3].text = value, str(value)[:50]
            row = read_grids(GridBook((grid,))).sheets[0].rows[0]
            self.assertEqual([p.hours for p in row.people if p.hours is not None], [])
            self.assertEqual({note.klass for note in row.notes}, {"C"})
