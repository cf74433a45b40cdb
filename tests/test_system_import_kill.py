"""The server is killed in the middle of an import: nothing is half done."""

import base64
import contextlib
import io
import threading
import time

import openpyxl
import pytest
import requests
from conftest import served
from odoo_client import OdooClient

SCHOOL = "Basisschool De Linde"
YEAR = "2019-2020"  # long ago: no sheet of the demo goes out of force
TASKS = 30
WAIT_SECONDS = 60


def workbook(tasks, member):
    """Return a workbook in which ``member`` does all ``tasks``, and a newcomer too."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Huidige situatie"
    sheet.append([f"Huidige situatie {SCHOOL}"])
    headings = ("Cluster", "Omschrijving", "Competenties", "SG", "School")
    sheet.append([*headings, "Persoon 1", "Persoon 2"])
    for task in tasks:
        sheet.append(["", task, "", "", "x", f"{member} 1,5u", "firma Zilverkabel 2u"])
    content = io.BytesIO()
    book.save(content)
    return base64.b64encode(content.getvalue()).decode()


def wait_until(condition, what):
    until = time.monotonic() + WAIT_SECONDS
    while not condition():
        assert time.monotonic() < until, what
        time.sleep(0.05)


def test_killed_in_the_middle_of_an_import(stage, database):
    watcher = database()
    watcher.autocommit = True

    def rows(statement, *values):
        with watcher.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall()

    def counts():
        """Everything that an import makes."""
        return rows(
            """
            SELECT (SELECT count(*) FROM ict_overview),
                (SELECT count(*) FROM ict_overview_line),
                (SELECT count(*) FROM ict_allocation),
                (SELECT count(*) FROM ict_team_member),
                (SELECT count(*) FROM ict_import_memory),
                (SELECT count(*) FROM mail_message)
            """
        )

    def waiting():
        """Return who of Odoo waits for a lock while it puts people on tasks."""
        return rows(
            """
            SELECT pid FROM pg_stat_activity
            WHERE wait_event_type = 'Lock' AND query ILIKE '%%INTO ict_allocation%%'
            """
        )

    with served(stage, "killed") as (demo, process):
        user = OdooClient(demo, "wim", "wim")
        [company] = user.call("res.company", "search", [("name", "=", SCHOOL)])
        user.tick([company])
        member = user.search_read(
            "ict.team.member",
            [("company_id", "=", company), ("member_type", "=", "employee")],
            ["name"],
            limit=1,
        )[0]
        tasks = user.search_read(
            "ict.task", [("company_id", "=", False)], ["name"], limit=TASKS
        )
        book = user.call(
            "ict.import",
            "upload_workbook",
            "linde.xlsx",
            workbook([task["name"] for task in tasks], member["name"]),
        )
        [sheet] = user.search_read(
            "ict.import.sheet", [("import_id", "=", book)], ["kind", "selected"]
        )
        assert (sheet["kind"], sheet["selected"]) == ("current", True)
        user.call(
            "ict.import.sheet",
            "write",
            [sheet["id"]],
            {"company_id": company, "school_year": YEAR},
        )
        before = counts()
        members = user.call("ict.team.member", "search", [])

        # Somebody else holds the member: the import waits with its first rows written.
        holder = database()
        with holder.cursor() as cursor:
            cursor.execute(
                "SELECT id FROM ict_team_member WHERE id = %s FOR UPDATE",
                (member["id"],),
            )
        with contextlib.ExitStack() as answers:

            def importing():
                # The server dies: whatever the answer is, it is not a result.
                with contextlib.suppress(requests.RequestException):
                    answer = user.call("ict.import", "import_one", [book])
                    answers.callback(pytest.fail, f"not killed: {answer}")

            thread = threading.Thread(target=importing)
            thread.start()
            wait_until(waiting, "the import did not reach the allocations")
            [(backend,)] = waiting()
            process.kill()
            process.wait()
            holder.rollback()
            thread.join()
        wait_until(
            lambda: not rows("SELECT 1 FROM pg_stat_activity WHERE pid = %s", backend),
            "PostgreSQL did not notice that Odoo is gone",
        )
        assert demo.unexpected() == []

    assert counts() == before
    with served(stage, "killed") as (demo, _process):
        user = OdooClient(demo, "wim", "wim")
        user.tick([company])
        [state] = user.call("ict.import", "read", [book], ["state", "is_ready"])
        assert (state["state"], state["is_ready"]) == ("draft", True)
        answer = user.call("ict.import", "import_one", [book])
        assert answer["status"] == "done", answer
        [found] = user.search_read(
            "ict.overview",
            [("company_id", "=", company), ("school_year", "=", YEAR)],
            ["covered_count", "hours"],
        )
        assert (found["covered_count"], found["hours"]) == (TASKS, TASKS * 3.5)
        again = user.call("ict.import", "import_one", [book])
        assert again["status"] == "nothing", again

        user.call("ict.overview", "unlink", [found["id"]])
        user.call("ict.import", "unlink", [book])
        # The demo stays as it was for the other tests.
        newcomers = user.call("ict.team.member", "search", [("id", "not in", members)])
        assert len(newcomers) == 1
        user.call("ict.team.member", "unlink", newcomers)
        assert demo.unexpected() == []
