import { _t } from "@web/core/l10n/translation";
import {
    asUnknown,
    MANDATES,
    nextFunding,
    sameCell,
    toggleEstimate,
    toggleEstimates,
    toggleMandates,
    withHours,
} from "../core/cell_value";
import { columnIdOf } from "../core/columns";
import { targetOf } from "../core/edit_keys";
import { readField, readTyped } from "../core/typed";
import { FIELD_CHOICES, FIELD_LABELS } from "../core/words";
import { rememberDark } from "./dark_mode";
import { fillFromEdge, fillFromRange } from "./grid_fill";
import {
    editNote,
    nextField,
    setApplicable,
    setField,
    toggleApplicable,
} from "./grid_task_commands";

/**
 * What each command does: (grid, arg, armed) → void. Each makes one `model.edit`: one
 * step to undo, one request. The moves are the cursor's.
 */
export const COMMANDS = {
    clear: (grid) => clear(grid),
    unknown: (grid) => changeEach(grid, asUnknown, _t("Without hours")),
    estimate: (grid) => changeCells(grid, toggleEstimates, _t("Estimate")),
    funding: (grid) => nextFundings(grid),
    set: (grid, value) => changeEach(grid, () => value, _t("Fill in")),
    change: (grid, update) => changeCells(grid, update, _t("Fill in")),
    setText: (grid, text) => typeText(grid, text, { inRange: true }),
    setField: (grid, { field, value }, armed) =>
        field === "applicable"
            ? setApplicable(grid, value, armed)
            : setField(grid, field, value),
    fillDown: (grid) => fillFromEdge(grid, "rows"),
    fillRight: (grid) => fillFromEdge(grid, "columns"),
    fillFrom: (grid, source) => fillFromRange(grid, source),
    undo: (grid) => replay(grid, "undo"),
    redo: (grid) => replay(grid, "redo"),
    applicable: (grid, arg, armed) => toggleApplicable(grid, armed),
    level: (grid) => nextField(grid, "level"),
    priority: (grid) => nextField(grid, "priority"),
    note: (grid) => editNote(grid),
    edit: (grid) => grid.table?.startEdit(),
    // Each edit is on its way already; what failed is tried again now.
    save: (grid) => grid.saver.send(),
    search: (grid) => grid.table?.leave("search"),
    leave: (grid) => grid.table?.leave(),
    help: (grid) => grid.services.openDialog?.("help"),
    addPerson: (grid) => grid.may("people") && grid.services.openDialog?.("person"),
    compare: (grid) => compare(grid),
    fullScreen: (grid) => fullScreen(grid),
    dark: (grid) => {
        grid.view.dark = !grid.view.dark;
        rememberDark(grid.view.dark);
    },
};
for (const mandate of MANDATES) {
    COMMANDS[mandate] = (grid) =>
        changeCells(
            grid,
            (cells) => toggleMandates(cells, mandate),
            _t("Change mandates"),
        );
}

/** Signs that say it of the hours that stand there; a dead key writes them as a text. */
const ESTIMATE = ["~", "±"];

const cellsOf = (targets) => targets.filter(({ column }) => column.member);

/** @param {(cells: Array) => Array} update of all cells of people in the range */
function changeCells(grid, update, label) {
    const targets = cellsOf(grid.targets);
    if (!targets.length || !grid.may("cells")) {
        return;
    }
    const before = targets.map(({ lineId, column }) =>
        grid.model.cell(lineId, column.member.id),
    );
    const after = update(before);
    const edits = targets.map(({ lineId, column }, i) => ({
        line: lineId,
        member: column.member.id,
        value: after[i],
    }));
    grid.model.edit(
        edits.filter(({ value }, i) => !sameCell(value, before[i])),
        String(label),
    );
}

function changeEach(grid, change, label) {
    changeCells(grid, (cells) => cells.map(change), label);
}

/** All get the funding that the first gets. */
function nextFundings(grid) {
    changeCells(
        grid,
        (cells) => {
            const first = cells.find(Boolean);
            const funding = nextFunding(first || null, grid.model.fundings)?.funding;
            return cells.map((cell) => cell && { ...cell, funding });
        },
        _t("Change funding"),
    );
}

