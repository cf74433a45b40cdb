# Licence: AGPL-3 (https://www.gnu.org/licenses/agpl-3.0)
"""The shipped catalogue, compared with the published workbook.

``data/catalogue.csv`` is the list as it was counted in the workbook, and the
reference here; the expected competencies below are copied from its column.
"""

import csv
from collections import Counter

import polib
from psycopg2 import IntegrityError

from odoo.tests import TransactionCase, new_test_user
from odoo.tools import SQL, file_open, mute_logger

COMPETENCIES = {
    "technical": [
        ("Technische kennis", "required"),
        ("Specialisatie", "required"),
        ("Openstaan voor bij- en/of omscholen", "required"),
        ("Kennis v/d schoolcontext niet noodzakelijk vereiste", "not_required"),
    ],
    "pedagogical": [
        ("Onderwijservaring of pedagogisch-didactische kennis", "required"),
        ("Technische achtergrond of interesse", "required"),
        ("Bij voorkeur: lerarenopleiding", "preferred"),
    ],
    "policy": [
        ("Analytisch denkvermogen", "required"),
        ("Overzicht kunnen bewaken", "required"),
        ("Sociale vaardigheden en veranderingsmanagement", "required"),
        ("Bij voorkeur: masterniveau", "preferred"),
    ],
    "administration": [
        ("Geen specifieke kennis", "not_required"),
        ("Interesse en aanleg voor ICT", "required"),
        ("Diploma secundair onderwijs", "required"),
    ],
}
CLUSTER_LABELS = {
    "technical": "Technisch",
    "pedagogical": "Ped.-didac.",
    "policy": "Beleid&Visie",
    "administration": "Administratie",
}
CATALOGUE_MODELS = (
    "ict.cluster",
    "ict.task",
    "ict.competency",
    "ict.team",
    "ict.funding",
    "hr.skill.type",
    "hr.skill",
    "hr.skill.level",
)


