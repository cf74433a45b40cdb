import { Component } from "@odoo/owl";
import { FIELD_CHOICES, FIELD_LABELS } from "../core/words";

/** Applicable, level or priority of a task as a row of buttons. */
export class FieldChoices extends Component {
    static template = "ict_coordination.FieldChoices";
    static props = {
        field: String,
        value: { type: [Boolean, String, { value: null }], optional: true },
        onChange: Function,
        readonly: { type: Boolean, optional: true },
        large: { type: Boolean, optional: true },
    };

    get label() {
        return FIELD_LABELS[this.props.field];
    }

    get choices() {
        const current = this.props.value ?? null;
        return FIELD_CHOICES[this.props.field].map((choice) => ({
            ...choice,
            isOn: choice.value === current,
        }));
    }
}
