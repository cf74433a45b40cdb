import { packed, sameValue } from "./edit_keys";

/**
 * @typedef {Object} Entry an edit that is not saved yet
 * @property {string} key
 * @property {number} line
 * @property {number} [member] of a cell
 * @property {string} [field] of a line
 * @property {*} base what the user saw when he changed it
 * @property {*} [value] what it must become; with a `text`: what it had to become
 *     before that was typed, undefined if that was saved
 * @property {string} [text] typed, for the server to read
 * @property {"pending"|"saving"|"failed"|"conflict"|"asked"|"refused"} state
 * @property {null|{base: *, value: *, text: string, change: Object}} flight what is on
 *     its way; after a lost connection nobody knows whether it arrived. It is sent
 *     again as it was until there is an answer: then a repeated request is harmless
 *     and what was typed since has a base that is sure
 * @property {Object} [change] the change of the undo step that made this edit
 * @property {string} [task] name of the line, for when it is gone; `person` likewise
 */

/** States in which the user has to answer. */
const ANSWERED = ["conflict", "asked", "refused"];

/** @param {{state: string}} [entry] or what a component sees of it, its `status` */
export function asksAnswer(entry) {
    return ANSWERED.includes(entry?.state);
}

/** @param {Entry} entry @returns {Entry} without what the server answered to it */
export function withoutAnswer(entry) {
    const { key, line, member, field, base, value, text, flight } = entry;
    const { change, task, person } = entry;
    return {
        key,
        line,
        member,
        field,
        base,
        value,
        text,
        flight,
        change,
        task,
        person,
    };
}

/** Whether something else was typed since the entry left. */
export function isQueued({ flight, text, value, field }) {
    return (
        text !== flight.text ||
        (text === undefined && !sameValue(field, value, flight.value))
    );
}

/** @param {Entry} entry on its way @returns {Object} an edit for `grid_write` */
export function wireOf({ key, line, member, field, flight }) {
    const target = field ? { key, line } : { key, line, member };
    const base = packed(field, flight.base);
    return flight.text === undefined
        ? { ...target, base, value: packed(field, flight.value) }
        : { ...target, base, text: flight.text };
}
