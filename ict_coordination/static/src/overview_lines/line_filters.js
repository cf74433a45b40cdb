import { _t } from "@web/core/l10n/translation";
import { normalize } from "@web/core/l10n/utils";

/**
 * @typedef {{ id: string, label: string, onlyKind?: string,
 *     matches: (data: Object) => boolean }} LineFilter
 * @type {LineFilter[]}
 */
export const LINE_FILTERS = [
    { id: "all", label: _t("All tasks"), matches: () => true },
    {
        id: "open",
        label: _t("Open tasks"),
        matches: (data) => data.coverage === "open",
    },
    {
        id: "single",
        label: _t("One person"),
        matches: (data) => data.coverage === "single",
    },
    {
        id: "short",
        label: _t("Short term"),
        onlyKind: "target",
        matches: (data) => data.priority === "short",
    },
    { id: "mine", label: _t("My tasks"), matches: (data) => data.is_mine },
];

/** Whether task, people or remark of a line contain `text`, accents aside. */
export function matchesText(data, text) {
    const words = normalize(text.trim());
    return (
        !words ||
        [data.task_id?.display_name, data.people_text, data.note].some((value) =>
            normalize(value || "").includes(words),
        )
    );
}

/**
 * @param {Object[]} lines records in the order of the sheet
 * @returns {{id: number, name: string, lines: Object[], applicable: number,
 *     covered: number, hours: number, unknown: number}[]} one section for each cluster
 */
export function sectionsOf(lines) {
    const sections = new Map();
    for (const line of lines) {
        const { cluster_id: cluster, coverage, hours } = line.data;
        if (!sections.has(cluster.id)) {
            sections.set(cluster.id, {
                id: cluster.id,
                name: cluster.display_name,
                lines: [],
                applicable: 0,
                covered: 0,
                hours: 0,
                unknown: 0,
            });
        }
        const section = sections.get(cluster.id);
        section.lines.push(line);
        section.applicable += coverage === "not_applicable" ? 0 : 1;
        section.covered += ["single", "team"].includes(coverage) ? 1 : 0;
        section.hours += hours;
        section.unknown += line.data.unknown_hours_count;
    }
    return [...sections.values()];
}
