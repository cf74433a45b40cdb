import { beforeEach, describe, expect, test } from "@odoo/hoot";
import { hours, member, openSheet } from "./grid_server";

describe.current.tags("headless");

let server, model, set, shown, send;

/** A model whose edits stay until `send` is called. */
function open(options) {
    ({ server, model, set, shown, send } = openSheet(options));
}

beforeEach(() => open({ cells: { "10:1": hours(1), "11:2": hours(2) } }));

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
    open({ server });
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
