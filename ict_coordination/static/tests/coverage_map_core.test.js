import { describe, expect, test } from "@odoo/hoot";
import {
    hasSheets,
    isDisputed,
    levelsOf,
    linesOf,
    lookAt,
    readMap,
    stateOf,
} from "@ict_coordination/coverage_map/core/map_model";
import {
    gapsOf,
    hoursOf,
    totalOf,
} from "@ict_coordination/coverage_map/core/map_totals";
import {
    filteredTasks,
    layoutOf,
    newView,
} from "@ict_coordination/coverage_map/core/map_view";
import { moved } from "@ict_coordination/coverage_map/core/map_cursor";
import { svgOf } from "@ict_coordination/coverage_map/core/map_svg";
import { cell, sampleAnswer, school, sheet, task } from "./coverage_map_data";

describe.current.tags("headless");

const sample = () => readMap(sampleAnswer());
const view = (changes) => ({ ...newView(), ...changes });
const names = (list) => list.map(({ name }) => name);

test("each place has a state, with a sheet or without", () => {
    const { schools, tasks } = sample();
    const states = (kind) =>
        schools.map((one) => tasks.map((each) => stateOf(one, each, kind)));
    expect(states("current")).toEqual([
        ["open", "team", "undecided"],
        ["single", "not_applicable", "absent"],
        ["no_sheet", "no_sheet", "no_sheet"],
    ]);
    expect(states("target")[1]).toEqual(["no_sheet", "no_sheet", "no_sheet"]);
});

test("a map without a single sheet has none", () => {
    expect(hasSheets(sample())).toBe(true);
    const answer = { ...sampleAnswer(), schools: [school(3, "Molen")] };
    expect(hasSheets(readMap(answer))).toBe(false);
});

test("an open task is a gap, decided on or not, and core ones are counted in it", () => {
    const { schools, tasks } = sample();
    expect(gapsOf(schools, tasks, "current")).toEqual({
        open: 2,
        core: 1,
        undecided: 1,
    });
    expect(gapsOf(schools, tasks, "target")).toEqual({
        open: 1,
        core: 0,
        undecided: 0,
    });
    expect(totalOf(schools, tasks, "compare")).toEqual({
        ...{ open: 1, core: 0, undecided: 0 },
        before: { open: 2, core: 1, undecided: 1 },
    });
    expect(totalOf(schools, tasks, "current").before).toBe(null);
});

test("hours are added to two decimals, and unknown ones are counted apart", () => {
    const tasks = [task(1, "a"), task(2, "b"), task(3, "c")];
    const schools = [
        school(1, "A", {
            current: sheet(1, {
                1: cell("single", { hours: 0.1 }),
                2: cell("single", { hours: 0.2 }),
                3: cell("single", { unknown: 1 }),
            }),
        }),
        school(2, "B", { current: sheet(2, { 1: cell("team", { unknown: 2 }) }) }),
    ];
    const map = readMap({ years: [], year: false, clusters: [], tasks, schools });
    expect(hoursOf(map.schools, tasks, "current")).toEqual({ hours: 0.3, unknown: 3 });
    expect(hoursOf([map.schools[1]], tasks, "current")).toEqual({
        hours: 0,
        unknown: 2,
    });
});

test("compared: what changes of coverage or of hours, and nothing without two sheets", () => {
    const {
        schools: [zeppelin, anker],
        tasks: [network, purchases, policy],
    } = sample();
    const look = (one, each) => lookAt(one, each, "compare");
    expect(look(zeppelin, network)).toMatchObject({
        ...{ before: "open", state: "single", change: "coverage", short: true },
    });
    expect(look(zeppelin, purchases).change).toBe("amount");
    expect(look(zeppelin, policy).change).toBe("coverage");
    expect(look(anker, network)).toMatchObject({
        ...{ before: "single", state: "no_sheet", change: null },
    });
    expect(linesOf(look(zeppelin, network))).toEqual([1, 4]);
    expect(linesOf(lookAt(zeppelin, network, "current"))).toEqual([1]);
    // Short term is the target's, and stands on the current situation as well.
    expect(lookAt(zeppelin, network, "current").short).toBe(true);
});

test("schools disagree on levels that they chose for tasks that apply", () => {
    const { schools, tasks } = sample();
    expect(levelsOf(schools, tasks[0], "current")).toEqual(["school", "group"]);
    expect(isDisputed(schools, tasks[0], "current")).toBe(true);
    // The other school says group, and that the task does not apply there.
    expect(isDisputed(schools, tasks[1], "current")).toBe(false);
    expect(isDisputed(schools, tasks[2], "current")).toBe(false);
    expect(isDisputed(schools, tasks[0], "target")).toBe(false);
});

