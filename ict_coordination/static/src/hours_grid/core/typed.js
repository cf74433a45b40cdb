import { normalize } from "@web/core/l10n/utils";
import { formatHoursNumber, readHours } from "../../ict_hours/hours_format";
import { FIELD_CHOICES } from "./words";

/** More hours a week for one task are asked about, so the server has to see them. */
const PLAUSIBLE = 40;

/**
 * What somebody typed in a cell. Read here is only what the server's grammar certainly
 * reads in the same way, so that it can be painted at once; the rest goes to the server.
 *
 * @param {string} text
 * @returns {{value: {hours: number|null, certainty: "exact"|"assumed"|"unknown"}}
 *     | {remove: true} | {text: string}} hours, nobody, or a text for the server
 */
export function readTyped(text) {
    const content = text.trim();
    if (!content) {
        return { remove: true };
    }
    if (["x", "X", "?"].includes(content)) {
        return { value: { hours: null, certainty: "unknown" } };
    }
    const value = readHours(content);
    return value && value.hours > 0 && value.hours <= PLAUSIBLE
        ? { value }
        : { text: content };
}

/** @param {import("./cell_value").CellValue|null} cell @returns {string} "2", "±2", "?" */
export function cellText(cell) {
    if (!cell) {
        return "";
    }
    if (cell.certainty === "unknown") {
        return "?";
    }
    return (cell.certainty === "assumed" ? "±" : "") + formatHoursNumber(cell.hours);
}

/** What a spreadsheet, and this grid, understands again: "1,5", "±2", "x" or "". */
export function copyText(cell) {
    return cell?.certainty === "unknown" ? "x" : cellText(cell);
}

/** What stands in the box when somebody edits the cell: confirmed, it changes nothing. */
export function editText(cell) {
    return copyText(cell);
}

/** What people write in a workbook, whatever the language of the screen. */
const FIELD_WORDS = {
    applicable: [
        [true, ["x", "v", "ja", "j", "yes", "y", "true", "waar", "1", "✓", "✔"]],
        [false, ["nvt", "n/a", "na", "nee", "neen", "no", "false", "onwaar", "0"]],
    ],
    level: [
        ["school", ["s"]],
        ["group", ["sg", "g", "groep", "scholengroep", "scholengemeenschap"]],
        ["shared", ["beide", "gedeeld", "samen", "both", "sg + school", "sg/school"]],
    ],
    priority: [
        ["short", ["kt", "st", "korte termijn"]],
        ["long", ["lt", "lange termijn"]],
        ["none", ["geen", "no"]],
    ],
};
const EMPTY = ["", "-", "–"];

const plain = (text) => normalize(text.trim()).replaceAll(".", "");

/**
 * What somebody typed or pasted in the column of a field.
 *
 * @param {"applicable"|"level"|"priority"|"note"} field
 * @param {string} text a word, its start when only one choice has it, or nothing
 * @returns {boolean|string|null|undefined} undefined: not understood
 */
export function readField(field, text) {
    if (field === "note") {
        return text.trim();
    }
    const word = plain(text);
    if (EMPTY.includes(word)) {
        // Undecided; whether a task applies is always decided.
        return field === "applicable" ? undefined : null;
    }
    const choices = FIELD_CHOICES[field].map(({ value, label }) => ({
        value,
        word: plain(String(label)),
    }));
    const exact = choices.find((choice) => choice.word === word);
    if (exact) {
        return exact.value;
    }
    const known = FIELD_WORDS[field].find(([, words]) => words.includes(word));
    if (known) {
        return known[0];
    }
    const starting = choices.filter((choice) => choice.word.startsWith(word));
    return starting.length === 1 ? starting[0].value : undefined;
}

/**
 * @param {"applicable"|"level"|"priority"|"note"} field
 * @param {boolean|string|null} value
 * @returns {string} what `readField` makes the same value of; "" for undecided
 */
export function fieldText(field, value) {
    if (field === "note") {
        return value || "";
    }
    if (value === null) {
        return "";
    }
    const choice = FIELD_CHOICES[field].find((one) => one.value === value);
    return String(choice.label);
}
