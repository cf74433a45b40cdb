import { columnIdOf } from "../core/columns";

/**
 * Mouse and touch on the table: delegated, no handler per cell.
 *
 * A press selects, dragging selects a block, Shift and a press extends; a second press
 * quickly after it edits. A finger scrolls; its tap selects and a tap on the active cell
 * edits, so that the keyboard of a tablet comes only when it is wanted.
 */
export class GridPointer {
    /** @param {Object} table GridTable */
    constructor(table) {
        this.table = table;
        this.grid = table.grid;
        /** @type {null|"select"|"fill"} what dragging does */
        this.dragging = null;
        this.isTouch = false;
        this.onMouseup = () => this.drop();
    }

    onPointerdown(ev) {
        this.isTouch = ev.pointerType === "touch";
    }

    onMousedown(ev) {
        const { editor } = this.table;
        if (ev.target === editor.input) {
            // A click in the text that is being edited moves the caret.
            return;
        }
        if (ev.target.closest("button, a")) {
            return;
        }
        // The keyboard stays in the grid.
        ev.preventDefault();
        if (this.isTouch || ev.button === 1) {
            return;
        }
        if (ev.target === this.table.fillRef.el) {
            this.startDrag("fill");
            return;
        }
        const place = this.placeOf(ev.target);
        if (!place) {
            this.table.focus();
            return;
        }
        if (ev.button === 2 && this.isInRange(place)) {
            this.offerPaste();
            return;
        }
        this.grid.goTo(place.lineId, place.columnId, { extend: ev.shiftKey });
        this.table.focus();
        if (ev.button === 0) {
            this.startDrag("select");
        } else {
            this.offerPaste();
        }
    }

    onMouseover(ev) {
        if (!this.dragging) {
            return;
        }
        const place = this.placeOf(ev.target);
        if (!place) {
            return;
        }
        if (this.dragging === "fill") {
            const { columnId } = this.grid.cursor.corner;
            this.grid.goTo(place.lineId, columnId, { extend: true });
        } else {
            this.grid.goTo(place.lineId, place.columnId, { extend: true });
        }
    }

    onClick(ev) {
        const button = ev.target.closest(".o_ict_grid_cluster button");
        if (button) {
            this.grid.toggleFolded(Number(button.closest("tr").dataset.cluster));
            return;
        }
        const place = this.placeOf(ev.target);
        if (!place) {
            return;
        }
        if (this.isTouch) {
            this.tap(place);
        }
        if (ev.target.closest(".o_ict_tick") && !ev.shiftKey) {
            this.grid.run("applicable");
        }
    }

    onDblclick(ev) {
        const place = this.placeOf(ev.target);
        if (place && !this.isTouch) {
            this.edit();
        }
    }

    tap({ lineId, columnId }) {
        const { active } = this.grid;
        const isSecond = active.lineId === lineId && active.columnId === columnId;
        if (isSecond && document.activeElement === this.table.editor.input) {
            this.edit();
            return;
        }
        this.table.editor.input.inputMode = "none";
        this.grid.goTo(lineId, columnId);
        this.table.focus();
    }

    /** A second press: to the next choice, or into the text. */
    edit() {
        const { field } = this.grid.column;
        if (["level", "priority"].includes(field)) {
            this.grid.run(field);
        } else if (field !== "applicable") {
            this.table.startEdit();
        }
    }

    startDrag(what) {
        this.dragging = what;
        this.source = this.grid.range;
        window.addEventListener("mouseup", this.onMouseup);
    }

    /** The button came up. */
    drop() {
        const isFill = this.dragging === "fill";
        this.release();
        if (isFill) {
            this.grid.run("fillFrom", this.source);
        }
    }

    /** Drag no more, whatever it was. */
    release() {
        this.dragging = null;
        window.removeEventListener("mouseup", this.onMouseup);
    }

    /** The browser's menu offers "paste" over an input only, so for a moment it is one. */
    offerPaste() {
        const { input } = this.table.editor;
        input.dataset.pastable = "";
        setTimeout(() => delete input.dataset.pastable, 500);
    }

    isInRange({ lineId, columnId }) {
        const { range } = this.grid;
        return range?.lineIds.includes(lineId) && range.columnIds.includes(columnId);
    }

    /** @returns {{lineId: number, columnId: string}|null} */
    placeOf(target) {
        const td = target.closest?.("td[data-line]");
        if (!td || td.dataset.total) {
            return null;
        }
        const { line, member, field } = td.dataset;
        return { lineId: Number(line), columnId: columnIdOf({ member, field }) };
    }
}
