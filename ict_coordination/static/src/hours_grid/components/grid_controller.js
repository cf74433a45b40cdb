import { markRaw, reactive } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { columnsOf } from "../core/columns";
import { Cursor } from "../core/cursor";
import { isMove } from "../core/moves";
import { linesOf } from "../core/place";
import { visibleRows } from "../core/rows";
import { COMMANDS } from "./grid_commands";
import { initialDark } from "./dark_mode";
import { tellArchived } from "./grid_task_commands";

const idsOf = ({ type, line, lines }) =>
    type === "line" ? [line.id] : lines.map(({ id }) => id);

/**
 * The object `grid` that all components of the hours grid share: what is shown, where
 * the keyboard is, and every command by its name (the names of core/keys.js).
 *
 * Rows follow the filters, not the values: a task that is filled in does not leave the
 * filter "open" under somebody's hands. The filters count the values as they are.
 */
export class GridController {
    /**
     * @param {Object} params
     * @param {Object} params.model GridModel
     * @param {Object} params.saver GridSaver
     * @param {Object} [params.services] notify(text, options), openDialog(name), loadPeer()
     */
    constructor({ model, saver, services = {} }) {
        this.model = model;
        this.saver = saver;
        this.services = services;
        this.cursor = markRaw(new Cursor());
        this.view = reactive({
            text: "",
            clusters: new Set(),
            filter: "all",
            person: null,
            folded: new Set(),
            compare: false,
            full: false,
            dark: initialDark(),
        });
        this.active = reactive({ lineId: null, columnId: null, rangeCount: 0 });
        this.layout = reactive({ rows: [], columns: [] });
        /** @type {Object|null} the table: moves the box, starts and ends the editing */
        this.table = null;
        /** What was copied last, with all that text can not hold. */
        this.copied = null;
        /** Tasks with people that a second press makes not applicable. */
        this.armed = "";
        model.onArchived = (names) => tellArchived(this, names);
        this._watch();
    }

    get rows() {
        return this.layout.rows;
    }

    get columns() {
        return this.layout.columns;
    }

    /** @returns {number[]} ids of the lines that are shown, in their order */
    get lineIds() {
        return linesOf(this.rows).map(({ line }) => line.id);
    }

    // --- where the keyboard is ---

    /** @returns {Object|undefined} the active column */
    get column() {
        return this.columns.find(({ id }) => id === this.cursor.columnId);
    }

    /** @returns {Object|null} as `Cursor.range` */
    get range() {
        return this.cursor.range(this.rows, this.columns);
    }

    /** @returns {{lineId: number, column: Object}[]} the cells of the range */
    get targets() {
        const { range } = this;
        if (!range) {
            return [];
        }
        const columns = this.columns.slice(range.left, range.right + 1);
        return range.lineIds.flatMap((lineId) =>
            columns.map((column) => ({ lineId, column })),
        );
    }

    /**
     * Make a cell active; lines that the filter hides come into sight.
     *
     * @param {number} lineId
     * @param {string} columnId
     * @param {{extend?: boolean}} [options]
     */
    goTo(lineId, columnId, options) {
        if (!this._has(lineId)) {
            this._show(lineId);
        }
        this.cursor.goTo(lineId, columnId, this.rows, this.columns, options);
        this.moved();
    }

    move(command) {
        this.cursor.move(command, this.rows, this.columns, {
            filled: (lineId, columnId) => this.isFilled(lineId, columnId),
            // Asks the browser for a layout, so only when it matters.
            page: /page/i.test(command) ? this.table?.pageSize() : undefined,
        });
        this.moved();
    }

    isFilled(lineId, columnId) {
        const column = this.columns.find(({ id }) => id === columnId);
        return Boolean(
            column.member
                ? this.model.cell(lineId, column.member.id)
                : this.model.line(lineId)[column.field],
        );
    }

    /** The cursor moved: tell the table and whoever shows the active cell. */
    moved() {
        this.armed = "";
        const { range, cursor } = this;
        Object.assign(this.active, {
            lineId: cursor.lineId,
            columnId: cursor.columnId,
            rangeCount: range ? range.count : 0,
        });
        this.table?.onMoved();
    }

    focus() {
        this.table?.focus();
    }

    // --- commands ---

    /**
     * @param {string} command a name of core/keys.js, or "set" (CellValue), "setText",
     *     "setField" ({field, value}), "change" (cells → cells), "fillFrom" (range),
     *     "addPerson", "fullScreen", "compare", "dark"
     * @param {*} [arg]
     */
    run(command, arg) {
        // What is being typed comes before what is done next.
        this.table?.commit();
        if (isMove(command)) {
            return this.move(command);
        }
        const { armed } = this;
        this.armed = "";
        return COMMANDS[command]?.(this, arg, armed);
    }

    /** @param {string} text told to the user @param {"info"|"warning"} [type] */
    tell(text, type = "info") {
        this.services.notify?.(String(text), { type });
    }

    /** @returns {boolean} whether `what` may be edited; if not, the user is told why */
    may(what) {
        const { can, whyNot } = this.model;
        if (!can[what]) {
            // Who may change something is not told why not by the server.
            this.tell(
                whyNot ||
                    _t(
                        "You may change the people and their hours here, but not the tasks. Coordinators and directors do.",
                    ),
                "warning",
            );
        }
        return can[what];
    }

    // --- what is shown ---

    /** @param {number} clusterId whose tasks are folded away, or shown again */
    toggleFolded(clusterId) {
        const { folded } = this.view;
        if (!folded.delete(clusterId)) {
            folded.add(clusterId);
        }
    }

    /** @param {{keep?: boolean}} [options] keep: rows that are shown stay */
    refreshRows({ keep } = {}) {
        const shown = keep && new Set(this.rows.flatMap(idsOf));
        this.layout.rows = markRaw(visibleRows(this.model, this._view, shown));
        this._settle();
    }

    refreshColumns() {
        this.layout.columns = markRaw(columnsOf(this._sheet));
        this._settle();
    }

    _watch() {
        this._view = reactive(this.view, () => this.refreshRows());
        this._sheet = reactive(this.model, () => this.refreshColumns());
        this._lines = reactive(this.model, () => this._watchLines());
        this.refreshColumns();
        this.refreshRows();
        this._lineIds = this._readLineIds();
    }

    /** Tasks that came or went. What changed in a task is the business of its row. */
    _watchLines() {
        const ids = this._readLineIds();
        if (ids !== this._lineIds) {
            this._lineIds = ids;
            this.refreshRows({ keep: true });
        }
    }

    _readLineIds() {
        return this._lines.lines.map(({ id }) => id).join();
    }

    _settle() {
        this.cursor.settle(this.rows, this.columns);
        this.moved();
    }

    _has(lineId) {
        return this.lineIds.includes(lineId);
    }

    _show(lineId) {
        const line = this.model.line(lineId);
        if (!line) {
            return;
        }
        this.view.folded.delete(line.cluster);
        if (!this._has(lineId)) {
            Object.assign(this.view, { text: "", filter: "all", person: null });
            this.view.clusters.clear();
        }
    }
}
