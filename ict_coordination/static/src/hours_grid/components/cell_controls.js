import { Component } from "@odoo/owl";
import {
    asUnknown,
    MANDATES,
    toggleEstimates,
    toggleMandates,
    withFunding,
} from "../core/cell_value";
import { letterOf } from "../core/letters";
import { MANDATE_LABELS, MANDATE_SHORT_LABELS } from "../core/words";

/**
 * The choices of one cell (or of a range, of which `cell` is the active one): mandates,
 * estimate, without hours, funding. Used by the cell bar and by the sheet of a phone.
 *
 * `onChange` gets a function from the cells of the range to new ones, so that each cell
 * keeps what the choice is not about.
 */
export class CellControls extends Component {
    static template = "ict_coordination.CellControls";
    static props = {
        cell: { type: [Object, { value: null }], optional: true },
        fundings: Array,
        onChange: Function,
        readonly: { type: Boolean, optional: true },
        large: { type: Boolean, optional: true },
    };

    get mandates() {
        const own = this.props.cell?.mandates || [];
        return MANDATES.map((name) => ({
            name,
            letter: letterOf(name),
            label: MANDATE_SHORT_LABELS[name],
            title: MANDATE_LABELS[name],
            isOn: own.includes(name),
        }));
    }

    toggle(name) {
        this.props.onChange((cells) => toggleMandates(cells, name));
    }

    estimate() {
        this.props.onChange(toggleEstimates);
    }

    withoutHours() {
        this.props.onChange((cells) => cells.map(asUnknown));
    }

    setFunding(ev) {
        const id = Number(ev.target.value) || null;
        this.props.onChange((cells) => cells.map((cell) => withFunding(cell, id)));
    }
}
