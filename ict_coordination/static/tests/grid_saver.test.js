import { beforeEach, describe, expect, test } from "@odoo/hoot";
import {
    advanceTime,
    Deferred,
    manuallyDispatchProgrammaticEvent,
} from "@odoo/hoot-dom";
import { browser } from "@web/core/browser/browser";
import { RPCError } from "@web/core/network/rpc";
import { patchWithCleanup } from "@web/../tests/web_test_helpers";
import { UnsavedStorage } from "@ict_coordination/hours_grid/saving/unsaved_storage";
import { GridServer, hours } from "./grid_server";

describe.current.tags("headless");

let server, model, saver;

beforeEach(() => {
    server = new GridServer({ lines: 67, cells: { "10:1": hours(1) } });
    ({ model, saver } = server.client());
    saver.start();
});

const set = (line, id, value, of = model) =>
    of.edit([{ line, member: id, value: value && hours(value) }]);
const stored = () => new UnsavedStorage(7, "look").load();

test("an edit is saved at once", async () => {
    set(10, 1, 3);
    expect(stored()).toHaveLength(1);
    expect(await saver.flush()).toBe(true);
    expect(server.hours("10:1")).toBe(3);
    expect(server.calls[0].args[1]).toBe(saver.origin);
    expect(model.saveState).toBe("saved");
    expect(stored()).toEqual([]);
});

test("nothing to save is no request", async () => {
    expect(await saver.flush()).toBe(true);
    expect(server.calls).toEqual([]);
});

test("two hundred pasted cells are one request", async () => {
    model.edit(
        Array.from({ length: 201 }, (_, i) => ({
            line: 10 + (i % 67),
            member: 1 + Math.floor(i / 67),
            value: hours(2),
        })),
    );
    await saver.flush();
    expect(server.writes).toHaveLength(1);
    expect(server.writes[0].args[0]).toHaveLength(201);
    expect(server.cells.size).toBe(201);
    model.undo();
    await saver.flush();
    expect(server.writes).toHaveLength(2);
    expect([server.cells.size, server.hours("10:1")]).toEqual([1, 1]);
});

test("one request at a time: what is typed meanwhile goes with the next", async () => {
    server.gate = new Deferred();
    set(10, 1, 2);
    await Promise.resolve();
    await Promise.resolve();
    expect(model.saveState).toBe("saving");
    set(10, 1, 3);
    set(11, 1, 4);
    set(12, 1, 5);
    expect(server.writes).toHaveLength(1);
    server.gate.resolve();
    await saver.flush();
    expect(server.writes.map(({ args }) => args[0].length)).toEqual([1, 3]);
    expect(server.hours("10:1")).toBe(3);
});

test("offline: visible, kept, tried again, saved", async () => {
    server.offline = true;
    set(10, 1, 2);
    expect(await saver.flush()).toBe(false);
    expect([model.saveState, model.status("10:1").state]).toEqual(["failed", "failed"]);
    set(11, 2, 3);
    await saver.flush();
    expect(stored()).toHaveLength(2);
    expect([model.cell(10, 1).hours, model.cell(11, 2).hours]).toEqual([2, 3]);
    server.offline = false;
    await advanceTime(2100);
    expect([server.hours("10:1"), server.hours("11:2")]).toEqual([2, 3]);
    expect(model.saveState).toBe("saved");
    expect(stored()).toEqual([]);
});

test("tries again after 1, 2, 5, 10, 30 and 30 seconds", async () => {
    server.offline = true;
    set(10, 1, 2);
    await saver.flush();
    const after = [];
    for (let second = 1; second <= 80; second++) {
        const before = server.writes.length;
        await advanceTime(1000);
        if (server.writes.length > before) {
            after.push(second);
        }
    }
    expect(after).toEqual([1, 3, 8, 18, 48, 78]);
    await saver.stop();
    await advanceTime(60000);
    expect(server.writes).toHaveLength(7);
});

test("tries at once when the browser is online again", async () => {
    server.offline = true;
    set(10, 1, 2);
    await saver.flush();
    server.offline = false;
    await manuallyDispatchProgrammaticEvent(window, "online");
    await saver.flush();
    expect(server.hours("10:1")).toBe(2);
});

test("an answer that gets lost after the server wrote is harmless", async () => {
    server.loseAnswers = true;
    set(10, 1, 2);
    model.edit([{ line: 11, field: "level", value: "group" }]);
    await saver.flush();
    expect([server.hours("10:1"), model.saveState]).toEqual([2, "failed"]);
    set(10, 1, 4);
    server.loseAnswers = false;
    await saver.flush();
    expect(server.hours("10:1")).toBe(4);
    expect(server.line(11).level).toBe("group");
    expect(model.attention).toEqual([]);
    expect(model.saveState).toBe("saved");
});

test("between a lost answer and the next try somebody else wrote: a conflict", async () => {
    server.loseAnswers = true;
    set(10, 1, 2);
    await saver.flush();
    server.put("10:1", hours(9), "Tom");
    server.loseAnswers = false;
    await advanceTime(1100);
    expect(server.hours("10:1")).toBe(9);
    expect(model.status("10:1").by).toBe("Tom");
});

