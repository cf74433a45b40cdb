import { markup } from "@odoo/owl";
import { expect, test } from "@odoo/hoot";
import {
    manuallyDispatchProgrammaticEvent,
    press,
    queryAllTexts,
    queryOne,
    setInputFiles,
    waitFor,
    waitForNone,
} from "@odoo/hoot-dom";
import { animationFrame, Deferred } from "@odoo/hoot-mock";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import {
    contains,
    defineModels,
    fields,
    makeServerError,
    models,
    mountView,
    onRpc,
} from "@web/../tests/web_test_helpers";

class Import extends models.Model {
    _name = "ict.import";
    name = fields.Char();
    state = fields.Selection({
        selection: [
            ["draft", "To check"],
            ["done", "Imported"],
            ["failed", "Not readable"],
        ],
    });
    is_ready = fields.Boolean();
    error = fields.Text();
    person_todo_count = fields.Integer();
    task_todo_count = fields.Integer();
    _records = [
        { id: 1, name: "ready.xlsx", state: "draft", is_ready: true },
        {
            id: 2,
            name: "names.xlsx",
            state: "draft",
            is_ready: true,
            person_todo_count: 2,
            task_todo_count: 1,
        },
        { id: 3, name: "noschool.xlsx", state: "draft" },
        { id: 4, name: "broken.xlsx", state: "failed", error: "No sheets." },
        { id: 5, name: "done.xlsx", state: "done", is_ready: false },
        { id: 6, name: "ready too.xlsx", state: "draft", is_ready: true },
    ];
}

defineMailModels();
defineModels([Import]);

const NEW_ID = 77;
const FIELDS = `
    <field name="is_ready" column_invisible="1"/>
    <field name="state" widget="ict_import_status"/>`;
const ARCHS = {
    list: `
        <list js_class="ict_workbook_list" create="0">
            <field name="name"/>${FIELDS}
        </list>`,
    kanban: `
        <kanban js_class="ict_workbook_kanban" create="0">
            <field name="is_ready"/>
            <templates><t t-name="card">
                <field name="name"/>
                <field name="state" widget="ict_import_status"/>
            </t></templates>
        </kanban>`,
};

const mountImports = (type = "list", props = {}) =>
    mountView({ type, resModel: "ict.import", arch: ARCHS[type], ...props });
const workbook = (name, content = "PK") => new File([content], name);
// A busy machine draws late; that is no failure.
const seen = (selector) => waitFor(selector, { timeout: 3000 });
const noDialog = () => waitForNone(".o_dialog", { timeout: 3000 });
const rows = () => queryAllTexts(".o_ict_workbook_row").map((row) => row.split("\n"));

/** Let every upload answer with an id, in steps of the names that arrive. */
function acceptUploads(answer = () => NEW_ID) {
    onRpc("ict.import", "upload_workbook", ({ args }) => {
        expect.step(`upload ${args[0]} ${window.atob(args[1])}`);
        return answer(args[0]);
    });
}

async function dragFiles(selector) {
    const transfer = new DataTransfer();
    transfer.items.add(workbook("any.xlsx"));
    await manuallyDispatchProgrammaticEvent(queryOne(selector), "dragenter", {
        dataTransfer: transfer,
    });
    await animationFrame();
}

async function dropFiles(selector, files) {
    await dragFiles(selector);
    const transfer = new DataTransfer();
    files.forEach((file) => transfer.items.add(file));
    await seen(".o-Dropzone");
    await manuallyDispatchProgrammaticEvent(queryOne(".o-Dropzone"), "drop", {
        dataTransfer: transfer,
    });
}

for (const type of ["list", "kanban"]) {
    test.tags("desktop");
    test(`several files dropped on the ${type}: read in turn, reloaded`, async () => {
        acceptUploads();
        onRpc("ict.import", "web_search_read", () => expect.step("load"));
        await mountImports(type, { selectRecord: () => expect.step("open") });
        expect.verifySteps(["load"]);
        await dropFiles(".o_content", [
            workbook("a.xlsx", "A"),
            workbook("B.XLSM", "B"),
        ]);
        await expect.waitForSteps(["upload a.xlsx A", "upload B.XLSM B", "load"]);
        await noDialog();
    });
}

