"""Side doors, tried with real requests: who asks what, and what comes back.

A teacher (lies) may see names only; a coordinator (pieter) the own school only, also
when all schools are named in the context and in the cookie.
"""

import json

import pytest
from odoo_client import Refused

LINDE, KAAI = "Basisschool De Linde", "Technisch Instituut De Kaai"
REPORT = "ict_coordination.overview_xlsx"
REFUSED, EMPTY = "refused", "empty"


@pytest.fixture(scope="module")
def secret(client, demo_server):
    """Sheet, line, hours, attachment and message of De Linde, which HR may read."""
    manager = client("wim")
    allocation = manager.search_read(
        "ict.allocation",
        [
            ("company_id.name", "=", LINDE),
            ("state", "=", "active"),
            ("kind", "=", "current"),
            ("employee_id.name", "=", "Tom Jacobs"),
            ("hours", ">", 0),
        ],
        ["overview_id", "line_id", "member_id", "employee_id", "task_id", "company_id"],
        limit=1,
    )[0]
    ids = {name: value[0] for name, value in allocation.items() if name != "id"}
    ids["allocation"] = allocation["id"]
    [ids["attachment"]] = manager.call(
        "ir.attachment",
        "create",
        [
            {
                "name": "uren.txt",
                "raw": "Tom 4,25 u",
                "mimetype": "text/plain",
                "res_model": "ict.overview",
                "res_id": ids["overview_id"],
            }
        ],
    )
    ids["message"] = manager.call(
        "ict.overview", "message_post", ids["overview_id"], body="Tom 4,25 u"
    )
    ids["message"] = _first_id(ids["message"])
    yield ids
    manager.call("ir.attachment", "unlink", [ids["attachment"]])
    manager.call("mail.message", "unlink", [ids["message"]])


def _first_id(value):
    """Return the id in what message_post answers: an id, a list or a dictionary."""
    while not isinstance(value, int):
        value = value["mail.message"] if isinstance(value, dict) else value[0]
        value = value.get("id", value) if isinstance(value, dict) else value
    return value


