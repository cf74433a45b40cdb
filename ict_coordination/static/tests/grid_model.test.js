import { beforeEach, describe, expect, test } from "@odoo/hoot";
import { reactive } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { grandTotal } from "@ict_coordination/hours_grid/core/totals";
import { GridServer, hours, member } from "./grid_server";

describe.current.tags("headless");

let server, model;

/** A model whose edits stay until `send` is called. */
function open(options) {
    server = new GridServer(options);
    ({ model } = server.client());
    model.onEdits = () => {};
}

function send(by = "Me") {
    const edits = model.takePending();
    model.settle(server.write(JSON.parse(JSON.stringify(edits)), "me", by), edits);
    return edits;
}

const set = (line, id, value, of = model) =>
    of.edit([{ line, member: id, value: value && hours(value) }]);
const shown = (line, id) => model.cell(line, id)?.hours ?? null;

beforeEach(() => open({ cells: { "10:1": hours(1), "11:2": hours(2) } }));

test("an edit shows at once and knows what it was based on", () => {
    expect(set(10, 1, 3)).toEqual(["10:1"]);
    expect(shown(10, 1)).toBe(3);
    expect(model.savedCell(10, 1).hours).toBe(1);
    expect(model.savedCell(10, 1).by).toBe("Ann");
    expect(model.status("10:1").state).toBe("pending");
    expect(model.saveState).toBe("pending");
    expect(model.takePending()).toEqual([
        { key: "10:1", line: 10, member: 1, base: hours(1), value: hours(3) },
    ]);
    expect(model.saveState).toBe("saving");
    expect(model.takePending()).toEqual([]);
});

test("attributes of a line are edits too", () => {
    model.edit([
        { line: 10, field: "level", value: "group" },
        { line: 10, field: "note", value: "Later" },
    ]);
    expect(model.line(10).level).toBe("group");
    expect(model.savedLine(10).level).toBe(null);
    expect(model.lines[0].note).toBe("Later");
    expect(send()).toEqual([
        { key: "10:level", line: 10, base: { level: null }, value: { level: "group" } },
        { key: "10:note", line: 10, base: { note: "" }, value: { note: "Later" } },
    ]);
    expect(server.line(10).level).toBe("group");
    expect(model.saveState).toBe("saved");
    expect(model.savedLine(10).note).toBe("Later");
});

test("what changes nothing is no edit and no step", () => {
    expect(set(10, 1, 1)).toEqual([]);
    expect(model.edit([{ line: 10, field: "level", value: null }])).toEqual([]);
    expect(model.canUndo).toBe(false);
    set(10, 1, 3);
    expect(set(10, 1, 3)).toEqual([]);
    set(10, 1, 1);
    expect(model.pendingCount).toBe(0);
    expect(model.saveState).toBe("saved");
});

test("who may not edit does not", () => {
    server.can = { cells: true, lines: false, people: false };
    model.receive(server.changes([]), []);
    expect(model.edit([{ line: 10, field: "level", value: "group" }])).toEqual([]);
    expect(set(10, 1, 4)).toEqual(["10:1"]);
    server.can = { cells: false, lines: false, people: false };
    model.receive(server.changes([]), []);
    expect(set(10, 1, 5)).toEqual([]);
    expect(model.undo()).toEqual([]);
    expect(shown(10, 1)).toBe(4);
});

test("undo and redo take whole steps, in both directions, saved or not", () => {
    model.edit([
        { line: 10, member: 1, value: hours(5) },
        { line: 10, member: 2, value: hours(6) },
        { line: 10, field: "priority", value: "short" },
    ]);
    send();
    set(11, 2, null);
    expect(model.undo()).toEqual(["11:2"]);
    expect(shown(11, 2)).toBe(2);
    expect(model.pendingCount).toBe(0);
    expect(model.undo()).toEqual(["10:1", "10:2", "10:priority"]);
    expect([shown(10, 1), shown(10, 2)]).toEqual([1, null]);
    expect(model.line(10).priority).toBe(null);
    expect(model.canUndo).toBe(false);
    expect(model.undo()).toEqual([]);
    send();
    expect([server.hours("10:1"), server.hours("10:2")]).toEqual([1, null]);
    model.redo();
    model.redo();
    expect([shown(10, 1), shown(10, 2), shown(11, 2)]).toEqual([5, 6, null]);
    expect(model.canRedo).toBe(false);
    model.undo();
    set(12, 1, 1);
    expect(model.canRedo).toBe(false);
});

