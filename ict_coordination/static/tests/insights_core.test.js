import { describe, expect, test } from "@odoo/hoot";
import { cardsOf, hasSheets } from "@ict_coordination/insights/core/insight_list";
import { addressOf, startPlace } from "@ict_coordination/insights/core/insight_place";
import {
    groupsIn,
    namesIn,
    rowName,
    schoolsWithoutSheet,
} from "@ict_coordination/insights/core/insight_table";
import {
    PAGE,
    filteredRows,
    newTableView,
    nextSort,
    shownRows,
    sortedRows,
} from "@ict_coordination/insights/core/table_view";
import { sampleList, sampleTable } from "./insights_data";

describe.current.tags("headless");

const column = (table, key) => table.columns.find((one) => one.key === key);
const ids = (rows) => rows.map(({ id }) => id).join(" ");

test("what cannot wait stands first, and equals keep their order", () => {
    const keys = cardsOf(sampleList()).map(({ key }) => key);
    expect(keys).toEqual(["key_people", "common_needs", "workload", "overlap"]);
});

test("of one school nothing is said about what lies between schools", () => {
    const cards = cardsOf(sampleList({ schools: 1 }));
    const alone = cards.filter(({ isAlone }) => isAlone);
    expect(alone.map(({ key, tone }) => [key, tone])).toEqual([["overlap", "muted"]]);
    expect(cards.at(-1).key).toBe("overlap");
    expect(cardsOf(sampleList()).some(({ isAlone }) => isAlone)).toBe(false);
});

test("without any school year there is no sheet", () => {
    expect(hasSheets(sampleList())).toBe(true);
    expect(hasSheets(sampleList({ years: [] }))).toBe(false);
});

test("cells refer to names, and to nobody where the reader may not know", () => {
    const table = sampleTable();
    const [first] = table.rows;
    expect(namesIn(table, column(table, "task"), first.cells)).toEqual([
        { id: 11, name: "Manage the network", core: true },
    ]);
    const people = namesIn(table, column(table, "who"), first.cells);
    expect(people.map(({ name, left }) => [name, left])).toEqual([
        ["An", false],
        ["Bart", true],
    ]);
    expect(namesIn(table, column(table, "schools"), { schools: [99] })).toEqual([
        { id: 99, name: "" },
    ]);
    const groups = groupsIn(table, column(table, "levels"), first.cells);
    expect(groups.map(({ label, names }) => [label, names.length])).toEqual([
        ["School", 2],
        ["Group", 4],
    ]);
    expect(rowName(table, first)).toBe("Manage the network");
    expect(schoolsWithoutSheet(table)).toEqual(["Brug", "Linde"]);
});

test("rows are found by every word, in names and parts, without accents", () => {
    const table = sampleTable();
    const found = (text) => ids(filteredRows(table, text));
    expect(found("coordinate")).toBe("12");
    expect(found("  ZEPPELIN  linde ")).toBe("11 13");
    expect(found("bart")).toBe("11");
    expect(found("short")).toBe("11");
    expect(found("zzz")).toBe("");
    expect(found("")).toBe("11 12 13");
});

test("a header sorts, turns round and gives back the order of the server", () => {
    const table = sampleTable();
    const order = (key, isDown) => ids(sortedRows(table, table.rows, { key, isDown }));
    expect(order("task", false)).toBe("12 11 13");
    expect(order("count", true)).toBe("11 13 12");
    expect(order("schools", false)).toBe("12 13 11");
    // What is not filled in stands last both ways; unknown hours are more than none.
    expect(order("asked", true)).toBe("11 12 13");
    expect(order("asked", false)).toBe("12 11 13");
    expect(order("available", false)).toBe("12 11 13");
    expect(order("note", true)).toBe("11 13 12");
    const task = column(table, "task");
    const count = column(table, "count");
    expect(nextSort(null, task)).toEqual({ key: "task", isDown: false });
    expect(nextSort({ key: "task", isDown: false }, task)).toEqual({
        key: "task",
        isDown: true,
    });
    expect(nextSort({ key: "task", isDown: true }, task)).toBe(null);
    expect(nextSort({ key: "task", isDown: true }, count)).toEqual({
        key: "count",
        isDown: true,
    });
    expect(ids(sortedRows(table, table.rows, null))).toBe("11 12 13");
});

test("of many rows a page is drawn, sorted and searched over all of them", () => {
    const [first] = sampleTable().rows;
    const rows = Array.from({ length: 5000 }, (_, index) => ({
        ...first,
        id: String(index),
        cells: { ...first.cells, count: index, note: `n${index}` },
    }));
    const table = sampleTable({ rows });
    const view = { ...newTableView(), sort: { key: "count", isDown: true } };
    let shown = shownRows(table, view);
    expect([shown.rows.length, shown.found, shown.rest]).toEqual([
        PAGE,
        5000,
        5000 - PAGE,
    ]);
    expect(shown.rows[0].id).toBe("4999");
    shown = shownRows(table, { ...view, text: "n4998" });
    expect([ids(shown.rows), shown.found, shown.rest]).toEqual(["4998", 1, 0]);
});

test("the screen starts where it was left, where a link points, or where asked", () => {
    const place = (props) => startPlace({ action: {}, ...props });
    const context = { insight_key: "overlap", insight_year: "2025-2026" };
    const params = { key: "workload", action: "ict-insights" };
    expect(place({})).toEqual({ key: false, year: false });
    expect(place({ action: { context } })).toEqual({
        key: "overlap",
        year: "2025-2026",
    });
    expect(place({ action: { context, params } })).toEqual({
        key: "workload",
        year: false,
    });
    const state = { place: { key: false, year: false } };
    expect(place({ state, action: { context, params } })).toEqual(state.place);
    expect(addressOf({ key: false, year: false })).toEqual({
        key: undefined,
        year: undefined,
    });
});
