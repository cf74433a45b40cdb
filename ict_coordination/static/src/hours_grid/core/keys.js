import { groupBy } from "@web/core/utils/arrays";
import { isMacOS } from "@web/core/browser/feature_detection";
import { _t } from "@web/core/l10n/translation";
import { MANDATES } from "./cell_value";
import { letterOf } from "./letters";
import { MANDATE_LABELS } from "./words";

/** The groups of the help, in its order. */
export const KEY_GROUPS = [
    { id: "move", label: _t("Move") },
    { id: "select", label: _t("Select") },
    { id: "edit", label: _t("Fill in") },
    { id: "mandates", label: _t("Mandates and funding") },
    { id: "task", label: _t("The task") },
    { id: "other", label: _t("Other") },
];

/**
 * Every key of the grid, for the keyboard and for the help alike.
 *
 * A key is written as "Ctrl+Shift+Z"; a sign as the sign itself, however the keyboard
 * makes it. `when`: "grid" (default) when nothing is being edited, "edit" in the box,
 * "both". `native`: the browser makes an event of its own of it, `commandOf` does not.
 *
 * @typedef {Object} KeyEntry
 * @property {string} command
 * @property {string[]} keys
 * @property {string} group id of KEY_GROUPS
 * @property {string} label
 * @property {"grid"|"edit"|"both"} [when]
 * @property {boolean} [native]
 * @property {boolean} [onFilled] in an empty cell the sign begins a text: "~2"
 */

/** Labels that several keys share: they stand in the help as one. */
const HELP = {
    cell: _t("One cell further"),
    edge: _t("To the edge of the block"),
    column: _t("First or last column"),
    corner: _t("First or last cell"),
    page: _t("One screen further"),
    selectCell: _t("Select"),
    selectEdge: _t("… to the edge of the block"),
    selectColumn: _t("… to the first or last column"),
    selectCorner: _t("… to the first or last cell"),
    selectPage: _t("… one screen"),
    fill: _t("Fill down or to the right"),
    clipboard: _t("Copy, cut, paste: also with a spreadsheet"),
};

/** @type {(...args: any[]) => KeyEntry} */
const entry = (group, command, keys, label, more = {}) => ({
    command,
    keys,
    group,
    label,
    ...more,
});

