# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What is missing in a team, and who holds a mandate: without a database."""

import doctest

from odoo.tests import BaseCase, tagged

from ..governance import (
    CHECKS,
    MESSAGES,
    ClusterMandates,
    Holder,
    Member,
    Team,
    check,
    combine,
    composition,
    mandates,
    team,
)

DIRECTOR = Member(1, "An", role="director", teams=frozenset({"policy"}))
TOM = Member(2, "Tom", role="coordinator", teams=frozenset({"policy", "technical"}))
LIES = Member(3, "Lies", role="anchor", teams=frozenset({"pedagogical"}))
GRIET = Member(4, "Griet", role="administrative")
PARENTS = Member(5, "Parents", kind="sounding_board", role="parents")
FIRM = Member(6, "NetHelp", kind="partner", role="external")
SCHOOL = (DIRECTOR, TOM, LIES, GRIET, PARENTS, FIRM)

HELD = {"decides": (Holder(1, 2),), "contact": (Holder(2, 1),)}
DONE = ClusterMandates(7, "Technical", HELD, tasks=3)
GAP = ClusterMandates(8, "Policy", {"decides": (Holder(1, 1),)}, tasks=1)


def without(*left_out):
    return tuple(one for one in SCHOOL if one not in left_out)


def of_group(role, works_here=False, **values):
    values = {"name": "Wim", "teams": frozenset({"policy", "technical"}), **values}
    return Member(9, role=role, of_group=True, works_here=works_here, **values)


#: what the team is → {check: message} of what is not in order
CASES = (
    ("complete", Team(SCHOOL, (DONE,), has_sheet=True), {}),
    ("nobody", Team(), {"empty": "none"}),
    ("a group's colleague without a task", Team((of_group("coordinator"),)), "empty"),
    ("no director", Team(without(DIRECTOR)), {"director": "none"}),
    ("no coordinator", Team(without(TOM)), {"coordinator": "none"}),
    ("no anchor point", Team(without(LIES)), {"anchor": "none"}),
    ("no administrative staff", Team(without(GRIET)), {"administrative": "none"}),
    ("no sounding board", Team(without(PARENTS)), {"sounding_board": "none"}),
    (
        "the group's coordinator has tasks here",
        Team((*without(TOM), of_group("coordinator", works_here=True))),
        {"coordinator": "some"},
    ),
    (
        "the group's coordinator has none here",
        Team((*without(TOM), of_group("coordinator"))),
        {"coordinator": "none", "technical": "none"},
    ),
    (
        "a director of the group does not lead this school",
        Team((*without(DIRECTOR), of_group("director", works_here=True))),
        {"director": "none"},
    ),
    (
        "an anchor point of the group is not there every day",
        Team((*without(LIES), of_group("anchor", works_here=True))),
        {"anchor": "none"},
    ),
    (
        "an ambassador is enough",
        Team((*without(LIES), Member(9, "Nora", role="ambassador"))),
        {"anchor": "some"},
    ),
    (
        "a vacancy is nobody yet",
        Team((*without(TOM), Member(9, "Vacancy", "vacancy", "coordinator"))),
        {"coordinator": "vacancy"},
    ),
    (
        "a vacancy beside a colleague",
        Team((*SCHOOL, Member(9, "Vacancy", "vacancy", "coordinator"))),
        {"coordinator": "some"},
    ),
    (
        "a director who is not in the policy team",
        Team((*without(DIRECTOR), Member(1, "An", role="director"))),
        {"policy": "without_director"},
    ),
    (
        "a coordinator who is not in the policy team",
        Team((*without(TOM), Member(2, "Tom", role="coordinator"))),
        {"policy": "without_coordinator", "technical": "none"},
    ),
    (
        "nobody in the policy team",
        Team((Member(1, "An", role="director"), Member(2, "T", role="coordinator"))),
        {"policy": "none", "technical": "none", "pedagogical": "none"},
    ),
    (
        "a cluster without a contact",
        Team(SCHOOL, (DONE, GAP), has_sheet=True),
        {"contact": "gaps", "decides": "some"},
    ),
    ("nothing agreed", Team(SCHOOL, (GAP,)), {"contact": "gaps"}),
    ("no sheet and nothing agreed", Team(SCHOOL), {"decides": "unknown"}),
)


