import { markRaw, reactive, toRaw } from "@odoo/owl";
import { memberColumnId } from "./columns";
import { cellKey, fieldKey, FIELDS, sameValue } from "./edit_keys";
import { History } from "./history";
import { SavedSheet } from "./saved_sheet";
import { UnsavedEdits } from "./unsaved_edits";

/**
 * The parts of the model, what shows of them together, and the counters that tell
 * components what changed. All but `_watched` is called on the model itself, never
 * through the proxy of a component.
 */
export class GridState {
    /** @param {Object} data answer of `grid_read` */
    constructor(data) {
        this.saved = markRaw(new SavedSheet(data));
        this.unsavedEdits = markRaw(new UnsavedEdits(this.saved));
        this.history = markRaw(new History());
        this.remarks = markRaw(new Map());
        this.shownLines = markRaw(new Map());
        this.versions = {};
        this._peer = markRaw({ info: data.peer || null, data: null });
        this._orphans = [];
        /** Called after each edit; set by the saver. */
        this.onEdits = () => {};
        /** Called with the names of those who left and get no task; set by the grid. */
        this.onArchived = () => {};
    }

    /** Have the component that reads be drawn again when `key` is bumped. */
    _watched(key) {
        Reflect.get(this.versions, key);
        return toRaw(this).saved;
    }

    _bump(keys) {
        const versions = reactive(this.versions);
        for (const key of keys) {
            versions[key] = (versions[key] || 0) + 1;
        }
    }

    _shownCell(key) {
        const shown = this.unsavedEdits.shown(key);
        return shown === undefined ? this.saved.value(key) : shown;
    }

    _shownLine(id) {
        const saved = this.saved.lines.get(id);
        if (saved && !this.shownLines.has(id)) {
            const line = { ...saved };
            for (const field of FIELDS) {
                const shown = this.unsavedEdits.shown(fieldKey(id, field));
                line[field] = shown === undefined ? saved[field] : shown;
            }
            this.shownLines.set(id, markRaw(line));
        }
        return saved && this.shownLines.get(id);
    }

    _filled(lines, members = this.saved.members) {
        const filled = [];
        for (const line of lines) {
            for (const { id } of members) {
                const cell = this._shownCell(cellKey(line, id));
                if (cell) {
                    filled.push({ line, member: id, cell });
                }
            }
        }
        return filled;
    }

    /**
     * Change something, then have drawn again what shows differently because of it.
     *
     * @param {number[]} lineIds lines that may change
     * @param {() => Iterable<number>} change returns lines to draw again anyway: their
     *     values are the same, but not how they are saved
     */
    _transaction(lineIds, change) {
        const ids = [...new Set(lineIds)];
        const before = ids.map((id) => this._shownOfLine(id));
        const keys = new Set(["saving", "history", ...change()]);
        ids.forEach((id) => this.shownLines.delete(id));
        ids.forEach((id, i) =>
            this._differences(before[i], this._shownOfLine(id), keys),
        );
        this._bump(keys);
    }

    _shownOfLine(id) {
        const line = this._shownLine(id);
        const { members } = this.saved;
        return {
            id,
            line,
            cells: new Map(
                members.map((m) => [m.id, this._shownCell(cellKey(id, m.id))]),
            ),
        };
    }

    /** Add to `keys` the counters of what differs between two states of a line. */
    _differences(before, after, keys) {
        const add = (...more) => {
            const { cluster } = after.line || before.line || {};
            [before.id, `c${cluster}`, "shown", ...more].forEach((key) =>
                keys.add(key),
            );
        };
        const isSameLine =
            before.line &&
            after.line &&
            FIELDS.every((field) =>
                sameValue(field, before.line[field], after.line[field]),
            );
        if (!isSameLine && (before.line || after.line)) {
            add("lines");
        }
        for (const [member, cell] of after.cells) {
            if (!sameValue(undefined, cell, before.cells.get(member))) {
                add(memberColumnId(member));
            }
        }
    }
}