test("a task that does not apply starts to, with whoever gets it", () => {
    server.line(12).applicable = false;
    model.receive(server.changes([12]), [12]);
    set(12, 1, 2);
    expect(model.line(12).applicable).toBe(true);
    expect(send().map((edit) => edit.key)).toEqual(["12:applicable", "12:1"]);
    expect(server.hours("12:1")).toBe(2);
    model.undo();
    expect(model.line(12).applicable).toBe(false);
    send();
    expect(server.line(12).applicable).toBe(false);
    expect(model.saveState).toBe("saved");
});

test("a text shows as typed until the server has read it", () => {
    server.texts["2-3u"] = { status: "saved", value: hours(2.5), remark: "Middle" };
    model.edit([{ line: 10, member: 1, text: "2-3u" }]);
    expect(model.status("10:1").text).toBe("2-3u");
    expect(shown(10, 1)).toBe(1);
    expect(send()[0]).toEqual({
        ...{ key: "10:1", line: 10, member: 1, base: hours(1), text: "2-3u" },
    });
    expect(model.status("10:1")).toBe(undefined);
    expect(model.remark("10:1")).toBe("Middle");
    expect(shown(10, 1)).toBe(2.5);
    model.undo();
    expect(shown(10, 1)).toBe(1);
    expect(model.remark("10:1")).toBe(undefined);
    send();
    model.redo();
    expect(send()[0].value).toEqual(hours(2.5));
});

test("what a text changed in other cells is undone with it", () => {
    const also = [{ line: 11, member: 3, after: hours(1) }];
    server.texts["Cis 1u"] = { status: "saved", value: null, also };
    model.edit([{ line: 10, member: 1, text: "Cis 1u" }]);
    send();
    expect([shown(10, 1), shown(11, 3)]).toEqual([null, 1]);
    expect(model.undo()).toEqual(["10:1", "11:3"]);
    expect([shown(10, 1), shown(11, 3)]).toEqual([1, null]);
    send();
    expect(server.hours("11:3")).toBe(null);
    model.redo();
    expect([shown(10, 1), shown(11, 3)]).toEqual([null, 1]);
});

test("undo of a text on its way also takes back what it did elsewhere", () => {
    const also = [{ line: 11, member: 3, after: hours(1) }];
    server.texts["Cis 1u"] = { status: "saved", value: null, also };
    model.edit([{ line: 10, member: 1, text: "Cis 1u" }]);
    const edits = model.takePending();
    model.undo();
    model.settle(server.write(edits, "me", "Me"), edits);
    expect([shown(10, 1), shown(11, 3)]).toEqual([1, null]);
    send();
    expect([server.hours("10:1"), server.hours("11:3")]).toEqual([1, null]);
    model.redo();
    send();
    expect([server.hours("10:1"), server.hours("11:3")]).toEqual([null, 1]);
});

test("edits during a request wait, over what it stored", () => {
    set(10, 1, 3);
    const edits = model.takePending();
    set(10, 1, 4);
    set(10, 1, 5);
    expect(model.status("10:1").state).toBe("saving");
    expect(model.takePending()).toEqual([]);
    model.settle(server.write(edits, "me", "Me"), edits);
    expect(shown(10, 1)).toBe(5);
    expect(send()).toEqual([
        { key: "10:1", line: 10, member: 1, base: hours(3), value: hours(5) },
    ]);
    expect(server.hours("10:1")).toBe(5);
});

