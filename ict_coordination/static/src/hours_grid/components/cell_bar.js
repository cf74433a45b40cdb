import { Component, reactive } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { cellKey, fieldKey } from "../core/edit_keys";
import { editText } from "../core/typed";
import { asksAnswer } from "../core/unsaved_entry";
import { FIELD_LABELS } from "../core/words";
import { CellAnswer } from "./cell_answer";
import { CellControls } from "./cell_controls";
import { CommitInput } from "./commit_input";
import { FieldChoices } from "./field_choices";
import { useLazyState } from "./lazy_state";
import { savedMoment, savedWhen } from "./saved_when";

/**
 * The bar of the active cell, as the formula bar of a spreadsheet: what stands in the
 * cell in words, and with mouse or touch whatever the keys can do. It never takes the
 * keyboard by itself; a click on a button leaves it in the grid.
 */
export class CellBar extends Component {
    static template = "ict_coordination.CellBar";
    static components = { CellAnswer, CellControls, CommitInput, FieldChoices };
    static props = { grid: Object };

    setup() {
        this.grid = this.props.grid;
        const { follow, draw } = useLazyState();
        this.model = follow(this.grid.model);
        this.layout = follow(this.grid.layout);
        this.active = reactive(this.grid.active, () => {
            // Reading is what keeps it told: each step puts the drawing off.
            void [this.active.lineId, this.active.columnId, this.active.rangeCount];
            draw();
        });
        this.change = this.change.bind(this);
        this.leave = () => this.grid.focus();
    }

    get column() {
        return this.layout.columns.find(({ id }) => id === this.active.columnId);
    }

    get line() {
        return this.active.lineId && this.model.line(this.active.lineId);
    }

    /** Everything about a cell of a person; null in the column of a field. */
    get person() {
        const { column, line } = this;
        if (column?.type !== "member" || !line) {
            return null;
        }
        const { member } = column;
        const key = cellKey(line.id, member.id);
        const status = this.model.status(key);
        const cell = this.model.cell(line.id, member.id);
        return {
            member,
            key,
            cell,
            hours: status?.text ?? (cell ? editText(cell) : ""),
            remark: this.model.remark(key),
            saved: this.model.savedCell(line.id, member.id),
            asks: asksAnswer(status),
        };
    }

    /** The same for a field of the task; null in the column of a person. */
    get field() {
        const { column, line } = this;
        if (column?.type !== "field" || !line) {
            return null;
        }
        return {
            name: column.field,
            label: FIELD_LABELS[column.field],
            value: line[column.field],
            asks: asksAnswer(this.model.status(fieldKey(line.id, column.field))),
        };
    }

    get isReadonly() {
        const { can } = this.model;
        return this.field ? !can.lines : !can.cells;
    }

    get isRange() {
        return this.active.rangeCount > 1;
    }

    get rangeText() {
        return _t("%s cells", this.active.rangeCount);
    }

    get savedText() {
        const { by, on } = this.person.saved;
        return by ? _t("%(who)s, %(when)s", { who: by, when: savedWhen(on) }) : "";
    }

    get savedTitle() {
        return _t("Last saved: %s", savedMoment(this.person.saved.on));
    }

    /** @param {(cells: Array) => Array} update of the cells of the range */
    change(update) {
        this.grid.run("change", update);
    }

    setHours(text) {
        this.grid.run("setText", text);
    }

    setRemark(note) {
        const text = note.trim();
        this.change((cells) => cells.map((cell) => cell && { ...cell, note: text }));
    }

    remove() {
        this.grid.run("set", null);
    }

    setField(value) {
        this.grid.run("setField", { field: this.field.name, value });
    }
}
