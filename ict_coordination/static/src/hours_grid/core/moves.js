/** The commands of keys.js that move the cursor or the selection, and where to. */

/** How a command moves: lines and columns, one at a time, to an edge or to the end. */
const STEPS = {
    up: { rows: -1 },
    down: { rows: 1 },
    left: { columns: -1 },
    right: { columns: 1 },
    edgeUp: { rows: -1, edge: true },
    edgeDown: { rows: 1, edge: true },
    edgeLeft: { columns: -1, edge: true },
    edgeRight: { columns: 1, edge: true },
    pageUp: { rows: -1, page: true },
    pageDown: { rows: 1, page: true },
    home: { columns: -Infinity },
    end: { columns: Infinity },
    first: { rows: -Infinity, columns: -Infinity },
    last: { rows: Infinity, columns: Infinity },
};
/** Tab and Enter, and back: in the order of reading, inside a selection when there is one. */
export const WALKS = {
    next: { along: "columns", step: 1 },
    previous: { along: "columns", step: -1 },
    below: { along: "rows", step: 1 },
    above: { along: "rows", step: -1 },
};
export const SELECTIONS = ["all", "wholeRow", "wholeColumn"];

/** "selectEdgeUp" is the step of "edgeUp", with the selection growing. */
export const MOVES = new Map(
    Object.entries(STEPS).flatMap(([name, step]) => [
        [name, step],
        [`select${name[0].toUpperCase()}${name.slice(1)}`, { ...step, grows: true }],
    ]),
);

/** @param {string} command of keys.js @returns {boolean} whether the cursor knows it */
export function isMove(command) {
    return (
        MOVES.has(command) ||
        Object.hasOwn(WALKS, command) ||
        SELECTIONS.includes(command)
    );
}

/**
 * From a filled cell to the end of its block; else to the next filled one, or the end.
 *
 * @param {{row: number, column: number}} from numbers in `lines` and `columns`
 * @param {{rows?: number, columns?: number}} step 1 or -1 in one direction
 * @param {Object[]} lines rows without those of clusters
 * @param {Object[]} columns
 * @param {(lineId: number, columnId: string) => boolean} filled
 * @returns {[number, number]} row and column
 */
export function edgeOf(from, step, lines, columns, filled) {
    const [dr, dc] = [step.rows || 0, step.columns || 0];
    const exists = (row, column) => lines[row] && columns[column];
    const has = (row, column) =>
        exists(row, column) && filled(lines[row].line.id, columns[column].id);
    let { row, column } = from;
    const inBlock = has(row, column) && has(row + dr, column + dc);
    while (exists(row + dr, column + dc)) {
        if (inBlock && !has(row + dr, column + dc)) {
            break;
        }
        row += dr;
        column += dc;
        if (!inBlock && has(row, column)) {
            break;
        }
    }
    return [row, column];
}
