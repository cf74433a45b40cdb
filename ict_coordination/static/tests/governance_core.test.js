import { describe, expect, test } from "@odoo/hoot";
import {
    byPerson,
    byTeam,
    chartOf,
    hasGaps,
    missingChoices,
    partFindings,
    shownUnits,
} from "@ict_coordination/governance/core/governance_model";

describe.current.tags("headless");

const MANDATES = [
    ["decides", "Decides"],
    ["executes", "Executes"],
];

const member = (id, name, teams = [], person = `member-${id}`) => ({
    id,
    name,
    teams,
    person,
});

const finding = (key, tone) => ({
    key,
    tone,
    label: `L ${key}`,
    asks: tone === "danger" || tone === "warning",
});

/** @param {Object} holders {mandate: [ids of members]} */
const cluster = (holders, differences = []) => ({
    id: 1,
    gaps: [],
    open: { decides: 0 },
    differences,
    holders: Object.fromEntries(
        MANDATES.map(([key]) => [
            key,
            (holders[key] || []).map((id) => ({ member: id })),
        ]),
    ),
});

const unit = (id, name, values = {}) => ({
    id,
    name,
    type_label: "Primary",
    group: 1,
    members: [],
    findings: [],
    clusters: [],
    ...values,
});

function answerOf(units, values = {}) {
    return {
        mandates: MANDATES,
        teams: [
            ["policy", "Policy"],
            ["technical", "Technical"],
        ],
        members: {
            11: member(11, "Zoë Peeters", ["policy"], "employee-7"),
            12: member(12, "Bert De Wit", ["policy", "technical"]),
            13: member(13, "Ann Claes"),
            // Zoë once more, in another school
            14: member(14, "Zoë Peeters", [], "employee-7"),
        },
        groups: [{ id: 1, name: "De Brug", members: [12] }],
        units,
        ...values,
    };
}

test("the chart: each group with its teams, its schools below it, the rest last", () => {
    const own = unit(1, "De Brug", { clusters: [cluster({})] });
    const units = [
        own,
        unit(2, "Anker"),
        unit(3, "Boom", { group: 9 }),
        unit(4, "Kaai"),
    ];
    const [group, alone] = chartOf(answerOf(units), units);
    expect(group.name).toBe("De Brug");
    expect(group.own).toBe(own);
    expect(group.units.map(({ id }) => id)).toEqual([2, 4]);
    expect(group.teams.map(({ key }) => key)).toEqual(["policy", "technical"]);
    expect(alone.id).toBe(false);
    expect(alone.units.map(({ id }) => id)).toEqual([3]);
});

test("a group of which nothing is shown is not in the chart", () => {
    const units = [unit(1, "De Brug"), unit(2, "Anker")];
    // Nothing was agreed for the group itself: it has no box of its own.
    const [group] = chartOf(answerOf(units), units);
    expect(group.own).toBe(undefined);
    expect(chartOf(answerOf(units), [units[0]])).toEqual([]);
    expect(chartOf(answerOf(units), [])).toEqual([]);
});

test("somebody of two teams stands in both, who is in none stands last", () => {
    const teams = byTeam(answerOf([]), [11, 12, 13, 99]);
    expect(teams.map(({ members }) => members.map(({ id }) => id))).toEqual([
        [11, 12],
        [12],
        [13],
    ]);
    expect(teams[2].key).toBe(false);
    expect(byTeam(answerOf([]), [12])).toHaveLength(2);
});

test("a school is found by its name and by its people, without accents", () => {
    const units = [
        unit(2, "Sint-Jozef", { members: [11, 99] }),
        unit(3, "Kaai", { members: [12] }),
    ];
    const found = (text) =>
        shownUnits(answerOf(units), { text, missing: "" }).map(({ id }) => id);
    expect(found("")).toEqual([2, 3]);
    expect(found("zoe peet")).toEqual([2]);
    expect(found("jozef zoe")).toEqual([2]);
    expect(found("kaai zoe")).toEqual([]);
});

test("what is missing is counted over the schools, and is a filter", () => {
    const units = [
        unit(2, "A", {
            findings: [finding("director", "danger"), finding("anchor", "muted")],
        }),
        unit(3, "B", {
            findings: [finding("director", "success"), finding("anchor", "warning")],
        }),
        unit(4, "C", { findings: [finding("director", "success")] }),
    ];
    expect(missingChoices(units)).toEqual([
        { key: "director", label: "L director", count: 1 },
        { key: "anchor", label: "L anchor", count: 1 },
    ]);
    const shown = (missing) =>
        shownUnits(answerOf(units), { text: "", missing }).map(({ id }) => id);
    expect(shown("director")).toEqual([2]);
    expect(shown("anchor")).toEqual([3]);
    expect(shown("any")).toEqual([2, 3]);
    const parts = partFindings(units[0]);
    expect(parts.asking.map(({ key }) => key)).toEqual(["director"]);
    expect(parts.open.map(({ key }) => key)).toEqual(["anchor"]);
    expect(parts.done).toEqual([]);
});

test("one human with two memberships is one person, with a row for each", () => {
    const units = [
        unit(2, "A", {
            clusters: [cluster({ decides: [11, 12], executes: [11] })],
        }),
        unit(3, "B", {
            clusters: [cluster({ executes: [14, 99] }, [{ member: 14 }])],
        }),
    ];
    const people = byPerson(answerOf(units), units, { text: "", onlyGaps: false });
    expect(people.map(({ name }) => name)).toEqual(["Bert De Wit", "Zoë Peeters"]);
    const [, zoe] = people;
    expect(zoe.rows.map((row) => row.unit.id)).toEqual([2, 3]);
    expect(Object.keys(zoe.rows[0].held)).toEqual(["decides", "executes"]);
    const names = (view) =>
        byPerson(answerOf(units), units, view).map(({ name }) => name);
    expect(names({ text: "zoe", onlyGaps: false })).toEqual(["Zoë Peeters"]);
    const [one] = byPerson(answerOf(units), units, { text: "", onlyGaps: true });
    expect(one.rows.map((row) => row.unit.id)).toEqual([3]);
});

test("a cluster has a gap when nobody has a mandate, on a task or at all", () => {
    expect(hasGaps(cluster({}))).toBe(false);
    expect(hasGaps({ ...cluster({}), gaps: ["decides"] })).toBe(true);
    expect(hasGaps({ ...cluster({}), open: { decides: 2 } })).toBe(true);
    expect(hasGaps(cluster({}, [{ member: 11 }]))).toBe(true);
});
