import { describe, expect, test } from "@odoo/hoot";
import { click } from "@odoo/hoot-dom";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import { hours, member } from "./grid_server";
import { cellAt, expectActive, keys, mountGrid, settled } from "./grid_table_mount";

defineMailModels();

const EDITOR = ".o_ict_grid_editor";

/** Somebody who types and does something else before Enter. */
describe("typed, and then not Enter", () => {
    test("a click on another cell: it stands where it was typed", async () => {
        const { server, grid } = await mountGrid({ cells: { "12:2": hours(4) } });
        await keys("3");
        await click(cellAt(12, 2));
        await settled();
        expectActive(grid, "12:m2");
        expect(server.hours("10:1")).toBe(3);
        expect(server.hours("12:2")).toBe(4);
    });

    test("a filter that hides the row", async () => {
        const { server } = await mountGrid({ cells: { "11:1": hours(4) } });
        await keys("3");
        await click("button[data-filter=single]");
        await settled();
        expect(server.hours("10:1")).toBe(3);
        expect(server.hours("11:1")).toBe(4);
    });

    test("the cluster is folded", async () => {
        const { server } = await mountGrid();
        await keys("3");
        await click("tr[data-cluster='1'] button");
        await settled();
        expect(server.hours("10:1")).toBe(3);
        expect(server.cells.size).toBe(1);
    });

    test("undo with the mouse takes back what is being typed", async () => {
        const { server } = await mountGrid();
        await keys("2", "Enter", "3");
        await click("button[name=undo]");
        await settled();
        expect(server.hours("10:1")).toBe(2);
        expect(server.hours("11:1")).toBe(null);
        await click("button[name=redo]");
        await settled();
        expect(server.hours("11:1")).toBe(3);
    });
});

describe("others, while somebody types", () => {
    test("a column that comes does not cut a number in two", async () => {
        const { server, grid } = await mountGrid();
        await keys("1");
        grid.model.addMember(member(9, "Aad"));
        await settled();
        expect(EDITOR).toHaveAttribute("data-editing");
        expect(EDITOR).toHaveValue("1");
        await keys("2", "Enter");
        expect(server.hours("10:1")).toBe(12);
        expect(server.writes).toHaveLength(1);
    });

    test("a task that goes takes no other task's place", async () => {
        const { server, grid } = await mountGrid();
        await keys("3");
        server.lines.shift();
        grid.model.receive(server.changes(false), false);
        await settled();
        expect(EDITOR).not.toHaveAttribute("data-editing");
        expect(server.cells.size).toBe(0);
        expect.verifySteps([
            "“3” was not saved: this task is not on the sheet any more.",
        ]);
    });
});