/** @type {KeyEntry[]} */
export const KEYMAP = [
    entry("move", "left", ["ArrowLeft"], HELP.cell),
    entry("move", "up", ["ArrowUp"], HELP.cell),
    entry("move", "down", ["ArrowDown"], HELP.cell),
    entry("move", "right", ["ArrowRight"], HELP.cell),
    entry("move", "edgeLeft", ["Ctrl+ArrowLeft"], HELP.edge),
    entry("move", "edgeUp", ["Ctrl+ArrowUp"], HELP.edge),
    entry("move", "edgeDown", ["Ctrl+ArrowDown"], HELP.edge),
    entry("move", "edgeRight", ["Ctrl+ArrowRight"], HELP.edge),
    entry("move", "next", ["Tab"], _t("Next cell, at the end of a row the next row"), {
        when: "both",
    }),
    entry("move", "previous", ["Shift+Tab"], _t("Previous cell"), { when: "both" }),
    entry("move", "below", ["Enter"], _t("Down; after Tab back to the first column"), {
        when: "both",
    }),
    entry("move", "above", ["Shift+Enter"], _t("Up"), { when: "both" }),
    entry("move", "home", ["Home"], HELP.column),
    entry("move", "end", ["End"], HELP.column),
    entry("move", "first", ["Ctrl+Home"], HELP.corner),
    entry("move", "last", ["Ctrl+End"], HELP.corner),
    entry("move", "pageUp", ["PageUp"], HELP.page),
    entry("move", "pageDown", ["PageDown"], HELP.page),

    entry("select", "selectLeft", ["Shift+ArrowLeft"], HELP.selectCell),
    entry("select", "selectUp", ["Shift+ArrowUp"], HELP.selectCell),
    entry("select", "selectDown", ["Shift+ArrowDown"], HELP.selectCell),
    entry("select", "selectRight", ["Shift+ArrowRight"], HELP.selectCell),
    entry("select", "selectEdgeLeft", ["Ctrl+Shift+ArrowLeft"], HELP.selectEdge),
    entry("select", "selectEdgeUp", ["Ctrl+Shift+ArrowUp"], HELP.selectEdge),
    entry("select", "selectEdgeDown", ["Ctrl+Shift+ArrowDown"], HELP.selectEdge),
    entry("select", "selectEdgeRight", ["Ctrl+Shift+ArrowRight"], HELP.selectEdge),
    entry("select", "selectHome", ["Shift+Home"], HELP.selectColumn),
    entry("select", "selectEnd", ["Shift+End"], HELP.selectColumn),
    entry("select", "selectFirst", ["Ctrl+Shift+Home"], HELP.selectCorner),
    entry("select", "selectLast", ["Ctrl+Shift+End"], HELP.selectCorner),
    entry("select", "selectPageUp", ["Shift+PageUp"], HELP.selectPage),
    entry("select", "selectPageDown", ["Shift+PageDown"], HELP.selectPage),
    entry("select", "wholeRow", ["Shift+Space"], _t("The whole row")),
    entry("select", "wholeColumn", ["Ctrl+Space"], _t("The whole column")),
    entry("select", "all", ["Ctrl+A"], _t("Everything")),

    entry("edit", "edit", ["F2"], _t("Change what is in the cell")),
    entry("edit", "cancel", ["Escape"], _t("Leave the cell as it was"), {
        when: "edit",
    }),
    entry("edit", "fillRange", ["Ctrl+Enter"], _t("The same in the whole selection"), {
        when: "edit",
    }),
    entry("edit", "clear", ["Delete", "Backspace"], _t("Empty the selection")),
    entry("edit", "unknown", ["X"], _t("Somebody does it: without hours")),
    entry("edit", "estimate", ["~", "="], _t("Estimate, or exact again"), {
        onFilled: true,
    }),
    entry("edit", "fillDown", ["Ctrl+D"], HELP.fill),
    entry("edit", "fillRight", ["Ctrl+R"], HELP.fill),
    entry("edit", "save", ["Ctrl+S"], _t("Save; each cell is saved at once anyway"), {
        when: "both",
    }),
    entry("edit", "undo", ["Ctrl+Z"], _t("Undo")),
    entry("edit", "redo", ["Ctrl+Y", "Ctrl+Shift+Z"], _t("Redo")),

    entry("edit", "copy", ["Ctrl+C"], HELP.clipboard, { native: true }),
    entry("edit", "cut", ["Ctrl+X"], HELP.clipboard, { native: true }),
    entry("edit", "paste", ["Ctrl+V"], HELP.clipboard, { native: true }),

    // The letters are those of the user's language, known when a key is pressed.
    ...MANDATES.map((mandate) => ({
        command: mandate,
        get keys() {
            return [letterOf(mandate)];
        },
        group: "mandates",
        label: MANDATE_LABELS[mandate],
    })),
    entry("mandates", "funding", ["F"], _t("Next funding")),

    entry("task", "applicable", ["N"], _t("Not applicable, or applicable again")),
    entry("task", "level", ["L"], _t("Next level")),
    entry("task", "priority", ["P"], _t("Next priority (target)")),
    entry("task", "note", ["R"], _t("Remark of the task")),

    entry("other", "search", ["/"], _t("Search")),
    entry("other", "help", ["?"], _t("This help")),
    entry("other", "leave", ["Escape"], _t("Leave the grid")),
];

const ARROWS = {
    ArrowUp: { command: "up", sign: "↑" },
    ArrowDown: { command: "down", sign: "↓" },
    ArrowLeft: { command: "left", sign: "←" },
    ArrowRight: { command: "right", sign: "→" },
};

