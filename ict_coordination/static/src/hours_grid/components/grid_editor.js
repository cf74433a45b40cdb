import { Component, onMounted, useRef } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { commandOf } from "../core/keys";
import { editText, fieldText } from "../core/typed";
import { copyRange, cutRange, pasteText } from "./grid_clipboard";
import { typeText } from "./grid_commands";

/** So many signs fit in each cell: no layout is asked for them. */
const FITS = 5;

/** Commands that first commit what is being typed. */
const COMMITS = [
    ...["next", "previous", "below", "above", "up", "down", "left", "right"],
    "save",
];

/**
 * The one input of the grid. It lies over the active cell and has the keyboard as long as
 * the grid has it, so that the first sign typed is in it already: no keystroke is lost
 * while something is drawn, and input methods and dead keys work. It shows itself when
 * there is something to edit.
 */
export class GridEditor extends Component {
    static template = "ict_coordination.GridEditor";
    static props = { grid: Object };

    setup() {
        this.grid = this.props.grid;
        this.inputRef = useRef("input");
        /** @type {false|"typing"|true} as `commandOf` */
        this.editing = false;
        /** @type {{lineId: number, column: Object}|null} the cell that is being edited */
        this.place = null;
        /** Whether the box is wider than its cell; the table says so. */
        this.isWide = false;
        onMounted(() => {
            this.input = this.inputRef.el;
            this.grid.table.editor = this;
        });
    }

    // --- the table's side ---

    /** @param {string} label of the active cell @param {boolean} readonly */
    describe(label, readonly) {
        this.input.setAttribute("aria-label", label);
        this.input.readOnly = readonly;
    }

    focus() {
        this.input.focus({ preventScroll: true });
    }

    /** Edit what is in the cell, with the caret at the end. */
    start() {
        if (this.editing || !this.mayType()) {
            return;
        }
        this.input.inputMode = "";
        this.input.value = this.currentText();
        this.show(true);
        this.focus();
        this.input.setSelectionRange(this.input.value.length, this.input.value.length);
    }

    /** Commit what was typed. @returns {boolean} false: not understood, still editing */
    commit({ inRange = false, force = false } = {}) {
        if (!this.editing) {
            return true;
        }
        const { value } = this.input;
        const { place } = this;
        const isChanged = inRange || value !== this.before;
        if (isChanged && !typeText(this.grid, value, { inRange, place }) && !force) {
            this.input.select();
            return false;
        }
        this.hide();
        return true;
    }

    /** The cursor moved, or what is around it: only who left the cell has finished. */
    follow() {
        const { lineId, columnId } = this.grid.cursor;
        if (lineId !== this.place?.lineId || columnId !== this.place.column.id) {
            this.commit({ force: true });
        }
    }

    cancel() {
        this.hide();
    }

    // --- events ---

    onKeydown(ev) {
        const { editing } = this;
        const { field, member } = this.grid.column || {};
        const { lineId, rangeCount } = this.grid.active;
        const empty =
            member && rangeCount === 1 && !this.grid.model.cell(lineId, member.id);
        const command =
            !editing && field === "applicable" && ev.key === " "
                ? "applicable"
                : commandOf(ev, { editing, field: editing ? undefined : field, empty });
        if (!command) {
            // What is typed here is no shortcut of Odoo.
            if (!ev.altKey && !ev.ctrlKey && !ev.metaKey) {
                ev.stopPropagation();
            } else {
                // Odoo focuses the button of a shortcut, and clicks on it a moment later.
                browser.setTimeout(() =>
                    browser.setTimeout(() => this.takeBackFocus()),
                );
            }
            return;
        }
        ev.preventDefault();
        ev.stopPropagation();
        if (editing) {
            this.runWhileEditing(command);
        } else {
            this.grid.run(command);
        }
    }

    /** Alt+S saves the form, and its button goes: what is typed next would be lost. */
    takeBackFocus() {
        const { activeElement } = document;
        if (activeElement === document.body || activeElement.dataset.hotkey === "s") {
            this.focus();
        }
    }

    runWhileEditing(command) {
        if (command === "cancel") {
            this.cancel();
        } else if (command === "fillRange") {
            this.commit({ inRange: true });
        } else if (COMMITS.includes(command) && this.commit()) {
            this.grid.run(command);
        }
    }

    /** The first sign: it is in the input already, now show it. */
    onInput() {
        if (!this.editing) {
            if (this.mayType()) {
                this.show("typing");
            } else {
                this.input.value = "";
            }
        }
        this.fit();
    }

    /** Grow and shrink with a text that is longer than the cell: hours never are. */
    fit() {
        const { input, isWide } = this;
        const isLong = input.value.length > FITS;
        if (isWide || (isLong && input.scrollWidth > input.clientWidth)) {
            this.grid.table.place();
        }
    }

    onBlur() {
        // To another window and back is not leaving the cell.
        if (document.hasFocus()) {
            this.commit({ force: true });
        }
        this.grid.table?.onFocusChange();
    }

    onCopy(ev) {
        if (!this.editing) {
            this.putOnClipboard(ev, copyRange(this.grid));
        }
    }

    onCut(ev) {
        if (!this.editing) {
            this.putOnClipboard(ev, cutRange(this.grid));
        }
    }

    onPaste(ev) {
        if (!this.editing) {
            ev.preventDefault();
            pasteText(this.grid, ev.clipboardData.getData("text/plain"));
        }
    }

    putOnClipboard(ev, text) {
        ev.preventDefault();
        ev.clipboardData.setData("text/plain", text);
    }

    // --- private ---

    mayType() {
        const { column } = this.grid;
        return Boolean(column) && this.grid.may(column.member ? "cells" : "lines");
    }

    currentText() {
        const { column, cursor, model } = this.grid;
        if (column.field) {
            return fieldText(
                column.field,
                model.line(cursor.lineId)[column.field] ?? null,
            );
        }
        const { lineId } = cursor;
        const status = model.status(`${lineId}:${column.member.id}`);
        return status?.text ?? editText(model.cell(lineId, column.member.id));
    }

    /** An attribute and no class: see the comment in the table's template. */
    show(editing) {
        this.editing = editing;
        this.before = this.currentText();
        const { column, cursor } = this.grid;
        this.place = { lineId: cursor.lineId, column };
        this.input.dataset.editing = "";
        this.fit();
    }

    hide() {
        this.editing = false;
        this.place = null;
        this.input.value = "";
        delete this.input.dataset.editing;
        if (this.isWide) {
            this.grid.table?.place();
        }
    }
}
