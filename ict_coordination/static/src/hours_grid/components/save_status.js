import { Component, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";

/**
 * Whether all is saved, in words: one place for the toolbar, the phone's list and its
 * sheet. `role="status"` has screen readers say a change without leaving the cell.
 */
export class SaveStatus extends Component {
    static template = "ict_coordination.SaveStatus";
    static props = {
        grid: Object,
        // Where there is no table: (lineId) → void shows the first question.
        onQuestion: { type: Function, optional: true },
    };

    setup() {
        this.model = useState(this.props.grid.model);
    }

    get isReadonly() {
        const { can } = this.model;
        return !can.cells && !can.lines;
    }

    /** Failed comes first: it is the only state in which work could get lost. */
    get state() {
        const { saveState } = this.model;
        if (saveState === "failed") {
            return "failed";
        }
        return ["saving", "pending"].includes(saveState) ? "saving" : "saved";
    }

    get icon() {
        return {
            failed: "fa-exclamation-triangle",
            saving: "fa-refresh",
            saved: "fa-check",
        }[this.state];
    }

    get text() {
        const { pendingCount: count } = this.model;
        if (this.state === "failed") {
            return count === 1
                ? _t("1 change not saved: no connection, trying again")
                : _t("%s changes not saved: no connection, trying again", count);
        }
        return this.state === "saving" ? _t("Saving…") : _t("All saved");
    }

    get questions() {
        return this.model.attention;
    }

    get questionText() {
        const { length } = this.questions;
        return length === 1
            ? _t("1 cell asks for your answer")
            : _t("%s cells ask for your answer", length);
    }

    tryNow() {
        this.props.grid.saver.flush();
    }

    answerFirst() {
        const [lineId, column] = this.questions[0].split(":");
        if (this.props.onQuestion) {
            this.props.onQuestion(Number(lineId));
            return;
        }
        const isMember = /^\d+$/.test(column);
        this.props.grid.goTo(Number(lineId), isMember ? `m${column}` : column);
    }
}
