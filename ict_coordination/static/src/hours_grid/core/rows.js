import { _t } from "@web/core/l10n/translation";
import { normalize } from "@web/core/l10n/utils";
import { coverageOf } from "./totals";

/**
 * @typedef {Object} View what the user chose to see
 * @property {string} [text] looked for in task, cluster, remark and names
 * @property {Set<number>} [clusters] ids; empty: all
 * @property {string} [filter] id of one of GRID_FILTERS
 * @property {number|null} [person] only tasks of this member
 * @property {Set<number>} [folded] ids of clusters
 *
 * @typedef {{type: "cluster", id: string, cluster: Object, lines: Object[],
 *     folded: boolean} | {type: "line", id: string, line: Object}} Row
 */

/** Who is on a line, whatever their hours. */
function peopleOf(model, line) {
    return model.cellsOfLine(line.id).map(({ member }) => model.member(member));
}

/** @type {{id: string, label: string, onlyKind?: string, matches: Function}[]} */
const GRID_FILTERS = [
    { id: "all", label: _t("All tasks"), matches: () => true },
    {
        id: "open",
        label: _t("Open tasks"),
        matches: (model, line) => coverageOf(model, line) === "open",
    },
    {
        id: "single",
        label: _t("One person"),
        matches: (model, line) => coverageOf(model, line) === "single",
    },
    {
        id: "short",
        label: _t("Short term"),
        onlyKind: "target",
        matches: (model, line) => line.priority === "short",
    },
    {
        id: "long",
        label: _t("Long term"),
        onlyKind: "target",
        matches: (model, line) => line.priority === "long",
    },
    { id: "core", label: _t("Core tasks"), matches: (model, line) => line.core },
    {
        id: "mine",
        label: _t("My tasks"),
        matches: (model, line) => peopleOf(model, line).some(({ mine }) => mine),
    },
];

const lineRow = (line) => ({ type: "line", id: `l${line.id}`, line });

/**
 * The sheet as the user wants to see it: a row for each cluster that has tasks to show,
 * and its tasks below it unless it is folded.
 *
 * @param {Object} model GridModel
 * @param {View} view
 * @param {Set<number>} [keep] ids of lines that stay although an edit took them out of
 *     the filter: a row does not disappear under somebody's hands
 * @returns {Row[]}
 */
export function visibleRows(model, view, keep) {
    const { matches } = GRID_FILTERS.find(({ id }) => id === (view.filter || "all"));
    const chosen = chosenLines(model, view);
    const sections = new Map();
    for (const line of model.lines) {
        if (keep?.has(line.id) || (chosen(line) && matches(model, line))) {
            const lines = sections.get(line.cluster) || [];
            sections.set(line.cluster, [...lines, line]);
        }
    }
    return model.clusters.flatMap((cluster) => {
        const lines = sections.get(cluster.id);
        if (!lines) {
            return [];
        }
        const folded = Boolean(view.folded?.has(cluster.id));
        const rows = folded ? [] : lines.map(lineRow);
        return [
            { type: "cluster", id: `c${cluster.id}`, cluster, lines, folded },
            ...rows,
        ];
    });
}

/**
 * @param {Object} model GridModel
 * @param {View} view
 * @returns {{id: string, label: string, count: number}[]} the filters that make sense on
 *     this sheet, each with how many tasks it would show beside the other choices
 */
export function filtersOf(model, view) {
    const lines = model.lines.filter(chosenLines(model, view));
    return GRID_FILTERS.filter(
        ({ onlyKind }) => !onlyKind || onlyKind === model.overview.kind,
    ).map(({ id, label, matches }) => ({
        id,
        label: String(label),
        count: lines.filter((line) => matches(model, line)).length,
    }));
}

/** Whether a line is in the chosen clusters, of the chosen person and has the text. */
function chosenLines(model, { clusters, person, text }) {
    const words = normalize((text || "").trim());
    return (line) =>
        (!clusters?.size || clusters.has(line.cluster)) &&
        (!person || Boolean(model.cell(line.id, person))) &&
        (!words || matchesText(model, line, words));
}

/** @param {string} words normalized: accents and capitals aside */
function matchesText(model, line, words) {
    const cluster = model.clusters.find(({ id }) => id === line.cluster);
    const people = peopleOf(model, line).map(({ name }) => name);
    return [line.name, line.note, cluster?.name, ...people].some((text) =>
        normalize(text || "").includes(words),
    );
}
