import { edgeOf, MOVES, SELECTIONS, WALKS } from "./moves";
import { clamp, linesOf, Place } from "./place";

/**
 * Where the keyboard is, and what is selected, as in a spreadsheet.
 *
 * Lines and columns are remembered by their ids: when rows are filtered or somebody adds
 * a person, the active cell stays the cell that it was. `rows` and `columns` are those of
 * `visibleRows` and `columnsOf`; rows of clusters are passed over.
 */
export class Cursor {
    /** @type {Place|null} the cell that gets what is typed */
    active = null;
    /** @type {Place|null} where the selection began */
    anchor = null;
    /** @type {Place|null} the corner that Shift and the mouse move */
    corner = null;
    /** Column where a series of Tabs began: Enter goes back under it. */
    tabColumnId = null;
    /** Whether Tab or Enter moved the active cell inside the selection. */
    _hasWalked = false;
    /** Where it was, while there is nothing to show. */
    _last = null;

    get lineId() {
        return this.active?.lineId ?? null;
    }

    get columnId() {
        return this.active?.columnId ?? null;
    }

    /**
     * Make a cell active, or with `extend` the corner of the selection.
     *
     * @returns {boolean} false when there is no such cell
     */
    goTo(lineId, columnId, rows, columns, { extend = false } = {}) {
        const lines = linesOf(rows);
        const row = lines.findIndex(({ line }) => line.id === lineId);
        const column = columns.findIndex(({ id }) => id === columnId);
        if (row < 0 || column < 0) {
            return false;
        }
        this.tabColumnId = null;
        this._put(new Place(row, column, lines, columns), extend);
        return true;
    }

    /**
     * After rows or columns changed: every corner stays on its line and column; where
     * that is gone the cell that took its place comes in its stead, without selection.
     */
    settle(rows, columns) {
        const lines = linesOf(rows);
        if (!lines.length || !columns.length) {
            this._last = this.active || this._last;
            this.active = this.anchor = this.corner = null;
            return;
        }
        if (!this.active && this._last) {
            this._put(this._last.in(lines, columns), false);
            return;
        }
        if (!this.active) {
            // People come to fill in who does what: not to the first column, a field.
            const column = columns.findIndex(({ type }) => type === "member");
            this._put(new Place(0, Math.max(0, column), lines, columns), false);
            return;
        }
        const before = [this.active, this.anchor, this.corner];
        const after = before.map((place) => place.in(lines, columns));
        const kept = after.every((place, i) =>
            place.is(before[i].lineId, before[i].columnId),
        );
        [this.active, this.anchor, this.corner] = after;
        if (!kept) {
            this._put(this.active, false);
        }
    }

    /**
     * @param {string} command one for which `isMove` of moves.js is true
     * @param {Object[]} rows
     * @param {Object[]} columns
     * @param {Object} [options]
     * @param {boolean} [options.extend] move the corner of the selection
     * @param {(lineId: number, columnId: string) => boolean} [options.filled]
     * @param {number} [options.page] lines on one screen
     * @returns {boolean} false when nothing moved: the end of the grid
     */
    move(command, rows, columns, { extend, filled = () => false, page = 10 } = {}) {
        this.settle(rows, columns);
        const lines = linesOf(rows);
        if (!this.active) {
            return false;
        }
        const before = this._positions();
        const at = (row, column) => new Place(row, column, lines, columns);
        if (WALKS[command]) {
            this._walk(WALKS[command], lines, columns, at);
            return this._positions() !== before;
        }
        this.tabColumnId = null;
        if (SELECTIONS.includes(command)) {
            this._select(command, lines, columns, at);
            return true;
        }
        const step = MOVES.get(command);
        const grows = extend || step.grows;
        const from = grows ? this.corner : this.active;
        const to = step.edge
            ? edgeOf(from, step, lines, columns, filled)
            : [
                  from.row + (step.rows || 0) * (step.page ? page : 1),
                  from.column + (step.columns || 0),
              ];
        this._put(
            at(clamp(to[0], lines.length - 1), clamp(to[1], columns.length - 1)),
            grows,
        );
        return this._positions() !== before;
    }

    /**
     * @param {Object[]} rows
     * @param {Object[]} columns
     * @returns {{top: number, left: number, bottom: number, right: number,
     *     lineIds: number[], columnIds: string[], count: number}|null} numbers among the
     *     lines (clusters not counted) and the columns
     */
    range(rows, columns) {
        this.settle(rows, columns);
        if (!this.active) {
            return null;
        }
        const { top, left, bottom, right } = this._bounds();
        const lineIds = linesOf(rows)
            .slice(top, bottom + 1)
            .map(({ line }) => line.id);
        const columnIds = columns.slice(left, right + 1).map(({ id }) => id);
        const count = lineIds.length * columnIds.length;
        return { top, left, bottom, right, lineIds, columnIds, count };
    }

    _bounds() {
        const { anchor, corner } = this;
        return {
            top: Math.min(anchor.row, corner.row),
            left: Math.min(anchor.column, corner.column),
            bottom: Math.max(anchor.row, corner.row),
            right: Math.max(anchor.column, corner.column),
        };
    }

    _positions() {
        return [this.active, this.anchor, this.corner]
            .map(({ row, column }) => `${row}:${column}`)
            .join();
    }

    _put(place, extend) {
        if (extend) {
            // After Tab inside a selection it grows again from the active cell.
            if (this._hasWalked) {
                this.anchor = this.active;
            }
            this.corner = place;
        } else {
            this.active = this.anchor = this.corner = place;
        }
        this._hasWalked = false;
    }

    _walk({ along, step }, lines, columns, at) {
        const { top, left, bottom, right } = this._bounds();
        if (top !== bottom || left !== right) {
            this._walkInside(along, step, at);
            return;
        }
        let { row, column } = this.active;
        if (along === "columns") {
            this.tabColumnId ??= this.columnId;
            const place = row * columns.length + column + step;
            if (place < 0 || place >= lines.length * columns.length) {
                return;
            }
            [row, column] = [
                Math.floor(place / columns.length),
                place % columns.length,
            ];
        } else {
            row = clamp(row + step, lines.length - 1);
            const back = columns.findIndex(({ id }) => id === this.tabColumnId);
            column = back < 0 ? column : back;
            this.tabColumnId = null;
        }
        this._put(at(row, column), false);
    }

    /** Round and round in the selection, which stays. */
    _walkInside(along, step, at) {
        const { top, left, bottom, right } = this._bounds();
        const height = bottom - top + 1;
        const width = right - left + 1;
        const row = this.active.row - top;
        const column = this.active.column - left;
        const count = height * width;
        const place =
            along === "columns" ? row * width + column : column * height + row;
        const to = (place + step + count) % count;
        this._hasWalked = true;
        this.active =
            along === "columns"
                ? at(top + Math.floor(to / width), left + (to % width))
                : at(top + (to % height), left + Math.floor(to / height));
    }

    _select(command, lines, columns, at) {
        const last = { row: lines.length - 1, column: columns.length - 1 };
        const { row, column } = this.active;
        const whole = {
            all: [at(0, 0), at(last.row, last.column)],
            wholeRow: [at(row, 0), at(row, last.column)],
            wholeColumn: [at(0, column), at(last.row, column)],
        };
        [this.anchor, this.corner] = whole[command];
    }
}