@tagged("-at_install", "post_install")
class TestGovernancePure(BaseCase):
    def test_doctests(self):
        for module, count in ((team, 3), (mandates, 4), (composition, 4)):
            failed, tried = doctest.testmod(module)
            self.assertEqual((failed, tried), (0, count), module.__name__)

    def test_what_is_missing(self):
        for name, one, expected in CASES:
            with self.subTest(name):
                found = {finding.key: finding.message for finding in check(one)}
                if expected == "empty":
                    expected = {"empty": "none"}
                self.assertLessEqual(expected.items(), found.items())
                if not expected:
                    self.assertFalse([f for f in check(one) if f.asks])

    def test_every_finding_is_in_the_table(self):
        for _name, one, _expected in CASES:
            findings = check(one)
            keys = [finding.key for finding in findings]
            self.assertEqual(keys, sorted(keys, key=CHECKS.index))
            for finding in findings:
                self.assertIn(finding.message, MESSAGES[finding.key])
                # what asks for something says what to do; what is in order does not
                self.assertEqual(
                    bool(finding.step), finding.message not in ("some",), finding
                )

    def test_a_step_is_filled_in(self):
        steps = {one.key: one.step for one in check(Team(without(LIES)))}
        self.assertEqual(steps["anchor"].kind, "member")
        self.assertEqual(steps["anchor"].values, {"role": "anchor", "kind": "employee"})
        steps = {one.key: one.step for one in check(Team((GRIET,)))}
        self.assertEqual(steps["technical"].values["team"], "technical")
        self.assertEqual(
            steps["sounding_board"].values,
            {"role": "parents", "kind": "sounding_board"},
        )
        case = Team((*without(DIRECTOR), Member(1, "An", role="director")))
        [policy] = [one for one in check(case) if one.key == "policy"]
        self.assertEqual((policy.names, policy.step.values), (("An",), {"member": 1}))
        case = Team(SCHOOL, (DONE, GAP), has_sheet=True)
        [contact] = [one for one in check(case) if one.key == "contact"]
        self.assertEqual(contact.step.values, {"mandate": "contact", "cluster": 8})

    def test_a_group_is_asked_for_less(self):
        found = {one.key for one in check(Team((TOM,), is_group=True))}
        self.assertLessEqual({"coordinator", "policy", "technical"}, found)
        self.assertFalse(
            {"director", "anchor", "administrative", "sounding_board", "decides"}
            & found
        )

    def test_differences(self):
        def differ(on_tasks, agreed, has_sheet=True):
            _holders, found = combine(on_tasks, agreed, has_sheet)
            return [(one.kind, one.mandate, one.member) for one in found]

        school, by_group = ("school", ("decides",)), ("group", ("decides",))
        done = {"decides": 1, "executes": 2}
        self.assertEqual(differ({1: {"decides": 2}}, {1: school}), [])
        self.assertEqual(differ({}, {1: school}), [("unused", "decides", 1)])
        self.assertEqual(differ({}, {1: school}, has_sheet=False), [])
        # what the group agreed for somebody who does nothing here differs from nothing
        self.assertEqual(differ({}, {1: by_group}), [])
        self.assertEqual(
            differ({1: {"executes": 1}}, {1: by_group}),
            [("unused", "decides", 1)],
        )
        # somebody else decides; that somebody else executes as well is no difference
        self.assertEqual(
            differ({1: {"decides": 1}, 2: done}, {1: school}),
            [("extra", "decides", 2)],
        )
        self.assertEqual(differ({2: done}, {}), [])
