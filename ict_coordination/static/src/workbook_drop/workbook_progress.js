import { Component, onWillDestroy, useEffect, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { _t } from "@web/core/l10n/translation";
import { TROUBLES, WorkbookQueue } from "./workbook_queue";

const ICONS = {
    waiting: "fa-clock-o text-muted",
    running: "fa-circle-o-notch fa-spin",
    done: "fa-check text-success",
    nothing: "fa-check text-muted",
    refused: "fa-exclamation-triangle text-danger",
    failed: "fa-exclamation-triangle text-danger",
    stopped: "fa-pause text-muted",
};

/**
 * How far a queue is, file by file. Closing it while it runs stops the queue after the
 * file at hand. It goes away by itself when nothing went wrong and `closesItself`.
 */
export class WorkbookProgress extends Component {
    static template = "ict_coordination.WorkbookProgress";
    static components = { Dialog };
    static props = {
        close: Function,
        title: String,
        queue: WorkbookQueue,
        closesItself: { type: Boolean, optional: true },
        note: { type: String, optional: true },
    };

    setup() {
        this.queue = this.props.queue;
        this.state = useState(this.queue.state);
        useEffect(
            (isRunning) => {
                if (!isRunning && this.props.closesItself && !this.troubleCount) {
                    this.props.close();
                }
            },
            () => [this.state.isRunning],
        );
        onWillDestroy(() => this.queue.stop());
    }

    get finishedCount() {
        return this.countOf("done", "nothing", ...TROUBLES);
    }

    get troubleCount() {
        return this.countOf(...TROUBLES);
    }

    get percentage() {
        return Math.round((100 * this.finishedCount) / this.queue.total);
    }

    get statusText() {
        const { total } = this.queue;
        if (this.state.isRunning) {
            const running = this.state.rows.find(({ status }) => status === "running");
            return _t("%(number)s of %(total)s: %(name)s", {
                number: Math.min(this.finishedCount + 1, total),
                total,
                name: running?.name || "",
            });
        }
        const words = [
            _t("%(count)s of %(total)s done", {
                count: this.countOf("done", "nothing"),
                total,
            }),
        ];
        if (this.troubleCount) {
            words.push(_t("%s not done", this.troubleCount));
        }
        if (this.countOf("stopped")) {
            words.push(_t("%s left alone", this.countOf("stopped")));
        }
        return words.join(" · ");
    }

    countOf(...statuses) {
        return this.state.rows.filter(({ status }) => statuses.includes(status)).length;
    }

    iconOf(row) {
        return ICONS[row.status] || ICONS.done;
    }

    isTrouble(row) {
        return TROUBLES.includes(row.status);
    }

    wordsOf(row) {
        const words = {
            waiting: _t("Waiting"),
            running: _t("Busy"),
            nothing: _t("Nothing to change"),
            stopped: _t("Left alone"),
            refused: _t("Not done"),
            failed: _t("Not done"),
        };
        return row.message || words[row.status] || _t("Done");
    }
}
