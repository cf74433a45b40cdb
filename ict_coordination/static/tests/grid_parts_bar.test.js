import { beforeEach, describe, expect, test } from "@odoo/hoot";
import { press, queryAllTexts, queryOne } from "@odoo/hoot-dom";
import { mockDate } from "@odoo/hoot-mock";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import { contains, mountWithCleanup } from "@web/../tests/web_test_helpers";
import { CellBar } from "@ict_coordination/hours_grid/components/cell_bar";
import { answer, cellOf, drawn, makeGrid } from "./grid_parts_data";

defineMailModels();

let grid;
const step = (what) => expect.step(what);
const cell = (line, member) => grid.model.cell(line, member);

async function mountBar(changes, lineId = 1, columnId = "m11") {
    grid = makeGrid(changes, step);
    grid.goTo(lineId, columnId);
    await mountWithCleanup(CellBar, { props: { grid } });
}

beforeEach(() => mockDate("2026-11-22 19:05:00", 0));

describe("a person", () => {
    test("says who, which task, what and who saved it when", async () => {
        await mountBar();
        expect(".o_ict_cell_where b").toHaveText("Jan Peeters");
        expect(".o_ict_cell_task").toHaveText("Maintain the network");
        expect(".o_ict_cell_hours").toHaveValue("2");
        expect("[data-mandate=executes]").toHaveAttribute("aria-pressed", "true");
        expect("[data-mandate=decides]").toHaveAttribute("aria-pressed", "false");
        expect(".o_ict_cell_saved").toHaveText("Tom Baert, 1 hour ago");
        grid.goTo(1, "m12");
        await drawn();
        expect(".o_ict_cell_where b").toHaveText("An Claes");
        expect("button[name=without_hours]").toHaveAttribute("aria-pressed", "true");
        expect("button[name=estimate]").not.toBeEnabled();
    });

    test("hours are typed as in the cell, and the keyboard goes back", async () => {
        await mountBar();
        await contains(".o_ict_cell_hours").edit("±3", { confirm: false });
        await press("Enter");
        expect.verifySteps(["focus"]);
        expect(cell(1, 11)).toMatchObject({ hours: 3, certainty: "assumed" });
        await drawn();
        expect(".o_ict_cell_hours").toHaveValue("±3");
    });

    test("Escape leaves the cell as it was", async () => {
        await mountBar();
        await contains(".o_ict_cell_hours").edit("7", { confirm: false });
        await press("Escape");
        expect.verifySteps(["focus"]);
        expect(".o_ict_cell_hours").toHaveValue("2");
        expect(cell(1, 11).hours).toBe(2);
    });

    test("a press elsewhere writes in the cell that it was typed for", async () => {
        await mountBar();
        await contains(".o_ict_cell_hours").edit("4", { confirm: false });
        // As the table does: the press moves the active cell before the focus leaves.
        const other = document.createElement("div");
        other.addEventListener("pointerdown", () => grid.goTo(2, "m12"));
        queryOne(".o_ict_cell_bar").after(other);
        other.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
        expect(cell(1, 11).hours).toBe(4);
        expect(cell(2, 12)).toBe(null);
        other.remove();
    });

    test("mandates, estimate, funding, remark, remove; each one step", async () => {
        await mountBar();
        await contains("[data-mandate=decides]").click();
        await contains("button[name=estimate]").click();
        await contains(".o_ict_funding").select("31");
        await contains(".o_ict_cell_note").edit(" on Friday ");
        expect.verifySteps(["focus"]);
        expect(cell(1, 11)).toEqual({
            hours: 2,
            certainty: "assumed",
            mandates: ["decides", "executes"],
            funding: 31,
            note: "on Friday",
        });
        await contains("button[name=remove]").click();
        expect(cell(1, 11)).toBe(null);
        for (let i = 0; i < 5; i++) {
            grid.model.undo();
        }
        expect(cell(1, 11)).toMatchObject({
            certainty: "exact",
            mandates: ["executes"],
        });
        expect(grid.model.canUndo).toBe(false);
    });

    test("a click with the mouse leaves the focus where it is", async () => {
        await mountBar();
        const input = document.createElement("input");
        queryOne(".o_ict_cell_bar").after(input);
        input.focus();
        await contains("[data-mandate=decides]").click();
        expect(input).toBeFocused();
        input.remove();
    });

    test("of a range all cells, each keeps what is its own", async () => {
        await mountBar();
        grid.goTo(2, "m12", { extend: true });
        await drawn();
        expect(".o_ict_range_count").toHaveText("4 cells");
        await contains("[data-mandate=contact]").click();
        expect(cell(1, 11)).toMatchObject({
            hours: 2,
            mandates: ["executes", "contact"],
        });
        expect(cell(2, 11)).toMatchObject({ hours: 1.5 });
        expect(cell(2, 12)).toBe(null);
        await contains(".o_ict_cell_hours").edit("1");
        expect.verifySteps(["focus"]);
        expect(cell(2, 12).hours).toBe(1);
        expect(cell(1, 11)).toMatchObject({
            hours: 1,
            mandates: ["executes", "contact"],
        });
    });
});

