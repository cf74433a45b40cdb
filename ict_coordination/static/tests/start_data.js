/** An answer of `ict.start`.start_read, small enough to count by hand. */

export const LIGHTS = [
    "sheets",
    "filled",
    "open",
    "single",
    "load",
    "mandates",
    "budget",
    "plan",
    "contact",
];

/** @param {string} key @param {string} tone @param {Object|false} [action] */
export function light(key, tone, action = false) {
    return { key, tone, label: `L ${key}`, text: `${key} is ${tone}`, action };
}

/** All nine lights, green where nothing else is said. @param {Object[]} [others] */
export function lights(others = []) {
    return LIGHTS.map(
        (key) => others.find((one) => one.key === key) || light(key, "success"),
    );
}

/** @param {number} id @param {string} name @param {Object} [values] */
export function school(id, name, values = {}) {
    return {
        id,
        name,
        is_group: false,
        type_label: "Primary",
        overview: { current: id * 10, target: id * 10 + 1 },
        state: { current: "draft", target: "draft" },
        filled: { current: [67, 67], target: [67, 67] },
        late: false,
        reminded: false,
        hours: [10, 0],
        budget: false,
        plan: { todo: 0, planned: 0, overdue: 0 },
        lights: lights(),
        ...values,
    };
}

/** A school without a sheet, late; this reader may make one. */
export const BARE = {
    overview: { current: false, target: false },
    state: { current: false, target: false },
    filled: { current: false, target: false },
    late: true,
    lights: lights([
        light("sheets", "danger", {
            kind: "new",
            label: "Start the overview",
            company: 3,
            overview_kind: "current",
            copy_from: false,
        }),
        ...LIGHTS.slice(1).map((key) => light(key, "muted")),
    ]),
};

/** One school with something of every kind to do. */
export function busySchool() {
    return school(4, "De Linde", {
        filled: { current: [60, 67], target: false },
        lights: lights([
            light("sheets", "warning", {
                kind: "new",
                label: "Make the target",
                company: 4,
                overview_kind: "target",
                copy_from: 40,
            }),
            light("filled", "warning", {
                kind: "overview",
                label: "Fill in 7 tasks",
                id: 40,
            }),
            light("open", "danger", {
                kind: "lines",
                label: "Say who does it",
                name: "Open tasks",
                domain: [["overview_id", "=", 40]],
            }),
            light("load", "danger", {
                kind: "insight",
                label: "Relieve 1 person",
                key: "workload",
            }),
            light("budget", "muted"),
            light("plan", "muted", { kind: "plan", label: "Plan", company: 4 }),
        ]),
    });
}

export const OWN = {
    hours: [3.5, 1],
    tasks: [
        {
            id: 1,
            task: "Manage the network",
            school: "De Linde",
            hours: [3.5, 0],
            mandates: ["Decides"],
        },
        { id: 2, task: "Buy laptops", school: "De Linde", hours: [0, 1], mandates: [] },
    ],
};

/** @param {string[]} roles @param {Object} [values] */
export function startAnswer(roles, values = {}) {
    return {
        user: "Wim",
        today: "2026-11-22",
        school_year: "2026-2027",
        roles,
        can_remind: roles.includes("manager"),
        deadline: false,
        my: false,
        schools: [],
        needs: [],
        overlaps: [],
        load: [],
        ...values,
    };
}

/** Three schools of a group manager: one is late, one has an open task. */
export function groupAnswer() {
    return startAnswer(["manager"], {
        deadline: "2026-11-15",
        schools: [
            school(1, "Anker"),
            school(2, "Bréton", {
                lights: lights([light("open", "danger")]),
                filled: { current: [33, 67], target: [1, 67] },
                reminded: "2026-11-20",
            }),
            school(3, "Cirkel", {
                ...BARE,
                lights: lights([light("sheets", "danger")]),
            }),
        ],
        needs: [{ text: "Manage the network", detail: "open in 3 schools" }],
        overlaps: [{ text: "Buy laptops", detail: "done in 2 schools" }],
    });
}
