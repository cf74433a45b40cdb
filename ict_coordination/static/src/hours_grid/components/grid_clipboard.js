import { _t } from "@web/core/l10n/translation";
import { parseTsv, placeBlock, toTsv } from "../core/clipboard";
import { copyText, fieldText } from "../core/typed";
import { clear, editOf } from "./grid_commands";

/**
 * @param {Object} grid
 * @returns {string} the range, as every spreadsheet reads it; the grid itself remembers
 *     mandates, funding and remarks beside it
 */
export function copyRange(grid) {
    const { range, model } = grid;
    if (!range) {
        return "";
    }
    const columns = grid.columns.slice(range.left, range.right + 1);
    const cells = range.lineIds.map((lineId) =>
        columns.map(({ member, field }) =>
            member
                ? { member: true, value: model.cell(lineId, member.id) }
                : { field, value: model.line(lineId)[field] ?? null },
        ),
    );
    const text = toTsv(cells.map((row) => row.map(textOf)));
    grid.copied = { text, cells };
    return text;
}

function textOf({ field, value }) {
    return field ? fieldText(field, value) : copyText(value);
}

/** @returns {string} as `copyRange`; the range is empty after it */
export function cutRange(grid) {
    const text = copyRange(grid);
    clear(grid);
    return text;
}

const plainBreaks = (text) => text.replace(/\r\n?/g, "\n").replace(/\n$/, "");

/**
 * Put a copied block in the grid, at the top left of the range: one edit of the model,
 * so one step to undo and one request.
 *
 * @param {Object} grid
 * @param {string} text from the clipboard
 */
export function pasteText(grid, text) {
    const { range, model } = grid;
    if (!range) {
        return;
    }
    if (!text) {
        // A picture, or a program that gives its own format only.
        grid.tell(
            _t("There is no text to paste. Copy cells or a text, and paste again."),
            "warning",
        );
        return;
    }
    if (!model.can.cells && !model.can.lines) {
        grid.may("cells");
        return;
    }
    const isOurs = grid.copied && plainBreaks(grid.copied.text) === plainBreaks(text);
    const block = isOurs ? grid.copied.cells : parseTsv(text);
    const { lineIds } = grid;
    const size = { rows: lineIds.length, columns: grid.columns.length };
    const placed = placeBlock(block, range, size);
    const strange = [];
    const edits = placed.map(({ row, column: at, content }) => {
        const column = grid.columns[at];
        if (!model.can[column.member ? "cells" : "lines"]) {
            return null;
        }
        const edit = pasteEdit(grid, lineIds[row], column, content);
        if (!edit && !isKeptAsIs(column, content)) {
            strange.push(typeof content === "string" ? content : textOf(content));
        }
        return edit;
    });
    model.edit(edits.filter(Boolean), _t("Paste"));
    selectPlaced(grid, placed, lineIds);
    tellLeftOut(grid, block, range, size);
    if (strange.length) {
        grid.tell(
            _t(
                "Not understood, so left as it was: %s",
                [...new Set(strange)].join(", "),
            ),
            "warning",
        );
    }
}

/** An empty cell over "applicable" says nothing. */
function isKeptAsIs(column, content) {
    return (
        column.field === "applicable" && typeof content === "string" && !content.trim()
    );
}

function pasteEdit(grid, line, column, content) {
    if (typeof content === "string") {
        return editOf(grid, line, column, content);
    }
    if (content.member && column.member) {
        return { line, member: column.member.id, value: content.value };
    }
    if (content.field && content.field === column.field) {
        return { line, field: column.field, value: content.value };
    }
    return editOf(grid, line, column, textOf(content));
}

function selectPlaced(grid, placed, lineIds) {
    const [first, last] = [placed[0], placed[placed.length - 1]];
    if (!first) {
        return;
    }
    const right = Math.max(...placed.map(({ column }) => column));
    grid.goTo(lineIds[first.row], grid.columns[first.column].id);
    if (placed.length > 1) {
        grid.goTo(lineIds[last.row], grid.columns[right].id, { extend: true });
    }
}

/** What falls outside the grid is told, never dropped in silence. */
function tellLeftOut(grid, block, { top, left }, size) {
    const width = Math.max(0, ...block.map((row) => row.length));
    const rows = Math.max(0, top + block.length - size.rows);
    const columns = Math.max(0, left + width - size.columns);
    if (!rows && !columns) {
        return;
    }
    const parts = [
        rows && (rows === 1 ? _t("1 row") : _t("%s rows", rows)),
        columns && (columns === 1 ? _t("1 column") : _t("%s columns", columns)),
    ];
    grid.tell(
        _t(
            "What you pasted is larger than the grid: %s did not fit and were left out.",
            parts.filter(Boolean).join(", "),
        ),
        "warning",
    );
}