describe("answers", () => {
    test("of two who wrote, mine or theirs", async () => {
        await mountBar();
        grid.run("setText", "3");
        const conflict = {
            status: "conflict",
            stored: cellOf(1, 11, 5),
            by: "An Claes",
            on: "2026-11-22T19:03:00Z",
        };
        answer(grid.model, { "1:11": conflict });
        await drawn();
        expect(".o_ict_cell_answer").toHaveText(
            /An Claes changed this too, 2 minutes ago/,
        );
        expect("button[name=mine]").toHaveText("Keep mine: 3 E");
        expect("button[name=theirs]").toHaveText("Take theirs: 5 E");
        expect(".o_ict_cell_hours").toHaveCount(0);
        await contains("button[name=mine]").click();
        expect.verifySteps(["focus"]);
        expect(grid.model.takePending()).toMatchObject([
            { key: "1:11", base: { hours: 5 }, value: { hours: 3 } },
        ]);
    });

    test("a text with several readings: one click on the right one", async () => {
        await mountBar();
        grid.run("setText", "2-3u");
        await drawn();
        expect(".o_ict_cell_hours").toHaveValue("2-3u");
        answer(grid.model, {
            "1:11": {
                status: "asked",
                message: "A range",
                proposals: [{ label: "2.5 h", value: cellOf(1, 11, 2.5) }],
            },
        });
        await drawn();
        expect(".o_ict_cell_answer").toHaveText(/“2-3u” A range/);
        await contains(".o_ict_proposal").click();
        expect.verifySteps(["focus"]);
        expect(cell(1, 11).hours).toBe(2.5);
    });

    test("a refusal is read and dropped", async () => {
        await mountBar();
        grid.run("setText", "60");
        answer(grid.model, { "1:11": { status: "refused", message: "Too much" } });
        await drawn();
        expect(".o_ict_cell_answer").toHaveText(/Too much/);
        await contains("button[name=discard]").click();
        expect.verifySteps(["focus"]);
        expect(cell(1, 11).hours).toBe(2);
        expect(".o_ict_cell_answer").toHaveCount(0);
    });
});

describe("fields of the task", () => {
    test("level and priority are buttons, the remark is a text", async () => {
        await mountBar({}, 1, "level");
        expect(queryAllTexts("[data-choices=level] button")).toEqual([
            "School",
            "Group",
            "Shared",
            "Undecided",
        ]);
        await contains("[data-value=shared]").click();
        expect(grid.model.line(1).level).toBe("shared");
        await drawn();
        expect("[data-value=shared]").toHaveAttribute("aria-pressed", "true");
        grid.goTo(1, "note");
        await drawn();
        await contains(".o_ict_cell_note").edit("ask NetHulp");
        expect.verifySteps(["focus"]);
        expect(grid.model.line(1).note).toBe("ask NetHulp");
    });

    test("a choice is for all tasks of the selection, whatever they had", async () => {
        await mountBar({}, 4, "applicable");
        grid.goTo(3, "applicable");
        grid.goTo(4, "applicable", { extend: true });
        await drawn();
        await contains("[data-value=true]").click();
        expect(grid.model.line(3).applicable).toBe(true);
        expect(grid.model.line(4).applicable).toBe(true);
    });

    test("people are not taken from a task by one click", async () => {
        await mountBar({}, 1, "applicable");
        await contains("[data-value=false]").click();
        expect(grid.model.line(1).applicable).toBe(true);
        expect.verifySteps([
            "There are people on this task. Do the same again to take them away.",
        ]);
        await contains("[data-value=false]").click();
        expect(grid.model.line(1).applicable).toBe(false);
        expect(cell(1, 11)).toBe(null);
        grid.model.undo();
        expect(cell(1, 11).hours).toBe(2);
    });
});

test("who may only read sees all, changes nothing and reads why", async () => {
    const can = { cells: false, lines: false, people: false };
    await mountBar({ can, why_not: "Set it back to draft." });
    expect(".o_ict_why_not").toHaveText("Set it back to draft.");
    expect(".o_ict_cell_hours").toHaveValue("2");
    expect(".o_ict_cell_hours").toHaveAttribute("readonly");
    expect("[data-mandate=decides]").not.toBeEnabled();
    expect(".o_ict_funding").not.toBeEnabled();
    expect("button[name=remove]").toHaveCount(0);
});
