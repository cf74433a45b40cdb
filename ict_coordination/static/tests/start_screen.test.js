import { beforeEach, expect, test } from "@odoo/hoot";
import { click, press, queryAllTexts } from "@odoo/hoot-dom";
import { animationFrame, mockDate } from "@odoo/hoot-mock";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import {
    contains,
    getService,
    makeServerError,
    mountWithCleanup,
    onRpc,
} from "@web/../tests/web_test_helpers";
import { WebClient } from "@web/webclient/webclient";
import { BARE, OWN, busySchool, groupAnswer, school, startAnswer } from "./start_data";

defineMailModels();

let answer;
let error;
let opened;

beforeEach(() => {
    mockDate("2026-11-22 10:00:00");
    error = null;
    opened = [];
    onRpc("ict.start", "start_read", () => {
        expect.step("read");
        if (error) {
            throw error;
        }
        return answer;
    });
});

/** What the page asks the web client to open is kept, and not opened. */
async function openStart() {
    await mountWithCleanup(WebClient);
    const action = getService("action");
    await action.doAction({ type: "ir.actions.client", tag: "ict_coordination.start" });
    await animationFrame();
    action.doAction = async (...request) => void opened.push(request);
    expect.verifySteps(["read"]);
}

const rows = () => queryAllTexts(".o_ict_start_name button");

test("a director: what asks for something, one button each, green quietly below", async () => {
    answer = startAnswer(["director"], {
        schools: [busySchool()],
        load: [
            {
                person: "Tom",
                hours: [12, 1],
                available: 10,
                status: "over",
                text: "2 h too much",
            },
            { person: "Els", hours: [0, 2], available: false, status: "x", text: "" },
        ],
    });
    await openStart();
    expect(".o_ict_start_school h2").toHaveText("De Linde");
    expect(queryAllTexts(".o_ict_start_lights strong")).toEqual([
        "L open",
        "L load",
        "L sheets",
        "L filled",
        "L plan",
    ]);
    expect("[data-light=open] i").toHaveAttribute("aria-label", "Act now");
    expect("[data-light=open] .btn").toHaveCount(1);
    expect(queryAllTexts(".o_ict_start_quiet li")).toEqual([
        "L single: single is success",
        "L mandates: mandates is success",
        "L budget: budget is muted",
        "L contact: contact is success",
    ]);
    expect(queryAllTexts(".o_ict_start_filled dd")).toEqual(["60 / 67", "No overview"]);
    expect(queryAllTexts("[data-section=load] li .small")).toEqual([
        "12 h + 1 without hours of 10 h available",
        "2 without hours, hours available not filled in",
    ]);
    expect("[data-section=load] .o_ict_start_danger").toHaveText("2 h too much");
    await click("[data-light=load] .btn");
    await click("button[name=print]");
    await click("button[name=overview]");
    const [load, print, overview] = opened;
    expect(load[1].additionalContext).toEqual({ insight_key: "workload" });
    expect(print[0]).toMatchObject({
        report_name: "ict_coordination.school_page",
        context: { active_ids: [4] },
    });
    expect(overview[0]).toMatchObject({ res_model: "ict.overview", res_id: 40 });
});

test("several own schools, one after the other; without an overview make it", async () => {
    answer = startAnswer(["coordinator"], {
        schools: [school(1, "Anker"), school(3, "Boei", BARE)],
        my: OWN,
    });
    await openStart();
    expect(".o_ict_start_done").toHaveText("Nothing has to be done now.");
    expect("[data-section=own]").toHaveText(/3.5 h \+ 1 without hours/);
    await contains("[data-school='3']").click();
    expect(".o_ict_start_school h2").toHaveText("Boei");
    expect(".o_ict_start_lights").toHaveCount(0);
    expect("button[name=print]").toHaveCount(0);
    await click("button[name=make]");
    expect(opened[0][0]).toMatchObject({
        res_model: "ict.overview",
        context: { default_company_id: 3, default_kind: "current" },
    });
});