# (who, model, method, arguments with names of `secret`, expected)
CALLS = [
    ("lies", "ict.overview", "search_read", [[], ["hours_text"]], REFUSED),
    ("lies", "ict.overview", "read", [["overview_id"], ["hours"]], REFUSED),
    ("lies", "ict.overview", "name_search", ["Linde"], REFUSED),
    ("lies", "ict.overview", "export_data", [["overview_id"], ["hours"]], REFUSED),
    ("lies", "ict.overview.line", "search_read", [[], ["hours"]], REFUSED),
    ("lies", "ict.overview.line", "web_search_read", [[], {"hours": {}}], REFUSED),
    ("lies", "ict.overview.line", "name_search", [""], REFUSED),
    ("lies", "ict.team.member", "search_read", [[], ["hours_available"]], REFUSED),
    ("lies", "ict.team.member", "name_search", ["Tom"], REFUSED),
    ("lies", "ict.overview.copy", "search_read", [[], []], REFUSED),
    ("lies", "ict.allocation", "read", [["allocation"], ["hours"]], REFUSED),
    ("lies", "ict.allocation", "read", [["allocation"], ["display_name"]], REFUSED),
    ("lies", "ict.allocation", "export_data", [["allocation"], ["hours"]], REFUSED),
    ("lies", "ict.allocation", "write", [["allocation"], {"hours": 1}], REFUSED),
    ("lies", "ict.allocation", "search", [[("id", "=", "allocation")]], EMPTY),
    ("lies", "ict.allocation", "name_search", ["Tom"], REFUSED),
    ("lies", "ict.task", "read", [["task_id"], ["covered_count"]], REFUSED),
    ("lies", "ict.task", "search", [[("line_ids.hours", ">", 1)]], REFUSED),
    (
        "lies",
        "ict.who.does.what",
        "search",
        [[("task_id.line_ids.allocation_ids.hours", ">", 1)]],
        REFUSED,
    ),
    ("lies", "res.company", "read", [["company_id"], ["ict_hours_budget"]], REFUSED),
    *(
        ("lies", model, "read", [["employee_id"], [field]], REFUSED)
        for model in ("hr.employee", "hr.employee.public")
        for field in ("ict_load_text", "ict_task_count", "ict_allocation_ids")
    ),
    (
        "lies",
        "hr.employee.public",
        "search",
        [[("ict_allocation_ids.hours", ">", 1)]],
        REFUSED,
    ),
    *(
        (who, "ict.overview", method, [["overview_id"], *arguments], REFUSED)
        for who in ("lies", "pieter")
        for method, *arguments in (
            ("grid_read",),
            ("grid_peer",),
            ("grid_changes", ["line_id"]),
            ("grid_write", []),
            ("grid_people", "Tom"),
            ("grid_add_person", "employee", "employee_id"),
            ("_grid_members",),
        )
    ),
    ("lies", "mail.message", "read", [["message"], ["body"]], REFUSED),
    ("lies", "mail.message", "search", [[("id", "=", "message")]], EMPTY),
    ("lies", "ir.attachment", "read", [["attachment"], ["raw"]], REFUSED),
    ("lies", "ir.attachment", "search", [[("id", "=", "attachment")]], EMPTY),
    ("pieter", "ict.overview", "read", [["overview_id"], ["hours"]], REFUSED),
    ("pieter", "ict.overview", "search", [[("id", "=", "overview_id")]], EMPTY),
    ("pieter", "ict.overview", "action_activate", [["overview_id"]], REFUSED),
    ("pieter", "ict.overview.line", "read", [["line_id"], ["hours"]], REFUSED),
    ("pieter", "ict.allocation", "read", [["allocation"], ["hours"]], REFUSED),
    ("pieter", "ict.allocation", "search", [[("id", "=", "allocation")]], EMPTY),
    ("pieter", "ict.allocation", "write", [["allocation"], {"hours": 1}], REFUSED),
    ("pieter", "ict.team.member", "read", [["member_id"], ["hours_text"]], REFUSED),
    ("pieter", "ir.attachment", "read", [["attachment"], ["raw"]], REFUSED),
    ("pieter", "mail.message", "read", [["message"], ["body"]], REFUSED),
]


@pytest.mark.parametrize(
    ("who", "model", "method", "arguments", "expected"),
    CALLS,
    ids=["-".join(map(str, call[:3])) for call in CALLS],
)
def test_call(client, demo_server, secret, who, model, method, arguments, expected):
    arguments = _filled(arguments, secret)
    with demo_server.refusing():
        try:
            answer = client(who).call(model, method, *arguments)
        except Refused as refusal:
            assert refusal.name in ("AccessError", "ValueError", "UserError"), refusal
            assert expected == REFUSED
        else:
            assert expected == EMPTY, answer
            assert answer == [], answer


def _filled(value, secret):
    """Put the ids of ``secret`` where its names stand."""
    if isinstance(value, list | tuple):
        return [_filled(item, secret) for item in value]
    return secret.get(value, value) if isinstance(value, str) else value


def test_totals_hold_the_own_hours_only(client):
    for who, domain in [
        ("lies", [("employee_id.user_id.login", "=", "lies")]),
        ("pieter", [("company_id.name", "=", KAAI)]),
    ]:
        total = [[], [], ["hours:sum", "__count"]]
        own = [domain, *total[1:]]
        seen = client(who).call("ict.allocation", "formatted_read_group", *total)
        expected = client("wim").call("ict.allocation", "formatted_read_group", *own)
        assert seen[0]["hours:sum"] == expected[0]["hours:sum"] > 0
        assert seen[0]["__count"] == expected[0]["__count"]


def test_naming_all_schools_gives_none(client, demo_server, secret):
    """The context of a call that names schools the user does not have is refused."""
    schools = client("wim").context["allowed_company_ids"]
    for who in ("lies", "pieter"):
        for model in ("ict.overview", "ict.overview.line", "ict.allocation"):
            with demo_server.refusing(), pytest.raises(Refused) as caught:
                client(who).search_read(
                    model, [], ["hours"], context={"allowed_company_ids": schools}
                )
            assert caught.value.name == "AccessError"


