import { expect, test } from "@odoo/hoot";
import { queryAllTexts, queryOne, queryRect } from "@odoo/hoot-dom";
import { animationFrame } from "@odoo/hoot-mock";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import { contains, getService, mountWithCleanup } from "@web/../tests/web_test_helpers";
import { MainComponentsContainer } from "@web/core/main_components_container";
import { GridCards } from "@ict_coordination/hours_grid/components/grid_cards";
import { LineSheet } from "@ict_coordination/hours_grid/components/line_sheet";
import { answer, makeGrid } from "./grid_parts_data";

defineMailModels();

let grid;
const cell = (line, member) => grid.model.cell(line, member);
const person = (id) => `.o_ict_sheet_person[data-member='${id}']`;

async function mountCards(changes) {
    grid = makeGrid(changes, (what) => expect.step(what));
    await mountWithCleanup(MainComponentsContainer);
    await mountWithCleanup(GridCards, { props: { grid } });
}

async function openSheet(lineId, changes) {
    grid = makeGrid(changes, (what) => expect.step(what));
    await mountWithCleanup(MainComponentsContainer);
    getService("dialog").add(LineSheet, { grid, lineId });
    await animationFrame();
}

test("a card for each task in clusters: who, how long, coverage", async () => {
    await mountCards();
    expect(queryAllTexts(".o_ict_cards_cluster span:first-of-type")).toEqual([
        "Technical",
        "Policy and vision",
    ]);
    expect(".o_ict_card[data-line='1']").toHaveClass(["o_ict_edge_team", "o_ict_core"]);
    expect(queryAllTexts("[data-line='1'] .o_ict_card_person")).toEqual([
        "Jan Peeters 2 h E",
        "An Claes without hours E",
    ]);
    expect("[data-line='1'] .o_ict_card_coverage").toHaveText(
        "Team: 2 h + 1 without hours",
    );
    expect(".o_ict_card[data-line='3']").toHaveClass("o_ict_edge_open");
    expect(".o_ict_card[data-line='4']").toHaveClass("o_ict_edge_not_applicable");
});

test("search, filter, fold; a tap opens the task", async () => {
    await mountCards();
    await contains(".o_ict_cards_filter").select("open");
    expect(queryAllTexts(".o_ict_card_task")).toEqual(["Write the vision"]);
    await contains(".o_ict_grid_search").edit("network", { confirm: false });
    expect(".o_ict_card").toHaveCount(0);
    await contains(".o_ict_grid_empty button").click();
    expect(".o_ict_card").toHaveCount(4);
    await contains(".o_ict_cards_cluster[data-cluster='101']").click();
    expect(".o_ict_card").toHaveCount(2);
    await contains(".o_ict_card[data-line='3']").click();
    expect(".o_ict_line_sheet .modal-title").toHaveText("Write the vision");
});

test("hours, mandates and people of one task, in the model of the grid", async () => {
    await openSheet(3);
    await contains(`${person(11)} .o_ict_sheet_hours`).edit("1u30");
    expect(cell(3, 11)).toMatchObject({ hours: 1.5, mandates: ["executes"] });
    expect(`${person(11)} .o_ict_sheet_hours`).toHaveAttribute("inputmode", "decimal");
    await contains(`${person(11)} [data-mandate=decides]`).click();
    expect(cell(3, 11).mandates).toEqual(["decides", "executes"]);
    await contains(`${person(11)} .o_ict_funding`).select("31");
    expect(cell(3, 11).funding).toBe(31);
    await contains(`${person(12)} button[name=without_hours]`).click();
    expect(cell(3, 12)).toMatchObject({ hours: null, certainty: "unknown" });
    await contains(`${person(12)} button[name=remove]`).click();
    expect(cell(3, 12)).toBe(null);
    await contains("button[name=add_person]").click();
    expect.verifySteps(["dialog person"]);
    await contains("[data-choices=priority] [data-value=short]").click();
    expect(grid.model.line(3).priority).toBe("short");
});

test("a text that the server asks about is answered here", async () => {
    await openSheet(3);
    await contains(`${person(11)} .o_ict_sheet_hours`).edit("2-3u");
    const proposals = [{ label: "2.5 h", value: { ...cell(1, 11), hours: 2.5 } }];
    answer(grid.model, { "3:11": { status: "asked", message: "A range", proposals } });
    await animationFrame();
    await contains(`${person(11)} .o_ict_proposal`).click();
    expect(cell(3, 11).hours).toBe(2.5);
});

test("not applicable with people on it: asked first, undone at once", async () => {
    await openSheet(1);
    await contains("[data-choices=applicable] [data-value=false]").click();
    expect(grid.model.line(1).applicable).toBe(true);
    await contains("button[name=remove_people]").click();
    expect(grid.model.line(1).applicable).toBe(false);
    expect(cell(1, 11)).toBe(null);
    grid.model.undo();
    expect(cell(1, 11).hours).toBe(2);
    expect(grid.model.line(1).applicable).toBe(true);
});

test("next and previous walk through the tasks of the list", async () => {
    await openSheet(1);
    expect("button[name=previous]").not.toBeEnabled();
    expect(".modal-footer [role=status]").toHaveText("1 of 4");
    await contains("button[name=next]").click();
    expect(".modal-title").toHaveText("Run the helpdesk");
    expect(`${person(11)} .o_ict_sheet_hours`).toHaveValue("1.5");
    await contains("button[name=next]").click();
    await contains("button[name=next]").click();
    expect("button[name=next]").not.toBeEnabled();
});

test("everything is large enough for a finger", async () => {
    await openSheet(1);
    for (const selector of [
        ".o_ict_sheet_person .btn",
        ".o_ict_sheet_person .form-control",
        ".o_ict_sheet_person .form-select",
        ".o_ict_sheet_fields .btn",
        ".modal-footer .btn",
    ]) {
        const { width, height } = queryRect(`${selector}:first`);
        expect(Math.min(width, height)).toBeGreaterThan(43.9, { message: selector });
    }
});

test("who may only read reads", async () => {
    const can = { cells: false, lines: false, people: false };
    await openSheet(1, { can, why_not: "Set it back to draft." });
    expect(".o_ict_cards_why_not").toHaveText("Set it back to draft.");
    expect(".modal button[name=remove], .modal button[name=add_person]").toHaveCount(0);
    expect(queryOne(`${person(11)} .o_ict_sheet_hours`).readOnly).toBe(true);
    expect("[data-choices=level] button:first").not.toBeEnabled();
});

test("a task that somebody takes away leaves the list, and its sheet closes", async () => {
    await openSheet(2);
    await mountWithCleanup(GridCards, { props: { grid } });
    expect(".o_ict_card").toHaveCount(4);
    const { can, members } = grid.model;
    const gone = { state: "draft", can, why_not: "", members, lines: [], cells: [] };
    grid.model.receive(gone, [2]);
    await animationFrame();
    expect(".o_ict_card").toHaveCount(3);
    expect(".o_ict_line_sheet").toHaveCount(0);
});
