"""The plan: what differs between the current situation and the target of a school."""

from odoo.tests import tagged

from .common import IctCase

TEXTS = [
    *("plan_changes_text", "plan_joins_text", "plan_leaves_text"),
    *("plan_hours_text", "plan_level_text"),
]


@tagged("post_install", "-at_install")
class TestPlan(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.current = cls._new_overview(cls.own)
        cls.target = cls._new_overview(cls.own, kind="target")
        cls.vacancy = cls.env["ict.team.member"].create(
            {"name": "Somebody", "member_type": "vacancy", "company_id": cls.own.id}
        )
        cls.board = cls.env["ict.team.member"].create(
            {"name": "Board", "member_type": "sounding_board", "company_id": cls.own.id}
        )
        # Jan helps the whole group as well: the same human.
        cls.jan_of_group = cls._new_member(cls.employee_own, cls.group)

    def _compare(self, now=(), then=(), code="technical_01", priority=False):
        """Fill in both lines of a task; return that of the target.

        :param now: ``(member, hours or None)`` …; a text is the level, False: not
            applicable
        """
        lines = self._line(self.current, code), self._line(self.target, code)
        for line, parts in zip(lines, (now, then), strict=True):
            line.allocation_ids.unlink()
            line.write({"level": False, "applicable": True})
            for part in parts:
                if part is False:
                    line.applicable = False
                elif isinstance(part, str):
                    line.level = part
                else:
                    member, hours = part
                    known = {} if hours is None else {"certainty": "exact"}
                    self._allocate(line, member, hours, **known)
        lines[1].priority = priority
        self.env.flush_all()
        self.env.invalidate_all()
        return lines[1]

    def test_what_changes(self):
        jan, tess, bert = self.member_own, self.member_teacher, self.member_group
        jan_too, vacancy, board = self.jan_of_group, self.vacancy, self.board
        table = [
            # both sheets, and what is said: changes | joins | leaves | hours | level
            ([], [], False),
            ([(jan, 2)], [], False),
            ([False], [False], False),
            ([(jan, 2)], [False], "Dropped||Jan Peeters|2 h → –|"),
            ([False], [], "New task||||"),
            (
                [False],
                [(jan, 1), (vacancy, None)],
                "New task|Jan Peeters, Somebody||– → 1 h + 1 without hours|",
            ),
            ([(jan, 2)], [(jan, 2)], "reached"),
            ([(jan, 2)], [(jan, 2), "school"], "Level|||2 h|– → School"),
            (["school"], ["group"], "Level||||School → Group"),
            (["school", (jan, 1)], [(jan, 1)], "reached"),
            ([(jan, 2)], [(jan, 4)], "Hours|||2 h → 4 h|"),
            ([(jan, None)], [(jan, 0)], "Hours|||1 without hours → 0 h|"),
            ([(jan, None)], [(jan, None)], "reached"),
            (
                [(jan, 2), (tess, 1)],
                [(jan, 1), (tess, 2)],
                "Hours|||3 h, divided differently|",
            ),
            ([(jan, 2)], [(tess, 2)], "People|Tess Leraar|Jan Peeters|2 h|"),
            (
                [(jan, 2)],
                [(bert, 3), (tess, 1)],
                "People, Hours|Bert De Wit, Tess Leraar|Jan Peeters|2 h → 4 h|",
            ),
            # one human with two memberships
            ([(jan, 2)], [(jan_too, 2)], "reached"),
            ([(jan, 2), (jan_too, 1)], [(jan, 3)], "reached"),
            ([(jan, 2), (board, None)], [(jan, 2)], "reached"),
            ([(jan, 2)], [(board, 2)], False),
            ([(vacancy, 2)], [(jan, 2)], "People|Jan Peeters|Somebody|2 h|"),
        ]
        counterpart = self._line(self.current, "technical_01")
        for now, then, expected in table:
            with self.subTest(now=now, then=then):
                line = self._compare(now, then)
                said = "|".join(line[name] or "" for name in TEXTS)
                if expected in (False, "reached"):
                    self.assertEqual(line.plan_state, expected)
                    self.assertEqual(said, "||||")
                else:
                    self.assertEqual(line.plan_state, "todo")
                    self.assertEqual(said, expected)
                self.assertEqual(line.current_line_id, counterpart)

    def test_empty_target_with_a_priority_says_that_nobody_does_it(self):
        line = self._compare([(self.member_own, 2)], [], priority="short")
        self.assertEqual(line.plan_changes_text, "People, Hours")
        self.assertEqual(line.plan_leaves_text, "Jan Peeters")

    def test_search_finds_what_is_computed(self):
        jan, tess = self.member_own, self.member_teacher
        self._compare([(jan, 2)], [(jan, 4), (tess, 1), "group"])
        self._compare([(jan, 2)], [(jan, 2)], "technical_02")
        self._compare([False], [], "technical_03")
        self._compare([], [False], "technical_04")
        lines = self.env["ict.overview.line"].search([("company_id", "=", self.own.id)])
        words = dict(lines._fields["plan_change"]._description_selection(self.env))
        for state in ("todo", "reached", False):
            for negated in (False, True):
                found = lines.search(
                    [
                        ("company_id", "=", self.own.id),
                        ("plan_state", "!=" if negated else "=", state),
                    ]
                )
                kept = lines.filtered(
                    lambda line, state=state: line.plan_state == state
                )
                self.assertEqual(found, lines - kept if negated else kept, state)
        for change, word in words.items():
            found = lines.search([("plan_change", "=", change)])
            having = [line.id for line in lines if word in line.plan_changes_text]
            self.assertEqual(found.ids, having)
        self.assertEqual(
            lines.search([("plan_change", "in", ["new", "dropped"])]),
            self._line(self.target, "technical_03")
            | self._line(self.target, "technical_04"),
        )

    def test_search_for_nonsense_finds_nothing(self):
        lines = self._as(self.env["ict.overview.line"], "coordinator")
        for name in ("plan_state", "plan_change"):
            for value in ("'; --", 4, "draft"):
                with self.subTest(name=name, value=value):
                    self.assertFalse(lines.search([(name, "in", ["x", value])]))

    def test_only_sheets_in_force_of_a_school_with_both(self):
        line = self._compare([(self.member_own, 2)], [(self.member_own, 4)])
        older = self._new_overview(self.own, kind="target", school_year="2025-2026")
        alone = self._new_overview(self.sibling, kind="target")
        for overview in (older, alone):
            self._line(overview).write({"level": "group", "priority": "short"})
        self.env.flush_all()
        found = self.env["ict.overview.line"].search([("plan_state", "!=", False)])
        self.assertEqual(found & (older | alone | self.target).line_ids, line)
        self.assertFalse((older | alone).line_ids.filtered("plan_state"))
        self.assertFalse(self.current.line_ids.filtered("plan_state"))
        self.assertEqual(
            (self.current | self.target | older | alone).mapped("plan_todo_count"),
            [1, 1, 0, 0],
        )

    def test_progress(self):
        jan = self.member_own
        overdue = self._compare([(jan, 2)], [(jan, 4)])
        planned = self._compare([(jan, 2)], [(jan, 4)], "technical_02")
        self._compare([(jan, 2)], [(jan, 2)], "technical_03")
        self._compare([(jan, 2)], [(jan, 1)], "technical_04")
        overdue.activity_schedule(date_deadline="2020-01-01")
        done = self._line(self.target, "technical_04").activity_schedule()
        planned.activity_schedule(date_deadline="2099-01-01")
        done.action_done()
        progress = self.env["ict.overview.line"]._plan_progress([self.own.id])
        counts = progress.pop(self.own.id)
        self.assertFalse(progress)
        self.assertEqual(
            (counts.todo, counts.planned, counts.overdue, counts.reached), (3, 2, 1, 1)
        )
        self.target.invalidate_recordset()
        self.assertEqual(
            self.target.plan_text,
            "1 of 4 as the target wants, 3 to do, 2 planned, 1 overdue",
        )

    def test_dutch(self):
        self.env["res.lang"]._activate_lang("nl_BE")
        line = self._compare([(self.member_own, 2)], [(self.member_own, 4.5)])
        dutch = line.with_context(lang="nl_BE")
        self.assertEqual(dutch.plan_hours_text, "2 u → 4,5 u")

    def test_queries_do_not_grow(self):
        jan = self.member_own
        codes = [f"technical_{number:02}" for number in range(1, 8)]
        for code in codes:
            self._compare([(jan, 2)], [(jan, 4)], code)
        lines = self._as(self.env["ict.overview.line"], "coordinator")
        lines = lines.browse(self.target.line_ids.ids)
        names = ["plan_state", "current_line_id", *TEXTS]
        few = lines.filtered(lambda one: one.task_id.code in codes[:2])
        lines.read(names)
        counted = [
            self._queries(lambda some=some: some.read(names)) for some in (few, lines)
        ]
        self.assertEqual(*counted)
        searches = [
            self._queries(
                lambda state=state: lines.search([("plan_state", "=", state)])
            )
            for state in ("todo", "reached")
        ]
        self.assertEqual(*searches)