@pytest.fixture
def all_ticked(client):
    """Give ``all_ticked(login)``: the user with a cookie that names all schools."""
    before = {}

    def ticked(login):
        user = client(login)
        before[login] = user.context["allowed_company_ids"]
        user.tick(client("wim").context["allowed_company_ids"])
        return user

    yield ticked
    for login, companies in before.items():
        client(login).tick(companies)


@pytest.mark.parametrize("who", ["lies", "pieter"])
def test_files(client, demo_server, secret, all_ticked, who):
    for user in (client(who), all_ticked(who)):
        for path in (
            f"/report/xlsx/{REPORT}/{secret['overview_id']}",
            f"/web/content/{secret['attachment']}",
            f"/web/content/ir.attachment/{secret['attachment']}/raw",
            f"/web/image/ict.overview/{secret['overview_id']}/hours",
            f"/odoo/ict-overviews/{secret['overview_id']}?debug=1",
        ):
            with demo_server.refusing():
                answer = user.get(path)
            assert not answer.content.startswith(b"PK"), path
            assert b"4,25" not in answer.content, path
            if not path.startswith(("/odoo", "/web/image")):
                assert answer.status_code in (403, 404, 500), (path, answer.status_code)


@pytest.mark.parametrize("who", ["lies", "pieter"])
def test_download_of_the_report(client, demo_server, secret, who):
    """The route of the Print menu answers an error page, which the client shows."""
    url = f"/report/xlsx/{REPORT}/{secret['overview_id']}"
    with demo_server.refusing(r"(WARNING|ERROR) \S+ odoo\.", traceback=True):
        answer = client(who).post("/report/download", data=json.dumps([url, "xlsx"]))
    assert "AccessError" in answer.text
    assert not answer.content.startswith(b"PK")
    assert "Content-Disposition" not in answer.headers


@pytest.mark.parametrize(
    ("who", "model", "field"),
    [
        ("lies", "ict.overview", "hours"),
        ("lies", "ict.overview.line", "hours"),
        ("lies", "ict.team.member", "hours_available"),
        ("lies", "ict.allocation", "hours"),
        ("pieter", "ict.overview", "hours"),
        ("pieter", "ict.allocation", "hours"),
    ],
)
def test_export_of_a_list(client, demo_server, secret, who, model, field):
    """The export dialog's own route, asked for the records of De Linde."""
    data = {
        "model": model,
        "fields": [{"name": field, "label": "Uren", "type": "float", "store": True}],
        "ids": False,
        "domain": [["company_id.name", "=", LINDE], ["id", "!=", 0]]
        + ([["employee_id.name", "=", "Tom Jacobs"]] if "alloc" in model else []),
        "groupby": [],
        "import_compat": False,
        "context": client(who).context,
    }
    with demo_server.refusing(r"(WARNING|ERROR) \S+ odoo\.", traceback=True):
        answer = client(who).post("/web/export/csv", data=json.dumps(data))
    lines = answer.text.splitlines()
    assert answer.status_code >= 400 or len(lines) <= 1, answer.text[:300]


def test_the_manager_does_get_all_this(client, secret):
    """The requests above are right: with rights they are answered."""
    user = client("wim")
    answer = user.get(f"/report/xlsx/{REPORT}/{secret['overview_id']}")
    assert answer.content.startswith(b"PK")
    assert b"4,25" in user.get(f"/web/content/{secret['attachment']}").content
    assert user.call("ict.allocation", "read", [secret["allocation"]], ["hours"])
    assert user.call("mail.message", "read", [secret["message"]], ["body"])
    url = f"/report/xlsx/{REPORT}/{secret['overview_id']}"
    answer = user.post("/report/download", data=json.dumps([url, "xlsx"]))
    assert answer.content.startswith(b"PK")
