import { describe, expect, test } from "@odoo/hoot";
import { queryOne } from "@odoo/hoot-dom";
import { animationFrame } from "@odoo/hoot-mock";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import { contains } from "@web/../tests/web_test_helpers";
import { hours } from "./grid_server";
import {
    cellAt,
    clipboard,
    expectActive,
    keys,
    mountGrid,
    settled,
    shown,
    total,
} from "./grid_table_mount";

defineMailModels();

const ARE_PEOPLE =
    "There are people on this task. Do the same again to take them away.";

describe("typing", () => {
    test("begins with the first sign, Enter writes and goes down", async () => {
        const { server, grid } = await mountGrid();
        await keys("1");
        expect(".o_ict_grid_editor").toHaveAttribute("data-editing");
        expect(".o_ict_grid_editor").toHaveValue("1");
        await keys(".", "5", "Enter");
        expectActive(grid, "11:m1");
        expect(shown(10, 1)).toBe("1.5 E");
        expect(total("member", 1)).toBe("1.5");
        expect(".o_ict_grid").toHaveAttribute("data-save-state", "saved");
        expect(server.hours("10:1")).toBe(1.5);
    });

    test("an arrow ends what was begun by typing, not what F2 began", async () => {
        const { grid } = await mountGrid({ cells: { "10:2": hours(4) } });
        await keys("2", "ArrowRight");
        expectActive(grid, "10:m2");
        expect(shown(10, 1)).toBe("2 E");
        await keys("F2", "ArrowLeft", "1", "Enter");
        expectActive(grid, "11:m2");
        expect(grid.model.cell(10, 2).hours).toBe(14);
    });

    test("Escape leaves the cell as it was", async () => {
        const { server, grid } = await mountGrid({ cells: { "10:1": hours(4) } });
        await keys("9", "Escape");
        expectActive(grid, "10:m1");
        expect(shown(10, 1)).toBe("4 E");
        expect(server.writes).toHaveLength(0);
    });

    test("who clicks elsewhere has written too", async () => {
        const { server } = await mountGrid();
        await keys("3");
        queryOne(".o_ict_grid_search").focus();
        await settled();
        expect(server.hours("10:1")).toBe(3);
    });

    test("Ctrl+Enter fills the selection, in one step and one request", async () => {
        const { server } = await mountGrid();
        await keys(["Shift", "ArrowDown"], ["Shift", "ArrowRight"], "2");
        await keys(["Control", "Enter"]);
        expect([server.hours("10:1"), server.hours("11:2")]).toEqual([2, 2]);
        expect(server.writes).toHaveLength(1);
        await keys(["Control", "z"]);
        expect([server.hours("10:1"), server.hours("11:2")]).toEqual([null, null]);
        await keys(["Control", "y"]);
        expect(server.hours("11:1")).toBe(2);
    });

    test("what only the server reads stays in sight as it was typed", async () => {
        const { server } = await mountGrid();
        server.texts["2-3u"] = {
            status: "asked",
            message: "Between 2 and 3?",
            proposals: [{ label: "2.5", value: hours(2.5) }],
        };
        await keys("2", "-", "3", "u", "Enter");
        expect(cellAt(10, 1)).toHaveAttribute("data-state", "asked");
        expect(shown(10, 1)).toInclude("2-3u");
        expect(total("all")).toBe("");
    });

    test("on a task that does not apply it applies again, in the same step", async () => {
        const { server } = await mountGrid();
        await keys("n");
        expect(server.line(10).applicable).toBe(false);
        await keys("2", "Enter");
        expect(server.line(10).applicable).toBe(true);
        expect(server.hours("10:1")).toBe(2);
        await keys(["Control", "z"]);
        expect(server.line(10).applicable).toBe(false);
        expect(server.hours("10:1")).toBe(null);
    });

    test("a field takes words, and says which when it does not know one", async () => {
        const { server, grid } = await mountGrid();
        grid.goTo(10, "level");
        await keys("g", "r", "Enter");
        expect(server.line(10).level).toBe("group");
        expectActive(grid, "11:level");
        await keys("q", "Enter");
        expect.verifySteps([
            "“q” is no choice for level: School, Group, Shared, Undecided.",
        ]);
        expect(".o_ict_grid_editor").toHaveAttribute("data-editing");
        expect(server.line(11).level).toBe(null);
        await keys("Escape");
    });
});

