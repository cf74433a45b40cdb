import { beforeEach, describe, expect, test } from "@odoo/hoot";
import { mockUserAgent } from "@odoo/hoot-mock";
import { allowTranslations, patchTranslations } from "@web/../tests/web_test_helpers";
import {
    commandOf,
    helpGroups,
    KEY_GROUPS,
    KEYMAP,
    shownKey,
} from "@ict_coordination/hours_grid/core/keys";
import { letterOf } from "@ict_coordination/hours_grid/core/letters";
import { isMove } from "@ict_coordination/hours_grid/core/moves";

beforeEach(allowTranslations);

/** "Ctrl+Shift+z": modifiers, and the key as the keyboard gives it. */
function press(keys, options, more) {
    const parts = keys === "+" ? ["+"] : keys.split("+");
    const key = parts.pop();
    const ev = new KeyboardEvent("keydown", {
        key: key === "Space" ? " " : key,
        ctrlKey: parts.includes("Ctrl"),
        metaKey: parts.includes("Meta"),
        shiftKey: parts.includes("Shift"),
        altKey: parts.includes("Alt"),
        ...more,
    });
    return commandOf(ev, options);
}
const all = (keys, options) => keys.map((key) => press(key, options));

describe("the table", () => {
    test("every key does what its entry says", () => {
        for (const { command, keys, when = "grid", native } of KEYMAP) {
            for (const key of keys) {
                const pressed = native ? null : command;
                if (when !== "edit") {
                    expect(press(key)).toBe(pressed, { message: key });
                }
                if (when !== "grid") {
                    expect(press(key, { editing: true })).toBe(pressed, {
                        message: key,
                    });
                }
            }
        }
    });

    test("every entry can be shown in the help", () => {
        const groups = KEY_GROUPS.map(({ id }) => id);
        for (const { group, label, keys } of KEYMAP) {
            expect(groups).toInclude(group);
            expect(String(label)).not.toBe("");
            expect(keys.flatMap(shownKey).every(Boolean)).toBe(true);
        }
        expect(KEYMAP.map(({ command }) => command)).toHaveLength(
            new Set(KEYMAP.map(({ command }) => command)).size,
        );
    });

    test("the help has every key, those of one kind in one row", () => {
        const rows = helpGroups().flatMap((group) => group.rows);
        expect(rows.flatMap(({ commands }) => commands).sort()).toEqual(
            KEYMAP.map(({ command }) => command).sort(),
        );
        const rowOf = (command) =>
            rows.find(({ commands }) => commands.includes(command));
        expect(rowOf("selectEdgeUp")).toMatchObject({
            together: ["Ctrl", "Shift"],
            keys: [["←"], ["↑"], ["↓"], ["→"]],
        });
        expect(rowOf("redo")).toMatchObject({
            together: [],
            keys: [
                ["Ctrl", "Y"],
                ["Ctrl", "Shift", "Z"],
            ],
        });
        expect(rowOf("clear").keys).toEqual([["Delete"], ["Backspace"]]);
    });

    test("what moves or selects is known to the cursor", () => {
        for (const { group, command } of KEYMAP) {
            expect(isMove(command)).toBe(["move", "select"].includes(group));
        }
    });

    test("keys as they stand on the keyboard", () => {
        expect(shownKey("Ctrl+Shift+ArrowUp")).toEqual(["Ctrl", "Shift", "↑"]);
        expect(shownKey("Escape")).toEqual(["Esc"]);
        expect(shownKey("?")).toEqual(["?"]);
        mockUserAgent("mac");
        expect(shownKey("Ctrl+Z")).toEqual(["⌘", "Z"]);
    });
});

