import { plainText, searchWords } from "../../ict_text/plain_text";
import { cellOf, isDisputed } from "./map_model";
import { gapsOf, hoursOf, isCounted } from "./map_totals";

/** What the reader chose: which rows, in which order the columns, what stands in a cell. */

export const NUMBERS = ["none", "people", "hours"];
export const SORTS = ["name", "gaps", "core", "hours", "type"];

/** Up to so many schools the columns are wide and the names lie flat. */
const WIDE = 12;

/** @returns {Object} nothing filtered */
export function newView() {
    return {
        kind: "current",
        number: "none",
        sort: "name",
        ...noFilters(),
        folded: [],
    };
}

/** @returns {Object} the part of a view that hides rows */
export function noFilters() {
    return { text: "", clusters: [], core: false, short: false, disputed: false };
}

/** @returns {boolean} */
export function isFiltered(view) {
    const { text, clusters, core, short, disputed } = view;
    return Boolean(text.trim() || clusters.length || core || short || disputed);
}

/** @returns {Object[]} tasks that pass the filters, in the order of the catalogue */
export function filteredTasks(map, view) {
    const words = searchWords(view.text);
    const isShort = (task) =>
        map.schools.some(
            (school) => cellOf(school, task, "target")?.priority === "short",
        );
    return map.tasks.filter(
        (task) =>
            (!view.clusters.length || view.clusters.includes(task.cluster)) &&
            (!view.core || task.core) &&
            words.every((word) => plainText(task.name).includes(word)) &&
            (!view.short || isShort(task)) &&
            (!view.disputed || isDisputed(map.schools, task, view.kind)),
    );
}

/**
 * Columns in the order asked. Schools without such a sheet stand last: nothing of them is
 * known, which is neither much nor little.
 *
 * @param {Object[]} tasks that count
 * @returns {Object[]} schools
 */
export function sortedSchools(map, view, tasks) {
    const byName = (one, other) =>
        Number(other.is_group) - Number(one.is_group) ||
        one.name.localeCompare(other.name, undefined, { numeric: true });
    const schools = [...map.schools].sort(byName);
    if (view.sort === "name") {
        return schools;
    }
    if (view.sort === "type") {
        return schools.sort(
            (one, other) =>
                Number(!one.type) - Number(!other.type) ||
                one.type_label.localeCompare(other.type_label) ||
                byName(one, other),
        );
    }
    const kind = view.kind === "compare" ? "current" : view.kind;
    const sizes = new Map(
        schools.map((school) => [school, sizeOf(school, tasks, kind, view.sort)]),
    );
    const counted = (school) => Number(!isCounted(school, kind));
    return schools.sort(
        (one, other) =>
            counted(one) - counted(other) ||
            sizes.get(other) - sizes.get(one) ||
            byName(one, other),
    );
}

function sizeOf(school, tasks, kind, sort) {
    if (sort === "hours") {
        return hoursOf([school], tasks, kind).hours;
    }
    return gapsOf([school], tasks, kind)[sort === "core" ? "core" : "open"];
}

/**
 * @param {Object} map of `readMap`
 * @param {Object} view of `newView`
 * @returns {{tasks: Object[], schools: Object[], rows: Object[], isWide: boolean}}
 *     `rows`: {key, cluster, tasks, folded} or {key, task}, as they stand below each other
 */
export function layoutOf(map, view) {
    const tasks = filteredTasks(map, view);
    const rows = [];
    for (const cluster of map.clusters) {
        const own = tasks.filter((task) => task.cluster === cluster.id);
        if (!own.length) {
            continue;
        }
        const folded = view.folded.includes(cluster.id);
        rows.push({ key: `c${cluster.id}`, cluster, tasks: own, folded });
        if (!folded) {
            rows.push(...own.map((task) => ({ key: `t${task.id}`, task })));
        }
    }
    const schools = sortedSchools(map, view, tasks);
    return { tasks, schools, rows, isWide: schools.length <= WIDE };
}