test("logged out is no refusal: it is tried again", async () => {
    server.error = Object.assign(new RPCError("Session expired"), {
        exceptionName: "odoo.http.SessionExpiredException",
    });
    set(10, 1, 2);
    await saver.flush();
    expect(model.saveState).toBe("failed");
    server.error = null;
    await advanceTime(1100);
    expect(server.hours("10:1")).toBe(2);
});

test("a refused request is told, kept in sight and not repeated", async () => {
    server.error = Object.assign(new RPCError("Odoo Server Error"), {
        exceptionName: "odoo.exceptions.AccessError",
        data: { message: "You may not." },
    });
    set(10, 1, 2);
    await saver.flush();
    expect(model.status("10:1").message).toBe("You may not.");
    expect(model.cell(10, 1).hours).toBe(2);
    await advanceTime(60000);
    expect(server.writes).toHaveLength(1);
    expect(stored()).toHaveLength(1);
    server.error = null;
    model.resolve("10:1", "mine");
    await saver.flush();
    expect(server.hours("10:1")).toBe(2);
    expect(stored()).toEqual([]);
});

test("two people: conflict, answered in both ways", async () => {
    const other = server.client("Tom");
    set(10, 1, 2);
    await saver.flush();
    set(10, 1, 8, other.model);
    set(11, 1, 1, other.model);
    expect(await other.saver.flush()).toBe(false);
    expect(server.hours("10:1")).toBe(2);
    expect(server.hours("11:1")).toBe(1);
    expect(other.model.status("10:1").by).toBe("Me");
    other.model.resolve("10:1", "mine");
    expect(await other.saver.flush()).toBe(true);
    expect(server.hours("10:1")).toBe(8);
    set(10, 1, 5);
    await saver.flush();
    expect(model.status("10:1").stored.hours).toBe(8);
    model.resolve("10:1", "theirs");
    expect(model.cell(10, 1).hours).toBe(8);
    expect(await saver.flush()).toBe(true);
});

test("undo with somebody else in the same sheet", async () => {
    const other = server.client("Tom");
    set(10, 1, 2);
    set(11, 1, 3);
    await saver.flush();
    other.model.receive(server.changes(false), false);
    set(11, 1, 7, other.model);
    await other.saver.flush();
    // I have not seen it: my undo does not wipe it out.
    model.undo();
    await saver.flush();
    expect(server.hours("11:1")).toBe(7);
    expect(model.status("11:1").by).toBe("Tom");
    model.resolve("11:1", "theirs");
    model.undo();
    await saver.flush();
    expect(server.hours("10:1")).toBe(1);
    other.model.undo();
    await other.saver.flush();
    expect(server.hours("11:1")).toBe(3);
});

test("a page that closes offline: the next visit sends what it left", async () => {
    server.offline = true;
    set(10, 1, 2);
    set(11, 2, 3);
    await saver.flush();
    saver.stop();
    server.put("10:1", hours(9), "Tom");
    server.offline = false;
    const next = server.client();
    next.saver.start();
    expect(next.model.cell(10, 1).hours).toBe(2);
    await next.saver.flush();
    expect(server.hours("11:2")).toBe(3);
    expect(server.hours("10:1")).toBe(9);
    expect(next.model.status("10:1").state).toBe("conflict");
    next.model.resolve("10:1", "theirs");
    expect(browser.localStorage.length).toBe(0);
});

test("two tabs do not overwrite each other's unsaved edits", async () => {
    const tab = server.client();
    tab.saver.start();
    server.offline = true;
    set(10, 1, 2);
    set(11, 1, 3, tab.model);
    await Promise.all([saver.flush(), tab.saver.flush()]);
    expect(stored().map(({ key }) => key)).toEqual(["10:1", "11:1"]);
});

test("storage that is full or holds nonsense stops nobody", async () => {
    patchWithCleanup(browser, {
        localStorage: {
            ...{ length: 1, key: () => `${saver.storage.prefix}x`, getItem: () => "{" },
            setItem() {
                throw new Error("QuotaExceededError");
            },
            removeItem() {},
        },
    });
    const next = server.client();
    next.saver.start();
    set(10, 1, 2, next.model);
    await next.saver.flush();
    expect(server.hours("10:1")).toBe(2);
});

test("what others do waits for what is on its way, and the other way round", async () => {
    server.gate = new Deferred();
    set(10, 1, 2);
    const read = saver.alone(async () => {
        model.receive(await saver.call("grid_changes", [[10]]), [10]);
    });
    await Promise.resolve();
    await Promise.resolve();
    set(11, 1, 3);
    expect(server.calls.map(({ method }) => method)).toEqual(["grid_write"]);
    server.gate.resolve();
    await read;
    await saver.flush();
    expect(server.calls.map(({ method }) => method)).toEqual([
        ...["grid_write", "grid_changes", "grid_write"],
    ]);
    expect(model.cell(10, 1).hours).toBe(2);
    expect(server.hours("11:1")).toBe(3);
});
