import { beforeEach, describe, expect, test } from "@odoo/hoot";
import { allowTranslations } from "@web/../tests/web_test_helpers";
import { columnsOf } from "@ict_coordination/hours_grid/core/columns";
import { GridModel } from "@ict_coordination/hours_grid/core/grid_model";
import { filtersOf, visibleRows } from "@ict_coordination/hours_grid/core/rows";

const line = (id, cluster, name, more = {}) => ({
    id,
    task: 100 + id,
    cluster,
    name,
    core: false,
    applicable: true,
    level: null,
    priority: null,
    note: "",
    ...more,
});
const member = (id, name, more = {}) => ({
    id,
    name,
    type: "employee",
    role: "",
    available: null,
    own: true,
    employee: id,
    avatar: null,
    mine: false,
    active: true,
    elsewhere: { hours: 0, unknown: 0 },
    ...more,
});
const cell = (lineId, memberId) => ({
    line: lineId,
    member: memberId,
    hours: 2,
    certainty: "exact",
    mandates: ["executes"],
    funding: null,
    note: "",
    by: "An",
    on: "2026-11-22T18:05:00Z",
});

const DATA = {
    overview: { id: 1, name: "School A", kind: "target", state: "draft" },
    can: { cells: true, lines: true, people: true },
    why_not: "",
    clusters: [
        { id: 1, name: "Technical", short: "T" },
        { id: 2, name: "Policy", short: "P" },
        { id: 3, name: "Pedagogical", short: "D" },
    ],
    fundings: [],
    peer: null,
    lines: [
        line(11, 1, "Maintaining hardware", { core: true, priority: "short" }),
        line(12, 1, "Running the helpdesk", { priority: "long" }),
        line(13, 1, "Réflexion", { applicable: false }),
        line(21, 2, "Writing the ICT plan", { note: "ask Zoë", priority: "short" }),
    ],
    members: [
        member(1, "An Peeters", { mine: true }),
        member(2, "François", {}),
        member(3, "Open post", { type: "vacancy" }),
    ],
    cells: [cell(11, 1), cell(11, 2), cell(21, 2), cell(12, 3)],
};

let model;
const view = (more) => ({
    text: "",
    clusters: new Set(),
    filter: "all",
    person: null,
    folded: new Set(),
    ...more,
});
/** "T 3" for a cluster with three tasks, "T-" when it is folded, and ids of lines. */
const rowsOf = (more, keep) =>
    visibleRows(model, view(more), keep).map((row) =>
        row.type === "line"
            ? row.line.id
            : `${row.cluster.short}${row.folded ? "-" : ""} ${row.lines.length}`,
    );

beforeEach(() => {
    allowTranslations();
    model = new GridModel(JSON.parse(JSON.stringify(DATA)));
});

describe("rows", () => {
    test("tasks under their clusters, in the order of the sheet", () => {
        expect(rowsOf()).toEqual(["T 3", 11, 12, 13, "P 1", 21]);
        expect(visibleRows(model, {}).map(({ id }) => id)).toEqual([
            "c1",
            "l11",
            "l12",
            "l13",
            "c2",
            "l21",
        ]);
    });

    test("a folded cluster has its row and no tasks", () => {
        expect(rowsOf({ folded: new Set([1]) })).toEqual(["T- 3", "P 1", 21]);
    });

    test("clusters without a task to show have no row", () => {
        expect(rowsOf({ clusters: new Set([2]) })).toEqual(["P 1", 21]);
        expect(rowsOf({ clusters: new Set([3]) })).toEqual([]);
        expect(rowsOf({ text: "helpdesk" })).toEqual(["T 1", 12]);
    });

    test("filters", () => {
        // A vacancy is nobody yet.
        expect(rowsOf({ filter: "open" })).toEqual(["T 1", 12]);
        expect(rowsOf({ filter: "single" })).toEqual(["P 1", 21]);
        expect(rowsOf({ filter: "short" })).toEqual(["T 1", 11, "P 1", 21]);
        expect(rowsOf({ filter: "long" })).toEqual(["T 1", 12]);
        expect(rowsOf({ filter: "core" })).toEqual(["T 1", 11]);
        expect(rowsOf({ filter: "mine" })).toEqual(["T 1", 11]);
    });

    test("only the tasks of one person", () => {
        expect(rowsOf({ person: 2 })).toEqual(["T 1", 11, "P 1", 21]);
        expect(rowsOf({ person: 2, filter: "single" })).toEqual(["P 1", 21]);
    });

    test("text is looked for in task, cluster, remark and names, accents aside", () => {
        expect(rowsOf({ text: " REFLEXION " })).toEqual(["T 1", 13]);
        expect(rowsOf({ text: "policy" })).toEqual(["P 1", 21]);
        expect(rowsOf({ text: "zoe" })).toEqual(["P 1", 21]);
        expect(rowsOf({ text: "francois" })).toEqual(["T 1", 11, "P 1", 21]);
        expect(rowsOf({ text: "zzz" })).toEqual([]);
        expect(rowsOf({ text: "   " })).toEqual(rowsOf());
    });

    test("unsaved edits count, and a row that is kept does not disappear", () => {
        const value = { ...DATA.cells[0] };
        model.edit([{ line: 12, member: 1, value }]);
        expect(rowsOf({ filter: "open" })).toEqual([]);
        expect(rowsOf({ filter: "open" }, new Set([12]))).toEqual(["T 1", 12]);
        expect(rowsOf({ filter: "mine" })).toEqual(["T 2", 11, 12]);
        model.edit([{ line: 12, field: "priority", value: "short" }]);
        expect(rowsOf({ filter: "short" })).toEqual(["T 2", 11, 12, "P 1", 21]);
    });

    test("each filter with its number of tasks", () => {
        const counts = (more) =>
            filtersOf(model, view(more)).map(({ id, count }) => `${id} ${count}`);
        expect(counts()).toEqual([
            "all 4",
            "open 1",
            "single 1",
            "short 2",
            "long 1",
            "core 1",
            "mine 1",
        ]);
        expect(counts({ clusters: new Set([2]), filter: "open" })).toEqual([
            "all 1",
            "open 0",
            "single 1",
            "short 1",
            "long 0",
            "core 0",
            "mine 0",
        ]);
    });

    test("no priorities on a sheet of the current situation", () => {
        model = new GridModel({
            ...DATA,
            overview: { ...DATA.overview, kind: "current" },
        });
        expect(filtersOf(model, view()).map(({ id }) => id)).toEqual([
            "all",
            "open",
            "single",
            "core",
            "mine",
        ]);
        expect(columnsOf(model).map(({ id }) => id)).toEqual([
            "applicable",
            "level",
            "m1",
            "m2",
            "m3",
            "note",
        ]);
    });
});

test("columns: fields, people, remark; a new person has a column at once", () => {
    expect(columnsOf(model).map(({ id, type }) => `${id} ${type}`)).toEqual([
        "applicable field",
        "level field",
        "priority field",
        "m1 member",
        "m2 member",
        "m3 member",
        "note field",
    ]);
    expect(columnsOf(model)[3]).toEqual({
        id: "m1",
        type: "member",
        member: DATA.members[0],
        label: "An Peeters",
    });
    model.addMember(member(9, "Zita"));
    expect(columnsOf(model).map(({ label }) => label)).toEqual([
        "Applicable",
        "Level",
        "Priority",
        "An Peeters",
        "François",
        "Zita",
        "Open post",
        "Remark of the task",
    ]);
});