test("undo of an edit on its way sends the reverse", () => {
    set(10, 1, 3);
    const edits = model.takePending();
    model.undo();
    expect(shown(10, 1)).toBe(1);
    model.settle(server.write(edits, "me", "Me"), edits);
    expect(shown(10, 1)).toBe(1);
    expect(server.hours("10:1")).toBe(3);
    send();
    expect(server.hours("10:1")).toBe(1);
    expect(model.saveState).toBe("saved");
});

test("a lost request goes again as it was, before what was typed since", () => {
    set(10, 1, 3);
    const edits = model.takePending();
    server.write(edits, "me", "Me");
    model.giveBack(["10:1"]);
    expect(model.saveState).toBe("failed");
    expect(model.status("10:1").state).toBe("failed");
    set(10, 1, 4);
    set(11, 1, 9);
    expect(send()).toEqual(edits);
    expect(shown(10, 1)).toBe(4);
    expect(send().map((edit) => edit.base)).toEqual([hours(3), null]);
    expect([server.hours("10:1"), server.hours("11:1")]).toEqual([4, 9]);
    expect(model.saveState).toBe("saved");
});

test("a conflict shows mine, and tells what stands there, whose and since when", () => {
    server.put("10:1", hours(8), "Tom");
    set(10, 1, 3);
    send();
    expect(shown(10, 1)).toBe(3);
    expect(server.hours("10:1")).toBe(8);
    const { state, stored, by, on } = model.status("10:1");
    expect([state, stored.hours, by]).toEqual(["conflict", 8, "Tom"]);
    expect(on).toBe("2026-11-22T18:05:00Z");
    expect(model.attention).toEqual(["10:1"]);
    expect(model.saveState).toBe("pending");
    model.resolve("10:1", "mine");
    expect(send()[0].base.hours).toBe(8);
    expect(server.hours("10:1")).toBe(3);
    expect(model.saveState).toBe("saved");
});

test("of a conflict the other's can stay; then there is nothing to undo", () => {
    server.put("10:1", hours(8), "Tom");
    set(10, 1, 3);
    send();
    model.resolve("10:1", "theirs");
    expect(shown(10, 1)).toBe(8);
    expect(model.saveState).toBe("saved");
    expect(model.canUndo).toBe(false);
});

test("typing over a conflict does not answer it", () => {
    server.put("10:1", hours(8), "Tom");
    set(10, 1, 3);
    send();
    set(10, 1, 4);
    send();
    expect(model.status("10:1").state).toBe("conflict");
    expect(server.hours("10:1")).toBe(8);
    model.undo();
    model.undo();
    expect(shown(10, 1)).toBe(8);
    expect(model.status("10:1")).toBe(undefined);
});

test("a conflict on an attribute of a line", () => {
    server.line(10).level = "shared";
    model.edit([{ line: 10, field: "level", value: "group" }]);
    send();
    expect(model.line(10).level).toBe("group");
    expect(model.status("10:level").stored).toEqual({ level: "shared" });
    model.resolve("10:level", "mine");
    send();
    expect(server.line(10).level).toBe("group");
});

test("a question keeps the text; the answer is saved and undone as one step", () => {
    const proposals = [
        { label: "2 h", value: hours(2) },
        { label: "20 h", value: hours(20) },
    ];
    server.texts["2 0"] = { status: "asked", message: "2 or 20?", proposals };
    model.edit([{ line: 10, member: 1, text: "2 0" }]);
    send();
    const status = model.status("10:1");
    expect([status.state, status.text, status.message]).toEqual([
        ...["asked", "2 0", "2 or 20?"],
    ]);
    expect(shown(10, 1)).toBe(1);
    model.resolve("10:1", 1);
    expect(shown(10, 1)).toBe(20);
    send();
    expect(server.hours("10:1")).toBe(20);
    model.undo();
    expect(shown(10, 1)).toBe(1);
    model.redo();
    expect(shown(10, 1)).toBe(20);
});