class TestCatalogue(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.lang"]._activate_lang("nl_BE")
        module = cls.env.ref("base.module_ict_coordination")
        module._update_translations(["nl_BE"], overwrite=True)
        cls.teacher = new_test_user(
            cls.env, "catalogue_teacher", groups="base.group_user", lang="nl_BE"
        )
        with file_open("ict_coordination/tests/data/catalogue.csv") as stream:
            cls.expected = list(csv.DictReader(stream))

    def _shipped(self, model):
        """Return the records of *model* that the addon's data files created."""
        data = self.env["ir.model.data"].search(
            [
                ("module", "=", "ict_coordination"),
                ("model", "=", model),
                ("name", "not =like", "demo_%"),
            ]
        )
        records = self.env[model].with_context(active_test=False)
        return records.browse(data.mapped("res_id"))

    def _as_teacher(self, records):
        """Return *records* as a Dutch-speaking teacher sees them."""
        return records.with_env(
            self.env(user=self.teacher, context=self.teacher.context_get())
        )

    def test_expected_list_is_the_published_one(self):
        self.assertEqual(
            Counter(row["cluster"] for row in self.expected),
            {"technical": 27, "pedagogical": 12, "policy": 17, "administration": 11},
        )

    def test_tasks_are_shown_to_the_letter(self):
        shipped = self._as_teacher(self._shipped("ict.task"))
        self.assertEqual(len(shipped), 67)
        self.assertEqual(
            [
                (task.code, task.cluster_id.code, task.name, task.source_name)
                for task in shipped.sorted(
                    lambda t: (t.cluster_id.sequence, t.sequence)
                )
            ],
            [
                (row["code"], row["cluster"], row["name_nl"], row["name_nl"])
                for row in self.expected
            ],
        )

    def test_translation_file_is_to_the_letter(self):
        """Terms of noupdate records stay as they were in a database: read the file."""
        with file_open("ict_coordination/i18n/nl.po") as stream:
            catalogue = polib.pofile(stream.read())
        found = {
            reference.rpartition("ict_coordination.task_")[2]: entry.msgstr
            for entry in catalogue
            for reference, _line in entry.occurrences
            if "ict_coordination.task_" in reference
        }
        self.assertEqual(found, {row["code"]: row["name_nl"] for row in self.expected})

    def test_default_order_is_the_workbook_order(self):
        shipped = self._shipped("ict.task")
        found = self.env["ict.task"].search([("id", "in", shipped.ids)])
        self.assertEqual(found.mapped("code"), [row["code"] for row in self.expected])

    def test_task_missing_in_the_situation_sheets(self):
        missing = self._shipped("ict.task").filtered(
            lambda task: not task.in_situation_sheets
        )
        self.assertEqual(missing.mapped("code"), ["policy_10"])

    def test_nothing_is_shipped_as_core_or_owned(self):
        shipped = self._shipped("ict.task")
        self.assertFalse(any(shipped.mapped("is_core")))
        self.assertFalse(shipped.company_id)
        self.assertTrue(all(shipped.mapped("active")))

    def test_only_one_task_is_bound_to_a_school_type(self):
        bound = self._shipped("ict.task").filtered("only_school_type")
        self.assertEqual(
            [(task.code, task.only_school_type) for task in bound],
            [("technical_12", "secondary_technical")],
        )

    def test_english_names_differ_from_each_other_and_from_dutch(self):
        shipped = self._shipped("ict.task").with_context(lang="en_US")
        self.assertEqual(len(set(shipped.mapped("name"))), 67)
        self.assertFalse(shipped.filtered(lambda task: task.name == task.source_name))

    def test_clusters_carry_the_workbook_label(self):
        shipped = self._as_teacher(self._shipped("ict.cluster"))
        self.assertEqual(
            {cluster.code: cluster.short_name for cluster in shipped}, CLUSTER_LABELS
        )

    def test_competencies_per_cluster(self):
        shipped = self._as_teacher(self._shipped("ict.competency"))
        found = {
            code: [
                (competency.name, competency.importance)
                for competency in shipped.filtered(
                    lambda c, code=code: c.cluster_id.code == code
                ).sorted("sequence")
            ]
            for code in COMPETENCIES
        }
        self.assertEqual(found, COMPETENCIES)
        self.assertFalse(shipped.task_id)

    def test_competencies_lead_to_skills(self):
        shipped = self._shipped("ict.competency")
        without = shipped.filtered(lambda competency: not competency.skill_ids)
        nothing_asked = self.env.ref("ict_coordination.competency_administration_01")
        self.assertEqual(without, nothing_asked)
        skill_type = self.env.ref("ict_coordination.skill_type_ict")
        self.assertEqual(shipped.skill_ids.skill_type_id, skill_type)
        self.assertEqual(shipped.skill_ids, self._shipped("hr.skill"))
        self.assertEqual(
            skill_type.skill_level_ids.filtered("default_level").mapped(
                "level_progress"
            ),
            [25],
        )

    def test_every_shipped_term_has_a_dutch_translation(self):
        """Look in the stored terms: the English fallback would hide a gap."""
        self.env.flush_all()
        checked = 0
        for model in CATALOGUE_MODELS:
            shipped = self._shipped(model)
            self.assertTrue(shipped, model)
            for name, field in shipped._fields.items():
                if not (field.store and field.translate):
                    continue
                query = SQL(
                    "SELECT id, %(column)s FROM %(table)s"
                    " WHERE id IN %(ids)s AND %(column)s IS NOT NULL",
                    column=SQL.identifier(name),
                    table=SQL.identifier(shipped._table),
                    ids=tuple(shipped.ids),
                )
                for record_id, terms in self.env.execute_query(query):
                    checked += 1
                    self.assertTrue(
                        terms.get("nl_BE"), f"{model} {record_id}: {name} {terms}"
                    )
        self.assertGreater(checked, 100)

    def test_code_is_unique(self):
        with (
            self.assertRaises(IntegrityError),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.env["ict.task"].create(
                {
                    "code": "technical_01",
                    "name": "A second one",
                    "cluster_id": self.env.ref("ict_coordination.cluster_policy").id,
                }
            )
            self.env.flush_all()
