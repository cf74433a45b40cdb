import { valueOf } from "./cell_value";
import { cellKey, FIELDS } from "./edit_keys";

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const TYPES = ["employee", "partner", "vacancy", "sounding_board"];

/** Order of the columns, for a member that the server did not put in its list. */
function compareMembers(a, b) {
    return (
        TYPES.indexOf(a.type) - TYPES.indexOf(b.type) ||
        Number(b.own) - Number(a.own) ||
        a.name.localeCompare(b.name)
    );
}

/**
 * What stands in the database, as far as this browser was told: the answer of
 * `grid_read`, kept up to date by the answers of `grid_write` and `grid_changes`.
 */
export class SavedSheet {
    constructor(data) {
        this.overview = data.overview;
        this.can = data.can;
        this.whyNot = data.why_not || "";
        this.clusters = data.clusters;
        this.fundings = data.fundings;
        this.members = [...data.members];
        /** @type {Map<number, Object>} lines by id, in the order of the sheet */
        this.lines = new Map(data.lines.map((line) => [line.id, line]));
        /** @type {Map<string, {record: Object, value: Object}>} only filled cells */
        this.cells = new Map();
        data.cells.forEach((record) => this._putCell(record));
        this._indexMembers();
    }

    /** @returns {Object|null} CellValue */
    value(key) {
        return this.cells.get(key)?.value || null;
    }

    /** @returns {Object|null} the cell with who wrote it (`by`) and when (`on`) */
    record(key) {
        return this.cells.get(key)?.record || null;
    }

    /** Value of a cell or of a field of a line. */
    get({ key, line, field }) {
        return field ? this.lines.get(line)?.[field] : this.value(key);
    }

    hasTarget({ line, member, field }) {
        return (
            this.lines.has(line) &&
            (field ? FIELDS.includes(field) : this.memberById.has(member))
        );
    }

    addMember(member) {
        if (!this.memberById.has(member.id)) {
            const before = this.members.findIndex(
                (other) => compareMembers(member, other) < 0,
            );
            const at = before < 0 ? this.members.length : before;
            this.members = this.members.toSpliced(at, 0, member);
            this._indexMembers();
        }
    }

    /**
     * @param {Object} response of `grid_write` or `grid_changes`: with a line come all
     *     its cells
     * @param {number[]|false} [asked] the lines that were asked for, false for all;
     *     those that did not come do not exist any more
     * @returns {{lines: Set<number>, isOther: boolean, isStrange: boolean}} lines that
     *     changed; whether anything else did; whether there are lines whose place in
     *     the sheet only a full answer can tell
     */
    merge(response, asked = []) {
        const touched = new Set();
        const lines = response.lines || [];
        const isStrange =
            asked !== false && lines.some((line) => !this.lines.has(line.id));
        const known = isStrange
            ? lines.filter((line) => this.lines.has(line.id))
            : lines;
        const isMoved = asked === false && this._mergeOrder(lines);
        const isRemoved = this._removeGone(lines, asked, touched);
        known.forEach((line) => {
            if (!same(this.lines.get(line.id), line)) {
                this.lines.set(line.id, line);
                touched.add(line.id);
            }
        });
        this._mergeCells(new Set(known.map((line) => line.id)), response, touched);
        const isOther = this._mergeRights(response);
        return {
            lines: touched,
            isOther:
                this._mergeMembers(response.members) || isOther || isMoved || isRemoved,
            isStrange,
        };
    }

    _indexMembers() {
        this.memberById = new Map(this.members.map((member) => [member.id, member]));
    }

    _putCell(record) {
        this.cells.set(cellKey(record.line, record.member), {
            record,
            value: valueOf(record),
        });
    }

    _mergeOrder(lines) {
        const ids = lines.map((line) => line.id);
        if (same(ids, [...this.lines.keys()])) {
            return false;
        }
        const gone = [...this.lines.values()].filter((line) => !ids.includes(line.id));
        this.lines = new Map([...lines, ...gone].map((line) => [line.id, line]));
        return true;
    }

    _removeGone(lines, asked, touched) {
        const came = new Set(lines.map((line) => line.id));
        const gone = (asked || [...this.lines.keys()]).filter(
            (id) => !came.has(id) && this.lines.has(id),
        );
        for (const id of gone) {
            touched.add(id);
            this.lines.delete(id);
            this.members.forEach((member) => this.cells.delete(cellKey(id, member.id)));
        }
        return gone.length > 0;
    }

    _mergeCells(lineIds, response, touched) {
        const records = new Map(
            (response.cells || [])
                .filter((record) => lineIds.has(record.line))
                .map((record) => [cellKey(record.line, record.member), record]),
        );
        for (const [key, { record }] of this.cells) {
            if (lineIds.has(record.line) && !records.has(key)) {
                this.cells.delete(key);
                touched.add(record.line);
            }
        }
        for (const [key, record] of records) {
            if (!same(this.record(key), record)) {
                this._putCell(record);
                touched.add(record.line);
            }
        }
    }

    _mergeRights({ state, can, why_not: whyNot }) {
        const old = [this.overview.state, this.can, this.whyNot];
        this.overview = { ...this.overview, state: state || this.overview.state };
        this.can = can || this.can;
        this.whyNot = whyNot ?? this.whyNot;
        return !same(old, [this.overview.state, this.can, this.whyNot]);
    }

    /**
     * A column stays as long as the page does, also when its last cell is emptied: it
     * would vanish under the cursor, and undo would have nowhere to put the cell back.
     */
    _mergeMembers(members) {
        if (!members) {
            return false;
        }
        const old = this.members;
        this.members = [...members];
        this._indexMembers();
        old.forEach((member) => this.addMember(member));
        return !same(old, this.members);
    }
}