test("rows: by cluster, text without accents, core, short term, disagreement", () => {
    const map = sample();
    const shown = (changes) => filteredTasks(map, view(changes)).map(({ id }) => id);
    expect(shown({})).toEqual([11, 12, 13]);
    expect(shown({ clusters: [2] })).toEqual([13]);
    expect(shown({ text: "COORDIN pur" })).toEqual([12]);
    expect(shown({ core: true })).toEqual([11]);
    expect(shown({ short: true })).toEqual([11]);
    expect(shown({ disputed: true })).toEqual([11]);
    expect(shown({ disputed: true, kind: "target" })).toEqual([]);
    expect(shown({ core: true, clusters: [2] })).toEqual([]);
});

test("columns: by name, gaps, hours and type; without a sheet they stand last", () => {
    const map = sample();
    const sorted = (sort, changes) =>
        names(layoutOf(map, view({ sort, ...changes })).schools);
    expect(sorted("name")).toEqual(["Anker", "Molen", "Zeppelin"]);
    expect(sorted("gaps")).toEqual(["Zeppelin", "Anker", "Molen"]);
    expect(sorted("hours")).toEqual(["Zeppelin", "Anker", "Molen"]);
    expect(sorted("type")).toEqual(["Zeppelin", "Anker", "Molen"]);
    expect(sorted("core", { kind: "target" })).toEqual(["Zeppelin", "Anker", "Molen"]);
    // Only the rows that are shown count: no core task is open at the school of these.
    expect(sorted("gaps", { text: "purchases" })).toEqual([
        "Anker",
        "Zeppelin",
        "Molen",
    ]);
});

test("the group stands before its schools", () => {
    const answer = sampleAnswer();
    answer.schools.push(school(4, "The group", { is_group: true }));
    expect(names(layoutOf(readMap(answer), newView()).schools)[0]).toBe("The group");
});

test("a folded cluster hides its tasks, and they still count", () => {
    const layout = layoutOf(sample(), view({ folded: [1] }));
    expect(layout.rows.map(({ key }) => key)).toEqual(["c1", "c2", "t13"]);
    expect(layout.tasks.length).toBe(3);
});

test("the keyboard goes from cell to cell and stays on the map", () => {
    const layout = layoutOf(sample(), newView());
    const go = (row, column, key, ctrl) => {
        const place = moved(layout, { row, column }, { key, ctrl });
        return place && [place.row, place.column];
    };
    expect(go("head", "name", "ArrowDown")).toEqual(["c1", "name"]);
    expect(go("t11", 2, "ArrowRight")).toEqual(["t11", 3]);
    expect(go("t11", 1, "ArrowRight")).toEqual(["t11", "total"]);
    expect(go("t11", "total", "ArrowRight")).toEqual(["t11", "total"]);
    expect(go("t12", 3, "Home")).toEqual(["t12", "name"]);
    expect(go("t12", 3, "End", true)).toEqual(["foot", "total"]);
    expect(go("t12", 3, "ArrowUp", true)).toEqual(["head", 3]);
    expect(go("c1", 3, "PageDown")).toEqual(["foot", 3]);
    expect(go("gone", 99, "ArrowDown")).toEqual(["t11", "name"]);
    expect(go("t11", 2, "a")).toBe(null);
});

test("the picture is well formed, whatever a school is called", () => {
    const colours = new Proxy({}, { get: () => ({ fill: "#fff", ink: "#000" }) });
    const { svg, width, height } = svgOf({
        title: 'Map <1> & "2"',
        date: "today",
        columnWidth: 30,
        colours,
        legend: [{ label: "Open", state: "open", text: "○" }],
        columns: ["A & B </text>", "C"],
        totalLabel: "Open",
        rows: [
            { type: "cluster", label: "One", texts: ["1", ""], total: "1" },
            {
                ...{ type: "task", label: "<b>", core: true, total: "1" },
                cells: [
                    { state: "open", text: "○", short: true },
                    { state: "team", was: "open", change: "coverage", text: "○→●" },
                ],
            },
        ],
    });
    const document = new window.DOMParser().parseFromString(svg, "image/svg+xml");
    expect(document.querySelector("parsererror")).toBe(null);
    const texts = [...document.querySelectorAll("text")].map(
        (each) => each.textContent,
    );
    expect(texts).toInclude('Map <1> & "2"');
    expect(texts).toInclude("<b>");
    expect(width > 400 && height > 200).toBe(true);
});
