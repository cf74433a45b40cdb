import { _t } from "@web/core/l10n/translation";
import { formatHoursTotal } from "../../ict_hours/hours_format";

/** What the insights say beside the words of the server. */

const FOR_INFORMATION = { label: _t("For information"), icon: "fa-info-circle" };

/** A word and a shape for each colour, so that nothing hangs on the colour alone. */
const TONES = {
    danger: { label: _t("Look at this first"), icon: "fa-exclamation-circle" },
    warning: { label: _t("Worth a look"), icon: "fa-exclamation-triangle" },
    success: { label: _t("In order"), icon: "fa-check-circle" },
    info: FOR_INFORMATION,
    muted: FOR_INFORMATION,
    "": FOR_INFORMATION,
};

/** @returns {{label: string, icon: string, tone: string}} */
export function toneWords(tone) {
    const { label, icon } = TONES[tone] || FOR_INFORMATION;
    return { label: String(label), icon, tone: tone || "info" };
}

const COUNTS = {
    schools: _t("%s schools"),
    people: _t("%s people"),
    clusters: _t("%s clusters"),
    competencies: _t("%s competencies"),
};

/** @returns {string} "12 schools", for a list that is too long to stand in a cell */
export function countWords(reference, count) {
    return String(COUNTS[reference]).replace("%s", count);
}

/** @returns {string} number of schools behind the overview */
export function schoolsWords(count) {
    return count === 1 ? _t("1 school") : _t("%s schools", count);
}

/** @returns {string} how many rows are left of all of them */
export function rowsWords(found, all) {
    if (found !== all) {
        return _t("%(found)s of %(all)s rows", { found, all });
    }
    return all === 1 ? _t("1 row") : _t("%s rows", all);
}

/**
 * A number as it stands in a cell. What nobody filled in is no 0.
 *
 * @returns {string} "" for what is not filled in
 */
export function numberWords({ kind }, value) {
    if (value === null || value === undefined) {
        return "";
    }
    if (kind === "hours") {
        return formatHoursTotal(...value);
    }
    return kind === "hours_plain" ? formatHoursTotal(value, 0) : String(value);
}
