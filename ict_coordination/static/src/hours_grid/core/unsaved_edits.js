import { _t } from "@web/core/l10n/translation";
import { keyOf, sameValue, unpacked } from "./edit_keys";
import { asksAnswer, isQueued, wireOf, withoutAnswer } from "./unsaved_entry";

/**
 * @typedef {import("./unsaved_entry").Entry} Entry
 */

/** The edits that the database does not have yet, over a SavedSheet. */
export class UnsavedEdits {
    constructor(saved) {
        this.saved = saved;
        /** @type {Map<string, Entry>} in the order in which they were made */
        this.entries = new Map();
    }

    get(key) {
        return this.entries.get(key);
    }

    /** Keys that wait for an answer of the user. */
    get attention() {
        return [...this.entries.values()].filter(asksAnswer).map((entry) => entry.key);
    }

    /** Whether there is something to send now. */
    get isWaiting() {
        return this._some("pending", "failed");
    }

    get saveState() {
        if (this._some("failed")) {
            return "failed";
        }
        if (this._some("saving")) {
            return "saving";
        }
        return this.entries.size ? "pending" : "saved";
    }

    /** The value to show, or undefined: then what is saved shows. */
    shown(key) {
        return this.entries.get(key)?.value;
    }

    /**
     * @param {Object} wanted {line, member|field, value|text}
     * @param {Object} [change] its change in the undo step
     */
    put(wanted, change) {
        const key = keyOf(wanted);
        const { line, member, field, value, text } = wanted;
        const old = this.entries.get(key);
        const entry = {
            key,
            line,
            member,
            field,
            base: old ? old.base : this.saved.get({ key, line, field }),
            value: text === undefined ? value : old?.value,
            text,
            state: old?.flight ? old.state : "pending",
            flight: old?.flight || null,
            change,
            task: this.saved.lines.get(line)?.name,
            person: this.saved.memberById.get(member)?.name,
        };
        this._keep(entry);
    }

    /** Send an edit that was answered again, over what stands there now. */
    sendAgain(key, { value, isOver }) {
        const entry = this.entries.get(key);
        this._keep({
            ...withoutAnswer(entry),
            base: isOver ? entry.stored : entry.base,
            ...(value === undefined ? {} : { value, text: undefined }),
            state: "pending",
        });
    }

    drop(key) {
        this.entries.delete(key);
    }

    // --- sending ---

    /** @returns {Object[]} edits for `grid_write`, now on their way */
    take() {
        const entries = [...this.entries.values()];
        const failed = entries.filter((entry) => entry.state === "failed");
        const chosen = failed.length
            ? failed
            : entries.filter((entry) => entry.state === "pending");
        return chosen.map((entry) => {
            const { base, value, text, change } = entry;
            entry.flight ||= { base, value, text, change };
            entry.state = "saving";
            return wireOf(entry);
        });
    }

    /** The connection was lost: whether these arrived is not known. */
    giveBack(keys) {
        for (const entry of this._flying(keys)) {
            entry.state = "failed";
        }
    }

    /** The server refused the whole request. */
    refuse(keys, message) {
        for (const entry of this._flying(keys)) {
            this._answer(entry, { status: "refused", message });
        }
    }

    /**
     * Results of `grid_write`, after what it returned was merged into `saved`.
     *
     * @returns {{change: Object, result: Object}[]} what was saved, for the undo steps
     */
    settle(results, keys) {
        const byKey = new Map(results.map((result) => [result.key, result]));
        const saved = [];
        for (const entry of this._flying(keys)) {
            const result = byKey.get(entry.key) || {
                status: "refused",
                message: _t("The server gave no answer to this change."),
            };
            if (result.status === "saved") {
                // The same text typed again meanwhile belongs to a younger step.
                const { change } = isQueued(entry) ? entry.flight : entry;
                saved.push({ entry, change, result });
                this._landed(entry);
            } else {
                this._answer(entry, result);
            }
        }
        return saved;
    }

    /** What others changed: an edit stays, with the base that its user saw. */
    rebase(lineIds) {
        for (const entry of [...this.entries.values()]) {
            if (!lineIds.has(entry.line) || entry.flight) {
                continue;
            }
            const saved = this.saved.get(entry);
            if (
                entry.text === undefined &&
                sameValue(entry.field, saved, entry.value)
            ) {
                this.entries.delete(entry.key);
            } else if (
                entry.state === "conflict" &&
                !sameValue(entry.field, saved, entry.stored)
            ) {
                const { by = "", on = null } = this.saved.record(entry.key) || {};
                this._keep({ ...entry, stored: saved, by, on });
            }
        }
    }

    // --- a page that closes too early ---

    /** @returns {Object[]} plain objects that `restore` takes */
    list() {
        return [...this.entries.values()].map((entry) => ({
            ...withoutAnswer(entry),
            flight: entry.flight && { ...entry.flight, change: undefined },
            change: undefined,
        }));
    }

    /** @param {Object} edit of `list`; its line and member still exist */
    restore(edit) {
        const flight = edit.flight || null;
        const state = flight ? "failed" : "pending";
        this._keep({ ...withoutAnswer(edit), flight, state });
    }

    // --- private ---

    _some(...states) {
        return [...this.entries.values()].some((entry) => states.includes(entry.state));
    }

    _flying(keys) {
        return keys
            .map((key) => this.entries.get(key))
            .filter((entry) => entry?.flight);
    }

    /** An edit that wants what stands there already is none. */
    _keep(entry) {
        const isDone =
            !entry.flight &&
            entry.text === undefined &&
            sameValue(entry.field, entry.value, entry.base);
        if (isDone) {
            this.entries.delete(entry.key);
        } else {
            this.entries.set(entry.key, entry);
        }
    }

    _landed(entry) {
        if (!isQueued(entry)) {
            this.entries.delete(entry.key);
            return;
        }
        const base = this.saved.get(entry);
        this._keep({ ...entry, base, flight: null, state: "pending" });
    }

    /** Not saved: what the server says about it; what was typed since goes first. */
    _answer(entry, result) {
        const isTyped = isQueued(entry);
        const next = { ...withoutAnswer(entry), flight: null, state: "pending" };
        if (result.status === "conflict") {
            const { by = "", on = null } = result;
            const stored = unpacked(entry.field, result.stored);
            this._keep({ ...next, state: "conflict", stored, by, on });
        } else if (isTyped) {
            this._keep(next);
        } else {
            const { status, message, proposals } = result;
            this._keep({ ...next, state: status, message, proposals });
        }
    }
}
