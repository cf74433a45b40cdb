import { MovingBox } from "./moving_box";

const NOWHERE = { left: -20, top: -20, width: 0, height: 0 };

/** Room for the caret and the frame beside what is typed, and the most of it, in pixels. */
const CARET = 8;
const MAX_TYPED = 640;

/** Side of the corner by which a selection is dragged, in pixels. */
const FILL = 9;

/** What lies over the cells: the active one, the selection, the corner that fills. */
export class GridOverlay {
    /** @param {Object} table GridTable, mounted */
    constructor(table) {
        this.table = table;
        this.grid = table.grid;
        this.active = new MovingBox(table.activeRef.el);
        this.range = new MovingBox(table.rangeRef.el);
        this.fill = new MovingBox(table.fillRef.el);
    }

    /** @param {HTMLElement|null} cell the active one: first all that reads the layout */
    place(cell) {
        const box = cell ? boxOf(cell, cell) : NOWHERE;
        const isRange = this.grid.active.rangeCount > 1;
        const range = (cell && this._rangeBox()) || box;
        const typed = this._typedWidth(box);
        this.table.editor.isWide = typed > box.width;
        this.active.put({ ...box, width: Math.max(box.width, typed) });
        this.range.put(isRange ? range : NOWHERE);
        this.fill.put({
            left: range.left + range.width - FILL / 2,
            top: range.top + range.height - FILL / 2,
            width: FILL,
            height: FILL,
        });
    }

    /** @returns {number} pixels that what is being typed needs; 0: its cell is enough */
    _typedWidth(box) {
        const { editing, input, isWide } = this.table.editor;
        if (!editing) {
            return 0;
        }
        if (isWide) {
            // An input says how wide its text is only when it is narrower than that.
            this.active.put(box);
        }
        const { scrollWidth, clientWidth } = input;
        return scrollWidth > clientWidth ? Math.min(scrollWidth + CARET, MAX_TYPED) : 0;
    }

    _rangeBox() {
        const { range } = this.grid;
        if (!range || range.count < 2) {
            return null;
        }
        const last = (list) => list[list.length - 1];
        const first = this.table.cellElement(range.lineIds[0], range.columnIds[0]);
        const end = this.table.cellElement(last(range.lineIds), last(range.columnIds));
        return first && end && boxOf(first, end);
    }
}

/** From the top left of one cell to the bottom right of another, in the sheet. */
function boxOf(first, last) {
    // Rows are positioned, so that a cell says where it is in its row.
    const left = first.offsetLeft;
    const top = first.parentElement.offsetTop + first.offsetTop;
    const end = last.parentElement.offsetTop + last.offsetTop;
    return {
        left,
        top,
        width: last.offsetLeft + last.offsetWidth - left,
        height: end + last.offsetHeight - top,
    };
}
