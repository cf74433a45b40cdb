from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .common import IctCase


@tagged("post_install", "-at_install")
class TestYearClose(IctCase):
    """The year 2026-2027 is closed; school A has all, B a draft, the group nothing."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.current = cls._new_overview(cls.own)
        cls.target = cls._new_overview(cls.own, kind="target")
        cls.draft = cls._new_overview(cls.sibling)
        cls._allocate(cls._line(cls.current), cls.member_own, 2)
        cls._allocate(cls._line(cls.target), cls.member_own, 4)
        cls._line(cls.target).priority = "short"
        cls._allocate(cls._line(cls.draft), cls.member_sibling, 3)
        (cls.current | cls.target).action_activate()

    def _close(self, role="manager", **choices):
        with Form(self._as(self.env["ict.year.close"], role)) as form:
            for name, value in choices.items():
                form[name] = value
        return form.record

    def _row(self, close, school):
        return close.row_ids.filtered(lambda row: row.company_id == school)

    def _next(self, school):
        return self.env["ict.overview"].search(
            [("company_id", "=", school.id), ("school_year", "=", "2027-2028")]
        )

    def test_the_dialog_says_what_will_happen(self):
        close = self._close()
        self.assertEqual(
            (close.school_year, close.next_year), ("2026-2027", "2027-2028")
        )
        own, sibling, group = (
            self._row(close, school) for school in (self.own, self.sibling, self.group)
        )
        self.assertEqual(own.now_text, "Current situation: active\nTarget: active")
        self.assertEqual(
            own.steps_text,
            "Archive: current situation, target.\n"
            "New current situation of 2027-2028, from the target.",
        )
        self.assertEqual(
            own.warning_text,
            "Tasks on which the target is not reached: 1.\n"
            "The new current situation would say that it is.",
        )
        self.assertIn("a copy of the current one", sibling.steps_text)
        self.assertIn("never activated", sibling.warning_text)
        self.assertEqual(
            [row.selected for row in (own, sibling, group)], [True, True, False]
        )
        self.assertEqual(group.steps_text, "Nothing to close.")
        self.assertFalse(self._next(self.own))

    def test_close_and_start(self):
        close = self._close(new_target=True)
        close.action_close()
        overviews = self.current | self.target | self.draft
        self.assertEqual(set(overviews.mapped("state")), {"archived"})
        new = self._next(self.own).grouped("kind")
        row = self._row(close, self.own)
        self.assertEqual(
            (row.current_id, row.target_id), (new["current"], new["target"])
        )
        self.assertEqual(new["current"].state, "draft")
        self.assertEqual(self._line(new["current"]).hours, 4)
        self.assertFalse(self._line(new["current"]).priority)
        self.assertEqual(self._line(new["target"]).priority, "short")
        self.assertEqual(self._line(self._next(self.sibling)).hours, 3)
        self.assertEqual(close.row_ids.company_id, self.own | self.sibling)
        self.assertEqual(close.summary, "Closed: 2. Without change: 0. Refused: 0.")
        self.assertEqual(
            set(close.action_open_overviews()["domain"][0][2]),
            set((row.current_id | row.target_id | self._next(self.sibling)).ids),
        )

    def test_what_was_planned_goes_on_in_the_new_target(self):
        line = self._line(self.target)
        kept = self._line(self.target, "technical_02")
        for one in line | kept:
            one.activity_schedule(
                "mail.mail_activity_data_todo", user_id=self.users["manager"].id
            )
        self._as(kept, "manager").activity_ids.action_feedback()
        self._close("director", new_target=True).action_close()
        self.env.invalidate_all()
        new = self._next(self.own).filtered(lambda sheet: sheet.kind == "target")
        self.assertEqual(self._line(new).activity_ids.user_id, self.users["manager"])
        self.assertFalse(self.target.line_ids.activity_ids)
        self.assertFalse(self._line(new, "technical_02").activity_ids)

    def test_twice_makes_nothing_twice(self):
        self._close().action_close()
        made = self._next(self.own)
        again = self._close(school_year="2026-2027")
        row = self._row(again, self.own)
        self.assertIn(made.display_name, row.steps_text)
        self.assertFalse(row.is_possible)
        row.selected = True
        again.action_close()
        self.assertEqual(row.outcome, "unchanged")
        self.assertIn("existed already", row.outcome_text)
        self.assertEqual(self._next(self.own), made)

    def test_choices(self):
        close = self._close(start_from="current", with_hours=False, activate=True)
        close.action_close()
        new = self._next(self.own)
        self.assertEqual(new.mapped("kind"), ["current"])
        self.assertEqual(new.state, "active")
        self.assertEqual(self._line(new).unknown_hours_count, 1)
        self.assertFalse(self._line(new).hours)

    def test_a_director_goes_back(self):
        close = self._close("director")
        self.assertEqual(close.row_ids.company_id, self.own)
        close.action_close()
        self.assertEqual(self.draft.state, "draft")
        self._as(close.row_ids.current_id, "director").unlink()
        current = self._as(self.current, "director")
        current.action_reset_draft()
        current.action_activate()
        self.assertEqual(self.current.state, "active")
        self.assertTrue(self.current.in_force)

    def test_one_school_that_refuses_is_named_and_left_as_it_was(self):
        """The sibling's active sheet of another year is in the way of the new one."""
        self._new_overview(self.sibling, state="active", school_year="2025-2026")
        close = self._close(school_year="2026-2027", activate=True)
        close.action_close()
        row = self._row(close, self.sibling)
        self.assertEqual(row.outcome, "refused")
        self.assertIn("has an active overview of this kind already", row.outcome_text)
        self.assertEqual(self.draft.state, "draft")
        self.assertFalse(self._next(self.sibling))
        self.assertEqual(self._row(close, self.own).outcome, "done")
        self.assertEqual(self._next(self.own).state, "active")

    def test_only_directors_and_managers_of_their_schools(self):
        for role in ("teacher", "coordinator", "hr"):
            with self.subTest(role), self.assertRaises(AccessError):
                self._as(self.env["ict.year.close"], role).create({})
        close = self._close("director")
        close.row_ids.company_id = self.sibling
        close.row_ids.selected = True
        with self.assertRaises(AccessError):
            close.action_close()
        self.assertEqual(self.draft.state, "draft")
        close.row_ids.selected = False
        with self.assertRaises(UserError):
            close.action_close()
        with self.assertRaises(AccessError):
            self._as(close, "manager").read(["school_year"])
