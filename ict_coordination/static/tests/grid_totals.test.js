import { describe, expect, test } from "@odoo/hoot";
import {
    cellDifference,
    clusterDifference,
    clusterTotal,
    coverageOf,
    grandDifference,
    grandTotal,
    lineDifference,
    lineTotal,
    memberDifference,
    memberLoad,
    memberTotal,
} from "@ict_coordination/hours_grid/core/totals";
import { GridServer, hours, member } from "./grid_server";

describe.current.tags("headless");

const PEOPLE = [
    member(1, "An", { available: 10, elsewhere: { hours: 4.1, unknown: 1 } }),
    member(2, "Bart"),
    member(3, "A vacancy", { type: "vacancy" }),
    member(4, "Board", { type: "sounding_board" }),
    member(5, "Company", { type: "partner" }),
];

function sheet(cells) {
    return new GridServer({ members: PEOPLE, cells }).client().model;
}

test("hours are added to two decimals, without the dust of binary fractions", () => {
    const model = sheet({
        "10:1": hours(0.1),
        "10:2": hours(0.2),
        "11:1": hours(1.15),
        "11:2": hours(2.33),
        "12:1": hours(0.07),
    });
    expect(lineTotal(model, { id: 10 }).hours).toBe(0.3);
    expect(lineTotal(model, { id: 11 }).hours).toBe(3.48);
    expect(memberTotal(model, { id: 1 }).hours).toBe(1.32);
    expect(clusterTotal(model, { id: 1 }).hours).toBe(3.78);
    expect(grandTotal(model).hours).toBe(3.85);
});

test("who has no hours is counted apart, and a zero is a zero", () => {
    const model = sheet({ "10:1": hours(null), "10:2": hours(2), "11:1": hours(0) });
    expect(lineTotal(model, { id: 10 })).toEqual({ hours: 2, unknown: 1, people: 2 });
    expect(lineTotal(model, { id: 11 })).toEqual({ hours: 0, unknown: 0, people: 1 });
    expect(lineTotal(model, { id: 12 })).toEqual({ hours: 0, unknown: 0, people: 0 });
    expect(grandTotal(model)).toEqual({
        ...{ hours: 2, unknown: 1, people: 2 },
        ...{ lines: 4, applicable: 4, covered: 2 },
    });
});

test("a vacancy and a sounding board hold a task and do not cover it", () => {
    const model = sheet({
        "10:3": hours(2),
        "10:4": hours(1),
        "11:3": hours(2),
        "11:5": hours(1),
        "12:1": hours(2),
        "12:2": hours(null),
    });
    const of = (id) => coverageOf(model, model.line(id));
    expect([of(10), of(11), of(12), of(13)]).toEqual([
        "open",
        "single",
        "team",
        "open",
    ]);
    expect(lineTotal(model, { id: 10 })).toEqual({ hours: 3, unknown: 0, people: 0 });
    model.edit([{ line: 13, field: "applicable", value: false }]);
    expect(of(13)).toBe("not_applicable");
    expect(clusterTotal(model, { id: 2 })).toEqual({
        ...{ hours: 2, unknown: 1, people: 2 },
        ...{ lines: 2, applicable: 1, covered: 1 },
    });
});

test("the load of a person has what he carries elsewhere", () => {
    const model = sheet({ "10:1": hours(5.4), "11:1": hours(null) });
    expect(memberLoad(model, PEOPLE[0])).toEqual({
        ...{ hours: 9.5, unknown: 2, available: 10, share: 0.95, over: false },
    });
    model.edit([{ line: 10, member: 1, value: hours(5.95) }]);
    expect(memberLoad(model, PEOPLE[0]).over).toBe(true);
    expect(memberLoad(model, PEOPLE[1])).toEqual({
        ...{ hours: 0, unknown: 0, available: null, share: null, over: false },
    });
});

test("totals follow an edit that is not saved yet, and its undo", () => {
    const model = sheet({ "10:1": hours(1) });
    model.edit([
        { line: 10, member: 1, value: hours(3) },
        { line: 10, member: 2, value: hours(null) },
    ]);
    expect(lineTotal(model, { id: 10 })).toEqual({ hours: 3, unknown: 1, people: 2 });
    expect(coverageOf(model, model.line(10))).toBe("team");
    model.undo();
    expect(lineTotal(model, { id: 10 })).toEqual({ hours: 1, unknown: 0, people: 1 });
    expect(coverageOf(model, model.line(10))).toBe("single");
});

test("differences with the other sheet: cells by task and member, lines by task", () => {
    const model = sheet({ "10:1": hours(3), "10:2": hours(null), "11:1": hours(1) });
    expect(lineDifference(model, model.line(10))).toBe(null);
    expect(grandDifference(model)).toBe(null);
    model.setPeer({
        overview: { id: 8, kind: "target" },
        members: [PEOPLE[0], member(9, "Only there")],
        lines: [
            { id: 90, task: 100, cluster: 1 },
            { id: 91, task: 999, cluster: 1 },
        ],
        cells: [
            { line: 90, member: 1, ...hours(1.9), by: "Ann", on: null },
            { line: 90, member: 9, ...hours(null), by: "Ann", on: null },
            { line: 91, member: 9, ...hours(2), by: "Ann", on: null },
        ],
    });
    const line = model.line(10);
    expect(cellDifference(model, line, PEOPLE[0])).toEqual({
        ...{ peer: hours(1.9), hours: 1.1, unknown: 0 },
    });
    expect(cellDifference(model, line, PEOPLE[1])).toEqual({
        ...{ peer: null, hours: 0, unknown: 1 },
    });
    expect(lineDifference(model, line)).toEqual({ hours: 1.1, unknown: 0 });
    expect(lineDifference(model, model.line(11))).toBe(null);
    expect(memberDifference(model, PEOPLE[0])).toEqual({ hours: 2.1, unknown: 0 });
    expect(clusterDifference(model, { id: 1 })).toEqual({ hours: 0.1, unknown: 0 });
    expect(grandDifference(model)).toEqual({ hours: 0.1, unknown: 0 });
});