describe("one key", () => {
    test("mandates, estimate, without hours, funding on the whole selection", async () => {
        const { grid } = await mountGrid({
            cells: { "10:1": hours(1), "11:1": hours(2) },
        });
        await keys(["Shift", "ArrowDown"], "d");
        expect([shown(10, 1), shown(11, 1)]).toEqual(["1 DE", "2 DE"]);
        await keys("~");
        expect([shown(10, 1), shown(11, 1)]).toEqual(["±1 DE", "±2 DE"]);
        await keys("f");
        expect(shown(11, 1)).toBe("±2 DE P");
        await keys("x");
        expect(grid.model.cell(10, 1).certainty).toBe("unknown");
        await keys("Delete");
        expect([shown(10, 1), shown(11, 1)]).toEqual(["", ""]);
    });

    test("not applicable: people are taken away by the second press only", async () => {
        const { server } = await mountGrid({ cells: { "10:1": hours(1) } });
        await keys("n");
        expect.verifySteps([ARE_PEOPLE]);
        expect(server.line(10).applicable).toBe(true);
        await keys("ArrowDown", "ArrowUp", "n");
        expect.verifySteps([ARE_PEOPLE]);
        expect(server.line(10).applicable).toBe(true);
        await keys("n");
        expect(server.line(10).applicable).toBe(false);
        expect(server.hours("10:1")).toBe(null);
        await keys(["Control", "z"]);
        expect(server.line(10).applicable).toBe(true);
        expect(server.hours("10:1")).toBe(1);
    });

    test("level goes round; priority belongs to the target", async () => {
        const { server } = await mountGrid();
        await keys("l", "l");
        expect(server.line(10).level).toBe("group");
        await keys("l", "l");
        expect(server.line(10).level).toBe(null);
        await keys("p");
        expect(server.line(10).priority).toBe(null);
        expect.verifySteps(["Priorities belong to the target."]);
    });

    test("fill down from the first cell, or from the one above", async () => {
        const { server, grid } = await mountGrid({ cells: { "10:1": hours(3) } });
        await keys(["Shift", "ArrowDown"], ["Control", "d"]);
        expect(server.hours("11:1")).toBe(3);
        grid.goTo(12, "m1");
        await keys(["Control", "d"]);
        expect(server.hours("12:1")).toBe(3);
        await keys(["Shift", "ArrowRight"], ["Control", "r"]);
        expect(server.hours("12:2")).toBe(3);
    });
});

describe("dragging the corner of the selection", () => {
    /** @param {...string} path cells that the mouse comes by */
    async function dragCorner(...path) {
        const { drop, moveTo } = await contains(".o_ict_grid_fill").drag();
        for (const place of path) {
            await moveTo(place);
        }
        await drop();
        await settled();
    }

    test("a pattern goes on below it, in turn", async () => {
        const cells = { "10:1": hours(1), "11:1": hours(2) };
        const { server } = await mountGrid({ cells });
        await keys(["Shift", "ArrowDown"]);
        await dragCorner(cellAt(13, 1));
        expect([10, 11, 12, 13].map((id) => server.hours(`${id}:1`))).toEqual([
            1, 2, 1, 2,
        ]);
        expect(server.writes).toHaveLength(1);
    });

    test("upwards; what was selected keeps its values", async () => {
        const cells = { "10:1": hours(1), "12:1": hours(3), "12:2": hours(4) };
        const { server, grid } = await mountGrid({ cells });
        grid.goTo(12, "m2");
        await keys(["Shift", "ArrowLeft"]);
        await dragCorner(cellAt(10, 2));
        expect([10, 11, 12].map((id) => server.hours(`${id}:1`))).toEqual([3, 3, 3]);
        expect([10, 11, 12].map((id) => server.hours(`${id}:2`))).toEqual([4, 4, 4]);
    });

    test("back to where it began changes nothing", async () => {
        const cells = { "10:1": hours(1), "11:1": hours(2) };
        const { server, grid } = await mountGrid({ cells });
        grid.goTo(11, "m1");
        await dragCorner(cellAt(12, 1), cellAt(11, 1));
        expect(server.hours("11:1")).toBe(2);
        expect(server.writes).toHaveLength(0);
    });
});

