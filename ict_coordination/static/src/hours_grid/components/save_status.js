import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { columnIdOf } from "../core/columns";
import { targetOf } from "../core/edit_keys";
import { useLazyState } from "./lazy_state";

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
        this.model = useLazyState().follow(this.props.grid.model);
    }

    /** Edits that still have to be sent or answered by the server. */
    get waiting() {
        return this.model.pendingCount - this.questions.length;
    }

    /** Failed comes first: it is the only state in which work could get lost. */
    get state() {
        if (this.model.saveState === "failed") {
            return "failed";
        }
        return this.waiting ? "saving" : "saved";
    }

    get icon() {
        return {
            failed: "fa-exclamation-triangle",
            saving: "fa-refresh",
            saved: "fa-check",
        }[this.state];
    }

    get text() {
        const { waiting, questions, state } = this;
        if (state === "failed" && this.model.isLoggedOut) {
            return waiting === 1
                ? _t("1 change not saved: log in again in another tab")
                : _t("%s changes not saved: log in again in another tab", waiting);
        }
        if (state === "failed") {
            return waiting === 1
                ? _t("1 change not saved: no connection, trying again")
                : _t("%s changes not saved: no connection, trying again", waiting);
        }
        if (state === "saving") {
            return _t("Saving…");
        }
        return questions.length ? _t("All the rest is saved") : _t("All saved");
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
        const target = targetOf(this.questions[0]);
        if (this.props.onQuestion) {
            this.props.onQuestion(target.line);
            return;
        }
        this.props.grid.goTo(target.line, columnIdOf(target));
    }
}