test("one file: its form opens", async () => {
    acceptUploads();
    await mountImports("list", { selectRecord: (id) => expect.step(`open ${id}`) });
    await contains(".o_ict_import_workbook").click();
    await setInputFiles([workbook("a.xlsx", "A")]);
    await expect.waitForSteps(["upload a.xlsx A", `open ${NEW_ID}`]);
    expect(".o_ict_workbook_input").toHaveAttribute("accept", ".xlsx,.xlsm");
    expect(".o_ict_workbook_input").toHaveProperty("multiple", true);
});

test("what is no workbook is refused by name, the others go on", async () => {
    acceptUploads();
    await mountImports();
    const large = workbook("large.xlsx");
    Object.defineProperty(large, "size", { value: 21 * 1024 * 1024 });
    await dropFiles(".o_content", [
        workbook("photo.jpg"),
        workbook("old.xls"),
        workbook("empty.xlsx", ""),
        large,
        workbook("good.xlsx", "G"),
    ]);
    await expect.waitForSteps(["upload good.xlsx G"]);
    await seen(".o_ict_workbook_progress .modal-footer button:contains(Close)");
    expect(rows()).toEqual([
        ["photo.jpg", "This is not a workbook (.xlsx)."],
        ["old.xls", "Open this file in your spreadsheet program and save it as .xlsx."],
        ["empty.xlsx", "This file is empty."],
        ["large.xlsx", "This file is larger than 20 megabytes."],
        ["good.xlsx", "Read"],
    ]);
    expect(".o_ict_workbook_progress [role=status]").toHaveText(
        "1 of 5 done · 4 not done",
    );
});

test("what the server says stands with its file, the others go on", async () => {
    acceptUploads((name) => {
        if (name === "bad.xlsx") {
            throw makeServerError({ message: "This file cannot be opened." });
        }
        if (name === "worse.xlsx") {
            throw makeServerError({
                errorName: "builtins.KeyError",
                message: "'xl/workbook'",
            });
        }
        return NEW_ID;
    });
    await mountImports();
    await dropFiles(
        ".o_content",
        ["bad.xlsx", "worse.xlsx", "good.xlsx"].map((name) => workbook(name)),
    );
    await expect.waitForSteps([
        "upload bad.xlsx PK",
        "upload worse.xlsx PK",
        "upload good.xlsx PK",
    ]);
    await seen(".o_ict_workbook_progress .modal-footer button:contains(Close)");
    expect(rows()).toEqual([
        ["bad.xlsx", "This file cannot be opened."],
        ["worse.xlsx", "The server could not handle this file."],
        ["good.xlsx", "Read"],
    ]);
    await contains(".o_ict_workbook_progress .modal-footer button").click();
    await noDialog();
});

test("a file that nobody can read is kept, and told", async () => {
    const ids = { "broken.xlsx": 4, "good.xlsx": 1 };
    acceptUploads((name) => ids[name]);
    await mountImports();
    await dropFiles(".o_content", [workbook("broken.xlsx"), workbook("good.xlsx")]);
    await expect.waitForSteps(["upload broken.xlsx PK", "upload good.xlsx PK"]);
    await seen(".o_ict_workbook_progress .modal-footer button:contains(Close)");
    expect(rows()).toEqual([
        ["broken.xlsx", "No sheets."],
        ["good.xlsx", "Read"],
    ]);
});

