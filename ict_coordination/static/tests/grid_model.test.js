import { beforeEach, describe, expect, test } from "@odoo/hoot";
import { reactive } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { grandTotal } from "@ict_coordination/hours_grid/core/totals";
import { hours, member, openSheet } from "./grid_server";

describe.current.tags("headless");

let server, model, set, shown, send;

/** A model whose edits stay until `send` is called. */
function open(options) {
    ({ server, model, set, shown, send } = openSheet(options));
}

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
    open({ server });
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
