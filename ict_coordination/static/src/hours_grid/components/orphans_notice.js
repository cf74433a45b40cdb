import { Component, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { cellText, fieldText } from "../core/typed";

/**
 * Edits of which the task or the person is gone from the sheet: they can not be saved
 * any more, so they are shown until somebody has read them.
 */
export class OrphansNotice extends Component {
    static template = "ict_coordination.OrphansNotice";
    static props = { grid: Object };

    setup() {
        this.model = useState(this.props.grid.model);
    }

    get text() {
        return _t(
            "Not saved, as the task or the person is gone from this sheet: %s",
            this.model.orphans.map((edit) => this.textOf(edit)).join("; "),
        );
    }

    /** @returns {string} as much as is still known: "Run the helpdesk, Jan Peeters: 2" */
    textOf({ line, member, field, value, text }) {
        const where = [this.model.line(line)?.name, this.model.member(member)?.name];
        const what =
            text ?? (field ? fieldText(field, value ?? null) : cellText(value));
        return `${where.filter(Boolean).join(", ") || "…"}: ${what || _t("empty")}`;
    }

    close() {
        this.model.dropOrphans();
    }
}
