import { isMacOS } from "@web/core/browser/feature_detection";
import { _t } from "@web/core/l10n/translation";
import { MANDATE_LABELS } from "../components/grid_words";
import { MANDATES } from "./cell_value";
import { letterOf } from "./letters";

/** The groups of the help, in its order. */
export const KEY_GROUPS = [
    { id: "move", label: _t("Move") },
    { id: "select", label: _t("Select") },
    { id: "edit", label: _t("Fill in") },
    { id: "clipboard", label: _t("Copy and paste") },
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
    entry("move", "up", ["ArrowUp"], _t("Task above")),
    entry("move", "down", ["ArrowDown"], _t("Task below")),
    entry("move", "left", ["ArrowLeft"], _t("Column to the left")),
    entry("move", "right", ["ArrowRight"], _t("Column to the right")),
    entry("move", "next", ["Tab"], _t("Next cell, at the end of a row the next row"), {
        when: "both",
    }),
    entry("move", "previous", ["Shift+Tab"], _t("Previous cell"), { when: "both" }),
    entry("move", "below", ["Enter"], _t("Down; after Tab back to the first column"), {
        when: "both",
    }),
    entry("move", "above", ["Shift+Enter"], _t("Up"), { when: "both" }),
    entry("move", "edgeUp", ["Ctrl+ArrowUp"], _t("Up to the edge of the block")),
    entry("move", "edgeDown", ["Ctrl+ArrowDown"], _t("Down to the edge of the block")),
    entry("move", "edgeLeft", ["Ctrl+ArrowLeft"], _t("Left to the edge of the block")),
    entry(
        "move",
        "edgeRight",
        ["Ctrl+ArrowRight"],
        _t("Right to the edge of the block"),
    ),
    entry("move", "home", ["Home"], _t("First column")),
    entry("move", "end", ["End"], _t("Last column")),
    entry("move", "first", ["Ctrl+Home"], _t("First cell")),
    entry("move", "last", ["Ctrl+End"], _t("Last cell")),
    entry("move", "pageUp", ["PageUp"], _t("One screen up")),
    entry("move", "pageDown", ["PageDown"], _t("One screen down")),

    entry("select", "selectUp", ["Shift+ArrowUp"], _t("Select upwards")),
    entry("select", "selectDown", ["Shift+ArrowDown"], _t("Select downwards")),
    entry("select", "selectLeft", ["Shift+ArrowLeft"], _t("Select to the left")),
    entry("select", "selectRight", ["Shift+ArrowRight"], _t("Select to the right")),
    entry("select", "selectEdgeUp", ["Ctrl+Shift+ArrowUp"], _t("… to the edge, up")),
    entry(
        "select",
        "selectEdgeDown",
        ["Ctrl+Shift+ArrowDown"],
        _t("… to the edge, down"),
    ),
    entry(
        "select",
        "selectEdgeLeft",
        ["Ctrl+Shift+ArrowLeft"],
        _t("… to the edge, left"),
    ),
    entry(
        "select",
        "selectEdgeRight",
        ["Ctrl+Shift+ArrowRight"],
        _t("… to the edge, right"),
    ),
    entry("select", "selectHome", ["Shift+Home"], _t("… to the first column")),
    entry("select", "selectEnd", ["Shift+End"], _t("… to the last column")),
    entry("select", "selectFirst", ["Ctrl+Shift+Home"], _t("… to the first cell")),
    entry("select", "selectLast", ["Ctrl+Shift+End"], _t("… to the last cell")),
    entry("select", "selectPageUp", ["Shift+PageUp"], _t("… one screen up")),
    entry("select", "selectPageDown", ["Shift+PageDown"], _t("… one screen down")),
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
    entry("edit", "fillDown", ["Ctrl+D"], _t("Fill down")),
    entry("edit", "fillRight", ["Ctrl+R"], _t("Fill to the right")),
    entry("edit", "undo", ["Ctrl+Z"], _t("Undo")),
    entry("edit", "redo", ["Ctrl+Y", "Ctrl+Shift+Z"], _t("Redo")),

    entry("clipboard", "copy", ["Ctrl+C"], _t("Copy"), { native: true }),
    entry("clipboard", "cut", ["Ctrl+X"], _t("Cut"), { native: true }),
    entry("clipboard", "paste", ["Ctrl+V"], _t("Paste, also from a spreadsheet"), {
        native: true,
    }),

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
