import { browser } from "@web/core/browser/browser";
import { _t } from "@web/core/l10n/translation";
import { ConnectionAbortedError, ConnectionLostError } from "@web/core/network/rpc";
import { messageOf } from "./server_error";
import { UnsavedStorage } from "./unsaved_storage";

/** Seconds until the next try after a lost connection; the last one repeats. */
const RETRY_SECONDS = [1, 2, 5, 10, 30];

/** Answers of the server that say nothing about the edits: logged out, too busy. */
const TRANSIENT =
    /SessionExpired|SerializationFailure|DeadlockDetected|LockNotAvailable/;

const nameOf = (error) => error?.exceptionName || error?.data?.name || "";

export function isTransient(error) {
    return (
        error instanceof ConnectionLostError ||
        error instanceof ConnectionAbortedError ||
        TRANSIENT.test(nameOf(error))
    );
}

/**
 * Saves the edits of a GridModel: at once, one request at a time; what is typed during a
 * request goes with the next. While the connection is gone all edits stay in the model,
 * shown as not saved, and in the browser's storage, and are tried again.
 *
 *     const call = (method, args) =>
 *         env.services.orm.silent.call("ict.overview", method, [[overviewId], ...args]);
 *     const saver = new GridSaver({ model, call, overviewId });
 *     saver.start();      // after a successful load: also sends what an earlier visit left
 *     saver.stop();       // when the component goes; what is on its way is still answered
 *
 * Take `orm` from `env.services` and not from `useService`: that one never answers once
 * the component is gone, and the last edits are often sent just then.
 */
export class GridSaver {
    /**
     * @param {Object} options
     * @param {Object} options.model GridModel
     * @param {(method: string, args: Array) => Promise} options.call method of the
     *     overview; `args` without its id
     * @param {number} [options.overviewId]
     * @param {UnsavedStorage} [options.storage]
     * @param {(response: Object) => void} [options.onSaved] after each answer
     */
    constructor({ model, call, overviewId, storage, onSaved }) {
        /** Comes back in the bus message of what this page changed. */
        this.origin = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
        this.model = model;
        this.call = call;
        this.storage = storage || new UnsavedStorage(overviewId, this.origin);
        this.onSaved = onSaved || (() => {});
        this.failures = 0;
        this.sending = null;
        this.turn = Promise.resolve();
        this.onOnline = () => this.send();
        model.onEdits = () => this.changed();
    }

    start() {
        browser.addEventListener("online", this.onOnline);
        const edits = this.storage.load();
        if (edits.length) {
            this.model.restoreUnsaved(edits);
            if (this.storage.save(this.model.unsaved())) {
                this.storage.forgetOthers();
            }
        }
    }

    stop() {
        this.isStopped = true;
        browser.removeEventListener("online", this.onOnline);
        browser.clearTimeout(this.timer);
    }

    changed() {
        this._store();
        this.send();
    }

    /**
     * Resolves when nothing is to be sent or on its way, or when an attempt failed.
     *
     * @returns {Promise<boolean>} whether the database has all
     */
    async flush() {
        await this.send();
        return !this.model.pendingCount;
    }

    /** @returns {Promise} of the sending that goes on */
    send() {
        if (!this.sending && this.model.hasPending) {
            browser.clearTimeout(this.timer);
            this.sending = this._sendAll();
        }
        return this.sending || Promise.resolve();
    }

    /**
     * Do something while nothing is being saved, and save nothing meanwhile: an answer
     * that was read before a write would otherwise come in after it.
     *
     * @template T
     * @param {() => Promise<T>} task
     * @returns {Promise<T>}
     */
    alone(task) {
        const turn = this.turn.then(task);
        this.turn = turn.catch(() => {});
        return turn;
    }

    async _sendAll() {
        try {
            let isAnswered = true;
            while (isAnswered && this.model.hasPending) {
                isAnswered = await this.alone(() => this._sendBatch());
            }
        } finally {
            this.sending = null;
        }
    }

    /** @returns {Promise<boolean>} whether the server answered */
    async _sendBatch() {
        const edits = this.model.takePending();
        const keys = edits.map((edit) => edit.key);
        let response;
        try {
            response = await this.call("grid_write", [edits, this.origin]);
        } catch (error) {
            const isLost = isTransient(error);
            if (isLost) {
                const isLoggedOut = nameOf(error).includes("SessionExpired");
                this.model.giveBack(keys, { isLoggedOut });
                this._retryLater();
            } else {
                const otherwise = error?.message || _t("The server gave an error.");
                this.model.refuse(keys, messageOf(error, otherwise));
            }
            this._store();
            return !isLost;
        }
        this.failures = 0;
        this.model.settle(response, edits);
        this._store();
        this.onSaved(response);
        return true;
    }

    _retryLater() {
        if (!this.isStopped) {
            const last = RETRY_SECONDS.length - 1;
            const seconds = RETRY_SECONDS[Math.min(this.failures, last)];
            this.timer = browser.setTimeout(() => this.send(), seconds * 1000);
            this.failures += 1;
        }
    }

    _store() {
        this.storage.save(this.model.unsaved());
    }
}
