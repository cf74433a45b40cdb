"""The coverage map of 67 tasks × 60 schools against a plain HTML table, in one browser.

In turn, in one page, each from the moment that its data are there until the frame in
which it stands has been painted:

- ours: the map opened by the web client as the menu does, from the moment that the
  server's answer is there: reading it, drawing the whole screen with its toolbar and
  legend, laying it out and painting it;
- plain: ``innerHTML`` of a table with the same texts, the same size of the cells and
  one colour for each, nothing sticks and nothing can be clicked. Its HTML is made
  before.

For information: the map drawn again for the other kind of overview.
"""

import statistics
import sys

from browser import web_client
from common import environment, report
from large_group import make_large_group

SCHOOLS = 60
ROUNDS = 11
PASSWORD = "bench-password"
TABLE = ".o_ict_map_table"

# The answer is kept: from then on the server has no part in what is measured.
KEEP_ANSWER = """async () => {
    const { ORM } = odoo.loader.modules.get("@web/core/orm_service");
    const { call } = ORM.prototype;
    const orm = odoo.__WOWL_DEBUG__.root.env.services.orm;
    const answer = JSON.stringify(
        await orm.call("ict.coverage.map", "map_read", [], { year: false })
    );
    ORM.prototype.call = function (model, method, ...rest) {
        if (method !== "map_read") {
            return call.call(this, model, method, ...rest);
        }
        const parsed = JSON.parse(answer);
        return new Promise((resolve) => setTimeout(() => {
            window.benchStart = performance.now();
            resolve(parsed);
        }));
    };
}"""

# A message that is posted in a frame comes after that frame was painted.
PAINTED = """window.benchPainted = (test) => new Promise((resolve, reject) => {
    const end = performance.now() + 60000;
    const look = () => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
            if (test()) {
                resolve(performance.now() - window.benchStart);
            } else if (performance.now() > end) {
                reject(new Error("not painted within a minute: " + test));
            } else {
                look();
            }
        };
        port2.postMessage(null);
    });
    look();
});"""

OPEN = """async ([action, table]) => {
    odoo.__WOWL_DEBUG__.root.env.services.action.doAction(
        action, { clearBreadcrumbs: true }
    );
    return await benchPainted(() => document.querySelector(`${table} tfoot`));
}"""

LEAVE = """() => odoo.__WOWL_DEBUG__.root.env.services.action.doAction(
    "ict_coordination.ict_overview_action", { clearBreadcrumbs: true }
)"""

# The map as a plain table: [its HTML, its cells that stand in the body].
AS_PLAIN = """(selector) => {
    const table = document.querySelector(selector);
    const escaped = (text) => new Option(text).innerHTML;
    const rows = [...table.rows].map((row) => {
        const isHead = row.parentElement.tagName === "THEAD";
        const cells = [...row.cells].map((cell) => {
            const text = escaped(cell.innerText.trim());
            const colour = getComputedStyle(cell).backgroundColor;
            const turned = isHead ? "writing-mode:vertical-rl;" : "";
            return `<td style="${turned}background-color:${colour}">${text}</td>`;
        });
        return `<tr style="height:${row.offsetHeight}px">${cells.join("")}</tr>`;
    });
    const columns = [...table.rows[0].cells].map(
        ({ offsetWidth }) => `<col style="width:${offsetWidth}px">`
    );
    const style =
        `width:${table.offsetWidth}px;table-layout:fixed;border-collapse:collapse;` +
        "white-space:nowrap;font-size:13px;line-height:1.2";
    return [
        `<table style="${style}"><colgroup>${columns.join("")}</colgroup>` +
        `${rows.join("")}</table>`,
        table.querySelectorAll(".o_ict_map_row > td:not(.o_ict_map_total)").length,
    ];
}"""

PLAIN = """async (html) => {
    const place = document.createElement("div");
    place.style = "position:absolute;inset:0;overflow:auto;background:#fff;z-index:9";
    document.querySelector(".o_action_manager").append(place);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    window.benchStart = performance.now();
    place.innerHTML = html;
    const taken = await benchPainted(() => place.querySelector("table"));
    window.benchSize = [place.firstChild.offsetWidth, place.firstChild.offsetHeight];
    place.remove();
    return taken;
}"""

# From the click until the whole table is that of the other kind.
SWITCH = """async ([table, kind]) => {
    const label = () => document.querySelector(table).ariaLabel;
    const before = label();
    window.benchStart = performance.now();
    document.querySelector(`[data-kind=${kind}]`).click();
    return await benchPainted(() => label() !== before);
}"""


def open_in_turn(screen):
    """Return ``{name: [milliseconds]}``; the first round warms up and is left out."""
    page = screen.page
    page.evaluate(KEEP_ANSWER)
    taken = {"ours": [], "plain": [], "other kind": []}
    for _round in range(ROUNDS + 1):
        taken["ours"].append(
            page.evaluate(OPEN, ["ict_coordination.ict_coverage_map_action", TABLE])
        )
        screen.wait()
        html, cells = page.evaluate(AS_PLAIN, TABLE)
        taken["other kind"].append(page.evaluate(SWITCH, [TABLE, "target"]))
        page.evaluate(LEAVE)
        page.locator(".o_kanban_view").wait_for()
        screen.wait()
        taken["plain"].append(page.evaluate(PLAIN, html))
    print(f"{cells} cells, {len(html) / 1e3:.0f} kB of plain HTML")
    return {name: times[1:] for name, times in taken.items()}


def main():
    with environment() as env:
        manager, _schools = make_large_group(env, SCHOOLS)
        manager.password = PASSWORD
        login, ids = manager.login, manager.company_ids.ids
        env.cr.commit()
    with web_client(login, PASSWORD) as screen:
        screen.page.add_init_script(PAINTED)
        cids = {"name": "cids", "value": "-".join(map(str, ids)), "url": screen.url}
        screen.context.add_cookies([cids])
        screen.go("/odoo/ict-overviews")
        taken = open_in_turn(screen)
        if screen.troubles:
            raise SystemExit(screen.troubles)
    for name, times in taken.items():
        print(f"  {name}: {statistics.median(times):.0f} ms until painted")
    pairs = zip(taken["ours"], taken["plain"], strict=True)
    return report(
        "coverage map / a plain table of the same size, until painted",
        statistics.median(own / other for own, other in pairs),
        3,
    )


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
