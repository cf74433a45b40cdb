import { describe, expect, test } from "@odoo/hoot";
import { queryAllTexts, queryOne, queryText } from "@odoo/hoot-dom";
import { animationFrame } from "@odoo/hoot-mock";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import { contains } from "@web/../tests/web_test_helpers";
import { hours, member } from "./grid_server";
import {
    cellAt,
    drawnLines,
    expectActive,
    keys,
    mountGrid,
    settled,
    shown,
    total,
} from "./grid_table_mount";

defineMailModels();

const CELLS = {
    "10:1": hours(2, { mandates: ["decides", "executes"], funding: 5 }),
    "10:2": hours(null),
    "11:1": hours(1.5, { certainty: "assumed" }),
    "12:3": hours(0.25),
};
const certaintyOf = (line, id) => queryOne(cellAt(line, id)).dataset.certainty;

test("a name in the head leaves the tasks of that person, and brings all back", async () => {
    const { grid } = await mountGrid({ cells: CELLS });
    const all = drawnLines();
    await contains("th[data-column=m1] .o_ict_name").click();
    await settled();
    expect(drawnLines()).toEqual(all.slice(0, 2));
    expect("th[data-column=m1] .o_ict_name").toHaveAttribute("aria-pressed", "true");
    expect("button[name=all_people]").toHaveCount(1);
    expect(queryOne(".o_ict_grid_editor")).toBe(document.activeElement);
    await contains("th[data-column=m1] .o_ict_name").click();
    await settled();
    expect(grid.view.person).toBe(null);
    expect(drawnLines()).toEqual(all);
});

describe("what is drawn", () => {
    test("hours, letters, funding; unknown and estimates as such", async () => {
        await mountGrid({ cells: CELLS });
        expect(shown(10, 1)).toBe("2 DE P");
        expect(shown(10, 2)).toBe("? E");
        expect(certaintyOf(10, 2)).toBe("unknown");
        expect(shown(11, 1)).toBe("±1.5 E");
        expect(certaintyOf(11, 1)).toBe("assumed");
        expect(shown(12, 1)).toBe("");
    });

    test("totals of row, cluster, person and all: unknown is never 0", async () => {
        await mountGrid({ cells: CELLS });
        expect(total("line", 10)).toBe("2 +1?");
        expect(total("line", 13)).toBe("");
        expect(total("cluster", 1)).toBe("3.5 +1?");
        expect(total("member", 1)).toBe("3.5");
        expect(total("member", 2)).toBe("+1?");
        expect(total("all")).toBe("3.75 +1?");
        expect("[data-total=all]").toHaveAttribute("title", "3.75 h + 1 without hours");
    });

    test("coverage as a colour and as a sign; core tasks", async () => {
        const { server } = await mountGrid({ cells: CELLS });
        expect(server.lines).toHaveLength(4);
        expect("tr.o_ict_core").toHaveCount(1);
        expect("tr[data-line='10']").toHaveAttribute("data-coverage", "team");
        expect("tr[data-line='11']").toHaveAttribute("data-coverage", "single");
        expect("tr[data-line='13']").toHaveAttribute("data-coverage", "open");
        expect(queryAllTexts(".o_ict_sign")).toEqual(["●", "◐", "◐", "○"]);
        expect("tr[data-line='13'] .o_ict_sign").toHaveAttribute("aria-label", "Open");
    });

    test("each person's week against what is available", async () => {
        await mountGrid({
            members: [member(1, "An", { available: 3 }), member(2, "Bart")],
            cells: { "10:1": hours(2), "11:1": hours(2), "10:2": hours(null) },
        });
        expect("[data-column=m1] .o_ict_load_text").toHaveText("4 / 3");
        expect("[data-column=m1] .o_ict_load").toHaveClass("o_ict_over");
        expect("[data-column=m2] .o_ict_load_text").toHaveText("+1?");
    });

    test("roles and numbers for who can not see it", async () => {
        await mountGrid({ cells: CELLS });
        expect(".o_ict_grid_table").toHaveAttribute("role", "grid");
        // Header, two clusters, four tasks, totals.
        expect(".o_ict_grid_table").toHaveAttribute("aria-rowcount", "8");
        expect("tr[data-line='10']").toHaveAttribute("aria-rowindex", "3");
        expect(cellAt(10, 1)).toHaveAttribute("role", "gridcell");
        expect("tr[data-line='10'] th").toHaveAttribute("role", "rowheader");
        expect("thead th[data-column=m1]").toHaveAttribute("role", "columnheader");
        await keys("ArrowDown");
        await settled();
        expect("[aria-live=polite]").toHaveText("An, Task 1: ± 1.5 h · Executes");
    });

    test("a cluster folds, and the keyboard passes it over", async () => {
        const { grid } = await mountGrid({ cells: CELLS });
        await contains(".o_ict_grid_cluster[data-cluster='1'] button").click();
        expect(drawnLines()).toEqual([12, 13]);
        expect("tr[data-cluster='1'] button").toHaveAttribute("aria-expanded", "false");
        expect(queryText("tr[data-cluster='1'] .o_ict_covered")).toBe("2 of 2 covered");
        grid.focus();
        await keys("ArrowUp");
        expectActive(grid, "12:m1");
    });

    test("beside the other sheet of the school, with the difference", async () => {
        const { server, grid } = await mountGrid(
            { cells: CELLS },
            { peer: { id: 8, name: "Then", kind: "target", school_year: "2026-2027" } },
        );
        server.peer = {
            overview: { id: 8, name: "Then" },
            lines: server.lines.map((line) => ({ ...line, id: line.id + 100 })),
            members: server.members,
            cells: [{ line: 110, member: 1, ...hours(1) }],
        };
        await grid.run("compare");
        await animationFrame();
        expect(shown(10, 1)).toBe("1 → 2 +1");
        expect(shown(12, 3)).toBe("– → 0.25 +0.25");
        expect("[data-total=line][data-line='10'] .o_ict_more").toHaveText("+1 +1?");
        await grid.run("compare");
        await animationFrame();
        expect(shown(10, 1)).toBe("2 DE P");
        // It was changed meanwhile: comparing again reads it again.
        server.peer.cells = [{ line: 110, member: 1, ...hours(0.5) }];
        await grid.run("compare");
        await animationFrame();
        expect(shown(10, 1)).toBe("0.5 → 2 +1.5");
    });
});

