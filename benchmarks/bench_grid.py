"""The hours grid of 67 tasks × 12 people, against Odoo's own lists, in one browser.

One overview of which all 804 cells are filled. Opened by the web client, as a menu
entry does, in turn:

- ours: the overview's form as it is shipped, its grid, buttons and chatter;
- list of 804: a form with only Odoo's one2many list of the same 804 allocations. It
  holds the values that the grid holds, so the limit is measured against this one;
- list of 67: a form with only Odoo's one2many list of the lines. It holds none of the
  people and hours, each of them is a dialog further; for information.

The forms of the peers exist in the benchmark's database only.
"""

import random
import statistics
import sys

from browser import milliseconds_to_typed, web_client
from common import as_manager, environment, make_schools, report
from grid_keys import CELL, EDITOR, open_grid, report_keys

PEOPLE = 12
RUNS = 7
PASTED = (50, 4)  # rows, columns
PASSWORD = "bench-password"
LINES = """<form><field name="line_ids" nolabel="1">
    <list editable="bottom" limit="1000" create="0" delete="0">
        <field name="task_id" readonly="1"/><field name="applicable"/>
        <field name="level"/><field name="priority"/><field name="note"/>
    </list></field></form>"""
ALLOCATIONS = """<form><field name="x_bench_ids" nolabel="1">
    <list editable="bottom" limit="1000" create="0" delete="0">
        <field name="line_id" readonly="1"/><field name="member_id"/>
        <field name="hours" widget="ict_hours"/><field name="certainty"/>
        <field name="decides"/><field name="executes"/><field name="steers"/>
        <field name="contact"/><field name="funding_id"/>
    </list></field></form>"""


def prepare(env):
    """Make the overview and the peers' forms; return what the rest needs of them."""
    rng = random.Random(7)
    manager, members = make_schools(env, 1, PEOPLE)
    manager.password = PASSWORD
    [(school, people)] = members.items()
    overview = env["ict.overview"].create(
        {"company_id": school.id, "kind": "target", "school_year": "2026-2027"}
    )
    env["ict.allocation"].create(
        [
            {
                "line_id": line.id,
                "member_id": member.id,
                "hours": rng.choice([0.25, 0.5, 1, 1.5, 2]),
                "certainty": rng.choice(["exact", "exact", "assumed"]),
            }
            for line in overview.line_ids
            for member in people
        ]
    )
    env["ir.model.fields"].create(
        {
            "name": "x_bench_ids",
            "field_description": "Bench",
            "model_id": env.ref("ict_coordination.model_ict_overview").id,
            "ttype": "one2many",
            "relation": "ict.allocation",
            "relation_field": "overview_id",
        }
    )
    forms = {"ours": env.ref("ict_coordination.ict_overview_view_form")}
    for name, arch in (("list of 67", LINES), ("list of 804", ALLOCATIONS)):
        # Last in the order: nobody gets it by default.
        forms[name] = env["ir.ui.view"].create(
            {
                "name": f"bench {name}",
                "model": "ict.overview",
                "type": "form",
                "arch": arch,
                "priority": 1000,
            }
        )
    return manager, overview, {name: view.id for name, view in forms.items()}


def open_in_turn(screen, overview_id, forms):
    """Return ``{name: [milliseconds]}``; the first round warms up and is left out."""
    places = {
        "ours": (CELL, EDITOR),
        "list of 67": (
            ".o_data_row td[name=note]",
            ".o_selected_row [name=note] textarea",
        ),
        "list of 804": (
            ".o_data_row td[name=hours]",
            ".o_selected_row [name=hours] input",
        ),
    }
    taken = {name: [] for name in forms}
    for _run in range(RUNS + 1):
        for name, form in forms.items():
            action = {
                "type": "ir.actions.act_window",
                "res_model": "ict.overview",
                "res_id": overview_id,
                "views": [[form, "form"]],
            }
            milliseconds = milliseconds_to_typed(screen, action, *places[name])
            taken[name].append(milliseconds)
            leave(screen, discard=name != "ours")
    return {name: times[1:] for name, times in taken.items()}


def leave(screen, discard):
    """Drop what was typed and go to a screen without grid or list of lines."""
    page = screen.page
    page.keyboard.press("Escape")
    if discard and page.locator(".o_form_button_cancel").is_visible():
        page.click(".o_form_button_cancel")
    screen.wait()
    page.evaluate(
        "(action) => odoo.__WOWL_DEBUG__.root.env.services.action.doAction(action,"
        " { clearBreadcrumbs: true })",
        "ict_coordination.ict_overview_action",
    )
    page.locator(".o_kanban_view").wait_for()
    screen.wait()