test("a refused text stays in sight until it is dropped or typed again", () => {
    server.texts.abc = { status: "refused", message: "No hours" };
    model.edit([{ line: 10, member: 1, text: "abc" }]);
    send();
    expect(model.status("10:1").state).toBe("refused");
    expect(model.status("10:1").text).toBe("abc");
    model.edit([{ line: 10, member: 1, text: "abc" }]);
    expect(model.status("10:1").state).toBe("pending");
    send();
    model.resolve("10:1", "discard");
    expect(model.status("10:1")).toBe(undefined);
    expect([model.canUndo, model.saveState]).toEqual([false, "saved"]);
    model.edit([{ line: 10, member: 1, text: "abc" }]);
    send();
    set(10, 1, 2);
    send();
    expect(server.hours("10:1")).toBe(2);
    model.undo();
    expect([shown(10, 1), model.canUndo]).toEqual([1, false]);
});

test("an answer that the server forgot does not disappear", () => {
    set(10, 1, 3);
    const edits = model.takePending();
    model.settle({ ...server.changes([10]), results: [] }, edits);
    expect(model.status("10:1").state).toBe("refused");
    expect(shown(10, 1)).toBe(3);
});

test("what others changed comes in; an unsaved edit stays, with its base", () => {
    set(10, 1, 3);
    server.put("10:1", hours(8), "Tom");
    server.put("10:2", hours(7), "Tom");
    server.cells.delete("11:2");
    model.receive(server.changes([10, 11]), [10, 11]);
    expect([shown(10, 1), shown(10, 2), shown(11, 2)]).toEqual([3, 7, null]);
    expect(model.savedCell(10, 1).hours).toBe(8);
    expect(send()[0].base).toEqual(hours(1));
    expect(model.status("10:1").state).toBe("conflict");
    server.put("10:1", hours(9), "Els");
    model.receive(server.changes([10]), [10]);
    expect([model.status("10:1").stored.hours, model.status("10:1").by]).toEqual([
        ...[9, "Els"],
    ]);
    server.put("10:1", hours(3), "Els");
    model.receive(server.changes([10]), [10]);
    expect(model.status("10:1")).toBe(undefined);
});

test("undo puts back over what others wrote since, and redo theirs", () => {
    set(10, 1, 3);
    send();
    server.put("10:1", hours(8), "Tom");
    model.receive(server.changes([10]), [10]);
    model.undo();
    expect(send()[0]).toEqual({
        ...{ key: "10:1", line: 10, member: 1, base: hours(8), value: hours(1) },
    });
    model.redo();
    expect(shown(10, 1)).toBe(8);
});

test("lines that come and go", () => {
    set(13, 1, 3);
    server.lines.pop();
    expect(model.receive(server.changes([13]), [13])).toBe(true);
    expect(model.lines.map(({ id }) => id)).toEqual([10, 11, 12]);
    expect([model.pendingCount, model.canUndo]).toEqual([0, false]);
    expect(model.orphans.map(({ key, value }) => [key, value.hours])).toEqual([
        ["13:1", 3],
    ]);
    model.dropOrphans();
    expect(model.unsaved()).toEqual([]);
    server.lines.splice(1, 0, { ...server.line(10), id: 20, task: 120 });
    expect(model.receive(server.changes([20]), [20])).toBe(false);
    expect(model.receive(server.changes(false), false)).toBe(true);
    expect(model.lines.map(({ id }) => id)).toEqual([10, 20, 11, 12]);
});

test("a column stays when its last cell goes, and a new one has its place", () => {
    const group = member(9, "Group man", { own: false });
    server.members.push(group);
    server.put("10:9", hours(1));
    model.receive(server.changes([10]), [10]);
    set(10, 9, null);
    server.members.pop();
    send();
    expect(model.members.map(({ id }) => id)).toEqual([1, 2, 3, 9]);
    model.addMember(member(4, "Bea"));
    model.addMember(member(8, "Vacancy", { type: "vacancy" }));
    expect(model.members.map(({ id }) => id)).toEqual([1, 2, 4, 3, 9, 8]);
    server.members.push(member(4, "Bea"));
    model.receive(server.changes([]), []);
    expect(model.members.map(({ name }) => name)).toEqual([
        ...["An", "Bart", "Cis", "Bea", "Group man", "Vacancy"],
    ]);
});

