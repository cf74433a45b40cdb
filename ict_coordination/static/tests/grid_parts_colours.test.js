import { describe, expect, getFixture, test } from "@odoo/hoot";
import { cookie } from "@web/core/browser/cookie";
import {
    initialDark,
    rememberDark,
} from "@ict_coordination/hours_grid/components/dark_mode";

const TEXTS = ["fg", "fg-muted", "core", "good-fg", "warn-fg", "bad-fg"];
const GROUNDS = ["bg", "bg-bar", "bg-head", "bg-cluster", "bg-hover", "bg-off"];
const STATES = ["pending", "failed", "conflict", "asked", "refused"];

/** Colours as the browser resolves them: [red, green, blue] from 0 to 255. */
function readColours(className) {
    const el = document.createElement("div");
    el.className = className;
    getFixture().append(el);
    return (name) => {
        el.style.color = "";
        el.style.color = `var(--ict-grid-${name})`;
        return getComputedStyle(el)
            .color.match(/[\d.]+/g)
            .slice(0, 3)
            .map(Number);
    };
}

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(colour) {
    const [r, g, b] = colour.map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
}

for (const [name, className] of [
    ["light", "o_ict_grid"],
    ["dark", "o_ict_grid o_ict_grid_dark"],
]) {
    describe(name, () => {
        const atLeast = (least, pairs) => {
            const colour = readColours(className);
            const poor = pairs
                .map(([a, b]) => [a, b, contrast(colour(a), colour(b))])
                .filter(([, , ratio]) => ratio < least);
            expect(poor).toEqual([]);
        };

        test("texts can be read on every ground", () => {
            atLeast(4.5, [
                ...GROUNDS.flatMap((ground) => TEXTS.map((text) => [text, ground])),
                ...GROUNDS.map((ground) => ["letters", ground]),
                ...["bg", "bg-hover", "bg-off"].map((ground) => ["funding", ground]),
                ...STATES.flatMap((state) =>
                    ["fg", "letters", "bad-fg", "warn-fg"].map((text) => [
                        text,
                        `bg-${state}`,
                    ]),
                ),
                ["accent-fg", "accent"],
                ["focus", "bg-bar"],
                ["fg", "bg-input"],
                ["fg-muted", "bg-input"],
            ]);
        });

        test("focus, edges of inputs and coverage stand out", () => {
            atLeast(3, [
                ...GROUNDS.map((ground) => ["focus", ground]),
                ["border-strong", "bg-input"],
                ["border-strong", "bg-bar"],
                ["open", "bg"],
                ["covered", "bg"],
            ]);
        });

        test("no two coverages have the same colour", () => {
            const colour = readColours(className);
            const all = ["open", "single", "covered", "none", "core"];
            expect(new Set(all.map((one) => colour(one).join())).size).toBe(all.length);
        });
    });
}

test("dark as the user left it; who never chose follows Odoo", () => {
    expect(initialDark()).toBe(false);
    cookie.set("color_scheme", "dark");
    expect(initialDark()).toBe(true);
    rememberDark(false);
    expect(initialDark()).toBe(false);
    cookie.set("color_scheme", "light");
    rememberDark(true);
    expect(initialDark()).toBe(true);
});
