import { beforeEach, expect, test } from "@odoo/hoot";
import { advanceTime, Deferred, runAllTimers } from "@odoo/hoot-dom";
import { waitForChannels, waitNotifications } from "@bus/../tests/bus_test_helpers";
import { WEBSOCKET_CLOSE_CODES } from "@bus/workers/websocket_worker";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import { getService, makeMockEnv, MockServer } from "@web/../tests/web_test_helpers";
import { GridLive } from "@ict_coordination/hours_grid/saving/grid_live";
import { GridServer, hours } from "./grid_server";

defineMailModels();

let server, me, other, live;

/** The real bus service: what the server sends arrives as it would in a browser. */
beforeEach(async () => {
    await makeMockEnv();
    server = new GridServer({ cells: { "10:1": hours(1) } });
    server.onWritten = (payload) => announce(payload);
    me = server.client("Me");
    other = server.client("Tom");
    live = new GridLive({ ...me, overviewId: 7, bus: getService("bus_service") });
    live.start();
    await waitForChannels(["ict.overview_7"]);
    await runAllTimers();
    server.calls = [];
});

function announce(payload) {
    MockServer.env["bus.bus"]._sendone(
        "ict.overview_7",
        "ict.overview/changed",
        payload,
    );
}

const set = ({ model }, line, id, value) =>
    model.edit([{ line, member: id, value: hours(value) }]);
/** Let `count` messages arrive, and what they lead to happen. */
async function heard(count = 1) {
    await waitNotifications(...Array(count).fill(["ict.overview/changed"]));
    await advanceTime(300);
}

const asked = () =>
    server.calls
        .filter(({ method }) => method === "grid_changes")
        .map(({ args }) => args[0]);

test("what somebody else saves shows here", async () => {
    set(other, 10, 1, 5);
    set(other, 12, 3, 6);
    await other.saver.flush();
    await heard();
    expect(me.model.cell(10, 1).hours).toBe(5);
    expect(me.model.savedCell(12, 3).by).toBe("Tom");
    expect(asked()).toEqual([[10, 12]]);
});

test("what I saved myself is not asked again", async () => {
    set(me, 10, 1, 5);
    await me.saver.flush();
    await heard();
    expect(asked()).toEqual([]);
});

test("messages of another sheet are not mine", async () => {
    announce({ id: 8, lines: [10], origin: false });
    await heard();
    expect(asked()).toEqual([]);
});

test("many messages are one question; all lines swallow some", async () => {
    live.onMessage({ id: 7, lines: [10, 11], origin: false });
    live.onMessage({ id: 7, lines: [11, 12], origin: false });
    await advanceTime(300);
    live.onMessage({ id: 7, lines: [10], origin: false });
    live.onMessage({ id: 7, lines: false, origin: false });
    await advanceTime(300);
    expect(asked()).toEqual([[10, 11, 12], false]);
});

test("what comes during a question is asked after it", async () => {
    server.gate = new Deferred();
    live.onMessage({ id: 7, lines: [10], origin: false });
    await advanceTime(150);
    live.onMessage({ id: 7, lines: [10], origin: false });
    await advanceTime(300);
    expect(asked()).toEqual([[10]]);
    server.put("10:1", hours(6), "Tom");
    server.gate.resolve();
    await advanceTime(10);
    await advanceTime(300);
    expect(asked()).toEqual([[10], [10]]);
    expect(me.model.cell(10, 1).hours).toBe(6);
});

test("a sheet that is activated becomes read-only here", async () => {
    server.can = { cells: false, lines: false, people: false };
    announce({ id: 7, lines: false, origin: false });
    await heard();
    expect(me.model.can.cells).toBe(false);
});

test("a new line is put in its place", async () => {
    server.lines.splice(1, 0, { ...server.line(10), id: 20, task: 120 });
    announce({ id: 7, lines: [20], origin: false });
    await heard();
    await advanceTime(300);
    expect(me.model.lines.map(({ id }) => id)).toEqual([10, 20, 11, 12, 13]);
    expect(asked()).toEqual([[20], false]);
});

test("after the connection was away everything is read again", async () => {
    server.put("11:2", hours(4), "Tom");
    const bus = getService("bus_service");
    const event = (type) =>
        new Promise((resolve) => bus.addEventListener(type, resolve, { once: true }));
    const gone = event("BUS:DISCONNECT");
    const back = event("BUS:RECONNECT");
    const { ABNORMAL_CLOSURE } = WEBSOCKET_CLOSE_CODES;
    MockServer.env["bus.bus"]._simulateDisconnection(ABNORMAL_CLOSURE);
    await gone;
    await runAllTimers();
    await back;
    await advanceTime(300);
    expect(me.model.cell(11, 2).hours).toBe(4);
    expect(asked()).toEqual([false]);
});

test("a question that failed is asked again, with what came since", async () => {
    server.offline = true;
    announce({ id: 7, lines: [10], origin: false });
    await heard();
    announce({ id: 7, lines: [11], origin: false });
    server.put("10:1", hours(6), "Tom");
    server.put("11:1", hours(7), "Tom");
    server.offline = false;
    await advanceTime(6000);
    expect([me.model.cell(10, 1).hours, me.model.cell(11, 1).hours]).toEqual([6, 7]);
});

test("who left hears nothing", async () => {
    live.stop();
    await waitForChannels(["ict.overview_7"], { operation: "delete" });
    live.onMessage({ id: 7, lines: [10], origin: false });
    await advanceTime(300);
    expect(asked()).toEqual([]);
});
