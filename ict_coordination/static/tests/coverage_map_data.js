/** An answer of `ict.coverage.map`.map_read, small enough to count by hand. */

const NUMBERS = {
    coverage: ["open", "single", "team", "not_applicable", "undecided"],
    level: [null, "school", "group", "shared"],
    priority: [null, "short", "long", "none"],
};

let lastLine = 0;

/**
 * @param {string} coverage
 * @param {Object} [values] people, hours, unknown, level, priority, line
 * @returns {Array} as the server sends it
 */
export function cell(coverage, values = {}) {
    const { level = null, priority = null } = values;
    const people = values.people ?? { single: 1, team: 2 }[coverage] ?? 0;
    lastLine += 1;
    return [
        values.line || lastLine,
        NUMBERS.coverage.indexOf(coverage),
        people,
        values.hours || 0,
        values.unknown || 0,
        NUMBERS.level.indexOf(level),
        NUMBERS.priority.indexOf(priority),
    ];
}

/** @param {number} id @param {Object<number, Array>} cells by task */
export function sheet(id, cells) {
    return {
        id,
        state: "draft",
        school_year: "2026-2027",
        hours: 0,
        unknown: 0,
        cells,
    };
}

export function task(id, name, cluster = 1, core = false) {
    return { id, name, cluster, core, own: false };
}

/** @param {Object} [values] current, target, type, type_label, is_group */
export function school(id, name, values = {}) {
    const { current = null, target = null } = values;
    return {
        id,
        name,
        type: values.type || false,
        type_label: values.type_label || "",
        is_group: Boolean(values.is_group),
        sheets: { current, target },
    };
}

export const CLUSTERS = [
    { id: 1, name: "Technical tasks", short: "Technical" },
    { id: 2, name: "Policy tasks", short: "Policy" },
];

export const TASKS = [
    task(11, "Manage the network", 1, true),
    task(12, "Coördinate purchases"),
    task(13, "Write the ICT policy", 2),
];

/** Three schools: one with both sheets, one with a current one, one with none. */
export function sampleAnswer() {
    return {
        years: ["2026-2027", "2025-2026"],
        year: false,
        clusters: CLUSTERS,
        tasks: TASKS,
        schools: [
            school(1, "Zeppelin", {
                type: "primary",
                type_label: "Primary",
                current: sheet(101, {
                    11: cell("open", { line: 1, level: "school" }),
                    12: cell("team", {
                        line: 2,
                        hours: 2.5,
                        unknown: 1,
                        level: "school",
                    }),
                    13: cell("undecided", { line: 3 }),
                }),
                target: sheet(102, {
                    11: cell("single", {
                        line: 4,
                        hours: 3,
                        priority: "short",
                        level: "school",
                    }),
                    12: cell("team", { line: 5, hours: 4, level: "group" }),
                    13: cell("open", { line: 6, level: "shared" }),
                }),
            }),
            school(2, "Anker", {
                type: "secondary",
                type_label: "Secondary",
                current: sheet(103, {
                    11: cell("single", { line: 7, unknown: 1, level: "group" }),
                    12: cell("not_applicable", { line: 8, level: "group" }),
                }),
            }),
            school(3, "Molen"),
        ],
    };
}
