import { Component, useEffect, useRef } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useBus } from "@web/core/utils/hooks";
import { useNumpadDecimal } from "@web/views/fields/numpad_decimal_hook";
import { standardFieldProps } from "@web/views/fields/standard_field_props";
import { formatHoursNumber, formatHoursOf, parseHours } from "./hours_format";

/**
 * Hours a week. Where the view also holds `certainty`, an empty box means "unknown"
 * and is shown in words; without it (available hours, budget) empty is 0.
 */
export class IctHoursField extends Component {
    static template = "ict_coordination.IctHoursField";
    static props = { ...standardFieldProps };

    setup() {
        this.inputRef = useRef("numpadDecimal");
        this.isDirty = false;
        useNumpadDecimal();
        useEffect(() => {
            // Read first: the effect must follow the values while the user types too.
            const text = this.editText;
            const { record, name } = this.props;
            if (this.inputRef.el && !this.isDirty && !record.isFieldInvalid(name)) {
                this.inputRef.el.value = text;
            }
        });
        const { bus } = this.props.record.model;
        useBus(bus, "WILL_SAVE_URGENTLY", () => this.commit());
        useBus(bus, "NEED_LOCAL_CHANGES", ({ detail }) =>
            detail.proms.push(this.commit()),
        );
    }

    get hours() {
        return this.props.record.data[this.props.name] || 0;
    }

    get certainty() {
        return this.props.record.data.certainty;
    }

    get text() {
        return formatHoursOf(this.hours, this.certainty);
    }

    get editText() {
        const isEmpty = this.certainty ? this.certainty === "unknown" : !this.hours;
        if (isEmpty) {
            return "";
        }
        const mark = this.certainty === "assumed" ? "± " : "";
        return mark + formatHoursNumber(this.hours);
    }

    get placeholder() {
        return "certainty" in this.props.record.data ? _t("without hours") : "";
    }

    onInput() {
        const { record, name } = this.props;
        this.isDirty = this.inputRef.el.value !== this.editText;
        record.model.bus.trigger("FIELD_IS_DIRTY", this.isDirty);
        record.resetFieldValidity(name);
    }

    onKeydown(ev) {
        if (["Tab", "Enter"].includes(ev.key)) {
            this.commit();
        }
    }

    async commit() {
        if (!this.isDirty || !this.inputRef.el) {
            return;
        }
        this.isDirty = false;
        const { record, name } = this.props;
        let parsed;
        try {
            parsed = parseHours(this.inputRef.el.value);
        } catch {
            record.setInvalidField(name);
            return;
        }
        const changes = { [name]: parsed.hours };
        if ("certainty" in record.data) {
            changes.certainty = parsed.certainty;
        }
        await record.update(changes);
        record.model.bus.trigger("FIELD_IS_DIRTY", false);
    }
}

export const ictHoursField = {
    component: IctHoursField,
    displayName: _t("Hours a week"),
    supportedTypes: ["float"],
    isEmpty: () => false,
};

registry.category("fields").add("ict_hours", ictHoursField);
