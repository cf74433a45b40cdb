import { Component } from "@odoo/owl";
import { Dropdown } from "@web/core/dropdown/dropdown";
import { DropdownItem } from "@web/core/dropdown/dropdown_item";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { pick } from "@web/core/utils/objects";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/**
 * What a note can become, each with one click. The view saves what is being edited
 * before it sends the choice, as for its own buttons.
 */
export class ImportProposalsField extends Component {
    static template = "ict_coordination.ImportProposalsField";
    static components = { Dropdown, DropdownItem };
    static props = { ...standardFieldProps };

    get isOpen() {
        return this.props.record.data.state === "open";
    }

    /** @returns {{ index: number, label: string }[]} the likely one first */
    get proposals() {
        const { data } = this.props.record;
        const labels = data.proposal_labels || [];
        return labels.map((label, index) => ({ index, label }));
    }

    get acceptedLabel() {
        const { data } = this.props.record;
        return data.state === "accepted" ? this.proposals[data.choice]?.label : "";
    }

    accept(index) {
        return this.env.onClickViewButton({
            clickParams: {
                type: "object",
                name: "action_accept_other",
                args: JSON.stringify([index]),
            },
            getResParams: () =>
                pick(
                    this.props.record,
                    "context",
                    "evalContext",
                    "resModel",
                    "resId",
                    "resIds",
                ),
        });
    }
}

registry.category("fields").add("ict_import_proposals", {
    component: ImportProposalsField,
    displayName: _t("Proposals of a note"),
    supportedTypes: ["char"],
    isEmpty: (record) => !record.data.proposal_labels?.length,
    fieldDependencies: [
        { name: "proposal_labels", type: "json" },
        { name: "choice", type: "integer" },
        { name: "state", type: "selection", selection: [] },
    ],
});
