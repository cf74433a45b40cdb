import { useState, useSubEnv } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { X2ManyField, x2ManyField } from "@web/views/fields/x2many/x2many_field";
import { LINE_FILTERS, matchesText } from "./line_filters";
import { OverviewLinesRenderer } from "./overview_lines_renderer";

/**
 * The lines of an overview: in clusters, with filters. What is shown is derived from
 * the records of the list at each render; there is no second copy that can go stale.
 */
export class OverviewLinesField extends X2ManyField {
    static template = "ict_coordination.OverviewLinesField";
    static components = {
        ...X2ManyField.components,
        ListRenderer: OverviewLinesRenderer,
    };

    setup() {
        super.setup();
        this.filterState = useState({ filter: "all", text: "", folded: {} });
        useSubEnv({
            overviewLines: {
                state: this.filterState,
                isShown: (line) => this.isShown(line),
                openLine: (line) => this.openLine(line),
            },
        });
    }

    /** Filters that make sense on this sheet, each with the number of its lines. */
    get filters() {
        const { kind } = this.props.record.data;
        return LINE_FILTERS.filter(
            ({ onlyKind }) => !onlyKind || onlyKind === kind,
        ).map((filter) => ({
            ...filter,
            count: this.list.records.filter((line) => filter.matches(line.data)).length,
        }));
    }

    get shownCount() {
        return this.list.records.filter((line) => this.isShown(line)).length;
    }

    get shownText() {
        return _t("%(shown)s of %(total)s tasks", {
            shown: this.shownCount,
            total: this.list.records.length,
        });
    }

    isShown(line) {
        const { filter, text } = this.filterState;
        // The line being edited stays, also when the change takes it out of the filter.
        if (line.isInEdition && line === this.list.editedRecord) {
            return true;
        }
        const { matches } = LINE_FILTERS.find(({ id }) => id === filter);
        return matches(line.data) && matchesText(line.data, text);
    }

    async setFilter(id) {
        await this.list.leaveEditMode();
        this.filterState.filter = id;
    }

    showAll() {
        this.filterState.text = "";
        return this.setFilter("all");
    }

    async openLine(record) {
        await this.list.leaveEditMode();
        return this._openRecord({
            record,
            title: _t("Who does this task?"),
            context: this.props.context,
            readonly: this.props.readonly,
        });
    }
}

export const overviewLinesField = {
    ...x2ManyField,
    component: OverviewLinesField,
    displayName: _t("Overview lines by cluster"),
    supportedTypes: ["one2many"],
    additionalClasses: [...(x2ManyField.additionalClasses || []), "o_field_one2many"],
};

registry.category("fields").add("ict_overview_lines", overviewLinesField);