describe("the keyboard", () => {
    test("the grid has it at once, on the first person", async () => {
        const { grid } = await mountGrid();
        expect(".o_ict_grid_editor").toBeFocused();
        expectActive(grid, "10:m1");
    });

    test("arrows, Tab, Enter, Home and End", async () => {
        const { grid } = await mountGrid();
        await keys("ArrowDown", "ArrowRight");
        expectActive(grid, "11:m2");
        await keys("Tab");
        expectActive(grid, "11:m3");
        await keys("Enter");
        expectActive(grid, "12:m2");
        await keys("Home");
        expectActive(grid, "12:applicable");
        await keys("End");
        expectActive(grid, "12:note");
        await keys(["Control", "Home"]);
        expectActive(grid, "10:applicable");
    });

    test("Shift selects a block, of which the number is told", async () => {
        const { grid } = await mountGrid();
        await keys(["Shift", "ArrowDown"], ["Shift", "ArrowRight"]);
        expect(grid.active.rangeCount).toBe(4);
        expect(".o_ict_range_count").toHaveText("4 cells");
        expectActive(grid, "10:m1");
    });

    test("Escape leaves the grid: it is no trap", async () => {
        await mountGrid();
        await keys("Escape");
        expect(".o_ict_grid_editor").not.toBeFocused();
        expect(document.activeElement.closest(".o_ict_grid_toolbar")).not.toBe(null);
    });

    test("moving draws no row again", async () => {
        const { grid } = await mountGrid({ cells: CELLS });
        const row = queryOne("tr[data-line='11']");
        const observer = new MutationObserver(() => expect.step("drawn"));
        observer.observe(row.closest("tbody"), {
            subtree: true,
            childList: true,
            attributes: true,
            characterData: true,
        });
        await keys("ArrowDown", "ArrowRight", ["Shift", "ArrowDown"]);
        expect(grid.active.rangeCount).toBe(2);
        observer.disconnect();
        expect.verifySteps([]);
    });
});
