import { valueOf } from "./cell_value";
import { cellKey } from "./edit_keys";

/** The other kind of sheet of the school, to compare with: lines are found by task. */
export class PeerSheet {
    /** @param {Object} data answer of `grid_peer` */
    constructor({ overview, lines, cells, members }) {
        this.overview = overview;
        this.lines = lines;
        this.members = members;
        this.lineByTask = new Map(lines.map((line) => [line.task, line]));
        this.cells = new Map(
            cells.map((cell) => [cellKey(cell.line, cell.member), valueOf(cell)]),
        );
    }

    /** @param {number} task id @returns {Object|undefined} */
    lineOf(task) {
        return this.lineByTask.get(task);
    }

    /** @returns {Object|null} CellValue of this member in the line of this task */
    cell(task, member) {
        const line = this.lineOf(task);
        return (line && this.cells.get(cellKey(line.id, member))) || null;
    }

    /** @returns {{member: number, cell: Object}[]} filled cells, all or of one task */
    cellsOf(task) {
        const lines = task === undefined ? this.lines : [this.lineOf(task)];
        return lines.filter(Boolean).flatMap((line) =>
            this.members
                .map(({ id }) => ({
                    line: line.id,
                    member: id,
                    cell: this.cells.get(cellKey(line.id, id)),
                }))
                .filter(({ cell }) => cell),
        );
    }
}