test("the next file waits for the answer; progress; stop between two", async () => {
    const answers = [new Deferred(), new Deferred()];
    let count = 0;
    acceptUploads(() => answers[count++]);
    await mountImports();
    await dropFiles(
        ".o_content",
        ["a.xlsx", "b.xlsx", "c.xlsx"].map((name) => workbook(name)),
    );
    await expect.waitForSteps(["upload a.xlsx PK"]);
    const progress = ".o_ict_workbook_progress";
    await seen(`${progress} [role=status]:contains(1 of 3: a.xlsx)`);
    answers[0].resolve(1);
    await expect.waitForSteps(["upload b.xlsx PK"]);
    await seen(`${progress} [role=status]:contains(2 of 3: b.xlsx)`);
    expect(`${progress} [role=progressbar]`).toHaveAttribute("aria-valuenow", "33");
    await contains(".o_ict_stop").click();
    await seen(".o_ict_stop:contains(Stops after this file…)");
    answers[1].resolve(2);
    // Nothing went wrong: the dialog is gone, and c.xlsx was never sent.
    await noDialog();
    expect.verifySteps([]);
});

test("the label says what is still to do", async () => {
    await mountImports();
    expect(queryAllTexts("td[name=state]")).toEqual([
        "Ready",
        "3 to choose",
        "School to choose",
        "Not readable",
        "Imported",
        "Ready",
    ]);
});

test("all that are ready, one request each, an error does not stop it", async () => {
    onRpc("ict.import", "import_one", ({ args }) => {
        expect.step(`import ${args[0]}`);
        if (args[0][0] === 1) {
            throw makeServerError({ message: "The overview is closed." });
        }
        return { id: args[0][0], status: "done", message: "12 new" };
    });
    await mountImports();
    await contains(".o_ict_import_ready").click();
    await expect.waitForSteps(["import 1", "import 6"]);
    await seen(".o_ict_workbook_progress .modal-footer button:contains(Close)");
    expect(rows()).toEqual([
        ["ready.xlsx", "The overview is closed."],
        ["ready too.xlsx", "12 new"],
    ]);
    expect(".o_ict_workbook_progress").toHaveText(
        /still something to choose: names.xlsx, noschool.xlsx/,
    );
    onRpc("ict.import", "web_search_read", () => expect.step("load"));
    await contains(".o_ict_workbook_progress .modal-footer button").click();
    await expect.waitForSteps(["load"]);
});

test("what is ticked is imported, names to choose or not", async () => {
    onRpc("ict.import", "import_one", ({ args }) => {
        expect.step(`import ${args[0]}`);
        return { id: args[0][0], status: "nothing", message: "" };
    });
    await mountImports();
    await contains(".o_data_row:eq(1) .o_list_record_selector input").click();
    await contains(".o_data_row:eq(3) .o_list_record_selector input").click();
    expect(".o_ict_import_ready").toHaveText("Import the selection");
    await contains(".o_ict_import_ready").click();
    await expect.waitForSteps(["import 2"]);
    await seen(".o_ict_workbook_progress .modal-footer button:contains(Close)");
    expect(rows()).toEqual([["names.xlsx", "Nothing to change"]]);
});

test("escape stops a running import after the file at hand", async () => {
    const answer = new Deferred();
    onRpc("ict.import", "import_one", ({ args }) => {
        expect.step(`import ${args[0]}`);
        return answer;
    });
    onRpc("ict.import", "web_search_read", () => expect.step("load"));
    await mountImports();
    expect.verifySteps(["load"]);
    await contains(".o_ict_import_ready").click();
    await expect.waitForSteps(["import 1"]);
    await seen(".o_ict_workbook_progress");
    await press("Escape");
    await noDialog();
    answer.resolve({ id: 1, status: "done", message: "12 new" });
    await expect.waitForSteps(["load"]);
});

test("nothing ready: no button; the empty list has one of its own", async () => {
    acceptUploads();
    await mountImports("list", {
        domain: [["id", "=", 0]],
        noContentHelp: markup`<a href="#" class="o_ict_choose_workbooks">Choose</a>`,
        selectRecord: (id) => expect.step(`open ${id}`),
    });
    expect(".o_ict_import_ready").toHaveCount(0);
    const input = queryOne(".o_ict_workbook_input");
    input.addEventListener("click", () => expect.step("choose"));
    await contains(".o_view_nocontent a").click();
    await setInputFiles([workbook("a.xlsx", "A")]);
    await expect.waitForSteps(["choose", "upload a.xlsx A", `open ${NEW_ID}`]);
});