test("unsaved edits of an earlier visit come back with their bases", () => {
    server.texts["2-3u"] = { status: "saved", value: hours(2.5) };
    set(10, 1, 3);
    model.takePending();
    set(10, 1, 4);
    model.edit([{ line: 11, member: 1, text: "2-3u" }]);
    model.edit([{ line: 12, field: "note", value: "Late" }]);
    set(13, 3, 1);
    const list = JSON.parse(JSON.stringify(model.unsaved()));
    server.members.pop();
    ({ model } = server.client());
    model.onEdits = () => {};
    model.restoreUnsaved(list);
    expect(shown(10, 1)).toBe(4);
    expect(model.line(12).note).toBe("Late");
    expect(model.orphans).toHaveLength(1);
    expect([model.orphans[0].person, model.orphans[0].task]).toEqual(["Cis", "Task 3"]);
    expect(send()[0].value).toEqual(hours(3));
    send();
    expect([server.hours("10:1"), server.hours("11:1")]).toEqual([4, 2.5]);
    expect(server.line(12).note).toBe("Late");
    expect([model.saveState, model.unsaved().length]).toEqual(["saved", 1]);
});

test("five hundred steps can be undone", () => {
    for (let i = 1; i <= 510; i++) {
        set(10, 1, 1 + i / 100);
    }
    let steps = 0;
    while (model.canUndo) {
        model.undo();
        steps += 1;
    }
    expect([steps, shown(10, 1)]).toEqual([500, 1.1]);
});

test("a component is drawn again only for what it read", () => {
    const drawn = new Set();
    const watch = (name, read) => read(reactive(model, () => drawn.add(name)));
    const watchAll = () => {
        drawn.clear();
        watch("row 10", (m) => [m.line(10), m.cell(10, 1), m.status("10:1")]);
        watch("row 11", (m) => [m.line(11), m.cell(11, 1), m.status("11:1")]);
        watch("person 1", (m) => m.cellsOfMember(1));
        watch("person 2", (m) => m.cellsOfMember(2));
        watch("cluster 2", (m) => m.cellsOfCluster(2));
        watch("all", (m) => grandTotal(m));
        watch("saving", (m) => m.saveState);
        watch("lines", (m) => m.lines);
        watch("members", (m) => m.members.map(({ name }) => name));
        watch("undo", (m) => m.canUndo);
    };
    watchAll();
    set(10, 1, 3);
    expect([...drawn].sort()).toEqual(["all", "person 1", "row 10", "saving", "undo"]);
    watchAll();
    send();
    expect([...drawn].sort()).toEqual(["row 10", "saving", "undo"]);
    watchAll();
    model.edit([{ line: 11, field: "level", value: "group" }]);
    expect([...drawn].sort()).toEqual(["all", "lines", "row 11", "saving", "undo"]);
    watchAll();
    server.put("12:2", hours(1));
    model.receive(server.changes(false), false);
    expect([...drawn].sort()).toEqual([
        "all",
        "cluster 2",
        "person 2",
        "saving",
        "undo",
    ]);
    watchAll();
    model.addMember(member(4, "Dirk"));
    expect([...drawn].sort()).toEqual(["all", "members"]);
});

test("a sheet of 804 cells opens in no time, and a key costs nothing", () => {
    const cells = {};
    for (let line = 10; line < 77; line++) {
        for (let id = 1; id <= 12; id++) {
            cells[`${line}:${id}`] = hours(1);
        }
    }
    const people = Array.from({ length: 12 }, (_, i) => member(i + 1, `P${i}`));
    open({ lines: 67, members: people, cells });
    const now = () => browser.performance.now();
    const start = now();
    ({ model } = server.client());
    model.onEdits = () => {};
    const opened = now() - start;
    const before = now();
    for (let i = 0; i < 300; i++) {
        set(10 + (i % 67), 1 + (i % 12), 2 + (i % 5));
    }
    const each = (now() - before) / 300;
    expect(opened).toBeLessThan(100);
    expect(each).toBeLessThan(2);
    expect(grandTotal(model).people).toBe(12);
});
