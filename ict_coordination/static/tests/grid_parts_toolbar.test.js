import { describe, expect, test } from "@odoo/hoot";
import { press, queryAllTexts } from "@odoo/hoot-dom";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import { contains, mountWithCleanup } from "@web/../tests/web_test_helpers";
import { GridToolbar } from "@ict_coordination/hours_grid/components/grid_toolbar";
import { answer, drawn, makeGrid } from "./grid_parts_data";

defineMailModels();

let grid;
const shownIds = () =>
    grid.rows.filter(({ type }) => type === "line").map(({ line }) => line.id);

async function mountToolbar(changes) {
    grid = makeGrid(changes, (what) => expect.step(what));
    await mountWithCleanup(GridToolbar, { props: { grid } });
}

describe("which tasks", () => {
    test("filters say how many tasks they show, also after an edit", async () => {
        await mountToolbar();
        expect(queryAllTexts("[data-filter]")).toEqual([
            "All tasks 4",
            "Open tasks 1",
            "One person 1",
            "Short term 0",
            "Long term 0",
            "Core tasks 1",
            "My tasks 2",
        ]);
        expect(".o_ict_grid_result").toHaveText("4 of 4 tasks");
        await contains("[data-filter=open]").click();
        expect("[data-filter=open]").toHaveAttribute("aria-pressed", "true");
        expect(shownIds()).toEqual([3]);
        expect(".o_ict_grid_result").toHaveText("1 of 4 tasks");
        grid.goTo(3, "m11");
        grid.run("setText", "2");
        await drawn();
        expect("[data-filter=open] .o_ict_grid_count").toHaveText("0");
        expect(shownIds()).toEqual([3]);
    });

    test("a current situation has no priorities to filter on", async () => {
        await mountToolbar({ overview: { id: 5, kind: "current", state: "draft" } });
        expect("[data-filter=short]").toHaveCount(0);
        expect("[data-filter=mine]").toHaveCount(1);
    });

    test("several clusters, and each again", async () => {
        await mountToolbar();
        await contains("[data-cluster='102']").click();
        expect(shownIds()).toEqual([3, 4]);
        await contains("[data-cluster='101']").click();
        expect(shownIds()).toEqual([1, 2, 3, 4]);
        await contains("[data-cluster='102']").click();
        expect(shownIds()).toEqual([1, 2]);
        expect("[data-cluster='101']").toHaveAttribute("aria-pressed", "true");
    });

    test("one person, and back", async () => {
        await mountToolbar();
        expect("button[name=all_people]").toHaveCount(0);
        grid.view.person = 12;
        await drawn();
        expect("button[name=all_people]").toHaveText("Only tasks of An Claes");
        expect(shownIds()).toEqual([1]);
        await contains("button[name=all_people]").click();
        expect(shownIds()).toEqual([1, 2, 3, 4]);
    });

    test("text, and a way out of an empty list", async () => {
        await mountToolbar();
        await contains(".o_ict_grid_search").edit("helpdesk", { confirm: false });
        expect(shownIds()).toEqual([2]);
        await contains(".o_ict_grid_search").edit("no such task", { confirm: false });
        expect(".o_ict_grid_empty").toHaveText(/No task fits/);
        await contains(".o_ict_grid_empty button").click();
        expect(shownIds()).toEqual([1, 2, 3, 4]);
        expect(".o_ict_grid_search").toHaveValue("");
    });

    test("Enter goes from the search to the grid; Escape clears, then goes", async () => {
        await mountToolbar();
        await contains(".o_ict_grid_search").edit("net", { confirm: false });
        await press("Enter");
        expect.verifySteps(["focus"]);
        await contains(".o_ict_grid_search").focus();
        await press("Escape");
        await drawn();
        expect(grid.view.text).toBe("");
        await press("Escape");
        expect.verifySteps(["focus"]);
    });
});

test("commands: their state, and what can not be done can not be pressed", async () => {
    await mountToolbar();
    expect("button[name=undo]").not.toBeEnabled();
    grid.goTo(3, "m11");
    grid.run("setText", "2");
    await drawn();
    await contains("button[name=undo]").click();
    expect(grid.model.cell(3, 11)).toBe(null);
    await drawn();
    await contains("button[name=redo]").click();
    expect(grid.model.cell(3, 11).hours).toBe(2);
    await contains("button[name=add_person]").click();
    await contains("button[name=help]").click();
    await contains("button[name=full_screen]").click();
    expect.verifySteps(["dialog person", "dialog help", "focus"]);
    expect("button[name=full_screen]").toHaveAttribute("aria-pressed", "true");
    await contains("button[name=dark]").click();
    expect("button[name=dark]").toHaveAttribute("aria-pressed", "true");
    expect("button[name=compare]").toHaveText(/Current situation 2026-2027/);
    await contains("button[name=compare]").click();
    expect.verifySteps(["loadPeer"]);
    expect("button[name=compare]").toHaveAttribute("aria-pressed", "true");
});

test("nothing to compare with, nobody to add: no buttons for it", async () => {
    await mountToolbar({
        peer: null,
        can: { cells: true, lines: true, people: false },
    });
    expect("button[name=compare]").toHaveCount(0);
    expect("button[name=add_person]").toHaveCount(0);
});

describe("saving in words", () => {
    test("saved, saving, not saved and what to do, saved", async () => {
        await mountToolbar();
        expect(".o_ict_grid_status").toHaveText("All saved");
        expect(".o_ict_grid_status").toHaveAttribute("role", "status");
        grid.goTo(3, "m11");
        grid.run("setText", "2");
        await drawn();
        expect(".o_ict_grid_status").toHaveText("Saving…");
        grid.model.giveBack(grid.model.takePending().map(({ key }) => key));
        await drawn();
        expect(".o_ict_grid_status").toHaveText(
            "1 change not saved: no connection, trying again",
        );
        await contains("button[name=try_now]").click();
        expect.verifySteps(["flush"]);
        answer(grid.model, {});
        await drawn();
        expect(".o_ict_grid_status").toHaveText("All saved");
        expect("button[name=try_now]").toHaveCount(0);
    });

    test("cells that ask for an answer: the first is one click away", async () => {
        await mountToolbar();
        grid.goTo(3, "m12");
        grid.run("setText", "2-3u");
        grid.goTo(1, "m11");
        answer(grid.model, {
            "3:12": { status: "asked", message: "?", proposals: [] },
        });
        await drawn();
        expect(".o_ict_grid_status").toHaveText("All the rest is saved");
        expect("button[name=questions]").toHaveText("1 cell asks for your answer");
        await contains("button[name=questions]").click();
        expect(grid.active).toMatchObject({ lineId: 3, columnId: "m12" });
    });

    test("who may only read is not told that all is saved", async () => {
        await mountToolbar({ can: { cells: false, lines: false, people: false } });
        expect(".o_ict_grid_status").toHaveText("");
    });

    test("edits without a place any more are shown until they are read", async () => {
        await mountToolbar();
        grid.model.restoreUnsaved([
            { key: "9:11", line: 9, member: 11, base: null, text: "2-3u" },
        ]);
        await drawn();
        expect(".o_ict_grid_orphans").toHaveText(/Jan Peeters: 2-3u/);
        await contains("button[name=drop_orphans]").click();
        expect(".o_ict_grid_orphans").toHaveCount(0);
    });
});
