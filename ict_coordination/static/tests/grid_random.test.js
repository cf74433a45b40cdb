import { beforeEach, describe, expect, test } from "@odoo/hoot";
import { browser } from "@web/core/browser/browser";
import { sameCell } from "@ict_coordination/hours_grid/core/cell_value";
import { GridServer, hours } from "./grid_server";

describe.current.tags("headless");

const LINES = [10, 11, 12];
const PEOPLE = [1, 2, 3];
const ROUNDS = 60;

let random;

/** The same numbers at each run: a failure can be looked at again. */
beforeEach(() => {
    let seed = 7;
    random = () => {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        return seed / 2147483648;
    };
});

const pick = (list) => list[Math.floor(random() * list.length)];

function open() {
    browser.localStorage.clear();
    const server = new GridServer({
        lines: 3,
        cells: { "10:1": hours(1), "11:2": hours(2) },
    });
    const also = [{ line: 11, member: 3, after: hours(9) }];
    const proposals = [{ label: "1", value: hours(6) }];
    server.line(12).applicable = false;
    server.texts = {
        a: { status: "saved", value: hours(4), also },
        b: { status: "saved", value: hours(7) },
        q: { status: "asked", message: "?", proposals },
        r: { status: "refused", message: "No" },
    };
    return server;
}

function edit(model, texts) {
    const line = pick(LINES);
    const target = { line, member: pick(PEOPLE) };
    const value = pick([null, hours(1), hours(2), hours(null)]);
    const typed = { ...target, text: pick(texts) };
    const level = { line, field: "level", value: pick(["school", null]) };
    // A value makes line 12 applicable; a text would be refused there.
    const last = line === 12 ? level : typed;
    model.edit([pick([{ ...target, value }, { ...target, value }, last, level])]);
}

function dump(server) {
    const cells = [...server.cells].map(([key, cell]) => `${key} ${cell.hours}`);
    const lines = server.lines.map(({ applicable, level }) => `${applicable} ${level}`);
    return [...cells.sort(), ...lines];
}

test("undo back to the beginning, redo to the end", async () => {
    for (let round = 0; round < ROUNDS; round++) {
        const server = open();
        const { model, saver } = server.client();
        const start = dump(server);
        for (let step = 0; step < 25; step++) {
            edit(model, ["b"]);
            await pick([() => {}, () => Promise.resolve(), () => saver.flush()])();
            pick([() => {}, () => {}, () => model.undo(), () => model.redo()])();
        }
        await saver.flush();
        const end = dump(server);
        let steps = 0;
        for (; model.canUndo; steps++) {
            model.undo();
            await pick([() => {}, () => saver.flush()])();
        }
        await saver.flush();
        expect(dump(server)).toEqual(start);
        for (; steps > 0; steps--) {
            model.redo();
        }
        await saver.flush();
        expect(dump(server)).toEqual(end);
    }
});

/** One thing that may happen to one of the people or to the connection. */
async function happen(server, { model, saver, call }) {
    const questions = model.attention;
    await pick([
        ...Array(4).fill(() => edit(model, ["a", "b", "q", "r"])),
        () => model.undo(),
        () => model.redo(),
        () => (server.offline = !server.offline),
        () => (server.loseAnswers = !server.loseAnswers),
        () => saver.send(),
        () =>
            saver
                .alone(async () =>
                    model.receive(await call("grid_changes", [LINES]), LINES),
                )
                .catch(() => {}),
        () =>
            questions.length &&
            model.resolve(pick(questions), pick(["mine", "theirs"])),
    ])();
}

test("three people and a bad connection: in the end all see what is stored", async () => {
    for (let round = 0; round < ROUNDS; round++) {
        const server = open();
        const clients = ["An", "Bart", "Cis"].map((name) => server.client(name));
        for (let step = 0; step < 50; step++) {
            await happen(server, pick(clients));
        }
        Object.assign(server, { offline: false, loseAnswers: false });
        for (const { saver } of clients) {
            await saver.flush();
            await saver.flush();
        }
        for (const { model } of clients) {
            model.receive(server.changes(false), false);
            expect(model.pendingCount).toBe(model.attention.length);
            model.attention.forEach((key) => model.resolve(key, "theirs"));
            const wrong = LINES.flatMap((line) =>
                PEOPLE.filter(
                    (id) =>
                        !sameCell(
                            model.cell(line, id),
                            server.cells.get(`${line}:${id}`) || null,
                        ),
                ),
            );
            expect(wrong).toEqual([]);
        }
    }
});
