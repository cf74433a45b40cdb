import { beforeEach, expect, test } from "@odoo/hoot";
import { press, queryAllTexts } from "@odoo/hoot-dom";
import { animationFrame } from "@odoo/hoot-mock";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import {
    clickSave,
    contains,
    defineModels,
    fields,
    models,
    mountView,
    onRpc,
} from "@web/../tests/web_test_helpers";

const selection = (...values) =>
    fields.Selection({ selection: values.map((v) => [v, v]) });

class Cluster extends models.Model {
    _name = "ict.cluster";
    name = fields.Char();
    _records = [
        { id: 1, name: "Technical" },
        { id: 2, name: "Policy" },
    ];
}

class Task extends models.Model {
    _name = "ict.task";
    name = fields.Char();
    _records = [
        { id: 1, name: "Maintaining hardware" },
        { id: 2, name: "Running the helpdesk" },
        { id: 3, name: "Writing the ICT plan" },
        { id: 4, name: "Réflexion" },
    ];
}

class Line extends models.Model {
    _name = "ict.overview.line";
    overview_id = fields.Many2one({ relation: "ict.overview" });
    task_id = fields.Many2one({ relation: "ict.task" });
    cluster_id = fields.Many2one({ relation: "ict.cluster" });
    coverage = selection("open", "single", "team", "not_applicable");
    applicable = fields.Boolean();
    is_core = fields.Boolean();
    is_mine = fields.Boolean();
    hours = fields.Float();
    unknown_hours_count = fields.Integer();
    level = selection("school", "group", "shared");
    priority = selection("short", "long", "none");
    people_text = fields.Char();
    note = fields.Text();
    _records = [
        // prettier-ignore
        { id: 1, task_id: 1, cluster_id: 1, coverage: "team", applicable: true, hours: 3.5,
          unknown_hours_count: 1, people_text: "Jan 2 h, An 1.5 h, Bo", is_core: true },
        { id: 2, task_id: 2, cluster_id: 1, coverage: "open", applicable: true },
        {
            id: 3,
            task_id: 3,
            cluster_id: 2,
            coverage: "single",
            applicable: true,
            hours: 1,
            people_text: "An 1 h",
            is_mine: true,
            priority: "short",
        },
        {
            id: 4,
            task_id: 4,
            cluster_id: 2,
            coverage: "not_applicable",
            applicable: false,
        },
    ];
}

class Overview extends models.Model {
    _name = "ict.overview";
    kind = selection("current", "target");
    is_editable = fields.Boolean();
    line_ids = fields.One2many({ relation: "ict.overview.line" });
    _records = [{ id: 1, kind: "target", is_editable: true, line_ids: [1, 2, 3, 4] }];
}

defineMailModels();
defineModels([Cluster, Task, Line, Overview]);

const ARCH = `
    <form>
        <field name="kind"/>
        <field name="is_editable" invisible="1"/>
        <field name="line_ids" widget="ict_overview_lines" readonly="not is_editable">
            <list editable="bottom" create="0" delete="0" limit="200">
                <field name="cluster_id" column_invisible="not False"/>
                <field name="coverage" column_invisible="True"/>
                <field name="is_core" column_invisible="True"/>
                <field name="is_mine" column_invisible="True"/>
                <field name="hours" column_invisible="True"/>
                <field name="unknown_hours_count" column_invisible="True"/>
                <field name="task_id" readonly="1"/>
                <field name="applicable"/>
                <field name="level"/>
                <field name="priority" column_invisible="parent.kind != 'target'"/>
                <field name="people_text" readonly="1"/>
                <field name="note"/>
            </list>
            <form><field name="task_id" readonly="1"/><field name="note"/></form>
        </field>
    </form>`;

const mountLines = () =>
    mountView({ type: "form", resModel: "ict.overview", resId: 1, arch: ARCH });
const tasks = () => queryAllTexts(".o_data_row td[name=task_id]");

beforeEach(() => {
    Overview._records[0].kind = "target";
    Overview._records[0].is_editable = true;
});

test("a header with a subtotal before each cluster", async () => {
    await mountLines();
    expect(
        queryAllTexts(".o_ict_section").map((text) => text.replace(/\s+/g, " ")),
    ).toEqual([
        "Technical 1 of 2 covered · 3.5 h + 1 without hours",
        "Policy 1 of 1 covered · 1 h",
    ]);
    expect(tasks()).toHaveLength(4);
    expect(".o_data_row:first-child, tr.o_ict_section + .o_data_row").toHaveCount(2);
    expect(".o_data_row.o_ict_core").toHaveCount(1);
    expect(".o_data_row.o_ict_edge_open").toHaveCount(1);
});

