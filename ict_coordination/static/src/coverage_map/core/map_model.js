/**
 * The coverage map without a screen: the server's answer as tasks × schools.
 *
 * @typedef {Object} Cell one task on one sheet
 * @property {number} line id of the ict.overview.line
 * @property {string} coverage one of COVERAGES
 * @property {number} people who do it
 * @property {number} hours a week, of those whose hours are known
 * @property {number} unknown how many have no hours: never added as 0
 * @property {"school"|"group"|"shared"|null} level null: not decided
 * @property {"short"|"long"|"none"|null} priority null: not decided
 */

/** In the order of the server's numbers; "undecided": nobody on it, and no level. */
export const COVERAGES = ["open", "single", "team", "not_applicable", "undecided"];

/** What a place on the map can be: without a sheet, or with one that lacks the task. */
export const STATES = [...COVERAGES, "no_sheet", "absent"];

const LEVELS = [null, "school", "group", "shared"];
const PRIORITIES = [null, "short", "long", "none"];
const KINDS = ["current", "target"];

/** @returns {Cell} */
function readCell([line, coverage, people, hours, unknown, level, priority]) {
    return {
        line,
        coverage: COVERAGES[coverage],
        people,
        hours,
        unknown,
        level: LEVELS[level],
        priority: PRIORITIES[priority],
    };
}

function readSheet(sheet) {
    if (!sheet) {
        return null;
    }
    const cells = new Map(
        Object.entries(sheet.cells).map(([task, cell]) => [
            Number(task),
            readCell(cell),
        ]),
    );
    return { ...sheet, cells };
}

/**
 * @param {Object} answer of `ict.coverage.map`.map_read
 * @returns {Object} the same, with `sheets[kind].cells` a Map of task id to Cell
 */
export function readMap(answer) {
    return {
        ...answer,
        schools: answer.schools.map((school) => ({
            ...school,
            sheets: Object.fromEntries(
                KINDS.map((kind) => [kind, readSheet(school.sheets[kind])]),
            ),
        })),
    };
}

/** @returns {boolean} whether any school has a sheet */
export function hasSheets(map) {
    return map.schools.some(({ sheets }) => sheets.current || sheets.target);
}

/** @returns {Cell|null} */
export function cellOf(school, task, kind) {
    return school.sheets[kind]?.cells.get(task.id) || null;
}

/** @returns {string} one of STATES */
export function stateOf(school, task, kind) {
    const cell = cellOf(school, task, kind);
    return cell ? cell.coverage : school.sheets[kind] ? "absent" : "no_sheet";
}

/** Nobody does what has to be done; whether a level was chosen makes no difference. */
export function isGap(state) {
    return state === "open" || state === "undecided";
}

/** The sheet by which a choice of the screen is judged: its open tasks and levels. */
export function mainKind(kind) {
    return kind === "compare" ? "target" : kind;
}

/**
 * What one place of the map shows.
 *
 * @param {Object} school
 * @param {Object} task
 * @param {"current"|"target"|"compare"} kind
 * @returns {{state: string, cell: Cell|null, before: string|null, old: Cell|null,
 *     change: "coverage"|"amount"|null, short: boolean}} `before` and `old` are the
 *     current situation beside a target, `short` is "short term" on the target
 */
export function lookAt(school, task, kind) {
    const main = mainKind(kind);
    const cell = cellOf(school, task, main);
    const look = {
        state: stateOf(school, task, main),
        cell,
        before: null,
        old: null,
        change: null,
        short: cellOf(school, task, "target")?.priority === "short",
    };
    if (kind === "compare") {
        look.before = stateOf(school, task, "current");
        look.old = cellOf(school, task, "current");
        look.change = changeOf(look);
    }
    return look;
}

function changeOf({ state, cell, before, old }) {
    if (state === "no_sheet" || before === "no_sheet") {
        return null;
    }
    if (state !== before) {
        return "coverage";
    }
    const isSame = ["people", "hours", "unknown"].every(
        (name) => cell?.[name] === old?.[name],
    );
    return isSame ? null : "amount";
}

/** @returns {number[]} lines behind a place, the current situation first */
export function linesOf({ cell, old }) {
    return [old, cell].filter(Boolean).map(({ line }) => line);
}

/**
 * The different levels that schools chose for a task: more than one is a disagreement.
 *
 * @returns {string[]} in the order of the columns
 */
export function levelsOf(schools, task, kind) {
    const levels = schools
        .map((school) => cellOf(school, task, mainKind(kind)))
        .filter((cell) => cell?.level && cell.coverage !== "not_applicable")
        .map(({ level }) => level);
    return [...new Set(levels)];
}

/** @returns {boolean} whether schools chose another level for this task */
export function isDisputed(schools, task, kind) {
    return levelsOf(schools, task, kind).length > 1;
}
