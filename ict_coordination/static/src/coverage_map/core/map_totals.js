import { cellOf, isGap, mainKind, stateOf } from "./map_model";

/**
 * Numbers beside the map. They say what is open, never how well a school does.
 *
 * @typedef {{open: number, core: number, undecided: number}} Gaps `core` and
 *     `undecided` are parts of `open`
 */

/**
 * @param {Object[]} schools
 * @param {Object[]} tasks
 * @param {"current"|"target"} kind
 * @returns {Gaps}
 */
export function gapsOf(schools, tasks, kind) {
    const gaps = { open: 0, core: 0, undecided: 0 };
    for (const school of schools) {
        for (const task of tasks) {
            const state = stateOf(school, task, kind);
            if (isGap(state)) {
                gaps.open += 1;
                gaps.core += task.core ? 1 : 0;
                gaps.undecided += state === "undecided" ? 1 : 0;
            }
        }
    }
    return gaps;
}

/**
 * @param {Object[]} schools
 * @param {Object[]} tasks
 * @param {"current"|"target"|"compare"} kind
 * @returns {Gaps & {before: Gaps|null}} `before`: the current situation when a target
 *     is compared with it; null where it would say nothing
 */
export function totalOf(schools, tasks, kind) {
    const before = kind === "compare" ? gapsOf(schools, tasks, "current") : null;
    return { ...gapsOf(schools, tasks, mainKind(kind)), before };
}

/**
 * @param {Object[]} schools
 * @param {Object[]} tasks
 * @param {"current"|"target"|"compare"} kind
 * @returns {{hours: number, unknown: number}} two decimals, without the dust of binary
 *     fractions; who has no hours is counted apart
 */
export function hoursOf(schools, tasks, kind) {
    let hundredths = 0;
    let unknown = 0;
    for (const school of schools) {
        for (const task of tasks) {
            const cell = cellOf(school, task, mainKind(kind));
            if (cell) {
                hundredths += Math.round(cell.hours * 100);
                unknown += cell.unknown;
            }
        }
    }
    return { hours: hundredths / 100, unknown };
}

/** @returns {boolean} whether a school has what the choice of kind needs to be counted */
export function isCounted(school, kind) {
    return Boolean(
        kind === "compare"
            ? school.sheets.current || school.sheets.target
            : school.sheets[kind],
    );
}
