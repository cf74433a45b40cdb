/**
 * What stands in a cell of the grid, and how a key changes it. Values are never changed
 * in place: each function returns a new one, so that undo can keep the old.
 *
 * @typedef {"decides"|"executes"|"steers"|"contact"} Mandate
 * @typedef {Object} CellValue null where nobody is
 * @property {number|null} hours a week; null if and only if `certainty` is "unknown"
 * @property {"exact"|"assumed"|"unknown"} certainty
 * @property {Mandate[]} mandates in the order of MANDATES
 * @property {number|null} funding id
 * @property {string} note
 */

/** @type {Mandate[]} */
export const MANDATES = ["decides", "executes", "steers", "contact"];

/** Who gets hours executes the task, until somebody says otherwise. */
const NEW_CELL = {
    hours: null,
    certainty: "unknown",
    mandates: ["executes"],
    funding: null,
    note: "",
};

/**
 * @param {Object|null} cell with anything else that the server or a model put beside it
 * @returns {CellValue|null}
 */
export function valueOf(cell) {
    if (!cell) {
        return null;
    }
    const { hours, certainty, mandates, funding, note } = cell;
    return { hours, certainty, mandates: [...mandates], funding, note };
}

/** @param {CellValue|null} a @param {CellValue|null} b @returns {boolean} */
export function sameCell(a, b) {
    if (!a || !b) {
        return !a && !b;
    }
    return (
        a.hours === b.hours &&
        a.certainty === b.certainty &&
        a.funding === b.funding &&
        a.note === b.note &&
        a.mandates.length === b.mandates.length &&
        a.mandates.every((mandate) => b.mandates.includes(mandate))
    );
}

/**
 * @param {CellValue|null} cell
 * @param {number|null} hours
 * @param {"exact"|"assumed"|"unknown"} [certainty]
 * @returns {CellValue}
 */
export function withHours(cell, hours, certainty = "exact") {
    const unknown = hours === null || certainty === "unknown";
    return {
        ...(valueOf(cell) || NEW_CELL),
        hours: unknown ? null : hours,
        certainty: unknown ? "unknown" : certainty,
    };
}

/** Somebody does it, nobody knows how long: never the same as 0 hours. */
export function asUnknown(cell) {
    return withHours(cell, null, "unknown");
}

/**
 * @param {CellValue|null} cell
 * @param {Mandate} mandate
 * @param {boolean} on
 * @returns {CellValue|null} an empty cell gets unknown hours with this mandate only
 */
function withMandate(cell, mandate, on) {
    if (!cell) {
        return on ? { ...NEW_CELL, mandates: [mandate] } : null;
    }
    return {
        ...valueOf(cell),
        mandates: MANDATES.filter((name) =>
            name === mandate ? on : cell.mandates.includes(name),
        ),
    };
}

/**
 * The letter of a mandate on a whole range: away when everybody has it, else everybody
 * gets it. Empty cells of a range with people in it stay empty.
 *
 * @param {(CellValue|null)[]} cells
 * @param {Mandate} mandate
 * @returns {(CellValue|null)[]}
 */
export function toggleMandates(cells, mandate) {
    const people = cells.filter(Boolean);
    const on = !people.length || people.some((c) => !c.mandates.includes(mandate));
    return cells.map((cell) =>
        cell || !people.length ? withMandate(cell, mandate, on) : null,
    );
}

/** Exact hours ↔ an estimate; there is nothing to estimate about unknown hours. */
export function toggleEstimate(cell) {
    const value = valueOf(cell);
    if (!value || value.certainty === "unknown") {
        return value;
    }
    return { ...value, certainty: value.certainty === "exact" ? "assumed" : "exact" };
}

/**
 * As `toggleMandates`: exact again only when all hours of the range are estimates.
 *
 * @param {(CellValue|null)[]} cells
 * @returns {(CellValue|null)[]}
 */
export function toggleEstimates(cells) {
    const toExact = !cells.some((cell) => cell?.certainty === "exact");
    const from = toExact ? "assumed" : "exact";
    return cells.map((cell) =>
        cell?.certainty === from ? toggleEstimate(cell) : valueOf(cell),
    );
}

/** @param {CellValue|null} cell @param {number|null} funding id @returns {CellValue|null} */
export function withFunding(cell, funding) {
    const value = valueOf(cell);
    return value && { ...value, funding };
}

/**
 * The next way of paying: none, the first, …, the last, none.
 *
 * @param {CellValue|null} cell
 * @param {{id: number}[]} fundings in their order
 * @returns {CellValue|null}
 */
export function nextFunding(cell, fundings) {
    const ids = [null, ...fundings.map(({ id }) => id)];
    const at = ids.indexOf(cell?.funding ?? null);
    return withFunding(cell, ids[(at + 1) % ids.length]);
}
