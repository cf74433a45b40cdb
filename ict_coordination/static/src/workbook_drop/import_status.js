import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

const DEPENDENCIES = [
    { name: "is_ready", type: "boolean" },
    { name: "person_todo_count", type: "integer" },
    { name: "task_todo_count", type: "integer" },
];

const choicesOf = (data) => data.person_todo_count + data.task_todo_count;

/** @returns {boolean} whether nothing is left to choose before the import */
export function isReady(data) {
    return data.state === "draft" && data.is_ready && !choicesOf(data);
}

/**
 * @param {Object} data of an ict.import
 * @returns {{ label: string, className: string }} where the file stands
 */
export function statusOf(data) {
    if (data.state === "failed") {
        return { label: _t("Not readable"), className: "text-bg-danger" };
    }
    if (data.state === "done") {
        return { label: _t("Imported"), className: "text-bg-success" };
    }
    if (!data.is_ready) {
        return { label: _t("School to choose"), className: "text-bg-warning" };
    }
    const count = choicesOf(data);
    return count
        ? { label: _t("%s to choose", count), className: "text-bg-warning" }
        : { label: _t("Ready"), className: "text-bg-info" };
}

/** Where a file stands, in one word: what is left to do counts, not only the state. */
export class ImportStatusField extends Component {
    static template = "ict_coordination.ImportStatusField";
    static props = { ...standardFieldProps };

    get status() {
        return statusOf(this.props.record.data);
    }
}

registry.category("fields").add("ict_import_status", {
    component: ImportStatusField,
    displayName: _t("Status of an import"),
    supportedTypes: ["selection"],
    fieldDependencies: DEPENDENCIES,
});
