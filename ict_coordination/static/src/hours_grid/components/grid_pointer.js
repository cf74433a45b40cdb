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
        this.stop = () => this.release();
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
            this.fillLine = place.lineId;
            this.grid.goTo(place.lineId, this.lastColumn(), { extend: true });
        } else {
            this.grid.goTo(place.lineId, place.columnId, { extend: true });
        }
    }

    onClick(ev) {
        const button = ev.target.closest(".o_ict_grid_cluster button");
        if (button) {
            this.fold(button);
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
        if (!place || this.isTouch) {
            return;
        }
        const { column } = this.grid;
        if (["level", "priority"].includes(column.field)) {
            this.grid.run(column.field);
        } else if (column.field !== "applicable") {
            this.table.startEdit();
        }
    }

    tap({ lineId, columnId }) {
        const { active } = this.grid;
        const isSecond = active.lineId === lineId && active.columnId === columnId;
        if (isSecond && document.activeElement === this.table.editor.input) {
            this.onDblclickOfTouch();
            return;
        }
        this.table.editor.input.inputMode = "none";
        this.grid.goTo(lineId, columnId);
        this.table.focus();
    }

    onDblclickOfTouch() {
        const { field } = this.grid.column;
        if (["level", "priority"].includes(field)) {
            this.grid.run(field);
        } else if (field !== "applicable") {
            this.table.startEdit();
        }
    }

    fold(button) {
        const id = Number(button.closest("tr").dataset.cluster);
        const { folded } = this.grid.view;
        if (!folded.delete(id)) {
            folded.add(id);
        }
    }

    startDrag(what) {
        this.dragging = what;
        this.fillLine = null;
        window.addEventListener("mouseup", this.stop);
    }

    release() {
        const { dragging, fillLine } = this;
        this.dragging = null;
        window.removeEventListener("mouseup", this.stop);
        if (dragging === "fill" && fillLine) {
            this.grid.run("fillDown");
        }
    }

    /** The browser's menu offers "paste" over an input only, so for a moment it is one. */
    offerPaste() {
        const { input } = this.table.editor;
        input.classList.add("o_ict_pastable");
        setTimeout(() => input.classList.remove("o_ict_pastable"), 500);
    }

    isInRange({ lineId, columnId }) {
        const { range } = this.grid;
        return range?.lineIds.includes(lineId) && range.columnIds.includes(columnId);
    }

    lastColumn() {
        const { columnIds } = this.grid.range;
        return columnIds[columnIds.length - 1];
    }

    /** @returns {{lineId: number, columnId: string}|null} */
    placeOf(target) {
        const td = target.closest?.("td[data-line]");
        if (!td || td.dataset.total) {
            return null;
        }
        const { line, member, field } = td.dataset;
        return { lineId: Number(line), columnId: field || `m${member}` };
    }
}
