import { beforeEach, expect, test } from "@odoo/hoot";
import { click, press, queryAllTexts, queryOne } from "@odoo/hoot-dom";
import { animationFrame, runAllTimers } from "@odoo/hoot-mock";
import { browser } from "@web/core/browser/browser";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import {
    contains,
    getService,
    makeServerError,
    mountWithCleanup,
    onRpc,
} from "@web/../tests/web_test_helpers";
import { WebClient } from "@web/webclient/webclient";
import { sampleList, sampleTable } from "./insights_data";

defineMailModels();

let list;
let table;
let opened;
let fails;

beforeEach(() => {
    [list, table, opened, fails] = [sampleList(), sampleTable(), [], false];
    onRpc("ict.insights", "insight_list", ({ kwargs }) => {
        expect.step(`list ${kwargs.year}`);
        if (fails) {
            throw makeServerError({ message: "No access to the overviews" });
        }
        return { ...list, year: kwargs.year };
    });
    onRpc("ict.insights", "insight_read", ({ args: [key], kwargs }) => {
        expect.step(`read ${key} ${kwargs.year}`);
        return { ...table, key, year: kwargs.year };
    });
});

async function open(context = {}, params = {}) {
    await mountWithCleanup(WebClient);
    await getService("action").doAction({
        type: "ir.actions.client",
        tag: "ict_coordination.insights",
        context,
        params,
    });
    await animationFrame();
}

/** What the screen asks the web client to open is kept, and not opened. */
function keepOpened() {
    getService("action").doAction = async (action) => void opened.push(action);
}

const tick = async () => {
    await runAllTimers();
    await animationFrame();
};
const cell = (row, column) => `tr[data-row='${row}'] td[data-column='${column}']`;
const tasks = () => queryAllTexts("tbody th").map((text) => text.replace("◆", ""));

test("a card per insight says what was found, in words as well as in colour", async () => {
    await open();
    expect.verifySteps(["list false"]);
    expect(queryAllTexts(".o_ict_insight_card h2")).toEqual([
        "Key people",
        "Common needs",
        "Workload",
        "Overlap",
    ]);
    expect(queryAllTexts(".o_ict_insight_card > .o_ict_insight_tone")).toEqual([
        "Look at this first\n1 row",
        "Worth a look\n3 rows",
        "Worth a look\n2 rows",
        "In order",
    ]);
    expect(".o_ict_insight_bar").toHaveText(/9 schools/);
    expect(queryAllTexts(".o_ict_insight_top li")).toEqual(["Network: open"]);
});

test("Enter opens a card, Escape goes back to it, and the address follows", async () => {
    await open();
    queryOne("[data-key=workload]").focus();
    await press("Enter");
    await tick();
    expect.verifySteps(["list false", "read workload false"]);
    expect(browser.location.search).toBe("?key=workload");
    expect(".o_breadcrumb").toHaveText(/Common needs/);
    expect(document.activeElement).toBe(queryOne("h1"));
    await press("Escape");
    await tick();
    expect.verifySteps(["list false"]);
    expect(document.activeElement).toBe(queryOne("[data-key=workload]"));
    expect(browser.location.search).toBe("");
});

test("a link, another screen and the browser's back open the same insight", async () => {
    await open({ insight_key: "overlap", insight_year: "2025-2026" });
    await tick();
    expect.verifySteps(["read overlap 2025-2026"]);
    expect(browser.location.search).toInclude("key=overlap");
    expect(browser.location.search).toInclude("year=2025-2026");
    await contains("button[name=back]").click();
    await tick();
    expect.verifySteps(["list 2025-2026"]);
    browser.history.back();
    await tick();
    await tick();
    expect.verifySteps(["read overlap 2025-2026"]);
    expect("h1").toHaveText("Common needs");
});

test("another year is asked of the server", async () => {
    await open();
    await contains("select[name=year]").select("2025-2026");
    await tick();
    expect.verifySteps(["list false", "list 2025-2026"]);
    await click("[data-key=overlap]");
    await tick();
    expect.verifySteps(["read overlap 2025-2026"]);
    expect("select[name=year]").toHaveValue("2025-2026");
});

test("every kind of cell: unknown hours are no zero, long lists are a number", async () => {
    await open({ insight_key: "common_needs" });
    expect.verifySteps(["read common_needs false"]);
    expect(tasks()).toEqual([
        "Manage the network",
        "Coördinate purchases",
        "Write the ICT policy",
    ]);
    expect("tbody th [aria-label='Core task']").toHaveCount(1);
    expect(cell(11, "asked")).toHaveText("2.5 h + 1 without hours");
    expect(cell(12, "asked")).toHaveText("3 without hours");
    expect(cell(13, "asked")).toHaveText("–");
    expect(cell(12, "available")).toHaveText("-1.5 h");
    expect(cell(12, "schools")).toHaveText("Zeppelin, Anker");
    expect(cell(11, "who")).toHaveText("An, Bart left");
    expect(cell(11, "priority")).toHaveText("Short term: 2");
    expect(cell(11, "schools")).toHaveText("4 schools");
    expect(`${cell(11, "schools")} button`).toHaveAttribute(
        "title",
        "Zeppelin, Anker, Molen, Brug",
    );
    await contains(`${cell(11, "schools")} button`).click();
    expect(`${cell(11, "schools")} button + span`).toHaveText(
        "Zeppelin, Anker, Molen, Brug",
    );
    expect(queryAllTexts(`${cell(11, "levels")} .o_ict_insight_names`)).toEqual([
        "School: Zeppelin, Anker",
        "Group: 4 schools",
    ]);
    expect(".o_ict_insight_without").toHaveText(/Brug, Linde/);
});

