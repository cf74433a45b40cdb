import { describe, expect, test } from "@odoo/hoot";
import { lightRequest, whoRequest } from "@ict_coordination/start/core/start_actions";
import {
    lightColumns,
    partLights,
    percentOf,
    sectionsOf,
    shownSchools,
} from "@ict_coordination/start/core/start_model";
import {
    LIGHTS,
    OWN,
    busySchool,
    groupAnswer,
    light,
    school,
    startAnswer,
} from "./start_data";

describe.current.tags("headless");

test("each role has its sections, the own ones of a teacher first", () => {
    const sections = (roles, values) => {
        const { main, side } = sectionsOf(startAnswer(roles, values));
        return `${main} | ${side}`;
    };
    const schools = [school(1, "Anker")];
    expect(sections(["teacher"])).toBe("own | who");
    expect(sections(["teacher"], { my: OWN })).toBe("own | who");
    expect(sections(["coordinator"])).toBe("no_school | who");
    expect(
        sections(["coordinator"], { schools, my: OWN, load: [{ person: "An" }] }),
    ).toBe("school | load,who,own");
    expect(sections(["hr"], { schools })).toBe("schools | who");
    // Who has both looks after the group.
    expect(sections(["director", "manager"], { ...groupAnswer(), my: OWN })).toBe(
        "schools | needs,overlaps,who,own",
    );
});

test("full is only what is complete, and empty what is not begun", () => {
    expect([
        percentOf(false),
        percentOf([0, 67]),
        percentOf([1, 670]),
        percentOf([669, 670]),
        percentOf([670, 670]),
    ]).toEqual([null, 0, 1, 99, 100]);
});

test("what asks for something comes first, what is in order is quiet", () => {
    const { asking, quiet } = partLights(busySchool().lights);
    expect(asking.map(({ key }) => key)).toEqual([
        "open",
        "load",
        "sheets",
        "filled",
        "plan",
    ]);
    expect(quiet.map(({ key }) => key)).toEqual([
        "single",
        "mandates",
        "budget",
        "contact",
    ]);
});

test("schools are sorted by what asks for attention, and found without accents", () => {
    const { schools } = groupAnswer();
    const names = (view) =>
        shownSchools(schools, {
            text: "",
            sort: "name",
            isReverse: false,
            late: false,
            ...view,
        })
            .map(({ name }) => name[0])
            .join("");
    expect(names({})).toBe("ABC");
    expect(names({ isReverse: true })).toBe("CBA");
    expect(names({ sort: "state" })).toBe("BCA");
    // Without a sheet there is less than with an empty one.
    expect(names({ sort: "current" })).toBe("CBA");
    expect(names({ sort: "target" })).toBe("CBA");
    expect(names({ sort: "late" })).toBe("CBA");
    expect(names({ text: "breton" })).toBe("B");
    expect(names({ text: "primary anker" })).toBe("A");
    expect(names({ late: true })).toBe("C");
    expect(schools.map(({ name }) => name)).toEqual(["Anker", "Bréton", "Cirkel"]);
});

test("the group stands above its schools, and 10 after 9", () => {
    const schools = [
        school(1, "School 10"),
        school(2, "School 9"),
        school(3, "Zuid", { is_group: true }),
    ];
    const view = { text: "", sort: "name", isReverse: false, late: false };
    expect(shownSchools(schools, view).map(({ id }) => id)).toEqual([3, 2, 1]);
});

test("a column for every light", () => {
    expect(lightColumns(groupAnswer().schools).map(({ key }) => key)).toEqual(LIGHTS);
    expect(lightColumns([])).toEqual([]);
});

test("every light leads where the server says", () => {
    const of = (key) =>
        lightRequest(busySchool().lights.find((one) => one.key === key).action);
    expect(of("open")[0]).toMatchObject({
        name: "Open tasks",
        res_model: "ict.overview.line",
        domain: [["overview_id", "=", 40]],
    });
    expect(of("filled")[0]).toMatchObject({ res_model: "ict.overview", res_id: 40 });
    expect(of("sheets")).toEqual([
        "ict_coordination.ict_overview_copy_action",
        { additionalContext: { default_source_id: 40 } },
    ]);
    expect(of("load")).toEqual([
        "ict_coordination.ict_insights_action",
        { additionalContext: { insight_key: "workload" } },
    ]);
    expect(
        lightRequest({ kind: "new", company: 4, overview_kind: "current" })[0],
    ).toInclude("context");
    expect(() => lightRequest(light("x", "danger", { kind: "dance" }).action)).toThrow(
        "Unknown action of a light: dance",
    );
});

test("who does what: the words that were typed", () => {
    expect(whoRequest(" an ")).toEqual([
        "ict_coordination.ict_who_action",
        { additionalContext: { who_query: "an" } },
    ]);
});
