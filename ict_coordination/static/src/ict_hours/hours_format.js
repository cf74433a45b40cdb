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

const MARK = /^(±|~|\+-|\+\/-|circa|ca\.?)[ \u00a0]*/i;
const CLOCK = /^(\d{1,2})[uh]([0-5]\d)$/i;
const NUMBER =
    /^(\d{0,2}\.\d{1,2}|\d{1,2}(?:,\d{1,2})?)[ \u00a0]*(?:u|uur|uren|h|hours?)?$/i;
const MINUTES = /^(\d{1,3})[ \u00a0]*min$/i;

/** The rounding of the server (`workbook/hours.py`): halves up, at most two decimals. */
function roundHours(hours) {
    return Math.floor(hours * 100 + 0.5 + 1e-6) / 100;
}

/**
 * Hours as people write them in one certain way: "1,5", "1.5 u", "1u30", "30 min", "±2",
 * "ca. 2 u". Point and comma are both decimals, whatever the language: nobody works a
 * thousand hours a week, and read as thousands 3.25 would become 325.
 *
 * @param {string} text
 * @returns {{hours: number, certainty: "exact"|"assumed"}|null} null: another text
 */
export function readHours(text) {
    const number = text.replace(MARK, "");
    const certainty = number === text ? "exact" : "assumed";
    const clock = CLOCK.exec(number);
    if (clock) {
        const hours = roundHours(Number(clock[1]) + Number(clock[2]) / 60);
        return { hours, certainty };
    }
    const minutes = MINUTES.exec(number);
    if (minutes) {
        return { hours: roundHours(Number(minutes[1]) / 60), certainty };
    }
    const plain = NUMBER.exec(number);
    return plain && { hours: Number(plain[1].replace(",", ".")), certainty };
}

/**
 * What somebody types in a box for hours alone; nothing means unknown. More than in a
 * cell of the grid is hours here, as there is nothing else that it could be.
 *
 * @param {string} text
 * @returns {{hours: number, certainty: "exact"|"assumed"|"unknown"}}
 * @throws when the text is no number of hours
 */
export function parseHours(text) {
    const value = text.trim().toLowerCase();
    if (!value || value === "?") {
        return { hours: 0, certainty: "unknown" };
    }
    const found = readHours(value);
    if (found) {
        return found;
    }
    const bare = value.replace(MARK, "");
    const certainty = bare === value ? "exact" : "assumed";
    const clock = /^(\d{1,2})\s*[uh:]\s*([0-5]\d)$/.exec(bare);
    if (clock) {
        const hours = Number(clock[1]) + Number(clock[2]) / 60;
        return { hours: roundHours(hours), certainty };
    }
    const number = bare.replace(/\s*(u|uur|uren|h|hours?)\.?$/, "");
    const hours = /^\d*[.,]?\d+$/.test(number)
        ? Number(number.replace(",", "."))
        : parseFloat(number);
    return { hours: Math.round(hours * 100) / 100, certainty };
}

registry.category("formatters").add("ict_hours", formatHours);