/** While an input method or a dead key makes a sign, no key is a command. */
const UNFINISHED = ["Dead", "Process", "Unidentified"];

/** "Ctrl+Shift+Z"; null for what is no command on any keyboard. */
function keyOf(ev) {
    // AltGr makes signs: @ # { on a Belgian keyboard. Windows says Ctrl+Alt for it, and
    // Option makes signs on a Mac, so no key of the grid has Alt.
    const isSign = ev.altKey || ev.getModifierState?.("AltGraph");
    const isComposed = ev.isComposing || UNFINISHED.includes(ev.key);
    if (isSign || isComposed || !ev.key) {
        return null;
    }
    const isChar = ev.key.length === 1 && ev.key !== " ";
    const isCtrl = ev.ctrlKey || ev.metaKey;
    const name = ev.key === " " ? "Space" : isChar ? ev.key.toUpperCase() : ev.key;
    // "?" and "/" need Shift on some keyboards and not on others; b and B are one key.
    const hasShift = ev.shiftKey && (isCtrl || !isChar);
    return `${isCtrl ? "Ctrl+" : ""}${hasShift ? "Shift+" : ""}${name}`;
}

/**
 * @param {KeyboardEvent} ev keydown
 * @param {Object} [options]
 * @param {false|true|"typing"} [options.editing] whether a cell is being edited;
 *     "typing": it began by typing, so that arrows end it, as in a spreadsheet
 * @param {string} [options.field] the active column is one of a field: signs are text
 * @param {boolean} [options.empty] nobody is in the active cell, and it is alone
 * @returns {string|null} command of KEYMAP; null: the browser does what it does
 */
export function commandOf(ev, { editing = false, field, empty = false } = {}) {
    const key = keyOf(ev);
    if (!key || (field && [...key].length === 1)) {
        return null;
    }
    if (editing === "typing" && ARROWS[key]) {
        return ARROWS[key].command;
    }
    const when = editing ? "edit" : "grid";
    const found = KEYMAP.find(
        (one) => [when, "both"].includes(one.when || "grid") && one.keys.includes(key),
    );
    const isText = found?.native || (empty && found?.onFilled);
    return found && !isText ? found.command : null;
}

/**
 * @typedef {Object} HelpRow
 * @property {string[]} commands
 * @property {string[]} together what is held, by its name on the key: ["Ctrl"]
 * @property {string[][]} keys one of these is pressed with it: [["↑"], ["↓"]]
 * @property {string} label
 *
 * @returns {{id: string, label: string, rows: HelpRow[]}[]} what the help shows: keys
 *     with one label in one row, and what all of them hold down only once
 */
export function helpGroups() {
    return KEY_GROUPS.map(({ id, label }) => {
        const byLabel = groupBy(
            KEYMAP.filter(({ group }) => group === id),
            (one) => String(one.label),
        );
        const rows = Object.values(byLabel).map((entries) => ({
            commands: entries.map(({ command }) => command),
            label: entries[0].label,
            ...sharedKeys(entries.flatMap(({ keys }) => keys).map(shownKey)),
        }));
        return { id, label, rows };
    });
}

/** @param {string[][]} keys as `shownKey` */
function sharedKeys(keys) {
    const [first] = keys;
    const held = (key) => key.slice(0, -1).join();
    return keys.length > 1 && keys.every((key) => held(key) === held(first))
        ? { together: first.slice(0, -1), keys: keys.map((key) => key.slice(-1)) }
        : { together: [], keys };
}

/**
 * @param {string} key as in KEYMAP
 * @returns {string[]} what is written on the keys: ["Ctrl", "↑"], on a Mac ["⌘", "↑"]
 */
export function shownKey(key) {
    const words = {
        Ctrl: isMacOS() ? "⌘" : "Ctrl",
        Space: _t("Space"),
        Escape: "Esc",
    };
    return key
        .split("+")
        .map((part) => String(words[part] || ARROWS[part]?.sign || part));
}
