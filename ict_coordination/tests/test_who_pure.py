"""The words that people type, whom to turn to, and who fits: without a database."""

import doctest

from odoo.tests import BaseCase, tagged

from ..who import (
    Candidate,
    Doer,
    Entry,
    finding,
    fit,
    rank,
    search,
    turn_to,
    whom_to_turn_to,
)

TASKS = [
    Entry("av", "beamer projector digibord HDMI", "Audiovisueel materiaal", "Jan"),
    Entry("mail", "wachtwoord account e-mail", "Aanmaken van accounts", "Zoë Dûmont"),
    Entry("net", "wifi internet", "Beheren van het schoolnetwerk", "Jan Peeters"),
    Entry("print", "printer kopieerapparaat", "Randapparatuur", "An"),
    Entry("gdpr", "privacy", "Veilig omgaan met wachtwoorden"),
]


@tagged("-at_install", "post_install")
class TestWhoPure(BaseCase):
    def test_doctests(self):
        tried = 0
        for module in (finding, turn_to, fit):
            result = doctest.testmod(module)
            self.assertEqual(result.failed, 0, module.__name__)
            tried += result.attempted
        self.assertGreater(tried, 10)

    def test_search(self):
        for query, found in {
            "beamer": ["av"],
            "BEAMER": ["av"],
            "beamr": ["av"],
            "baemer": ["av"],
            "beamers": ["av"],
            "beam": ["av"],
            "de beamer": ["av"],
            "wachtwoord": ["mail", "gdpr"],
            "wachtwoort": ["mail"],
            "wi-fi": ["net"],
            "wi fi": ["net"],
            "wfi": [],  # short words must be typed right
            "email": ["mail"],
            "e-mail": ["mail"],
            "zoe dumont": ["mail"],
            "jan beamer": ["av"],
            "jan": ["av", "net"],
            "beamer wifi": [],  # every word counts
            "netwerk": ["net"],
            "3d-printer": ["print"],  # one word to who types it
            "bmr": [],
            "": [],
            "  !?": [],
            "beamer " * 50: ["av"],
        }.items():
            with self.subTest(query=query[:20]):
                self.assertEqual(search(query, TASKS), found)

    def test_best_first(self):
        entries = [
            Entry("person", people="Printer"),
            Entry("name", name="printer"),
            Entry("inside", keywords="printerpapier"),
            Entry("typo", keywords="prinner"),
            Entry("keyword", keywords="printer"),
        ]
        self.assertEqual(
            search("printer", entries), ["keyword", "name", "inside", "person", "typo"]
        )

    def test_whom_to_turn_to(self):
        def doer(key, person, task=1, cluster=1, school=7, **mandates):
            return Doer(key, person, school, task, cluster, **mandates)

        an = doer(1, "an", executes=True)
        bo = doer(2, "bo", contact=True)
        cy = doer(3, "cy")
        other = doer(4, "di", task=2, executes=True)
        far = doer(5, "eef", task=9, cluster=2, contact=True)
        group = doer(6, "fé", task=2, school=9)
        group_task = doer(7, "guy", school=9, executes=True)
        for doers, expected in (
            ([an, bo, cy, other], (2, "contact", 1, "task")),
            ([an, other], (1, "executes", 4, "cluster")),
            ([cy], (3, "does", None, "")),
            # the same one on another task is no back-up
            ([an, doer(8, "an", task=2)], (1, "executes", None, "")),
            ([an, far, group, group_task], (1, "executes", 7, "group")),
            # of another cluster nobody knows about it
            ([far], (None, "", None, "")),
            ([other, group_task], (None, "", 4, "cluster")),
            ([], (None, "", None, "")),
        ):
            contact, why, backup, backup_why = whom_to_turn_to(1, 1, 7, doers)
            found = (contact and contact.key, why, backup and backup.key, backup_why)
            self.assertEqual(found, expected)

    def test_rank(self):
        asked = {1: 2, 2: 2, 3: 1}
        people = [
            Candidate(1),
            Candidate(2, {1: 50}, free_hours=6.0),
            Candidate(3, {1: 100, 2: 100, 9: 100}, free_hours=0),
            Candidate(4, {1: 100, 2: 100}, free_hours=-5),
            Candidate(5, does_elsewhere=("De Kaai",), of_cluster=2, free_hours=2.0),
        ]
        fits = rank(asked, people)
        self.assertEqual([one.candidate.key for one in fits], [3, 5, 2, 4, 1])
        self.assertEqual(fits[0].has, (1, 2))
        # nothing asked: what they do and their time decide
        self.assertEqual(
            [one.candidate.key for one in rank({}, people)], [5, 2, 1, 3, 4]
        )