/**
 * Empty the range: nobody in the cells of people, undecided in those of fields. Whether
 * a task applies is no value that can be absent, so it stays.
 */
export function clear(grid) {
    grid.model.edit(clearEdits(grid), _t("Empty"));
}

function clearEdits(grid) {
    const { can } = grid.model;
    const targets = grid.targets.filter(({ column }) =>
        column.member ? can.cells : can.lines && column.field !== "applicable",
    );
    if (!targets.length) {
        grid.may(grid.column?.member ? "cells" : "lines");
    }
    return targets.map(({ lineId, column }) =>
        column.member
            ? { line: lineId, member: column.member.id, value: null }
            : {
                  line: lineId,
                  field: column.field,
                  value: column.field === "note" ? "" : null,
              },
    );
}

/**
 * What a text typed or pasted in a cell becomes.
 *
 * @returns {Object|null} an edit of the model; null when it means nothing here
 */
export function editOf(grid, lineId, column, text) {
    if (column.field) {
        const value = readField(column.field, text);
        return value === undefined
            ? null
            : { line: lineId, field: column.field, value };
    }
    const target = { line: lineId, member: column.member.id };
    const cell = grid.model.cell(lineId, column.member.id);
    if (cell && ESTIMATE.includes(text.trim())) {
        return { ...target, value: toggleEstimate(cell) };
    }
    const read = readTyped(text);
    if (read.text !== undefined) {
        return { ...target, text: read.text };
    }
    if (read.remove) {
        return { ...target, value: null };
    }
    const { hours, certainty } = read.value;
    return { ...target, value: withHours(cell, hours, certainty) };
}

/**
 * Commit what was typed.
 *
 * @param {Object} grid
 * @param {string} text
 * @param {{inRange?: boolean, place?: {lineId: number, column: Object}}} [options]
 *     inRange: in each cell of the range; else in `place`, by default the active cell.
 *     The cursor may have left the cell already when its text comes
 * @returns {boolean} false when it was not understood, and nothing changed
 */
export function typeText(grid, text, { inRange = false, place } = {}) {
    const at = place || { lineId: grid.cursor.lineId, column: grid.column };
    const { column } = at;
    if (!column) {
        return true;
    }
    if (!grid.model.line(at.lineId)) {
        grid.tell(
            _t("“%s” was not saved: this task is not on the sheet any more.", text),
            "warning",
        );
        return true;
    }
    if (!grid.may(column.member ? "cells" : "lines")) {
        return true;
    }
    const targets = inRange
        ? grid.targets.filter(
              (one) => Boolean(one.column.member) === Boolean(column.member),
          )
        : [at];
    const edits = targets.map((one) => editOf(grid, one.lineId, one.column, text));
    if (edits.includes(null)) {
        tellChoices(grid, column.field, text);
    }
    const understood = edits.filter(Boolean);
    grid.model.edit(understood, _t("Fill in"));
    return understood.length > 0;
}

function tellChoices(grid, field, text) {
    grid.tell(
        _t("“%(text)s” is no choice for %(field)s: %(choices)s.", {
            text,
            field: String(FIELD_LABELS[field]).toLowerCase(),
            choices: FIELD_CHOICES[field].map(({ label }) => String(label)).join(", "),
        }),
        "warning",
    );
}

// --- the rest ---

function replay(grid, which) {
    const keys = grid.model[which]();
    const [first] = keys || [];
    if (first) {
        const target = targetOf(first);
        grid.goTo(target.line, columnIdOf(target));
    }
}

async function compare(grid) {
    if (grid.view.compare) {
        grid.view.compare = false;
        return;
    }
    // Nothing follows what changes in the other sheet: it is read each time anew.
    await grid.services.loadPeer?.();
    grid.view.compare = true;
}

function fullScreen(grid) {
    grid.view.full = !grid.view.full;
    grid.focus();
}
