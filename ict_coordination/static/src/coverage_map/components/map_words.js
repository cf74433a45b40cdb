import { _t } from "@web/core/l10n/translation";
import {
    formatHoursNumber,
    formatHoursOf,
    formatHoursTotal,
} from "../../ict_hours/hours_format";
import { MANDATE_LABELS } from "../../hours_grid/core/words";

/** What the coverage map says: signs and short texts in cells, sentences everywhere else. */

/** A shape for each colour, so that nothing hangs on the colour alone. */
export const SIGNS = {
    open: "○",
    single: "◐",
    team: "●",
    not_applicable: "–",
    undecided: "◌",
    no_sheet: "×",
    absent: "",
};

const STATE_LABELS = {
    open: _t("Open"),
    single: _t("One person"),
    team: _t("Team"),
    not_applicable: _t("Not applicable"),
    undecided: _t("Open and undecided"),
    no_sheet: _t("No overview"),
    absent: _t("Not on the overview"),
};

const LEVEL_LABELS = {
    school: _t("School level"),
    group: _t("Group level"),
    shared: _t("Shared level"),
};

const PRIORITY_LABELS = {
    short: _t("Short term"),
    long: _t("Long term"),
    none: _t("No priority"),
};

/** The legend: what every colour means. */
export const LEGEND_STATES = [
    "open",
    "single",
    "team",
    "not_applicable",
    "undecided",
    "no_sheet",
];

/** @returns {string} */
export function stateLabel(state) {
    return String(STATE_LABELS[state]);
}

/** @returns {string} */
export function levelLabel(level) {
    return String(LEVEL_LABELS[level]);
}

/**
 * The number in a cell. Unknown hours are never a 0: "?", or "2 +1?" beside known ones.
 *
 * @param {Object|null} cell
 * @param {"none"|"people"|"hours"} number
 * @returns {string} "" where there is nothing to count
 */
export function numberText(cell, number) {
    if (number === "none" || !cell || cell.coverage === "not_applicable") {
        return "";
    }
    const { people, hours, unknown } = cell;
    if (number === "people") {
        return people ? String(people) : "";
    }
    if (!hours && !unknown) {
        return people ? "0" : "";
    }
    if (!hours) {
        return "?";
    }
    return formatHoursNumber(hours) + (unknown ? ` +${unknown}?` : "");
}

function sideText(state, cell, number) {
    return `${SIGNS[state]} ${numberText(cell, number)}`.trim();
}

/** @param {Object} look of `lookAt` @returns {string} "◐ 2" or, compared, "○→◐ 2" */
export function cellText({ state, cell, before, old, change }, number) {
    const text = sideText(state, cell, number);
    const was = change ? sideText(before, old, number) : text;
    return was === text ? text : `${was}→${text}`;
}

/** @returns {string} "Team: 3 people, 4,5 u + 1 zonder uren" */
export function coverageWords(state, cell) {
    const label = stateLabel(state);
    if (!cell || (!cell.people && !cell.hours && !cell.unknown)) {
        return label;
    }
    const hours = formatHoursTotal(cell.hours, cell.unknown);
    if (state === "team") {
        return _t("%(coverage)s: %(count)s people, %(hours)s", {
            coverage: label,
            count: cell.people,
            hours,
        });
    }
    return _t("%(coverage)s: %(hours)s", { coverage: label, hours });
}

/** @param {Object} look @returns {string[]} all that a place says beside its names */
export function lookLines(look) {
    const { state, cell, before, old } = look;
    const lines =
        before === null
            ? [coverageWords(state, cell)]
            : [
                  _t("Now: %s", coverageWords(before, old)),
                  _t("Target: %s", coverageWords(state, cell)),
              ];
    const marks = [
        cell?.level ? levelLabel(cell.level) : "",
        look.short
            ? String(PRIORITY_LABELS.short)
            : cell?.priority
              ? String(PRIORITY_LABELS[cell.priority])
              : "",
    ].filter(Boolean);
    return marks.length ? [...lines, marks.join(" · ")] : lines;
}

/** @param {Object} person of `map_people` @returns {string} "An Claes, 2 u, Beslist" */
export function personWords({ name, hours, certainty, mandates }) {
    const letters = (mandates || []).map((mandate) =>
        String(MANDATE_LABELS[mandate] || mandate),
    );
    return [name, formatHoursOf(hours, certainty), ...letters]
        .filter(Boolean)
        .join(", ");
}

/** @returns {string} "12 open, of which 3 core tasks and 4 undecided" */
export function gapWords({ open, core, undecided }) {
    return _t(
        "%(open)s open, of which %(core)s core tasks and %(undecided)s undecided",
        {
            open,
            core,
            undecided,
        },
    );
}

/** @param {Object} total of `totalOf` @returns {string} "12", or compared "12→5" */
export function gapText({ open, before }) {
    return before ? `${before.open}→${open}` : String(open);
}

/** @param {Object} total @returns {string} */
export function totalWords(total) {
    return total.before
        ? `${_t("Now: %s", gapWords(total.before))}\n${_t("Target: %s", gapWords(total))}`
        : gapWords(total);
}

/** @returns {string} hours of many: "12,5 +3?", "?" or "" */
export function hoursText({ hours, unknown }) {
    return numberText({ coverage: "team", people: 0, hours, unknown }, "hours");
}
