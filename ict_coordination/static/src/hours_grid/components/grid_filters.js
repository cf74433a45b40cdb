import { _t } from "@web/core/l10n/translation";

/** What the toolbar and the list of a phone say about the filters of the grid. */

/** @param {Object[]} rows of `visibleRows`; folded clusters count as shown */
export function shownCount(rows) {
    return rows.reduce(
        (count, { type, lines }) => count + (type === "cluster" ? lines.length : 0),
        0,
    );
}

/** @returns {string} "12 of 67 tasks" */
export function shownText(model, rows) {
    return _t("%(shown)s of %(total)s tasks", {
        shown: shownCount(rows),
        total: model.lines.length,
    });
}

/** @param {Object} view @returns {boolean} whether some tasks may be left out */
export function isFiltered({ text, clusters, filter, person }) {
    return Boolean(text.trim() || clusters.size || person || filter !== "all");
}

/** @param {Object} view */
export function showAllTasks(view) {
    Object.assign(view, { text: "", clusters: new Set(), filter: "all", person: null });
}
