/** Steps that are kept; who wants to go back further looks into the history of Odoo. */
const LIMIT = 500;

/**
 * @typedef {Object} Change one cell or field in a step
 * @property {string} key
 * @property {number} line
 * @property {number} [member]
 * @property {string} [field]
 * @property {*} before value shown before
 * @property {*} [after] value shown after; undefined as long as the server has not
 *     said what `text` means
 * @property {string} [text]
 *
 * @typedef {{label: string, changes: Change[], isUndone: boolean}} Step what one action
 *     of the user changed
 */

/** Undo and redo: which steps were made. What they set is the model's business. */
export class History {
    constructor() {
        this.done = [];
        this.undone = [];
    }

    get canUndo() {
        return this.done.length > 0;
    }

    get canRedo() {
        return this.undone.length > 0;
    }

    /** @param {Step} step made just now; what was undone before can not be redone */
    push(step) {
        this.done.push(step);
        this.undone = [];
        if (this.done.length > LIMIT) {
            this.done.shift();
        }
    }

    /** @returns {Step|undefined} */
    undo() {
        return this._move(this.done, this.undone, true);
    }

    /** @returns {Step|undefined} */
    redo() {
        return this._move(this.undone, this.done, false);
    }

    /** @returns {Step|undefined} the step that a change belongs to, done or undone */
    stepOf(change) {
        return [...this.done, ...this.undone].find((step) =>
            step.changes.includes(change),
        );
    }

    /** A change that never was: the server refused it, or the other's was preferred. */
    drop(change) {
        for (const steps of [this.done, this.undone]) {
            const at = steps.findIndex((step) => step.changes.includes(change));
            if (at >= 0) {
                steps[at].changes.splice(steps[at].changes.indexOf(change), 1);
                if (!steps[at].changes.length) {
                    steps.splice(at, 1);
                }
                return;
            }
        }
    }

    _move(from, to, isUndone) {
        const step = from.pop();
        if (step) {
            step.isUndone = isUndone;
            to.push(step);
        }
        return step;
    }
}
