import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { formatFloat } from "@web/views/fields/formatters";
import { parseFloat } from "@web/views/fields/parsers";

/** @param {number} hours @returns {string} "1,5": at most two decimals, no trailing 0 */
export function formatHoursNumber(hours) {
    return formatFloat(hours, { digits: [16, 2], trailingZeros: false });
}

/**
 * Totals: how many allocations have no hours stands beside them in a column of its own,
 * so an empty total is a dash and not a zero.
 *
 * @param {number|false} hours
 * @returns {string} "12,5 u"
 */
export function formatHours(hours) {
    return hours ? _t("%s h", formatHoursNumber(hours)) : "–";
}

/**
 * The same words as the exported workbook and the server's texts. Where nothing is
 * known no 0 stands beside it.
 *
 * @param {number} hours known hours a week
 * @param {number} unknown number of people without hours
 * @returns {string} "12,5 u + 3 zonder uren"
 */
export function formatHoursTotal(hours, unknown) {
    const known = _t("%s h", formatHoursNumber(hours));
    if (unknown && !hours) {
        return _t("%s without hours", unknown);
    }
    return unknown
        ? _t("%(hours)s + %(count)s without hours", { hours: known, count: unknown })
        : known;
}

/**
 * @param {number} hours
 * @param {"exact"|"assumed"|"unknown"} [certainty]
 * @returns {string} "2 u", "± 2 u" or "zonder uren"
 */
export function formatHoursOf(hours, certainty) {
    if (certainty === "unknown") {
        return _t("without hours");
    }
    if (!certainty) {
        return formatHours(hours);
    }
    const text = _t("%s h", formatHoursNumber(hours));
    return certainty === "assumed" ? `± ${text}` : text;
}

/**
 * What somebody types: "1,5", "2 u", "1u30", "±2"; nothing means unknown.
 *
 * @param {string} text
 * @returns {{hours: number, certainty: "exact"|"assumed"|"unknown"}}
 * @throws when the text is no number of hours
 */
export function parseHours(text) {
    let value = text.trim().toLowerCase();
    if (!value || value === "?") {
        return { hours: 0, certainty: "unknown" };
    }
    const assumed = /^(±|~|\+-|\+\/-|ca\.?)\s*/;
    const certainty = assumed.test(value) ? "assumed" : "exact";
    value = value.replace(assumed, "");
    const clock = /^(\d{1,2})\s*[uh:]\s*([0-5]\d)$/.exec(value);
    value = value.replace(/\s*(u|uur|uren|h|hours?)\.?$/, "");
    let hours;
    if (clock) {
        hours = Number(clock[1]) + Number(clock[2]) / 60;
    } else if (/^\d*[.,]?\d+$/.test(value)) {
        // Nobody works a thousand hours a week: point and comma are both decimals,
        // whatever the language. Read as thousands, 3.25 would become 325.
        hours = Number(value.replace(",", "."));
    } else {
        hours = parseFloat(value);
    }
    return { hours: Math.round(hours * 100) / 100, certainty };
}

registry.category("formatters").add("ict_hours", formatHours);
