import { _t } from "@web/core/l10n/translation";
import {
    formatHoursNumber,
    formatHoursOf,
    formatHoursTotal,
} from "../../ict_hours/hours_format";
import { cellKey, fieldKey } from "../core/edit_keys";
import { lettersOf } from "../core/letters";
import { cellText, fieldText } from "../core/typed";
import { COVERAGE_LABELS, FIELD_LABELS, MANDATE_LABELS } from "../core/words";

/** What a cell shows, as plain values: the template of a row only puts them in place. */

/** So short that a column of a person can be narrow; the title has the word. */
const FIELD_SHORT = {
    level: { school: _t("School"), group: _t("Grp."), shared: _t("Shared") },
    priority: { short: _t("ST"), long: _t("LT"), none: _t("None") },
};

/** Letters of a funding that fit beside four mandates; the title has the name. */
const MARK_LENGTH = 3;

/** A shape for each colour of the row's edge. */
export const COVERAGE_SIGNS = {
    open: "○",
    single: "◐",
    team: "●",
    not_applicable: "–",
};

/**
 * A total in a narrow cell: who has no hours is counted, never added as 0.
 *
 * @param {{hours: number, unknown: number}} total
 * @returns {string} "2,5", "2,5 +1?", "+1?" or ""
 */
export function shortTotal({ hours, unknown }) {
    const known = hours ? formatHoursNumber(hours) : "";
    return unknown ? `${known} +${unknown}?`.trim() : known;
}

/** @returns {string} the same in words: "2,5 u + 1 zonder uren" */
export function totalTitle({ hours, unknown }) {
    return hours || unknown ? formatHoursTotal(hours, unknown) : _t("nobody");
}

/**
 * @param {{hours: number, unknown: number}} difference here minus there
 * @returns {string} "+1,5", "−0,5", "−2 +1?" or ""
 */
export function differenceText({ hours, unknown }) {
    return [signed(hours), unknown ? `${signed(unknown)}?` : ""].join(" ").trim();
}

function signed(number) {
    if (!number) {
        return "";
    }
    return (number > 0 ? "+" : "−") + formatHoursNumber(Math.abs(number));
}

/** @returns {string} class of a difference */
export function differenceClass({ hours, unknown }) {
    return (hours || unknown) > 0 ? "o_ict_more" : "o_ict_less";
}

/**
 * Put what the other sheet has before a cell, and the difference under it. The hours are
 * compared: with letters and funding between them nothing would be clear.
 *
 * @param {Object} view of `cellView`, changed
 * @param {{peer: Object|null, hours: number, unknown: number}} difference
 */
export function comparedWith(view, difference) {
    const text = differenceText(difference);
    if (difference.peer || text) {
        view.class += " o_ict_compared";
        view.peer = `${cellText(difference.peer) || "–"} →`;
        view.text ||= "–";
        view.difference = text;
        view.differenceClass = differenceClass(difference);
    }
    view.letters = view.funding = "";
}

export function coverageTitle(coverage) {
    return String(COVERAGE_LABELS[coverage]);
}

/**
 * @param {Object} model GridModel
 * @param {Object} line as shown
 * @param {Object} column of `columnsOf`
 * @returns {Object} class, text and the rest of one cell; what does not hold is undefined
 */
export function cellView(model, line, column) {
    return column.type === "member"
        ? memberCellView(model, line, column.member)
        : fieldCellView(model, line, column.field);
}

function memberCellView(model, line, member) {
    const cell = model.cell(line.id, member.id);
    const status = model.status(cellKey(line.id, member.id));
    const view = {
        class: "o_ict_cell_member",
        textClass: "o_ict_hours",
        member: member.id,
        text: "",
        letters: "",
    };
    if (cell) {
        view.text = cellText(cell);
        view.letters = lettersOf(cell);
        view.funding = fundingMark(model, cell);
        view.title = cellTitle(model, cell);
        if (cell.certainty !== "exact") {
            view.certainty = cell.certainty;
        }
        if (cell.note) {
            view.remark = true;
        }
    }
    return withStatus(view, status);
}

function fieldCellView(model, line, field) {
    const value = line[field];
    const status = model.status(fieldKey(line.id, field));
    const view = { class: `o_ict_cell_${field}`, textClass: "o_ict_text", field };
    if (field === "applicable") {
        view.textClass = "o_ict_tick";
        view.tick = value || undefined;
        view.text = value ? "✓" : "";
        view.title = fieldText(field, value);
    } else if (field === "note") {
        view.text = value || "";
        view.title = value || undefined;
    } else if (value) {
        view.text = String(FIELD_SHORT[field][value]);
        view.title = fieldText(field, value);
    } else {
        view.text = line.applicable ? "–" : "";
        view.undecided = true;
        view.title = `${FIELD_LABELS[field]}: ${_t("Undecided")}`;
    }
    return withStatus(view, status);
}

/** What was typed stays in sight until it stands in the database. */
function withStatus(view, status) {
    if (status) {
        const { state } = status;
        view.state = state === "saving" ? "pending" : state;
        if (status.text !== undefined && status.text !== "") {
            view.text = status.text;
        }
        if (status.message) {
            view.title = status.message;
        }
    }
    return view;
}

function fundingMark(model, cell) {
    const funding =
        cell.funding && model.fundings.find(({ id }) => id === cell.funding);
    const mark = funding ? funding.mark || funding.name : "";
    return [...mark].slice(0, MARK_LENGTH).join("");
}

/** @returns {string} "± 2 u · Beslist, Voert uit · ICT-punten · note" */
function cellTitle(model, cell) {
    const funding =
        cell.funding && model.fundings.find(({ id }) => id === cell.funding);
    return [
        formatHoursOf(cell.hours, cell.certainty),
        cell.mandates.map((mandate) => String(MANDATE_LABELS[mandate])).join(", "),
        funding ? funding.name : "",
        cell.note,
    ]
        .filter(Boolean)
        .join(" · ");
}

/**
 * What a screen reader says when the cursor arrives.
 *
 * @returns {string} "Jan Peeters, Netwerk beheren: 2 u · Voert uit"
 */
export function cellInWords(model, line, column) {
    if (column.type === "member") {
        const cell = model.cell(line.id, column.member.id);
        const what = cell ? cellTitle(model, cell) : _t("empty");
        return `${column.label}, ${line.name}: ${what}`;
    }
    const value = fieldText(column.field, line[column.field] ?? null);
    return `${column.label}, ${line.name}: ${value || _t("empty")}`;
}
