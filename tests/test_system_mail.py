"""People are asked to agree: mails really leave, one each, with the own tasks alone.

In its own test mode Odoo sends nothing, so here the server, its queue and an SMTP
server that catches the mails are real. Two schools are activated in one call.
"""

import email
import email.policy
import re
import time

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message

from launcher.server import free_port

WAIT_SECONDS = 30
#: a kind of which these two schools have no active sheet
KIND, YEAR = "target", "2041-2042"
VUURTOREN, KAAI = "Buitengewoon onderwijs De Vuurtoren", "Technisch Instituut De Kaai"
#: school, place of the task, person, hours: no two people have the same hours
TASKS = [
    (VUURTOREN, 0, "Katrien Segers", 1.15),
    (VUURTOREN, 1, "Katrien Segers", 1.35),
    (VUURTOREN, 0, "Youssef Benali", 2.15),
    (VUURTOREN, 2, "Hilde Maes", 3.15),
    (KAAI, 3, "Hilde Maes", 3.35),
    (KAAI, 0, "Elif Yılmaz", 4.15),
]


class Catcher(Message):
    """Keeps every mail that arrives."""

    def __init__(self):
        super().__init__()
        self.mails = []

    def ours(self):
        """Return the mails about tasks; Odoo sends its own summaries too."""
        return [one for one in self.mails if "ICT-taken" in str(one["Subject"])]

    def handle_message(self, message):
        self.mails.append(
            email.message_from_bytes(message.as_bytes(), policy=email.policy.default)
        )


@pytest.fixture
def sql(database):
    """Give ``sql(query, *values)``: the rows, each time in a new transaction."""
    connection = database()
    connection.autocommit = True

    def ask(query, *values):
        with connection.cursor() as cursor:
            cursor.execute(query, values)
            return cursor.fetchall()

    return ask


@pytest.fixture
def catcher(sql):
    """An SMTP server that catches, and to which the demo server sends."""
    handler = Catcher()
    controller = Controller(handler, hostname="127.0.0.1", port=free_port(0))
    controller.start()
    [[server]] = sql(
        "INSERT INTO ir_mail_server (name, smtp_host, smtp_port, smtp_encryption,"
        " smtp_authentication, sequence, active)"
        " VALUES ('Catcher', '127.0.0.1', %s, 'none', 'login', 1, true) RETURNING id",
        controller.port,
    )
    yield handler
    sql("DELETE FROM ir_mail_server WHERE id = %s RETURNING id", server)
    controller.stop()


@pytest.fixture
def sheets(client):
    """Two drafts of a year that nothing else has, with ``TASKS``."""
    wim = client("wim")
    ids = {}
    for name in (VUURTOREN, KAAI):
        [school] = wim.search_read("res.company", [("name", "=", name)], ["name"])
        [ids[name]] = wim.call(
            "ict.overview",
            "create",
            [{"company_id": school["id"], "kind": KIND, "school_year": YEAR}],
        )
    lines = {
        name: wim.search_read("ict.overview.line", [("overview_id", "=", sheet)], [])
        for name, sheet in ids.items()
    }
    members = {
        row["name"]: row["id"]
        for row in wim.search_read(
            "ict.team.member",
            [("name", "in", [person for _school, _place, person, _hours in TASKS])],
            ["name"],
        )
    }
    wim.call(
        "ict.allocation",
        "create",
        [
            {
                "line_id": lines[school][place]["id"],
                "member_id": members[person],
                "hours": hours,
                "certainty": "exact",
            }
            for school, place, person, hours in TASKS
        ],
    )
    yield list(ids.values())
    for sheet in ids.values():
        wim.call("ict.overview", "action_reset_draft", [sheet])
    wim.call("ict.overview", "unlink", list(ids.values()))


def wait_for(found):
    """Return what ``found()`` gives as soon as it gives something."""
    until = time.monotonic() + WAIT_SECONDS
    while not (result := found()):
        assert time.monotonic() < until, "nothing came"
        time.sleep(0.2)
    return result


def test_each_person_gets_one_mail(client, sql, sheets, catcher):
    wim = client("wim")
    wim.call("ict.overview", "action_activate", sheets)
    lines = wim.search_read(
        "ict.agreement.line",
        [("agreement_id.overview_id", "in", sheets)],
        ["task_id", "hours", "agreement_id"],
    )
    assert len(lines) == len(TASKS)
    # Odoo takes a mail away as soon as it left
    queued = "SELECT 1 FROM mail_mail WHERE auto_delete"
    people = {person for _school, _place, person, _hours in TASKS}
    wait_for(lambda: len(catcher.ours()) >= len(people))
    wait_for(lambda: not sql(queued))

    ours = catcher.ours()
    by_person = {mail["To"].addresses[0].display_name: mail for mail in ours}
    assert by_person.keys() == people
    assert len(ours) == len(people)
    for person, mail in by_person.items():
        [_one] = mail["To"].addresses
        assert not mail["Cc"]
        assert not mail["Bcc"]
        text = "".join(
            part.get_content()
            for part in mail.walk()
            if part.get_content_maintype() == "text"
        )
        own = {hours for _school, _place, name, hours in TASKS if name == person}
        told = {
            float(number.replace(",", "."))
            for number in re.findall(r"(\d+(?:[.,]\d+)?) [uh]\b", text)
        }
        assert told == own, person
        assert person in text
        assert [name for name in people - {person} if name in text] == []
        tasks = {line["task_id"][1] for line in lines if line["hours"] in own}
        other_tasks = {line["task_id"][1] for line in lines} - tasks
        assert [task for task in tasks if task not in text] == []
        assert [task for task in other_tasks if task in text] == []
        schools = {school for school, _place, name, _hours in TASKS if name == person}
        assert {name for name in (VUURTOREN, KAAI) if name in text} == schools
    # nothing of it stays behind for anybody to read
    assert sql("SELECT 1 FROM mail_message WHERE message_type = 'email_outgoing'") == []
