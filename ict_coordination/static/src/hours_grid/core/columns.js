import { FIELDS } from "./edit_keys";
import { FIELD_LABELS } from "./words";

/**
 * @typedef {Object} Column
 * @property {string} id stays the same when columns come and go: "level", "m12"
 * @property {"field"|"member"} type
 * @property {string} label
 * @property {"applicable"|"level"|"priority"|"note"} [field]
 * @property {Object} [member]
 */

/** @param {number} memberId @returns {string} */
export function memberColumnId(memberId) {
    return `m${memberId}`;
}

/**
 * @param {{member?: number|string, field?: string}} target what is edited in it, as in
 *     `targetOf`
 * @returns {string} id of the column
 */
export function columnIdOf({ member, field }) {
    return field || memberColumnId(member);
}

const fieldColumn = (field) => ({
    id: field,
    type: "field",
    field,
    // In the user's language, which is not known yet while modules are loaded.
    get label() {
        return String(FIELD_LABELS[field]);
    },
});

/**
 * @param {Object} model GridModel
 * @returns {Column[]} from left to right
 */
export function columnsOf(model) {
    const isTarget = model.overview.kind === "target";
    const fields = FIELDS.filter(
        (field) => field !== "note" && (field !== "priority" || isTarget),
    );
    return [
        ...fields.map(fieldColumn),
        ...model.members.map((member) => ({
            id: memberColumnId(member.id),
            type: "member",
            member,
            label: member.name,
        })),
        fieldColumn("note"),
    ];
}