test("a cluster folds", async () => {
    await mountLines();
    await contains(".o_ict_section th").click();
    expect(tasks()).toEqual(["Writing the ICT plan", "Réflexion"]);
    await contains(".o_ict_section th").click();
    expect(tasks()).toHaveLength(4);
});

test("filters show what they say, with the number of tasks", async () => {
    await mountLines();
    expect(queryAllTexts(".o_ict_filter_count")).toEqual(["4", "1", "1", "1", "1"]);
    await contains("[data-filter=open]").click();
    expect(tasks()).toEqual(["Running the helpdesk"]);
    expect(".o_ict_section").toHaveCount(1);
    expect(".o_ict_filter_bar [role=status]").toHaveText("1 of 4 tasks");
    await contains("[data-filter=single]").click();
    expect(tasks()).toEqual(["Writing the ICT plan"]);
    await contains("[data-filter=short]").click();
    expect(tasks()).toEqual(["Writing the ICT plan"]);
    await contains("[data-filter=mine]").click();
    expect(tasks()).toEqual(["Writing the ICT plan"]);
});

test("no short term on a sheet of the current situation", async () => {
    Overview._records[0].kind = "current";
    await mountLines();
    expect("[data-filter=short]").toHaveCount(0);
    expect("th[data-name=priority]").toHaveCount(0);
});

test("text search finds tasks, people and words without their accents", async () => {
    await mountLines();
    await contains(".o_ict_filter_text").edit("an", { confirm: false });
    await animationFrame();
    expect(tasks()).toEqual(["Maintaining hardware", "Writing the ICT plan"]);
    await contains(".o_ict_filter_text").edit("reflexion", { confirm: false });
    await animationFrame();
    expect(tasks()).toEqual(["Réflexion"]);
    await contains(".o_ict_filter_text").edit("zzz", { confirm: false });
    await animationFrame();
    expect(tasks()).toEqual([]);
    await contains(".o_field_ict_overview_lines .btn-link:contains(Show all)").click();
    expect(tasks()).toHaveLength(4);
});

test("edited in place, and only the change is saved", async () => {
    onRpc("ict.overview", "web_save", ({ args }) => {
        expect.step(JSON.stringify(args[1]));
    });
    await mountLines();
    await contains(".o_data_row:eq(1) td[name=note]").click();
    await contains(".o_selected_row td[name=note] textarea").edit("ask An", {
        confirm: false,
    });
    await clickSave();
    expect.verifySteps(['{"line_ids":[[1,2,{"note":"ask An"}]]}']);
});

test("the keyboard skips lines that the filter hides", async () => {
    await mountLines();
    await contains(".o_ict_filter_text").edit("an", { confirm: false });
    await animationFrame();
    await contains(".o_data_row:eq(0) td[name=note]").click();
    await press("Tab");
    await animationFrame();
    await animationFrame();
    expect(".o_selected_row td[name=task_id]").toHaveText("Writing the ICT plan");
    await press(["Shift", "Tab"]);
    await animationFrame();
    await animationFrame();
    expect(".o_selected_row td[name=task_id]").toHaveText("Maintaining hardware");
});

test("who: a click opens the dialog of the line", async () => {
    await mountLines();
    expect(".o_data_row:eq(1) td[name=people_text]").toHaveText("nobody yet");
    await contains(".o_data_row:eq(1) td[name=people_text]").click();
    expect(".o_dialog .o_field_widget[name=task_id]").toHaveText(
        "Running the helpdesk",
    );
    await contains(".o_dialog .o_field_widget[name=note] textarea").edit("soon");
    await contains(".o_dialog .o_form_button_save").click();
    expect(".o_data_row:eq(1) td[name=note]").toHaveText("soon");
});

test("readonly when the sheet may not be changed", async () => {
    Overview._records[0].is_editable = false;
    await mountLines();
    await contains(".o_data_row:eq(1) td[name=note]").click();
    expect(".o_selected_row").toHaveCount(0);
    expect(".o_data_row:eq(1) td[name=people_text]").toHaveText("nobody");
    expect("[data-filter=open]").toHaveCount(1);
});
