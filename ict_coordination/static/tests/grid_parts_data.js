import { advanceTime, animationFrame } from "@odoo/hoot-mock";
import { GridController } from "@ict_coordination/hours_grid/components/grid_controller";
import { GridModel } from "@ict_coordination/hours_grid/core/grid_model";
import { PAUSE } from "@ict_coordination/hours_grid/components/lazy_state";

/** A small sheet for the tests of what stands around the table. */

const TEAM = [
    { id: 11, name: "Jan Peeters", type: "employee", mine: true },
    { id: 12, name: "An Claes", type: "employee" },
    { id: 13, name: "NetHulp", type: "partner" },
];

const LINES = [
    { id: 1, cluster: 101, name: "Maintain the network", core: true },
    { id: 2, cluster: 101, name: "Run the helpdesk" },
    { id: 3, cluster: 102, name: "Write the vision" },
    { id: 4, cluster: 102, name: "Teach programming", applicable: false },
];

export const cellOf = (line, member, hours, more = {}) => ({
    line,
    member,
    hours,
    certainty: hours === null ? "unknown" : "exact",
    mandates: ["executes"],
    funding: null,
    note: "",
    by: "Tom Baert",
    on: "2026-11-22T18:05:00Z",
    ...more,
});

/** @returns {Object} an answer of `grid_read` */
export function sheetData(changes = {}) {
    return {
        overview: { id: 5, name: "Sheet", kind: "target", state: "draft" },
        can: { cells: true, lines: true, people: true },
        why_not: "",
        clusters: [
            { id: 101, name: "Technical", short: "Tech" },
            { id: 102, name: "Policy and vision", short: "Policy" },
        ],
        lines: LINES.map((line, i) => ({
            task: 200 + i,
            core: false,
            applicable: true,
            level: null,
            priority: null,
            note: "",
            ...line,
        })),
        members: TEAM.map((member) => ({
            role: "",
            available: null,
            own: true,
            employee: false,
            avatar: null,
            mine: false,
            active: true,
            elsewhere: { hours: 0, unknown: 0 },
            ...member,
        })),
        cells: [cellOf(1, 11, 2), cellOf(1, 12, null), cellOf(2, 11, 1.5)],
        fundings: [{ id: 31, name: "ICT points", mark: "ICT" }],
        peer: { id: 6, name: "Now", kind: "current", school_year: "2026-2027" },
        ...changes,
    };
}

/**
 * The real model and commands; only what needs a table or a server is told to `step`.
 *
 * @param {Object} [changes] to the answer of `grid_read`
 * @param {(what: string) => void} [step]
 */
export function makeGrid(changes, step = () => {}) {
    const model = new GridModel(sheetData(changes));
    const saver = { flush: () => step("flush") };
    const services = {
        openDialog: (name) => step(`dialog ${name}`),
        loadPeer: () => step("loadPeer"),
        notify: (text) => step(text),
    };
    const grid = new GridController({ model, saver, services });
    grid.table = {
        commit: () => {},
        focus: () => step("focus"),
        onMoved: () => {},
        pageSize: () => 10,
        startEdit: () => step("startEdit"),
        leave: () => step("leave"),
    };
    grid.view.dark = false;
    return grid;
}

/** The server's answer to what is pending; `results` by key, "saved" for the rest. */
export function answer(model, results) {
    const edits = model.takePending();
    model.settle(
        {
            ...{ state: "draft", can: model.can, why_not: "" },
            ...{ lines: [], cells: [], members: model.members },
            results: edits.map(({ key, value }) => ({
                key,
                ...(results[key] || { status: "saved", value }),
            })),
        },
        edits,
    );
}

/** What stands around the table has been drawn. */
export async function drawn() {
    await advanceTime(PAUSE);
    await animationFrame();
}
