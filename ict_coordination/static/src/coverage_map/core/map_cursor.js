/** Where the keyboard is on the map: by name, so that it stays when the map is sorted. */

const STEPS = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
};

/** Rows that Page Up and Page Down go. */
const PAGE = 12;

/** @param {Object} layout of `layoutOf` @returns {string[]} keys from top to bottom */
export function rowKeys(layout) {
    return ["head", ...layout.rows.map(({ key }) => key), "foot"];
}

/** @param {Object} layout @returns {(string|number)[]} keys from left to right */
export function columnKeys(layout) {
    return ["name", ...layout.schools.map(({ id }) => id), "total"];
}

/**
 * @param {Object} layout
 * @param {{row: string, column: string|number}} place
 * @returns {{row: number, column: number}} indexes; the first cell for a place that is
 *     not there any more
 */
export function indexesOf(layout, place) {
    const row = rowKeys(layout).indexOf(place.row);
    const column = columnKeys(layout).indexOf(place.column);
    return {
        row: row < 0 ? Math.min(1, layout.rows.length) : row,
        column: Math.max(0, column),
    };
}

/**
 * @param {Object} layout
 * @param {{row: string, column: string|number}} place
 * @param {{key: string, ctrl?: boolean}} press
 * @returns {{row: string, column: string|number}|null} null: no key that moves
 */
export function moved(layout, place, { key, ctrl }) {
    const rows = rowKeys(layout);
    const columns = columnKeys(layout);
    let { row, column } = indexesOf(layout, place);
    if (STEPS[key]) {
        const [down, right] = STEPS[key];
        const far = ctrl ? rows.length + columns.length : 1;
        row += down * far;
        column += right * far;
    } else if (key === "Home" || key === "End") {
        column = key === "Home" ? 0 : columns.length - 1;
        if (ctrl) {
            row = key === "Home" ? 0 : rows.length - 1;
        }
    } else if (key === "PageUp" || key === "PageDown") {
        row += key === "PageUp" ? -PAGE : PAGE;
    } else {
        return null;
    }
    const within = (index, list) => list[Math.max(0, Math.min(index, list.length - 1))];
    return { row: within(row, rows), column: within(column, columns) };
}
