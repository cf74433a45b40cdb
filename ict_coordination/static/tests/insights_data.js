/** Answers of `ict.insights`, small enough to count by hand. */

export const NAMES = {
    tasks: {
        11: { name: "Manage the network", core: true },
        12: { name: "Coördinate purchases", core: false },
        13: { name: "Write the ICT policy", core: false },
    },
    schools: { 1: "Zeppelin", 2: "Anker", 3: "Molen", 4: "Brug", 5: "Linde" },
    clusters: { 1: "Technical", 2: "Policy" },
    competencies: {},
    people: {
        "employee-1": { name: "An", left: false },
        "employee-2": { name: "Bart", left: true },
    },
};

export const COLUMNS = [
    ["task", "Task", "task"],
    ["count", "Open in", "number"],
    ["schools", "Schools", "schools"],
    ["who", "People", "people"],
    ["asked", "Hours asked", "hours", "Hours of the targets."],
    ["available", "Available", "hours_plain"],
    ["priority", "Priority", "badges"],
    ["levels", "Levels", "groups"],
    ["note", "Note", "text"],
].map(([key, label, kind, help = ""]) => ({ key, label, kind, help }));

const LINE = "ict.overview.line";

function row(id, cells, values = {}) {
    return {
        id: String(id),
        tone: values.tone || "",
        detail: "",
        cells: { task: id, ...cells },
        records: values.records || [{ label: "Lines", model: LINE, ids: [id] }],
        parts: values.parts || [],
    };
}

/** @returns {Object} an answer of insight_read with a column of every kind */
export function sampleTable(changes = {}) {
    return {
        key: "common_needs",
        title: "Common needs",
        question: "What could the group organise?",
        rule: "Open in at least 2 schools.",
        summary: "3 tasks are open.",
        tone: "danger",
        empty: "No task is open in 2 schools.",
        year: false,
        years: ["2026-2027", "2025-2026"],
        can_configure: true,
        without_sheet: [4, 5],
        columns: COLUMNS,
        rows: [
            row(
                11,
                {
                    count: 4,
                    schools: [1, 2, 3, 4],
                    who: ["employee-1", "employee-2"],
                    asked: [2.5, 1],
                    available: 4,
                    priority: [{ text: "Short term: 2", tone: "danger" }],
                    levels: [
                        ["School", [1, 2]],
                        ["Group", [3, 4, 5, 1]],
                    ],
                    note: "Soon",
                },
                {
                    tone: "danger",
                    records: [
                        { label: "Lines", model: LINE, ids: [7, 8] },
                        { label: "Members", model: "ict.team.member", ids: [9] },
                    ],
                    parts: [{ cells: { schools: [1], asked: [2.5, 0] } }],
                },
            ),
            row(12, {
                count: 2,
                schools: [1, 2],
                who: [],
                asked: [0, 3],
                available: -1.5,
                priority: [],
                levels: [],
                note: "",
            }),
            row(13, {
                count: 3,
                schools: [1, 2, 5],
                who: ["employee-1"],
                asked: null,
                available: null,
                priority: [],
                levels: [],
                note: "Later",
            }),
        ],
        names: NAMES,
        ...changes,
    };
}

/** @returns {Object} an answer of insight_list */
export function sampleList(changes = {}) {
    const insight = (key, title, tone, count, top = []) => ({
        key,
        title,
        tone,
        count,
        top,
        question: `Why ${title}?`,
        summary: `Found: ${title}.`,
    });
    return {
        years: ["2026-2027", "2025-2026"],
        year: false,
        can_configure: true,
        schools: 9,
        insights: [
            insight("overlap", "Overlap", "success", 0),
            insight("common_needs", "Common needs", "warning", 3, ["Network: open"]),
            insight("key_people", "Key people", "danger", 1),
            insight("workload", "Workload", "warning", 2),
        ],
        ...changes,
    };
}
