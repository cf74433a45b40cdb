"""Anonymous feedback against somebody who reads the whole database by SQL.

Two colleagues of one school are at work at the same time, in real transactions. The
attacker knows both, and reads every table with its system columns, and the log of the
server.
"""

import hashlib
import random

import pytest

COLUMNS = {
    "id",
    "kind",
    "text",
    "state",
    "company_id",
    "task_id",
    "line_id",
    "anonymous",
    "author_id",
    "date",
    "answer",
    "answered_on",
    "answered_by_id",
    "public",
    "public_text",
    "delivered",
    "code_hash",
}
#: what the server writes by itself, whoever does what
BY_ITSELF = {
    "bus_presence",
    "ir_cron",
    "ir_cron_progress",
    "ir_cron_trigger",
    "mail_presence",
}
WORDS = "Zilveren olifant"


class Attacker:
    """Reads all that SQL shows; each look is a transaction of its own."""

    def __init__(self, connection):
        connection.autocommit = True
        self.cursor = connection.cursor()
        self.tables = [
            name
            for (name,) in self.ask(
                "SELECT c.oid::regclass::text FROM pg_class c"
                " JOIN pg_namespace n ON n.oid = c.relnamespace"
                " WHERE c.relkind IN ('r', 'm')"
                " AND n.nspname NOT IN ('pg_catalog', 'information_schema')"
            )
        ]

    def ask(self, query, *params):
        self.cursor.execute(query, params)
        return self.cursor.fetchall()

    def tables_with(self, condition, *params):
        """Return the names of the tables with a row ``t`` of which it holds."""
        query = " UNION ALL ".join(
            f"(SELECT '{name}' FROM {name} t WHERE {condition} LIMIT 1)"
            for name in self.tables
        )
        return {name for (name,) in self.ask(query, *params * len(self.tables))}

    def next_transaction(self):
        [[number]] = self.ask("SELECT pg_snapshot_xmax(pg_current_snapshot())::text")
        return int(number)

    def sequences(self):
        return dict(self.ask("SELECT sequencename::text, last_value FROM pg_sequences"))


@pytest.fixture
def attacker(database):
    found = Attacker(database())
    yield found
    found.ask("DELETE FROM ict_feedback WHERE text LIKE %s RETURNING id", f"{WORDS}%")


def test_who_wrote_it_stands_nowhere(client, attacker, demo_server):
    colleagues = client("lies"), client("an")
    pages = [one.call("ict.feedback", "feedback_page") for one in colleagues]
    school = pages[0]["school"]
    assert school == pages[1]["school"]
    logged = demo_server.log.stat().st_size
    first, sequences = attacker.next_transaction(), attacker.sequences()

    codes = []
    for number in range(6):
        answer = random.choice(colleagues).call(
            "ict.feedback",
            "feedback_send",
            {
                "kind": "problem",
                "text": f"{WORDS} {number}",
                "school": school,
                "task": False,
                "anonymous": True,
            },
        )
        codes.append(answer["code"])

    # Nothing but the box was written, so nothing else can tell one from the other.
    written = attacker.tables_with("t.xmin::text::bigint >= %s", first)
    assert written - BY_ITSELF == {"ict_feedback"}
    moved = {
        name
        for name, value in attacker.sequences().items()
        if value != sequences[name] and not name.startswith(tuple(BY_ITSELF))
    }
    assert moved == set()
    # Neither the texts nor the codes stand anywhere else.
    assert attacker.tables_with("t::text LIKE %s", f"%{WORDS}%") == {"ict_feedback"}
    plain = [code.replace("-", "") for code in codes]
    anywhere = [f"%{secret}%" for secret in (*codes, *plain)]
    assert attacker.tables_with("t::text LIKE ANY(%s)", anywhere) == set()

    # The box itself: no name, no moment, one transaction, random numbers.
    columns = dict(
        attacker.ask(
            "SELECT column_name::text, data_type::text FROM information_schema.columns"
            " WHERE table_name = 'ict_feedback'"
        )
    )
    assert columns.keys() == COLUMNS
    assert not any("time" in kind for kind in columns.values())
    rows = attacker.ask(
        "SELECT xmin::text, cmin::text, extract(isodow FROM date)::int,"
        " num_nonnulls(author_id, answered_by_id, answer, answered_on, line_id)"
        " FROM ict_feedback WHERE text LIKE %s",
        f"{WORDS}%",
    )
    assert len(rows) == 6
    assert {row[2:] for row in rows} == {(1, 0)}
    [[transactions]] = attacker.ask(
        "SELECT count(DISTINCT (xmin::text, cmin::text)) FROM ict_feedback"
    )
    assert transactions == 1
    [[transaction, *_rest], *_others] = rows
    assert attacker.tables_with("t.xmin::text = %s", transaction) == {"ict_feedback"}
    # A foreign key marks what it points to: of all rows, so the names are those that
    # stand in the box anyhow.
    marked = attacker.ask(
        "SELECT count(*) FROM res_users WHERE xmax::text = %s AND NOT EXISTS"
        " (SELECT FROM ict_feedback f WHERE res_users.id IN (f.author_id,"
        " f.answered_by_id))",
        transaction,
    )
    assert marked == [(0,)]
    together = attacker.tables_with("t.xmax::text = %s", transaction)
    assert together <= {"res_company", "res_users", "ict_task", "ict_overview_line"}
    hashes = {row[0] for row in attacker.ask("SELECT code_hash FROM ict_feedback")}
    assert {hashlib.sha256(code.encode()).hexdigest() for code in plain} <= hashes

    # Each reads with the code, also the other; and looking leaves no trace either.
    first = attacker.next_transaction()
    for code in codes:
        for colleague in colleagues:
            found = colleague.call("ict.feedback", "feedback_look", code)
            assert found["text"].startswith(WORDS)
    written = attacker.tables_with("t.xmin::text::bigint >= %s", first)
    assert not written - BY_ITSELF

    with demo_server.log.open("rb") as log:
        log.seek(logged)
        lines = log.read().decode()
    assert "/feedback_send" in lines
    assert not any(secret in lines for secret in (WORDS, *codes, *plain))
