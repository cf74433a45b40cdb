import {
    Component,
    onMounted,
    onPatched,
    onWillUnmount,
    useRef,
    useState,
} from "@odoo/owl";
import { useDebounced } from "@web/core/utils/timing";
import { GridEditor } from "./grid_editor";
import { GridHead } from "./grid_head";
import { GridOverlay } from "./grid_overlay";
import { GridPointer } from "./grid_pointer";
import { GridRow } from "./grid_row";
import { GridCluster, GridFoot } from "./grid_totals";
import { cellInWords } from "./grid_cells";

/** A pause in walking, after which a screen reader is told where it ended. */
const ANNOUNCE_AFTER = 150;

/** What the page leaves under the table, so that its frame can be seen, in pixels. */
const BELOW = 8;

/** Least widths of the columns in rem, as in the scss. */
const WIDTHS = {
    applicable: 2.75,
    level: 4,
    priority: 4,
    member: 4.25,
    note: 9,
    total: 4.75,
};

/**
 * The table, and what lies over it: the box of the active cell, the selection and the
 * editor. Moving those draws no row again; a row is drawn when its values change.
 */
export class GridTable extends Component {
    static template = "ict_coordination.GridTable";
    static components = { GridCluster, GridEditor, GridFoot, GridHead, GridRow };
    static props = { grid: Object };

    setup() {
        this.grid = this.props.grid;
        this.grid.table = this;
        this.layout = useState(this.grid.layout);
        this.model = useState(this.grid.model);
        for (const name of [
            "scroll",
            "sheet",
            "table",
            "active",
            "range",
            "fill",
            "live",
        ]) {
            this[`${name}Ref`] = useRef(name);
        }
        this.announce = useDebounced(() => this._announce(), ANNOUNCE_AFTER);
        this.pointer = new GridPointer(this);
        onMounted(() => this._onMounted());
        onPatched(() => this.place());
        onWillUnmount(() => this._onWillUnmount());
    }

    get columnClass() {
        return (column) => `o_ict_col_${column.field || "member"}`;
    }

    /** Below this the sheet scrolls: the sum of the widths in the scss, in rem. */
    get tableStyle() {
        const rems = this.layout.columns.reduce(
            (sum, { field }) => sum + WIDTHS[field || "member"],
            WIDTHS.total,
        );
        return `min-width: calc(var(--ict-grid-task-width) + ${rems}rem)`;
    }

    get rowCount() {
        return this.layout.rows.length + 2;
    }

    get label() {
        return this.model.overview.name;
    }

    // --- what the controller asks ---

    focus() {
        this.editor.focus();
    }

    startEdit() {
        this.editor.start();
    }

    /** What is being typed becomes an edit now. */
    commit() {
        this.editor.commit({ force: true });
    }

    /** Out of the grid, so that the keyboard is no trap. @param {"search"} [to] */
    leave(to) {
        const root = this.sheetRef.el.closest(".o_ict_grid");
        const target =
            to === "search"
                ? root.querySelector(".o_ict_grid_search")
                : root.querySelector("button:not(:disabled)");
        target?.focus();
    }

    /** @returns {number} lines on one screen */
    pageSize() {
        const row = this.tableRef.el.querySelector(".o_ict_grid_row");
        const { clientHeight } = this.scrollRef.el;
        return row ? Math.max(1, Math.floor(clientHeight / row.offsetHeight) - 3) : 10;
    }

    onMoved() {
        if (this.editor) {
            this.editor.follow();
            // First what reads the layout, then what changes it.
            this._scrollIntoView();
            this.place();
        }
    }

    onFocusChange() {
        this.pointer.release();
    }

    // --- where things are ---

    /** @returns {HTMLElement|null} */
    cellElement(lineId, columnId) {
        const index = this.grid.columns.findIndex(({ id }) => id === columnId);
        const row = this.tableRef.el?.querySelector(`tr[data-line="${lineId}"]`);
        // The task stands before the columns.
        return (index >= 0 && row?.cells[index + 1]) || null;
    }

    /** Put what lies over the table where the cursor is. */
    place() {
        const { cursor, column, model } = this.grid;
        const active = this.cellElement(cursor.lineId, cursor.columnId);
        this.overlay.place(active);
        // The rows of tasks that are gone are taken away after this.
        const line = active && model.line(cursor.lineId);
        if (line) {
            const can = model.can[column.member ? "cells" : "lines"];
            this.editor.describe(`${column.label}, ${line.name}`, !can);
            this.announce();
        }
    }

    /** The corner that moves is what must be seen; sticky parts are padding (scss). */
    _scrollIntoView() {
        const { corner, active } = this.grid.cursor;
        const place = this.grid.active.rangeCount > 1 ? corner : active;
        this.cellElement(place?.lineId, place?.columnId)?.scrollIntoView({
            block: "nearest",
            inline: "nearest",
        });
    }

    _announce() {
        const { cursor, column, model } = this.grid;
        const line = model.line(cursor.lineId);
        if (line && column && this.liveRef.el) {
            // Another text in the same node: see the comment in the template of a row.
            this.liveRef.el.firstChild.data = cellInWords(model, line, column);
        }
    }

    // --- mount ---

    _onMounted() {
        this.overlay = new GridOverlay(this);
        // Rows grow with what is in them, the window is zoomed: the boxes follow.
        this.observer = new ResizeObserver(() => {
            this._measureSticky();
            this.place();
        });
        this.observer.observe(this.tableRef.el);
        this.observer.observe(this.scrollRef.el);
        this._measureSticky();
        this.place();
    }

    _onWillUnmount() {
        this.commit();
        this.observer.disconnect();
        this.pointer.release();
        if (this.grid.table === this) {
            this.grid.table = null;
        }
    }

    /** @returns {number} pixels of the window that are not the table's, unscrolled */
    _above() {
        const scroll = this.scrollRef.el;
        const page = scroll.closest(".o_content");
        return scroll.getBoundingClientRect().top + (page?.scrollTop || 0) + BELOW;
    }

    /** How much of the window sticks, so that the active cell scrolls clear of it. */
    _measureSticky() {
        const table = this.tableRef.el;
        const size = (selector, side) => {
            const el = table.querySelector(selector);
            const sticks = el && getComputedStyle(el).position === "sticky";
            return sticks ? `${el[side]}px` : "0px";
        };
        const { style } = this.scrollRef.el;
        style.setProperty("--ict-grid-above", `${this._above()}px`);
        style.setProperty("--ict-grid-top", size("thead th", "offsetHeight"));
        style.setProperty("--ict-grid-bottom", size("tfoot th", "offsetHeight"));
        style.setProperty("--ict-grid-left", size("thead th", "offsetWidth"));
        style.setProperty(
            "--ict-grid-right",
            size("thead .o_ict_sticky_end", "offsetWidth"),
        );
    }
}
