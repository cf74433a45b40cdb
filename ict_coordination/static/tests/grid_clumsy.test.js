import { describe, expect, getFixture, test } from "@odoo/hoot";
import { press, queryOne } from "@odoo/hoot-dom";
import { animationFrame } from "@odoo/hoot-mock";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import { hours, member } from "./grid_server";
import {
    cellAt,
    clipboard,
    expectActive,
    keys,
    mountGrid,
    settled,
    shown,
} from "./grid_table_mount";

defineMailModels();

const EDITOR = ".o_ict_grid_editor";
const LONG = "2,5 hours a week, and more of it as soon as somebody leaves the school";

/** The text of the box is this now, however it came there. */
async function typed(text) {
    const input = queryOne(EDITOR);
    input.value = text;
    input.dispatchEvent(new window.InputEvent("input", { bubbles: true }));
    await animationFrame();
}

/** In whole pixels: boxes are placed so. */
const widthOf = (selector) => queryOne(selector).offsetWidth;

describe("saving by hand", () => {
    test("Ctrl+S writes what is being typed, and the browser saves no page", async () => {
        const { server, grid } = await mountGrid();
        await keys("3");
        const events = await press(["Control", "s"]);
        const keydown = events.find((ev) => ev.type === "keydown" && ev.key === "s");
        await settled();
        expect(keydown.defaultPrevented).toBe(true);
        expect(server.hours("10:1")).toBe(3);
        expectActive(grid, "10:m1");
        expect(EDITOR).toBeFocused();
        expect(EDITOR).not.toHaveAttribute("data-editing");
    });

    test("a shortcut of Odoo leaves the keyboard in the grid", async () => {
        const { server, grid } = await mountGrid();
        const button = document.createElement("button");
        button.dataset.hotkey = "s";
        button.addEventListener("click", () => expect.step("form saved"));
        getFixture().append(button);
        await keys("3");
        await press(["Alt", "s"]);
        await settled();
        await settled();
        expect.verifySteps(["form saved"]);
        expect(EDITOR).toBeFocused();
        await keys("ArrowDown", "4", "Enter");
        expect([server.hours("10:1"), server.hours("11:1")]).toEqual([3, 4]);
        expectActive(grid, "12:m1");
    });
});

describe("a text longer than its cell", () => {
    test("the box grows with it, and shrinks again", async () => {
        await mountGrid();
        const cell = widthOf(cellAt(10, 1));
        await typed(LONG);
        const wide = widthOf(EDITOR);
        expect(wide).toBeGreaterThan(2 * cell);
        await typed(LONG.slice(0, 30));
        expect(widthOf(EDITOR)).toBeLessThan(wide);
        expect(widthOf(EDITOR)).toBeGreaterThan(cell);
        await typed("2,5");
        expect(widthOf(EDITOR)).toBe(cell);
        await keys("Escape");
    });

    test("nothing of it is left after Escape", async () => {
        await mountGrid();
        const cell = widthOf(cellAt(10, 1));
        await typed(LONG);
        await keys("Escape");
        expect(widthOf(EDITOR)).toBe(cell);
    });
});

describe("nothing happens without a word", () => {
    test("there is no text to paste: a picture", async () => {
        const { server } = await mountGrid();
        await clipboard("paste");
        expect.verifySteps([
            "There is no text to paste. Copy cells or a text, and paste again.",
        ]);
        expect(server.writes).toHaveLength(0);
    });

    test("who may change the people, and not the tasks", async () => {
        const { server, grid } = await mountGrid(
            {},
            { can: { cells: true, lines: false, people: false } },
        );
        await keys("n", "l");
        const told =
            "You may change the people and their hours here, but not the tasks. " +
            "Coordinators and directors do.";
        expect.verifySteps([told, told]);
        grid.goTo(10, "note");
        await typed("x");
        expect.verifySteps([told]);
        expect(EDITOR).toHaveValue("");
        expect(server.writes).toHaveLength(0);
    });

    test("somebody who left keeps a task and gets no new one", async () => {
        const { server, grid } = await mountGrid({
            members: [member(1, "An", { active: false }), member(2, "Bart")],
            cells: { "10:1": hours(4) },
        });
        const told =
            "Archived in the team, so no new task: An. " +
            "What stands there can still be changed or taken away.";
        grid.goTo(11, "m1");
        await keys("3", "Enter");
        expect.verifySteps([told]);
        grid.goTo(12, "m1");
        await keys("x");
        expect.verifySteps([told]);
        // Half of what is pasted is for somebody who works here.
        await clipboard("paste", "1\t2");
        expect.verifySteps([told]);
        expect([server.hours("12:1"), server.hours("12:2")]).toEqual([null, 2]);
        grid.goTo(10, "m1");
        await keys("5", "Enter");
        expect(server.hours("10:1")).toBe(5);
        grid.goTo(10, "m1");
        await keys("Delete");
        expect(server.cells.has("10:1")).toBe(false);
        await keys(["Control", "z"]);
        expect(server.hours("10:1")).toBe(5);
        expect(server.cells.size).toBe(2);
    });

    test("the overview is deleted while somebody types in it", async () => {
        const { server, grid } = await mountGrid({ cells: { "10:2": hours(4) } });
        await keys("3");
        // In the server too: the bus may connect only now, and all is read again then.
        server.deleteOverview();
        grid.model.receive(server.changes(false), false);
        await settled();
        expect.verifySteps([
            "“3” was not saved: this task is not on the sheet any more.",
        ]);
        expect(".o_ict_why_not").toHaveText("This overview was deleted.");
        expect(".o_ict_grid_row").toHaveCount(0);
        expect(grid.lineIds).toEqual([]);
    });
});

test("a dead key writes ~ as a text: the hours there are an estimate", async () => {
    const { server } = await mountGrid({ cells: { "10:1": hours(4) } });
    await typed("~");
    await keys("Enter");
    expect(shown(10, 1)).toBe("±4 E");
    expect(server.cells.get("10:1").certainty).toBe("assumed");
});
