import { _t } from "@web/core/l10n/translation";
import { FIELD_CHOICES, FIELD_LABELS } from "../core/words";

/** The commands that are about the tasks of the range, not about the people on them. */

export function setField(grid, field, value) {
    if (!grid.range || !grid.may("lines")) {
        return;
    }
    const edits = grid.range.lineIds.map((line) => ({ line, field, value }));
    grid.model.edit(edits, String(FIELD_LABELS[field]));
}

/** All tasks of the range get the choice after that of the active task. */
export function nextField(grid, field) {
    if (field === "priority" && grid.model.overview.kind !== "target") {
        grid.tell(_t("Priorities belong to the target."));
        return;
    }
    const line = grid.model.line(grid.cursor.lineId);
    if (line) {
        const values = FIELD_CHOICES[field].map(({ value }) => value);
        const at = values.indexOf(line[field] ?? null);
        setField(grid, field, values[(at + 1) % values.length]);
    }
}

/**
 * One key for "not applicable" and back. People on the task are not taken away by one
 * stray key: the first press says so, the second does it, in one step to undo.
 */
export function toggleApplicable(grid, armed) {
    const { model, range } = grid;
    if (!range) {
        return;
    }
    setApplicable(grid, !range.lineIds.some((id) => model.line(id).applicable), armed);
}

export function setApplicable(grid, applicable, armed) {
    const { model, range } = grid;
    if (!range || !grid.may("lines")) {
        return;
    }
    if (applicable) {
        setField(grid, "applicable", true);
        return;
    }
    const filled = range.lineIds.flatMap((id) => model.cellsOfLine(id));
    const key = range.lineIds.join();
    if (filled.length && (armed !== key || !grid.may("cells"))) {
        grid.tell(
            _t("There are people on this task. Do the same again to take them away."),
            "warning",
        );
        grid.armed = key;
        return;
    }
    model.edit(
        [
            ...filled.map(({ line, member }) => ({ line, member, value: null })),
            ...range.lineIds.map((line) => ({
                line,
                field: "applicable",
                value: false,
            })),
        ],
        _t("Not applicable"),
    );
}

export function editNote(grid) {
    if (grid.cursor.lineId && grid.may("lines")) {
        grid.goTo(grid.cursor.lineId, "note");
        grid.table?.startEdit();
    }
}

/** @param {string[]} names of who left: nothing new was filled in for them */
export function tellArchived(grid, names) {
    grid.tell(
        _t(
            "Archived in the team, so no new task: %s. What stands there can still be changed or taken away.",
            names.join(", "),
        ),
        "warning",
    );
}
