import { beforeEach, expect, test } from "@odoo/hoot";
import { click, hover, press, queryAll, queryAllTexts, queryOne } from "@odoo/hoot-dom";
import { animationFrame, runAllTimers } from "@odoo/hoot-mock";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import {
    contains,
    getService,
    mountWithCleanup,
    onRpc,
} from "@web/../tests/web_test_helpers";
import { WebClient } from "@web/webclient/webclient";
import {
    drawn,
    pictureOf,
} from "@ict_coordination/coverage_map/components/map_picture";
import { readMap } from "@ict_coordination/coverage_map/core/map_model";
import { svgOf } from "@ict_coordination/coverage_map/core/map_svg";
import { layoutOf, newView } from "@ict_coordination/coverage_map/core/map_view";
import { sampleAnswer, school } from "./coverage_map_data";

defineMailModels();

let answer;
let opened;

beforeEach(() => {
    answer = sampleAnswer();
    opened = [];
    onRpc("ict.coverage.map", "map_read", ({ kwargs }) => {
        expect.step(`read ${kwargs.year}`);
        return { ...answer, year: kwargs.year };
    });
    onRpc("ict.coverage.map", "map_people", ({ args: [lineIds] }) => {
        expect.step(`people ${lineIds}`);
        const people = {
            2: [
                { name: "An", hours: 2.5, certainty: "exact", mandates: ["decides"] },
                { name: "Bart", hours: 0, certainty: "unknown", mandates: [] },
            ],
        };
        return Object.fromEntries(
            lineIds.filter((id) => people[id]).map((id) => [id, people[id]]),
        );
    });
});

async function openMap() {
    await mountWithCleanup(WebClient);
    await getService("action").doAction({
        type: "ir.actions.client",
        tag: "ict_coordination.coverage_map",
    });
    await animationFrame();
    expect.verifySteps(["read false"]);
}

/** What the map asks the web client to open is kept, and not opened. */
function keepOpened() {
    getService("action").doAction = async (action) => void opened.push(action);
}

const place = (row, column) => `tr[data-row='${row}'] [data-column='${column}']`;

async function choose(name, value) {
    await contains(`select[name=${name}]`).select(value);
    await animationFrame();
}

test("tasks under their clusters, schools in columns, gaps beside and below", async () => {
    await openMap();
    expect(queryAllTexts(".o_ict_map_school")).toEqual(["Anker", "Molen", "Zeppelin"]);
    expect(queryAllTexts("tbody th")).toEqual([
        "Technical tasks (2)",
        "◆≠Manage the network",
        "Coördinate purchases",
        "Policy tasks (1)",
        "Write the ICT policy",
    ]);
    const row = (name) => queryAllTexts(`tr[data-row='${name}'] td`);
    expect(row("t11")).toEqual(["◐", "×", "○", "1"]);
    expect(row("t12")).toEqual(["–", "×", "●", "0"]);
    expect(row("t13")).toEqual(["", "×", "◌", "1"]);
    expect(row("c1")).toEqual(["0", "", "1", "1"]);
    expect(row("foot")).toEqual(["0", "", "2", "2"]);
    expect(place("t11", 1)).toHaveClass(["o_ict_map_open", "o_ict_map_short"]);
    expect("table").toHaveAttribute("role", "grid");
    expect(place("t12", 1)).toHaveAttribute(
        "aria-label",
        "Team: 2 people, 2.5 h + 1 without hours. School level",
    );
});

test("the number in a cell: unknown hours are never a zero", async () => {
    await openMap();
    await choose("number", "hours");
    const row = (name) => queryAllTexts(`tr[data-row='${name}'] td`);
    expect(row("t11")).toEqual(["◐ ?", "×", "○", "1"]);
    expect(row("t12")).toEqual(["–", "×", "● 2.5 +1?", "0"]);
    await choose("number", "people");
    expect(row("t12")).toEqual(["–", "×", "● 2", "0"]);
});

test("current against target: what changes is split and marked", async () => {
    await openMap();
    await contains("[data-kind=compare]").click();
    await animationFrame();
    expect(queryAllTexts("tr[data-row='t11'] td")).toEqual(["×", "×", "○→◐", "1→0"]);
    expect(place("t11", 1)).toHaveClass([
        "o_ict_map_split",
        "o_ict_map_was_open",
        "o_ict_map_changed",
    ]);
    // The same people with more hours: marked, and an arrow as soon as there are numbers.
    expect(place("t12", 1)).toHaveClass("o_ict_map_changed");
    expect(place("t12", 1)).not.toHaveClass("o_ict_map_split");
    await choose("number", "hours");
    expect(place("t12", 1)).toHaveText("● 2.5 +1?→● 4");
});

test("another year is asked, every other choice is not", async () => {
    await openMap();
    await choose("sort", "gaps");
    expect(queryAllTexts(".o_ict_map_school")[0]).toBe("Zeppelin");
    await choose("year", "2025-2026");
    expect.verifySteps(["read 2025-2026"]);
    await choose("year", "");
    expect.verifySteps(["read false"]);
});

