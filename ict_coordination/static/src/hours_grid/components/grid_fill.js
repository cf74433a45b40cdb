import { _t } from "@web/core/l10n/translation";

/** Fill the range with what stands in a part of it, as a spreadsheet does. */

/**
 * From its first row or column, or when it is one cell wide from the neighbour before it.
 *
 * @param {Object} grid
 * @param {"rows"|"columns"} along
 */
export function fillFromEdge(grid, along) {
    const { range } = grid;
    if (!range) {
        return;
    }
    const isDown = along === "rows";
    const [from, to] = isDown ? [range.top, range.bottom] : [range.left, range.right];
    const source = from === to ? from - 1 : from;
    if (source >= 0) {
        fill(grid, { isDown, first: source, last: source });
    }
}

/**
 * What was dragged by its corner: the rows that were selected fill the others in turn,
 * also upwards.
 *
 * @param {Object} grid
 * @param {{top: number, bottom: number}} source as `Cursor.range`
 */
export function fillFromRange(grid, { top, bottom }) {
    fill(grid, { isDown: true, first: top, last: bottom });
}

/** Rows (or columns) `first` to `last` come in all others of the range. */
function fill(grid, { isDown, first, last }) {
    const { range, lineIds, columns } = grid;
    const count = last - first + 1;
    const edits = [];
    for (let row = range.top; row <= range.bottom; row++) {
        for (let column = range.left; column <= range.right; column++) {
            const at = isDown ? row : column;
            if (at < first || at > last) {
                // Above the first row the pattern goes on: -1 is the last of it.
                const from = first + ((((at - first) % count) + count) % count);
                edits.push(
                    copyEdit(
                        grid,
                        [lineIds[isDown ? from : row], columns[isDown ? column : from]],
                        [lineIds[row], columns[column]],
                    ),
                );
            }
        }
    }
    grid.model.edit(
        edits.filter(Boolean),
        isDown ? _t("Fill down") : _t("Fill to the right"),
    );
}

/** @returns {Object|null} the edit that makes one cell as another is */
function copyEdit({ model }, [fromLine, from], [line, to]) {
    if (from.member && to.member && model.can.cells) {
        const value = model.cell(fromLine, from.member.id);
        return { line, member: to.member.id, value };
    }
    if (from.field && from.field === to.field && model.can.lines) {
        return { line, field: to.field, value: model.line(fromLine)[to.field] };
    }
    return null;
}
