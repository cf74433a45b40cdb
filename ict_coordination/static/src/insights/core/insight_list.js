/** The overview of the insights: what was found, with what cannot wait first. */

/** How soon somebody should look, the soonest first. */
const URGENCY = ["danger", "warning", "info", "", "success", "muted"];

/** What is only to be said of several schools at once. */
const BETWEEN_SCHOOLS = [
    "common_needs",
    "overlap",
    "scale_benefits",
    "level_disagreement",
];

/** @returns {boolean} whether any school has a sheet, of whatever year */
export function hasSheets(list) {
    return list.years.length > 0;
}

/**
 * A card per insight. Who sees one school is not told that nothing is wrong between
 * schools: nothing can be said of that.
 *
 * @param {Object} list answer of `ict.insights`.insight_list
 * @returns {Object[]} its insights, most urgent first, with `tone` and `isAlone`
 */
export function cardsOf(list) {
    const cards = list.insights.map((insight) => {
        const isAlone =
            list.schools < 2 && !insight.count && BETWEEN_SCHOOLS.includes(insight.key);
        return { ...insight, isAlone, tone: isAlone ? "muted" : toneOf(insight.tone) };
    });
    // Array.sort is stable: within a tone the order of the server stays.
    return cards.sort(
        (one, other) => URGENCY.indexOf(one.tone) - URGENCY.indexOf(other.tone),
    );
}

/** @returns {string} a tone that has a word and a colour */
export function toneOf(tone) {
    return URGENCY.includes(tone) ? tone : "";
}
