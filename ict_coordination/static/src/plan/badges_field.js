import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** Words separated by commas, each as a badge. */
export class BadgesField extends Component {
    static template = "ict_coordination.BadgesField";
    static props = { ...standardFieldProps };

    get words() {
        const text = this.props.record.data[this.props.name] || "";
        return text.split(", ").filter(Boolean);
    }
}

registry.category("fields").add("ict_badges", {
    component: BadgesField,
    displayName: _t("Badges"),
    supportedTypes: ["char"],
});
