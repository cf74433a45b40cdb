/** @returns {number} between 0 and `end` */
export const clamp = (value, end) => Math.max(0, Math.min(value, end));

/** @param {Object[]} rows of `visibleRows` @returns {Object[]} those of lines */
export const linesOf = (rows) => rows.filter(({ type }) => type !== "cluster");

/** One corner: ids, with the numbers they had, for when they are gone. */
export class Place {
    constructor(row, column, lines, columns) {
        this.row = row;
        this.column = column;
        this.lineId = lines[row].line.id;
        this.columnId = columns[column].id;
    }

    /** The same cell in other rows and columns, or the one that came in its place. */
    in(lines, columns) {
        const row = lines.findIndex(({ line }) => line.id === this.lineId);
        const column = columns.findIndex(({ id }) => id === this.columnId);
        return new Place(
            row < 0 ? clamp(this.row, lines.length - 1) : row,
            column < 0 ? clamp(this.column, columns.length - 1) : column,
            lines,
            columns,
        );
    }

    is(lineId, columnId) {
        return this.lineId === lineId && this.columnId === columnId;
    }
}