test("a row opens its parts", async () => {
    await open({ insight_key: "workload" });
    expect.verifySteps(["read workload false"]);
    expect(".o_ict_insight_fold").toHaveCount(1);
    await contains(".o_ict_insight_fold").click();
    expect(".o_ict_insight_fold").toHaveAttribute("aria-expanded", "true");
    expect(queryAllTexts(".o_ict_insight_part td").filter(Boolean)).toEqual([
        "Zeppelin",
        "2.5 h",
    ]);
    await contains(".o_ict_insight_fold").click();
    expect(".o_ict_insight_part").toHaveCount(0);
});

test("headers sort, and say so; the search leaves the rows that fit", async () => {
    await open({ insight_key: "common_needs" });
    expect.verifySteps(["read common_needs false"]);
    const header = "th:has([data-column=count])";
    expect(header).toHaveAttribute("aria-sort", "none");
    queryOne(".o_ict_insight_sort[data-column=count]").focus();
    await press("Enter");
    await animationFrame();
    expect(header).toHaveAttribute("aria-sort", "descending");
    expect(tasks()[1]).toBe("Write the ICT policy");
    await press("/");
    expect(document.activeElement).toBe(queryOne("input[type=search]"));
    await contains("input[type=search]").edit("linde", { confirm: false });
    await animationFrame();
    expect(tasks()).toEqual(["Manage the network", "Write the ICT policy"]);
    expect("[role=search] [role=status]").toHaveText("2 of 3 rows");
    await contains("input[type=search]").edit("zzz", { confirm: false });
    await contains("button[name=show_all]").click();
    expect(tasks()).toHaveLength(3);
    // Escape empties the search first.
    await contains("input[type=search]").edit("linde", { confirm: false });
    await press("Escape");
    await tick();
    expect(tasks()).toHaveLength(3);
    expect.verifySteps([]);
});

test("of many rows a page is drawn, and more when asked", async () => {
    const [first] = table.rows;
    table.rows = Array.from({ length: 250 }, (_, index) => ({
        ...first,
        id: String(index),
    }));
    await open({ insight_key: "common_needs" });
    expect.verifySteps(["read common_needs false"]);
    expect("tbody tr").toHaveCount(200);
    expect("button[name=show_more]").toHaveText("Show more (50)");
    await contains("button[name=show_more]").click();
    expect("tbody tr").toHaveCount(250);
    expect("button[name=show_more]").toHaveCount(0);
});

test("a row leads to its records, the rule to its thresholds, all to a file", async () => {
    await open({ insight_key: "common_needs" });
    expect.verifySteps(["read common_needs false"]);
    keepOpened();
    await contains("tr[data-row='11'] .o_ict_insight_records button:eq(0)").click();
    expect(opened.pop()).toMatchObject({
        name: "Lines: Manage the network",
        res_model: "ict.overview.line",
        domain: [["id", "in", [7, 8]]],
    });
    await contains("tr[data-row='11'] .o_ict_insight_records button:eq(1)").click();
    expect(opened.pop()).toMatchObject({ res_model: "ict.team.member", res_id: 9 });
    await contains("button[name=thresholds]").click();
    expect(opened.pop()).toBe("ict_coordination.ict_settings_action");
    await contains("button[name=xlsx]").click();
    expect(opened.pop()).toEqual({
        type: "ir.actions.report",
        report_type: "xlsx",
        report_name: "ict_coordination.insights_xlsx",
        report_file: "ict_coordination.insights_xlsx",
        data: { keys: ["common_needs"], year: false },
    });
    await contains("button[name=back]").click();
    await tick();
    expect.verifySteps(["list false"]);
    await contains("button[name=pdf]").click();
    expect(opened.pop()).toMatchObject({
        report_type: "qweb-pdf",
        report_name: "ict_coordination.insights_pdf",
        data: { keys: ["overlap", "common_needs", "key_people", "workload"] },
    });
});

test("nothing to configure for who may not, and words where there are no rows", async () => {
    table = sampleTable({ can_configure: false, rows: [], without_sheet: [] });
    await open({ insight_key: "common_needs" });
    expect.verifySteps(["read common_needs false"]);
    expect("button[name=thresholds]").toHaveCount(0);
    expect("table").toHaveCount(0);
    expect(".o_ict_insight_empty").toHaveText("No task is open in 2 schools.");
    expect(".o_ict_insight_without").toHaveCount(0);
});

test("without overviews: a way to make one", async () => {
    list = sampleList({ years: [], insights: [], schools: 2 });
    await open();
    expect.verifySteps(["list false"]);
    keepOpened();
    expect(".o_ict_insight_card").toHaveCount(0);
    await contains("button[name=open_overviews]").click();
    expect(opened).toEqual(["ict_coordination.ict_overview_action"]);
});

test("what the server refuses is said, and can be tried again", async () => {
    fails = true;
    await open();
    expect.verifySteps(["list false"]);
    expect("[role=alert]").toHaveText(/No access to the overviews/);
    fails = false;
    await contains("button[name=retry]").click();
    await tick();
    expect.verifySteps(["list false"]);
    expect("[role=alert]").toHaveCount(0);
    expect(".o_ict_insight_card").toHaveCount(4);
});