def report_opening(taken):
    """Print the medians and ratios of :func:`open_in_turn`; return whether it holds."""
    for name, times in taken.items():
        print(f"  {name}: {statistics.median(times):.0f} ms until a digit stands there")

    def median_of(peer):
        pairs = zip(taken["ours"], taken[peer], strict=True)
        return statistics.median(own / other for own, other in pairs)

    print(
        f"  for information: grid / list of 67 lines {median_of('list of 67'):.2f} ×"
        " (that list holds no person and no hours)"
    )
    return report(
        "first cell of the grid / of Odoo's list of the same 804 values",
        median_of("list of 804"),
        0.33,
    )


def report_paste(screen, overview_id):
    """Paste 200 cells with Ctrl+V; report the requests; return ``(holds, rows)``."""
    page = open_grid(screen, overview_id)
    page.locator(".o_ict_grid[data-save-state=saved]").wait_for()
    rows, columns = PASTED
    table = [
        [f"{3 + (row + column) % 5},25" for column in range(columns)]
        for row in range(rows)
    ]
    text = "\n".join("\t".join(row) for row in table) + "\n"
    page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    requests = []
    page.on(
        "request",
        lambda request: "/grid_write" in request.url and requests.append(request),
    )
    page.evaluate("window.benchStart = performance.now()")
    page.evaluate(
        """() => {
            const grid = document.querySelector(".o_ict_grid");
            window.benchSaved = new Promise((resolve) => {
                let busy = false;
                new MutationObserver(() => {
                    busy ||= grid.dataset.saveState !== "saved";
                    if (busy && grid.dataset.saveState === "saved") {
                        resolve(performance.now() - window.benchStart);
                    }
                }).observe(grid, { attributeFilter: ["data-save-state"] });
            });
        }"""
    )
    page.keyboard.press("Control+v")
    milliseconds = page.evaluate("window.benchSaved")
    screen.wait()
    print(f"  for information: 200 cells pasted and saved in {milliseconds:.0f} ms")
    return report("requests of a paste of 200 cells", len(requests), 1, "requests")


def check_pasted(overview_id):
    """End with an error unless the pasted hours stand in the database."""
    rows, columns = PASTED
    with environment() as env:
        env.cr.execute(
            "SELECT count(*) FROM ict_allocation WHERE overview_id = %s"
            " AND hours - floor(hours) = 0.25 AND hours > 3",
            [overview_id],
        )
        [(found,)] = env.cr.fetchall()
        if found != rows * columns:
            raise SystemExit(f"{found} of the {rows * columns} pasted cells are saved")


def report_queries(manager_id, overview_id):
    """Report the queries of reading and writing, many cells against few."""
    with environment() as env:
        manager = env["res.users"].browse(manager_id)
        overview = as_manager(env["ict.overview"].browse(overview_id), manager)
        cells = overview.grid_read()["cells"]
        small = overview.create(
            {
                "company_id": overview.company_id.id,
                "kind": "target",
                "school_year": "2027-2028",
            }
        )

        def count(action):
            env.flush_all()
            env.invalidate_all()
            before = env.cr.sql_log_count
            answer = action()
            env.flush_all()
            return env.cr.sql_log_count - before, answer

        def write(number):
            edits = []
            for cell in cells[:number]:
                # Read again: what was written before is what the user sees now.
                value = {
                    key: cell[key]
                    for key in ("hours", "certainty", "mandates", "funding", "note")
                }
                changed = {**value, "hours": value["hours"] + 1, "certainty": "exact"}
                edits.append(
                    {
                        "key": f"{cell['line']}:{cell['member']}",
                        "line": cell["line"],
                        "member": cell["member"],
                        "base": value,
                        "value": changed,
                    }
                )
                cell.update(changed)
            queries, answer = count(lambda: overview.grid_write(edits, "bench"))
            if {result["status"] for result in answer["results"]} != {"saved"}:
                raise SystemExit(answer["results"][:3])
            return queries

        write(5)  # warms the caches
        few, many = write(5), write(200)
        print(f"  grid_write: {few} queries for 5 cells, {many} for 200")
        holds = report("queries of writing 200 cells / 5 cells", many / few, 1.0)
        empty, _ = count(small.grid_read)
        full, _ = count(overview.grid_read)
        print(f"  grid_read: {empty} queries without people, {full} for 804 cells")
        return holds & report("queries of reading 804 cells / none", full / empty, 1.0)


def main():
    with environment() as env:
        manager, overview, forms = prepare(env)
        manager_id, overview_id, login = manager.id, overview.id, manager.login
        print(
            f"{len(overview.line_ids)} tasks,"
            f" {len(overview.line_ids.allocation_ids)} cells filled"
        )
        env.cr.commit()
        env.cr.execute("ANALYZE ict_overview, ict_overview_line, ict_allocation")
        env.cr.commit()
    with web_client(login, PASSWORD) as screen:
        holds = report_opening(open_in_turn(screen, overview_id, forms))
        holds &= report_keys(screen, overview_id)
        holds &= report_paste(screen, overview_id)
        if screen.troubles:
            raise SystemExit(screen.troubles)
    check_pasted(overview_id)
    return holds & report_queries(manager_id, overview_id)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
