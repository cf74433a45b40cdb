import { markRaw, toRaw } from "@odoo/owl";
import { memberColumnId } from "./columns";
import { cellKey, lineOf, packed } from "./edit_keys";
import { GridState } from "./grid_state";

/**
 * What the hours grid shows: what is saved with the edits that are not saved yet over
 * it, derived at the moment it is asked. GridModel adds what changes it.
 *
 * Reading in a component: `this.model = useState(model)`. What is read decides when the
 * component is drawn again, by counters in `versions`:
 *   cell, savedCell, line, status, remark, cellsOfLine    when that line changes
 *   cellsOfMember, cellsOfCluster, allCells               when a shown cell of it changes
 *   lines                                                 when any line does (not cells)
 *   members, overview, can, clusters, fundings, peer      when one of these changes
 *   saveState, pendingCount, attention, orphans           with each step of the saving
 *   canUndo, canRedo                                      with each step of the history
 * Saved and unsaved records are never proxies: 804 cells cost nothing to watch.
 */
export class GridReading extends GridState {
    // --- the sheet ---

    get overview() {
        return markRaw(this._watched("sheet").overview);
    }

    /** @returns {{cells: boolean, lines: boolean, people: boolean}} */
    get can() {
        return markRaw(this._watched("sheet").can);
    }

    /** Whether nothing of the sheet may be edited. */
    get isReadonly() {
        const { can } = this;
        return !can.cells && !can.lines;
    }

    get whyNot() {
        return this._watched("sheet").whyNot;
    }

    get clusters() {
        return markRaw(this._watched("sheet").clusters);
    }

    get fundings() {
        return markRaw(this._watched("sheet").fundings);
    }

    get members() {
        return markRaw(this._watched("sheet").members);
    }

    /** The other kind of sheet of this school, or null; `peerData` has its cells. */
    get peer() {
        this._watched("sheet");
        return toRaw(this)._peer.info;
    }

    /** @returns {PeerSheet|null} */
    get peerData() {
        this._watched("sheet");
        return toRaw(this)._peer.data;
    }

    /** @returns {Object|undefined} */
    member(id) {
        return this._watched("sheet").memberById.get(id);
    }

    /** Lines as shown, in the order of the sheet. */
    get lines() {
        this._watched("lines");
        const model = toRaw(this);
        return markRaw([...model.saved.lines.keys()].map((id) => model._shownLine(id)));
    }

    /** @returns {Object|undefined} the line as shown */
    line(id) {
        this._watched(id);
        return toRaw(this)._shownLine(id);
    }

    savedLine(id) {
        return this._watched(id).lines.get(id);
    }

    // --- cells ---

    /** @returns {Object|null} CellValue as shown: an unsaved edit goes before */
    cell(line, member) {
        this._watched(line);
        return toRaw(this)._shownCell(cellKey(line, member));
    }

    /** @returns {Object|null} the saved cell, with `by` and `on` */
    savedCell(line, member) {
        return this._watched(line).record(cellKey(line, member));
    }

    /** @returns {{line: number, member: number, cell: Object}[]} filled cells */
    cellsOfLine(line) {
        this._watched(line);
        return toRaw(this)._filled([line]);
    }

    cellsOfMember(member) {
        this._watched(memberColumnId(member));
        const model = toRaw(this);
        return model._filled([...model.saved.lines.keys()], [{ id: member }]);
    }

    cellsOfCluster(cluster) {
        this._watched(`c${cluster}`);
        const model = toRaw(this);
        const lines = [...model.saved.lines.values()];
        return model._filled(
            lines.filter((line) => line.cluster === cluster).map((line) => line.id),
        );
    }

    allCells() {
        this._watched("shown");
        const model = toRaw(this);
        return model._filled([...model.saved.lines.keys()]);
    }

    // --- saving, as seen by the user ---

    /**
     * @returns {undefined|{state: string, text: (string|undefined), message: string,
     *     proposals: Object[], stored: Object, by: string, on: string}}
     */
    status(key) {
        this._watched(lineOf(key));
        const entry = toRaw(this).unsavedEdits.get(key);
        if (!entry) {
            return undefined;
        }
        const { state, text, message, proposals, stored, by, on, field } = entry;
        return {
            ...{ state, text, message, proposals, by, on },
            stored: stored === undefined ? undefined : packed(field, stored),
        };
    }

    /** What the server wants to say about a saved edit: how it read a text. */
    remark(key) {
        this._watched(lineOf(key));
        return toRaw(this).remarks.get(key);
    }

    /** @returns {"saved"|"saving"|"pending"|"failed"} */
    get saveState() {
        this._watched("saving");
        return toRaw(this).unsavedEdits.saveState;
    }

    /** Whether saving failed because the session of the user has ended. */
    get isLoggedOut() {
        this._watched("saving");
        const model = toRaw(this);
        return model.saveState === "failed" && Boolean(model._isLoggedOut);
    }

    /** Number of edits that the database does not have. */
    get pendingCount() {
        this._watched("saving");
        return toRaw(this).unsavedEdits.entries.size;
    }

    /** Keys with a conflict, a question or a refusal: the user has to answer. */
    get attention() {
        this._watched("saving");
        return markRaw(toRaw(this).unsavedEdits.attention);
    }

    /** Edits of an earlier visit whose line or person does not exist any more. */
    get orphans() {
        this._watched("saving");
        return markRaw(toRaw(this)._orphans);
    }

    get canUndo() {
        this._watched("history");
        return toRaw(this).history.canUndo;
    }

    get canRedo() {
        this._watched("history");
        return toRaw(this).history.canRedo;
    }
}