test("a cell opens its line, a name the task or the school, a cluster folds", async () => {
    await openMap();
    keepOpened();
    await click(place("t12", 1));
    expect(opened.pop()).toMatchObject({
        res_model: "ict.overview.line",
        res_id: 2,
        views: [[false, "form"]],
    });
    await click(place("t12", "name"));
    expect(opened.pop()).toMatchObject({
        res_model: "ict.overview.line",
        domain: [
            ["task_id", "=", 12],
            ["overview_id.in_force", "=", true],
            ["kind", "=", "current"],
        ],
    });
    await click(place("head", 2));
    expect(opened.pop()).toMatchObject({ res_model: "ict.overview", res_id: 103 });
    await click(place("t12", 3));
    expect(opened.pop()).toMatchObject({
        res_model: "ict.overview",
        domain: [["company_id", "=", 3]],
    });
    await click(place("c1", "name"));
    await animationFrame();
    expect(place("t12", "name")).toHaveCount(0);
    expect("tr[data-row='c1']").toHaveAttribute("aria-expanded", "false");
    expect(opened).toEqual([]);
});

test("compared, a cell opens both lines", async () => {
    await openMap();
    await contains("[data-kind=compare]").click();
    await animationFrame();
    keepOpened();
    await click(place("t12", 1));
    expect(opened.pop().domain).toEqual([["id", "in", [2, 5]]]);
    await click(place("head", 1));
    expect(opened.pop().res_id).toBe(102);
});

test("one tab stop; arrows move, Enter opens", async () => {
    await openMap();
    keepOpened();
    expect("table [tabindex='0']").toHaveCount(1);
    queryOne("table [tabindex='0']").focus();
    for (const key of [
        "ArrowDown",
        "ArrowDown",
        "ArrowRight",
        "ArrowRight",
        "ArrowRight",
    ]) {
        await press(key);
    }
    await animationFrame();
    expect(document.activeElement).toBe(queryOne(place("t12", 1)));
    expect("table [tabindex='0']").toHaveCount(1);
    expect(".o_ict_map_tip").toHaveCount(1);
    await press("Enter");
    expect(opened.pop().res_id).toBe(2);
    // What is sorted moves, and the place of the keyboard with it.
    await choose("sort", "gaps");
    expect("table [tabindex='0']").toHaveAttribute("data-column", "1");
});

test("what a cell says in words, with names where the server tells them, once", async () => {
    await openMap();
    await hover(place("t12", 1));
    await animationFrame();
    const tip = () => queryOne(".o_ict_map_tip").innerText.split("\n").filter(Boolean);
    expect(tip()).toEqual([
        "Zeppelin",
        "Coördinate purchases",
        "Team: 2 people, 2.5 h + 1 without hours",
        "School level",
    ]);
    await runAllTimers();
    await animationFrame();
    expect.verifySteps(["people 2"]);
    expect(tip().slice(4)).toEqual(["An, 2.5 h, Decides", "Bart, without hours"]);
    // Of another school the server tells no names.
    await hover(place("t11", 2));
    await runAllTimers();
    await animationFrame();
    expect.verifySteps(["people 7"]);
    expect(tip()).toEqual([
        "Anker",
        "Manage the network",
        "One person: 1 without hours",
        "Group level",
    ]);
    await hover(place("t12", 1));
    await runAllTimers();
    await animationFrame();
    expect(tip().length).toBe(6);
    expect.verifySteps([]);
    await hover(place("head", 1));
    await animationFrame();
    expect(".o_ict_map_tip").toHaveCount(0);
});

test("no task fits: the filters are cleared with one button", async () => {
    await openMap();
    await contains(".o_ict_map_search").edit("zzz", { confirm: false });
    await animationFrame();
    expect("table").toHaveCount(0);
    await contains("button[name=clear_filters]").click();
    await animationFrame();
    expect(queryAll(".o_ict_map_row")).toHaveLength(3);
    expect(".o_ict_map_search").toHaveValue("");
});

test("without overviews there is no map, and a way to make one", async () => {
    answer.schools = [school(3, "Molen")];
    await openMap();
    keepOpened();
    expect("table").toHaveCount(0);
    await contains("button[name=open_overviews]").click();
    expect(opened).toEqual(["ict_coordination.ict_overview_action"]);
});

test("saved as a picture: a PNG with every school", async () => {
    await openMap();
    const map = readMap(answer);
    const view = { ...newView(), number: "hours" };
    const layout = layoutOf(map, view);
    const colours = new Proxy({}, { get: () => ({ fill: "#ffffff", ink: "#000000" }) });
    const shown = { map, view, layout, title: "Map", date: "today" };
    const picture = svgOf({ ...pictureOf(shown), colours });
    expect(picture.svg).toInclude("Zeppelin");
    expect(picture.svg).toInclude("● 2.5 +1?");
    const blob = await drawn(picture);
    expect(blob.type).toBe("image/png");
    const image = await window.createImageBitmap(blob);
    expect([image.width, image.height]).toEqual([
        picture.width * 2,
        picture.height * 2,
    ]);
});
