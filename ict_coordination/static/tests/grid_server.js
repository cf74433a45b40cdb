import { ConnectionLostError } from "@web/core/network/rpc";
import { sameCell } from "@ict_coordination/hours_grid/core/cell_value";
import { GridModel } from "@ict_coordination/hours_grid/core/grid_model";
import { GridSaver } from "@ict_coordination/hours_grid/saving/grid_saver";

/** @returns {Object} CellValue */
export function hours(number, more = {}) {
    return {
        hours: number,
        certainty: number === null ? "unknown" : "exact",
        mandates: ["executes"],
        funding: null,
        note: "",
        ...more,
    };
}

export function member(id, name, more = {}) {
    return {
        ...{ id, name, type: "employee", role: "", available: null, own: true },
        ...{ employee: id, avatar: null, mine: false, active: true },
        elsewhere: { hours: 0, unknown: 0 },
        ...more,
    };
}

const copy = (value) => JSON.parse(JSON.stringify(value));
const key = (line, id) => `${line}:${id}`;

/**
 * The server's side of the grid, in memory: it writes by value as the contract says, and
 * can lose requests (`offline`) or answers (`loseAnswers`).
 */
export class GridServer {
    /** @param {{lines?: number, members?: Object[], cells?: Object}} options */
    constructor({
        lines = 4,
        members = [member(1, "An"), member(2, "Bart"), member(3, "Cis")],
        cells = {},
    } = {}) {
        this.members = members;
        this.lines = Array.from({ length: lines }, (_, i) => ({
            ...{ id: 10 + i, task: 100 + i, cluster: i < 2 ? 1 : 2, name: `Task ${i}` },
            ...{ core: i === 0, applicable: true, level: null },
            ...{ priority: null, note: "" },
        }));
        this.cells = new Map();
        Object.entries(cells).forEach(([name, value]) => this.put(name, value, "Ann"));
        this.can = { cells: true, lines: true, people: true };
        this.state = "draft";
        this.whyNot = "";
        this.texts = {};
        this.calls = [];
        this.offline = false;
        this.loseAnswers = false;
        this.gate = null;
    }

    put(name, value, by = "Somebody") {
        if (value) {
            this.cells.set(name, { ...copy(value), by, on: "2026-11-22T18:05:00Z" });
        } else {
            this.cells.delete(name);
        }
    }

    /** What stands in the database. */
    hours(name) {
        return this.cells.get(name)?.hours ?? null;
    }

    line(id) {
        return this.lines.find((line) => line.id === id);
    }

    /** Somebody deletes the overview: there is nothing to read any more. */
    deleteOverview() {
        this.lines = [];
        this.members = [];
        this.cells.clear();
        this.state = false;
        this.can = { cells: false, lines: false, people: false };
        this.whyNot = "This overview was deleted.";
    }

    read() {
        return {
            overview: { id: 7, name: "Sheet", kind: "current", state: "draft" },
            clusters: [
                { id: 1, name: "Networks", short: "Net" },
                { id: 2, name: "Devices", short: "Dev" },
            ],
            fundings: [{ id: 5, name: "ICT points", mark: "P" }],
            peer: null,
            ...this.changes(false),
        };
    }

    changes(ids) {
        const lines = this.lines.filter((line) => !ids || ids.includes(line.id));
        const cells = [...this.cells].map(([name, cell]) => {
            const [line, person] = name.split(":").map(Number);
            return { line, member: person, ...cell };
        });
        return copy({
            ...{ state: this.state, can: this.can, why_not: this.whyNot, lines },
            cells: cells.filter((cell) => lines.some(({ id }) => id === cell.line)),
            members: this.members,
        });
    }

    write(edits, origin, by) {
        const touched = new Set(edits.map(({ line }) => line));
        // First what opens a task, then values, then texts, then what closes a task.
        const order = ({ member: isCell, text, key: name, value }) => {
            if (name.endsWith(":applicable")) {
                return value.applicable ? 0 : 3;
            }
            return isCell && text !== undefined ? 2 : 1;
        };
        const results = [...edits]
            .sort((a, b) => order(a) - order(b))
            .map((edit) => ({
                key: edit.key,
                ...(edit.member
                    ? this._writeCell(edit, by, touched)
                    : this._writeField(edit)),
            }));
        this.onWritten?.({ id: 7, lines: [...touched], origin });
        return { ...this.changes([...touched]), results };
    }

    _writeField({ key: name, line: id, base, value }) {
        const field = name.split(":")[1];
        const line = this.line(id);
        const same = (a, b) => (a || "") === (b || "");
        if (same(line[field], value[field]) || same(line[field], base[field])) {
            line[field] = value[field];
            return { status: "saved", value: { [field]: line[field] } };
        }
        const stored = { [field]: line[field] };
        return { status: "conflict", stored, by: "", on: null };
    }

    _writeCell({ key: name, line, base, value, text }, by, touched) {
        const stored = this.cells.get(name) || null;
        const read = text === undefined ? { status: "saved", value } : this.texts[text];
        if (read.status !== "saved") {
            return read;
        }
        if (read.value && !this.line(line).applicable) {
            return { status: "refused", message: "Not applicable" };
        }
        if (!sameCell(stored, read.value) && !sameCell(stored, base)) {
            return { status: "conflict", stored, by: stored?.by || "", on: stored?.on };
        }
        const others = (read.also || []).map((other) => ({
            ...other,
            before: this.cells.get(key(other.line, other.member)) || null,
        }));
        const also = others.filter(({ before, after }) => !sameCell(before, after));
        if (also.some(({ before }) => before)) {
            return { status: "asked", message: "Somebody is there", proposals: [] };
        }
        this.put(name, read.value, by);
        also.forEach((other) => {
            this.put(key(other.line, other.member), other.after, by);
            touched.add(other.line);
        });
        return { ...read, also };
    }

    /** One page of one user. */
    client(name = "Me", options = {}) {
        const model = new GridModel(this.read());
        const call = async (method, args) => {
            this.calls.push({ method, args: copy(args) });
            await this.gate;
            if (this.error) {
                throw this.error;
            }
            if (this.offline) {
                throw new ConnectionLostError("/web/dataset");
            }
            const answer =
                method === "grid_write"
                    ? this.write(copy(args[0]), args[1], name)
                    : this.changes(args[0]);
            if (this.loseAnswers) {
                throw new ConnectionLostError("/web/dataset");
            }
            return answer;
        };
        const saver = new GridSaver({ model, call, overviewId: 7, ...options });
        return { model, saver, call };
    }

    get writes() {
        return this.calls.filter(({ method }) => method === "grid_write");
    }
}

/**
 * A sheet without a saver: edits stay in the model until `send` is called.
 *
 * @param {Object} options of GridServer, or the `server` of another page
 */
export function openSheet({ server = null, ...options } = {}) {
    const on = server || new GridServer(options);
    const { model } = on.client();
    model.onEdits = () => {};
    return {
        ...{ server: on, model },
        set: (line, id, value) =>
            model.edit([{ line, member: id, value: value && hours(value) }]),
        shown: (line, id) => model.cell(line, id)?.hours ?? null,
        send: () => {
            const edits = model.takePending();
            model.settle(on.write(copy(edits), "me", "Me"), edits);
            return edits;
        },
    };
}
