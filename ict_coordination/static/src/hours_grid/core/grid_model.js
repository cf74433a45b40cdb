import { markRaw, toRaw } from "@odoo/owl";
import { keyOf, lineOf, unpacked } from "./edit_keys";
import { GridEditing } from "./grid_editing";
import { PeerSheet } from "./peer_sheet";

/**
 * The model of the hours grid: what is saved, the edits that are not saved yet over it,
 * and undo. How components read it stands in GridReading, what users do in GridEditing;
 * here is what it exchanges with the server, by way of the saver.
 */
export class GridModel extends GridEditing {
    /** A new column; it stays, also without a cell. */
    addMember(member) {
        const model = toRaw(this);
        model.saved.addMember(member);
        model._bump(["sheet"]);
    }

    /** @param {Object|null} data answer of `grid_peer` */
    setPeer(data) {
        const model = toRaw(this);
        model._peer.data = data ? markRaw(new PeerSheet(data)) : null;
        model._bump(["sheet"]);
    }

    // --- for the saver ---

    /** Whether `takePending` has something to give. */
    get hasPending() {
        return toRaw(this).unsavedEdits.isWaiting;
    }

    /** @returns {Object[]} edits for `grid_write`, marked as on their way */
    takePending() {
        const model = toRaw(this);
        const edits = model.unsavedEdits.take();
        const lines = edits.map((edit) => edit.line);
        model._bump(["saving", ...new Set(lines)]);
        return edits;
    }

    /**
     * Nobody knows whether these arrived: they go first the next time.
     *
     * @param {string[]} keys
     * @param {{isLoggedOut?: boolean}} [why] the user has to log in before that
     */
    giveBack(keys, { isLoggedOut = false } = {}) {
        const model = toRaw(this);
        model._isLoggedOut = isLoggedOut;
        model.unsavedEdits.giveBack(keys);
        model._bump(["saving", ...new Set(keys.map(lineOf))]);
    }

    /** The server refused the whole request. */
    refuse(keys, message) {
        const model = toRaw(this);
        const lines = keys.map(lineOf);
        model._transaction(lines, () => {
            model.unsavedEdits.refuse(keys, message);
            return lines;
        });
    }

    /**
     * @param {Object} response of `grid_write`
     * @param {Object[]} sent the edits of `takePending` that it answers
     */
    settle(response, sent) {
        const model = toRaw(this);
        const lines = [...sent, ...response.results.flatMap(({ also }) => also || [])]
            .map((edit) => edit.line)
            .concat(response.lines.map((line) => line.id));
        const undone = [];
        model._transaction(lines, () => {
            const merged = model._merge(response);
            const keys = sent.map((edit) => edit.key);
            for (const save of model.unsavedEdits.settle(response.results, keys)) {
                undone.push(...model._settleChange(save));
                if (save.result.remark) {
                    model.remarks.set(save.entry.key, save.result.remark);
                }
            }
            model._afterMerge(merged);
            return [...lines, ...merged.lines];
        });
        model._put(
            undone.map((change) => ({
                ...change,
                value: change.before,
                text: undefined,
            })),
            undone,
        );
    }

    /**
     * What others changed; unsaved edits stay, with the base that was seen.
     *
     * @param {Object} changes of `grid_changes`
     * @param {number[]|false} [asked] the lines that were asked for; false: all
     * @returns {boolean} false when there are new lines: ask for all of them
     */
    receive(changes, asked = []) {
        const model = toRaw(this);
        const lines = asked === false ? [...model.saved.lines.keys()] : asked;
        let isComplete = true;
        const ids = [...lines, ...changes.lines.map((line) => line.id)];
        model._transaction(ids, () => {
            const merged = model._merge(changes, asked);
            model._afterMerge(merged);
            isComplete = !merged.isStrange;
            return merged.lines;
        });
        return isComplete;
    }

    /** @returns {Object[]} what the database does not have, for `restoreUnsaved` */
    unsaved() {
        const model = toRaw(this);
        return [...model.unsavedEdits.list(), ...model._orphans];
    }

    /** @param {Object[]} list of `unsaved`, from an earlier visit */
    restoreUnsaved(list) {
        const model = toRaw(this);
        const known = list.filter((edit) => model.saved.hasTarget(edit));
        model._orphans = [
            ...model._orphans,
            ...list.filter((edit) => !known.includes(edit)),
        ];
        const lines = known.map((edit) => edit.line);
        model._transaction(lines, () => {
            for (const edit of known) {
                // What was typed here already is younger.
                if (!model.unsavedEdits.get(edit.key)?.change) {
                    model.unsavedEdits.restore(edit);
                }
            }
            return lines;
        });
        model.onEdits();
    }

    /** The user has read them. */
    dropOrphans() {
        const model = toRaw(this);
        model._orphans = [];
        model._bump(["saving"]);
        model.onEdits();
    }

    // --- private ---

    /** @returns {{lines: Set<number>, isOther: boolean, isStrange: boolean}} */
    _merge(response, asked) {
        const merged = this.saved.merge(response, asked);
        if (merged.isOther) {
            this._bump(["sheet", "lines"]);
        }
        return merged;
    }

    /** Edits of lines that are gone are shown apart: nothing typed disappears. */
    _afterMerge({ lines }) {
        this.unsavedEdits.rebase(lines);
        for (const edit of this.unsavedEdits.list()) {
            const { change, flight } = this.unsavedEdits.get(edit.key);
            if (!this.saved.hasTarget(edit) && !flight) {
                this.unsavedEdits.drop(edit.key);
                this.history.drop(change);
                this._orphans = [...this._orphans, edit];
            }
        }
    }

    /**
     * A text has been read: its step now knows what it changed, also in other cells.
     *
     * @returns {Object[]} changes to put back, of a step that was undone meanwhile
     */
    _settleChange({ entry, change, result }) {
        const step = this.history.stepOf(change);
        if (!step || change.text === undefined) {
            return [];
        }
        if (change.after === undefined) {
            change.after = unpacked(entry.field, result.value);
        }
        const reverse = [];
        for (const { line, member, field, before, after } of result.also || []) {
            const also = {
                ...{ line, member: member || undefined, field: field || undefined },
                before: unpacked(field, before),
                after: unpacked(field, after),
            };
            also.key = keyOf(also);
            const known = step.changes.find(({ key }) => key === also.key);
            if (known) {
                known.after = also.after;
            } else {
                step.changes.push(also);
                reverse.push(also);
            }
        }
        return step.isUndone ? reverse : [];
    }
}
