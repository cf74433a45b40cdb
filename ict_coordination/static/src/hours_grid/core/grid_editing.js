import { toRaw } from "@odoo/owl";
import { cellKey, keyOf, sameValue } from "./edit_keys";
import { GridReading } from "./grid_reading";
import { asksAnswer } from "./unsaved_entry";

/** What the user does with the grid: edit, undo, redo, answer. */
export class GridEditing extends GridReading {
    // --- what the user does ---

    /**
     * @param {Object[]} edits {line, member, value} | {line, member, text} |
     *     {line, field, value}; what changes nothing is left out, and of two on the same
     *     cell the last one counts
     * @param {string} [label] of the undo step
     * @returns {string[]} keys that changed
     */
    edit(edits, label = "") {
        const model = toRaw(this);
        const last = new Map(edits.map((edit) => [keyOf(edit), edit]));
        const wanted = model
            ._withApplicable(
                model._withoutNewOfArchived(
                    [...last.values()].filter((edit) => model._isAllowed(edit)),
                ),
            )
            .filter((edit) => model._isChange(edit));
        const changes = wanted.map((edit) => model._changeOf(edit));
        const made = changes.filter(
            ({ field, before, after, text }) =>
                text !== undefined || !sameValue(field, before, after),
        );
        if (made.length) {
            model.history.push({ label, changes: made, isUndone: false });
        }
        return model._put(wanted, changes);
    }

    /** @returns {string[]} keys that were touched */
    undo() {
        return toRaw(this)._replay("undo", "before", "after");
    }

    /** @returns {string[]} keys that were touched */
    redo() {
        return toRaw(this)._replay("redo", "after", "before");
    }

    /**
     * Answer a conflict, a question or a refusal.
     *
     * @param {string} key
     * @param {"mine"|"theirs"|"discard"|number} choice number: that proposal
     */
    resolve(key, choice) {
        const model = toRaw(this);
        const entry = model.unsavedEdits.get(key);
        if (!entry || entry.flight) {
            return;
        }
        model._transaction([entry.line], () => {
            if (choice === "mine") {
                const isOver = entry.state === "conflict";
                model.unsavedEdits.sendAgain(key, { isOver });
            } else if (typeof choice === "number") {
                const { value } = entry.proposals[choice];
                model.unsavedEdits.sendAgain(key, { value });
                if (entry.change) {
                    entry.change.after = value;
                }
            } else {
                model._dropEdit(entry, choice);
            }
            return [entry.line];
        });
        model.onEdits();
    }

    // --- private ---

    /** A text that is dropped leaves what was wanted before it was typed. */
    _dropEdit({ key, text, value, change }, choice) {
        if (choice === "discard" && text !== undefined && value !== undefined) {
            this.unsavedEdits.sendAgain(key, { value });
        } else {
            this.unsavedEdits.drop(key);
        }
        this.history.drop(change);
    }

    _isAllowed({ field }) {
        return field ? this.saved.can.lines : this.saved.can.cells;
    }

    /**
     * Who left gets no new task: the column stands there for what is in it, which can be
     * changed and taken away. Undo brings back what was taken away, so it is not asked.
     */
    _withoutNewOfArchived(edits) {
        const archived = ({ line, member, value, text }) =>
            member &&
            (value || text) &&
            this.saved.memberById.get(member)?.active === false &&
            !this._shownCell(cellKey(line, member));
        const names = edits
            .filter(archived)
            .map(({ member }) => this.saved.memberById.get(member).name);
        if (names.length) {
            this.onArchived([...new Set(names)]);
        }
        return edits.filter((edit) => !archived(edit));
    }

    /** Who gets a task that does not apply makes it apply. */
    _withApplicable(edits) {
        const isSet = new Set(
            edits.filter((edit) => edit.field === "applicable").map(({ line }) => line),
        );
        const extra = [];
        for (const { line, member, value } of edits) {
            const isOff = this._shownLine(line)?.applicable === false;
            if (member && value && isOff && !isSet.has(line) && this.saved.can.lines) {
                isSet.add(line);
                extra.push({ line, field: "applicable", value: true });
            }
        }
        return [...extra, ...edits];
    }

    _isChange(edit) {
        const { line, field, value, text } = edit;
        const key = keyOf(edit);
        const entry = this.unsavedEdits.get(key);
        if (asksAnswer(entry) || entry?.text !== text) {
            return true;
        }
        const shown = entry ? entry.value : this.saved.get({ key, line, field });
        return text === undefined && !sameValue(field, value, shown);
    }

    _changeOf(edit) {
        const { line, member, field, value, text } = edit;
        const key = keyOf(edit);
        return {
            key,
            line,
            member,
            field,
            before: this._shown(edit),
            after: value,
            text,
        };
    }

    _shown(edit) {
        const { line, field } = edit;
        return field ? this._shownLine(line)?.[field] : this._shownCell(keyOf(edit));
    }

    _put(edits, changes) {
        if (!edits.length) {
            return [];
        }
        const lines = edits.map((edit) => edit.line);
        this._transaction(lines, () => {
            edits.forEach((edit, i) => {
                const key = keyOf(edit);
                const old = this.unsavedEdits.get(key);
                // A text that was typed over before it left never meant anything.
                const isUnread = old && old.text !== old.flight?.text;
                if (isUnread && old.text !== undefined && old.change !== changes[i]) {
                    this.history.drop(old.change);
                }
                this.remarks.delete(key);
                this.unsavedEdits.put(edit, changes[i]);
            });
            return lines;
        });
        this.onEdits();
        return edits.map(keyOf);
    }

    /** Undo and redo are edits over what is shown now, which the other way puts back. */
    _replay(way, to, from) {
        if (!this.saved.can.cells) {
            return [];
        }
        const step = this.history[way]();
        if (!step) {
            return [];
        }
        const isUnread = (change) => change.after === undefined && to === "after";
        const edits = this._withApplicable(
            step.changes.map((change) => {
                const { line, member, field, text } = change;
                const target = { line, member, field };
                return isUnread(change)
                    ? { ...target, text }
                    : { ...target, value: change[to] };
            }),
        );
        const changes = edits.map((edit) => this._replayed(step, edit, to, from));
        const isReal = edits.map((edit) => this._isChange(edit));
        this._put(
            edits.filter((edit, i) => isReal[i]),
            changes.filter((change, i) => isReal[i]),
        );
        return edits.map(keyOf);
    }

    /** The change of a step, with what shows now as the way back. */
    _replayed(step, edit, to, from) {
        let change = step.changes.find(({ key }) => key === keyOf(edit));
        if (!change) {
            change = { ...this._changeOf(edit), [to]: edit.value };
            step.changes.push(change);
        }
        // A text that the server did not read yet is still a text when it is redone.
        if (from === "before" || change.after !== undefined) {
            change[from] = this._shown(edit);
        }
        return change;
    }
}
