# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Workbooks that grew from the published layout, drawn one by one."""

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook.grid import GridBook
from odoo.addons.ict_coordination.workbook.reader import read_grids

from .filled_workbooks import grid_of, read_drawing

T1 = "Realisatie en onderhoud van helpdesk"
T2 = "Beheer van reservemateriaal"
T3 = "Opvolging verzekeringen"


def people(row):
    return [(person.name, person.hours) for person in row.people]


def codes(row):
    return [(note.klass, note.code) for note in row.notes]


def roles(sheet):
    return [column.role for column in sheet.columns]


@tagged("-at_install", "post_install")
class TestReaderLayouts(BaseCase):
    def test_names_and_hours_in_columns(self):
        sheet = read_drawing(f"""
School: Basisschool De Linde|||Schooljaar 2025-2026

Taken|Wie|# uur/week|Opmerking|Deadline
Technisch
{T1}|Jan Peeters|2|elke dag|1 mei
{T2}|Jan 1u|2
Administratie
{T3}|Jan, An|3
Totaal||7
""")
        self.assertEqual(
            roles(sheet), ["task", "person", "hours_of", "remark", "extra"]
        )
        self.assertEqual(sheet.school_hint, "Basisschool De Linde")
        self.assertEqual(sheet.school_year, "2025-2026")
        first, second, third = sheet.rows
        self.assertEqual(people(first), [("Jan Peeters", 2.0)])
        self.assertEqual(first.remark, "elke dag")
        self.assertEqual(codes(first), [("B", "remark"), ("C", "extra_column")])
        self.assertEqual(people(second), [("Jan", None)])
        self.assertEqual(codes(second), [("C", "hours_differ")])
        self.assertEqual(people(third), [("Jan", None), ("An", None)])
        self.assertEqual(third.cluster, "administration")

    def test_headings_in_three_rows(self):
        sheet = read_drawing(
            f"""
||||Taakverdeling & tijdsbesteding|||
Cluster|Omschrijving|Niveau||Kernteam||Anderen
||SG|School|Jan Peeters|An Maes|Persoon 3
Technisch|{T1}||x|2|x|Piet 1u
"""
        )
        self.assertEqual(
            roles(sheet)[:6],
            ["cluster", "task", "level_group", "level_school", "person", "person"],
        )
        self.assertEqual(
            people(sheet.rows[0])[:2], [("Jan Peeters", 2.0), ("An Maes", None)]
        )
        self.assertEqual(sheet.rows[0].level, "school")

    def test_merged_bands_only(self):
        sheet = read_drawing(
            f"""
Cluster|Omschrijving|Competenties|Niveau||Prioriteit|||Taakverdeling
Technisch|{T1}||x|x||x||Jan 2u|An 1u
""",
            name="Blad1",
            merges=[(1, 4, 1, 5), (1, 6, 1, 8), (1, 9, 1, 10)],
        )
        row = sheet.rows[0]
        self.assertEqual((row.level, row.priority), ("shared", "long"))
        self.assertEqual(people(row), [("Jan", 2.0), ("An", 1.0)])
        self.assertEqual(sheet.kind, "target")

    def test_level_and_priority_as_words(self):
        sheet = read_drawing(f"""
Cluster|Taak|Niveau|Prioriteit|Uitvoerder
Technisch|{T1}|SG|korte termijn|Jan 2u
Technisch|{T2}|beide|LT|
Administratie|{T3}|campus Noord|geen|
""")
        found = [(row.level, row.priority) for row in sheet.rows]
        self.assertEqual(
            found, [("group", "short"), ("shared", "long"), (None, "none")]
        )
        self.assertEqual(codes(sheet.rows[2]), [("C", "mark_unread")])

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

    def test_merged_task(self):
        sheet = read_drawing(
            f"""
Cluster|Omschrijving|Wie|Uren
Technisch|{T1}|Jan|2
||An|1
Technisch|{T2}|Piet|1
||Els|
""",
            merges=[(2, 2, 3, 2), (2, 1, 3, 1)],
        )
        first, second = sheet.rows
        self.assertEqual(people(first), [("Jan", 2.0), ("An", 1.0)])
        self.assertEqual(people(second), [("Piet", 1.0)])
        self.assertIn(("C", "row_without_task"), codes(second))

    def test_own_clusters_and_tasks(self):
        sheet = read_drawing(f"""
Cluster|Omschrijving|Persoon 1
Technisch|{T1}|Jan 2u
STEM|Robots in de klas|An 1u
STEM|Robots in de klas|
Technisch|Realistatie en onderhoud van helpdesk|
""")
        _first, second, third, fourth = sheet.rows
        self.assertEqual((second.cluster, second.cluster_text), (None, "STEM"))
        self.assertEqual((second.task_code, codes(second)), (None, [("B", "new_task")]))
        self.assertIn(("C", "duplicate_task"), codes(third))
        self.assertEqual(
            codes(fourth), [("B", "task_matched"), ("C", "duplicate_task")]
        )
        self.assertEqual(fourth.notes[0].values[1], T1)

    def test_no_tasks(self):
        """Totals, repeated headings, titles, legends and signatures."""
        sheet = read_drawing(f"""
Cluster|Omschrijving|Persoon 1|Totaal
Technisch|||
Technisch|{T1}|Jan 2u|2
|Subtotaal|2|
Cluster|Omschrijving|Persoon 1|Totaal
Administratie|{T3}|An 1u|1
|Totaal uren per week|3|3
|x = van toepassing||

Opgemaakt door|Jan Peeters||
|Handtekening|An|
""")
        self.assertEqual([row.task for row in sheet.rows], [T1, T3])
        self.assertEqual([note.code for note in sheet.notes], ["outside", "outside"])
        self.assertEqual([note.klass for note in sheet.notes], ["B", "C"])

    def test_hidden(self):
        sheet = read_drawing(
            f"""
Cluster|Omschrijving|Persoon 1|Persoon 2
Technisch|{T1}|Jan 2u|An 1u
""",
            hidden=True,
            hidden_rows=frozenset([2]),
            hidden_cols=frozenset([4]),
        )
        self.assertEqual(len(sheet.rows[0].people), 2)
        self.assertEqual(
            [note.code for note in sheet.notes],
            ["hidden_sheet", "hidden_rows", "hidden_columns"],
        )

    def test_several_schools_on_one_sheet(self):
        book = read_grids(
            GridBook((grid_of(f"""
Takenoverzicht BS De Linde
Cluster|Omschrijving|Persoon 1
Technisch|{T1}|Jan 2u

Takenoverzicht BS De Kaai
Cluster|Omschrijving|Persoon 1
Technisch|{T1}|Piet 2u
Cluster|Omschrijving|Persoon 1
Technisch|{T2}|Piet 1u
"""),))
        )  # fmt: skip
        found = [(sheet.school_hint, len(sheet.rows)) for sheet in book.sheets]
        self.assertEqual(found, [("BS De Linde", 1), ("BS De Kaai", 2)])

    def test_cut_names_of_sheets(self):
        drawing = f"Cluster|Omschrijving|Persoon 1\nTechnisch|{T1}|Jan 2u"
        titled = "School: GO! Atheneum en Technisch Instituut Ter Beke\n" + drawing
        book = read_grids(
            GridBook(
                (
                    grid_of(titled, "Huidig – GO! Atheneum en Techni"),
                    grid_of(drawing, "Streef – GO! Atheneum en Techni"),
                )
            )
        )
        for sheet, kind in zip(book.sheets, ("current", "target"), strict=True):
            self.assertEqual(
                (sheet.school_hint, sheet.kind),
                ("GO! Atheneum en Technisch Instituut Ter Beke", kind),
            )

    def test_without_headings(self):
        sheet = read_drawing(f"{T1}|Jan 2u\n{T2}|An 1u\n{T3}|Piet 1u")
        self.assertEqual([row.task for row in sheet.rows], [T1, T2, T3])
        noted = [note.text for row in sheet.rows for note in row.notes]
        named = [person.text for row in sheet.rows for person in row.people]
        self.assertEqual(sorted({*noted, *named}), ["An 1u", "Jan 2u", "Piet 1u"])

    def test_numbers_beyond_measure(self):
        """Nothing to compute with, and no reason to stop."""
        grid = grid_of(f"Cluster|Omschrijving|Jan Peeters\nTechnisch|{T1}|1")
        for value in (1.7e306, float(10**300), -1e308, 10**400):
            grid.cells[2, 3].value, grid.cells[2, 3].text = value, str(value)[:50]
            row = read_grids(GridBook((grid,))).sheets[0].rows[0]
            self.assertEqual([p.hours for p in row.people if p.hours is not None], [])
            self.assertEqual({note.klass for note in row.notes}, {"C"})