describe("keyboards", () => {
    test("letters of mandates and tasks, with Shift or caps lock too", () => {
        for (const mandate of ["decides", "executes", "steers", "contact"]) {
            const letter = letterOf(mandate);
            expect(all([letter, letter.toLowerCase(), `Shift+${letter}`])).toEqual([
                mandate,
                mandate,
                mandate,
            ]);
        }
        expect(all(["n", "l", "p", "r", "x", "f"])).toEqual([
            "applicable",
            "level",
            "priority",
            "note",
            "unknown",
            "funding",
        ]);
    });

    test("the letters are those of the language", () => {
        patchTranslations({ ict_coordination: { "D, E, S, C": "B, U, S, A" } });
        expect(all(["b", "u", "s", "a", "d", "e", "c"])).toEqual([
            "decides",
            "executes",
            "steers",
            "contact",
            null,
            null,
            null,
        ]);
    });

    test("digits and signs begin an edit, wherever they are on the keyboard", () => {
        const signs = ["1", "Shift+1", ",", ".", "±", "+", "-", "q", "é", "Shift+W"];
        expect(all(signs)).toEqual(signs.map(() => null));
    });

    test("a sign is the sign, with or without Shift", () => {
        expect(all(["?", "Shift+?", "/", "Shift+/", "~", "Shift+~"])).toEqual([
            "help",
            "help",
            "search",
            "search",
            "estimate",
            "estimate",
        ]);
    });

    test("an estimate begins with its sign in an empty cell", () => {
        expect(all(["~", "=", "x"], { empty: true })).toEqual([null, null, "unknown"]);
    });

    test("AltGr and Option make signs, never commands", () => {
        expect(all(["Ctrl+Alt+e", "Alt+d", "Ctrl+Alt+d", "Alt+Enter"])).toEqual(
            Array(4).fill(null),
        );
        const altGraph = { modifierAltGraph: true };
        expect(press("~", {}, altGraph)).toBe(null);
        expect(press("?", {}, altGraph)).toBe(null);
        expect(press("s", {}, altGraph)).toBe(null);
    });

    test("no command while a dead key or an input method makes a sign", () => {
        expect(all(["Dead", "Process", "Unidentified"])).toEqual([null, null, null]);
        expect(press("s", {}, { isComposing: true })).toBe(null);
        expect(press("Enter", { editing: true }, { isComposing: true })).toBe(null);
        expect(commandOf(new Event("keydown"))).toBe(null);
    });

    test("Cmd is Ctrl", () => {
        expect(all(["Meta+z", "Meta+Shift+z", "Meta+ArrowDown", "Meta+a"])).toEqual([
            "undo",
            "redo",
            "edgeDown",
            "all",
        ]);
    });

    test("copying is left to the browser, and so is all that is not ours", () => {
        const keys = ["Ctrl+c", "Ctrl+x", "Ctrl+v", "Ctrl+p", "Ctrl+f", "F5"];
        expect(all(keys)).toEqual(keys.map(() => null));
        expect(all(["Ctrl+Shift+r", "Ctrl+Shift+a", "Shift"])).toEqual([
            null,
            null,
            null,
        ]);
    });
});

describe("editing", () => {
    test("signs are text, and what has to do with text stays in the box", () => {
        const keys = [
            "s",
            "x",
            "?",
            "/",
            "~",
            "Delete",
            "Backspace",
            "Ctrl+z",
            "Ctrl+a",
        ];
        expect(all(keys, { editing: true })).toEqual(keys.map(() => null));
        const arrows = ["ArrowLeft", "ArrowRight", "ArrowUp", "Home", "End", "F2"];
        expect(all(arrows, { editing: true })).toEqual(arrows.map(() => null));
    });

    test("what ends it", () => {
        const keys = [
            "Enter",
            "Shift+Enter",
            "Tab",
            "Shift+Tab",
            "Escape",
            "Ctrl+Enter",
        ];
        expect(all(keys, { editing: true })).toEqual([
            "below",
            "above",
            "next",
            "previous",
            "cancel",
            "fillRange",
        ]);
        expect(all(["Escape", "Ctrl+Enter"])).toEqual(["leave", null]);
    });

    test("typed: the arrows end it, as in a spreadsheet", () => {
        const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
        expect(all(keys, { editing: "typing" })).toEqual([
            "up",
            "down",
            "left",
            "right",
        ]);
        expect(press("Shift+ArrowLeft", { editing: "typing" })).toBe(null);
        expect(press("Home", { editing: "typing" })).toBe(null);
        expect(press("Enter", { editing: "typing" })).toBe("below");
    });

    test("in the column of a field letters are text, other keys are not", () => {
        const field = "note";
        expect(all(["s", "n", "?", "/", "="], { field })).toEqual(Array(5).fill(null));
        expect(all(["Delete", "ArrowUp", "Ctrl+z", "Shift+Space"], { field })).toEqual([
            "clear",
            "up",
            "undo",
            "wholeRow",
        ]);
    });
});
