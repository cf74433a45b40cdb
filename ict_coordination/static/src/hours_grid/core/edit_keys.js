import { sameCell } from "./cell_value";

/**
 * Names of what can be edited. A cell is "line:member", an attribute of a line is
 * "line:field"; a member is a number and a field is not, so they never meet.
 */

/** The attributes of a line that people edit, in the order of the columns. */
export const FIELDS = ["applicable", "level", "priority", "note"];

/** @param {number} line @param {number} member */
export function cellKey(line, member) {
    return `${line}:${member}`;
}

/** @param {number} line @param {string} field */
export function fieldKey(line, field) {
    return `${line}:${field}`;
}

/** @param {{line: number, member?: number, field?: string}} target */
export function keyOf({ line, member, field }) {
    return `${line}:${field || member}`;
}

/** The id of the line, faster than `targetOf`. @param {string} key */
export function lineOf(key) {
    return parseInt(key);
}

/**
 * The other way of `keyOf`.
 *
 * @param {string} key
 * @returns {{line: number, member: (number|undefined), field: (string|undefined)}}
 */
export function targetOf(key) {
    const [line, column] = key.split(":");
    const target = FIELDS.includes(column)
        ? { field: column }
        : { member: Number(column) };
    return { line: Number(line), ...target };
}

/**
 * Whether two values of one cell (`field` empty) or of one field are the same.
 *
 * @param {string|undefined} field
 */
export function sameValue(field, a, b) {
    return field ? (a || "") === (b || "") : sameCell(a, b);
}

/** A field stands in an object with its name when it travels: {level: "school"}. */
export function packed(field, value) {
    return field ? { [field]: value } : value;
}

/** @see packed */
export function unpacked(field, value) {
    return field && value && typeof value === "object" ? value[field] : value;
}