test("a manager: status of each school, open in place, sort, filter", async () => {
    answer = groupAnswer();
    await openStart();
    expect(rows()).toEqual(["Bréton", "Cirkel", "Anker"]);
    expect(queryAllTexts("[data-school='2'] .o_ict_start_fill")).toEqual([
        "33 / 67",
        "1 / 67",
    ]);
    expect("[data-school='2'] .o_ict_start_bar:first").toHaveAttribute(
        "aria-label",
        "33 of 67 tasks filled in",
    );
    expect("[data-school='2'] .o_ict_start_reminded").toHaveText("11/20/2026");
    expect("[data-school='2'] i.o_ict_start_danger").toHaveAttribute(
        "aria-label",
        "L open – Act now: open is danger",
    );
    expect("[data-school='3'] .o_ict_start_late").toHaveText("Late");
    expect(".o_ict_start_head").toHaveText(/fill in before 11\/15\/2026/);
    await contains("[data-school='2'] .o_ict_start_name button").click();
    expect(".o_ict_start_detail [data-light=open]").toHaveCount(1);
    await contains("[data-school='2'] .o_ict_start_reminded").click();
    expect(".o_ict_start_detail").toHaveCount(0);
    await contains("button[name=sort_name]").click();
    expect(rows()).toEqual(["Anker", "Bréton", "Cirkel"]);
    await contains("button[name=sort_name]").click();
    expect(rows()).toEqual(["Cirkel", "Bréton", "Anker"]);
    expect("th[aria-sort=descending]").toHaveText("School");
    await contains(".o_ict_start_search").edit("breton");
    expect(rows()).toEqual(["Bréton"]);
    await contains(".o_ict_start_search").edit("xyz");
    expect(".o_ict_start_none").toHaveCount(1);
    expect("[data-section=needs] li").toHaveText(
        "Manage the network\nopen in 3 schools",
    );
    await click("[data-section=needs] .btn");
    expect(opened[0][1].additionalContext).toEqual({ insight_key: "common_needs" });
});

test("reminding: only whom one sees, and the page is asked anew afterwards", async () => {
    answer = groupAnswer();
    await openStart();
    expect("button[name=remind]").not.toBeEnabled();
    await contains("button[name=choose_late]").click();
    expect("button[name=remind]").toHaveText(/\(1\)/);
    await contains("[data-school='1'] input").click();
    await contains(".o_ict_start_search").edit("cirkel");
    await contains("button[name=remind]").click();
    const [name, options] = opened.pop();
    expect(name).toBe("ict_coordination.ict_reminder_action");
    expect(options.additionalContext.default_school_ids).toEqual([[6, 0, [3]]]);
    answer.schools[2].reminded = "2026-11-22";
    await options.onClose();
    await animationFrame();
    expect.verifySteps(["read"]);
    expect("[data-school='3'] .o_ict_start_reminded").toHaveText("11/22/2026");
    await contains(".o_ict_start_search").edit("");
    await contains("input[name=choose_all]").click();
    await contains("button[name=remind]").click();
    expect(opened.pop()[1].additionalContext.active_ids).toEqual([2, 3, 1]);
});

test("HR sees the schools and reminds nobody", async () => {
    answer = { ...groupAnswer(), roles: ["hr"], can_remind: false };
    await openStart();
    expect("button[name=remind]").toHaveCount(0);
    expect(".o_ict_start_table input").toHaveCount(0);
    expect("button[name=only_late]").toHaveCount(1);
});

test("a teacher: own tasks with hours, and who does what", async () => {
    answer = startAnswer(["teacher"], { my: OWN });
    await openStart();
    expect(queryAllTexts(".o_ict_start_main li")).toEqual([
        "Manage the network\n3.5 h\nDe Linde\nDecides",
        "Buy laptops\nwithout hours\nDe Linde",
    ]);
    expect(".o_ict_start_table, .o_ict_start_school").toHaveCount(0);
    await contains("input[name=who]").edit("laptop", { confirm: false });
    await press("Enter");
    const [name, { additionalContext }] = opened[0];
    expect(name).toBe("ict_coordination.ict_who_action");
    expect(additionalContext).toEqual({ who_query: "laptop" });
});

test("friendly words where there is nothing", async () => {
    answer = startAnswer(["teacher"]);
    await openStart();
    expect("[data-section=own]").toHaveText(/You have no ICT tasks/);
});

test("no school named on the user", async () => {
    answer = startAnswer(["director"]);
    await openStart();
    expect(".o_ict_start_main").toHaveText(/Ask the group manager to name your school/);
});

test("an error is said, and asked again on demand", async () => {
    error = makeServerError({ message: "The database rests" });
    await openStart();
    expect("[role=alert]").toHaveText(/The database rests/);
    error = null;
    answer = startAnswer(["teacher"]);
    await contains("button[name=retry]").click();
    await animationFrame();
    expect.verifySteps(["read"]);
    expect("[role=alert]").toHaveCount(0);
    expect("[data-section=own]").toHaveCount(1);
});
