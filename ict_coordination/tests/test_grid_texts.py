"""What people type in the hours grid, read by the grammar of the import."""

from odoo.tests import tagged

from .grid_case import GridWriteCase, hours


@tagged("post_install", "-at_install")
class TestGridTexts(GridWriteCase):
    def test_hours_in_any_notation(self):
        for text, number, certainty, klass in (
            ("1u30", 1.5, "exact", ""),
            ("½ u", 0.5, "exact", ""),
            ("Jan 2u", 2, "exact", ""),
            ("ca. 3u", 3, "assumed", "B"),
            ("x", None, "unknown", ""),
            ("1u/dag", 5, "assumed", "B"),
        ):
            with self.subTest(text=text):
                self.line.allocation_ids.unlink()
                result = self._one(self._text(text))
                self.assertEqual(result["status"], "saved")
                self.assertEqual(result["value"], hours(number, certainty))
                self.assertEqual("remark" in result, klass == "B")

    def test_what_stood_there_stays(self):
        base = hours(
            1, mandates=["decides"], funding=self.funding.id, note="Elke maandag"
        )
        self._one(self._cell(base))
        result = self._one(self._text("2u", base))
        self.assertEqual(result["value"], {**base, "hours": 2})
        points = self.env.ref("ict_coordination.funding_points")
        result = self._one(self._text("2u (ICT-punten)", {**base, "hours": 2}))
        self.assertEqual(result["value"]["funding"], points.id)

    def test_text_beside_the_hours_becomes_the_remark(self):
        result = self._one(self._text("2u + printers"))
        self.assertEqual(result["value"], hours(2, note="printers"))
        self.assertIn("printers", result["remark"])

    def test_nobody(self):
        for text in ("", "0", "-", "geen"):
            with self.subTest(text=text):
                self._one(self._cell(hours(1)))
                result = self._one(self._text(text, hours(1)))
                self.assertEqual((result["status"], result["value"]), ("saved", None))
                self.assertEqual(self._stored(), {})

    def test_what_must_be_asked(self):
        result = self._one(self._text("2-3u", hours(1)))
        self.assertEqual(result["status"], "asked")
        self.assertIn("is a range", result["message"])
        labels = {one["label"]: one["value"] for one in result["proposals"]}
        self.assertEqual(labels["The middle: 2,5 u"], hours(2.5, "assumed"))
        self.assertEqual(
            labels["Keep it as a remark"], hours(None, "unknown", note="2-3u")
        )
        self.assertEqual(self._stored(), {})
        result = self._one(self._text("alle leerkrachten"))
        self.assertEqual((result["status"], result["proposals"]), ("asked", []))

    def test_the_language_of_the_user(self):
        self.env["res.lang"]._activate_lang("nl_BE")
        overview = self.overview.with_context(lang="nl_BE")
        (result,) = self._write(self._text("2-3u"), overview=overview)["results"]
        self.assertIn("geen vast getal", result["message"])
        self.assertEqual(result["proposals"][-1]["label"], "Bewaren als opmerking")

    def test_somebody_else(self):
        result = self._one(self._text("Tess 2u"))
        self.assertEqual((result["status"], result["value"]), ("saved", None))
        self.assertEqual(
            result["also"],
            [
                {
                    "line": self.line.id,
                    "member": self.member_teacher.id,
                    "before": None,
                    "after": hours(2),
                }
            ],
        )
        self.assertIn("Jan Peeters", result["remark"])
        self.assertEqual(list(self._stored()), [(self.line, self.member_teacher)])
        # there are hours of her already: which ones are right?
        result = self._one(self._text("Tess 3u"))
        self.assertEqual(result["status"], "asked")
        self.assertIn("Tess Leraar is on this task already", result["message"])
        # the same request again
        self.assertEqual(self._one(self._text("Tess 2u"))["status"], "saved")

    def test_several_people(self):
        result = self._one(self._text("Jan 2u, Bert De Wit 1u"))
        self.assertEqual(result["value"], hours(2))
        self.assertEqual(result["also"][0]["member"], self.member_group.id)
        self.assertEqual(len(self._stored()), 2)
        # a person who had no column comes along
        answer = self._write(self._text("Jan 2u, Bert De Wit 1u", hours(2)))
        self.assertIn(self.member_group.id, [one["id"] for one in answer["members"]])

    def test_a_vacancy(self):
        result = self._one(self._text("vacature 4u"))
        self.assertEqual(result["also"][0]["member"], self.vacancy.id)
        self.vacancy.copy({"name": "Vacature 2"})
        result = self._one(self._text("vacature 4u", line=self.line_2))
        self.assertEqual(result["status"], "asked")

    def test_people_who_are_not_sure(self):
        self._new_member(self._new_employee("Jan Claes", self.own), self.own)
        for name, words in (
            ("Karel Zoek", "Add the person first"),
            ("An Claes", "Add the person first"),  # of another school
            ("Tess Lerar", "Is it Tess Leraar?"),
            ("Jan", "can be several people"),
        ):
            with self.subTest(name=name):
                result = self._one(self._text(f"{name} 2u", member=self.vacancy))
                self.assertEqual(result["status"], "asked", result)
                self.assertIn(words, result["message"])
        self.assertEqual(self._stored(), {})

    def test_an_archived_member_is_nobody_meant(self):
        self.member_teacher.active = False
        result = self._one(self._text("Tess 2u"))
        self.assertEqual(result["status"], "asked")

    def test_a_funding_that_nobody_knows(self):
        self.funding.active = False
        result = self._one(self._text("2u (BPT)"))
        self.assertEqual(result["status"], "saved")
        self.assertEqual(result["value"], hours(2, note="bpt"))
        self.assertIn("no funding", result["remark"])

    def test_not_applicable(self):
        self._one(self._cell(hours(1)))
        result = self._one(self._text("nvt", hours(1)))
        self.assertEqual((result["status"], result["value"]), ("saved", None))
        self.assertEqual(
            result["also"],
            [
                {
                    "line": self.line.id,
                    "field": "applicable",
                    "before": True,
                    "after": False,
                }
            ],
        )
        self.assertEqual(self.line.coverage, "not_applicable")
        self.assertEqual(self._one(self._text("nvt"))["status"], "saved")
        self._allocate(self.line_2, self.member_teacher, 1)
        result = self._one(self._text("nvt", line=self.line_2))
        self.assertEqual(result["status"], "refused")
        self.assertIn("Tess Leraar", result["message"])
        self.assertTrue(self.line_2.applicable)