describe("the clipboard", () => {
    test("a block of a spreadsheet: one request, one step", async () => {
        const { server, grid } = await mountGrid();
        await clipboard("paste", "1,5\tx\r\n2u\t\r\n");
        expect(server.hours("10:1")).toBe(1.5);
        expect(grid.model.cell(10, 2).certainty).toBe("unknown");
        expect(server.hours("11:1")).toBe(2);
        expect(server.writes).toHaveLength(1);
        expect(grid.active.rangeCount).toBe(4);
        await keys(["Control", "z"]);
        expect(server.cells.size).toBe(0);
    });

    test("one value fills the selection", async () => {
        const { server } = await mountGrid();
        await keys(["Shift", "ArrowDown"], ["Shift", "ArrowRight"]);
        await clipboard("paste", "2\n");
        expect(server.cells.size).toBe(4);
    });

    test("what does not fit is told", async () => {
        const { server, grid } = await mountGrid();
        grid.goTo(13, "m3");
        await clipboard("paste", "1\tfor later\tmore\n2\t\t");
        expect(server.hours("13:3")).toBe(1);
        expect(server.line(13).note).toBe("for later");
        expect.verifySteps([
            "What you pasted is larger than the grid: 1 row, 1 column did not fit and were left out.",
        ]);
    });

    test("within the grid all of a cell comes along", async () => {
        const { server, grid } = await mountGrid({
            cells: {
                "10:1": hours(2, { mandates: ["steers"], funding: 5, note: "n" }),
            },
        });
        const copied = (await clipboard("copy")).getData("text/plain");
        expect(copied).toBe("2");
        grid.goTo(12, "m2");
        await clipboard("paste", copied);
        expect(server.cells.get("12:2")).toMatchObject({
            mandates: ["steers"],
            funding: 5,
            note: "n",
        });
        await clipboard("paste", "3");
        expect(server.cells.get("12:2")).toMatchObject({ hours: 3, funding: 5 });
    });

    test("cut empties, and the text is what a spreadsheet reads", async () => {
        const { server } = await mountGrid({
            cells: { "10:1": hours(2), "10:2": hours(null) },
        });
        await keys(["Shift", "ArrowRight"], ["Shift", "ArrowRight"]);
        expect((await clipboard("cut")).getData("text/plain")).toBe("2\tx\t");
        expect(server.cells.size).toBe(0);
    });
});

describe("read only", () => {
    const changes = {
        can: { cells: false, lines: false, people: false },
        why_not: "Set it back to draft first.",
    };

    test("everything can be walked and copied, nothing typed", async () => {
        const { server, grid } = await mountGrid(
            { cells: { "10:1": hours(2) } },
            changes,
        );
        expect(".o_ict_grid").toHaveClass("o_ict_grid_readonly");
        expect(".o_ict_grid_table").toHaveAttribute("aria-readonly", "true");
        expect((await clipboard("copy")).getData("text/plain")).toBe("2");
        await keys("Delete", "d", "n", "9", "ArrowDown");
        expectActive(grid, "11:m1");
        await clipboard("paste", "5");
        await animationFrame();
        expect(shown(10, 1)).toBe("2 E");
        expect(server.writes).toHaveLength(0);
        expect.verifySteps(Array(5).fill(changes.why_not));
    });
});
