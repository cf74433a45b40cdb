import { _t } from "@web/core/l10n/translation";

/**
 * Fill the range from its first row or column, or when it is one cell wide from the
 * neighbour before it, as a spreadsheet does.
 */
export function fill(grid, { along }) {
    const { range } = grid;
    if (!range) {
        return;
    }
    const down = along === "rows";
    const lines = grid.rows
        .filter(({ type }) => type === "line")
        .map(({ line }) => line.id);
    const [from, to] = down ? [range.top, range.bottom] : [range.left, range.right];
    const source = from === to ? from - 1 : from;
    if (source < 0) {
        return;
    }
    const edits = grid.targets.map(({ lineId, column }) =>
        down
            ? copyEdit(grid, lines[source], column, lineId, column)
            : copyEdit(grid, lineId, grid.columns[source], lineId, column),
    );
    grid.model.edit(
        edits.filter(Boolean),
        down ? _t("Fill down") : _t("Fill to the right"),
    );
}

/** @returns {Object|null} the edit that makes one cell as another is */
function copyEdit(grid, fromLine, from, line, to) {
    const { model } = grid;
    if (from.member && to.member && model.can.cells) {
        const value = model.cell(fromLine, from.member.id);
        return { line, member: to.member.id, value };
    }
    if (from.field && from.field === to.field && model.can.lines) {
        return { line, field: to.field, value: model.line(fromLine)[to.field] };
    }
    return null;
}
