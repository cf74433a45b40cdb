import { reactive } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError, RPCError } from "@web/core/network/rpc";

/**
 * @typedef {"waiting"|"running"|"done"|"nothing"|"refused"|"failed"|"stopped"} RowStatus
 * @typedef {{ name: string, status: RowStatus, message: string, id?: number }} Row
 * @typedef {{ name: string, run: () => Promise<{status: RowStatus, message?: string,
 *     id?: number}> }} Job
 */

/** The statuses that somebody has to look at. */
export const TROUBLES = ["refused", "failed"];

/** @returns {string} what went wrong, in words for the person at the screen */
function wordsOf(error) {
    if (error instanceof ConnectionLostError) {
        return _t("No connection with the server.");
    }
    if (error instanceof RPCError) {
        // Only these are written for people.
        return error.exceptionName?.startsWith("odoo.exceptions.")
            ? error.data.message
            : _t("The server could not handle this file.");
    }
    return _t("The browser could not read this file.");
}

/**
 * Jobs one after the other: the next starts when the one before has answered. What goes
 * wrong with one is kept with it, and the others go on. It can be stopped between two.
 */
export class WorkbookQueue {
    /** @param {Job[]} jobs */
    constructor(jobs) {
        this.jobs = jobs;
        this.state = reactive({
            /** @type {Row[]} */
            rows: jobs.map(({ name }) => ({ name, status: "waiting", message: "" })),
            isRunning: false,
            isStopping: false,
        });
    }

    get total() {
        return this.jobs.length;
    }

    /** @returns {Promise<Row[]>} one row for each job, in the same order */
    async run() {
        const { state } = this;
        state.isRunning = true;
        for (const [index, job] of this.jobs.entries()) {
            const row = state.rows[index];
            if (state.isStopping) {
                row.status = "stopped";
                continue;
            }
            row.status = "running";
            try {
                Object.assign(row, await job.run());
            } catch (error) {
                Object.assign(row, { status: "failed", message: wordsOf(error) });
            }
        }
        state.isRunning = false;
        return state.rows;
    }

    stop() {
        this.state.isStopping = true;
    }
}
