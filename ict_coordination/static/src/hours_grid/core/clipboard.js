/** Tables as text: what Excel, LibreOffice and browsers put on the clipboard. */

/**
 * A cell in quotes: it has a line break or a quote in it. Not every quote opens one:
 * a cell with `"` alone says "the same as above", so what is quoted has no tabs, starts
 * and ends with something, and stands alone between two tabs or line ends.
 */
const QUOTED = /"((?=\S)(?:[^"\t]|"")+)"(?=\t|\r?\n|\r|$)/y;
const PLAIN = /[^\t\r\n]*/y;
const BREAK = /\r\n|\r|\n/g;

/**
 * @param {string} text
 * @returns {string[][]} rows of cells; rows need not be equally long. One line break at
 *     the end is no row of its own.
 */
export function parseTsv(text) {
    const rows = [];
    let at = 0;
    let row = [];
    while (at < text.length) {
        const { cell, end } = cellAt(text, at);
        row.push(cell);
        at = end;
        if (text[at] === "\t") {
            at += 1;
            if (at === text.length) {
                row.push("");
            }
        } else {
            at += text.startsWith("\r\n", at) ? 2 : 1;
            rows.push(row);
            row = [];
        }
    }
    if (row.length) {
        rows.push(row);
    }
    return rows;
}

function cellAt(text, at) {
    QUOTED.lastIndex = at;
    const found = QUOTED.exec(text);
    if (found && !/\s$/.test(found[1])) {
        const cell = found[1].replaceAll('""', '"').replace(BREAK, "\n");
        return { cell, end: QUOTED.lastIndex };
    }
    PLAIN.lastIndex = at;
    return { cell: PLAIN.exec(text)[0], end: PLAIN.lastIndex };
}

/**
 * @param {string[][]} rows
 * @returns {string} one line for each row, tabs between the cells; `parseTsv` gives the
 *     same back, but for tabs (they become blanks) and blanks around a text in lines
 */
export function toTsv(rows) {
    return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

function quoted(cell) {
    const text = cell.replaceAll("\t", " ").replace(BREAK, "\n");
    if (text.includes("\n") || text.startsWith('"')) {
        return `"${text.trim().replaceAll('"', '""')}"`;
    }
    return text;
}

/**
 * Where the cells of a copied block come. One cell fills the whole selection; a block
 * fills it when the selection is a whole number of blocks, as in a spreadsheet; any other
 * starts at the top left. What falls outside the grid is left out.
 *
 * @param {any[][]} block
 * @param {{top: number, left: number, bottom: number, right: number}} range selected
 * @param {{rows: number, columns: number}} size of the grid
 * @returns {{row: number, column: number, content: any}[]}
 */
export function placeBlock(block, range, size) {
    const height = block.length;
    const width = Math.max(0, ...block.map((row) => row.length));
    if (!height || !width) {
        return [];
    }
    const rows = repeated(range.bottom - range.top + 1, height);
    const columns = repeated(range.right - range.left + 1, width);
    const placed = [];
    for (let i = 0; i < rows && range.top + i < size.rows; i++) {
        const cells = block[i % height];
        for (let j = 0; j < columns && range.left + j < size.columns; j++) {
            if (j % width < cells.length) {
                placed.push({
                    row: range.top + i,
                    column: range.left + j,
                    content: cells[j % width],
                });
            }
        }
    }
    return placed;
}

function repeated(selected, copied) {
    return selected % copied === 0 ? selected : copied;
}
